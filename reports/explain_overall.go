package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// overall explains the mean of the dimensions, or why there is none.
func (x *explainer) overall() []document.Section {
	o := &x.card.Overall
	ov := overviewBuilder{x.gapBuilder}
	out := []document.Section{section("", paragraph(document.Lead, "%s", ov.overall()))}
	t := document.Table{Columns: []document.Column{{Title: exDimension, Width: 4, RowHeader: true}, {Title: exWeight, Width: 1, Align: document.AlignDecimal},
		{Title: exExact, Width: 1.5, Align: document.AlignEnd}, {Title: exLevel, Width: 1, Align: document.AlignDecimal},
		{Title: exLow, Width: 1, Align: document.AlignDecimal}, {Title: exHigh, Width: 1, Align: document.AlignDecimal}, {Title: exStatus, Width: 2}}}
	for i := range x.card.Dimensions {
		d := &x.card.Dimensions[i]
		level, low, high, fraction := wordNone, wordNone, wordNone, wordNone
		if d.Asked > 0 && d.Shown() {
			level, fraction = d.LevelShown().String(), d.Level.RatString()
			low, high = tenths(d.Low), tenths(d.High)
		}
		t.Rows = append(t.Rows, row(d.Title, x.a.Asked.Dimensions[i].Weight.String(), fraction, level, low, high,
			yesNo(d.Asked > 0, d.Status.String(), ovNotAskedStatus)))
	}
	var steps items
	if o.Shown() {
		steps.add(fmt.Sprintf(exOverallIs, o.Sum.RatString(), o.Weights.RatString(), o.Level.RatString(), o.LevelShown(), x.a.LevelNameShown(o.LevelShown())))
		steps.add(fmt.Sprintf(exOverallRange, exact(o.Low), tenths(o.Low), exact(o.High), tenths(o.High)))
		steps.add(fmt.Sprintf(exOverallStatus, o.Status))
	} else {
		steps.add(exOverallRule)
	}
	if len(o.NotAsked) > 0 {
		steps.add(fmt.Sprintf(exOverallNotAsked, x.dimensionNames(o.NotAsked)))
	}
	if len(o.NotShown) > 0 {
		steps.add(fmt.Sprintf(exOverallNotShown, x.dimensionNames(o.NotShown)))
	}
	if len(o.LeftOut) > 0 {
		steps.add(fmt.Sprintf(ovLeftOut, x.dimensionNames(o.LeftOut)))
	}
	if w := ov.weakest(); w != "" {
		steps.add(w)
	}
	return append(out, section(exSummands, paragraph(document.Body, exOverallFormula), t), section(exSteps, steps.blocks()...))
}

// weakest explains which dimension is the weakest, and how firmly.
func (x *explainer) weakest() []document.Section {
	lead := overviewBuilder{x.gapBuilder}.weakest()
	if lead == "" {
		return []document.Section{section("", paragraph(document.Lead, exWeakestNone))}
	}
	t := document.Table{Columns: []document.Column{{Title: exDimension, Width: 4, RowHeader: true}, {Title: exLevel, Width: 1, Align: document.AlignDecimal},
		{Title: exRange, Width: 2}, {Title: exStatus, Width: 2}}}
	for i := range x.card.Dimensions {
		d := &x.card.Dimensions[i]
		if d.Asked == 0 {
			t.Rows = append(t.Rows, row(d.Title, wordNone, "", ovNotAskedStatus))
			continue
		}
		t.Rows = append(t.Rows, row(d.Title, levelText(&d.Score), rangeText(&d.Score), d.Status.String()))
	}
	var checks items
	for _, w := range x.sensitivity.Weakest {
		title := x.titles[w.Dimension]
		checks.add(fmt.Sprintf(exWeakestCases, w.Cases, title, w.Stays))
		checks.add(fmt.Sprintf(yesNo(w.StaysAtLow, exStaysAtLow, exChangesAtLow), title))
		checks.add(fmt.Sprintf(yesNo(w.StaysAtTop, exStaysAtTop, exChangesAtTop), x.a.Asked.Levels(), title))
	}
	return []document.Section{section("", paragraph(document.Lead, "%s", lead), paragraph(document.Body, exWeakestRule)),
		section(exDimensions, t), section(exHowSure, checks.blocks()...)}
}

// weights explains how much the overall depends on the weights.
func (x *explainer) weights() []document.Section {
	s := x.sensitivity
	if s.Weights == nil {
		return []document.Section{section("", paragraph(document.Lead, exNoWeights))}
	}
	out := []document.Section{section("",
		paragraph(document.Lead, exWeightsLead, x.card.Overall.LevelShown(), s.Weights[0], s.Weights[1]),
		paragraph(document.Body, exWeightsHow, assessment.Draws))}
	t := document.Table{Columns: []document.Column{{Title: exLeftOutColumn, Width: 4, RowHeader: true}, {Title: exOverallColumn, Width: 1, Align: document.AlignDecimal}, {Title: exExact, Width: 2, Align: document.AlignEnd}}}
	for _, w := range s.Without {
		t.Rows = append(t.Rows, row(x.titles[w.Dimension], tenths(w.Level), exact(w.Level)))
	}
	return append(out, section(exWithoutTitle, t))
}

// coverage shows the counts of each dimension and the rule that applied.
func (x *explainer) coverage() []document.Section {
	t := document.Table{Columns: []document.Column{{Title: exDimension, Width: 3, RowHeader: true}, {Title: exAsked, Align: document.AlignEnd, Width: 1},
		{Title: exNotApplicable, Align: document.AlignEnd, Width: 1}, {Title: exUnknownColumn, Align: document.AlignEnd, Width: 1},
		{Title: exUnansweredColumn, Align: document.AlignEnd, Width: 1}, {Title: exAnswered, Align: document.AlignEnd, Width: 1.3}, {Title: exCoverage, Align: document.AlignEnd, Width: 1.2}}}
	count := func(s *assessment.Score, title string) {
		share := wordNone
		if s.Coverage != nil {
			share = s.CoverageShown().String()
		}
		t.Rows = append(t.Rows, row(title, fmt.Sprint(s.Asked), fmt.Sprint(s.NotApplicable), fmt.Sprint(s.Unknown), fmt.Sprint(s.Unanswered), answeredText(s), share))
	}
	var why items
	for i := range x.card.Dimensions {
		d := &x.card.Dimensions[i]
		count(&d.Score, d.Title)
		if d.Asked == 0 {
			why.add(fmt.Sprintf(exRuleOf, d.Title, exDimensionNotAsked))
			continue
		}
		if d.Coverage != nil {
			why.add(fmt.Sprintf(exRuleOf, d.Title, coverageSentence(&d.Score)))
		}
		why.add(fmt.Sprintf(exRuleOf, d.Title, statusSentence(&d.Score)))
	}
	count(&x.card.All, exAll)
	var rules items
	for _, r := range []string{exRuleCoverage, exRuleEnough, exRulePreliminary, exRuleNotEnough, exRuleNotApplicable} {
		rules.add(r)
	}
	return []document.Section{section("", t), section(exRules, rules.blocks()...), section(exRulesApplied, why.blocks()...)}
}
