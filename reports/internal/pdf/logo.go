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
	size := logoSize(l, width, height)
	const name = "logo"
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	p.canvas.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(l.PNG))
	part := p.part.Child(finish.Figure)
	part.Alt = clean(l.Alt)
	return []piece{{
		height: size.height + 5,
		draw: func(x, y float64) {
			box := rectangle(x, y, size.width, size.height)
			part.Box = &box
			p.canvas.inside(content{part: part}, func() {
				p.canvas.begin(part)
				p.canvas.pdf.ImageOptions(name, x, y, size.width, size.height, false, options, 0, "")
			})
		},
	}}
}

// boxSize is the size of a picture on the page, in millimetres.
type boxSize struct{ width, height float64 }

// logoSize returns the largest size of a picture in a box.
func logoSize(l *document.Image, width, height float64) boxSize {
	w, h := float64(l.Width), float64(l.Height)
	scale := min(width/w, height/h)
	return boxSize{w * scale, h * scale}
}
