package interview

import (
	"errors"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
)

// TestMarkIsShown looks for the mark at the statement, in the review and in
// line mode.
func TestMarkIsShown(t *testing.T) {
	d := newDriver(t, sample(2), 60, 20, false).press("3half<f2>").shows("[x] look again").wants("LEA-01=3 ev:half marked")
	d.press("<ctrl+r>").shows("look again", "Look again: 1.")
	out, _, _, _ := runLines(t, start(t, sample(1)), "m\ns\nb\nq\n", false)
	if n := strings.Count(out, "Marked to look at again."); n != 2 {
		t.Errorf("the mark is said %d times, want 2:\n%s", n, out)
	}
}

// TestCompletionNotSaved: an assessment whose completion is not saved stays a
// draft, and can be completed later.
func TestCompletionNotSaved(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false).press("<ctrl+g>4<enter>2<pgdown><enter>")
	d.Saver.Fail(errors.New("no space left"))
	d.press("3<enter>").shows("NOT SAVED")
	if got := d.m.s.Assessment().State; got != assessment.Draft || d.Shell.Outcome().Finished {
		t.Fatalf("state %s, finished %v", got, d.Shell.Outcome().Finished)
	}
	d.Saver.Fail(nil)
	d.press("1")
	if !d.Ended || !d.Shell.Outcome().Finished || d.Saver.Last().State != assessment.Complete {
		t.Fatalf("not complete after trying again:\n%s", d.Screen())
	}

	s := start(t, sample(1))
	streams, _, _ := terminal.Buffers("j 4\n2\n\n\nf\n", nil)
	full := &shelltest.Memory{}
	full.Fail(errors.New("no space left"))
	_, err := RunLine(t.Context(), streams, Options{Options: shell.Options{Saver: full}, Session: s})
	if !errors.As(err, new(*saving.SaveError)) || s.Assessment().State != assessment.Draft {
		t.Fatalf("line mode: state %s, %v", s.Assessment().State, err)
	}
}
