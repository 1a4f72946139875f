package interview

import (
	"fmt"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// jumpScreen finds a statement while its number or words are typed.
type jumpScreen struct {
	m     *model
	input textinput.Model
	found []int
	at    shell.Rows
	none  bool
}

func newJump(m *model) *jumpScreen {
	in := textinput.New()
	in.Prompt = ""
	in.Focus()
	return &jumpScreen{m: m, input: in}
}

func (j *jumpScreen) Title() string { return "Jump to a statement" }
func (j *jumpScreen) Hints() []string {
	return []string{"Enter go there", "Esc close", "up and down", "F1 help", "Ctrl+C quit"}
}

func (j *jumpScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			sh.Pop()
			return nil
		case "enter":
			j.none = len(j.found) == 0
			if !j.none {
				j.m.goTo(sh, j.found[j.at.Cursor])
			}
			return nil
		case "up", "down":
			j.at.Move(msg.String(), len(j.found))
			return nil
		case "ctrl+v": // the terminal pastes; a program need not read the clipboard
			return nil
		}
	case tea.PasteMsg:
		return j.find(tea.PasteMsg{Content: terminal.CleanLine(msg.Content)})
	}
	return j.find(msg)
}

func (j *jumpScreen) find(msg tea.Msg) tea.Cmd {
	before := j.input.Value()
	var cmd tea.Cmd
	j.input, cmd = j.input.Update(msg)
	if j.input.Value() != before {
		j.found, j.at, j.none = j.m.s.Find(j.input.Value()), shell.Rows{}, false
	}
	return cmd
}

func (j *jumpScreen) Lines(_ *shell.Shell, width, height int) []string {
	label := "Number, code or words: "
	j.input.SetWidth(max(width-len(label)-1, 5))
	lines := []string{look.Strong.Render(label) + j.input.View(), ""}
	switch {
	case j.none && j.input.Value() == "":
		return append(lines, "Type something first.")
	case j.input.Value() == "":
		return append(lines, fmt.Sprintf("For example 12, or a word of the statement. There are %d statements.", len(j.m.s.Items())))
	case len(j.found) == 0:
		return append(lines, "No statement was found.")
	}
	return append(lines, j.at.Lines(len(j.found), height-len(lines), func(i int, cursor bool) string {
		return j.row(j.found[i], width, cursor)
	})...)
}

func (j *jumpScreen) row(i, width int, cursor bool) string {
	s := j.m.s
	it := s.Items()[i]
	end := ""
	if s.Assessment().Answer(it.Statement.ID).Choice == assessment.Unanswered {
		end = "not answered"
	}
	return shell.Row(fmt.Sprintf("%3d  %s  %s", it.Number, clean(s, string(it.Statement.ID)), shortText(s, it)), end, width, cursor)
}
