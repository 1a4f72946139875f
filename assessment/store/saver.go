package store

import (
	"sync"

	"dgca/assessment"
)

// SaveState says whether what was typed is on the disk.
type SaveState int

// The states of a Saver.
const (
	Saved  SaveState = iota // everything is on the disk
	Saving                  // the newest content is on its way
	Failed                  // the newest content is not on the disk
)

// SaveStatus is the state of a Saver; Err is the reason when it is Failed.
type SaveStatus struct {
	State SaveState
	Err   error
}

// Saver saves beside the screen, one save after the other. A slow disk never
// holds up the person who types: of the contents that wait, only the newest is
// written.
type Saver struct {
	save   func(*assessment.Assessment) error
	notify func(SaveStatus)

	mu      sync.Mutex
	idle    *sync.Cond             // signalled when running ends
	waiting *assessment.Assessment // newest content that is not on the disk
	running bool
	status  SaveStatus
}

// NewSaver returns a Saver for an open file. After each change of the state,
// notify, which may be nil, is called by another goroutine, in order; it must not
// call Flush.
func NewSaver(f *File, notify func(SaveStatus)) *Saver { return newSaver(f.Save, notify) }

func newSaver(save func(*assessment.Assessment) error, notify func(SaveStatus)) *Saver {
	if notify == nil {
		notify = func(SaveStatus) {}
	}
	s := &Saver{save: save, notify: notify}
	s.idle = sync.NewCond(&s.mu)
	return s
}

// Save has a copy of the assessment saved and returns at once.
func (s *Saver) Save(a *assessment.Assessment) {
	snapshot := a.Clone()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = snapshot
	s.start()
}

// start begins to work, if there is work and nobody at it. It needs s.mu.
func (s *Saver) start() {
	if s.waiting == nil {
		return
	}
	s.status = SaveStatus{State: Saving}
	if !s.running {
		s.running = true
		go s.run()
	}
}

// run saves until nothing waits or a save has failed with nothing newer to try.
func (s *Saver) run() {
	s.notify(SaveStatus{State: Saving})
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		a := s.waiting
		s.mu.Unlock()
		err := s.save(a)
		s.mu.Lock()
		if s.waiting != a {
			continue // something newer came in: only its outcome counts
		}
		final := SaveStatus{State: Failed, Err: err}
		if err == nil {
			final = SaveStatus{State: Saved}
			s.waiting = nil
		}
		s.status = final
		s.mu.Unlock()
		s.notify(final)
		s.mu.Lock()
		if s.status.State != Saving { // nothing came in while we told
			s.running = false
			s.idle.Broadcast()
			return
		}
		s.mu.Unlock()
		s.notify(SaveStatus{State: Saving})
		s.mu.Lock()
	}
}

// Status returns the present state.
func (s *Saver) Status() SaveStatus {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.status
}

// Flush waits until the newest content is on the disk and returns nil, or the
// error that keeps it from there. A save that has failed before is tried again.
func (s *Saver) Flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.start()
	for s.running {
		s.idle.Wait()
	}
	return s.status.Err
}
