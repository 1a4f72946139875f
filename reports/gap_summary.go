package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// How many entries the summary page has room for.
const (
	summaryStrengths = 3
	summaryGaps      = 5
	summarySteps     = 3
)

// summary is the page that stands alone.
func (b *gapBuilder) summary() document.Section {
	s := document.Section{ID: "summary", Title: "Summary", NewPage: true, OnePage: true}
	s.Blocks = append(s.Blocks, document.Paragraph{Role: document.Lead, Text: document.Plain(b.finding())})
	if meaning := b.meaning(); meaning != "" {
		s.Blocks = append(s.Blocks, paragraph(document.Body, "%s", meaning))
	}
	if limits := b.limits(); limits != "" {
		s.Blocks = append(s.Blocks, paragraph(document.Strongly, "%s", limits))
	}
	s.Blocks = append(s.Blocks, b.summaryTable())
	if strengths := b.strengths(summaryStrengths, ""); len(strengths) > 0 {
		s.Blocks = append(s.Blocks, document.Heading{Level: 3, Text: "Strengths to keep and share"}, document.List{Role: document.Small, Items: strengths})
	}
	s.Blocks = append(s.Blocks, b.summaryGaps()...)
	s.Blocks = append(s.Blocks, b.summarySteps()...)
	s.Blocks = append(s.Blocks, document.Heading{Level: 3, Text: "How sure are we?"}, document.Paragraph{Role: document.Small, Text: b.certainty()})
	return s
}

// meaning says how far the result is from its targets, what the plan would
// bring, and what has changed, in sentences.
func (b *gapBuilder) meaning() string {
	if b.card.Overall.Counted == 0 {
		return ""
	}
	var parts []string
	if n := b.belowTarget(); n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d answered statements are below their target.", n, b.card.All.Answered))
	}
	if d := b.largestGap(); d != nil {
		parts = append(parts, fmt.Sprintf("The largest gap is in %s (now %s, target %s).", d.Title, d.LevelShown(), tenths(d.Target.Mean)))
	}
	if w := b.a.WhatIf(); len(w.Raised) > 0 && w.Now.Overall.Shown() {
		parts = append(parts, fmt.Sprintf("If all actions of the plan reach their targets, the overall level becomes %s.", w.Then.Overall.LevelShown()))
	}
	if r := b.Options.Previous; r != nil && len(r.Dimensions) > 0 {
		parts = append(parts, b.changeFinding(r))
	}
	return strings.Join(parts, " ")
}

// largestGap is the dimension with the largest gap as shown, when it is the only
// one of several.
func (b *gapBuilder) largestGap() *assessment.DimensionScore {
	var largest *assessment.DimensionScore
	shown, only := 0, false
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 || !d.Shown() {
			continue
		}
		shown++
		switch gap := assessment.RoundTenths(d.Target.Gap); {
		case largest == nil || gap > assessment.RoundTenths(largest.Target.Gap):
			largest, only = d, gap > 0
		case gap == assessment.RoundTenths(largest.Target.Gap):
			only = false
		}
	}
	if shown < 2 || !only {
		return nil
	}
	return largest
}

// changeFinding says in a sentence what has changed since the round before.
func (b *gapBuilder) changeFinding(r *assessment.Rounds) string {
	var clear []assessment.DimensionID
	for i := range r.Dimensions {
		if r.Dimensions[i].Clear {
			clear = append(clear, r.Dimensions[i].ID)
		}
	}
	switch name := roundName(r.Before); {
	case len(clear) > 0 && name != "":
		return fmt.Sprintf("Since %s there is a clear change in: %s.", name, b.dimensionNames(clear))
	case len(clear) > 0:
		return fmt.Sprintf("Since the last round there is a clear change in: %s.", b.dimensionNames(clear))
	case name != "":
		return fmt.Sprintf("Since %s no dimension shows a clear change.", name)
	}
	return "Since the last round no dimension shows a clear change."
}

