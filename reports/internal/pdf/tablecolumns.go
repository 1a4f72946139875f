package pdf

import (
	"strings"

	"dgca/reports/document"
)

// placeColumns divides the width of a table among its columns by their shares.
// A column whose longest word would have to be broken takes what it lacks from
// the others, as far as that is a modest part of the table.
func (l *tableLayout) placeColumns() {
	n := len(l.table.Columns)
	shares, least := make([]float64, n), make([]float64, n)
	total := 0.0
	for i, col := range l.table.Columns {
		shares[i] = max(col.Width, 0)
		total += shares[i]
	}
	if total == 0 {
		for i := range shares {
			shares[i] = 1
		}
	}
	needed := 0.0
	for i := range least {
		least[i] = l.leastWidth(i)
		needed += least[i]
	}
	if needed > l.width {
		clear(least)
	}
	widths := divide(l.width, shares, least)
	x := 0.0
	for i, col := range l.table.Columns {
		l.columns = append(l.columns, tableColumn{Column: col, x: x, width: widths[i], fraction: l.fraction(i)})
		x += widths[i]
	}
}

// divide splits a width by shares, but gives no one less than its least.
func divide(width float64, shares, least []float64) []float64 {
	widths := make([]float64, len(shares))
	fixed := make([]bool, len(shares))
	for {
		room, total := width, 0.0
		for i := range shares {
			if fixed[i] {
				room -= widths[i]
			} else {
				total += shares[i]
			}
		}
		again := false
		for i := range shares {
			if fixed[i] {
				continue
			}
			widths[i] = 0
			if total > 0 {
				widths[i] = room * shares[i] / total
			}
			if widths[i] < least[i] {
				widths[i], fixed[i], again = least[i], true, true
			}
		}
		if !again {
			return widths
		}
	}
}

// leastWidth returns what a column needs so that no word is broken and, in a
// column of figures, no line. Both are bounded: one column never takes much of
// the table from the others.
func (l *tableLayout) leastWidth(column int) float64 {
	n := float64(len(l.table.Columns))
	wordLimit, lineLimit := max(l.width*0.22, l.width/n*0.9), l.width*0.16
	const padding = 2*cellInset + slack
	text, density := l.printer.text, l.printer.density
	figures := l.table.Columns[column].Align != document.AlignStart
	least := 0.0
	need := func(s string, st style, whole bool) {
		if w := text.measure(s, st) + padding; whole && w <= lineLimit {
			least = max(least, w)
			return
		}
		for word := range strings.FieldsSeq(s) {
			least = max(least, min(text.measure(word, st)+padding, wordLimit))
		}
	}
	need(l.table.Columns[column].Title, density.closer(columnStyle), false)
	for _, r := range l.table.Rows {
		if r.Group || column >= len(r.Cells) {
			continue
		}
		for _, line := range r.Cells[column].Lines {
			for _, span := range line.Text {
				st := density.cellLine(line.Role)
				st.bold = st.bold || span.Strong
				need(span.Text, st, figures && len(line.Text) == 1)
			}
		}
	}
	return least
}

// fraction returns the widest part after the decimal sign in a column.
func (l *tableLayout) fraction(column int) float64 {
	widest := 0.0
	if l.table.Columns[column].Align != document.AlignDecimal {
		return 0
	}
	for _, r := range l.table.Rows {
		if r.Group || column >= len(r.Cells) {
			continue
		}
		for _, line := range r.Cells[column].Lines {
			if w, ok := l.printer.fraction(line.Text, l.printer.density.cellLine(line.Role)); ok {
				widest = max(widest, w)
			}
		}
	}
	return widest
}

// fraction returns the width of a number from its decimal point on. It reports
// false for what is not one number, such as a range or a word.
func (p *printer) fraction(text document.Text, st style) (float64, bool) {
	s := strings.TrimSpace(text.String())
	if strings.Count(s, ".") > 1 || strings.Trim(s, "+-−±0123456789.") != "" || s == "" {
		return 0, false
	}
	point := strings.IndexByte(s, '.')
	if point < 0 {
		return 0, true
	}
	for _, span := range text {
		st.bold = st.bold || span.Strong
	}
	return p.text.measure(s[point:], st), true
}
