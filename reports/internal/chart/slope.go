package chart

import (
	"cmp"
	"slices"
	"strconv"

	"dgca/reports/document"
)

const (
	slopeHeight = 84.0 // of the scale, at least
	slopeGap    = 2.2  // between a point and its value
	slopeApart  = 0.6  // between two labels
)

// slopeFrame is the picture of a slope chart: an axis for each round, the scale
// from the lowest level at the bottom upwards.
type slopeFrame struct {
	top, bottom float64
	start, end  float64 // of the first and of the last axis
	rounds      int
	levels      int
}

func (f slopeFrame) x(round int) float64 {
	if f.rounds < 2 {
		return f.start
	}
	return f.start + float64(round)/float64(f.rounds-1)*(f.end-f.start)
}

func (f slopeFrame) y(v float64) float64 {
	return f.bottom - (within(v, 1, float64(f.levels))-1)/float64(f.levels-1)*(f.bottom-f.top)
}

// valueWidth is the room for the values of a round: between two axes, that to
// the next one.
func (f slopeFrame) valueWidth(round int, width float64) float64 {
	if round == 0 || round == f.rounds-1 {
		return width
	}
	return max(min(width, f.x(round+1)-f.x(round)-slopeGap-1.8), 1)
}

// slopeTag is a label beside an axis.
type slopeTag struct {
	line   int
	value  string
	label  []string // empty where the value stands alone
	height float64
	want   float64 // middle
	mid    float64 // middle after the tags were moved apart
}

func (k *sketch) slope(c document.Slope) Drawing {
	f := slopeFrame{rounds: len(c.Rounds), levels: max(c.Axis.Max, 2)}
	var values []string
	for _, l := range c.Lines {
		for _, p := range l.Points {
			values = append(values, p.Text)
		}
	}
	valueWidth := min(k.widest(valueStyle, values...), k.width*0.1)
	labelWidth := k.slopeLabelWidth(c)
	f.start = slopeMargin(k.startLabels(c, labelWidth), valueWidth)
	f.end = k.width - slopeMargin(labelWidth, valueWidth)
	f.top = k.slopeHead(c, f) + 3
	tags := make([][]slopeTag, f.rounds)
	need := slopeHeight
	for r := range tags {
		tags[r] = k.slopeTags(c, r, labelWidth, f.valueWidth(r, valueWidth))
		h := 0.0
		for _, t := range tags[r] {
			h += t.height + slopeApart
		}
		need = max(need, h)
	}
	f.bottom = f.top + need
	k.slopeGrid(c, f)
	for _, strong := range []bool{false, true} {
		for _, l := range c.Lines {
			if l.Strong == strong {
				k.slopeLine(l, f)
			}
		}
	}
	for r := range tags {
		moveApart(tags[r], f)
		for _, t := range tags[r] {
			k.slopeTag(c.Lines[t.line], t, r, f, f.valueWidth(r, valueWidth))
		}
	}
	bottom := k.slopeRest(c, f.bottom+3)
	return Drawing{Width: k.width, Height: bottom, Shapes: k.shapes}
}

// slopeMargin is the room beside the first or the last axis.
func slopeMargin(labels, values float64) float64 {
	if labels > 0 {
		labels += 2
	}
	return labels + values + slopeGap
}

// labelledTwice is the most rounds whose lines carry their label at both ends.
const labelledTwice = 3

// startsLabelled reports whether a line carries its label at its first axis:
// with many rounds, only where the last axis cannot name it.
func startsLabelled(c document.Slope, l document.SlopeLine) bool {
	last := len(c.Rounds) - 1
	return len(c.Rounds) <= labelledTwice || last >= len(l.Points) || !l.Points[last].Known
}

// startLabels is the width of the labels at the first axis.
func (k *sketch) startLabels(c document.Slope, most float64) float64 {
	w := 0.0
	for _, l := range c.Lines {
		if startsLabelled(c, l) {
			w = max(w, k.textWidth(l.Label, slopeLabel(l)))
		}
	}
	return min(w, most)
}

func (k *sketch) slopeLabelWidth(c document.Slope) float64 {
	w := 0.0
	for _, l := range c.Lines {
		w = max(w, k.textWidth(l.Label, slopeLabel(l)))
	}
	return min(w, k.width*0.24)
}

