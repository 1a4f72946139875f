package interview

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
	"dgca/questionnaires"
)

// closingScreen is the page behind the last statement of a dimension: where the
// dimension stands, and what can be noted about it. All of it is optional.
type closingScreen struct {
	m      *model
	d      *questionnaires.Dimension
	facts  []string
	sheet  *field.Sheet
	ahead  shell.Ahead
	onward bool // it lies between two statements, and leads on to the next
}

// newClosing makes the page for a dimension. onward is for the way to the next
// statement; otherwise the page leads back to where it was opened.
func newClosing(m *model, d *questionnaires.Dimension, onward bool) *closingScreen {
	c := &closingScreen{m: m, d: d, facts: dimensionFacts(m.s, d), onward: onward}
	goOn := field.Entry{Label: "Go on with the statements"}
	if onward {
		c.ahead = shell.NewAhead()
		goOn.Label = "Go on"
		if next := m.s.Position() + 1; next < len(m.s.Items()) {
			goOn.Label = "Go on to " + clean(m.s, m.s.Items()[next].Dimension.Title)
		}
	}
	c.sheet = field.NewSheet(append([]field.Entry{goOn}, noteEntries(m.s, d.ID)...)...)
	return c
}

// noteEntries are the fields of a note on a dimension. Each writes its own part.
func noteEntries(s *assessment.Session, id questionnaires.DimensionID) []field.Entry {
	note := s.Note(id)
	change := func(f func(n *assessment.Note)) error {
		n := s.Note(id)
		f(&n)
		return s.SetNote(n)
	}
	changeCase := func(f func(c *assessment.Case)) error {
		return change(func(n *assessment.Note) {
			c := assessment.Case{}
			if n.Case != nil {
				c = *n.Case
			}
			f(&c)
			n.Case = &c
		})
	}
	confidence := field.NewChoice(confidenceField, confidenceOptions(s), confidenceIndex(note.Confidence))
	entries := []field.Entry{{Label: "Confidence", Help: "How sure are you of the answers in this dimension?", Choice: confidence,
		Pick: func(i int) error { return change(func(n *assessment.Note) { n.Confidence = confidences[i] }) }}}
	improvements := make([]string, assessment.MaxImprovements)
	copy(improvements, note.Improvements)
	for i := range improvements {
		entries = append(entries, field.Entry{Label: fmt.Sprintf("To improve, %d", i+1), Text: field.NewLine("improvement "+strconv.Itoa(i), improvements[i]),
			Set: func(text string) error {
				improvements[i] = text
				return change(func(n *assessment.Note) { n.Improvements = improvements })
			}})
	}
	was := assessment.Case{}
	if note.Case != nil {
		was = *note.Case
	}
	return append(entries,
		field.Entry{Label: "A case worth sharing, title", Help: "Something that worked here and could help others.",
			Text: field.NewLine("title", was.Title), Set: func(t string) error { return changeCase(func(c *assessment.Case) { c.Title = t }) }},
		field.Entry{Label: "  What was done", Text: field.NewText("done", was.Done), Set: func(t string) error { return changeCase(func(c *assessment.Case) { c.Done = t }) }},
		field.Entry{Label: "  Result", Text: field.NewText("result", was.Result), Set: func(t string) error { return changeCase(func(c *assessment.Case) { c.Result = t }) }},
		field.Entry{Label: "  Contact", Help: "An office is better than a name.",
			Text: field.NewLine("contact", was.Contact), Set: func(t string) error { return changeCase(func(c *assessment.Case) { c.Contact = t }) }},
		field.Entry{Label: "Feedback on these statements", Help: "Was one unclear, not relevant or missing?",
			Text: field.NewText("feedback", note.Feedback), Set: func(t string) error { return change(func(n *assessment.Note) { n.Feedback = t }) }})
}

