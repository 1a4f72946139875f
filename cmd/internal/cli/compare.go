package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/reports"
)

// compareOptions are those of compare and of rounds.
type compareOptions struct {
	command string // for messages
	args    []string
	format  string
	output  string
	force   bool
	order   string
	include []string
	alias   string
	own     string
}

// compareFormats are those of the terminal, of programs and of reports.
func compareFormats() []string {
	return slices.Concat([]string{textFormat}, reports.ComparisonFormats, reports.Formats)
}

func newCompareCmd(a *app) *cobra.Command {
	var opts compareOptions
	cmd := &cobra.Command{
		Use:   "compare FILE...",
		Short: "Set the results of several units side by side",
		Long: `Set the results of several units side by side. First it says whether they can
be compared at all, and which files are left out and why. Then it shows the
levels, what the units have in common, where they differ, and who can learn from
whom. It ranks nobody: the units are in the order of their names.

Name files, or a folder of result files. Of each unit one result is compared:
the latest with agreed answers. A file that cannot be read does not stop the
rest.

The text and the tables (json, csv) go to the screen. The report (pdf, html, md)
goes to a file, such as comparison.pdf. See also: dgca help comparison`,
		Example: `  dgca compare results
  dgca compare --format pdf *.yaml
  dgca compare --format pdf --for "Ministry of Health" -o health.pdf results`,
		Args:              arguments(1, anyNumber),
		ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.args = args
			// An empty name, as from a variable that is not set, must not show all.
			for flag, value := range map[string]string{"for": opts.own, "alias": opts.alias, "order": opts.order} {
				if cmd.Flags().Changed(flag) && assessment.CleanLine(value) == "" {
					return usagef("write what belongs to it, or leave it out", "compare: --%s is empty", flag)
				}
			}
			return a.runCompare(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.format, "format", "", "`format` of the output: "+strings.Join(compareFormats(), ", ")+" (default text)")
	f.StringVarP(&opts.output, "output", "o", "", "write to this `file`; its ending chooses the format")
	f.BoolVar(&opts.force, "force", false, "replace output files that exist")
	f.StringVar(&opts.order, "order", "", "order the units by a `dimension`, or by overall; the output says that this is no ranking")
	f.StringArrayVar(&opts.include, "include", nil, "compare this `file` also where it would be left out; every page says so")
	f.StringVar(&opts.alias, "alias", "", "show letters in place of names, and write who is who to this new `file`")
	f.StringVar(&opts.own, "for", "", "make the copy of the unit with this `name`: all others are letters")
	complete(cmd, "format", cobra.FixedCompletions(compareFormats(), cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "output", completeEndings("pdf", "html", "md", "json", "csv"))
	complete(cmd, "include", completeYAML)
	complete(cmd, "order", cobra.NoFileCompletions)
	complete(cmd, "for", cobra.NoFileCompletions)
	return cmd
}

func (a *app) runCompare(ctx context.Context, opts compareOptions) error {
	opts.command = "compare"
	if err := opts.choose(); err != nil {
		return err
	}
	created, err := a.now()
	if err != nil {
		return err
	}
	files, err := opts.files()
	if err != nil {
		return err
	}
	c, unread, err := a.comparison(ctx, files, opts)
	if err != nil {
		return err
	}
	key, c, err := opts.arrange(c)
	if err != nil {
		return err
	}
	in := reports.ComparisonInput{Comparison: c, Created: created, Program: programName}
	target := opts.target(in)
	text := reports.TextOptions{Width: maxTextWidth}
	if target == "" {
		text = a.textOptions()
	}
	data, err := opts.print(in, text)
	if err != nil {
		return err
	}
	// A key without its comparison would tell nothing: look at both first.
	if err := freeToWrite(target, opts.force); err != nil {
		return err
	}
	if err := a.writeKey(opts, key, files); err != nil {
		return err
	}
	if target == "" {
		_, err = a.streams.Out.Write(data)
	} else {
		err = a.writeOutput(target, data, opts.force, files...)
	}
	return errors.Join(err, unreadError("compare", unread))
}

// unreadError is the end of a work of which some files were no part.
func unreadError(command string, unread int) error {
	if unread == 0 {
		return nil
	}
	return invalidf("look at each with: dgca check FILE", "%s: files that cannot be read and were left out: %d", command, unread)
}

// choose settles the format, and refuses flags that do not go together.
func (o *compareOptions) choose() error {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.output), "."))
	if usual, ok := otherEndings[ending]; ok {
		ending = usual
	}
	known := slices.Contains(compareFormats(), ending)
	same := o.format == ending || ending == "csv" && o.format == "csv-semicolon"
	switch {
	case o.format == "" && known:
		o.format = ending
	case o.format == "":
		o.format = textFormat
	case !slices.Contains(compareFormats(), o.format):
		return usagef("possible: "+strings.Join(compareFormats(), ", "), "%s: there is no format %q", o.command, o.format)
	case known && !same:
		return usagef("let the ending and --format say the same", "%s: the format is %s, but %s ends in .%s", o.command, o.format, o.output, ending)
	}
	if o.order != "" && (o.own != "" || o.alias != "") {
		return usagef("leave out --order", "compare: with letters in place of names the units are in the order of the letters")
	}
	return nil
}

