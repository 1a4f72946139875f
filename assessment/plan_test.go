package assessment

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// planned is an assessment with weighed gaps and a plan. Default target 4.
//
//	D1-01 level 1, gap 3, I 5, F 5: priority 100 * 3/4 = 75, quick win
//	D1-02 level 2, gap 2, I 5, F 2: priority 100 * 2/4 * 2/5 = 20, major project
//	D1-03 level 3, gap 1, I 2, F 4: priority 100 * 2/5 * 1/4 * 4/5 = 8, small step
//	D1-04 level 2, gap 2, not weighed
//	D1-05 level 4, no gap
//	D1-06 don't know
func planned(t testing.TB) *Assessment {
	t.Helper()
	a := fixture(t, 5, "1 2 3 2 4 dk")
	a.Weighings = []Weighing{{"D1-01", 5, 5, nil}, {"D1-02", 5, 2, []string{"money"}}, {"D1-03", 2, 4, nil}}
	a.statement(t, "D1-01").SDGs = []string{"16.6", "17.14"}
	a.statement(t, "D1-02").SDGs = []string{"4.4", "16.6"}
	a.Plan = Plan{Start: "2026-01-01", Actions: []Action{
		{ID: "A1", What: "Later", End: "2027-07-01", Serves: []StatementID{"D1-02"}, Target: 4},
		{ID: "A2", What: "Quick", Start: "2026-02-01", End: "2026-06-30", Serves: []StatementID{"D1-01"}, Target: 3, Cost: LowCost, Owner: "Ana", Measure: "Signed"},
		{ID: "A3", What: "Not quick, earlier", End: "2026-03-01", Serves: []StatementID{"D1-02"}, Target: 3, Cost: HighCost},
		{ID: "A4", What: "Second phase", End: "2026-07-01", Serves: []StatementID{"D1-01", "D1-02"}, Target: 4, Cost: LowCost},
		{ID: "A5", What: "No date", Serves: []StatementID{"D1-06"}, Target: 3},
		{ID: "A6", What: "Given up", End: "2026-02-01", Status: Dropped},
	}}
	if issues := a.Validate(); len(issues) > 0 {
		t.Fatalf("the fixture is not valid: %+v", issues)
	}
	return a
}

func TestValidatePlan(t *testing.T) {
	act := func(f func(*Action)) func(*Plan) { return func(p *Plan) { f(&p.Actions[0]) } }
	for _, c := range []struct {
		change        func(*Plan)
		path, message string
	}{
		{func(p *Plan) { p.Start = "1.1.2026" }, "plan.start", "not a date"},
		{act(func(a *Action) { a.ID = "A 1" }), "plan.actions.A 1", "cannot be the id"},
		{act(func(a *Action) { a.ID = "-A" }), "plan.actions.-A", "cannot be the id"},
		{act(func(a *Action) { a.ID = "" }), "plan.actions.", "cannot be the id"},
		{act(func(a *Action) { a.ID = ActionID(strings.Repeat("x", 21)) }), "plan.actions." + strings.Repeat("x", 21), "cannot be the id"},
		{func(p *Plan) { p.Actions[1].ID = "a1" }, "plan.actions.a1", "same id"},
		{act(func(a *Action) { a.What = " " }), "plan.actions.A1.what", "missing"},
		{act(func(a *Action) { a.Kind = "magic" }), "plan.actions.A1.kind", "magic"},
		{act(func(a *Action) { a.Cost = "huge" }), "plan.actions.A1.cost", "huge"},
		{act(func(a *Action) { a.Start = "2026-13-01" }), "plan.actions.A1.start", "not a date"},
		{act(func(a *Action) { a.Start = "2026-02-29" }), "plan.actions.A1.start", "not a date"},
		{act(func(a *Action) { a.End = "2026-1-5" }), "plan.actions.A1.end", "not a date"},
		{act(func(a *Action) { a.End = "01/02/2026" }), "plan.actions.A1.end", "not a date"},
		{act(func(a *Action) { a.End = "2026-02-30T00:00:00Z" }), "plan.actions.A1.end", "not a date"},
		{act(func(a *Action) { a.Start = "2027-07-02" }), "plan.actions.A1.end", "before it starts"},
		{act(func(a *Action) { a.Baseline = 6 }), "plan.actions.A1.baseline", "level 6"},
		{act(func(a *Action) { a.Target = -1 }), "plan.actions.A1.target", "level -1"},
		{act(func(a *Action) { a.Baseline = 5 }), "plan.actions.A1.target", "down to"},
		{act(func(a *Action) { a.Serves = []StatementID{"D1-02", "X-1"} }), "plan.actions.A1.serves[1]", "not asked"},
		{act(func(a *Action) { a.After = []ActionID{"A9"} }), "plan.actions.A1.after[0]", "no action"},
		{act(func(a *Action) { a.After = []ActionID{"A1"} }), "plan.actions.A1.after[0]", "needs itself"},
		{act(func(a *Action) { a.ChangeLevel = "O" }), "plan.actions.A1.change_level", "not known"},
		{act(func(a *Action) { a.History = []StatusChange{{Status: Done}} }), "plan.actions.A1.history[0].date", "missing"},
		{act(func(a *Action) { a.History = []StatusChange{{Date: "May", Status: Done}} }), "plan.actions.A1.history[0].date", "not a date"},
		{act(func(a *Action) { a.Measure = strings.Repeat("x", MaxText+1) }), "plan.actions.A1.success_measure", "characters"},
		{func(p *Plan) {
			p.Actions[0].After, p.Actions[1].After, p.Actions[2].After = []ActionID{"A3"}, []ActionID{"A1"}, []ActionID{"A2"}
		}, "plan.actions.A1.after", "A1 needs A3 needs A2 needs A1"},
		{func(p *Plan) { p.Actions = make([]Action, MaxActions+1) }, "plan.actions", "501 actions"},
	} {
		a := planned(t)
		c.change(&a.Plan)
		issues := a.Validate()
		if !slices.ContainsFunc(issues, func(i Issue) bool { return i.Path == c.path && strings.Contains(i.Message, c.message) && i.Hint != "" }) {
			t.Errorf("want %s: %s; got %+v", c.path, c.message, issues)
		}
	}
}

