package questionnaires

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"testing"
)

func example() *Questionnaire {
	return &Questionnaire{
		ID: "x", Version: "1",
		Scale:         []ScaleLevel{{Level: 1, Name: "No"}, {Level: 2, Name: "Yes"}},
		DefaultTarget: Target{Level: 2, Months: 24}, EvidenceFrom: 2, PrerequisiteLevel: 2,
		Dimensions: []Dimension{{ID: "a", Elements: []Element{{ID: "e", Statements: []Statement{{
			ID: "S-1", Text: Wording{Common: "We do it."},
			Anchors: map[Level]string{1: "Not done.", 2: "Done."}, Lenses: []string{"B", "A"},
		}}}}}},
	}
}

// The listings are written out by hand from the doc comments.
func TestDigestListing(t *testing.T) {
	sum := func(listing string) string {
		s := sha256.Sum256([]byte(listing))
		return hex.EncodeToString(s[:])[:16]
	}
	q := example()
	const scale = "1:2" + "1:1" + "2:No" + "1:2" + "3:Yes"
	statement := sum("16:dgca.statement/1" + "1:1" + "0:" + "9:We do it." +
		"1:2" + "1:1" + "9:Not done." + "1:2" + "5:Done." + scale)
	if got := q.StatementDigest(q.Statement("S-1")); got != statement {
		t.Errorf("statement: got %s, want %s", got, statement)
	}
	whole := sum("20:dgca.questionnaire/1" + "1:x" + "1:1" + scale + "1:2" + "2:24" + "1:2" + "1:2" +
		"1:1" + "1:a" + "5:10000" + "1:1" + "1:e" + "1:1" +
		"3:S-1" + "5:10000" + "0:" + "1:2" + "1:A" + "1:B" + "1:0" + "1:0" + "1:0" + "1:0" + "16:" + statement)
	if got := q.Digest(); got != whole {
		t.Errorf("questionnaire: got %s, want %s", got, whole)
	}
}

func TestStatementDigestChangesWithMeaning(t *testing.T) {
	tests := map[string]struct {
		change                   func(q *Questionnaire, s *Statement)
		sameStatement, sameWhole bool
	}{
		"help":          {func(q *Questionnaire, s *Statement) { s.Help = "Look." }, true, true},
		"evidence":      {func(q *Questionnaire, s *Statement) { s.Evidence = []string{"A letter"} }, true, true},
		"title":         {func(q *Questionnaire, s *Statement) { q.Dimensions[0].Title = "A" }, true, true},
		"meaning":       {func(q *Questionnaire, s *Statement) { q.Scale[0].Meaning = "Nothing." }, true, true},
		"wrapped text":  {func(q *Questionnaire, s *Statement) { s.Text.Common = "We do\n  it." }, true, true},
		"order of tags": {func(q *Questionnaire, s *Statement) { s.Lenses = []string{"A", "B"} }, true, true},
		"weight of 1":   {func(q *Questionnaire, s *Statement) { s.Weight = weightUnit }, true, true},
		"weight":        {func(q *Questionnaire, s *Statement) { s.Weight = 2 * weightUnit }, true, false},
		"dimension":     {func(q *Questionnaire, s *Statement) { q.Dimensions[0].Weight = 2 * weightUnit }, true, false},
		"quick":         {func(q *Questionnaire, s *Statement) { s.Quick = true }, true, false},
		"needs":         {func(q *Questionnaire, s *Statement) { s.Needs = []StatementID{"S-2"} }, true, false},
		"target":        {func(q *Questionnaire, s *Statement) { q.DefaultTarget.Level = 1 }, true, false},
		"version":       {func(q *Questionnaire, s *Statement) { q.Version = "2" }, true, false},
		"text":          {func(q *Questionnaire, s *Statement) { s.Text.Common = "We did it." }, false, false},
		"anchor":        {func(q *Questionnaire, s *Statement) { s.Anchors[2] = "Well done." }, false, false},
		"level name":    {func(q *Questionnaire, s *Statement) { q.Scale[1].Name = "Sure" }, false, false},
		"text by kind": {func(q *Questionnaire, s *Statement) {
			s.Text = Wording{ByKind: map[UnitKind]string{Local: "We do it."}}
		}, false, false},
		"border between anchors": {func(q *Questionnaire, s *Statement) {
			s.Anchors = map[Level]string{1: "Not", 2: "done. Done."}
		}, false, false},
	}
	for _, name := range slices.Sorted(maps.Keys(tests)) {
		t.Run(name, func(t *testing.T) {
			before, after, test := example(), example(), tests[name]
			test.change(after, after.Statement("S-1"))
			if same := before.StatementDigest(before.Statement("S-1")) == after.StatementDigest(after.Statement("S-1")); same != test.sameStatement {
				t.Errorf("same statement: %v", same)
			}
			if same := before.Digest() == after.Digest(); same != test.sameWhole {
				t.Errorf("same questionnaire: %v", same)
			}
		})
	}
}

func BenchmarkDigest(b *testing.B) {
	q := BuiltIn()
	b.ReportAllocs()
	for b.Loop() {
		q.Digest()
	}
}
