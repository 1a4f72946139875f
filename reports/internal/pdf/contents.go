package pdf

import (
	"strconv"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

var (
	contentsStyle = style{size: 9, lead: 1.35, color: chart.Ink}
	backStyle     = style{size: 8, lead: 1.3, color: chart.Muted}
)

const (
	contentsGap    = 7.0  // above the list on the cover
	contentsColumn = 10.0 // between its two columns
	contentsNumber = 7.5  // width of the number of a section
	contentsPage   = 9.0  // width of the number of a page
	contentsPad    = 0.55 // above and below the text of an entry
)

// fewestSections is how many sections a document needs for a list of contents.
const fewestSections = 4

// contents is the list of the sections. It is laid out before it is known on
// which pages they begin, and gets these numbers last.
type contents struct {
	part    *finish.Element
	entries []*contentsEntry
}

// contentsEntry is the line of one section, and where it stands.
type contentsEntry struct {
	number, title block
	width         float64
	link          *finish.Element
	page          int
	x, y          float64
}

func (e *contentsEntry) height() float64 {
	return max(e.number.height(), e.title.height()) + 2*contentsPad
}

// hasContents reports whether the document has enough sections to list them.
func (p *printer) hasContents() bool {
	return len(p.doc.Sections) >= fewestSections && p.doc.Guide.Contents != "" && !p.doc.Cover.Brief
}

// layOutContents lays the list out for a width.
func (p *printer) layOutContents(width float64) {
	p.toc = contents{part: p.part.Child(finish.TOC)}
	for i, s := range p.doc.Sections {
		e := &contentsEntry{width: width, link: p.toc.part.Child(finish.TOCI).Child(finish.Reference).Child(finish.LinkPart)}
		e.number = p.text.layout(document.Plain(strconv.Itoa(i+1)), contentsStyle, contentsNumber, document.AlignStart)
		e.title = p.text.layout(document.Plain(s.Title), contentsStyle, width-contentsNumber-contentsPage, document.AlignStart)
		for _, b := range []*block{&e.number, &e.title} {
			b.part = e.link
			for j := range b.lines {
				b.lines[j].spaced = true // more of the entry follows
			}
		}
		p.toc.entries = append(p.toc.entries, e)
	}
}

// contentsTitle lays out what stands above the list.
func (p *printer) contentsTitle(st style) block {
	title := p.text.layout(document.Plain(p.doc.Guide.Contents), st, textWidth, document.AlignStart)
	title.part = p.toc.part.Child(finish.Caption)
	return title
}

// coverContents lays out the list in two columns, for the cover.
func (p *printer) coverContents() piece {
	const width = (textWidth - contentsColumn) / 2
	p.layOutContents(width)
	title := p.contentsTitle(minorStyle)
	all := p.toc.entries
	half := (len(all) + 1) / 2
	above := title.height() + 1.5
	height := above + max(entriesHeight(all[:half]), entriesHeight(all[half:]))
	return piece{gap: contentsGap, height: height, draw: func(x, y float64) {
		p.canvas.drawBlock(title, x, y)
		for i, e := range all {
			if i == 0 || i == half {
				e.y = y + above
			} else {
				e.y = all[i-1].y + all[i-1].height()
			}
			e.x = x
			if i >= half {
				e.x += width + contentsColumn
			}
			p.placeEntry(e)
		}
	}}
}

func entriesHeight(entries []*contentsEntry) float64 {
	h := 0.0
	for _, e := range entries {
		h += e.height()
	}
	return h
}

// contentsPieces lays out the list for a page of its own.
func (p *printer) contentsPieces() []piece {
	p.part = p.root.Child(finish.Sect)
	p.layOutContents(textWidth)
	title := p.contentsTitle(headingStyle)
	pieces := []piece{{fresh: true, height: title.height() + gapBelow, keep: true, draw: func(x, y float64) { p.canvas.drawBlock(title, x, y) }}}
	for _, e := range p.toc.entries {
		pieces = append(pieces, piece{height: e.height(), draw: func(x, y float64) {
			e.x, e.y = x, y
			p.placeEntry(e)
		}})
	}
	return pieces
}

// placeEntry notes the page of an entry and gives it its place in the order of
// reading.
func (p *printer) placeEntry(e *contentsEntry) {
	e.page = p.canvas.pdf.PageNo()
	e.link.Show()
}

// fillContents draws the entries with the numbers of the pages.
func (p *printer) fillContents() {
	for i, e := range p.toc.entries {
		p.canvas.turnTo(e.page)
		to := &p.sections[i]
		page := p.text.layout(document.Plain(strconv.Itoa(to.place.Page)), contentsStyle, contentsPage, document.AlignEnd)
		page.part = e.link
		top := e.y + contentsPad
		p.canvas.drawBlock(e.number, e.x, top)
		p.canvas.drawBlock(e.title, e.x+contentsNumber, top)
		p.canvas.drawBlock(page, e.x+e.width-contentsPage, top)
		p.canvas.rule(e.x, e.y+e.height(), e.width, chart.Grid, 0.18)
		e.link.AddLink(p.canvas.link(e.x, e.y, e.width, e.height(), to.title, to))
	}
}

// back lays out the link from the heading of a section to the first section.
func (p *printer) back(number int) block {
	if number == 1 || !p.hasContents() {
		return block{}
	}
	return p.text.layout(document.Plain(p.doc.Guide.Back), backStyle, textWidth/2, document.AlignStart)
}

// drawBack draws the link, with its end at x.
func (p *printer) drawBack(b block, part *finish.Element, x, top float64) {
	if len(b.lines) == 0 {
		return
	}
	b.part = part.Child(finish.LinkPart)
	width := b.lines[0].width
	p.canvas.drawBlock(b, x-width, top)
	p.canvas.rule(x-width, top+b.style.baseline()+0.75, width, linkColor(b.style), 0.2)
	b.part.AddLink(p.canvas.link(x-width, top, width, b.height(), p.sections[0].title, &p.sections[0]))
}
