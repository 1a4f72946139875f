package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// gapSection lists the first gaps, with what their order comes from.
func (b overviewBuilder) gapSection() document.Section {
	top := b.firstGaps()
	top = top[:min(overviewGaps, len(top))]
	s := document.Section{ID: "gaps", Title: ovGapsLoose}
	if len(top) == 0 {
		if b.card.All.Answered > 0 {
			s.Blocks = []document.Block{paragraph(document.Body, ovNoGap)}
		}
		return s
	}
	t := document.Table{Columns: []document.Column{
		{Title: ovStatementColumn, Width: 1, RowHeader: true}, {Title: ovNowTargetColumn, Width: 1}, {Title: ovTextColumn, Width: 6}}}
	for _, g := range top {
		text := document.CellOf(b.byID[g.Statement].asked.Text)
		if g.Priority != nil {
			text.Lines = append(text.Lines, cellLine(document.Small,
				fmt.Sprintf(ovPriority, tenths(g.Priority), g.Importance, g.Size, g.Feasibility, g.Quadrant)))
		}
		if len(g.First) > 0 {
			text.Lines = append(text.Lines, cellLine(document.Small, fmt.Sprintf(ovFirst, commas(g.First))))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(string(g.Statement)),
			document.CellOf(fmt.Sprintf(ovNowTarget, g.Level, g.Target)), text}})
	}
	if b.anyWeighed() {
		s.Title = ovGapsFirst
	}
	s.Blocks = []document.Block{t}
	return s
}

// missing lists the statements without a level, by dimension.
func (b overviewBuilder) missing() document.Section {
	s := document.Section{ID: "missing", Title: ovMissing}
	t := document.Table{Columns: []document.Column{
		{Title: ovDimensionColumn, Width: 2.5, RowHeader: true}, {Title: ovUnansweredColumn, Width: 3},
		{Title: ovUnknownColumn, Width: 2}, {Title: ovNotApplicable, Width: 2}}}
	var marked []assessment.StatementID
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		without := map[assessment.Choice][]assessment.StatementID{}
		for _, l := range b.statements {
			if l.dim != d.ID {
				continue
			}
			if l.answer.Choice <= 0 {
				without[l.answer.Choice] = append(without[l.answer.Choice], l.asked.ID)
			}
			if l.answer.Marked {
				marked = append(marked, l.asked.ID)
			}
		}
		if len(without) == 0 {
			continue
		}
		row := document.Row{Cells: []document.Cell{document.CellOf(d.Title)}}
		for _, c := range []assessment.Choice{assessment.Unanswered, assessment.Unknown, assessment.NotApplicable} {
			row.Cells = append(row.Cells, document.CellOf(countAndIDs(without[c], d.Asked)))
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	} else {
		s.Blocks = append(s.Blocks, paragraph(document.Body, ovNothingMissing))
	}
	if len(marked) > 0 {
		s.Blocks = append(s.Blocks, paragraph(document.Body, ovMarked, commas(marked)))
	}
	return s
}

func countAndIDs(ids []assessment.StatementID, asked int) string {
	switch n := len(ids); {
	case n == 0:
		return wordNone
	case n == asked && n > 1:
		return fmt.Sprintf(ovAllOf, n)
	default:
		return fmt.Sprintf(ovCountAndIDs, n, commas(ids))
	}
}

// warnings says what a reader could otherwise take for more than it is.
func (b overviewBuilder) warnings() document.Section {
	s := document.Section{ID: "warnings", Title: ovWarnings}
	var items []document.Text
	add := func(format string, args ...any) {
		items = append(items, document.Plain(fmt.Sprintf(format, args...)))
	}
	var changed, preliminary []assessment.DimensionID
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 || !d.Shown() {
			continue
		}
		if d.SetChanged {
			changed = append(changed, d.ID)
		}
		if d.Status == assessment.Preliminary {
			preliminary = append(preliminary, d.ID)
		}
	}
	if o := &b.card.Overall; o.Shown() && len(o.LeftOut) > 0 {
		add(ovLeftOut, b.dimensionNames(o.LeftOut))
	}
	if len(preliminary) > 0 {
		add(ovPreliminaryWarning, b.dimensionNames(preliminary))
	}
	if len(changed) > 0 {
		add(ovSetChanged, b.dimensionNames(changed))
	}
	target := b.a.Asked.DefaultTarget
	switch ids, all := b.defaults(); {
	case all:
		add(ovDefaultAll, target.Level, target.Months)
	case len(ids) > 0:
		add(ovDefaultSome, b.dimensionNames(ids), target.Level, target.Months)
	}
	if len(items) > 0 {
		s.Blocks = append(s.Blocks, document.List{Items: items})
	}
	return s
}
