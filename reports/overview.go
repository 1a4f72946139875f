package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// overviewGaps is how many gaps the overview has room for.
const overviewGaps = 5

// Overview builds the summary of one assessment that fits on a screen or two:
// where the unit stands, the largest gaps, and what is missing. A number that
// may not be shown is not in it; the reason stands in its place.
func Overview(in Input) document.Document {
	b := overviewBuilder{newGapBuilder(in)}
	d := document.Document{
		Title: b.a.Subject.Name, Subject: b.a.Asked.Title, Author: in.Program, Language: b.language(), Created: in.Created,
		Cover: document.Cover{Title: b.a.Subject.Name, Subtitle: b.a.Asked.Title, Facts: b.facts()},
	}
	top := document.Section{ID: "overall", Blocks: []document.Block{document.Paragraph{Role: document.Lead, Text: document.Plain(b.overall())}}}
	if w := b.weakest(); w != "" {
		top.Blocks = append(top.Blocks, paragraph(document.Body, "%s", w))
	}
	d.Sections = append(d.Sections, top,
		document.Section{ID: "dimensions", Title: ovDimensions, Blocks: []document.Block{b.table(), b.plot()}})
	for _, s := range []document.Section{b.gapSection(), b.planSection(), b.missing(), b.warnings()} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

type overviewBuilder struct{ *gapBuilder }

func (b overviewBuilder) facts() []document.Fact {
	var facts []document.Fact
	add := func(label, value string) {
		if value != "" {
			facts = append(facts, document.Fact{Label: label, Value: document.Plain(value)})
		}
	}
	all := &b.card.All
	add(ovUnit, b.kindName())
	add(ovCountry, b.a.Subject.Country)
	add(ovDate, b.a.Session.Date)
	add(ovRound, b.a.Session.Round)
	add(ovScope, b.scopeText())
	add(ovAnsweredBy, b.respondents())
	add(ovState, b.stateText())
	add(ovQuestionnaire, fmt.Sprintf(ovVersion, b.a.Questionnaire.ID, b.a.Questionnaire.Version))
	add(ovAnswers, fmt.Sprintf(ovAnswersValue, all.Answered, all.Asked, all.Unknown, all.NotApplicable, all.Unanswered))
	return facts
}

// overall is the overall level, or why there is none.
func (b overviewBuilder) overall() string {
	o := &b.card.Overall
	if !o.Shown() {
		switch {
		case b.card.All.Applicable == 0:
			return ovNothingApplicable
		case b.card.All.Answered == 0:
			return ovNothingAnswered
		case len(o.NotAsked) > 0:
			return fmt.Sprintf(ovNotAsked, len(b.card.Dimensions)-len(o.NotAsked), len(b.card.Dimensions))
		}
		return fmt.Sprintf(ovNotEnough, b.dimensionNames(o.NotShown))
	}
	level, k, name := o.LevelShown(), b.a.Asked.Levels(), b.a.LevelNameShown(o.LevelShown())
	low, high := assessment.RoundTenths(o.Low), assessment.RoundTenths(o.High)
	exact := o.Low.Cmp(o.High) == 0
	switch {
	case o.Status == assessment.Preliminary && exact:
		return fmt.Sprintf(ovPreliminary, level, k, name)
	case o.Status == assessment.Preliminary:
		return fmt.Sprintf(ovPreliminaryRange, level, k, name, low, high)
	case exact:
		return fmt.Sprintf(ovOverall, level, k, name)
	}
	return fmt.Sprintf(ovOverallRange, level, k, name, low, high)
}

// weakest names the weakest dimensions; with fewer than two dimensions shown
// there is nothing to say.
func (b overviewBuilder) weakest() string {
	o := &b.card.Overall
	shown, level := o.Counted, o.WeakestLevel
	names := b.dimensionNames(o.Weakest)
	switch n := len(o.Weakest); {
	case shown < 2:
		return ""
	case n == shown:
		return fmt.Sprintf(ovAllSame, level)
	case o.Shown() && n == 1:
		return fmt.Sprintf(ovWeakest, names, level)
	case o.Shown():
		return fmt.Sprintf(ovWeakestSeveral, names, level)
	case n == 1:
		return fmt.Sprintf(ovWeakestShown, names, level)
	}
	return fmt.Sprintf(ovWeakestShownMany, names, level)
}

// defaults returns the dimensions to which something applies and whose target
// nobody has chosen, and whether that is all of them.
func (b overviewBuilder) defaults() (ids []assessment.DimensionID, all bool) {
	asked := 0
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Applicable == 0 {
			continue
		}
		asked++
		if d.Target.Default {
			ids = append(ids, d.ID)
		}
	}
	return ids, asked > 0 && len(ids) == asked
}

