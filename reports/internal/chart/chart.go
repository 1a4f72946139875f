package chart

import "dgca/reports/document"

// DrawRows lays out the rows from first up to, not including, end, for a chart
// that may run over several pages; without rows the drawing is empty. Columns
// and scales are those of the whole chart, and each part has its own scale and
// key. The circle of a Radar stands in its first part.
func DrawRows(c document.Chart, first, end int, width float64, measure Measure) Drawing {
	k := &sketch{measure: measure, width: width, first: first, end: end}
	if first >= end {
		return Drawing{Width: width}
	}
	switch c := c.(type) {
	case document.DotPlot:
		return k.dotPlot(c)
	case document.Radar:
		return k.radar(c)
	case document.StackedBars:
		return k.stackedBars(c)
	case document.Bars:
		return k.bars(c)
	case document.Scatter:
		return k.scatter(c)
	case document.Heat:
		return k.heat(c)
	case document.Gantt:
		return k.gantt(c)
	case document.Slope:
		return k.slope(c)
	case document.SmallSlopes:
		return k.smallSlopes(c)
	case document.Strips:
		return k.strips(c)
	case document.Multiples:
		return k.multiples(c)
	}
	return Drawing{Width: width}
}

// Rows returns the number of rows of a chart: spokes of a Radar, grades of a
// Scatter, profiles of Multiples, and 1 for a Slope, which is one picture.
func Rows(c document.Chart) int {
	switch c := c.(type) {
	case document.DotPlot:
		return len(c.Rows)
	case document.Radar:
		return len(c.Spoke)
	case document.StackedBars:
		return len(c.Rows)
	case document.Bars:
		return len(c.Rows)
	case document.Scatter:
		return scatterRows(c)
	case document.Heat:
		return len(c.Rows)
	case document.Gantt:
		return len(c.Rows)
	case document.Slope:
		return min(len(c.Lines), 1)
	case document.SmallSlopes:
		return len(c.Rows)
	case document.Strips:
		return len(c.Rows)
	case document.Multiples:
		return len(c.Profiles)
	}
	return 0
}
