package pdf

import (
	"bytes"
	"fmt"
	"io"

	"dgca/reports/document"
)

// largeScales are tried from the largest on.
var largeScales = [...]float64{1.9, 1.7, 1.5, 1.3, 1.15, 1, 0.9}

// writeLarge prints a document in the largest type that lets it stay on one
// page with no word divided; where a word is too long for that, in the largest
// that lets it stay on one page. One with more text than any type can hold runs
// on.
func writeLarge(w io.Writer, d document.Document) (Stats, error) {
	var best []byte
	var stats Stats
	for _, scale := range largeScales {
		var file bytes.Buffer
		p := newPrinter(d)
		text := &typesetter{scale: scale}
		p.text = text
		s, err := p.write(&file)
		if err != nil {
			return Stats{}, err
		}
		if best == nil || stats.Pages > 1 || s.Pages <= 1 && !text.cut {
			best, stats = file.Bytes(), s
		}
		if s.Pages <= 1 && !text.cut {
			break
		}
	}
	if _, err := w.Write(best); err != nil {
		return Stats{}, fmt.Errorf("writing the PDF file: %w", err)
	}
	return stats, nil
}
