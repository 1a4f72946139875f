package cli

import (
	"context"
	"errors"
	"io/fs"
	"sync"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/cmd/internal/tui/board"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// boardSaver keeps the files of a board. They are small and written at once; a
// save that failed is tried again at the end.
type boardSaver struct {
	mu   sync.Mutex
	save func() error
	// rescue writes what is not saved to another file.
	rescue func(path string, overwrite store.Overwrite) error
	moved  string // the other file, once there is one
	err    error
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

// saveAs saves to another, new file from now on.
func (s *boardSaver) saveAs(path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.rescue(path, store.Refuse); err != nil {
		return err
	}
	s.moved, s.err = path, nil
	s.save = func() error { return s.rescue(path, store.Replace) }
	return nil
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

// openAgain opens the folder of a workshop for the moment of a save.
func openAgain(dir string) (*store.Folder, error) {
	f, err := store.OpenFolder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &store.FileError{Path: dir, Message: "not saved: the folder of the workshop is no longer there",
			Remedy: "put the folder or the USB stick back, or save to another file", Err: err}
	}
	return f, err
}

// checkWritable reports, before people begin, why a file of the workshop could
// not be written.
func (r *room) checkWritable(name string) (err error) {
	f, err := store.OpenFolder(r.Dir())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return f.CheckWritable(name)
}

// runBoard lets people work on a board. rescued is the name of a file that is
// offered when the workshop cannot be written.
func (a *app) runBoard(ctx context.Context, b *board.Board, saver *boardSaver, path, rescued string, line bool) error {
	options := board.Options{Board: b, Options: shell.Options{Saver: saver, Path: path, NoColor: a.streams.NoColor, SaveAs: saver.saveAs,
		Elsewhere: func() string { return rescued }}}
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
