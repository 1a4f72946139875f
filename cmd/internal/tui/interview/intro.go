package interview

import (
	"fmt"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// newRules is the page before the first statement of a new assessment.
func newRules(s *assessment.Session) *shell.Page {
	p := s.Progress()
	about := fmt.Sprintf("%s about %s, %s. Every answer is saved at once; stop and go on whenever you like.",
		statements(p.Total), nonEmpty(terminal.CleanLine(s.Assessment().Subject.Name), "your unit"), duration(s, p.Total))
	return &shell.Page{Name: "Before you start", Opening: true, Ahead: shell.NewAhead(),
		Parts: []shell.Part{{Text: []string{about}}, rules(s)},
		Keys:  []string{"Enter start", shell.MoreKey, "F1 help", "Ctrl+C quit"}}
}

func rules(s *assessment.Session) shell.Part {
	r := shell.Part{Heading: "How to choose a level", List: true}
	for _, t := range s.Questionnaire().ReadingRules {
		r.Text = append(r.Text, clean(s, t))
	}
	if len(r.Text) == 0 {
		r.Text = []string{"Choose the level whose description fits today. Plans do not count.",
			"If nobody present can tell, choose \"don't know\". A guess is worse than a gap."}
	}
	return r
}

// newOpening is the page before the first statement of a dimension.
func newOpening(s *assessment.Session) *shell.Page {
	d := s.Current().Dimension
	n := s.DimensionProgress(d.ID).Total
	p := &shell.Page{Name: clean(s, d.Title), Opening: true, Ahead: shell.NewAhead(),
		Parts: []shell.Part{{Heading: fmt.Sprintf("%s, %s", statements(n), duration(s, n))}},
		Keys:  []string{"Enter first statement", shell.MoreKey, "F1 help", "Ctrl+C quit"}}
	for _, part := range []struct{ heading, text string }{
		{"How it works", d.TheoryOfChange}, {"Where it is strong", d.High}, {"Where it is weak", d.Low},
	} {
		if text := clean(s, part.text); text != "" {
			p.Parts = append(p.Parts, shell.Part{Heading: part.heading, Text: []string{text}})
		}
	}
	return p
}

// statements is a number of statements in words.
func statements(n int) string { return look.Count(n, "statement", "statements") }
