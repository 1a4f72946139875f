package chart

import (
	"fmt"
	"strings"
	"testing"

	"dgca/reports/document"
)

// outline lists the shapes of a drawing, one a line, rounded to a tenth of a
// millimetre.
func outline(d Drawing) string {
	var b strings.Builder
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case Line:
			fmt.Fprintf(&b, "line %.1f %.1f to %.1f %.1f\n", s.From.X, s.From.Y, s.To.X, s.To.Y)
		case Rect:
			fmt.Fprintf(&b, "rect %.1f %.1f size %.1f %.1f\n", s.X, s.Y, s.W, s.H)
		case Circle:
			fmt.Fprintf(&b, "circle %.1f %.1f radius %.1f\n", s.Center.X, s.Center.Y, s.R)
		case Polygon:
			fmt.Fprintf(&b, "polygon of %d\n", len(s.Points))
		case Text:
			fmt.Fprintf(&b, "text %.1f %.1f %q\n", s.X, s.Y, s.S)
		}
	}
	return b.String()
}

func TestDotPlotGolden(t *testing.T) {
	c := document.DotPlot{
		Axis: document.Axis{Max: 3, Names: []string{"Absent", "Planned", "Done"}},
		Key:  document.Key{Now: "now"},
		Rows: []document.DotRow{
			{Label: "Strategy", Known: true, Now: 2, NowText: "2.0", HasTarget: true, Target: 3, TargetText: "3", HasRange: true, Low: 1, High: 2, RangeText: "1 to 2"},
			{Label: "Law", Note: "not known"},
		},
	}
	const want = `circle 2.5 2.5 radius 1.4
text 6.0 3.5 "now"
text 25.5 8.9 "1"
text 25.5 12.1 "Absent"
text 46.2 8.9 "2"
text 46.2 12.1 "Planned"
text 66.9 8.9 "3"
text 66.9 12.1 "Done"
line 25.5 13.8 to 25.5 28.8
line 46.2 13.8 to 46.2 28.8
line 66.9 13.8 to 66.9 28.8
line 0.0 13.8 to 90.0 13.8
text 0.0 18.5 "Strategy"
text 79.9 18.5 "1 to 2"
rect 25.5 15.5 size 20.7 4.2
line 46.2 17.6 to 66.9 17.6
polygon of 4
circle 46.2 17.6 radius 1.4
text 43.2 18.7 "2.0"
text 69.9 18.7 "3"
line 0.0 21.3 to 90.0 21.3
text 0.0 26.0 "Law"
rect 16.5 23.5 size 14.2 3.2
text 16.5 25.9 "not known"
line 0.0 28.8 to 90.0 28.8
`
	if got := outline(drawAll(c, 90, measure)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
