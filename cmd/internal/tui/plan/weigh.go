package plan

import (
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
	"dgca/questionnaires"
)

// weighScreen weighs one gap: importance, feasibility, barriers, and whether the
// target is right for this statement.
type weighScreen struct {
	g     *gapsScreen
	order []assessment.StatementID // of the list when it was opened
	at    int
	sheet *field.Sheet
}

func newWeigh(g *gapsScreen) *weighScreen {
	w := &weighScreen{g: g, at: g.at.Cursor}
	for i := range g.gaps {
		w.order = append(w.order, g.gaps[i].Statement)
	}
	w.open()
	return w
}

func (w *weighScreen) id() assessment.StatementID { return w.order[w.at] }

func (w *weighScreen) open() { w.sheet = field.NewSheet(weighEntries(w.g.d.p, w.id())...) }

// Refresh fills the fields anew; the open one stays open.
func (w *weighScreen) Refresh() bool {
	at := w.sheet.At()
	w.open()
	w.sheet.Open(min(at, w.sheet.Len()-1))
	return true
}

func (w *weighScreen) Title() string {
	return fmt.Sprintf("Weigh %s (%d of %d)", terminal.CleanLine(string(w.id())), w.at+1, len(w.order))
}

func (w *weighScreen) Hints() []string {
	return []string{"digit choose", "Enter next", "PgDn next gap", "Ctrl+P action", "Ctrl+Z undo", "PgUp back", "F1 help", "Esc list"}
}

func (w *weighScreen) Store() bool { return w.sheet.Store() }

func (w *weighScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc":
			w.close(sh)
			return nil
		case "ctrl+p":
			sh.Store()
			sh.Push(newPropose(w.g.d, w.id()))
			return nil
		case "pgdown":
			w.step(sh, 1)
			return nil
		case "pgup":
			w.step(sh, -1)
			return nil
		}
	}
	_, own := w.g.d.p.StatementTarget(w.id())
	r := w.sheet.Update(msg)
	if r.Stored {
		sh.Save()
		if _, now := w.g.d.p.StatementTarget(w.id()); now != own {
			w.Refresh() // the reason belongs to an own target
			if r.Done {
				r.Done = false
				w.sheet.Open(w.sheet.Len() - 1)
			}
		}
	}
	switch {
	case r.Problem != nil:
		sh.Message = notRecorded(r.Problem)
	case r.Done:
		w.step(sh, 1)
	}
	if r.Typed {
		return tea.Batch(r.Cmd, sh.Typed())
	}
	return r.Cmd
}

// step goes to the next gap of the list; behind the last one the list is shown.
func (w *weighScreen) step(sh *shell.Shell, by int) {
	sh.Store()
	if to := w.at + by; to >= 0 && to < len(w.order) {
		w.at = to
		w.open()
		return
	}
	w.close(sh)
}

func (w *weighScreen) close(sh *shell.Shell) {
	sh.Pop()
	w.g.Refresh()
	w.g.goTo(w.id())
}

func (w *weighScreen) Lines(_ *shell.Shell, width, height int) []string {
	var lines []string
	for _, l := range terminal.WrapLines(statementText(w.g.d.p, w.id()), width) {
		lines = append(lines, look.Strong.Render(l))
	}
	var notes []string
	for _, t := range gapNotes(w.g.d.p, w.id()) {
		notes = append(notes, terminal.WrapLines(t, width)...)
	}
	// The fields need room: of the notes, as many as fit.
	const fewest = 9
	if room := max(1, height-len(lines)-fewest-1); len(notes) > room {
		notes = append(notes[:room-1:room-1], terminal.Truncate(notes[room-1], width-15)+" (more: F1)")
	}
	lines = append(append(lines, notes...), "")
	return append(lines, w.sheet.Lines(width, max(height-len(lines), 1))...)
}

// gapNotes say where a gap stands, and when a lower level is enough.
func gapNotes(p *assessment.Planning, id assessment.StatementID) []string {
	g, ok := p.Gap(id)
	if !ok {
		return []string{"With this target there is no gap any more."}
	}
	notes := standingOf(p, &g)
	if good := terminal.CleanLine(p.GoodEnough(id)); good != "" {
		notes = append(notes, "Good enough? "+good)
	}
	return notes
}