// Two actions that both wait for a third one, or for each other's prerequisite,
// are no circle.
func TestNoCycle(t *testing.T) {
	p := Plan{Actions: []Action{{ID: "A", After: []ActionID{"B", "C"}}, {ID: "B", After: []ActionID{"D"}}, {ID: "C", After: []ActionID{"D"}}, {ID: "D"}}}
	if c := p.cycle(); c != nil {
		t.Errorf("found %v", c)
	}
	if !p.waitsFor("A", "D") || p.waitsFor("D", "A") || p.waitsFor("A", "") {
		t.Error("waitsFor is wrong")
	}
}

func TestMonthsSince(t *testing.T) {
	day := func(s string) time.Time {
		d, ok := ParseDay(s)
		if !ok {
			t.Fatal(s)
		}
		return d
	}
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2026-01-01", "2026-01-01", 0}, {"2026-01-01", "2026-01-31", 0}, {"2026-01-01", "2026-02-01", 1}, {"2026-01-15", "2026-02-14", 0},
		{"2026-08-31", "2026-09-29", 0}, {"2026-08-31", "2026-09-30", 1}, {"2026-08-31", "2027-02-27", 5}, {"2026-08-31", "2027-02-28", 6},
		{"2027-08-31", "2028-02-28", 5}, {"2027-08-31", "2028-02-29", 6}, {"2026-01-01", "2025-12-31", -1}, {"2026-01-01", "2027-07-01", 18},
	} {
		if got := MonthsSince(day(c.from), day(c.to)); got != c.want {
			t.Errorf("from %s to %s: %d months, want %d", c.from, c.to, got, c.want)
		}
	}
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{{"2026-08-31", 6, "2027-02-28"}, {"2026-01-31", 1, "2026-02-28"}, {"2026-12-15", 1, "2027-01-15"}, {"2026-05-31", 0, "2026-05-31"}} {
		if got := AddMonths(day(c.from), c.months).Format(dayLayout); got != c.want {
			t.Errorf("%d months after %s: %s, want %s", c.months, c.from, got, c.want)
		}
	}
}

func actionIDs(list []PlannedAction) []ActionID {
	var out []ActionID
	for _, p := range list {
		out = append(out, p.ID)
	}
	return out
}

