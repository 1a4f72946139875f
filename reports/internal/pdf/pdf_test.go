package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dgca/reports/document"
	"dgca/reports/internal/pdf/pdftest"
)

func TestSameDocumentGivesSameBytes(t *testing.T) {
	first, _ := printed(t, sampleReport())
	second, _ := printed(t, sampleReport())
	if !bytes.Equal(first, second) {
		t.Error("two prints of one document differ")
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var b bytes.Buffer
			if err := Write(&b, sampleReport()); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(first, b.Bytes()) {
				t.Error("a print in parallel differs")
			}
		})
	}
	group.Wait()
}

func TestDatesComeFromTheDocument(t *testing.T) {
	d := report(words(3))
	d.Created = time.Date(2026, 3, 14, 9, 30, 0, 0, time.FixedZone("", 3600))
	file, _ := printed(t, d)
	if n := bytes.Count(file, []byte("D:20260314083000")); n != 2 {
		t.Errorf("the date of the document appears %d times, want 2", n)
	}
	d.Created = time.Time{}
	file, _ = printed(t, d)
	if n := bytes.Count(file, []byte("D:19700101000000")); n != 2 {
		t.Errorf("a document without a date has %d fixed dates, want 2", n)
	}
}

func TestSampleIsSmall(t *testing.T) {
	file, stats := printed(t, longReport())
	if stats.Pages < 20 || len(file) > 300_000 {
		t.Errorf("%d pages in %d bytes", stats.Pages, len(file))
	}
}

// What the lines in the margins lack is said on each of their pages, and counted
// at the end.
func TestMarginsThatLackCharacters(t *testing.T) {
	const face = "\U0001F600"
	d := report(words(300))
	d.Missing = document.Missing{OnPage: "Missing here: {count}.", InAll: "Missing in all: {count}, on {pages}."}
	d.Running = document.Running{Start: "Unit " + face, Notice: face + face}
	file, _ := printed(t, d)
	pages := pageTexts(t, file)
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		want := "Missing here: 5."
		if i == 0 {
			want = "Missing here: 4."
		}
		if !slices.Contains(page, want) {
			t.Errorf("page %d does not say %q", i+1, want)
		}
	}
	if !slices.Contains(pages[2], "Missing in all: 14, on 1, 2, 3.") {
		t.Errorf("the end says %q", pages[2])
	}
}

func TestReplacedCharactersAreCounted(t *testing.T) {
	const face = "\U0001F600"
	tall := document.Paragraph{Text: document.Plain(face + strings.Repeat(" word", 2000))}
	d := report(
		document.Heading{Level: 2, Text: strings.Repeat("A long heading ", 10) + face},
		document.Paragraph{Text: document.Plain("a " + face + " b 漢")},
		document.Columns{Start: []document.Block{tall}},
		document.Figure{Chart: document.Bars{Axis: scale, Rows: []document.BarRow{{Label: face}}}},
	)
	d.Title, d.Sections[0].Title = face, face
	if _, stats := printed(t, d); stats.Replaced != 6 {
		t.Errorf("replaced %d, want 6", stats.Replaced)
	}
}

func TestDeadLinksAreReportedAndHarmless(t *testing.T) {
	d := report(
		document.Paragraph{Text: document.Text{{Text: "there", Link: "nowhere"}, {Text: "here", Link: "s"}, {Text: "row", Link: "r"}}},
		document.Columns{Start: []document.Block{document.List{Items: []document.Text{document.Linked("again", "nowhere")}}}},
		document.Table{Columns: []document.Column{{Title: "A"}}, Rows: []document.Row{{ID: "r", Cells: []document.Cell{document.CellOf("x")}}}},
	)
	file, stats := printed(t, d)
	if !slices.Equal(stats.DeadLinks, []string{"nowhere"}) {
		t.Errorf("dead links %q", stats.DeadLinks)
	}
	f, err := pdftest.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	links := f.Find("<</Type /Annot /Subtype /Link ")
	if len(links) != 2 {
		t.Errorf("%d links in the file, want 2", len(links))
	}
	for _, l := range links {
		if page := f.Objects[pdftest.Number(l, "/Dest [")]; !strings.HasPrefix(page, "<</Type /Page\n") || strings.Contains(l, "/Fit]") {
			t.Errorf("a link leads to no place: %q", l)
		}
	}
}

func TestSampleHasNoDeadLinks(t *testing.T) {
	if _, stats := printed(t, sampleReport()); len(stats.DeadLinks) > 0 {
		t.Errorf("dead links %q", stats.DeadLinks)
	}
}

func TestTooManyCellsIsAnErrorThatNamesTheSection(t *testing.T) {
	d := report(document.Table{
		Columns: []document.Column{{Title: "A"}},
		Rows:    []document.Row{{Cells: []document.Cell{document.CellOf("x"), document.CellOf("y")}}},
	})
	err := Write(&bytes.Buffer{}, d)
	if err == nil || !strings.Contains(err.Error(), "section 1 (Only)") {
		t.Errorf("error %v", err)
	}
}

