package assessment

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var planDay = time.Date(2026, 5, 31, 12, 0, 0, 0, time.UTC)

// planning opens the planning of a built-in assessment in which every statement
// is at level 2, but for LEG-03 at 1.
func planning(t testing.TB) *Planning {
	t.Helper()
	s := begin(t, Scope{Kind: Full})
	for i, it := range s.Items() {
		s.Jump(i)
		level := Choice(2)
		if it.Statement.ID == "LEG-03" {
			level = 1
		}
		if err := s.Choose(level, ""); err != nil {
			t.Fatal(err)
		}
	}
	p, err := NewPlanning(builtIn(t), s.Assessment(), planDay)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPlanningRefuses(t *testing.T) {
	p := planning(t)
	if err := p.SetTarget(DimensionTarget{"legal", 2, 12, "Enough for us"}); err != nil {
		t.Fatal(err)
	}
	a1, err := p.AddAction(Action{What: " One\x1b[2J ", Serves: []StatementID{"LEA-01", "LEA-01"}, Start: "2026-06-01", End: "2026-12-31"})
	if err != nil || a1 != "A1" || p.Plan().Action("A1").What != "One" || len(p.Plan().Action("A1").Serves) != 1 {
		t.Fatalf("%s, %v, %+v", a1, err, p.Plan())
	}
	if _, err := p.AddAction(Action{What: "Two", After: []ActionID{"A1"}}); err != nil {
		t.Fatal(err)
	}
	if err := p.SetStatus("A1", Started, "2026-05-30", "Letter sent"); err != nil {
		t.Fatal(err)
	}
	add := func(a Action) error { _, err := p.AddAction(a); return err }
	for _, c := range []struct {
		err         error
		field, text string
	}{
		{p.SetTarget(DimensionTarget{"none", 3, 12, ""}), "-", "no dimension"},
		{p.SetTarget(DimensionTarget{"legal", 6, 12, ""}), "-", "level 6"},
		{p.SetStatementTarget(StatementTarget{"X", 3, ""}), "-", "not asked"},
		{p.SetStatementTarget(StatementTarget{"LEA-01", 0, ""}), "-", "level 0"},
		{p.Weigh(Weighing{"LEG-01", 5, 5, nil}), "", "no gap"}, // at level 2, target 2
		{p.Weigh(Weighing{"X", 5, 5, nil}), "", "no gap"},
		{p.Weigh(Weighing{"LEA-01", 6, 5, nil}), "importance", "6"},
		{p.Weigh(Weighing{"LEA-01", 5, -1, nil}), "feasibility", "-1"},
		{p.Weigh(Weighing{"LEA-01", 5, 5, []string{"weather"}}), "barriers", "weather"},
		{p.SetStart("tomorrow"), "start", "not a date"},
		{add(Action{}), "what", "missing"},
		{add(Action{ID: "a1", What: "x"}), "", "same id"},
		{add(Action{What: "x", End: "2026-02-30"}), "end", "not a date"},
		{add(Action{What: "x", Serves: []StatementID{"LEA-99"}}), "serves", "not asked"},
		{add(Action{What: "x", After: []ActionID{"A7"}}), "after", "no action"},
		{p.EditAction(Action{ID: "A1", What: "One", After: []ActionID{"A2"}}), "after", "circle"},
		{p.EditAction(Action{ID: "A9", What: "x"}), "", "no action"},
		{p.EditAction(Action{ID: "A1"}), "what", "missing"},
		{p.RemoveAction("A9"), "", "no action"},
		{p.SetStatus("A9", Done, "", ""), "", "no action"},
		{p.SetStatus("A1", "finished", "", ""), "status", "finished"},
		{p.SetStatus("A1", Done, "31.5.2026", ""), "date", "not a date"},
		{p.SetStatus("A1", Done, "2026-06-01", ""), "date", "future"},
		{p.SetStatus("A1", Done, "2026-05-29", ""), "date", "last change"},
		{p.SetStatus("A1", Started, "", ""), "status", "already"},
	} {
		var pe *PlanError
		switch {
		case c.err == nil || !strings.Contains(c.err.Error(), c.text):
			t.Errorf("want an error with %q, got %v", c.text, c.err)
		case c.field != "-" && (!errors.As(c.err, &pe) || pe.Field != c.field || pe.Remedy == ""):
			t.Errorf("%v: field and remedy are %+v, want the field %q", c.err, pe, c.field)
		}
	}
	if a := p.Plan().Action("A1"); a.Status != Started || len(p.Plan().Actions) != 2 || a.What != "One" || a.After != nil {
		t.Errorf("a refused step changed the plan: %+v", p.Plan())
	}
	if issues := p.Assessment().Validate(); len(issues) > 0 {
		t.Errorf("not valid: %+v", issues)
	}
	if err := p.RemoveAction("A1"); err != nil || len(p.Plan().Action("A2").After) != 0 {
		t.Errorf("%v; after removing its prerequisite: %+v", err, p.Plan().Action("A2"))
	}
	other := p.Assessment().Clone()
	other.Questionnaire.Digest = "another"
	if _, err := NewPlanning(p.Questionnaire(), other, planDay); !errors.Is(err, ErrOtherQuestionnaire) {
		t.Errorf("another questionnaire: %v", err)
	}
}

// Every step can be undone, in reverse order, to exactly what was there before;
// no step changes an answer or a score.
func TestUndo(t *testing.T) {
	p := planning(t)
	answers, scores := p.Assessment().Clone().Answers, p.Assessment().Score()
	steps := []struct {
		want Step
		do   func() error
	}{
		{Step{DimensionTargetStep, "legal"}, func() error { return p.SetTarget(DimensionTarget{"legal", 3, 12, ""}) }},
		{Step{StatementTargetStep, "LEA-01"}, func() error { return p.SetStatementTarget(StatementTarget{"LEA-01", 5, "Must"}) }},
		{Step{WeighStep, "LEA-01"}, func() error { return p.Weigh(Weighing{"LEA-01", 5, 0, nil}) }},
		{Step{WeighStep, "LEA-01"}, func() error { return p.Weigh(Weighing{"LEA-01", 5, 4, []string{"law", "law"}}) }},
		{Step{StartStep, ""}, func() error { return p.SetStart("2026-06-01") }},
		{Step{AddStep, "A1"}, func() error { _, err := p.AddAction(Action{What: "x"}); return err }},
		{Step{EditStep, "A1"}, func() error { return p.EditAction(Action{ID: "A1", What: "y", Owner: "Ana"}) }},
		{Step{StatusStep, "A1"}, func() error { return p.SetStatus("A1", Done, "", "") }},
		{Step{RemoveStep, "A1"}, func() error { return p.RemoveAction("A1") }},
		{Step{WeighStep, "LEA-01"}, func() error { return p.Unweigh("LEA-01") }},
		{Step{StatementTargetStep, "LEA-01"}, func() error { return p.ClearStatementTarget("LEA-01") }},
		{Step{DimensionTargetStep, "legal"}, func() error { return p.ClearTarget("legal") }},
	}
	var states []*Assessment
	for _, s := range steps {
		states = append(states, p.Assessment().Clone())
		if err := s.do(); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(p.Assessment().Answers, answers) {
			t.Fatalf("%+v changed an answer", s.want)
		}
	}
	if p.SetStart("2026-06-01"); len(p.steps) != len(steps) {
		t.Error("a step that changes nothing can be undone")
	}
	for i := len(steps) - 1; i >= 0; i-- {
		got, ok := p.Undo()
		if !ok || got != steps[i].want {
			t.Errorf("undid %+v, want %+v", got, steps[i].want)
		}
		now, was := p.Assessment().Clone(), states[i]
		if !reflect.DeepEqual(now.Plan, was.Plan) || fmt.Sprint(now.Weighings, now.Targets) != fmt.Sprint(was.Weighings, was.Targets) {
			t.Errorf("after undoing %+v:\n%+v\nwant\n%+v", got, now.Plan, was.Plan)
		}
	}
	if _, ok := p.Undo(); ok {
		t.Error("there is nothing left to undo")
	}
	if !reflect.DeepEqual(p.Assessment().Score(), scores) {
		t.Error("planning changed a score")
	}
}

func TestProposals(t *testing.T) {
	p := planning(t)
	got := p.Proposals("LEA-01") // level 2, target 4: the steps from 2 and from 3
	if len(got) != 2 || !got[0].Now || got[1].Now || got[0].From != 2 || got[0].To != 3 || got[1].To != 4 || got[0].Owner == "" || strings.Contains(got[0].What+got[0].Owner, "{") {
		t.Fatalf("%+v", got)
	}
	// Two months from 1 June: the last day is 31 July.
	if d := got[0].Draft("2026-06-01"); d.End != "2026-07-31" || got[0].Months != 2 || d.Owner != "" || d.Baseline != 2 || d.Target != 3 || !slices.Equal(d.Serves, []StatementID{"LEA-01"}) || d.Kind != Policy || d.Cost != LowCost {
		t.Errorf("%+v", d)
	}
	if d := got[0].Draft(""); d.Start != "" || d.End != "" {
		t.Errorf("%+v", d)
	}
	if p.SetTarget(DimensionTarget{"leadership", 2, 12, ""}); p.Proposals("LEA-01") != nil {
		t.Error("a statement without a gap has proposals")
	}
	// LEG-08 needs LEG-03. With a target of 1, LEG-03 has no gap of its own, but
	// must reach the prerequisite level 3: the steps from 1 and from 2.
	if p.SetStatementTarget(StatementTarget{"LEG-03", 1, ""}); len(p.Proposals("LEG-03")) != 2 {
		t.Errorf("prerequisite: %+v", p.Proposals("LEG-03"))
	}
	if ideas := p.Ideas("LEA-01"); len(ideas) == 0 || ideas[0].Principle != "E1" || ideas[0].Strategy == "" {
		t.Errorf("ideas %+v", ideas)
	}
	if p.GoodEnough("LEA-01") == "" || p.GoodEnough("X") != "" {
		t.Error("good enough")
	}
	bare, err := NewPlanning(nil, p.Assessment(), planDay)
	if err != nil || bare.Proposals("LEG-08") != nil || bare.Ideas("LEG-08") != nil || bare.GoodEnough("LEG-08") != "" {
		t.Errorf("without the questionnaire: %v", err)
	}
	if err := bare.Weigh(Weighing{"LEG-08", 4, 4, []string{"weather"}}); err != nil {
		t.Errorf("without a catalogue: %v", err)
	}
}

func TestOfferPrerequisites(t *testing.T) {
	p := planning(t)
	act := Action{What: "Share data", Serves: []StatementID{"LEG-08"}, Baseline: 2, Target: 3}
	if got := p.OfferPrerequisites(act); !reflect.DeepEqual(got, PrerequisiteOffer{Missing: []StatementID{"LEG-03"}}) {
		t.Errorf("%+v", got)
	}
	rules, _ := p.AddAction(Action{What: "Rules in force", Serves: []StatementID{"LEG-03"}, Target: 3})
	first, _ := p.AddAction(Action{What: "First share", Serves: []StatementID{"LEG-08"}, Baseline: 1, Target: 2})
	if got := p.OfferPrerequisites(act); !reflect.DeepEqual(got, PrerequisiteOffer{Actions: []ActionID{rules, first}}) {
		t.Errorf("%+v", got)
	}
	act.After = []ActionID{rules, first}
	id, err := p.AddAction(act)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.OfferPrerequisites(*p.Plan().Action(id)); got.Actions != nil || got.Missing != nil {
		t.Errorf("all is there: %+v", got)
	}
	// What waits for an action is no prerequisite of it.
	if err := p.EditAction(Action{ID: rules, What: "Rules", Serves: []StatementID{"LEG-08"}, Baseline: 3, Target: 4}); err != nil {
		t.Fatal(err)
	}
	if got := p.OfferPrerequisites(*p.Plan().Action(rules)); slices.Contains(got.Actions, id) {
		t.Errorf("a circle is offered: %+v", got)
	}
}

func TestFilterGaps(t *testing.T) {
	p := planning(t)
	all := p.Gaps(GapFilter{})
	if len(all) != 72 {
		t.Fatalf("%d gaps", len(all))
	}
	// Counted in the files of the instrument: 15 statements with the lens IND,
	// which include all 11 of the level of change I; 14 with ORG and E3; 16 with
	// LOC, which include all 7 of I4; 14 with PAR; LEG-08, 10 and 12 with LOC.
	for _, c := range []struct {
		filter GapFilter
		want   int
	}{
		{GapFilter{Dimension: "legal"}, 12}, {GapFilter{Lens: "IND"}, 15}, {GapFilter{ChangeLevel: "I"}, 11}, {GapFilter{Principle: "E3"}, 20},
		{GapFilter{Theme: SkillsTheme}, 15}, {GapFilter{Theme: CoordinationTheme}, 14}, {GapFilter{Theme: LocalTheme}, 16}, {GapFilter{Theme: PartnershipsTheme}, 14},
		{GapFilter{Dimension: "legal", Theme: LocalTheme}, 3}, {GapFilter{Barrier: "law"}, 0}, {GapFilter{Theme: "none"}, 0}, {GapFilter{Lens: "none"}, 0},
	} {
		if got := len(p.Gaps(c.filter)); got != c.want {
			t.Errorf("%+v: %d gaps, want %d", c.filter, got, c.want)
		}
	}
	if err := p.Weigh(Weighing{"LEG-03", 5, 4, []string{"law"}}); err != nil {
		t.Fatal(err)
	}
	if got := p.Gaps(GapFilter{Barrier: "law"}); len(got) != 1 || got[0].Statement != "LEG-03" || got[0].Quadrant != QuickWin {
		t.Errorf("%+v", got)
	}
	if n := len(p.Themes()); n != 4 {
		t.Errorf("%d themes", n)
	}
	if own := fixture(t, 3, "1 2 3"); own.Asked.Themes() != nil {
		t.Error("a questionnaire without these tags has themes")
	}
}

// Files without any gap, of two or seven levels, and without answers.
func TestPlanningUnusual(t *testing.T) {
	for name, a := range map[string]*Assessment{"no gap": fixture(t, 5, "4 5 4"), "two levels": fixture(t, 2, "1 2 1"), "seven levels": fixture(t, 7, "7 1 3"), "nothing answered": fixture(t, 5, "- - dk", "")} {
		p, err := NewPlanning(nil, a, planDay)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range p.Gaps(GapFilter{}) {
			if err := p.Weigh(Weighing{g.Statement, 3, 4, nil}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := p.AddAction(Action{What: "x", Serves: []StatementID{"D1-01"}, Target: a.Asked.Levels()}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		w := a.WhatIf()
		if name == "two levels" && (w.GapNow != 6 || w.GapThen != 3) { // two gaps of 1, importance 3
			t.Errorf("%s: %d, then %d", name, w.GapNow, w.GapThen)
		}
		if name == "no gap" && (w.GapNow != 0 || len(w.Closes) != 0) {
			t.Errorf("%s: %+v", name, w)
		}
		a.RoadMap()
		a.CheckPlan()
		if issues := a.Validate(); len(issues) > 0 {
			t.Errorf("%s: %+v", name, issues)
		}
	}
}

// randomPlan weighs at random and adds actions at random.
func randomPlan(rng *rand.Rand, a *Assessment) {
	var ids []StatementID
	for st := range a.Asked.Statements() {
		ids = append(ids, st.ID)
		if rng.IntN(3) > 0 {
			a.Weighings = append(a.Weighings, Weighing{Statement: st.ID, Importance: rng.IntN(6), Feasibility: rng.IntN(6)})
		}
	}
	for i := range rng.IntN(8) {
		act := Action{ID: ActionID(fmt.Sprintf("A%d", i+1)), What: "x", Target: Level(rng.IntN(int(a.Asked.Levels()) + 1)), Cost: append(CostClasses(), "")[rng.IntN(4)], Status: ActionStatuses()[rng.IntN(4)]}
		for range rng.IntN(4) {
			act.Serves = append(act.Serves, ids[rng.IntN(len(ids))])
		}
		if i > 0 && rng.IntN(2) == 0 {
			act.After = []ActionID{ActionID(fmt.Sprintf("A%d", 1+rng.IntN(i)))}
		}
		if rng.IntN(3) > 0 {
			act.End = AddMonths(planDay, rng.IntN(30)).Format(dayLayout)
		}
		a.Plan.Actions = append(a.Plan.Actions, act)
	}
}

// Raising the importance or the feasibility never lowers the priority, and the
// gap never moves back among the weighed ones.
func TestPriorityIsMonotone(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, a *Assessment) {
		randomPlan(rng, a)
		rank := func(a *Assessment, id StatementID) (int, Gap) {
			for i, g := range a.Gaps() {
				if g.Statement == id {
					return i, g
				}
			}
			return -1, Gap{}
		}
		for i, w := range a.Weighings {
			_, before := rank(a, w.Statement)
			if before.Priority == nil {
				continue
			}
			b := a.Clone()
			b.Weighings[i].Importance = min(maxGrade, w.Importance+1)
			b.Weighings[i].Feasibility = min(maxGrade, w.Feasibility+rng.IntN(2))
			at, _ := rank(a, w.Statement)
			then, after := rank(b, w.Statement)
			if after.Priority.Cmp(before.Priority) < 0 || then > at {
				t.Errorf("%s: priority %v to %v, place %d to %d", w.Statement, before.Priority, after.Priority, at, then)
			}
		}
	})
}

// The order of gaps is total and stable: the same for every order of the
// weighings in the file, with each gap once.
func TestGapOrderIsTotal(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, a *Assessment) {
		randomPlan(rng, a)
		b := a.Clone()
		rng.Shuffle(len(b.Weighings), func(i, j int) { b.Weighings[i], b.Weighings[j] = b.Weighings[j], b.Weighings[i] })
		if !reflect.DeepEqual(a.Gaps(), b.Gaps()) {
			t.Error("another order of weighings gives another order of gaps")
		}
	})
}

