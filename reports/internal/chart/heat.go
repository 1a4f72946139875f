package chart

import "dgca/reports/document"

const heatGap = 0.6 // between cells

func (k *sketch) heat(c document.Heat) Drawing {
	texts := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		texts[i] = r.Label
	}
	l := k.layOutCells(texts, nil, c.Columns)
	y := k.cellTitles(l)
	var ends []float64
	for i := k.first; i < k.end; i++ {
		end := y + k.heatRowHeight(c.Rows[i], l, i)
		k.heatRow(c.Rows[i], l, i, y, end)
		ends = append(ends, end)
		y = end
	}
	return Drawing{Width: k.width, Height: y, Shapes: k.shapes, RowEnds: ends}
}

// heatCell wraps number and note of a cell.
func (k *sketch) heatCell(c document.HeatCell, width float64) (text, note []string) {
	return k.wrap(c.Text, valueStyle, width-2*cellPad), k.wrap(c.Note, noteStyle, width-2*cellPad)
}

func (k *sketch) heatRowHeight(r document.HeatRow, l cellLayout, i int) float64 {
	content := labelStyle.height(len(l.labels[i]))
	for n, c := range r.Cells {
		if n < len(l.titles) {
			text, note := k.heatCell(c, l.column)
			content = max(content, valueStyle.height(len(text))+noteStyle.height(len(note)))
		}
	}
	return max(content+2*rowPad, rowMin)
}

func (k *sketch) heatRow(r document.HeatRow, l cellLayout, i int, top, end float64) {
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