// finding is the result in one or two sentences, or why there is none.
func (b *gapBuilder) finding() string {
	o := &b.card.Overall
	switch {
	case o.Shown():
		return strings.Join(nonEmpty(b.standing(), b.weakestFinding()), " ")
	case o.Counted > 0 && len(o.NotAsked) > 0: // what was asked comes first
		return strings.Join(nonEmpty(b.weakestFinding(), b.whyNoOverall()), " ")
	case o.Counted > 0:
		return strings.Join(nonEmpty(b.whyNoOverall(), b.weakestFinding()), " ")
	case b.card.All.Applicable == 0:
		return fmt.Sprintf("All statements about %s were answered as not applicable, so there is no result.", b.a.Subject.Name)
	case b.card.All.Unknown == b.card.All.Applicable:
		return fmt.Sprintf("All %d applicable statements about %s were answered with \"don't know\", so there is no result.", b.card.All.Applicable, b.a.Subject.Name)
	}
	return fmt.Sprintf("There are not enough answers yet for a result about %s.", b.a.Subject.Name)
}

func (b *gapBuilder) standing() string {
	o := &b.card.Overall
	level, k, name := o.LevelShown(), b.a.Asked.Levels(), b.a.LevelNameShown(o.LevelShown())
	switch one, preliminary := len(b.card.Dimensions) == 1, o.Status == assessment.Preliminary; {
	case one && preliminary:
		return fmt.Sprintf("%s stands at level %s of %d (%s). This is preliminary.", b.a.Subject.Name, level, k, name)
	case one:
		return fmt.Sprintf("%s stands at level %s of %d (%s).", b.a.Subject.Name, level, k, name)
	case preliminary:
		return fmt.Sprintf("%s stands at level %s of %d (%s) overall. This is preliminary.", b.a.Subject.Name, level, k, name)
	}
	return fmt.Sprintf("%s stands at level %s of %d (%s) overall.", b.a.Subject.Name, level, k, name)
}

// weakestFinding names the weakest dimensions, or the only one that is shown.
func (b *gapBuilder) weakestFinding() string {
	o := &b.card.Overall
	names, level, k := b.dimensionNames(o.Weakest), o.WeakestLevel, b.a.Asked.Levels()
	switch n := len(o.Weakest); {
	case o.Counted == 1 && o.Shown():
		return ""
	case o.Counted == 1:
		return fmt.Sprintf("%s stands at level %s of %d (%s).", names, level, k, b.a.LevelNameShown(level))
	case n == o.Counted && o.Shown():
		return "All its dimensions are at the same level."
	case n == o.Counted:
		return fmt.Sprintf("The dimensions shown are all at level %s of %d: %s.", level, k, names)
	case o.Shown() && n == 1:
		return fmt.Sprintf("Its weakest dimension is %s, at %s.", names, level)
	case o.Shown():
		return fmt.Sprintf("Its weakest dimensions are %s, at %s each.", names, level)
	case n == 1:
		return fmt.Sprintf("Of the dimensions shown, %s is the weakest, at level %s of %d.", names, level, k)
	}
	return fmt.Sprintf("Of the dimensions shown, these are the weakest, at level %s of %d: %s.", level, k, names)
}

func (b *gapBuilder) whyNoOverall() string {
	o := &b.card.Overall
	if len(o.NotAsked) > 0 {
		return fmt.Sprintf("There is no overall level: not all dimensions were asked (%d of %d).", len(b.card.Dimensions)-len(o.NotAsked), len(b.card.Dimensions))
	}
	return fmt.Sprintf("There is no overall level: not enough answers in %s.", b.dimensionNames(o.NotShown))
}

func (b *gapBuilder) dimensionNames(ids []assessment.DimensionID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = b.titles[id]
	}
	return enumeration(names)
}

