package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/reports"
	"dgca/reports/document"
)

// planBuilder makes a document about a plan.
type planBuilder func(reports.Input) document.Document

type planStatusOptions struct {
	file   string
	action string
	set    string
	date   string
	note   string
	given  bool // one of the flags that go with --action
}

func newPlanStatusCmd(a *app) *cobra.Command {
	var opts planStatusOptions
	cmd := &cobra.Command{
		Use:   "status FILE",
		Short: "Show what is overdue and what comes next, or change the status of an action",
		Long: `List the actions of a plan that are overdue, those that come next, and the other
ones. With --action and --set, record that an action is planned, started, done
or dropped; the file keeps every change with its day and note.`,
		Example: `  dgca plan status unit.yaml
  dgca plan status unit.yaml --action A1 --set done --note "Signed"`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			opts.given = slices.ContainsFunc([]string{"action", "set", "date", "note"}, cmd.Flags().Changed)
			return a.runPlanStatus(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.action, "action", "", "`id` of the action to change, such as A1")
	cmd.Flags().StringVar(&opts.set, "set", "", "new `status`: "+strings.Join(statusWords(), ", "))
	cmd.Flags().StringVar(&opts.date, "date", "", "`day` of the change, as 2026-11-23 (default: today)")
	cmd.Flags().StringVar(&opts.note, "note", "", "what to remember about the change, one line of `text`")
	complete(cmd, "set", cobra.FixedCompletions(statusWords(), cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "action", func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		var ids []string
		if len(args) == 1 {
			if result, err := store.Read(args[0]); err == nil {
				for _, act := range result.Plan.Actions {
					ids = append(ids, string(act.ID)+"\t"+act.What)
				}
			}
		}
		return ids, cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

func statusWords() []string {
	var words []string
	for _, s := range assessment.ActionStatuses() {
		words = append(words, s.String())
	}
	return words
}

func (a *app) runPlanStatus(_ context.Context, opts planStatusOptions) (err error) {
	if !opts.given {
		return a.showPlan(opts.file, questionnaireFlag{}, reports.PlanStatus)
	}
	var status assessment.ActionStatus
	switch {
	case opts.action == "" || opts.set == "":
		return usagef("for example: dgca plan status "+quoteArgument(opts.file)+" --action A1 --set done", "plan status: --action and --set go together")
	case status.UnmarshalText([]byte(strings.ToLower(opts.set))) != nil:
		return usagef("possible: "+strings.Join(statusWords(), ", "), "plan status: there is no status %q", opts.set)
	}
	now, err := a.now()
	if err != nil {
		return err
	}
	f, err := openExisting(opts.file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	p, err := assessment.NewPlanning(nil, f.Assessment(), now)
	if err != nil {
		return err
	}
	id := actionNamed(p.Plan(), opts.action)
	if err := p.SetStatus(id, status, opts.date, opts.note); err != nil {
		var wrong *assessment.PlanError
		if errors.As(err, &wrong) {
			return usagef(wrong.Remedy, "plan status: %w", err)
		}
		return err
	}
	if err := f.Save(p.Assessment()); err != nil {
		return err
	}
	act := p.Plan().Action(id)
	a.say("%s: %s is %s since %s: %s", opts.file, id, act.Status, act.History[len(act.History)-1].Date, act.What)
	return nil
}

// actionNamed returns the id of the plan that a person wrote, in any case of
// letters; else what was written.
func actionNamed(p *assessment.Plan, name string) assessment.ActionID {
	for _, act := range p.Actions {
		if strings.EqualFold(string(act.ID), name) {
			return act.ID
		}
	}
	return assessment.ActionID(name)
}
