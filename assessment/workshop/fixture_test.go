package workshop

import (
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
)

// hall is a workshop with units of some countries, so many people each.
func hall(people ...int) *Workshop {
	q := questionnaires.BuiltIn()
	w := &Workshop{Format: Format, Title: "Test", Date: "2026-11-23", Start: "09:00", Seed: 1, Scope: assessment.Scope{Kind: assessment.Quick},
		Questionnaire: assessment.Reference{ID: q.ID, Version: q.Version, Digest: q.Digest()}, Program: Template()}
	w.ID = MakeID(w.Title, w.Date, "", 1)
	for i, n := range people {
		u := Unit{ID: UnitID(fmt.Sprintf("u%d", i+1)), Name: fmt.Sprintf("Unit %d", i+1), Kind: questionnaires.Government, Country: fmt.Sprintf("Country %d", i+1)}
		w.Units = append(w.Units, u)
		for range n {
			w.Participants = append(w.Participants, Participant{Alias: Alias(fmt.Sprintf("P%02d", len(w.Participants)+1)), Unit: u.ID})
		}
	}
	return w
}

// sheet is the sheet of a participant with the same answers to the first
// statements, such as "3 dk na".
func sheet(t testing.TB, w *Workshop, a Alias, words string) *assessment.Assessment {
	t.Helper()
	s, err := w.NewSheet(questionnaires.BuiltIn(), w.Owner(a))
	if err != nil {
		t.Fatal(err)
	}
	list := strings.Fields(words)
	i := 0
	for st := range s.Asked.Statements() {
		if i == len(list) {
			break
		}
		ans := assessment.Answer{Statement: st.ID}
		if list[i] != "-" {
			if err := ans.Choice.UnmarshalText([]byte(list[i])); err != nil {
				t.Fatal(err)
			}
		}
		if ans.Choice == assessment.NotApplicable {
			ans.Reason = "not ours"
		}
		s.SetAnswer(ans)
		i++
	}
	s.State = assessment.Complete
	return s
}

// counted counts sheets about the first unit: each word list is one person's.
func counted(t testing.TB, w *Workshop, kinds []string, sheets ...string) *Spread {
	t.Helper()
	asked := assessment.Take(questionnaires.BuiltIn(), w.Units[0].Kind, w.Scope)
	tally := NewTally(w.Units[0], &asked)
	for i, words := range sheets {
		kind := ""
		if kinds != nil {
			kind = kinds[i]
		}
		tally.Add(sheet(t, w, "P01", words), kind)
	}
	return tally.Spread()
}
