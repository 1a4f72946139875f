package pdf

import (
	"io"
	"testing"

	"dgca/reports/document"
)

// longReport is a report of about 25 pages with charts on many of them.
func longReport() document.Document {
	d := sampleReport()
	profile := d.Sections[1]
	for range 3 {
		profile.ID = ""
		d.Sections = append(d.Sections, profile)
	}
	return d
}

func BenchmarkWrite(b *testing.B) {
	d := longReport()
	var stats Stats
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if stats, err = WriteStats(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(stats.Pages), "pages")
}

func BenchmarkLayout(b *testing.B) {
	var t typesetter
	text := document.Plain("Responsibilities for digital services are written down, known to those who hold them, and reviewed every year.")
	b.ReportAllocs()
	for b.Loop() {
		t.layout(text, bodyStyle, 60, document.AlignStart)
	}
}
