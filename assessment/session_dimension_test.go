package assessment

import (
	"slices"
	"testing"

	"dgca/questionnaires"
)

func TestNotes(t *testing.T) {
	s := begin(t, Scope{Kind: Full})
	if err := s.SetNote(Note{Dimension: "legal", Improvements: []string{" one\x1b[31m ", "", "two"}, Feedback: "Clear.", Confidence: LowConfidence}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetNote(Note{Dimension: "leadership", Case: &Case{Title: "A case"}}); err != nil {
		t.Fatal(err)
	}
	if n := s.Note("legal"); !slices.Equal(n.Improvements, []string{" one", "two"}) || s.Assessment().Notes[0].Dimension != "leadership" {
		t.Errorf("notes %+v", s.Assessment().Notes)
	}
	if s.SetNote(Note{Dimension: "legal", Improvements: []string{"a", "b", "c", "d"}}) == nil {
		t.Error("four improvements were accepted")
	}
	if err := s.SetNote(Note{Dimension: "legal", Case: &Case{Done: "Something"}}); err != nil || s.Note("legal").Case.Done != "Something" {
		t.Errorf("a case without a title is lost: %v", err)
	}
	if s.SetNote(Note{Dimension: "legal", Case: &Case{}}); len(s.Assessment().Notes) != 1 {
		t.Errorf("an emptied note is still there: %+v", s.Assessment().Notes)
	}
}

func TestTargets(t *testing.T) {
	s := begin(t, Scope{Kind: Full})
	if got, chosen := s.Target("legal"); chosen || got.Level != 4 || got.Months != 24 {
		t.Errorf("default target %+v, chosen %v", got, chosen)
	}
	for _, bad := range []DimensionTarget{{"legal", 0, 24, ""}, {"legal", 6, 24, ""}, {"legal", 3, 0, ""}, {"legal", 3, 121, ""}} {
		if s.SetTarget(bad) == nil {
			t.Errorf("%+v is accepted", bad)
		}
	}
	if err := s.SetTarget(DimensionTarget{"legal", 3, 12, "A small office"}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetTarget(DimensionTarget{"leadership", 5, 36, ""}); err != nil {
		t.Fatal(err)
	}
	if got, chosen := s.Target("legal"); !chosen || got != (DimensionTarget{"legal", 3, 12, "A small office"}) || s.Assessment().Targets.Dimensions[0].Dimension != "leadership" {
		t.Errorf("target %+v, chosen %v", got, chosen)
	}
	if s.ClearTarget("legal"); len(s.Assessment().Targets.Dimensions) != 1 {
		t.Error("the target is still there")
	}
}

func TestPreviousAnswers(t *testing.T) {
	before, now := begin(t, Scope{Kind: Full}), begin(t, Scope{Kind: Quick})
	before.Choose(2, "")
	if _, _, ok := now.PreviousAnswer("LEA-01"); ok {
		t.Error("an answer of a round that is not there")
	}
	now.SetPrevious(before.Assessment())
	ans, same, ok := now.PreviousAnswer("LEA-01")
	if !ok || !same || ans.Choice != 2 || now.Answer().Choice != Unanswered {
		t.Errorf("%+v, same %v, ok %v; now %v", ans, same, ok, now.Answer().Choice)
	}
	before.Assessment().Asked.Dimensions[0].Elements[0].Statements[0].Digest = "other"
	if _, same, _ := now.PreviousAnswer("LEA-01"); same {
		t.Error("another wording counts as the same statement")
	}
}

func TestChangesAfterCompletionAreSaid(t *testing.T) {
	s := begin(t, Scope{Kind: Quick})
	s.SetToday("2026-11-23")
	s.Choose(3, "")
	s.Finish()
	if s.Assessment().Changed != nil {
		t.Error("a draft was changed after completion")
	}
	s.Choose(3, "")
	if s.Assessment().Changed != nil {
		t.Error("the same answer again counts as a change")
	}
	s.Choose(4, "")
	s.SetComment("Later")
	s.Next()
	s.Choose(1, "")
	ch := s.Assessment().Changed
	if ch == nil || ch.Date != "2026-11-23" || !slices.Equal(ch.Statements, []StatementID{"LEA-01", s.Current().Statement.ID}) {
		t.Errorf("changes %+v", ch)
	}
}

func TestCorrect(t *testing.T) {
	s := begin(t, Scope{Kind: Quick})
	s.Choose(3, "")
	s.Finish()
	old := s.Assessment()
	subject := old.Subject
	subject.Kind = questionnaires.Local
	a, ch, err := Correct(s.Questionnaire(), old, subject, old.Session, Scope{Kind: Full})
	if err != nil {
		t.Fatal(err)
	}
	if !ch.Reworded || len(ch.Added) != 48 || len(ch.Removed)+len(ch.Changed) != 0 || a.Answer("LEA-01").Choice != 3 || a.State != Draft {
		t.Errorf("changes %+v, state %s", ch, a.State)
	}
	if a.Asked.Statement("LEA-01").Text == old.Asked.Statement("LEA-01").Text {
		t.Error("the text is still that of an institution")
	}
	_, ch, err = Correct(s.Questionnaire(), old, old.Subject, old.Session, Scope{Kind: Quick, Dimensions: []DimensionID{"legal"}})
	if err != nil || !slices.Equal(ch.Lost, []StatementID{"LEA-01"}) || len(ch.Removed) != 20 {
		t.Errorf("changes %+v (%v)", ch, err)
	}
}
