package chart

import "dgca/reports/document"

const (
	heatGap = 0.6 // between cells
	heatPad = 1.0 // inside a cell
)

// heatLayout is a heat table with all its texts wrapped.
type heatLayout struct {
	start  float64 // edge of the cells
	column float64 // width of a column
	labels [][]string
	titles [][]string
}

func (k *sketch) heat(c document.Heat) Drawing {
	texts := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		texts[i] = r.Label
	}
	var l heatLayout
	var labelWidth float64
	l.labels, labelWidth = k.labelsWithin(texts, k.heatLabelLimit(c.Columns))
	l.start = labelWidth + labelGap
	l.column = (k.width - l.start) / float64(max(len(c.Columns), 1))
	deepest := 0
	for _, s := range c.Columns {
		lines := k.wrap(s, tickStyle, l.column-2*heatPad)
		l.titles = append(l.titles, lines)
		deepest = max(deepest, len(lines))
	}
	for i, lines := range l.titles {
		// Titles of fewer lines stand at the foot of the head.
		k.lines(l.middle(i), tickStyle.height(deepest)-tickStyle.height(len(lines)), lines, tickStyle)
	}
	top := tickStyle.height(deepest) + 1
	var ends []float64
	y := top
	for i := k.first; i < k.end; i++ {
		end := y + k.heatRowHeight(c.Rows[i], l, i)
		k.heatRow(c.Rows[i], l, i, y, end)
		ends = append(ends, end)
		y = end
	}
	return Drawing{Width: k.width, Height: y, Shapes: k.shapes, RowEnds: ends}
}

// heatLabelLimit is the most width for the labels: they are wrapped more often
// before a word of a column title is broken.
func (k *sketch) heatLabelLimit(titles []string) float64 {
	word := 0.0
	for _, s := range titles {
		word = max(word, k.widestWord(s, tickStyle))
	}
	// A trace more than the word, so that rounding does not break it.
	room := k.width - labelGap - float64(len(titles))*(word+2*heatPad+0.01)
	return min(max(room, k.width*0.15), k.width*0.27)
}

func (l heatLayout) middle(column int) float64 { return l.start + (float64(column)+0.5)*l.column }

// heatCell wraps number and note of a cell.
func (k *sketch) heatCell(c document.HeatCell, width float64) (text, note []string) {
	return k.wrap(c.Text, valueStyle, width-2*heatPad), k.wrap(c.Note, noteStyle, width-2*heatPad)
}

func (k *sketch) heatRowHeight(r document.HeatRow, l heatLayout, i int) float64 {
	content := labelStyle.height(len(l.labels[i]))
	for n, c := range r.Cells {
		if n < len(l.titles) {
			text, note := k.heatCell(c, l.column)
			content = max(content, valueStyle.height(len(text))+noteStyle.height(len(note)))
		}
	}
	return max(content+2*rowPad, rowMin)
}

func (k *sketch) heatRow(r document.HeatRow, l heatLayout, i int, top, end float64) {
	mid := (top + end) / 2
	k.centred(0, mid, l.labels[i], labelStyle)
	for n, c := range r.Cells {
		if n >= len(l.titles) {
			break
		}
		box := Rect{X: l.start + float64(n)*l.column + heatGap/2, Y: top + heatGap/2, W: l.column - heatGap, H: end - top - heatGap}
		value, remark := valueStyle, noteStyle
		if c.Shade.Step > 0 {
			box.Fill = Paint{Tone: ToneRamp, Step: c.Shade.Step, Of: c.Shade.Of}
			value.fill = Paint{Tone: ToneOnRamp, Step: c.Shade.Step, Of: c.Shade.Of}
			remark.fill = value.fill
		} else {
			box.Stroke, box.Weight = grid, hairline
			value.fill, value.bold = muted, false
		}
		k.add(box)
		text, note := k.heatCell(c, l.column)
		value.anchor, remark.anchor = Middle, Middle
		y := mid - (valueStyle.height(len(text))+noteStyle.height(len(note)))/2
		k.lines(l.middle(n), y, text, value)
		k.lines(l.middle(n), y+valueStyle.height(len(text)), note, remark)
	}
}
