package pdf

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// The page, in millimetres: A4 with a margin on all sides. The running footer
// stands in the lower margin.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	margin     = 20.0
	textWidth  = pageWidth - 2*margin
	pageTop    = margin
	pageBottom = pageHeight - margin
)

const family = "noto"

// canvas draws on the pages of one file. It keeps the state of gofpdf in mind,
// so that nothing is written twice.
type canvas struct {
	pdf     *gofpdf.Fpdf
	marker  marker
	missing missing
	links   linkTable
	font    fontState
	fonts   map[bool]bool // which weights are in the file
	fill    paintState
	stroke  paintState
	weight  float64
}

type fontState struct {
	bold bool
	size float64
}

type paintState struct {
	set   bool
	color chart.RGB
}

func newCanvas() *canvas {
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetMargins(margin, margin, margin)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // package finish compresses, with one compressor for all pages
	return &canvas{pdf: f, links: newLinkTable(), fonts: make(map[bool]bool)}
}

// addPage starts a page at the end of the file.
func (c *canvas) addPage() {
	c.end()
	c.pdf.AddPage()
	c.forget()
}

// turnTo goes back to a page.
func (c *canvas) turnTo(page int) {
	c.end()
	c.pdf.SetPage(page)
	c.forget()
}

// forget drops what is known of the state, because each page has its own.
func (c *canvas) forget() {
	c.font, c.fill, c.stroke, c.weight = fontState{}, paintState{}, paintState{}, 0
}

// setFont adds a weight to the file when it is first used: each one costs time
// and size.
func (c *canvas) setFont(bold bool, size float64) {
	want := fontState{bold, size}
	if c.font == want {
		return
	}
	weight, ttf := "", regularTTF
	if bold {
		weight, ttf = "B", boldTTF
	}
	if !c.fonts[bold] {
		// gofpdf keeps the bytes and changes them while it reads.
		c.pdf.AddUTF8FontFromBytes(family, weight, bytes.Clone(ttf))
		c.fonts[bold] = true
	}
	c.pdf.SetFont(family, weight, size)
	c.font = want
}

// setFill sets the colour of areas and text. gofpdf keeps two colours for them
// and writes much less when they are the same.
func (c *canvas) setFill(color chart.RGB) {
	if want := (paintState{true, color}); c.fill != want {
		r, g, b := int(color.R), int(color.G), int(color.B)
		c.pdf.SetFillColor(r, g, b)
		c.pdf.SetTextColor(r, g, b)
		c.fill = want
	}
}

func (c *canvas) setStroke(color chart.RGB, weight float64) {
	if want := (paintState{true, color}); c.stroke != want {
		c.pdf.SetDrawColor(int(color.R), int(color.G), int(color.B))
		c.stroke = want
	}
	if c.weight != weight {
		c.pdf.SetLineWidth(weight)
		c.weight = weight
	}
}

// drawBlock draws set text with its first line at the top.
func (c *canvas) drawBlock(b block, x, y float64) {
	for _, l := range b.lines {
		c.drawLine(l, b, x, y)
		y += b.style.height()
	}
}

// drawLine draws one line of a block.
func (c *canvas) drawLine(l line, b block, x, top float64) {
	switch b.align {
	case document.AlignEnd, document.AlignDecimal:
		x += b.width - l.width
	case document.AlignCenter:
		x += (b.width - l.width) / 2
	}
	y := top + b.style.baseline()
	for i, f := range l.fragments {
		part := b.part
		target := c.links.target(f.link)
		if target != nil && part != nil {
			part = c.links.part(b.part, f.span)
		}
		c.setFont(f.bold, b.style.size)
		c.setFill(b.style.color)
		c.begin(part)
		if l.spaced && i == len(l.fragments)-1 {
			f.text += " "
		}
		c.drawRunes(f, b.style, x, y)
		if target != nil {
			c.setStroke(linkColor(b.style), 0.2)
			c.pdf.Line(x, y+0.75, x+f.width, y+0.75)
			if part != nil {
				part.AddLink(c.link(x, top, f.width, b.style.height(), f.text, target))
			}
		}
		x += f.width
	}
}

