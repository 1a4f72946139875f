package reports

import (
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// How many entries the summary page has room for, and how many characters an
// entry: two lines hold the whole text of nearly every statement, and three that
// of an action.
const (
	summaryStrengths = 3
	summaryGaps      = 5
	summarySteps     = 3

	twoLines   = 190
	threeLines = 290
)

// topGaps returns the gaps of the summary, and those that are left out.
func (b *gapBuilder) topGaps() (top, rest []assessment.Gap) {
	all := b.firstGaps()
	n := min(summaryGaps, len(all))
	return all[:n], all[n:]
}

// summary is the page that stands alone.
func (b *gapBuilder) summary() document.Section {
	s := document.Section{ID: "summary", Title: "Summary", NewPage: true, OnePage: true}
	s.Blocks = append(s.Blocks, document.Paragraph{Role: document.Lead, Text: document.Plain(b.finding())})
	if limits := b.limits(); limits != "" {
		s.Blocks = append(s.Blocks, paragraph(document.Strongly, "%s", limits))
	}
	if outlook := strings.Join(nonEmpty(b.planOutlook(), b.changeFinding()), " "); outlook != "" {
		s.Blocks = append(s.Blocks, paragraph(document.Body, "%s", outlook))
	}
	s.Blocks = append(s.Blocks, b.summaryTable())
	s.Blocks = append(s.Blocks, b.summaryStrengths()...)
	s.Blocks = append(s.Blocks, b.summaryGaps()...)
	s.Blocks = append(s.Blocks, b.summarySteps()...)
	s.Blocks = append(s.Blocks, document.Heading{Level: 3, Text: "How sure are we?"}, paragraph(document.Body, "%s", b.certainty()))
	return s
}

// summaryTable has a row for each dimension that was asked. The range and what
// people said are columns only where there is one.
func (b *gapBuilder) summaryTable() document.Table {
	said, ranges, limited := b.saidRanges(), false, false
	defaults, chosen, adds := false, false, true
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		ranges = ranges || rangeText(&d.Score) != ""
		limited = limited || d.Asked > 0 && d.Status != assessment.Enough
	}
	// The widths are in millimetres of the line: no name of a dimension of the
	// built-in questionnaire and no status wraps.
	t := document.Table{Columns: []document.Column{
		{Title: "Dimension", Width: 66, RowHeader: true}, {Title: "Now", Width: 10, Align: document.AlignDecimal},
		{Title: "Target", Width: 12, Align: document.AlignDecimal}, {Title: "Gap", Width: 9, Align: document.AlignDecimal}}}
	if ranges {
		t.Columns = append(t.Columns, document.Column{Title: "Range", Width: 17, Align: document.AlignCenter})
	}
	if said != nil {
		t.Columns = append(t.Columns, document.Column{Title: "People said", Width: 20, Align: document.AlignCenter})
	}
	answered := document.Column{Title: "Answered", Width: 30, Align: document.AlignEnd}
	if limited {
		answered.Width = 58
	}
	t.Columns = append(t.Columns, answered)
	add := func(cells []document.Cell, rng, people string, answered document.Cell) {
		if ranges {
			cells = append(cells, document.CellOf(rng))
		}
		if said != nil {
			cells = append(cells, document.CellOf(people))
		}
		t.Rows = append(t.Rows, document.Row{Cells: append(cells, answered)})
	}
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		target, gap := wordNone, wordNone
		if d.Shown() {
			target, gap = tenths(d.Target.Mean), tenths(d.Target.Gap)
			if d.Target.Default {
				target, defaults = target+markDefault, true
			} else {
				chosen = true
			}
			adds = adds && d.AddsUp()
		}
		name := document.CellOf(d.Title)
		if b.hasSections() {
			name = document.Cell{Lines: []document.CellLine{{Text: document.Linked(d.Title, sectionID(d.ID))}}}
		}
		add([]document.Cell{name, b.scoreCell(&d.Score), document.CellOf(target), document.CellOf(gap)},
			rangeText(&d.Score), said[d.ID], answeredCell(&d.Score, d.Status))
	}
	if o := &b.card.Overall; o.Shown() && len(b.card.Dimensions) > 1 {
		adds = adds && o.AddsUp()
		rng := ""
		if o.Low.Cmp(o.High) != 0 {
			rng = fmt.Sprintf("%s to %s", assessment.RoundTenths(o.Low), assessment.RoundTenths(o.High))
		}
		name := document.Cell{Lines: []document.CellLine{cellLine(document.Strongly, "Overall")}}
		target := tenths(o.Target)
		if !chosen {
			target += markDefault
		}
		add([]document.Cell{name, b.overallCell(o), document.CellOf(target), document.CellOf(tenths(o.Gap))},
			rng, "", answeredCell(&b.card.All, o.Status))
	}
	t.Note = strings.Join(nonEmpty(when(defaults, sentenceDefaultTarget), when(said != nil, sentenceSaid), when(!adds, noteRounding)), " ")
	return t
}