// The plan starts on 1 January 2026: the first phase ends on 30 June 2026, the
// second one on 30 June 2027.
func TestRoadMap(t *testing.T) {
	a := planned(t)
	m := a.RoadMap()
	want := map[Phase][]ActionID{FirstPhase: {"A2", "A3"}, SecondPhase: {"A4"}, ThirdPhase: {"A1"}, Undated: {"A5"}}
	if m.Start != "2026-01-01" || !m.StartGiven || len(m.Phases) != 4 {
		t.Errorf("%+v", m)
	}
	for _, p := range m.Phases {
		if !slices.Equal(actionIDs(p.Actions), want[p.Phase]) {
			t.Errorf("%s: %v, want %v", p.Phase, actionIDs(p.Actions), want[p.Phase])
		}
	}
	quick := m.Phases[0].Actions[0]
	if quick.Quadrant != QuickWin || quick.Priority.RatString() != "75" || !slices.Equal(quick.SDGs, []string{"16.6", "17.14"}) {
		t.Errorf("%+v", quick)
	}
	// A4 serves both: the best quadrant, the highest priority, each target once.
	if both := m.Phases[1].Actions[0]; both.Quadrant != QuickWin || both.Priority.RatString() != "75" || !slices.Equal(both.SDGs, []string{"16.6", "17.14", "4.4"}) {
		t.Errorf("%+v", both)
	}
	// A quick win waits for its prerequisite of the same phase.
	a.Plan.Actions[1].After = []ActionID{"A3", "A1"}
	if got := actionIDs(a.RoadMap().Phases[0].Actions); !slices.Equal(got, []ActionID{"A3", "A2"}) {
		t.Errorf("with a prerequisite: %v", got)
	}
	// Without a start, the first date of an action that was not dropped counts.
	a.Plan.Start = ""
	if m := a.RoadMap(); m.StartGiven || m.Start != "2026-02-01" {
		t.Errorf("start %s, given %v", m.Start, m.StartGiven)
	}
	a.Plan = Plan{Actions: []Action{{ID: "A1", What: "x"}}}
	if m := a.RoadMap(); m.Start != "" || len(m.Phases) != 1 || m.Phases[0].Phase != Undated {
		t.Errorf("without any date: %+v", m)
	}
	a.Plan = Plan{}
	if m := a.RoadMap(); len(m.Phases) != 0 {
		t.Errorf("without a plan: %+v", m)
	}
}

func TestCheckPlan(t *testing.T) {
	a := planned(t)
	kinds := func(id ActionID) []FindingKind {
		var out []FindingKind
		for _, f := range a.CheckPlan() {
			if f.Action == id {
				out = append(out, f.Kind)
			}
		}
		return out
	}
	if got := kinds("A2"); got != nil {
		t.Errorf("A2 lacks %v", got)
	}
	if got := kinds("A1"); !slices.Equal(got, []FindingKind{NoOwner, NoDates, NoMeasure}) {
		t.Errorf("A1 lacks %v", got)
	}
	if got := kinds("A6"); got != nil {
		t.Errorf("a dropped action lacks %v", got)
	}
	a.Plan.Actions[1].After = []ActionID{"A6", "A4", "A3"} // dropped, later, earlier
	if got := kinds("A2"); !slices.Equal(got, []FindingKind{EndsBeforePrerequisite, WaitsForDropped}) {
		t.Errorf("prerequisites: %v", got)
	}
	a.Plan.Actions[3].Status = Done
	if got := kinds("A2"); !slices.Equal(got, []FindingKind{WaitsForDropped}) {
		t.Errorf("with a prerequisite that is done: %v", got)
	}
	// D1-05 needs D1-04, which is at level 2 and which no action serves.
	a.statement(t, "D1-02").Needs = []StatementID{"D1-04"}
	found := a.CheckPlan()
	i := slices.IndexFunc(found, func(f Finding) bool { return f.Kind == StatementNeeds && f.Action == "A3" })
	if i < 0 || found[i].Statement != "D1-02" || found[i].Needs != "D1-04" {
		t.Errorf("a missing prerequisite is not found: %+v", found)
	}
}

// The second dimension has a gap and no action; the third has no gap. An action
// that was dropped or is done serves nothing any more.
func TestDimensionWithoutAction(t *testing.T) {
	a := fixture(t, 5, "1 2", "2 4", "4 4")
	dims := func() (out []DimensionID) {
		for _, f := range a.CheckPlan() {
			if f.Kind == NoAction {
				out = append(out, f.Dimension)
			}
		}
		return out
	}
	if got := dims(); got != nil {
		t.Errorf("without a plan: %v", got)
	}
	a.Plan.Actions = []Action{{ID: "A1", What: "One", Serves: []StatementID{"D1-01"}}, {ID: "A2", What: "Two", Serves: []StatementID{"D2-01"}, Status: Dropped}}
	if got := dims(); !slices.Equal(got, []DimensionID{"d2"}) {
		t.Errorf("got %v", got)
	}
	a.Plan.Actions[1].Status = Planned
	if got := dims(); got != nil {
		t.Errorf("all are served: %v", got)
	}
}

