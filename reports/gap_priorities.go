package reports

import (
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// mostUnweighed is how many gaps are listed with their text where nobody has
// weighed any; the others follow as codes.
const mostUnweighed = 12

// priorities lists the gaps in the order in which to look at them: the weighed
// ones with what they need first, or else the largest. The others stand there as
// codes; their text is in the sections about the dimensions.
func (b *gapBuilder) priorities() document.Section {
	s := document.Section{ID: "gaps", Title: b.gapsTitle(), NewPage: true}
	switch listed := b.listedGaps(); {
	case len(b.gaps) == 0:
	case b.anyWeighed():
		s.Blocks = append(s.Blocks, paragraph(document.Body,
			"Weighed gaps: %d of %d. A quick win is important and feasible, a major project is important but hard, a small step is feasible but less important. A prerequisite stands directly before the gap that needs it.",
			b.weighedGaps(), len(b.gaps)))
		if fig, ok := b.gapScatter(); ok {
			s.Blocks = append(s.Blocks, fig)
		}
		s.Blocks = append(s.Blocks, b.quadrants(plQuadrantsTitle), b.gapTable("Weighed gaps, by priority", listed, true))
	default:
		s.Blocks = append(s.Blocks, paragraph(document.Body,
			"Nobody has weighed these gaps yet, so they are ordered by size alone. A large gap is not always the first to close: importance and feasibility decide."))
		if len(listed) < len(b.gaps) {
			s.Blocks = append(s.Blocks, b.gapsBySize(), b.gapTable(fmt.Sprintf("The first %d of %d", len(listed), len(b.gaps)), listed, false))
		} else {
			s.Blocks = append(s.Blocks, b.gapTable("All gaps, by size", listed, false))
		}
	}
	return s
}

func (b *gapBuilder) weighedGaps() int {
	n := 0
	for _, g := range b.gaps {
		if g.Priority != nil {
			n++
		}
	}
	return n
}

// listedGaps are the gaps that have a row with their text.
func (b *gapBuilder) listedGaps() []assessment.Gap {
	if !b.anyWeighed() {
		first := b.firstGaps()
		return first[:min(mostUnweighed, len(first))]
	}
	// A prerequisite comes before the gap that needs it, so the way back meets
	// that gap first.
	listed := map[assessment.StatementID]bool{}
	var out []assessment.Gap
	for _, g := range slices.Backward(b.gaps) {
		if g.Priority != nil || slices.ContainsFunc(g.Before, func(id assessment.StatementID) bool { return listed[id] }) {
			listed[g.Statement] = true
			out = append(out, g)
		}
	}
	slices.Reverse(out)
	return out
}

// gapsBySize names all gaps by their codes.
func (b *gapBuilder) gapsBySize() document.Table {
	t := document.Table{Caption: "All gaps by size", Columns: []document.Column{
		{Title: "Gap", Width: 1, Align: document.AlignCenter, RowHeader: true}, {Title: "Statements", Width: 9}}}
	for size := int(b.a.Asked.Levels()); size >= 0; size-- {
		var text document.Text
		for _, g := range b.gaps {
			if g.Size != size {
				continue
			}
			if text != nil {
				text = append(text, document.Span{Text: ", "})
			}
			text = append(text, document.Span{Text: string(g.Statement), Link: statementID(g.Statement)})
		}
		if text != nil {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(fmt.Sprint(size)), {Lines: []document.CellLine{{Text: text}}}}})
		}
	}
	return t
}

func (b *gapBuilder) gapTable(caption string, gaps []assessment.Gap, weighed bool) document.Table {
	t := document.Table{Caption: caption, Columns: []document.Column{
		{Title: "Statement", Width: 7.5, RowHeader: true}, {Title: "Now", Width: 0.8, Align: document.AlignCenter},
		{Title: "Target", Width: 1, Align: document.AlignCenter}, {Title: "Gap", Width: 0.7, Align: document.AlignCenter}}}
	if weighed {
		t.Note = noteRounding
		t.Columns = append(t.Columns, document.Column{Title: "Importance", Width: 1.7, Align: document.AlignCenter},
			document.Column{Title: "Feasibility", Width: 1.6, Align: document.AlignCenter},
			document.Column{Title: "Priority", Width: 1.3, Align: document.AlignDecimal})
	}
	defaults := false
	for i := range gaps {
		defaults = defaults || gaps[i].Default
		t.Rows = append(t.Rows, b.gapRow(&gaps[i], weighed))
	}
	t.Note = strings.Join(nonEmpty(when(defaults, sentenceDefaultTarget), t.Note), " ")
	return t
}

func gapAnchor(id assessment.StatementID) string { return "gap-" + string(id) }

func (b *gapBuilder) gapRow(g *assessment.Gap, weighed bool) document.Row {
	target := fmt.Sprint(g.Target)
	if g.Default {
		target += markDefault
	}
	now := document.CellOf(fmt.Sprint(g.Level))
	now.Shade = b.shade(int(g.Level))
	name := document.Cell{Lines: []document.CellLine{{Text: document.Text{
		{Text: string(g.Statement), Strong: true, Link: statementID(g.Statement)}, {Text: " " + b.byID[g.Statement].asked.Text}}}}}
	if weighed && len(g.Before) > 0 {
		name.Lines = append(name.Lines, cellLine(document.Small, fmt.Sprintf("Comes first: needed for %s.", list(g.Before))))
	}
	if !weighed && len(g.First) > 0 {
		name.Lines = append(name.Lines, cellLine(document.Small, fmt.Sprintf("Needs first: %s.", list(g.First))))
	}
	if len(g.Barriers) > 0 {
		name.Lines = append(name.Lines, cellLine(document.Small, fmt.Sprintf("Barriers: %s.", list(g.Barriers))))
	}
	r := document.Row{ID: gapAnchor(g.Statement), Cells: []document.Cell{name, now, document.CellOf(target), document.CellOf(fmt.Sprint(g.Size))}}
	if weighed {
		grade := func(n int) document.Cell {
			if n == 0 {
				return document.CellOf(wordNone)
			}
			return document.CellOf(fmt.Sprint(n))
		}
		r.Cells = append(r.Cells, grade(g.Importance), grade(g.Feasibility), document.CellOf(tenths(g.Priority)))
	}
	return r
}
