package shell

import (
	"errors"
	"io/fs"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/saving"
)

// failedScreen stands between a person and the loss of answers: the last save
// failed.
type failedScreen struct {
	menu  Menu
	err   error
	again func(*Shell) tea.Cmd // does again what failed
	path  *textinput.Model     // not nil: another file is asked for
	note  string
}

func newFailed(err error, elsewhere bool, again func(*Shell) tea.Cmd) *failedScreen {
	f := &failedScreen{err: err, again: again}
	permanent := saving.IsPermanent(err)
	var entries []Entry
	if !permanent {
		entries = append(entries, Entry{"Try again", "", func(s *Shell) tea.Cmd {
			s.Message = "Tried again."
			return again(s)
		}})
	}
	if elsewhere {
		entries = append(entries, Entry{"Save to another file", "", f.askPath})
	}
	goOn := "It is tried again with every change."
	if permanent {
		goOn = "Nothing is saved until you choose another file."
	}
	entries = append(entries,
		Entry{"Go on", goOn, CloseTop},
		Entry{"Leave without the last changes", "They will be lost.", func(s *Shell) tea.Cmd { return s.exit() }})
	f.menu = NewMenu(-1, entries...)
	if permanent { // it comes up while a person types
		f.menu.Careful()
	}
	return f
}

func (*failedScreen) Title() string { return "NOT SAVED" }

func (f *failedScreen) Hints() []string {
	if f.path != nil {
		return []string{"Enter save there", "Esc back"}
	}
	return []string{"digit, then Enter", "Esc go on"}
}

func (f *failedScreen) askPath(s *Shell) tea.Cmd {
	in := textinput.New()
	in.Prompt = ""
	in.SetValue(s.opts.Path)
	if s.opts.Elsewhere != nil {
		in.SetValue(s.opts.Elsewhere())
	}
	in.CursorEnd()
	f.path = &in
	return in.Focus()
}

func (f *failedScreen) Update(s *Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && f.path == nil && k.String() == "esc" {
		return CloseTop(s)
	}
	if f.path == nil {
		return f.menu.Update(s, msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc":
			f.path = nil
			return nil
		case "ctrl+v":
			return nil
		case "enter":
			return f.saveAs(s, strings.TrimSpace(assessment.CleanLine(f.path.Value())))
		}
	}
	in, cmd := f.path.Update(msg)
	f.path = &in
	return cmd
}

func (f *failedScreen) saveAs(s *Shell, path string) tea.Cmd {
	if path == "" {
		f.note = "Write the name of a file."
		return nil
	}
	if err := s.opts.SaveAs(path); err != nil {
		f.note = "That did not work: " + terminal.CleanLine(err.Error())
		return nil
	}
	s.opts.Path = path
	return f.again(s)
}

func (f *failedScreen) Lines(s *Shell, width, height int) []string {
	var lines []string
	for _, l := range terminal.WrapLines("The last changes are NOT saved. "+saving.Reason(f.err), width) {
		lines = append(lines, look.Alarm.Render(l))
	}
	lines = append(lines, terminal.WrapLines(saving.Remedy(f.err), width)...)
	if !errors.Is(f.err, fs.ErrNotExist) { // the folder may be gone with all that was in it
		lines = append(lines, terminal.WrapLines("The file as it was saved before is unharmed.", width)...)
	}
	lines = append(lines, "")
	if f.path != nil {
		f.path.SetWidth(max(width-3, 5))
		lines = append(lines, look.Strong.Render("Save to this file:"), "> "+f.path.View(), "")
		return append(lines, terminal.WrapLines(f.note, width)...)
	}
	return append(lines, f.menu.Lines(width, height-len(lines))...)
}
