package shell

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
)

// ownKeeping is a task that keeps something else than an assessment. Its saver
// is asked for the state of saving only.
type ownKeeping interface{ Save() }

// Save hands a copy of the assessment to the saver, or lets the task keep what
// it is about.
func (s *Shell) Save() {
	if k, ok := s.task.(ownKeeping); ok {
		k.Save()
		return
	}
	s.opts.Saver.Save(s.task.Assessment().Clone())
}

// poll looks again after a while, as long as a save is under way or has failed.
func (s *Shell) poll() tea.Cmd {
	if s.polling || s.done {
		return nil
	}
	if s.opts.Saver.Status().State == saving.Saved {
		s.failedAt = time.Time{}
		return nil
	}
	s.polling = true
	return tea.Tick(pollTime, func(time.Time) tea.Msg { return pollMsg{} })
}

// retry tries a failed save again from time to time: the stick may be back.
func (s *Shell) retry() {
	st := s.opts.Saver.Status()
	if s.leaving != nil || st.State != saving.Failed {
		return
	}
	if saving.IsPermanent(st.Err) {
		s.tell(st.Err)
		return
	}
	switch now := time.Now(); {
	case s.failedAt.IsZero():
		s.failedAt = now
	case now.Sub(s.failedAt) >= retryTime:
		s.failedAt = now
		s.Save()
	}
}

// tell says once, at once, that trying again cannot mend a failed save.
func (s *Shell) tell(err error) {
	if s.told != nil {
		return
	}
	s.told = err
	s.Push(newFailed(err, s.opts.SaveAs != nil, func(s *Shell) tea.Cmd {
		s.Pop()
		s.Message = "Saved to " + terminal.CleanLine(s.opts.Path) + " from now on."
		return nil
	}))
}

// Quit leaves the task when everything is saved.
func (s *Shell) Quit() tea.Cmd {
	return s.depart(departure{again: func(s *Shell) tea.Cmd {
		s.Save()
		return s.Quit()
	}})
}

// Finish leaves the task as finished, once done, which sets it to that, is
// saved. If it cannot be saved, undo takes it back.
func (s *Shell) Finish(done, undo func()) tea.Cmd {
	s.Leave()
	done()
	s.Save()
	s.outcome.Finished = true
	return s.depart(departure{
		undo:  func() { undo(); s.outcome.Finished = false },
		again: func(s *Shell) tea.Cmd { return s.Finish(done, undo) },
	})
}

func (s *Shell) depart(d departure) tea.Cmd {
	s.Leave()
	s.keepAll()
	s.leaving = &d
	saver := s.opts.Saver
	return func() tea.Msg { return flushMsg{saver.Flush()} }
}

func (s *Shell) flushed(err error) tea.Cmd {
	d := s.leaving
	s.leaving = nil
	if err == nil {
		return s.exit()
	}
	if d.undo != nil {
		d.undo()
	}
	s.Close()
	s.Push(newFailed(err, s.opts.SaveAs != nil, d.again))
	return nil
}

// stop ends the program at once: by a signal, or because the terminal is gone.
// Even half-typed text is kept.
func (s *Shell) stop(err error) tea.Cmd {
	if s.end == nil {
		s.end = err
	}
	s.Leave()
	s.keepAll()
	return s.exit()
}

func (s *Shell) exit() tea.Cmd {
	s.done = true
	return tea.Quit
}
