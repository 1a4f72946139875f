package chart

import "dgca/reports/document"

// dotLayout is a dot plot with all its texts wrapped and its columns placed.
type dotLayout struct {
	plot   plot
	labels [][]string
	notes  [][]string
	side   [][]string // texts in the column after the plot
	sideX  float64
	inline bool // values stand beside their marks
}

func (k *sketch) dotPlot(c document.DotPlot) Drawing {
	l := k.layOutDots(c)
	y := k.key([]keyItem{
		{name: c.Key.Now, mark: func(x, y float64) { k.dot(x, y, false) }},
		{name: c.Key.Preliminary, mark: func(x, y float64) { k.dot(x, y, true) }},
		{name: c.Key.Target, mark: k.diamond},
		{name: c.Key.Range, mark: func(x, y float64) { k.rangeBand(x-keyMark/2, x+keyMark/2, y) }},
	}, 0)
	top := k.head(l.plot, y)
	return k.rows(top,
		func(i int) float64 { return l.rowHeight(c.Rows[i], i) },
		func(bottom float64) { k.grid(l.plot, top, bottom) },
		func(i int, mid float64) { k.dotRow(l, c.Rows[i], i, mid) })
}

func (k *sketch) layOutDots(c document.DotPlot) dotLayout {
	labels := make([]string, len(c.Rows))
	var values, side []string
	for i, r := range c.Rows {
		labels[i] = r.Label
		if r.Known {
			values = append(values, r.NowText)
			side = append(side, r.RangeText)
		}
		if r.HasTarget {
			values = append(values, r.TargetText)
		}
	}
	var l dotLayout
	var labelWidth float64
	l.labels, labelWidth = k.labels(labels)
	valueWidth := k.widest(valueStyle, values...)
	const markPad = targetRadius + 1
	namePad := k.namePad(c.Axis)
	l.plot = plot{start: labelWidth + labelGap, pad: max(markPad+valueWidth+1, namePad), axis: c.Axis}
	sideWidth := k.placeSide(&l, side)
	// Values stand beside their marks where that leaves the scale wide enough.
	const leastStep = 5
	l.inline = l.plot.step() >= leastStep && valueWidth <= k.width*0.1
	if !l.inline {
		l.plot.pad = max(markPad, namePad)
		sideWidth = k.placeSide(&l, append(side, values...))
	}
	l.notes = make([][]string, len(c.Rows))
	l.side = make([][]string, len(c.Rows))
	for i, r := range c.Rows {
		if !r.Known {
			l.notes[i] = k.wrap(r.Note, noteStyle, l.plot.end-l.plot.start-1)
		}
		if !l.inline && r.Known {
			l.side[i] = append(l.side[i], k.wrap(r.NowText, valueStyle, sideWidth)...)
		}
		if !l.inline && r.HasTarget {
			l.side[i] = append(l.side[i], k.wrap(r.TargetText, valueStyle, sideWidth)...)
		}
		if r.Known {
			l.side[i] = append(l.side[i], k.wrap(r.RangeText, valueStyle, sideWidth)...)
		}
	}
	return l
}

// placeSide places the column after the plot and returns its width.
func (k *sketch) placeSide(l *dotLayout, texts []string) float64 {
	width := min(k.widest(valueStyle, texts...), k.width*0.2)
	l.plot.end = k.width
	if width > 0 {
		l.plot.end -= width + labelGap
		l.sideX = k.width - width
	}
	return width
}

// noteHeight is the space of a note above the mark of the target, if any.
func (l dotLayout) noteHeight(i int) float64 { return noteStyle.height(len(l.notes[i])) }

func (l dotLayout) rowHeight(r document.DotRow, i int) float64 {
	content := l.noteHeight(i)
	if !r.Known && r.HasTarget {
		content += 2*targetRadius + 1
	}
	content = max(content, labelStyle.height(len(l.labels[i])), valueStyle.height(len(l.side[i])))
	return max(content+2*rowPad, rowMin)
}

func (k *sketch) dotRow(l dotLayout, r document.DotRow, i int, mid float64) {
	k.centred(0, mid, l.labels[i], labelStyle)
	side := labelStyle
	side.fill = muted
	k.centred(l.sideX, mid, l.side[i], side)
	if !r.Known {
		if !r.HasTarget {
			k.note(l.plot.start, mid-l.noteHeight(i)/2, l.notes[i])
			return
		}
		block := l.noteHeight(i) + 1 + 2*targetRadius
		k.note(l.plot.start, mid-block/2, l.notes[i])
		mid += block/2 - targetRadius
	}
	now, target := l.plot.x(r.Now), l.plot.x(r.Target)
	if r.Known && r.HasRange {
		k.rangeBand(l.plot.x(min(r.Low, r.High)), l.plot.x(max(r.Low, r.High)), mid)
	}
	if r.Known && r.HasTarget {
		k.add(Line{From: Point{now, mid}, To: Point{target, mid}, Stroke: accent, Weight: markWeight})
	}
	if r.HasTarget {
		k.diamond(target, mid)
	}
	if r.Known {
		k.dot(now, mid, r.Preliminary)
	}
	if l.inline {
		k.dotValues(r, now, target, mid)
	}
}

// dotValues prints the values on the outer sides of their marks, where nothing
// else stands.
func (k *sketch) dotValues(r document.DotRow, now, target, mid float64) {
	const gap = 1.0
	y := mid + Label.middle()
	beside := func(x, radius float64, s string, before bool, st style) {
		if before {
			st.anchor = End
			k.text(x-radius-gap, y, s, st)
			return
		}
		k.text(x+radius+gap, y, s, st)
	}
	if r.Known {
		beside(now, targetRadius, r.NowText, r.HasTarget && now <= target, valueStyle)
	}
	if r.HasTarget {
		beside(target, targetRadius, r.TargetText, r.Known && target < now, labelStyle)
	}
}
