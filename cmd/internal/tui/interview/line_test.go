package interview

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
)

func runLines(t *testing.T, s *assessment.Session, input string, intro bool) (out string, saver *shelltest.Memory, outcome saving.Outcome, err error) {
	t.Helper()
	streams, buffer, _ := terminal.Buffers(input, nil)
	saver = &shelltest.Memory{}
	outcome, err = RunLine(t.Context(), streams, Options{Options: shell.Options{Saver: saver}, Session: s, NoIntro: !intro})
	out = buffer.String()
	if strings.ContainsAny(out, "\x1b\x07") {
		t.Errorf("an escape code was written: %q", out)
	}
	for _, l := range strings.Split(out, "\n") {
		if terminal.Width(l) > lines.Width && !strings.Contains(l, "Enter keeps") {
			t.Errorf("a line is too long: %q", l)
		}
	}
	return out, saver, outcome, err
}

// TestLine types lines and looks at what is recorded and said.
func TestLine(t *testing.T) {
	for name, c := range map[string]struct{ input, want, says string }{
		"level with evidence":         {"3|Decree 12|as agreed|q", "LEA-01=3 ev:Decree 12 com:as agreed", "Recorded: 3 Established."},
		"low level, no evidence":      {"2||q", "LEA-01=2", "Statement 2 of 8. Leadership. LEA-02."},
		"don't know":                  {"d|ask finance|q", "LEA-01=dk com:ask finance", "Recorded: Don't know."},
		"don't know by digit":         {"0||q", "LEA-01=dk", ""},
		"not applicable, suggested":   {"n|2||q", "LEA-01=na why:The unit was founded less than six months ago.", "1. Decided above us"},
		"not applicable, own":         {"N|not ours||q", "LEA-01=na why:not ours", ""},
		"not applicable, no reason":   {"n||q", "", "Nothing was recorded."},
		"not applicable, wrong":       {"n|7||q", "", "There is no reason number 7."},
		"not applicable, left":        {"n|q", "", "0 answered"},
		"wrong number":                {"6|q", "", `"6" is not an answer.`},
		"wrong word":                  {"yes|3 4|+3|03x|q", "", `"3 4" is not an answer.`},
		"enter without an answer":     {"||q", "", "Nothing is recorded: this statement has no answer yet."},
		"enter keeps":                 {"2||b||q", "LEA-01=2", "Enter keeps 2 Emerging"},
		"skip":                        {"s|4|||q", "LEA-02=4", ""},
		"back at the start":           {"b|q", "", "This is the first statement."},
		"back to change":              {"2||b|1||q", "LEA-01=1", "Current answer: 2 Emerging."},
		"back at evidence":            {"3|b|4|Plan||q", "LEA-01=4 ev:Plan", "Current answer: 3 Established."},
		"quit at evidence":            {"3|q", "LEA-01=3", "1 answered, 7 left."},
		"help at evidence":            {"3|?|Plan||q", "LEA-01=3 ev:Plan", "- Approved plan with date"},
		"evidence kept":               {"3|Plan||b|3|||q", "LEA-01=3 ev:Plan", "Evidence so far: Plan"},
		"evidence taken out":          {"3|Plan||b|3|-||q", "LEA-01=3", ""},
		"jump":                        {"j 5|1||q", "STR-01=1", "Dimension: Strategy."},
		"jump by code":                {"J str-02|1||q", "STR-02=1", "Statement 6 of 8."},
		"jump without a place":        {"j|2||q", "LEA-01=2", "Type j and a number, a code or words"},
		"confidence without a word":   {"2||b|c|q", "LEA-01=2", "Type c low, c medium or c high."},
		"not applicable, a digit":     {"s|n|1|not ours||q", "LEA-02=na why:not ours", "There is no reason number 1."},
		"not applicable, no word":     {"n|...|q", "", "A reason in words is needed."},
		"jump nowhere":                {"j 99|j zzz|q", "", `No statement "99".`},
		"jump with a choice":          {"j strategy|q", "", `4 statements contain "strategy":`},
		"review":                      {"d||r|q", "LEA-01=dk", "1. LEA-01, Don't know:"},
		"mark":                        {"m|q", "LEA-01= marked", "Marked to look at again."},
		"confidence":                  {"2||b|c high|q", "LEA-01=2 conf:high", "Recorded: confidence high."},
		"confidence without a level":  {"c high|q", "", "Give a level first"},
		"confidence, wrong":           {"2||b|c sure|q", "LEA-01=2", `"sure" is not a confidence.`},
		"help":                        {"?|q", "", "Good enough"},
		"finish":                      {"j 8|2|||f", "STR-04=2", "This was the last statement."},
		"finish, look back":           {"j 8|2|||x|r|?|o|b|j 1|1||q", "LEA-01=1; STR-04=2", `"x" is not a command here.`},
		"end of a dimension":          {"j 4|2||3|?|r|o||3|Plan||q", "LEA-04=2; STR-01=3 ev:Plan", `"3" is not a command here.`},
		"end of a dimension, back":    {"j 4|2||b|1||q", "LEA-04=1", "Level so far: not shown (not enough answers)."},
		"end of a dimension, jump":    {"j 4|2||j 1|5|||q", "LEA-01=5; LEA-04=2", "Not answered: LEA-01, LEA-02, LEA-03."},
		"end of a dimension, quit":    {"j 4|2||q", "LEA-04=2", "Saved. 1 answered, 7 left."},
		"overview":                    {"o|q", "", "- Strategy: 0 of 4 answered. Type j 5 to go there."},
		"escape codes in an answer":   {"3|\x1b[31mred\x1b[0m||q", "LEA-01=3 ev:red", ""},
		"windows line ends":           {"3\r|Decree\r|\r|q\r", "LEA-01=3 ev:Decree", ""},
		"capital letters and blanks":  {"  D  ||Q", "LEA-01=dk", ""},
		"last line without a newline": {"2||q", "LEA-01=2", "Saved. 1 answered, 7 left."},
	} {
		t.Run(name, func(t *testing.T) {
			input := strings.ReplaceAll(c.input, "|", "\n")
			s := start(t, sample(2))
			out, saver, outcome, err := runLines(t, s, input, false)
			if err != nil {
				t.Fatalf("%v; output:\n%s", err, out)
			}
			got := describe(s.Assessment().Answers)
			if got != c.want || saver.Last() != nil && describe(saver.Last().Answers) != got {
				t.Errorf("recorded %q, want %q; output:\n%s", got, c.want, out)
			}
			if !strings.Contains(out, c.says) {
				t.Errorf("%q is not said:\n%s", c.says, out)
			}
			if outcome.Finished != strings.HasSuffix(c.input, "|f") || outcome.Finished != (s.Assessment().State == assessment.Complete) {
				t.Errorf("finished %v, state %s", outcome.Finished, s.Assessment().State)
			}
		})
	}
}

