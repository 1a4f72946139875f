package assessment

import (
	"cmp"
	"slices"
	"strings"
)

// MaxOpenActions is how many actions one owner can have open on the same day
// without being overloaded (method, section 5).
const MaxOpenActions = 5

// FindingKind is what a finding is about.
type FindingKind int

// The findings, in the order in which CheckPlan returns them.
const (
	NoOwner FindingKind = iota
	NoDates             // the first or the last day is missing
	NoMeasure
	NoStatement            // it serves no statement
	EndsBeforePrerequisite // Other, which is open, ends later
	WaitsForDropped        // Other was dropped
	StatementNeeds         // Statement needs Needs first, and no action serves that
	NoAction               // Dimension has statements below target, and no open action serves one of its statements
	Overload               // an owner with more than MaxOpenActions
)

// Finding is something to talk about in a plan. It is no fault of the file.
type Finding struct {
	Kind      FindingKind
	Action    ActionID // empty for NoAction and Overload
	Other     ActionID
	Statement StatementID
	Needs     StatementID
	Dimension DimensionID // for NoAction
	Owner     string      // for Overload, and below
	Day       string      // the first day with the most open actions, YYYY-MM-DD
	Actions   []ActionID  // open on that day
}

// CheckPlan looks at the open actions for what is missing and what does not fit
// together.
func (a *Assessment) CheckPlan() []Finding {
	var out []Finding
	p := &a.Plan
	for i := range p.Actions {
		act := &p.Actions[i]
		if !act.Open() {
			continue
		}
		add := func(bad bool, k FindingKind) {
			if bad {
				out = append(out, Finding{Kind: k, Action: act.ID})
			}
		}
		add(act.Owner == "", NoOwner)
		add(act.Start == "" || act.End == "", NoDates)
		add(act.Measure == "", NoMeasure)
		add(len(act.Serves) == 0, NoStatement)
		for _, id := range act.After {
			switch other := p.Action(id); {
			case other == nil:
			case other.Status == Dropped:
				out = append(out, Finding{Kind: WaitsForDropped, Action: act.ID, Other: id})
			case other.Status != Done && act.End != "" && other.End != "" && act.End < other.End:
				out = append(out, Finding{Kind: EndsBeforePrerequisite, Action: act.ID, Other: id})
			}
		}
		for _, need := range a.OfferPrerequisites(*act).Missing {
			out = append(out, Finding{Kind: StatementNeeds, Action: act.ID, Statement: a.whichNeeds(act, need), Needs: need})
		}
	}
	out = append(out, a.withoutAction()...)
	out = append(out, p.overloads()...)
	slices.SortStableFunc(out, func(x, y Finding) int { return cmp.Compare(x.Kind, y.Kind) })
	return out
}

// withoutAction finds the dimensions that a plan with open actions passes over:
// statements are below target, and no open action serves the dimension.
func (a *Assessment) withoutAction() []Finding {
	served := map[StatementID]bool{}
	for i := range a.Plan.Actions {
		if act := &a.Plan.Actions[i]; act.Open() {
			for _, id := range act.Serves {
				served[id] = true
			}
		}
	}
	if len(served) == 0 {
		return nil
	}
	gap, serves := map[DimensionID]bool{}, map[DimensionID]bool{}
	for _, it := range a.resolve() {
		dim := a.Asked.Dimensions[it.place.Dimension].ID
		l, ok := it.answer.Choice.Level()
		gap[dim] = gap[dim] || ok && l < it.target
		serves[dim] = serves[dim] || served[it.statement.ID]
	}
	var out []Finding
	for _, d := range a.Asked.Dimensions {
		if gap[d.ID] && !serves[d.ID] {
			out = append(out, Finding{Kind: NoAction, Dimension: d.ID})
		}
	}
	return out
}

// whichNeeds returns the first statement of an action that needs another one.
func (a *Assessment) whichNeeds(act *Action, need StatementID) StatementID {
	for _, id := range act.Serves {
		if st := a.Asked.Statement(id); st != nil && slices.Contains(st.Needs, need) {
			return id
		}
	}
	return ""
}

// overloads finds, for each owner, the first day with the most open actions,
// where these are too many. Owners are told apart without regard to capital
// letters; an action counts from its first to its last day.
func (p *Plan) overloads() []Finding {
	var owners []string
	byOwner := map[string][]*Action{}
	for i := range p.Actions {
		a := &p.Actions[i]
		if !a.Open() || a.Owner == "" || a.Start == "" || a.End == "" {
			continue
		}
		key := strings.ToLower(a.Owner)
		if byOwner[key] == nil {
			owners = append(owners, key)
		}
		byOwner[key] = append(byOwner[key], a)
	}
	var out []Finding
	for _, key := range owners {
		var worst Finding
		for _, day := range startsOf(byOwner[key]) { // the number only grows on a first day
			var open []ActionID
			for _, a := range byOwner[key] {
				if a.Start <= day && day <= a.End {
					open = append(open, a.ID)
				}
			}
			if len(open) > MaxOpenActions && len(open) > len(worst.Actions) {
				worst = Finding{Kind: Overload, Owner: byOwner[key][0].Owner, Day: day, Actions: open}
			}
		}
		if worst.Actions != nil {
			out = append(out, worst)
		}
	}
	return out
}

func startsOf(actions []*Action) []string {
	var days []string
	for _, a := range actions {
		days = append(days, a.Start)
	}
	slices.Sort(days)
	return slices.Compact(days)
}
