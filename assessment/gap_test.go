package assessment

import (
	"slices"
	"testing"
)

func ids(gaps []Gap) []StatementID {
	var out []StatementID
	for _, g := range gaps {
		out = append(out, g.Statement)
	}
	return out
}

// Default target 4: levels 3 4 2 5 have gaps 1 0 2 0; mean target 4, level
// 14/4 = 3.5, dimension gap 1/2 although two statements are below target.
func TestDimensionGap(t *testing.T) {
	a := fixture(t, 5, "3 4 2 5")
	g := a.Score().Dimensions[0].Target
	rat(t, "mean target", g.Mean, "4")
	rat(t, "gap", g.Gap, "1/2")
	if g.BelowTarget != 2 || g.Answered != 4 || !g.Default || g.Months != 24 {
		t.Errorf("%+v", g)
	}
	// An override to 5 for one statement: mean target 17/4, gap 3/4.
	a.Targets.Statements = []StatementTarget{{Statement: "D1-01", Level: 5}}
	a.Targets.Dimensions = []DimensionTarget{{Dimension: "d1", Level: 4, Months: 12}}
	g = a.Score().Dimensions[0].Target
	rat(t, "mean target", g.Mean, "17/4")
	rat(t, "gap", g.Gap, "3/4")
	if g.Default || g.Months != 12 {
		t.Errorf("%+v", g)
	}
	// Above target: no negative gap.
	g = fixture(t, 5, "5 5 4").Score().Dimensions[0].Target
	rat(t, "gap above target", g.Gap, "0")
}

// Priority of I 4, F 5, g 2 on five levels: 100 * 4/5 * 2/4 * 5/5 = 40.
// I 5, F 2, g 3: 100 * 1 * 3/4 * 2/5 = 30.
func TestPriorities(t *testing.T) {
	a := fixture(t, 5, "2 1 1 3")
	a.Weighings = []Weighing{{Statement: "D1-01", Importance: 4, Feasibility: 5}, {Statement: "D1-02", Importance: 5, Feasibility: 2}}
	gaps := a.Gaps()
	rat(t, "priority", gaps[0].Priority, "40")
	rat(t, "priority", gaps[1].Priority, "30")
	if want := []StatementID{"D1-01", "D1-02", "D1-03", "D1-04"}; !slices.Equal(ids(gaps), want) {
		t.Errorf("order %v, want %v", ids(gaps), want)
	}
	if gaps[0].Quadrant != QuickWin || gaps[1].Quadrant != MajorProject || gaps[2].Quadrant != NotWeighed {
		t.Errorf("quadrants %v %v %v", gaps[0].Quadrant, gaps[1].Quadrant, gaps[2].Quadrant)
	}
	for _, c := range []struct {
		i, f int
		want Quadrant
	}{{3, 4, QuickWin}, {3, 3, MajorProject}, {2, 4, SmallStep}, {2, 3, Later}} {
		if got := quadrantOf(c.i, c.f); got != c.want {
			t.Errorf("I %d, F %d: %v, want %v", c.i, c.f, got, c.want)
		}
	}
}

