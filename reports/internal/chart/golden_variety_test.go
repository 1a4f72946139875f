package chart

import (
	"testing"

	"dgca/reports/document"
)

// small is one small chart of each type, with its outline. The places were
// checked by hand: fields, cells and months divide the room evenly, a level
// lies at its share of the scale.
var small = []struct {
	name  string
	chart document.Chart
	want  string
}{
	{"scatter", document.Scatter{
		Across: document.Grade{Name: "easy", Max: 2, From: 2}, Up: document.Grade{Name: "important", Max: 2, From: 2},
		Quadrants: document.Quadrants{Both: "quick win", Up: "project", Across: "small step", None: "later"},
		Items:     []document.ScatterItem{{Label: "A-1", Across: 2, Up: 2, Share: 1}, {Label: "A-2", Across: 2, Up: 2}, {Label: "B-1", Across: 1, Up: 1}},
	}, `
text 0.0 2.4 "important"
rect 51.8 4.2 size 48.2 14.0
line 3.6 4.2 to 3.6 32.2
line 51.8 4.2 to 51.8 32.2
line 100.0 4.2 to 100.0 32.2
line 3.6 4.2 to 100.0 4.2
line 3.6 18.2 to 100.0 18.2
line 3.6 32.2 to 100.0 32.2
line 51.8 4.2 to 51.8 32.2
line 3.6 18.2 to 100.0 18.2
text 0.0 12.0 "2"
text 5.6 7.6 "project"
text 53.8 7.6 "quick win"
circle 55.6 13.2 radius 1.8
text 58.2 14.1 "A-1"
circle 67.7 13.2 radius 0.7
text 70.3 14.1 "A-2"
text 0.0 26.0 "1"
text 5.6 21.6 "later"
text 53.8 21.6 "small step"
circle 7.4 27.2 radius 0.7
text 10.0 28.1 "B-1"
text 27.7 35.6 "1"
text 75.9 35.6 "2"
text 100.0 39.3 "easy"
`},
	{"heat", document.Heat{Columns: []string{"Effect", "Account"}, Rows: []document.HeatRow{
		{Label: "Law", Cells: []document.HeatCell{{Text: "2.0", Note: "n = 3", Shade: document.Shade{Step: 2, Of: 3}}, {Text: "-", Note: "n = 1"}}}},
	}, `
text 31.5 2.4 "Effect"
text 77.2 2.4 "Account"
text 0.0 9.9 "Law"
rect 9.0 4.5 size 45.1 9.1
text 31.5 8.3 "2.0"
text 31.5 11.5 "n = 3"
rect 54.6 4.5 size 45.1 9.1
text 77.2 8.3 "-"
text 77.2 11.5 "n = 1"
`},
	{"gantt", document.Gantt{Phases: []document.Phase{{Name: "first", From: 1, To: 6}, {Name: "then", From: 7, To: 18}},
		Rows: []document.GanttRow{{Label: "Decide", From: 1, To: 3, Text: "1 to 3"}, {Label: "Build", From: 7, Text: "from 7", Note: "IT office"}},
	}, `
text 18.0 3.2 "first"
text 41.3 3.2 "then"
text 87.2 6.4 "18"
text 40.5 6.4 "6"
line 17.2 0.0 to 17.2 25.1
line 40.5 7.9 to 40.5 25.1
rect 40.5 7.9 size 46.7 17.2
line 40.5 0.0 to 40.5 25.1
line 87.2 7.9 to 87.2 25.1
line 0.0 7.9 to 100.0 7.9
text 0.0 12.6 "Decide"
text 100.0 12.5 "1 to 3"
rect 17.2 9.9 size 11.7 3.6
line 0.0 15.4 to 100.0 15.4
text 0.0 19.6 "Build"
text 0.0 22.8 "IT office"
text 100.0 21.1 "from 7"
rect 40.5 18.5 size 44.9 3.6
polygon of 3
line 0.0 25.1 to 100.0 25.1
`},
	{"slope", document.Slope{Axis: document.Axis{Max: 3}, Rounds: []string{"2025", "2026"}, Lines: []document.SlopeLine{
		{Label: "Law", Strong: true, Points: []document.SlopePoint{{Known: true, Value: 1, Text: "1.0"}, {Known: true, Value: 2, Text: "2.0"}}},
		{Label: "Plan", Points: []document.SlopePoint{{}, {Known: true, Value: 2, Text: "2.0"}}},
		{Label: "Staff", Note: "not compared", Points: []document.SlopePoint{{}, {}}}},
	}, `
text 17.0 2.4 "2025"
text 83.0 2.4 "2026"
line 17.0 90.2 to 83.0 90.2
line 17.0 48.2 to 83.0 48.2
line 17.0 6.2 to 83.0 6.2
line 17.0 6.2 to 17.0 90.2
line 83.0 6.2 to 83.0 90.2
rect 48.6 88.4 size 2.8 3.6
text 50.0 91.2 "1"
rect 48.6 46.4 size 2.8 3.6
text 50.0 49.2 "2"
rect 48.6 4.4 size 2.8 3.6
text 50.0 7.2 "3"
circle 83.0 48.2 radius 1.1
line 17.0 90.2 to 83.0 48.2
circle 17.0 90.2 radius 1.1
circle 83.0 48.2 radius 1.1
text 14.8 91.1 "1.0"
text 7.8 91.1 "Law"
line 84.1 48.2 to 84.9 46.2
text 85.2 47.1 "2.0"
text 92.2 47.1 "Law"
line 84.1 48.2 to 84.9 50.1
text 85.2 51.0 "2.0"
text 92.2 51.0 "Plan"
text 0.0 95.7 "Staff"
text 43.0 95.6 "not compared"
`},
	{"small slopes", document.SmallSlopes{Axis: document.Axis{Max: 3}, Columns: []string{"Law", "Plan"}, Rows: []document.SlopeRow{
		{Label: "City", Note: "2 rounds", Cells: []document.SlopeCell{
			{Strong: true, Points: []document.SlopePoint{{Known: true, Value: 1, Text: "1.0"}, {Known: true, Value: 3, Text: "3.0"}}},
			{Note: "not shown"}}}},
	}, `
text 36.8 2.4 "Law"
text 78.9 2.4 "Plan"
line 0.0 4.2 to 100.0 4.2
text 0.0 9.5 "City"
text 0.0 12.7 "2 rounds"
line 23.2 6.2 to 50.4 6.2
line 23.2 14.2 to 50.4 14.2
line 23.2 14.2 to 50.4 6.2
circle 23.2 14.2 radius 0.8
circle 50.4 6.2 radius 0.8
text 21.8 15.1 "1.0"
text 51.8 7.1 "3.0"
text 78.9 11.0 "not shown"
line 0.0 16.2 to 100.0 16.2
`},
	{"strips", document.Strips{Axis: document.Axis{Max: 3}, Rows: []document.StripRow{
		{Label: "Law", Dots: []document.Dots{{At: 1, Count: 1}, {At: 2, Count: 2}}, HasHalf: true, Low: 1, Median: 2, High: 2, Text: "n = 3"}},
	}, `
text 12.7 2.4 "1"
text 48.7 2.4 "2"
text 84.7 2.4 "3"
line 12.7 4.2 to 12.7 11.7
line 48.7 4.2 to 48.7 11.7
line 84.7 4.2 to 84.7 11.7
line 0.0 4.2 to 100.0 4.2
text 0.0 8.8 "Law"
text 100.0 8.8 "n = 3"
rect 12.7 5.8 size 36.0 4.2
circle 12.7 7.9 radius 1.1
circle 47.4 7.9 radius 1.1
circle 49.9 7.9 radius 1.1
line 48.7 5.1 to 48.7 10.7
line 48.7 5.1 to 48.7 10.7
line 0.0 11.7 to 100.0 11.7
`},
	{"multiples", document.Multiples{Axis: document.Axis{Max: 3}, Rows: []string{"Law"}, Profiles: []document.Profile{
		{Title: "City A", Points: []document.ProfilePoint{{Known: true, Value: 1, Text: "1.0", HasTarget: true, Target: 3}}},
		{Title: "City B", Points: []document.ProfilePoint{{Text: "-"}}}},
	}, `
text 8.7 2.6 "City A"
line 10.7 8.1 to 10.7 13.1
line 27.4 8.1 to 27.4 13.1
line 44.1 8.1 to 44.1 13.1
text 10.7 6.8 "1"
text 27.4 6.8 "2"
text 44.1 6.8 "3"
line 8.7 13.1 to 52.1 13.1
line 10.7 10.6 to 44.1 10.6
polygon of 4
circle 10.7 10.6 radius 1.4
text 52.1 11.5 "1.0"
text 56.6 2.6 "City B"
line 58.6 8.1 to 58.6 13.1
line 75.3 8.1 to 75.3 13.1
line 92.0 8.1 to 92.0 13.1
text 58.6 6.8 "1"
text 75.3 6.8 "2"
text 92.0 6.8 "3"
line 56.6 13.1 to 100.0 13.1
text 100.0 11.5 "-"
text 0.0 11.5 "Law"
`},
}

func TestSmallChartsGolden(t *testing.T) {
	for _, c := range small {
		if got := "\n" + outline(drawAll(c.chart, 100, measure)); got != c.want {
			t.Errorf("%s: got%s\nwant%s", c.name, got, c.want)
		}
	}
}
