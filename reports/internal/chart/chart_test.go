package chart

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"dgca/reports/document"
)

// measure stands in for a font of which all letters have the same width.
func measure(s string, size Size, bold bool) float64 {
	w := 0.52
	if bold {
		w = 0.56
	}
	return float64(utf8.RuneCountInString(s)) * w * size.Millimetres()
}

type box struct {
	x0, y0, x1, y1 float64
	text           string
}

func textBox(t Text) box {
	w, h := measure(t.S, t.Size, t.Bold), t.Size.Millimetres()
	x := t.X
	switch t.Anchor {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	}
	return box{x, t.Y - ascent*h, x + w, t.Y + descent*h, t.S}
}

func (a box) overlaps(b box) bool {
	const touch = 1e-6
	return a.x0 < b.x1-touch && b.x0 < a.x1-touch && a.y0 < b.y1-touch && b.y0 < a.y1-touch
}

// points returns the outermost points of a shape.
func points(s Shape) []Point {
	switch s := s.(type) {
	case Line:
		return []Point{s.From, s.To}
	case Rect:
		return []Point{{s.X, s.Y}, {s.X + s.W, s.Y + s.H}}
	case Circle:
		return []Point{{s.Center.X - s.R, s.Center.Y - s.R}, {s.Center.X + s.R, s.Center.Y + s.R}}
	case Polygon:
		return s.Points
	case Text:
		b := textBox(s)
		return []Point{{b.x0, b.y0}, {b.x1, b.y1}}
	}
	panic("unknown shape")
}

// checkDrawing tests what must hold for every drawing.
func checkDrawing(t *testing.T, name string, d Drawing) {
	t.Helper()
	var texts []box
	for _, s := range d.Shapes {
		for _, p := range points(s) {
			if !(p.X >= -1e-6 && p.X <= d.Width+1e-6 && p.Y >= -1e-6 && p.Y <= d.Height+1e-6) {
				t.Errorf("%s: %+v at %.2f, %.2f leaves the drawing of %.1f by %.1f", name, s, p.X, p.Y, d.Width, d.Height)
				return
			}
		}
		if r, ok := s.(Rect); ok && (r.W < 0 || r.H < 0) {
			t.Errorf("%s: negative rectangle %+v", name, r)
		}
		if text, ok := s.(Text); ok {
			texts = append(texts, textBox(text))
		}
	}
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if a.overlaps(b) {
				t.Errorf("%s: %q covers %q", name, a.text, b.text)
				return
			}
		}
	}
}

// labels to choose from: short, long, and long without a space.
func label(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0:
		return strings.Repeat("Interoperability and registers ", 7)[:200]
	case 1:
		return strings.Repeat("Digitalverwaltungsmodernisierung", 7)[:200]
	case 2:
		return "Governance"
	default:
		return "Technology and shared services"
	}
}

func axis(r *rand.Rand, top int) document.Axis {
	a := document.Axis{Max: top}
	for range top {
		a.Names = append(a.Names, []string{"Initial", "Developing", "Institutionalised everywhere", "Led"}[r.IntN(4)])
	}
	return a
}

func texts(value float64, r *rand.Rand) string {
	if r.IntN(20) == 0 {
		return fmt.Sprintf("about %.1f (preliminary)", value)
	}
	return fmt.Sprintf("%.1f", value)
}

func dotPlot(r *rand.Rand, n, top int) document.DotPlot {
	c := document.DotPlot{Axis: axis(r, top), Key: document.Key{Now: "now", Target: "target", Range: "range", Preliminary: label(r)}}
	for range n {
		now, target := 1+r.Float64()*float64(top-1), r.Float64()*float64(top+1)
		low := now - r.Float64()
		c.Rows = append(c.Rows, document.DotRow{
			Label: label(r), Known: r.IntN(4) > 0, Now: now, NowText: texts(now, r),
			HasRange: r.IntN(2) > 0, Low: low, High: now + r.Float64(), RangeText: texts(low, r),
			HasTarget: r.IntN(3) > 0, Target: target, TargetText: texts(target, r),
			Note: label(r), Preliminary: r.IntN(2) > 0,
		})
	}
	return c
}

