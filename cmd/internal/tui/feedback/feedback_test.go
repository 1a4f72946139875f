package feedback

import (
	"fmt"
	"strings"
	"testing"

	"dgca/assessment/workshop"
	"dgca/cmd/internal/tui/board"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
)

func TestKeys(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"nothing":        {"1n<esc>", ""},
		"a form":         {"1n15" + "24A lot<enter>123<esc>", "Q1=1 Q2=5 Q3=2 Q4=4 Q5=A lot Q6=1 Q7=2 Q8=3"},
		"two forms":      {"1n1<esc>n2<esc>", "Q1=1; Q1=2"},
		"nothing marked": {"1n1<up>0<esc>", ""},
		"left out":       {"1n<tab>3<esc>", "Q2=3"},
		"corrected":      {"1n1<esc><enter>4<esc>", "Q1=4"},
		"no such box":    {"1n9<esc>", ""},
		"half typed":     {"1n1524A l<ctrl+c>1", "Q1=1 Q2=5 Q3=2 Q4=4 Q5=A l"},
	} {
		t.Run(name, func(t *testing.T) {
			forms := &Forms{Questions: workshop.UsualFeedback()}
			saves := 0
			d := &shelltest.Driver{T: t, Saver: &shelltest.Memory{}}
			d.Shell = board.NewShell(board.Options{Options: shell.Options{Saver: d.Saver, Path: "feedback"},
				Board: New(&workshop.Workshop{Title: "Trial"}, forms, func() { saves++ })}, 80, 24)
			d.Press(c.keys)
			var out []string
			for _, f := range forms.Forms {
				var answers []string
				for _, e := range f.Answer.Answers {
					answers = append(answers, fmt.Sprintf("%s=%s", e.Question, e.Answer))
				}
				out = append(out, strings.Join(answers, " "))
			}
			if got := strings.Join(out, "; "); got != c.want {
				t.Errorf("forms %q, want %q; the screen:\n%s", got, c.want, d.Screen())
			}
			d.FitsAll(name)
		})
	}
}

// TestLongQuestion shows the whole question that is open, and of the others what
// was keyed, whatever the width.
func TestLongQuestion(t *testing.T) {
	for _, width := range []int{60, 80} {
		forms := &Forms{Questions: workshop.UsualFeedback()}
		d := &shelltest.Driver{T: t, Saver: &shelltest.Memory{}}
		d.Shell = board.NewShell(board.Options{Options: shell.Options{Saver: d.Saver, Path: "feedback"},
			Board: New(&workshop.Workshop{Title: "Trial"}, forms, func() {})}, width, 24)
		d.Press("1n")
		last := strings.Fields(forms.Questions.Questions[0].Text)
		d.Shows(last[len(last)-1])
		d.Press("1524")
		d.Shows("...: 1 very satisfied", ": 5 very useful", "...: 4\n")
	}
}
