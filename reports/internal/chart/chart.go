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
	}
	return Drawing{Width: width}
}

// Rows returns the number of rows or spokes of a chart.
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
	}
	return 0
}
