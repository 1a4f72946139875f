package pdf

import (
	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

var (
	kickerStyle   = style{size: 11, bold: true, lead: 1.4, color: chart.Accent}
	titleStyle    = style{size: 30, bold: true, lead: 1.18, color: chart.Accent}
	subtitleStyle = style{size: 15, lead: 1.35, color: chart.Ink}
)

// cover prints the first page: what the report is about at a third of the
// height, the facts below it and the notice at the foot. A cover with more
// text than one page holds runs on.
func (p *printer) cover() {
	c := p.doc.Cover
	if c.Brief {
		p.brief()
		return
	}
	p.part = p.root.Child(finish.Sect)
	p.canvas.addPage()
	p.canvas.area(0, 0, pageWidth, 9, chart.Accent)
	const logoWidth, logoHeight = 60.0, 24.0
	pieces := p.line(p.doc.Running.Notice, markingStyle, finish.P, 0, textWidth)
	if logo := p.logo(c.Logo, logoWidth, logoHeight); len(logo) > 0 {
		logo[0].gap = 5
		pieces = append(pieces, logo...)
	}
	kickerGap := 0.0
	if len(pieces) > 0 {
		kickerGap = 6
	}
	pieces = append(pieces, p.line(c.Kicker, kickerStyle, finish.P, kickerGap, textWidth)...)
	title := p.line(c.Title, p.fitting(c.Title, titleStyle, 24, 19, 15), finish.H1, 3, textWidth)
	p.titled = len(title) > 0
	pieces = append(pieces, title...)
	pieces = append(pieces, p.line(c.Subtitle, subtitleStyle, finish.P, 4, textWidth)...)
	pieces = append(pieces, piece{gap: 10, height: 8, draw: func(x, y float64) {
		p.canvas.rule(x, y, textWidth, chart.Accent, 0.5)
	}})
	pieces = append(pieces, p.facts(document.Facts{Items: c.Facts}, textWidth)...)
	notice := p.callout(document.Callout{Lines: []document.Text{document.Plain(c.Notice)}}, textWidth)
	// A long cover begins higher, so that the notice stays on the page.
	const usual, highest = 62.0, 20.0
	need := stackHeight(pieces)
	if len(notice) > 0 {
		need += notice[0].gap + notice[0].height
	}
	p.flow.y, p.flow.atTop = max(highest, min(usual, pageBottom-need)), false
	p.flow.place(pieces)
	foot := 0.0
	if len(notice) > 0 {
		foot = notice[0].gap + notice[0].height
	}
	p.reserveContents(foot)
	p.notice(notice)
}

// fitting returns a smaller size of a style for a long title, so that the facts
// and the notice stay on the page.
func (p *printer) fitting(title string, st style, smaller ...float64) style {
	const mostLines = 3
	for _, size := range smaller {
		if len(p.text.balanced(title, st, textWidth).lines) <= mostLines {
			break
		}
		st.size = size
	}
	return st
}

// notice prints the state of the report at the foot of the cover.
func (p *printer) notice(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	if foot := pageBottom - pieces[0].height - pieces[0].gap; foot > p.flow.y {
		p.flow.y = foot
	}
	p.flow.place(pieces)
}
