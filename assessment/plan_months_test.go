package assessment

import "testing"

func TestMonths(t *testing.T) {
	m := RoadMap{Start: "2026-12-15"}
	for _, c := range []struct {
		start, end string
		from, to   int
		ok         bool
	}{
		{"2026-12-15", "2027-01-14", 1, 1, true},  // the last day of the first month
		{"2026-12-15", "2027-01-15", 1, 2, true},  // the first day of the second
		{"2027-06-15", "2028-06-14", 7, 18, true}, // the second phase
		{"2028-06-15", "", 19, 0, true},           // an open end
		{"", "2027-03-01", 3, 3, true},            // only an end: 2.5 months after the start
		{"2026-01-01", "2026-02-01", 1, 1, true},  // before the plan
		{"2027-05-01", "2027-02-01", 2, 2, true},  // the wrong way round: what ends counts
		{"", "", 0, 0, false},
	} {
		from, to, ok := m.Months(&Action{Start: c.start, End: c.end})
		if from != c.from || to != c.to || ok != c.ok {
			t.Errorf("%s to %s: months %d to %d, %v; want %d to %d, %v", c.start, c.end, from, to, ok, c.from, c.to, c.ok)
		}
	}
	if _, _, ok := (&RoadMap{}).Months(&Action{Start: "2026-12-15"}); ok {
		t.Error("months without a start to count from")
	}
}
