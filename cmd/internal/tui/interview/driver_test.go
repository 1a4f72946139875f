package interview

import (
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dgca/assessment"
	"dgca/questionnaires"
)

// driver types keys into a model and reads its screen, without a terminal.
type driver struct {
	t     testing.TB
	m     *model
	saver *memory
	quit  bool
}

func newDriver(t testing.TB, q *questionnaires.Questionnaire, width, height int, intro bool) *driver {
	saver := &memory{}
	return &driver{t: t, saver: saver,
		m: newModel(Options{Session: start(t, q), Saver: saver, Path: "result.yaml", NoIntro: !intro}, width, height)}
}

var special = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "space": {Code: tea.KeySpace, Text: " "},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "backspace": {Code: tea.KeyBackspace},
}

var tokens = regexp.MustCompile(`(?s)<([a-z0-9+]+)>|.`)

// keys reads a text such as "3evidence<enter>" as key presses.
func keys(text string) []tea.KeyPressMsg {
	var out []tea.KeyPressMsg
	for _, match := range tokens.FindAllStringSubmatch(text, -1) {
		name := match[1]
		switch k, ok := special[name]; {
		case ok:
			out = append(out, k)
		case strings.HasPrefix(name, "ctrl+"):
			out = append(out, tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl})
		default:
			r := []rune(match[0])[0]
			out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return out
}

// press types keys. A command is run only when it leaves the program or waits
// for the last save: all else is time.
func (d *driver) press(text string) *driver {
	for _, k := range keys(text) {
		d.send(k)
	}
	return d
}

func (d *driver) send(msg tea.Msg) {
	d.m.Update(msg)
	if d.m.leaving {
		d.m.Update(flushMsg{d.saver.Flush()})
	}
	d.quit = d.m.done
}

func (d *driver) screen() string {
	lines := strings.Split(ansi.Strip(d.m.screen()), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

func (d *driver) shows(want ...string) *driver {
	d.t.Helper()
	for _, w := range want {
		if !strings.Contains(d.screen(), w) {
			d.t.Fatalf("the screen does not show %q:\n%s", w, d.screen())
		}
	}
	return d
}

func (d *driver) lacks(text string) *driver {
	d.t.Helper()
	if strings.Contains(d.screen(), text) {
		d.t.Fatalf("the screen shows %q:\n%s", text, d.screen())
	}
	return d
}

// answers describes what is recorded, one answer after the other.
func describe(answers []assessment.Answer) string {
	var out []string
	for _, a := range answers {
		text := string(a.Statement) + "=" + a.Choice.String()
		for _, part := range []struct{ name, value string }{{"why", a.Reason}, {"conf", string(a.Confidence)}, {"ev", a.Evidence}, {"com", a.Comment}} {
			if part.value != "" {
				text += " " + part.name + ":" + part.value
			}
		}
		if a.Marked {
			text += " marked"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

func (d *driver) recorded() string { return describe(d.m.s.Assessment().Answers) }

func (d *driver) wants(want string) *driver {
	d.t.Helper()
	if got := d.recorded(); got != want {
		d.t.Fatalf("recorded %q, want %q; screen:\n%s", got, want, d.screen())
	}
	return d
}
