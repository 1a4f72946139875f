package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dgca/questionnaires"
)

func newQuestionnaireCheckCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Find every fault in questionnaire files, and give advice on wording",
		Args:  arguments(1, anyNumber), ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runQuestionnaireCheck(cmd.Context(), matching(args))
		},
	}
}

func (a *app) runQuestionnaireCheck(ctx context.Context, files []string) error {
	var faulty, unread int
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := checkInputFile(file); err != nil {
			unread++
			a.explainError(err)
			continue
		}
		problems, advice := questionnaires.Check(file)
		if err := a.printProblems(problems); err != nil {
			return err
		}
		for i := range advice {
			advice[i].Message = "advice: " + advice[i].Message
		}
		if err := a.printProblems(advice); err != nil {
			return err
		}
		if len(problems) > 0 {
			faulty++
			continue
		}
		if err := a.print(fmt.Sprintf("%s: no faults\n", file)); err != nil {
			return err
		}
	}
	return checked("questionnaires", faulty, unread, len(files))
}

func newQuestionnaireSchemaCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of questionnaire files, for editors",
		Args:  arguments(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			_, err := a.streams.Out.Write(questionnaires.Schema())
			return err
		},
	}
}
