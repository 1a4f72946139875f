package text

import (
	"strconv"

	"dgca/reports/document"
)

// strips prints, for each row, how many dots stand at each level, and the text
// beside the strip. A value between two levels counts for the nearer one, the
// higher of two equally near.
func strips(c document.Strips, n int) []line {
	labels := make([]string, len(c.Rows))
	side := 0
	for i, r := range c.Rows {
		labels[i] = r.Label
		side = max(side, width(cleanLine(r.Text)))
	}
	side = min(side, n/3)
	labelWidth := min(labelColumn(labels, n), max(n-2*columnGap-side-stripStep*c.Axis.Max, 12))
	levels := max(c.Axis.Max, 1)
	head := spaces(labelWidth + columnGap)
	for l := range levels {
		head = join(head, padStart(lineOf(strconv.Itoa(l+1)), stripStep))
	}
	lines := []line{head}
	for _, r := range c.Rows {
		label := wrapString(r.Label, plain, labelWidth)
		var strip []line
		if len(r.Dots) > 0 {
			strip = []line{counts(r.Dots, levels)}
		} else {
			strip = wrapString(r.Note, faint, stripStep*levels)
		}
		text := wrapString(r.Text, plain, max(side, 1))
		for i := range max(len(label), len(strip), len(text)) {
			lines = append(lines, join(padEnd(at(label, i), labelWidth+columnGap), padEnd(at(strip, i), stripStep*levels+columnGap), at(text, i)))
		}
	}
	return lines
}

// stripStep is the width of one level: room for three digits.
const stripStep = 4

func counts(dots []document.Dots, levels int) line {
	row := make([]int, levels)
	for _, d := range dots {
		row[min(max(int(d.At+0.5)-1, 0), levels-1)] += d.Count
	}
	var l line
	for _, n := range row {
		cell := "."
		if n > 0 {
			cell = strconv.Itoa(n)
		}
		l = join(l, padStart(lineOf(cell), stripStep))
	}
	return l
}
