package interview

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
)

// save hands a copy of the assessment to the saver.
func (m *model) save() { m.opts.Saver.Save(m.s.Assessment().Clone()) }

// poll looks again after a while, as long as a save is under way or has failed.
func (m *model) poll() tea.Cmd {
	if m.polling || m.done {
		return nil
	}
	if m.opts.Saver.Status().State == Saved {
		m.failedAt = time.Time{}
		return nil
	}
	m.polling = true
	return tea.Tick(pollTime, func(time.Time) tea.Msg { return pollMsg{} })
}

// retry tries a failed save again from time to time: the stick may be back.
func (m *model) retry() {
	if m.leaving || m.opts.Saver.Status().State != Failed {
		return
	}
	switch now := time.Now(); {
	case m.failedAt.IsZero():
		m.failedAt = now
	case now.Sub(m.failedAt) >= retryTime:
		m.failedAt = now
		m.save()
	}
}

// quit leaves the interview when everything is saved.
func (m *model) quit() tea.Cmd {
	m.leavePage()
	m.leaving = true
	return m.flush()
}

// saveAndQuit tries a save again and leaves when it went well.
func saveAndQuit(m *model) tea.Cmd {
	m.save()
	return m.quit()
}

func (m *model) flush() tea.Cmd {
	saver := m.opts.Saver
	return func() tea.Msg { return flushMsg{saver.Flush()} }
}

func (m *model) flushed(err error) tea.Cmd {
	m.leaving = false
	if err != nil {
		again := saveAndQuit
		if m.completing { // the draft stays one until its completion is saved
			m.s.Reopen()
			m.completing, m.outcome.Finished = false, false
			again = (*model).finish
		}
		m.screens = nil
		m.push(newFailed(err, m.opts.SaveAs != nil, again))
		return nil
	}
	return m.exit()
}

// finish sets the assessment to complete and leaves.
func (m *model) finish() tea.Cmd {
	m.leavePage()
	m.completing = m.s.Assessment().State == assessment.Draft
	m.s.Finish()
	m.save()
	m.outcome.Finished = true
	return m.quit()
}

// stop ends the program at once: by a signal, or because the terminal is gone.
// Even half-typed text is kept.
func (m *model) stop(err error) tea.Cmd {
	if m.end == nil {
		m.end = err
	}
	m.leavePage()
	return m.exit()
}

func (m *model) exit() tea.Cmd {
	m.done = true
	return tea.Quit
}
