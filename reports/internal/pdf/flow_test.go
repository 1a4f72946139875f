package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

// placed lays pieces on pages and returns what was drawn, as name@page.
func placed(build func(mark func(name string, height float64) piece) []piece) []string {
	c := newCanvas()
	f := &flow{canvas: c}
	f.newPage()
	var drawn []string
	f.place(build(func(name string, height float64) piece {
		return piece{height: height, draw: func(_, y float64) {
			drawn = append(drawn, fmt.Sprintf("%s@%d", name, c.pdf.PageNo()))
			if y < pageTop || y+height > pageBottom+1e-6 && height <= pageBottom-pageTop {
				drawn = append(drawn, "outside")
			}
		}}
	}))
	return drawn
}

func TestFlowKeepsAHeadingWithWhatFollows(t *testing.T) {
	got := placed(func(mark func(string, float64) piece) []piece {
		heading, caption := mark("heading", 10), mark("caption", 5)
		heading.keep, caption.keep = true, true
		return []piece{mark("text", 225), heading, caption, mark("figure", 40)}
	})
	want := []string{"text@1", "heading@2", "caption@2", "figure@2"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestFlowRepeatsTheHeader(t *testing.T) {
	got := placed(func(mark func(string, float64) piece) []piece {
		head := mark("head", 10)
		again := mark("again", 10)
		head.keep = true
		pieces := []piece{head}
		for i := range 6 {
			row := mark(fmt.Sprint("row", i), 60)
			row.repeat = &again
			pieces = append(pieces, row)
		}
		return pieces
	})
	want := []string{"head@1", "row0@1", "row1@1", "row2@1", "row3@1", "again@2", "row4@2", "row5@2"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestFlowDropsTheGapAtTheTop(t *testing.T) {
	got := placed(func(mark func(string, float64) piece) []piece {
		first, second := mark("first", 250), mark("second", 257)
		second.gap = 20
		return []piece{first, second}
	})
	if want := []string{"first@1", "second@2"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestRowHigherThanAPageIsDivided(t *testing.T) {
	long := strings.Repeat("sentence that fills the cell and goes on. ", 400)
	file, stats := printed(t, report(document.Table{
		Columns: []document.Column{{Title: "Head"}, {Title: "Text", Width: 1}},
		Rows:    []document.Row{{Cells: []document.Cell{document.CellOf("name"), document.CellOf(long)}}, {Cells: []document.Cell{document.CellOf("last")}}},
	}))
	if stats.Pages < 4 {
		t.Errorf("%d pages", stats.Pages)
	}
	all := 0
	for i, page := range pageTexts(t, file)[1:] {
		if !slices.Contains(page, "Head") {
			t.Errorf("page %d lacks the header of the table", i+2)
		}
		all += strings.Count(strings.Join(page, " "), "sentence")
	}
	if all != 400 {
		t.Errorf("%d of 400 sentences printed", all)
	}
}

func TestTableRepeatsHeaderAndKeepsGroupsWithRows(t *testing.T) {
	file, _ := printed(t, report(statementTable(72)))
	pages := pageTexts(t, file)[1:]
	rows := 0
	for i, page := range pages {
		body := strings.Join(page, "\n")
		if !strings.Contains(body, "Statement and evidence") {
			t.Errorf("page %d lacks the header", i+2)
		}
		rows += strings.Count(body, "Responsibilities for")
		last := page[:len(page)-1] // the last text is the page number
		if slices.Contains(dimensions, last[len(last)-1]) {
			t.Errorf("page %d ends with a group row", i+2)
		}
	}
	if rows != 72 {
		t.Errorf("%d rows, want 72", rows)
	}
}

// Whatever the amount of text before it, a heading never ends a page.
func TestNoLoneHeading(t *testing.T) {
	for n := 1; n < 60; n += 3 {
		d := report(words(n), words(n), words(n), document.Heading{Level: 2, Text: "Kept"}, document.Heading{Level: 3, Text: "Kept too"}, words(30))
		file, _ := printed(t, d)
		for i, page := range pageTexts(t, file) {
			if len(page) < 2 {
				continue
			}
			if last := page[len(page)-2]; strings.HasPrefix(last, "Kept") {
				t.Errorf("%d words: page %d ends with a heading", n, i+1)
			}
		}
	}
}

// A chart that fits on a page is divided only where much of one would else be
// empty.
func TestChartStaysWhole(t *testing.T) {
	for _, c := range []struct {
		words, pages int // that have the scale of the chart
	}{{60, 1}, {95, 2}, {115, 1}, {120, 1}} {
		file, _ := printed(t, report(words(c.words), document.Figure{Caption: "Eleven", Chart: dots(11)}))
		pages := 0
		for _, page := range pageTexts(t, file) {
			if slices.Contains(page, "Developing") {
				pages++
			}
		}
		if pages != c.pages {
			t.Errorf("after %d words the chart stands on %d pages, want %d", c.words, pages, c.pages)
		}
	}
}

func TestChartRunsOverPages(t *testing.T) {
	file, stats := printed(t, report(document.Figure{Caption: "Forty", Chart: dots(40)}))
	if stats.Pages < 3 {
		t.Errorf("%d pages", stats.Pages)
	}
	for i, page := range pageTexts(t, file)[1:] {
		if !slices.Contains(page, "Developing") {
			t.Errorf("page %d lacks the scale", i+2)
		}
	}
}

func TestFooterFromTheSecondPageOn(t *testing.T) {
	d := sampleReport()
	file, stats := printed(t, d)
	for i, page := range pageTexts(t, file) {
		has := slices.Contains(page, fmt.Sprintf("Page %d of %d", i+1, stats.Pages))
		if has != (i > 0) {
			t.Errorf("page %d: page number printed is %v", i+1, has)
		}
	}
}

// A paragraph stays with the table or chart that it introduces, and no single
// fact stands alone at the foot or at the head of a page.
func TestWhatBelongsTogetherStaysTogether(t *testing.T) {
	facts := document.Facts{}
	for i := range 6 {
		facts.Items = append(facts.Items, document.Fact{Label: fmt.Sprintf("label %d", i), Value: document.Plain("value")})
	}
	table := document.Table{Columns: []document.Column{{Title: "Head"}}, Rows: []document.Row{{Cells: []document.Cell{document.CellOf("first row")}}}}
	for n := 1; n < 60; n++ {
		intro := document.Paragraph{Text: document.Plain("introduction")}
		introduced := []document.Block{table, document.Figure{Caption: "first row", Chart: dots(4)}}[n%2]
		file, _ := printed(t, report(words(4*n), document.Heading{Level: 2, Text: "Kept"}, intro, introduced, words(n), document.Heading{Level: 2, Text: "Facts"}, facts))
		for i, page := range pageTexts(t, file)[1:] {
			all := strings.Join(page, "\n")
			if strings.Contains(all, "introduction") != strings.Contains(all, "first row") {
				t.Errorf("%d words: the introduction and what it introduces are apart on page %d", n, i+2)
			}
			if c := strings.Count(all, "label"); c == 1 {
				t.Errorf("%d words: page %d has a single fact", n, i+2)
			}
		}
	}
}

// The shade of a level stands behind the level only, not on the pages on which
// its row goes on.
func TestDividedRowIsShadedOnce(t *testing.T) {
	shade := chart.Ramp(3, 5)
	cell := rowCell{width: 20, shade: &shade, blocks: []block{{style: cellStyle, lines: make([]line, 1)}}}
	long := rowCell{width: 60, blocks: []block{{style: cellStyle, lines: make([]line, 200)}}}
	_, rest, ok := row{cells: []rowCell{cell, long}}.split(100)
	if !ok || rest.cells[0].shade != nil || len(rest.cells[1].blocks) == 0 {
		t.Errorf("divided %v, the rest is %+v", ok, rest.cells[0])
	}
}

// The notice stands on the cover, whatever its text.
func TestLongCoverKeepsItsNotice(t *testing.T) {
	d := report(words(5))
	d.Cover = document.Cover{Kicker: "Kicker", Title: strings.Repeat("W", 200), Subtitle: "Subtitle", Notice: "confidential"}
	for range 8 {
		d.Cover.Facts = append(d.Cover.Facts, document.Fact{Label: "Label", Value: document.Plain(strings.Repeat("Value ", 24))})
	}
	file, stats := printed(t, d)
	if first := strings.Join(pageTexts(t, file)[0], "\n"); !strings.Contains(first, "confidential") || stats.Pages != 2 {
		t.Errorf("%d pages; the cover has %q", stats.Pages, first)
	}
}

// Short lists and tables stay whole; longer ones have two items or more on each
// side of a page break.
func TestNoItemStandsAlone(t *testing.T) {
	list := func(n int) (l document.List) {
		for range n {
			l.Items = append(l.Items, document.Plain("item"))
		}
		return l
	}
	table := func(n int) document.Table {
		t := document.Table{Columns: []document.Column{{Title: "Head"}}}
		for range n {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf("item")}})
		}
		return t
	}
	for _, c := range []struct {
		name  string
		block document.Block
		least int
	}{
		{"5 items", list(5), 5}, {"9 items", list(9), 2}, {"6 rows", table(6), 6}, {"12 rows", table(12), 2},
	} {
		for n := range 60 {
			file, _ := printed(t, report(words(60+4*n), c.block, words(20)))
			for i, page := range pageTexts(t, file)[1:] {
				if has := strings.Count(strings.Join(page, "\n"), "item"); has > 0 && has < c.least {
					t.Errorf("%s after %d words: page %d has %d of them", c.name, 60+4*n, i+2, has)
				}
			}
		}
	}
}

// A section that should begin a page does so, but below another one that left
// most of its last page empty; only where that must stand alone it does not.
func TestSectionFillsAnEmptyPage(t *testing.T) {
	for _, c := range []struct {
		words int
		alone bool
		want  int
	}{{40, false, 2}, {40, true, 3}, {100, false, 3}, {210, false, 3}, {300, false, 4}} {
		d := report(words(c.words))
		d.Sections[0].OnePage = c.alone
		d.Sections = append(d.Sections, document.Section{ID: "next", Title: "Next", NewPage: true, Blocks: []document.Block{words(20)}})
		file, _ := printed(t, d)
		pages := pageTexts(t, file)
		at := slices.IndexFunc(pages, func(page []string) bool { return slices.Contains(page, "Next") })
		if at+1 != c.want {
			t.Errorf("after %d words the section begins on page %d, want %d", c.words, at+1, c.want)
		}
	}
}

// What must stand on one page is set as loosely as it can; what is far too long
// for it is set as everything else.
func TestOnePage(t *testing.T) {
	for _, c := range []struct{ words, pages int }{{150, 2}, {185, 2}, {200, 2}, {600, 5}} {
		var d document.Document
		lines := func(one bool) int {
			d = report(words(c.words))
			d.Sections[0].OnePage = one
			file, stats := printed(t, d)
			if one && stats.Pages != c.pages {
				t.Errorf("%d words: %d pages, want %d", c.words, stats.Pages, c.pages)
			}
			return len(slices.Concat(pageTexts(t, file)...))
		}
		if closer := lines(true) < lines(false)-1; closer != (c.words == 185 || c.words == 200) {
			t.Errorf("%d words: smaller type is %v", c.words, closer)
		}
	}
}
