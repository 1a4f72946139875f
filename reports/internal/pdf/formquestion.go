package pdf

import (
	"strings"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// A question stands in two columns: what is asked and the lines to write on,
// and beside them a box for every answer.
const (
	askedWidth   = 48.0
	answersAt    = askedWidth + 5
	answersWidth = textWidth - answersAt
	gapQuestion  = 2.6 // above and below the rule between two questions
	gapChoice    = 0.9
	gapLines     = 1.4 // above the label of the lines to write on
	leastLines   = 2   // to write on
	mostLines    = 4
	openLines    = 5 // of a question without boxes
)

// Boxes are large enough for a thick pen, and a digit stands beside each.
const (
	tickSize = 4.2
	keyAt    = 5.8 // of the digit, from the box
	choiceAt = 9.6 // of the text, from the box
)

var (
	askedStyle     = style{size: 10, bold: true, lead: 1.28, color: chart.Ink}
	askedCodeStyle = style{size: 10, bold: true, lead: 1.35, color: chart.Accent}
	choiceStyle    = style{size: 8.5, lead: 1.25, color: chart.Ink}
	keyStyle       = style{size: 10, bold: true, lead: 1.2, color: chart.Ink}
)

// question lays out one statement. It stays on one page, but for one that is
// higher than a page: its parts stand one below the other.
func (p *printer) question(q document.Question, first bool) []piece {
	card := p.questionCard(q)
	pieces := []piece{card}
	if card.height > pageBottom-pageTop {
		pieces = p.questionStack(q)
	}
	if first {
		pieces[0].gap = gapBlock
		return pieces
	}
	pieces[0].gap = 2 * gapQuestion
	draw := pieces[0].draw
	pieces[0].draw = func(x, y float64) {
		if !p.flow.atTop {
			p.canvas.rule(x, y-gapQuestion, textWidth, chart.Grid, 0.2)
		}
		draw(x, y)
	}
	return pieces
}

// questionCard lays out a question in two columns. The lines to write on take
// what is left below what is asked.
func (p *printer) questionCard(q document.Question) piece {
	asked := p.asked(q, askedWidth)
	answers := p.answers(q, answersWidth)
	if len(q.Choices) == 0 {
		answers = p.writingLines(q.Blank, openLines, answersWidth)
	}
	height := max(asked.height, stackHeight(answers))
	var lines []piece
	if len(q.Choices) > 0 && !q.NoLines {
		lines = p.writingLines(q.Blank, leastLines, askedWidth)
		for range mostLines - leastLines {
			if asked.height+gapLines+stackHeight(lines)+lineHeight > height {
				break
			}
			lines = append(lines, p.writingLine("", "", askedWidth))
		}
		height = max(height, asked.height+gapLines+stackHeight(lines))
	}
	below := stackHeight(lines)
	return piece{height: height, draw: func(x, y float64) {
		asked.draw(x, y)
		drawStack(answers, x+answersAt, y)
		drawStack(lines, x, y+height-below)
	}}
}

// questionStack lays out a question that is too long for a page.
func (p *printer) questionStack(q document.Question) []piece {
	pieces := append([]piece{p.asked(q, textWidth)}, p.answers(q, textWidth)...)
	pieces[0].keep = true
	switch {
	case q.NoLines:
		return pieces
	case len(q.Choices) == 0:
		return append(pieces, p.writingLines(q.Blank, openLines, textWidth)...)
	}
	return append(pieces, p.writingLines(q.Blank, leastLines, textWidth)...)
}

// asked lays out the code and the text of a question.
func (p *printer) asked(q document.Question, width float64) piece {
	id := p.text.layout(document.Plain(q.ID), askedCodeStyle, width, document.AlignStart)
	text := p.text.layout(document.Plain(q.Text), askedStyle, width, document.AlignStart)
	for i := range id.lines {
		id.lines[i].spaced = true // the text follows
	}
	id.part = p.part.Child(finish.P)
	text.part = id.part
	return piece{height: id.height() + text.height(), draw: func(x, y float64) {
		p.onPage(q.ID)
		p.canvas.drawBlock(id, x, y)
		p.canvas.drawBlock(text, x, y+id.height())
	}}
}

// onPage notes that a question begins on the present page.
func (p *printer) onPage(id string) {
	for len(p.form.pages) < p.canvas.pdf.PageNo() {
		p.form.pages = append(p.form.pages, nil)
	}
	page := p.canvas.pdf.PageNo() - 1
	p.form.pages[page] = append(p.form.pages[page], id)
}

// answers lays out the boxes of a question: one row for each level, one for the
// answers outside the scale, and the reasons for the last of these.
func (p *printer) answers(q document.Question, width float64) []piece {
	list := p.part.Child(finish.L)
	var pieces []piece
	for _, c := range q.Choices {
		pieces = append(pieces, p.choice(list, c, width))
	}
	if len(q.Others) > 0 {
		pieces = append(pieces, p.others(list, q, width))
	}
	reasons := p.part.Child(finish.L)
	for _, c := range q.Reasons {
		pieces = append(pieces, p.reason(reasons, c, width))
	}
	for i := range pieces {
		pieces[i].gap = gapChoice
	}
	return pieces
}

// choice lays out a box, its digit, and what it means, as an item of a list.
func (p *printer) choice(list *finish.Element, c document.Choice, width float64) piece {
	key := p.text.layout(document.Plain(c.Key), keyStyle, choiceAt-keyAt, document.AlignStart)
	said := document.Text{}
	if c.Name != "" {
		name := c.Name
		if c.Text != "" {
			name = strings.TrimSuffix(name, ".") + ". "
		}
		said = append(said, document.Span{Text: name, Strong: true})
	}
	text := p.text.layout(append(said, document.Span{Text: c.Text}), choiceStyle, width-choiceAt, document.AlignStart)
	item := list.Child(finish.LI)
	key.part, text.part = item.Child(finish.Lbl), item.Child(finish.LBody)
	height := max(text.height(), tickSize+0.4)
	top := 0.0 // of the text; a single line stands in the middle of its box
	if len(text.lines) == 1 {
		top = (height - text.height()) / 2
	}
	middle := (tickSize + 0.4) / 2
	return piece{height: height, draw: func(x, y float64) {
		p.canvas.frame(x+0.2, y+middle-tickSize/2, tickSize, tickSize, chart.Ink, 0.3)
		p.canvas.drawBlock(key, x+keyAt, y+middle-keyStyle.height()/2)
		p.canvas.drawBlock(text, x+choiceAt, y+top)
	}}
}

// others lays out the answers outside the scale in one row, and after the last
// a box to write the number of a reason in.
func (p *printer) others(list *finish.Element, q document.Question, width float64) piece {
	const column, number = 36.0, 8.0
	var parts []piece
	height := 0.0
	for _, c := range q.Others {
		part := p.choice(list, c, column)
		parts = append(parts, part)
		height = max(height, part.height)
	}
	used := float64(len(parts)) * column
	label := p.text.layout(document.Plain(q.ReasonLabel), choiceStyle, width-used-number-3, document.AlignStart)
	if len(q.Reasons) == 0 {
		label.lines = nil
	}
	label.part = p.part.Child(finish.P)
	boxAt := used + 2
	for _, l := range label.lines {
		boxAt = max(boxAt, used+l.width+2)
	}
	height = max(height, label.height())
	return piece{height: height, draw: func(x, y float64) {
		for i, part := range parts {
			part.draw(x+float64(i)*column, y)
		}
		if len(label.lines) > 0 {
			p.canvas.drawBlock(label, x+used, y+(tickSize+0.4-choiceStyle.height())/2)
			p.canvas.frame(x+boxAt, y, number, tickSize+0.4, chart.Ink, 0.3)
		}
	}}
}

// reason lays out a numbered reason. Its number is written, not marked.
func (p *printer) reason(list *finish.Element, c document.Choice, width float64) piece {
	key := p.text.layout(document.Plain(c.Key), choiceStyle.strong(), choiceAt-keyAt, document.AlignStart)
	text := p.text.layout(document.Plain(c.Text), choiceStyle, width-choiceAt, document.AlignStart)
	item := list.Child(finish.LI)
	key.part, text.part = item.Child(finish.Lbl), item.Child(finish.LBody)
	return piece{height: text.height(), draw: func(x, y float64) {
		p.canvas.drawBlock(key, x+keyAt, y)
		p.canvas.drawBlock(text, x+choiceAt, y)
	}}
}

// writingLines lays out a label and lines to write on below it. They stay
// together.
func (p *printer) writingLines(label string, n int, width float64) []piece {
	text := p.text.layout(document.Plain(label), choiceStyle, width, document.AlignStart)
	text.part = p.part.Child(finish.P)
	pieces := []piece{{gap: gapLines, height: text.height(), draw: func(x, y float64) { p.canvas.drawBlock(text, x, y) }}}
	for range n {
		pieces = append(pieces, p.writingLine("", "", width))
	}
	for i := range pieces[:n] {
		pieces[i].keep = true
	}
	return pieces
}
