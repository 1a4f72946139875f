package field

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/cmd/internal/tui/look"
)

// keyMap leaves the moves between fields to the page, because huh makes them
// too late for keys that are typed ahead, and takes out the ways to the world
// outside: the editor and the clipboard of the system.
func keyMap() *huh.KeyMap {
	k := huh.NewDefaultKeyMap()
	none := key.NewBinding()
	k.Quit = none
	k.Text = huh.TextKeyMap{Next: none, Prev: none, Submit: none, Editor: none,
		NewLine: key.NewBinding(key.WithKeys("ctrl+j"))}
	return k
}

// Form is a small form of huh that moves only when it is told to.
type Form struct {
	*huh.Form
	order []string // the keys of its fields
}

// NewForm makes a form; the first field has the focus.
func NewForm(fields ...huh.Field) *Form {
	f := &Form{Form: huh.NewForm(huh.NewGroup(fields...)).
		WithKeyMap(keyMap()).WithTheme(look.Theme).WithShowHelp(false).WithShowErrors(false)}
	for _, field := range fields {
		f.order = append(f.order, field.GetKey())
	}
	f.Init() // sets the focus; its commands would only ask for the window size
	return f
}

// Focused is the key of the field that takes the keys.
func (f *Form) Focused() string { return f.GetFocusedField().GetKey() }

// Focus moves the focus to a field, at once.
func (f *Form) Focus(id string) tea.Cmd {
	var cmds []tea.Cmd
	to := max(slices.Index(f.order, id), 0)
	for at := slices.Index(f.order, f.Focused()); at < to; at++ {
		cmds = append(cmds, f.NextField())
	}
	for at := slices.Index(f.order, f.Focused()); at > to; at-- {
		cmds = append(cmds, f.PrevField())
	}
	return tea.Batch(cmds...)
}
