package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"dgca/reports/document"
)

func scatter(r *rand.Rand, n, top int) document.Scatter {
	c := document.Scatter{
		Across: document.Grade{Name: "feasibility", Max: top, From: 1 + r.IntN(top)}, Up: document.Grade{Name: label(r), Max: top, From: 1 + r.IntN(top)},
		Quadrants: document.Quadrants{Both: "quick win", Up: "major project", Across: "small step", None: label(r)}, Size: "gap",
	}
	for i := range n {
		it := document.ScatterItem{Label: fmt.Sprintf("LEA-%02d", i+1), Across: 1 + r.IntN(top), Up: 1 + r.IntN(top), Share: r.Float64()}
		if r.IntN(10) == 0 {
			it.Label = label(r)
		}
		if n%2 == 0 {
			it.Across, it.Up = 1, top // all in one field
		}
		c.Items = append(c.Items, it)
	}
	return c
}

func heat(r *rand.Rand, n, top int) document.Heat {
	var c document.Heat
	for range top {
		c.Columns = append(c.Columns, label(r))
	}
	for range n {
		row := document.HeatRow{Label: label(r)}
		for range r.IntN(top + 2) {
			cell := document.HeatCell{Text: texts(r.Float64()*4, r), Note: "n = 12", Shade: document.Shade{Step: r.IntN(top + 1), Of: top}}
			row.Cells = append(row.Cells, cell)
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func gantt(r *rand.Rand, n, top int) document.Gantt {
	c := document.Gantt{Key: document.GanttKey{Planned: "planned", Done: label(r)}}
	end := 0
	for range 1 + r.IntN(top) {
		p := document.Phase{Name: label(r), From: end + 1, To: end + 1 + r.IntN(18)}
		c.Phases = append(c.Phases, p)
		end = p.To
	}
	for range n {
		c.Rows = append(c.Rows, document.GanttRow{Label: label(r), Note: label(r), From: r.IntN(40), To: r.IntN(50), Text: "months 2 to 7", Done: r.IntN(2) > 0})
	}
	return c
}

func slope(r *rand.Rand, n, top int) document.Slope {
	c := document.Slope{Axis: axis(r, top)}
	for i := range 2 + r.IntN(3) {
		c.Rounds = append(c.Rounds, fmt.Sprintf("Round %d, 2026-11-2%d", i+1, i))
	}
	for range n {
		l := document.SlopeLine{Label: label(r), Strong: r.IntN(3) == 0, Note: label(r)}
		for range len(c.Rounds) - r.IntN(2) {
			v := 1 + math.Round(r.Float64()*4)/2*float64(top-1)/2
			l.Points = append(l.Points, document.SlopePoint{Known: r.IntN(4) > 0, Value: v, Text: texts(v, r)})
		}
		c.Lines = append(c.Lines, l)
	}
	return c
}

func smallSlopes(r *rand.Rand, n, top int) document.SmallSlopes {
	c := document.SmallSlopes{Axis: axis(r, top)}
	for i := range 2 + r.IntN(6) {
		c.Columns = append(c.Columns, fmt.Sprintf("Column %d", i+1))
	}
	for range n {
		row := document.SlopeRow{Label: label(r), Note: label(r)}
		for range c.Columns {
			cell := document.SlopeCell{Strong: r.IntN(3) == 0, Note: "none"}
			for range r.IntN(6) {
				v := 1 + r.Float64()*float64(top-1)
				cell.Points = append(cell.Points, document.SlopePoint{Known: r.IntN(4) > 0, Value: v, Text: texts(v, r)})
			}
			row.Cells = append(row.Cells, cell)
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func strips(r *rand.Rand, n, top int) document.Strips {
	c := document.Strips{Axis: axis(r, top), Key: document.StripKey{Dot: "one answer", Median: "median", Half: label(r)}}
	for range n {
		row := document.StripRow{Label: label(r), Text: "n = 12", Note: label(r), HasHalf: r.IntN(2) > 0, Low: r.Float64() * 5, Median: 1 + r.Float64()*4, High: r.Float64() * 8}
		switch r.IntN(3) {
		case 0: // answers
			for l := range top {
				row.Dots = append(row.Dots, document.Dots{At: float64(l + 1), Count: r.IntN(30)})
			}
		case 1: // units
			for range r.IntN(40) {
				row.Dots = append(row.Dots, document.Dots{At: 1 + math.Round(r.Float64()*10*float64(top-1))/10, Count: 1})
			}
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func multiples(r *rand.Rand, n, top int) document.Multiples {
	c := document.Multiples{Axis: axis(r, top), Key: document.Key{Now: "now", Target: "target", Preliminary: "preliminary"}}
	for range top {
		c.Rows = append(c.Rows, label(r))
	}
	for range n {
		p := document.Profile{Title: label(r), Note: "local, 2026-11-20"}
		for range r.IntN(top + 2) {
			v := r.Float64() * float64(top+1)
			p.Points = append(p.Points, document.ProfilePoint{Known: r.IntN(4) > 0, Preliminary: r.IntN(4) == 0, Value: v, HasTarget: r.IntN(2) > 0, Target: r.Float64() * 8, Text: texts(v, r)})
		}
		c.Profiles = append(c.Profiles, p)
	}
	return c
}

// variety makes one chart of each type that has rows of n.
func variety(r *rand.Rand, n, top int) []document.Chart {
	return []document.Chart{dotPlot(r, n, top), radar(r, n, top), stacked(r, n, top), bars(r, n, top),
		scatter(r, n, top), heat(r, n, top), gantt(r, n, top), slope(r, n, top), smallSlopes(r, n, top), strips(r, n, top), multiples(r, n, top)}
}

// rowLabels are the texts that must stand in a chart in full.
func rowLabels(c document.Chart) []string {
	var out []string
	switch c := c.(type) {
	case document.Scatter:
		out = append(out, c.Up.Name, c.Across.Name)
		for _, it := range c.Items {
			out = append(out, it.Label)
		}
	case document.Heat:
		out = append(out, c.Columns...)
		for _, row := range c.Rows {
			out = append(out, row.Label)
			for i, cell := range row.Cells {
				if i < len(c.Columns) {
					out = append(out, cell.Text, cell.Note)
				}
			}
		}
	case document.Gantt:
		for _, p := range c.Phases {
			out = append(out, p.Name)
		}
		for _, row := range c.Rows {
			out = append(out, row.Label, row.Note, row.Text)
		}
	case document.Slope:
		out = append(out, c.Rounds...)
		for _, l := range c.Lines {
			out = append(out, l.Label)
			for _, p := range l.Points {
				if p.Known {
					out = append(out, p.Text)
				}
			}
		}
	case document.SmallSlopes:
		out = append(out, c.Columns...)
		for _, row := range c.Rows {
			out = append(out, row.Label, row.Note)
			for _, cell := range row.Cells {
				first, last := ends(cell.Points)
				if first < 0 {
					out = append(out, cell.Note)
					continue
				}
				out = append(out, cell.Points[first].Text, cell.Points[last].Text)
			}
		}
	case document.Strips:
		for _, row := range c.Rows {
			out = append(out, row.Label, row.Text)
		}
	case document.Multiples:
		out = append(out, c.Rows...)
		for _, p := range c.Profiles {
			out = append(out, p.Title, p.Note)
			for i, pt := range p.Points {
				if i < len(c.Rows) {
					out = append(out, pt.Text)
				}
			}
		}
	default:
		return labelsOf(c)
	}
	return out
}

// Dots of one row never cover one another, and none is lost.
func TestDotsStayApart(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		top := 2 + r.IntN(6)
		p := plot{start: 30, end: 60 + r.Float64()*90, pad: 4, axis: document.Axis{Max: top}}
		for _, row := range strips(r, 3, top).Rows {
			want := 0
			for _, d := range row.Dots {
				want += d.Count
			}
			d := placeDots(row.Dots, p)
			if len(d.centers) != want {
				t.Fatalf("%d dots for %d values", len(d.centers), want)
			}
			for i, a := range d.centers {
				for _, b := range d.centers[i+1:] {
					if math.Hypot(a.X-b.X, a.Y-b.Y) < 2*d.radius-1e-9 {
						t.Fatalf("dots of radius %.2f at %+v and %+v", d.radius, a, b)
					}
				}
			}
		}
	}
}

// The order of the items does not move a label of another field, and the same
// chart is always drawn in the same way.
func TestScatterIsDeterministic(t *testing.T) {
	c := scatter(rand.New(rand.NewPCG(7, 8)), 25, 5)
	first := outline(drawAll(c, 170, measure))
	for range 5 {
		if outline(drawAll(c, 170, measure)) != first {
			t.Fatal("another drawing the second time")
		}
	}
}

func TestEveryTypeDrawsNothingWithoutRows(t *testing.T) {
	for _, c := range []document.Chart{document.Scatter{}, document.Heat{}, document.Gantt{}, document.Slope{}, document.SmallSlopes{}, document.Strips{}, document.Multiples{}} {
		if d := drawAll(c, 170, measure); d.Height != 0 || len(d.Shapes) > 0 {
			t.Errorf("%T: %+v", c, d)
		}
	}
}

// A part of a chart has the rows that were asked for, and the ends of the rows
// are those of the whole where nothing before them was left out.
func TestPartsOfCharts(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, c := range variety(r, 12, 5) {
		whole := drawAll(c, 170, measure)
		if whole.RowEnds == nil {
			continue
		}
		n := len(whole.RowEnds) / 2
		part := DrawRows(c, 0, n, 170, measure)
		if len(part.RowEnds) != n {
			t.Errorf("%T: %d rows instead of %d", c, len(part.RowEnds), n)
		}
		if got, want := strings.Join(allText(part), ""), strings.Join(allText(whole), ""); len(got) >= len(want) {
			t.Errorf("%T: a part says as much as the whole", c)
		}
	}
}
