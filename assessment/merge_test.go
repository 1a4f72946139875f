package assessment

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dgca/questionnaires"
)

func part(t *testing.T, name string, scope Scope, answers map[StatementID]Answer) Part {
	t.Helper()
	a, err := New(builtIn(t), Subject{Name: "Ministry of Example", Kind: questionnaires.Institution}, SessionInfo{Type: Individual, Respondent: name}, scope)
	if err != nil {
		t.Fatal(err)
	}
	for id, ans := range answers {
		ans.Statement = id
		a.SetAnswer(ans)
	}
	return Part{Name: name + ".yaml", Digest: name, Assessment: a}
}

func TestMerge(t *testing.T) {
	legal := Scope{Kind: Full, Dimensions: []DimensionID{"legal"}}
	both := Scope{Kind: Full, Dimensions: []DimensionID{"technology", "legal"}}
	m, err := NewMerge(builtIn(t), []Part{
		part(t, "R1", legal, map[StatementID]Answer{
			"LEG-01": {Choice: 3, Evidence: "Act 5", Confidence: HighConfidence},
			"LEG-02": {Choice: 2},
			"LEG-03": {Choice: Unknown},
			"LEG-04": {Choice: NotApplicable, Reason: "Decided above us"},
			"LEG-05": {Choice: Unknown},
		}),
		part(t, "R2", both, map[StatementID]Answer{
			"LEG-01": {Choice: 3, Evidence: "Act 6", Confidence: LowConfidence},
			"LEG-02": {Choice: 4, Comment: "In use"},
			"LEG-03": {Choice: 5},
			"LEG-04": {Choice: 2},
			"LEG-05": {Choice: Unknown},
			"LEG-06": {Comment: "Ask the lawyer"},
			"TEC-01": {Choice: 1},
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	a := m.Result()
	if !slices.Equal(a.Scope.Dimensions, []DimensionID{"legal", "technology"}) || len(a.MergedFrom) != 2 || a.MergedFrom[1].Answers != 6 {
		t.Errorf("scope %v, from %+v", a.Scope, a.MergedFrom)
	}
	if x := a.Answer("LEG-01"); x.Choice != 3 || x.Evidence != "Act 5\nAct 6" || x.Confidence != LowConfidence || x.Decided != nil {
		t.Errorf("both say 3: %+v", x)
	}
	if x := a.Answer("LEG-03"); x.Choice != 5 || x.Decided == nil || !slices.Equal(x.Decided.Among, []string{"R1: dk", "R2: 5"}) {
		t.Errorf("one knows: %+v", x)
	}
	if x := a.Answer("LEG-05"); x.Choice != Unknown {
		t.Errorf("nobody knows: %+v", x)
	}
	if x := a.Answer("LEG-06"); x.Choice != Unanswered || x.Comment != "Ask the lawyer" {
		t.Errorf("a comment alone: %+v", x)
	}
	if a.Answer("TEC-01").Choice != 1 {
		t.Error("an answer of one part is lost")
	}
	conflicts := m.Conflicts()
	if len(conflicts) != 2 || conflicts[0].Statement != "LEG-02" || conflicts[1].Statement != "LEG-04" || m.Open() != 2 {
		t.Fatalf("conflicts %+v", conflicts)
	}
	if x := a.Answer("LEG-02"); x.Choice != Unanswered || x.Comment != "In use" || !slices.Equal(x.Decided.Among, []string{"R1: 2", "R2: 4"}) {
		t.Errorf("an open conflict: %+v", x)
	}
	if err := m.Decide(0, 4, "", "", "why"); err == nil {
		t.Error("nobody decided, and it was accepted")
	}
	if err := m.Decide(0, 6, "", "R2", ""); err == nil {
		t.Error("level 6 was accepted")
	}
	if err := m.Decide(0, 4, "", "Head of legal", "The act is in force."); err != nil {
		t.Fatal(err)
	}
	if err := m.Decide(1, NotApplicable, "", "Head of legal", ""); err != nil {
		t.Fatal(err)
	}
	if x := a.Answer("LEG-02"); x.Choice != 4 || x.Decided.By != "Head of legal" || !slices.Equal(x.Decided.Among, []string{"R1: 2", "R2: 4"}) {
		t.Errorf("decided: %+v", x)
	}
	if x := a.Answer("LEG-04"); x.Reason != "Decided above us" || m.Open() != 0 {
		t.Errorf("decided: %+v", x)
	}
	if issues := a.Validate(); len(issues) != 0 {
		t.Errorf("the result is not valid: %+v", issues)
	}
}

func TestMergeRefuses(t *testing.T) {
	full := Scope{Kind: Full}
	for what, change := range map[string]func(*Assessment){
		"is about":        func(a *Assessment) { a.Subject.Name = "Another ministry" },
		"kinds of unit":   func(a *Assessment) { a.Subject.Kind = questionnaires.Local },
		"another version": func(a *Assessment) { a.Questionnaire.Digest = "0" },
		"rounds":          func(a *Assessment) { a.Session.Round = "2" },
	} {
		x, y := part(t, "R1", full, nil), part(t, "R2", full, nil)
		change(y.Assessment)
		if _, err := NewMerge(builtIn(t), []Part{x, y}); err == nil || !strings.Contains(err.Error(), what) || !strings.Contains(err.Error(), "R2.yaml") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := NewMerge(builtIn(t), []Part{part(t, "R1", full, nil)}); err == nil {
		t.Error("one part is merged with nothing")
	}
}

func TestMergeKeepsNotesAndTargets(t *testing.T) {
	x, y := part(t, "R1", Scope{Kind: Full}, nil), part(t, "R2", Scope{Kind: Full}, nil)
	x.Assessment.Notes = []Note{{Dimension: "legal", Improvements: []string{"a", "b"}, Case: &Case{Title: "One"}, Feedback: "Clear."}}
	y.Assessment.Notes = []Note{{Dimension: "legal", Improvements: []string{"b", "c", "d"}, Case: &Case{Title: "Two"}, Feedback: "Long."}}
	x.Assessment.Targets.Dimensions = []DimensionTarget{{Dimension: "legal", Level: 3, Months: 12}}
	y.Assessment.Targets.Dimensions = []DimensionTarget{{Dimension: "legal", Level: 4, Months: 12}, {Dimension: "strategy", Level: 5, Months: 24}}
	m, err := NewMerge(builtIn(t), []Part{x, y})
	if err != nil {
		t.Fatal(err)
	}
	n := m.Result().Note("legal")
	if !slices.Equal(n.Improvements, []string{"a", "b", "c"}) || n.Case.Title != "One" || n.Feedback != "Clear.\nLong." {
		t.Errorf("note %+v", n)
	}
	if len(m.Result().Targets.Dimensions) != 2 || len(m.Remarks) != 3 {
		t.Errorf("targets %+v, remarks %q", m.Result().Targets.Dimensions, m.Remarks)
	}
}

// Merging gives the same result whatever the order of the parts, but for the
// order of texts and names.
func TestMergeOrder(t *testing.T) {
	full := Scope{Kind: Full}
	x := part(t, "R1", full, map[StatementID]Answer{"LEA-01": {Choice: 2}, "LEA-02": {Choice: Unknown}, "LEA-03": {Choice: 4}})
	y := part(t, "R2", full, map[StatementID]Answer{"LEA-01": {Choice: 3}, "LEA-02": {Choice: 3}})
	one, err1 := NewMerge(builtIn(t), []Part{x, y})
	two, err2 := NewMerge(builtIn(t), []Part{y, x})
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	for st := range one.Result().Asked.Statements() {
		if p, q := one.Result().Answer(st.ID), two.Result().Answer(st.ID); p.Choice != q.Choice {
			t.Errorf("%s: %v and %v", st.ID, p.Choice, q.Choice)
		}
	}
	if one.Open() != two.Open() {
		t.Errorf("%d and %d conflicts", one.Open(), two.Open())
	}
}
