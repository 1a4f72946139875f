package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// mostLevelRows is how many units a page of levels holds. With more, the spread
// comes before the levels of each unit.
const mostLevelRows = 25

// levels is the heat map of units and dimensions, and how the units are spread
// in each dimension.
func (b *comparisonBuilder) levels() document.Section {
	s := document.Section{ID: "levels", Title: coLevels, NewPage: true, Blocks: b.orderNote()}
	each := []document.Block{paragraph(document.Body, "%s", b.orderSentence()), b.levelTable()}
	spread := []document.Block{b.strips(), b.spreadTable()}
	if len(b.c.Units) > mostLevelRows {
		each, spread = spread, each
	}
	s.Blocks = append(append(s.Blocks, each...), spread...)
	if t := b.subsetTable(); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	}
	return s
}

// orderSentence says in which order the units are.
func (b *comparisonBuilder) orderSentence() string {
	switch {
	case b.c.Ordered != "":
		return "The units are in the order that was asked for."
	case b.c.Own:
		return fmt.Sprintf("%s comes first, then the letters.", b.c.Units[0].Label)
	case b.c.Anonymous:
		return "The units are in the order of their letters."
	}
	return "The units are in the order of their names."
}

// mostUnitDots is how many dots a reader can tell apart in a strip. Of more units,
// one dot stands for several.
const mostUnitDots = 200

// strips show one dot for each unit, or for some units.
func (b *comparisonBuilder) strips() document.Figure {
	each := (len(b.c.Units) + mostUnitDots - 1) / mostUnitDots
	c := document.Strips{Axis: b.axis(), Key: document.StripKey{Dot: "one unit", Median: "median", Half: "middle half of the units"}}
	if each > 1 {
		c.Key.Dot = fmt.Sprintf("up to %d units of one level", each)
	}
	for d := range b.c.Dimensions {
		dim := &b.c.Dimensions[d]
		row := document.StripRow{Label: dim.Title, Text: fmt.Sprintf("n = %d", dim.Spread.N), Note: "no unit has enough answers"}
		at := map[assessment.Tenths]int{}
		for i := range b.c.Units {
			if b.c.Units[i].Shown(d) {
				at[b.c.Units[i].Dimensions[d].LevelShown()]++
			}
		}
		for t := assessment.Tenths(10); t <= assessment.Tenths(10*b.c.K()); t++ {
			if at[t] > 0 {
				row.Dots = append(row.Dots, document.Dots{At: place(t), Count: (at[t] + each - 1) / each})
			}
		}
		if sp := &dim.Spread; sp.N > 0 {
			row.HasHalf = true
			row.Low, row.Median, row.High = exactPlace(sp.Q1), exactPlace(sp.Median), exactPlace(sp.Q3)
		}
		c.Rows = append(c.Rows, row)
	}
	return document.Figure{Caption: "How the units are spread in each dimension", Chart: c,
		Alt: "Dots for the units on a scale of levels, with the median and the middle half. The numbers stand in the table \"Spread of the units\"."}
}

func (b *comparisonBuilder) spreadTable() document.Table {
	t := document.Table{Caption: "Spread of the units", Columns: spreadColumns("Dimension"),
		Note: "Half of the units lie between the quartiles. Quartiles are taken by linear interpolation (type 7)."}
	for i := range b.c.Dimensions {
		d := &b.c.Dimensions[i]
		t.Rows = append(t.Rows, document.Row{Cells: cells(append([]string{d.Title}, spreadCells(&d.Spread)...))})
	}
	return t
}

func spreadColumns(first string) []document.Column {
	cols := []document.Column{{Title: first, Width: 4, RowHeader: true}, {Title: "Units", Width: 1, Align: document.AlignEnd}}
	for _, title := range []string{"Lowest", "Lower quartile", "Median", "Upper quartile", "Highest"} {
		cols = append(cols, document.Column{Title: title, Width: 1.3, Align: document.AlignDecimal})
	}
	return cols
}

func spreadCells(s *assessment.Spread) []string {
	return []string{fmt.Sprint(s.N), tenths(s.Least), tenths(s.Q1), tenths(s.Median), tenths(s.Q3), tenths(s.Most)}
}

