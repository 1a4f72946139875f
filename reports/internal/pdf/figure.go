package pdf

import (
	"cmp"

	"github.com/jung-kurt/gofpdf"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// Measure returns the width of a line of text in a chart, in millimetres. Other
// printers lay their charts out with it too, so that a chart has one geometry.
func Measure(s string, size chart.Size, bold bool) float64 {
	return (&typesetter{}).measure(s, style{size: size.Points(), bold: bold})
}

// figure lays out a chart under its caption. A chart with more rows than a
// page holds is divided between rows.
func (p *printer) figure(f document.Figure, width float64) []piece {
	if f.Chart == nil {
		return nil
	}
	group := p.part.Child(finish.Div)
	pieces := p.caption(f.Caption, width, group)
	gap := gapFigure
	if len(pieces) > 0 {
		gap = 2.2
	}
	picture := group.Child(finish.Figure)
	picture.Alt = clean(cmp.Or(f.Alt, f.Caption))
	body := p.chartPiece(f, picture, 0, width)
	if body.height == 0 {
		return pieces
	}
	body.gap = gap
	return append(pieces, body)
}

// caption lays out the title of a figure or table. It stands above, where the
// eye meets it first.
func (p *printer) caption(s string, width float64, of *finish.Element) []piece {
	text := p.text.layout(document.Plain(s), p.density.closer(captionStyle), width, document.AlignStart)
	if len(text.lines) == 0 {
		return nil
	}
	text.part = of.Child(finish.Caption)
	return []piece{{
		gap: gapFigure, height: text.height(), keep: true,
		draw: func(x, y float64) { p.canvas.drawBlock(text, x, y) },
	}}
}

// leastRows is the number of rows that the first part of a divided chart has
// at least.
const leastRows = 3

// intactChart is the room that may be left empty so that a chart stays whole.
const intactChart = (pageBottom - pageTop) * 0.4

// chartPiece makes a chart placeable from the row first on.
func (p *printer) chartPiece(f document.Figure, part *finish.Element, first int, width float64) piece {
	total := chart.Rows(f.Chart)
	whole := chart.DrawRows(f.Chart, first, total, width, Measure)
	result := piece{
		height: whole.Height, intact: intactChart,
		draw: func(x, y float64) { p.drawing(whole, part, x, y) },
	}
	if whole.RowEnds == nil {
		return result
	}
	result.split = func(room float64) (piece, piece, bool) {
		n := 0
		for n < len(whole.RowEnds) && whole.RowEnds[n] < room-1 {
			n++
		}
		if n < min(leastRows, len(whole.RowEnds)) && room < (pageBottom-pageTop)*0.8 || n == 0 {
			return piece{}, piece{}, false
		}
		rows := chart.DrawRows(f.Chart, first, first+n, width, Measure)
		return piece{
			height: rows.Height,
			draw:   func(x, y float64) { p.drawing(rows, part, x, y) },
		}, p.chartPiece(f, part, first+n, width), true
	}
	return result
}

// drawing paints the shapes of a chart. A chart on one page says where it
// stands.
func (p *printer) drawing(d chart.Drawing, part *finish.Element, x, y float64) {
	if part.Box == nil {
		box := rectangle(x, y, d.Width, d.Height)
		part.Box = &box
	} else {
		part.Box = nil
	}
	p.canvas.inside(content{part: part}, func() {
		p.canvas.begin(part)
		for _, s := range d.Shapes {
			p.shape(s, x, y)
		}
	})
}

func (p *printer) shape(s chart.Shape, x, y float64) {
	c := p.canvas
	switch s := s.(type) {
	case chart.Line:
		c.setStroke(s.Stroke.RGB(), s.Weight)
		c.dashes(s.Dashed, func() { c.pdf.Line(x+s.From.X, y+s.From.Y, x+s.To.X, y+s.To.Y) })
	case chart.Rect:
		if op := c.paint(s.Fill, s.Stroke, s.Weight); op != "" {
			c.pdf.Rect(x+s.X, y+s.Y, s.W, s.H, op)
		}
	case chart.Circle:
		if op := c.paint(s.Fill, s.Stroke, s.Weight); op != "" {
			c.pdf.Circle(x+s.Center.X, y+s.Center.Y, s.R, op)
		}
	case chart.Polygon:
		points := make([]gofpdf.PointType, len(s.Points))
		for i, pt := range s.Points {
			points[i] = gofpdf.PointType{X: x + pt.X, Y: y + pt.Y}
		}
		if op := c.paint(s.Fill, s.Stroke, s.Weight); op != "" {
			c.dashes(s.Dashed, func() { c.pdf.Polygon(points, op) })
		}
	case chart.Text:
		p.chartText(s, x, y)
	}
}

// chartText sets a line of a chart through the typesetter as all other text.
func (p *printer) chartText(t chart.Text, x, y float64) {
	st := style{size: t.Size.Points(), bold: t.Bold, lead: 1, color: t.Fill.RGB()}
	const unlimited = 1e6 // the chart has wrapped the text
	b := p.text.layout(document.Plain(t.S), st, unlimited, document.AlignStart)
	if len(b.lines) == 0 {
		return
	}
	b.width = b.lines[0].width
	switch t.Anchor {
	case chart.Middle:
		x -= b.width / 2
	case chart.End:
		x -= b.width
	}
	p.canvas.drawBlock(b, x+t.X, y+t.Y-st.baseline())
}

// paint sets the colours of an area and its outline and returns the operation
// of gofpdf, empty for nothing to paint.
func (c *canvas) paint(fill, stroke chart.Paint, weight float64) string {
	op := ""
	if fill.Tone != chart.ToneNone {
		c.setFill(fill.RGB())
		op = "F"
	}
	if stroke.Tone != chart.ToneNone {
		c.setStroke(stroke.RGB(), weight)
		op += "D"
	}
	return op
}

// dashes draws with a broken line, and goes back to a full one at once: the
// state of the page is easier to know that way.
func (c *canvas) dashes(on bool, draw func()) {
	if !on {
		draw()
		return
	}
	c.pdf.SetDashPattern([]float64{1.4, 1}, 0)
	draw()
	c.pdf.SetDashPattern(nil, 0)
}
