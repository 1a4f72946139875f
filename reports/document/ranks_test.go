package document

import "testing"

func TestRanks(t *testing.T) {
	for _, c := range []struct{ levels, want []int }{
		{[]int{1, 2, 2, 3, 1, 3, 3, 2}, []int{0, 1, 1, 2, 0, 1, 1, 1}},
		{[]int{3, 3, 3}, []int{0, 0, 0}}, // a brief document, whose section has no heading
		{[]int{1, 3, 2, 3}, []int{0, 1, 1, 2}},
	} {
		var r Ranks
		for i, level := range c.levels {
			if got := r.Depth(level); got != c.want[i] {
				t.Errorf("%v: heading %d stands below %d, want %d", c.levels, i, got, c.want[i])
			}
		}
	}
}
