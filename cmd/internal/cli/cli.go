// Package cli is the command line of dgca: the tree of commands, their flags,
// and the one place that turns errors into exit codes.
//
// Every command is made by a constructor that fills an options struct from
// flags; a run function that knows no cobra does the work. Data goes to the
// standard output, everything that is said to a person goes to the standard
// error output. The package holds no state: streams, environment and clock come
// in through Main.
package cli

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"strconv"
	"time"

	"dgca/cmd/internal/terminal"
)

// Main runs the program with its arguments, without the program's own name, and
// returns the exit code. The environment is the one of the streams.
func Main(ctx context.Context, args []string, streams *terminal.Streams, clock func() time.Time) int {
	// A run is short and its heap small: collect garbage less often.
	debug.SetGCPercent(gcPercent)
	ctx, stop := withSignals(ctx)
	defer stop()
	a := &app{streams: streams, clock: clock}
	root := newRootCmd(a)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	// An interview has its own words for a signal: whether all is saved.
	if sig := signalCause(ctx); sig != nil && ExitCode(err) < exitSignal && !a.left {
		err = sig
	}
	a.explainError(err)
	if err != nil && len(args) == 0 && signalCause(ctx) == nil {
		a.holdWindow(ownsConsole())
	}
	return ExitCode(err)
}

// gcPercent makes a report about a tenth faster and keeps it below 30 MB.
const gcPercent = 400

// app is what every command needs of the world.
type app struct {
	streams *terminal.Streams
	clock   func() time.Time
	left    bool // Ctrl+C left the menu, and stopped nothing
}

// now returns the time that outputs carry. SOURCE_DATE_EPOCH replaces the clock,
// so that the same input gives the same bytes.
func (a *app) now() (time.Time, error) {
	epoch := a.streams.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return a.clock(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 || seconds > maxEpoch {
		return time.Time{}, usagef("unset SOURCE_DATE_EPOCH, or set it to seconds since 1970",
			"the environment variable SOURCE_DATE_EPOCH is no number of seconds: %q", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// maxEpoch is the end of the year 9999; later years do not fit into a date.
const maxEpoch = 253402300799

// say writes a line to a person.
func (a *app) say(format string, args ...any) {
	fmt.Fprintln(a.streams.Err, terminal.Clean(fmt.Sprintf(format, args...)))
}

// print writes text to the standard output. Names and texts of others in it
// cannot harm a terminal.
func (a *app) print(text string) error {
	_, err := io.WriteString(a.streams.Out, terminal.Clean(text))
	return err
}

// explainError says what went wrong and what to do next.
func (a *app) explainError(err error) {
	for _, line := range describe(err) {
		a.say("%s", line)
	}
}
