package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// fewestForDistribution is how many answers a distribution needs to be shown in
// a paper that leaves the room.
const fewestForDistribution = 3

// differences lists where the people of the unit differed, and what they agreed
// on. Nobody is named.
func (b *gapBuilder) differences() document.Section {
	s := document.Section{ID: "differences", Title: "Where people differed"}
	all := b.a.Differences()
	if b.a.Session.Type != assessment.Group || len(all) == 0 {
		return s
	}
	undecided, caption := 0, "Statements with different answers, the widest spread first"
	for _, d := range all {
		if d.Agreed == assessment.Unanswered {
			undecided++
			caption = "Statements with different answers, those not decided first"
		}
	}
	t := document.Table{Caption: caption, Columns: []document.Column{
		{Title: "Statement", Width: 4.6, RowHeader: true}, {Title: "Answers", Width: 3}, {Title: "Spread", Width: 1, Align: document.AlignCenter},
		{Title: "Agreed", Width: 1.3, Align: document.AlignCenter}, {Title: "Why", Width: 3}}}
	rule := b.decisions.rule.common()
	if rule != "" {
		t.Note = fmt.Sprintf("By rule: %s", rule)
	}
	for i := range all {
		d := &all[i]
		code := document.Span{Text: string(d.Statement), Strong: true}
		if b.hasTable(d.Dimension) {
			code.Link = statementID(d.Statement)
		}
		name := document.Cell{Lines: []document.CellLine{{Text: document.Text{code, {Text: " " + b.byID[d.Statement].asked.Text}}}}}
		agreed := document.CellOf(agreedWord(d.Agreed))
		if n, ok := d.Agreed.Level(); ok {
			agreed.Shade = b.shade(int(n))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name, document.CellOf(saidText(d)), document.CellOf(spreadText(d)), agreed, whyCell(d, rule)}})
	}
	s.Blocks = append(s.Blocks, paragraph(document.Body, "%s", strings.Join(nonEmpty(
		"People of the unit first answered these statements apart, and differed, or some did not know. Here is what they said, without names, and what was agreed. Spread is the distance between the highest and the lowest level.",
		peopleSentence(all)), " ")))
	if undecided > 0 {
		s.Blocks = append(s.Blocks, paragraph(document.Strongly, "Not decided yet: %d. They stand first, and have no level in this report.", undecided))
	}
	if fig, ok := b.differenceStrips(all); ok {
		s.Blocks = append(s.Blocks, fig)
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// peopleSentence says once how many answered each statement; nothing where that
// differs.
func peopleSentence(all []assessment.Difference) string {
	n := len(all[0].Said)
	for _, d := range all {
		if len(d.Said) != n {
			return ""
		}
	}
	return fmt.Sprintf("Each of these statements has the answers of %d people, with those who did not know.", n)
}

// agreedWord is what was agreed, or that nothing was.
func agreedWord(c assessment.Choice) string {
	if c == assessment.Unanswered {
		return "not decided yet"
	}
	return choiceWord(c)
}

// mostStrips keeps the picture small; the table below it has all statements.
const mostStrips = 12

// differenceStrips shows the levels that were said, where there are enough
// answers to show them apart.
func (b *gapBuilder) differenceStrips(all []assessment.Difference) (document.Figure, bool) {
	c := document.Strips{Axis: b.axis(), Key: document.StripKey{Dot: "what one person said"}}
	var parts []string
	for i := range all {
		d := &all[i]
		if hidden(d) || d.Spread() == 0 || len(c.Rows) == mostStrips {
			continue
		}
		r := document.StripRow{Label: string(d.Statement), Text: agreedWord(d.Agreed)}
		if d.Agreed != assessment.Unanswered {
			r.Text = fmt.Sprintf("agreed: %s", r.Text)
		}
		for _, said := range d.Said {
			level, ok := said.Level()
			switch n := len(r.Dots); {
			case !ok:
			case n > 0 && r.Dots[n-1].At == float64(level):
				r.Dots[n-1].Count++
			default:
				r.Dots = append(r.Dots, document.Dots{At: float64(level), Count: 1})
			}
		}
		c.Rows = append(c.Rows, r)
		parts = append(parts, fmt.Sprintf("%s: %s, %s", d.Statement, saidText(d), r.Text))
	}
	return document.Figure{Caption: "The widest spreads: levels that were said, and what was agreed", Alt: fmt.Sprintf("%s.", semicolons(parts)), Chart: c}, len(c.Rows) > 0
}

// hidden reports whether the answers are too few to be shown.
func hidden(d *assessment.Difference) bool {
	return len(d.Said) < fewestForDistribution || d.Levels() > 0 && d.Levels() < fewestForDistribution
}

// spreadText is the distance between the highest and the lowest level.
func spreadText(d *assessment.Difference) string {
	if hidden(d) {
		return wordNone
	}
	return fmt.Sprint(d.Spread())
}

// whyCell is why the room decided so, and what is kept of those who disagree. A
// rule that stands in the note of the table is only named.
func whyCell(d *assessment.Difference, rule string) document.Cell {
	c := document.CellOf(d.Reason)
	if d.Reason == "" && d.Dissent == "" && d.Agreed != assessment.Unanswered {
		c = document.CellOf("no reason recorded")
	}
	if rule != "" && d.Reason == rule {
		c = document.CellOf("by rule")
	}
	if d.Dissent != "" {
		c.Lines = append(c.Lines, cellLine(document.Quote, fmt.Sprintf("Dissent: %s", d.Dissent)))
	}
	return c
}

// saidText counts the answers of each kind; fewer than three are only counted
// together.
func saidText(d *assessment.Difference) string {
	if hidden(d) {
		return fmt.Sprintf("%d different answers", len(d.Said))
	}
	var parts []string
	for i := 0; i < len(d.Said); {
		n := 1
		for i+n < len(d.Said) && d.Said[i+n] == d.Said[i] {
			n++
		}
		if l, ok := d.Said[i].Level(); ok {
			parts = append(parts, fmt.Sprintf("level %d: %d", l, n))
		} else {
			parts = append(parts, fmt.Sprintf("%s: %d", choiceWord(d.Said[i]), n))
		}
		i += n
	}
	return strings.Join(parts, ", ")
}
