// Package field holds the fields of which the pages of a task are made: a list
// of which one entry is chosen, and a text. They stand in small forms of huh,
// but are moved by the page itself, at once, so that keys typed ahead reach the
// field that they are meant for.
package field

import (
	"errors"
	"io"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// Option is one entry of a choice.
type Option struct {
	Key    string // the digit that chooses it
	Letter string // a letter that moves the cursor to it, or ""
	Name   string
	Text   string // what it means
	Brief  bool   // the meaning is shown only under the cursor
}

// Choice is a list of which one entry can be chosen. Nothing is chosen until a
// person presses a digit, or Enter or Space on an entry; moving the cursor
// changes nothing. At the start the cursor is on the chosen entry, or on none,
// so that Enter pressed once too often answers nothing.
type Choice struct {
	Options []Option
	Chosen  int  // -1: none
	Cursor  int  // -1: none
	Plain   bool // things to do: there is no chosen one
	Careful bool // a digit only moves the cursor
	Opened  bool // all entries were open when it was drawn last
	Dense   bool // no air between the entries, even where there is room
	Numbers bool // the keys mean something: they are part of what is chosen

	id      string
	picked  bool
	empty   bool // Enter was pressed without an entry under the cursor
	missed  bool // a digit was pressed that no entry has
	focused bool
	offset  int // first line shown
}

var _ huh.Field = (*Choice)(nil)

// NewChoice makes a list. chosen is the index of the entry that was chosen
// before, or -1.
func NewChoice(id string, options []Option, chosen int) *Choice {
	return &Choice{id: id, Options: options, Chosen: chosen, Cursor: chosen}
}

// Update obeys one key. A paste is no key: nobody answers by pasting.
func (c *Choice) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || !c.focused {
		return c, nil
	}
	switch s := k.String(); s {
	case "up":
		c.Cursor = max(c.Cursor-1, 0)
	case "down":
		c.Cursor = min(c.Cursor+1, len(c.Options)-1)
	case "home":
		c.Cursor = 0
	case "end":
		c.Cursor = len(c.Options) - 1
	case "enter", "space":
		if c.Cursor < 0 {
			c.empty = true
			break
		}
		c.pick(c.Cursor)
	default:
		c.missed = len(s) == 1 && s[0] >= '0' && s[0] <= '9'
		for i, o := range c.Options {
			if s == o.Key {
				c.missed = false
			}
			if s == o.Key && !c.Careful {
				c.pick(i)
			} else if s == o.Key || o.Letter != "" && strings.ToLower(s) == o.Letter {
				c.Cursor = i
			}
		}
	}
	return c, nil
}

// Preview is what is chosen, on one line.
func (c *Choice) Preview() string {
	if c.Chosen < 0 {
		return "-"
	}
	o := c.Options[c.Chosen]
	switch {
	case o.Name == "" && o.Text == "":
		return o.Key
	case o.Name == "":
		return o.Key + ". " + o.Text
	case c.Numbers && o.Key != "0":
		return o.Key + " " + o.Name
	}
	return strings.TrimSuffix(o.Name, ".")
}

// pick notes what the person chose. Whether it is recorded is not for the list
// to say.
func (c *Choice) pick(i int) { c.Cursor, c.picked = i, true }

// TakePick returns the entry that was just chosen, once.
func (c *Choice) TakePick() (int, bool) {
	was := c.picked
	c.picked = false
	return c.Cursor, was
}

// TakeMiss reports, once, that a digit was pressed that no entry has.
func (c *Choice) TakeMiss() bool {
	was := c.missed
	c.missed = false
	return was
}

// TakeEmpty reports, once, that Enter had nothing to choose.
func (c *Choice) TakeEmpty() bool {
	was := c.empty
	c.empty = false
	return was
}

// The rest of huh.Field. Width, height, theme and keys are the page's concern.

func (c *Choice) Init() tea.Cmd                                { return nil }
func (c *Choice) View() string                                 { return "" }
func (c *Choice) Blur() tea.Cmd                                { c.focused = false; return nil }
func (c *Choice) Focus() tea.Cmd                               { c.focused = true; return nil }
func (c *Choice) Error() error                                 { return nil }
func (c *Choice) Run() error                                   { return huh.Run(c) }
func (c *Choice) RunAccessible(_ io.Writer, _ io.Reader) error { return errNoAccessible }
func (c *Choice) Skip() bool                                   { return false }
func (c *Choice) Zoom() bool                                   { return false }
func (c *Choice) KeyBinds() []key.Binding                      { return nil }
func (c *Choice) WithTheme(huh.Theme) huh.Field                { return c }
func (c *Choice) WithKeyMap(*huh.KeyMap) huh.Field             { return c }
func (c *Choice) WithWidth(int) huh.Field                      { return c }
func (c *Choice) WithHeight(int) huh.Field                     { return c }
func (c *Choice) WithPosition(huh.FieldPosition) huh.Field     { return c }
func (c *Choice) GetKey() string                               { return c.id }
func (c *Choice) GetValue() any                                { return c.Chosen }

var errNoAccessible = errors.New("line mode asks this in its own way")
