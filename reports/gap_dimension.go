package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// dimension is the section about one dimension.
func (b *gapBuilder) dimension(d *assessment.DimensionScore) document.Section {
	// A dimension with few statements needs no page of its own.
	const ownPage = 6
	s := document.Section{ID: sectionID(d.ID), Title: d.Title, NewPage: d.Asked >= ownPage}
	if q := b.Questionnaire; q != nil {
		if qd := q.Dimension(d.ID); qd != nil && qd.TheoryOfChange != "" {
			s.Blocks = append(s.Blocks, document.Paragraph{Role: document.Quote, Text: document.Plain(q.Fill(qd.TheoryOfChange, b.a.Subject.Kind))})
		}
	}
	s.Blocks = append(s.Blocks, document.Facts{Items: b.dimensionFacts(d)})
	if d.Answered == 0 {
		// Its statements stand where those without a level are listed.
		s.NewPage = false
		s.Blocks = append(s.Blocks, document.Paragraph{Text: document.Text{{Text: "No statement of this dimension has a level. See: "}, {Text: openTitle, Link: "open"}, {Text: "."}}})
		s.Blocks = append(s.Blocks, b.dimensionNotes(d.ID)...)
		return s
	}
	if fig, ok := b.elementBars(d); ok {
		s.Blocks = append(s.Blocks, fig)
	}
	s.Blocks = append(s.Blocks, b.statementTable(d))
	if best := b.strongest(d.ID); len(best) > 0 {
		title := "Strengths"
		if len(best) > summaryStrengths {
			title = fmt.Sprintf("Strengths (%d of %d)", summaryStrengths, len(best))
		}
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: title}, document.List{Items: b.strengthItems(best[:min(summaryStrengths, len(best))], 0)})
	}
	if t, ok := b.nextLevels(d.ID); ok {
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "What the next level asks"}, t)
	}
	s.Blocks = append(s.Blocks, b.dimensionNotes(d.ID)...)
	return s
}

func (b *gapBuilder) dimensionFacts(d *assessment.DimensionScore) []document.Fact {
	fact := func(label, value string) document.Fact {
		return document.Fact{Label: label, Value: document.Plain(value)}
	}
	var facts []document.Fact
	switch {
	case d.Shown() && d.HasRange():
		facts = append(facts, fact("Level", fmt.Sprintf("%s, %s (%s; range %s)", d.LevelShown(), b.a.LevelNameShown(d.LevelShown()), d.Status, rangeText(&d.Score))))
	case d.Shown():
		facts = append(facts, fact("Level", fmt.Sprintf("%s, %s (%s)", d.LevelShown(), b.a.LevelNameShown(d.LevelShown()), d.Status)))
	default:
		facts = append(facts, fact("Level", fmt.Sprintf("not shown: %s", d.Status)))
	}
	g := &d.Target
	if d.Shown() {
		facts = append(facts, fact("Target", b.targetFact(d)))
	}
	if g.Reason != "" {
		facts = append(facts, fact("Reason", g.Reason))
	}
	if d.Shown() {
		facts = append(facts, fact("Gap", fmt.Sprintf("%s; statements below target: %d of %d", tenths(g.Gap), g.BelowTarget, g.Answered)))
	}
	facts = append(facts, fact("Answers", fmt.Sprintf("%s.%s", capital(applicableText(&d.Score)), withoutAnswer(&d.Score))))
	if d.Shown() && d.EvidenceShare != nil {
		facts = append(facts, fact("Evidence", b.evidenceText(&d.Score)))
	}
	if n := b.a.Note(d.ID); n.Confidence != "" {
		facts = append(facts, fact("Confidence", string(n.Confidence)))
	}
	if d.Shown() && d.SetChanged {
		facts = append(facts, fact("Note", "More than a quarter of the statements are not applicable: compare with care."))
	}
	return append(facts, document.Fact{Label: "See also", Value: b.seeAlso(d)})
}

// evidenceText says for how many of the answers that should have evidence it is
// named; call it only where there are such answers.
func (b *gapBuilder) evidenceText(s *assessment.Score) string {
	if s.EvidenceShare.Sign() == 0 {
		return fmt.Sprintf("named for no answer at level %d or higher", b.a.Asked.EvidenceFrom)
	}
	return fmt.Sprintf("named for %s of the answers at level %d or higher", assessment.RoundPercent(s.EvidenceShare), b.a.Asked.EvidenceFrom)
}

