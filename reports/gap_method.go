package reports

import (
	"fmt"
	"math/big"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

// method is the annex that lets a reader check every number.
func (b *gapBuilder) method() document.Section {
	s := document.Section{ID: "method", Title: "Method"}
	k := b.a.Asked.Levels()
	s.Blocks = append(s.Blocks,
		document.List{Role: document.Small, Items: []document.Text{
			document.Plain("Level of a set of statements = sum of weight x level, divided by the sum of weights, over the answered statements."),
			document.Plain(fmt.Sprintf("Index = 100 x (level - 1) / (%d - 1).", k)),
			document.Plain("Coverage = weight of the answered statements / weight of the applicable statements. Applicable = asked minus not applicable."),
			document.Plain("Status, by the coverage as shown: enough answers from 80 %, preliminary from 60 %, otherwise not enough answers. A dimension needs three answered statements, an element two."),
			document.Plain(fmt.Sprintf("Range: low = the level if every open statement were 1; high = if it were %d.", k)),
			document.Plain("Overall = mean of the dimension levels. It is shown only when every dimension was asked and is shown or not applicable."),
			document.Plain("Gap of a statement = target - level, not below 0. Gap of a dimension = mean target of its answered statements - level, not below 0. Overall target = mean of these mean targets; overall gap = overall target - overall level, not below 0."),
			document.Plain("Evidence share = answers with evidence / all answers, at the levels where evidence is expected."),
			document.Plain("Sums are exact fractions. A level is shown with one decimal, a share in whole per cent, both rounded half away from zero. Thresholds and names are decided on the value as shown."),
			document.Plain(sentenceNearest),
		}})
	if b.anyWeighed() {
		s.Blocks = append(s.Blocks, document.List{Role: document.Small, Items: []document.Text{
			document.Plain(fmt.Sprintf("Priority = 100 x importance/5 x gap/%d x feasibility/5. Order: priority, then importance, then gap, then the order of the questionnaire.", k-1)),
			document.Plain(plGapRule)}})
	}
	if rules := b.planRules(); rules != nil {
		s.Blocks = append(s.Blocks, document.List{Role: document.Small, Items: rules})
	}
	s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "This report's own numbers"}, b.fractions())
	s.Blocks = append(s.Blocks, b.weighting()...)
	s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "Versions"}, document.Facts{Items: b.versions()})
	return s
}

// fractions shows the sum behind each level.
func (b *gapBuilder) fractions() document.Table {
	t := document.Table{Caption: "Exact values", Columns: []document.Column{
		{Title: "Dimension", Width: 3.6, RowHeader: true}, {Title: "Exact level", Width: 1.6, Align: document.AlignEnd},
		{Title: "Level", Width: 1, Align: document.AlignDecimal}, {Title: "Index", Width: 1.1, Align: document.AlignDecimal},
		{Title: "Exact coverage", Width: 1.8, Align: document.AlignEnd}, {Title: "Coverage", Width: 1.4, Align: document.AlignEnd},
		{Title: "Mean target", Width: 1.5, Align: document.AlignEnd}}}
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		row := []string{d.Title, wordNone, wordNone, wordNone, fraction(d.Coverage), wordNone, wordNone}
		if d.Coverage != nil {
			row[5] = d.CoverageShown().String()
		}
		if d.Shown() {
			row[1], row[2], row[3], row[6] = fraction(d.Level), d.LevelShown().String(), tenths(d.Index()), tenths(d.Target.Mean)
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells(row)})
	}
	if o := &b.card.Overall; o.Shown() {
		t.Rows = append(t.Rows, document.Row{Cells: cells([]string{"Overall", fraction(o.Level), o.LevelShown().String(), "", "", "", tenths(o.Target)})})
	}
	return t
}

func fraction(r *big.Rat) string {
	if r == nil {
		return wordNone
	}
	return r.RatString()
}

func cells(texts []string) []document.Cell {
	out := make([]document.Cell, len(texts))
	for i, s := range texts {
		out[i] = document.CellOf(s)
	}
	return out
}

// weighting says how much the results depend on weights and single answers.
func (b *gapBuilder) weighting() []document.Block {
	sens := &b.sensitivity
	var items []document.Text
	if w := sens.Weights; w != nil {
		items = append(items, document.Plain(fmt.Sprintf(
			"Weights: in %d random weightings of the dimensions the overall level lay between %s (5th percentile) and %s (95th percentile).", assessment.Draws, w[0], w[1])))
	}
	for _, w := range b.weakestChecks() {
		items = append(items, document.Plain(fmt.Sprintf("%s is the weakest dimension, or one of them, in %d of %d cases when one answered statement is left out.",
			b.titles[w.Dimension], w.Stays, w.Cases)))
		switch {
		case w.StaysAtLow && w.StaysAtTop:
			items = append(items, document.Plain(fmt.Sprintf("%s stays the weakest at both ends of the ranges.", b.titles[w.Dimension])))
		case w.StaysAtLow:
			items = append(items, document.Plain(fmt.Sprintf("%s would not be the weakest if every open statement were at the highest level.", b.titles[w.Dimension])))
		case w.StaysAtTop:
			items = append(items, document.Plain(fmt.Sprintf("%s would not be the weakest if every open statement were at level 1.", b.titles[w.Dimension])))
		default:
			items = append(items, document.Plain(fmt.Sprintf("%s is not the weakest at either end of the ranges.", b.titles[w.Dimension])))
		}
	}
	if len(sens.Without) > 0 {
		levels := make([]string, len(sens.Without))
		for i, w := range sens.Without {
			levels[i] = fmt.Sprintf("%s %s", b.titles[w.Dimension], tenths(w.Level))
		}
		items = append(items, document.Plain(fmt.Sprintf("Overall level without one dimension: %s.", semicolons(levels))))
	}
	if items == nil {
		return nil
	}
	return []document.Block{document.Heading{Level: 2, Text: "How firm is the result"}, document.List{Role: document.Small, Items: items}}
}

// weakestChecks are of interest where several dimensions are shown.
func (b *gapBuilder) weakestChecks() []assessment.WeakestCheck {
	if b.card.Overall.Counted < 2 {
		return nil
	}
	return b.sensitivity.Weakest
}

// anyShown reports whether a row of a kind of tags stands in the report.
func anyShown(tags []assessment.TagScore) bool {
	return slices.ContainsFunc(tags, func(t assessment.TagScore) bool { return t.Shown() })
}

func (b *gapBuilder) versions() []document.Fact {
	q := b.a.Questionnaire
	var facts []document.Fact
	add := func(label, value string) {
		if value != "" {
			facts = append(facts, document.Fact{Label: label, Value: document.Plain(value)})
		}
	}
	add("Program", b.Program)
	add("Method", b.a.Method)
	add("Questionnaire", fmt.Sprintf("%s %s (%s), digest %s", q.ID, q.Version, q.Language, q.Digest))
	if b.Questionnaire == nil {
		add("Note", sentenceNoQuestionnaire)
	}
	add("Result file", fmt.Sprintf("revision %d", b.a.Revision))
	if b.Digest != "" {
		add("SHA-256 of the file", b.Digest)
	}
	if q := b.Questionnaire; q != nil && anyShown(b.card.Principles) {
		add("Principles", q.PrinciplesSource)
	}
	return facts
}