// profiles sets a small profile of each unit on one scale.
func (b *comparisonBuilder) profiles() document.Section {
	s := document.Section{ID: "profiles", Title: "Profiles of the units"}
	if len(b.c.Units) > mostProfiles {
		return document.Section{}
	}
	m := document.Multiples{Axis: b.axis(), Key: document.Key{Now: "now", Preliminary: "now, preliminary", Target: "target"}}
	for _, d := range b.c.Dimensions {
		m.Rows = append(m.Rows, d.Title)
	}
	for i := range b.c.Units {
		u := &b.c.Units[i]
		p := document.Profile{Title: u.Label, Note: commas(nonEmpty(u.Subject.Country, shortDay(u.Session.Date)))}
		for d := range u.Dimensions {
			p.Points = append(p.Points, profilePoint(&u.Dimensions[d]))
		}
		m.Profiles = append(m.Profiles, p)
	}
	s.Blocks = append(s.Blocks, paragraph(document.Body, "Each picture is one unit, on the same scale. Read the shape: what is strong and what is weak in the unit itself."),
		document.Figure{Caption: "Profile of each unit, with its targets", Chart: m,
			Alt: fmt.Sprintf("One small picture for each unit, with its level and target in each dimension. The levels stand in the table %q.", levelTableTitle)})
	return s
}

func profilePoint(d *assessment.DimensionScore) document.ProfilePoint {
	if d.Asked == 0 || !d.Shown() {
		return document.ProfilePoint{Text: noLevel(&d.Score)}
	}
	return document.ProfilePoint{Known: true, Preliminary: d.Status == assessment.Preliminary, Value: place(d.LevelShown()), Text: d.LevelShown().String(),
		HasTarget: true, Target: place(assessment.RoundTenths(d.Target.Mean))}
}

const levelTableTitle = "Level of each unit in each dimension"

// levelTable is the heat map of units and dimensions: each level in its shade,
// and the overall level.
func (b *comparisonBuilder) levelTable() document.Table {
	t := document.Table{Caption: levelTableTitle, Columns: []document.Column{{Title: "Unit", Width: 3.4, RowHeader: true}},
		Note: fmt.Sprintf(coKey, b.c.K()) + " Overall: mean of the dimensions, only where all of them can be shown."}
	for _, d := range b.c.Dimensions {
		t.Columns = append(t.Columns, document.Column{Title: d.Title, Width: 1.5, Align: document.AlignCenter})
	}
	t.Columns = append(t.Columns, document.Column{Title: "Overall", Width: 1.1, Align: document.AlignCenter})
	for i := range b.c.Units {
		u := &b.c.Units[i]
		row := document.Row{Cells: []document.Cell{document.CellOf(u.Label)}}
		for d := range u.Dimensions {
			row.Cells = append(row.Cells, b.levelCell(&u.Dimensions[d].Score))
		}
		row.Cells = append(row.Cells, document.CellOf(tenths(u.Overall.Level)))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// shortLevelTable is the same for a narrow screen: with the ids of the
// dimensions, and without the overall level.
func (b *comparisonBuilder) shortLevelTable() document.Table {
	t := b.levelTable()
	t.Note = fmt.Sprintf(coKey, b.c.K())
	for d := range b.c.Dimensions {
		t.Columns[d+1].Title = string(b.c.Dimensions[d].ID)
	}
	return withoutLastColumn(t)
}

// subsetTable says where a level differs from that in the unit's own report.
func (b *comparisonBuilder) subsetTable() document.Table {
	t := document.Table{Caption: "Levels that differ from the unit's own report, because statements are left out", Columns: []document.Column{
		{Title: "Unit", Width: 4, RowHeader: true}, {Title: "Dimension", Width: 4},
		{Title: "Own report", Width: 1.5, Align: document.AlignCenter}, {Title: "Here", Width: 1.5, Align: document.AlignCenter}}}
	if b.c.Subset == nil {
		return t
	}
	for _, ch := range b.c.Subset.Changed {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(b.c.Units[ch.Unit].Label), document.CellOf(b.c.Dimensions[ch.Dimension].Title),
			b.levelCell(ch.Own), b.levelCell(ch.Here)}})
	}
	return t
}
