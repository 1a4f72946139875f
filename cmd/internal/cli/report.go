package cli

import (
	"context"

	"github.com/spf13/cobra"
)

type reportOptions struct {
	file          string
	output        string
	force         bool
	attach        bool
	questionnaire questionnaireFlag
}

func newReportCmd(a *app) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:   "report FILE",
		Short: "Write the report of an assessment as PDF",
		Long: `Write the gap report of a result file: where the unit stands, where it wants
to be, and what to do first. The PDF stands beside the result file. It replaces
an earlier report of the same assessment; any other file is left alone.

The PDF is made for screen readers and for archives: it is tagged, each chart
says in words what it shows, and it meets PDF/UA-1 and PDF/A-3a. What the fonts
lack, such as a name in Arabic script, is shown as a sign and can still be
copied and read aloud; the report says on which pages.

The result file does not travel inside the PDF, unless you ask for it with
--attach.`,
		Example:           "  dgca report ministry-of-health-2026-11-23-institution.yaml",
		Args:              arguments(1, 1),
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			return a.runReport(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write the report to this `file`")
	cmd.Flags().BoolVar(&opts.force, "force", false, "replace the output file, whatever it is")
	cmd.Flags().BoolVar(&opts.attach, "attach", false, "put the result file into the PDF; whoever gets the PDF gets all answers and comments")
	complete(cmd, "output", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
	})
	opts.questionnaire.addTo(cmd)
	return cmd
}

func (a *app) runReport(_ context.Context, opts reportOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	in, err := a.input(opts.file, created, opts.questionnaire)
	if err != nil {
		return err
	}
	if opts.attach {
		if in.Attach, err = resultFile(opts.file, in.Digest); err != nil {
			return err
		}
	}
	out := opts.output
	if out == "" {
		out = reportPath(opts.file)
	}
	if err := writeReport(in, opts.file, out, opts.force); err != nil {
		return err
	}
	a.say("The report is in %s", out)
	return nil
}
