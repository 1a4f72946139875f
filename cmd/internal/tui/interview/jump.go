package interview

import (
	"fmt"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// jumpScreen finds a statement while its number or words are typed.
type jumpScreen struct {
	input  textinput.Model
	found  []int
	cursor int
	offset int
	none   bool
}

func newJump() *jumpScreen {
	in := textinput.New()
	in.Prompt = ""
	in.Focus()
	return &jumpScreen{input: in}
}

func (j *jumpScreen) title() string { return "Jump to a statement" }
func (j *jumpScreen) hints() []string {
	return []string{"Enter go there", "up and down", "Esc close", "F1 help", "Ctrl+C quit"}
}

func (j *jumpScreen) update(m *model, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			m.pop()
			return nil
		case "enter":
			j.none = len(j.found) == 0
			if !j.none {
				m.goTo(j.found[j.cursor])
			}
			return nil
		case "up":
			j.cursor = max(j.cursor-1, 0)
			return nil
		case "down":
			j.cursor = max(min(j.cursor+1, len(j.found)-1), 0)
			return nil
		case "ctrl+v": // the terminal pastes; a program need not read the clipboard
			return nil
		}
	case tea.PasteMsg:
		return j.find(m, tea.PasteMsg{Content: terminal.CleanLine(msg.Content)})
	}
	return j.find(m, msg)
}

func (j *jumpScreen) find(m *model, msg tea.Msg) tea.Cmd {
	before := j.input.Value()
	var cmd tea.Cmd
	j.input, cmd = j.input.Update(msg)
	if j.input.Value() != before {
		j.found, j.cursor, j.none = m.s.Find(j.input.Value()), 0, false
	}
	return cmd
}

func (j *jumpScreen) lines(m *model, width, height int) []string {
	label := "Number, code or words: "
	j.input.SetWidth(max(width-len(label)-1, 5))
	lines := []string{look.Strong.Render(label) + j.input.View(), ""}
	switch {
	case j.none && j.input.Value() == "":
		return append(lines, "Type something first.")
	case j.input.Value() == "":
		return append(lines, fmt.Sprintf("For example 12, or a word of the statement. There are %d statements.", len(m.s.Items())))
	case len(j.found) == 0:
		return append(lines, "No statement was found.")
	}
	n, offset, mark := window(len(j.found), j.cursor, j.offset, height-len(lines))
	j.offset = offset
	for i := offset; i < offset+n; i++ {
		it := m.s.Items()[j.found[i]]
		end := ""
		if m.s.Assessment().Answer(it.Statement.ID).Choice == 0 {
			end = "not answered"
		}
		r := row{start: fmt.Sprintf("%3d  %s  %s", it.Number, clean(m.s, string(it.Statement.ID)), terminal.CleanLine(it.Text)), end: end}
		lines = append(lines, r.line(width, i == j.cursor))
	}
	if mark != "" {
		lines = append(lines, mark)
	}
	return lines
}
