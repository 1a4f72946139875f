package assessment

import (
	"testing"
)

// Two dimensions at levels 2 and 4 with weights w and 1-w, w uniform: the
// overall is uniform on 2 to 4, so its 5th and 95th percentiles are 2.1 and
// 3.9.
func TestWeightSensitivity(t *testing.T) {
	s := fixture(t, 5, "2 2 2", "4 4 4").Sensitivity()
	if s.Weights == nil || *s.Weights != [2]Tenths{21, 39} {
		t.Fatalf("weights: %v", s.Weights)
	}
	if len(s.Without) != 2 {
		t.Fatalf("without: %v", s.Without)
	}
	rat(t, "without d1", s.Without[0].Level, "4")
	rat(t, "without d2", s.Without[1].Level, "2")
	if s := fixture(t, 5, "3 3 3", "3 3 3", "3 3 3").Sensitivity(); *s.Weights != [2]Tenths{30, 30} {
		t.Errorf("equal dimensions: %v", s.Weights)
	}
	if s := fixture(t, 5, "3 3 3", "3 - -").Sensitivity(); s.Weights != nil || s.Without != nil {
		t.Errorf("without an overall there is nothing to vary: %+v", s)
	}
}

// d1 has levels 1 2 2 3 (2.0), d2 has 2 2 3 3 (2.5). Leaving out of d1: the 1
// gives 7/3 = 2.3, a 2 gives 2.0, the 3 gives 1.7; of d2: a 2 gives 8/3 = 2.7,
// a 3 gives 7/3 = 2.3. d1 stays the weakest in all eight cases.
func TestWeakestCheck(t *testing.T) {
	s := fixture(t, 5, "1 2 2 3", "2 2 3 3").Sensitivity()
	if len(s.Weakest) != 1 || s.Weakest[0] != (WeakestCheck{"d1", 8, 8, true, true}) {
		t.Errorf("%+v", s.Weakest)
	}
	// d1 has 1 3 3 3 and d2 has 2 2 3 3: both are 2.5 and both the weakest.
	s = fixture(t, 5, "1 3 3 3", "2 2 3 3").Sensitivity()
	if len(s.Weakest) != 2 || s.Weakest[0].Cases != 8 {
		t.Fatalf("%+v", s.Weakest)
	}
	// d1 without the 1 is 3.0: no longer weakest; without a 3 it is 2.3: alone.
	// d2 without a 2 is 2.7: d1 stays; without a 3 it is 2.3: d1 does not.
	if s.Weakest[0].Stays != 3+2 {
		t.Errorf("d1 stays in %d cases", s.Weakest[0].Stays)
	}
	// Open statements: d1 3 of 4 at 2.0, low (6+1)/4 = 1.75 -> 1.8, high
	// (6+5)/4 = 2.75 -> 2.8; d2 2.5 complete. At the top d2 is the weakest.
	s = fixture(t, 5, "2 2 2 dk", "2 2 3 3").Sensitivity()
	if w := s.Weakest[0]; !w.StaysAtLow || w.StaysAtTop {
		t.Errorf("%+v", w)
	}
}

// d1 is complete at 2.0; d2 has 2 2 3 and two open: 7/3, low (7+2)/5 = 1.8.
func TestWeakestAtTheLowEnd(t *testing.T) {
	s := fixture(t, 5, "2 2 2", "2 2 3 dk -").Sensitivity()
	if w := s.Weakest[0]; w.Dimension != "d1" || w.StaysAtLow || !w.StaysAtTop {
		t.Errorf("%+v", s.Weakest)
	}
}

func TestOneDimensionHasNoWeights(t *testing.T) {
	if s := fixture(t, 5, "3 3 3").Sensitivity(); s.Weights != nil || s.Without != nil {
		t.Errorf("%+v", s)
	}
}