// weighEntries are the fields of a gap.
func weighEntries(p *assessment.Planning, id assessment.StatementID) []field.Entry {
	was, _ := p.Weighing(id)
	change := func(f func(*assessment.Weighing)) error {
		w, _ := p.Weighing(id)
		w.Barriers = slices.Clone(w.Barriers)
		f(&w)
		return p.Weigh(w)
	}
	var barriers []field.Option
	var marked []bool
	for i, b := range barriersOf(p) {
		barriers = append(barriers, field.Option{Key: strconv.Itoa(i + 1), Name: terminal.CleanLine(b.id), Text: terminal.CleanLine(b.meaning)})
		marked = append(marked, slices.Contains(was.Barriers, b.id))
	}
	entries := []field.Entry{
		{Label: "Importance", Help: "How much would it change if this gap was closed?",
			Choice: field.NewChoice("importance", grades(p, true), was.Importance-1),
			Pick:   func(i int) error { return change(func(w *assessment.Weighing) { w.Importance = gradeAt(i) }) }},
		{Label: "Feasibility", Help: "Can this unit do it, with the people, the money and the law it has?",
			Choice: field.NewChoice("feasibility", grades(p, false), was.Feasibility-1),
			Pick:   func(i int) error { return change(func(w *assessment.Weighing) { w.Feasibility = gradeAt(i) }) }},
	}
	if barriers != nil {
		entries = append(entries, field.Entry{Label: "Barriers", Help: "What stands in the way? A digit or Space marks.", Marks: field.NewMarks("barriers", barriers, marked),
			Mark: func(marked []bool) error {
				return change(func(w *assessment.Weighing) {
					w.Barriers = nil
					for i, b := range barriersOf(p) {
						if marked[i] {
							w.Barriers = append(w.Barriers, b.id)
						}
					}
				})
			}})
	}
	return append(entries, targetEntries(p, id)...)
}

// targetEntries are the fields of the target of one statement.
func targetEntries(p *assessment.Planning, id assessment.StatementID) []field.Entry {
	was, own := p.StatementTarget(id)
	asDimension := field.Option{Key: "0", Name: "The same as its dimension"}
	levels := []field.Option{asDimension}
	for l := assessment.Level(1); l <= p.Assessment().Asked.Levels(); l++ {
		levels = append(levels, field.Option{Key: strconv.Itoa(int(l)), Name: terminal.CleanLine(p.Assessment().Asked.LevelName(l))})
	}
	chosen := 0
	if own {
		chosen = int(was.Level)
	}
	choice := field.NewChoice("target", levels, chosen)
	choice.Numbers = true
	entries := []field.Entry{
		{Label: "Target for this statement", Help: "Not everything needs the highest level. Is a lower one good enough for your mandate?",
			Choice: choice,
			Pick: func(i int) error {
				if i == 0 {
					return p.ClearStatementTarget(id)
				}
				t, _ := p.StatementTarget(id)
				t.Level = assessment.Level(i)
				return p.SetStatementTarget(t)
			}},
	}
	if own {
		entries = append(entries, field.Entry{Label: "Reason for the target", Text: field.NewLine("reason", was.Reason), Set: func(text string) error {
			t, _ := p.StatementTarget(id)
			t.Reason = text
			return p.SetStatementTarget(t)
		}})
	}
	return entries
}

// maxGrade is the highest step of importance and feasibility.
const maxGrade = 5

// grades are the steps from 1 to 5 of importance or feasibility with their
// anchors, and the way back.
func grades(p *assessment.Planning, importance bool) []field.Option {
	opts := make([]field.Option, maxGrade, maxGrade+1)
	q := catalogue(p)
	anchors := q.Feasibility
	if importance {
		anchors = q.Importance
	}
	for i := range opts {
		opts[i].Key = strconv.Itoa(i + 1)
	}
	for _, g := range anchors {
		if g.Grade >= 1 && g.Grade <= maxGrade {
			opts[g.Grade-1].Text = terminal.CleanLine(q.Fill(g.Meaning, p.Assessment().Subject.Kind))
		}
	}
	return append(opts, field.Option{Key: "0", Name: "Not weighed"})
}

// gradeAt is the grade of an entry of grades; 0 takes it back.
func gradeAt(i int) int {
	if i == maxGrade {
		return 0
	}
	return i + 1
}

// catalogue is the questionnaire of the result or, where that is not at hand,
// the built-in one: grades and barriers are the same words everywhere.
func catalogue(p *assessment.Planning) *questionnaires.Questionnaire {
	if q := p.Questionnaire(); q != nil {
		return q
	}
	return questionnaires.BuiltIn()
}

// barrier is one of the catalogue, or one that stands in the file.
type barrier struct{ id, meaning string }

// barriersOf are the barriers of the catalogue, and others that stand in the
// file.
func barriersOf(p *assessment.Planning) []barrier {
	var out []barrier
	for _, b := range catalogue(p).Barriers {
		out = append(out, barrier{b.ID, b.Meaning})
	}
	for _, w := range p.Assessment().Weighings {
		for _, id := range w.Barriers {
			if !slices.ContainsFunc(out, func(b barrier) bool { return b.id == id }) {
				out = append(out, barrier{id: id})
			}
		}
	}
	return out
}
