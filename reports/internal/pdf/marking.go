package pdf

import (
	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

var markingStyle = style{size: 8.5, bold: true, lead: 1.3, color: chart.Ink}

// markings draws the marking of the institution at the head of every page after
// the first, where it is a part of the text.
func (p *printer) markings() {
	const y = 11.0
	marking := p.text.fit(p.doc.Running.Notice, markingStyle, textWidth, document.AlignStart)
	if len(marking.lines) == 0 {
		return
	}
	for page := 2; page <= p.canvas.pdf.PageCount(); page++ {
		p.canvas.turnTo(page)
		p.canvas.inside(content{artifact: repetition}, func() { p.canvas.drawBlock(marking, margin, y) })
	}
}
