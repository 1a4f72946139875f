package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/reports/document"
)

// reading explains the scale before any chart uses it.
func (b *gapBuilder) reading() document.Section {
	s := document.Section{ID: "reading", Title: "How to read this report", NewPage: true}
	t := document.Table{Caption: "The scale", Columns: []document.Column{
		{Title: "Level", Width: 1, Align: document.AlignCenter}, {Title: "Name", Width: 2.4, RowHeader: true}, {Title: "Meaning", Width: 7}}}
	for _, l := range b.a.Asked.Scale {
		cell := document.CellOf(fmt.Sprint(l.Level))
		cell.Shade = b.shade(int(l.Level))
		meaning := ""
		if q := b.Questionnaire; q != nil && int(l.Level) <= len(q.Scale) {
			meaning = q.Scale[l.Level-1].Meaning
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{cell, document.CellOf(l.Name), document.CellOf(meaning)}})
	}
	s.Blocks = append(s.Blocks, paragraph(document.Body, "%s", strings.Join(nonEmpty(b.selfAssessment(), b.ownWords(), sentencePurpose), " ")), withoutEmptyColumns(t))
	if q := b.Questionnaire; q != nil && len(q.ReadingRules) > 0 {
		items := make([]document.Text, len(q.ReadingRules))
		for i, r := range q.ReadingRules {
			items[i] = document.Plain(q.Fill(r, b.a.Subject.Kind))
		}
		s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "How the levels were chosen"}, document.List{Role: document.Small, Items: items})
	}
	s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "How to read the numbers"}, document.List{Role: document.Small, Items: []document.Text{
		document.Plain("Don't know and not answered are not scored. They lower the coverage and widen the range."),
		document.Plain("Not applicable means: outside the mandate of this unit. The statement is left out of the score and counted."),
		document.Plain("Coverage is the share of the applicable statements that have a level. From 80 % there are enough answers; from 60 % a level is preliminary; below that no level is shown."),
		document.Plain("The range says where the level would lie if every open statement were at the lowest or at the highest level."),
		document.Plain("A target is what the people in the room want to reach. Where nobody has chosen, the default target stands, and the report says so."),
		document.Plain(sentenceNearest),
		document.Plain("A mean hides weak parts. So the weakest dimension and the number of statements below target stand beside it."),
	}})
	return s
}

// selfAssessment says what kind of assessment this is. Only the built-in
// questionnaire is aligned with that of UN DESA.
func (b *gapBuilder) selfAssessment() string {
	if b.builtIn() {
		return sentenceAligned
	}
	return fmt.Sprintf(sentenceCustom, b.a.Asked.Title, b.a.Questionnaire.Version)
}

func (b *gapBuilder) ownWords() string {
	if b.builtIn() {
		return sentenceOwnWords
	}
	return ""
}

func (b *gapBuilder) builtIn() bool { return b.a.Questionnaire.ID == questionnaires.BuiltIn().ID }

// profile shows all dimensions at once.
func (b *gapBuilder) profile() document.Section {
	s := document.Section{ID: "profile", Title: "Profile", NewPage: true}
	dots := document.DotPlot{Axis: b.axis(), Key: b.key()}
	said := b.saidRanges()
	if said != nil {
		dots.Key.Range = keySaid
	}
	radar := document.Radar{Axis: b.axis(), Key: document.Key{Now: chartKey.Now, Target: chartKey.Target}}
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		dots.Rows = append(dots.Rows, b.dotRow(d, said != nil))
		radar.Spoke = append(radar.Spoke, b.spoke(d))
	}
	s.Blocks = append(s.Blocks, document.Figure{Caption: "Now and target, by dimension", Alt: b.profileAlt(), Chart: dots})
	answers := document.Figure{Caption: "Answers by dimension, number of statements", Alt: b.answersAlt(), Chart: b.answerBars()}
	// A radar with too few axes is no shape, one with too many cannot be read.
	const fewestSpokes, mostSpokes = 3, 12
	if n := len(radar.Spoke); n >= fewestSpokes && n <= mostSpokes && b.card.Overall.Counted >= fewestSpokes {
		s.Blocks = append(s.Blocks, document.Figure{Caption: "The same profile as a radar", Alt: b.profileAlt(), Chart: radar})
	}
	s.Blocks = append(s.Blocks, answers)
	return s
}

