package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/reports"
	published "dgca/reports/context"
)

type reportOptions struct {
	file          string
	files         []string // with --all, in place of file
	all           bool
	output        string
	format        string
	force         bool
	attach        bool
	summaryOnly   bool
	redact        bool
	confidential  confidentialFlag
	logo          string
	previous      string
	country       string
	questionnaire questionnaireFlag
}

// unitCountry stands for the flag --context without a value.
const unitCountry = "that of the unit"

func newReportCmd(a *app) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:   "report FILE",
		Short: "Write the report of an assessment as PDF, HTML or Markdown",
		Long: `Write the gap report of a result file: where the unit stands, where it wants
to be, and what to do first. The report stands beside the result file. It
replaces an earlier report of the same assessment; any other file is left alone.

PDF is for printing and sending. HTML is the same report for screen readers,
browsers and word processors, in one file. Markdown is for text tools. All three
have the same numbers.

The PDF is made for screen readers and for archives: it is tagged, each chart
says in words what it shows, and it meets PDF/UA-1 and PDF/A-3a. What the fonts
lack, such as a name in Arabic script, is shown as a sign and can still be
copied and read aloud; the report says on which pages.

The result file does not travel inside the PDF, unless you ask for it with
--attach.

With --all, name several files or a folder of result files. Each report stands
beside its result file. A file that cannot be used does not stop the rest; the
end says how many were written.`,
		Example: `  dgca report ministry-of-health-2026-11-23-institution.yaml
  dgca report --format html --redact results.yaml
  dgca report --previous round-1.yaml --confidential "Secret" round-2.yaml
  dgca report --all results`,
		Args: func(cmd *cobra.Command, args []string) error {
			if opts.all {
				return arguments(1, anyNumber)(cmd, args)
			}
			return arguments(1, 1)(cmd, args)
		},
		ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.confidential.check(cmd); err != nil {
				return err
			}
			if opts.all {
				opts.files = args
				return a.runReports(cmd.Context(), opts)
			}
			opts.file = args[0]
			return a.runReport(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opts.output, "output", "o", "", "write the report to this `file`; its ending chooses the format")
	f.StringVar(&opts.format, "format", "", "`format` of the report: "+strings.Join(reports.Formats, ", ")+" (default pdf)")
	f.BoolVar(&opts.force, "force", false, "replace the output file, whatever it is")
	f.BoolVar(&opts.all, "all", false, "write the reports of several files, or of a folder of result files")
	f.BoolVar(&opts.attach, "attach", false, "put the result file into the PDF; whoever gets the PDF gets all answers and comments")
	f.BoolVar(&opts.summaryOnly, "summary-only", false, "write the summary alone, on one page")
	f.BoolVar(&opts.redact, "redact", false, "take out names, roles, owners, reasons, comments, evidence, notes and cases")
	f.StringVar(&opts.logo, "logo", "", "print the picture in this PNG or JPEG `file` on the first page")
	f.StringVar(&opts.previous, "previous", "", "say what has changed since the round in this result `file`")
	f.StringVar(&opts.country, "context", "", "add published indices of the `country`; --context=NAME for another one")
	f.Lookup("context").NoOptDefVal = unitCountry
	complete(cmd, "output", completeEndings(reports.Formats...))
	complete(cmd, "format", cobra.FixedCompletions(reports.Formats, cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "logo", completeEndings("png", "jpg", "jpeg"))
	complete(cmd, "previous", completeYAML)
	complete(cmd, "context", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return published.Names(), cobra.ShellCompDirectiveNoFileComp
	})
	opts.confidential.addTo(cmd)
	opts.questionnaire.addTo(cmd)
	return cmd
}

func (a *app) runReport(_ context.Context, opts reportOptions) error {
	format, err := opts.check()
	if err != nil {
		return err
	}
	created, err := a.now()
	if err != nil {
		return err
	}
	in, err := a.input(opts.file, created, opts.questionnaire)
	if err != nil {
		return err
	}
	if in.Options, err = a.gapOptions(opts, in); err != nil {
		return err
	}
	if opts.attach {
		if in.Attach, err = resultFile(opts.file, in.Digest); err != nil {
			return err
		}
	}
	out := opts.output
	if out == "" {
		out = reportPath(opts.file, opts.variant(), format)
	}
	if err := writeReport(in, format, opts.file, out, opts.force); err != nil {
		return err
	}
	a.say("The report is in %s", out)
	return nil
}