// slopeLabel is the style of a label; that of a line that stands out is bold.
func slopeLabel(l document.SlopeLine) style {
	st := labelStyle
	st.bold = l.Strong
	return st
}

// slopeHead draws the names of the rounds above their axes.
func (k *sketch) slopeHead(c document.Slope, f slopeFrame) float64 {
	if f.rounds == 0 {
		return 0
	}
	room := 2 * min(f.start, k.width-f.end)
	if f.rounds > 1 {
		room = min(room, (f.end-f.start)/float64(f.rounds-1)-2)
	}
	deepest := 0
	names := make([][]string, f.rounds)
	for i, s := range c.Rounds {
		names[i] = k.wrap(s, tickStyle, room)
		deepest = max(deepest, len(names[i]))
	}
	for i := range names {
		k.lines(f.x(i), tickStyle.height(deepest)-tickStyle.height(len(names[i])), names[i], tickStyle)
	}
	return tickStyle.height(deepest)
}

// slopeGrid draws the axes, and the levels with their numbers.
func (k *sketch) slopeGrid(c document.Slope, f slopeFrame) {
	for level := 1; level <= f.levels; level++ {
		y := f.y(float64(level))
		k.add(Line{From: Point{f.start, y}, To: Point{f.end, y}, Stroke: grid, Weight: hairline})
	}
	for r := range f.rounds {
		k.add(Line{From: Point{f.x(r), f.top}, To: Point{f.x(r), f.bottom}, Stroke: muted, Weight: 0.3})
	}
	if f.rounds < 2 {
		return
	}
	x := f.clearest(c)
	for level := 1; level <= f.levels; level++ {
		s := strconv.Itoa(level)
		y, w := f.y(float64(level)), k.textWidth(s, tickStyle)
		k.add(Rect{X: x - w/2 - 0.6, Y: y - 1.8, W: w + 1.2, H: 3.6, Fill: paper})
		k.text(x, y+tickStyle.size.middle(), s, tickStyle)
	}
}

// clearest returns the place between the first two axes where the fewest lines
// pass the numbers of the levels.
func (f slopeFrame) clearest(c document.Slope) float64 {
	best, fewest := 0.0, -1
	for _, share := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88} {
		met := 0
		for _, l := range c.Lines {
			if len(l.Points) < 2 || !l.Points[0].Known || !l.Points[1].Known {
				continue
			}
			y := f.y(l.Points[0].Value)*(1-share) + f.y(l.Points[1].Value)*share
			for level := 1; level <= f.levels; level++ {
				if d := y - f.y(float64(level)); d > -2 && d < 2 {
					met++
				}
			}
		}
		if fewest < 0 || met < fewest {
			best, fewest = share, met
		}
	}
	return f.x(0) + best*(f.x(1)-f.x(0))
}

// slopeLine draws the line of a row.
func (k *sketch) slopeLine(l document.SlopeLine, f slopeFrame) {
	paint, weight := muted, 0.45
	if l.Strong {
		paint, weight = accent, 0.9
	}
	k.course(l.Points, f, paint, weight, 1.1)
}

// course draws a line between rounds that both have a value, and a dot at each
// value.
func (k *sketch) course(points []document.SlopePoint, f slopeFrame, paint Paint, weight, dot float64) {
	for r, p := range points {
		if r+1 < min(len(points), f.rounds) && p.Known && points[r+1].Known {
			k.add(Line{From: Point{f.x(r), f.y(p.Value)}, To: Point{f.x(r + 1), f.y(points[r+1].Value)}, Stroke: paint, Weight: weight})
		}
	}
	for r, p := range points {
		if r < f.rounds && p.Known {
			k.add(Circle{Center: Point{f.x(r), f.y(p.Value)}, R: dot, Fill: paint})
		}
	}
}

