package chart

import (
	"strconv"

	"dgca/reports/document"
)

const (
	scatterPad     = 2.0  // inside a field
	scatterItemGap = 3.0  // between two items on one line
	scatterLeast   = 14.0 // height of a row of fields
	scatterMark    = 4.4  // width that a mark takes before its label
)

// scatterRows is the number of grades upwards, or none without items.
func scatterRows(c document.Scatter) int {
	if len(c.Items) == 0 {
		return 0
	}
	return max(c.Up.Max, 1)
}

// scatterLayout is a scatter cut into fields of one pair of grades each. The
// items of a field stand in lines below one another.
type scatterLayout struct {
	start   float64 // edge of the fields; the upward grades stand before it
	field   float64 // width
	columns int
	fields  map[[2]int][][]scatterMarkAt // by grades up and across: lines of items
	names   map[int][2][]string          // of the quadrants that begin at a row: of the start side and of the end side
	split   int                          // columns before the upper half
}

// scatterMarkAt is an item at its place in a line of a field.
type scatterMarkAt struct {
	x     float64
	lines []string
	share float64
}

// scatterRadius grows with the share of an item: the smallest still shows.
func scatterRadius(share float64) float64 { return 0.7 + 1.1*within(share, 0, 1) }

func (k *sketch) scatter(c document.Scatter) Drawing {
	l := k.layOutScatter(c)
	top := k.scatterHead(c, l)
	var ends []float64
	y := top
	for i := k.first; i < k.end; i++ {
		y += k.scatterRowHeight(l, c.Up.Max-i)
		ends = append(ends, y)
	}
	k.scatterGround(c, l, top, ends)
	y = top
	for n, end := range ends {
		k.scatterRow(l, c.Up.Max-k.first-n, y, end)
		y = end
	}
	y += 1
	for i := range l.columns {
		k.lines(l.start+(float64(i)+0.5)*l.field, y, []string{strconv.Itoa(i + 1)}, tickStyle)
	}
	y += tickStyle.height(1) + 0.6
	name := noteStyle
	name.anchor = End
	lines := k.wrap(c.Across.Name, noteStyle, k.width-l.start)
	k.lines(k.width, y, lines, name)
	return Drawing{Width: k.width, Height: y + name.height(len(lines)), Shapes: k.shapes, RowEnds: ends}
}

func (k *sketch) layOutScatter(c document.Scatter) scatterLayout {
	l := scatterLayout{columns: max(c.Across.Max, 1), fields: map[[2]int][][]scatterMarkAt{}, names: map[int][2][]string{}}
	l.start = k.textWidth(strconv.Itoa(max(c.Up.Max, 1)), tickStyle) + 2
	l.field = (k.width - l.start) / float64(l.columns)
	l.split = min(max(c.Across.From-1, 0), l.columns)
	for _, it := range c.Items {
		at := [2]int{min(max(it.Up, 1), max(c.Up.Max, 1)), min(max(it.Across, 1), l.columns)}
		l.fields[at] = k.scatterPut(l.fields[at], it, l.field-2*scatterPad)
	}
	before := k.scatterNameWidth(l.split, l.field)
	after := k.scatterNameWidth(l.columns-l.split, l.field)
	l.names[c.Up.Max] = [2][]string{k.wrap(c.Quadrants.Up, noteStyle, before), k.wrap(c.Quadrants.Both, noteStyle, after)}
	if low := c.Up.From - 1; low >= 1 && low < c.Up.Max {
		l.names[low] = [2][]string{k.wrap(c.Quadrants.None, noteStyle, before), k.wrap(c.Quadrants.Across, noteStyle, after)}
	}
	return l
}

// scatterNameWidth is the room for the name of a quadrant; a quadrant without
// columns leaves none, and its name would have nowhere to stand.
func (k *sketch) scatterNameWidth(columns int, field float64) float64 {
	return max(float64(columns)*field-2*scatterPad, 1)
}

// scatterPut adds an item to the last line of a field, or begins a new line.
func (k *sketch) scatterPut(lines [][]scatterMarkAt, it document.ScatterItem, width float64) [][]scatterMarkAt {
	m := scatterMarkAt{lines: k.wrap(it.Label, labelStyle, max(width-scatterMark, 1)), share: it.Share}
	if n := len(lines); n > 0 {
		last := lines[n-1][len(lines[n-1])-1]
		m.x = last.x + scatterMark + k.widest(labelStyle, last.lines...) + scatterItemGap
		if m.x+scatterMark+k.widest(labelStyle, m.lines...) <= width {
			lines[n-1] = append(lines[n-1], m)
			return lines
		}
		m.x = 0
	}
	return append(lines, []scatterMarkAt{m})
}

