package home

import (
	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
)

// The smallest screen that can be read.
const (
	minWidth  = 50
	minHeight = 15
)

// model is the menu as a Bubble Tea program.
type model struct {
	open          []*place // the first page and those opened from it
	width, height int
	message       string // kept until the next key

	chosen *Entry
	end    error // why nothing was chosen
	done   bool
}

// place is a page with the position in it. Behind the entries is the line that
// leads back, or out of the program.
type place struct {
	*Page
	cursor, offset int
}

func newModel(first *Page, cursor, width, height int) *model {
	return &model{open: []*place{{Page: first, cursor: min(cursor, len(first.Entries))}}, width: width, height: height}
}

func (m *model) top() *place { return m.open[len(m.open)-1] }

// Init starts nothing.
func (m *model) Init() tea.Cmd { return nil }

// Update obeys one message.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.KeyPressMsg:
		if !m.done {
			m.message = ""
			m.key(msg.String())
		}
	}
	if m.done {
		return m, tea.Quit
	}
	return m, nil
}

func (m *model) key(k string) {
	switch k {
	case "ctrl+c", "q", "Q":
		m.leave(errLeave)
		return
	case "esc":
		m.back()
		return
	}
	if m.tooSmall() { // what cannot be seen cannot be chosen
		if k == "ctrl+l" {
			m.leave(errToLines)
		}
		return
	}
	p := m.top()
	switch k {
	case "up":
		p.cursor--
	case "down":
		p.cursor++
	case "home", "pgup":
		p.cursor = 0
	case "end", "pgdown":
		p.cursor = len(p.Entries)
	case "enter":
		m.choose(p.cursor)
	case "0":
		if len(m.open) > 1 {
			m.back()
		}
	default:
		if len(k) == 1 && k[0] >= '1' && k[0] <= '9' {
			m.digit(int(k[0] - '1'))
		}
	}
	p.cursor = max(0, min(p.cursor, len(p.Entries)))
}

// digit chooses the entry with a number.
func (m *model) digit(i int) {
	p := m.top()
	if i >= len(p.Entries) {
		m.message = "There is no such number in the list."
		return
	}
	p.cursor = i
	m.choose(i)
}

func (m *model) choose(i int) {
	p := m.top()
	if i == len(p.Entries) {
		m.back()
		return
	}
	switch e := &p.Entries[i]; {
	case e.Problem != "":
		m.message = terminal.CleanLine(e.refusal())
	case e.Page != nil:
		m.open = append(m.open, &place{Page: e.Page, cursor: firstUsable(e.Page)})
	default:
		m.chosen, m.done = e, true
	}
}

// firstUsable is the first entry that can be chosen, or the way back.
func firstUsable(p *Page) int {
	for i := range p.Entries {
		if p.Entries[i].Problem == "" {
			return i
		}
	}
	return len(p.Entries)
}

// back closes the page, or leaves from the first one.
func (m *model) back() {
	if len(m.open) == 1 {
		m.leave(errLeave)
		return
	}
	m.open = m.open[:len(m.open)-1]
}

func (m *model) leave(end error) { m.end, m.done = end, true }