// targetFact is the target of a dimension, with what makes the mean target
// another one.
func (b *gapBuilder) targetFact(d *assessment.DimensionScore) string {
	g := &d.Target
	parts := []string{fmt.Sprintf("%d in %d months", g.Level, g.Months)}
	if g.Default {
		parts[0] = fmt.Sprintf("%d in %d months (%s)", g.Level, g.Months, noteDefaultTarget)
	}
	var own []assessment.StatementID
	for i := range b.statements {
		l := &b.statements[i]
		if _, answered := l.answer.Choice.Level(); l.dim == d.ID && answered && b.target(l) != g.Level {
			own = append(own, l.asked.ID)
		}
	}
	if own != nil {
		parts = append(parts, fmt.Sprintf("another target for: %s", commas(own)), fmt.Sprintf("mean %s", tenths(g.Mean)))
	}
	return semicolons(parts)
}

// seeAlso leads back to the summary, and on to where the parts of the dimension
// are listed with those of others.
func (b *gapBuilder) seeAlso(d *assessment.DimensionScore) document.Text {
	text := document.Linked("Summary", "summary")
	add := func(when bool, title, id string) {
		if when {
			text = append(text, document.Span{Text: "; "}, document.Span{Text: title, Link: id})
		}
	}
	add(d.Target.BelowTarget > 0, b.gapsTitle(), "gaps")
	add(d.Answered < d.Asked, openTitle, "open")
	return text
}

func (b *gapBuilder) elementBars(d *assessment.DimensionScore) (document.Figure, bool) {
	const fewest = 2
	if len(d.Elements) < fewest || d.Answered == 0 {
		return document.Figure{}, false
	}
	if countOf(d.Elements, func(e assessment.ElementScore) bool { return e.Shown() }) < fewest {
		return document.Figure{}, false
	}
	bars := document.Bars{Axis: b.axis()}
	var parts []string
	for i := range d.Elements {
		e := &d.Elements[i]
		r := document.BarRow{Label: e.Title, Known: e.Shown()}
		if e.Shown() {
			r.Value, _ = e.Level.Float64()
			r.ValueText = e.LevelShown().String()
			parts = append(parts, fmt.Sprintf("%s: %s", e.Title, r.ValueText))
		} else {
			r.Note = fmt.Sprintf("%s (%s)", e.Status, answeredText(&e.Score))
			if e.Asked == 1 {
				r.Note = "only one statement"
			}
			parts = append(parts, fmt.Sprintf("%s: %s", e.Title, e.Status))
		}
		bars.Rows = append(bars.Rows, r)
	}
	return document.Figure{Caption: "Level by element", Chart: bars, Alt: fmt.Sprintf("Level of each element of %s. %s.", d.Title, semicolons(parts))}, true
}

// statementTable has every statement of the dimension with the anchor of the
// chosen level and what was written beside it.
func (b *gapBuilder) statementTable(d *assessment.DimensionScore) document.Table {
	t := document.Table{Caption: "Answers, with the words of the chosen level", Columns: []document.Column{
		{Title: "Statement", Width: 8, RowHeader: true}, {Title: "Level", Width: 1.3, Align: document.AlignCenter},
		{Title: "Target", Width: 1.1, Align: document.AlignCenter}, {Title: "Gap", Width: 0.9, Align: document.AlignCenter}}}
	if b.Questionnaire == nil {
		t.Caption = "Answers"
	}
	gaps, listed := map[assessment.StatementID]assessment.Gap{}, map[assessment.StatementID]bool{}
	for _, g := range b.gaps {
		gaps[g.Statement] = g
	}
	for _, g := range b.listedGaps() {
		listed[g.Statement] = true
	}
	element := ""
	for i := range b.statements {
		l := &b.statements[i]
		if l.dim != d.ID {
			continue
		}
		if l.element != element {
			element = l.element
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{{Lines: []document.CellLine{cellLine(document.Strongly, element)}}}})
		}
		target, gap := document.Cell{}, document.Cell{}
		level := document.CellOf(choiceWord(l.answer.Choice))
		if n, ok := l.answer.Choice.Level(); ok {
			level.Shade = b.shade(int(n))
			target = document.CellOf(fmt.Sprint(b.target(l)))
			gap = document.CellOf(fmt.Sprint(gaps[l.asked.ID].Size))
			if listed[l.asked.ID] {
				gap.Lines[0].Text[0].Link = gapAnchor(l.asked.ID)
			}
		}
		t.Rows = append(t.Rows, document.Row{ID: statementID(l.asked.ID), Cells: []document.Cell{b.statementCell(l), level, target, gap}})
	}
	return t
}

