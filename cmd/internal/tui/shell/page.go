package shell

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// typedAhead is how soon after the opening of a screen nobody can have seen it:
// a key that comes sooner is meant for what lies behind.
const typedAhead = 150 * time.Millisecond

// Ahead tells keys that were typed before a screen could be seen. Its zero value
// has been seen.
type Ahead struct{ since time.Time }

// NewAhead is for a screen that opens now.
func NewAhead() Ahead { return Ahead{time.Now()} }

// Unseen reports whether nobody can have seen the screen yet.
func (a Ahead) Unseen() bool { return time.Since(a.since) < typedAhead }

// Part is a piece of a page of text: a heading, paragraphs, or a list.
type Part struct {
	Heading string
	Text    []string
	List    bool
}

// Page is a text to read: rules, the opening of a dimension, or help.
type Page struct {
	Name    string
	Parts   []Part
	Opening bool // before a statement: a digit typed ahead goes on to it
	Keys    []string
	Ahead   Ahead

	offset int
	hidden int // lines below
	page   int
}

// Title is the name of the page.
func (p *Page) Title() string { return p.Name }

// Hints are its keys.
func (p *Page) Hints() []string {
	return slices.DeleteFunc(slices.Clone(p.Keys), func(k string) bool { return k == MoreKey && p.hidden == 0 })
}

// MoreKey is the hint for a page of which a part is hidden.
const MoreKey = "PgDn more"

// Steady keeps an opening below what is shown over it.
func (p *Page) Steady() bool { return p.Opening }

// Update scrolls or closes. Keys typed ahead of an opening page are meant for
// the statement behind it, and reach it.
func (p *Page) Update(s *Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch key := k.String(); key {
	case "up":
		p.offset = max(p.offset-1, 0)
	case "down":
		p.offset += min(1, p.hidden)
	case "pgup":
		if p.Opening && p.offset == 0 {
			s.Pop()
			return s.Pass(msg)
		}
		p.offset = max(p.offset-p.page, 0)
	case "pgdown", "space":
		if key == "pgdown" && p.Opening && p.Ahead.Unseen() {
			s.Pop()
			return s.Pass(msg)
		}
		switch {
		case p.hidden > 0:
			p.offset += min(p.page, p.hidden)
		case p.Opening:
			s.Pop()
		}
	case "enter", "esc":
		s.Pop()
	default:
		switch {
		case p.Opening && IsDigit(key) && p.Ahead.Unseen():
			s.Pop()
			return s.Pass(msg)
		case p.Opening && key == "?":
			cmd, _ := s.task.Key(s, tea.KeyPressMsg{Code: tea.KeyF1})
			return cmd
		case p.Opening && IsDigit(key):
			s.Message = "Nothing is chosen here. Enter goes on."
		}
	}
	return nil
}

// IsDigit reports whether a key is a digit.
func IsDigit(key string) bool { return len(key) == 1 && key[0] >= '0' && key[0] <= '9' }

// Lines draws the part of the page that fits, with a mark when there is more.
func (p *Page) Lines(_ *Shell, width, height int) []string {
	lines := p.Text(width, true)
	p.page, p.hidden = max(height-2, 1), 0
	if len(lines) <= height {
		p.offset = 0
		return lines
	}
	room := height - 1
	p.offset = max(0, min(p.offset, len(lines)-room))
	end := p.offset + room
	p.hidden = len(lines) - end
	mark := "... the end; Enter closes"
	if p.hidden > 0 {
		mark = fmt.Sprintf("... %s; PgDn", look.Count(p.hidden, "more line", "more lines"))
	}
	return append(append([]string{}, lines[p.offset:end]...), mark)
}

// Text is the whole page; styled makes the headings stand out.
func (p *Page) Text(width int, styled bool) []string {
	var lines []string
	for _, part := range p.Parts {
		if len(lines) > 0 && (part.Heading != "" || !part.List) {
			lines = append(lines, "")
		}
		if part.Heading != "" {
			heading := terminal.Truncate(part.Heading, width)
			if styled {
				heading = look.Strong.Render(heading)
			}
			lines = append(lines, heading)
		}
		for _, text := range part.Text {
			mark := ""
			if part.List {
				mark = "- "
			}
			lines = append(lines, terminal.Hang(mark, text, width)...)
		}
	}
	return lines
}
