package interview

import (
	"strings"
	"testing"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
)

func newPresenter(t *testing.T, width, height int) *driver {
	d := newDriver(t, sample(2), width, height, false)
	return d.open(Options{Session: d.m.s, NoIntro: true, Presenter: true}, width, height)
}

// TestPresenter shows a statement to a group: it stands alone first, and the
// reason belongs to the answer.
func TestPresenter(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"level and reason":        {"<space>3The decree is in force<enter>Decree 12<enter><enter>", "LEA-01=3 why:The decree is in force ev:Decree 12"},
		"enter shows, too":        {"<enter>2<pgdown>", "LEA-01=2"},
		"a digit shows only":      {"4", ""},
		"a digit, then enter":     {"4<enter>As the audit says<pgdown>", "LEA-01=4 why:As the audit says"},
		"a digit, then another":   {"45", "LEA-01=5"},
		"next without an answer":  {"<pgdown><pgdown><space>1", "LEA-03=1"},
		"don't know has no why":   {"<space>0ask finance<enter>", "LEA-01=dk com:ask finance"},
		"not applicable":          {"<space>91<pgdown>", "LEA-01=na why:Decided above us: by law another body plans for us."},
		"from n/a to a level":     {"<space>91<tab>3Ours since May<enter>", "LEA-01=3 why:Ours since May"},
		"another level":           {"<space>3As agreed<enter><shift+tab><shift+tab>2<pgdown>", "LEA-01=2 why:As agreed"},
		"answered is shown whole": {"<space>3<pgdown><pgup>4", "LEA-01=4"},
	} {
		t.Run(name, func(t *testing.T) { newPresenter(t, 80, 24).press(c.keys).wants(c.want) })
	}
}

func TestPresenterScreens(t *testing.T) {
	d := newPresenter(t, 80, 24)
	d.shows("Space show the levels").lacks("Absent").press("3").shows("Read the levels, then press Enter", "> ( ) 3  Established").
		press("<enter>").shows("Reason: why did you agree on this level?").press("Old rule<pgdown><pgup>").shows("Reason: Old rule")
	for _, keys := range []string{"", "<pgdown>", "<space>", "4", "words<enter>"} {
		d.press(keys)
		d.FitsAll(keys)
		d.Shell.Resize(80, 24)
	}
}

// TestReasonIsShownLater opens the answers of a group without the presenter's
// view: the reason is there, and can be changed.
func TestReasonIsShownLater(t *testing.T) {
	d := newPresenter(t, 80, 24).press("<space>3Old rule<enter>")
	d.open(Options{Session: open(t, d.m.s.Questionnaire(), d.m.s.Assessment()), NoIntro: true}, 80, 24)
	d.press("<pgup>").shows("Reason: Old rule").press("<tab>s<enter>").wants("LEA-01=3 why:Old rules")
}

func TestPresenterLines(t *testing.T) {
	s := start(t, sample(1))
	streams, out, _ := terminal.Buffers("?\n3\n3\nAs agreed\nDecree\n\nq\n", nil)
	saver := &shelltest.Memory{}
	if _, err := RunLine(t.Context(), streams, Options{Options: shell.Options{Saver: saver}, Session: s, NoIntro: true, Presenter: true}); err != nil {
		t.Fatal(err)
	}
	if got := describe(saver.Last().Answers); got != "LEA-01=3 why:As agreed ev:Decree" {
		t.Errorf("%q:\n%s", got, out)
	}
	text := out.String()
	if alone := strings.Index(text, "Enter shows the levels"); alone < 0 || alone > strings.Index(text, "1. Absent. No document") || !strings.Contains(text, "The levels come first. Nothing was recorded.") {
		t.Errorf("the statement does not stand alone:\n%s", text)
	}
}
