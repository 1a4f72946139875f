package pdf

import (
	"slices"
	"strings"

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
	p.part = p.root.Child(finish.Sect)
	p.canvas.addPage()
	p.canvas.area(0, 0, pageWidth, 9, chart.Accent)
	const logoWidth, logoHeight = 60.0, 24.0
	p.firstMarking(coverMarkingTop)
	pieces := p.logo(c.Logo, logoWidth, logoHeight)
	kickerGap := 0.0
	if len(pieces) > 0 {
		kickerGap = 6
	}
	pieces = append(pieces, p.line(c.Kicker, kickerStyle, finish.P, kickerGap, textWidth)...)
	title := p.line(c.Title, p.fitting(c.Title, titleStyle, textWidth, 24, 19, 15), finish.H1, 3, textWidth)
	p.titled = len(title) > 0
	pieces = append(pieces, title...)
	pieces = append(pieces, p.line(c.Subtitle, subtitleStyle, finish.P, 4, textWidth)...)
	pieces = append(pieces, piece{gap: 10, height: 8, draw: func(x, y float64) {
		p.canvas.rule(x, y, textWidth, chart.Accent, 0.5)
	}})
	pieces = append(pieces, p.facts(document.Facts{Items: c.Facts}, textWidth)...)
	notice := p.callout(document.Callout{Lines: []document.Text{document.Plain(c.Notice)}}, textWidth)
	// A long cover begins higher, so that the contents and the notice stay on
	// the page; the contents go elsewhere where even this is not enough.
	const usual, highest = 62.0, 20.0
	foot := notice
	if p.hasContents() {
		foot = append([]piece{p.coverContents()}, notice...)
		if pieces[0].gap+stackHeight(append(pieces, foot...)) > pageBottom-highest {
			foot, p.toc = notice, contents{}
		}
	}
	need := pieces[0].gap + stackHeight(append(pieces, foot...))
	p.flow.y, p.flow.atTop = max(highest, min(usual, pageBottom-need)), false
	p.flow.place(pieces)
	p.foot(foot)
	p.flow.closed = true
}

// fitting returns a smaller size of a style for a long title, so that the facts
// and the notice stay on the page.
func (p *printer) fitting(title string, st style, width float64, smaller ...float64) style {
	const mostLines = 3
	if strings.ContainsFunc(title, lacks) {
		st.size = slices.Min(smaller) // a large sign in place of a name says no more than a small one
		return st
	}
	for _, size := range smaller {
		if len(p.text.balanced(title, st, width).lines) <= mostLines {
			break
		}
		st.size = size
	}
	return st
}

// foot prints the contents and the state of the report at the foot of the cover.
func (p *printer) foot(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	if top := pageBottom - stackHeight(pieces) - pieces[0].gap; top > p.flow.y {
		p.flow.y = top
	}
	p.flow.place(pieces)
}