// gofpdf panics on a font that is cut off. The first text stands in section 1.
func TestPanicBecomesAnErrorThatNamesTheSection(t *testing.T) {
	whole := boldTTF
	defer func() { boldTTF = whole }()
	boldMetrics() // read before
	boldTTF = whole[:64]
	var b bytes.Buffer
	err := Write(&b, report(words(3)))
	if err == nil || !strings.Contains(err.Error(), "section 1 (Only)") {
		t.Errorf("error %v", err)
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes of half a file", b.Len())
	}
}

type failingWriter struct{}

var errDisk = errors.New("disk is full")

func (failingWriter) Write([]byte) (int, error) { return 0, errDisk }

func TestWriteErrorIsReturned(t *testing.T) {
	if err := Write(failingWriter{}, report()); !errors.Is(err, errDisk) {
		t.Errorf("error %v", err)
	}
}

var hostile = []string{
	"", " ", "\x00\x01\x1b[31mred\x1b[0m", "\U0001F600\U0001F468\u200D\U0001F469", "العربية والفارسية", "বাংলা", "漢字",
	"e\u0301\u0323\u0308", "\u202Ereversed\u202C", "\uFEFF\u200B\u00AD", "\xff\xfe invalid", "line\nline\r\nline\u2028line",
	"(paren) \\back\\ )", ") Tj EMC ET\nendstream\nendobj\n", strings.Repeat("\U0001F600", 4096), strings.Repeat("ع", 4096), strings.Repeat("x", 10_000), strings.Repeat("\u0301", 500), strings.Repeat("a b ", 5000), "→≤✓□●",
	"{page} {nb} {pages}", "\r", "\\", "\u0D0D\u0A0D",
}

// reportOf is a report with one text in every place that has a text.
func reportOf(s string) document.Document {
	axis := document.Axis{Max: 5, Names: []string{s, s, s, s, s}}
	key := document.Key{Now: s, Preliminary: s, Target: s, Range: s}
	d := report(
		document.Heading{Level: 3, Text: s},
		document.Heading{Level: 2, ID: s, Text: s},
		document.Paragraph{Role: document.Quote, Text: document.Linked(s, s)},
		document.List{Ordered: true, Items: []document.Text{document.Strong(s)}},
		document.Facts{Items: []document.Fact{{Label: s, Value: document.Plain(s)}}},
		document.Callout{Title: s, Lines: []document.Text{document.Plain(s)}},
		document.Columns{Start: []document.Block{document.Paragraph{Text: document.Plain(s)}}},
		document.Table{Caption: s, Note: s,
			Columns: []document.Column{{Title: s, Align: document.AlignDecimal}, {Title: s, Width: -1}},
			Rows:    []document.Row{{Group: true, Cells: []document.Cell{document.CellOf(s)}}, {ID: s, Cells: []document.Cell{document.CellOf(s)}}, {}}},
		document.Figure{Caption: s, Alt: s, Chart: document.DotPlot{Axis: axis, Key: key, Rows: []document.DotRow{{Label: s, Known: true, NowText: s, RangeText: s}, {Note: s}}}},
		document.Figure{Caption: s, Chart: document.Bars{Axis: axis, Key: key, Rows: []document.BarRow{{Label: s, Known: true, Value: 2, ValueText: s}, {Note: s}}}},
		document.Figure{Caption: s, Chart: document.Radar{Axis: axis, Key: key, Spoke: []document.Spoke{{Label: s}, {Label: s}, {Label: s}}}},
		document.Figure{Caption: s, Chart: document.StackedBars{Parts: []document.Part{{Name: s, Short: s}}, Rows: []document.StackRow{{Label: s, Counts: []int{1}}}}},
		document.Figure{Caption: s, Alt: s},
		nil,
	)
	d.Title, d.Subject, d.Author, d.Language = s, s, s, s
	d.Cover = document.Cover{Kicker: s, Title: s, Subtitle: s, Notice: s, Facts: []document.Fact{{Label: s, Value: document.Plain(s)}}}
	d.Running = document.Running{Start: s, Page: s, End: s}
	d.Missing = document.Missing{OnPage: s, InAll: s}
	d.Attachment = &document.Attachment{Name: s, Type: "application/yaml", Description: s, Data: []byte(s)}
	d.Sections[0].Title = s
	return d
}

// printsWell prints a document and reads its structure back.
func printsWell(d document.Document) error {
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		return err
	}
	f, err := pdftest.Read(b.Bytes())
	if err != nil {
		return err
	}
	_, _, err = f.Structure()
	return err
}

func TestHostileTextPrints(t *testing.T) {
	for _, s := range hostile {
		if testing.Short() && len(s) > 2000 {
			continue
		}
		if err := printsWell(reportOf(s)); err != nil {
			t.Errorf("%.40q: %v", s, err)
		}
	}
}

func FuzzWrite(f *testing.F) {
	for _, s := range hostile {
		if len(s) < 2000 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 5000 {
			t.Skip("outside of what the fields of a file take")
		}
		if err := printsWell(reportOf(s)); err != nil {
			t.Error(err)
		}
	})
}

func TestEmptyDocumentPrints(t *testing.T) {
	if _, stats := printed(t, document.Document{}); stats.Pages != 1 {
		t.Errorf("%d pages, want the cover alone", stats.Pages)
	}
}
