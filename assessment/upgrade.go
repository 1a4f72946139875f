package assessment

import (
	"reflect"
	"slices"

	"dgca/questionnaires"
)

// Changes says what happens to the answers when an assessment is put on another
// version of the questionnaire, or on another unit or scope.
type Changes struct {
	Kept     []StatementID // the same statement: the answer stays
	Changed  []StatementID // worded anew: the answer must be given again
	Removed  []StatementID // no longer asked
	Lost     []StatementID // removed although something was said about it
	Added    []StatementID // not asked before
	Reworded bool          // the statements are worded for another kind of unit
	Plan     []ActionID    // actions that lost a statement, a level or a level of change that is not there any more
}

// Upgrade makes a new assessment for another version of the questionnaire. It
// keeps the answers to statements that are the same, by digest; for a changed
// statement it keeps evidence and comment, and marks it. The old assessment
// stays as it is.
func Upgrade(q *questionnaires.Questionnaire, old *Assessment) (*Assessment, Changes, error) {
	return rebase(q, old, old.Subject, old.Session, old.Scope)
}

// Correct makes a new assessment with another unit, session or scope, and the
// same answers. It needs the questionnaire that the old one was made with. The
// old assessment stays as it is.
func Correct(q *questionnaires.Questionnaire, old *Assessment, subject Subject, info SessionInfo, scope Scope) (*Assessment, Changes, error) {
	if old.Questionnaire.Digest != q.Digest() {
		return nil, Changes{}, ErrOtherQuestionnaire
	}
	a, ch, err := rebase(q, old, subject, info, scope)
	if err != nil {
		return nil, ch, err
	}
	a.Revision, a.State, a.Approved, a.Changed, a.MergedFrom = old.Revision, old.State, old.Approved, old.Changed, old.MergedFrom
	if len(ch.Added) > 0 && a.State == Complete {
		a.State = Draft // the new statements are open
	}
	return a, ch, nil
}

func rebase(q *questionnaires.Questionnaire, old *Assessment, subject Subject, info SessionInfo, scope Scope) (*Assessment, Changes, error) {
	a, err := New(q, subject, info, scope)
	if err != nil {
		return nil, Changes{}, err
	}
	ch := Changes{Reworded: subject.Kind != old.Subject.Kind}
	for st := range a.Asked.Statements() {
		was := old.Asked.Statement(st.ID)
		ans := old.Answer(st.ID)
		switch {
		case was == nil:
			ch.Added = append(ch.Added, st.ID)
			continue
		case was.Digest == st.Digest:
			ch.Kept = append(ch.Kept, st.ID)
		default:
			ch.Changed = append(ch.Changed, st.ID)
			if ans.Choice != Unanswered {
				ans.Choice, ans.Reason, ans.Confidence, ans.Decided, ans.Marked = Unanswered, "", "", nil, true
			}
		}
		a.SetAnswer(ans)
	}
	for st := range old.Asked.Statements() {
		if a.Asked.Statement(st.ID) == nil {
			ch.Removed = append(ch.Removed, st.ID)
			if slices.ContainsFunc(old.Answers, func(x Answer) bool { return x.Statement == st.ID }) {
				ch.Lost = append(ch.Lost, st.ID)
			}
		}
	}
	a.keepChoices(q, old)
	for i := range a.Plan.Actions {
		if !reflect.DeepEqual(a.Plan.Actions[i], old.Plan.Actions[i]) {
			ch.Plan = append(ch.Plan, a.Plan.Actions[i].ID)
		}
	}
	return a, ch, nil
}

// keepChoices takes over notes, targets, weighings and the plan as far as they
// still have a place.
func (a *Assessment) keepChoices(q *questionnaires.Questionnaire, old *Assessment) {
	for _, n := range old.Notes {
		if q.Dimension(n.Dimension) != nil {
			a.Notes = append(a.Notes, n)
		}
	}
	for _, t := range old.Targets.Dimensions {
		if q.Dimension(t.Dimension) != nil && t.Level <= q.Levels() {
			a.Targets.Dimensions = append(a.Targets.Dimensions, t)
		}
	}
	for _, t := range old.Targets.Statements {
		if a.Asked.Statement(t.Statement) != nil && t.Level <= q.Levels() {
			a.Targets.Statements = append(a.Targets.Statements, t)
		}
	}
	for _, w := range old.Weighings {
		if a.Asked.Statement(w.Statement) != nil {
			a.Weighings = append(a.Weighings, w)
		}
	}
	a.Plan = old.Plan.fitted(&a.Asked)
}