func TestOverload(t *testing.T) {
	a := planned(t)
	a.Plan.Actions = nil
	add := func(owner, start, end string, s ActionStatus) {
		a.Plan.Actions = append(a.Plan.Actions, Action{ID: a.Plan.NextID(), What: "x", Owner: owner, Start: start, End: end, Status: s})
	}
	overloads := func() []Finding {
		return slices.DeleteFunc(a.CheckPlan(), func(f Finding) bool { return f.Kind != Overload })
	}
	for range 4 {
		add("Ana", "2026-01-01", "2026-03-31", Planned)
	}
	add("ana", "2026-03-31", "2026-05-01", Started) // touches on one day
	if got := overloads(); len(got) != 0 {
		t.Errorf("five at once: %+v", got)
	}
	add("Ana", "2026-04-01", "2026-05-01", Planned) // the four others are over
	add("Ana", "2026-03-01", "2026-05-01", Done)
	add("Ana", "2026-03-01", "", Planned) // without a last day nothing is known
	if got := overloads(); len(got) != 0 {
		t.Errorf("never six at once: %+v", got)
	}
	add("Ana", "2026-03-01", "2026-03-31", Planned) // with the four and the fifth, on one day
	got := overloads()
	if len(got) != 1 || got[0].Owner != "Ana" || got[0].Day != "2026-03-31" || !slices.Equal(got[0].Actions, []ActionID{"A1", "A2", "A3", "A4", "A5", "A9"}) {
		t.Errorf("six on 31 March: %+v", got)
	}
}

func TestTrack(t *testing.T) {
	p := Plan{Actions: []Action{
		{ID: "A1", End: "2026-05-10"},                                                                // overdue by 21 days
		{ID: "A2", Start: "2026-04-01", End: "2026-05-30", Status: Started},                          // overdue by 1 day
		{ID: "A3", Start: "2026-05-01", End: "2026-12-31"},                                           // should have begun
		{ID: "A4", Start: "2026-07-30", End: "2026-12-31"},                                           // begins in 60 days
		{ID: "A5", Start: "2026-07-31", End: "2026-12-31"},                                           // begins in 61 days
		{ID: "A6", Start: "2026-01-01", End: "2026-05-31", Status: Started, After: []ActionID{"A1"}}, // ends today
		{ID: "A7"},
		{ID: "A8", End: "2026-01-01", Status: Done, History: []StatusChange{{Date: "2026-01-05", Status: Done}}},
		{ID: "A9", Status: Dropped},
	}}
	tr := p.Track(time.Date(2026, 5, 31, 23, 0, 0, 0, time.UTC))
	list := func(ts []Tracked) (out []ActionID) {
		for _, x := range ts {
			out = append(out, x.ID)
		}
		return out
	}
	if !slices.Equal(list(tr.Overdue), []ActionID{"A1", "A2"}) || tr.Overdue[0].Days != -21 || tr.Overdue[1].Days != -1 {
		t.Errorf("overdue %+v", tr.Overdue)
	}
	if !slices.Equal(list(tr.Next), []ActionID{"A3", "A6", "A4"}) || tr.Next[0].Event != Begins || tr.Next[0].Days != -30 || tr.Next[1].Event != Ends || tr.Next[1].Days != 0 {
		t.Errorf("next %+v", tr.Next)
	}
	if !slices.Equal(tr.Next[1].Waits, []ActionID{"A1"}) {
		t.Errorf("A6 waits for %v", tr.Next[1].Waits)
	}
	if !slices.Equal(list(tr.Open), []ActionID{"A5", "A7"}) || !slices.Equal(list(tr.Closed), []ActionID{"A8", "A9"}) || tr.Closed[0].Date != "2026-01-05" {
		t.Errorf("open %v, closed %+v", list(tr.Open), tr.Closed)
	}
}