// files are those that the arguments and --include stand for.
func (o *compareOptions) files() ([]string, error) {
	files, err := batchFiles(o.args)
	if err != nil {
		return nil, err
	}
	o.include = matching(o.include)
	for _, file := range o.include {
		if !slices.ContainsFunc(files, func(f string) bool { return samePath(f, file) }) {
			files = append(files, file)
		}
	}
	return files, nil
}

// comparison reads the files and compares them. What cannot be read is told,
// and counted.
func (a *app) comparison(ctx context.Context, files []string, opts compareOptions) (*assessment.Comparison, int, error) {
	profiles, unread, err := a.readProfiles(ctx, files)
	if err != nil {
		return nil, 0, err
	}
	for _, l := range unread {
		a.say("dgca: %s: %s", l.File, l.Detail)
	}
	c := assessment.Compare(profiles, func(file string) bool {
		return slices.ContainsFunc(opts.include, func(f string) bool { return samePath(f, file) })
	})
	c.LeftOut = append(unread, c.LeftOut...)
	if len(c.Units) < 2 {
		for _, l := range c.LeftOut[len(unread):] {
			a.say("dgca: %s: not compared: %s", l.File, reports.LeftOutWords(l))
		}
		code := failf
		if len(unread) > 0 {
			code = invalidf
		}
		return nil, 0, code("name results of two or more units; for several results of one unit: dgca rounds FILE...",
			"compare: %d of %d files can be compared, and two are needed", len(c.Units), len(files))
	}
	return c, len(unread), nil
}

func samePath(x, y string) bool { return filepath.Clean(x) == filepath.Clean(y) }

// print makes the tables or the report.
func (o *compareOptions) print(in reports.ComparisonInput, text reports.TextOptions) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch {
	case o.format == textFormat:
		err = reports.WriteText(&b, reports.ComparisonOverview(in), text)
	case slices.Contains(reports.ComparisonFormats, o.format):
		err = reports.WriteComparison(&b, o.format, in)
	default:
		err = reports.Write(&b, o.format, reports.Comparison(in))
	}
	if err != nil {
		return nil, fmt.Errorf("the comparison could not be made: %w", err)
	}
	return b.Bytes(), nil
}

// target is the file that the comparison goes to, or "" for the screen.
func (o *compareOptions) target(in reports.ComparisonInput) string {
	switch {
	case o.output != "":
		return o.output
	case o.format == textFormat, slices.Contains(reports.ComparisonFormats, o.format):
		return ""
	}
	return o.defaultName(in)
}

// defaultName is the name of a report when nobody gives one.
func (o *compareOptions) defaultName(in reports.ComparisonInput) string {
	name := "comparison"
	switch {
	case o.own != "":
		name += "-for-" + slug(in.Comparison.Units[0].Label)
	case o.alias != "":
		name += "-letters"
	}
	return strings.TrimSuffix(name, "-") + "." + o.format
}
