package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// plan is the section with the action plan and the road map; it has no blocks
// without actions.
func (b *gapBuilder) plan() document.Section {
	s := document.Section{ID: "plan", Title: plTitle, NewPage: true}
	if len(b.a.Plan.Actions) == 0 {
		return s
	}
	planned, started, done, dropped := planCounts(&b.a.Plan)
	s.Blocks = append(s.Blocks, paragraph(document.Body, plOvCount, len(b.a.Plan.Actions), planned+started, done, dropped))
	s.Blocks = append(s.Blocks, b.roadMap(plRoadMap)...)
	if fig, ok := b.planStrip(); ok {
		s.Blocks = append(s.Blocks, fig)
	}
	s.Blocks = append(s.Blocks, b.actionTable(plActions))
	if found := findings(b.a, b.a.CheckPlan()); len(found) > 0 {
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: plTalk})
		s.Blocks = append(s.Blocks, found.blocks()...)
	}
	w := b.a.WhatIf()
	if len(w.Raised) > 0 {
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: plWhatIf}, b.whatIfTable(&w),
			paragraph(document.Small, plWhatIfNote))
		if w.GapNow > 0 {
			s.Blocks = append(s.Blocks, paragraph(document.Body, plGapShort, w.GapNow, w.GapThen))
		}
	}
	return s
}

// planRules are the rules behind the numbers of the plan, where there is one.
func (b *gapBuilder) planRules() []document.Text {
	if len(b.a.Plan.Actions) == 0 {
		return nil
	}
	return []document.Text{document.Plain(exPhaseRule), document.Plain(fmt.Sprintf(exOverloadRule, assessment.MaxOpenActions)), document.Plain(exClosesRule)}
}

// plannedSteps are the first open actions of the road map, for the summary.
func (b *gapBuilder) plannedSteps(n int) []document.Text {
	var out []document.Text
	for _, p := range b.a.RoadMap().Phases {
		for _, act := range p.Actions {
			if !act.Open() || len(out) == n {
				continue
			}
			out = append(out, b.plannedStep(act.Action))
		}
	}
	return out
}

// plannedStep is an action in one entry: what, which gaps it is for, who and
// until when.
func (b *gapBuilder) plannedStep(act *assessment.Action) document.Text {
	const named = 2
	parts := []string{string(act.ID), owner(act), plNoEnd}
	if act.End != "" {
		parts[2] = fmt.Sprintf(plUntil, day(act.End))
	}
	switch n := len(act.Serves); {
	case n > named:
		parts = append([]string{fmt.Sprintf(plForMore, commas(act.Serves[:named]), n-named)}, parts...)
	case n > 0:
		parts = append([]string{fmt.Sprintf(plFor, commas(act.Serves))}, parts...)
	}
	about := fmt.Sprintf(" (%s)", cut(semicolons(parts), twoLines))
	what := cut(act.What, max(threeLines-len(about), twoLines/2))
	return append(document.Plain(what), b.linked(about, string(act.ID), actionAnchor(act.ID))...)
}
