package plan

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// proposal is something to begin an action with: a step of the questionnaire, a
// commonly used strategy, or an empty one.
type proposal struct {
	name, text string
	action     assessment.Action
	usually    string // who usually does it
}

// proposalsFor lists what an action for a statement can begin with.
func proposalsFor(p *assessment.Planning, id assessment.StatementID) []proposal {
	start := max(p.Plan().Start, p.Today()) // days in this form are in the order of time
	var out []proposal
	own := assessment.Action{Serves: []assessment.StatementID{id}}
	for _, x := range p.Proposals(id) {
		parts := []string{terminal.CleanLine(x.What)}
		if x.Owner != "" {
			parts = append(parts, fmt.Sprintf("Usually by: %s.", terminal.CleanLine(x.Owner)))
		}
		if x.Months > 0 {
			parts = append(parts, fmt.Sprintf("About %s.", look.Count(x.Months, "month", "months")))
		}
		if x.Cost != "" {
			parts = append(parts, fmt.Sprintf("Cost: %s.", x.Cost))
		}
		out = append(out, proposal{fmt.Sprintf("From level %d to %d", x.From, x.To), strings.Join(parts, " "), x.Draft(start), terminal.CleanLine(x.Owner)})
		if own.Baseline == 0 {
			own.Baseline = x.From
		}
		own.Target = x.To
	}
	if g, ok := p.Gap(id); ok {
		own.Baseline, own.Target = g.Level, g.Target
	}
	out = append(out, proposal{name: "An action of your own", action: own})
	for _, idea := range p.Ideas(id) {
		a := own
		a.What = terminal.CleanLine(idea.Strategy)
		out = append(out, proposal{name: "Idea", text: fmt.Sprintf("%s (%s)", terminal.CleanLine(idea.Strategy), terminal.CleanLine(idea.Name)), action: a})
	}
	return out
}

// proposeScreen chooses what a new action begins with.
type proposeScreen struct {
	d         *desk
	id        assessment.StatementID
	proposals []proposal
	menu      shell.Menu
}

func newPropose(d *desk, id assessment.StatementID) *proposeScreen {
	s := &proposeScreen{d: d, id: id, proposals: proposalsFor(d.p, id)}
	var entries []shell.Entry
	for _, p := range s.proposals {
		entries = append(entries, shell.Entry{Name: p.name, Text: p.text, Do: func(sh *shell.Shell) tea.Cmd {
			sh.Pop()
			sh.Push(newDraft(d, p.action, p.usually))
			sh.Save()
			return nil
		}})
	}
	s.menu = shell.NewMenu(0, entries...)
	return s
}

func (s *proposeScreen) Title() string { return "An action for " + terminal.CleanLine(string(s.id)) }

func (s *proposeScreen) Hints() []string {
	return []string{"digit choose", "up and down", "Enter choose", "Esc back", "Ctrl+C quit"}
}

func (s *proposeScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return shell.CloseTop(sh)
	}
	return s.menu.Update(sh, msg)
}

func (s *proposeScreen) Lines(_ *shell.Shell, width, height int) []string {
	var lines []string
	for _, l := range terminal.WrapLines(statementText(s.d.p, s.id), width) {
		lines = append(lines, look.Strong.Render(l))
	}
	if g, ok := s.d.p.Gap(s.id); ok && height > 12 {
		lines = append(lines, terminal.WrapLines(standingOf(s.d.p, &g)[0], width)...)
	}
	lines = append(lines, "")
	return append(lines, s.menu.Lines(width, max(height-len(lines), 2))...)
}
