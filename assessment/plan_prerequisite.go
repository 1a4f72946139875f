package assessment

import "slices"

// PrerequisiteOffer says what an action should wait for.
type PrerequisiteOffer struct {
	// Actions are actions of the plan that should be finished first and are
	// not yet among the prerequisites.
	Actions []ActionID
	// Missing are statements below the prerequisite level that no action of the
	// plan serves.
	Missing []StatementID
}

// OfferPrerequisites looks for what an action of the plan, or one that is not
// yet in it, should wait for: actions for the statements that its own
// statements need and that are below the prerequisite level, and actions that
// bring its own statements to the level it starts from.
func (a *Assessment) OfferPrerequisites(act Action) PrerequisiteOffer {
	var offer PrerequisiteOffer
	add := func(id ActionID) {
		if id != act.ID && !slices.Contains(act.After, id) && !slices.Contains(offer.Actions, id) && !a.Plan.waitsFor(id, act.ID) {
			offer.Actions = append(offer.Actions, id)
		}
	}
	for _, id := range act.Serves {
		st := a.Asked.Statement(id)
		if st == nil {
			continue
		}
		for _, need := range st.Needs {
			level, answered := a.Answer(need).Choice.Level()
			if !answered || a.Asked.Statement(need) == nil || level >= a.Asked.PrerequisiteLevel || slices.Contains(act.Serves, need) {
				continue
			}
			serving := a.Plan.Serving(need)
			for _, other := range serving {
				add(other.ID)
			}
			if len(serving) == 0 && !slices.Contains(offer.Missing, need) {
				offer.Missing = append(offer.Missing, need)
			}
		}
		for _, other := range a.Plan.Serving(id) {
			if other.Target != 0 && act.Baseline != 0 && other.Target <= act.Baseline {
				add(other.ID)
			}
		}
	}
	return offer
}

// Serving returns the actions that serve a statement and were not dropped.
func (p *Plan) Serving(id StatementID) []*Action {
	var out []*Action
	for i := range p.Actions {
		if a := &p.Actions[i]; a.Status != Dropped && slices.Contains(a.Serves, id) {
			out = append(out, a)
		}
	}
	return out
}

// waitsFor reports whether an action waits for another one, directly or through
// others.
func (p *Plan) waitsFor(id, other ActionID) bool {
	seen := map[ActionID]bool{}
	var search func(id ActionID) bool
	search = func(id ActionID) bool {
		a := p.Action(id)
		if a == nil || seen[id] {
			return false
		}
		seen[id] = true
		return slices.Contains(a.After, other) || slices.ContainsFunc(a.After, search)
	}
	return other != "" && search(id)
}

// prerequisitesBefore puts each action directly after its prerequisites where
// they come later in the list; else the order stays.
func prerequisitesBefore(list []*Action) []*Action {
	byID := make(map[ActionID]*Action, len(list))
	for _, a := range list {
		byID[a.ID] = a
	}
	out := make([]*Action, 0, len(list))
	placed := map[ActionID]bool{}
	var place func(a *Action)
	place = func(a *Action) {
		if placed[a.ID] {
			return
		}
		placed[a.ID] = true
		for _, id := range a.After {
			if first := byID[id]; first != nil {
				place(first)
			}
		}
		out = append(out, a)
	}
	for _, a := range list {
		place(a)
	}
	return out
}
