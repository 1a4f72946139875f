package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// The months of the road map: the ends of its first two phases, and the least
// end of the strip.
const (
	firstPhaseEnd  = 6
	secondPhaseEnd = 18
	leastPlanEnd   = 36
)

// planStrip shows when the dated actions of the plan run.
func (b *gapBuilder) planStrip() (document.Figure, bool) {
	m := b.a.RoadMap()
	var c document.Gantt
	end := leastPlanEnd
	var parts []string
	for _, p := range m.Phases {
		for _, act := range p.Actions {
			from, to, ok := m.Months(act.Action)
			if !ok {
				continue
			}
			end = max(end, to)
			r := document.GanttRow{Label: fmt.Sprintf("%s %s", act.ID, act.What), Note: act.Owner, From: from, To: to, Text: monthsText(from, to), Done: act.Status == assessment.Done}
			if r.Done {
				c.Key.Done = "done"
			} else {
				c.Key.Planned = "planned or started"
			}
			c.Rows = append(c.Rows, r)
			parts = append(parts, fmt.Sprintf("%s: %s", act.ID, r.Text))
		}
	}
	c.Phases = []document.Phase{
		{Name: capital(assessment.FirstPhase.String()), From: 1, To: firstPhaseEnd},
		{Name: capital(assessment.SecondPhase.String()), From: firstPhaseEnd + 1, To: secondPhaseEnd},
		{Name: capital(assessment.ThirdPhase.String()), From: secondPhaseEnd + 1, To: end},
	}
	return document.Figure{Caption: "When the actions run, in months from the start of the plan", Alt: fmt.Sprintf("%s.", semicolons(parts)), Chart: c}, len(c.Rows) > 0
}

// monthsText says in which months an action runs.
func monthsText(from, to int) string {
	switch {
	case to == 0:
		return fmt.Sprintf("from month %d", from)
	case from == to:
		return fmt.Sprintf("month %d", from)
	}
	return fmt.Sprintf("months %d to %d", from, to)
}
