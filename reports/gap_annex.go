package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// openTitle is the section that lists what has no level.
const openTitle = "What to find out"

// openQuestions lists what nobody could answer, with where to look, and what was
// not reached or left out.
func (b *gapBuilder) openQuestions() document.Section {
	s := document.Section{ID: "open", Title: openTitle}
	add := func(title, intro string, t document.Table) {
		if len(t.Rows) > 0 {
			s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: title}, paragraph(document.Body, intro), t)
		}
	}
	add("Nobody present could tell", "Ask the people or look at the documents named here. Each answer narrows the range.", b.unknownTable())
	add("Not answered", "These statements were not reached or were skipped.", b.unansweredTable())
	add("Not applicable", "These statements were left out as outside the mandate of the unit.", b.notApplicableTable())
	return s
}

// unknownTable has the whole text: where to look is of no use without it.
func (b *gapBuilder) unknownTable() document.Table {
	t := document.Table{Columns: []document.Column{{Title: "Statement", Width: 6, RowHeader: true}, {Title: "Where to look", Width: 5}}}
	for i := range b.statements {
		l := &b.statements[i]
		if l.answer.Choice != assessment.Unknown {
			continue
		}
		code := document.Span{Text: string(l.asked.ID), Strong: true}
		r := document.Row{}
		if b.hasTable(l.dim) {
			code.Link = statementID(l.asked.ID)
		} else {
			r.ID = statementID(l.asked.ID)
		}
		r.Cells = []document.Cell{{Lines: []document.CellLine{{Text: document.Text{code, {Text: " " + l.asked.Text}}}}}, b.whereToLook(l)}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// unansweredTable names the statements by dimension, and what was written
// beside them.
func (b *gapBuilder) unansweredTable() document.Table {
	t := document.Table{Columns: []document.Column{{Title: "Dimension", Width: 3, RowHeader: true}, {Title: "Statements", Width: 7}}}
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		var open []*line
		var notes []document.CellLine
		for j := range b.statements {
			l := &b.statements[j]
			if l.dim != d.ID || l.answer.Choice != assessment.Unanswered {
				continue
			}
			open = append(open, l)
			if l.answer.Comment != "" && l.answer.Comment != assessment.Removed {
				notes = append(notes, cellLine(document.Small, fmt.Sprintf("Comment on %s: %s", l.asked.ID, l.answer.Comment)))
			}
		}
		if len(open) > 0 {
			codes := document.CellLine{Text: b.codes(open)}
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(d.Title), {Lines: append([]document.CellLine{codes}, notes...)}}})
		}
	}
	return t
}

// notApplicableTable names the statements by the reason that was given.
func (b *gapBuilder) notApplicableTable() document.Table {
	t := document.Table{Columns: []document.Column{{Title: "Statements", Width: 4, RowHeader: true}, {Title: "Reason", Width: 6}}}
	byReason := map[string][]*line{}
	var reasons []string
	for i := range b.statements {
		l := &b.statements[i]
		if l.answer.Choice != assessment.NotApplicable {
			continue
		}
		if byReason[l.answer.Reason] == nil {
			reasons = append(reasons, l.answer.Reason)
		}
		byReason[l.answer.Reason] = append(byReason[l.answer.Reason], l)
	}
	redacted := false
	for _, reason := range reasons {
		redacted = redacted || reason == assessment.Removed
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Lines: []document.CellLine{{Text: b.codes(byReason[reason])}}}, document.CellOf(reason)}})
	}
	if redacted {
		t = withoutLastColumn(t)
	}
	return t
}

// codes names statements, with links where their text is in the report.
func (b *gapBuilder) codes(lines []*line) document.Text {
	var text document.Text
	for i, l := range lines {
		if i > 0 {
			text = append(text, document.Span{Text: ", "})
		}
		code := document.Span{Text: string(l.asked.ID)}
		if b.hasTable(l.dim) {
			code.Link = statementID(l.asked.ID)
		}
		text = append(text, code)
	}
	return text
}

// hasTable reports whether the section about a dimension has its statements:
// one without a level is short.
func (b *gapBuilder) hasTable(id assessment.DimensionID) bool {
	for i := range b.card.Dimensions {
		if d := &b.card.Dimensions[i]; d.ID == id {
			return d.Answered > 0
		}
	}
	return false
}

func (b *gapBuilder) whereToLook(l *line) document.Cell {
	var c document.Cell
	if l.full != nil {
		for _, e := range l.full.Evidence {
			c.Lines = append(c.Lines, cellLine(document.Body, b.Questionnaire.Fill(e, b.a.Subject.Kind)))
		}
	}
	if l.answer.Comment != "" && l.answer.Comment != assessment.Removed {
		c.Lines = append(c.Lines, cellLine(document.Small, fmt.Sprintf("Comment: %s", l.answer.Comment)))
	}
	return c
}

// allAnswers is the compact list for looking things up. Dimensions without a
// level are not in it: all that can be said of them stands elsewhere.
func (b *gapBuilder) allAnswers() document.Section {
	s := document.Section{ID: "answers", Title: "All answers"}
	t := document.Table{Columns: []document.Column{
		{Title: "Statement", Width: 1.5, RowHeader: true}, {Title: "Answer", Width: 3.4}, {Title: "Target", Width: 1, Align: document.AlignCenter},
		{Title: "Confidence", Width: 1.5}, {Title: "Evidence", Width: 1.6}, {Title: "Comment", Width: 1.3}}}
	dim := assessment.DimensionID("")
	for i := range b.statements {
		l := &b.statements[i]
		if !b.hasTable(l.dim) {
			continue
		}
		if l.dim != dim {
			dim = l.dim
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{{Lines: []document.CellLine{cellLine(document.Strongly, b.titles[dim])}}}})
		}
		t.Rows = append(t.Rows, b.answerRow(l))
	}
	if len(t.Rows) > 0 {
		s.Blocks = []document.Block{withoutEmptyColumns(t)}
	}
	return s
}

func (b *gapBuilder) answerRow(l *line) document.Row {
	answer, target, evidence, comment := document.CellOf(choiceWord(l.answer.Choice)), "", "", ""
	if n, ok := l.answer.Choice.Level(); ok {
		answer = document.CellOf(fmt.Sprintf("%d %s", n, b.a.Asked.LevelName(n)))
		target = fmt.Sprint(b.target(l))
		switch {
		case l.answer.Evidence != "":
			evidence = "given"
		case n >= b.a.Asked.EvidenceFrom:
			evidence = "not given"
		}
	}
	if l.answer.Comment != "" {
		comment = "yes"
	}
	return document.Row{Cells: []document.Cell{
		{Lines: []document.CellLine{{Text: document.Linked(string(l.asked.ID), statementID(l.asked.ID))}}},
		answer, document.CellOf(target), document.CellOf(string(l.answer.Confidence)), document.CellOf(evidence), document.CellOf(comment)}}
}
