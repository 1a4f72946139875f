package store

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"dgca/assessment"
)

// slowDisk is a save function that waits until it is let go.
type slowDisk struct {
	started chan int // revision of a save that has begun
	result  chan error
}

func newSlowDisk() *slowDisk {
	return &slowDisk{started: make(chan int, 10), result: make(chan error)}
}

func (d *slowDisk) save(a *assessment.Assessment) error {
	d.started <- a.Revision
	return <-d.result
}

// recorder keeps the states that a Saver tells.
type recorder struct {
	mu     sync.Mutex
	states []SaveState
}

func (r *recorder) notify(s SaveStatus) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.states = append(r.states, s.State)
}

func (r *recorder) check(t *testing.T, want ...SaveState) {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	if !slices.Equal(r.states, want) {
		t.Errorf("told %v, want %v", r.states, want)
	}
}

func revision(n int) *assessment.Assessment { return &assessment.Assessment{Revision: n} }

func TestSaverNewestWins(t *testing.T) {
	disk, told := newSlowDisk(), new(recorder)
	s := newSaver(disk.save, told.notify)
	if err := s.Flush(); err != nil || s.Status().State != Saved {
		t.Error("a Saver without work is not idle")
	}
	for n := 1; n <= 4; n++ {
		a := revision(n)
		s.Save(a)
		a.Revision = 99 // the Saver has its own copy
		if n == 1 {
			if got := <-disk.started; got != 1 {
				t.Fatalf("saves %d", got)
			}
		}
	}
	if s.Status().State != Saving {
		t.Error(s.Status())
	}
	disk.result <- errors.New("no longer matters") // 2 and 3 are skipped
	if got := <-disk.started; got != 4 {
		t.Errorf("saves %d, want 4", got)
	}
	go func() { disk.result <- nil }()
	if err := s.Flush(); err != nil || s.Status() != (SaveStatus{State: Saved}) {
		t.Error(err, s.Status())
	}
	told.check(t, Saving, Saved)
}

func TestSaverFailure(t *testing.T) {
	disk, told := newSlowDisk(), make(chan SaveStatus, 10)
	s := newSaver(disk.save, func(st SaveStatus) { told <- st })
	full := errors.New("full")
	s.Save(revision(1))
	disk.result <- full
	for range []SaveState{Saving, Failed} {
		<-told
	}
	if st := s.Status(); st.State != Failed || st.Err != full {
		t.Error(st)
	}
	go func() { disk.result <- full }()
	if err := s.Flush(); err != full {
		t.Errorf("tried again: %v", err)
	}
	for range []SaveState{Saving, Failed} {
		<-told
	}
	go func() { disk.result <- nil }()
	if err := s.Flush(); err != nil || s.Status().State != Saved {
		t.Errorf("after the disk works again: %v", err)
	}
}

// TestSaverRace has several goroutines type, look and wait at the same time.
func TestSaverRace(t *testing.T) {
	path := newPath(t)
	f := open(t, path)
	told := new(recorder)
	s := NewSaver(f, told.notify)
	var wg sync.WaitGroup
	for n := range 4 {
		wg.Go(func() {
			for i := range 20 {
				s.Save(fixture(assessment.Choice((n+i)%5 + 1)))
				if i%7 == 0 {
					if err := s.Flush(); err != nil {
						t.Error(err)
					}
				}
				s.Status()
			}
		})
	}
	wg.Wait()
	s.Save(fixture(4))
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	a, err := Read(path)
	if err != nil || a.Answers[0].Choice != 4 {
		t.Errorf("the newest content is not in the file: %v", err)
	}
	told.mu.Lock()
	defer told.mu.Unlock()
	for i, state := range told.states {
		if want := []SaveState{Saving, Saved}[i%2]; state != want {
			t.Fatalf("told %v", told.states)
		}
	}
}
