package pdf

import (
	"bytes"

	"github.com/jung-kurt/gofpdf"

	"dgca/reports/document"
	"dgca/reports/internal/pdf/finish"
)

// logo lays out the sign of the institution, as large as a box allows.
func (p *printer) logo(l *document.Image, width, height float64) []piece {
	if l == nil || l.Width <= 0 || l.Height <= 0 {
		return nil
	}
	w, h := width, width*float64(l.Height)/float64(l.Width)
	if h > height {
		w, h = height*float64(l.Width)/float64(l.Height), height
	}
	const name = "logo"
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	p.canvas.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(l.PNG))
	part := p.part.Child(finish.Figure)
	part.Alt, _ = clean(l.Alt)
	return []piece{{
		height: h + 5,
		draw: func(x, y float64) {
			box := rectangle(x, y, w, h)
			part.Box = &box
			p.canvas.inside(content{part: part}, func() {
				p.canvas.begin(part)
				p.canvas.pdf.ImageOptions(name, x, y, w, h, false, options, 0, "")
			})
		},
	}}
}
