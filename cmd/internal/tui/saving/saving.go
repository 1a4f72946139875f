// Package saving is what screens and line mode share about keeping answers: who
// saves them, and the ways in which a task of asking ends.
package saving

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
)

// Saver keeps an assessment safe beside the person who types, in order and
// without making the person wait.
type Saver interface {
	// Save takes over a copy to be saved; it must not wait for the disk.
	Save(*assessment.Assessment)
	// Flush waits until the last copy is saved, and tries again if it failed.
	Flush() error
	// Status says how the last save went.
	Status() Status
}

// Status says how the last save went.
type Status struct {
	State State
	Err   error // why it failed
}

// State is the state of the last save.
type State int

// The states of a save.
const (
	Saved State = iota
	Saving
	Failed
)

// Outcome says how a task ended that ended well.
type Outcome struct {
	Finished bool // the person finished the task
	LineMode bool // the person asked to go on line by line
}

// ErrInputEnded says that there was no more input before the task was finished.
// What was entered is saved.
var ErrInputEnded = errors.New("the input ended early; everything entered so far is saved")

// SignalError says that a signal ended the task. What was entered is saved, even
// half-typed text, unless a SaveError stands beside it.
type SignalError struct {
	Number  int
	unsaved bool
}

// Error says it in words.
func (e *SignalError) Error() string {
	if e.unsaved {
		return fmt.Sprintf("stopped by signal %d", e.Number)
	}
	return fmt.Sprintf("stopped by signal %d; everything entered so far is saved", e.Number)
}

// inputEndedUnsaved is ErrInputEnded where the last answers could not be saved.
type inputEndedUnsaved struct{}

func (inputEndedUnsaved) Error() string { return "the input ended early" }

// Is makes the error equal to ErrInputEnded.
func (inputEndedUnsaved) Is(target error) bool { return target == ErrInputEnded }

// WithSaveError adds that the last changes could not be saved to the end of a
// task, which may be nil, and takes back that they were.
func WithSaveError(end, failed error) error {
	var sig *SignalError
	switch {
	case errors.As(end, &sig):
		end = &SignalError{Number: sig.Number, unsaved: true}
	case errors.Is(end, ErrInputEnded):
		end = inputEndedUnsaved{}
	}
	return errors.Join(end, &SaveError{failed})
}

// SaveError says that the last changes are not saved.
type SaveError struct{ Err error }

// Error says it in words.
func (e *SaveError) Error() string { return "the last changes are NOT saved: " + e.Err.Error() }

// Unwrap returns the reason.
func (e *SaveError) Unwrap() error { return e.Err }

// Reason says in one line why a save failed. That it was not saved stands
// before it.
func Reason(err error) string {
	if err == nil {
		return "the reason is not known"
	}
	return strings.Replace(terminal.CleanLine(err.Error()), ": not saved: ", ": ", 1)
}

// Remedy says what to do about a failed save, or "".
func Remedy(err error) string {
	var hinted interface{ Hint() string }
	if !errors.As(err, &hinted) || hinted.Hint() == "" {
		return ""
	}
	return "What to do: " + terminal.CleanLine(hinted.Hint()) + "."
}

// IsPermanent reports whether trying again cannot mend a failed save.
func IsPermanent(err error) bool {
	var p interface{ Permanent() bool }
	return errors.As(err, &p) && p.Permanent()
}

// SignalNumber is the number of a signal.
func SignalNumber(sig os.Signal) int {
	if n, ok := sig.(syscall.Signal); ok {
		return int(n)
	}
	return int(syscall.SIGINT)
}
