package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// fewestForDistribution is how many answers a distribution needs to be shown in
// a paper that leaves the room.
const fewestForDistribution = 3

// differences lists where the people of the unit differed, and what they agreed
// on. Nobody is named.
func (b *gapBuilder) differences() document.Section {
	s := document.Section{ID: "differences", Title: "Where people differed"}
	all := b.a.Differences()
	if b.a.Session.Type != assessment.Group || len(all) == 0 {
		return s
	}
	t := document.Table{Caption: "Statements with different answers, the widest spread first", Columns: []document.Column{
		{Title: "Statement", Width: 5, RowHeader: true}, {Title: "Answers", Width: 2.6}, {Title: "Spread", Width: 1, Align: document.AlignCenter},
		{Title: "Agreed", Width: 1.3, Align: document.AlignCenter}, {Title: "Why", Width: 3}}}
	for i := range all {
		d := &all[i]
		name := document.Cell{Lines: []document.CellLine{{Text: document.Text{
			{Text: string(d.Statement), Strong: true, Link: statementID(d.Statement)}, {Text: " " + b.byID[d.Statement].asked.Text}}}}}
		agreed := document.CellOf(choiceWord(d.Agreed))
		if n, ok := d.Agreed.Level(); ok {
			agreed.Shade = b.shade(int(n))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name, document.CellOf(saidText(d)), document.CellOf(fmt.Sprint(d.Spread())), agreed, document.CellOf(d.Reason)}})
	}
	s.Blocks = append(s.Blocks, paragraph(document.Body,
		"People of the unit first answered these statements apart, and differed. The table shows what they said, without names, and what was agreed. Spread is the distance between the highest and the lowest level."), t)
	return s
}

// saidText counts the answers of each kind; fewer than three are only counted
// together.
func saidText(d *assessment.Difference) string {
	if len(d.Said) < fewestForDistribution {
		return fmt.Sprintf("%d different answers", len(d.Said))
	}
	var parts []string
	for i := 0; i < len(d.Said); {
		n := 1
		for i+n < len(d.Said) && d.Said[i+n] == d.Said[i] {
			n++
		}
		if l, ok := d.Said[i].Level(); ok {
			parts = append(parts, fmt.Sprintf("level %d: %d", l, n))
		} else {
			parts = append(parts, fmt.Sprintf("%s: %d", choiceWord(d.Said[i]), n))
		}
		i += n
	}
	return strings.Join(parts, ", ")
}
