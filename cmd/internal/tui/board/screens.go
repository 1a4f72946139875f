package board

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// listScreen shows the entries of a list.
type listScreen struct {
	b    *Board
	list *List
	rows shell.Rows
	were int // entries when it was drawn last
}

func (l *listScreen) Title() string { return l.list.Name }

func (l *listScreen) Hints() []string {
	hints := []string{"Enter open"}
	if !l.list.Fixed {
		hints = append(hints, "n new")
	}
	if l.list.Remove != nil {
		hints = append(hints, "Del take out")
	}
	return append(hints, "Esc back", "F1 help", "Ctrl+C quit")
}

func (l *listScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	n := len(l.list.Rows())
	switch key := k.String(); key {
	case "esc":
		sh.Pop()
	case "n":
		if !l.list.Fixed {
			sh.Push(newRecordScreen(l.list.Open(-1)))
		}
	case "enter":
		if n == 0 {
			sh.Message = "The list is empty."
			break
		}
		sh.Push(newRecordScreen(l.list.Open(l.rows.Cursor)))
	case "delete":
		if n > 0 && l.list.Remove != nil {
			l.remove(sh, n)
		}
	default:
		l.rows.Move(key, n)
	}
	return nil
}

func (l *listScreen) remove(sh *shell.Shell, n int) {
	if err := l.list.Remove(l.rows.Cursor); err != nil {
		sh.Message = problem(err)
		return
	}
	l.rows.Cursor = max(0, min(l.rows.Cursor, n-2))
	sh.Save()
	sh.Message = "Taken out."
}

func (l *listScreen) Lines(_ *shell.Shell, width, height int) []string {
	lines := append(terminal.WrapLines(l.list.Hint, width), "")
	rows := l.list.Rows()
	if len(rows) > l.were && l.were > 0 {
		l.rows.Cursor = len(rows) - 1 // the new entry
	}
	l.were = len(rows)
	if len(rows) == 0 {
		empty := "Nothing here yet."
		if !l.list.Fixed {
			empty = "Nothing here yet. Press n for the first entry."
		}
		return append(lines, terminal.WrapLines(empty, width)...)
	}
	return append(lines, l.rows.Lines(len(rows), height-len(lines), func(i int, cursor bool) string {
		return shell.Row(terminal.CleanLine(rows[i].Start), terminal.CleanLine(rows[i].End), width, cursor)
	})...)
}

// recordScreen is one open entry.
type recordScreen struct {
	r      *Record
	sheet  *field.Sheet
	warned bool
}

func newRecordScreen(r *Record) *recordScreen {
	return &recordScreen{r: r, sheet: field.NewSheet(r.Entries...)}
}

func (s *recordScreen) Title() string { return s.r.Name }

func (s *recordScreen) Hints() []string {
	return []string{"Enter next", "Shift+Tab back", "Esc close", "F1 help", "Ctrl+C quit"}
}

func (s *recordScreen) Store() bool { return s.sheet.Store() }

func (s *recordScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
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
	}
	switch {
	case r.Problem != nil:
		sh.Message = problem(r.Problem)
	case r.Done:
		s.close(sh)
	}
	if r.Typed {
		return tea.Batch(r.Cmd, sh.Typed())
	}
	return r.Cmd
}

// close leaves the entry. What cannot be kept is said first, once.
func (s *recordScreen) close(sh *shell.Shell) {
	sh.Store()
	if why := s.Unkept(); why != "" && !s.warned {
		s.warned = true
		sh.Message = why + " Esc again leaves it out."
		return
	}
	sh.Pop()
}

// Unkept says what was typed and cannot be recorded, or "".
func (s *recordScreen) Unkept() string {
	if err := s.sheet.Problem(); err != nil {
		return problem(err)
	}
	return s.r.Missing()
}

func (s *recordScreen) Lines(_ *shell.Shell, width, height int) []string {
	var lines []string
	for _, n := range s.r.Notes {
		for _, l := range terminal.WrapLines(terminal.CleanLine(n), width) {
			lines = append(lines, look.Strong.Render(l))
		}
	}
	const fewest = 9 // lines that the fields need
	lines = lines[:max(0, min(len(lines), height-fewest-1))]
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return append(lines, s.sheet.Lines(width, max(height-len(lines), 1))...)
}

// problem says why something was not recorded.
func problem(err error) string {
	text := "Not recorded: " + terminal.CleanLine(err.Error()) + "."
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) && hinted.Hint() != "" {
		text += " What to do: " + terminal.CleanLine(hinted.Hint()) + "."
	}
	return text
}
