// Package agree leads the people of one unit through the second pass, on the
// full screen of a projector or line by line: what they said alone, without
// names, and then the answer that they agree on, with its reason. What may be
// recorded is decided by workshop.Agreement.
package agree

import (
	"context"
	"time"

	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// Options are what agreeing needs.
type Options struct {
	shell.Options
	Agreement *workshop.Agreement
	Title     string           // of the workshop
	Clock     func() time.Time // for the time that each statement takes
}

// RunScreen agrees on a full screen; see shell.Run. Finished means that the
// people closed the second pass.
func RunScreen(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	return shell.Run(ctx, streams, func(width, height int) *shell.Shell {
		_, sh := newScreen(opts, width, height)
		return sh
	})
}

func newScreen(opts Options, width, height int) (*table, *shell.Shell) {
	t := &table{g: opts.Agreement, title: opts.Title, timer: newTimer(opts.Clock)}
	t.open()
	sh := shell.New(t, opts.Options, width, height)
	sh.Push(newOverview(t))
	return t, sh
}

// RunLine agrees line by line; see lines.Run.
func RunLine(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	l := &liner{g: opts.Agreement, opts: opts, timer: newTimer(opts.Clock)}
	err := lines.Run(ctx, streams, opts.Options, func(a *lines.Asker) error {
		l.Asker = a
		return l.run()
	})
	if err == nil {
		l.Say("Saved. " + progress(l.g))
	}
	return l.outcome, err
}
