package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"dgca/assessment/planfile"
	"dgca/reports"
)

type planOptions struct {
	file          string
	from          string
	line          bool
	questionnaire questionnaireFlag
}

func newPlanCmd(a *app) *cobra.Command {
	var opts planOptions
	cmd := &cobra.Command{
		Use:   "plan FILE",
		Short: "Plan what to do: priorities, actions, road map",
		Long: `Plan what to do about the gaps of a result: choose targets, weigh gaps, plan
actions, and see the road map in three phases. Every choice is saved at once in
the result file, and can be taken back. Planning never changes an answer.

Without a terminal, the plan of the file is printed; "dgca plan export FILE"
prints it anywhere.

With --from, read a plan that was prepared elsewhere: a table of actions, a
table of weighed gaps, or a YAML file. It is taken whole or not at all. An
action with an id of the plan changes that action; the others are added. What
the file does not say stays as it was. See: dgca help files

"dgca plan export FILE --format csv" writes the table of actions as a form.`,
		Example: `  dgca plan unit.yaml
  dgca plan unit.yaml --from actions.csv
  dgca plan status unit.yaml
  dgca plan status unit.yaml --action A1 --set done`,
		Args:              planArguments,
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			if opts.from != "" && opts.line {
				return usagef("leave one of them out", "plan: --from reads a file and --line asks a person; they do not go together")
			}
			return a.runPlan(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.from, "from", "", "read targets, weighing and actions from this CSV or YAML `file` (- for the standard input)")
	cmd.Flags().BoolVar(&opts.line, "line", false, "ask line by line, without a full screen; good for screen readers")
	complete(cmd, "from", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"csv", "tsv", "txt", "yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	})
	opts.questionnaire.addTo(cmd)
	cmd.AddCommand(newPlanStatusCmd(a), newPlanWhatIfCmd(a), newPlanExportCmd(a))
	return cmd
}

// planArguments wants one file, and suggests the command that was probably
// meant by the first of two words.
func planArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		cmd.SuggestionsMinimumDistance = 2
		if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
			return usagef("did you mean dgca plan "+near[0]+"?", "there is no command %q", "dgca plan "+args[0])
		}
	}
	return arguments(1, 1)(cmd, args)
}

// runPlan reads a plan from a file, asks a person, or, where there is nobody to
// ask, shows the plan.
func (a *app) runPlan(ctx context.Context, opts planOptions) error {
	switch {
	case opts.from != "":
		return a.readPlan(opts)
	case opts.line || a.streams.InIsTerminal() && a.streams.OutIsTerminal():
		return a.planWithPerson(ctx, opts)
	}
	return a.showPlan(opts.file, opts.questionnaire, reports.Plan)
}

// readPlan takes a plan from a file over into the result file.
func (a *app) readPlan(opts planOptions) (err error) {
	now, err := a.now()
	if err != nil {
		return err
	}
	data, err := a.readInputFile(opts.from, planfile.MaxBytes)
	if err != nil {
		return err
	}
	f, err := openExisting(opts.file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	q, err := opts.questionnaire.find(opts.file, f.Assessment())
	if err != nil {
		return err
	}
	next, res, problems := planfile.Read(opts.from, data, q, f.Assessment(), now.Format(dayLayout))
	if len(problems) > 0 {
		a.explainError(problems)
		return invalidf("correct the lines above; nothing was recorded", "%s: faults in the plan file: %d", opts.from, len(problems))
	}
	if err := f.Save(next); err != nil {
		return err
	}
	a.say("%s: actions added: %d, changed: %d, as they were: %d; gaps weighed: %d; targets set: %d",
		opts.file, res.Added, res.Changed, res.Same, res.Weighed, res.Targets)
	if len(res.WithoutGap) > 0 {
		a.say("These statements are not below their target, so their weighing counts for nothing now: %s", someIDs(res.WithoutGap))
	}
	if n := len(next.CheckPlan()); n > 0 {
		a.say("Points to talk about: %d. See them with: dgca plan %s", n, quoteArgument(opts.file))
	}
	return nil
}

// showPlan prints a document about the plan of a file.
func (a *app) showPlan(file string, qf questionnaireFlag, build planBuilder) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	in, err := a.input(file, created, qf)
	if err != nil {
		return err
	}
	return reports.WriteText(a.streams.Out, build(in), a.textOptions())
}
