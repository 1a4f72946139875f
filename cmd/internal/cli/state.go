package cli

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
)

type stateOptions struct {
	file  string
	state string
	by    string
	date  string
}

// stateWords are the states that a person can set.
var stateWords = []string{string(assessment.Draft), string(assessment.Complete), string(assessment.Agreed), string(assessment.Approved)}

func isState(s string) bool { return slices.Contains(stateWords, s) }

func newStateCmd(a *app) *cobra.Command {
	var opts stateOptions
	cmd := &cobra.Command{
		Use:   "state FILE [draft|complete|agreed|approved]",
		Short: "Show or set how far an assessment has come",
		Long: `Show the state of a result file, or set it: draft, complete, agreed (by the
people of the unit) or approved (by whom, and when). The answers of an approved
result are not changed any more by dgca until it is set back to draft; its plan
can be made and followed.`,
		Example: `  dgca state unit.yaml
  dgca state unit.yaml approved --by "Director General"`,
		Args: arguments(1, 2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return stateWords, cobra.ShellCompDirectiveNoFileComp
			}
			return completeOneYAML(cmd, args, word)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			if len(args) > 1 {
				opts.state = args[1]
			}
			return a.runState(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.by, "by", "", "`name` or role of the person who approves")
	cmd.Flags().StringVar(&opts.date, "date", "", "`day` of the approval, as 2026-11-23 (default: today)")
	return cmd
}

func (a *app) runState(_ context.Context, opts stateOptions) (err error) {
	if opts.state == "" {
		result, err := store.Read(opts.file)
		if err != nil {
			return err
		}
		return a.print(stateLine(result) + "\n")
	}
	opts.by = assessment.CleanLine(opts.by)
	approve := opts.state == string(assessment.Approved)
	switch {
	case !isState(opts.state):
		return usagef("possible: "+strings.Join(stateWords, ", "), "state: there is no state %q", opts.state)
	case approve && opts.by == "":
		return usagef("add --by NAME", "state: say who approved the result")
	case !approve && (opts.by != "" || opts.date != ""):
		return usagef("leave them out", "state: --by and --date go with approved")
	}
	if opts.date == "" {
		now, err := a.now()
		if err != nil {
			return err
		}
		opts.date = now.Format(dayLayout)
	} else if _, err := time.Parse(dayLayout, opts.date); err != nil {
		return usagef("write it as 2026-11-23", "state: %q is not a date", opts.date)
	}
	f, err := openExisting(opts.file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	result := f.Assessment()
	open := result.Score().All.Unanswered
	result.State, result.Approved = assessment.State(opts.state), nil
	switch {
	case approve:
		result.Approved = &assessment.Approval{By: opts.by, Date: opts.date}
	default:
		result.Changed = nil // a new beginning, or a new completion
	}
	if err := f.Save(result); err != nil {
		return err
	}
	a.say("%s: %s", opts.file, stateLine(result))
	if open > 0 && result.State != assessment.Draft {
		a.say("Statements without an answer: %d. They stay open, and coverage and range say so.", open)
	}
	return nil
}

// stateLine is the state in words.
func stateLine(a *assessment.Assessment) string {
	line := string(a.State)
	if a.Approved != nil {
		line += " by " + a.Approved.By
		if a.Approved.Date != "" {
			line += " on " + a.Approved.Date
		}
	}
	if c := a.Changed; c != nil {
		line += "; answers changed after completion, last on " + c.Date + ": " + someIDs(c.Statements)
	}
	return line
}
