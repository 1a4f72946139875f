package text

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dgca/reports/document"
	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "write the golden files anew")

// everything is a document with every kind of block.
func everything() document.Document {
	axis := document.Axis{Max: 5, Names: []string{"Absent", "Emerging", "Established", "Integrated", "Continuously improved"}}
	key := document.Key{Now: "now", Preliminary: "now (preliminary)", Target: "target", Range: "range"}
	cell := document.CellOf
	return document.Document{
		Cover: document.Cover{Kicker: "Capability assessment", Title: "Ministry of Works", Subtitle: "Overview",
			Facts:  []document.Fact{{Label: "Date", Value: document.Plain("2026-11-23")}, {Label: "A label that is much longer than a third of the line", Value: document.Plain("value")}},
			Notice: "Draft."},
		Sections: []document.Section{{Title: "Blocks", Blocks: []document.Block{
			document.Heading{Level: 2, Text: "A heading"},
			document.Paragraph{Role: document.Lead, Text: document.Plain("The finding in one sentence that is long enough to be broken at eighty columns, once.")},
			document.Paragraph{Role: document.Quote, Text: document.Plain("What somebody said\nin two lines.")},
			document.List{Ordered: true, Items: []document.Text{document.Plain("First"), {{Text: "Second", Strong: true}, {Text: ", which goes on for long enough that it has to be continued on a second line."}}}},
			document.List{Items: []document.Text{document.Plain("A point")}},
			document.Callout{Title: "Mind this", Lines: []document.Text{document.Plain("A remark.")}},
			document.Columns{Start: []document.Block{document.Paragraph{Text: document.Plain("Start.")}}, End: []document.Block{document.Facts{Items: []document.Fact{{Label: "End", Value: document.Plain("fact")}}}}},
		}}, {Title: "Tables and charts", Blocks: []document.Block{
			document.Table{Caption: "A table", Note: "A note.", Columns: []document.Column{{Title: "Name", Width: 3, RowHeader: true}, {Title: "Value", Width: 1, Align: document.AlignDecimal}, {Title: "Share", Width: 1, Align: document.AlignEnd}, {Title: "Middle", Width: 1, Align: document.AlignCenter}, {Title: "Text", Width: 4}},
				Rows: []document.Row{
					{Group: true, Cells: []document.Cell{cell("First group")}},
					{Cells: []document.Cell{cell("Leadership"), cell("2.9"), cell("91 %"), cell("a"), cell("A text that does not fit into what is left of the line and is therefore broken.")}},
					{Cells: []document.Cell{cell("Professional and workforce development"), cell("47.25"), cell("100 %"), cell("bb"), {Lines: []document.CellLine{{Text: document.Plain("Short.")}, {Role: document.Small, Text: document.Plain("With a small line.")}}}}},
					{Group: true, Cells: []document.Cell{cell("Second group")}},
					{Cells: []document.Cell{cell("Strategy"), cell("not shown"), cell("4 %"), cell("ccc")}},
				}},
			document.Figure{Caption: "A dot plot", Alt: "In words.", Chart: document.DotPlot{Axis: axis, Key: key, Rows: []document.DotRow{
				{Label: "Leadership", Known: true, Now: 2.9, NowText: "2.9", HasRange: true, Low: 2.7, High: 3.1, RangeText: "2.7 to 3.1", HasTarget: true, Target: 4, TargetText: "4.0"},
				{Label: "Professional and workforce development", Known: true, Preliminary: true, Now: 1, NowText: "1.0", HasRange: true, Low: 1, High: 2.5, RangeText: "1.0 to 2.5", HasTarget: true, Target: 3.5, TargetText: "3.5"},
				{Label: "Legal", Note: "not enough answers (2 of 12)", HasTarget: true, Target: 4, TargetText: "4.0"},
				{Label: "Technology", Known: true, Now: 4, NowText: "4.0", HasTarget: true, Target: 4, TargetText: "4.0"},
			}}},
			document.Figure{Caption: "Bars", Chart: document.Bars{Axis: axis, Key: key, Rows: []document.BarRow{
				{Label: "Vision", Known: true, Value: 3, ValueText: "3.0", HasTarget: true, Target: 4}, {Label: "Skills", Note: "not enough answers"}, {Label: "Money", Known: true, Value: 1, ValueText: "1.0"}}}},
			document.Figure{Caption: "Stacked bars", Chart: document.StackedBars{
				Parts: []document.Part{{Name: "Absent", Short: "1"}, {Name: "Established", Short: "3"}, {Name: "Don't know", Short: "?"}, {Name: "Not applicable", Short: "-"}},
				Rows:  []document.StackRow{{Label: "Leadership", Counts: []int{2, 7, 1, 2}}, {Label: "Strategy", Counts: []int{0, 3, 0, 0}}}}},
			document.Figure{Caption: "A radar", Alt: "The profile in words.", Chart: document.Radar{Axis: axis}},
		}}},
	}
}

