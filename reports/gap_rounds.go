package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// mostMoved is how many of the statements that moved most are listed each way.
const mostMoved = 5

// change says what has changed since the round before.
func (b *gapBuilder) change() document.Section {
	r := b.Options.Previous
	if r == nil {
		return document.Section{}
	}
	s := document.Section{ID: "change", Title: fmt.Sprintf("Change since %s", beforeName(r)), NewPage: true}
	s.Blocks = append(s.Blocks, paragraph(document.Body, b.changeIntro(r)))
	if fig, ok := b.changeSlope(r); ok {
		s.Blocks = append(s.Blocks, fig)
	}
	if len(r.Dimensions) > 0 {
		s.Blocks = append(s.Blocks, b.changeTable(r))
	}
	s.Blocks = append(s.Blocks, b.movedList("Most improved", r.Improved(mostMoved))...)
	s.Blocks = append(s.Blocks, b.movedList("Of concern: fallen most", r.Concern(mostMoved))...)
	s.Blocks = append(s.Blocks, b.otherStatements(r)...)
	return s
}

func (b *gapBuilder) changeIntro(r *assessment.Rounds) string {
	asked := b.card.All.Asked
	if date := r.Before.Session.Date; date != "" {
		return fmt.Sprintf("Compared with the result of %s. Only statements with the same text and levels, and with a level in both rounds, are compared: %d of %d. The levels here are over these statements alone.",
			roundName(r.Before), len(r.Statements), asked)
	}
	return fmt.Sprintf("Compared with the round before. Only statements with the same text and levels, and with a level in both rounds, are compared: %d of %d. The levels here are over these statements alone.",
		len(r.Statements), asked)
}

// roundName tells two rounds apart: by date, and by name where there is one.
func roundName(a *assessment.Assessment) string {
	switch s := a.Session; {
	case s.Round != "" && s.Date != "":
		return fmt.Sprintf("%s (%s)", day(s.Date), s.Round)
	case s.Date != "":
		return day(s.Date)
	default:
		return s.Round
	}
}

// beforeName names the earlier round in a sentence.
func beforeName(r *assessment.Rounds) string {
	if name := roundName(r.Before); name != "" {
		return name
	}
	return "the round before"
}

func (b *gapBuilder) changeSlope(r *assessment.Rounds) (document.Figure, bool) {
	before, now := roundName(r.Before), roundName(r.After)
	if before == "" || before == now {
		before = "Then"
	}
	if now == "" {
		now = "Now"
	}
	c := document.Slope{Axis: b.axis(), Rounds: []string{before, now}}
	var parts []string
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		if !d.Shown() {
			continue
		}
		point := func(s *assessment.Score) document.SlopePoint {
			v, _ := s.Level.Float64()
			return document.SlopePoint{Known: true, Value: v, Text: s.LevelShown().String()}
		}
		c.Lines = append(c.Lines, document.SlopeLine{Label: d.Title, Strong: d.Clear, Points: []document.SlopePoint{point(&d.Then), point(&d.Now)}})
		parts = append(parts, fmt.Sprintf("%s: from %s to %s, %s", d.Title, d.Then.LevelShown(), d.Now.LevelShown(), changeWords(d)))
	}
	caption := "Level then and now, by dimension; a thick line is a clear change"
	return document.Figure{Caption: caption, Alt: fmt.Sprintf("Levels from 1 to %d. %s.", b.a.Asked.Levels(), semicolons(parts)), Chart: c}, len(c.Lines) > 0
}

// changeWords names the change of a dimension.
func changeWords(d *assessment.DimensionChange) string {
	switch {
	case !d.Shown():
		return "not shown: not enough answers in both rounds"
	case !d.Clear:
		return "no clear change"
	case d.Change.Sign() > 0:
		return "clear change, upwards"
	}
	return "clear change, downwards"
}

// changeColumns are those of a table of then, now and change.
func changeColumns() []document.Column {
	return []document.Column{
		{Title: "Dimension", Width: 4.2, RowHeader: true}, {Title: "Then", Width: 1, Align: document.AlignDecimal},
		{Title: "Now", Width: 1, Align: document.AlignDecimal}, {Title: "Change", Width: 1.2, Align: document.AlignDecimal},
		{Title: "Compared", Width: 1.5, Align: document.AlignEnd}, {Title: "Up", Width: 0.8, Align: document.AlignEnd},
		{Title: "Down", Width: 0.9, Align: document.AlignEnd}, {Title: "Result", Width: 3.4}}
}

// clearNote says which changes are clear on a scale of k levels.
func clearNote(k assessment.Level) string {
	return fmt.Sprintf("A change is clear when it is at least %s of a level, rests on three or more statements, and at least three more statements moved that way than the other way. %s",
		assessment.ClearFrom(k), noteRounding)
}

func (b *gapBuilder) changeTable(r *assessment.Rounds) document.Table {
	t := document.Table{Caption: "Change by dimension", Columns: changeColumns(),
		Note: clearNote(b.a.Asked.Levels())}
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		row := []string{d.Title, wordNone, wordNone, wordNone, fmt.Sprint(d.Compared()), fmt.Sprint(d.Up), fmt.Sprint(d.Down), changeWords(d)}
		if d.Shown() {
			row[1], row[2], row[3] = d.Then.LevelShown().String(), d.Now.LevelShown().String(), signed(assessment.RoundTenths(d.Change))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells(row)})
	}
	return t
}

// signed is a change with its sign.
func signed(t assessment.Tenths) string {
	if t > 0 {
		return "+" + t.String()
	}
	return t.String()
}

func (b *gapBuilder) movedList(title string, moved []assessment.StatementChange) []document.Block {
	if len(moved) == 0 {
		return nil
	}
	items := make([]document.Text, len(moved))
	for i, m := range moved {
		items[i] = document.Text{{Text: string(m.Statement), Strong: true, Link: statementID(m.Statement)},
			{Text: fmt.Sprintf(" (from %d to %d) %s", m.Then, m.Now, b.byID[m.Statement].asked.Text)}}
	}
	return []document.Block{document.Heading{Level: 3, Text: title}, document.List{Role: document.Small, Items: items}}
}

// otherStatements lists what is not compared, apart from what is.
func (b *gapBuilder) otherStatements(r *assessment.Rounds) []document.Block {
	var items []document.Text
	add := func(format string, ids []assessment.StatementID) {
		if len(ids) > 0 {
			items = append(items, document.Plain(fmt.Sprintf(format, len(ids), commas(ids))))
		}
	}
	add("Asked in both rounds, but without a level in one of them: %d (%s).", r.NotCompared)
	add("New in this round: %d (%s).", r.New)
	add("Only in the round before: %d (%s).", r.Retired)
	if items == nil {
		return nil
	}
	return []document.Block{document.Heading{Level: 3, Text: "Statements that are not compared"}, document.List{Role: document.Small, Items: items}}
}
