package plan

import (
	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
)

// newHelp explains the steps, the rules and the keys; first the gap that is
// being weighed, if there is one.
func newHelp(p *assessment.Planning, top shell.Screen) *shell.Page {
	help := &shell.Page{Name: "Help", Keys: []string{"up and down scroll", shell.MoreKey, "Enter close", "Ctrl+C quit"}}
	if w, ok := top.(*weighScreen); ok {
		help.Parts = append(help.Parts, shell.Part{Heading: "About " + terminal.CleanLine(string(w.id())),
			Text: append([]string{statementText(p, w.id())}, gapNotes(p, w.id())...)})
	}
	help.Parts = append(help.Parts, rules, keysHelp)
	return help
}

var rules = shell.Part{Heading: "How a plan comes about", List: true, Text: []string{
	"A gap is a statement whose level is below its target. Targets are chosen for each dimension, and for single statements where another level is right.",
	"Choose a few gaps and weigh them: how important is it to close them, and how feasible? Priority = 100 x importance/5 x gap/(levels - 1) x feasibility/5.",
	"Quick win: importance 3 or more, feasibility 4 or more. Major project: important only. Small step: feasible only. Later: neither.",
	"A gap that another one needs first stands directly before it.",
	"An action says what is done, who does it, from when to when, and how you will know that it worked.",
	"The road map has three phases: months 1 to 6, months 7 to 18, and after month 18.",
	"The answers to the statements are never changed by a plan.",
}}

var keysHelp = shell.Part{Heading: "Keys", List: true, Text: []string{
	"A digit chooses; up and down move; Enter goes on; Tab and Shift+Tab move between fields.",
	"In the list of gaps: Enter weighs, f filters, p plans an action, t chooses targets for single statements. PgDn and PgUp go to the next gap and back.",
	"In the list of actions: n begins one, Enter changes it, Del takes it out.",
	"Ctrl+Z takes the last step back, as often as you like. Esc closes a page. Ctrl+C quits; it asks first.",
}}
