package pdf

import (
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// row is set text side by side in cells: a row of a table, a fact, a callout.
type row struct {
	cells      []rowCell
	padY       float64
	id         string
	background func(x, y, height float64) // drawn first; may be nil
	foreground func(x, y, height float64) // drawn last; may be nil
}

// rowCell is one cell: its blocks stand one below the other.
type rowCell struct {
	x, width float64 // of the whole cell, for its shade
	inset    float64
	between  float64 // space between two blocks
	shade    *chart.RGB
	blocks   []block
	part     *finish.Element // of the structure; nil for what is not read out
}

// newCell makes a cell that is a part of the structure. Each of several blocks
// in it is a paragraph of its own.
func newCell(part *finish.Element, blocks ...block) rowCell {
	for i := range blocks {
		blocks[i].part = part
		if len(blocks) > 1 || part.Type == finish.Div {
			blocks[i].part = part.Child(finish.P)
		}
	}
	return rowCell{blocks: blocks, part: part}
}

func (c rowCell) height() float64 {
	h := 0.0
	for i, b := range c.blocks {
		if i > 0 {
			h += c.between
		}
		h += b.height()
	}
	return h
}

func (r row) height() float64 {
	h := 0.0
	for _, c := range r.cells {
		h = max(h, c.height())
	}
	return h + 2*r.padY
}

// piece makes a row placeable. A row that is higher than a page is divided
// between two lines.
func (r row) piece(c *canvas) piece {
	h := r.height()
	return piece{
		height: h,
		draw:   func(x, y float64) { r.draw(c, x, y, h) },
		split: func(room float64) (piece, piece, bool) {
			part, rest, ok := r.split(room)
			if !ok {
				return piece{}, piece{}, false
			}
			return part.piece(c), rest.piece(c), true
		},
	}
}

func (r row) draw(c *canvas, x, y, height float64) {
	if r.id != "" {
		c.anchor(r.id, y)
	}
	if r.background != nil {
		r.background(x, y, height)
	}
	for _, cell := range r.cells {
		if cell.part != nil {
			cell.part.Show() // also where it is empty: a table has all its cells
		}
		if cell.shade != nil {
			// The shade is as high as its text, so that a high row does
			// not make one level weigh more than another.
			const edge = 0.35
			h := min(height, cell.height()+2*r.padY)
			c.area(x+cell.x+edge, y+edge, cell.width-2*edge, h-2*edge, *cell.shade)
		}
		top := y + r.padY
		for _, b := range cell.blocks {
			c.drawBlock(b, x+cell.x+cell.inset, top)
			top += b.height() + cell.between
		}
	}
	if r.foreground != nil {
		r.foreground(x, y, height)
	}
}

// leastPart is the height that the first part of a divided row has at least,
// so that no single line is left behind.
const leastPart = 25.0

// split divides a row into the lines that fit into the room and the rest.
func (r row) split(room float64) (part, rest row, ok bool) {
	if room < min(leastPart, r.height()/2) {
		return row{}, row{}, false
	}
	part, rest = r, r
	part.cells, rest.cells = make([]rowCell, len(r.cells)), make([]rowCell, len(r.cells))
	rest.id = ""
	for i, c := range r.cells {
		part.cells[i], rest.cells[i] = c.split(room - 2*r.padY)
		ok = ok || len(part.cells[i].blocks) > 0
		if len(rest.cells[i].blocks) == 0 {
			rest.cells[i].shade = nil
		}
	}
	return part, rest, ok
}

func (c rowCell) split(room float64) (part, rest rowCell) {
	part, rest = c, c
	part.blocks, rest.blocks = nil, nil
	for i, b := range c.blocks {
		n := min(int((room+slack)/b.style.height()), len(b.lines))
		if n > 0 {
			top := b
			top.lines = b.lines[:n]
			part.blocks = append(part.blocks, top)
			room -= top.height() + c.between
		}
		if n < len(b.lines) {
			b.lines = b.lines[max(n, 0):]
			rest.blocks = append(append(rest.blocks, b), c.blocks[i+1:]...)
			return part, rest
		}
	}
	return part, rest
}
