package html

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

// measure stands in for a font of which all letters have the same width.
func measure(s string, size chart.Size, _ bool) float64 {
	return float64(utf8.RuneCountInString(s)) * 0.52 * size.Millimetres()
}

// everyBlock is a document with every kind of block and the given text in every
// place of a text.
func everyBlock(s string) document.Document {
	text := document.Text{{Text: s}, {Text: s, Strong: true, Link: "s2"}, {Text: s, Link: "nowhere"}}
	table := document.Table{Caption: s, Note: s,
		Columns: []document.Column{{Title: s, Width: 2, RowHeader: true}, {Title: "n", Width: 1, Align: document.AlignDecimal}, {Width: 1}},
		Rows: []document.Row{
			{Group: true, Cells: []document.Cell{document.CellOf(s)}},
			{ID: "row", Cells: []document.Cell{{Lines: []document.CellLine{{Text: text}, {Role: document.Small, Text: text}}}, {Lines: []document.CellLine{{Text: document.Plain(s)}}, Shade: document.Shade{Step: 2, Of: 5}}, {}}},
		}}
	bars := document.Bars{Axis: document.Axis{Max: 3, Names: []string{s, s, s}}, Rows: []document.BarRow{{Label: s, Known: true, Value: 2, ValueText: "2.0"}, {Label: s, Note: s}}}
	return document.Document{
		Title: s, Subject: s, Author: s, Language: "en", Created: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
		Guide:   document.Guide{Skip: s, Contents: s},
		Running: document.Running{Notice: s, Start: s, End: s},
		Cover: document.Cover{Logo: &document.Image{PNG: []byte("png"), Width: 4, Height: 2, Alt: s}, Kicker: s, Title: s, Subtitle: s, Notice: s,
			Facts: []document.Fact{{Label: s, Value: text}}},
		Sections: []document.Section{
			{ID: "s1", Title: s, Blocks: []document.Block{
				document.Heading{Level: 3, Text: s}, document.Heading{Level: 2, ID: "h", Text: s}, document.Heading{Level: 3, Text: s},
				document.Paragraph{Role: document.Quote, Text: text}, document.List{Ordered: true, Items: []document.Text{text}},
				document.Facts{Items: []document.Fact{{Label: s, Value: text}}}, document.Callout{Title: s, Lines: []document.Text{text}},
			}},
			{ID: "s2", Title: s, NewPage: true, Blocks: []document.Block{
				table, document.Columns{Start: []document.Block{table}, End: []document.Block{document.Paragraph{Text: text}}},
				document.Figure{Caption: s, Alt: s, Chart: bars},
			}},
		},
	}
}

func written(t testing.TB, d document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, measure); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	tagPattern = regexp.MustCompile(`(?s)<[^>]*>`)
	void       = []string{"meta", "img", "br", "col"}
)

// tags returns the tags of a file after its style sheet, and fails where one is
// not closed in its place.
func tags(t testing.TB, file string) []string {
	t.Helper()
	_, body, _ := strings.Cut(file, "</style>")
	var open, all []string
	for _, tag := range tagPattern.FindAllString(body, -1) {
		name := strings.Trim(strings.Fields(tag)[0], "</>")
		if name == "br" {
			continue // a line end in a text
		}
		all = append(all, strings.Fields(tag)[0])
		switch {
		case slices.Contains(void, name), strings.HasSuffix(tag, "/>"), strings.HasPrefix(tag, "<!"):
		case strings.HasPrefix(tag, "</"):
			if name == "head" || name == "html" {
				continue // opened before the style sheet
			}
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("%s closes %v", tag, open)
			}
			open = open[:len(open)-1]
		default:
			open = append(open, name)
		}
	}
	if len(open) > 0 {
		t.Fatalf("%v is not closed", open)
	}
	return all
}

var hostile = []string{
	`"><script>alert(1)</script>`, `' onmouseover='x`, `</style></title><img src=x onerror=x>`, "<!--", "]]>", "&lt;b&gt;", "a\x1b[31mb\u202ec\x00",
	`"; } body { display: none } @import url(http://x)`, `\27\3c/style>`, "two\nlines", "\xff\xfe",
}

