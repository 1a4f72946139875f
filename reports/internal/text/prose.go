package text

import (
	"strconv"

	"dgca/reports/document"
)

func paragraph(b document.Paragraph, n int) []line {
	if b.Role == document.Quote {
		return quoted(wrap(b.Text, plain, n-2))
	}
	return wrap(b.Text, lookOf(b.Role), n)
}

func lookOf(r document.Role) look {
	switch r {
	case document.Lead, document.Strongly:
		return bold
	case document.Small:
		return faint
	}
	return plain
}

// quoted marks each line as the words of a participant, or as a remark.
func quoted(lines []line) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		out[i] = join(lineOf("| "), l)
	}
	return out
}

func list(b document.List, n int) []line {
	const bullet = "- "
	var lines []line
	for i, item := range b.Items {
		mark := bullet
		if b.Ordered {
			mark = numbered(i+1, len(b.Items))
		}
		lines = append(lines, indent(mark, wrap(item, plain, n-width(mark)))...)
	}
	return lines
}

// numbered lines the numbers of a list up at their end.
func numbered(i, of int) string {
	s, last := strconv.Itoa(i), strconv.Itoa(of)
	for len(s) < len(last) {
		s = " " + s
	}
	return s + ". "
}

// facts sets labels and values in two columns. A long label stands above its
// value.
func facts(items []document.Fact, n int) []line {
	const gap = 2
	limit, labels := n/3, 0
	for _, f := range items {
		if w := width(cleanLine(f.Label)); w <= limit {
			labels = max(labels, w)
		}
	}
	var lines []line
	for _, f := range items {
		label := wrapString(f.Label, faint, n)
		value := wrap(f.Value, plain, n-labels-gap)
		if len(label) == 0 && len(value) == 0 {
			continue
		}
		if len(label) > 1 || len(label) == 1 && label[0].width() > labels {
			lines = append(lines, label...)
			label = nil
		}
		first := line(nil)
		if len(label) == 1 {
			first = label[0]
		}
		for i, v := range value {
			if i > 0 {
				first = nil
			}
			lines = append(lines, join(padEnd(first, labels+gap), v))
		}
		if len(value) == 0 && first != nil {
			lines = append(lines, first)
		}
	}
	return lines
}

func callout(b document.Callout, n int) []line {
	lines := wrapString(b.Title, bold, n-2)
	for _, l := range b.Lines {
		lines = append(lines, wrap(l, plain, n-2)...)
	}
	return quoted(lines)
}
