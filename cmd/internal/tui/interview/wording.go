package interview

import (
	"fmt"
	"strings"
	"unicode"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/targets"
	"dgca/questionnaires"
)

// clean makes a text of the questionnaire or of the file ready for the screen,
// with the unit filled in.
func clean(s *assessment.Session, text string) string {
	return terminal.CleanLine(s.Questionnaire().Fill(text, s.Assessment().Subject.Kind))
}

// shortText is a statement without the words that every statement begins with.
func shortText(s *assessment.Session, it assessment.Item) string {
	return strings.TrimPrefix(terminal.CleanLine(it.Text), clean(s, "{Unit}")+" ")
}

// unknownName and naName are the questionnaire's words for the answers outside
// the scale.
func unknownName(q *questionnaires.Questionnaire) string {
	return nonEmpty(terminal.CleanLine(q.OtherAnswers.Unknown.Name), "Don't know")
}

func naName(q *questionnaires.Questionnaire) string {
	return nonEmpty(terminal.CleanLine(q.OtherAnswers.NotApplicable.Name), "Not applicable")
}

func nonEmpty(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// choiceName says an answer in words, such as "3 Established".
func choiceName(q *questionnaires.Questionnaire, ans assessment.Answer) string {
	switch l, ok := ans.Choice.Level(); {
	case ok:
		return strings.TrimSpace(fmt.Sprintf("%d %s", l, terminal.CleanLine(q.LevelName(l))))
	case ans.Choice == assessment.Unknown:
		return unknownName(q)
	case ans.Choice == assessment.NotApplicable:
		return naName(q) + ": " + terminal.CleanLine(ans.Reason)
	}
	return "not answered yet"
}

// evidenceExpected reports whether evidence belongs to an answer.
func evidenceExpected(q *questionnaires.Questionnaire, c assessment.Choice) bool {
	l, ok := c.Level()
	return ok && l >= q.EvidenceFrom
}

// resumed says where an interview goes on, or "" for a new one.
func resumed(s *assessment.Session) string {
	p := s.Progress()
	if len(s.Assessment().Answers) == 0 {
		return ""
	}
	if _, open := s.NextOpen(0); !open {
		return fmt.Sprintf("Resumed. All %s have an answer.", statements(p.Total))
	}
	return fmt.Sprintf("Resumed at statement %d; %d answered.", s.Position()+1, p.Done())
}

// isNew reports whether nothing at all was said in an assessment yet.
func isNew(s *assessment.Session) bool { return len(s.Assessment().Answers) == 0 }

// duration says how long a number of statements takes, at the pace that the
// questionnaire gives for the scope, and for one person or a group.
func duration(s *assessment.Session, statements int) string {
	n := minutes(s, statements)
	if s.Assessment().Session.Type == assessment.Group {
		return fmt.Sprintf("about %s for a group", look.Count(n, "minute", "minutes"))
	}
	return fmt.Sprintf("about %s for one person", look.Count(n, "minute", "minutes"))
}

func minutes(s *assessment.Session, statements int) int {
	pace := s.Questionnaire().Scopes.Full
	if quick := s.Questionnaire().Scopes.Quick; s.Assessment().Scope.Kind == assessment.Quick && quick.Statements > 0 {
		pace = quick
	}
	total := pace.MinutesAlone
	if s.Assessment().Session.Type == assessment.Group {
		total = pace.MinutesGroup
	}
	if pace.Statements > 0 && total > 0 {
		return max(1, (statements*total+pace.Statements-1)/pace.Statements)
	}
	return max(1, (statements*3+1)/2)
}

// hasWord reports whether a text says anything: a digit typed too often is no
// reason.
func hasWord(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

// findings are what a finish page says: what is missing, and what it means for
// the scores.
func findings(s *assessment.Session) []string {
	p := s.Progress()
	lines := []string{fmt.Sprintf("%d of %s answered.", p.Done(), statements(p.Total))}
	if p.Done() == p.Total {
		lines[0] = "All " + statements(p.Total) + " answered."
	}
	if p.Open > 0 {
		lines = append(lines, fmt.Sprintf("Not answered: %d. They are not scored.", p.Open))
	}
	if p.Unknown > 0 {
		lines = append(lines, fmt.Sprintf("%s: %d. They go on the list of things to find out.", unknownName(s.Questionnaire()), p.Unknown))
	}
	if p.NotApplicable > 0 {
		lines = append(lines, fmt.Sprintf("%s: %d. They are left out of the scores.", naName(s.Questionnaire()), p.NotApplicable))
	}
	if p.Marked > 0 {
		lines = append(lines, fmt.Sprintf("Marked to look at again: %d.", p.Marked))
	}
	if state := s.Assessment().State; state != assessment.Draft {
		lines = append(lines, fmt.Sprintf("The state is %s. An answer that you change now is noted in the file, with the day.", state))
	}
	return lines
}

// dimensionFinding is the status of one dimension's score.
type dimensionFinding struct{ title, status, detail string }

// meanings says for each dimension of the interview whether its score can be
// shown, and after them what that means for the overall score.
func meanings(s *assessment.Session) (dims []dimensionFinding, overall string) {
	card := s.Assessment().Score()
	for i := range card.Dimensions {
		d := &card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		dims = append(dims, dimensionFinding{
			title: terminal.CleanLine(d.Title), status: d.Status.String(),
			detail: fmt.Sprintf("%d of %d", d.Answered, d.Applicable),
		})
	}
	o := &card.Overall
	switch {
	case len(o.NotAsked) > 0:
		overall = "No overall score: not all dimensions are part of this assessment."
	case !o.Shown():
		overall = "No overall score yet: a dimension has not enough answers."
	case o.Status == assessment.Preliminary:
		overall = "The overall score is preliminary: some answers are missing."
	default:
		overall = "There are enough answers for an overall score."
	}
	return dims, overall
}

// targetsChosen says how many targets were chosen, and what stands otherwise.
func targetsChosen(s *assessment.Session) string {
	chosen, all := targets.Chosen(s)
	return fmt.Sprintf("Targets chosen: %d of %d. Otherwise the default stands: %s.", chosen, all, targets.Default(s))
}
