package planfile

import (
	"reflect"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

// Result says what a file did to a plan.
type Result struct {
	Added, Changed, Same int // actions
	Weighed              int // gaps that were weighed or weighed anew
	Targets              int // targets that were set or set anew
	// WithoutGap names the weighed statements that are not below their target:
	// their weighing counts for nothing now.
	WithoutGap []assessment.StatementID
}

// apply returns a copy of the assessment with what the file says, or every
// reason why that is not possible.
func (f *file) apply(q *questionnaires.Questionnaire, a *assessment.Assessment, today string) (*assessment.Assessment, Result, strictyaml.Problems) {
	if problems := f.checkQuestionnaire(a); problems != nil {
		return nil, Result{}, problems
	}
	next := a.Clone()
	var res Result
	problems := f.applyActions(next, today, &res)
	if f.start.value != "" {
		next.Plan.Start = f.start.value
		f.places["plan.start"] = f.start.place
	}
	f.applyTargets(next, &res)
	problems = append(problems, f.applyWeighings(q, next, &res)...)
	for _, issue := range next.Validate() {
		if !f.follows(issue) {
			problems = append(problems, f.problem(issue))
		}
	}
	if len(problems) > 0 {
		return nil, Result{}, problems.Sort()
	}
	return next, res, nil
}

func (f *file) checkQuestionnaire(a *assessment.Assessment) strictyaml.Problems {
	r, is := f.questionnaire, a.Questionnaire
	if r.id == "" || r.id == is.ID && (r.version == "" || r.version == is.Version) {
		return nil
	}
	return f.fault(r.place, "use the plan of the same questionnaire, or take the questionnaire out of the file and check every statement",
		"the plan is for the questionnaire %s %s, but the assessment was made with %s %s", r.id, r.version, is.ID, is.Version)
}

func (f *file) applyActions(next *assessment.Assessment, today string, res *Result) strictyaml.Problems {
	problems := f.giveIDs(&next.Plan)
	for _, e := range f.actions {
		id := e.action.ID
		f.places["plan.actions."+string(id)] = e.place
		for name, at := range e.given {
			f.places["plan.actions."+string(id)+"."+name] = at
		}
		old := next.Plan.Action(id)
		if old == nil {
			next.Plan.Actions = append(next.Plan.Actions, assessment.Action{ID: id})
			act := &next.Plan.Actions[len(next.Plan.Actions)-1]
			e.copyTo(act)
			e.date(act, assessment.Planned, true, today)
			res.Added++
			continue
		}
		before := old.Clone()
		e.copyTo(old)
		e.date(old, before.Status, false, today)
		if reflect.DeepEqual(before, *old) {
			res.Same++
		} else {
			res.Changed++
		}
	}
	return problems
}

// date notes a change of the status that the history does not have. A new action
// of a table that has a history is taken as it is.
func (e *entry) date(act *assessment.Action, was assessment.ActionStatus, isNew bool, today string) {
	n := len(act.History)
	if act.Status == was || n > 0 && act.History[n-1].Status == act.Status || isNew && e.history {
		return
	}
	act.History = append(act.History, assessment.StatusChange{Date: today, Status: act.Status})
}

// giveIDs finds the ids of actions that came without one, and reports ids that
// are there twice.
func (f *file) giveIDs(plan *assessment.Plan) strictyaml.Problems {
	var problems strictyaml.Problems
	taken := plan.Clone()
	first := map[string]*entry{}
	for _, e := range f.actions {
		if id := e.action.ID; id != "" {
			key := strings.ToLower(string(id))
			if other := first[key]; other != nil {
				problems = append(problems, f.fault(e.place, "give one of the two another id", "the action %s is here a second time (first in line %d)", id, other.line)...)
			}
			first[key] = e
			taken.Actions = append(taken.Actions, assessment.Action{ID: id})
		}
	}
	for _, e := range f.actions {
		if e.action.ID != "" {
			continue
		}
		what := assessment.CleanLine(e.action.What)
		i := slices.IndexFunc(plan.Actions, func(a assessment.Action) bool { return what != "" && strings.EqualFold(a.What, what) })
		if i >= 0 && first[strings.ToLower(string(plan.Actions[i].ID))] == nil {
			e.action.ID = plan.Actions[i].ID
		} else {
			e.action.ID = taken.NextID()
		}
		first[strings.ToLower(string(e.action.ID))] = e
		taken.Actions = append(taken.Actions, assessment.Action{ID: e.action.ID})
	}
	return problems
}

func (f *file) applyTargets(next *assessment.Assessment, res *Result) {
	t := &next.Targets
	for _, x := range f.targets.Dimensions {
		x.Reason = assessment.CleanText(x.Reason)
		i := slices.IndexFunc(t.Dimensions, func(y assessment.DimensionTarget) bool { return y.Dimension == x.Dimension })
		if i < 0 {
			t.Dimensions = append(t.Dimensions, x)
		} else {
			t.Dimensions[i] = x
		}
		res.Targets++
	}
	for _, x := range f.targets.Statements {
		x.Reason = assessment.CleanText(x.Reason)
		i := slices.IndexFunc(t.Statements, func(y assessment.StatementTarget) bool { return y.Statement == x.Statement })
		if i < 0 {
			t.Statements = append(t.Statements, x)
		} else {
			t.Statements[i] = x
		}
		res.Targets++
	}
}

// applyWeighings adds what the file says about gaps. A grade that it leaves out
// stays.
func (f *file) applyWeighings(q *questionnaires.Questionnaire, next *assessment.Assessment, res *Result) strictyaml.Problems {
	var problems strictyaml.Problems
	for _, w := range f.weighings {
		if err := assessment.CheckBarriers(q, w); err != nil {
			p := f.problem(assessment.Issue{Path: "weighing." + string(w.Statement) + ".barriers", Message: err.Error(), Hint: err.Remedy})
			problems = append(problems, p)
		}
		next.AddWeighing(w)
		res.Weighed++
	}
	gaps := map[assessment.StatementID]bool{}
	for _, g := range next.Gaps() {
		gaps[g.Statement] = true
	}
	for _, w := range f.weighings {
		if !gaps[w.Statement] {
			res.WithoutGap = append(res.WithoutGap, w.Statement)
		}
	}
	return problems
}

// follows reports whether an issue is only that a field could not be read, which
// was said already.
func (f *file) follows(issue assessment.Issue) bool {
	for _, e := range f.actions {
		field, ok := strings.CutPrefix(issue.Path, "plan.actions."+string(e.action.ID)+".")
		if _, given := e.given[field]; ok && !given && len(e.problems) > 0 {
			return true
		}
	}
	return false
}

// problem finds the place of an issue in the file.
func (f *file) problem(issue assessment.Issue) strictyaml.Problem {
	path, _, _ := strings.Cut(issue.Path, "[")
	at, known := f.places[path]
	if !known {
		at, known = f.places[path[:max(strings.LastIndexByte(path, '.'), 0)]]
	}
	switch {
	case known:
	case f.doc != nil:
		at.line, at.column = f.doc.Position(issue.Path)
	default:
		at = place{1, 1}
	}
	return strictyaml.Problem{File: f.name, Line: at.line, Column: at.column, Message: issue.Message, Hint: issue.Hint}
}
