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

// briefLead sets the lists of a brief report closer, so that it stays one page.
const briefLead = 1.25

// brief prints the head of a report that has no cover: what it is about, and
// its facts in one paragraph. The first section follows on the same page.
func (p *printer) brief() {
	c := p.doc.Cover
	p.part = p.root.Child(finish.Sect)
	p.canvas.addPage()
	p.canvas.area(0, 0, pageWidth, 4, chart.Accent)
	const top, logoWidth, logoHeight, between = 11.0, 40.0, 17.0, 6.0
	width := textWidth
	logo := p.logo(c.Logo, logoWidth, logoHeight)
	if len(logo) > 0 {
		// The sign stands at the end of the line, beside the title.
		width -= logoWidth + between
		logo[0].draw(pageWidth-margin-logoSize(c.Logo, logoWidth, logoHeight).width, top)
	}
	pieces := p.line(p.doc.Running.Notice, markingStyle, finish.P, 0, width)
	pieces = append(pieces, p.line(c.Kicker, briefKickerStyle, finish.P, 1, width)...)
	title := p.line(c.Title, p.fitting(c.Title, briefTitleStyle, 15, 12), finish.H1, 0.5, width)
	p.titled = len(title) > 0
	pieces = append(pieces, title...)
	pieces = append(pieces, p.line(c.Subtitle, briefSubtitleStyle, finish.P, 0.8, width)...)
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
	p.flow.y, p.flow.atTop = top, false
	p.flow.place(append(pieces, small...))
}

// briefHeading is the title of a section after the first of a brief report.
func (p *printer) briefHeading(s document.Section) []piece {
	pieces := p.heading(document.Heading{Level: 2, ID: s.ID, Text: s.Title}, textWidth)
	for i := range pieces {
		pieces[i].fresh = s.NewPage
	}
	return pieces
}

// tighten takes from the white space between pieces what they need to stay on
// the page, which has the given room, as far as that leaves them apart.
func (p *printer) tighten(pieces []piece, room float64) {
	const least = 0.35
	gaps := 0.0
	for _, it := range pieces {
		gaps += it.gap
	}
	over := stackHeight(pieces) - room
	if over <= 0 || gaps == 0 {
		return
	}
	share := max(1-over/gaps, least)
	for i := range pieces {
		pieces[i].gap *= share
	}
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
