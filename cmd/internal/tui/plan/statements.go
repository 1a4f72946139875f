package plan

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/shell"
)

// statementsScreen lists all statements with a level, for a target of their own:
// also those that have no gap.
type statementsScreen struct {
	d   *desk
	ids []assessment.StatementID
	at  shell.Rows
}

func newStatements(d *desk) *statementsScreen {
	s := &statementsScreen{d: d}
	for st := range d.p.Assessment().Asked.Statements() {
		if _, ok := d.p.Assessment().Answer(st.ID).Choice.Level(); ok {
			s.ids = append(s.ids, st.ID)
		}
	}
	return s
}

// Refresh has nothing to do: the rows are read when they are drawn.
func (s *statementsScreen) Refresh() bool { return true }

func (s *statementsScreen) Title() string { return "Targets of statements" }

func (s *statementsScreen) Hints() []string {
	return []string{"Enter choose a target", "up and down", "Ctrl+Z undo", "Esc close"}
}

func (s *statementsScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || s.at.Move(k.String(), len(s.ids)) {
		return nil
	}
	switch k.String() {
	case "esc":
		sh.Pop()
	case "enter":
		if len(s.ids) > 0 {
			sh.Push(newStatementTarget(s.d.p, s.ids[s.at.Cursor]))
		}
	}
	return nil
}

func (s *statementsScreen) Lines(_ *shell.Shell, width, height int) []string {
	if len(s.ids) == 0 {
		return []string{"No statement has a level yet."}
	}
	lines := []string{"  " + terminal.Truncate("Code     Level  Target", width-2)}
	return append(lines, s.at.Lines(len(s.ids), height-len(lines), func(i int, cursor bool) string {
		level, _ := s.d.p.Assessment().Answer(s.ids[i]).Choice.Level()
		t, own := s.d.p.StatementTarget(s.ids[i])
		mark := ""
		if own {
			mark = "own target"
		}
		return shell.Row(fmt.Sprintf("%-7s  %d      %d       %s", terminal.CleanLine(string(s.ids[i])), level, t.Level, shortText(s.d.p, s.ids[i])), mark, width, cursor)
	})...)
}

// newStatementTarget asks for the target of one statement.
func newStatementTarget(p *assessment.Planning, id assessment.StatementID) *sheetScreen {
	entries := func() []field.Entry { return targetEntries(p, id) }
	s := newSheetScreen("Target of "+terminal.CleanLine(string(id)), entries, func() []string {
		notes := []string{statementText(p, id)}
		level, _ := p.Assessment().Answer(id).Choice.Level()
		notes = append(notes, "Now "+levelName(p, level)+".")
		if good := terminal.CleanLine(p.GoodEnough(id)); good != "" {
			notes = append(notes, "Good enough? "+good)
		}
		return notes
	})
	s.about = func() string { // the reason belongs to an own target
		_, own := p.StatementTarget(id)
		return fmt.Sprint(own)
	}
	s.was = s.about()
	return s
}
