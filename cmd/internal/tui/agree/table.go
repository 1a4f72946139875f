package agree

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// table is the task at the bottom: the people around one table, and the
// statement that they talk about.
type table struct {
	g       *workshop.Agreement
	title   string
	timer   *timer
	sheet   *field.Sheet
	dissent *field.Text // of sheet
	// notApplicable: this answer was chosen, and its reason is still asked for.
	notApplicable bool
}

// The fields of a statement, in order.
const (
	answerEntry = iota
	reasonEntry
	dissentEntry
	evidenceEntry
)

// open shows the current statement.
func (t *table) open() {
	t.notApplicable = false
	t.sheet = field.NewSheet(t.entries()...)
	t.timer.start(t.g.Current().Item.Statement.ID)
}

// redraw fills the fields anew; the open one stays open.
func (t *table) redraw() {
	at := t.sheet.At()
	t.sheet = field.NewSheet(t.entries()...)
	t.sheet.Open(at)
}

func (t *table) entries() []field.Entry {
	p := t.g.Current()
	kept := ""
	if p.Answer.Decided != nil {
		kept = p.Answer.Decided.Dissent
	}
	t.dissent = field.NewText("dissent", kept)
	return []field.Entry{
		answerEntry: {Label: "Agreed answer", Choice: field.NewChoice("answer", options(t.g), index(t.g, p.Answer.Choice)), Pick: t.pick},
		reasonEntry: {Label: reasonLabel(&p, t.notApplicable), Text: field.NewText("reason", p.Answer.Reason), Set: t.setReason},
		dissentEntry: {Label: "Dissent (optional)", Help: "What do those who disagree want to be kept? Without names.",
			Text: t.dissent, Set: t.g.SetDissent},
		evidenceEntry: {Label: "Evidence (optional)", Help: "What document or data shows it?",
			Text: field.NewText("evidence", p.Answer.Evidence), Set: func(text string) error { t.g.SetEvidence(text); return nil }},
	}
}

// errReasonFirst sends people to the reason for "not applicable".
var errReasonFirst = errors.New("type the reason; not applicable is recorded with it")

func (t *table) pick(i int) error {
	c := choiceAt(t.g, i)
	err := t.g.Agree(c, t.g.Current().Answer.Reason)
	t.notApplicable = errors.Is(err, assessment.ErrReason)
	if t.notApplicable {
		return errReasonFirst
	}
	return err
}

func (t *table) setReason(text string) error {
	if t.notApplicable {
		if err := t.g.Agree(assessment.NotApplicable, text); err != nil {
			return err
		}
		t.notApplicable = false
		return nil
	}
	t.g.SetReason(text)
	return nil
}

// Timed draws the time that goes.
func (t *table) Timed() {}

// Assessment is what is filled in.
func (t *table) Assessment() *assessment.Assessment { return t.g.Assessment() }

// Title is in the header.
func (t *table) Title() string { return "" }

// Progress says how far the people have come.
func (t *table) Progress() string { return progress(t.g) }

// Header names the unit, and says where in the agenda the people are, and how
// long they have talked.
func (t *table) Header(width int) [2]string {
	p := t.g.Current()
	where := fmt.Sprintf("Point %d of %d (%s)", t.g.Position()+1, t.g.Len(), p.Concluded())
	return [2]string{
		look.Accent.Render(terminal.CleanLine(t.g.Assessment().Subject.Name)),
		look.Ends(where, t.timer.text(p.Minutes), width),
	}
}

// Hints are the keys.
func (t *table) Hints() []string {
	k := int(t.g.Questionnaire().Levels())
	return []string{fmt.Sprintf("1-%d agree", k), "Enter next", "PgDn next point", "F2 park", "Ctrl+O overview", "PgUp back", "Ctrl+G list", "0 don't know", "9 n/a", "F1 help", "Ctrl+C quit"}
}

