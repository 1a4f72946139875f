package plan

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// text is a page that a report wrote, to be scrolled.
type text struct {
	name   string
	write  func(width int) string
	width  int
	lines  []string
	offset int
	page   int
}

func newText(name string, write func(width int) string) *text {
	return &text{name: name, write: write}
}

func (t *text) Title() string { return t.name }

func (t *text) Hints() []string {
	return []string{"up and down", "PgDn more", "Esc close", "Ctrl+C quit"}
}

// Refresh writes the page anew at the next drawing.
func (t *text) Refresh() bool { t.width = 0; return true }

func (t *text) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch k.String() {
	case "up":
		t.offset--
	case "down":
		t.offset++
	case "pgup":
		t.offset -= t.page
	case "pgdown", "space":
		t.offset += t.page
	case "home":
		t.offset = 0
	case "end":
		t.offset = len(t.lines)
	case "esc", "enter":
		sh.Pop()
	}
	return nil
}

func (t *text) Lines(_ *shell.Shell, width, height int) []string {
	if t.width != width {
		t.width, t.lines = width, strings.Split(strings.Trim(t.write(width), "\n"), "\n")
	}
	t.page = max(height-2, 1)
	if len(t.lines) <= height {
		t.offset = 0
		return t.lines
	}
	room := height - 1
	t.offset = max(0, min(t.offset, len(t.lines)-room))
	mark := "... the end; Esc closes"
	if below := len(t.lines) - t.offset - room; below > 0 {
		mark = fmt.Sprintf("... %s; PgDn", look.Count(below, "more line", "more lines"))
	}
	return append(append([]string{}, t.lines[t.offset:t.offset+room]...), mark)
}