func (b *gapBuilder) summaryTable() document.Table {
	t := document.Table{Columns: []document.Column{
		{Title: "Dimension", Width: 6.6, RowHeader: true},
		{Title: "Now", Width: 1, Align: document.AlignDecimal},
		{Title: "Target", Width: 1.1, Align: document.AlignDecimal},
		{Title: "Gap", Width: 0.9, Align: document.AlignDecimal},
		{Title: "Range", Width: 1.7, Align: document.AlignCenter},
		{Title: "Answered", Width: 3.7, Align: document.AlignEnd},
	}}
	defaults, adds := false, true
	for i := range b.card.Dimensions {
		d := &b.card.Dimensions[i]
		if d.Asked == 0 {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(d.Title), {}, {}, {}, {}, document.CellOf("not asked")}})
			continue
		}
		name := document.Cell{Lines: []document.CellLine{{Text: document.Linked(d.Title, sectionID(d.ID))}}}
		target, gap := wordNone, wordNone
		if d.Shown() {
			target, gap = tenths(d.Target.Mean), tenths(d.Target.Gap)
			if d.Target.Default {
				target += "*"
			}
			defaults = defaults || d.Target.Default
			adds = adds && d.AddsUp()
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name, b.scoreCell(&d.Score), document.CellOf(target), document.CellOf(gap),
			document.CellOf(rangeText(&d.Score)), answeredCell(&d.Score, d.Status)}})
	}
	if o := &b.card.Overall; o.Shown() {
		level := document.CellOf(o.LevelShown().String())
		level.Shade = b.shade(o.LevelShown().Whole())
		rng := ""
		if o.Low.Cmp(o.High) != 0 {
			rng = fmt.Sprintf("%s to %s", assessment.RoundTenths(o.Low), assessment.RoundTenths(o.High))
		}
		all := &b.card.All
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Lines: []document.CellLine{{Role: document.Strongly, Text: document.Plain("Overall")}}}, level, {}, {},
			document.CellOf(rng), answeredCell(all, o.Status)}})
	}
	t = withoutEmptyColumns(t)
	var notes []string
	if defaults {
		notes = append(notes, noteDefaultMark)
	}
	if !adds {
		notes = append(notes, noteRounding)
	}
	t.Note = strings.Join(notes, " ")
	return t
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

// strengths returns the best answered statements that meet their target, of one
// dimension or of all.
func (b *gapBuilder) strengths(n int, dim assessment.DimensionID) []document.Text {
	below := map[assessment.StatementID]bool{}
	for _, g := range b.gaps {
		below[g.Statement] = g.Size > 0
	}
	var best []*line
	for i := range b.statements {
		l := &b.statements[i]
		if level, ok := l.answer.Choice.Level(); ok && level > 1 && !below[l.asked.ID] && (dim == "" || l.dim == dim) {
			best = append(best, l)
		}
	}
	slices.SortStableFunc(best, func(x, y *line) int { return cmp.Compare(y.answer.Choice, x.answer.Choice) })
	if dim == "" {
		best = onePerDimensionFirst(best)
	}
	var items []document.Text
	for _, l := range best[:min(n, len(best))] {
		level, _ := l.answer.Choice.Level()
		text := l.asked.Text
		if dim == "" {
			text = b.short(l)
		}
		items = append(items, document.Text{{Text: string(l.asked.ID), Strong: true, Link: statementID(l.asked.ID)},
			{Text: fmt.Sprintf(" (level %d) %s", level, text)}})
	}
	return items
}

// withoutEmptyColumns leaves out the columns in which no cell says anything.
func withoutEmptyColumns(t document.Table) document.Table {
	for c := len(t.Columns) - 1; c > 0; c-- {
		if slices.ContainsFunc(t.Rows, func(r document.Row) bool {
			return !r.Group && len(r.Cells[c].Lines) > 0 && r.Cells[c].Lines[0].Text.String() != ""
		}) {
			continue
		}
		t.Columns = slices.Delete(t.Columns, c, c+1)
		for i := range t.Rows {
			if !t.Rows[i].Group {
				t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, c, c+1)
			}
		}
	}
	return t
}

// topGaps returns the first n gaps in their order: as soon as any is weighed, of
// the weighed ones.
func (b *gapBuilder) topGaps(n int) []assessment.Gap {
	weighed := b.anyWeighed()
	var top []assessment.Gap
	for _, g := range b.gaps {
		if len(top) < n && g.Size > 0 && (!weighed || g.Priority != nil) {
			top = append(top, g)
		}
	}
	return top
}

// onePerDimensionFirst keeps the order of the levels, but puts among equal
// levels the first statement of each dimension before a second one, so that the
// first dimension does not take all the room.
func onePerDimensionFirst(lines []*line) []*line {
	turn := map[*line]int{}
	seen := map[assessment.DimensionID]int{}
	for _, l := range lines {
		turn[l] = seen[l.dim]
		seen[l.dim]++
	}
	slices.SortStableFunc(lines, func(x, y *line) int {
		return cmp.Or(cmp.Compare(y.answer.Choice, x.answer.Choice), cmp.Compare(turn[x], turn[y]))
	})
	return lines
}

// gapsTitle says whether the order comes from weighing or from size alone.
func (b *gapBuilder) gapsTitle() string {
	if b.anyWeighed() {
		return "Priority gaps"
	}
	return "Largest gaps, not yet weighed"
}

