package pdf

import (
	"bytes"
	"strings"
	"testing"

	"dgca/reports/document"
)

// sheetOf is a document of one brief page with a text.
func sheetOf(text string) document.Document {
	return document.Document{Title: "Sheet", Large: true, Cover: document.Cover{Brief: true, Title: "Group 1"},
		Sections: []document.Section{{ID: "a", Title: "A", Blocks: []document.Block{document.Paragraph{Text: document.Plain(text)}}}}}
}

// pagesOf is how many pages a document has.
func pagesOf(t *testing.T, d document.Document) int {
	t.Helper()
	stats, err := WriteStats(&bytes.Buffer{}, d)
	if err != nil {
		t.Fatal(err)
	}
	return stats.Pages
}

// Large type goes down until the page holds all, and a text that no type can
// hold runs on.
func TestLarge(t *testing.T) {
	for _, c := range []struct{ words, pages int }{{5, 1}, {300, 1}, {700, 1}, {5000, -1}} {
		pages := pagesOf(t, sheetOf(strings.Repeat("words ", c.words)))
		if pages != c.pages && (c.pages > 0 || pages < 2) {
			t.Errorf("%d words: %d pages", c.words, pages)
		}
	}
	// The short text is set in the largest type, the long one smaller.
	short, long := newPrinter(sheetOf("words")), newPrinter(sheetOf("words"))
	short.text.scale, long.text.scale = largeScales[0], 1
	a := short.blocks(sheetOf("words").Sections[0].Blocks, textWidth)
	b := long.blocks(sheetOf("words").Sections[0].Blocks, textWidth)
	if a[0].height <= b[0].height*1.5 {
		t.Errorf("large type is %.1f mm high, plain type %.1f mm", a[0].height, b[0].height)
	}
}

// A word that would be divided makes the type smaller, not the word.
func TestLargeDividesNoWord(t *testing.T) {
	word := strings.Repeat("n", 65) // too wide for the largest type, not for a small one
	var cut []bool
	for _, scale := range largeScales {
		p := newPrinter(sheetOf(word))
		p.text.scale = scale
		p.blocks(p.doc.Sections[0].Blocks, textWidth)
		cut = append(cut, p.text.cut)
	}
	if !cut[0] || cut[len(cut)-2] {
		t.Fatalf("the word is divided at %v of %v: it must be at the first and not at the last but one", cut, largeScales)
	}
	var chosen, plain bytes.Buffer
	if _, err := WriteStats(&chosen, sheetOf(word)); err != nil {
		t.Fatal(err)
	}
	for i, scale := range largeScales {
		if cut[i] {
			continue
		}
		p := newPrinter(sheetOf(word))
		p.text = &typesetter{scale: scale}
		if _, err := p.write(&plain); err != nil {
			t.Fatal(err)
		}
		break
	}
	if !bytes.Equal(chosen.Bytes(), plain.Bytes()) {
		t.Error("the page is not set in the largest type that divides no word")
	}
}

// The sections after the first of a brief document have headings without a
// number, and begin a page when they are to.
func TestBriefSections(t *testing.T) {
	d := sheetOf("First.")
	d.Large = false
	d.Sections = append(d.Sections, document.Section{ID: "b", Title: "Every statement", NewPage: true, Blocks: []document.Block{document.Paragraph{Text: document.Plain("Second.")}}},
		document.Section{ID: "c", Title: "To find out", Blocks: []document.Block{document.Paragraph{Text: document.Plain("Third.")}}})
	if pages := pagesOf(t, d); pages != 2 {
		t.Errorf("%d pages", pages)
	}
}
