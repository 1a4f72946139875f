package interview

import (
	"fmt"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
)

// newHelp explains the current statement first, then the answers, the rules and
// the keys.
func newHelp(s *assessment.Session) *shell.Page {
	t := &shell.Page{Name: "Help", Keys: []string{"up and down scroll", shell.MoreKey, "Enter close", "Ctrl+C quit"}}
	t.Parts = append(statementHelp(s), answersHelp(s), rules(s), keysHelp)
	return t
}

// statementHelp is what the questionnaire says to help with one statement.
func statementHelp(s *assessment.Session) []shell.Part {
	st := s.Current().Statement
	parts := []shell.Part{{Heading: "About " + clean(s, string(st.ID)), Text: []string{nonEmpty(clean(s, st.Help), "There is no help text for this statement.")}}}
	if len(st.Evidence) > 0 {
		p := shell.Part{Heading: "Evidence: what you could look at", List: true}
		for _, e := range st.Evidence {
			p.Text = append(p.Text, clean(s, e))
		}
		parts = append(parts, p)
	}
	if st.GoodEnough != "" {
		parts = append(parts, shell.Part{Heading: "Good enough", Text: []string{clean(s, st.GoodEnough)}})
	}
	return append(parts, previousHelp(s)...)
}

// answersHelp explains the levels and the answers outside the scale.
func answersHelp(s *assessment.Session) shell.Part {
	q := s.Questionnaire()
	p := shell.Part{Heading: "The answers", List: true}
	for _, l := range q.Scale {
		text := terminal.CleanLine(l.Name)
		if l.Meaning != "" {
			text += ". " + clean(s, l.Meaning)
		}
		p.Text = append(p.Text, fmt.Sprintf("%d %s", l.Level, text))
	}
	unknown := nonEmpty(clean(s, q.OtherAnswers.Unknown.Meaning), "Nobody present can tell. It is not scored.")
	na := nonEmpty(clean(s, q.OtherAnswers.NotApplicable.Meaning), "Outside the mandate of this unit. A reason is needed.")
	p.Text = append(p.Text, unknownKey+" "+unknownName(q)+". "+unknown, naKey+" "+naName(q)+". "+na)
	return p
}

var keysHelp = shell.Part{Heading: "Keys", List: true, Text: []string{
	"A digit chooses. 0 is \"don't know\", 9 is \"not applicable\".",
	"Up and down move in the list, without answering. Enter or Space chooses.",
	"Enter goes on from a text. Ctrl+J starts a new line in it.",
	"Tab and Shift+Tab go to the next field and back.",
	"PgDn goes to the next statement, PgUp to the one before. Neither answers.",
	"Ctrl+G jumps to a statement. Ctrl+R lists what is open. Ctrl+O shows all dimensions.",
	"F2 marks a statement to look at again. Ctrl+N opens the notes on the dimension.",
	"F1 is help; ? too where you do not type text. Ctrl+C quits; it asks first.",
}}
