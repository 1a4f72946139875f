package cli

import (
	"errors"
	"path/filepath"
	"strings"
	"sync"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/cmd/internal/tui/saving"
)

// saver keeps an interview safe in a result file. The person can move it to
// another file when the disk of the first one is full or gone.
type saver struct {
	mu    sync.Mutex
	files []*store.File // the last one is in use
	store *store.Saver
}

func newSaver(f *store.File) *saver {
	return &saver{files: []*store.File{f}, store: store.NewSaver(f, nil)}
}

func (s *saver) current() *store.Saver {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.store
}

// Save hands over a copy to be saved.
func (s *saver) Save(a *assessment.Assessment) { s.current().Save(a) }

// Flush waits until everything is saved.
func (s *saver) Flush() error { return s.current().Flush() }

// Status says how the last save went.
func (s *saver) Status() saving.Status {
	st := s.current().Status()
	state := saving.Saved
	switch st.State {
	case store.Saving:
		state = saving.Saving
	case store.Failed:
		state = saving.Failed
	}
	return saving.Status{State: state, Err: st.Err}
}

// saveAs saves to another, new file from now on.
func (s *saver) saveAs(path string, a *assessment.Assessment) error {
	f, err := openNew(path)
	if err != nil {
		return err
	}
	next := store.NewSaver(f, nil)
	next.Save(a)
	if err := next.Flush(); err != nil {
		return errors.Join(err, f.Close())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files, s.store = append(s.files, f), next
	return nil
}

// elsewhere offers the path of a new file: beside the one in use, or in the
// folder of the person when that one is gone.
func (s *saver) elsewhere() string {
	dir, base := filepath.Split(s.path())
	if dir != "" && !fileExists(dir) {
		dir = ""
	}
	path, err := freePath(dir, strings.TrimSuffix(base, filepath.Ext(base)), filepath.Ext(base))
	if err != nil {
		return s.path()
	}
	return path
}

// path is the file in use.
func (s *saver) path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.files[len(s.files)-1].Path()
}

// close gives the files free, and says where the generation before could not be
// kept.
func (s *saver) close(say func(format string, args ...any)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, f := range s.files {
		if err := f.BackupProblem(); err != nil {
			say("The file as it was before is not kept: %v", err)
		}
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}
