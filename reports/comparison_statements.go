package reports

import (
	"fmt"
	"math/big"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// summary says in words what the units share and where they differ.
func (b *comparisonBuilder) summary() document.Section {
	s := document.Section{ID: "summary", Title: "Summary", NewPage: true}
	s.Blocks = append(s.Blocks, paragraph(document.Lead, b.finding()))
	add := func(title string, of []*assessment.ComparedStatement, none string, text func(*assessment.ComparedStatement) string) {
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: title})
		if len(of) == 0 {
			s.Blocks = append(s.Blocks, paragraph(document.Body, none))
			return
		}
		var l document.List
		for _, st := range of {
			l.Items = append(l.Items, document.Text{{Text: string(st.ID) + ". ", Strong: true, Link: compareStatementID(st.ID)}, {Text: st.Text + " "}, {Text: text(st)}})
		}
		s.Blocks = append(s.Blocks, l)
	}
	add("Shared strengths", b.c.SharedStrengths(fewStatements), "There is no statement on which most units have reached their target.",
		func(st *assessment.ComparedStatement) string {
			return fmt.Sprintf("Units that have reached their target: %d of %d.", st.Reached(), st.Answered())
		})
	add("Shared gaps", b.c.SharedGaps(fewStatements), "No unit is below its target on any statement.",
		func(st *assessment.ComparedStatement) string {
			return fmt.Sprintf("Units below their target: %d of %d.", st.Below, st.Answered())
		})
	add("Where the units differ most", b.c.Uneven(fewStatements), "The units hardly differ on any statement.",
		func(st *assessment.ComparedStatement) string {
			return fmt.Sprintf("The middle half of the units lies between %s and %s.", tenths(st.Spread.Q1), tenths(st.Spread.Q3))
		})
	s.Blocks = append(s.Blocks, paragraph(document.Small, "%s", sentencePurpose))
	return s
}

// finding is the main result in sentences: the dimensions with the highest and
// the lowest median, and the one in which the units differ most.
func (b *comparisonBuilder) finding() string {
	var high, low, wide []string
	var top, bottom, most assessment.Tenths
	shown := 0
	better := func(names []string, best, v assessment.Tenths, name string) ([]string, assessment.Tenths) {
		switch {
		case len(names) == 0 || v > best:
			return []string{name}, v
		case v == best:
			return append(names, name), best
		}
		return names, best
	}
	for i := range b.c.Dimensions {
		d := &b.c.Dimensions[i]
		if d.Spread.N < 2 {
			continue
		}
		shown++
		high, top = better(high, top, assessment.RoundTenths(d.Spread.Median), d.Title)
		low, bottom = better(low, bottom, -assessment.RoundTenths(d.Spread.Median), d.Title)
		wide, most = better(wide, most, assessment.RoundTenths(d.Spread.Range()), d.Title)
	}
	switch {
	case shown == 0:
		return "In no dimension do two units have enough answers to be shown."
	case top == -bottom:
		return fmt.Sprintf("The median of the units is %s in every dimension. They differ most in: %s, by %s levels.", top, commas(wide), most)
	}
	return fmt.Sprintf("The units are strongest in: %s (median %s). They are weakest in: %s (median %s). They differ most in: %s, by %s levels.",
		commas(high), top, commas(low), -bottom, commas(wide), most)
}

func compareStatementID(id assessment.StatementID) string { return "statement-" + string(id) }

// statementLists are the statements with the most shared gaps and the most
// uneven ones.
func (b *comparisonBuilder) statementLists() document.Section {
	s := document.Section{ID: "statements", Title: "Shared gaps and uneven statements", NewPage: true}
	gaps := document.Table{Caption: "Where the most units are below their target", Columns: []document.Column{
		{Title: "Statement", Width: 7, RowHeader: true}, {Title: "Below target", Width: 1.4, Align: document.AlignEnd},
		{Title: "Answered", Width: 1.3, Align: document.AlignEnd}, {Title: "Median", Width: 1.1, Align: document.AlignDecimal}}}
	for _, st := range b.c.SharedGaps(topStatements) {
		gaps.Rows = append(gaps.Rows, document.Row{Cells: []document.Cell{comparedStatementCell(st), document.CellOf(fmt.Sprint(st.Below)), document.CellOf(fmt.Sprint(st.Answered())), document.CellOf(tenths(st.Spread.Median))}})
	}
	uneven := document.Table{Caption: "Where the units differ most", Columns: []document.Column{
		{Title: "Statement", Width: 7, RowHeader: true}, {Title: "Middle half", Width: 1.8, Align: document.AlignCenter},
		{Title: "All", Width: 1.3, Align: document.AlignCenter}, {Title: "Answered", Width: 1.3, Align: document.AlignEnd}},
		Note: "Middle half: between the quartiles of the units. Those with the largest distance come first."}
	for _, st := range b.c.Uneven(topStatements) {
		uneven.Rows = append(uneven.Rows, document.Row{Cells: []document.Cell{comparedStatementCell(st), document.CellOf(fmt.Sprintf("%s to %s", tenths(st.Spread.Q1), tenths(st.Spread.Q3))),
			document.CellOf(fmt.Sprintf("%s to %s", whole(st.Spread.Least), whole(st.Spread.Most))), document.CellOf(fmt.Sprint(st.Answered()))}})
	}
	for _, t := range []document.Table{gaps, uneven} {
		if len(t.Rows) > 0 {
			s.Blocks = append(s.Blocks, t)
		}
	}
	if len(s.Blocks) == 0 && len(b.c.Statements) == 0 {
		s.Blocks = append(s.Blocks, paragraph(document.Body, "No statement is the same in all results."))
	}
	return s
}

