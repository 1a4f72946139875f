// Package interview asks the statements of a questionnaire, on a full screen or
// line by line. It keeps the answers in an assessment.Session and hands them to
// a saving.Saver after every answer; it never answers for a person.
package interview

import (
	"context"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// Options are what an interview needs.
type Options struct {
	shell.Options
	Session *assessment.Session
	NoIntro bool // leaves out the opening pages
	// Presenter is for a group at one screen: the statement stands alone until
	// somebody shows the levels, and the reason for each answer is asked.
	Presenter bool
}

// RunScreen asks on a full screen; see shell.Run.
func RunScreen(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	return shell.Run(ctx, streams, func(width, height int) *shell.Shell {
		_, sh := newScreen(opts, width, height)
		return sh
	})
}
