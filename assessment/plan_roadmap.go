package assessment

import (
	"cmp"
	"math/big"
	"slices"
	"time"
)

// Phase is a part of the road map, counted in months from the start of the
// plan (method, section 5).
type Phase int

// The phases. An action belongs to the phase in which it ends; without a last
// day it belongs to none.
const (
	Undated     Phase = iota
	FirstPhase        // months 1 to 6
	SecondPhase       // months 7 to 18
	ThirdPhase        // after month 18
)

// The last months of the first two phases.
const (
	firstPhaseMonths  = 6
	secondPhaseMonths = 18
)

// String returns the months of the phase.
func (p Phase) String() string {
	return [...]string{"without an end date", "months 1 to 6", "months 7 to 18", "after month 18"}[p]
}

// PhaseEnds returns the last days of the first two phases of a plan that starts
// on a day, all YYYY-MM-DD; "" without a start.
func PhaseEnds(start string) (first, second string) {
	day, ok := ParseDay(start)
	if !ok {
		return "", ""
	}
	end := func(months int) string { return AddMonths(day, months).AddDate(0, 0, -1).Format(dayLayout) }
	return end(firstPhaseMonths), end(secondPhaseMonths)
}

// RoadMap is the plan in three phases.
type RoadMap struct {
	Start      string // the day from which the months count, YYYY-MM-DD; empty without any date
	StartGiven bool   // false: nobody set a start; the first date of an action stands for it
	Phases     []PhaseActions
}

// PhaseActions are the actions of one phase, dropped ones left out: quick wins
// first, then by last day. An action never stands before its prerequisites of
// the same phase.
type PhaseActions struct {
	Phase   Phase
	Actions []PlannedAction
}

// PlannedAction is an action with what its statements say about it.
type PlannedAction struct {
	*Action
	Quadrant Quadrant // the best of the gaps that it serves: a quick win before a major project
	Priority *big.Rat // the highest of the gaps that it serves; nil when none is weighed
	SDGs     []string // targets that its statements serve, in the order of the statements
}

// RoadMap sorts the actions into phases. A phase without actions is left out.
func (a *Assessment) RoadMap() RoadMap {
	var m RoadMap
	start, given := a.Plan.firstDay()
	m.StartGiven = given
	if !start.IsZero() {
		m.Start = start.Format(dayLayout)
	}
	planned := a.PlannedActions()
	for _, phase := range []Phase{FirstPhase, SecondPhase, ThirdPhase, Undated} {
		var in []*Action
		views := map[ActionID]PlannedAction{}
		for _, p := range planned {
			if p.Status != Dropped && p.phase(start) == phase {
				in = append(in, p.Action)
				views[p.ID] = p
			}
		}
		if len(in) == 0 {
			continue
		}
		slices.SortStableFunc(in, func(x, y *Action) int {
			return cmp.Or(compareBool(views[x.ID].Quadrant == QuickWin, views[y.ID].Quadrant == QuickWin),
				cmp.Compare(x.End, y.End), comparePriority(views[x.ID].Priority, views[y.ID].Priority))
		})
		pa := PhaseActions{Phase: phase}
		for _, act := range prerequisitesBefore(in) {
			pa.Actions = append(pa.Actions, views[act.ID])
		}
		m.Phases = append(m.Phases, pa)
	}
	return m
}

// compareBool orders true first.
func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	}
	return 1
}

// comparePriority orders the higher priority first, and none last.
func comparePriority(x, y *big.Rat) int {
	switch {
	case x == nil && y == nil:
		return 0
	case x == nil:
		return 1
	case y == nil:
		return -1
	}
	return y.Cmp(x)
}

// PlannedActions returns all actions in the order of the plan.
func (a *Assessment) PlannedActions() []PlannedAction {
	gaps := map[StatementID]Gap{}
	for _, g := range a.Gaps() {
		gaps[g.Statement] = g
	}
	var out []PlannedAction
	for i := range a.Plan.Actions {
		p := PlannedAction{Action: &a.Plan.Actions[i]}
		for _, id := range p.Serves {
			if st := a.Asked.Statement(id); st != nil {
				p.SDGs = append(p.SDGs, st.SDGs...)
			}
			g, ok := gaps[id]
			if !ok || g.Priority == nil {
				continue
			}
			if p.Quadrant == NotWeighed || g.Quadrant < p.Quadrant {
				p.Quadrant = g.Quadrant
			}
			if comparePriority(g.Priority, p.Priority) < 0 {
				p.Priority = g.Priority
			}
		}
		p.SDGs = unique(p.SDGs)
		out = append(out, p)
	}
	return out
}

// firstDay returns the start of the plan, or the earliest date of its actions
// with given false, or the zero time without any date.
func (p *Plan) firstDay() (day time.Time, given bool) {
	if day, ok := ParseDay(p.Start); ok {
		return day, true
	}
	for _, a := range p.Actions {
		for _, s := range []string{a.Start, a.End} {
			if d, ok := ParseDay(s); ok && a.Status != Dropped && (day.IsZero() || d.Before(day)) {
				day = d
			}
		}
	}
	return day, false
}

// phase returns the phase in which an action ends.
func (a *Action) phase(start time.Time) Phase {
	end, ok := ParseDay(a.End)
	if !ok {
		return Undated
	}
	switch n := MonthsSince(start, end); {
	case n < firstPhaseMonths:
		return FirstPhase
	case n < secondPhaseMonths:
		return SecondPhase
	}
	return ThirdPhase
}
