package chart

import (
	"strconv"

	"dgca/reports/document"
)

// partPaint is the look of one part in all bars: a step of the ramp, or a
// pattern for an answer outside the scale.
type partPaint struct {
	shade   document.Shade
	pattern pattern
}

func partPaints(parts []document.Part) []partPaint {
	paints := make([]partPaint, len(parts))
	outside := 0
	for i, p := range parts {
		paints[i].shade = p.Shade
		if p.Shade.Step == 0 {
			paints[i].pattern = patterns[outside%len(patterns)]
			outside++
		}
	}
	return paints
}

// stackTotal returns the length of the longest bar.
func stackTotal(rows []document.StackRow) int {
	longest := 1
	for _, r := range rows {
		total := 0
		for _, n := range r.Counts {
			total += max(n, 0)
		}
		longest = max(longest, total)
	}
	return longest
}

func (k *sketch) stackedBars(c document.StackedBars) Drawing {
	texts := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		texts[i] = r.Label
	}
	labels, labelWidth := k.labels(texts)
	paints := partPaints(c.Parts)
	items := make([]keyItem, len(c.Parts))
	for i, p := range c.Parts {
		items[i] = keyItem{name: p.Name, mark: func(x, y float64) {
			k.segment(Rect{X: x - keyMark/2, Y: y - 1.4, W: keyMark, H: 2.8}, paints[i])
		}}
	}
	top := k.key(items, 0)
	start := labelWidth + labelGap
	unit := (k.width - start - hairline) / float64(stackTotal(c.Rows))
	height := func(i int) float64 {
		return max(labelStyle.height(len(labels[i]))+2*rowPad, rowMin+0.5)
	}
	return k.rows(top, height, func(float64) {}, func(i int, mid float64) {
		k.centred(0, mid, labels[i], labelStyle)
		x := start
		for p, n := range c.Rows[i].Counts {
			if n <= 0 || p >= len(paints) {
				continue
			}
			w := float64(n) * unit
			k.segment(Rect{X: x, Y: mid - 2.6, W: w, H: 5.2}, paints[p])
			k.count(x, w, mid, n, paints[p])
			x += w
		}
	})
}

// segment draws one stretch of a bar. A thin light edge keeps neighbours
// apart when their colours are close.
func (k *sketch) segment(r Rect, p partPaint) {
	r.Stroke, r.Weight = paper, 0.3
	if p.shade.Step > 0 {
		r.Fill = Paint{Tone: ToneRamp, Step: p.shade.Step, Of: p.shade.Of}
		k.add(r)
		return
	}
	inner := Rect{X: r.X + 0.25, Y: r.Y + 0.25, W: r.W - 0.5, H: r.H - 0.5}
	if inner.W <= 0 {
		inner.X, inner.W = r.X, r.W
	}
	k.hatch(inner, p.pattern)
}

// count prints the number of a segment that is wide enough for it.
func (k *sketch) count(x, w, mid float64, n int, p partPaint) {
	st := style{size: Label, bold: true, fill: ink, anchor: Middle}
	s := strconv.Itoa(n)
	tw := k.textWidth(s, st)
	if tw+1.6 > w {
		return
	}
	if p.shade.Step > 0 {
		st.fill = Paint{Tone: ToneOnRamp, Step: p.shade.Step, Of: p.shade.Of}
	} else {
		// A plain ground keeps the number readable on the lines.
		k.add(Rect{X: x + w/2 - tw/2 - 0.6, Y: mid - 1.8, W: tw + 1.2, H: 3.6, Fill: paper})
	}
	k.text(x+w/2, mid+Label.middle(), s, st)
}