// saidRanges says for each dimension between what levels people differed; nil
// where nobody did.
func (b *gapBuilder) saidRanges() map[assessment.DimensionID]string {
	if b.a.Session.Type != assessment.Group {
		return nil
	}
	var said map[assessment.DimensionID]string
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		low, high, differ := b.a.SaidRange(d.ID, fewestForDistribution)
		if !d.Shown() || !differ {
			continue
		}
		if said == nil {
			said = map[assessment.DimensionID]string{}
		}
		said[d.ID] = fmt.Sprintf("%s to %s", tenths(low), tenths(high))
	}
	return said
}

// when returns a sentence where it holds.
func when(holds bool, sentence string) string {
	if holds {
		return sentence
	}
	return ""
}

// answeredCell is the coverage, with the status where it limits the result.
func answeredCell(s *assessment.Score, status assessment.Status) document.Cell {
	switch status {
	case assessment.Enough:
		return document.CellOf(answeredShare(s))
	case assessment.NothingApplicable:
		return document.CellOf(status.String())
	}
	return document.CellOf(fmt.Sprintf("%s: %s", answeredShare(s), status))
}

func (b *gapBuilder) summaryStrengths() []document.Block {
	best := b.strongest("")
	if len(best) == 0 {
		return nil
	}
	shown := best[:min(summaryStrengths, len(best))]
	level := func(l *line) assessment.Level {
		n, _ := l.answer.Choice.Level()
		return n
	}
	least := level(shown[len(shown)-1])
	more := countOf(best[len(shown):], func(l *line) bool { return level(l) == least })
	title := "Strengths to keep and share"
	if more > 0 {
		title = fmt.Sprintf("%s (and %d more at the same level)", title, more)
	}
	return []document.Block{document.Heading{Level: 3, Text: title},
		document.List{Role: document.Small, Items: b.strengthItems(shown, twoLines)}}
}

// countOf counts what a short list leaves out although it ranks with the last
// entry of the list.
func countOf[T any](list []T, which func(T) bool) int {
	n := 0
	for _, x := range list {
		if which(x) {
			n++
		}
	}
	return n
}

// gapsTitle says whether the order comes from weighing or from size alone.
func (b *gapBuilder) gapsTitle() string {
	if b.anyWeighed() {
		return "Priority gaps"
	}
	return "Largest gaps, not yet weighed"
}

func (b *gapBuilder) summaryGaps() []document.Block {
	top, rest := b.topGaps()
	if len(top) == 0 {
		if b.card.All.Answered == 0 {
			return nil
		}
		return []document.Block{document.Heading{Level: 3, Text: "Gaps"},
			paragraph(document.Body, "No answered statement is below its target.")}
	}
	items := make([]document.Text, len(top))
	for i := range top {
		items[i] = b.gapItem(&top[i])
	}
	more := 0
	if least := top[len(top)-1].Size; !b.anyWeighed() {
		more = countOf(rest, func(g assessment.Gap) bool { return g.Size == least })
	}
	title := fmt.Sprintf("%s: statements below their target", b.gapsTitle())
	if more > 0 {
		title = fmt.Sprintf("%s (and %d more of the same size)", title, more)
	}
	return []document.Block{document.Heading{Level: 3, Text: title}, document.List{Role: document.Small, Ordered: true, Items: items}}
}

// gapItem is a gap: where it stands, what comes first, and which action is for it.
func (b *gapBuilder) gapItem(g *assessment.Gap) document.Text {
	parts := []string{fmt.Sprintf("now %d, target %d", g.Level, g.Target)}
	if len(g.First) > 0 {
		parts = append(parts, fmt.Sprintf("first: %s", commas(g.First)))
	}
	link, to := "", ""
	switch serving := b.a.Plan.Serving(g.Statement); {
	case len(serving) > 0:
		link, to = string(serving[0].ID), actionAnchor(serving[0].ID)
		ids := make([]assessment.ActionID, len(serving))
		for i, act := range serving {
			ids[i] = act.ID
		}
		parts = append(parts, fmt.Sprintf("action %s", commas(ids)))
	case len(b.a.Plan.Actions) > 0:
		parts = append(parts, "no action yet")
	}
	about := fmt.Sprintf(" (%s) ", semicolons(parts))
	text := cut(b.byID[g.Statement].asked.Text, twoLines-len(string(g.Statement))-len(about))
	item := document.Text{{Text: string(g.Statement), Strong: true, Link: gapAnchor(g.Statement)}}
	return append(item, b.linked(about+text, link, to)...)
}

