package workshop

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
)

// table opens the second pass over five sheets:
//
//	LEA-01  3 3 3 3 3  consensus 3
//	LEA-04  1 5 1 5 3  discuss, median 3
//	LEA-07  2 3 2 3 -  consensus, median 2.5
//	LEA-11  4 - - - -  too few
func table(t *testing.T) *Agreement {
	t.Helper()
	w := hall(5)
	s := counted(t, w, nil, "3 1 2 4", "3 5 3", "3 1 2", "3 5 3", "3 3")
	a, err := w.NewAgreed(builtIn(), "u1")
	if err != nil {
		t.Fatal(err)
	}
	g, err := NewAgreement(builtIn(), a, s, []assessment.Source{{Answers: 4, Digest: "d"}}, 25)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestAgreement(t *testing.T) {
	g := table(t)
	p := g.Current()
	if p.Item.Statement.ID != "LEA-04" || p.Minutes != 6 || p.Median() != 12 {
		t.Fatalf("it opens at %s with %d minutes", p.Item.Statement.ID, p.Minutes)
	}
	if n := g.Medians(); n != 1 {
		t.Errorf("%d medians can be taken: that of LEA-01 alone is a level", n)
	}
	if err := g.SetDissent("never"); !errors.Is(err, ErrNotAgreed) {
		t.Errorf("dissent before an answer: %v", err)
	}
	if err := g.Agree(assessment.NotApplicable, " "); !errors.Is(err, assessment.ErrReason) || g.Current().Answer.Choice != 0 {
		t.Errorf("not applicable without a reason: %v", err)
	}
	if err := g.Agree(6, ""); err == nil {
		t.Error("a level that is not on the scale")
	}
	if err := g.Agree(5, ""); err != nil {
		t.Fatal(err)
	}
	if p = g.Current(); !p.Differs() || !p.NeedsReason() {
		t.Error("5 is not the median 3, and no reason is asked for")
	}
	g.SetReason("It is law")
	g.SetEvidence("Decree 12")
	if err := g.SetDissent("Two see it otherwise"); err != nil {
		t.Fatal(err)
	}
	p = g.Current()
	d := p.Answer.Decided
	if p.NeedsReason() || d == nil || d.Dissent == "" || d.By == "" || !slices.Equal(d.Said.Levels, []int{2, 0, 1, 0, 2}) || p.Answer.Evidence == "" {
		t.Errorf("recorded: %+v, %+v", p.Answer, d)
	}
	// Said again, everything stays; another answer keeps the dissent.
	if err := g.Agree(5, ""); err != nil || g.Current().Answer.Decided.Dissent == "" {
		t.Error("the dissent is gone after the same answer")
	}
	if err := g.Agree(3, ""); err != nil || g.Current().Answer.Decided.Dissent == "" {
		t.Errorf("after another answer: %+v", g.Current().Answer.Decided)
	}
	if p = g.Current(); p.Differs() {
		t.Error("the median differs from itself")
	}
	g.Park(true)
	if i, ok := g.NextOpen(0); !ok || g.Point(i).Item.Statement.ID == "LEA-04" {
		t.Error("a parked and agreed statement is the next open one")
	}
}

func TestTakeMedians(t *testing.T) {
	g := table(t)
	before := g.Position()
	if n := g.TakeMedians(); n != 1 || g.Position() != before || g.Medians() != 0 {
		t.Fatalf("%d medians, at %d", n, g.Position())
	}
	a := g.Assessment().Answer("LEA-01")
	if a.Choice != 3 || a.Decided == nil || a.Decided.By != "" || a.Decided.Reason == "" {
		t.Errorf("LEA-01: %+v", a)
	}
	if a := g.Assessment().Answer("LEA-07"); a.Choice != 0 {
		t.Errorf("a median of 2.5 became %s", a.Choice)
	}
	// What is parked is not taken.
	g = table(t)
	g.Jump(g.Find("LEA-01")[0])
	g.Park(true)
	if n := g.TakeMedians(); n != 0 {
		t.Error("a parked statement was agreed")
	}
}

// The two orders have the same statements, and changing the order stays at the
// statement.
func TestOrders(t *testing.T) {
	g := table(t)
	at := g.Current().Item.Statement.ID
	var agenda, plan []string
	for i := range g.Len() {
		agenda = append(agenda, string(g.Point(i).Item.Statement.ID))
	}
	g.ByQuestionnaire(true)
	for i := range g.Len() {
		p := g.Point(i)
		plan = append(plan, string(p.Item.Statement.ID))
		if p.Number != i+1 || p.StatementSpread.Statement != p.Item.Statement.ID {
			t.Errorf("point %d is number %d", i, p.Number)
		}
	}
	if g.Current().Item.Statement.ID != at {
		t.Error("the current statement changed with the order")
	}
	slices.Sort(agenda)
	slices.Sort(plan)
	if !slices.Equal(agenda, plan) || len(plan) != 24 {
		t.Error("the orders differ in their statements")
	}
}

func TestCloseAndResume(t *testing.T) {
	g := table(t)
	g.Close()
	if g.Assessment().State != assessment.Draft {
		t.Errorf("nothing is agreed, and the state is %s", g.Assessment().State)
	}
	for i := range g.Len() {
		g.Jump(i)
		if err := g.Agree(assessment.Choice(2), ""); err != nil {
			t.Fatal(err)
		}
		if p := g.Current(); p.NeedsReason() {
			g.SetReason("Because")
		}
	}
	g.Close()
	if s := g.Standing(); !s.Finished() || g.Assessment().State != assessment.Agreed {
		t.Errorf("%+v, %s", s, g.Assessment().State)
	}
	if issues := g.Assessment().Validate(); len(issues) > 0 {
		t.Error(issues)
	}
	// Statements with fewer than three answers leave no trace of what single
	// people said in the sheet that leaves the room.
	if d := g.Assessment().Answer("LEA-11").Decided; d == nil || d.Said != nil {
		t.Errorf("one answer is kept: %+v", d)
	}
	if d := g.Assessment().Answer("LEA-07").Decided; d.Said == nil || d.Said.N() != 4 {
		t.Errorf("four answers are not kept: %+v", d)
	}
	// Where people differed is what the report says.
	said := ""
	for _, d := range g.Assessment().Differences() {
		said += string(d.Statement) + " " + d.Reason + "; "
	}
	if !strings.HasPrefix(said, "LEA-04 Because; ") {
		t.Errorf("differences: %s", said)
	}
	// Taken up again, a change after the end is noted.
	again, err := NewAgreement(builtIn(), g.Assessment(), g.Spread(), nil, 25)
	if err != nil {
		t.Fatal(err)
	}
	again.SetToday("2026-11-25")
	if err := again.Agree(4, ""); err != nil {
		t.Fatal(err)
	}
	if ch := again.Assessment().Changed; ch == nil || ch.Date != "2026-11-25" {
		t.Errorf("changed: %+v", ch)
	}
	again.SetReason("") // that of the old answer was still there
	again.Close()
	if again.Assessment().State != assessment.Draft {
		t.Error("a reason is missing, and the sheet is agreed")
	}
}

// A unit without any sheet can agree too: nothing differs, nothing is hidden.
func TestWithoutSheets(t *testing.T) {
	w := hall(1)
	a, err := w.NewAgreed(builtIn(), "u1")
	if err != nil {
		t.Fatal(err)
	}
	g, err := NewAgreement(builtIn(), a, counted(t, w, nil), nil, 25)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Agree(4, ""); err != nil || g.Current().Answer.Decided.Said != nil {
		t.Errorf("%v", err)
	}
	if p := g.Current(); p.NeedsReason() || p.Concluded() != assessment.FindOut {
		t.Error("a reason is asked for without any answer")
	}
	if _, err := w.NewAgreed(builtIn(), "nowhere"); err == nil {
		t.Error("an unknown unit")
	}
}
