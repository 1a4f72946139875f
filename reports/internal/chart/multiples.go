package chart

import (
	"strconv"

	"dgca/reports/document"
)

const (
	profileWidth  = 29.0 // of a profile, at least
	profileGap    = 4.5  // between two profiles
	profileBelow  = 5.0  // below a line of profiles
	profileMost   = 4    // profiles on a line
	profileLabels = 0.2  // of the width, at most, for the labels
)

// multiplesLayout is the division of the width: labels, then profiles.
type multiplesLayout struct {
	labels  [][]string
	start   float64 // of the first profile
	columns int
	panel   float64 // width of a profile
	value   float64 // width of the values at its end
	heights []float64
	axis    document.Axis
}

func (k *sketch) multiples(c document.Multiples) Drawing {
	l := k.layOutMultiples(c)
	y := k.key([]keyItem{
		{name: c.Key.Now, mark: func(x, y float64) { k.dot(x, y, false) }},
		{name: c.Key.Preliminary, mark: func(x, y float64) { k.dot(x, y, true) }},
		{name: c.Key.Target, mark: k.diamond},
	}, 0)
	var ends []float64
	for first := k.first; first < k.end; first += l.columns {
		line := c.Profiles[first:min(first+l.columns, k.end)]
		y = k.profileLine(line, l, y)
		for range line {
			ends = append(ends, y)
		}
	}
	return Drawing{Width: k.width, Height: y, Shapes: k.shapes, RowEnds: ends}
}

func (k *sketch) layOutMultiples(c document.Multiples) multiplesLayout {
	l := multiplesLayout{axis: c.Axis}
	var width float64
	l.labels, width = k.labelsWithin(c.Rows, k.width*profileLabels)
	l.start = width + labelGap
	room := k.width - l.start
	l.columns = min(max(int((room+profileGap)/(profileWidth+profileGap)), 1), profileMost, max(len(c.Profiles), 1))
	l.panel = (room - float64(l.columns-1)*profileGap) / float64(l.columns)
	for _, p := range c.Profiles {
		for _, pt := range p.Points {
			l.value = max(l.value, k.textWidth(pt.Text, profileValue(pt)))
		}
	}
	l.value = min(l.value, l.panel*0.36)
	l.heights = make([]float64, len(c.Rows))
	for i := range l.heights {
		l.heights[i] = max(labelStyle.height(len(l.labels[i]))+1.2, 2*targetRadius+1)
		for _, p := range c.Profiles {
			if i < len(p.Points) {
				l.heights[i] = max(l.heights[i], valueStyle.height(len(k.wrap(p.Points[i].Text, profileValue(p.Points[i]), l.value)))+1.2)
			}
		}
	}
	return l
}

// profileLine draws the profiles that stand side by side, their labels before
// the first, and returns the place below them.
func (k *sketch) profileLine(line []document.Profile, l multiplesLayout, top float64) float64 {
	titles, notes := make([][]string, len(line)), make([][]string, len(line))
	head := 0.0
	for i, p := range line {
		titles[i] = k.wrap(p.Title, valueStyle, l.panel)
		notes[i] = k.wrap(p.Note, noteStyle, l.panel)
		head = max(head, valueStyle.height(len(titles[i]))+noteStyle.height(len(notes[i])))
	}
	rows := top + head + 1 + tickStyle.height(1) + 0.6
	bottom := rows
	for _, h := range l.heights {
		bottom += h
	}
	for i, p := range line {
		x := l.start + float64(i)*(l.panel+profileGap)
		title := top + head - valueStyle.height(len(titles[i])) - noteStyle.height(len(notes[i]))
		k.lines(x, title, titles[i], valueStyle)
		k.lines(x, title+valueStyle.height(len(titles[i])), notes[i], noteStyle)
		k.profile(p, l, x, top+head+1, rows, bottom)
	}
	y := rows
	for i, h := range l.heights {
		k.centred(0, y+h/2, l.labels[i], labelStyle)
		y += h
	}
	return bottom + profileBelow
}

// profile draws one profile: the scale, a line for each row, marks and values.
func (k *sketch) profile(p document.Profile, l multiplesLayout, x, head, rows, bottom float64) {
	scale := plot{start: x, end: x + l.panel - l.value - 1, pad: targetRadius, axis: l.axis}
	k.grid(scale, rows, bottom)
	every := 1
	if scale.step() < k.textWidth("0", tickStyle)+0.8 {
		every = scale.levels() - 1
	}
	for level := 1; level <= scale.levels(); level += every {
		k.lines(scale.x(float64(level)), head, []string{strconv.Itoa(level)}, tickStyle)
	}
	y := rows
	for i, h := range l.heights {
		mid := y + h/2
		y += h
		k.add(Line{From: Point{x, y}, To: Point{x + l.panel, y}, Stroke: grid, Weight: hairline})
		if i >= len(p.Points) {
			continue
		}
		pt := p.Points[i]
		if pt.Known && pt.HasTarget {
			k.add(Line{From: Point{scale.x(pt.Value), mid}, To: Point{scale.x(pt.Target), mid}, Stroke: accent, Weight: markWeight})
		}
		if pt.HasTarget {
			k.diamond(scale.x(pt.Target), mid)
		}
		if pt.Known {
			k.dot(scale.x(pt.Value), mid, pt.Preliminary)
		}
		value := profileValue(pt)
		value.anchor = End
		k.centred(x+l.panel, mid, k.wrap(pt.Text, value, l.value), value)
	}
}

// profileValue is the style of what stands beside a point.
func profileValue(p document.ProfilePoint) style {
	if p.Known {
		return valueStyle
	}
	return style{size: Label, fill: muted}
}
