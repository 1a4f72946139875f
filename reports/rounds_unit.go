package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// unit says how one unit has changed.
func (b *roundsBuilder) unit(n int, s *assessment.Series) document.Section {
	sec := document.Section{ID: fmt.Sprintf("unit-%d", n+1), Title: s.Name}
	sec.Blocks = append(sec.Blocks, paragraph(document.Lead, "%s", seriesFinding(s)))
	if len(b.Series) == 1 {
		sec.Blocks = append(sec.Blocks, slope(s))
	}
	sec.Blocks = append(sec.Blocks, b.seriesChanges(s), ownLevels(s))
	sec.Blocks = append(sec.Blocks, seriesMoved(s, "Most improved", s.Whole.Improved(mostMoved))...)
	sec.Blocks = append(sec.Blocks, seriesMoved(s, "Of concern: fallen most", s.Whole.Concern(mostMoved))...)
	sec.Blocks = append(sec.Blocks, otherSeriesStatements(s)...)
	sec.Blocks = append(sec.Blocks, doneActions(s)...)
	return sec
}

// seriesFinding is the main result in a sentence.
func seriesFinding(s *assessment.Series) string {
	var up, down, none, hidden []string
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		switch c := d.Change; {
		case c == nil || !c.Shown():
			hidden = append(hidden, d.Title)
		case !c.Clear:
			none = append(none, d.Title)
		case c.Change.Sign() > 0:
			up = append(up, d.Title)
		default:
			down = append(down, d.Title)
		}
	}
	var sentences []string
	add := func(format string, of []string) {
		if len(of) > 0 {
			sentences = append(sentences, fmt.Sprintf(format, commas(of)))
		}
	}
	add("Clear change upwards: %s.", up)
	add("Clear change downwards: %s.", down)
	add("No clear change: %s.", none)
	add("Not shown, because there are not enough answers in two rounds: %s.", hidden)
	return strings.Join(sentences, " ")
}

// clearRule says which changes are clear on a scale of k levels.
func clearRule(k assessment.Level) string {
	return "Only statements with the same text and levels, and with a level in every round that is shown, are compared. " + clearNote(k)
}

// seriesChanges is then, now and change of each dimension.
func (b *roundsBuilder) seriesChanges(s *assessment.Series) document.Table {
	t := document.Table{Caption: "Change from the first round to the last", Columns: changeColumns()}
	if len(b.Series) == 1 { // with several, it stands beside the changes of all
		t.Note = clearRule(s.Rounds[len(s.Rounds)-1].Asked.Levels())
	}
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		row := []string{d.Title, wordNone, wordNone, wordNone, wordNone, wordNone, wordNone, "not shown: not enough answers in two rounds"}
		if c := d.Change; c != nil {
			row[4], row[5], row[6], row[7] = fmt.Sprint(c.Compared()), fmt.Sprint(c.Up), fmt.Sprint(c.Down), changeWords(c)
			if c.Shown() {
				row[1], row[2], row[3] = c.Then.LevelShown().String(), c.Now.LevelShown().String(), signed(assessment.RoundTenths(c.Change))
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells(row)})
	}
	return t
}