// key names only the marks that the dot plot has.
func (b *gapBuilder) key() document.Key {
	k := document.Key{}
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		switch d.Status {
		case assessment.Enough:
			k.Now = chartKey.Now
		case assessment.Preliminary:
			k.Preliminary = chartKey.Preliminary
		}
		if d.Shown() {
			k.Target = chartKey.Target
		}
		if d.Shown() && d.HasRange() {
			k.Range = chartKey.Range
		}
	}
	return k
}

// dotRow is a dimension on the dot plot, with its range or, where that is known
// for a group, with what people said.
func (b *gapBuilder) dotRow(d *assessment.DimensionScore, said bool) document.DotRow {
	r := document.DotRow{Label: d.Title, Known: d.Shown(), Preliminary: d.Status == assessment.Preliminary}
	if !d.Shown() {
		r.Note = fmt.Sprintf("%s: %s answered", d.Status, answeredText(&d.Score))
		if d.Status == assessment.NothingApplicable {
			r.Note = wordNotApplicable
		}
		return r
	}
	r.Now, _ = d.Level.Float64()
	r.NowText = d.LevelShown().String()
	r.HasTarget = true
	r.Target, _ = d.Target.Mean.Float64()
	r.TargetText = tenths(d.Target.Mean)
	low, high, differ := b.a.SaidRange(d.ID, fewestForDistribution)
	switch {
	case said && !differ:
		return r
	case !said && d.HasRange():
		low, high = d.Low, d.High
	case !said:
		return r
	}
	r.HasRange = true
	r.Low, _ = low.Float64()
	r.High, _ = high.Float64()
	r.RangeText = fmt.Sprintf("%s to %s", tenths(low), tenths(high))
	return r
}

func (b *gapBuilder) spoke(d *assessment.DimensionScore) document.Spoke {
	s := document.Spoke{Label: d.Title, Known: d.Shown()}
	if d.Shown() {
		s.Now, _ = d.Level.Float64()
		s.HasTarget = true
		s.Target, _ = d.Target.Mean.Float64()
	}
	return s
}

// profileAlt says what the dot plot and the radar show.
func (b *gapBuilder) profileAlt() string {
	var parts []string
	for i := range b.card.Dimensions {
		switch d := &b.card.Dimensions[i]; {
		case d.Asked == 0:
		case d.Shown():
			now := fmt.Sprintf("%s: now %s, target %s", d.Title, d.LevelShown(), tenths(d.Target.Mean))
			if d.HasRange() {
				now = fmt.Sprintf("%s, range %s", now, rangeText(&d.Score))
			}
			parts = append(parts, now)
		default:
			parts = append(parts, fmt.Sprintf("%s: %s", d.Title, d.Status))
		}
	}
	levels := fmt.Sprintf("Levels from 1 to %d. %s.", b.a.Asked.Levels(), semicolons(parts))
	if largest := b.card.LargestGap(); len(largest) == 1 && b.card.Overall.Counted > 1 {
		return fmt.Sprintf("The largest gap is in %s: %s. %s", largest[0].Title, tenths(largest[0].Target.Gap), levels)
	}
	return levels
}

func (b *gapBuilder) answerBars() document.StackedBars {
	bars := document.StackedBars{Parts: b.answerParts()}
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		counts := append([]int{}, d.Distribution...)
		bars.Rows = append(bars.Rows, document.StackRow{Label: d.Title, Counts: append(counts, d.Unknown, d.Unanswered, d.NotApplicable)})
	}
	return bars
}

func (b *gapBuilder) answerParts() []document.Part {
	var parts []document.Part
	for _, l := range b.a.Asked.Scale {
		parts = append(parts, document.Part{Name: fmt.Sprintf("%d %s", l.Level, l.Name), Short: fmt.Sprint(l.Level), Shade: b.shade(int(l.Level))})
	}
	return append(parts, document.Part{Name: wordUnknown, Short: "?"}, document.Part{Name: wordUnanswered, Short: ""}, document.Part{Name: wordNotApplicable, Short: "n/a"})
}

func (b *gapBuilder) answersAlt() string {
	var parts []string
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		var counts []string
		for level, n := range d.Distribution {
			if n > 0 {
				counts = append(counts, fmt.Sprintf("level %d: %d", level+1, n))
			}
		}
		levels := ""
		if counts != nil {
			levels = fmt.Sprintf(" %s.", capital(commas(counts)))
		}
		parts = append(parts, fmt.Sprintf("%s:%s%s", d.Title, levels, withoutAnswer(&d.Score)))
	}
	return fmt.Sprintf("Number of answers. %s", strings.Join(parts, " "))
}
