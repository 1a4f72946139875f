package document_test

import (
	"slices"
	"testing"

	"dgca/reports/document"
)

func TestOutlineLeavesNoDepthOut(t *testing.T) {
	for _, c := range []struct{ levels, want []int }{
		{[]int{1, 2, 3, 2, 1}, []int{0, 1, 2, 1, 0}},
		{[]int{1, 3, 3, 2, 3, 1, 3}, []int{0, 1, 1, 1, 2, 0, 1}},
		{[]int{3, 3, 2, 1, 2}, []int{0, 0, 0, 0, 1}},
	} {
		var o document.Outline
		var got []int
		for _, l := range c.levels {
			got = append(got, o.Depth(l))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("levels %v stand at %v, want %v", c.levels, got, c.want)
		}
	}
}
