package chart

import (
	"strconv"

	"dgca/reports/document"
)

// Distances that the charts with rows share, in millimetres.
const (
	labelGap = 4.0 // between labels and plot, and plot and side column
	rowPad   = 1.6 // above and below the content of a row
	rowMin   = 7.5 // so that marks of neighbouring rows stay apart
	hairline = 0.15
)

var (
	labelStyle = style{size: Label, fill: ink}
	valueStyle = style{size: Label, bold: true, fill: ink}
	noteStyle  = style{size: Small, fill: muted}
	tickStyle  = style{size: Small, bold: true, fill: muted, anchor: Middle}
)

// plot is the part of a chart that holds the scale of levels.
type plot struct {
	start, end float64 // edges
	pad        float64 // from the edges to the first and last level
	axis       document.Axis
}

// levels returns the highest level of the scale, which has at least two.
func (p plot) levels() int { return max(p.axis.Max, 2) }

// x returns the place of a value; one outside the scale stands at its edge.
func (p plot) x(v float64) float64 {
	top := float64(p.levels())
	return p.start + p.pad + (within(v, 1, top)-1)/(top-1)*(p.end-p.start-2*p.pad)
}

// within moves a value between two bounds, and what is no number to the lower.
func within(v, low, high float64) float64 {
	if !(v >= low) {
		return low
	}
	return min(v, high)
}

// step is the distance between two levels.
func (p plot) step() float64 { return p.x(2) - p.x(1) }

// namePad is the space that the name of the last level wants at the edge of a
// plot, as far as it is modest.
func (k *sketch) namePad(axis document.Axis) float64 {
	if len(axis.Names) == 0 {
		return 0
	}
	last := axis.Names[len(axis.Names)-1]
	return min(k.widestWord(last, noteStyle)/2+0.5, k.width*0.07)
}

// head draws the numbers of the levels with their names where these fit, and
// returns the place where the rows begin.
func (k *sketch) head(p plot, top float64) float64 {
	names := k.levelNames(p)
	deepest := 0
	for _, lines := range names {
		deepest = max(deepest, len(lines))
	}
	numbers := top + tickStyle.height(1)
	name := noteStyle
	name.anchor = Middle
	for i := range p.levels() {
		x := p.x(float64(i + 1))
		k.lines(x, top, []string{strconv.Itoa(i + 1)}, tickStyle)
		if names != nil {
			k.lines(x, numbers, names[i], name)
		}
	}
	return numbers + name.height(deepest) + 1
}

// levelNames wraps the name of each level into the space around its grid line.
// Names appear all or not at all: a scale with holes is harder to read than
// one with numbers alone.
func (k *sketch) levelNames(p plot) [][]string {
	if len(p.axis.Names) < p.levels() {
		return nil
	}
	edge := min(p.x(1), k.width-p.x(float64(p.levels())))
	room := min(p.step()-1, 2*edge)
	names := make([][]string, p.levels())
	for i := range names {
		names[i] = k.wrap(p.axis.Names[i], noteStyle, room)
		if k.widestWord(p.axis.Names[i], noteStyle) > room || len(names[i]) > 2 {
			return nil
		}
	}
	return names
}

// grid draws the lines of the levels behind the rows.
func (k *sketch) grid(p plot, top, bottom float64) {
	for i := range p.levels() {
		x := p.x(float64(i + 1))
		k.add(Line{From: Point{x, top}, To: Point{x, bottom}, Stroke: grid, Weight: hairline})
	}
}

// rows draws the wanted rows below top with a rule around each, and closes the
// drawing. Background gets the lower edge of the last row before they are drawn.
func (k *sketch) rows(top float64, height func(i int) float64, background func(bottom float64), row func(i int, mid float64)) Drawing {
	var ends []float64
	bottom := top
	for i := k.first; i < k.end; i++ {
		bottom += height(i)
		ends = append(ends, bottom)
	}
	background(bottom)
	y := top
	for n, end := range ends {
		k.rule(y)
		row(k.first+n, (y+end)/2)
		y = end
	}
	k.rule(bottom)
	return Drawing{Width: k.width, Height: bottom + hairline, Shapes: k.shapes, RowEnds: ends}
}

// rule draws the line between two rows.
func (k *sketch) rule(y float64) {
	k.add(Line{From: Point{0, y}, To: Point{k.width, y}, Stroke: grid, Weight: hairline})
}

// labelLimit is the width that the labels of the rows take at most.
func (k *sketch) labelLimit() float64 { return k.width * 0.27 }

// labels wraps the labels of all rows and returns them with the width of
// their column.
func (k *sketch) labels(texts []string) ([][]string, float64) {
	return k.labelsWithin(texts, k.labelLimit())
}

// labelsWithin is labels for another limit.
func (k *sketch) labelsWithin(texts []string, limit float64) ([][]string, float64) {
	width := min(k.widest(labelStyle, texts...), limit)
	wrapped := make([][]string, len(texts))
	for i, s := range texts {
		wrapped[i] = k.wrap(s, labelStyle, width)
	}
	return wrapped, width
}

// note sets what stands in place of a mark, on a ground that hides the grid.
func (k *sketch) note(x, top float64, lines []string) {
	if len(lines) == 0 {
		return
	}
	k.add(Rect{X: x, Y: top, W: k.widest(noteStyle, lines...) + 1, H: noteStyle.height(len(lines)), Fill: paper})
	k.lines(x, top, lines, noteStyle)
}

// centred sets lines around the middle of a row.
func (k *sketch) centred(x, mid float64, lines []string, st style) {
	k.lines(x, mid-st.height(len(lines))/2, lines, st)
}
