package assessment

import (
	"maps"
	"slices"
)

// WhatIf compares the levels of today with those when the actions of the plan
// have reached their targets. Both sides come from the scoring function; the
// answers of the assessment are not changed.
type WhatIf struct {
	Now, Then *Scorecard
	Raised    []Raise // in the order of the questionnaire
	// Without names the actions that raise nothing: no target level, or no
	// statement with a level below it. Dropped actions are not in it.
	Without []ActionID
	// GapNow and GapThen are the weighted gap of all gaps: the sum of
	// importance x gap over the weighed ones.
	GapNow, GapThen int
	// Closes has one entry for each action that closes a part of the weighted
	// gap, when it alone reaches its target: the largest part first.
	Closes []Closing
	// Best has, for each class of cost, the actions of it that close most.
	Best []BestOfCost
}

// Raise is a statement that actions lead to a higher level.
type Raise struct {
	Statement StatementID
	From, To  Level
	Actions   []ActionID
}

// Closing is the part of the weighted gap that one action closes alone.
type Closing struct {
	Action ActionID
	Cost   CostClass
	Closes int // of GapNow
}

// BestOfCost names the actions of a class of cost that close most; several are
// equal.
type BestOfCost struct {
	Cost    CostClass // empty for actions without a class of cost
	Actions []ActionID
	Closes  int
}

// WeightedGap returns the sum of importance x gap over the weighed gaps of a set
// (method, section 5).
func WeightedGap(gaps []Gap) int {
	sum := 0
	for _, g := range gaps {
		if g.Priority != nil {
			sum += g.Importance * g.Size
		}
	}
	return sum
}

// WhatIf computes what the plan would change. An action raises the statements
// that it serves to its target level; where one has a higher level already, it
// stays. A statement without a level today is not raised: where it stands is
// not known.
func (a *Assessment) WhatIf() WhatIf {
	w := WhatIf{Now: a.Score(), GapNow: WeightedGap(a.Gaps())}
	var all []*Action
	for i := range a.Plan.Actions {
		act := &a.Plan.Actions[i]
		if act.Status == Dropped {
			continue
		}
		all = append(all, act)
		e := a.EffectOf(act.ID)
		if len(e.Raised) == 0 {
			w.Without = append(w.Without, act.ID)
		}
		if e.Total > 0 {
			w.Closes = append(w.Closes, Closing{act.ID, act.Cost, e.Total})
		}
	}
	slices.SortStableFunc(w.Closes, func(x, y Closing) int { return y.Closes - x.Closes })
	then, raised := a.after(all...)
	w.Then, w.GapThen, w.Raised = then.Score(), WeightedGap(then.Gaps()), raised
	for _, cost := range append(CostClasses(), "") {
		w.addBest(cost)
	}
	return w
}

// Effect is what one action does alone.
type Effect struct {
	Raised []Raise
	Closes []ClosedGap // in order of priority
	Total  int         // the sum of the closed parts
	Of     int         // the weighted gap of all gaps today
}

// ClosedGap is a weighed gap that becomes smaller. Its part of the weighted gap
// is Importance x (GapNow - GapThen).
type ClosedGap struct {
	Statement       StatementID
	Importance      int
	GapNow, GapThen int
}

// EffectOf returns what an action does when it alone reaches its target. A
// dropped action does nothing.
func (a *Assessment) EffectOf(id ActionID) Effect {
	var e Effect
	now := a.Gaps()
	e.Of = WeightedGap(now)
	act := a.Plan.Action(id)
	if act == nil || act.Status == Dropped {
		return e
	}
	var alone *Assessment
	alone, e.Raised = a.after(act)
	gaps := alone.Gaps()
	e.Total = e.Of - WeightedGap(gaps)
	then := map[StatementID]int{}
	for _, g := range gaps {
		then[g.Statement] = g.Size
	}
	for _, g := range now {
		if size := then[g.Statement]; g.Priority != nil && size < g.Size {
			e.Closes = append(e.Closes, ClosedGap{g.Statement, g.Importance, g.Size, size})
		}
	}
	return e
}

// addBest finds the first of the sorted closings in a class of cost, and its
// equals.
func (w *WhatIf) addBest(cost CostClass) {
	best := BestOfCost{Cost: cost}
	for _, c := range w.Closes {
		if c.Cost == cost && (best.Actions == nil || c.Closes == best.Closes) {
			best.Actions, best.Closes = append(best.Actions, c.Action), c.Closes
		}
	}
	if best.Actions != nil {
		w.Best = append(w.Best, best)
	}
}

// after returns a copy of the assessment in which actions have reached their
// targets, and what they raised.
func (a *Assessment) after(actions ...*Action) (*Assessment, []Raise) {
	raised := map[StatementID]*Raise{}
	for _, act := range actions {
		for _, id := range unique(act.Serves) {
			now, ok := a.Answer(id).Choice.Level()
			if !ok || act.Target <= now || act.Target > a.Asked.Levels() {
				continue
			}
			if raised[id] == nil {
				raised[id] = &Raise{Statement: id, From: now}
			}
			r := raised[id]
			r.To, r.Actions = max(r.To, act.Target), append(r.Actions, act.ID)
		}
	}
	then := a.Clone()
	order := a.Asked.order()
	var list []Raise
	for _, id := range slices.SortedFunc(maps.Keys(raised), func(x, y StatementID) int { return order[x] - order[y] }) {
		r := *raised[id]
		ans := then.Answer(id)
		ans.Choice = Choice(r.To)
		then.SetAnswer(ans)
		list = append(list, r)
	}
	return then, list
}
