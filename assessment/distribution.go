package assessment

import (
	"math/big"
	"slices"
)

// Distribution counts what several people said about one statement of one unit
// (method, section 6). Levels are ordinal: the median leads, and there is no
// mean.
type Distribution struct {
	Levels        []int `yaml:"levels,flow"` // answers on each level; index 0 is level 1
	Unknown       int   `yaml:"dont_know,omitempty"`
	NotApplicable int   `yaml:"not_applicable,omitempty"`
	Unanswered    int   `yaml:"unanswered,omitempty"`
}

// NewDistribution returns an empty distribution over a scale of k levels.
func NewDistribution(k Level) Distribution { return Distribution{Levels: make([]int, k)} }

// Add counts one answer. A level that is not on the scale is not counted; it
// reports whether the answer was.
func (d *Distribution) Add(c Choice) bool {
	switch l, ok := c.Level(); {
	case ok && int(l) > len(d.Levels), c < NotApplicable:
		return false
	case ok:
		d.Levels[l-1]++
	case c == Unknown:
		d.Unknown++
	case c == NotApplicable:
		d.NotApplicable++
	default:
		d.Unanswered++
	}
	return true
}

// choices lists the answers: levels in order, then don't know, then not
// applicable.
func (d *Distribution) choices() []Choice {
	var out []Choice
	for i, n := range d.Levels {
		out = append(out, slices.Repeat([]Choice{Choice(i + 1)}, n)...)
	}
	out = append(out, slices.Repeat([]Choice{Unknown}, d.Unknown)...)
	return append(out, slices.Repeat([]Choice{NotApplicable}, d.NotApplicable)...)
}

// N returns how many people gave a level.
func (d *Distribution) N() int {
	n := 0
	for _, c := range d.Levels {
		n += c
	}
	return n
}

// Sheets returns how many people were asked.
func (d *Distribution) Sheets() int { return d.N() + d.Unknown + d.NotApplicable + d.Unanswered }

// Ends returns the lowest and the highest level that was given; 0 and 0 when
// there is none.
func (d *Distribution) Ends() (low, high Level) {
	for i, c := range d.Levels {
		if c == 0 {
			continue
		}
		if low == 0 {
			low = Level(i + 1)
		}
		high = Level(i + 1)
	}
	return low, high
}

// Range is the distance between the highest and the lowest level that was given.
func (d *Distribution) Range() int {
	low, high := d.Ends()
	return int(high - low)
}

// Quarters is an exact level, or a difference of levels, in quarters: 10 is
// 2.5. Medians and quartiles of whole levels are whole numbers of quarters.
type Quarters int

// Tenths returns the value as it is shown.
func (q Quarters) Tenths() Tenths { return RoundTenths(big.NewRat(int64(q), 4)) }

// String returns the value with one decimal.
func (q Quarters) String() string { return q.Tenths().String() }

// Float returns the value for geometry.
func (q Quarters) Float() float64 { return float64(q) / 4 }

// Median returns the mean of the middle two levels, or the middle one; 0 when
// nobody gave a level.
func (d *Distribution) Median() Quarters { return d.quantile(2) }

// Quartiles returns the lower and the upper quartile by linear interpolation
// (type 7, as in R and in spreadsheets); 0 and 0 when nobody gave a level.
func (d *Distribution) Quartiles() (lower, upper Quarters) { return d.quantile(1), d.quantile(3) }

// IQR is the distance between the quartiles.
func (d *Distribution) IQR() Quarters {
	lower, upper := d.Quartiles()
	return upper - lower
}

// quantile returns the quantile of part/4. In type 7 it lies at the position
// (n-1)*part/4 of the sorted levels, counted from 0.
func (d *Distribution) quantile(part int) Quarters {
	n := d.N()
	if n == 0 {
		return 0
	}
	position := (n - 1) * part
	whole, rest := position/4, position%4
	below := d.at(whole)
	above := below
	if rest > 0 {
		above = d.at(whole + 1)
	}
	return Quarters(4*below + rest*(above-below))
}

// at returns the level at an index of the sorted levels, from 0.
func (d *Distribution) at(index int) int {
	for i, c := range d.Levels {
		if index < c {
			return i + 1
		}
		index -= c
	}
	return len(d.Levels)
}

// NearMedian returns the share of the levels that lie within one of the median,
// from 0 to 1; nil when nobody gave a level.
func (d *Distribution) NearMedian() *big.Rat {
	n := d.N()
	if n == 0 {
		return nil
	}
	median, near := d.Median(), 0
	for i, c := range d.Levels {
		if off := Quarters(4*(i+1)) - median; off >= -4 && off <= 4 {
			near += c
		}
	}
	return big.NewRat(int64(near), int64(n))
}

// Differs reports whether an agreed answer is another one than the median, so
// that its reason must be said. A median between two levels is that of both. An
// agreed "don't know" or "not applicable" differs from every median. Where there
// is no median, nothing differs.
func (d *Distribution) Differs(agreed Choice) bool {
	level, ok := agreed.Level()
	switch off := Quarters(4*level) - d.Median(); {
	case d.N() == 0 || agreed == Unanswered:
		return false
	default:
		return !ok || off < -2 || off > 2
	}
}

// Accord is what the answers of several people allow to conclude.
type Accord int

// The accords, in the order of the agenda of the second pass.
const (
	Discuss Accord = iota
	TooFew
	Consensus
	FindOut // nobody gave a level
)

// String returns the words for an accord in files and outputs.
func (a Accord) String() string {
	return [...]string{"discuss", "too few answers", "consensus", "find out"}[a]
}

// The thresholds of the method, section 6. nearShare is a share as shown.
const (
	fewestSheets         = 3
	nearShare    Percent = 75
	mostIQR              = Quarters(4)
	mostRange            = 2
	mostRangeFew         = 1 // with fewer than fewForRange answers
	fewForRange          = 5
)

// Accord concludes from the answers (method, section 6).
func (d *Distribution) Accord() Accord {
	n := d.N()
	limit := mostRange
	if n < fewForRange {
		limit = mostRangeFew
	}
	switch {
	case n == 0:
		return FindOut
	case n < fewestSheets || 2*n < d.Sheets():
		return TooFew
	case d.NotApplicable == 0 && RoundPercent(d.NearMedian()) >= nearShare && d.IQR() <= mostIQR && d.Range() <= limit:
		return Consensus
	}
	return Discuss
}