// scatterLine is the height of a line of items.
func scatterLine(items []scatterMarkAt) float64 {
	h := 2*scatterRadius(1) + 0.6
	for _, m := range items {
		h = max(h, labelStyle.height(len(m.lines))+0.6)
	}
	return h
}

// scatterName is the height of the names of the quadrants above a row.
func scatterName(names [2][]string) float64 {
	if n := max(len(names[0]), len(names[1])); n > 0 {
		return noteStyle.height(n) + 1
	}
	return 0
}

func (k *sketch) scatterRowHeight(l scatterLayout, up int) float64 {
	content := 0.0
	for i := range l.columns {
		h := 0.0
		for _, line := range l.fields[[2]int{up, i + 1}] {
			h += scatterLine(line)
		}
		content = max(content, h)
	}
	return max(content+2*scatterPad+scatterName(l.names[up]), scatterLeast)
}

// scatterHead draws the key and the name of the upward scale.
func (k *sketch) scatterHead(c document.Scatter, l scatterLayout) float64 {
	y := k.key([]keyItem{{c.Size, func(x, y float64) {
		k.scatterDot(x-keyMark/2+scatterRadius(0), y, 0)
		k.scatterDot(x+keyMark/2-scatterRadius(1), y, 1)
	}}}, 0)
	lines := k.wrap(c.Up.Name, noteStyle, k.width)
	k.lines(0, y, lines, noteStyle)
	if len(lines) > 0 {
		y += noteStyle.height(len(lines)) + 1
	}
	return y
}

func (k *sketch) scatterDot(x, y, share float64) {
	k.add(Circle{Center: Point{x, y}, R: scatterRadius(share), Fill: accent})
}

// scatterGround draws what lies behind the items: the quadrant that is high on
// both scales, the grid, and the borders of the quadrants.
func (k *sketch) scatterGround(c document.Scatter, l scatterLayout, top float64, ends []float64) {
	bottom := ends[len(ends)-1]
	border := l.start + float64(l.split)*l.field
	// The rows of the upper half come first.
	if upper := c.Up.Max - max(c.Up.From, 1) + 1 - k.first; upper > 0 && l.split < l.columns {
		k.add(Rect{X: border, Y: top, W: k.width - border, H: ends[min(upper, len(ends))-1] - top, Fill: Paint{Tone: ToneTint}})
	}
	for i := 0; i <= l.columns; i++ {
		x := l.start + float64(i)*l.field
		k.add(Line{From: Point{x, top}, To: Point{x, bottom}, Stroke: grid, Weight: hairline})
	}
	for _, y := range append([]float64{top}, ends...) {
		k.add(Line{From: Point{l.start, y}, To: Point{k.width, y}, Stroke: grid, Weight: hairline})
	}
	strong := Line{Stroke: muted, Weight: 0.4}
	if l.split > 0 && l.split < l.columns {
		strong.From, strong.To = Point{border, top}, Point{border, bottom}
		k.add(strong)
	}
	for n, y := range ends {
		if k.first+n == c.Up.Max-c.Up.From && c.Up.From > 1 {
			strong.From, strong.To = Point{l.start, y}, Point{k.width, y}
			k.add(strong)
		}
	}
}

func (k *sketch) scatterRow(l scatterLayout, up int, top, end float64) {
	number := tickStyle
	number.anchor = Start
	k.centred(0, (top+end)/2, []string{strconv.Itoa(up)}, number)
	names := l.names[up]
	for side, x := range []float64{l.start, l.start + float64(l.split)*l.field} {
		if side == 0 && l.split == 0 || side == 1 && l.split == l.columns {
			continue
		}
		k.lines(x+scatterPad, top+1, names[side], noteStyle)
	}
	for i := range l.columns {
		lines := l.fields[[2]int{up, i + 1}]
		height := 0.0
		for _, line := range lines {
			height += scatterLine(line)
		}
		head := scatterName(names)
		y := top + head + (end-top-head-height)/2
		for _, line := range lines {
			h := scatterLine(line)
			for _, m := range line {
				x := l.start + float64(i)*l.field + scatterPad + m.x
				k.scatterDot(x+scatterRadius(1), y+h/2, m.share)
				k.centred(x+scatterMark, y+h/2, m.lines, labelStyle)
			}
			y += h
		}
	}
}
