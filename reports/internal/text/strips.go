package text

import (
	"strconv"

	"dgca/reports/document"
)

// The columns of strips.
const (
	stripStep  = 4  // of one level: room for three digits
	stripLabel = 12 // of the labels, at least
	stripSide  = 12 // of the texts beside the strips, at least; with less they stand below
)

// strips prints, for each row, how many dots stand at each level, and the text
// beside or below the strip. A value between two levels counts for the nearer
// one, the higher of two equally near.
func strips(c document.Strips, n int) []line {
	levels := max(c.Axis.Max, 1)
	plot := stripStep * levels
	labels := make([]string, len(c.Rows))
	side := 0
	for i, r := range c.Rows {
		labels[i] = r.Label
		side = max(side, width(cleanLine(r.Text)))
	}
	room := n - plot - 2*columnGap
	side = min(side, n/3, room-stripLabel)
	if side < min(stripSide, n) {
		side, room = 0, room+columnGap
	}
	labelWidth := max(min(labelColumn(labels, n), room-side), 1)
	head := spaces(labelWidth + columnGap)
	for l := range levels {
		head = join(head, padStart(lineOf(strconv.Itoa(l+1)), stripStep))
	}
	lines := []line{head}
	for _, r := range c.Rows {
		label := wrapString(r.Label, plain, labelWidth)
		strip := wrapString(r.Note, faint, plot)
		if len(r.Dots) > 0 {
			strip = []line{counts(r.Dots, levels)}
		}
		var text []line
		if side > 0 {
			text = wrapString(r.Text, plain, side)
		} else {
			strip = append(strip, wrapString(r.Text, plain, plot)...)
		}
		for i := range max(len(label), len(strip), len(text)) {
			row := join(padEnd(at(label, i), labelWidth+columnGap), at(strip, i))
			if side > 0 {
				row = join(padEnd(row, labelWidth+columnGap+plot+columnGap), at(text, i))
			}
			lines = append(lines, row)
		}
	}
	return lines
}

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
