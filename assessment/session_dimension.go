package assessment

import (
	"fmt"
	"slices"
)

// Note returns what was noted about a dimension.
func (s *Session) Note(id DimensionID) Note { return s.a.Note(id) }

// SetNote records what is noted about a dimension; texts are cleaned, empty
// improvements left out.
func (s *Session) SetNote(n Note) error {
	var kept []string
	for _, text := range n.Improvements {
		if text = CleanText(text); text != "" {
			kept = append(kept, text)
		}
	}
	n.Improvements = kept
	n.Feedback = CleanText(n.Feedback)
	if n.Case != nil {
		c := Case{CleanLine(n.Case.Title), CleanText(n.Case.Done), CleanText(n.Case.Result), CleanLine(n.Case.Contact)}
		n.Case = &c
		if c == (Case{}) {
			n.Case = nil
		}
	}
	if len(n.Improvements) > MaxImprovements {
		return fmt.Errorf("there are %d improvements; %d are possible", len(n.Improvements), MaxImprovements)
	}
	i := slices.IndexFunc(s.a.Notes, func(x Note) bool { return x.Dimension == n.Dimension })
	empty := n.Confidence == "" && n.Improvements == nil && n.Case == nil && n.Feedback == ""
	switch {
	case empty && i >= 0:
		s.a.Notes = slices.Delete(s.a.Notes, i, i+1)
	case i >= 0:
		s.a.Notes[i] = n
	case !empty:
		s.a.Notes = append(s.a.Notes, n)
		slices.SortStableFunc(s.a.Notes, func(x, y Note) int { return s.a.place(x.Dimension) - s.a.place(y.Dimension) })
	}
	return nil
}

// Target returns the target of a dimension: the chosen one, or the default with
// chosen false.
func (s *Session) Target(id DimensionID) (t DimensionTarget, chosen bool) {
	return s.a.targetOfDimension(id)
}

// SetTarget records the target that was chosen for a dimension.
func (s *Session) SetTarget(t DimensionTarget) error { return s.a.setDimensionTarget(t) }

// ClearTarget takes the chosen target of a dimension back; the default stands
// again.
func (s *Session) ClearTarget(id DimensionID) { s.a.clearDimensionTarget(id) }

// SetPrevious gives the interview the result of an earlier round, to be shown
// beside the statements. It answers nothing.
func (s *Session) SetPrevious(a *Assessment) { s.previous = a }

// PreviousAnswer returns what was answered to a statement in the earlier round.
// same is false where the statement was worded otherwise then, so that the two
// answers cannot be compared. ok is false without an earlier answer.
func (s *Session) PreviousAnswer(id StatementID) (ans Answer, same, ok bool) {
	if s.previous == nil {
		return Answer{}, false, false
	}
	was, is := s.previous.Asked.Statement(id), s.a.Asked.Statement(id)
	ans = s.previous.Answer(id)
	if was == nil || is == nil || ans.Choice == Unanswered {
		return Answer{}, false, false
	}
	return ans, was.Digest == is.Digest, true
}

// PreviousOf returns the earlier round's name and date for showing beside its
// answers, or "" without one.
func (s *Session) PreviousOf() string {
	if s.previous == nil {
		return ""
	}
	if s.previous.Session.Round != "" {
		return s.previous.Session.Round
	}
	return s.previous.Session.Date
}
