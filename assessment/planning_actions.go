package assessment

import (
	"slices"
	"strings"
)

// Plan returns the plan as it stands. The caller must not change it.
func (p *Planning) Plan() *Plan { return &p.a.Plan }

// Proposals returns what the questionnaire proposes for a gap.
func (p *Planning) Proposals(id StatementID) []Proposal { return p.a.Proposals(p.q, id) }

// Ideas returns the commonly used strategies of the principles that a statement
// serves.
func (p *Planning) Ideas(id StatementID) []Idea { return p.a.Ideas(p.q, id) }

// SetStart sets the first day of the plan, YYYY-MM-DD; "" takes it back.
func (p *Planning) SetStart(day string) error {
	return p.change(StartStep, "", func() error {
		p.a.Plan.Start = CleanLine(day)
		return p.a.checkPlan("")
	})
}

// AddAction adds an action and returns its id: the given one or, where it is
// empty, the next free one. The action is planned, without a history.
func (p *Planning) AddAction(act Action) (ActionID, error) {
	act = act.Clean()
	act.Status, act.History = Planned, nil
	if act.ID == "" {
		act.ID = p.a.Plan.NextID()
	}
	return act.ID, p.change(AddStep, string(act.ID), func() error {
		p.a.Plan.Actions = append(p.a.Plan.Actions, act)
		return p.a.checkPlan(act.ID)
	})
}

// EditAction replaces the action with the same id. Status and history stay; see
// SetStatus.
func (p *Planning) EditAction(act Action) error {
	act = act.Clean()
	return p.change(EditStep, string(act.ID), func() error {
		old := p.a.Plan.Action(act.ID)
		if old == nil {
			return noAction(act.ID)
		}
		act.Status, act.History = old.Status, old.History
		*old = act
		return p.a.checkPlan(act.ID)
	})
}

// RemoveAction takes an action out of the plan, and out of the prerequisites of
// the others.
func (p *Planning) RemoveAction(id ActionID) error {
	return p.change(RemoveStep, string(id), func() error {
		i := p.a.Plan.index(id)
		if i < 0 {
			return noAction(id)
		}
		p.a.Plan.Actions = slices.Delete(p.a.Plan.Actions, i, i+1)
		for j := range p.a.Plan.Actions {
			act := &p.a.Plan.Actions[j]
			act.After = slices.DeleteFunc(act.After, func(x ActionID) bool { return x == id })
		}
		return nil
	})
}

// SetStatus records that an action has a status since a day, YYYY-MM-DD; "" is
// today. The day cannot be in the future, nor before the last change. The same
// status again needs a note.
func (p *Planning) SetStatus(id ActionID, s ActionStatus, day, note string) error {
	day, note = CleanLine(day), CleanLine(note)
	if day == "" {
		day = p.today
	}
	return p.change(StatusStep, string(id), func() error {
		act := p.a.Plan.Action(id)
		if act == nil {
			return noAction(id)
		}
		last := ""
		if n := len(act.History); n > 0 {
			last = act.History[n-1].Date
		}
		switch _, ok := ParseDay(day); {
		case !slices.Contains(ActionStatuses(), s):
			return planError("status", "write planned, started, done or dropped", "%q is not a status", string(s))
		case !ok:
			return planError("date", "write it as 2026-11-23", "%q is not a date", day)
		case day > p.today:
			return planError("date", "give the day on which it happened", "the date %s is in the future", day)
		case day < last:
			return planError("date", "give this day or a later one", "the last change of %s was on %s; a change on %s cannot follow it", id, last, day)
		case s == act.Status && note == "":
			return planError("status", "add a note, or set another status", "the action %s already has the status %s", id, s)
		}
		act.Status = s
		act.History = append(act.History, StatusChange{Date: day, Status: s, Note: note})
		return p.a.checkPlan(id)
	})
}

// OfferPrerequisites returns what an action should wait for.
func (p *Planning) OfferPrerequisites(act Action) PrerequisiteOffer {
	return p.a.OfferPrerequisites(act)
}

func noAction(id ActionID) error {
	return planError("", "see the ids with: dgca plan status FILE", "the plan has no action %q", id)
}

// checkPlan returns the first fault of the plan: one of the given action, where
// it has one.
func (a *Assessment) checkPlan(id ActionID) error {
	v := &validator{a: a}
	v.plan()
	if len(v.issues) == 0 {
		return nil
	}
	issue, prefix := v.issues[0], actionPath(id)+"."
	for _, x := range v.issues {
		if strings.HasPrefix(x.Path+".", prefix) {
			issue = x
			break
		}
	}
	field := ""
	if issue.Path != actionPath(id) {
		field = issue.Path[strings.LastIndexByte(issue.Path, '.')+1:]
		field, _, _ = strings.Cut(field, "[")
	}
	return planError(field, issue.Hint, "%s", issue.Message)
}
