package cli

import (
	"testing"

	"dgca/cmd/internal/cli/demo"
	"dgca/questionnaires"
	"dgca/reports"
)

// The report of the ministry in the demo, from the assessment to the file.
func BenchmarkDemoReport(b *testing.B) {
	q := questionnaires.BuiltIn()
	all, err := demo.Assessments(q)
	if err != nil {
		b.Fatal(err)
	}
	in := reports.Input{Assessment: all[0], Questionnaire: q, Created: demoDate, Program: programName}
	size := 0
	b.ReportAllocs()
	for b.Loop() {
		data, err := gapReport(in, usualFormat)
		if err != nil {
			b.Fatal(err)
		}
		size = len(data)
	}
	b.ReportMetric(float64(size), "bytes")
}
