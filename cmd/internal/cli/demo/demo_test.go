package demo

import (
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
)

// The demo must show what a real assessment has, and be sound.
func TestAssessments(t *testing.T) {
	all, err := Assessments(questionnaires.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		if issues := a.Validate(); len(issues) > 0 {
			t.Errorf("%s: %v", a.Subject.Name, issues)
		}
		if !strings.Contains(a.Subject.Name, "demo") || !strings.Contains(a.Subject.Country, "invented") {
			t.Errorf("%s, %s: not labelled as invented", a.Subject.Name, a.Subject.Country)
		}
	}
	full, partly, quick := all[0].Score(), all[1].Score(), all[2].Score()
	if full.All.Unanswered != 0 || !full.Overall.Shown() {
		t.Errorf("the first one is not fully answered: %+v", full.All)
	}
	if slices.Contains(full.All.Distribution[:4], 0) || full.All.Unknown == 0 || full.All.NotApplicable == 0 {
		t.Errorf("the first one is not varied: %+v", full.All)
	}
	if gaps := all[0].Gaps(); !slices.ContainsFunc(gaps, func(g assessment.Gap) bool { return g.Priority != nil }) {
		t.Error("no gap of the first one is weighed")
	}
	if m := all[0].RoadMap(); len(m.Phases) != 3 || !m.StartGiven {
		t.Errorf("the plan of the first one does not fill the three phases: %+v", m)
	}
	if len(all[0].CheckPlan()) == 0 || all[0].Plan.Action("A1").Status != assessment.Started {
		t.Error("the plan of the first one has nothing to talk about, or nothing was started")
	}
	if partly.All.Unanswered == 0 || partly.All.Answered == 0 {
		t.Errorf("the second one is not partly answered: %+v", partly.All)
	}
	if quick.All.Asked != 24 || quick.All.Unanswered != 0 {
		t.Errorf("the third one is not a complete quick one: %+v", quick.All)
	}
}

// A course needs units that differ, groups of three, and three rounds of one.
func TestCourse(t *testing.T) {
	c, err := NewCourse(questionnaires.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	var known assessment.Snapshots
	var profiles []*assessment.Profile
	for _, a := range append(slices.Clone(c.Units), c.Rounds...) {
		if issues := a.Validate(); len(issues) > 0 {
			t.Errorf("%s: %v", a.Subject.Name, issues)
		}
		if !strings.Contains(a.Subject.Name, "demo") || !strings.Contains(a.Subject.Country, "invented") {
			t.Errorf("%s, %s: not labelled as invented", a.Subject.Name, a.Subject.Country)
		}
	}
	for _, a := range c.Units {
		profiles = append(profiles, assessment.NewProfile(a.Subject.Name, a.Subject.Name, a, &known))
		if card := a.Score(); !card.Overall.Shown() || card.All.Unanswered > 0 {
			t.Errorf("%s: not complete", a.Subject.Name)
		}
	}
	got := assessment.Compare(profiles, nil)
	if len(got.Units) != 8 || len(got.Groups) < 2 || len(got.Pairing.Groups) != 4 {
		t.Errorf("%d units, %d groups, %d pairs", len(got.Units), len(got.Groups), len(got.Pairing.Groups))
	}
	if len(c.Rounds) != 3 {
		t.Fatalf("%d rounds", len(c.Rounds))
	}
	r, err := assessment.CompareRounds(c.Rounds[0], c.Rounds[2])
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(r.Dimensions, func(d assessment.DimensionChange) bool { return d.Clear }) || slices.IndexFunc(r.Dimensions, func(d assessment.DimensionChange) bool { return !d.Clear }) < 0 {
		t.Error("the rounds show no clear change, or nothing else")
	}
}
