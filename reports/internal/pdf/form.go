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

// The parts of a question. Boxes are large enough for a thick pen, and a digit
// stands beside each.
const (
	tickSize    = 3.8
	keyAt       = 5.6  // of the digit, from the box
	choiceAt    = 10.0 // of the text, from the box
	reasonInset = 10.0
	lineHeight  = 7.5 // of a line to write on
	blankLines  = 1   // below the line beside the last box
	openLines   = 5   // of a question without boxes
	gapChoice   = 0.8
	gapQuestion = 4.5
)

var (
	questionStyle  = style{size: 10, bold: true, lead: 1.3, color: chart.Ink}
	choiceStyle    = style{size: 9, lead: 1.24, color: chart.Ink}
	keyStyle       = style{size: 10, bold: true, lead: 1.2, color: chart.Ink}
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
	kicker := p.text.fit(f.Kicker, kickerStyle, textWidth, document.AlignStart)
	kicker.part = p.part.Child(finish.P)
	pieces := []piece{{height: kickerStyle.height(), draw: func(x, y float64) { p.canvas.drawBlock(kicker, x, y) }}}
	title := p.line(f.Title, p.fitting(f.Title, formTitleStyle, textWidth, 17, 14), finish.H1, 2, textWidth)
	p.titled = len(title) > 0
	pieces = append(pieces, title...)
	pieces = append(pieces, p.line(f.Subtitle, bodyStyle, finish.P, 2, textWidth)...)
	for i, blank := range f.Blanks {
		line := p.writingLine(blank.Label, blank.Value, textWidth)
		line.gap = 2
		if i == 0 {
			line.gap = 5
		}
		pieces = append(pieces, line)
	}
	p.flow.place(append(pieces, p.blocks(f.Guide, textWidth)...))
	for i, part := range f.Parts {
		p.place = "part " + strconv.Itoa(i+1) + " (" + part.Title + ")"
		p.flow.place(p.formPart(i+1, part))
	}
	p.part = nil
	p.place = "the page codes"
	p.formMargins()
}

func (p *printer) formPart(number int, part document.FormPart) []piece {
	p.part = p.root.Child(finish.Sect)
	var pieces []piece
	if !part.Here {
		pieces = p.heading(document.Heading{Level: 2, ID: part.ID, Text: strconv.Itoa(number) + "  " + part.Title}, textWidth)
		pieces[0].fresh = number == 1
	}
	if part.Opening != "" {
		opening := p.paragraph(document.Paragraph{Role: document.Small, Text: document.Plain(part.Opening)}, textWidth)
		for i := range opening {
			opening[i].keep = true
		}
		pieces = append(pieces, opening...)
	}
	for i, q := range part.Questions {
		asked := p.question(q)
		if i > 0 {
			asked[0].gap = gapQuestion
		}
		pieces = append(pieces, asked...)
	}
	return pieces
}

// question lays out one statement. Its parts stay on one page as long as a page
// can hold them.
func (p *printer) question(q document.Question) []piece {
	code := questionStyle
	code.color = chart.Accent
	const codeWidth = 20.0
	id := p.text.layout(document.Plain(q.ID), code, codeWidth-2, document.AlignStart)
	text := p.text.layout(document.Plain(q.Text), questionStyle, textWidth-codeWidth, document.AlignStart)
	for i := range id.lines {
		id.lines[i].spaced = true // the text follows
	}
	id.part = p.part.Child(finish.P)
	text.part = id.part
	pieces := []piece{{gap: gapBlock, height: max(id.height(), text.height()), draw: func(x, y float64) {
		p.onPage(q.ID)
		p.canvas.drawBlock(id, x, y)
		p.canvas.drawBlock(text, x+codeWidth, y)
	}}}
	answers := p.part.Child(finish.L)
	for i, c := range q.Choices {
		row := p.choice(answers, c, 0, textWidth)
		row.gap = gapChoice
		if i == 0 {
			row.gap = 1.2
		}
		pieces = append(pieces, row)
	}
	if len(q.Others) > 0 {
		others := p.beside(answers, q.Others)
		others.gap = gapChoice
		pieces = append(pieces, others)
	}
	reasons := p.part.Child(finish.L)
	for _, c := range q.Reasons {
		row := p.choice(reasons, c, reasonInset, textWidth)
		row.gap = gapChoice
		pieces = append(pieces, row)
	}
	lines := blankLines
	if len(q.Choices) == 0 {
		lines = openLines
	}
	if q.NoLines {
		lines = 0
	}
	for i := range lines {
		label := ""
		if i == 0 {
			label = q.Blank
		}
		pieces = append(pieces, p.writingLine(label, "", textWidth))
	}
	for i := range pieces[:len(pieces)-1] {
		pieces[i].keep = true
	}
	return pieces
}

// onPage notes that a question begins on the present page.
func (p *printer) onPage(id string) {
	for len(p.form.pages) < p.canvas.pdf.PageNo() {
		p.form.pages = append(p.form.pages, nil)
	}
	page := p.canvas.pdf.PageNo() - 1
	p.form.pages[page] = append(p.form.pages[page], id)
}

// choice lays out a box, its digit, and what it means, as an item of a list.
func (p *printer) choice(list *finish.Element, c document.Choice, inset, width float64) piece {
	key := p.text.layout(document.Plain(c.Key), keyStyle, choiceAt-keyAt, document.AlignStart)
	said := document.Text{}
	if c.Name != "" {
		name := c.Name
		if c.Text != "" {
			name = strings.TrimSuffix(name, ".") + ". "
		}
		said = append(said, document.Span{Text: name, Strong: true})
	}
	text := p.text.layout(append(said, document.Span{Text: c.Text}), choiceStyle, width-inset-choiceAt, document.AlignStart)
	item := list.Child(finish.LI)
	key.part, text.part = item.Child(finish.Lbl), item.Child(finish.LBody)
	h := max(text.height(), tickSize+1)
	middle := choiceStyle.height() / 2
	return piece{height: h, draw: func(x, y float64) {
		x += inset
		p.canvas.frame(x+0.4, y+middle-tickSize/2, tickSize, tickSize, chart.Ink, 0.3)
		p.canvas.drawBlock(key, x+keyAt, y+middle-keyStyle.height()/2)
		p.canvas.drawBlock(text, x+choiceAt, y)
	}}
}

// beside lays out choices in one row, in columns of the same width but the
// last, which takes what is left, with a line to write on behind its text.
func (p *printer) beside(list *finish.Element, choices []document.Choice) piece {
	const column = 34.0
	row := piece{height: lineHeight}
	var parts []piece
	for i, c := range choices {
		width := column
		if i == len(choices)-1 {
			width = textWidth - float64(i)*column
		}
		part := p.choice(list, c, 0, width)
		parts = append(parts, part)
		row.height = max(row.height, part.height)
	}
	last := choices[len(choices)-1]
	said := p.text.measure(strings.TrimSuffix(last.Name, ".")+". ", choiceStyle.strong()) + p.text.measure(last.Text, choiceStyle)
	from := float64(len(choices)-1)*column + choiceAt + said + 2
	row.draw = func(x, y float64) {
		for i, part := range parts {
			part.draw(x+float64(i)*column, y+row.height-part.height-0.4)
		}
		if from < textWidth {
			p.canvas.rule(x+from, y+row.height-0.6, textWidth-from, chart.Muted, 0.2)
		}
	}
	return row
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