// TestLineInputEnds cuts a whole interview at every line: what was answered
// before is saved, and nothing more.
func TestLineInputEnds(t *testing.T) {
	lines := []string{"3", "Decree", "noted", "?", "n", "1", "", "d", "", "j 8", "5", "", "", "r"}
	wants := []string{"", "LEA-01=3", "LEA-01=3 ev:Decree", "LEA-01=3 ev:Decree com:noted"}
	for n := range len(lines) + 1 {
		input := ""
		if n > 0 {
			input = strings.Join(lines[:n], "\n") + "\n"
		}
		out, saver, outcome, err := runLines(t, start(t, sample(2)), input, n%2 == 0)
		if !errors.Is(err, saving.ErrInputEnded) || outcome.Finished {
			t.Fatalf("after %q: %v, %+v", input, err, outcome)
		}
		got := ""
		if saver.Last() != nil {
			got = describe(saver.Last().Answers)
		}
		if n < len(wants) && got != wants[n] {
			t.Errorf("after %q: saved %q, want %q", input, got, wants[n])
		}
		if !strings.Contains(out, "Statement 1 of 8. Leadership.") {
			t.Errorf("after %q the first statement is missing:\n%s", input, out)
		}
	}
}

func TestLineIntroAndResume(t *testing.T) {
	q := sample(2)
	s := start(t, q)
	out, _, _, _ := runLines(t, s, "3\n\n\nq\n", true)
	for _, want := range []string{"How to choose a level", "Dimension: Leadership.", "How it works", "Statement 1 of 8."} {
		if !strings.Contains(out, want) {
			t.Errorf("a new interview does not say %q:\n%s", want, out)
		}
	}
	out, _, _, _ = runLines(t, open(t, q, s.Assessment()), "?\nq\n", true)
	if !strings.Contains(out, "Resumed at statement 2; 1 answered.") || strings.Contains(out, "How to choose a level\n- A level includes the levels below it. Between two levels, choose the lower\n  one.\n- Plans do not count above level 2.\nType") {
		t.Errorf("resumed:\n%s", out)
	}
	if n := strings.Count(out, "Statement 2 of 8."); n != 1 {
		t.Errorf("the question stands %d times after help:\n%s", n, out)
	}
}