func radar(r *rand.Rand, n, top int) document.Radar {
	c := document.Radar{Axis: axis(r, top), Key: document.Key{Now: "now", Target: "target"}}
	for range n {
		c.Spoke = append(c.Spoke, document.Spoke{Label: label(r), Known: r.IntN(8) > 0, Now: r.Float64() * float64(top), HasTarget: r.IntN(8) > 0, Target: r.Float64() * 9})
	}
	return c
}

func stacked(r *rand.Rand, n, top int) document.StackedBars {
	var c document.StackedBars
	for i := range top {
		c.Parts = append(c.Parts, document.Part{Name: fmt.Sprintf("%d %s", i+1, label(r)), Shade: document.Shade{Step: i + 1, Of: top}})
	}
	for _, name := range []string{"Don't know", "Not applicable", "Not answered"} {
		c.Parts = append(c.Parts, document.Part{Name: name})
	}
	for range n {
		row := document.StackRow{Label: label(r)}
		for range len(c.Parts) {
			row.Counts = append(row.Counts, r.IntN(1+r.IntN(40)))
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func bars(r *rand.Rand, n, top int) document.Bars {
	c := document.Bars{Axis: axis(r, top), Key: document.Key{Now: "now", Target: "target"}}
	for range n {
		v := r.Float64() * float64(top+1)
		c.Rows = append(c.Rows, document.BarRow{Label: label(r), Known: r.IntN(5) > 0, Value: v, ValueText: texts(v, r), HasTarget: r.IntN(2) > 0, Target: r.Float64() * 9, Note: label(r)})
	}
	return c
}

func TestShapesStayInsideAndTextsApart(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := 1; n <= 40; n++ {
		for top := 2; top <= 7; top++ {
			for _, width := range []float64{79, 170} {
				for _, c := range variety(r, n, top) {
					name := fmt.Sprintf("%T of %d rows, %d levels, %.0f mm", c, n, top, width)
					d := drawAll(c, width, measure)
					checkDrawing(t, name, d)
					if len(d.RowEnds) > 0 {
						first := n / 3
						checkDrawing(t, name+", part", DrawRows(c, first, n, width, measure))
					}
				}
			}
		}
	}
}

func TestLabelsAreComplete(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{3, 6, 40} {
		for _, c := range variety(r, n, 5) {
			shown := strings.Join(allText(drawAll(c, 170, measure)), "")
			for _, want := range rowLabels(c) {
				if want = strings.ReplaceAll(want, " ", ""); !strings.Contains(shown, want) {
					t.Errorf("%T of %d rows lacks %q", c, n, want)
				}
			}
		}
	}
}

func allText(d Drawing) []string {
	var out []string
	for _, s := range d.Shapes {
		if text, ok := s.(Text); ok {
			out = append(out, strings.ReplaceAll(text.S, " ", ""))
		}
	}
	return out
}

func labelsOf(c document.Chart) []string {
	var out []string
	switch c := c.(type) {
	case document.DotPlot:
		for _, r := range c.Rows {
			out = append(out, r.Label)
		}
	case document.Radar:
		for _, s := range c.Spoke {
			out = append(out, s.Label)
		}
	case document.StackedBars:
		for _, r := range c.Rows {
			out = append(out, r.Label)
		}
	case document.Bars:
		for _, r := range c.Rows {
			out = append(out, r.Label)
		}
	}
	return out
}

func TestChartWithoutRowsIsEmpty(t *testing.T) {
	for _, c := range []document.Chart{document.DotPlot{}, document.Radar{}, document.StackedBars{}, document.Bars{}, nil} {
		if d := drawAll(c, 170, measure); d.Height != 0 || len(d.Shapes) > 0 {
			t.Errorf("%T: %+v", c, d)
		}
	}
}

// drawAll draws a chart on one page.
func drawAll(c document.Chart, width float64, measure Measure) Drawing {
	return DrawRows(c, 0, Rows(c), width, measure)
}
