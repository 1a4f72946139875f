package chart

import (
	"strconv"

	"dgca/reports/document"
)

const ganttBar = 3.6 // height of a bar

// ganttLayout is a Gantt strip with all its texts wrapped and its columns
// placed.
type ganttLayout struct {
	start, end float64 // of the months
	months     int
	labels     [][]string
	notes      [][]string
	side       [][]string
}

// x returns the place where a number of months has passed.
func (l ganttLayout) x(months int) float64 {
	return l.start + within(float64(months), 0, float64(l.months))/float64(l.months)*(l.end-l.start)
}

func (k *sketch) gantt(c document.Gantt) Drawing {
	l := k.layOutGantt(c)
	y := k.key([]keyItem{
		{c.Key.Planned, func(x, y float64) { k.ganttBar(x-keyMark/2, x+keyMark/2, y, false) }},
		{c.Key.Done, func(x, y float64) { k.ganttBar(x-keyMark/2, x+keyMark/2, y, true) }},
	}, 0)
	top := k.ganttHead(c, l, y)
	return k.rows(top, l.rowHeight,
		func(bottom float64) { k.ganttGround(c, l, y, top, bottom) },
		func(i int, mid float64) { k.ganttRow(c.Rows[i], l, i, mid) })
}

func (k *sketch) layOutGantt(c document.Gantt) ganttLayout {
	l := ganttLayout{months: 1}
	for _, p := range c.Phases {
		l.months = max(l.months, p.To)
	}
	var side []string
	labelWidth := 0.0
	for _, r := range c.Rows {
		side = append(side, r.Text)
		labelWidth = max(labelWidth, k.textWidth(r.Label, labelStyle), k.textWidth(r.Note, noteStyle))
	}
	// Actions are sentences: they get more room than the labels of other charts.
	labelWidth = min(labelWidth, k.width*0.4)
	sideWidth := min(k.widest(noteStyle, side...), k.width*0.18)
	l.start, l.end = labelWidth+labelGap, k.width
	if sideWidth > 0 {
		l.end -= sideWidth + labelGap
	}
	for _, r := range c.Rows {
		l.labels = append(l.labels, k.wrap(r.Label, labelStyle, labelWidth))
		l.notes = append(l.notes, k.wrap(r.Note, noteStyle, labelWidth))
		l.side = append(l.side, k.wrap(r.Text, noteStyle, sideWidth))
	}
	return l
}

func (l ganttLayout) rowHeight(i int) float64 {
	content := max(labelStyle.height(len(l.labels[i]))+noteStyle.height(len(l.notes[i])), noteStyle.height(len(l.side[i])), ganttBar)
	return max(content+2*rowPad, rowMin)
}

// ganttHead draws the names of the phases and the months where they end. Names
// that do not fit above their phases stand below one another.
func (k *sketch) ganttHead(c document.Gantt, l ganttLayout, top float64) float64 {
	top += 0.8
	deepest, fit := 0, true
	names := make([][]string, len(c.Phases))
	for i, p := range c.Phases {
		room := l.x(p.To) - l.x(p.From-1) - 1.5
		fit = fit && k.widestWord(p.Name, noteStyle) <= room
		names[i] = k.wrap(p.Name, noteStyle, max(room, 1))
		deepest = max(deepest, len(names[i]))
	}
	for i, p := range c.Phases {
		if fit {
			k.lines(l.x(p.From-1)+0.8, top, names[i], noteStyle)
			continue
		}
		lines := k.wrap(p.Name, noteStyle, k.width-l.start)
		k.lines(l.start, top, lines, noteStyle)
		top += noteStyle.height(len(lines))
	}
	if fit {
		top += noteStyle.height(deepest)
	}
	// The months of two borders that are close would cover each other: then
	// only the later one stands.
	tick, next := tickStyle, k.width+1
	for i := len(c.Phases) - 1; i >= 0; i-- {
		s := strconv.Itoa(c.Phases[i].To)
		w := k.textWidth(s, tick)
		x := min(l.x(c.Phases[i].To), k.width-w/2)
		if x+w/2+0.5 <= next && x-w/2 >= l.start {
			k.lines(x, top, []string{s}, tick)
			next = x - w/2
		}
	}
	return top + tick.height(1) + 0.8
}

// ganttGround shades every second phase and draws the borders.
func (k *sketch) ganttGround(c document.Gantt, l ganttLayout, head, top, bottom float64) {
	for i, p := range c.Phases {
		from, to := l.x(p.From-1), l.x(p.To)
		if i%2 == 1 {
			k.add(Rect{X: from, Y: top, W: to - from, H: bottom - top, Fill: Paint{Tone: ToneTint}})
		}
		k.add(Line{From: Point{from, head}, To: Point{from, bottom}, Stroke: grid, Weight: hairline})
		k.add(Line{From: Point{to, top}, To: Point{to, bottom}, Stroke: grid, Weight: hairline})
	}
}

func (k *sketch) ganttRow(r document.GanttRow, l ganttLayout, i int, mid float64) {
	y := mid - (labelStyle.height(len(l.labels[i]))+noteStyle.height(len(l.notes[i])))/2
	k.lines(0, y, l.labels[i], labelStyle)
	k.lines(0, y+labelStyle.height(len(l.labels[i])), l.notes[i], noteStyle)
	side := noteStyle
	side.fill, side.anchor = ink, End
	k.centred(k.width, mid, l.side[i], side)
	if r.From < 1 {
		return
	}
	open := r.To == 0 || r.To > l.months
	from, to := l.x(r.From-1), l.x(r.To)
	if open {
		to = l.end
	}
	const least, arrow = 1.2, 1.8
	from = min(from, to-least)
	if !open {
		k.ganttBar(from, to, mid, r.Done)
		return
	}
	// An end beyond the strip is an arrow.
	k.ganttBar(from, max(to-arrow, from), mid, r.Done)
	tip := max(to-arrow, from)
	k.add(Polygon{Points: []Point{{tip, mid - ganttBar/2}, {to, mid}, {tip, mid + ganttBar/2}}, Fill: accent})
}

// ganttBar draws a bar: full for what is planned, hollow for what is done.
func (k *sketch) ganttBar(from, to, mid float64, done bool) {
	r := Rect{X: from, Y: mid - ganttBar/2, W: to - from, H: ganttBar, Fill: accent}
	if done {
		const weight = 0.45
		r = Rect{X: from + weight/2, Y: r.Y + weight/2, W: max(to-from-weight, 0), H: ganttBar - weight, Fill: paper, Stroke: accent, Weight: weight}
	}
	k.add(r)
}
