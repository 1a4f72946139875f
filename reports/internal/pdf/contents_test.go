package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dgca/reports/document"
)

func withSections(n int) document.Document {
	d := report(words(20))
	d.Title, d.Guide = "Title", document.Guide{Contents: "Contents", Back: "Back"}
	d.Cover.Title = "Title"
	d.Sections = nil
	for i := range n {
		d.Sections = append(d.Sections, document.Section{ID: fmt.Sprint("s", i), Title: fmt.Sprintf("Section %c", 'A'+i), NewPage: true,
			Blocks: []document.Block{words(100)}})
	}
	return d
}

// The contents name each section with its page, as links; where the cover has no
// room for them they follow the first section. Each later section leads back.
func TestContents(t *testing.T) {
	long := withSections(5)
	for range 30 {
		long.Cover.Facts = append(long.Cover.Facts, document.Fact{Label: "Label", Value: document.Plain("Value")})
	}
	for name, c := range map[string]struct {
		d    document.Document
		page int // that has the contents
	}{"on the cover": {withSections(5), 1}, "after the first section": {long, 3}} {
		file, _ := printed(t, c.d)
		pages := pageTexts(t, file)
		if at := slices.IndexFunc(pages, func(p []string) bool { return slices.Contains(p, "Contents") }); at+1 != c.page {
			t.Errorf("%s: the contents stand on page %d, want %d", name, at+1, c.page)
		}
		root, _ := structure(t, c.d)
		entries := root.All("TOCI")
		if len(entries) != 5 {
			t.Fatalf("%s: %d entries", name, len(entries))
		}
		for i, e := range entries {
			link := e.All("Link")[0]
			title := fmt.Sprintf("Section %c", 'A'+i)
			begins := slices.IndexFunc(pages, func(p []string) bool {
				return slices.Contains(p, title) && !slices.Contains(p, "Contents")
			})
			if want := fmt.Sprintf("%d %s %d", i+1, title, begins+1); link.Text != want || link.Links != 1 {
				t.Errorf("%s: entry %d reads %q with %d links, want %q", name, i+1, link.Text, link.Links, want)
			}
		}
		back := 0
		for _, l := range root.All("Link") {
			if l.Text == "Back" {
				back++
			}
		}
		if back != 4 {
			t.Errorf("%s: %d links lead back, want 4", name, back)
		}
	}
}

// The note about missing characters stands at the end, not where the contents
// were filled in.
func TestNoteStandsAtTheEnd(t *testing.T) {
	d := withSections(5)
	d.Missing = document.Missing{InAll: "missing {count}"}
	d.Sections[1].Title = "漢"
	file, _ := printed(t, d)
	pages := pageTexts(t, file)
	at := slices.IndexFunc(pages, func(p []string) bool { return slices.Contains(p, "missing 2") })
	if at != len(pages)-1 {
		t.Errorf("the note stands on page %d of %d", at+1, len(pages))
	}
}

func TestFewSectionsHaveNoContents(t *testing.T) {
	file, _ := printed(t, withSections(fewestSections-1))
	if text := fmt.Sprint(pageTexts(t, file)); strings.Contains(text, "Contents") || strings.Contains(text, "Back") {
		t.Error("a short document has contents")
	}
}

// The marking is at the head and at the foot of every page, and a part of the
// text once.
func TestMarkingIsOnEveryPage(t *testing.T) {
	d := withSections(4)
	for _, brief := range []bool{false, true} {
		d.Running.Notice, d.Cover.Brief = "For official use", brief
		file, _ := printed(t, d)
		for i, page := range pageTexts(t, file) {
			n := 0
			for _, s := range page {
				if s == "For official use" {
					n++
				}
			}
			if n != 2 {
				t.Errorf("page %d has the marking %d times", i+1, n)
			}
		}
		root, _ := structure(t, d)
		if n := strings.Count(root.String(), "For official use"); n != 1 {
			t.Errorf("the text has the marking %d times", n)
		}
	}
}
