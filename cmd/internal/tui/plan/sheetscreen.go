package plan

import (
	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/shell"
)

// sheetScreen is a page of fields with some lines above them.
type sheetScreen struct {
	name    func() string
	entries func() []field.Entry
	notes   func() []string
	about   func() string // what the fields are about; when it changes, so do the fields
	was     string
	gone    func() bool   // what the fields are about is no longer there
	missing func() string // why what was typed is not kept, or ""
	rescue  func() bool   // keeps it all the same, because the program ends
	sheet   *field.Sheet
	warned  bool // that something is not kept was said: the next Esc leaves
}

func newSheetScreen(name string, entries func() []field.Entry, notes func() []string) *sheetScreen {
	s := &sheetScreen{name: func() string { return name }, entries: entries, notes: notes,
		about: func() string { return "" }, gone: func() bool { return false }, missing: func() string { return "" }, rescue: func() bool { return false }}
	s.sheet = field.NewSheet(entries()...)
	return s
}

// Refresh fills the fields anew; the open one stays open.
func (s *sheetScreen) Refresh() bool {
	if s.gone() {
		return false
	}
	at := s.sheet.At()
	s.sheet = field.NewSheet(s.entries()...)
	s.sheet.Open(min(at, s.sheet.Len()-1))
	return true
}

func (s *sheetScreen) Title() string { return s.name() }

func (s *sheetScreen) Hints() []string {
	return []string{"Enter next", "Shift+Tab back", "Ctrl+Z undo", "F1 help", "Esc close"}
}

func (s *sheetScreen) Store() bool { return s.sheet.Store() }

func (s *sheetScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if k.String() == "esc" {
			s.close(sh)
			return nil
		}
		s.warned = false
	}
	r := s.sheet.Update(msg)
	if r.Stored {
		sh.Save()
		if s.about() != s.was {
			s.was = s.about()
			s.Refresh()
			if r.Done {
				r.Done = false
				s.sheet.Open(s.sheet.Len() - 1)
			}
		}
	}
	switch {
	case r.Problem != nil:
		sh.Message = notRecorded(r.Problem)
	case r.Done:
		s.close(sh)
	}
	if r.Typed {
		return tea.Batch(r.Cmd, sh.Typed())
	}
	return r.Cmd
}

// close leaves the page. What cannot be recorded is said first, once.
func (s *sheetScreen) close(sh *shell.Shell) {
	sh.Store()
	if why := s.Unkept(); why != "" && !s.warned {
		s.warned = true
		sh.Message = terminal.CleanLine(why) + " Esc again leaves it out."
		return
	}
	sh.Pop()
}

// Unkept says what was typed and cannot be recorded, or "".
func (s *sheetScreen) Unkept() string {
	if err := s.sheet.Problem(); err != nil {
		return notRecorded(err)
	}
	return s.missing()
}

// Keep records what can be recorded only in part, because the program ends.
func (s *sheetScreen) Keep() bool { return s.rescue() }

func (s *sheetScreen) Lines(_ *shell.Shell, width, height int) []string {
	var lines []string
	for _, n := range s.notes() {
		lines = append(lines, terminal.WrapLines(n, width)...)
	}
	const fewest = 9 // lines that the fields need
	lines = lines[:max(0, min(len(lines), height-fewest-1))]
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return append(lines, s.sheet.Lines(width, max(height-len(lines), 1))...)
}
