package cli

import (
	"context"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/questionnaires"
)

type questionnaireNewOptions struct {
	file  string
	id    string
	title string
	force bool
}

func newQuestionnaireNewCmd(a *app) *cobra.Command {
	var opts questionnaireNewOptions
	cmd := &cobra.Command{
		Use:   "new FILE",
		Short: "Make a template for your own questionnaire",
		Args:  arguments(1, 1), ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			return a.runQuestionnaireNew(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.id, "id", "", "`id` of the questionnaire, such as our-services")
	cmd.Flags().StringVar(&opts.title, "title", "", "`title` of the questionnaire")
	cmd.Flags().BoolVar(&opts.force, "force", false, "replace the file if it exists")
	return cmd
}

func (a *app) runQuestionnaireNew(_ context.Context, opts questionnaireNewOptions) error {
	if opts.id != "" && !questionnaires.ValidID(opts.id) {
		return usagef("use lower-case letters, digits and hyphens", "%q cannot be the id of a questionnaire", opts.id)
	}
	template := questionnaires.Template(opts.id, assessment.CleanLine(opts.title))
	if err := store.WriteFile(opts.file, template, store.Overwrite(opts.force)); err != nil {
		return err
	}
	a.say("The template is in %s. Change it, then: dgca questionnaire check %s", opts.file, quoteArgument(opts.file))
	return nil
}
