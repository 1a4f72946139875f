package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/cmd/internal/terminal"
)

// maxTextLines is how many lines the text widget can hold.
const maxTextLines = 99

// Text is a text in a huh.Text. It knows whether the person changed it, so that
// a text which the widget shows differently is not written back on its own.
type Text struct {
	*huh.Text
	value, loaded string
	long          bool // longer than the widget can hold
	oneLine       bool
	width, height int
}

// NewText makes a field for a text of any number of lines.
func NewText(id, text string) *Text {
	t := &Text{value: terminal.Clean(text)}
	t.long = strings.Count(t.value, "\n") >= maxTextLines
	t.Text = huh.NewText().Key(id).ExternalEditor(false).Value(&t.value)
	t.Blur() // reads back what the widget holds
	t.loaded = t.value
	return t
}

// NewLine makes a field for a text of one line.
func NewLine(id, text string) *Text {
	t := NewText(id, terminal.CleanLine(text))
	t.oneLine = true
	return t
}

// Update is that of huh.Text, but stays this field: a form goes on with what
// Update returns.
func (t *Text) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		if t.oneLine && m.String() == "ctrl+j" {
			return t, nil
		}
	case tea.PasteMsg:
		msg = tea.PasteMsg{Content: t.pasted(m.Content)}
	}
	_, cmd := t.Text.Update(msg)
	return t, cmd
}

// Content is what the person typed.
func (t *Text) Content() string { return t.value }

// Changed reports whether the person changed the text since it was loaded or
// stored.
func (t *Text) Changed() bool { return t.value != t.loaded }

// Stored notes that the text was recorded as it is.
func (t *Text) Stored() { t.loaded = t.value }

// Long reports whether the text has more lines than the widget can hold: it is
// shown, but cannot be changed here.
func (t *Text) Long() bool { return t.long }

// OneRow reports whether the text takes no more than one row of a box of the
// given width, so that up and down have no use inside it.
func (t *Text) OneRow(width int) bool {
	return t.oneLine || !strings.Contains(t.value, "\n") && terminal.Width(t.value) < width-boxMargin
}

// pasted makes a pasted text harmless, and fit for the widget: lines that it
// could not hold are joined rather than lost.
func (t *Text) pasted(text string) string {
	text = terminal.Clean(text)
	if t.oneLine || strings.Count(text, "\n")+strings.Count(t.value, "\n") >= maxTextLines-1 {
		text = strings.ReplaceAll(text, "\n", " ")
	}
	return text
}

// resize sets the size of the box. The widget needs a message to bring its
// cursor back into view.
func (t *Text) resize(width, height int) {
	if width == t.width && height == t.height {
		return
	}
	t.width, t.height = width, height
	t.WithWidth(width)
	t.Lines(height)
	t.Text.Update(nil)
}

// boxMargin is how many columns the frame of a box takes.
const boxMargin = 4

// Box draws the text box.
func (t *Text) Box(width, height int) []string {
	t.resize(width-boxMargin, max(height, 1))
	lines := strings.Split(t.View(), "\n")
	for i, l := range lines {
		lines[i] = "  | " + strings.TrimRight(l, " ")
	}
	return lines
}

// Preview is the text on one line.
func (t *Text) Preview() string {
	if text := terminal.CleanLine(t.value); text != "" {
		return text
	}
	return "-"
}
