package assessment

import (
	"fmt"
	"slices"
	"strings"
)

// MaxActions is how many actions a plan can have.
const MaxActions = 500

// maxActionID is the longest id of an action, in characters.
const maxActionID = 20

// plan reports what makes the plan of a file contradict itself. What a plan
// merely lacks, or what calls for a talk, is a finding of CheckPlan and no
// fault: a file with it can be opened.
func (v *validator) plan() {
	p := &v.a.Plan
	v.day("plan.start", p.Start)
	if n := len(p.Actions); n > MaxActions {
		v.add("plan.actions", "keep the important ones", "there are %d actions; %d are possible", n, MaxActions)
		return
	}
	seen := map[string]ActionID{}
	for i := range p.Actions {
		a := &p.Actions[i]
		path := actionPath(a.ID)
		if !validActionID(a.ID) {
			v.add(path, "write up to 20 letters, digits, hyphens and underscores, such as A1", "%q cannot be the id of an action", a.ID)
		}
		if first, twice := seen[strings.ToLower(string(a.ID))]; twice {
			v.add(path, "give one of the two another id", "the action %q has the same id as %q", a.ID, first)
		}
		seen[strings.ToLower(string(a.ID))] = a.ID
		v.action(path, a)
	}
	if cycle := p.cycle(); cycle != nil {
		v.add(actionPath(cycle[0])+".after", "take one of these prerequisites out",
			"these actions wait for each other in a circle: %s", joinIDs(append(cycle, cycle[0]), " needs "))
	}
}

func actionPath(id ActionID) string { return "plan.actions." + string(id) }

func validActionID(id ActionID) bool {
	if id == "" || len(id) > maxActionID {
		return false
	}
	for i, r := range id {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && (i == 0 || r != '-' && r != '_') {
			return false
		}
	}
	return true
}

func (v *validator) action(path string, a *Action) {
	v.required(path+".what", a.What)
	for _, t := range []struct{ key, text string }{
		{"what", a.What}, {"entry_point", a.EntryPoint}, {"resources", a.Resources}, {"inform", a.Inform},
		{"success_measure", a.Measure}, {"first_step", a.FirstStep},
	} {
		v.length(path+"."+t.key, t.text, MaxText)
	}
	v.length(path+".owner", a.Owner, MaxName)
	v.optionalWord(path+".kind", string(a.Kind), wordsOf(ActionKinds()))
	v.optionalWord(path+".cost", string(a.Cost), wordsOf(CostClasses()))
	v.day(path+".start", a.Start)
	v.day(path+".end", a.End)
	start, hasStart := ParseDay(a.Start)
	end, hasEnd := ParseDay(a.End)
	if hasStart && hasEnd && end.Before(start) {
		v.add(path+".end", "exchange the two dates, or correct one of them", "the action %s ends on %s, before it starts on %s", a.ID, a.End, a.Start)
	}
	if a.Baseline != 0 {
		v.level(path+".baseline", a.Baseline)
	}
	if a.Target != 0 {
		v.level(path+".target", a.Target)
	}
	if a.Target != 0 && a.Target < a.Baseline {
		v.add(path+".target", "write a level that is not below the baseline", "the action %s leads from level %d down to level %d", a.ID, a.Baseline, a.Target)
	}
	for i, id := range a.Serves {
		if v.a.Asked.Statement(id) == nil {
			v.add(fmt.Sprintf("%s.serves[%d]", path, i), v.similarStatement(id), "the statement %q was not asked in this assessment", id)
		}
	}
	for i, id := range a.After {
		at := fmt.Sprintf("%s.after[%d]", path, i)
		switch {
		case id == a.ID:
			v.add(at, "take it out", "the action %s needs itself", a.ID)
		case v.a.Plan.Action(id) == nil:
			v.add(at, "check the id, or take it out", "the plan has no action %q", id)
		}
	}
	if c := a.ChangeLevel; c != "" {
		v.optionalWord(path+".change_level", c, tagIDs(v.a.Asked.ChangeLevels))
	}
	for i, h := range a.History {
		at := fmt.Sprintf("%s.history[%d]", path, i)
		v.required(at+".date", h.Date)
		v.day(at+".date", h.Date)
		v.length(at+".note", h.Note, MaxText)
	}
}

// similarStatement suggests the id that was probably meant.
func (v *validator) similarStatement(id StatementID) string {
	for st := range v.a.Asked.Statements() {
		if strings.EqualFold(string(st.ID), string(id)) {
			return fmt.Sprintf("did you mean %s?", st.ID)
		}
	}
	return "check the id, or take it out"
}

// optionalWord checks a word that may be left out.
func (v *validator) optionalWord(path, s string, allowed []string) {
	switch {
	case s == "":
	case len(allowed) == 0:
		v.add(path, "leave it out", "%q is not known here", s)
	default:
		v.word(path, s, allowed...)
	}
}

func wordsOf[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

func tagIDs(tags []TagName) []string {
	out := make([]string, len(tags))
	for i, t := range tags {
		out[i] = t.ID
	}
	return out
}

// joinIDs joins the ids of actions.
func joinIDs(ids []ActionID, between string) string { return strings.Join(wordsOf(ids), between) }

// cycle returns actions that wait for each other in a circle, each for the next
// one and the last for the first, or nil. An action that needs itself is not
// one.
func (p *Plan) cycle() []ActionID {
	const (
		open = iota + 1
		closed
	)
	state := map[ActionID]int{}
	var path, found []ActionID
	var visit func(id ActionID)
	visit = func(id ActionID) {
		a := p.Action(id)
		if a == nil || state[id] == closed || found != nil {
			return
		}
		if state[id] == open {
			found = slices.Clone(path[slices.Index(path, id):])
			return
		}
		state[id] = open
		path = append(path, id)
		for _, next := range a.After {
			if next != id {
				visit(next)
			}
		}
		path = path[:len(path)-1]
		state[id] = closed
	}
	for i := range p.Actions {
		visit(p.Actions[i].ID)
	}
	return found
}
