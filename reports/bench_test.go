package reports

import (
	"io"
	"strings"
	"testing"
)

// A report of 504 statements with 1008 texts of people, on more than 100 pages.
func BenchmarkLargeReport(b *testing.B) {
	answers := strings.TrimSpace(strings.Repeat("1 2 3 4 5 2 3 ", 12))
	in := sample(b, 5, answers, answers, answers, answers, answers, answers)
	text := strings.Repeat("The deputy minister chairs every review in person. ", 6)
	for i := range in.Assessment.Answers {
		in.Assessment.Answers[i].Evidence, in.Assessment.Answers[i].Comment = text, text
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := WritePDF(io.Discard, Gap(in)); err != nil {
			b.Fatal(err)
		}
	}
}
