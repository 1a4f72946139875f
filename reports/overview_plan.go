package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// overviewActions is how many actions the overview has room for.
const overviewActions = 5

// planSection lists the first open actions of the road map.
func (b overviewBuilder) planSection() document.Section {
	s := document.Section{ID: "plan", Title: plOvTitle}
	p := &b.a.Plan
	if len(p.Actions) == 0 {
		return s
	}
	planned, started, done, dropped := planCounts(p)
	s.Blocks = append(s.Blocks, paragraph(document.Body, plOvCount, len(p.Actions), planned+started, done, dropped))
	var open []assessment.PlannedAction
	for _, phase := range b.a.RoadMap().Phases {
		for _, act := range phase.Actions {
			if act.Open() {
				open = append(open, act)
			}
		}
	}
	if len(open) == 0 {
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: plAction, Width: 1, RowHeader: true}, {Title: plWhat, Width: 6}, {Title: plOwner, Width: 2.5}, {Title: plOvUntil, Width: 1.6}}}
	for _, act := range open[:min(overviewActions, len(open))] {
		t.Rows = append(t.Rows, row(string(act.ID), act.What, orNone(act.Owner), orNone(act.End)))
	}
	s.Blocks = append(s.Blocks, t)
	if more := len(open) - overviewActions; more > 0 {
		s.Blocks = append(s.Blocks, paragraph(document.Small, fmt.Sprintf(plOvMore, more)))
	}
	return s
}
