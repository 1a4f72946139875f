package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// The most dimensions that are told of what one unit can offer another, for a
// few units and for many.
const (
	mostOffers     = 2
	mostOffersMany = 1
)

// exchange is what the pairs are told from.
func (b *comparisonBuilder) exchange() *exchange {
	e := &exchange{titles: b.titles, offers: b.c.Offers, topics: b.c.Topics, contacts: b.Contacts, most: mostOffers,
		level: func(unit int, dim assessment.DimensionID) string {
			for i := range b.c.Dimensions {
				if b.c.Dimensions[i].ID == dim {
					return tenths(b.c.Units[unit].Dimensions[i].Level)
				}
			}
			return wordNone
		},
		cases: func(unit int, dim assessment.DimensionID) []assessment.Case { return b.c.Units[unit].CasesOf(dim) }}
	if len(b.c.Units) > mostProfiles {
		e.most = mostOffersMany
	}
	for i := range b.c.Units {
		e.names = append(e.names, b.c.Units[i].Label)
	}
	return e
}

// pairs says who can learn what from whom.
func (b *comparisonBuilder) pairs() document.Section {
	s := document.Section{ID: "pairs", Title: "Who can learn from whom", NewPage: true}
	p := b.c.Pairing
	if p == nil {
		s.NewPage = false
		s.Blocks = append(s.Blocks, paragraph(document.Body, "With more than %d units no pairs are made. Compare the units of one group, such as a region, to get pairs.", assessment.MostPaired))
		return s
	}
	if len(p.Groups) == 0 {
		return document.Section{}
	}
	e := b.exchange()
	s.Blocks = append(s.Blocks, paragraph(document.Body, "Each unit has one partner, so that all together can learn the most from each other. One unit can help another in a dimension where it is ahead and the other is below its target."))
	s.Blocks = append(s.Blocks, e.list(p)...)
	if len(p.LeftOut) > 0 {
		s.Blocks = append(s.Blocks, paragraph(document.Small, "Without a partner, because no level can be shown: %s.", b.unitNames(p.LeftOut)))
	}
	for i := range p.Groups {
		s.Blocks = append(s.Blocks, document.Heading{Level: 3, ID: pairID(i), Text: e.pairName(p.Groups[i].Members)})
		s.Blocks = append(s.Blocks, e.blocks(p.Groups[i].Members)...)
	}
	return s
}

func (b *comparisonBuilder) unitNames(members []int) string {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = b.c.Units[m].Label
	}
	return semicolons(names)
}

// groups shows units of one country, cluster or kind together.
func (b *comparisonBuilder) groups() document.Section {
	s := document.Section{ID: "groups", Title: "Groups of units"}
	if len(b.c.Groups) == 0 {
		return s
	}
	t := document.Table{Caption: "Median of each group", Columns: []document.Column{{Title: "Group", Width: 3.4, RowHeader: true}, {Title: "Units", Width: 0.9, Align: document.AlignEnd}},
		Note: "A group is shown from three units on. A dash: fewer than three of its units have a level."}
	for _, d := range b.c.Dimensions {
		t.Columns = append(t.Columns, document.Column{Title: d.Title, Width: 1.5, Align: document.AlignCenter})
	}
	last := assessment.GroupField(-1)
	for i := range b.c.Groups {
		g := &b.c.Groups[i]
		if g.Field != last {
			last = g.Field
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf([...]string{"Country", "Group of units", "Kind of unit"}[g.Field])}})
		}
		row := document.Row{Cells: cells([]string{g.Name, fmt.Sprint(len(g.Units))})}
		for d := range g.Dimensions {
			cell := document.CellOf(wordNone)
			if sp := &g.Dimensions[d]; sp.N >= assessment.GroupFrom {
				m := assessment.RoundTenths(sp.Median)
				cell = document.CellOf(m.String())
				cell.Shade = document.Shade{Step: m.Whole(), Of: int(b.c.K())}
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	s.Blocks = append(s.Blocks, t)
	return s
}
