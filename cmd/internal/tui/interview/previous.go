package interview

import (
	"fmt"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
)

// previousName names the earlier round whose answers are shown.
func previousName(s *assessment.Session) string {
	if of := terminal.CleanLine(s.PreviousOf()); of != "" {
		return fmt.Sprintf("Last time (%s)", of)
	}
	return "Last time"
}

// previousLine says what was answered to the current statement in the earlier
// round, or "" without an answer. It is only said: nothing is chosen by it.
func previousLine(s *assessment.Session) string {
	ans, same, ok := s.PreviousAnswer(s.Current().Statement.ID)
	switch {
	case !ok:
		return ""
	case !same:
		return previousName(s) + ": it was worded differently then."
	}
	return previousName(s) + ": " + choiceName(s.Questionnaire(), ans)
}

// previousHelp adds the evidence and the comment of the earlier round.
func previousHelp(s *assessment.Session) []shell.Part {
	line := previousLine(s)
	if line == "" {
		return nil
	}
	p := shell.Part{Heading: "The earlier round", Text: []string{line}}
	ans, _, _ := s.PreviousAnswer(s.Current().Statement.ID)
	if ans.Evidence != "" {
		p.Text = append(p.Text, "Evidence then: "+terminal.CleanLine(ans.Evidence))
	}
	if ans.Comment != "" {
		p.Text = append(p.Text, "Comment then: "+terminal.CleanLine(ans.Comment))
	}
	return []shell.Part{p}
}
