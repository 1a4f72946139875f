package demo

import (
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
)

// The invented workshop must show what a real one has, and be sound: 14 people
// from seven countries, a unit with disagreement, units too small for
// conclusions, one that is not done.
func TestWorkshop(t *testing.T) {
	q := questionnaires.BuiltIn()
	r, err := Workshop(q)
	if err != nil {
		t.Fatal(err)
	}
	w := r.Workshop
	if issues := w.Validate(); len(issues) > 0 {
		t.Fatal(issues)
	}
	if len(w.Participants) != 14 || len(w.Units) != 7 || len(r.Sheets) != 14 || w.Minutes() != 90 {
		t.Errorf("%d people, %d units, %d sheets, %d minutes", len(w.Participants), len(w.Units), len(r.Sheets), w.Minutes())
	}
	register := &workshop.Register{Format: workshop.RegisterFormat}
	tallies := map[workshop.UnitID]*workshop.Tally{}
	for _, u := range w.Units {
		if !strings.Contains(u.Name, "demo") || !strings.Contains(u.Country, "invented") {
			t.Errorf("%s, %s: not labelled as invented", u.Name, u.Country)
		}
		asked := assessment.Take(q, u.Kind, w.Scope)
		tallies[u.ID] = workshop.NewTally(u, &asked)
	}
	for _, d := range r.Sheets {
		if issues := d.Sheet.Validate(); len(issues) > 0 {
			t.Errorf("%s: %v", d.Alias, issues)
		}
		v, err := w.Judge(questionnaires.BuiltIn(), register, workshop.Candidate{Sheet: d.Sheet, Digest: string(d.Alias)}, w.Date)
		if err != nil || v.Owner.Alias != d.Alias {
			t.Errorf("%s cannot be filed: %v", d.Alias, err)
		}
		tallies[v.Owner.Unit].Add(d.Sheet, v.Owner.Kind)
	}
	states := map[assessment.State]int{}
	for _, u := range w.Units {
		spread := tallies[u.ID].Spread()
		if u.ID == "marenia" && (spread.Count(assessment.Discuss) < 5 || spread.Count(assessment.Consensus) < 5) {
			t.Errorf("%s: %d to discuss, %d with consensus", u.ID, spread.Count(assessment.Discuss), spread.Count(assessment.Consensus))
		}
		a, err := r.Agree(u.ID, spread, nil)
		if err != nil || a == nil {
			t.Fatalf("%s: %v", u.ID, err)
		}
		if issues := a.Validate(); len(issues) > 0 {
			t.Errorf("%s: %v", u.ID, issues)
		}
		states[a.State]++
		dissent := 0
		for _, d := range a.Differences() {
			if d.Dissent != "" && d.Reason != "" {
				dissent++
			}
		}
		if u.ID == "marenia" && dissent < 2 {
			t.Errorf("%s: %d dissents", u.ID, dissent)
		}
	}
	if states[assessment.Agreed] != 6 || states[assessment.Draft] != 1 {
		t.Errorf("states %v", states)
	}
}
