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
