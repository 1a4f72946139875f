// Package interview asks the statements of a questionnaire, on a full screen or
// line by line. It keeps the answers in an assessment.Session and hands them to
// a Saver after every answer; it never answers for a person.
package interview

import (
	"errors"
	"fmt"

	"dgca/assessment"
)

// Saver keeps an assessment safe beside the interview, in order and without
// making the person wait.
type Saver interface {
	// Save takes over a copy to be saved; it must not wait for the disk.
	Save(*assessment.Assessment)
	// Flush waits until the last copy is saved, and tries again if it failed.
	Flush() error
	// Status says how the last save went.
	Status() SaveStatus
}

// SaveStatus says how the last save went.
type SaveStatus struct {
	State SaveState
	Err   error // why it failed
}

// SaveState is the state of the last save.
type SaveState int

// The states of a save.
const (
	Saved SaveState = iota
	Saving
	Failed
)

// Options are what an interview needs.
type Options struct {
	Session *assessment.Session
	Saver   Saver
	Path    string // of the file, to be shown
	NoColor bool
	NoIntro bool // leaves out the opening pages
	// SaveAs saves to another file from now on. With it, a person whose disk is
	// full can choose another place. Nil: not offered.
	SaveAs func(path string) error
}

// Outcome says how an interview ended that ended well.
type Outcome struct {
	Finished bool // the person set the assessment to complete
	LineMode bool // the person asked to go on line by line
	Unsaved  bool // the person left although the last changes are not saved
}

// ErrInputEnded says that there was no more input before the interview was
// finished. The answers are saved.
var ErrInputEnded = errors.New("the input ended before the interview was complete; answers so far are saved")

// SignalError says that a signal ended the interview. The answers are saved,
// even half-typed text.
type SignalError struct{ Number int }

// Error says it in words.
func (e *SignalError) Error() string {
	return fmt.Sprintf("stopped by signal %d; answers so far are saved", e.Number)
}

// SaveError says that the last answers are not saved.
type SaveError struct{ Err error }

// Error says it in words.
func (e *SaveError) Error() string { return "the last answers are NOT saved: " + e.Err.Error() }

// Unwrap returns the reason.
func (e *SaveError) Unwrap() error { return e.Err }
