package text

import (
	"strings"

	"dgca/reports/document"
)

// columnGap is the space between the columns of a table.
const columnGap = 2

func table(t document.Table, n int) []line {
	var lines []line
	if t.Caption != "" {
		lines = append(lines, wrapString(t.Caption, bold, n)...)
	}
	if widths, ok := fit(t, n); ok {
		lines = append(lines, grid(t, widths)...)
	} else {
		lines = append(lines, records(t, n)...)
	}
	if t.Note != "" {
		lines = append(lines, wrapString(t.Note, faint, n)...)
	}
	return lines
}

func grid(t document.Table, widths []int) []line {
	decimals := make([]decimal, len(widths))
	for i := range decimals {
		if t.Columns[i].Align == document.AlignDecimal {
			decimals[i] = decimalOf(t, i, widths[i])
		}
	}
	header := make([][]line, len(widths))
	rules := make([]line, len(widths))
	for i, c := range t.Columns {
		header[i] = aligned(wrapString(c.Title, bold, widths[i]), c.Align, widths[i])
		rules[i] = repeated('-', widths[i])
	}
	lines := beside(header, widths)
	lines = append(lines, beside(single(rules), widths)...)
	total := columnGap * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	for i, r := range t.Rows {
		if r.Group {
			if i > 0 {
				lines = append(lines, line(nil))
			}
			lines = append(lines, groupTitle(r, total)...)
			continue
		}
		cells := make([][]line, len(widths))
		for j := range min(len(r.Cells), len(widths)) {
			cells[j] = cellLines(r.Cells[j], t.Columns[j], widths[j], decimals[j])
		}
		lines = append(lines, beside(cells, widths)...)
	}
	return lines
}

func single(ls []line) [][]line {
	out := make([][]line, len(ls))
	for i, l := range ls {
		out[i] = []line{l}
	}
	return out
}

func groupTitle(r document.Row, n int) []line {
	var lines []line
	for _, c := range r.Cells {
		for _, cl := range c.Lines {
			lines = append(lines, wrap(cl.Text, bold, n)...)
		}
	}
	return lines
}

// beside sets the cells of a row next to each other.
func beside(cells [][]line, widths []int) []line {
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	lines := make([]line, height)
	for i := range lines {
		for j, c := range cells {
			var l line
			if i < len(c) {
				l = c[i]
			}
			if j > 0 {
				lines[i] = join(lines[i], spaces(columnGap))
			}
			lines[i] = join(lines[i], padEnd(l, widths[j]))
		}
	}
	return lines
}

func aligned(lines []line, a document.Align, n int) []line {
	for i, l := range lines {
		switch a {
		case document.AlignEnd, document.AlignDecimal:
			lines[i] = padStart(l, n)
		case document.AlignCenter:
			lines[i] = centred(l, n)
		}
	}
	return lines
}

func cellLines(c document.Cell, col document.Column, n int, d decimal) []line {
	var lines []line
	for _, cl := range c.Lines {
		wrapped := wrap(cl.Text, lookOf(cl.Role), n)
		if col.Align == document.AlignDecimal && len(wrapped) == 1 {
			wrapped[0] = d.place(wrapped[0], cl.Text.String())
		}
		lines = append(lines, aligned(wrapped, col.Align, n)...)
	}
	return lines
}

// decimal says how many columns a table column keeps after the decimal sign,
// sign included.
type decimal struct{ after int }

// decimalOf finds the room for decimals. Where the numbers would then be wider
// than the column, they are lined up at their end.
func decimalOf(t document.Table, column, n int) decimal {
	before, after := decimalParts(t, column)
	if before+after > n {
		return decimal{}
	}
	return decimal{after}
}

// decimalParts returns the widest part before, and from, the decimal sign.
func decimalParts(t document.Table, column int) (before, after int) {
	for _, r := range t.Rows {
		if r.Group || column >= len(r.Cells) {
			continue
		}
		for _, cl := range r.Cells[column].Lines {
			if b, a, ok := parts(cleanLine(cl.Text.String())); ok {
				before, after = max(before, b), max(after, a)
			}
		}
	}
	return before, after
}

// parts returns the widths before and from the decimal sign of a number.
func parts(s string) (before, after int, ok bool) {
	if s == "" || !strings.ContainsAny(s[:1], "+-0123456789") || strings.Contains(s, " ") {
		return 0, 0, false
	}
	i := strings.IndexByte(s, '.')
	if i < 0 {
		i = len(s)
	}
	return i, len(s) - i, true
}

func (d decimal) place(l line, text string) line {
	if _, after, ok := parts(cleanLine(text)); ok {
		return join(l, spaces(d.after-after))
	}
	return l
}

// records prints a table that is too wide for its columns: each row as a list
// of labels and values under the name of the row.
func records(t document.Table, n int) []line {
	var lines []line
	for i, r := range t.Rows {
		if i > 0 {
			lines = append(lines, line(nil))
		}
		if r.Group {
			lines = append(lines, groupTitle(r, n)...)
			continue
		}
		lines = append(lines, record(t.Columns, r, n)...)
	}
	return lines
}

func record(columns []document.Column, r document.Row, n int) []line {
	const step = "  "
	var lines []line
	head := 0
	for i, c := range columns {
		if c.RowHeader {
			head = i
			break
		}
	}
	if head < len(r.Cells) {
		for _, cl := range r.Cells[head].Lines {
			lines = append(lines, wrap(cl.Text, bold, n)...)
		}
	}
	for j := range min(len(r.Cells), len(columns)) {
		if j == head {
			continue
		}
		for k, cl := range r.Cells[j].Lines {
			value := wrap(cl.Text, lookOf(cl.Role), n-2*len(step))
			if k > 0 {
				for _, v := range value {
					lines = append(lines, join(lineOf(step+step), v))
				}
				continue
			}
			lines = append(lines, labelled(columns[j].Title, value, step, n)...)
		}
	}
	return lines
}

// labelled sets a label before a value, or above it when the value is long.
func labelled(label string, value []line, step string, n int) []line {
	if len(value) == 0 {
		return nil
	}
	title := wrapString(label+":", faint, n-len(step))
	if len(title) == 1 && len(value) == 1 && len(step)+title[0].width()+1+value[0].width() <= n {
		return []line{join(lineOf(step), title[0], lineOf(" "), value[0])}
	}
	var lines []line
	for _, l := range title {
		lines = append(lines, join(lineOf(step), l))
	}
	for _, l := range value {
		lines = append(lines, join(lineOf(step+step), l))
	}
	return lines
}
