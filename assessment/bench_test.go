package assessment

import (
	"testing"

	"dgca/questionnaires"
)

// answered is the built-in questionnaire with an answer to every statement.
func answered(b *testing.B) *Assessment {
	a, err := New(builtIn(b), Subject{Name: "Unit", Kind: questionnaires.Institution}, SessionInfo{Type: Individual}, Scope{Kind: Full})
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for st := range a.Asked.Statements() {
		a.SetAnswer(Answer{Statement: st.ID, Choice: Choice(1 + n%5), Evidence: "Decree 12"})
		n++
	}
	return a
}

func BenchmarkScore(b *testing.B) {
	a := answered(b)
	b.ReportAllocs()
	for b.Loop() {
		a.Score()
	}
}

func BenchmarkGaps(b *testing.B) {
	a := answered(b)
	b.ReportAllocs()
	for b.Loop() {
		a.Gaps()
	}
}

func BenchmarkSensitivity(b *testing.B) {
	a := answered(b)
	b.ReportAllocs()
	for b.Loop() {
		a.Sensitivity()
	}
}