// linked sets a link on the first place of a word in a line, if the document has
// the part that it leads to: the summary alone has no other parts.
func (b *gapBuilder) linked(line, word, to string) document.Text {
	at := strings.Index(line, word)
	if word == "" || at < 0 || b.Options.SummaryOnly {
		return document.Plain(line)
	}
	return document.Text{{Text: line[:at]}, {Text: word, Link: to}, {Text: line[at+len(word):]}}
}

// summarySteps are the next steps of the plan or, without a plan, proposals of
// the questionnaire for the first gaps.
func (b *gapBuilder) summarySteps() []document.Block {
	if steps := b.plannedSteps(summarySteps); steps != nil {
		return []document.Block{document.Heading{Level: 3, Text: plStepsTitle}, document.List{Role: document.Small, Ordered: true, Items: steps}}
	}
	var items []document.Text
	top, _ := b.topGaps()
	for _, g := range top {
		step := b.nextStep(b.byID[g.Statement], g.Level)
		if step == nil || len(items) == summarySteps {
			continue
		}
		who := fmt.Sprintf(" (%s)", semicolons(nonEmpty(fmt.Sprintf(plFor, g.Statement), stepWho(step))))
		items = append(items, b.linked(cut(step.Action, threeLines-len(who))+who, string(g.Statement), gapAnchor(g.Statement)))
	}
	if b.card.Overall.Counted == 0 {
		items = append(b.firstSteps(), items...)
		items = items[:min(summarySteps, len(items))]
	}
	if items == nil {
		return nil
	}
	return []document.Block{document.Heading{Level: 3, Text: "Possible next steps"}, document.List{Role: document.Small, Ordered: len(items) > 1, Items: items}}
}

// firstSteps lead to a result where no dimension has a level.
func (b *gapBuilder) firstSteps() []document.Text {
	var items []document.Text
	all := &b.card.All
	if all.Unanswered > 0 {
		items = append(items, document.Plain("Answer the statements, one dimension after the other. A dimension has a level as soon as enough of its statements have one."))
	}
	if all.Unknown > 0 {
		items = append(items, b.linked("Ask the people and look at the documents that can tell. The full report names them under: "+openTitle+".", openTitle, "open"))
	}
	if all.NotApplicable == all.Asked {
		items = append(items, document.Plain("Ask whoever planned this assessment whether the questionnaire is meant for this unit."))
	}
	return items
}

// certainty says what stands behind the numbers.
func (b *gapBuilder) certainty() string {
	all := &b.card.All
	parts := []string{fmt.Sprintf("Answered: %s.%s", applicableText(all), withoutAnswer(all))}
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if all.EvidenceShare != nil {
		add("Evidence is %s.", b.evidenceText(all))
	}
	if all.SetChanged && b.card.Overall.Counted > 0 {
		add("More than a quarter of the statements are not applicable: the result is about another set of statements than that of other units.")
	}
	if o := &b.card.Overall; len(o.LeftOut) > 0 && o.Shown() {
		add("Not applicable, and outside the overall level: %s.", b.dimensionNames(o.LeftOut))
	}
	if w := b.sensitivity.Weights; w != nil && w[0] != w[1] {
		add("In 9 of 10 random weightings of the dimensions the overall level lies between %s and %s.", w[0], w[1])
	}
	return strings.Join(parts, " ")
}

// withoutAnswer counts the statements without a level, kind by kind, where there
// are some.
func withoutAnswer(s *assessment.Score) string {
	var out strings.Builder
	for _, c := range []struct {
		n        int
		sentence string
	}{{s.Unknown, " Don't know: %d."}, {s.Unanswered, " Not answered: %d."}, {s.NotApplicable, " Not applicable: %d."}} {
		if c.n > 0 {
			fmt.Fprintf(&out, c.sentence, c.n)
		}
	}
	return out.String()
}

func (b *gapBuilder) anyWeighed() bool {
	return slices.ContainsFunc(b.gaps, func(g assessment.Gap) bool { return g.Priority != nil })
}
