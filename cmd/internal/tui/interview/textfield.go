package interview

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// maxTextLines is how many lines the text widget can hold.
const maxTextLines = 99

// textField is a text of an answer in a huh.Text. It knows whether the person
// changed it, so that a text which the widget shows differently is not written
// back on its own.
type textField struct {
	*huh.Text
	value, loaded string
	long          bool // longer than the widget can hold: shown, but not changed here
	width, height int
}

func newTextField(id, text string) *textField {
	t := &textField{value: terminal.Clean(text)}
	t.long = strings.Count(t.value, "\n") >= maxTextLines
	t.Text = huh.NewText().Key(id).ExternalEditor(false).Value(&t.value)
	t.Blur() // reads back what the widget holds
	t.loaded = t.value
	return t
}

// Update is that of huh.Text, but stays this field: a form goes on with what
// Update returns.
func (t *textField) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	_, cmd := t.Text.Update(msg)
	return t, cmd
}

// changed reports whether the person changed the text since it was loaded or
// stored.
func (t *textField) changed() bool { return t.value != t.loaded }

// paste makes a pasted text harmless, and fit for the widget: lines that it
// could not hold are joined rather than lost.
func (t *textField) paste(text string) string {
	text = terminal.Clean(text)
	if strings.Count(text, "\n")+strings.Count(t.value, "\n") >= maxTextLines-1 {
		text = strings.ReplaceAll(text, "\n", " ")
	}
	return text
}

// resize sets the size of the box. The widget needs a message to bring its
// cursor back into view.
func (t *textField) resize(width, height int) {
	if width == t.width && height == t.height {
		return
	}
	t.width, t.height = width, height
	t.WithWidth(width)
	t.Lines(height)
	t.Text.Update(nil)
}

// box draws the text box.
func (t *textField) box(width, height int) []string {
	t.resize(width-4, max(height, 1))
	lines := strings.Split(t.View(), "\n")
	for i, l := range lines {
		lines[i] = "  | " + strings.TrimRight(l, " ")
	}
	return lines
}

// preview is the text on one line.
func (t *textField) preview() string {
	if text := terminal.CleanLine(t.value); text != "" {
		return text
	}
	return "-"
}

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

// newForm makes a form of fields that moves only when it is told to.
func newForm(fields ...huh.Field) *huh.Form {
	f := huh.NewForm(huh.NewGroup(fields...)).
		WithKeyMap(keyMap()).WithTheme(look.Theme).WithShowHelp(false).WithShowErrors(false)
	f.Init() // sets the focus; its commands would only ask for the window size
	return f
}

// focusField moves the focus of a form to a field, at once.
func focusField(f *huh.Form, order []string, id string) tea.Cmd {
	index := func(id string) int {
		for i, o := range order {
			if o == id {
				return i
			}
		}
		return 0
	}
	var cmds []tea.Cmd
	to := index(id)
	for at := index(f.GetFocusedField().GetKey()); at < to; at++ {
		cmds = append(cmds, f.NextField())
	}
	for at := index(f.GetFocusedField().GetKey()); at > to; at-- {
		cmds = append(cmds, f.PrevField())
	}
	return tea.Batch(cmds...)
}
