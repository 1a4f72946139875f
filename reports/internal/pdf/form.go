package pdf

import (
	"io"
	"strconv"
	"strings"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// WriteForm prints a form.
func WriteForm(w io.Writer, f document.Form) (Stats, error) {
	p := newFormPrinter(f)
	return p.write(w)
}

// FormPages returns the IDs of the questions on each page of a form, as
// WriteForm prints them. The first page has none.
func FormPages(f document.Form) ([][]string, error) {
	p := newFormPrinter(f)
	if _, err := p.write(io.Discard); err != nil {
		return nil, err
	}
	return p.form.pages, nil
}

// formPrinter is what printing a form needs besides.
type formPrinter struct {
	document.Form
	pages [][]string
}

func newFormPrinter(f document.Form) *printer {
	p := newPrinter(document.Document{Title: f.Title, Subject: f.Subject, Author: f.Author, Language: f.Language, Created: f.Created})
	p.form = &formPrinter{Form: f}
	return p
}

// lineHeight is the height of a line to write on.
const lineHeight = 7.2

var (
	formTitleStyle = style{size: 20, bold: true, lead: 1.18, color: chart.Accent}
	codeStyle      = style{size: 12, bold: true, lead: 1.2, color: chart.Ink}
)

// printForm prints the first page with the guide, and the parts after it.
func (p *printer) printForm() {
	f := p.form
	p.place = "the first page"
	p.canvas.addPage()
	p.flow.y, p.flow.atTop = pageTop, true
	p.part = p.root.Child(finish.Sect)
	p.flow.place(p.onePage(pageBottom-pageTop, true, p.formHead))
	for i, part := range f.Parts {
		if i == 0 && !part.Here {
			p.flow.newPage() // the guide can be laid beside every page
		}
		p.place = "part " + strconv.Itoa(i+1) + " (" + part.Title + ")"
		p.flow.place(p.formPart(i+1, part))
	}
	p.part = nil
	p.place = "the page codes"
	p.formMargins()
}

// formHead lays out what stands before the first part.
func (p *printer) formHead() []piece {
	kicker := p.text.fit(p.form.Kicker, kickerStyle, textWidth, document.AlignStart)
	kicker.part = p.part.Child(finish.P)
	pieces := []piece{{height: kickerStyle.height(), draw: func(x, y float64) { p.canvas.drawBlock(kicker, x, y) }}}
	title := p.line(p.form.Title, p.fitting(p.form.Title, formTitleStyle, textWidth, 17, 14), finish.H1, 2, textWidth)
	p.titled = len(title) > 0
	pieces = append(pieces, title...)
	pieces = append(pieces, p.line(p.form.Subtitle, bodyStyle, finish.P, 2, textWidth)...)
	for i, blank := range p.form.Blanks {
		line := p.writingLine(blank.Label, blank.Value, textWidth)
		line.gap = 1.4
		if i == 0 {
			line.gap = 5
		}
		pieces = append(pieces, line)
	}
	return append(pieces, p.blocks(p.form.Guide, textWidth)...)
}

// formPart lays out a part. One that fits on a page is not divided.
func (p *printer) formPart(number int, part document.FormPart) []piece {
	p.part = p.root.Child(finish.Sect)
	var pieces []piece
	if !part.Here {
		pieces = p.sectionHeading(number, document.Section{ID: part.ID, Title: part.Title})
	}
	if part.Opening != "" {
		opening := p.paragraph(document.Paragraph{Role: document.Small, Text: document.Plain(part.Opening)}, textWidth)
		for i := range opening {
			opening[i].keep = true
		}
		pieces = append(pieces, opening...)
	}
	for i, q := range part.Questions {
		pieces = append(pieces, p.question(q, i == 0)...)
	}
	if part.Here && len(pieces) > 0 {
		pieces[0].gap = gapFigure
	}
	if height := stackHeight(pieces); !part.Here && height <= pageBottom-pageTop {
		pieces[0].least = pieces[0].gap + height
	}
	return pieces
}

// writingLine lays out a label and a line to write on. What stands on it already
// takes one line, so that every copy of a form has the same pages.
func (p *printer) writingLine(label, value string, width float64) piece {
	text := p.text.layout(document.Plain(label), choiceStyle, width/2, document.AlignStart)
	from := 0.0
	for _, l := range text.lines {
		from = max(from, l.width+2)
	}
	h := max(lineHeight, text.height()+1)
	filled := p.text.fit(value, bodyStyle.strong(), width-from, document.AlignStart)
	if p.part != nil && len(text.lines)+len(filled.lines) > 0 {
		text.part = p.part.Child(finish.P)
		filled.part = text.part
	}
	return piece{height: h, draw: func(x, y float64) {
		p.canvas.drawBlock(text, x, y+h-text.height()-0.6)
		p.canvas.drawBlock(filled, x+from, y+h-filled.height()-0.6)
		p.canvas.rule(x+from, y+h-0.6, width-from, chart.Muted, 0.2)
	}}
}

// formMargins draws what stands on every page: the line for the alias, and the
// code by which a page is known.
func (p *printer) formMargins() {
	const (
		top, foot       = 9.0, pageBottom + 4.5
		middle, between = 34.0, 4.0
		blank           = 70.0
		side            = (textWidth-middle)/2 - between
	)
	pages := p.canvas.pdf.PageCount()
	start := p.text.fit(p.form.Running.Start, footerStyle, side, document.AlignStart)
	for page := 1; page <= pages; page++ {
		p.canvas.turnTo(page)
		number := strings.NewReplacer("{page}", strconv.Itoa(page), "{pages}", strconv.Itoa(pages)).Replace(p.form.Running.Page)
		centre := p.text.fit(number, footerStyle, middle, document.AlignCenter)
		code := ""
		if page <= len(p.form.Codes) {
			code = p.form.Codes[page-1]
		}
		coded := p.text.layout(document.Plain(code), codeStyle, side, document.AlignEnd)
		named := p.text.layout(document.Plain(p.form.CodeName), footerStyle, side, document.AlignEnd)
		loose := p.writingLine(p.form.Loose, "", blank)
		p.canvas.inside(content{artifact: footer}, func() {
			if page > 1 && p.form.Loose != "" {
				loose.draw(pageWidth-margin-blank, top)
			}
			p.canvas.rule(margin, foot-0.6, textWidth, chart.Grid, 0.2)
			p.canvas.drawBlock(start, margin, foot)
			p.canvas.drawBlock(centre, margin+(textWidth-middle)/2, foot)
			p.canvas.drawBlock(named, pageWidth-margin-side, foot)
			p.canvas.drawBlock(coded, pageWidth-margin-side, foot+named.height())
		})
	}
}
