package interview

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
	"dgca/questionnaires"
)

// childEnv makes the test binary the real program: it holds the path of the
// answers.
const childEnv = "DGCA_INTERVIEW_CHILD"

func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		os.Exit(child(path))
	}
	os.Exit(m.Run())
}

// child runs an interview as the command line would, with its exit codes.
func child(path string) int {
	dims, err := strconv.Atoi(os.Getenv(childEnv + "_DIMENSIONS"))
	if err != nil {
		dims = 2
	}
	q := sample(dims)
	if os.Getenv(childEnv+"_BUILTIN") != "" {
		q = questionnaires.BuiltIn()
	}
	a, err := assessment.New(q, assessment.Subject{Name: "Ministry of Trials", Kind: questionnaires.Institution},
		assessment.SessionInfo{Type: assessment.Individual}, assessment.Scope{Kind: assessment.Full})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if before, err := readStored(path); err == nil {
		a.Answers, a.State = before.answers(), before.State
	}
	s, err := assessment.NewSession(q, a)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	streams := terminal.New(os.Stdin, os.Stdout, os.Stderr, os.Getenv)
	flags := os.Getenv(childEnv + "_FLAGS")
	run := RunScreen
	if streams.Line(strings.Contains(flags, "line")) {
		run = RunLine
	}
	opts := Options{Options: shell.Options{Saver: &fileSaver{path: path}, Path: path}, Session: s, NoIntro: strings.Contains(flags, "nointro")}
	out, err := run(context.Background(), streams, opts)
	if out.LineMode && err == nil {
		out, err = RunLine(context.Background(), streams, opts)
	}
	fmt.Printf("\nfinished=%v err=%v\n", out.Finished, err)
	var sig *saving.SignalError
	switch {
	case errors.As(err, &sig):
		return 128 + sig.Number
	case errors.Is(err, saving.ErrInputEnded):
		return 3
	case err != nil:
		return 1
	}
	return 0
}
