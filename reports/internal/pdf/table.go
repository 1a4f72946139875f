package pdf

import (
	"slices"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

const (
	cellInset = 1.8
	cellPad   = 1.2
)

// tableLayout is a table with the widths of its columns.
type tableLayout struct {
	printer *printer
	table   document.Table
	width   float64
	columns []tableColumn
}

// tableColumn is the place of a column. Decimal columns know the widest part
// after the decimal sign.
type tableColumn struct {
	document.Column
	x, width float64
	fraction float64
}

// table lays out a table: caption, header, rows and note. The header comes
// again on each page, and a group row stays with the row below it.
func (p *printer) table(t document.Table, width float64) []piece {
	if len(t.Columns) == 0 {
		return nil
	}
	l := &tableLayout{printer: p, table: t, width: width}
	l.placeColumns()
	part := p.part.Child(finish.Table)
	pieces := p.caption(t.Caption, width, part)
	gap := gapFigure
	if len(pieces) > 0 {
		gap = 1.6
	}
	head := l.header(part.Child(finish.THead).Child(finish.TR)).piece(p.canvas)
	var repeat *piece
	if head.height < (pageBottom-pageTop)/3 {
		again := head
		again.draw = func(x, y float64) {
			p.canvas.inside(content{artifact: repetition}, func() { head.draw(x, y) })
		}
		repeat = &again
	}
	head.gap, head.keep = gap, true
	pieces = append(pieces, head)
	group := part.Child(finish.TBody)
	var rows [][]piece
	for i, r := range t.Rows {
		if r.Group && i > 0 {
			group = part.Child(finish.TBody)
		}
		body := l.row(r, group.Child(finish.TR)).piece(p.canvas)
		body.repeat = repeat
		body.keep = r.Group
		if n := len(rows); n > 0 && t.Rows[i-1].Group { // it belongs to the row below it
			rows[n-1] = append(rows[n-1], body)
		} else {
			rows = append(rows, []piece{body})
		}
	}
	together(rows, wholeRows)
	pieces = append(pieces, slices.Concat(rows...)...)
	if note := p.text.layout(document.Plain(t.Note), p.density.closer(smallStyle), width, document.AlignStart); len(note.lines) > 0 {
		if len(t.Rows) > 0 {
			pieces[len(pieces)-1].keep = true
		}
		note.part = p.part.Child(finish.P)
		for i, n := range p.linePieces(note, 0) {
			if i == 0 {
				n.gap = 1.6
			}
			pieces = append(pieces, n)
		}
	}
	return pieces
}

func (l *tableLayout) header(part *finish.Element) row {
	c := l.printer.canvas
	r := row{padY: l.printer.density.pad(cellPad)}
	for _, col := range l.columns {
		align := col.Align
		if align == document.AlignDecimal {
			align = document.AlignEnd
		}
		text := l.printer.text.layout(document.Plain(col.Title), l.printer.density.closer(columnStyle), col.width-2*cellInset, align)
		title := newCell(headerCell(part, "Column"), text)
		title.x, title.width, title.inset = col.x, col.width, cellInset
		r.cells = append(r.cells, title)
	}
	r.foreground = func(x, y, h float64) {
		c.rule(x, y+h, l.width, chart.Accent, 0.35)
	}
	return r
}

// headerCell makes a cell that names a row or a column.
func headerCell(row *finish.Element, scope string) *finish.Element {
	cell := row.Child(finish.TH)
	cell.Scope = scope
	return cell
}

func (l *tableLayout) row(r document.Row, part *finish.Element) row {
	out := row{padY: l.printer.density.pad(cellPad), id: r.ID}
	c := l.printer.canvas
	out.foreground = func(x, y, h float64) { c.rule(x, y+h, l.width, chart.Grid, 0.18) }
	if r.Group {
		out.background = func(x, y, h float64) { c.area(x, y, l.width, h, chart.Tint) }
		out.cells = []rowCell{l.group(r, part)}
		return out
	}
	if len(r.Cells) > len(l.columns) {
		c.pdf.SetErrorf("a table row has %d cells for %d columns", len(r.Cells), len(l.columns))
		return out
	}
	for i, col := range l.columns {
		cell := document.Cell{} // a short row has empty cells
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		if col.RowHeader {
			out.cells = append(out.cells, l.cell(cell, col, headerCell(part, "Row")))
		} else {
			out.cells = append(out.cells, l.cell(cell, col, part.Child(finish.TD)))
		}
	}
	return out
}

// group lays out the one cell of a group row. It is the header of what stands
// below it.
func (l *tableLayout) group(r document.Row, part *finish.Element) rowCell {
	var cell document.Cell
	for _, c := range r.Cells[:min(1, len(r.Cells))] {
		for _, line := range c.Lines {
			if line.Role == document.Body {
				line.Role = document.Strongly
			}
			cell.Lines = append(cell.Lines, line)
		}
		cell.Shade = c.Shade
	}
	header := headerCell(part, "Column")
	header.ColSpan = len(l.columns)
	return l.cell(cell, tableColumn{width: l.width}, header)
}

func (l *tableLayout) cell(cell document.Cell, col tableColumn, part *finish.Element) rowCell {
	var blocks []block
	shaded := cell.Shade.Step > 0
	for _, line := range cell.Lines {
		st := l.printer.density.cellLine(line.Role)
		if shaded {
			st.color = chart.OnRamp(cell.Shade.Step, cell.Shade.Of)
		}
		blocks = append(blocks, l.cellText(line.Text, st, col))
	}
	out := newCell(part, blocks...)
	out.x, out.width, out.inset, out.between = col.x, col.width, cellInset, 0.6
	if shaded {
		shade := chart.Ramp(cell.Shade.Step, cell.Shade.Of)
		out.shade = &shade
	}
	return out
}

// cellText sets a line of a cell. In a decimal column a number leaves room
// after it for the longest fraction of the column.
func (l *tableLayout) cellText(text document.Text, st style, col tableColumn) block {
	width := col.width - 2*cellInset
	if col.Align != document.AlignDecimal {
		return l.printer.text.layout(text, st, width, col.Align)
	}
	b := l.printer.text.layout(text, st, width, document.AlignEnd)
	fraction, ok := l.printer.fraction(text, st)
	if ok && len(b.lines) == 1 {
		if indent := col.fraction - fraction; b.lines[0].width+indent <= width {
			b.width -= indent
		}
	}
	return b
}
