package assessment

import (
	"cmp"
	"math/big"
	"slices"
)

// DimensionGap is the distance of a dimension from its target (method, section
// 5).
type DimensionGap struct {
	Level       Level    // the target chosen for the dimension, or the default
	Months      int      // horizon
	Default     bool     // nobody chose; the questionnaire's default stands
	Reason      string   // why this target was chosen
	Mean        *big.Rat // weighted mean of the targets of the answered statements; nil without answers
	Gap         *big.Rat // max(0, Mean - level); nil without answers
	BelowTarget int      // answered statements below their target
	Answered    int
}

// Gap is a statement below its target.
type Gap struct {
	Statement   StatementID
	Dimension   DimensionID
	Level       Level
	Target      Level
	Size        int  // target - level; 0 only for a prerequisite that meets its own target
	Default     bool // the target is the questionnaire's default
	Importance  int  // 1 to 5; 0 is not weighed
	Feasibility int  // 1 to 5; 0 is not weighed
	Barriers    []string
	Quadrant    Quadrant
	// Priority is 100 * (I/5) * (g/(K-1)) * (F/5), 0 to 100; nil when not
	// weighed.
	Priority *big.Rat
	// Before names the gaps that need this one first; it was placed before
	// them.
	Before []StatementID
	// First names the prerequisites that were placed before this gap.
	First []StatementID
}

// Quadrant sorts weighed gaps by importance and feasibility.
type Quadrant int

// The quadrants, by the limits ImportantFrom and FeasibleFrom.
const (
	NotWeighed Quadrant = iota
	QuickWin
	MajorProject
	SmallStep
	Later
)

// String returns the name of the quadrant.
func (q Quadrant) String() string {
	return [...]string{"not yet weighed", "quick win", "major project", "small step", "later"}[q]
}

// The grades from which a gap is important, and from which closing it is
// feasible.
const (
	ImportantFrom = 3
	FeasibleFrom  = 4
)

// AddsUp reports whether the gap as shown is the difference between the target
// and the level as shown, or none. Call it only when the level may be shown.
func (d *DimensionScore) AddsUp() bool {
	g := &d.Target
	return g.Gap.Sign() == 0 || RoundTenths(g.Mean)-d.LevelShown() == RoundTenths(g.Gap)
}

func (c *computation) dimensionGap(id DimensionID, items []*item, level *big.Rat) DimensionGap {
	g := DimensionGap{}
	g.Level, g.Months, g.Default = c.a.dimensionTarget(id)
	for _, t := range c.a.Targets.Dimensions {
		if t.Dimension == id {
			g.Reason = t.Reason
		}
	}
	var wt, w int64
	for _, it := range items {
		l, ok := it.answer.Choice.Level()
		if !ok {
			continue
		}
		g.Answered++
		if l < it.target {
			g.BelowTarget++
		}
		wt += it.weight * int64(it.target)
		w += it.weight
	}
	if w == 0 {
		return g
	}
	g.Mean = big.NewRat(wt, w)
	g.Gap = new(big.Rat).Sub(g.Mean, level)
	if g.Gap.Sign() < 0 {
		g.Gap.SetInt64(0)
	}
	return g
}

// Gaps returns the statements below target: the weighed ones by priority, then
// the others by size. A prerequisite that is itself below the prerequisite
// level comes directly before the gap that needs it.
func (a *Assessment) Gaps() []Gap {
	c := &computation{a: a, items: a.resolve()}
	var gaps []Gap
	for _, it := range c.items {
		if l, ok := it.answer.Choice.Level(); ok && l < it.target {
			gaps = append(gaps, c.gapOf(it))
		}
	}
	// The sort is stable, so equal gaps keep the order of the questionnaire.
	slices.SortStableFunc(gaps, compareGaps)
	return c.prerequisitesFirst(gaps)
}

// gapOf describes an answered statement against its target.
func (c *computation) gapOf(it *item) Gap {
	l, _ := it.answer.Choice.Level()
	id := c.a.Asked.Dimensions[it.place.Dimension].ID
	g := Gap{Statement: it.statement.ID, Dimension: id, Level: l, Target: it.target, Size: max(0, int(it.target-l)),
		Importance: it.weighing.Importance, Feasibility: it.weighing.Feasibility, Barriers: it.weighing.Barriers}
	if !it.ownTarget {
		_, _, g.Default = c.a.dimensionTarget(id)
	}
	if g.Importance > 0 && g.Feasibility > 0 {
		k := int64(c.a.Asked.Levels())
		g.Priority = big.NewRat(100*int64(g.Importance)*int64(g.Size)*int64(g.Feasibility), 25*(k-1))
		g.Quadrant = quadrantOf(g.Importance, g.Feasibility)
	}
	return g
}

func quadrantOf(importance, feasibility int) Quadrant {
	switch important, feasible := importance >= ImportantFrom, feasibility >= FeasibleFrom; {
	case important && feasible:
		return QuickWin
	case important:
		return MajorProject
	case feasible:
		return SmallStep
	}
	return Later
}

func compareGaps(x, y Gap) int {
	switch {
	case x.Priority != nil && y.Priority != nil:
		return cmp.Or(y.Priority.Cmp(x.Priority), cmp.Compare(y.Importance, x.Importance), cmp.Compare(y.Size, x.Size))
	case x.Priority != nil:
		return -1
	case y.Priority != nil:
		return 1
	}
	return cmp.Compare(y.Size, x.Size)
}

// prerequisitesFirst places what a gap needs, where it is below the
// prerequisite level, directly before that gap. A prerequisite may meet its own
// lower target; it is then placed with a size of 0.
func (c *computation) prerequisitesFirst(gaps []Gap) []Gap {
	byID := make(map[StatementID]*Gap, len(gaps))
	for i := range gaps {
		byID[gaps[i].Statement] = &gaps[i]
	}
	items := make(map[StatementID]*item, len(c.items))
	for _, it := range c.items {
		items[it.statement.ID] = it
	}
	needs := make(map[StatementID][]StatementID, len(gaps))
	for _, b := range gaps {
		for _, id := range items[b.Statement].statement.Needs {
			it, asked := items[id]
			if !asked {
				continue
			}
			if l, ok := it.answer.Choice.Level(); !ok || l >= c.a.Asked.PrerequisiteLevel {
				continue
			}
			if byID[id] == nil {
				g := c.gapOf(it)
				byID[id] = &g
			}
			byID[id].Before = append(byID[id].Before, b.Statement)
			needs[b.Statement] = append(needs[b.Statement], id)
		}
	}
	out := make([]Gap, 0, len(byID))
	placed := map[StatementID]bool{}
	var place func(id StatementID)
	place = func(id StatementID) {
		if placed[id] {
			return
		}
		placed[id] = true
		for _, n := range needs[id] {
			place(n)
		}
		byID[id].First = needs[id]
		out = append(out, *byID[id])
	}
	for i := range gaps {
		place(gaps[i].Statement)
	}
	return out
}