// whole shows a level of a statement.
func whole(r *big.Rat) string { return r.RatString() }

func comparedStatementCell(st *assessment.ComparedStatement) document.Cell {
	return document.Cell{Lines: []document.CellLine{{Text: document.Text{{Text: string(st.ID), Strong: true}, {Text: " " + st.Text}}}}}
}

// allStatements counts the answers of all units, statement by statement.
func (b *comparisonBuilder) allStatements() document.Section {
	t := document.Table{Caption: "Number of units on each level", Columns: []document.Column{{Title: "Statement", Width: 9, RowHeader: true}}}
	for l := 1; l <= int(b.c.K()); l++ {
		t.Columns = append(t.Columns, document.Column{Title: fmt.Sprint(l), Width: 0.75, Align: document.AlignEnd})
	}
	t.Columns = append(t.Columns, document.Column{Title: "No level", Width: 1, Align: document.AlignEnd}, document.Column{Title: "Median", Width: 1.3, Align: document.AlignDecimal},
		document.Column{Title: "Below target", Width: 1.2, Align: document.AlignEnd})
	dim := assessment.DimensionID("")
	for i := range b.c.Statements {
		st := &b.c.Statements[i]
		if st.Dimension != dim {
			dim = st.Dimension
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(b.titles[dim])}})
		}
		row := document.Row{ID: compareStatementID(st.ID), Cells: []document.Cell{comparedStatementCell(st)}}
		for _, n := range st.Counts {
			row.Cells = append(row.Cells, document.CellOf(fmt.Sprint(n)))
		}
		row.Cells = append(row.Cells, document.CellOf(fmt.Sprint(st.Asked-st.Answered())), document.CellOf(tenths(st.Spread.Median)), document.CellOf(fmt.Sprint(st.Below)))
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return document.Section{}
	}
	return document.Section{ID: "all-statements", Title: "All statements", Blocks: []document.Block{t}}
}

// matrixColumns is how many statements stand side by side.
const matrixColumns = 14

// matrix is what every unit answered, one table for each dimension.
func (b *comparisonBuilder) matrix() document.Section {
	s := document.Section{ID: "matrix", Title: "All answers"}
	if len(b.c.Units) > mostProfiles {
		s.Blocks = append(s.Blocks, paragraph(document.Body, "With more than %d units, the answers of each unit are in the table for spreadsheets: dgca compare --format csv", mostProfiles))
		return s
	}
	for d := range b.c.Dimensions {
		var of []int
		for i := range b.c.Statements {
			if b.c.Statements[i].Dimension == b.c.Dimensions[d].ID {
				of = append(of, i)
			}
		}
		for len(of) > 0 {
			n := min(matrixColumns, len(of))
			s.Blocks = append(s.Blocks, b.answerTable(b.c.Dimensions[d].Title, of[:n]))
			of = of[n:]
		}
	}
	if len(s.Blocks) > 0 {
		s.Blocks = append([]document.Block{paragraph(document.Small, "dk: don't know. na: not applicable. A dash: not answered, or not asked.")}, s.Blocks...)
	}
	return s
}

// answerTable has a column for each of some statements of a dimension. Where
// their ids begin in the same way, the caption says it once.
func (b *comparisonBuilder) answerTable(title string, statements []int) document.Table {
	ids := make([]string, len(statements))
	for n, i := range statements {
		ids[n] = string(b.c.Statements[i].ID)
	}
	t := document.Table{Caption: title, Columns: []document.Column{{Title: "Unit", Width: 4, RowHeader: true}}}
	if first := ids[0]; len(ids) > 1 {
		t.Caption = fmt.Sprintf("%s: statements %s to %s", title, first, ids[len(ids)-1])
		ids = withoutCommonStart(ids)
	}
	for _, id := range ids {
		t.Columns = append(t.Columns, document.Column{Title: id, Width: 1, Align: document.AlignCenter})
	}
	for i := range b.c.Units {
		u := &b.c.Units[i]
		row := document.Row{Cells: []document.Cell{document.CellOf(u.Label)}}
		for _, s := range statements {
			cell := document.CellOf(wordNone)
			if choice := u.Answers[s]; choice != assessment.Unanswered {
				cell = document.CellOf(choice.String())
				if l, ok := choice.Level(); ok {
					cell.Shade = document.Shade{Step: int(l), Of: int(b.c.K())}
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// withoutCommonStart takes from ids such as LEG-01 what all have before their
// last hyphen.
func withoutCommonStart(ids []string) []string {
	start := ids[0][:strings.LastIndex(ids[0], "-")+1]
	short := make([]string, len(ids))
	for i, id := range ids {
		rest, ok := strings.CutPrefix(id, start)
		if !ok || rest == "" {
			return ids
		}
		short[i] = rest
	}
	return short
}
