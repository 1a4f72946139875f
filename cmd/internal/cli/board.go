package cli

import (
	"context"
	"sync"

	"dgca/assessment"
	"dgca/cmd/internal/tui/board"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// boardSaver keeps the files of a board. They are small and written at once; a
// save that failed is tried again at the end.
type boardSaver struct {
	mu   sync.Mutex
	save func() error
	err  error
}

// keep saves, and keeps in mind whether that worked.
func (s *boardSaver) keep() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = s.save()
}

// Save is for assessments; a board has none.
func (s *boardSaver) Save(*assessment.Assessment) { s.keep() }

// Flush tries a failed save again.
func (s *boardSaver) Flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		s.err = s.save()
	}
	return s.err
}

// Status says how the last save went.
func (s *boardSaver) Status() saving.Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return saving.Status{State: saving.Failed, Err: s.err}
	}
	return saving.Status{}
}

// runBoard lets people work on a board.
func (a *app) runBoard(ctx context.Context, b *board.Board, saver *boardSaver, path string, line bool) error {
	options := board.Options{Board: b, Options: shell.Options{Saver: saver, Path: path, NoColor: a.streams.NoColor}}
	ctx = context.WithoutCancel(ctx) // the screens mind the signals themselves
	if a.streams.Line(line) {
		_, err := board.RunLine(ctx, a.streams, options)
		return err
	}
	out, err := board.RunScreen(ctx, a.streams, options)
	if err == nil && out.LineMode {
		_, err = board.RunLine(ctx, a.streams, options)
	}
	return err
}