func write(t testing.TB, d document.Document, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for name, o := range map[string]Options{"40": {Width: 40}, "80": {}, "120": {Width: 120}, "80-color": {Color: true}} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", "everything-"+name+".txt")
			got := write(t, everything(), o)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// checkLines fails for a line that is too wide or ends in a blank.
func checkLines(t *testing.T, out string, width int) {
	t.Helper()
	for l := range strings.Lines(out) {
		l = strings.TrimSuffix(l, "\n")
		if w := ansi.StringWidth(l); w > width {
			t.Fatalf("a line has %d columns of %d: %q", w, width, l)
		}
		if strings.HasSuffix(l, " ") {
			t.Fatalf("a line ends in a blank: %q", l)
		}
	}
}

func TestWidthAndColor(t *testing.T) {
	for width := minWidth; width <= maxWidth; width++ {
		d := everything()
		out := write(t, d, Options{Width: width})
		checkLines(t, out, width)
		if colored := write(t, d, Options{Width: width, Color: true}); ansi.Strip(colored) != out {
			t.Fatalf("width %d: the text with colour is another one", width)
		}
		for _, r := range out {
			if r != '\n' && (r < ' ' || r > '~') {
				t.Fatalf("width %d: the printer drew %q", width, r)
			}
		}
	}
}

func TestWidthIsBounded(t *testing.T) {
	d := everything()
	if write(t, d, Options{Width: 3}) != write(t, d, Options{Width: minWidth}) || write(t, d, Options{Width: 900}) != write(t, d, Options{Width: maxWidth}) {
		t.Error("a width outside 40 to 200 is not taken as the nearest one")
	}
}

// hostile is text that a file might smuggle in.
const hostile = "\x1b[2J\x1b]0;owned\x07A\u009b31mB\rC\u202eD\u200b \x1b[31mE\x00\u2028F\tG\xff 漢字漢字 e\u0301 👩‍👩‍👧 \x1bPq\x1b\\end"

func hostileDocument(text string) document.Document {
	span := document.Text{{Text: text}, {Text: text, Strong: true}}
	cell := document.Cell{Lines: []document.CellLine{{Text: span}, {Role: document.Small, Text: span}}}
	axis := document.Axis{Max: 5, Names: []string{text, text, text, text, text}}
	key := document.Key{Now: text, Preliminary: text, Target: text, Range: text}
	table := document.Table{Caption: text, Note: text, Rows: []document.Row{{Group: true, Cells: []document.Cell{cell}}, {Cells: []document.Cell{cell, cell, cell, cell, cell}}, {}}}
	for a := document.AlignStart; a <= document.AlignDecimal; a++ {
		table.Columns = append(table.Columns, document.Column{Title: text, Align: a, RowHeader: a == document.AlignEnd})
	}
	return document.Document{Title: text,
		Cover: document.Cover{Kicker: text, Title: text, Subtitle: text, Notice: text, Facts: []document.Fact{{Label: text, Value: span}, {}}},
		Sections: []document.Section{{Title: text, Blocks: []document.Block{
			document.Heading{Text: text}, document.Paragraph{Text: span}, document.Paragraph{Role: document.Quote, Text: span},
			document.List{Items: []document.Text{span, nil}}, document.List{Ordered: true, Items: []document.Text{span}},
			document.Callout{Title: text, Lines: []document.Text{span}}, table, document.Table{},
			document.Figure{Caption: text, Alt: text, Chart: document.DotPlot{Axis: axis, Key: key, Rows: []document.DotRow{
				{Label: text, Known: true, Now: 9, NowText: text, HasRange: true, Low: 4, High: -2, RangeText: text, HasTarget: true, Target: 9, TargetText: text}, {Label: text, Note: text}}}},
			document.Figure{Chart: document.DotPlot{Axis: axis, Rows: []document.DotRow{{Label: text, Note: "\x1b"}, {Note: text, HasTarget: true, Target: 2, TargetText: "2"}}}},
			document.Figure{Chart: document.Bars{Axis: axis, Key: key, Rows: []document.BarRow{{Label: text, Known: true, Value: 7, ValueText: text}, {Label: text, Note: text}}}},
			document.Figure{Chart: document.StackedBars{Parts: []document.Part{{Name: text, Short: text}, {Name: text, Short: text}}, Rows: []document.StackRow{{Label: text, Counts: []int{300, 2, 5}}, {}}}},
			document.Figure{Caption: text, Alt: text, Chart: document.Radar{}},
		}}}}
}

func checkHostile(t *testing.T, text string, width int) {
	t.Helper()
	out := write(t, hostileDocument(text), Options{Width: width})
	checkLines(t, out, min(max(width, minWidth), maxWidth))
	for _, r := range out {
		if r != '\n' && (r < ' ' || r >= 0x7f && r <= 0x9f) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Fatalf("the control character %q is in the output", r)
		}
	}
}

func TestHostileText(t *testing.T) {
	for _, width := range []int{40, 41, 60, 80, 200} {
		checkHostile(t, hostile, width)
		checkHostile(t, strings.Repeat(hostile, 20), width)
		checkHostile(t, strings.Repeat("x", 500), width)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add(hostile, 40)
	f.Add("a b\n\nc", 80)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width == 0 {
			width = defaultWidth
		}
		checkHostile(t, text, width)
	})
}

// No text is lost: every word of random tables is found again.
func TestNoWordIsLost(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		columns := 1 + rng.IntN(9)
		var table document.Table
		var want []string
		for c := range columns {
			table.Columns = append(table.Columns, document.Column{Title: fmt.Sprintf("t%d", c), Align: document.Align(rng.IntN(4)), Width: float64(rng.IntN(3))})
		}
		for r := range 1 + rng.IntN(4) {
			var row document.Row
			for c := range columns {
				var words []string
				for w := range rng.IntN(6) {
					words = append(words, fmt.Sprintf("r%dc%dw%d%s", r, c, w, strings.Repeat("z", rng.IntN(6))))
				}
				want = append(want, words...)
				row.Cells = append(row.Cells, document.CellOf(strings.Join(words, " ")))
			}
			table.Rows = append(table.Rows, row)
		}
		width := minWidth + rng.IntN(120)
		out := write(t, document.Document{Sections: []document.Section{{Blocks: []document.Block{table}}}}, Options{Width: width})
		checkLines(t, out, width)
		got := map[string]bool{}
		for _, w := range strings.Fields(out) {
			got[w] = true
		}
		for _, w := range want {
			if !got[w] {
				t.Fatalf("the word %s is missing at width %d in:\n%s", w, width, out)
			}
		}
	}
}
