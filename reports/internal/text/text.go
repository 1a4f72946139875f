// Package text prints a document for a terminal or a pipe.
//
// The marks that it draws are ASCII, so that every terminal shows them with the
// same width. No line is wider than asked. Without Color there is no escape
// code in the output, and with it only those for bold and faint. All text of
// the document is cleaned of control characters and escape sequences on its
// way.
//
// A printer computes nothing: every number arrives as the string that a reader
// sees.
package text

import (
	"io"

	"dgca/reports/document"
)

// The widths that a document can be laid out for.
const (
	minWidth     = 40
	maxWidth     = 200
	defaultWidth = 80
)

// Options says for what a document is printed.
type Options struct {
	Width int  // columns, 40 to 200; 0 is 80
	Color bool // bold and faint text, by escape codes
}

// Write prints a document. The cover comes first, then the sections, with the
// parts of Columns one after the other.
func Write(w io.Writer, d document.Document, o Options) error {
	p := printer{width: defaultWidth, color: o.Color}
	if o.Width != 0 {
		p.width = min(max(o.Width, minWidth), maxWidth)
	}
	p.cover(d.Cover)
	for _, s := range d.Sections {
		if s.Title != "" {
			p.heading(s.Title, '-')
		}
		p.blocks(s.Blocks)
	}
	_, err := w.Write(p.out)
	return err
}

// printer collects the lines of a document.
type printer struct {
	width int
	color bool
	out   []byte
}

// part writes lines with an empty line before them, unless they are the first.
func (p *printer) part(lines []line) {
	if len(lines) == 0 {
		return
	}
	if len(p.out) > 0 {
		p.out = append(p.out, '\n')
	}
	p.lines(lines)
}

func (p *printer) lines(lines []line) {
	for _, l := range lines {
		p.out = l.appendTo(p.out, p.color)
		p.out = append(p.out, '\n')
	}
}

func (p *printer) heading(title string, mark byte) {
	lines := wrap(document.Strong(title), plain, p.width)
	under := 0
	for _, l := range lines {
		under = max(under, l.width())
	}
	p.part(append(lines, repeated(mark, under)))
}

func (p *printer) cover(c document.Cover) {
	if c.Kicker != "" {
		p.part(wrap(document.Plain(c.Kicker), faint, p.width))
	}
	if c.Title != "" {
		p.heading(c.Title, '=')
	}
	if c.Subtitle != "" {
		p.lines(wrap(document.Plain(c.Subtitle), plain, p.width))
	}
	p.part(facts(c.Facts, p.width))
	if c.Notice != "" {
		p.part(wrap(document.Plain(c.Notice), plain, p.width))
	}
}

func (p *printer) blocks(blocks []document.Block) {
	for _, b := range blocks {
		p.block(b)
	}
}

func (p *printer) block(b document.Block) {
	switch b := b.(type) {
	case document.Heading:
		p.part(wrap(document.Strong(b.Text), plain, p.width))
	case document.Paragraph:
		p.part(paragraph(b, p.width))
	case document.List:
		p.part(list(b, p.width))
	case document.Facts:
		p.part(facts(b.Items, p.width))
	case document.Callout:
		p.part(callout(b, p.width))
	case document.Table:
		p.part(table(b, p.width))
	case document.Figure:
		p.part(figure(b, p.width))
	case document.Columns:
		p.blocks(b.Start)
		p.blocks(b.End)
	}
}
