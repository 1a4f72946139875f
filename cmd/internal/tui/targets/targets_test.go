package targets

import (
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
	"dgca/questionnaires"

	tea "charm.land/bubbletea/v2"
)

// task is a task with nothing but the targets.
type task struct{ *assessment.Session }

func (task) Update(*shell.Shell, tea.Msg) tea.Cmd              { return nil }
func (task) Lines(*shell.Shell, int, int) []string             { return nil }
func (task) Title() string                                     { return "" }
func (task) Hints() []string                                   { return nil }
func (task) Key(*shell.Shell, tea.KeyPressMsg) (tea.Cmd, bool) { return nil, false }
func (task) Header(int) [2]string                              { return [2]string{} }
func (task) Progress() string                                  { return "" }
func (task) Store() bool                                       { return false }
func (task) Leave(*shell.Shell) bool                           { return false }

func open(t *testing.T, scope assessment.Scope) (*shelltest.Driver, *assessment.Session) {
	t.Helper()
	q := questionnaires.BuiltIn()
	a, err := assessment.New(q, assessment.Subject{Name: "Ministry of Trials", Kind: questionnaires.Institution},
		assessment.SessionInfo{Type: assessment.Individual}, scope)
	if err != nil {
		t.Fatal(err)
	}
	s, err := assessment.NewSession(q, a)
	if err != nil {
		t.Fatal(err)
	}
	d := &shelltest.Driver{T: t, Saver: &shelltest.Memory{}}
	d.Shell = shell.New(task{s}, shell.Options{Saver: d.Saver}, 80, 24)
	d.Shell.Push(NewScreen(s))
	return d, s
}

func describe(a *assessment.Assessment) string {
	var out []string
	for _, t := range a.Targets.Dimensions {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %d in %d %s", t.Dimension, t.Level, t.Months, t.Reason)))
	}
	return strings.Join(out, "; ")
}

func TestScreen(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"nothing":             {"<down><up><esc>", ""},
		"enter chooses none":  {"<enter><enter><enter>", ""},
		"level":               {"3", "leadership 3 in 24"},
		"two levels":          {"3<enter>5", "leadership 3 in 24; strategy 5 in 24"},
		"months":              {"<left>", "leadership 4 in 12"},
		"months to the end":   {"<right><right><right>", "leadership 4 in 36"},
		"default again":       {"3<delete>", ""},
		"default by 0":        {"3<down>2<up>0", "strategy 2 in 24"},
		"not on the scale":    {"8", ""},
		"reason":              {"3<tab>A small office<enter>", "leadership 3 in 24 A small office"},
		"reason, half typed":  {"3<tab>A small<esc><esc>", "leadership 3 in 24 A small"},
		"digits in a reason":  {"3<tab>2 of 5<enter><down>2", "leadership 3 in 24 2 of 5; strategy 2 in 24"},
		"last line and enter": {"<end>5<enter>", "workforce 5 in 24"},
	} {
		d, s := open(t, assessment.Scope{Kind: assessment.Quick})
		d.Press(c.keys)
		if got := describe(s.Assessment()); got != c.want {
			t.Errorf("%s: targets %q, want %q\n%s", name, got, c.want, d.Screen())
		}
		if c.want != "" && describe(d.Saver.Last()) != c.want {
			t.Errorf("%s: not saved", name)
		}
	}
}

func TestScreenSaysDefault(t *testing.T) {
	d, s := open(t, assessment.Scope{Kind: assessment.Full, Dimensions: []assessment.DimensionID{"legal", "technology"}})
	d.Shows("the default stands: level", "default")
	d.Lacks("Leadership")
	d.Press("3<tab>Small")
	d.Shows("chosen", "Why this target?", "| Small")
	for _, keys := range []string{"", "<enter>"} {
		d.Press(keys)
		d.FitsAll("targets")
	}
	if chosen, all := Chosen(s); chosen != 1 || all != 2 {
		t.Errorf("%d of %d", chosen, all)
	}
}

// TestHalfTypedReason ends the program while a reason is typed.
func TestHalfTypedReason(t *testing.T) {
	d, _ := open(t, assessment.Scope{Kind: assessment.Quick})
	d.Press("3<tab>half a")
	d.Shell.Stop(15)
	if got := describe(d.Saver.Last()); got != "leadership 3 in 24 half a" {
		t.Errorf("saved %q", got)
	}
}
