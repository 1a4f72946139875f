package pdf

import (
	"strconv"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// paragraph lays out running text.
func (p *printer) paragraph(b document.Paragraph, width float64) []piece {
	st := paragraphStyle(b.Role)
	inset, around := 0.0, p.part
	if b.Role == document.Quote {
		inset, around = 5, p.part.Child(finish.BlockQuote)
	}
	set := p.text.layout(b.Text, st, width-inset, document.AlignStart)
	set.part = around.Child(finish.P)
	pieces := p.linePieces(set, inset)
	if b.Role == document.Quote {
		for i := range pieces {
			text, h := pieces[i].draw, pieces[i].height
			pieces[i].draw = func(x, y float64) {
				p.canvas.area(x, y, 0.7, h, chart.Grid)
				text(x, y)
			}
		}
	}
	if len(pieces) > 0 {
		pieces[0].gap = gapBlock
	}
	return pieces
}

// linePieces makes placeable pieces of set text. A page never begins or ends
// with a single line of a longer paragraph.
func (p *printer) linePieces(b block, inset float64) []piece {
	var pieces []piece
	for first := 0; first < len(b.lines); {
		n := 1
		if left := len(b.lines) - first; left <= 3 {
			n = left
		} else if first == 0 {
			n = 2
		}
		part := b
		part.lines = b.lines[first : first+n]
		pieces = append(pieces, piece{
			height: part.height(),
			draw:   func(x, y float64) { p.canvas.drawBlock(part, x+inset, y) },
		})
		first += n
	}
	return pieces
}

// list lays out the items of a list with a hanging sign.
func (p *printer) list(l document.List, width float64) []piece {
	st, between := bodyStyle, gapItem
	if l.Role == document.Small {
		st, between = cellStyle, gapSmallItem
		if p.doc.Cover.Brief {
			st.lead = briefLead
		}
	}
	inset := 5.5
	if l.Ordered {
		inset = max(inset, p.text.measure(strconv.Itoa(len(l.Items))+".", st)+2.5)
	}
	whole := p.part.Child(finish.L)
	whole.Numbering = "Disc"
	if l.Ordered {
		whole.Numbering = "Decimal"
	}
	var pieces []piece
	var starts []int
	for i, item := range l.Items {
		sign := "•"
		if l.Ordered {
			sign = strconv.Itoa(i+1) + "."
		}
		mark := p.text.layout(document.Plain(sign), st, inset-2, document.AlignStart)
		body := p.text.layout(item, st, width-inset, document.AlignStart)
		one := whole.Child(finish.LI)
		mark.part, body.part = one.Child(finish.Lbl), one.Child(finish.LBody)
		parts := p.linePieces(body, inset)
		if len(parts) == 0 {
			continue
		}
		text := parts[0].draw
		parts[0].draw = func(x, y float64) {
			p.canvas.drawBlock(mark, x+0.6, y)
			text(x, y)
		}
		parts[0].gap = between
		if len(pieces) == 0 {
			parts[0].gap = gapBlock
		}
		starts = append(starts, len(pieces))
		pieces = append(pieces, parts...)
	}
	together(pieces, starts, wholeList)
	return pieces
}

// indexes are 0 to n-1.
func indexes(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// facts lays out labels and values in two columns.
func (p *printer) facts(f document.Facts, width float64) []piece {
	labels := width * 0.3
	list := p.part.Child(finish.L)
	list.Numbering = "None"
	var pieces []piece
	for _, item := range f.Items {
		label := bodyStyle
		label.color = chart.Muted
		one := list.Child(finish.LI)
		r := row{padY: 0.7, cells: []rowCell{
			newCell(one.Child(finish.Lbl), p.text.layout(document.Plain(item.Label), label, labels-4, document.AlignStart)),
			newCell(one.Child(finish.LBody), p.text.layout(item.Value, bodyStyle, width-labels, document.AlignStart)),
		}}
		r.cells[1].x = labels
		placed := r.piece(p.canvas)
		if len(pieces) == 0 {
			placed.gap = gapBlock
		}
		pieces = append(pieces, placed)
	}
	together(pieces, indexes(len(pieces)), wholeList)
	return pieces
}

// callout lays out a boxed remark. A bar and a frame set it apart, so that it
// shows without colour.
func (p *printer) callout(b document.Callout, width float64) []piece {
	const inset, bar = 5.5, 1.3
	var blocks []block
	if b.Title != "" {
		title := bodyStyle.strong()
		title.color = chart.Accent
		blocks = append(blocks, p.text.layout(document.Plain(b.Title), title, width-2*inset, document.AlignStart))
	}
	for _, l := range b.Lines {
		blocks = append(blocks, p.text.layout(l, bodyStyle, width-2*inset, document.AlignStart))
	}
	text := newCell(p.part.Child(finish.Div), blocks...)
	text.inset, text.width, text.between = inset, width, 1.2
	r := row{padY: 3.4, cells: []rowCell{text}}
	if r.height() == 2*r.padY {
		return nil
	}
	r.background = func(x, y, h float64) {
		p.canvas.area(x, y, width, h, chart.Tint)
		p.canvas.frame(x, y, width, h, chart.Grid, 0.2)
		p.canvas.area(x, y, bar, h, chart.Accent)
	}
	box := r.piece(p.canvas)
	box.gap = gapFigure
	return []piece{box}
}
