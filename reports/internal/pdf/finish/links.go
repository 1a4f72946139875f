package finish

import "fmt"

// Target is a place that links and the outline lead to. A target that was never
// placed is the beginning of the file.
type Target struct {
	Page int     // from 1
	Y    float64 // upper edge in points from the lower edge of the page
}

// Link is a place on a page that leads to another one.
type Link struct {
	Page     int // from 1
	Place    Rectangle
	Contents string // what a screen reader says
	To       *Target

	number int // of its object
}

func (b *builder) destination(t *Target) string {
	page := max(t.Page, 1)
	if t.Page == 0 {
		return fmt.Sprintf("[%d 0 R /Fit]", b.pages[page])
	}
	return fmt.Sprintf("[%d 0 R /XYZ 0 %.2f null]", b.pages[page], t.Y)
}

// link writes the annotation of the link with the given index.
func (b *builder) link(l *Link, index int) {
	l.number = b.small(fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /Rect %s /Border [0 0 0] /F 4 /StructParent %d /Contents %s /Dest %s>>",
		l.Place, b.linkKey(index), textString(l.Contents), b.destination(l.To)))
	b.annotations[l.Page] = append(b.annotations[l.Page], l.number)
}

// linkKey is the key of a link in the parent tree: they come after the pages.
func (b *builder) linkKey(index int) int { return len(b.pages) - 1 + index }
