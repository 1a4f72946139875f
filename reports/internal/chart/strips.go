package chart

import (
	"cmp"
	"slices"

	"dgca/reports/document"
)

// stripRadii are tried from the largest on until a row is low enough.
var stripRadii = [...]float64{1.1, 0.8, 0.55}

const (
	stripMost = 24.0 // height of the dots of a row, where the radii allow
	stripGap  = 0.25 // between two dots
)

// stripLayout is a chart of strips with its texts wrapped and its dots placed.
type stripLayout struct {
	plot   plot
	labels [][]string
	side   [][]string
	notes  [][]string
	dots   []stripDots
}

// stripDots are the dots of one row, measured from the middle of the row.
type stripDots struct {
	radius  float64
	centers []Point
	height  float64
}

func (k *sketch) strips(c document.Strips) Drawing {
	l := k.layOutStrips(c)
	y := k.key([]keyItem{
		{c.Key.Dot, func(x, y float64) { k.stripDot(Point{x, y}, stripRadii[0]) }},
		{c.Key.Median, func(x, y float64) { k.stripMedian(x, y, 2) }},
		{c.Key.Half, func(x, y float64) { k.rangeBand(x-keyMark/2, x+keyMark/2, y) }},
	}, 0)
	top := k.head(l.plot, y)
	return k.rows(top, l.rowHeight,
		func(bottom float64) { k.grid(l.plot, top, bottom) },
		func(i int, mid float64) { k.stripRow(c.Rows[i], l, i, mid) })
}

func (k *sketch) layOutStrips(c document.Strips) stripLayout {
	labels, side := make([]string, len(c.Rows)), make([]string, len(c.Rows))
	for i, r := range c.Rows {
		labels[i], side[i] = r.Label, r.Text
	}
	var l stripLayout
	var labelWidth float64
	l.labels, labelWidth = k.labels(labels)
	sideWidth := min(k.widest(noteStyle, side...), k.width*0.2)
	l.plot = plot{start: labelWidth + labelGap, end: k.width, pad: max(4, k.namePad(c.Axis)), axis: c.Axis}
	if sideWidth > 0 {
		l.plot.end -= sideWidth + labelGap
	}
	for i, r := range c.Rows {
		l.side = append(l.side, k.wrap(side[i], noteStyle, sideWidth))
		l.dots = append(l.dots, placeDots(r.Dots, l.plot))
		var note []string
		if len(l.dots[i].centers) == 0 {
			note = k.wrap(r.Note, noteStyle, l.plot.end-l.plot.start-1)
		}
		l.notes = append(l.notes, note)
	}
	return l
}

// placeDots places the dots of a row with the largest radius that keeps it low.
func placeDots(dots []document.Dots, p plot) stripDots {
	var d stripDots
	for _, r := range stripRadii {
		d = swarm(dots, p, r)
		if d.height <= stripMost {
			break
		}
	}
	return d
}

// swarm places dots of one radius: the dots of one value in a block around it,
// as wide as its neighbours leave room, and blocks of close values so that no
// dot covers another.
func swarm(dots []document.Dots, p plot, radius float64) stripDots {
	sorted := slices.Clone(dots)
	slices.SortStableFunc(sorted, func(a, b document.Dots) int { return cmp.Compare(a.At, b.At) })
	width := 2*radius + stripGap
	d := stripDots{radius: radius}
	for i, v := range sorted {
		room := p.step()
		if i > 0 {
			room = min(room, p.x(v.At)-p.x(sorted[i-1].At))
		}
		if i+1 < len(sorted) {
			room = min(room, p.x(sorted[i+1].At)-p.x(v.At))
		}
		room = min(room, 2*(p.x(v.At)-p.start), 2*(p.end-p.x(v.At)))
		columns := min(max(int(room*0.85/width), 1), max(v.Count, 1))
		for n := range max(v.Count, 0) {
			inLine := min(columns, v.Count-n/columns*columns)
			x := p.x(v.At) + (float64(n%columns)-float64(inLine-1)/2)*width
			d.drop(x, width)
		}
	}
	for _, c := range d.centers {
		d.height = max(d.height, 2*(max(c.Y, -c.Y)+radius))
	}
	return d
}

// drop puts a dot into the lane nearest to the middle in which it covers no
// other: the middle itself, then by turns above and below.
func (d *stripDots) drop(x, width float64) {
	for lane := 0; ; lane++ {
		y := float64((lane+1)/2) * width
		if lane%2 == 1 {
			y = -y
		}
		free := func(c Point) bool { return c.Y != y || c.X <= x-width+1e-9 || c.X >= x+width-1e-9 }
		if !slices.ContainsFunc(d.centers, func(c Point) bool { return !free(c) }) {
			d.centers = append(d.centers, Point{x, y})
			return
		}
	}
}

func (l stripLayout) rowHeight(i int) float64 {
	content := max(labelStyle.height(len(l.labels[i])), noteStyle.height(len(l.side[i])), noteStyle.height(len(l.notes[i])), l.dots[i].height)
	return max(content+2*rowPad, rowMin)
}

func (k *sketch) stripRow(r document.StripRow, l stripLayout, i int, mid float64) {
	k.centred(0, mid, l.labels[i], labelStyle)
	side := noteStyle
	side.fill, side.anchor = ink, End
	k.centred(k.width, mid, l.side[i], side)
	dots := l.dots[i]
	if len(dots.centers) == 0 {
		k.note(l.plot.start, mid-noteStyle.height(len(l.notes[i]))/2, l.notes[i])
		return
	}
	reach := max(dots.height, 4.2) / 2
	if r.HasHalf {
		from, to := l.plot.x(min(r.Low, r.High)), l.plot.x(max(r.Low, r.High))
		const least = 1.6
		if to-from < least {
			from, to = (from+to-least)/2, (from+to+least)/2
		}
		k.add(Rect{X: from, Y: mid - reach, W: to - from, H: 2 * reach, Fill: band})
	}
	for _, c := range dots.centers {
		k.stripDot(Point{c.X, mid + c.Y}, dots.radius)
	}
	if r.HasHalf {
		k.stripMedian(l.plot.x(r.Median), mid, reach+0.7)
	}
}

func (k *sketch) stripDot(at Point, radius float64) {
	k.add(Circle{Center: at, R: radius, Fill: accent})
}

// stripMedian draws the median as a stroke on a light edge.
func (k *sketch) stripMedian(x, mid, reach float64) {
	from, to := Point{x, mid - reach}, Point{x, mid + reach}
	k.add(Line{From: from, To: to, Stroke: paper, Weight: 1.3}, Line{From: from, To: to, Stroke: ink, Weight: 0.6})
}
