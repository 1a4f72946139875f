package interview

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// typedAhead is how soon after the opening of a page nobody can have seen it: a
// key that comes sooner is meant for what lies behind.
const typedAhead = 150 * time.Millisecond

// part is a piece of a text page: a heading, paragraphs, or a list.
type part struct {
	heading string
	text    []string
	list    bool
}

// textScreen is a text to read: the reading rules, the opening of a dimension,
// or help.
type textScreen struct {
	name    string
	parts   []part
	opening bool // before a statement: a digit goes on to it
	since   time.Time
	keys    []string
	offset  int
	hidden  int // lines below
	page    int
}

func (t *textScreen) title() string   { return t.name }
func (t *textScreen) hints() []string { return t.keys }

// update scrolls or closes. Keys typed ahead of an opening page are meant for
// the statement behind it, and reach it.
func (t *textScreen) update(m *model, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch s := k.String(); s {
	case "up":
		t.offset = max(t.offset-1, 0)
	case "down":
		t.offset += min(1, t.hidden)
	case "pgup":
		if t.opening && t.offset == 0 {
			m.pop()
			return m.pass(msg)
		}
		t.offset = max(t.offset-t.page, 0)
	case "pgdown", "space":
		if s == "pgdown" && t.opening && time.Since(t.since) < typedAhead {
			m.pop()
			return m.pass(msg)
		}
		if t.hidden > 0 {
			t.offset += min(t.page, t.hidden)
		} else {
			m.pop()
		}
	case "enter", "esc":
		m.pop()
	default:
		if t.opening && len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
			m.pop()
			return m.pass(msg)
		}
	}
	return nil
}

func (t *textScreen) lines(_ *model, width, height int) []string {
	lines := t.text(width, true)
	t.page, t.hidden = max(height-2, 1), 0
	if len(lines) <= height {
		t.offset = 0
		return lines
	}
	room := height - 1
	t.offset = max(0, min(t.offset, len(lines)-room))
	end := t.offset + room
	t.hidden = len(lines) - end
	mark := "... the end; Enter closes"
	if t.hidden > 0 {
		mark = fmt.Sprintf("... %s; PgDn", count(t.hidden, "more line", "more lines"))
	}
	return append(append([]string{}, lines[t.offset:end]...), mark)
}

// text is the whole page; styled makes the headings stand out.
func (t *textScreen) text(width int, styled bool) []string {
	var lines []string
	for _, p := range t.parts {
		if len(lines) > 0 && (p.heading != "" || !p.list) {
			lines = append(lines, "")
		}
		if p.heading != "" {
			heading := terminal.Truncate(p.heading, width)
			if styled {
				heading = look.Strong.Render(heading)
			}
			lines = append(lines, heading)
		}
		for _, text := range p.text {
			mark := ""
			if p.list {
				mark = "- "
			}
			lines = append(lines, terminal.Hang(mark, text, width)...)
		}
	}
	return lines
}

// newRules is the page before the first statement of a new assessment.
func newRules(s *assessment.Session) *textScreen {
	p := s.Progress()
	about := fmt.Sprintf("%s about %s. About %s for one person. Every answer is saved at once; stop and go on whenever you like.",
		count(p.Total, "statement", "statements"), nonEmpty(terminal.CleanLine(s.Assessment().Subject.Name), "your unit"),
		count(minutes(s, p.Total), "minute", "minutes"))
	return &textScreen{name: "Before you start", opening: true, since: time.Now(),
		parts: []part{{text: []string{about}}, rules(s)},
		keys:  []string{"Enter start", "PgDn more", "F1 help", "Ctrl+C quit"}}
}

func rules(s *assessment.Session) part {
	r := part{heading: "How to choose a level", list: true}
	for _, t := range s.Questionnaire().ReadingRules {
		r.text = append(r.text, clean(s, t))
	}
	if len(r.text) == 0 {
		r.text = []string{"Choose the level whose description fits today. Plans do not count.",
			"If nobody present can tell, choose \"don't know\". A guess is worse than a gap."}
	}
	return r
}

// newOpening is the page before the first statement of a dimension.
func newOpening(s *assessment.Session) *textScreen {
	d := s.Current().Dimension
	t := &textScreen{name: clean(s, d.Title), opening: true, since: time.Now(), keys: []string{"Enter first statement", "PgDn more", "F1 help", "Ctrl+C quit"}}
	n := s.DimensionProgress(d.ID).Total
	t.parts = append(t.parts, part{heading: fmt.Sprintf("%s, about %s", count(n, "statement", "statements"), count(minutes(s, n), "minute", "minutes"))})
	for _, p := range []part{{heading: "How it works", text: []string{clean(s, d.TheoryOfChange)}},
		{heading: "Where it is strong", text: []string{clean(s, d.High)}}, {heading: "Where it is weak", text: []string{clean(s, d.Low)}}} {
		if p.text[0] != "" {
			t.parts = append(t.parts, p)
		}
	}
	return t
}
