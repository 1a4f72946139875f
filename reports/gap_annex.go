package reports

import (
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

// openQuestions lists what nobody could answer, and what was not reached.
func (b *gapBuilder) openQuestions() document.Section {
	s := document.Section{ID: "open", Title: "What to find out"}
	for _, kind := range []struct {
		choice       assessment.Choice
		title, intro string
	}{
		{assessment.Unknown, "Nobody present could tell", "Ask the people or look at the documents named here. Each answer narrows the range."},
		{assessment.Unanswered, "Not answered", "These statements were not reached or were skipped."},
		{assessment.NotApplicable, "Not applicable", "These statements were left out as outside the mandate of the unit."},
	} {
		t := document.Table{Columns: []document.Column{{Title: "Statement", Width: 6, RowHeader: true}, {Title: "Where to look", Width: 5}}}
		if kind.choice == assessment.NotApplicable {
			t.Columns[1].Title = "Reason"
		}
		for i := range b.statements {
			l := &b.statements[i]
			if l.answer.Choice != kind.choice {
				continue
			}
			c := document.Cell{Lines: []document.CellLine{{Text: document.Text{
				{Text: string(l.asked.ID), Strong: true, Link: statementID(l.asked.ID)}, {Text: " " + l.asked.Text}}}}}
			r := document.Row{Cells: []document.Cell{c, b.whereToLook(l)}}
			if b.unanswered(l.dim) { // its section does not list the statements
				r.ID = statementID(l.asked.ID)
				c.Lines[0].Text[0].Link = ""
			}
			t.Rows = append(t.Rows, r)
		}
		if len(t.Rows) > 0 {
			s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: kind.title}, paragraph(document.Body, kind.intro), t)
		}
	}
	return s
}

// unanswered reports whether no statement of a dimension has a level.
func (b *gapBuilder) unanswered(id assessment.DimensionID) bool {
	return slices.ContainsFunc(b.card.Dimensions, func(d assessment.DimensionScore) bool { return d.ID == id && d.Answered == 0 })
}

func (b *gapBuilder) whereToLook(l *line) document.Cell {
	var c document.Cell
	if l.answer.Choice == assessment.NotApplicable {
		c = document.CellOf(l.answer.Reason)
	} else if l.full != nil {
		for _, e := range l.full.Evidence {
			c.Lines = append(c.Lines, cellLine(document.Body, b.Questionnaire.Fill(e, b.a.Subject.Kind)))
		}
	}
	if l.answer.Comment != "" && l.answer.Comment != assessment.Removed {
		c.Lines = append(c.Lines, cellLine(document.Small, fmt.Sprintf("Comment: %s", l.answer.Comment)))
	}
	return c
}

// allAnswers is the compact list for looking things up.
func (b *gapBuilder) allAnswers() document.Section {
	t := document.Table{Caption: "All answers", Columns: []document.Column{
		{Title: "Statement", Width: 1.5, RowHeader: true}, {Title: "Answer", Width: 3.4}, {Title: "Target", Width: 1, Align: document.AlignCenter},
		{Title: "Confidence", Width: 1.5}, {Title: "Evidence", Width: 1.6}, {Title: "Comment", Width: 1.3}}}
	dim := assessment.DimensionID("")
	for i := range b.statements {
		l := &b.statements[i]
		if l.dim != dim {
			dim = l.dim
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{{Lines: []document.CellLine{cellLine(document.Strongly, b.titles[dim])}}}})
		}
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
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Lines: []document.CellLine{{Text: document.Linked(string(l.asked.ID), statementID(l.asked.ID))}}},
			answer, document.CellOf(target), document.CellOf(string(l.answer.Confidence)), document.CellOf(evidence), document.CellOf(comment)}})
	}
	return document.Section{ID: "answers", Title: "All answers", Blocks: []document.Block{t}}
}