// slopeTags makes the tags of a round: value and label at the first and at the
// last axis, the value alone between them.
func (k *sketch) slopeTags(c document.Slope, round int, labelWidth, valueWidth float64) []slopeTag {
	var tags []slopeTag
	for i, l := range c.Lines {
		if round >= len(l.Points) || !l.Points[round].Known {
			continue
		}
		t := slopeTag{line: i, value: l.Points[round].Text, want: l.Points[round].Value}
		if round == len(c.Rounds)-1 || round == 0 && startsLabelled(c, l) {
			t.label = k.wrap(l.Label, slopeLabel(l), labelWidth)
		}
		t.height = max(labelStyle.height(len(t.label)), valueStyle.height(len(k.wrap(t.value, valueStyle, valueWidth))))
		tags = append(tags, t)
	}
	return tags
}

// moveApart places tags beside their values so that none covers another and
// they move as little as they can: tags that would touch form a group, which
// stands around the mean of its places.
func moveApart(tags []slopeTag, f slopeFrame) {
	slices.SortStableFunc(tags, func(a, b slopeTag) int { return cmp.Compare(f.y(a.want), f.y(b.want)) })
	var groups []slopeGroup
	for i, t := range tags {
		g := slopeGroup{first: i, height: t.height, want: f.y(t.want), members: 1}
		g.settle(f)
		for len(groups) > 0 && groups[len(groups)-1].end() > g.top {
			g = groups[len(groups)-1].join(g, f)
			groups = groups[:len(groups)-1]
		}
		groups = append(groups, g)
	}
	for _, g := range groups {
		y := g.top
		for i := g.first; i < g.first+g.members; i++ {
			tags[i].mid = y + tags[i].height/2
			y += tags[i].height + slopeApart
		}
	}
}

// slopeGroup is a group of tags that stand directly below one another.
type slopeGroup struct {
	first, members int
	height         float64
	want           float64 // mean of the middles that the members want
	top            float64
}

func (g slopeGroup) end() float64 { return g.top + g.height + slopeApart }

// settle places the group around its mean, beside the scale.
func (g *slopeGroup) settle(f slopeFrame) {
	// A label of one line may reach beyond the scale, where its ends are free.
	const beyond = 1.8
	g.top = max(min(g.want-g.height/2, f.bottom+beyond-g.height), f.top-beyond)
}

// join makes one group of two.
func (g slopeGroup) join(next slopeGroup, f slopeFrame) slopeGroup {
	n, m := float64(g.members), float64(next.members)
	g.want = (g.want*n + next.want*m) / (n + m)
	g.members += next.members
	g.height += next.height + slopeApart
	g.settle(f)
	return g
}

// slopeTag draws a tag and ties it to its point where it had to move.
func (k *sketch) slopeTag(l document.SlopeLine, t slopeTag, round int, f slopeFrame, valueWidth float64) {
	x, y := f.x(round), f.y(t.want)
	value, label := valueStyle, slopeLabel(l)
	side := 1.0
	if round == 0 && f.rounds > 1 {
		side, value.anchor, label.anchor = -1, End, End
	}
	if t.mid != y {
		k.add(Line{From: Point{x + side*1.1, y}, To: Point{x + side*slopeGap*0.9, t.mid}, Stroke: muted, Weight: hairline})
	}
	lines := k.wrap(t.value, valueStyle, valueWidth)
	if round > 0 && round < f.rounds-1 {
		// A ground keeps the value readable on the lines that pass.
		w := k.widest(valueStyle, lines...)
		k.add(Rect{X: x + slopeGap - 0.3, Y: t.mid - t.height/2, W: w + 0.6, H: t.height, Fill: paper})
	}
	k.centred(x+side*slopeGap, t.mid, lines, value)
	k.centred(x+side*(slopeGap+valueWidth+2), t.mid, t.label, label)
}

// slopeRest lists the rows that no end of a line names.
func (k *sketch) slopeRest(c document.Slope, top float64) float64 {
	last := len(c.Rounds) - 1
	known := func(l document.SlopeLine, r int) bool { return r >= 0 && r < len(l.Points) && l.Points[r].Known }
	for _, l := range c.Lines {
		if known(l, 0) || known(l, last) {
			continue
		}
		label := k.wrap(l.Label, labelStyle, k.width*0.4)
		note := k.wrap(l.Note, noteStyle, k.width*0.55)
		k.lines(0, top, label, labelStyle)
		k.lines(k.width*0.43, top, note, noteStyle)
		top += max(labelStyle.height(len(label)), noteStyle.height(len(note))) + 1
	}
	return top
}
