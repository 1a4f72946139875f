package assessment

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// spread reads answers such as "2 3 dk na -", the last one unanswered.
func spread(t *testing.T, words string) Distribution {
	t.Helper()
	d := NewDistribution(5)
	for _, w := range strings.Fields(words) {
		var c Choice
		if err := c.UnmarshalText([]byte(strings.TrimPrefix(w, "-"))); err != nil || !d.Add(c) {
			t.Fatalf("%q: %v", w, err)
		}
	}
	return d
}

// The first three cases are the worked examples of the method. The quartiles of
// the others are by hand: type 7 takes the position (n-1)p of the sorted answers,
// counted from 0.
func TestDistribution(t *testing.T) {
	for _, c := range []struct {
		answers         string
		median, low, up Quarters
		near            Percent
		accord          Accord
	}{
		{"2 2 3 5", 10, 8, 14, 75, Discuss},       // q3 at 2.25: 3 + 0.25*2 = 3.5
		{"3 3 3 4 4", 12, 12, 16, 100, Consensus}, // q3 at 3: 4
		{"1 1 1 1 5", 4, 4, 4, 80, Discuss},       // range 4
		{"", 0, 0, 0, 0, FindOut},
		{"dk dk na", 0, 0, 0, 0, FindOut},
		{"4", 16, 16, 16, 100, TooFew},
		{"2 4", 12, 10, 14, 100, TooFew},               // q1 at 0.25: 2 + 0.25*2 = 2.5
		{"3 3 3", 12, 12, 12, 100, Consensus},          // n = 3: the fewest
		{"2 3 4", 12, 10, 14, 100, Discuss},            // n < 5: range 2 is too wide; q1 at 0.5
		{"2 3 3 4", 12, 11, 13, 100, Discuss},          // n < 5; q1 at 0.75: 2.75
		{"2 3 3 3 4", 12, 12, 12, 100, Consensus},      // n = 5: range 2 is allowed
		{"3 3 3 na", 12, 12, 12, 100, Discuss},         // one says not applicable
		{"3 3 3 dk dk dk", 12, 12, 12, 100, Consensus}, // exactly half answered
		{"3 3 3 dk dk dk -", 12, 12, 12, 100, TooFew},  // fewer than half
		{"1 2 2 3 3", 8, 8, 12, 100, Consensus},        // IQR 1, range 2
		{"1 1 2 3 3 3 3", 12, 6, 12, 71, Discuss},      // within one: 5 of 7; q1 at 1.5
		{"2 2 2 2 3 3 4 4", 10, 8, 13, 75, Discuss},    // IQR 1.25 is shown as 1.3; within 1.5 to 3.5: 6 of 8
		{"1 1 1 1 2 2 2 3", 6, 4, 8, 88, Consensus},    // IQR 1; 7 of 8 between 0.5 and 2.5
	} {
		d := spread(t, c.answers)
		low, up := d.Quartiles()
		near := Percent(0)
		if r := d.NearMedian(); r != nil {
			near = RoundPercent(r)
		}
		if d.Median() != c.median || low != c.low || up != c.up || near != c.near || d.Accord() != c.accord {
			t.Errorf("%s: median %s, quartiles %s and %s, near %s, %s; want %s, %s, %s, %s, %s", c.answers,
				d.Median(), low, up, near, d.Accord(), c.median, c.low, c.up, c.near, c.accord)
		}
	}
}

// 38 of 51 is 74.51 %, which is shown as 75 %: the shown value decides.
func TestShareDecidesAsShown(t *testing.T) {
	d := NewDistribution(5)
	d.Levels[2], d.Levels[0] = 38, 13
	// Levels 1 and 3 only, the median is 3: 38 of 51 within one. The range is 2;
	// the lower quartile lies at 12.5: half way between 1 and 3.
	if low, _ := d.Quartiles(); RoundPercent(d.NearMedian()) != 75 || low != 8 || d.Accord() != Consensus {
		t.Errorf("share %s, lower quartile %s, %s", RoundPercent(d.NearMedian()), low, d.Accord())
	}
}

func TestDiffers(t *testing.T) {
	for _, c := range []struct {
		answers string
		agreed  Choice
		want    bool
	}{
		{"3 3 3 4 4", 3, false}, {"3 3 3 4 4", 4, true}, {"3 3 3 4 4", NotApplicable, true}, {"3 3 3 4 4", Unknown, true},
		{"2 2 3 5", 2, false}, {"2 2 3 5", 3, false}, {"2 2 3 5", 4, true}, // median 2.5
		{"dk dk", 4, false}, {"", NotApplicable, false}, {"3 3 3", Unanswered, false},
	} {
		d := spread(t, c.answers)
		if got := d.Differs(c.agreed); got != c.want {
			t.Errorf("%s agreed %s: %v", c.answers, c.agreed, got)
		}
	}
}

// What holds for all answers: the order of people does not matter, quartiles are
// in order and on the scale, type 7 agrees with its definition on sorted answers.
func TestDistributionProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		k := Level(2 + r.IntN(6))
		answers := make([]Choice, r.IntN(30))
		for i := range answers {
			answers[i] = Choice(r.IntN(int(k)+3) - 2)
		}
		d, e := NewDistribution(k), NewDistribution(k)
		var sorted []int
		for _, c := range answers {
			d.Add(c)
			if c > 0 {
				sorted = append(sorted, int(c))
			}
		}
		r.Shuffle(len(answers), func(i, j int) { answers[i], answers[j] = answers[j], answers[i] })
		for _, c := range answers {
			e.Add(c)
		}
		low, up := d.Quartiles()
		if el, eu := e.Quartiles(); el != low || eu != up || d.Median() != e.Median() || d.Accord() != e.Accord() || d.Sheets() != len(answers) {
			t.Fatalf("the order of %v matters", answers)
		}
		if len(sorted) == 0 {
			continue
		}
		slices.Sort(sorted)
		for part, got := range map[int]Quarters{1: low, 2: d.Median(), 3: up} {
			at := (len(sorted) - 1) * part
			want := 4 * sorted[at/4]
			if at%4 > 0 {
				want += at % 4 * (sorted[at/4+1] - sorted[at/4])
			}
			if got != Quarters(want) {
				t.Fatalf("%v: quartile %d is %s, want %s", sorted, part, got, Quarters(want))
			}
		}
		if first, last := d.Ends(); low < Quarters(4*first) || low > d.Median() || d.Median() > up || up > Quarters(4*last) {
			t.Fatalf("%v: %s %s %s are out of order", sorted, low, d.Median(), up)
		}
	}
}
