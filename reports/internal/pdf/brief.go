package pdf

import (
	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

var (
	briefKickerStyle   = style{size: 9, bold: true, lead: 1.3, color: chart.Accent}
	briefTitleStyle    = style{size: 19, bold: true, lead: 1.18, color: chart.Accent}
	briefSubtitleStyle = style{size: 11, lead: 1.35, color: chart.Ink}
)

// brief prints a report that has no cover: what it is about, its facts in one
// paragraph, and below them the first section, on one page where that can be.
func (p *printer) brief() {
	p.canvas.addPage()
	p.canvas.area(0, 0, pageWidth, 4, chart.Accent)
	p.firstMarking(briefMarkingTop)
	const top = 11.0
	p.flow.y, p.flow.atTop = top, true
	var first document.Section
	if len(p.doc.Sections) > 0 {
		first = p.doc.Sections[0]
	}
	p.flow.place(p.onePage(pageBottom-top, first.OnePage, func() []piece {
		pieces := p.briefHead(top)
		p.part = p.root.Child(finish.Sect)
		return append(pieces, p.blocks(first.Blocks, textWidth)...)
	}))
	p.flow.closed = true
}

// briefHeading is the title of a section after the first of a brief report.
func (p *printer) briefHeading(_ int, s document.Section) []piece {
	pieces := p.heading(document.Heading{Level: 2, ID: s.ID, Text: s.Title}, textWidth)
	for i := range pieces {
		pieces[i].fresh = s.NewPage
	}
	return pieces
}

// briefHead lays out what a brief report is about.
func (p *printer) briefHead(top float64) []piece {
	c := p.doc.Cover
	p.part = p.root.Child(finish.Sect)
	const logoWidth, logoHeight, between = 40.0, 17.0, 6.0
	width := textWidth
	var pieces []piece
	if logo := p.logo(c.Logo, logoWidth, logoHeight); len(logo) > 0 {
		// The sign stands at the end of the line, beside the title.
		width -= logoWidth + between
		logo[0].height = 0
		draw, x := logo[0].draw, pageWidth-margin-logoSize(c.Logo, logoWidth, logoHeight).width
		logo[0].draw = func(float64, float64) { draw(x, top) }
		pieces = logo
	}
	pieces = append(pieces, p.line(c.Kicker, briefKickerStyle, finish.P, 1, width)...)
	title := p.line(c.Title, p.fitting(c.Title, briefTitleStyle, width, 15, 12), finish.H1, 0.5, width)
	p.titled = len(title) > 0
	pieces = append(pieces, title...)
	pieces = append(pieces, p.line(c.Subtitle, p.density.closer(briefSubtitleStyle), finish.P, 0.8, width)...)
	var facts document.Text
	for i, f := range c.Facts {
		label := f.Label + ": "
		if i > 0 {
			label = "  " + label
		}
		facts = append(append(facts, document.Span{Text: label, Strong: true}), f.Value...)
	}
	small := p.paragraph(document.Paragraph{Role: document.Small, Text: facts}, textWidth)
	if len(small) > 0 {
		small[0].gap = 1.5
	}
	return append(pieces, small...)
}

// line lays out a line of a cover; without text there is none.
func (p *printer) line(s string, st style, t finish.Type, gap, width float64) []piece {
	text := p.text.balanced(s, st, width)
	text.part = p.part.Child(t)
	lines := p.linePieces(text, 0)
	if len(lines) > 0 {
		lines[0].gap = gap
	}
	return lines
}
