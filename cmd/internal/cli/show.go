package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/reports"
)

const textFormat = "text"

type showOptions struct {
	files         []string
	format        string
	questionnaire questionnaireFlag
}

func showFormats() []string { return append([]string{textFormat}, reports.ScoreFormats...) }

func newShowCmd(a *app) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:   "show FILE...",
		Short: "Show scores, gaps and what is missing",
		Long: `Show the scores of result files, their gaps, and what is missing. Other formats
than text are for programs and spreadsheets; csv-semicolon is for spreadsheets
that expect semicolons. The tables can be read back: dgca assess --answers.`,
		Example: `  dgca show results.yaml
  dgca show --format csv *.yaml > scores.csv`,
		Args:              arguments(1, anyNumber),
		ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = matching(args)
			return a.runShow(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.format, "format", textFormat, "`format` of the output: "+strings.Join(showFormats(), ", "))
	complete(cmd, "format", cobra.FixedCompletions(showFormats(), cobra.ShellCompDirectiveNoFileComp))
	opts.questionnaire.addTo(cmd)
	return cmd
}

func (a *app) runShow(_ context.Context, opts showOptions) error {
	if !slices.Contains(showFormats(), opts.format) {
		return usagef("possible: "+strings.Join(showFormats(), ", "), "show: there is no format %q", opts.format)
	}
	created, err := a.now()
	if err != nil {
		return err
	}
	var inputs []reports.Input
	for _, file := range opts.files {
		in, err := a.input(file, created, opts.questionnaire)
		if err != nil {
			return err
		}
		inputs = append(inputs, in)
	}
	if opts.format != textFormat {
		return reports.WriteScores(a.streams.Out, opts.format, inputs...)
	}
	for i, in := range inputs {
		if i > 0 {
			fmt.Fprintln(a.streams.Out)
		}
		if err := a.overview(in); err != nil {
			return err
		}
	}
	return nil
}

// overview prints the scores of one assessment.
func (a *app) overview(in reports.Input) error {
	return reports.WriteText(a.streams.Out, reports.Overview(in), a.textOptions())
}

// textOptions fit printed text to the output.
func (a *app) textOptions() reports.TextOptions {
	width, _ := a.streams.Size()
	return reports.TextOptions{Width: min(width, maxTextWidth), Color: a.streams.Color()}
}

// maxTextWidth keeps lines readable on wide screens.
const maxTextWidth = 100
