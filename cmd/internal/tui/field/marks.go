package field

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// Marks is a list of which any number of entries can be marked, by their digit
// or with Space.
type Marks struct {
	Options []Option
	Marked  []bool

	id      string
	cursor  int
	changed bool
	focused bool
	offset  int
}

var _ huh.Field = (*Marks)(nil)

// NewMarks makes a list. marked has one entry for each option.
func NewMarks(id string, options []Option, marked []bool) *Marks {
	return &Marks{id: id, Options: options, Marked: slices.Clone(marked)}
}

// Update obeys one key.
func (m *Marks) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || !m.focused {
		return m, nil
	}
	switch s := k.String(); s {
	case "up":
		m.cursor = max(m.cursor-1, 0)
	case "down":
		m.cursor = min(m.cursor+1, len(m.Options)-1)
	case "home":
		m.cursor = 0
	case "end":
		m.cursor = len(m.Options) - 1
	case "space":
		m.toggle(m.cursor)
	default:
		for i, o := range m.Options {
			if s == o.Key {
				m.toggle(i)
			}
		}
	}
	return m, nil
}

func (m *Marks) toggle(i int) {
	m.cursor = i
	m.Marked[i] = !m.Marked[i]
	m.changed = true
}

// TakeChange reports, once, that a mark was set or taken back.
func (m *Marks) TakeChange() bool {
	was := m.changed
	m.changed = false
	return was
}

// Preview is the list of what is marked, on one line.
func (m *Marks) Preview() string {
	var names []string
	for i, o := range m.Options {
		if m.Marked[i] {
			names = append(names, o.Name)
		}
	}
	if names == nil {
		return "-"
	}
	return strings.Join(names, ", ")
}

// Lines draws a window of the list that contains the cursor.
func (m *Marks) Lines(width, height int) []string {
	room := min(max(height, 1), len(m.Options))
	more := ""
	if room < len(m.Options) && room > 2 {
		room--
		more = fmt.Sprintf("      ... %d of %d shown; up and down move", room, len(m.Options))
	}
	m.offset = max(0, min(max(m.offset, m.cursor-room+1), m.cursor, len(m.Options)-room))
	var lines []string
	for i := m.offset; i < m.offset+room; i++ {
		cursor, mark := "  ", "[ ]"
		if i == m.cursor && m.focused {
			cursor = look.Accent.Render("> ")
		}
		if m.Marked[i] {
			mark = look.Strong.Render("[x]")
		}
		text := m.Options[i].Name
		if m.Options[i].Text != "" {
			text += ". " + m.Options[i].Text
		}
		lines = append(lines, terminal.Truncate(cursor+mark+" "+m.Options[i].Key+"  "+text, width))
	}
	if more != "" {
		lines = append(lines, more)
	}
	return lines
}

// The rest of huh.Field. Width, height, theme and keys are the page's concern.

func (m *Marks) Init() tea.Cmd                                { return nil }
func (m *Marks) View() string                                 { return "" }
func (m *Marks) Blur() tea.Cmd                                { m.focused = false; return nil }
func (m *Marks) Focus() tea.Cmd                               { m.focused = true; return nil }
func (m *Marks) Error() error                                 { return nil }
func (m *Marks) Run() error                                   { return huh.Run(m) }
func (m *Marks) RunAccessible(_ io.Writer, _ io.Reader) error { return errNoAccessible }
func (m *Marks) Skip() bool                                   { return false }
func (m *Marks) Zoom() bool                                   { return false }
func (m *Marks) KeyBinds() []key.Binding                      { return nil }
func (m *Marks) WithTheme(huh.Theme) huh.Field                { return m }
func (m *Marks) WithKeyMap(*huh.KeyMap) huh.Field             { return m }
func (m *Marks) WithWidth(int) huh.Field                      { return m }
func (m *Marks) WithHeight(int) huh.Field                     { return m }
func (m *Marks) WithPosition(huh.FieldPosition) huh.Field     { return m }
func (m *Marks) GetKey() string                               { return m.id }
func (m *Marks) GetValue() any                                { return m.Marked }
