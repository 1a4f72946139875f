package plan

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
)

// gapsScreen lists the gaps in their order of priority.
type gapsScreen struct {
	d      *desk
	filter filter
	at     shell.Rows
	gaps   []assessment.Gap
}

func newGaps(d *desk) *gapsScreen {
	g := &gapsScreen{d: d}
	g.Refresh()
	return g
}

// Refresh reads the gaps anew; the cursor stays on its statement.
func (g *gapsScreen) Refresh() bool {
	var on assessment.StatementID
	if g.at.Cursor < len(g.gaps) {
		on = g.gaps[g.at.Cursor].Statement
	}
	g.gaps = g.d.p.Gaps(g.filter.gaps)
	g.goTo(on)
	return true
}

func (g *gapsScreen) goTo(id assessment.StatementID) {
	for i := range g.gaps {
		if g.gaps[i].Statement == id {
			g.at.Cursor = i
		}
	}
	g.at.Cursor = max(0, min(g.at.Cursor, len(g.gaps)-1))
}

func (g *gapsScreen) Title() string { return "Gaps" }

func (g *gapsScreen) Hints() []string {
	return []string{"Enter weigh", "f filter", "p action", "t targets", "Ctrl+Z undo", "F1 help", "Esc close"}
}

func (g *gapsScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	g.Refresh()
	switch key := k.String(); {
	case key == "esc":
		sh.Pop()
	case key == "t":
		sh.Push(newStatements(g.d))
	case key == "f":
		sh.Push(newFilterScreen(g))
	case len(g.gaps) == 0 || g.at.Move(key, len(g.gaps)):
	case key == "enter":
		sh.Push(newWeigh(g))
	case key == "p":
		sh.Push(newPropose(g.d, g.gaps[g.at.Cursor].Statement))
	}
	return nil
}

func (g *gapsScreen) Lines(_ *shell.Shell, width, height int) []string {
	g.Refresh()
	lines := []string{terminal.Truncate(fmt.Sprintf("%s, %d weighed. I: importance, F: feasibility.", countGaps(len(g.gaps)), weighed(g.gaps)), width),
		terminal.Truncate("Filter: "+g.filter.words()+".", width)}
	if len(g.gaps) == 0 {
		return append(lines, "", "No gap passes this filter. f changes it.")
	}
	lines = append(lines, "", "  "+terminal.Truncate(gapHeader, width-2))
	return append(lines, g.at.Lines(len(g.gaps), height-len(lines), func(i int, cursor bool) string {
		return shell.Row(gapLine(g.d.p, &g.gaps[i]), "", width, cursor)
	})...)
}
