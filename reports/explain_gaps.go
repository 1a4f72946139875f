package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// gapList explains the gaps of dimensions and statements.
func (x *explainer) gapList() []document.Section {
	t := document.Table{Columns: []document.Column{{Title: exDimension, Width: 3, RowHeader: true}, {Title: exMeanTargetColumn, Align: document.AlignDecimal, Width: 1},
		{Title: exLevel, Align: document.AlignDecimal, Width: 1}, {Title: exExactGap, Align: document.AlignEnd, Width: 1.2}, {Title: exGap, Align: document.AlignDecimal, Width: 1}, {Title: exBelowColumn, Align: document.AlignEnd, Width: 1.3}}}
	for i := range x.card.Dimensions {
		d := &x.card.Dimensions[i]
		switch {
		case d.Asked == 0:
			continue
		case !d.Shown():
			t.Rows = append(t.Rows, row(d.Title, wordNone, wordNone, wordNone, wordNone, fmt.Sprintf(exOf, d.Target.BelowTarget, d.Target.Answered)))
		default:
			t.Rows = append(t.Rows, row(d.Title, tenths(d.Target.Mean), d.LevelShown().String(), exact(d.Target.Gap), tenths(d.Target.Gap), fmt.Sprintf(exOf, d.Target.BelowTarget, d.Target.Answered)))
		}
	}
	t.Note = noteRounding
	gaps := document.Table{Columns: []document.Column{{Title: exStatement, Width: 1, RowHeader: true}, {Title: exText, Width: 5}, {Title: exTargetColumn, Align: document.AlignEnd, Width: 1},
		{Title: exLevel, Align: document.AlignEnd, Width: 1}, {Title: exGap, Align: document.AlignEnd, Width: 1}}}
	for _, g := range x.gaps {
		gaps.Rows = append(gaps.Rows, row(string(g.Statement), x.byID[g.Statement].asked.Text, fmt.Sprint(g.Target), fmt.Sprint(g.Level), fmt.Sprint(g.Size)))
	}
	out := []document.Section{section("", paragraph(document.Body, exGapFormula), paragraph(document.Body, exDimensionGapFormula)), section(exDimensions, t)}
	if len(gaps.Rows) == 0 {
		return append(out, section(exStatements, paragraph(document.Body, ovNoGap)))
	}
	return append(out, section(exStatements, gaps, paragraph(document.Body, exGapOrder)))
}

// priority explains the order of the gaps.
func (x *explainer) priority() []document.Section {
	var weighed, loose items
	for _, g := range x.gaps {
		if g.Priority != nil {
			weighed.add(x.prioritySentence(&g))
		} else {
			loose.add(fmt.Sprintf(exLooseGap, g.Statement, g.Size))
		}
		if len(g.Before) > 0 {
			target := &weighed
			if g.Priority == nil {
				target = &loose
			}
			target.add(fmt.Sprintf(exPrerequisite, g.Statement, list(g.Before), x.a.Asked.PrerequisiteLevel))
		}
	}
	out := []document.Section{section("", paragraph(document.Body, exPriorityFormula, x.a.Asked.Levels(), x.a.Asked.Levels()-1), paragraph(document.Body, exPriorityOrder), paragraph(document.Body, exQuadrants))}
	if len(weighed) == 0 {
		weighed.add(exNothingWeighed)
	}
	out = append(out, section(exWeighed, document.List{Items: weighed}))
	if len(loose) > 0 {
		out = append(out, section(exNotYetWeighed, document.List{Items: loose}))
	}
	return out
}

func (x *explainer) prioritySentence(g *assessment.Gap) string {
	return fmt.Sprintf(exPriorityIs, g.Statement, g.Importance, g.Size, x.a.Asked.Levels()-1, g.Feasibility, g.Priority.RatString(), tenths(g.Priority), g.Quadrant)
}

// targets lists the targets and where they come from.
func (x *explainer) targets() []document.Section {
	var out items
	for i := range x.card.Dimensions {
		d := &x.card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		out.add(fmt.Sprintf(exRuleOf, d.Title, targetSentence(d)))
		if d.Target.Reason != "" {
			out.add(fmt.Sprintf(exRuleOf, d.Title, fmt.Sprintf(exTargetReason, d.Target.Reason)))
		}
	}
	var own items
	for _, t := range x.a.Targets.Statements {
		own.add(fmt.Sprintf(exOwnTarget, t.Statement, t.Level))
		if t.Reason != "" {
			own.add(fmt.Sprintf(exRuleOf, t.Statement, fmt.Sprintf(exTargetReason, t.Reason)))
		}
	}
	if len(own) == 0 {
		own.add(exNoOwnTarget)
	}
	return []document.Section{section("", paragraph(document.Body, exTargetRule, x.a.Asked.DefaultTarget.Level, x.a.Asked.DefaultTarget.Months)),
		section(exDimensions, out.blocks()...), section(exStatements, own.blocks()...)}
}