// A text changes nothing but the text: the tags are the same as with a harmless
// one.
func TestHostileTextStaysText(t *testing.T) {
	want := withoutText(tags(t, written(t, everyBlock("word"))))
	for _, s := range hostile {
		file := written(t, everyBlock(s))
		if got := withoutText(tags(t, file)); !slices.Equal(got, want) {
			t.Errorf("%q changes the tags", s)
		}
		_, style, _ := strings.Cut(file, "<style>")
		style, _, _ = strings.Cut(style, "</style>")
		if strings.Contains(style, "@import") || strings.Contains(style, "<") || strings.Count(style, "{") != strings.Count(style, "}") {
			t.Errorf("%q gets into the style sheet", s)
		}
		if strings.ContainsAny(file, "\x1b\x00\u202e") || !utf8.ValidString(file) {
			t.Errorf("%q: a control character is in the file", s)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	want := withoutText(tags(f, written(f, everyBlock("word"))))
	f.Fuzz(func(t *testing.T, s string) {
		// An empty title is left out: the text ends in a letter.
		if got := withoutText(tags(t, written(t, everyBlock(s+"x")))); !slices.Equal(got, want) {
			t.Errorf("%q changes the tags", s)
		}
	})
}

// withoutText leaves out the shapes of charts: a long text is broken into more
// lines.
func withoutText(tags []string) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(s string) bool {
		return slices.ContainsFunc([]string{"<text", "</text", "<line", "<rect", "<circle", "<polygon"}, func(p string) bool { return strings.HasPrefix(s, p) })
	})
}

func TestNothingIsFetchedOrRun(t *testing.T) {
	file := written(t, everyBlock("word"))
	for _, bad := range []string{"<script", "<link", "<iframe", "@import", "url(", "javascript:", "src=\"http", "href=\"http"} {
		if strings.Contains(strings.ToLower(file), bad) {
			t.Errorf("%q is in the file", bad)
		}
	}
	for _, tag := range tagPattern.FindAllString(file, -1) {
		if regexp.MustCompile(`\son[a-z]+=`).MatchString(tag) {
			t.Errorf("%s has a script", tag)
		}
	}
	for _, m := range regexp.MustCompile(`(?:href|src)="([^"]*)"`).FindAllStringSubmatch(file, -1) {
		if !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(m[1], "data:image/png;base64,") {
			t.Errorf("%q leads out of the file", m[1])
		}
	}
}

// A reader who moves by headings, links, tables and landmarks meets no gap.
func TestStructure(t *testing.T) {
	file := written(t, everyBlock("word"))
	for what, want := range map[string]int{"<h1": 1, "<main": 1, "<header": 1, "<footer": 1, "<nav": 1, `lang="en"`: 1, `class="skip"`: 1,
		"<caption>": 2, `scope="col"`: 4, `scope="row"`: 2, `scope="rowgroup"`: 2, `role="img"`: 1, "<figcaption>": 1, `alt="`: 1} {
		if got := strings.Count(file, what); got != want {
			t.Errorf("%s is there %d times, not %d", what, got, want)
		}
	}
	rank := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(file, -1) {
		n, _ := strconv.Atoi(m[1])
		if n > rank+1 {
			t.Errorf("a heading of rank %d follows one of rank %d", n, rank)
		}
		rank = n
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(file, -1) {
		// The same table stands in the document twice.
		if ids[m[1]] && m[1] != "row" {
			t.Errorf("the ID %q is there twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`(?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(file, -1) {
		if !ids[m[1]] {
			t.Errorf("%q leads nowhere", m[1])
		}
	}
}

// An ID that is made here is never one of the document.
func TestMadeIDs(t *testing.T) {
	d := document.Document{Sections: []document.Section{{ID: "s", Title: "S", Blocks: []document.Block{
		document.Heading{Level: 2, ID: "part-1", Text: "A"}, document.Heading{Level: 2, Text: "B"}}}}}
	if file := written(t, d); strings.Count(file, `id="part-1"`) != 1 || strings.Count(file, `id="part-2"`) != 1 {
		t.Error("two headings share an ID")
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	first := written(t, everyBlock("a"))
	if written(t, everyBlock("a")) != first {
		t.Error("the second file has other bytes")
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[float64]string{0: "0", -0.001: "0", 12.5: "12.5", 3.14159: "3.14", 170: "170"} {
		if got := number(in); got != want {
			t.Errorf("%v is written as %q, want %q", in, got, want)
		}
	}
}

// A brief document with several sections: the first has no heading, the others
// have one without a number, and every link of the contents leads somewhere.
func TestBriefSections(t *testing.T) {
	d := document.Document{Title: "T", Language: "en", Cover: document.Cover{Brief: true, Title: "T"}, Guide: document.Guide{Contents: "Contents"},
		Sections: []document.Section{{ID: "a", Title: "Agenda"}, {ID: "b", Title: "Every statement", NewPage: true}}}
	var b bytes.Buffer
	if err := Write(&b, d, measure); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	for _, want := range []string{`<section id="a" aria-label="Agenda">`, `<h2 id="b">Every statement</h2>`, `class="page"`, `href="#a"`, `href="#b"`} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
	if strings.Contains(out, "<h2>Agenda") || strings.Contains(out, `<span class="number">`) {
		t.Errorf("a heading too many, or a number:\n%s", out)
	}
}
