package assessment

import (
	"fmt"

	"dgca/questionnaires"
)

// AskedOtherwise says in what an assessment does not ask what its questionnaire
// asks about this unit and scope, because its file was changed by hand: which
// statements are missing, are not those of the questionnaire, or have other
// words. Each difference is a part of a sentence.
func (a *Assessment) AskedOtherwise(q *questionnaires.Questionnaire) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	should := Take(q, a.Subject.Kind, a.Scope)
	if !same(should.Scale, a.Asked.Scale) {
		say("the levels are not those of the questionnaire")
	}
	for st := range should.Statements() {
		switch is := a.Asked.Statement(st.ID); {
		case is == nil:
			say("the statement %s is missing", st.ID)
		case is.Text != st.Text:
			say("the statement %s has other words", st.ID)
		case !same(*is, *st):
			say("the statement %s has another digest, weight or tag", st.ID)
		}
	}
	for st := range a.Asked.Statements() {
		if should.Statement(st.ID) == nil {
			say("the statement %s does not belong to it", st.ID)
		}
	}
	if len(out) == 0 && !same(should, a.Asked) {
		say("titles, order or rules are not those of the questionnaire")
	}
	return out
}

// same compares what was read from a file with what was made: an empty list is
// as good as none.
func same[T any](a, b T) bool { return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b) }
