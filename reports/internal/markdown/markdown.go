// Package markdown prints a document for text tools, in GitHub Flavored
// Markdown: tables with pipes, figures as their alternative text, no HTML
// except the line break inside a table cell.
package markdown

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dgca/reports/document"
)

// Write prints a document.
func Write(w io.Writer, d document.Document) error {
	p := &printer{}
	p.cover(d)
	for i, s := range d.Sections {
		switch {
		case !d.Cover.Brief:
			p.block("## " + strconv.Itoa(i+1) + "\\. " + inline(s.Title))
			p.ranks.Depth(document.SectionLevel)
		case i > 0:
			p.block("## " + inline(s.Title))
			p.ranks.Depth(document.SectionLevel)
		}
		p.blocks(s.Blocks)
	}
	p.block("---")
	p.closing(d)
	if _, err := w.Write(p.out.Bytes()); err != nil {
		return fmt.Errorf("writing the Markdown file: %w", err)
	}
	return nil
}

// printer writes one document.
type printer struct {
	out   bytes.Buffer
	ranks document.Ranks // of the headings
}

// block writes a paragraph, heading or other block with a blank line before it.
func (p *printer) block(lines ...string) {
	if p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	for _, l := range lines {
		p.out.WriteString(l)
		p.out.WriteByte('\n')
	}
}

func (p *printer) cover(d document.Document) {
	c := d.Cover
	p.marking(d)
	if c.Kicker != "" {
		p.block(inline(c.Kicker))
	}
	title := c.Title
	if title == "" {
		title = d.Title
	}
	p.block("# " + inline(title))
	if c.Subtitle != "" {
		p.block("**" + inline(c.Subtitle) + "**")
	}
	p.facts(document.Facts{Items: c.Facts})
	if c.Notice != "" {
		p.block("> " + inline(c.Notice))
	}
}

func (p *printer) marking(d document.Document) {
	if s := d.Running.Notice; s != "" {
		p.block("**" + inline(s) + "**")
	}
}

// closing says what the file is. The program knows its own reports by it.
func (p *printer) closing(d document.Document) {
	p.marking(d)
	for _, s := range []string{d.Running.Start, d.Running.End, d.Subject, d.Author} {
		if s != "" {
			p.block(inline(s))
		}
	}
}

func (p *printer) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			const belowTitle = 2
			p.block(strings.Repeat("#", belowTitle+p.ranks.Depth(b.Level)) + " " + inline(b.Text))
		case document.Paragraph:
			p.paragraph(b)
		case document.List:
			p.list(b)
		case document.Facts:
			p.facts(b)
		case document.Table:
			p.table(b)
		case document.Figure:
			p.figure(b)
		case document.Callout:
			p.callout(b)
		case document.Columns:
			p.blocks(b.Start)
			p.blocks(b.End)
		}
	}
}

func (p *printer) paragraph(b document.Paragraph) {
	s := text(b.Text, inline)
	switch {
	case s == "":
	case b.Role == document.Lead, b.Role == document.Strongly:
		p.block("**" + inline(b.Text.String()) + "**")
	case b.Role == document.Quote:
		p.block("> " + s)
	default:
		p.block(s)
	}
}

func (p *printer) list(l document.List) {
	lines := make([]string, len(l.Items))
	for i, item := range l.Items {
		sign := "- "
		if l.Ordered {
			sign = strconv.Itoa(i+1) + ". "
		}
		lines[i] = sign + text(item, inline)
	}
	p.block(lines...)
}

func (p *printer) facts(f document.Facts) {
	if len(f.Items) == 0 {
		return
	}
	lines := make([]string, len(f.Items))
	for i, item := range f.Items {
		lines[i] = "- **" + inline(item.Label) + ":** " + text(item.Value, inline)
	}
	p.block(lines...)
}

func (p *printer) callout(b document.Callout) {
	var lines []string
	if b.Title != "" {
		lines = append(lines, "> **"+inline(b.Title)+"**")
	}
	for _, l := range b.Lines {
		if len(lines) > 0 {
			lines = append(lines, ">")
		}
		lines = append(lines, "> "+text(l, inline))
	}
	p.block(lines...)
}

// figure writes what a chart shows, in words.
func (p *printer) figure(f document.Figure) {
	if f.Caption != "" {
		p.block("**" + inline(f.Caption) + "**")
	}
	if f.Alt != "" {
		p.block("> " + inline(f.Alt))
	}
}
