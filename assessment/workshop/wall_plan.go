package workshop

import (
	"strings"

	"dgca/assessment"
)

// Proposals are actions for the plan of one team: the solutions that others
// found for its challenges, and its own ways forward. They serve the statements
// that the challenges are about, as far as these were asked; who does them, when
// and how success is seen is for the team to say. What the plan holds already is
// not proposed again.
func (w *Wall) Proposals(room *Workshop, team string, a *assessment.Assessment) []assessment.Action {
	var out []assessment.Action
	known := map[string]bool{}
	for _, act := range a.Plan.Actions {
		known[strings.ToLower(act.What)] = true
	}
	add := func(text string, serves []assessment.StatementID) {
		act := assessment.Action{What: assessment.CleanLine(text)}
		if act.What == "" || known[strings.ToLower(act.What)] {
			return
		}
		known[strings.ToLower(act.What)] = true
		for _, id := range serves {
			if a.Asked.Statement(id) != nil {
				act.Serves = append(act.Serves, id)
			}
		}
		out = append(out, act)
	}
	for _, p := range w.Pairs() {
		if p.Handout.Solution != "" && room.nationOf(p.Challenge.By) == team {
			add(p.Handout.Solution, w.Links(p.Challenge))
		}
	}
	for _, f := range w.WaysForward {
		if f.Team == team {
			add(f.Way, nil)
		}
	}
	return out
}
