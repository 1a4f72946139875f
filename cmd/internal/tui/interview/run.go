package interview

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dgca/cmd/internal/terminal"
)

// lastResort is how long a signal waits for a screen that hangs before the
// answers are saved without it.
const lastResort = 3 * time.Second

// RunScreen asks on a full screen. Without an error, everything is saved. The
// error is ErrInputEnded, a *SignalError, a *SaveError, or that of the terminal.
func RunScreen(ctx context.Context, streams *terminal.Streams, opts Options) (Outcome, error) {
	width, height := streams.Size()
	m := newModel(opts, width, height)
	gone := make(chan struct{})
	programOpts := []tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithInput(watch(streams.In, gone)),
		tea.WithOutput(streams.Out),
		tea.WithEnvironment(streams.Environ()),
		tea.WithoutSignalHandler(),
	}
	if opts.NoColor || !streams.Color() {
		programOpts = append(programOpts, tea.WithColorProfile(colorprofile.ASCII))
	}
	program := tea.NewProgram(m, programOpts...)
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, stopSignals...)
	defer signal.Stop(signals)

	ended := make(chan error, 1)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	err := wait(program, m, ended, signals, gone)
	return m.close(err)
}

// wait returns when the program has ended, or when it hangs after a signal.
func wait(program *tea.Program, m *model, ended chan error, signals chan os.Signal, gone chan struct{}) error {
	var hangs <-chan time.Time
	for {
		select {
		case err := <-ended:
			return lateSignal(err, m, signals, gone)
		case sig := <-signals:
			go program.Send(signalMsg(number(sig)))
			if hangs == nil {
				hangs = time.After(lastResort)
				m.noteSignal(number(sig))
			}
		case <-gone:
			gone = nil
			go program.Send(inputEnd{})
		case <-hangs:
			return nil
		}
	}
}

// lateSignal gives a terminal that was closed a moment to send its signal: it
// takes the input away first.
func lateSignal(err error, m *model, signals chan os.Signal, gone chan struct{}) error {
	if err == nil && !errors.Is(m.end, ErrInputEnded) {
		return nil
	}
	select {
	case sig := <-signals:
		m.noteSignal(number(sig))
		return nil
	case <-time.After(200 * time.Millisecond):
	}
	return err
}

// noteSignal makes a signal the reason of the end.
func (m *model) noteSignal(n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.end = &SignalError{n}
}

// close keeps what was typed, whatever ended the program, and waits for the
// last save.
func (m *model) close(runErr error) (Outcome, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.leavePage()
	err := m.end
	if err == nil && runErr != nil {
		err = runErr
		if errors.Is(runErr, io.EOF) || isHangUp(runErr) {
			err = &SignalError{int(syscall.SIGHUP)}
		}
	}
	if flushErr := m.opts.Saver.Flush(); flushErr != nil && !m.outcome.Unsaved {
		err = errors.Join(err, &SaveError{flushErr})
	}
	m.outcome.Finished = m.outcome.Finished && err == nil && !m.outcome.Unsaved
	return m.outcome, err
}

// number is the number of a signal.
func number(sig os.Signal) int {
	if n, ok := sig.(syscall.Signal); ok {
		return int(n)
	}
	return int(syscall.SIGINT)
}

// watched is the input of a terminal that tells when it has ended. Bubble Tea
// alone would wait for ever.
type watched struct {
	*os.File
	once sync.Once
	gone chan struct{}
}

func (w *watched) Read(b []byte) (int, error) {
	n, err := w.File.Read(b)
	if errors.Is(err, io.EOF) || isHangUp(err) {
		w.once.Do(func() { close(w.gone) })
	}
	return n, err
}

func watch(in io.Reader, gone chan struct{}) io.Reader {
	if f, ok := in.(*os.File); ok {
		return &watched{File: f, gone: gone}
	}
	return in
}
