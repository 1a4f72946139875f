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

// brief prints the head of a report that has no cover: what it is about, and
// its facts in one paragraph. The first section follows on the same page.
func (p *printer) brief() {
	c := p.doc.Cover
	p.part = p.root.Child(finish.Sect)
	p.canvas.addPage()
	p.canvas.area(0, 0, pageWidth, 4, chart.Accent)
	const top, logoWidth, logoHeight = 11.0, 36.0, 13.0
	pieces := p.line(p.doc.Running.Notice, markingStyle, finish.P, 0)
	pieces = append(pieces, p.logo(c.Logo, logoWidth, logoHeight)...)
	pieces = append(pieces, p.line(c.Kicker, briefKickerStyle, finish.P, 2)...)
	if title := p.line(c.Title, p.fitting(c.Title, briefTitleStyle, 15, 12), finish.H1, 0.5); len(title) > 0 {
		p.titled, p.deepest = true, 1
		pieces = append(pieces, title...)
	}
	pieces = append(pieces, p.line(c.Subtitle, briefSubtitleStyle, finish.P, 0.8)...)
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

// line lays out a line of a cover; without text there is none.
func (p *printer) line(s string, st style, t finish.Type, gap float64) []piece {
	text := p.text.balanced(s, st, textWidth)
	text.part = p.part.Child(t)
	lines := p.linePieces(text, 0)
	if len(lines) > 0 {
		lines[0].gap = gap
	}
	return lines
}
