package pdf

import (
	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

var markingStyle = style{size: 8.5, bold: true, lead: 1.3, color: chart.Ink}

// Where the marking of the institution stands, in the middle of the line: at the
// head of the cover below its band, at the head of the other pages, and at the
// foot of all of them.
const (
	coverMarkingTop = 11.5
	briefMarkingTop = 5.6
	markingTop      = 10.5
	markingFoot     = footerTop + 4.6
)

func (p *printer) marking() block {
	return p.text.fit(p.doc.Running.Notice, markingStyle, textWidth, document.AlignCenter)
}

// firstMarking draws the marking at the head of the first page, where it is a
// part of the text.
func (p *printer) firstMarking(top float64) {
	if m := p.marking(); len(m.lines) > 0 {
		m.part = p.root.Child(finish.P)
		p.canvas.drawBlock(m, margin, top)
	}
}

// markings draws the marking on every page, but for the place that has it. It is
// there because of the pages.
func (p *printer) markings() {
	m := p.marking()
	if len(m.lines) == 0 {
		return
	}
	for page := 1; page <= p.canvas.pdf.PageCount(); page++ {
		p.canvas.turnTo(page)
		if page > 1 {
			p.canvas.inside(content{artifact: repetition}, func() { p.canvas.drawBlock(m, margin, markingTop) })
		}
		p.canvas.inside(content{artifact: footer}, func() { p.canvas.drawBlock(m, margin, markingFoot) })
	}
}