// Key obeys the keys that work everywhere.
func (t *table) Key(sh *shell.Shell, k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "f1":
		sh.Show(newHelp())
	case "ctrl+o":
		sh.Store()
		sh.Show(newOverview(t))
	case "ctrl+g", "ctrl+r":
		sh.Store()
		sh.Show(newList(t))
	default:
		return nil, false
	}
	return nil, true
}

// Update gives a message to the fields.
func (t *table) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "pgdown":
			t.step(sh, 1)
			return nil
		case "pgup":
			t.step(sh, -1)
			return nil
		case "f2", "ctrl+l":
			t.park(sh)
			return nil
		case "esc":
			sh.Store()
			sh.Show(newOverview(t))
			return nil
		}
	}
	r := t.sheet.Update(msg)
	if r.Stored {
		sh.Save()
		t.redraw()
	}
	switch {
	case errors.Is(r.Problem, errReasonFirst):
		t.redraw()
		sh.Message = "Not applicable: type the reason. It is recorded with it."
		return t.sheet.Open(reasonEntry)
	case r.Problem != nil:
		sh.Message = notRecorded(r.Problem)
	case r.Done:
		t.step(sh, 1)
	}
	if r.Typed {
		return tea.Batch(r.Cmd, sh.Typed())
	}
	return r.Cmd
}

// park leaves the statement for later and goes on, or takes that back.
func (t *table) park(sh *shell.Shell) {
	sh.Leave()
	on := !t.g.Current().Answer.Marked
	t.g.Park(on)
	sh.Save()
	if !on {
		sh.Message = "No longer parked."
		return
	}
	t.step(sh, 1)
	sh.Message = "Parked for later."
}

// step goes to the next or the last statement. Behind the last one is the
// overview.
func (t *table) step(sh *shell.Shell, by int) {
	sh.Leave()
	switch {
	case by > 0 && !t.g.Next():
		sh.Show(newOverview(t))
	case by < 0 && !t.g.Back():
		sh.Message = "This is the first point."
	default:
		t.open()
	}
}

// goTo opens the statement at an index.
func (t *table) goTo(sh *shell.Shell, i int) {
	sh.Leave()
	sh.Close()
	t.g.Jump(i)
	t.open()
}

// Store records the texts.
func (t *table) Store() bool { return t.sheet.Store() }

// Leave records the texts. A reason for "not applicable" that was typed is
// recorded with it. Dissent without an agreed answer becomes a comment, so that
// it is not lost.
func (t *table) Leave(sh *shell.Shell) bool {
	stored := t.sheet.Store()
	if t.sheet.Problem() == nil || !t.dissent.Changed() {
		return stored
	}
	t.g.AddComment("Dissent: " + t.dissent.Content())
	t.dissent.Stored()
	sh.Message = "There is no agreed answer yet: the dissent is kept as a comment."
	return true
}

// Lines draws the statement, what was said about it alone, and the fields.
func (t *table) Lines(_ *shell.Shell, width, height int) []string {
	p := t.g.Current()
	if t.timer.now == "" { // it stood still on the overview
		t.timer.start(p.Item.Statement.ID)
	}
	mark := ""
	if p.Answer.Marked {
		mark = "[x] parked"
	}
	lines := []string{look.Ends(terminal.CleanLine(string(p.Item.Statement.ID))+"  "+clean(t.g, p.Element.Title), mark, width)}
	for _, l := range terminal.WrapLines(terminal.CleanLine(p.Item.Text), width) {
		lines = append(lines, look.Strong.Render(l))
	}
	const fewest = 9 // lines that the fields need
	notes := append(terminal.WrapLines(said(&p), width), terminal.WrapLines(conclusion(&p), width)...)
	notes = notes[:max(0, min(len(notes), height-len(lines)-fewest))]
	lines = append(lines, notes...)
	if height-len(lines) > fewest {
		lines = append(lines, "")
	}
	return append(lines, t.sheet.Lines(width, max(height-len(lines), 1))...)
}
