package interview

import (
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
)

// noted describes the notes on the dimensions.
func (d *driver) noted() string {
	var out []string
	for _, n := range d.m.s.Assessment().Notes {
		text := fmt.Sprintf("%s conf:%s improve:%s feedback:%s", n.Dimension, n.Confidence, strings.Join(n.Improvements, "|"), n.Feedback)
		if n.Case != nil {
			text += fmt.Sprintf(" case:%s|%s|%s|%s", n.Case.Title, n.Case.Done, n.Case.Result, n.Case.Contact)
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

const toClosing = "3<pgdown>3<pgdown>3<pgdown>0<pgdown>"

func TestClosing(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"nothing":               {"<enter>", ""},
		"confidence":            {"<tab>2", "leadership conf:medium improve: feedback:"},
		"improvements":          {"<tab><tab>Train leaders<enter>Fund it<enter><enter>", "leadership conf: improve:Train leaders|Fund it feedback:"},
		"second one only":       {"<tab><tab><tab>Fund it<tab>", "leadership conf: improve:Fund it feedback:"},
		"an improvement out":    {"<tab><tab>ab<enter>cd<enter><shift+tab><shift+tab><backspace><backspace><enter>", "leadership conf: improve:cd feedback:"},
		"case":                  {"<tab><tab><tab><tab><tab>Register<enter>One base<enter>Less paper<enter>IT office<enter>", "leadership conf: improve: feedback: case:Register|One base|Less paper|IT office"},
		"case without a title":  {"<tab><tab><tab><tab><tab><tab>One base<tab>", "leadership conf: improve: feedback: case:|One base||"},
		"feedback, two lines":   {"<shift+tab><tab><tab><tab><tab><tab><tab><tab><tab><tab>LEA-02<ctrl+j>is not clear<enter>", "leadership conf: improve: feedback:LEA-02\nis not clear"},
		"digits in a text":      {"<tab><tab>1 2 3<pgdown>", "leadership conf: improve:1 2 3 feedback:"},
		"arrows":                {"<down><down><down><up>x<down>", "leadership conf: improve: feedback:"},
		"stored when left":      {"<tab><tab>Train<esc>", "leadership conf: improve:Train feedback:"},
		"stored when quitting":  {"<tab><tab>Train<ctrl+c>1", "leadership conf: improve:Train feedback:"},
		"stored under a screen": {"<tab><tab>Train<ctrl+r>", "leadership conf: improve:Train feedback:"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDriver(t, sample(2), 80, 24, false).press(toClosing).shows("Leadership: notes", "Level so far: 3.0 Established (preliminary).", "Don't know: LEA-04.", "Go on to Strategy")
			d.seen()
			d.press(c.keys)
			if got := d.noted(); got != c.want && name != "arrows" {
				t.Errorf("noted %q, want %q:\n%s", got, c.want, d.Screen())
			}
			if last := d.Saver.Last(); c.want != "" && name != "arrows" && fmt.Sprint(last.Notes) == "[]" {
				t.Error("it is not saved")
			}
			if got := d.recorded(); got != "LEA-01=3; LEA-02=3; LEA-03=3; LEA-04=dk" {
				t.Errorf("the answers are now %q", got)
			}
		})
	}
}

// TestClosingOnce comes by a second time: the page is shown once, and again on
// request.
func TestClosingOnce(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, false).press(toClosing).seen()
	d.press("<enter>").shows("STR-01").press("<pgup>").shows("LEA-04").press("<pgdown>").shows("STR-01")
	d.press("<ctrl+n>").shows("Strategy: notes", "Go on with the statements", "Level so far: not shown (not enough answers).").press("<enter>").shows("STR-01")
	d.press("<pgup><ctrl+n><tab><tab>Later<esc>").shows("LEA-04")
	if got := d.noted(); got != "leadership conf: improve:Later feedback:" {
		t.Errorf("noted %q", got)
	}
}

// TestClosingNotShown leaves a dimension without an answer: there is nothing to
// close.
func TestClosingNotShown(t *testing.T) {
	newDriver(t, sample(2), 80, 24, false).press("<pgdown><pgdown><pgdown><pgdown>").shows("STR-01")
}

// TestClosingDigit presses a digit on a page that can be seen: it answers
// nothing behind it.
func TestClosingDigit(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, false).press(toClosing).seen()
	d.press("4").shows("Enter goes on. Tab leads to the notes.")
	if got := d.m.s.Assessment().Answer("STR-01").Choice; got != assessment.Unanswered {
		t.Errorf("STR-01 is %v", got)
	}
}

// TestClosingSignal ends the program while a note is half typed.
func TestClosingSignal(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, false).press(toClosing).press("<tab><tab>half a sen")
	d.Shell.Pause()
	if got := d.noted(); got != "leadership conf: improve:half a sen feedback:" {
		t.Errorf("after a pause %q", got)
	}
	d.press("tence")
	d.Shell.Stop(15)
	if got := d.Saver.Last().Note("leadership").Improvements; len(got) != 1 || got[0] != "half a sentence" {
		t.Errorf("after a signal %q", got)
	}
}
