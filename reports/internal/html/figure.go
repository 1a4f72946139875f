package html

import (
	"encoding/base64"
	"strconv"
	"strings"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

// chartWidth is the width that charts are laid out for, in millimetres: that of
// the text in the PDF.
const chartWidth = 170.0

// The marks around what Microsoft Word, which draws no SVG, passes over, and
// around what is for Word alone. To all others they are comments.
const (
	notWord, notWordEnd   = "<!--[if !mso]><!-->\n", "<!--<![endif]-->\n"
	onlyWord, onlyWordEnd = "<!--[if mso]><p>", "</p><![endif]-->\n"
)

// figure writes a chart below its caption, as an image with its alternative
// text. Word gets the text.
func (p *printer) figure(f document.Figure) {
	d := chart.DrawRows(f.Chart, 0, chart.Rows(f.Chart), chartWidth, p.measure)
	if d.Height == 0 {
		return
	}
	p.add("<figure>\n")
	if f.Caption != "" {
		p.add("<figcaption>", withBreaks(f.Caption), "</figcaption>\n")
	}
	label := escaped(strings.ReplaceAll(f.Alt, "\n", " "))
	p.add(onlyWord, label, onlyWordEnd, notWord,
		`<div class="scroll" role="group" tabindex="0" aria-label="`, escaped(f.Caption), "\">\n",
		`<svg role="img" aria-label="`, label, `" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, number(d.Width), " ", number(d.Height), `">`, "\n")
	for _, s := range d.Shapes {
		p.shape(s)
	}
	p.add("</svg>\n</div>\n", notWordEnd, "</figure>\n")
}

// number writes a length in hundredths of a millimetre: finer than any printer.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// attributes writes pairs of a name and a number.
func (p *printer) attributes(pairs ...any) {
	for i := 0; i < len(pairs); i += 2 {
		p.add(" ", pairs[i].(string), `="`, number(pairs[i+1].(float64)), `"`)
	}
}

func (p *printer) shape(s chart.Shape) {
	switch s := s.(type) {
	case chart.Line:
		p.add("<line")
		p.attributes("x1", s.From.X, "y1", s.From.Y, "x2", s.To.X, "y2", s.To.Y)
		p.paint(chart.Paint{}, s.Stroke, s.Weight, s.Dashed)
	case chart.Rect:
		p.add("<rect")
		p.attributes("x", s.X, "y", s.Y, "width", s.W, "height", s.H)
		p.paint(s.Fill, s.Stroke, s.Weight, false)
	case chart.Circle:
		p.add("<circle")
		p.attributes("cx", s.Center.X, "cy", s.Center.Y, "r", s.R)
		p.paint(s.Fill, s.Stroke, s.Weight, false)
	case chart.Polygon:
		p.add(`<polygon points="`)
		for i, pt := range s.Points {
			if i > 0 {
				p.add(" ")
			}
			p.add(number(pt.X), ",", number(pt.Y))
		}
		p.add(`"`)
		p.paint(s.Fill, s.Stroke, s.Weight, s.Dashed)
	case chart.Text:
		p.label(s)
	}
}

// paint writes fill and stroke and closes the element.
func (p *printer) paint(fill, stroke chart.Paint, weight float64, dashed bool) {
	if fill.Tone == chart.ToneNone {
		p.add(` fill="none"`)
	} else {
		p.add(` fill="`, fill.RGB().Hex(), `"`)
	}
	if stroke.Tone != chart.ToneNone {
		p.add(` stroke="`, stroke.RGB().Hex(), `" stroke-width="`, number(weight), `"`)
	}
	if dashed {
		p.add(` stroke-dasharray="1.4 1"`)
	}
	p.add("/>\n")
}

// anchors are the anchors as SVG names them.
var anchors = map[chart.Anchor]string{chart.Middle: ` text-anchor="middle"`, chart.End: ` text-anchor="end"`}

func (p *printer) label(t chart.Text) {
	p.add("<text")
	p.attributes("x", t.X, "y", t.Y, "font-size", t.Size.Millimetres())
	p.add(anchors[t.Anchor])
	if t.Bold {
		p.add(` font-weight="bold"`)
	}
	p.add(` fill="`, t.Fill.RGB().Hex(), `">`, escaped(t.S), "</text>\n")
}

// logo writes the sign of the institution.
func (p *printer) logo(l *document.Image) {
	const width, height = 224, 96 // of the box that it fits into, in pixels
	w, h := width, width*l.Height/max(l.Width, 1)
	if h > height {
		w, h = height*l.Width/max(l.Height, 1), height
	}
	p.add(`<img class="logo" alt="`, escaped(l.Alt), `" width="`, strconv.Itoa(w), `" height="`, strconv.Itoa(h),
		`" src="data:image/png;base64,`, base64.StdEncoding.EncodeToString(l.PNG), "\">\n")
}
