package pdf

import (
	"strconv"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// fewestSections is how many sections a document needs for a list of contents.
const fewestSections = 4

// contents is the list of sections at the foot of the cover. Its place is kept
// free while the cover is printed; its page numbers are known at the end.
type contents struct {
	y    float64
	part *finish.Element
}

const (
	contentsColumns = 2
	contentsBetween = 8.0 // between the columns
	contentsRow     = 4.7
	contentsTitle   = 7.0
)

// reserveContents keeps room for the contents on the cover, above what stands at
// its foot. Where there is none, the outline of the file has to do.
func (p *printer) reserveContents(foot float64) {
	n := len(p.doc.Sections)
	if n < fewestSections || p.doc.Guide.Contents == "" || p.canvas.pdf.PageNo() != coverPage {
		return
	}
	const above, below = 7.0, 6.0
	rows := (n + contentsColumns - 1) / contentsColumns
	y := pageBottom - foot - below - contentsTitle - float64(rows)*contentsRow
	if y < p.flow.y+above {
		return
	}
	p.toc = &contents{y: y, part: p.part.Child(finish.Div)}
}

// printContents fills in the contents, when the pages of the sections are known.
func (p *printer) printContents() {
	if p.toc == nil {
		return
	}
	p.canvas.turnTo(coverPage)
	title := p.text.layout(document.Plain(p.doc.Guide.Contents), minorStyle, textWidth, document.AlignStart)
	title.part = p.toc.part.Child(finish.P)
	p.canvas.drawBlock(title, margin, p.toc.y)
	list := p.toc.part.Child(finish.TOC)
	const width, number, page = (textWidth - contentsBetween*(contentsColumns-1)) / contentsColumns, 7.0, 10.0
	rows := (len(p.doc.Sections) + contentsColumns - 1) / contentsColumns
	muted := cellStyle
	muted.color = chart.Muted
	for i, s := range p.doc.Sections {
		x := margin + float64(i/rows)*(width+contentsBetween)
		y := p.toc.y + contentsTitle + float64(i%rows)*contentsRow
		item := list.Child(finish.TOCI)
		mark := p.text.fit(strconv.Itoa(i+1), muted, number, document.AlignStart)
		mark.part = item.Child(finish.Lbl)
		body := item.Child(finish.P)
		name := p.text.layout(document.Linked(s.Title, s.ID), cellStyle, width-number-page, document.AlignStart)
		name.lines = name.lines[:min(len(name.lines), 1)]
		at := p.text.fit(strconv.Itoa(p.sectionPages[i]), muted, page, document.AlignEnd)
		name.part, at.part = body, body
		for i := range name.lines {
			name.lines[i].spaced = true // the page number follows
		}
		p.canvas.drawBlock(mark, x, y)
		p.canvas.drawBlock(name, x+number, y)
		p.canvas.drawBlock(at, x+width-page, y)
	}
}
