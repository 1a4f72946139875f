package pdf

import (
	"fmt"
	"unicode/utf16"

	"dgca/reports/internal/pdf/finish"
)

// content says what is drawn: a part of the structure of the document, or, with
// no part, something that a screen reader passes over.
type content struct {
	part     *finish.Element
	artifact artifact
}

// artifact is the kind of what a screen reader passes over.
type artifact string

// Rules, shades and frames are artifacts without more. The running footer and
// the header of a table on its later pages are repeated because of the pages.
const (
	decoration artifact = "/Artifact BMC"
	footer     artifact = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
	repetition artifact = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
)

// marker writes the marks around what is drawn. The structure of the document
// comes from the marks and stands in the order of drawing.
type marker struct {
	within content // all that is drawn belongs to it; empty for none
	open   content // what the mark that is open on the page is for
	marks  []int   // number of marks on each page
}

// inside draws with all of it belonging to one content.
func (c *canvas) inside(what content, draw func()) {
	before := c.marker.within
	c.marker.within = what
	draw()
	c.marker.within = before
}

// begin opens the mark for what is drawn next. A part of nil is a decoration,
// unless all belongs to one content.
func (c *canvas) begin(part *finish.Element) {
	m := &c.marker
	want := content{part: part, artifact: decoration}
	if part != nil {
		want.artifact = ""
	}
	if m.within != (content{}) {
		want = m.within
	}
	if m.open == want {
		return
	}
	c.end()
	m.open = want
	if want.part == nil {
		c.pdf.RawWriteStr(string(want.artifact))
		return
	}
	page := c.pdf.PageNo()
	for len(m.marks) <= page {
		m.marks = append(m.marks, 0)
	}
	c.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", want.part.Type, m.marks[page]))
	want.part.Mark(page, m.marks[page])
	m.marks[page]++
}

// end closes the mark that is open on the page.
func (c *canvas) end() {
	if c.marker.open != (content{}) {
		c.pdf.RawWriteStr("EMC")
		c.marker.open = content{}
	}
}

// spelled draws something that stands for a text, so that it can be read and
// copied.
func (c *canvas) spelled(text string, draw func()) {
	mark := []byte("/Span <</ActualText <FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		mark = fmt.Appendf(mark, "%04X", u)
	}
	c.pdf.RawWriteStr(string(mark) + ">>> BDC")
	draw()
	c.pdf.RawWriteStr("EMC")
}
