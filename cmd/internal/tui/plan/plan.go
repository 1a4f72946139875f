// Package plan leads people from levels to targets, from gaps to priorities, and
// from priorities to actions, on a full screen or line by line. What may be
// recorded is decided by assessment.Planning; nothing here changes an answer.
package plan

import (
	"context"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// Options are what planning needs.
type Options struct {
	shell.Options
	Planning *assessment.Planning
	Pages    Pages
}

// Pages are texts about the plan that reports know how to write, in lines of at
// most width columns.
type Pages struct {
	RoadMap func(width int) string // the phases, and what to talk about
	WhatIf  func(width int) string // the levels when all actions reach their targets
	// Talk is what to talk about for one action: what is missing, and what does
	// not fit together.
	Talk func(assessment.ActionID) []string
}

// RunScreen plans on a full screen; see shell.Run.
func RunScreen(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	return shell.Run(ctx, streams, func(width, height int) *shell.Shell { return newScreen(opts, width, height) })
}

func newScreen(opts Options, width, height int) *shell.Shell {
	return shell.New(newDesk(opts.Planning, opts.Pages), opts.Options, width, height)
}
