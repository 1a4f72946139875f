package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"dgca/reports/document"
	"dgca/reports/internal/pdf/finish"
)

// Stats says what a printer met on its way, for those who want to warn about
// it. None of it makes a file unusable.
type Stats struct {
	Pages     int
	Replaced  int      // characters that the fonts lack, printed as a replacement
	DeadLinks []string // IDs that links name and no part of the document has
}

// Write prints a document.
func Write(w io.Writer, d document.Document) error {
	_, err := WriteStats(w, d)
	return err
}

// WriteStats prints a document and says what it met.
func WriteStats(w io.Writer, d document.Document) (Stats, error) {
	if d.Large {
		return writeLarge(w, d)
	}
	return newPrinter(d).write(w)
}

// printer lays out one document.
type printer struct {
	doc       document.Document
	text      *typesetter
	canvas    *canvas
	flow      *flow
	density   density
	place     string // what is being printed, for error messages
	deadLinks []string
	form      *formPrinter // not nil: a form is printed

	root     *finish.Element // the structure of the document
	part     *finish.Element // the part of it that is being laid out
	titled   bool            // the cover has a title, and sections stand below it
	ranks    document.Ranks  // of the headings
	outline  []finish.Bookmark
	sections []linkTarget // where the sections begin
	toc      contents
}

func newPrinter(d document.Document) *printer {
	c := newCanvas()
	return &printer{doc: d, text: &typesetter{}, canvas: c, flow: &flow{canvas: c}, place: "the document",
		root: &finish.Element{Type: finish.Document}, sections: make([]linkTarget, len(d.Sections))}
}

// write prints the document. gofpdf panics on what it does not expect; text is
// cleaned so that this does not happen, and if it does, one report is lost and
// the program goes on.
func (p *printer) write(w io.Writer) (stats Stats, err error) {
	defer func() {
		if r := recover(); r != nil {
			stats, err = Stats{}, fmt.Errorf("printing %s: %v", p.place, r)
		}
	}()
	p.print()
	if err := p.canvas.pdf.Error(); err != nil {
		return Stats{}, fmt.Errorf("printing %s: %w", p.place, err)
	}
	p.place = "the file"
	var plain bytes.Buffer
	if err := p.canvas.pdf.Output(&plain); err != nil {
		return Stats{}, fmt.Errorf("making the PDF file: %w", err)
	}
	file, err := finish.File(plain.Bytes(), p.details())
	if err != nil {
		return Stats{}, fmt.Errorf("making the PDF file: %w", err)
	}
	if _, err := w.Write(file); err != nil {
		return Stats{}, fmt.Errorf("writing the PDF file: %w", err)
	}
	return Stats{
		Pages:     p.canvas.pdf.PageCount(),
		Replaced:  p.canvas.missing.total(),
		DeadLinks: p.deadLinks,
	}, nil
}

func (p *printer) print() {
	if p.form != nil {
		p.printForm()
		p.canvas.end()
		return
	}
	p.resolveLinks()
	p.place = "the cover"
	if p.doc.Cover.Brief {
		p.brief()
	} else {
		p.cover()
	}
	for i, s := range p.doc.Sections {
		if i == 0 && p.doc.Cover.Brief {
			continue // stands on the first page
		}
		p.place = fmt.Sprintf("section %d (%s)", i+1, s.Title)
		p.section(i+1, s)
		if i == 0 && p.hasContents() && len(p.toc.entries) == 0 {
			p.place = "the contents"
			p.flow.place(p.contentsPieces())
			p.flow.closed = true
		}
		if p.canvas.pdf.Err() {
			return
		}
	}
	p.place = "the contents"
	p.fillContents()
	p.place = "the footers"
	p.missingInMargins()
	p.missingInAll()
	p.missingOnPages()
	p.markings()
	p.footers()
	p.canvas.end()
}

// details says what the file has beside its pages. The dates are those of the
// document, so that the same document gives the same bytes.
func (p *printer) details() finish.Details {
	property := func(s string) string {
		return strings.ReplaceAll(clean(s), "\n", " ")
	}
	created := p.doc.Created
	if created.IsZero() {
		created = time.Unix(0, 0)
	}
	d := finish.Details{
		Title: property(p.doc.Title), Subject: property(p.doc.Subject),
		Author: property(p.doc.Author), Producer: property(p.doc.Author),
		Language: p.doc.Language, Created: created,
		Structure: p.root, Outline: p.outline, FontNames: fontNames,
	}
	if a := p.doc.Attachment; a != nil {
		d.Attachment = &finish.Attachment{Name: property(a.Name), Type: a.Type, Description: property(a.Description), Data: a.Data}
	}
	return d
}

// section prints one section, its heading together with what follows.
func (p *printer) section(number int, s document.Section) {
	lay := func() []piece {
		p.part = p.root.Child(finish.Sect)
		heading := p.sectionHeading
		if p.doc.Cover.Brief {
			heading = p.briefHeading
		}
		return append(heading(number, s), p.blocks(s.Blocks, textWidth)...)
	}
	if s.OnePage {
		p.flow.place(p.onePage(pageBottom-pageTop, true, lay))
		p.flow.closed = true
		return
	}
	const leastStart = 60.0 // of a section at the foot of a page
	pieces := lay()
	if len(pieces) > 0 {
		pieces[0].whole = stackHeight(pieces)
		pieces[0].least = pieces[0].gap + min(leastStart, pieces[0].whole)
	}
	p.flow.place(pieces)
}

// blocks lays out blocks one below the other.
func (p *printer) blocks(blocks []document.Block, width float64) []piece {
	var pieces []piece
	for i, b := range blocks {
		laid := p.block(b, width)
		if i > 0 && len(laid) > 0 {
			if h, ok := blocks[i-1].(document.Heading); ok && h.Text != "" {
				laid[0].gap = min(laid[0].gap, gapBelow)
			}
			if introduces(blocks[i-1], b) {
				pieces[len(pieces)-1].keep = true
			}
		}
		pieces = append(pieces, laid...)
	}
	return pieces
}

// introduces reports whether a block leads to the next one, so that the end of
// it stays with the beginning of that.
func introduces(b, next document.Block) bool {
	if _, text := b.(document.Paragraph); !text {
		return false
	}
	switch next.(type) {
	case document.Table, document.Figure, document.Facts:
		return true
	}
	return false
}

func (p *printer) block(b document.Block, width float64) []piece {
	switch b := b.(type) {
	case document.Heading:
		return p.heading(b, width)
	case document.Paragraph:
		return p.paragraph(b, width)
	case document.List:
		return p.list(b, width)
	case document.Facts:
		return p.facts(b, width)
	case document.Table:
		return p.table(b, width)
	case document.Figure:
		return p.figure(b, width)
	case document.Callout:
		return p.callout(b, width)
	case document.Columns:
		return p.columns(b, width)
	}
	return nil
}