func (b *gapBuilder) statementCell(l *line) document.Cell {
	c := document.Cell{Lines: []document.CellLine{{Text: document.Text{{Text: string(l.asked.ID) + " ", Strong: true}, {Text: l.asked.Text}}}}}
	add := func(format, value string) {
		if value != "" && value != assessment.Removed {
			c.Lines = append(c.Lines, cellLine(document.Small, fmt.Sprintf(format, value)))
		}
	}
	if level, ok := l.answer.Choice.Level(); ok {
		if anchor := b.anchor(l, level); anchor != "" {
			c.Lines = append(c.Lines, cellLine(document.Body, fmt.Sprintf("Level %d: %s", level, anchor)))
		}
	}
	add("Reason: %s", l.answer.Reason)
	add("Reason for the target: %s", b.a.TargetReason(l.asked.ID))
	add("Evidence: %s", l.answer.Evidence)
	add("Comment: %s", l.answer.Comment)
	if d := l.answer.Decided; d != nil {
		// Who said what is in the result file; how the answers lay, without
		// names, in the section on differences.
		switch {
		case l.answer.Choice == assessment.Unanswered:
			c.Lines = append(c.Lines, cellLine(document.Small, "Different answers, not decided yet."))
		case d.By != "" && b.decisions.by.common() == "":
			add("Decided by: %s", d.By)
		case d.By == "" && len(d.Among) > 0:
			c.Lines = append(c.Lines, cellLine(document.Small, "Joined from different answers."))
		}
		if d.By != "" || b.decisions.rule.common() == "" {
			add("Why: %s", d.Reason)
		}
	}
	if l.answer.Marked {
		c.Lines = append(c.Lines, cellLine(document.Small, "Marked: to be looked at again."))
	}
	return c
}

// nextLevels tells for each gap of a dimension what the next level asks, and a
// first action.
func (b *gapBuilder) nextLevels(dim assessment.DimensionID) (document.Table, bool) {
	t := document.Table{Columns: []document.Column{
		{Title: "Statement", Width: 1.5, RowHeader: true}, {Title: "Step", Width: 1, Align: document.AlignCenter},
		{Title: "The next level", Width: 4}, {Title: "A possible next step", Width: 4}}}
	for i := range b.gaps {
		g := &b.gaps[i]
		l := b.byID[g.Statement]
		if g.Dimension != dim || g.Size == 0 || l.full == nil {
			continue
		}
		row := document.Row{Cells: []document.Cell{
			{Lines: []document.CellLine{{Text: document.Linked(string(g.Statement), statementID(g.Statement))}}},
			document.CellOf(fmt.Sprintf("%d to %d", g.Level, g.Level+1)),
			document.CellOf(fmt.Sprintf("Level %d: %s", g.Level+1, b.anchor(l, g.Level+1))), {}}}
		if step := b.nextStep(l, g.Level); step != nil {
			row.Cells[3] = document.Cell{Lines: []document.CellLine{cellLine(document.Body, step.Action), cellLine(document.Small, capital(stepWho(step)))}}
		}
		t.Rows = append(t.Rows, row)
	}
	return withoutEmptyColumns(t), len(t.Rows) > 0
}

func (b *gapBuilder) dimensionNotes(dim assessment.DimensionID) []document.Block {
	n := b.a.Note(dim)
	var blocks []document.Block
	if len(n.Improvements) > 0 {
		items := make([]document.Text, len(n.Improvements))
		for i, s := range n.Improvements {
			items[i] = document.Plain(s)
		}
		blocks = append(blocks, document.Heading{Level: 2, Text: "Improvements that the respondents named"}, document.List{Items: items})
	}
	if c := n.Case; c != nil {
		var facts []document.Fact
		for _, f := range []struct{ label, value string }{{"What was done", c.Done}, {"Result", c.Result}, {"Contact", c.Contact}} {
			if f.value != "" {
				facts = append(facts, document.Fact{Label: f.label, Value: document.Plain(f.value)})
			}
		}
		blocks = append(blocks, document.Heading{Level: 2, Text: "An experience to share"})
		if c.Title != "" {
			blocks = append(blocks, paragraph(document.Strongly, c.Title))
		}
		if len(facts) > 0 {
			blocks = append(blocks, document.Facts{Items: facts})
		}
	}
	return blocks
}
