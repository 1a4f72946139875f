package interview

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// The lines around the body: two lines of header and a rule above, a message
// and the keys below.
const (
	headerLines = 3
	footerLines = 2
)

// maxColumns is the widest text that is pleasant to read.
const maxColumns = 100

// View draws the whole screen.
func (m *model) View() tea.View {
	v := tea.NewView(m.screen())
	v.AltScreen = true
	return v
}

func (m *model) screen() string {
	if m.done {
		return ""
	}
	if m.tooSmall() {
		return m.smallScreen()
	}
	width, height := min(m.width, maxColumns), m.height-headerLines-footerLines
	var body []string
	hints := m.pageHints()
	if top := m.top(); top != nil {
		body, hints = top.lines(m, width-2, height), top.hints()
	} else {
		body = m.pageLines(width-2, height)
	}
	keep := 2
	if len(hints) < 3 {
		keep = len(hints)
	}
	lines := m.header(width - 2)
	for i := range height {
		if i < len(body) {
			lines = append(lines, body[i])
		} else {
			lines = append(lines, "")
		}
	}
	lines = append(lines, look.Good.Render(terminal.Truncate(m.note(), width-2)), look.Hints(width-2, keep, hints...))
	for i, l := range lines {
		lines[i] = " " + terminal.Truncate(l, width-1)
	}
	return strings.Join(lines, "\n")
}

// note is the message above the keys.
func (m *model) note() string {
	switch {
	case m.leaving:
		return "Saving ..."
	case m.message != "":
		return m.message
	case m.top() == nil:
		return m.page.message
	}
	return ""
}

func (m *model) header(width int) []string {
	it, p := m.s.Current(), m.s.Progress()
	dims := m.s.Dimensions()
	n := 0
	for i, d := range dims {
		if d == it.Dimension {
			n = i + 1
		}
	}
	left := look.Accent.Render(clean(m.s, it.Dimension.Title)) + fmt.Sprintf(" (dimension %d of %d)", n, len(dims))
	if top := m.top(); top != nil && top.title() != "" {
		left = look.Accent.Render(top.title())
	}
	status := m.opts.Saver.Status()
	right := map[SaveState]string{Saved: "Saved", Saving: "Saving ...", Failed: look.Alarm.Render("NOT SAVED")}[status.State]
	rule := look.Rule(width)
	if status.State == Failed {
		rule = look.Alarm.Render(terminal.Truncate("NOT SAVED: "+reasonOf(status.Err), width))
	}
	where := fmt.Sprintf("Statement %d of %d", it.Number, p.Total)
	counts := fmt.Sprintf("%d answered, %d left", p.Done(), p.Open)
	bar := look.Bar(p.Done(), p.Total, min(42, width-terminal.Width(where)-terminal.Width(counts)-4))
	return []string{
		look.Ends(left, right, width),
		look.Ends(where+"  "+bar, counts, width),
		rule,
	}
}

// reasonOf says in one line why a save failed. That it was not saved stands
// before it.
func reasonOf(err error) string {
	if err == nil {
		return "the reason is not known"
	}
	return strings.Replace(terminal.CleanLine(err.Error()), ": not saved: ", ": ", 1)
}

// remedyOf says what to do about a failed save, or "".
func remedyOf(err error) string {
	var hinted interface{ Hint() string }
	if !errors.As(err, &hinted) || hinted.Hint() == "" {
		return ""
	}
	return "What to do: " + terminal.CleanLine(hinted.Hint()) + "."
}

func (m *model) tooSmall() bool { return m.width < minWidth || m.height < minHeight }

func (m *model) smallScreen() string {
	text := fmt.Sprintf("This window is too small: %d x %d.\nIt needs %d x %d. Please make it larger.\n\n"+
		"Ctrl+L: go on line by line\nCtrl+C: save and quit", m.width, m.height, minWidth, minHeight)
	if s := m.opts.Saver.Status(); s.State == Failed {
		text += "\n\nNOT SAVED: " + reasonOf(s.Err)
	}
	lines := terminal.WrapLines(text, max(m.width-1, 1))
	return strings.Join(lines[:min(len(lines), max(m.height, 1))], "\n")
}

// smallKey obeys the only two keys of a window that is too small. What cannot
// be seen cannot be answered.
func (m *model) smallKey(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "ctrl+c":
		if _, stuck := m.top().(*failedScreen); stuck {
			m.outcome.Unsaved = true
			return m.exit()
		}
		return m.quit()
	case "ctrl+l":
		m.outcome.LineMode = true
		return m.quit()
	}
	return nil
}
