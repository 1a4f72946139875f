package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// The most that is told of what one unit can offer another.
const (
	mostOffers     = 2 // dimensions
	mostPairTopics = 3 // statements of each
)

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
	intro := "Each unit has one partner, so that all together can learn the most from each other. One unit can help another in a dimension where it is ahead and the other is below its target."
	if !p.Exact {
		intro += fmt.Sprintf(" With more than %d units, a pairing with a larger total may exist.", assessment.ExactPeers)
	}
	t := document.Table{Caption: "Pairs, and what each can offer", Columns: []document.Column{
		{Title: "Can help", Width: 2.4, RowHeader: true}, {Title: "Is helped", Width: 2.4}, {Title: "In", Width: 2.4},
		{Title: "Levels", Width: 1, Align: document.AlignDecimal}, {Title: "Statements and cases", Width: 5}},
		Note: "Levels: the part of the gap to the target that the helper is ahead. In brackets: the level of the helper, then that of the unit that is helped."}
	for _, g := range p.Groups {
		t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(b.groupName(g.Members))}})
		rows := b.offerRows(g.Members)
		if len(rows) == 0 {
			rows = []document.Row{{Cells: cells([]string{wordNone, wordNone, "no difference to learn from", wordNone, ""})}}
		}
		t.Rows = append(t.Rows, rows...)
	}
	s.Blocks = append(s.Blocks, paragraph(document.Body, "%s", intro), t)
	if len(p.LeftOut) > 0 {
		s.Blocks = append(s.Blocks, paragraph(document.Small, "Without a partner, because no level can be shown: %s.", b.unitNames(p.LeftOut)))
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

// groupName names a pair or a trio.
func (b *comparisonBuilder) groupName(members []int) string {
	if len(members) == 2 {
		return fmt.Sprintf("%s and %s", b.c.Units[members[0]].Label, b.c.Units[members[1]].Label)
	}
	return fmt.Sprintf("Three together: %s", b.unitNames(members))
}

func (b *comparisonBuilder) offerRows(members []int) []document.Row {
	var rows []document.Row
	for _, from := range members {
		for _, to := range members {
			if from == to {
				continue
			}
			n := 0
			for _, o := range b.c.Offers(from, to) {
				if n == mostOffers || !o.Shown() {
					break
				}
				n++
				rows = append(rows, document.Row{Cells: []document.Cell{document.CellOf(b.c.Units[from].Label), document.CellOf(b.c.Units[to].Label), document.CellOf(b.titles[o.Dimension]),
					document.CellOf(tenths(o.Size)), b.reasons(o)}})
			}
		}
	}
	return rows
}

// reasons are the statements behind an offer, and the cases that the helper has
// recorded.
func (b *comparisonBuilder) reasons(o assessment.PeerOffer) document.Cell {
	var cell document.Cell
	for i, t := range b.c.Topics(o.From, o.To, o.Dimension) {
		if i == mostPairTopics {
			break
		}
		cell.Lines = append(cell.Lines, cellLine(document.Body, fmt.Sprintf("%s (%d and %d)", t.Statement, t.From, t.To)))
	}
	for _, c := range b.c.Units[o.From].CasesOf(o.Dimension) {
		if c.Title != "" {
			cell.Lines = append(cell.Lines, cellLine(document.Small, fmt.Sprintf("Case: %s", c.Title)))
		}
		if c.Result != "" {
			cell.Lines = append(cell.Lines, cellLine(document.Small, c.Result))
		}
		if c.Contact != "" {
			cell.Lines = append(cell.Lines, cellLine(document.Small, fmt.Sprintf("Contact: %s", c.Contact)))
		}
	}
	return cell
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
