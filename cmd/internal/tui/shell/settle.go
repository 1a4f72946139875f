package shell

import (
	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/tui/saving"
)

// These methods stand for what a program and the time do around a Shell, for
// tests that have neither.

// Settle waits for the last save if the person is leaving. It reports whether
// the task has ended.
func (s *Shell) Settle() bool {
	if s.leaving != nil {
		s.Update(flushMsg{s.opts.Saver.Flush()})
	}
	return s.done
}

// Pause is a pause in typing.
func (s *Shell) Pause() { s.Update(idleMsg(s.typed)) }

// Poll is a look at the state of the last save.
func (s *Shell) Poll() { s.Update(pollMsg{}) }

// Stop is a signal.
func (s *Shell) Stop(signal int) { s.Update(signalMsg(signal)) }

// End says how the task ended, as Run would.
func (s *Shell) End() (saving.Outcome, error) { return s.close(nil) }

// Outcome says how the task ended.
func (s *Shell) Outcome() saving.Outcome { return s.outcome }

// Resize is a change of the window.
func (s *Shell) Resize(width, height int) {
	s.Update(tea.WindowSizeMsg{Width: width, Height: height})
}
