package interview

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// failedScreen stands between a person and the loss of answers: the last save
// failed.
type failedScreen struct {
	menu
	err   error
	again func(*model) tea.Cmd // does again what failed
	path  *textinput.Model     // not nil: another file is asked for
	note  string
}

func newFailed(err error, elsewhere bool, again func(*model) tea.Cmd) *failedScreen {
	f := &failedScreen{err: err, again: again}
	entries := []entry{{"Try again", "", func(m *model) tea.Cmd {
		m.message = "Tried again."
		return again(m)
	}}}
	if elsewhere {
		entries = append(entries, entry{"Save to another file", "", f.askPath})
	}
	entries = append(entries,
		entry{"Go on answering", "It is tried again with every answer.", closeTop},
		entry{"Leave without the last changes", "They will be lost.", func(m *model) tea.Cmd { m.outcome.Unsaved = true; return m.exit() }})
	f.menu = newMenu(-1, entries...)
	return f
}

func (*failedScreen) title() string { return "NOT SAVED" }

func (f *failedScreen) hints() []string {
	if f.path != nil {
		return []string{"Enter save there", "Esc back"}
	}
	return []string{"digit choose", "Enter choose"}
}

func (f *failedScreen) askPath(m *model) tea.Cmd {
	in := textinput.New()
	in.Prompt = ""
	in.SetValue(m.opts.Path)
	in.CursorEnd()
	f.path = &in
	return in.Focus()
}

func (f *failedScreen) update(m *model, msg tea.Msg) tea.Cmd {
	if f.path == nil {
		return f.menu.update(m, msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc":
			f.path = nil
			return nil
		case "ctrl+v":
			return nil
		case "enter":
			return f.saveAs(m, strings.TrimSpace(assessment.CleanLine(f.path.Value())))
		}
	}
	in, cmd := f.path.Update(msg)
	f.path = &in
	return cmd
}

func (f *failedScreen) saveAs(m *model, path string) tea.Cmd {
	if path == "" {
		f.note = "Write the name of a file."
		return nil
	}
	if err := m.opts.SaveAs(path); err != nil {
		f.note = "That did not work: " + terminal.CleanLine(err.Error())
		return nil
	}
	m.opts.Path = path
	return f.again(m)
}

func (f *failedScreen) lines(m *model, width, height int) []string {
	var lines []string
	for _, l := range terminal.WrapLines("The last answers are NOT saved. "+reasonOf(f.err), width) {
		lines = append(lines, look.Alarm.Render(l))
	}
	lines = append(lines, terminal.WrapLines(remedyOf(f.err), width)...)
	lines = append(lines, terminal.WrapLines("The file as it was saved before is unharmed.", width)...)
	lines = append(lines, "")
	if f.path != nil {
		f.path.SetWidth(max(width-3, 5))
		lines = append(lines, look.Strong.Render("Save to this file:"), "> "+f.path.View(), "")
		return append(lines, terminal.WrapLines(f.note, width)...)
	}
	return append(lines, f.list.lines(width, height-len(lines))...)
}
