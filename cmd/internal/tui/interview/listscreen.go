package interview

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// listScreen is a list of places in the interview: what is open, or the
// dimensions. Enter goes to the place.
type listScreen struct {
	name   string
	intro  []string
	rows   []row
	cursor int
	offset int
	page   int
}

// row is one place: the index of its statement, and the texts at the start and
// end of its line.
type row struct {
	index      int
	start, end string
	bar        bool // draw part of whole between the texts
	part, full int
}

func (l *listScreen) title() string { return l.name }

func (l *listScreen) hints() []string {
	if len(l.rows) == 0 {
		return []string{"Esc close", "F1 help", "Ctrl+C quit"}
	}
	return []string{"Enter go there", "Esc close", "up and down", "F1 help", "Ctrl+C quit"}
}

func (l *listScreen) update(m *model, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch last := len(l.rows) - 1; k.String() {
	case "up":
		l.cursor--
	case "down":
		l.cursor++
	case "pgup":
		l.cursor -= l.page
	case "pgdown":
		l.cursor += l.page
	case "home":
		l.cursor = 0
	case "end":
		l.cursor = last
	case "esc":
		m.pop()
	case "enter":
		if last < 0 {
			m.pop()
			break
		}
		m.goTo(l.rows[l.cursor].index)
	}
	l.cursor = max(0, min(l.cursor, len(l.rows)-1))
	return nil
}

func (l *listScreen) lines(_ *model, width, height int) []string {
	var lines []string
	for _, t := range l.intro {
		lines = append(lines, terminal.WrapLines(t, width)...)
	}
	lines = append(lines, "")
	window, offset, mark := window(len(l.rows), l.cursor, l.offset, height-len(lines))
	l.offset, l.page = offset, max(window, 1)
	for i := offset; i < offset+window; i++ {
		lines = append(lines, l.rows[i].line(width, i == l.cursor))
	}
	if mark != "" {
		lines = append(lines, mark)
	}
	return lines
}

// window chooses which rows of a list are shown so that the cursor is one of
// them: how many, from where, and a mark when there are more.
func window(rows, cursor, offset, height int) (n, from int, mark string) {
	if rows <= height {
		return rows, 0, ""
	}
	n = max(height-1, 1)
	from = min(max(offset, cursor-n+1), cursor, rows-n)
	return n, from, fmt.Sprintf("  ... %d of %d shown; up and down move", n, rows)
}

func (r row) line(width int, cursor bool) string {
	mark := "  "
	if cursor {
		mark = look.Accent.Render("> ")
	}
	start := r.start
	if r.bar {
		room := max(width/3, 12)
		start = terminal.Truncate(start, room-1)
		for terminal.Width(start) < room {
			start += " "
		}
		start += look.Bar(r.part, r.full, max(width-room-terminal.Width(r.end)-6, 8))
	}
	if cursor {
		start = look.Strong.Render(start)
	}
	return mark + look.Ends(start, r.end, width-2)
}

// newReview lists the statements that need another look.
func newReview(s *assessment.Session) *listScreen {
	l := &listScreen{name: "Review"}
	for i, it := range s.Items() {
		ans := s.Assessment().Answer(it.Statement.ID)
		why := ""
		switch ans.Choice {
		case assessment.Unanswered:
			why = "not answered"
		case assessment.Unknown:
			why = "don't know"
		}
		if ans.Marked {
			why = join2("look again", why)
		}
		if why == "" {
			continue
		}
		if i <= s.Position() {
			l.cursor = len(l.rows)
		}
		l.rows = append(l.rows, row{index: i, end: why,
			start: fmt.Sprintf("%3d  %s  %s", it.Number, clean(s, string(it.Statement.ID)), terminal.CleanLine(it.Text))})
	}
	p := s.Progress()
	l.intro = []string{fmt.Sprintf("Not answered: %d.  Don't know: %d.  Look again: %d.", p.Open, p.Unknown, p.Marked)}
	if len(l.rows) == 0 {
		l.intro = []string{"Nothing is open. Every statement has an answer, and none is marked."}
	}
	return l
}

func join2(a, b string) string {
	if b == "" {
		return a
	}
	return a + ", " + b
}

// newOverview lists the dimensions with their progress.
func newOverview(s *assessment.Session) *listScreen {
	l := &listScreen{name: "Overview", intro: []string{"Enter goes to the first open statement of the dimension."}}
	for n, d := range s.Dimensions() {
		p := s.DimensionProgress(d.ID)
		if d == s.Current().Dimension {
			l.cursor = n
		}
		l.rows = append(l.rows, row{index: firstOpen(s, d.ID), start: fmt.Sprintf("%d  %s", n+1, clean(s, d.Title)),
			end: fmt.Sprintf("%d of %d answered", p.Done(), p.Total), bar: true, part: p.Done(), full: p.Total})
	}
	return l
}

// firstOpen is the first open statement of a dimension, or else its first.
func firstOpen(s *assessment.Session, id assessment.DimensionID) int {
	first := -1
	for i, it := range s.Items() {
		if it.Dimension.ID != id {
			continue
		}
		if s.Assessment().Answer(it.Statement.ID).Choice == assessment.Unanswered {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}
