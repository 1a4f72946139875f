package interview

import (
	"errors"
	"io"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// option is one entry of a choice.
type option struct {
	key    string // the digit that chooses it
	letter string // a letter that moves the cursor to it, or ""
	name   string
	text   string // what it means
	brief  bool   // the meaning is shown only under the cursor
}

// choice is a list of which one entry can be chosen. Nothing is chosen until a
// person presses a digit, or Enter or Space on an entry; moving the cursor
// changes nothing. At the start the cursor is on the chosen entry, or on none,
// so that Enter pressed once too often answers nothing.
type choice struct {
	id      string
	options []option
	chosen  int // -1: none
	cursor  int // -1: none
	picked  bool
	empty   bool // Enter was pressed without an entry under the cursor
	focused bool
	plain   bool // things to do: there is no chosen one
	careful bool // a digit only moves the cursor
	offset  int  // first line shown
	opened  bool // all entries were open when it was drawn last
}

var _ huh.Field = (*choice)(nil)

func newChoice(id string, options []option, chosen int) *choice {
	return &choice{id: id, options: options, chosen: chosen, cursor: chosen}
}

// Update obeys one key. A paste is no key: nobody answers by pasting.
func (c *choice) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || !c.focused {
		return c, nil
	}
	switch s := k.String(); s {
	case "up":
		c.cursor = max(c.cursor-1, 0)
	case "down":
		c.cursor = min(c.cursor+1, len(c.options)-1)
	case "home":
		c.cursor = 0
	case "end":
		c.cursor = len(c.options) - 1
	case "enter", "space":
		if c.cursor < 0 {
			c.empty = true
			break
		}
		c.pick(c.cursor)
	default:
		for i, o := range c.options {
			if s == o.key && !c.careful {
				c.pick(i)
			} else if s == o.key || o.letter != "" && strings.ToLower(s) == o.letter {
				c.cursor = i
			}
		}
	}
	return c, nil
}

// pick notes what the person chose. Whether it is recorded is not for the list
// to say.
func (c *choice) pick(i int) { c.cursor, c.picked = i, true }

// takePick returns the entry that was just chosen, once.
func (c *choice) takePick() (int, bool) {
	was := c.picked
	c.picked = false
	return c.cursor, was
}

// takeEmpty reports, once, that Enter had nothing to choose.
func (c *choice) takeEmpty() bool {
	was := c.empty
	c.empty = false
	return was
}

// The rest of huh.Field. Width, height, theme and keys are the page's concern.

func (c *choice) Init() tea.Cmd                                { return nil }
func (c *choice) View() string                                 { return "" }
func (c *choice) Blur() tea.Cmd                                { c.focused = false; return nil }
func (c *choice) Focus() tea.Cmd                               { c.focused = true; return nil }
func (c *choice) Error() error                                 { return nil }
func (c *choice) Run() error                                   { return huh.Run(c) }
func (c *choice) RunAccessible(_ io.Writer, _ io.Reader) error { return errNoAccessible }
func (c *choice) Skip() bool                                   { return false }
func (c *choice) Zoom() bool                                   { return false }
func (c *choice) KeyBinds() []key.Binding                      { return nil }
func (c *choice) WithTheme(huh.Theme) huh.Field                { return c }
func (c *choice) WithKeyMap(*huh.KeyMap) huh.Field             { return c }
func (c *choice) WithWidth(int) huh.Field                      { return c }
func (c *choice) WithHeight(int) huh.Field                     { return c }
func (c *choice) WithPosition(huh.FieldPosition) huh.Field     { return c }
func (c *choice) GetKey() string                               { return c.id }
func (c *choice) GetValue() any                                { return c.chosen }

var errNoAccessible = errors.New("line mode asks this in its own way")
