package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dgca/reports/document"
	"dgca/reports/internal/pdf/pdftest"
)

// structure returns the structure of a printed document and what is outside of
// it on each page.
func structure(t *testing.T, d document.Document) (*pdftest.Element, []string) {
	t.Helper()
	file, _ := printed(t, d)
	f, err := pdftest.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	root, artifacts, err := f.Structure()
	if err != nil {
		t.Fatal(err)
	}
	return root, artifacts
}

// Everything that a document says is in its structure, in its order, and as what
// it is.
func TestStructureSaysWhatTheDocumentSays(t *testing.T) {
	d := report(
		document.Heading{Level: 3, Text: "A minor heading first"}, // no level is left out
		document.Heading{Level: 3, Text: "and one beside it"},
		document.Paragraph{Text: document.Text{{Text: "Go "}, {Text: "there", Link: "r"}, {Text: "; 1 → 2."}}},
		document.Paragraph{Role: document.Quote, Text: document.Plain("Quoted")},
		document.List{Ordered: true, Items: []document.Text{document.Plain("first"), document.Plain("second")}},
		document.Facts{Items: []document.Fact{{Label: "Label", Value: document.Plain("Value")}, {Label: "No value"}}},
		document.Callout{Title: "Mind", Lines: []document.Text{document.Plain("this")}},
		document.Columns{
			Start: []document.Block{document.Heading{Level: 2, Text: "Start"}, document.Paragraph{Text: document.Plain("left")}},
			End:   []document.Block{document.Heading{Level: 2, Text: "End"}, document.Paragraph{Text: document.Plain("right")}},
		},
		document.Table{
			Caption: "Table", Note: "Note",
			Columns: []document.Column{{Title: "Name", RowHeader: true}, {Title: "Level"}},
			Rows: []document.Row{
				{ID: "r", Cells: []document.Cell{document.CellOf("one"), {Lines: []document.CellLine{{Text: document.Plain("a")}, {Text: document.Plain("b")}}}}},
				{Group: true, Cells: []document.Cell{document.CellOf("group")}},
				{Cells: []document.Cell{document.CellOf("short row")}},
			},
		},
		document.Figure{Caption: "Chart", Alt: "What it shows", Chart: document.Bars{Axis: scale, Rows: []document.BarRow{{Label: "bar", Known: true, Value: 2}}}},
	)
	d.Cover = document.Cover{Kicker: "Kicker", Title: "Title", Subtitle: "Subtitle", Notice: "Notice"}
	d.Running = document.Running{Start: "running", Page: "{page}"}
	root, artifacts := structure(t, d)
	const want = `Document
  Sect
    P "Kicker"
    H1 "Title"
    P "Subtitle"
    Div
      P "Notice"
  Sect
    H2 "1 Only"
    H3 "A minor heading first"
    H3 "and one beside it"
    P "Go ; 1 → 2."
      Link "there"
    BlockQuote
      P "Quoted"
    L {/O /List /ListNumbering /Decimal}
      LI
        Lbl "1."
        LBody "first"
      LI
        Lbl "2."
        LBody "second"
    L {/O /List /ListNumbering /None}
      LI
        Lbl "Label"
        LBody "Value"
      LI
        Lbl "No value"
        LBody
    Div
      P "Mind"
      P "this"
    H3 "Start"
    P "left"
    H3 "End"
    P "right"
    Table
      Caption "Table"
      THead
        TR
          TH {/O /Table /Scope /Column} "Name"
          TH {/O /Table /Scope /Column} "Level"
      TBody
        TR
          TH {/O /Table /Scope /Row} "one"
          TD
            P "a"
            P "b"
      TBody
        TR
          TH {/O /Table /Scope /Column /ColSpan 2} "group"
        TR
          TH {/O /Table /Scope /Row} "short row"
          TD
    P "Note"
    Div
      Caption "Chart"
      Figure = "What it shows"
`
	if got := root.String(); got != want {
		t.Errorf("the structure is\n%s\nwant\n%s", got, want)
	}
	for i, page := range artifacts {
		if (i > 0) != strings.Contains(page, "running") {
			t.Errorf("page %d has %q outside of the structure", i+1, page)
		}
	}
}

// What runs over pages is one part, and lines are joined by the spaces that
// stood between them.
func TestWhatRunsOverPagesIsOnePart(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("sentence that goes on. ", 700))
	broken := strings.Repeat("x", 6000)
	linked := document.Linked(long, "s")
	d := report(
		document.Paragraph{Text: document.Plain(long)},
		document.List{Items: []document.Text{document.Plain(long)}},
		document.Paragraph{Text: document.Plain(broken)},
		document.Paragraph{Text: linked},
		document.Callout{Lines: []document.Text{document.Plain(long)}},
		document.Table{Columns: []document.Column{{Title: "Head"}, {Title: "Text", Width: 5}}, Rows: []document.Row{{Cells: []document.Cell{{}, document.CellOf(long)}}}},
	)
	root, artifacts := structure(t, d)
	section := root.Kids[len(root.Kids)-1]
	var whole []*pdftest.Element
	for _, e := range section.All("P", "LBody", "Link", "TD") {
		if e.Marks > 0 {
			whole = append(whole, e)
		}
	}
	if len(whole) != 6 {
		t.Fatalf("%d parts have text, want 6", len(whole))
	}
	for i, want := range []string{long, long, broken, long, long, long} {
		if e := whole[i]; e.Text != want || e.Marks < 2 {
			t.Errorf("%s has %d marks and the text %.60q... of %d bytes, want %d", e.Type, e.Marks, e.Text, len(e.Text), len(want))
		}
	}
	if links := whole[3].Links; links < 20 {
		t.Errorf("the link has %d places, want one on each line", links)
	}
	if rows, heads := section.All("TR"), section.All("TH"); len(rows) != 2 || len(heads) != 2 {
		t.Errorf("%d rows and %d header cells, want 2 and 2", len(rows), len(heads))
	}
	if last := artifacts[len(artifacts)-1]; !strings.Contains(last, "Head") {
		t.Errorf("the header on the last page is not outside of the structure: %q", last)
	}
}

