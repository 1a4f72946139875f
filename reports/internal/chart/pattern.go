package chart

// pattern fills a segment that stands outside the scale of levels.
type pattern int

const (
	rising pattern = iota
	blank
	level
	falling
)

// patterns are given to the parts outside the scale in this order.
var patterns = [...]pattern{rising, blank, level, falling}

const (
	hatchGap    = 1.2
	hatchWeight = 0.15
)

// hatch draws a framed rectangle with a pattern.
func (k *sketch) hatch(r Rect, p pattern) {
	frame := r
	frame.Fill, frame.Stroke, frame.Weight = paper, muted, hatchWeight
	k.add(frame)
	switch p {
	case rising:
		k.diagonals(r, false)
	case falling:
		k.diagonals(r, true)
	case level:
		for y := r.Y + hatchGap; y < r.Y+r.H-0.2; y += hatchGap {
			k.hatchLine(Point{r.X, y}, Point{r.X + r.W, y})
		}
	}
}

// diagonals draws lines at 45 degrees, cut at the edges of the rectangle.
func (k *sketch) diagonals(r Rect, mirrored bool) {
	for d := hatchGap; d < r.W+r.H; d += hatchGap * 1.4 {
		// The line runs from (d, 0) to (0, d) in the rectangle before cutting.
		from := Point{min(d, r.W), max(d-r.W, 0)}
		to := Point{max(d-r.H, 0), min(d, r.H)}
		if mirrored {
			from.X, to.X = r.W-from.X, r.W-to.X
		}
		k.hatchLine(Point{r.X + from.X, r.Y + from.Y}, Point{r.X + to.X, r.Y + to.Y})
	}
}

func (k *sketch) hatchLine(from, to Point) {
	k.add(Line{From: from, To: to, Stroke: muted, Weight: hatchWeight})
}
