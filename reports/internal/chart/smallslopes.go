package chart

import "dgca/reports/document"

const (
	smallSlope    = 8.0 // height of the scale of a small slope
	smallSlopePad = 2.0 // above and below it
	smallLine     = 4.5 // width of the line of a small slope, at least
	smallGap      = 1.4 // between the line and its values
	smallDot      = 0.8
)

// smallSlopesLayout is a table of small slopes with its texts wrapped. Values
// stand beside the line, or below it where a column is narrow.
type smallSlopesLayout struct {
	cellLayout
	axis  document.Axis
	value float64 // width of a value
	lines int     // of a value, at most
	below bool
}

func (k *sketch) smallSlopes(c document.SmallSlopes) Drawing {
	l := k.layOutSmallSlopes(c)
	y := k.cellTitles(l.cellLayout)
	k.rule(y)
	var ends []float64
	for i := k.first; i < k.end; i++ {
		end := y + l.rowHeight(i)
		text := labelStyle.height(len(l.labels[i])) + noteStyle.height(len(l.notes[i]))
		top := (y+end)/2 - text/2
		k.lines(0, top, l.labels[i], labelStyle)
		k.lines(0, top+labelStyle.height(len(l.labels[i])), l.notes[i], noteStyle)
		for n, cell := range c.Rows[i].Cells[:min(len(c.Rows[i].Cells), len(l.titles))] {
			k.smallSlope(cell, l, l.start+float64(n)*l.column, y+(end-y-l.cellHeight())/2)
		}
		k.rule(end)
		ends = append(ends, end)
		y = end
	}
	return Drawing{Width: k.width, Height: y + hairline, Shapes: k.shapes, RowEnds: ends}
}

func (k *sketch) layOutSmallSlopes(c document.SmallSlopes) smallSlopesLayout {
	labels, notes := make([]string, len(c.Rows)), make([]string, len(c.Rows))
	var values []string
	for i, r := range c.Rows {
		labels[i], notes[i] = r.Label, r.Note
		for _, cell := range r.Cells {
			for _, p := range cell.Points {
				values = append(values, p.Text)
			}
		}
	}
	l := smallSlopesLayout{cellLayout: k.layOutCells(labels, notes, c.Columns), axis: c.Axis, value: k.widest(valueStyle, values...)}
	inside := l.column - 2*cellPad
	l.below = inside < 2*(l.value+smallGap)+smallLine
	l.value = min(l.value, inside)
	for _, v := range values {
		l.lines = max(l.lines, len(k.wrap(v, valueStyle, l.value)))
	}
	return l
}

// cellHeight is the height of a slope with what stands below it.
func (l smallSlopesLayout) cellHeight() float64 {
	if l.below {
		return smallSlope + smallSlopePad + 2*valueStyle.height(l.lines)
	}
	return smallSlope
}

func (l smallSlopesLayout) rowHeight(i int) float64 {
	text := labelStyle.height(len(l.labels[i])) + noteStyle.height(len(l.notes[i])) + 2*rowPad
	return max(l.cellHeight()+2*smallSlopePad, text)
}

// smallSlope draws the line of one cell with its first and its last value.
func (k *sketch) smallSlope(cell document.SlopeCell, l smallSlopesLayout, x, top float64) {
	f := slopeFrame{top: top, bottom: top + smallSlope, start: x + cellPad, end: x + l.column - cellPad,
		rounds: len(cell.Points), levels: max(l.axis.Max, 2)}
	if !l.below {
		f.start, f.end = f.start+l.value+smallGap, f.end-l.value-smallGap
	}
	first, last := ends(cell.Points)
	if first < 0 {
		k.centred(x+l.column/2, top+l.cellHeight()/2, k.wrap(cell.Note, noteStyle, l.column-2*cellPad), middle(noteStyle))
		return
	}
	for _, y := range []float64{f.top, f.bottom} {
		k.add(Line{From: Point{f.start, y}, To: Point{f.end, y}, Stroke: grid, Weight: hairline})
	}
	paint, weight, value := muted, 0.45, labelStyle
	if cell.Strong {
		paint, weight, value = accent, 0.9, valueStyle
	}
	k.course(cell.Points, f, paint, weight, smallDot)
	// The last value stands at the end, also of a line that ends early; a value
	// alone stands where its line would go on.
	if first < last || first == 0 {
		k.slopeValue(cell.Points[first], l, f, value, false)
	}
	if first < last || first > 0 {
		k.slopeValue(cell.Points[last], l, f, value, true)
	}
}

// slopeValue sets the first or the last value of a small slope.
func (k *sketch) slopeValue(p document.SlopePoint, l smallSlopesLayout, f slopeFrame, st style, last bool) {
	lines := k.wrap(p.Text, st, l.value)
	switch {
	case l.below && last:
		st.anchor = End
		k.lines(f.end, f.bottom+smallSlopePad+valueStyle.height(l.lines), lines, st)
	case l.below:
		k.lines(f.start, f.bottom+smallSlopePad, lines, st)
	case last:
		k.centred(f.end+smallGap, f.y(p.Value), lines, st)
	default:
		st.anchor = End
		k.centred(f.start-smallGap, f.y(p.Value), lines, st)
	}
}

func middle(st style) style {
	st.anchor = Middle
	return st
}

// ends returns the first and the last point with a value, or -1.
func ends(points []document.SlopePoint) (first, last int) {
	first, last = -1, -1
	for i, p := range points {
		if p.Known {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}
