package chart

const (
	dotRadius    = 1.6
	targetRadius = 2.0
	markWeight   = 0.45
)

// dot draws the mark of the present value, hollow when it is preliminary.
func (k *sketch) dot(x, y float64, preliminary bool) {
	fill := accent
	if preliminary {
		fill = paper
	}
	k.add(Circle{Center: Point{x, y}, R: dotRadius - markWeight/2, Fill: fill, Stroke: accent, Weight: markWeight})
}

// diamond draws the mark of a target.
func (k *sketch) diamond(x, y float64) {
	r := targetRadius
	k.add(Polygon{
		Points: []Point{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}},
		Fill:   paper, Stroke: accent, Weight: markWeight,
	})
}

// rangeBand draws the range behind a value.
func (k *sketch) rangeBand(from, to, y float64) {
	const height, least = 4.2, 0.8
	if to-from < least {
		from, to = (from+to-least)/2, (from+to+least)/2
	}
	k.add(Rect{X: from, Y: y - height/2, W: to - from, H: height, Fill: band})
}
