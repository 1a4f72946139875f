package chart

import (
	"math"
	"slices"
	"strconv"

	"dgca/reports/document"
)

// spokeLabel is the wrapped label of a spoke. Its top is measured from the
// middle of the circle.
type spokeLabel struct {
	spoke  int
	lines  []string
	x      float64
	top    float64
	anchor Anchor
	lead   bool // a thin line ties the label to its spoke
}

func (l spokeLabel) height() float64 { return labelStyle.height(len(l.lines)) }

// spokeLabels places the labels: the spokes that point straight up and down
// have theirs above and below the circle, all others in a column on their
// side, in the order of the spokes.
func (k *sketch) spokeLabels(names []string, f radarFrame) []spokeLabel {
	column := k.width/2 - f.radius - radarGap
	var all, start, end []spokeLabel
	for i, name := range names {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(f.spokes))
		l := spokeLabel{spoke: i}
		switch {
		case math.Abs(sin) < 1e-9:
			l.x, l.anchor = f.center.X, Middle
			l.lines = k.wrap(name, labelStyle, 2*f.radius)
			l.top = f.radius + 1.5
			if cos > 0 {
				l.top = -f.radius - 2 - l.height()
			}
			all = append(all, l)
		case sin > 0:
			l.x, l.anchor, l.lead = f.center.X+f.radius+radarGap, Start, true
			l.lines = k.wrap(name, labelStyle, column)
			l.top = -f.radius*cos - l.height()/2
			end = append(end, l)
		default:
			l.x, l.anchor, l.lead = f.center.X-f.radius-radarGap, End, true
			l.lines = k.wrap(name, labelStyle, column)
			l.top = -f.radius*cos - l.height()/2
			start = append(start, l)
		}
	}
	slices.Reverse(start) // from top to bottom, as the other side
	return append(append(all, settle(start)...), settle(end)...)
}

// extent returns how far circle and labels reach above and below the middle.
func extent(labels []spokeLabel, f radarFrame) (above, below float64) {
	above, below = f.radius+1.5, f.radius+1.5
	for _, l := range labels {
		above = max(above, -l.top)
		below = max(below, l.top+l.height())
	}
	return above, below
}

// spokeList draws the names of numbered spokes.
func (k *sketch) spokeList(c document.Radar, top float64) Drawing {
	const numbers = 8.0
	names := make([][]string, len(c.Spoke))
	for i, s := range c.Spoke {
		names[i] = k.wrap(s.Label, labelStyle, k.width-numbers)
	}
	height := func(i int) float64 { return labelStyle.height(max(len(names[i]), 1)) + rowPad }
	return k.rows(top, height, func(float64) {}, func(i int, mid float64) {
		from := mid - labelStyle.height(len(names[i]))/2
		k.lines(0, from, []string{strconv.Itoa(i + 1)}, valueStyle)
		k.lines(numbers, from, names[i], labelStyle)
	})
}

// settle moves the labels of one column apart, and then all of them back by
// the mean of what they were moved.
func settle(column []spokeLabel) []spokeLabel {
	const gap = 1.8
	moved := 0.0
	for i := 1; i < len(column); i++ {
		least := column[i-1].top + column[i-1].height() + gap
		if column[i].top < least {
			moved += least - column[i].top
			column[i].top = least
		}
	}
	for i := range column {
		column[i].top -= moved / float64(len(column))
	}
	return column
}

func (l spokeLabel) draw(k *sketch, f radarFrame) {
	if len(l.lines) == 0 {
		return
	}
	if l.lead {
		tip := f.at(l.spoke, float64(f.levels))
		to := Point{l.x - 0.8, f.center.Y + l.top + l.height()/2}
		if l.anchor == End {
			to.X = l.x + 0.8
		}
		k.add(Line{From: tip, To: to, Stroke: grid, Weight: hairline})
	}
	st := labelStyle
	st.anchor = l.anchor
	k.lines(l.x, f.center.Y+l.top, l.lines, st)
}