// linkColor is the colour of the line below a link: lighter than the text, so
// that a table of links stays calm, but not on a shade.
func linkColor(st style) chart.RGB {
	if st.color == chart.Ink {
		return chart.Ramp(3, 5)
	}
	return st.color
}

// drawRunes draws a fragment: what the fonts lack as a symbol or as
// replacements.
func (c *canvas) drawRunes(f fragment, st style, x, y float64) {
	em := st.size * mmPerPoint
	start := 0
	upTo := func(end int) {
		if end > start {
			c.pdf.Text(x, y, f.text[start:end])
			x += widthOf(f.text[start:end], f.bold) * em
		}
	}
	for i, r := range f.text {
		if i < start || r <= '~' || inFonts(r) {
			continue
		}
		upTo(i)
		if sym, ok := symbols[r]; ok {
			start = i + utf8.RuneLen(r)
			c.spelled(f.text[i:start], func() {
				c.pdf.Text(x, y, " ") // some readers look for the words of a shape only where there is a glyph
				c.drawSymbol(sym, st, x, y)
			})
			x += sym.width * em
			continue
		}
		n, end := missingRunes(f.text[i:])
		start = i + end
		signs := strings.Repeat(string(replacement), n)
		c.spelled(f.text[i:start], func() { c.pdf.Text(x, y, signs) })
		x += widthOf(signs, f.bold) * em
		c.missing.add(c.pdf.PageNo(), n)
	}
	upTo(len(f.text))
}

func (c *canvas) drawSymbol(s symbol, st style, x, y float64) {
	em := st.size * mmPerPoint
	place := func(points []chart.Point) []gofpdf.PointType {
		placed := make([]gofpdf.PointType, len(points))
		for i, p := range points {
			placed[i] = gofpdf.PointType{X: x + p.X*em, Y: y - p.Y*em}
		}
		return placed
	}
	for _, a := range s.areas {
		c.pdf.Polygon(place(a), "F")
	}
	c.setStroke(st.color, symbolStroke*em)
	for _, stroke := range s.strokes {
		points := place(stroke)
		c.pdf.MoveTo(points[0].X, points[0].Y)
		for _, p := range points[1:] {
			c.pdf.LineTo(p.X, p.Y)
		}
		c.pdf.DrawPath("D")
	}
}

// area fills a rectangle.
func (c *canvas) area(x, y, w, h float64, color chart.RGB) {
	c.begin(nil)
	c.setFill(color)
	c.pdf.Rect(x, y, w, h, "F")
}

// rule draws a level line.
func (c *canvas) rule(x, y, w float64, color chart.RGB, weight float64) {
	c.begin(nil)
	c.setStroke(color, weight)
	c.pdf.Line(x, y, x+w, y)
}

// frame draws the outline of a rectangle.
func (c *canvas) frame(x, y, w, h float64, color chart.RGB, weight float64) {
	c.begin(nil)
	c.setStroke(color, weight)
	c.pdf.Rect(x, y, w, h, "D")
}

// anchor makes the place y of the page the target of the links to an ID.
func (c *canvas) anchor(id string, y float64) {
	if t := c.links.target(id); t != nil {
		t.place = c.target(y)
	}
}

// target is the place y of the page as a target.
func (c *canvas) target(y float64) finish.Target {
	return finish.Target{Page: c.pdf.PageNo(), Y: (pageHeight - y) / mmPerPoint}
}

// rectangle turns a place in millimetres from the top into one in points from
// the bottom.
func rectangle(x, y, w, h float64) finish.Rectangle {
	return finish.Rectangle{
		Left: x / mmPerPoint, Bottom: (pageHeight - y - h) / mmPerPoint,
		Right: (x + w) / mmPerPoint, Top: (pageHeight - y) / mmPerPoint,
	}
}