func TestChartOverPagesIsOneFigure(t *testing.T) {
	root, _ := structure(t, report(document.Figure{Caption: "Forty", Chart: dots(40)}))
	figures := root.All("Figure")
	if len(figures) != 1 || figures[0].Marks < 2 || figures[0].Alt != "Forty" {
		t.Errorf("figures %+v", figures)
	}
	if strings.Contains(figures[0].Attributes, "BBox") {
		t.Error("a figure on several pages has one place")
	}
	root, _ = structure(t, report(document.Figure{Caption: "Two", Chart: dots(2)}))
	if f := root.All("Figure"); len(f) != 1 || !strings.Contains(f[0].Attributes, "BBox [56.69 ") {
		t.Errorf("figures %+v", f)
	}
}

// Every table of a report is regular: all its rows have the same columns.
func TestTablesAreRegular(t *testing.T) {
	root, _ := structure(t, longReport())
	tables := root.All("Table")
	if len(tables) < 3 {
		t.Fatalf("%d tables", len(tables))
	}
	for _, table := range tables {
		columns := len(table.All("THead")[0].All("TH"))
		for _, row := range table.All("TR") {
			n := 0
			for _, cell := range row.All("TH", "TD") {
				n += max(1, pdftest.Number(cell.Attributes, "/ColSpan "))
			}
			if n != columns {
				t.Errorf("a row has %d columns, the table %d: %s", n, columns, row)
			}
		}
	}
}

// Whatever the order of the levels, no level of heading is left out.
func TestHeadingsLeaveNoLevelOut(t *testing.T) {
	for seed := 1; seed < 60; seed += 3 {
		var blocks []document.Block
		for n := seed; n > 0; n /= 3 {
			blocks = append(blocks, document.Heading{Level: 2 + n%3, Text: fmt.Sprint(n)}, words(1))
		}
		d := report(blocks...)
		if seed%2 == 0 {
			d.Cover.Title = "Title"
		}
		d.Sections = append(d.Sections, document.Section{Title: "Next"})
		root, _ := structure(t, d)
		before := 0
		for _, h := range root.All("H1", "H2", "H3", "H4") {
			level := int(h.Type[1] - '0')
			if level > before+1 {
				t.Fatalf("%s comes after level %d in\n%s", h.Type, before, root)
			}
			before = level
		}
		sections := root.All("Sect")
		if first, next := sections[len(sections)-2].Kids[0], sections[len(sections)-1].Kids[0]; first.Type != next.Type {
			t.Errorf("sections have %s and %s", first.Type, next.Type)
		}
	}
}

// What the fonts lack is drawn as a replacement, and reads as what it is.
func TestMissingCharactersCanBeRead(t *testing.T) {
	const name = "وزارة 😀 漢字"
	d := report(document.Paragraph{Text: document.Plain("a " + name + " b")}, words(3000), document.Paragraph{Text: document.Plain("漢")})
	d.Title, d.Sections[0].Title = name, name
	d.Missing = document.Missing{OnPage: "On this page {count}", InAll: "In all {count} on {pages}"}
	file, stats := printed(t, d)
	if stats.Replaced != 2*8+1 {
		t.Errorf("replaced %d, want 17", stats.Replaced)
	}
	pages := pageTexts(t, file)
	last := fmt.Sprint(len(pages))
	for i, page := range pages {
		if has := slices.ContainsFunc(page, func(s string) bool { return strings.HasPrefix(s, "On this page") }); has != (i == 1 || i == len(pages)-1) {
			t.Errorf("page %d has a note: %v", i+1, has)
		}
	}
	if !slices.Contains(pages[1], "On this page 16") || !slices.Contains(pages[len(pages)-1], "On this page 1") {
		t.Error("the notes on the pages have other numbers")
	}
	root, _ := structure(t, d)
	texts := root.All("P", "H1")
	if got := texts[0].Text; got != "1 "+name {
		t.Errorf("the heading reads %q", got)
	}
	if got := texts[1].Text; got != "a "+name+" b" {
		t.Errorf("the paragraph reads %q", got)
	}
	if got, want := texts[len(texts)-1].Text, "In all 17 on 2, "+last; got != want {
		t.Errorf("the end reads %q, want %q", got, want)
	}
}
