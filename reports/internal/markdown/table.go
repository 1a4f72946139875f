package markdown

import (
	"strings"

	"dgca/reports/document"
)

// rules are the second line of a table, by alignment.
var rules = map[document.Align]string{
	document.AlignStart: "---", document.AlignEnd: "--:", document.AlignCenter: ":-:", document.AlignDecimal: "--:",
}

func (p *printer) table(t document.Table) {
	if t.Caption != "" {
		p.block("**" + inline(t.Caption) + "**")
	}
	titles, rule := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i], rule[i] = cellText(c.Title), rules[c.Align]
	}
	lines := []string{pipes(titles), pipes(rule)}
	for _, r := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i, c := range r.Cells {
			if i >= len(cells) {
				break
			}
			cells[i] = cell(c)
		}
		lines = append(lines, pipes(cells))
	}
	p.block(lines...)
	if t.Note != "" {
		p.block(inline(t.Note))
	}
}

func pipes(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

// cell puts the lines of a cell on one line, as a table needs it.
func cell(c document.Cell) string {
	lines := make([]string, 0, len(c.Lines))
	for _, l := range c.Lines {
		s := text(l.Text, cellText)
		if l.Role == document.Strongly && s != "" {
			s = "**" + cellText(l.Text.String()) + "**"
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "<br>")
}