// dimensionFacts says in sentences where a dimension stands.
func dimensionFacts(s *assessment.Session, d *questionnaires.Dimension) []string {
	var lines []string
	card := s.Assessment().Score()
	for i := range card.Dimensions {
		c := &card.Dimensions[i]
		if c.ID != d.ID {
			continue
		}
		switch {
		case c.Shown() && c.HasRange():
			lines = append(lines, fmt.Sprintf("Level so far: %s %s (%s). Range: %s to %s.", c.LevelShown(),
				terminal.CleanLine(s.Assessment().LevelNameShown(c.LevelShown())), c.Status, assessment.RoundTenths(c.Low), assessment.RoundTenths(c.High)))
		case c.Shown():
			lines = append(lines, fmt.Sprintf("Level so far: %s %s (%s).", c.LevelShown(), terminal.CleanLine(s.Assessment().LevelNameShown(c.LevelShown())), c.Status))
		default:
			lines = append(lines, fmt.Sprintf("Level so far: not shown (%s).", c.Status))
		}
		lines = append(lines, fmt.Sprintf("With a level: %d of %s.", c.Answered, applicable(c.Applicable)))
	}
	for _, open := range []struct {
		title string
		is    func(assessment.Answer) bool
	}{
		{"Not answered", func(a assessment.Answer) bool { return a.Choice == assessment.Unanswered }},
		{unknownName(s.Questionnaire()), func(a assessment.Answer) bool { return a.Choice == assessment.Unknown }},
		{"Look again", func(a assessment.Answer) bool { return a.Marked }},
	} {
		var ids []string
		for _, it := range s.Items() {
			if it.Dimension.ID == d.ID && open.is(s.Assessment().Answer(it.Statement.ID)) {
				ids = append(ids, clean(s, string(it.Statement.ID)))
			}
		}
		if len(ids) > 0 {
			lines = append(lines, fmt.Sprintf("%s: %s.", open.title, strings.Join(ids, ", ")))
		}
	}
	return lines
}

func applicable(n int) string {
	return look.Count(n, "applicable statement", "applicable statements")
}

// Steady keeps the page below what is shown over it.
func (c *closingScreen) Steady() bool { return true }

// Title names the dimension.
func (c *closingScreen) Title() string { return clean(c.m.s, c.d.Title) + ": notes" }

// Store records the texts.
func (c *closingScreen) Store() bool { return c.sheet.Store() }

// Hints are the keys.
func (c *closingScreen) Hints() []string {
	if c.sheet.At() == 0 {
		return []string{"Enter go on", "Tab notes", "PgUp back", "Ctrl+R review", "F1 help", "Ctrl+C quit"}
	}
	return []string{"Enter next", "Tab field", "PgDn go on", "PgUp back", "F1 help", "Ctrl+C quit"}
}

// Update obeys one message. Keys typed ahead are meant for the next statement,
// and reach it.
func (c *closingScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		key := k.String()
		switch {
		case c.ahead.Unseen() && (shell.IsDigit(key) || key == "pgdown"):
			return tea.Batch(c.goOn(sh), sh.Pass(msg))
		case key == "pgdown":
			return c.goOn(sh)
		case key == "pgup", key == "esc":
			sh.Pop()
			return nil
		case key == "?" && !c.sheet.Typing():
			sh.Show(newHelp(c.m.s))
			return nil
		case c.sheet.At() == 0 && shell.IsDigit(key):
			sh.Message = "Enter goes on. Tab leads to the notes."
			return nil
		}
		c.ahead = shell.Ahead{} // whoever uses the page has seen it
	}
	r := c.sheet.Update(msg)
	if r.Stored {
		sh.Save()
	}
	switch {
	case r.Done:
		return tea.Batch(r.Cmd, c.goOn(sh))
	case r.Typed:
		return tea.Batch(r.Cmd, sh.Typed())
	}
	return r.Cmd
}

func (c *closingScreen) goOn(sh *shell.Shell) tea.Cmd {
	sh.Pop()
	if c.onward {
		return c.m.goOn(sh)
	}
	return nil
}

// Lines draws the facts and the fields.
func (c *closingScreen) Lines(_ *shell.Shell, width, height int) []string {
	var lines []string
	for _, f := range c.facts {
		lines = append(lines, terminal.WrapLines(f, width)...)
	}
	const fewest = 8 // lines that the fields need
	lines = lines[:max(0, min(len(lines), height-fewest-1))]
	lines = append(lines, "")
	return append(lines, c.sheet.Lines(width, height-len(lines))...)
}
