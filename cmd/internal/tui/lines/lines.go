// Package lines asks line by line: for screen readers, pipes and terminals that
// cannot move a cursor. It writes no escape codes, ever.
package lines

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// Width is where lines wrap, whatever the terminal says: a screen reader and a
// printed log have no width.
const Width = 78

// ErrLeave says that the person asked to leave.
var ErrLeave = errors.New("leave")

// Asker asks one person, line by line.
type Asker struct {
	ctx    context.Context
	in     *terminal.LineReader
	out    io.Writer
	echo   bool // the input is not seen on the output: end the line of a prompt
	saver  saving.Saver
	warned bool // the failed save was announced
}

// Run lets ask ask until it returns an error; ErrLeave is the good one. Then it
// waits until everything is saved; a person who leaves while it cannot be saved
// is asked what to do. The error is nil, saving.ErrInputEnded, a
// *saving.SignalError, a *saving.SaveError, or that of the input.
func Run(ctx context.Context, streams *terminal.Streams, opts shell.Options, ask func(*Asker) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, saving.StopSignals...)
	defer signal.Stop(signals)
	go func() {
		select {
		case sig := <-signals:
			cancel(&saving.SignalError{Number: saving.SignalNumber(sig)})
		case <-ctx.Done():
		}
	}()
	a := &Asker{ctx: ctx, in: streams.Lines(), out: streams.Out, echo: !streams.InIsTerminal(), saver: opts.Saver}
	err := ask(a)
	if errors.Is(err, ErrLeave) {
		err = a.leave(opts)
	}
	if terminal.IsHangUp(err) || errors.Is(err, io.EOF) && streams.InIsTerminal() {
		err = lateSignal(ctx, err)
	}
	if ctx.Err() != nil {
		streams.DiscardTyped() // half a line must not land in the shell
	}
	switch {
	case errors.As(err, new(*saving.SaveError)):
		return err
	case terminal.IsHangUp(err):
		err = &saving.SignalError{Number: int(syscall.SIGHUP)}
	case errors.Is(err, io.EOF):
		err = saving.ErrInputEnded
	}
	if flushErr := opts.Saver.Flush(); flushErr != nil {
		return saving.WithSaveError(err, flushErr)
	}
	return err
}

// lateSignal gives a terminal that was closed a moment to send its signal: it
// takes the input away first.
func lateSignal(ctx context.Context, err error) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(200 * time.Millisecond):
		return err
	}
}

// Ask reads one line, cleaned. A failed save is announced before the question.
func (a *Asker) Ask(prompt string) (string, error) {
	if st := a.saver.Status(); st.State == saving.Failed && !a.warned {
		a.SaySaveFailed()
	} else if st.State == saving.Saved {
		a.warned = false
	}
	fmt.Fprint(a.out, prompt)
	text, err := a.in.Read(a.ctx)
	if a.echo || err != nil {
		fmt.Fprintln(a.out)
	}
	if a.ctx.Err() != nil {
		return "", context.Cause(a.ctx)
	}
	return assessment.CleanLine(text), err
}

// SaySaveFailed says why the last save failed. It reports whether it did.
func (a *Asker) SaySaveFailed() bool {
	st := a.saver.Status()
	if st.State != saving.Failed {
		return false
	}
	a.Say("NOT SAVED: " + saving.Reason(st.Err))
	a.warned = true
	return true
}

// Say writes a paragraph.
func (a *Asker) Say(text string) { fmt.Fprintln(a.out, terminal.Wrap(text, Width)) }

// Block writes lines as they are.
func (a *Asker) Block(text string) { fmt.Fprintln(a.out, strings.Trim(text, "\n")) }

// Line writes one line and cuts it where it is too long.
func (a *Asker) Line(text string) { fmt.Fprintln(a.out, terminal.Truncate(text, Width)) }

// Item writes an entry of a list, with its text indented under its name.
func (a *Asker) Item(key, name, text string) {
	if text != "" && name != "" {
		name += ". "
	}
	fmt.Fprintln(a.out, strings.Join(terminal.Hang("  "+key+". ", name+text, Width), "\n"))
}

// Page writes a page of text.
func (a *Asker) Page(p *shell.Page) {
	for _, line := range p.Text(Width, false) {
		fmt.Fprintln(a.out, line)
	}
}
