package pdf

import (
	"dgca/reports/document"
	"dgca/reports/internal/chart"
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
	pieces := p.caption(t.Caption, width)
	gap := gapFigure
	if len(pieces) > 0 {
		gap = 1.6
	}
	head := l.header().piece(p.canvas)
	var repeat *piece
	if head.height < (pageBottom-pageTop)/3 {
		again := head
		repeat = &again
	}
	head.gap, head.keep = gap, true
	pieces = append(pieces, head)
	for _, r := range t.Rows {
		body := l.row(r).piece(p.canvas)
		body.repeat = repeat
		body.keep = r.Group
		pieces = append(pieces, body)
	}
	if note := p.text.layout(document.Plain(t.Note), smallStyle, width, document.AlignStart); len(note.lines) > 0 {
		if len(t.Rows) > 0 {
			pieces[len(pieces)-1].keep = true
		}
		for i, n := range p.linePieces(note, 0, kindNote) {
			if i == 0 {
				n.gap = 1.6
			}
			pieces = append(pieces, n)
		}
	}
	return pieces
}

func (l *tableLayout) header() row {
	c := l.printer.canvas
	r := row{kind: kindRow, padY: cellPad}
	for _, col := range l.columns {
		align := col.Align
		if align == document.AlignDecimal {
			align = document.AlignEnd
		}
		text := l.printer.text.layout(document.Plain(col.Title), columnStyle, col.width-2*cellInset, align)
		r.cells = append(r.cells, rowCell{x: col.x, width: col.width, inset: cellInset, blocks: []block{text}})
	}
	r.foreground = func(x, y, h float64) {
		c.rule(x, y+h, l.width, chart.Accent, 0.35)
	}
	return r
}

func (l *tableLayout) row(r document.Row) row {
	out := row{kind: kindRow, padY: cellPad, id: r.ID}
	c := l.printer.canvas
	out.foreground = func(x, y, h float64) { c.rule(x, y+h, l.width, chart.Grid, 0.18) }
	if r.Group {
		out.background = func(x, y, h float64) { c.area(x, y, l.width, h, chart.Tint) }
		whole := tableColumn{width: l.width}
		for _, cell := range r.Cells[:min(1, len(r.Cells))] {
			set := l.cell(cell, whole)
			for i, line := range cell.Lines {
				if line.Role == document.Body {
					set.blocks[i] = l.cellText(line.Text, cellStyle.strong(), whole)
				}
			}
			out.cells = append(out.cells, set)
		}
		return out
	}
	if len(r.Cells) > len(l.columns) {
		c.pdf.SetErrorf("a table row has %d cells for %d columns", len(r.Cells), len(l.columns))
		return out
	}
	for i, cell := range r.Cells {
		out.cells = append(out.cells, l.cell(cell, l.columns[i]))
	}
	return out
}

func (l *tableLayout) cell(cell document.Cell, col tableColumn) rowCell {
	out := rowCell{x: col.x, width: col.width, inset: cellInset, between: 0.6}
	if cell.Shade.Step > 0 {
		shade := chart.Ramp(cell.Shade.Step, cell.Shade.Of)
		out.shade = &shade
	}
	for _, line := range cell.Lines {
		st := cellLineStyle(line.Role)
		if out.shade != nil {
			st.color = chart.OnRamp(cell.Shade.Step, cell.Shade.Of)
		}
		out.blocks = append(out.blocks, l.cellText(line.Text, st, col))
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
