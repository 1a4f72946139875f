package home

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// frameLines are the title and a rule above the list, and a message and the
// keys below it.
const frameLines = 4

// maxColumns is the widest text that is pleasant to read.
const maxColumns = 100

// View draws the whole screen.
func (m *model) View() tea.View {
	v := tea.NewView(m.draw())
	v.AltScreen = true
	return v
}

func (m *model) tooSmall() bool { return m.width < minWidth || m.height < minHeight }

func (m *model) draw() string {
	switch {
	case m.done:
		return ""
	case m.tooSmall():
		return m.drawSmall()
	}
	p, width := m.top(), min(m.width, maxColumns)-2
	back, keys := "q  Quit", []string{"up and down", "Enter choose", "q quit"}
	if len(m.open) > 1 {
		back, keys = "0  Back", []string{"up and down", "Enter choose", "Esc back", "q quit"}
	}
	if len(p.Entries) > 0 {
		keys = append([]string{"digit choose"}, keys...)
	}
	lines := []string{look.Ends(look.Accent.Render(terminal.CleanLine(p.Title)), terminal.CleanLine(p.Corner), width), look.Rule(width)}
	body := p.lines(width, m.height-frameLines, back)
	for i := range m.height - frameLines {
		if i < len(body) {
			lines = append(lines, body[i])
		} else {
			lines = append(lines, "")
		}
	}
	lines = append(lines, look.Strong.Render(terminal.Truncate(m.message, width)), look.Hints(width, 2, keys...))
	for i, l := range lines {
		lines[i] = " " + terminal.Truncate(l, width)
	}
	return strings.Join(lines, "\n")
}

func (m *model) drawSmall() string {
	text := fmt.Sprintf("This window is too small: %d x %d.\nIt needs %d x %d. Please make it larger.\n\n"+
		"Ctrl+L: the menu line by line\nCtrl+C: quit", m.width, m.height, minWidth, minHeight)
	lines := terminal.WrapLines(text, max(m.width-1, 1))
	return strings.Join(lines[:min(len(lines), max(m.height, 1))], "\n")
}

// lines draws the list into at most height lines.
func (p *place) lines(width, height int, back string) []string {
	var lines []string
	if p.Intro != "" {
		lines = terminal.WrapLines(terminal.CleanLine(p.Intro), width)
	}
	lines = append(lines, "")
	rows := make([][]string, 0, len(p.Entries)+1)
	for i := range p.Entries {
		rows = append(rows, row(&p.Entries[i], i, i == p.cursor, width))
	}
	rows = append(rows, []string{cursorMark(p.cursor == len(p.Entries)) + back})
	from, to := window(rows, p.cursor, p.offset, height-len(lines))
	p.offset = from
	for _, r := range rows[from:to] {
		lines = append(lines, r...)
	}
	if to-from < len(rows) {
		lines = append(lines, fmt.Sprintf("  ... %d of %d shown; up and down move", to-from, len(rows)))
	}
	return lines
}

// row draws an entry in one line, or in two.
func row(e *Entry, i int, cursor bool, width int) []string {
	key := "-" // cannot be chosen
	switch {
	case e.Problem == "" && i < 9:
		key = fmt.Sprint(i + 1)
	case e.Problem == "":
		key = " "
	}
	title := terminal.CleanLine(e.Title)
	if cursor {
		title = look.Strong.Render(title)
	}
	end := terminal.CleanLine(e.End)
	if terminal.Width(title)+terminal.Width(end)+7 > width && e.Args != nil {
		end = "" // what is chosen counts for more than the remark
	}
	lines := []string{look.Ends(cursorMark(cursor)+key+"  "+title, end, width)}
	if text := terminal.CleanLine(e.below()); text != "" {
		lines = append(lines, "     "+terminal.Truncate(text, width-5))
	}
	return lines
}

func cursorMark(here bool) string {
	if here {
		return look.Accent.Render("> ")
	}
	return "  "
}

// window chooses which rows are shown so that the cursor is on one of them: all
// when they fit, or else as many as leave a line for the mark that says so.
func window(rows [][]string, cursor, offset, height int) (from, to int) {
	if count(rows) <= height {
		return 0, len(rows)
	}
	from = min(offset, cursor)
	for from < cursor && count(rows[from:cursor+1]) > height-1 {
		from++
	}
	for to = cursor + 1; to < len(rows) && count(rows[from:to+1]) <= height-1; to++ {
	}
	for from > 0 && count(rows[from-1:to]) <= height-1 {
		from--
	}
	return from, to
}

// count counts lines.
func count(rows [][]string) int {
	n := 0
	for _, r := range rows {
		n += len(r)
	}
	return n
}
