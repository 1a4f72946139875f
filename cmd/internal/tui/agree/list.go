package agree

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
)

// list is all points in the chosen order. Enter goes to one.
type list struct {
	t  *table
	at shell.Rows
}

func newList(t *table) *list { return &list{t: t, at: shell.Rows{Cursor: t.g.Position()}} }

// Title is the name of the page.
func (l *list) Title() string { return "All points" }

// Hints are its keys.
func (l *list) Hints() []string {
	return []string{"Enter go there", "up and down", "Esc close", "F1 help", "Ctrl+C quit"}
}

// Update moves, goes to a point, or closes.
func (l *list) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || l.at.Move(k.String(), l.t.g.Len()) {
		return nil
	}
	switch k.String() {
	case "esc":
		sh.Pop()
	case "enter":
		l.t.goTo(sh, l.at.Cursor)
	}
	return nil
}

// Lines draws the points around the cursor.
func (l *list) Lines(_ *shell.Shell, width, height int) []string {
	lines := []string{terminal.Truncate(progress(l.t.g), width), ""}
	return append(lines, l.at.Lines(l.t.g.Len(), height-len(lines), func(i int, cursor bool) string {
		p := l.t.g.Point(i)
		return shell.Row(pointLine(i, &p), fmt.Sprintf("%s  %s", p.Concluded(), stateWord(&p)), width, cursor)
	})...)
}

func pointLine(i int, p *workshop.Point) string {
	return fmt.Sprintf("%3d  %-7s %s", i+1, terminal.CleanLine(string(p.Item.Statement.ID)), terminal.CleanLine(p.Item.Text))
}

// missingReason is the first point that needs a reason.
func missingReason(g *workshop.Agreement) (int, bool) {
	for i := range g.Len() {
		if p := g.Point(i); p.NeedsReason() {
			return i, true
		}
	}
	return 0, false
}
