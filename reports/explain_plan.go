package reports

import (
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

// plan explains the phases, the overload and the weighted gap.
func (x *explainer) plan() []document.Section {
	p := &x.a.Plan
	if len(p.Actions) == 0 {
		return []document.Section{section("", paragraph(document.Body, exNoPlan))}
	}
	out := []document.Section{section("", append([]document.Block{paragraph(document.Body, exPhaseRule), paragraph(document.Body, exOverloadRule, assessment.MaxOpenActions),
		paragraph(document.Body, exClosesRule)}, findings(x.a, x.a.CheckPlan()).blocks()...)...)}
	m := x.a.RoadMap()
	var phases items
	for _, ph := range m.Phases {
		for _, act := range ph.Actions {
			phases.add(phaseSentence(&act, m.Start, ph.Phase))
		}
	}
	w := x.a.WhatIf()
	total := items{}
	total.add(gapSentence(&w))
	for _, c := range w.Closes {
		total.add(fmt.Sprintf(exClosesOf, c.Action, c.Closes, w.GapNow))
	}
	return append(out, section(exPhaseTitle, phases.blocks()...), section(exTotalTitle, total.blocks()...))
}

func phaseSentence(act *assessment.PlannedAction, start string, phase assessment.Phase) string {
	end, ok := assessment.ParseDay(act.End)
	first, hasStart := assessment.ParseDay(start)
	if !ok || !hasStart {
		return fmt.Sprintf(exPhaseNone, act.ID)
	}
	month := assessment.MonthsSince(first, end) + 1
	return fmt.Sprintf(exPhaseIs, act.ID, day(act.End), max(1, month), day(start), phaseName(phase, start))
}

// action explains one action: its fields, its phase and what it closes.
func (x *explainer) action(id assessment.ActionID) []document.Section {
	planned := x.a.PlannedActions()
	act := &planned[slices.IndexFunc(planned, func(p assessment.PlannedAction) bool { return p.ID == id })]
	first := section("", paragraph(document.Lead, "%s", act.What))
	lines := items{}
	if act.Owner != "" {
		lines.add(fmt.Sprintf(plEventOwner, act.Owner))
	}
	for _, l := range append(x.actionTerms(act.Action), actionLines(act.Action)...) {
		lines.add(l)
	}
	first.Blocks = append(first.Blocks, lines.blocks()...)
	var phase items
	m := x.a.RoadMap()
	for _, ph := range m.Phases {
		for _, p := range ph.Actions {
			if p.ID == id {
				phase.add(phaseSentence(&p, m.Start, ph.Phase))
			}
		}
	}
	if len(act.SDGs) > 0 {
		phase.add(fmt.Sprintf(exSDGs, list(act.SDGs)))
	}
	out := []document.Section{first}
	if len(phase) > 0 {
		out = append(out, section(exPhaseTitle, phase.blocks()...))
	}
	return append(out, section(exClosesTitle, x.closes(act.Action).blocks()...))
}

// closes shows the sum behind what an action closes alone.
func (x *explainer) closes(act *assessment.Action) items {
	var out items
	switch {
	case act.Status == assessment.Dropped:
		out.add(exDroppedOut)
		return out
	case act.Target == 0:
		out.add(exNoTargetSaid)
		return out
	}
	effect := x.a.EffectOf(act.ID)
	for _, id := range act.Serves {
		i := slices.IndexFunc(effect.Raised, func(r assessment.Raise) bool { return r.Statement == id })
		level, answered := x.a.Answer(id).Choice.Level()
		switch {
		case i >= 0:
			out.add(fmt.Sprintf(exRaises, id, effect.Raised[i].From, effect.Raised[i].To))
		case answered:
			out.add(fmt.Sprintf(exStays, id, level, act.Target))
		default:
			out.add(fmt.Sprintf(exNotRaised, id))
		}
	}
	for _, c := range effect.Closes {
		out.add(fmt.Sprintf(exClosesIs, c.Statement, c.Importance, c.GapNow, c.GapThen, c.Importance*(c.GapNow-c.GapThen)))
	}
	if effect.Total == 0 {
		out.add(fmt.Sprintf(exClosesNone, act.ID))
	} else {
		out.add(fmt.Sprintf(exClosesSum, effect.Total, effect.Of))
	}
	return out
}
