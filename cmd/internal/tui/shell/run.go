package shell

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
)

// lastResort is how long a signal waits for a screen that hangs before the
// answers are saved without it.
const lastResort = 3 * time.Second

// Run shows a task on a full screen; open makes the frame around it. Without an
// error, everything is saved. The error is saving.ErrInputEnded, a
// *saving.SignalError, a *saving.SaveError, or that of the terminal.
func Run(ctx context.Context, streams *terminal.Streams, open func(width, height int) *Shell) (saving.Outcome, error) {
	s := open(streams.Size())
	in, gone := streams.Watched()
	programOpts := []tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithInput(in),
		tea.WithOutput(streams.Out),
		tea.WithEnvironment(streams.Environ()),
		tea.WithoutSignalHandler(),
	}
	if s.opts.NoColor || !streams.Color() {
		programOpts = append(programOpts, tea.WithColorProfile(colorprofile.ASCII))
	}
	streams.DiscardTyped()
	program := tea.NewProgram(s, programOpts...)
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, saving.StopSignals...)
	defer signal.Stop(signals)

	ended := make(chan error, 1)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	err := wait(program, s, ended, signals, gone)
	return s.close(err)
}

// wait returns when the program has ended, or when it hangs after a signal.
func wait(program *tea.Program, s *Shell, ended chan error, signals chan os.Signal, gone chan struct{}) error {
	var hangs <-chan time.Time
	for {
		select {
		case err := <-ended:
			return lateSignal(err, s, signals, gone)
		case sig := <-signals:
			go program.Send(signalMsg(saving.SignalNumber(sig)))
			if hangs == nil {
				hangs = time.After(lastResort)
				s.noteSignal(saving.SignalNumber(sig))
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
func lateSignal(err error, s *Shell, signals chan os.Signal, gone chan struct{}) error {
	if err == nil && !errors.Is(s.end, saving.ErrInputEnded) {
		return nil
	}
	select {
	case sig := <-signals:
		s.noteSignal(saving.SignalNumber(sig))
		return nil
	case <-time.After(200 * time.Millisecond):
	}
	return err
}

// noteSignal makes a signal the reason of the end.
func (s *Shell) noteSignal(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end = &saving.SignalError{Number: n}
}

// close keeps what was typed, whatever ended the program, and waits for the
// last save.
func (s *Shell) close(runErr error) (saving.Outcome, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Leave()
	err := s.end
	if err == nil && runErr != nil {
		err = runErr
		if errors.Is(runErr, io.EOF) || terminal.IsHangUp(runErr) {
			err = &saving.SignalError{Number: int(syscall.SIGHUP)}
		}
	}
	if flushErr := s.opts.Saver.Flush(); flushErr != nil {
		err = saving.WithSaveError(err, flushErr)
	}
	s.outcome.Finished = s.outcome.Finished && err == nil
	return s.outcome, err
}
