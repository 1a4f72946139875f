package assessment

import "dgca/questionnaires"

// Proposal is an action that the questionnaire suggests for a gap: its step
// from one level to the next. Owner and Months are suggestions for the people
// in the room, who name the real owner and the real dates.
type Proposal struct {
	Statement StatementID
	From, To  Level
	Now       bool // it leads on from the present level; the others come after it
	What      string
	Kind      ActionKind
	Owner     string // who usually does it
	Months    int    // how long it usually takes; 0 is not said
	Cost      CostClass
	// ChangeLevel is the level of change of the statement, where it has only
	// one.
	ChangeLevel string
}

// Proposals returns the steps of a questionnaire that lead a statement from its
// present level to its target, the next one first. A statement without a gap,
// and a questionnaire without next steps, give none.
func (a *Assessment) Proposals(q *questionnaires.Questionnaire, id StatementID) []Proposal {
	if q == nil {
		return nil
	}
	full, asked := q.Statement(id), a.Asked.Statement(id)
	now, answered := a.Answer(id).Choice.Level()
	if full == nil || asked == nil || !answered {
		return nil
	}
	target := a.aimOf(id)
	var out []Proposal
	for _, s := range full.NextSteps {
		if s.From < now || s.From >= target {
			continue
		}
		p := Proposal{Statement: id, From: s.From, To: s.From + 1, Now: s.From == now, What: q.Fill(s.Action, a.Subject.Kind),
			Kind: ActionKind(s.Kind), Owner: q.Fill(s.Owner, a.Subject.Kind), Months: s.Months, Cost: CostClass(s.Cost)}
		if len(asked.ChangeLevels) == 1 {
			p.ChangeLevel = asked.ChangeLevels[0]
		}
		out = append(out, p)
	}
	return out
}

// aimOf returns the level that a statement is planned for: its target, or the
// prerequisite level where it is a gap only because another one needs it.
func (a *Assessment) aimOf(id StatementID) Level {
	for _, g := range a.Gaps() {
		if g.Statement == id && len(g.Before) > 0 {
			return max(g.Target, a.Asked.PrerequisiteLevel)
		}
		if g.Statement == id {
			return g.Target
		}
	}
	return 0
}

// Draft makes an action of the proposal, without an owner and an id. From a
// first day on, which may be empty, its last day is set by the usual duration.
func (p Proposal) Draft(start string) Action {
	act := Action{What: p.What, Kind: p.Kind, Cost: p.Cost, Baseline: p.From, Target: p.To,
		Serves: []StatementID{p.Statement}, ChangeLevel: p.ChangeLevel}
	if day, ok := ParseDay(start); ok {
		act.Start = start
		if p.Months > 0 {
			act.End = AddMonths(day, p.Months).AddDate(0, 0, -1).Format(dayLayout)
		}
	}
	return act
}

// Idea is a strategy that is commonly used for a principle of effective
// governance. It is a thought to start from, not an action.
type Idea struct {
	Principle string // id
	Name      string // of the principle
	Strategy  string
}

// Ideas returns the strategies of the principles that a statement serves. Only
// a questionnaire knows them: without one there are none.
func (a *Assessment) Ideas(q *questionnaires.Questionnaire, id StatementID) []Idea {
	st := a.Asked.Statement(id)
	if q == nil || st == nil {
		return nil
	}
	var out []Idea
	for _, tag := range st.Principles {
		for _, p := range q.Principles {
			if p.ID != tag {
				continue
			}
			for _, s := range p.Strategies {
				out = append(out, Idea{p.ID, p.Name, s})
			}
		}
	}
	return out
}