func TestLineNotSaved(t *testing.T) {
	streams, out, _ := terminal.Buffers("3\n\n\nq\n", nil)
	saver := &shelltest.Memory{}
	saver.Fail(errors.New("no space left"))
	_, err := RunLine(t.Context(), streams, Options{Options: shell.Options{Saver: saver}, Session: start(t, sample(1))})
	if !errors.As(err, new(*saving.SaveError)) || strings.Contains(out.String(), "Saved.") || strings.Count(out.String(), "NOT SAVED: no space left") != 1 {
		t.Errorf("%v; output:\n%s", err, out)
	}
}

func TestLineCancelled(t *testing.T) {
	in, _ := io.Pipe()
	ctx, cancel := context.WithCancelCause(t.Context())
	streams := &terminal.Streams{In: in, Out: io.Discard, Err: io.Discard}
	cancel(&saving.SignalError{Number: 15})
	if _, err := RunLine(ctx, streams, Options{Options: shell.Options{Saver: &shelltest.Memory{}}, Session: start(t, sample(1))}); !errors.As(err, new(*saving.SignalError)) {
		t.Errorf("cancelled by a signal: %v", err)
	}
}

// TestLineNotes takes the notes on a dimension, at its end and on request.
func TestLineNotes(t *testing.T) {
	s := start(t, sample(2))
	out, saver, _, _ := runLines(t, s, strings.ReplaceAll("j 4|2||a|?|4|2|Train leaders||Fund it|Register|One base|b||a|||-|q|", "|", "\n"), false)
	n := saver.Last().Note("leadership")
	if n.Confidence != assessment.MediumConfidence || strings.Join(n.Improvements, "|") != "Train leaders|Fund it" || *n.Case != (assessment.Case{Title: "Register", Done: "One base"}) {
		t.Errorf("%+v %+v; output:\n%s", n, n.Case, out)
	}
	for _, want := range []string{`Nothing was recorded: "4" is not one of the numbers.`, "How sure are you of the answers in this dimension?", "Notes on Strategy."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
}

// TestLineTargets chooses targets at the end, takes one back, and keeps the
// default where nothing is chosen.
func TestLineTargets(t *testing.T) {
	s := start(t, sample(2))
	out, saver, outcome, _ := runLines(t, s, strings.ReplaceAll("j 8|2|||t|9|3|x|12|A small office|5|||t|0|b|f|", "|", "\n"), false)
	if got := saver.Last().Targets.Dimensions; !outcome.Finished || len(got) != 1 || got[0] != (assessment.DimensionTarget{Dimension: "strategy", Level: 5, Months: 24}) {
		t.Errorf("%+v, finished %v; output:\n%s", got, outcome.Finished, out)
	}
	for _, want := range []string{`"9" is not a number from 0 to 5.`, "Recorded: level 3 in 12 months.", "Leadership: now -. Target 4 in 24 months (default).",
		"Targets chosen: 2 of 2. Otherwise the default stands: level 4 in 24 months."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
}
