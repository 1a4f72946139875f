package text

import (
	"strconv"
	"strings"

	"dgca/reports/document"
)

func bars(c document.Bars, n int) []line {
	labels := make([]string, len(c.Rows))
	values := 0
	target := false
	for i, r := range c.Rows {
		labels[i] = r.Label
		values = max(values, width(cleanLine(r.ValueText)))
		target = target || r.HasTarget
	}
	labelWidth := labelColumn(labels, n)
	values = min(values, n/3)
	a, ok := axisIn(c.Axis.Max, n-labelWidth-2*columnGap-values)
	if !ok {
		a = axis{levels: max(2, c.Axis.Max), step: 1}
	}
	var names []string
	if now := cleanLine(c.Key.Now); now != "" {
		names = append(names, "= "+now)
	}
	if name := cleanLine(c.Key.Target); target && name != "" {
		names = append(names, string(markTarget)+" "+name)
	}
	lines := append(keyLines(names, n), join(spaces(labelWidth+columnGap), a.scale()))
	for _, r := range c.Rows {
		label := wrapString(r.Label, plain, labelWidth)
		plot := []line{lineOf(a.bar(r))}
		if r.Known {
			value := wrapString(r.ValueText, plain, max(1, values))
			plot[0] = join(plot[0], spaces(columnGap), padStart(at(value, 0), values))
		} else if note := wrapString(r.Note, faint, n-labelWidth-columnGap); len(note) > 0 {
			plot = note
		}
		for i := range max(len(label), len(plot)) {
			lines = append(lines, join(padEnd(at(label, i), labelWidth+columnGap), at(plot, i)))
		}
	}
	return lines
}

func (a axis) bar(r document.BarRow) string {
	row := a.blank()
	if r.Known {
		for i := range a.at(r.Value) + 1 {
			row[i] = '='
		}
	}
	if r.HasTarget {
		row[a.at(r.Target)] = markTarget
	}
	return string(row)
}

// stackedBars draws one character for each answer, or a share of the line where
// there are more answers than columns. The counts stand in columns of their
// own.
func stackedBars(c document.StackedBars, n int) []line {
	marks := partMarks(c.Parts)
	labels := make([]string, len(c.Rows))
	widths := make([]int, len(c.Parts))
	most := 0
	for i, r := range c.Rows {
		labels[i] = r.Label
		most = max(most, sum(r.Counts))
		for j := range min(len(r.Counts), len(widths)) {
			widths[j] = max(widths[j], columnGap+len(strconv.Itoa(r.Counts[j])))
		}
	}
	labelWidth := labelColumn(labels, n)
	counts := sum(widths)
	room := n - labelWidth - columnGap - counts
	showCounts := room >= min(most, 10)
	if !showCounts {
		room += counts
	}
	room = max(room, 1)
	var names []string
	for i, p := range c.Parts {
		names = append(names, strings.TrimSpace(string(marks[i])+" "+cleanLine(p.Name)))
	}
	lines := keyLines(names, n)
	barWidth := min(room, most)
	if showCounts {
		head := spaces(labelWidth + columnGap + barWidth)
		for i, w := range widths {
			head = join(head, padStart(lineOf(string(marks[i])), w))
		}
		lines = append(lines, head)
	}
	for _, r := range c.Rows {
		label := wrapString(r.Label, plain, labelWidth)
		bar := padEnd(lineOf(stack(r.Counts, marks, most, barWidth)), barWidth)
		if showCounts {
			for i := range widths {
				count := 0
				if i < len(r.Counts) {
					count = r.Counts[i]
				}
				bar = join(bar, padStart(lineOf(strconv.Itoa(count)), widths[i]))
			}
		}
		for i := range max(len(label), 1) {
			lines = append(lines, join(padEnd(at(label, i), labelWidth+columnGap), at([]line{bar}, i)))
		}
	}
	return lines
}

// stack draws the parts of one bar, in proportion where not every answer has a
// column: a part ends where the answers up to it end.
func stack(counts []int, marks []byte, most, room int) string {
	var bar []byte
	done := 0
	for i, c := range counts {
		if i >= len(marks) {
			break
		}
		done += c
		for most > 0 && len(bar) < (done*room+most/2)/most {
			bar = append(bar, marks[i])
		}
	}
	return string(bar)
}

// partMarks gives each part the first character of its short name, or a letter
// where that is taken or no ASCII character.
func partMarks(parts []document.Part) []byte {
	marks := make([]byte, len(parts))
	taken := map[byte]bool{' ': true}
	for i, p := range parts {
		m := byte(0)
		if s := cleanLine(p.Short); s != "" && s[0] > ' ' && s[0] <= '~' {
			m = s[0]
		}
		for next := byte('a'); m == 0 || taken[m]; next++ {
			m = next
		}
		taken[m], marks[i] = true, m
	}
	return marks
}
