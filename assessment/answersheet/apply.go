package answersheet

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/questionnaires/strictyaml"
)

// Check reports every row that does not fit the assessment: an unknown or
// repeated statement, or a level that is not on its scale.
func (s *Sheet) Check(a *assessment.Assessment) strictyaml.Problems {
	var problems strictyaml.Problems
	add := func(r Row, hint, format string, args ...any) {
		problems = append(problems, s.problems(r.Line, r.Column, hint, format, args...)...)
	}
	first := make(map[assessment.StatementID]int, len(s.Rows))
	asked := make(map[assessment.StatementID]bool)
	for st := range a.Asked.Statements() {
		asked[st.ID] = true
	}
	for _, r := range s.Rows {
		id := r.Answer.Statement
		if line, twice := first[id]; twice {
			add(r, "keep one of the two", "the statement %s is answered a second time (first in line %d)", id, line)
			continue
		}
		first[id] = r.Line
		if !asked[id] {
			add(r, similar(id, asked), "the statement %q is not asked in this assessment", sheet.Shorten(string(id)))
			continue
		}
		if l, ok := r.Answer.Choice.Level(); ok && l > a.Asked.Levels() {
			add(r, fmt.Sprintf("write a level from 1 to %d", a.Asked.Levels()), "%s: the level %d is not on the scale", id, l)
		}
	}
	return problems
}

// similar suggests the id that was probably meant.
func similar(id assessment.StatementID, asked map[assessment.StatementID]bool) string {
	if up := assessment.StatementID(strings.ToUpper(string(id))); asked[up] {
		return fmt.Sprintf("did you mean %s?", up)
	}
	return "check the id and the scope (quick, dimensions) of the assessment"
}

// Result counts what a sheet did to an assessment.
type Result struct {
	Recorded int // answers that are in the assessment now
	Replaced int // of these, the ones that had another choice before
}

// Apply records all rows, or none when Check has a complaint. Where a row is
// empty it takes nothing away: an answer, evidence or a comment that was there
// stays.
func (s *Sheet) Apply(a *assessment.Assessment) (Result, strictyaml.Problems) {
	if problems := s.Check(a); len(problems) > 0 {
		return Result{}, problems
	}
	var res Result
	for _, r := range s.Rows {
		old := a.Answer(r.Answer.Statement)
		merged := merge(old, r.Answer)
		if merged == old && r.Answer.Choice == assessment.Unanswered {
			continue
		}
		if old.Choice != assessment.Unanswered && old.Choice != merged.Choice {
			res.Replaced++
		}
		res.Recorded++
		a.SetAnswer(merged)
	}
	return res, nil
}

func merge(old, row assessment.Answer) assessment.Answer {
	if row.Choice != assessment.Unanswered {
		old.Choice, old.Reason = row.Choice, row.Reason
	}
	if row.Confidence != "" {
		old.Confidence = row.Confidence
	}
	if row.Evidence != "" {
		old.Evidence = row.Evidence
	}
	if row.Comment != "" {
		old.Comment = row.Comment
	}
	return old
}
