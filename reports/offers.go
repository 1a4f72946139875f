package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// exchange tells what units can offer each other: those of a workshop or those
// of a comparison. Units are named by their positions.
type exchange struct {
	names    []string
	titles   map[assessment.DimensionID]string
	offers   func(from, to int) []assessment.PeerOffer
	topics   func(from, to int, dim assessment.DimensionID) []assessment.HelpTopic
	level    func(unit int, dim assessment.DimensionID) string
	cases    func(unit int, dim assessment.DimensionID) []assessment.Case
	contacts bool // tell the contacts of cases
	most     int  // dimensions that are told of each direction; 0 for all
}

// mostTopics is how many statements are named for an offer.
const mostTopics = 3

func pairID(i int) string { return fmt.Sprintf("pair-%d", i+1) }

// pairName names a pair or a trio.
func (e *exchange) pairName(members []int) string {
	var names []string
	for _, i := range members {
		names = append(names, e.names[i])
	}
	if len(names) == 2 {
		return fmt.Sprintf(paTwo, names[0], names[1])
	}
	return fmt.Sprintf(paThree, names[0], names[1], names[2])
}

// list names the pairs and says how they were found. Each leads to the part that
// tells of it.
func (e *exchange) list(p *assessment.Pairing) []document.Block {
	if len(p.Groups) == 0 {
		return []document.Block{paragraph(document.Body, paNone)}
	}
	t := document.Table{Columns: []document.Column{{Title: paPair, Width: 50, RowHeader: true}, {Title: paValue, Width: 14, Align: document.AlignDecimal}}, Note: paValueNote}
	for i := range p.Groups {
		g := &p.Groups[i]
		name := document.Cell{Lines: []document.CellLine{{Text: document.Linked(e.pairName(g.Members), pairID(i))}}}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name, document.CellOf(assessment.RoundTenths(g.Value).String())}})
	}
	how := paExact
	if !p.Exact {
		how = fmt.Sprintf(paNotExact, assessment.ExactPeers)
	}
	return []document.Block{t, paragraph(document.Small, how)}
}

// table says what the units of one pair or trio can offer each other, one
// direction after the other; without an offer it has no rows.
func (e *exchange) table(members []int) document.Table {
	t := document.Table{Columns: []document.Column{{Title: paWhat, Width: 34, RowHeader: true}, {Title: paHelper, Width: 12, Align: document.AlignDecimal},
		{Title: paHelped, Width: 12, Align: document.AlignDecimal}, {Title: paCovers, Width: 12, Align: document.AlignDecimal}, {Title: paExample, Width: 52}}}
	for _, from := range members {
		for _, to := range members {
			rows := e.direction(from, to)
			if len(rows) == 0 {
				continue
			}
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: cells([]string{fmt.Sprintf(paDirection, e.names[from], e.names[to])})})
			t.Rows = append(t.Rows, rows...)
		}
	}
	return t
}

// blocks is the table, or the words for a pair without an offer.
func (e *exchange) blocks(members []int) []document.Block {
	if t := e.table(members); len(t.Rows) > 0 {
		return []document.Block{t}
	}
	return []document.Block{paragraph(document.Body, paNoOffer)}
}

// direction says what one unit can offer another.
func (e *exchange) direction(from, to int) []document.Row {
	var rows []document.Row
	for _, o := range e.offers(from, to) {
		if e.most > 0 && len(rows) == e.most || !o.Shown() {
			break
		}
		rows = append(rows, document.Row{Cells: []document.Cell{document.CellOf(e.titles[o.Dimension]), document.CellOf(e.level(from, o.Dimension)),
			document.CellOf(e.level(to, o.Dimension)), document.CellOf(assessment.RoundTenths(o.Size).String()), e.example(o)}})
	}
	return rows
}

// example names the statements with the most help, with both levels, and the
// cases that the helper has recorded.
func (e *exchange) example(o assessment.PeerOffer) document.Cell {
	var names []string
	topics := e.topics(o.From, o.To, o.Dimension)
	for _, h := range topics[:min(len(topics), mostTopics)] {
		names = append(names, fmt.Sprintf(paTopic, h.Statement, h.From, h.To))
	}
	cell := document.CellOf(commas(names))
	for _, c := range e.cases(o.From, o.Dimension) {
		if text := e.caseText(&c); text != "" {
			cell.Lines = append(cell.Lines, cellLine(document.Small, fmt.Sprintf(paCase, text)))
		}
	}
	return cell
}

func (e *exchange) caseText(c *assessment.Case) string {
	parts := nonEmpty(c.Title, c.Done, c.Result)
	if e.contacts && c.Contact != "" {
		parts = append(parts, fmt.Sprintf(paContact, c.Contact))
	}
	for i := range parts {
		parts[i] = strings.TrimRight(strings.Join(strings.Fields(parts[i]), " "), ".") + "."
	}
	return strings.Join(parts, " ")
}

// The words about pairs.
const (
	paPair      = "Pair"
	paValue     = "Value"
	paValueNote = "The value is the sum, over all dimensions and both ways, of what the lead of the helper covers of the gap of the helped, in levels. " + noteRounding
	paExact     = "These pairs have the largest total value that is possible. Between equal ones the names decide."
	paNotExact  = "With more than %d units not every pairing was tried. The pairs were made better, a few at a time, as long as that was possible. A better pairing may exist."
	paNone      = "There are no pairs yet."
	paTwo       = "%s and %s"
	paThree     = "%s, %s and %s"
	paDirection = "%s can help %s"
	paWhat      = "With what"
	paHelper    = "Helper"
	paHelped    = "Helped"
	paCovers    = "Covers"
	paExample   = "For example (level of helper, of helped)"
	paTopic     = "%s (%d, %d)"
	paCase      = "Case: %s"
	paNoOffer   = "Neither is ahead where the other is below its target. They can still exchange experience."
	paContact   = "Contact: %s"
)
