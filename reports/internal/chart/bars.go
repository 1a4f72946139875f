package chart

import "dgca/reports/document"

const (
	barHeight = 4.2
	barLeast  = 0.8 // length of the bar of the lowest level, where bars begin
	tickReach = 0.9 // of a target beyond its bar
)

// barLayout is a bar chart with all its texts wrapped and its columns placed.
type barLayout struct {
	plot   plot
	labels [][]string
	notes  [][]string
	values [][]string
}

func (k *sketch) bars(c document.Bars) Drawing {
	l := k.layOutBars(c)
	y := k.key([]keyItem{
		{name: c.Key.Now, mark: func(x, y float64) { k.bar(x-keyMark/2, x+keyMark/2, y) }},
		{name: c.Key.Target, mark: func(x, y float64) { k.targetTick(x, y, 0) }},
	}, 0)
	top := k.head(l.plot, y)
	return k.rows(top, l.rowHeight,
		func(bottom float64) { k.grid(l.plot, top, bottom) },
		func(i int, mid float64) { k.barRow(l, c.Rows[i], i, mid) })
}

func (k *sketch) layOutBars(c document.Bars) barLayout {
	labels := make([]string, len(c.Rows))
	values := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		labels[i] = r.Label
		if r.Known {
			values[i] = r.ValueText
		}
	}
	var l barLayout
	l.labels, _ = k.labels(labels)
	// The columns are the same whatever the texts, so that the scales of several
	// charts stand below one another on all pages.
	labelWidth := k.labelLimit()
	valueWidth := max(min(k.widest(valueStyle, values...), k.width*0.2), k.textWidth("0.0", valueStyle))
	l.plot = plot{start: labelWidth + labelGap, end: k.width, pad: max(k.width*0.04, k.namePad(c.Axis)), axis: c.Axis}
	l.plot.end -= valueWidth + labelGap
	l.notes = make([][]string, len(c.Rows))
	l.values = make([][]string, len(c.Rows))
	for i, r := range c.Rows {
		l.values[i] = k.wrap(values[i], valueStyle, valueWidth)
		if !r.Known {
			l.notes[i] = k.wrap(r.Note, noteStyle, l.plot.end-l.plot.start-1)
		}
	}
	return l
}

func (l barLayout) rowHeight(i int) float64 {
	content := max(
		labelStyle.height(len(l.labels[i])),
		valueStyle.height(len(l.values[i])),
		noteStyle.height(len(l.notes[i])))
	return max(content+2*rowPad, rowMin)
}

func (k *sketch) barRow(l barLayout, r document.BarRow, i int, mid float64) {
	k.centred(0, mid, l.labels[i], labelStyle)
	value := valueStyle
	value.anchor = End
	k.centred(k.width, mid, l.values[i], value)
	if !r.Known {
		k.note(l.plot.start, mid-noteStyle.height(len(l.notes[i]))/2, l.notes[i])
		return
	}
	k.bar(l.plot.x(1), max(l.plot.x(r.Value), l.plot.x(1)+barLeast), mid)
	if r.HasTarget {
		k.targetTick(l.plot.x(r.Target), mid, tickReach)
	}
}

func (k *sketch) bar(from, to, mid float64) {
	k.add(Rect{X: from, Y: mid - barHeight/2, W: to - from, H: barHeight, Fill: accent})
}

// targetTick draws the target as a stroke on a light edge, so that it shows on
// the bar as well as beside it.
func (k *sketch) targetTick(x, mid, reach float64) {
	from, to := mid-barHeight/2-reach, mid+barHeight/2+reach
	k.add(
		Line{From: Point{x, from}, To: Point{x, to}, Stroke: paper, Weight: 1.6},
		Line{From: Point{x, from}, To: Point{x, to}, Stroke: ink, Weight: 0.7},
	)
}
