package reports

import (
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

// priorities lists every gap in the order in which to look at it.
func (b *gapBuilder) priorities() document.Section {
	s := document.Section{ID: "gaps", Title: b.gapsTitle(), NewPage: true}
	if len(b.gaps) == 0 {
		return s
	}
	weighed := 0
	for _, g := range b.gaps {
		if g.Priority != nil {
			weighed++
		}
	}
	listed := b.gaps
	if weighed > 0 {
		listed = weighedOrNeeded(b.gaps)
		s.Blocks = append(s.Blocks, paragraph(document.Body,
			"The people in the room weighed %d of %d gaps by importance and feasibility. A quick win is important and feasible: begin there. The table lists the weighed gaps; one that another gap needs first stands directly before it. The codes of all the others are in the first table, and their texts in the sections of the dimensions.",
			weighed, len(b.gaps)))
	} else {
		s.Blocks = append(s.Blocks, paragraph(document.Body,
			"Nobody has weighed these gaps yet, so they are ordered by size alone. A large gap is not always the first to close: importance and feasibility decide. A prerequisite stands directly before the gap that needs it."))
	}
	t := document.Table{Caption: "Gaps", Note: noteRounding, Columns: []document.Column{
		{Title: "Statement", Width: 6.1, RowHeader: true}, {Title: "Now", Width: 0.8, Align: document.AlignCenter},
		{Title: "Target", Width: 1.1, Align: document.AlignCenter}, {Title: "Gap", Width: 0.9, Align: document.AlignCenter}}}
	if weighed > 0 {
		t.Columns = append(t.Columns, document.Column{Title: "Importance", Width: 1.7, Align: document.AlignCenter},
			document.Column{Title: "Feasibility", Width: 1.6, Align: document.AlignCenter},
			document.Column{Title: "Priority", Width: 1.3, Align: document.AlignDecimal}, document.Column{Title: "Kind", Width: 1.9})
	} else {
		t.Note = ""
	}
	for i := range listed {
		t.Rows = append(t.Rows, b.gapRow(&listed[i], weighed > 0))
	}
	if b.anyDefaultTarget() {
		t.Note = fmt.Sprintf("An asterisk (*) marks a %s. %s", noteDefaultTarget, t.Note)
	}
	if fig, ok := b.gapScatter(); ok {
		s.Blocks = append(s.Blocks, fig)
	}
	if weighed > 0 {
		s.Blocks = append(s.Blocks, b.quadrants(plQuadrantsTitle))
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// weighedOrNeeded are the gaps that were weighed, and those that they need first.
func weighedOrNeeded(gaps []assessment.Gap) []assessment.Gap {
	weighed := map[assessment.StatementID]bool{}
	for _, g := range gaps {
		weighed[g.Statement] = g.Priority != nil
	}
	var out []assessment.Gap
	for _, g := range gaps {
		if g.Priority != nil || slices.ContainsFunc(g.Before, func(id assessment.StatementID) bool { return weighed[id] }) {
			out = append(out, g)
		}
	}
	return out
}

func (b *gapBuilder) anyDefaultTarget() bool {
	for _, g := range b.gaps {
		if g.Default {
			return true
		}
	}
	return false
}

func (b *gapBuilder) gapRow(g *assessment.Gap, weighed bool) document.Row {
	target := fmt.Sprint(g.Target)
	if g.Default {
		target += "*"
	}
	now := document.CellOf(fmt.Sprint(g.Level))
	now.Shade = b.shade(int(g.Level))
	name := document.Cell{Lines: []document.CellLine{{Text: document.Text{
		{Text: string(g.Statement), Strong: true, Link: statementID(g.Statement)}, {Text: " " + b.byID[g.Statement].asked.Text}}}}}
	if len(g.Before) > 0 {
		name.Lines = append(name.Lines, cellLine(document.Small, fmt.Sprintf("Comes first: needed for %s.", list(g.Before))))
	}
	if len(g.Barriers) > 0 {
		name.Lines = append(name.Lines, cellLine(document.Small, fmt.Sprintf("Barriers: %s.", list(g.Barriers))))
	}
	r := document.Row{Cells: []document.Cell{name, now, document.CellOf(target), document.CellOf(fmt.Sprint(g.Size))}}
	if weighed {
		grade := func(n int) document.Cell {
			if n == 0 {
				return document.CellOf(wordNone)
			}
			return document.CellOf(fmt.Sprint(n))
		}
		r.Cells = append(r.Cells, grade(g.Importance), grade(g.Feasibility), document.CellOf(tenths(g.Priority)), document.CellOf(g.Quadrant.String()))
	}
	return r
}
