package assessment

import (
	"fmt"
	"testing"
)

func TestDifferences(t *testing.T) {
	a := fixture(t, 5, "3 3 2 4 3")
	for i, among := range [][]string{
		{"R1: 2", "R2: 3"},
		{"R1: 3", "R2: 3"},
		{"Ada: the second: 5", "R2: na", "R3: dk", "R4: 1", "R5: 2"},
		nil,
		{"R1: 1", "R2: 2", "no form"},
	} {
		if among != nil {
			a.Answers[i].Decided = &Decision{By: "the group", Reason: "Why", Among: among}
		}
	}
	got := ""
	for _, d := range a.Differences() {
		got += fmt.Sprintf("%s %v %d; ", d.Statement, d.Said, d.Spread())
	}
	if want := "D1-03 [1 2 5 dk na] 4; D1-01 [2 3] 1; D1-05 [1 2] 1; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Without a choice nobody has decided yet: such a statement comes first.
func TestUndecidedComesFirst(t *testing.T) {
	a := fixture(t, 5, "3 - 2")
	a.SetAnswer(Answer{Statement: "D1-01", Choice: 3, Decided: &Decision{By: "all", Among: []string{"R1: 1", "R2: 5"}}})
	a.SetAnswer(Answer{Statement: "D1-02", Decided: &Decision{Among: []string{"R1: 2", "R2: 3"}}})
	d := a.Differences()
	if len(d) != 2 || d[0].Statement != "D1-02" || d[0].Agreed != Unanswered {
		t.Errorf("%+v", d)
	}
}

// Agreed 3 3 2. Three people said 2 3 5 on the first, two 1 5 on the second,
// which is too few: low (2+3+2)/3 = 7/3, high (5+3+2)/3 = 10/3.
func TestSaidRange(t *testing.T) {
	a := fixture(t, 5, "3 3 2", "4 4 4")
	a.SetAnswer(Answer{Statement: "D1-01", Choice: 3, Decided: &Decision{By: "all", Among: []string{"R1: 5", "R2: 2", "R3: 3", "R4: dk"}}})
	a.SetAnswer(Answer{Statement: "D1-02", Choice: 3, Decided: &Decision{By: "all", Among: []string{"R1: 1", "R2: 5"}}})
	low, high, ok := a.SaidRange("d1", 3)
	if !ok || low.RatString() != "7/3" || high.RatString() != "10/3" {
		t.Errorf("%v to %v, %v", low, high, ok)
	}
	if got := a.Score().Dimensions[0].Level.RatString(); got != "8/3" {
		t.Errorf("the level became %s", got)
	}
	if _, _, ok := a.SaidRange("d2", 3); ok {
		t.Error("nobody differed in the second dimension")
	}
}
