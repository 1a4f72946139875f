package text

import (
	"strings"

	"dgca/reports/document"
)

// The marks of a dot plot. Where now and the target fall on one place, both is
// drawn.
const (
	markNow         = 'o'
	markPreliminary = '?'
	markTarget      = '>'
	markBoth        = '*'
	markLow         = '['
	markHigh        = ']'
	markRange       = '-'
)

func dotPlot(c document.DotPlot, n int) []line {
	labels := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		labels[i] = r.Label
	}
	labelWidth := labelColumn(labels, n)
	side := sideColumns(c)
	a, ok := axisIn(c.Axis.Max, n-labelWidth-columnGap-side.total())
	if !ok {
		return dotRecords(c, n)
	}
	lines := dotKey(c, a, n)
	head := spaces(labelWidth + columnGap)
	lines = append(lines, join(head, a.scale(), side.row(c.Key.Now, c.Key.Target, c.Key.Range)))
	for _, r := range c.Rows {
		label := wrapString(r.Label, plain, labelWidth)
		var plot, values []line
		switch {
		case r.Known:
			plot = []line{lineOf(a.dots(r))}
			values = []line{side.row(r.NowText, r.TargetText, r.RangeText)}
		case cleanLine(r.Note) != "":
			plot = wrapString(r.Note, faint, a.width()+side.now)
			plot = append([]line{padEnd(at(plot, 0), a.width()+side.now)}, plot[min(1, len(plot)):]...)
			values = []line{side.rest(r.TargetText)}
		default:
			plot = []line{lineOf(a.dots(r))}
			values = []line{side.row("", r.TargetText, "")}
		}
		for i := range max(len(label), len(plot)) {
			lines = append(lines, join(padEnd(at(label, i), labelWidth+columnGap), at(plot, i), at(values, i)))
		}
	}
	return lines
}

func at(lines []line, i int) line {
	if i < len(lines) {
		return lines[i]
	}
	return nil
}

// labelColumn is the width of the labels of a chart: at most a third of the
// line.
func labelColumn(labels []string, n int) int {
	widest := 0
	for _, l := range labels {
		for _, wrapped := range wrapString(l, plain, n/3) {
			widest = max(widest, wrapped.width())
		}
	}
	return widest
}

// side holds the widths of the columns of numbers after a dot plot, each with
// the space before it; 0 is no column.
type side struct{ now, target, span int }

func sideColumns(c document.DotPlot) side {
	var s side
	widen := func(n *int, text string) {
		if text != "" {
			*n = max(*n, columnGap+width(cleanLine(text)))
		}
	}
	for _, r := range c.Rows {
		if r.Known {
			widen(&s.now, r.NowText)
			widen(&s.span, r.RangeText)
		}
		widen(&s.target, r.TargetText)
	}
	for _, h := range []struct {
		n     *int
		title string
	}{{&s.now, c.Key.Now}, {&s.target, c.Key.Target}, {&s.span, c.Key.Range}} {
		if *h.n > 0 {
			widen(h.n, h.title)
		}
	}
	return s
}

func (s side) total() int { return s.now + s.target + s.span }

// row lines the numbers up at their end, and the range at its start.
func (s side) row(now, target, span string) line {
	l := padStart(lineOf(cleanLine(now)), s.now)
	if s.now == 0 {
		l = nil
	}
	l = join(l, s.rest(target))
	if s.span > 0 {
		l = join(l, spaces(columnGap), lineOf(cleanLine(span)))
	}
	return l
}

func (s side) rest(target string) line {
	if s.target == 0 {
		return nil
	}
	return padStart(lineOf(cleanLine(target)), s.target)
}

// dots draws the marks of one row.
func (a axis) dots(r document.DotRow) string {
	row := a.blank()
	if r.Known && r.HasRange {
		low, high := a.at(min(r.Low, r.High)), a.at(max(r.Low, r.High))
		for i := low; i <= high; i++ {
			row[i] = markRange
		}
		row[low], row[high] = markLow, markHigh
	}
	if r.HasTarget {
		row[a.at(r.Target)] = markTarget
	}
	if r.Known {
		x := a.at(r.Now)
		switch {
		case r.HasTarget && x == a.at(r.Target):
			row[x] = markBoth
		case r.Preliminary:
			row[x] = markPreliminary
		default:
			row[x] = markNow
		}
	}
	return string(row)
}

// dotKey names the marks that the plot uses.
func dotKey(c document.DotPlot, a axis, n int) []line {
	var now, preliminary, target, both, span bool
	for _, r := range c.Rows {
		now = now || r.Known && !r.Preliminary
		preliminary = preliminary || r.Known && r.Preliminary
		target = target || r.HasTarget
		both = both || r.Known && r.HasTarget && a.at(r.Now) == a.at(r.Target)
		span = span || r.Known && r.HasRange
	}
	var names []string
	add := func(used bool, mark, name string) {
		if name = cleanLine(name); used && name != "" {
			names = append(names, mark+" "+name)
		}
	}
	add(now, string(markNow), c.Key.Now)
	add(preliminary, string(markPreliminary), c.Key.Preliminary)
	add(target, string(markTarget), c.Key.Target)
	add(both, string(markBoth), strings.Join([]string{c.Key.Now, c.Key.Target}, " + "))
	add(span, string([]byte{markLow, markRange, markHigh}), c.Key.Range)
	return keyLines(names, n)
}

// keyLines sets the entries of a key one after the other.
func keyLines(names []string, n int) []line {
	const gap = 3
	var lines []line
	var current line
	for _, name := range names {
		switch {
		case current == nil:
		case current.width()+gap+width(name) <= n:
			current = join(current, spaces(gap))
		default:
			lines = append(lines, current)
			current = nil
		}
		if current == nil && width(name) > n {
			lines = append(lines, wrapString(name, faint, n)...)
			continue
		}
		current = join(current, line{{name, faint}})
	}
	if current != nil {
		lines = append(lines, current)
	}
	return lines
}

// dotRecords is the plot where it is too narrow for columns: each row takes
// some lines.
func dotRecords(c document.DotPlot, n int) []line {
	a, ok := axisIn(c.Axis.Max, n-len("  "))
	lines := dotKey(c, a, n)
	for _, r := range c.Rows {
		lines = append(lines, wrapString(r.Label, bold, n)...)
		if ok && (r.Known || r.HasTarget) {
			lines = append(lines, join(spaces(2), a.scale()), join(spaces(2), lineOf(a.dots(r))))
		}
		if !r.Known {
			lines = append(lines, indent("  ", wrapString(r.Note, faint, n-2))...)
		}
		for _, v := range []struct {
			show        bool
			label, text string
		}{{r.Known, c.Key.Now, r.NowText}, {r.HasTarget, c.Key.Target, r.TargetText}, {r.Known && r.HasRange, c.Key.Range, r.RangeText}} {
			if v.show && v.text != "" {
				lines = append(lines, labelled(v.label, wrapString(v.text, plain, n-4), "  ", n)...)
			}
		}
	}
	return lines
}
