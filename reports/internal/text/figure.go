package text

import (
	"math"

	"dgca/reports/document"
)

// figure draws a chart in ASCII with its numbers. A radar is not drawn: what it
// shows is said in words.
func figure(f document.Figure, n int) []line {
	var lines []line
	if f.Caption != "" {
		lines = append(lines, wrapString(f.Caption, bold, n)...)
	}
	switch c := f.Chart.(type) {
	case document.DotPlot:
		return append(lines, dotPlot(c, n)...)
	case document.Bars:
		return append(lines, bars(c, n)...)
	case document.StackedBars:
		return append(lines, stackedBars(c, n)...)
	case document.Strips:
		return append(lines, strips(c, n)...)
	}
	return append(lines, wrapString(f.Alt, plain, n)...)
}

// axis places values on a line of characters: each level has the same number of
// columns.
type axis struct {
	levels int
	step   int
}

// The least and the most columns from one level to the next, with which a chart
// is readable.
const (
	minStep = 3
	maxStep = 8
)

// axisIn returns the widest axis that fits into n columns, and whether one
// does.
func axisIn(levels, n int) (axis, bool) {
	if levels < 2 {
		return axis{}, false
	}
	step := min((n-1)/(levels-1), maxStep)
	return axis{levels, step}, step >= minStep
}

func (a axis) width() int { return (a.levels-1)*a.step + 1 }

// at returns the column of a value.
func (a axis) at(v float64) int {
	x := int(math.Round((v - 1) * float64(a.step)))
	return min(max(x, 0), a.width()-1)
}

// blank is an empty row with a dot at every level.
func (a axis) blank() []byte {
	row := make([]byte, a.width())
	for i := range row {
		row[i] = ' '
		if i%a.step == 0 {
			row[i] = '.'
		}
	}
	return row
}

// scale is the row of level numbers above a chart.
func (a axis) scale() line {
	row := make([]byte, a.width())
	for i := range row {
		row[i] = ' '
		if i%a.step == 0 {
			row[i] = byte('1' + i/a.step)
		}
	}
	return lineOf(string(row))
}