func (b overviewBuilder) table() document.Table {
	_, allDefault := b.defaults()
	target := ovTargetColumn
	if allDefault {
		target = ovDefaultColumn
	}
	t := document.Table{Columns: []document.Column{
		{Title: ovDimensionColumn, Width: 3.6, RowHeader: true},
		{Title: ovLevelColumn, Width: 1, Align: document.AlignDecimal},
		{Title: target, Width: 1.1, Align: document.AlignDecimal},
		{Title: ovGapColumn, Width: 0.8, Align: document.AlignDecimal},
		{Title: ovAnsweredColumn, Width: 1.4, Align: document.AlignEnd},
		{Title: ovCoverageColumn, Width: 1.2, Align: document.AlignEnd},
		{Title: ovStatusColumn, Width: 2.4},
	}}
	rounded := false
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(d.Title), {}, {}, {}, {}, {}, document.CellOf(ovNotAskedStatus)}})
			continue
		}
		level, gap := document.CellOf(wordNone), wordNone
		if d.Shown() {
			level = b.scoreCell(&d.Score)
			gap = tenths(d.Target.Gap)
			rounded = rounded || !d.AddsUp()
		}
		goal, coverage := document.CellOf(wordNone), wordNone
		if d.Applicable > 0 {
			goal, coverage = document.CellOf(b.targetText(d)), d.CoverageShown().String()
			if d.Target.Default && !allDefault {
				goal.Lines = append(goal.Lines, cellLine(document.Small, ovDefaultMark))
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(d.Title), level, goal,
			document.CellOf(gap), document.CellOf(answeredText(&d.Score)), document.CellOf(coverage), document.CellOf(d.Status.String())}})
	}
	if rounded {
		t.Note = noteRounding
	}
	return t
}

// targetText is the mean target of the answered statements where there are any,
// so that target, level and gap belong together; else the target itself.
func (b overviewBuilder) targetText(d *assessment.DimensionScore) string {
	if d.Target.Mean != nil && d.Shown() {
		return tenths(d.Target.Mean)
	}
	return assessment.Tenths(10 * d.Target.Level).String()
}

func (b overviewBuilder) plot() document.Figure {
	p := document.DotPlot{Axis: b.axis(), Key: document.Key{Now: ovNow, Preliminary: ovNowPreliminary, Target: ovTargetKey, Range: ovRangeKey}}
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		row := document.DotRow{Label: d.Title, HasTarget: true, Target: float64(d.Target.Level), TargetText: b.targetText(d)}
		switch {
		case d.Shown():
			row.Known, row.Preliminary = true, d.Status == assessment.Preliminary
			row.Now, row.NowText = place(d.LevelShown()), d.LevelShown().String()
			row.Target = place(assessment.RoundTenths(d.Target.Mean))
			if d.HasRange() {
				row.HasRange, row.RangeText = true, rangeText(&d.Score)
				row.Low, row.High = place(assessment.RoundTenths(d.Low)), place(assessment.RoundTenths(d.High))
			}
		case d.Status == assessment.NothingApplicable:
			row.HasTarget, row.TargetText, row.Note = false, "", ovPlotNotApplicable
		default:
			row.Note = fmt.Sprintf(ovPlotNotEnough, d.Answered, d.Applicable)
		}
		p.Rows = append(p.Rows, row)
	}
	return document.Figure{Caption: ovPlotCaption, Alt: ovPlotAlt, Chart: p}
}

// place is a shown value for the geometry of a chart.
func place(t assessment.Tenths) float64 { return float64(t) / 10 }
