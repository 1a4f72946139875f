package assessment

import "testing"

// A range stands beside a level only where something is open.
func TestSummaryRanges(t *testing.T) {
	s := fixture(t, 5, "3 3 3", "2 2 2 2 dk").Summarize()
	if r := s.Dimensions[0]; r.Range != "" || r.Level != "3.0" || r.Answered != "3 of 3" {
		t.Errorf("complete: %+v", r)
	}
	// (8+1)/5 = 1.8 and (8+5)/5 = 2.6; with 3 twice the overall 2.4 to 2.8.
	if r := s.Dimensions[1]; r.Range != "1.8 to 2.6" || r.Coverage != "80 %" {
		t.Errorf("one open: %+v", r)
	}
	if s.Overall.Range != "2.4 to 2.8" {
		t.Errorf("overall: %+v", s.Overall)
	}
	if o := fixture(t, 5, "3 3 3").Summarize().Overall; o.Range != "" {
		t.Errorf("overall without open answers: %+v", o)
	}
}

func TestCheckSummaryNamesEachDifference(t *testing.T) {
	a := fixture(t, 5, "3 3 3", "2 2 2")
	a.Scores = a.Summarize()
	a.Scores.Overall.Level = "4.9"
	a.Scores.Weakest = []DimensionID{"d1"}
	a.Scores.Dimensions = a.Scores.Dimensions[:1]
	a.Scores.Dimensions[0].Coverage = "1 %"
	if diffs := a.CheckSummary(); len(diffs) != 4 {
		t.Errorf("%q", diffs)
	}
}
