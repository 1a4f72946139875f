package chart

import (
	"math"
	"strconv"

	"dgca/reports/document"
)

const radarGap = 3.0 // between the circle and the labels

// radarFrame is the circle of a radar: spokes from the middle outwards, the
// first one upwards, the others clockwise. The middle stands for 0, so that
// a profile at level 1 still has a shape.
type radarFrame struct {
	center Point
	radius float64
	spokes int
	levels int
}

func (f radarFrame) at(spoke int, value float64) Point {
	angle := 2 * math.Pi * float64(spoke) / float64(f.spokes)
	r := f.radius * within(value, 0, float64(f.levels)) / float64(f.levels)
	return Point{f.center.X + r*math.Sin(angle), f.center.Y - r*math.Cos(angle)}
}

func (k *sketch) radar(c document.Radar) Drawing {
	f := radarFrame{spokes: len(c.Spoke), levels: max(c.Axis.Max, 2)}
	f.center.X = k.width / 2
	names := make([]string, len(c.Spoke))
	word := 0.0
	for i, s := range c.Spoke {
		names[i] = s.Label
		word = max(word, k.widestWord(s.Label, labelStyle))
	}
	// In a narrow drawing the circle gives way to the longest word, up to a
	// point.
	f.radius = max(min(30, k.width*0.24, k.width/2-radarGap-word), k.width*0.16)
	labels := k.spokeLabels(names, f)
	above, below := extent(labels, f)
	if above+below <= k.width*1.2 {
		bottom := k.circle(c, f, labels)
		return Drawing{Width: k.width, Height: bottom, Shapes: k.shapes}
	}
	// The labels would dwarf the circle: the spokes get numbers, and the
	// names follow in a list.
	for i := range names {
		names[i] = strconv.Itoa(i + 1)
	}
	top := 0.0
	if k.first == 0 {
		top = k.circle(c, f, k.spokeLabels(names, f)) + 3
	}
	return k.spokeList(c, top)
}

// circle draws the key, the profile and its labels, and returns the place
// below them.
func (k *sketch) circle(c document.Radar, f radarFrame, labels []spokeLabel) float64 {
	y := k.key([]keyItem{
		{name: c.Key.Now, mark: func(x, y float64) {
			k.add(Line{From: Point{x - keyMark/2, y}, To: Point{x + keyMark/2, y}, Stroke: accent, Weight: 0.6})
			k.radarDot(Point{x, y})
		}},
		{name: c.Key.Target, mark: func(x, y float64) {
			k.add(Line{From: Point{x - keyMark/2, y}, To: Point{x + keyMark/2, y}, Stroke: ink, Weight: 0.35, Dashed: true})
		}},
	}, 0)
	above, below := extent(labels, f)
	f.center.Y = y + above
	k.radarFill(c, f)
	k.radarGrid(f)
	k.radarOutlines(c, f)
	k.radarNumbers(f)
	for i, s := range c.Spoke {
		if s.Known {
			k.radarDot(f.at(i, s.Now))
		}
	}
	for _, l := range labels {
		l.draw(k, f)
	}
	return f.center.Y + below + 0.5
}

// radarGrid draws the rings of the levels, and the spokes.
func (k *sketch) radarGrid(f radarFrame) {
	for level := 1; level <= f.levels; level++ {
		k.add(Circle{Center: f.center, R: f.radius * float64(level) / float64(f.levels), Stroke: grid, Weight: hairline})
	}
	for i := range f.spokes {
		k.add(Line{From: f.center, To: f.at(i, float64(f.levels)), Stroke: grid, Weight: hairline})
	}
}

// radarNumbers draws the numbers of the levels on a ground that hides the
// outlines below them.
func (k *sketch) radarNumbers(f radarFrame) {
	st := noteStyle
	every := 1
	if f.radius/float64(f.levels) < st.size.lineHeight() {
		every = f.levels - 1
	}
	for level := 1; level <= f.levels; level += every {
		s, p := strconv.Itoa(level), f.at(0, float64(level))
		const beside, edge = 1.3, 0.35
		height := 2 * st.size.middle()
		k.add(Rect{X: p.X + beside - edge, Y: p.Y - height/2 - edge, W: k.textWidth(s, st) + 2*edge, H: height + 2*edge, Fill: paper})
		k.text(p.X+beside, p.Y+st.size.middle(), s, st)
	}
}

// radarFill paints the area of a complete profile. A profile with gaps has no
// area.
func (k *sketch) radarFill(c document.Radar, f radarFrame) {
	var points []Point
	for i, s := range c.Spoke {
		if !s.Known {
			return
		}
		points = append(points, f.at(i, s.Now))
	}
	if len(points) > 2 {
		k.add(Polygon{Points: points, Fill: band})
	}
}

// radarOutlines draws the lines of targets and present values between
// neighbouring spokes that have both ends.
func (k *sketch) radarOutlines(c document.Radar, f radarFrame) {
	n := len(c.Spoke)
	for i, s := range c.Spoke {
		next := c.Spoke[(i+1)%n]
		if s.HasTarget && next.HasTarget && n > 1 {
			k.add(Line{From: f.at(i, s.Target), To: f.at((i+1)%n, next.Target), Stroke: ink, Weight: 0.35, Dashed: true})
		}
	}
	for i, s := range c.Spoke {
		next := c.Spoke[(i+1)%n]
		if s.Known && next.Known && n > 1 {
			k.add(Line{From: f.at(i, s.Now), To: f.at((i+1)%n, next.Now), Stroke: accent, Weight: 0.6})
		}
	}
}

func (k *sketch) radarDot(p Point) { k.add(Circle{Center: p, R: 0.9, Fill: accent}) }
