package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// PlanWhatIf builds the comparison of today's levels with those when all
// actions have reached their targets.
func PlanWhatIf(in Input) document.Document {
	b := newGapBuilder(in)
	d := b.planDocument(plWhatIf)
	if len(b.a.Plan.Actions) == 0 {
		d.Sections = []document.Section{section("", paragraph(document.Body, plNothing))}
		return d
	}
	w := b.a.WhatIf()
	d.Sections = append(d.Sections, document.Section{ID: "levels", Title: exDimensions, Blocks: []document.Block{b.whatIfTable(&w), paragraph(document.Small, plWhatIfNote)}})
	raised := document.Section{ID: "raised", Title: plRaisedTitle}
	if len(w.Raised) > 0 {
		raised.Blocks = append(raised.Blocks, b.raisedTable(&w))
	} else {
		raised.Blocks = append(raised.Blocks, paragraph(document.Body, plNothingRaised))
	}
	if len(w.Without) > 0 {
		raised.Blocks = append(raised.Blocks, paragraph(document.Body, plWithout, commas(w.Without)))
	}
	d.Sections = append(d.Sections, raised)
	gap := document.Section{ID: "gap", Title: plBestTitle, Blocks: []document.Block{paragraph(document.Body, "%s", gapSentence(&w))}}
	if len(w.Closes) > 0 {
		gap.Blocks = append(gap.Blocks, b.closesTable(&w))
	}
	d.Sections = append(d.Sections, gap)
	return d
}

func gapSentence(w *assessment.WhatIf) string {
	if w.GapNow == 0 {
		return plGapNothing
	}
	return strings.Join([]string{plGapRule, fmt.Sprintf(plGapSentence, w.GapNow, w.GapThen)}, " ")
}

// whatIfTable has the levels now and then. A level that may not be shown is a
// dash on both sides.
func (b *gapBuilder) whatIfTable(w *assessment.WhatIf) document.Table {
	t := document.Table{Caption: plLevelsTitle, Columns: []document.Column{{Title: exDimension, Width: 5, RowHeader: true},
		{Title: plNow, Width: 1, Align: document.AlignDecimal}, {Title: plThen, Width: 1, Align: document.AlignDecimal}, {Title: plTarget, Width: 1, Align: document.AlignDecimal}}}
	for i := range w.Now.Dimensions {
		now, then := &w.Now.Dimensions[i], &w.Then.Dimensions[i]
		if now.Asked == 0 {
			continue
		}
		target := document.CellOf(wordNone)
		if now.Shown() {
			target = document.CellOf(tenths(now.Target.Mean))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(now.Title), b.scoreCell(&now.Score), b.scoreCell(&then.Score), target}})
	}
	if w.Now.Overall.Shown() && w.Then.Overall.Shown() {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Lines: []document.CellLine{{Role: document.Strongly, Text: document.Plain(plOverall)}}},
			b.overallCell(&w.Now.Overall), b.overallCell(&w.Then.Overall), {}}})
	}
	return t
}

func (b *gapBuilder) overallCell(o *assessment.Overall) document.Cell {
	c := document.CellOf(o.LevelShown().String())
	c.Shade = b.shade(o.LevelShown().Whole())
	return c
}

func (b *gapBuilder) raisedTable(w *assessment.WhatIf) document.Table {
	t := document.Table{Columns: []document.Column{{Title: exStatement, Width: 1, RowHeader: true}, {Title: exText, Width: 5},
		{Title: plNow, Width: 0.8, Align: document.AlignCenter}, {Title: plThen, Width: 0.8, Align: document.AlignCenter}, {Title: plRaisedBy, Width: 1.5}}}
	for _, r := range w.Raised {
		t.Rows = append(t.Rows, row(string(r.Statement), b.byID[r.Statement].asked.Text, fmt.Sprint(r.From), fmt.Sprint(r.To), commas(r.Actions)))
	}
	return t
}

// closesTable lists what each action closes alone; the best of its class of
// cost is marked.
func (b *gapBuilder) closesTable(w *assessment.WhatIf) document.Table {
	best := map[assessment.ActionID]bool{}
	for _, x := range w.Best {
		for _, id := range x.Actions {
			best[id] = true
		}
	}
	t := document.Table{Note: plAloneNote, Columns: []document.Column{{Title: plAction, Width: 1, RowHeader: true}, {Title: plWhat, Width: 5},
		{Title: plCostColumn, Width: 1.2}, {Title: plClosesColumn, Width: 1.6}}}
	for _, c := range w.Closes {
		cost := string(c.Cost)
		if cost == "" {
			cost = plCostUnknown
		}
		closes := document.CellOf(fmt.Sprintf(plOfGap, c.Closes, w.GapNow))
		if best[c.Action] {
			closes.Lines = append(closes.Lines, cellLine(document.Small, plBestOf))
		}
		r := row(string(c.Action), b.a.Plan.Action(c.Action).What, cost, "")
		r.Cells[3] = closes
		t.Rows = append(t.Rows, r)
	}
	return t
}
