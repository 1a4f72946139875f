package pdf

import (
	"strconv"
	"strings"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

const (
	coverPage = 1
	footerTop = pageBottom + 5.5
)

// firstFooter is the first page with a running footer.
func (p *printer) firstFooter() int {
	if p.doc.Cover.Brief {
		return coverPage // it is no cover
	}
	return coverPage + 1
}

// footers draws the running footer on every page after the cover, when the
// number of pages is known.
func (p *printer) footers() {
	p.text = &typesetter{} // the footer is never in large type
	pages := p.canvas.pdf.PageCount()
	wording := p.doc.Running.Page
	if wording == "" {
		wording = "{page} / {pages}"
	}
	const middle, between = 34.0, 4.0
	side := (textWidth-middle)/2 - between
	start := p.text.fit(p.doc.Running.Start, footerStyle, side, document.AlignStart)
	end := p.text.fit(p.doc.Running.End, footerStyle, side, document.AlignEnd)
	const y = footerTop
	for page := p.firstFooter(); page <= pages; page++ {
		p.canvas.turnTo(page)
		number := strings.NewReplacer("{page}", strconv.Itoa(page), "{pages}", strconv.Itoa(pages)).Replace(wording)
		centre := p.text.fit(number, footerStyle, middle, document.AlignCenter)
		p.canvas.inside(content{artifact: footer}, func() {
			p.canvas.rule(margin, y-1.6, textWidth, chart.Grid, 0.2)
			p.canvas.drawBlock(start, margin, y)
			p.canvas.drawBlock(centre, margin+(textWidth-middle)/2, y)
			p.canvas.drawBlock(end, pageWidth-margin-side, y)
		})
	}
}