// check settles the format, and refuses flags that do not go together.
func (o *reportOptions) check() (format string, err error) {
	if format, err = o.chooseFormat(); err != nil {
		return "", err
	}
	switch {
	case o.attach && o.redact:
		return "", usagef("leave out one of them", "report: --attach puts in what --redact takes out")
	case o.attach && format != usualFormat:
		return "", usagef("leave out --attach or --format", "report: only a PDF can hold the result file")
	case o.all && o.output != "":
		return "", usagef("leave out -o; choose the format with --format", "report: with --all each report stands beside its result file")
	case o.all && o.logo == "-":
		return "", usagef("name a file", "report: with --all the logo cannot come from the standard input")
	case o.all && o.previous != "":
		return "", usagef("leave out --all, or see dgca help rounds", "report: --previous is about one unit")
	}
	return format, nil
}

// variant is what the name of a report of another content has at its end, so
// that a short or redacted report never takes the place of the full one.
func (o *reportOptions) variant() string {
	s := ""
	if o.summaryOnly {
		s += "-summary"
	}
	if o.redact {
		s += "-redacted"
	}
	return s
}

// otherEndings are endings that people write for a format.
var otherEndings = map[string]string{"htm": "html", "markdown": "md", "txt": textFormat}

// chooseFormat returns the format of the flag, that of the ending of the output
// file, or the usual one.
func (o *reportOptions) chooseFormat() (string, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.output), "."))
	if usual, ok := otherEndings[ending]; ok {
		ending = usual
	}
	known := slices.Contains(reports.Formats, ending)
	switch {
	case o.format == "" && known:
		return ending, nil
	case o.format == "" && ending != "":
		return "", usagef("use one of the endings .pdf, .html, .md, or say --format", "report: the ending of %s is not known", o.output)
	case o.format == "":
		return usualFormat, nil
	case !slices.Contains(reports.Formats, o.format):
		return "", usagef("possible: "+strings.Join(reports.Formats, ", "), "report: there is no format %q", o.format)
	case known && ending != o.format:
		return "", usagef("let the ending and --format say the same", "report: the format is %s, but %s ends in .%s", o.format, o.output, ending)
	}
	return o.format, nil
}

// gapOptions reads what the flags name.
func (a *app) gapOptions(opts reportOptions, in reports.Input) (reports.GapOptions, error) {
	o := reports.GapOptions{SummaryOnly: opts.summaryOnly, Redact: opts.redact, Confidential: opts.confidential.text}
	if opts.logo != "" {
		file, err := a.readInputFile(opts.logo, reports.MaxLogoFile)
		if err != nil {
			return o, err
		}
		if o.Logo, err = reports.Logo(file, fmt.Sprintf("Logo of %s", in.Assessment.Subject.Name)); err != nil {
			return o, failf("name a picture that a picture viewer shows, as PNG or JPEG", "%s: %w", opts.logo, err)
		}
	}
	if opts.previous != "" {
		rounds, err := a.previousRound(opts.previous, opts.file, in)
		if err != nil {
			return o, err
		}
		o.Previous = rounds
	}
	if opts.country != "" {
		country, err := findCountry(opts.country, in.Assessment.Subject.Country)
		if err != nil {
			return o, err
		}
		o.Context = &country
	}
	return o, nil
}

// previousRound compares an earlier result with the one of the report.
func (a *app) previousRound(path, file string, in reports.Input) (*assessment.Rounds, error) {
	before, warnings, err := store.ReadChecked(path)
	if err != nil {
		return nil, err
	}
	for _, w := range warnings {
		a.say("dgca: %s: %s The answers count.", path, w)
	}
	if digest, err := fileDigest(path); err != nil {
		return nil, err
	} else if digest == in.Digest {
		return nil, usagef("name the result of the round before", "report: %s and %s are the same result", path, file)
	}
	rounds, err := assessment.CompareRounds(before, in.Assessment)
	if err != nil {
		return nil, failf("name an earlier result of the same unit, made with the same questionnaire", "%s cannot be compared with %s: %w", path, file, err)
	}
	return rounds, nil
}

// findCountry finds a country by the value of the flag, or that of the
// unit.
func findCountry(flag, unit string) (published.Country, error) {
	name := flag
	if flag == unitCountry {
		name = unit
	}
	c, ok := published.Find(name)
	switch {
	case ok:
		return c, nil
	case name == "":
		return c, usagef("name one: --context=NAME", "report: the result names no country")
	}
	return c, usagef("possible: "+strings.Join(published.Names(), ", "), "report: there are no published indices of %q in this program", name)
}
