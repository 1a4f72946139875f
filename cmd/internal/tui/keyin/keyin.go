// Package keyin keys marked sheets of paper in, on a full screen or line by
// line: one digit for a statement. What may be recorded is decided by package
// paper; nothing here guesses what is marked.
package keyin

import (
	"context"

	"dgca/assessment/paper"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// Options are what keying in a sheet needs.
type Options struct {
	shell.Options
	Sheet string // what the sheet is called: an alias
	// Keying is the entry of the sheet. With First it is the second one, whose
	// digits are compared with the first and kept nowhere else.
	Keying *paper.Keying
	First  *First
	More   bool // offer the next sheet at the end
}

// Outcome says how the entry of a sheet ended.
type Outcome struct {
	saving.Outcome
	Next        bool // the person wants to key in the next sheet
	Differences int  // between the first and the second entry
}

// RunScreen keys a sheet in on a full screen; see shell.Run.
func RunScreen(ctx context.Context, streams *terminal.Streams, opts Options) (Outcome, error) {
	t := newTask(opts)
	out, err := shell.Run(ctx, streams, func(width, height int) *shell.Shell { return shell.New(t, opts.Options, width, height) })
	return t.ended(out), err
}
