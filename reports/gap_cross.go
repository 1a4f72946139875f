package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// crossCutting shows lenses, change levels and principles with enough answers.
func (b *gapBuilder) crossCutting() document.Section {
	s := document.Section{ID: "cross-cutting", Title: "Across the dimensions"}
	add := func(title string, tags []assessment.TagScore) {
		t := document.Table{Caption: fmt.Sprintf("By %s", strings.ToLower(title)), Columns: []document.Column{{Title: title, Width: 5, RowHeader: true},
			{Title: "Level", Width: 1, Align: document.AlignDecimal}, {Title: "Range", Width: 1.6, Align: document.AlignCenter},
			{Title: "Answered", Width: 1.6, Align: document.AlignEnd}, {Title: "Status", Width: 2.4}}}
		for i := range tags {
			tag := &tags[i]
			if tag.Shown() {
				t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(tag.Name), b.scoreCell(&tag.Score),
					document.CellOf(rangeText(&tag.Score)), document.CellOf(answeredText(&tag.Score)), document.CellOf(tag.Status.String())}})
			}
		}
		if len(t.Rows) > 0 {
			s.Blocks = append(s.Blocks, withoutEmptyColumns(t))
		}
	}
	if fig, ok := b.heat(); ok {
		s.Blocks = append(s.Blocks, fig)
	}
	add("Lens", b.card.Lenses)
	add("Level of change", b.card.ChangeLevels)
	add("Principle of effective governance", b.card.Principles)
	if len(s.Blocks) > 0 {
		intro := paragraph(document.Body, "A statement can count in several rows. A level is shown where at least three statements have one, and these are 60 % or more of the applicable ones. A dash stands where they are fewer.")
		s.Blocks = append([]document.Block{intro}, s.Blocks...)
	}
	return s
}

// heat shows how each dimension stands in each group of principles.
func (b *gapBuilder) heat() (document.Figure, bool) {
	var c document.Heat
	for _, g := range b.card.Groups {
		c.Columns = append(c.Columns, capital(g))
	}
	shown := false
	var parts []string
	for d := range b.card.Heat {
		if b.card.Dimensions[d].Asked == 0 {
			continue
		}
		row := document.HeatRow{Label: b.card.Dimensions[d].Title}
		for g := range b.card.Heat[d] {
			sc := &b.card.Heat[d][g]
			cell := document.HeatCell{Text: levelText(sc), Note: fmt.Sprintf("n = %d", sc.Answered)}
			if sc.Shown() {
				shown = true
				cell.Shade = b.shade(sc.LevelShown().Whole())
				parts = append(parts, fmt.Sprintf("%s, %s: %s (n = %d)", row.Label, c.Columns[g], sc.LevelShown(), sc.Answered))
			}
			row.Cells = append(row.Cells, cell)
		}
		c.Rows = append(c.Rows, row)
	}
	return document.Figure{Caption: "Level by dimension and group of principles, with the number of answered statements (n)",
		Alt: fmt.Sprintf("Levels from 1 to %d, where there are enough answers. %s.", b.a.Asked.Levels(), semicolons(parts)), Chart: c}, shown
}