// Weighted gap today: 5*3 + 5*2 + 2*1 = 27.
//
//	A1 brings D1-02 from 2 to 4: closes 5*2 = 10
//	A2 brings D1-01 from 1 to 3: closes 5*2 = 10
//	A3 brings D1-02 from 2 to 3: closes 5*1 = 5
//	A4 brings D1-01 to 4 and D1-02 to 4: closes 15 + 10 = 25
//	A5 serves a statement without a level; A6 was dropped
//
// All together: 2 is left (D1-03). Level today (1+2+3+2+4)/5 = 12/5, then
// (4+4+3+2+4)/5 = 17/5.
func TestWhatIf(t *testing.T) {
	a := planned(t)
	before := a.Clone()
	w := a.WhatIf()
	if w.GapNow != 27 || w.GapThen != 2 {
		t.Errorf("weighted gap %d, then %d", w.GapNow, w.GapThen)
	}
	if !reflect.DeepEqual(w.Closes, []Closing{{"A4", LowCost, 25}, {"A1", "", 10}, {"A2", LowCost, 10}, {"A3", HighCost, 5}}) {
		t.Errorf("closes %+v", w.Closes)
	}
	if !reflect.DeepEqual(w.Best, []BestOfCost{{LowCost, []ActionID{"A4"}, 25}, {HighCost, []ActionID{"A3"}, 5}, {"", []ActionID{"A1"}, 10}}) {
		t.Errorf("best %+v", w.Best)
	}
	if !reflect.DeepEqual(w.Raised, []Raise{{"D1-01", 1, 4, []ActionID{"A2", "A4"}}, {"D1-02", 2, 4, []ActionID{"A1", "A3", "A4"}}}) {
		t.Errorf("raised %+v", w.Raised)
	}
	if !slices.Equal(w.Without, []ActionID{"A5"}) {
		t.Errorf("without %v", w.Without)
	}
	if now, then := w.Now.Dimensions[0].Level.RatString(), w.Then.Dimensions[0].Level.RatString(); now != "12/5" || then != "17/5" {
		t.Errorf("level %s, then %s", now, then)
	}
	if !reflect.DeepEqual(a, before) {
		t.Error("the assessment was changed")
	}
	// Equal actions of one class of cost are both named.
	a.Plan.Actions[0].Cost, a.Plan.Actions[3].Status = LowCost, Dropped
	if best := a.WhatIf().Best[0]; !reflect.DeepEqual(best, BestOfCost{LowCost, []ActionID{"A1", "A2"}, 10}) {
		t.Errorf("tie: %+v", best)
	}
}

func TestPlanSurvivesUpgradeAndMerge(t *testing.T) {
	q := builtIn(t)
	a, err := New(q, Subject{Name: "Ministry of Example", Kind: "institution"}, SessionInfo{Type: Individual, Respondent: "R1"}, Scope{Kind: Full})
	if err != nil {
		t.Fatal(err)
	}
	a.Plan = Plan{Start: "2026-01-01", Actions: []Action{
		{ID: "A1", What: "One", Serves: []StatementID{"LEA-01", "LEA-02"}, ChangeLevel: "O", Target: 4},
		{ID: "A2", What: "Two", Serves: []StatementID{"LEA-02"}, After: []ActionID{"A1"}},
	}}
	quick, changes, err := Correct(q, a, a.Subject, a.Session, Scope{Kind: Quick})
	if err != nil {
		t.Fatal(err)
	}
	// LEA-02 is not in the quick scope.
	if p := quick.Plan; len(p.Actions) != 2 || !slices.Equal(p.Actions[0].Serves, []StatementID{"LEA-01"}) || len(p.Actions[1].Serves) != 0 || p.Start != "2026-01-01" {
		t.Errorf("%+v", p)
	}
	if !slices.Equal(changes.Plan, []ActionID{"A1", "A2"}) {
		t.Errorf("actions that lost something: %v", changes.Plan)
	}
	if same, changes, err := Correct(q, a, a.Subject, a.Session, a.Scope); err != nil || changes.Plan != nil || !reflect.DeepEqual(same.Plan, a.Plan) {
		t.Errorf("nothing is lost, but %+v, %v", changes, err)
	}
	if issues := quick.Validate(); len(issues) > 0 {
		t.Errorf("not valid: %+v", issues)
	}
	b := a.Clone()
	b.Session.Respondent, b.Plan.Start = "R2", "2026-02-01"
	b.Plan.Actions[0].What = "Another one"
	m, err := NewMerge(q, []Part{{"a.yaml", "1", a}, {"b.yaml", "2", b}})
	if err != nil {
		t.Fatal(err)
	}
	got := m.Result().Plan
	if len(got.Actions) != 3 || got.Actions[2].ID != "A3" || got.Actions[2].What != "Another one" || got.Start != "2026-01-01" || len(m.Remarks) != 2 {
		t.Errorf("%+v\n%q", got, m.Remarks)
	}
	if issues := m.Result().Validate(); len(issues) > 0 {
		t.Errorf("not valid: %+v", issues)
	}
	if a.Plan.Actions[0].Serves[1] != "LEA-02" {
		t.Error("the first part was changed")
	}
}

// The statuses in files are words; every other word is refused.
func TestActionStatusText(t *testing.T) {
	for _, s := range ActionStatuses() {
		text, err := s.MarshalText()
		var back ActionStatus = "x"
		if err != nil || back.UnmarshalText(text) != nil || back != s {
			t.Errorf("%q became %q, then %q", s, text, back)
		}
	}
	var s ActionStatus
	if s.UnmarshalText([]byte("finished")) == nil {
		t.Error("an unknown word is a status")
	}
}