// Equal priorities (both 20): 100*(5/5)*(1/4)*(4/5) and 100*(4/5)*(1/4)*(5/5);
// the higher importance comes first.
func TestPriorityTies(t *testing.T) {
	a := fixture(t, 5, "3 3 3")
	a.Weighings = []Weighing{{Statement: "D1-01", Importance: 4, Feasibility: 5}, {Statement: "D1-02", Importance: 5, Feasibility: 4},
		{Statement: "D1-03", Importance: 4, Feasibility: 5}}
	if got, want := ids(a.Gaps()), []StatementID{"D1-02", "D1-01", "D1-03"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

func TestPrerequisites(t *testing.T) {
	// D1-01 (gap 3) needs D1-04 (level 2, gap 2): it comes directly before.
	a := fixture(t, 5, "1 1 1 2")
	a.statement(t, "D1-02").Needs = []StatementID{"D1-04"}
	gaps := a.Gaps()
	if got, want := ids(gaps), []StatementID{"D1-01", "D1-04", "D1-02", "D1-03"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	if got := gaps[2].First; !slices.Equal(got, []StatementID{gaps[1].Statement}) {
		t.Errorf("what it needs first is %v", got)
	}
	if got := gaps[1].Before; !slices.Equal(got, []StatementID{"D1-02"}) {
		t.Errorf("before %v", got)
	}
	// At level 3 it is no prerequisite any more.
	a.Answers[3].Choice = 3
	if got, want := ids(a.Gaps()), []StatementID{"D1-01", "D1-02", "D1-03", "D1-04"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	// Below the prerequisite level but at its own target of 2: still placed.
	a.Answers[3].Choice = 2
	a.Targets.Statements = []StatementTarget{{Statement: "D1-04", Level: 2}}
	gaps = a.Gaps()
	if got, want := ids(gaps), []StatementID{"D1-01", "D1-04", "D1-02", "D1-03"}; !slices.Equal(got, want) || gaps[1].Size != 0 {
		t.Errorf("order %v, want %v", got, want)
	}
	// A chain, and a cycle in a broken snapshot, which must end.
	a = fixture(t, 5, "1 2 2 2")
	a.statement(t, "D1-01").Needs = []StatementID{"D1-02"}
	a.statement(t, "D1-02").Needs = []StatementID{"D1-03"}
	a.statement(t, "D1-03").Needs = []StatementID{"D1-01", "GONE"}
	if got, want := ids(a.Gaps()), []StatementID{"D1-03", "D1-02", "D1-01", "D1-04"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

// A statement at or above its target is no gap.
func TestGapsAreBelowTarget(t *testing.T) {
	a := fixture(t, 5, "4 3 5 dk")
	gaps := a.Gaps()
	if len(gaps) != 1 || gaps[0].Statement != "D1-02" || !gaps[0].Default {
		t.Errorf("%+v", gaps)
	}
	a.Targets.Statements = []StatementTarget{{Statement: "D1-02", Level: 5}}
	if gaps = a.Gaps(); gaps[0].Size != 2 || gaps[0].Default {
		t.Errorf("with a target of its own: %+v", gaps)
	}
}

// Both have the priority 16 and the importance 4: 100*(4/5)*(1/4)*(4/5) and
// 100*(4/5)*(2/4)*(2/5); the larger gap comes first.
func TestPriorityTiesBySize(t *testing.T) {
	a := fixture(t, 5, "3 2")
	a.Weighings = []Weighing{{Statement: "D1-01", Importance: 4, Feasibility: 4}, {Statement: "D1-02", Importance: 4, Feasibility: 2}}
	gaps := a.Gaps()
	rat(t, "priority", gaps[0].Priority, "16")
	rat(t, "priority", gaps[1].Priority, "16")
	if want := []StatementID{"D1-02", "D1-01"}; !slices.Equal(ids(gaps), want) {
		t.Errorf("order %v, want %v", ids(gaps), want)
	}
}

// A prerequisite above its own target is placed all the same, with no gap.
func TestPrerequisiteAboveItsTarget(t *testing.T) {
	a := fixture(t, 5, "1 2")
	a.statement(t, "D1-01").Needs = []StatementID{"D1-02"}
	a.Targets.Statements = []StatementTarget{{Statement: "D1-02", Level: 1}}
	if gaps := a.Gaps(); len(gaps) != 2 || gaps[0].Statement != "D1-02" || gaps[0].Size != 0 {
		t.Errorf("%+v", gaps)
	}
}

// Level 9/4 is shown as 2.3 and its gap to 4, 7/4, as 1.8: they do not add up.
// Level 7/3 and gap 5/3 are shown as 2.3 and 1.7: they do. Above the target
// there is nothing to add.
func TestAddsUp(t *testing.T) {
	for words, want := range map[string]bool{"2 2 2 3": false, "2 2 3": true, "5 5 5": true} {
		if d := fixture(t, 5, words).Score().Dimensions[0]; d.AddsUp() != want {
			t.Errorf("%q: level %v, gap %v: %v", words, d.Level, d.Target.Gap, !want)
		}
	}
}

func TestTargetOf(t *testing.T) {
	a := fixture(t, 5, "3 3", "3")
	a.Targets.Dimensions = []DimensionTarget{{Dimension: "d1", Level: 3}}
	a.Targets.Statements = []StatementTarget{{Statement: "D1-01", Level: 5}}
	for _, c := range []struct {
		id        StatementID
		dim       DimensionID
		want      Level
		isDefault bool
	}{{"D1-01", "d1", 5, false}, {"D1-02", "d1", 3, false}, {"D2-01", "d2", 4, true}} {
		if l, def := a.TargetOf(c.id, c.dim); l != c.want || def != c.isDefault {
			t.Errorf("%s: %d, default %v", c.id, l, def)
		}
	}
}

// Levels 2 and 3, targets 4 and 3.5 (one statement of two at 3): the overall
// level is 5/2, its target 15/4 and its gap 5/4. Statements below target: all of
// the first, and D2-01.
func TestOverallGap(t *testing.T) {
	a := fixture(t, 5, "2 2 2 2", "3 3 3 3")
	a.Targets.Statements = []StatementTarget{{Statement: "D2-02", Level: 3}, {Statement: "D2-03", Level: 3}}
	card := a.Score()
	o := &card.Overall
	if o.Target.RatString() != "15/4" || o.Gap.RatString() != "5/4" || card.BelowTarget() != 6 {
		t.Errorf("target %v, gap %v, below %d", o.Target, o.Gap, card.BelowTarget())
	}
	// 3.8 - 2.5 = 1.3, and 5/4 is shown as 1.3.
	if !o.AddsUp() {
		t.Error("the overall row does not add up")
	}
	if l := card.LargestGap(); len(l) != 1 || l[0].ID != "d1" {
		t.Errorf("%+v", l)
	}
	if l := fixture(t, 5, "4 5 4").Score().LargestGap(); l != nil {
		t.Errorf("without a gap: %+v", l)
	}
}
