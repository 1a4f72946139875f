package paper

import (
	"fmt"

	"dgca/assessment"
	"dgca/questionnaires"
)

// Second begins the second entry of a sheet: a session without any answer,
// about the same statements, that changes nothing of the first.
func Second(q *questionnaires.Questionnaire, first *assessment.Assessment) (*assessment.Session, error) {
	a := first.Clone()
	a.Answers, a.State, a.Changed = nil, assessment.Draft, nil
	return assessment.NewSession(q, a)
}

// Difference is a statement that was keyed in otherwise the second time.
type Difference struct {
	Item          assessment.Item
	First, Second assessment.Answer
}

// Differences compares two entries of one sheet: what is marked, and the reason
// for "not applicable". Texts beside are not compared.
func Differences(first, second *assessment.Session) []Difference {
	var out []Difference
	for _, it := range first.Items() {
		x, y := first.Assessment().Answer(it.Statement.ID), second.Assessment().Answer(it.Statement.ID)
		if x.Choice != y.Choice || x.Choice == assessment.NotApplicable && x.Reason != y.Reason {
			out = append(out, Difference{it, x, y})
		}
	}
	return out
}

// Resolve records what the paper says where two entries differ, and keeps that
// they did.
func (d *Difference) Resolve(first *assessment.Session, c assessment.Choice, reason string) error {
	first.Jump(d.Item.Number - 1)
	if err := first.Choose(c, reason); err != nil {
		return err
	}
	ans := first.Answer()
	ans.Decided = &assessment.Decision{Reason: "The paper was looked at again.",
		Among: []string{fmt.Sprintf("first entry: %s", keyedWord(d.First)), fmt.Sprintf("second entry: %s", keyedWord(d.Second))}}
	if c == assessment.Unanswered {
		ans.Decided = nil // a file keeps no decision without an answer
	}
	first.Assessment().SetAnswer(ans)
	return nil
}

// keyedWord is the word of the file for what was keyed.
func keyedWord(ans assessment.Answer) string {
	switch ans.Choice {
	case assessment.Unanswered:
		return "nothing"
	case assessment.NotApplicable:
		return "na, " + ans.Reason
	}
	return ans.Choice.String()
}