// ownLevels are the levels of each round's own report, with what qualifies them.
func ownLevels(s *assessment.Series) document.Table {
	t := document.Table{Caption: "Level and share of answers in each round's own report", Columns: []document.Column{{Title: "Dimension", Width: 4, RowHeader: true}},
		Note: "In brackets: answered of applicable statements. All statements of the round count here, so a level can differ from the one above. A round in which a dimension was not asked is missing; it is not zero."}
	for i := range s.Rounds {
		t.Columns = append(t.Columns, document.Column{Title: shortDay(s.Rounds[i].Session.Date), Width: 2, Align: document.AlignCenter})
	}
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		row := document.Row{Cells: []document.Cell{document.CellOf(d.Title)}}
		for r := range d.Own {
			row.Cells = append(row.Cells, ownCell(&d.Own[r]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// ownCell is a level with what qualifies it.
func ownCell(sc *assessment.Score) document.Cell {
	switch {
	case sc.Asked == 0:
		return document.CellOf(roMissing)
	case sc.Status == assessment.NothingApplicable:
		return document.CellOf(sc.Status.String())
	}
	c := document.Cell{}
	if sc.Shown() {
		c = document.Cell{Lines: []document.CellLine{cellLine(document.Body, sc.LevelShown().String())}, Shade: document.Shade{Step: sc.LevelShown().Whole(), Of: int(sc.Levels)}}
	}
	if sc.Status != assessment.Enough {
		c.Lines = append(c.Lines, cellLine(document.Small, sc.Status.String()))
	}
	c.Lines = append(c.Lines, cellLine(document.Small, fmt.Sprintf("(%s)", answeredText(sc))))
	return c
}

func seriesMoved(s *assessment.Series, title string, moved []assessment.StatementChange) []document.Block {
	if len(moved) == 0 {
		return nil
	}
	last := &s.Rounds[len(s.Rounds)-1].Asked
	items := make([]document.Text, len(moved))
	for i, m := range moved {
		items[i] = document.Text{{Text: string(m.Statement), Strong: true}, {Text: fmt.Sprintf(" (from %d to %d) %s", m.Then, m.Now, last.Statement(m.Statement).Text)}}
	}
	return []document.Block{document.Heading{Level: 3, Text: title}, document.List{Role: document.Small, Items: items}}
}

// otherSeriesStatements lists, step by step, what is not compared.
func otherSeriesStatements(s *assessment.Series) []document.Block {
	var items []document.Text
	add := func(format, round string, ids []assessment.StatementID) {
		if len(ids) > 0 {
			items = append(items, document.Plain(fmt.Sprintf(format, round, len(ids), commas(ids))))
		}
	}
	for i, step := range s.Steps {
		round := roundName(s.Rounds[i+1].Assessment)
		add("%s: new in this round: %d (%s).", round, step.New)
		add("%s: no longer asked: %d (%s).", round, step.Retired)
		add("%s: without a level in this round or the one before: %d (%s).", round, step.NotCompared)
	}
	if items == nil {
		return nil
	}
	return []document.Block{document.Heading{Level: 3, Text: "Statements that are not compared"}, document.List{Role: document.Small, Items: items}}
}

// doneActions sets the actions that were finished between two rounds beside the
// statements that they served.
func doneActions(s *assessment.Series) []document.Block {
	if len(s.Done) == 0 {
		return nil
	}
	t := document.Table{Columns: []document.Column{{Title: "Action", Width: 5, RowHeader: true}, {Title: "Done on", Width: 1.8},
		{Title: "Statements", Width: 1.6}, {Title: "Before", Width: 1.1, Align: document.AlignEnd}, {Title: "After", Width: 1.1, Align: document.AlignEnd}},
		Note: "An action and a change that stand side by side: the one need not be the cause of the other."}
	for _, d := range s.Done {
		row := document.Row{Cells: cells([]string{d.Action.What, shortDay(d.Date), wordNone, wordNone, wordNone})}
		if len(d.Statements) > 0 {
			var served, then, now document.Cell
			for _, st := range d.Statements {
				served.Lines = append(served.Lines, cellLine(document.Body, string(st.Statement)))
				then.Lines = append(then.Lines, cellLine(document.Body, levelOrDash(st.Then)))
				now.Lines = append(now.Lines, cellLine(document.Body, levelOrDash(st.Now)))
			}
			row.Cells = append(row.Cells[:2], served, then, now)
		}
		t.Rows = append(t.Rows, row)
	}
	return []document.Block{document.Heading{Level: 2, Text: "Actions that were done between two rounds"}, t}
}

func levelOrDash(l assessment.Level) string {
	if l == 0 {
		return wordNone
	}
	return fmt.Sprint(l)
}

func (b *roundsBuilder) method() document.Section {
	var l document.List
	for _, r := range []string{
		"The rounds of a unit are in the order of their dates. All have the same questionnaire, scale and method as the last one.",
		"A change is computed over statements with the same text and levels that have a level in every round in which the dimension can be shown. So a change never comes from another set of statements.",
		fmt.Sprintf("A change is clear when it is at least an eighth of the scale as shown (%s of a level here), rests on three or more statements, and at least three more statements moved that way than the other way.", assessment.ClearFrom(b.last.Asked.Levels())),
		"All levels of a comparison are weighted as in the last round: a change of weights is no change of the unit.",
		"A round in which a dimension was not asked, or has not enough answers, is missing. It is never counted as zero.",
	} {
		l.Items = append(l.Items, document.Plain(r))
	}
	return document.Section{ID: "method", Title: "How changes are computed", Blocks: []document.Block{l}}
}
