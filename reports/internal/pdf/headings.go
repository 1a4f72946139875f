package pdf

import (
	"strconv"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

// numberWidth is the column of the section number.
const numberWidth = 11.0

// sectionHeading lays out the title of a section with its number.
func (p *printer) sectionHeading(number int, s document.Section) []piece {
	digits := strconv.Itoa(number)
	indent := max(numberWidth, p.text.measure(digits, sectionStyle)+3)
	num := p.text.layout(document.Plain(digits), sectionStyle, indent, document.AlignStart)
	title := p.text.balanced(s.Title, sectionStyle, textWidth-indent)
	const below = 3.2
	h := max(num.height(), title.height()) + below
	return []piece{{
		gap: gapSection, height: h, keep: true, fresh: s.NewPage || number == 1,
		draw: func(x, y float64) {
			p.canvas.tag(kindHeading, "", func() {
				p.bookmark(digits+"  "+s.Title, 0, y)
				p.canvas.anchor(s.ID, y)
				p.canvas.drawBlock(num, x, y)
				p.canvas.drawBlock(title, x+indent, y)
			})
			p.canvas.tag(kindArtifact, "", func() {
				p.canvas.rule(x, y+h-1, textWidth, chart.Accent, 0.35)
			})
		},
	}}
}

// heading lays out a heading inside a section.
func (p *printer) heading(h document.Heading, width float64) []piece {
	st, gap, level := headingStyle, gapHeading, 1
	if h.Level > 2 {
		st, gap, level = minorStyle, gapMinor, 2
	}
	text := p.text.balanced(h.Text, st, width)
	if len(text.lines) == 0 {
		return nil
	}
	return []piece{{
		gap: gap, height: text.height(), keep: true,
		draw: func(x, y float64) {
			p.canvas.tag(kindHeading, "", func() {
				p.bookmark(h.Text, level, y)
				if h.ID != "" {
					p.canvas.anchor(h.ID, y)
				}
				p.canvas.drawBlock(text, x, y)
			})
		},
	}}
}

// bookmark adds a line to the outline of the file. A level is at most one
// below that of the line before it, because gofpdf breaks on gaps.
func (p *printer) bookmark(title string, level int, y float64) {
	level = min(level, p.outline)
	p.outline = level + 1
	p.canvas.setFont(false, bodyStyle.size) // gofpdf encodes the title for the font
	cleaned, _ := clean(title)
	p.canvas.pdf.Bookmark(cleaned, level, y)
}
