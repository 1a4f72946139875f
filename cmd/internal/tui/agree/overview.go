package agree

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// overview is where the second pass begins and ends: how far it has come, and
// what can be done about all statements.
type overview struct {
	t    *table
	menu shell.Menu
}

func newOverview(t *table) *overview {
	t.timer.stop() // nothing is talked about here
	o := &overview{t: t}
	o.make(-1)
	return o
}

// make makes the entries as things stand.
func (o *overview) make(cursor int) {
	t := o.t
	var entries []shell.Entry
	if i, open := t.g.NextOpen(t.g.Position()); open {
		entries = append(entries, shell.Entry{Name: "Go on with the first open point", Do: func(sh *shell.Shell) tea.Cmd { t.goTo(sh, i); return nil }})
	}
	if i, missing := missingReason(t.g); missing {
		entries = append(entries, shell.Entry{Name: "Say the reasons that are missing", Do: func(sh *shell.Shell) tea.Cmd {
			t.goTo(sh, i)
			return t.sheet.Open(reasonEntry)
		}})
	}
	entries = append(entries, shell.Entry{Name: "List of all points", Do: func(sh *shell.Shell) tea.Cmd { sh.Show(newList(t)); return nil }})
	if n := t.g.Medians(); n > 0 {
		entries = append(entries, shell.Entry{Name: fmt.Sprintf("Take the median of %s with consensus", look.Count(n, "statement", "statements")),
			Text: "Only if nobody in the room objects. Each can be changed later.", Do: o.takeMedians})
	}
	order := "In the order of the questionnaire"
	if t.g.InQuestionnaireOrder() {
		order = "In the order of the agenda: the most divided first"
	}
	entries = append(entries, shell.Entry{Name: order, Do: o.turn})
	name, text := "Save and leave", "The rest can follow later. What is agreed so far is a result file already."
	if t.g.Standing().Finished() {
		name, text = "Close the second pass", "Everything is agreed."
	}
	entries = append(entries, shell.Entry{Name: name, Text: text, Do: func(sh *shell.Shell) tea.Cmd {
		was := t.g.Assessment().State
		return sh.Finish(t.g.Close, func() { t.g.Assessment().State = was })
	}})
	o.menu = shell.NewMenu(cursor, entries...)
}

func (o *overview) takeMedians(sh *shell.Shell) tea.Cmd {
	n := o.t.g.TakeMedians()
	sh.Save()
	o.t.open()
	o.t.timer.stop()
	o.make(-1)
	sh.Message = fmt.Sprintf("Agreed on the median: %s.", look.Count(n, "statement", "statements"))
	return nil
}

func (o *overview) turn(*shell.Shell) tea.Cmd {
	o.t.g.ByQuestionnaire(!o.t.g.InQuestionnaireOrder())
	o.make(-1)
	return nil
}

// Title is the name of the page.
func (o *overview) Title() string { return "Second pass: " + terminal.CleanLine(o.t.title) }

// Hints are its keys.
func (o *overview) Hints() []string {
	return []string{"digit choose", "up and down", "Enter choose", "Esc back to the point", "F1 help", "Ctrl+C quit"}
}

// Update chooses an entry.
func (o *overview) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		sh.Pop()
		return nil
	}
	return o.menu.Update(sh, msg)
}

// Lines draws how far the people have come, and the entries.
func (o *overview) Lines(_ *shell.Shell, width, height int) []string {
	g := o.t.g
	lines := terminal.WrapLines(fmt.Sprintf("%s. Sheets: %d.", terminal.CleanLine(g.Assessment().Subject.Name), g.Spread().Sheets), width)
	lines = append(lines, terminal.WrapLines(progress(g), width)...)
	lines = append(lines, "")
	return append(lines, o.menu.Lines(width, max(height-len(lines), 1))...)
}
