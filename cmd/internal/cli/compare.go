package cli

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/reports"
)

type compareOptions struct {
	setOutput
	args         []string
	order        string
	include      []string
	alias        string
	own          string
	redact       bool
	contacts     bool
	confidential confidentialFlag
}

func newCompareCmd(a *app) *cobra.Command {
	opts := compareOptions{setOutput: setOutput{tables: reports.ComparisonFormats}}
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
goes to a file, such as comparison.pdf. It replaces an earlier report about the
same units. Any other file is left alone, unless --force is given; so is a
report with letters, because each has letters of its own.

See also: dgca help comparison`,
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
			if err := opts.confidential.check(cmd); err != nil {
				return err
			}
			return a.runCompare(cmd.Context(), opts)
		},
	}
	opts.setOutput.addTo(cmd)
	f := cmd.Flags()
	f.StringVar(&opts.order, "order", "", "order the units by a `dimension`, or by overall; the output says that this is no ranking")
	f.StringArrayVar(&opts.include, "include", nil, "compare this `file` also where it would be left out; every page says so")
	f.StringVar(&opts.alias, "alias", "", "show letters in place of names, and write who is who to this new `file`")
	f.StringVar(&opts.own, "for", "", "make the copy of the unit with this `name`: all others are letters")
	f.BoolVar(&opts.redact, "redact", false, "take out the cases that people recorded")
	f.BoolVar(&opts.contacts, "contacts", false, "tell the contacts of the recorded cases too")
	opts.confidential.addTo(cmd)
	complete(cmd, "include", completeYAML)
	complete(cmd, "order", cobra.NoFileCompletions)
	complete(cmd, "for", cobra.NoFileCompletions)
	return cmd
}

func (a *app) runCompare(ctx context.Context, opts compareOptions) error {
	if err := opts.check(); err != nil {
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
	if opts.redact {
		c = c.Redacted()
	}
	in := reports.ComparisonInput{Comparison: c, Created: created, Program: programName, Contacts: opts.contacts, Confidential: opts.confidential.text}
	path, identity := opts.target(opts.reportName(c)), reports.ComparisonIdentity(c)
	// A key without its comparison would tell nothing: look at both first.
	if err := opts.free(path, identity); err != nil {
		return err
	}
	if err := a.writeKey(opts, key, files); err != nil {
		return err
	}
	err = a.put(&opts.setOutput, path, identity, files, func(w io.Writer, text reports.TextOptions) error { return opts.print(w, in, text) })
	return errors.Join(err, unreadError("compare", unread))
}

// check settles the format, and refuses flags that do not go together.
func (o *compareOptions) check() error {
	switch {
	case o.order != "" && (o.own != "" || o.alias != ""):
		return usagef("leave out --order", "compare: with letters in place of names the units are in the order of the letters")
	case o.contacts && o.redact:
		return usagef("leave out one of them", "compare: --contacts tells what --redact takes out")
	}
	return o.choose()
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
	var known assessment.Snapshots
	profiles, unread, err := readSet(ctx, a, files, func(path string) (*assessment.Profile, error) {
		result, digest, err := store.ReadWithDigest(path)
		if err != nil {
			return nil, err
		}
		return assessment.NewProfile(path, digest, result, &known), nil
	})
	if err != nil {
		return nil, 0, err
	}
	c := assessment.Compare(profiles, func(file string) bool {
		return slices.ContainsFunc(opts.include, func(f string) bool { return samePath(f, file) })
	})
	if len(c.Units) < 2 {
		return nil, 0, a.tooFew(len(unread), c.LeftOut, "name results of two or more units; for several results of one unit: dgca rounds FILE...",
			"compare: %d of %d files can be compared, and two are needed", len(c.Units), len(files))
	}
	c.LeftOut = append(unread, c.LeftOut...)
	return c, len(unread), nil
}

func samePath(x, y string) bool { return filepath.Clean(x) == filepath.Clean(y) }

// print makes the text, the tables or the report.
func (o *compareOptions) print(w io.Writer, in reports.ComparisonInput, text reports.TextOptions) error {
	switch {
	case o.format == textFormat:
		return reports.WriteText(w, reports.ComparisonOverview(in), text)
	case o.isReport():
		return reports.Write(w, o.format, reports.Comparison(in))
	}
	return reports.WriteComparison(w, o.format, in)
}

// reportName is the name of a report, without its ending, when nobody gives one.
// A redacted report never takes the place of the full one.
func (o *compareOptions) reportName(c *assessment.Comparison) string {
	name := "comparison"
	switch {
	case o.own != "":
		name += "-for-" + slug(c.Units[0].Label)
	case o.alias != "":
		name += "-letters"
	}
	name = strings.TrimSuffix(name, "-")
	if o.redact {
		name += "-redacted"
	}
	return name
}
