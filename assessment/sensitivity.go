package assessment

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
)

// Sensitivity says how much the results depend on choices that could have been
// made otherwise (method, section 9). Weights and Without are nil where there
// is no overall of two or more dimensions.
type Sensitivity struct {
	// Weights is the 5th to 95th percentile of the overall level over Draws
	// random weightings of the dimensions, as shown.
	Weights *[2]Tenths
	// Weakest has one entry for each weakest dimension.
	Weakest []WeakestCheck
	// Without has the overall level with each dimension left out in turn.
	Without []WithoutDimension
}

// WeakestCheck says how firmly a dimension is the weakest.
type WeakestCheck struct {
	Dimension  DimensionID
	Stays      int  // cases in which it stays the weakest, or one of them
	Cases      int  // answered statements left out in turn
	StaysAtLow bool // when all open statements of all dimensions were 1
	StaysAtTop bool // when all open statements of all dimensions were K
}

// WithoutDimension is the overall level without one dimension.
type WithoutDimension struct {
	Dimension DimensionID
	Level     *big.Rat
}

// Draws is the number of random weightings; the seed is fixed, so that a report
// made again shows the same figures.
const (
	Draws       = 5000
	weightsSeed = 20221117
)

// Sensitivity computes the checks of the method, section 9.
func (a *Assessment) Sensitivity() Sensitivity {
	c := a.compute()
	var s Sensitivity
	for _, id := range c.card.Overall.Weakest {
		s.Weakest = append(s.Weakest, c.checkWeakest(id))
	}
	if !c.card.Overall.Shown() {
		return s
	}
	levels, counted := []float64{}, []int{}
	for i := range c.card.Dimensions {
		if d := &c.card.Dimensions[i]; d.Shown() {
			f, _ := d.Level.Float64()
			levels, counted = append(levels, f), append(counted, i)
		}
	}
	if len(levels) < 2 {
		return s
	}
	s.Weights = weightRange(levels)
	for _, i := range counted {
		weights := make([]int64, len(c.card.Dimensions))
		for _, j := range counted {
			if j != i {
				weights[j] = a.Asked.Dimensions[j].Weight.Units()
			}
		}
		o := overallOf(&a.Asked, c.card.Dimensions, weights)
		s.Without = append(s.Without, WithoutDimension{c.card.Dimensions[i].ID, o.Level})
	}
	return s
}

// weightRange draws weights uniformly from the simplex: normalised exponential
// variates.
func weightRange(levels []float64) *[2]Tenths {
	rng := rand.New(rand.NewPCG(weightsSeed, 0))
	draws := make([]float64, Draws)
	for i := range draws {
		var sum, weighted float64
		for _, l := range levels {
			e := -math.Log(1 - rng.Float64())
			sum += e
			weighted += e * l
		}
		draws[i] = weighted / sum
	}
	slices.Sort(draws)
	return &[2]Tenths{tenthsOf(quantile(draws, 0.05)), tenthsOf(quantile(draws, 0.95))}
}

// quantile interpolates linearly between sorted values (type 7).
func quantile(sorted []float64, p float64) float64 {
	h := p * float64(len(sorted)-1)
	i := int(h)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (h-float64(i))*(sorted[i+1]-sorted[i])
}

func tenthsOf(f float64) Tenths { return Tenths(math.Round(f * 10)) }

// checkWeakest leaves out each answered statement in turn.
func (c *computation) checkWeakest(id DimensionID) WeakestCheck {
	w := WeakestCheck{Dimension: id}
	stays := func(dims []DimensionScore, value func(*DimensionScore) *big.Rat) bool {
		ids, _ := weakest(dims, value)
		return slices.Contains(ids, id)
	}
	w.StaysAtLow = stays(c.card.Dimensions, func(d *DimensionScore) *big.Rat { return d.Low })
	w.StaysAtTop = stays(c.card.Dimensions, func(d *DimensionScore) *big.Rat { return d.High })
	for _, out := range c.items {
		if _, ok := out.answer.Choice.Level(); !ok {
			continue
		}
		d := out.place.Dimension
		dims := slices.Clone(c.card.Dimensions)
		dims[d].Score = c.dimensionScore(func(it *item) bool { return it != out && it.place.Dimension == d })
		w.Cases++
		if stays(dims, func(d *DimensionScore) *big.Rat { return d.Level }) {
			w.Stays++
		}
	}
	return w
}
