package pdf

import "dgca/reports/document"

// columns lays out two groups of blocks side by side. Groups that are higher
// than half a page stand one below the other instead: a page break across
// columns is hard to read.
func (p *printer) columns(b document.Columns, width float64) []piece {
	const between = 8.0
	half := (width - between) / 2
	start, end := p.blocks(b.Start, half), p.blocks(b.End, half)
	h := max(stackHeight(start), stackHeight(end))
	if h == 0 {
		return nil
	}
	if h > (pageBottom-pageTop)*0.6 {
		return append(p.blocks(b.Start, width), p.blocks(b.End, width)...)
	}
	gap := 0.0
	for _, side := range [][]piece{start, end} {
		if len(side) > 0 {
			gap = max(gap, side[0].gap)
		}
	}
	return []piece{{
		gap: gap, height: h,
		draw: func(x, y float64) {
			drawStack(start, x, y)
			drawStack(end, x+half+between, y)
		},
	}}
}

// stackHeight is the height of pieces one below the other, without the space
// above the first.
func stackHeight(pieces []piece) float64 {
	h := 0.0
	for i, p := range pieces {
		if i > 0 {
			h += p.gap
		}
		h += p.height
	}
	return h
}

func drawStack(pieces []piece, x, y float64) {
	for i, p := range pieces {
		if i > 0 {
			y += p.gap
		}
		p.draw(x, y)
		y += p.height
	}
}
