package assessment

import "dgca/questionnaires"

// Changes says what an upgrade to another version of the questionnaire does to
// the answers.
type Changes struct {
	Kept    []StatementID // the same statement: the answer stays
	Changed []StatementID // worded anew: the answer must be given again
	Removed []StatementID // no longer asked
	Added   []StatementID // not asked before
}

// Upgrade makes a new assessment for another version of the questionnaire. It
// keeps the answers to statements that are the same, by digest; for a changed
// statement it keeps evidence and comment, and marks it. The old assessment
// stays as it is.
func Upgrade(q *questionnaires.Questionnaire, old *Assessment) (*Assessment, Changes, error) {
	a, err := New(q, old.Subject, old.Session, old.Scope)
	if err != nil {
		return nil, Changes{}, err
	}
	var ch Changes
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
				ans.Choice, ans.Reason, ans.Confidence, ans.Marked = Unanswered, "", "", true
			}
		}
		a.SetAnswer(ans)
	}
	for st := range old.Asked.Statements() {
		if a.Asked.Statement(st.ID) == nil {
			ch.Removed = append(ch.Removed, st.ID)
		}
	}
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
	return a, ch, nil
}
