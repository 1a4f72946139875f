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
		Short: "Find every fault in result files and workshops",
		Long: `Check result files, for example after editing them by hand. Every fault is
printed with file, line and column. Nothing is changed. Scores in a file that
disagree with its answers are reported, but are no fault: dgca computes them
anew whenever it reads the file.

The folder of a workshop is checked with all that is in it: workshop.yaml,
names, register, sheets, agreed answers, wall and feedback. One of these files
is checked by itself, as long as it stands in its folder.`,
		Example: `  dgca check ministry-of-health-2026-11-23-institution.yaml
  dgca check room
  dgca check room/wall/wall.yaml`,
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
	c := &checker{a: a}
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		check := func() error { return c.file(file) }
		if dir, name, ok := workshopOf(file); ok {
			check = func() error { return c.workshop(ctx, dir, name) }
		}
		if err := check(); err != nil {
			return err
		}
	}
	return checked("files", c.faulty, c.unread, c.all)
}

// checker counts what came of checking files.
type checker struct {
	a                   *app
	faulty, unread, all int
}

// file checks a result file.
func (c *checker) file(path string) error {
	result, warnings, err := store.ReadChecked(path)
	if err != nil {
		return c.tell(path, err, "")
	}
	for _, w := range warnings {
		c.a.say("%s: note: %s", path, w)
	}
	more := fmt.Sprintf(", %s", result.State)
	if open := result.Score().All.Unanswered; open > 0 {
		more += fmt.Sprintf(", %d not answered yet", open)
	}
	return c.tell(path, nil, more)
}

// tell prints what came of checking a file, and counts it. more is what else is
// to be said of a file without faults.
func (c *checker) tell(path string, err error, more string) error {
	c.all++
	var invalid *store.InvalidError
	switch {
	case errors.As(err, &invalid):
		c.faulty++
		return c.a.printProblems(invalid.Problems)
	case err != nil && ExitCode(err) == ExitInvalid:
		c.faulty++
		c.a.explainError(err)
		return nil
	case err != nil:
		c.unread++
		c.a.explainError(err)
		return nil
	}
	return c.a.print(fmt.Sprintf("%s: no faults%s\n", path, more))
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
