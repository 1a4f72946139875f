package interview

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// listScreen is a list of places in the interview: what is open, or the
// dimensions. Enter goes to the place.
type listScreen struct {
	m        *model
	name     string
	intro    []string
	rows     []row
	numbered bool // a digit goes to its row
	at       shell.Rows
}

// row is one place: the index of its statement, or toTheEnd, and the texts at the
// start and end of its line.
type row struct {
	index      int
	start, end string
	bar        bool // draw part of whole between the texts
	part, full int
}

func (l *listScreen) Title() string { return l.name }

func (l *listScreen) Hints() []string {
	return []string{"Enter go there", "Esc close", "up and down", "F1 help", "Ctrl+C quit"}
}

func (l *listScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || l.at.Move(k.String(), len(l.rows)) {
		return nil
	}
	switch key := k.String(); {
	case key == "esc":
		sh.Pop()
	case key == "enter":
		l.choose(sh)
	case l.numbered && shell.IsDigit(key) && key != "0" && int(key[0]-'1') < len(l.rows):
		l.at.Cursor = int(key[0] - '1')
		l.choose(sh)
	}
	return nil
}

// choose goes to the place under the cursor.
func (l *listScreen) choose(sh *shell.Shell) {
	if to := l.rows[l.at.Cursor].index; to == toTheEnd {
		l.m.finish(sh)
	} else {
		l.m.goTo(sh, to)
	}
}

// toTheEnd stands for the page behind the last statement.
const toTheEnd = -1

// endRow leads to the page behind the last statement.
func endRow(number string) row {
	return row{index: toTheEnd, start: number + "The end: targets, and completing the assessment"}
}

func (l *listScreen) Lines(_ *shell.Shell, width, height int) []string {
	var lines []string
	for _, t := range l.intro {
		lines = append(lines, terminal.WrapLines(t, width)...)
	}
	lines = append(lines, "")
	return append(lines, l.at.Lines(len(l.rows), height-len(lines), func(i int, cursor bool) string {
		return l.rows[i].line(width, cursor)
	})...)
}

func (r row) line(width int, cursor bool) string {
	start := r.start
	if r.bar {
		room := max(width/3, 12)
		start = terminal.Truncate(start, room-1)
		for terminal.Width(start) < room {
			start += " "
		}
		start += look.Bar(r.part, r.full, max(width-room-terminal.Width(r.end)-6, 8))
	}
	return shell.Row(start, r.end, width, cursor)
}

// newReview lists the statements that need another look.
func newReview(m *model) *listScreen {
	s := m.s
	l := &listScreen{m: m, name: "Review"}
	for i, it := range s.Items() {
		why := openness(s, it)
		if why == "" {
			continue
		}
		if i <= s.Position() {
			l.at.Cursor = len(l.rows)
		}
		l.rows = append(l.rows, row{index: i, end: why,
			start: fmt.Sprintf("%3d  %s  %s", it.Number, clean(s, string(it.Statement.ID)), shortText(s, it))})
	}
	p := s.Progress()
	l.intro = []string{fmt.Sprintf("Not answered: %d.  Don't know: %d.  Look again: %d.", p.Open, p.Unknown, p.Marked)}
	if len(l.rows) == 0 {
		l.intro = []string{"Nothing is open. Every statement has an answer, and none is marked."}
	}
	l.rows = append(l.rows, endRow("     "))
	return l
}

// openness says why a statement needs another look, or "".
func openness(s *assessment.Session, it assessment.Item) string {
	ans := s.Assessment().Answer(it.Statement.ID)
	why := ""
	switch ans.Choice {
	case assessment.Unanswered:
		why = "not answered"
	case assessment.Unknown:
		why = "don't know"
	}
	switch {
	case !ans.Marked:
		return why
	case why == "":
		return "look again"
	}
	return "look again, " + why
}

// newOverview lists the dimensions with their progress.
func newOverview(m *model) *listScreen {
	s := m.s
	l := &listScreen{m: m, name: "Overview", numbered: true, intro: []string{"Enter or a digit goes to the first open statement of the dimension."}}
	for n, d := range s.Dimensions() {
		p := s.DimensionProgress(d.ID)
		if d == s.Current().Dimension {
			l.at.Cursor = n
		}
		l.rows = append(l.rows, row{index: firstOpen(s, d.ID), start: fmt.Sprintf("%d  %s", n+1, clean(s, d.Title)),
			end: fmt.Sprintf("%d of %d answered", p.Done(), p.Total), bar: true, part: p.Done(), full: p.Total})
	}
	l.rows = append(l.rows, endRow(fmt.Sprintf("%d  ", len(l.rows)+1)))
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
