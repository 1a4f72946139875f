package assessment

import (
	"fmt"
	"strings"
	"testing"

	"dgca/questionnaires"
)

// fixture is an assessment of dimensions with the given answers, written as in
// the method: levels, dk, na, and "-" for unanswered. Every dimension has one
// element for each four statements.
func fixture(t testing.TB, k Level, dims ...string) *Assessment {
	t.Helper()
	a := &Assessment{Format: Format, Method: Method, State: Draft,
		Questionnaire: Reference{ID: "test", Version: "1", Digest: "0"},
		Subject:       Subject{Name: "Test", Kind: questionnaires.Institution},
		Session:       SessionInfo{Type: Individual}, Scope: Scope{Kind: Full}}
	for l := Level(1); l <= k; l++ {
		a.Asked.Scale = append(a.Asked.Scale, LevelName{l, fmt.Sprintf("Level %d", l)})
	}
	a.Asked.EvidenceFrom, a.Asked.PrerequisiteLevel = 3, 3
	if k < 3 {
		a.Asked.EvidenceFrom, a.Asked.PrerequisiteLevel = k, k
	}
	a.Asked.DefaultTarget = questionnaires.Target{Level: min(4, k), Months: 24}
	for d, answers := range dims {
		dim := AskedDimension{ID: DimensionID(fmt.Sprintf("d%d", d+1)), Title: fmt.Sprintf("Dimension %d", d+1)}
		for i, word := range strings.Fields(answers) {
			if i%4 == 0 {
				dim.Elements = append(dim.Elements, AskedElement{ID: ElementID(fmt.Sprintf("e%d", i/4+1)), Title: "Element"})
			}
			id := StatementID(fmt.Sprintf("D%d-%02d", d+1, i+1))
			el := &dim.Elements[len(dim.Elements)-1]
			el.Statements = append(el.Statements, AskedStatement{ID: id, Text: "Text.", Digest: string(id)})
			if word == "-" {
				continue
			}
			ans := Answer{Statement: id}
			if err := ans.Choice.UnmarshalText([]byte(word)); err != nil {
				t.Fatal(err)
			}
			if ans.Choice == NotApplicable {
				ans.Reason = "Outside our mandate"
			}
			a.Answers = append(a.Answers, ans)
		}
		a.Asked.Dimensions = append(a.Asked.Dimensions, dim)
	}
	return a
}

// statement returns the asked statement for changing it.
func (a *Assessment) statement(t testing.TB, id StatementID) *AskedStatement {
	t.Helper()
	st := a.Asked.Statement(id)
	if st == nil {
		t.Fatalf("no statement %s", id)
	}
	return st
}
