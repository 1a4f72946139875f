package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"dgca/questionnaires"
)

func newQuestionnaireCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "questionnaire",
		Short: "List, show, check and make questionnaires",
		Long: `A questionnaire says what is asked. One is built in. You can write your own:
start with "dgca questionnaire new FILE", and use it with
"dgca assess --questionnaire FILE".`,
		Args: a.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newQuestionnaireListCmd(a), newQuestionnaireShowCmd(a), newQuestionnaireCheckCmd(a),
		newQuestionnaireSchemaCmd(a), newQuestionnaireNewCmd(a))
	return cmd
}

func newQuestionnaireListCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "list [FILE...]",
		Short: "List the built-in questionnaire and the ones in files",
		Args:  arguments(0, anyNumber), ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			list := []*questionnaires.Questionnaire{questionnaires.BuiltIn()}
			args = matching(args)
			places := append([]string{"built in"}, args...)
			for _, file := range args {
				q, err := loadQuestionnaire(file)
				if err != nil {
					return err
				}
				list = append(list, q)
			}
			for i, q := range list {
				statements := 0
				for range q.Statements() {
					statements++
				}
				if err := a.print(fmt.Sprintf("%s %s  %s, %d statements in %d dimensions (%s; %s)\n",
					q.ID, q.Version, q.Title, statements, len(q.Dimensions), q.Language, places[i])); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
