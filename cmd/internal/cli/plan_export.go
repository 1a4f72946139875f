package cli

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment/store"
	"dgca/reports"
)

type planExportOptions struct {
	file   string
	format string // "" for the one that the ending of the output names
	output string
	force  bool
}

func planFormats() []string { return append([]string{textFormat}, reports.PlanFormats...) }

func newPlanExportCmd(a *app) *cobra.Command {
	var opts planExportOptions
	cmd := &cobra.Command{
		Use:   "export FILE",
		Short: "Write the plan as text, table, calendar or for programs",
		Long: `Write the plan of a result file in another format:

  text           what "dgca plan FILE" shows
  csv            a table with one row for each action; it can be read back with
                 dgca plan FILE --from TABLE
  csv-semicolon  the same for spreadsheets that expect semicolons
  ics            a calendar file with the first and last days of open actions,
                 for Outlook, Google Calendar, Apple Calendar and Thunderbird
  json           for programs, with phases, findings and priorities

Without --output it is printed. An existing file is left alone, unless you give
--force.`,
		Example: `  dgca plan export unit.yaml --format csv > plan.csv
  dgca plan export unit.yaml -o plan.ics`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			return a.runPlanExport(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.format, "format", "", "`format`: "+strings.Join(planFormats(), ", ")+" (default: by the ending of the output file, else text)")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write into this `file`")
	cmd.Flags().BoolVar(&opts.force, "force", false, "replace the output file, whatever it is")
	complete(cmd, "format", cobra.FixedCompletions(planFormats(), cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "output", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"txt", "csv", "ics", "json"}, cobra.ShellCompDirectiveFilterFileExt
	})
	return cmd
}

func (a *app) runPlanExport(_ context.Context, opts planExportOptions) error {
	if opts.format == "" {
		opts.format = textFormat
		switch ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(opts.output)), "."); {
		case slices.Contains(reports.PlanFormats, ext):
			opts.format = ext
		case ext != "" && ext != "txt":
			return usagef("use one of the endings .txt, .csv, .json, .ics, or say --format", "plan export: the ending of %s is not known", opts.output)
		}
	}
	if !slices.Contains(planFormats(), opts.format) {
		return usagef("possible: "+strings.Join(planFormats(), ", "), "plan export: there is no format %q", opts.format)
	}
	created, err := a.now()
	if err != nil {
		return err
	}
	in, err := a.input(opts.file, created, questionnaireFlag{})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if opts.format == textFormat {
		err = reports.WriteText(&b, reports.Plan(in), a.exportTextOptions(opts.output))
	} else {
		err = reports.WritePlan(&b, opts.format, in)
	}
	if errors.Is(err, reports.ErrNoDays) {
		return failf("give the actions a first and a last day", "%s: %w", opts.file, err)
	}
	if err != nil {
		return err
	}
	if opts.output == "" || opts.output == "-" {
		_, err := a.streams.Out.Write(b.Bytes())
		return err
	}
	err = store.WriteFile(opts.output, b.Bytes(), store.Overwrite(opts.force), opts.file)
	if errors.Is(err, store.ErrExists) {
		return failf("choose another name with -o, or add --force to replace it", "%s exists; it is left as it is", opts.output)
	}
	if err != nil {
		return err
	}
	a.say("The plan is in %s", opts.output)
	return nil
}

// exportTextOptions fit text to a file, or to the screen.
func (a *app) exportTextOptions(output string) reports.TextOptions {
	if output == "" || output == "-" {
		return a.textOptions()
	}
	return reports.TextOptions{Width: maxTextWidth}
}