func (b *gapBuilder) summaryGaps() []document.Block {
	top := b.topGaps(summaryGaps)
	if len(top) == 0 {
		if b.card.All.Answered == 0 {
			return nil
		}
		return []document.Block{document.Heading{Level: 3, Text: "Gaps"},
			paragraph(document.Body, "No answered statement is below its target.")}
	}
	items := make([]document.Text, len(top))
	for i, g := range top {
		items[i] = append(document.Text{{Text: string(g.Statement), Strong: true, Link: statementID(g.Statement)},
			{Text: fmt.Sprintf(" (now %d, target %d) %s", g.Level, g.Target, b.short(b.byID[g.Statement]))}}, b.gapRemark(&g)...)
	}
	return []document.Block{document.Heading{Level: 3, Text: b.gapsTitle()}, document.List{Role: document.Small, Ordered: true, Items: items}}
}

// gapRemark says what stands before a gap, and whether the plan has nothing for
// it.
func (b *gapBuilder) gapRemark(g *assessment.Gap) document.Text {
	var first []assessment.StatementID
	for _, x := range b.gaps {
		if slices.Contains(x.Before, g.Statement) {
			first = append(first, x.Statement)
		}
	}
	var remark document.Text
	if len(first) > 0 {
		remark = append(remark, document.Span{Text: fmt.Sprintf(" First: %s.", list(first))})
	}
	if len(b.a.Plan.Actions) > 0 && !b.a.Plan.Serves(g.Statement) {
		remark = append(remark, document.Span{Text: " No action yet."})
	}
	return remark
}

// shortStatement is how many characters of a statement stand on the summary.
const shortStatement = 76

// short is the beginning of a statement, without the words that every statement
// begins with. The whole of it stands in the section of its dimension.
func (b *gapBuilder) short(l *line) string {
	text := l.asked.Text
	if q := b.Questionnaire; q != nil {
		text = strings.TrimPrefix(text, q.Fill("{Unit}", b.a.Subject.Kind)+" ")
	}
	runes := []rune(text)
	if len(runes) <= shortStatement {
		return text
	}
	cut := shortStatement
	for cut > shortStatement/2 && runes[cut] != ' ' {
		cut--
	}
	return strings.TrimRight(string(runes[:cut]), ",;: ") + "..."
}

// summarySteps are the next steps of the plan or, without a plan, proposals of
// the questionnaire for the first gaps.
func (b *gapBuilder) summarySteps() []document.Block {
	if steps := b.plannedSteps(summarySteps); steps != nil {
		return []document.Block{document.Heading{Level: 3, Text: plStepsTitle}, document.List{Role: document.Small, Ordered: true, Items: steps}}
	}
	var items []document.Text
	for _, g := range b.topGaps(summaryGaps) {
		step := b.nextStep(b.byID[g.Statement], g.Level)
		if step == nil || len(items) == summarySteps {
			continue
		}
		items = append(items, document.Text{{Text: step.Action}, {Text: fmt.Sprintf(" (%s; %s)", g.Statement, stepWho(step))}})
	}
	if items == nil {
		return nil
	}
	return []document.Block{document.Heading{Level: 3, Text: "Possible next steps"}, document.List{Role: document.Small, Ordered: true, Items: items}}
}

// certainty says what stands behind the numbers.
func (b *gapBuilder) certainty() document.Text {
	all := &b.card.All
	var text document.Text
	add := func(format string, args ...any) {
		sentence := fmt.Sprintf(format, args...)
		if len(text) > 0 {
			sentence = " " + sentence
		}
		text = append(text, document.Span{Text: sentence})
	}
	add("Answered: %s. Don't know: %d. Not answered: %d. Not applicable: %d.",
		applicableText(all), all.Unknown, all.Unanswered, all.NotApplicable)
	if all.EvidenceShare != nil {
		add("Evidence is named for %s of the answers at level %d or higher.", assessment.RoundPercent(all.EvidenceShare), b.a.Asked.EvidenceFrom)
	}
	if all.SetChanged && b.card.Overall.Counted > 0 {
		add("More than a quarter of the statements are not applicable: the result is about another set of statements than that of other units.")
	}
	if o := &b.card.Overall; len(o.LeftOut) > 0 && o.Shown() {
		add("Not applicable, and outside the overall level: %s.", b.dimensionNames(o.LeftOut))
	}
	if w := b.sensitivity.Weights; w != nil && w[0] != w[1] {
		add("If the dimensions had other weights, the overall level would mostly lie between %s and %s.", w[0], w[1])
	}
	return text
}
