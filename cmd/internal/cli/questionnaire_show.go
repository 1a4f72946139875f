package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dgca/cmd/internal/terminal"
	"dgca/questionnaires"
)

type questionnaireShowOptions struct {
	questionnaire questionnaireFlag
	dimension     string
	kind          string
}

func newQuestionnaireShowCmd(a *app) *cobra.Command {
	var opts questionnaireShowOptions
	cmd := &cobra.Command{
		Use:   "show [FILE]",
		Short: "Print the statements and their levels",
		Args:  arguments(0, 1), ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				opts.questionnaire.path = args[0]
			}
			return a.runQuestionnaireShow(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.dimension, "dimension", "", "print only the dimension with this `id`")
	cmd.Flags().StringVar(&opts.kind, "kind", string(questionnaires.Institution), "word the statements for this `kind` of unit")
	complete(cmd, "dimension", completeDimensions)
	complete(cmd, "kind", completeKinds)
	return cmd
}

func (a *app) runQuestionnaireShow(_ context.Context, opts questionnaireShowOptions) error {
	q, err := opts.questionnaire.load()
	if err != nil {
		return err
	}
	if opts.dimension != "" {
		if err := checkDimensions(q, []string{opts.dimension}); err != nil {
			return err
		}
	}
	if err := checkKind(q, opts.kind); err != nil {
		return err
	}
	width := a.textOptions().Width
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s %s)\n", q.Title, q.ID, q.Version)
	for i := range q.Dimensions {
		d := &q.Dimensions[i]
		if opts.dimension != "" && string(d.ID) != opts.dimension {
			continue
		}
		fmt.Fprintf(&b, "\n%s (%s)\n", strings.ToUpper(d.Title), d.ID)
		for j := range d.Elements {
			el := &d.Elements[j]
			fmt.Fprintf(&b, "\n%s\n", el.Title)
			for k := range el.Statements {
				printStatement(&b, q, &el.Statements[k], questionnaires.UnitKind(opts.kind), width)
			}
		}
	}
	return a.print(b.String())
}

// printStatement prints a statement and its anchors, wrapped to a width.
func printStatement(b *strings.Builder, q *questionnaires.Questionnaire, s *questionnaires.Statement, kind questionnaires.UnitKind, width int) {
	id := string(s.ID)
	if s.Quick {
		id += " (also in the quick scope)"
	}
	fmt.Fprintf(b, "\n%s\n", id)
	for _, line := range terminal.WrapLines(q.Text(s, kind), width-2) {
		fmt.Fprintf(b, "  %s\n", line)
	}
	for _, l := range q.Scale {
		anchor := q.Fill(s.Anchors[l.Level], kind)
		for i, line := range terminal.WrapLines(l.Name+": "+anchor, width-7) {
			mark := "   "
			if i == 0 {
				mark = fmt.Sprintf("%d  ", l.Level)
			}
			fmt.Fprintf(b, "    %s%s\n", mark, line)
		}
	}
}
