package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

// inventedResults writes n full results of invented institutions into a folder
// and returns their paths. They are always the same.
func inventedResults(t testing.TB, dir string, n int) []string {
	t.Helper()
	q := questionnaires.BuiltIn()
	countries := []string{"Avaria", "Belmora", "Costaria", "Dunland"}
	var paths []string
	for i := range n {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		a, err := assessment.New(q, assessment.Subject{Name: fmt.Sprintf("Institution %05d", i+1), Kind: questionnaires.Institution,
			Country: countries[i%len(countries)], Cluster: "Social sector"},
			assessment.SessionInfo{Type: assessment.Group, Round: "Round 1", Date: fmt.Sprintf("2026-%02d-11", 1+i%6)}, assessment.Scope{Kind: assessment.Full})
		if err != nil {
			t.Fatal(err)
		}
		strength := map[assessment.DimensionID]int{}
		for st, place := range a.Asked.Statements() {
			d := a.Asked.Dimensions[place.Dimension].ID
			if _, ok := strength[d]; !ok {
				strength[d] = 1 + r.IntN(4)
			}
			ans := assessment.Answer{Statement: st.ID, Choice: assessment.Choice(min(5, strength[d]+r.IntN(2))), Confidence: assessment.MediumConfidence,
				Comment: "What the group said about this statement, in a sentence or two of usual length."}
			switch x := r.IntN(20); {
			case x == 0:
				ans.Choice = assessment.Unknown
			case x == 1:
				ans.Choice, ans.Reason = assessment.NotApplicable, "Outside the mandate"
			case x < 12:
				ans.Evidence = "Decision of 2025 and minutes of the board"
			}
			a.SetAnswer(ans)
		}
		a.State = assessment.Agreed
		a.Notes = []assessment.Note{{Dimension: "leadership", Case: &assessment.Case{Title: "Weekly open hour", Result: "More ideas from staff", Contact: "office@example.org"}}}
		a.Scores = a.Summarize()
		text, err := strictyaml.Encode(a, nil)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, fmt.Sprintf("institution-%05d.yaml", i+1))
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}