// The what-if is the scoring of the answers as the actions would leave them,
// and closes nothing twice.
func TestWhatIfIsScoring(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, a *Assessment) {
		randomPlan(rng, a)
		before := a.Clone()
		w := a.WhatIf()
		b := a.Clone()
		for _, act := range a.Plan.Actions {
			for _, id := range act.Serves {
				if ans := b.Answer(id); act.Status != Dropped && ans.Choice > 0 && Level(ans.Choice) < act.Target {
					ans.Choice = Choice(act.Target)
					b.SetAnswer(ans)
				}
			}
		}
		if !reflect.DeepEqual(w.Then, b.Score()) || !reflect.DeepEqual(w.Now, before.Score()) || w.GapThen != WeightedGap(b.Gaps()) {
			t.Error("the what-if is not the score of the changed answers")
		}
		if !reflect.DeepEqual(a, before) {
			t.Error("the what-if changed the assessment")
		}
		sum := 0
		for _, c := range w.Closes {
			sum += c.Closes
		}
		if w.GapThen < 0 || w.GapNow-w.GapThen > sum {
			t.Errorf("all close %d, but the single ones only %d", w.GapNow-w.GapThen, sum)
		}
	})
}

// Every open action is in exactly one phase, and after its prerequisites of
// the same phase.
func TestRoadMapHoldsAll(t *testing.T) {
	eachRandom(t, func(t *testing.T, rng *rand.Rand, a *Assessment) {
		randomPlan(rng, a)
		at := map[ActionID][2]int{}
		for i, p := range a.RoadMap().Phases {
			for j, act := range p.Actions {
				if _, twice := at[act.ID]; twice || act.Status == Dropped {
					t.Errorf("%s is there twice or dropped", act.ID)
				}
				at[act.ID] = [2]int{i, j}
			}
		}
		for _, act := range a.Plan.Actions {
			place, there := at[act.ID]
			if there == (act.Status == Dropped) {
				t.Errorf("%s: there %v", act.ID, there)
			}
			for _, id := range act.After {
				if first, ok := at[id]; ok && there && first[0] == place[0] && first[1] > place[1] {
					t.Errorf("%s comes before its prerequisite %s", act.ID, id)
				}
			}
		}
	})
}
