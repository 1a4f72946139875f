package plan

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
)

// actionsScreen lists the actions in the order of the plan.
type actionsScreen struct {
	d  *desk
	at shell.Rows
}

func newActions(d *desk) *actionsScreen { return &actionsScreen{d: d} }

// Refresh keeps the cursor on the list.
func (s *actionsScreen) Refresh() bool {
	s.at.Cursor = max(0, min(s.at.Cursor, len(s.d.p.Plan().Actions)-1))
	return true
}

func (s *actionsScreen) Title() string { return "Actions" }

func (s *actionsScreen) Hints() []string {
	return []string{"n new", "Enter change", "Del take out", "Ctrl+Z undo", "up and down", "Esc close", "Ctrl+C quit"}
}

func (s *actionsScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	s.Refresh()
	actions := s.d.p.Plan().Actions
	switch key := k.String(); {
	case key == "esc":
		sh.Pop()
	case key == "n":
		sh.Push(newDraft(s.d, assessment.Action{}, ""))
	case len(actions) == 0 || s.at.Move(key, len(actions)):
	case key == "enter":
		sh.Push(newAction(s.d, actions[s.at.Cursor].ID))
	case key == "delete", key == "backspace":
		id := actions[s.at.Cursor].ID
		if keep(sh, s.d.p.RemoveAction(id)) {
			sh.Message = fmt.Sprintf("Taken out: %s. Ctrl+Z brings it back.", terminal.CleanLine(string(id)))
		}
		s.Refresh()
	}
	return nil
}

func (s *actionsScreen) Lines(_ *shell.Shell, width, height int) []string {
	s.Refresh()
	actions := s.d.p.Plan().Actions
	if len(actions) == 0 {
		return terminal.WrapLines("No action is planned yet. n begins one of your own. In the list of gaps, p proposes actions for a gap.", width)
	}
	lines := []string{terminal.Truncate(actionCount(s.d.p.Plan()), width), ""}
	return append(lines, s.at.Lines(len(actions), height-len(lines), func(i int, cursor bool) string {
		start, end := actionLine(&actions[i])
		return shell.Row(start, end, width, cursor)
	})...)
}

// newStart asks for the first day of the plan.
func newStart(p *assessment.Planning) *sheetScreen {
	return newSheetScreen("First day of the plan", startEntries(p), func() []string {
		return []string{"The phases of the road map count from this day: months 1 to 6, months 7 to 18, and after month 18."}
	})
}
