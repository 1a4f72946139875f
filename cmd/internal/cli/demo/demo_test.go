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
