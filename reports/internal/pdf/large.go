package pdf

import (
	"bytes"
	"fmt"
	"io"

	"dgca/reports/document"
)

// largeScales are tried from the largest on, until the document is one page.
var largeScales = [...]float64{1.9, 1.7, 1.5, 1.3, 1.15, 1, 0.9}

// writeLarge prints a document in the largest type that lets it stay on one
// page. One with more text than any type can hold runs on.
func writeLarge(w io.Writer, d document.Document) (Stats, error) {
	var file bytes.Buffer
	var stats Stats
	for _, scale := range largeScales {
		file.Reset()
		p := newPrinter(d)
		p.text.scale = scale
		var err error
		if stats, err = p.write(&file); err != nil {
			return Stats{}, err
		}
		if stats.Pages <= 1 {
			break
		}
	}
	if _, err := w.Write(file.Bytes()); err != nil {
		return Stats{}, fmt.Errorf("writing the PDF file: %w", err)
	}
	return stats, nil
}
