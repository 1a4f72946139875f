// Package shelltest types keys into a task on the screen and reads the screen,
// without a terminal.
package shelltest

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dgca/assessment"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// Driver types keys into a shell and reads its screen.
type Driver struct {
	T     testing.TB
	Shell *shell.Shell
	Saver *Memory
	Ended bool
}

var special = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "space": {Code: tea.KeySpace, Text: " "},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
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

// Press types keys. A command is run only when it leaves the program or waits
// for the last save: all else is time.
func (d *Driver) Press(text string) {
	for _, k := range keys(text) {
		d.Send(k)
	}
}

// Send gives the shell a message.
func (d *Driver) Send(msg tea.Msg) {
	d.Shell.Update(msg)
	d.Ended = d.Shell.Settle()
}

// Screen is what a person sees, without looks.
func (d *Driver) Screen() string {
	lines := strings.Split(ansi.Strip(d.Shell.Screen()), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// Shows fails when the screen does not show a text.
func (d *Driver) Shows(want ...string) {
	d.T.Helper()
	for _, w := range want {
		if !strings.Contains(d.Screen(), w) {
			d.T.Fatalf("the screen does not show %q:\n%s", w, d.Screen())
		}
	}
}

// Lacks fails when the screen shows a text.
func (d *Driver) Lacks(text string) {
	d.T.Helper()
	if strings.Contains(d.Screen(), text) {
		d.T.Fatalf("the screen shows %q:\n%s", text, d.Screen())
	}
}

// FitsAll looks at the screen in many sizes: never more lines or columns than
// there are.
func (d *Driver) FitsAll(what string) {
	d.T.Helper()
	for w := 20; w <= 140; w += 7 {
		for h := 5; h <= 50; h += 3 {
			d.Shell.Resize(w, h)
			lines := strings.Split(d.Shell.Screen(), "\n")
			if len(lines) > h {
				d.T.Fatalf("%q at %dx%d: %d lines", what, w, h, len(lines))
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > w {
					d.T.Fatalf("%q at %dx%d: too wide: %q", what, w, h, l)
				}
			}
		}
	}
}

// Memory is a saver that keeps the last copy, and can be told to fail.
type Memory struct {
	mu    sync.Mutex
	last  *assessment.Assessment
	saves int
	err   error
}

// Save keeps the copy, unless it was told to fail.
func (m *Memory) Save(a *assessment.Assessment) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.saves++
	if m.err == nil {
		m.last = a
	}
}

// Flush returns the error that it was told.
func (m *Memory) Flush() error { m.mu.Lock(); defer m.mu.Unlock(); return m.err }

// Status follows the error that it was told.
func (m *Memory) Status() saving.Status {
	if err := m.Flush(); err != nil {
		return saving.Status{State: saving.Failed, Err: err}
	}
	return saving.Status{}
}

// Fail makes the next saves fail; nil makes them work again.
func (m *Memory) Fail(err error) { m.mu.Lock(); m.err = err; m.mu.Unlock() }

// Last is the copy that was saved last, or nil.
func (m *Memory) Last() *assessment.Assessment { m.mu.Lock(); defer m.mu.Unlock(); return m.last }

// Saves is how often something was to be saved.
func (m *Memory) Saves() int { m.mu.Lock(); defer m.mu.Unlock(); return m.saves }
