package cli

import (
	"errors"
	"fmt"
	"strings"

	"dgca/assessment/store"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/setup"
	"dgca/questionnaires/strictyaml"
)

// The exit codes. "dgca help exit-codes" explains them; a signal n gives 128+n.
const (
	ExitDone       = 0 // done, or saved and left on request
	ExitFailed     = 1
	ExitUsage      = 2 // wrong command, flag or argument
	ExitIncomplete = 3 // the input ended early
	ExitInvalid    = 4 // a file is not valid
	ExitInUse      = 5 // another dgca has the file open
	exitSignal     = 128
)

// failure is an error with its exit code and the next thing to do.
type failure struct {
	code int
	err  error
	hint string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// usagef reports that the command line is wrong.
func usagef(hint, format string, args ...any) error {
	return &failure{ExitUsage, fmt.Errorf(format, args...), hint}
}

// failf reports that something could not be done.
func failf(hint, format string, args ...any) error {
	return &failure{ExitFailed, fmt.Errorf(format, args...), hint}
}

// invalidf reports that a file cannot be used.
func invalidf(hint, format string, args ...any) error {
	return &failure{ExitInvalid, fmt.Errorf(format, args...), hint}
}

// ExitCode returns the exit code for an error. It is the only place that
// decides it.
func ExitCode(err error) int {
	var f *failure
	var sig signalError
	var asked *saving.SignalError
	var problems strictyaml.Problems
	var invalid *store.InvalidError
	switch {
	case err == nil:
		return ExitDone
	case errors.As(err, &sig):
		return exitSignal + sig.number
	case errors.As(err, &asked):
		return exitSignal + asked.Number
	case errors.As(err, &f):
		return f.code
	case errors.Is(err, saving.ErrInputEnded), errors.Is(err, setup.ErrInputEnded):
		return ExitIncomplete
	case errors.Is(err, store.ErrInUse):
		return ExitInUse
	case errors.As(err, &problems), errors.As(err, &invalid):
		return ExitInvalid
	}
	return ExitFailed
}

// describe returns the lines that explain an error: "dgca: what, where", and a
// hint where there is one.
func describe(err error) []string {
	var problems strictyaml.Problems
	var invalid *store.InvalidError
	var f *failure
	var hinted interface{ Hint() string }
	var hint string
	switch {
	case err == nil:
		return nil
	case errors.As(err, &f):
		hint = f.hint
	case errors.Is(err, terminal.ErrLineTooLong):
		hint = "shorten the line; the answers before it are saved"
	case errors.As(err, &problems):
		return problemLines(problems)
	case errors.As(err, &invalid):
		return problemLines(invalid.Problems)
	case errors.As(err, &hinted):
		hint = hinted.Hint()
	}
	var lines []string
	for _, line := range strings.Split(err.Error(), "\n") { // errors that were joined
		lines = append(lines, "dgca: "+line)
	}
	if hint != "" {
		lines = append(lines, "hint: "+hint)
	}
	return lines
}

// problemLines lists the problems of files, each with its hint.
func problemLines(problems strictyaml.Problems) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, "dgca: "+p.String())
		if p.Hint != "" {
			lines = append(lines, "hint: "+p.Hint)
		}
	}
	return lines
}
