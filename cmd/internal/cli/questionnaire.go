package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/cmd/internal/terminal"
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
			places := append([]string{"built in"}, args...)
			for _, file := range args {
				q, err := questionnaires.Load(file)
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
	if err := checkDimensions(q, []string{opts.dimension}); opts.dimension != "" && err != nil {
		return err
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

func newQuestionnaireCheckCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Find every fault in questionnaire files, and give advice on wording",
		Args:  arguments(1, anyNumber), ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runQuestionnaireCheck(cmd.Context(), args)
		},
	}
}

func (a *app) runQuestionnaireCheck(ctx context.Context, files []string) error {
	faulty := 0
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
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
	if faulty > 0 {
		return invalidf("mend the lines above, then check again", "%d of %d questionnaires with faults", faulty, len(files))
	}
	return nil
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
