package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dgca/assessment/store"
	"dgca/questionnaires/strictyaml"
)

func newCheckCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Find every fault in result files",
		Long: `Check result files, for example after editing them by hand. Every fault is
printed with file, line and column. Nothing is changed. Scores in a file that
disagree with its answers are reported, but are no fault: dgca computes them
anew whenever it reads the file.`,
		Args:              arguments(1, anyNumber),
		ValidArgsFunction: completeYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runCheck(cmd.Context(), matching(args))
		},
	}
}

// runCheck prints what it finds on the standard output: here the problems are
// the data. It looks at every file before it ends with an error.
func (a *app) runCheck(ctx context.Context, files []string) error {
	var faulty, unread int
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		result, warnings, err := store.ReadChecked(file)
		var invalid *store.InvalidError
		switch {
		case errors.As(err, &invalid):
			faulty++
			err = a.printProblems(invalid.Problems)
		case err != nil:
			unread++
			a.explainError(err)
			err = nil
		default:
			for _, w := range warnings {
				a.say("%s: note: %s", file, w)
			}
			open := result.Score().All.Unanswered
			line := fmt.Sprintf("%s: no faults, %s\n", file, result.State)
			if open > 0 {
				line = fmt.Sprintf("%s: no faults, %s, %d not answered yet\n", file, result.State, open)
			}
			err = a.print(line)
		}
		if err != nil {
			return err
		}
	}
	return checked("files", faulty, unread, len(files))
}

// checked says how a check of several files ended, or nothing when all are good.
func checked(what string, faulty, unread, all int) error {
	missed := ""
	if unread > 0 {
		missed = fmt.Sprintf("%s that could not be read: %d of %d", what, unread, all)
	}
	switch {
	case faulty > 0 && unread > 0:
		return invalidf("correct the lines above, then check again", "%s with faults: %d of %d; %s", what, faulty, all, missed)
	case faulty > 0:
		return invalidf("correct the lines above, then check again", "%s with faults: %d of %d", what, faulty, all)
	case unread > 0:
		return failf("check the names", "%s", missed)
	}
	return nil
}

// printProblems prints the faults of files as data.
func (a *app) printProblems(problems strictyaml.Problems) error {
	for _, p := range problems {
		line := p.String()
		if p.Hint != "" {
			line += " (" + p.Hint + ")"
		}
		if err := a.print(line + "\n"); err != nil {
			return err
		}
	}
	return nil
}
