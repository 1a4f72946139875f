package assessment

import (
	"cmp"
	"math/big"
	"slices"
)

// Spread is the distribution of some levels over units: the quartiles are by
// linear interpolation (type 7, as in R and spreadsheets). All but N are nil
// without a level.
type Spread struct {
	N                           int
	Least, Q1, Median, Q3, Most *big.Rat
}

// Half is the distance between the quartiles, in which the middle half of the
// units lies; nil without a level.
func (s *Spread) Half() *big.Rat {
	if s.N == 0 {
		return nil
	}
	return new(big.Rat).Sub(s.Q3, s.Q1)
}

// Range is the distance between the least and the most; nil without a level.
func (s *Spread) Range() *big.Rat {
	if s.N == 0 {
		return nil
	}
	return new(big.Rat).Sub(s.Most, s.Least)
}

func spreadOf(values []*big.Rat) Spread {
	slices.SortFunc(values, (*big.Rat).Cmp)
	n := len(values)
	return spreadAt(n, func(i int) *big.Rat { return values[i] })
}

// spreadOfCounts is the spread of whole levels, given how often each occurs.
func spreadOfCounts(counts []int) Spread {
	n := 0
	for _, c := range counts {
		n += c
	}
	return spreadAt(n, func(i int) *big.Rat {
		level := 0
		for i >= counts[level] {
			i -= counts[level]
			level++
		}
		return big.NewRat(int64(level+1), 1)
	})
}

// spreadAt is the spread of n values in order.
func spreadAt(n int, at func(i int) *big.Rat) Spread {
	s := Spread{N: n}
	if n == 0 {
		return s
	}
	// The quartile q of 4 stands at q*(n-1)/4 of the way, counted from 0.
	quartile := func(q int) *big.Rat {
		whole, rest := q*(n-1)/4, q*(n-1)%4
		v := new(big.Rat).Set(at(whole))
		if rest > 0 {
			step := new(big.Rat).Sub(at(whole+1), v)
			v.Add(v, step.Mul(step, big.NewRat(int64(rest), 4)))
		}
		return v
	}
	s.Least, s.Q1, s.Median, s.Q3, s.Most = at(0), quartile(1), quartile(2), quartile(3), at(n-1)
	return s
}

// levels returns the levels that may be shown of a dimension, of the units at
// the given positions.
func (c *Comparison) levels(dimension int, of []int) []*big.Rat {
	var out []*big.Rat
	for _, i := range of {
		if c.Units[i].Shown(dimension) {
			out = append(out, c.Units[i].Dimensions[dimension].Level)
		}
	}
	return out
}

// matrix lists the compared statements and what each unit answered.
func (c *Comparison) matrix(main *Profile, keep map[statementKey]bool) {
	index := map[statementKey]int{}
	add := func(asked *Snapshot) {
		for st, place := range asked.Statements() {
			if _, ok := index[st.key()]; ok || keep != nil && !keep[st.key()] {
				continue
			}
			index[st.key()] = len(c.Statements)
			c.Statements = append(c.Statements, ComparedStatement{ID: st.ID, Dimension: asked.Dimensions[place.Dimension].ID, Text: st.Text,
				Counts: make([]int, c.K())})
		}
	}
	add(main.asked)
	// Other scopes may ask what the largest one does not. Such statements follow
	// those of their dimension.
	seen := map[*Snapshot]bool{main.asked: true}
	for _, u := range c.Units {
		if !u.Foreign && !seen[u.asked] {
			seen[u.asked] = true
			add(u.asked)
		}
	}
	c.sortStatements(index)
	for i := range c.Units {
		c.unitAnswers(&c.Units[i], index)
	}
	for i := range c.Statements {
		s := &c.Statements[i]
		s.Spread = spreadOfCounts(s.Counts)
	}
}

func (c *Comparison) sortStatements(index map[statementKey]int) {
	order := make([]int, len(c.Statements))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Compare(c.dimension(c.Statements[x].Dimension), c.dimension(c.Statements[y].Dimension))
	})
	old := slices.Clone(c.Statements)
	place := make([]int, len(order))
	for to, from := range order {
		c.Statements[to], place[from] = old[from], to
	}
	for key, from := range index {
		index[key] = place[from]
	}
}

// dimension returns the position of a dimension.
func (c *Comparison) dimension(id DimensionID) int {
	return slices.IndexFunc(c.Dimensions, func(d ComparedDimension) bool { return d.ID == id })
}

// unitAnswers fills in the row of one unit and counts it.
func (c *Comparison) unitAnswers(u *ComparedUnit, index map[statementKey]int) {
	u.Answers, u.Targets = make([]Choice, len(c.Statements)), make([]Level, len(c.Statements))
	if u.Foreign {
		return
	}
	a := &Assessment{Asked: *u.asked, Targets: u.targets}
	n := 0
	for st, place := range u.asked.Statements() {
		choice := u.answers[n].choice
		n++
		at, ok := index[st.key()]
		if !ok {
			continue
		}
		s := &c.Statements[at]
		s.Asked++
		u.Answers[at] = choice
		u.Targets[at], _ = a.TargetOf(st.ID, u.asked.Dimensions[place.Dimension].ID)
		if l, answered := choice.Level(); answered {
			s.Counts[l-1]++
			if l < u.Targets[at] {
				s.Below++
				s.Distance += int(u.Targets[at] - l)
			}
		}
	}
}

// SharedGaps returns up to n statements where the most units are below their
// target. Of equal ones, those with the larger share of the answers come first,
// then those that lack more levels, then the order of the questionnaire counts.
func (c *Comparison) SharedGaps(n int) []*ComparedStatement {
	return c.pick(n, func(s *ComparedStatement) bool { return s.Below > 0 }, func(x, y *ComparedStatement) int {
		return cmp.Or(cmp.Compare(y.Below, x.Below), cmp.Compare(y.Below*x.Answered(), x.Below*y.Answered()), cmp.Compare(y.Distance, x.Distance))
	})
}

// SharedStrengths returns up to n statements where the most units have reached
// their target, with those first that the fewest have not.
func (c *Comparison) SharedStrengths(n int) []*ComparedStatement {
	return c.pick(n, func(s *ComparedStatement) bool { return s.Reached() > s.Below }, func(x, y *ComparedStatement) int {
		return cmp.Or(cmp.Compare(y.Reached(), x.Reached()), cmp.Compare(x.Below, y.Below))
	})
}

// leastUneven is how many units must have a level before a statement is called
// uneven.
const leastUneven = 2

// Uneven returns up to n statements with the largest distance between the
// quartiles of the units, then the largest range.
func (c *Comparison) Uneven(n int) []*ComparedStatement {
	return c.pick(n, func(s *ComparedStatement) bool { return s.Answered() >= leastUneven && s.Spread.Half().Sign() > 0 },
		func(x, y *ComparedStatement) int {
			return cmp.Or(y.Spread.Half().Cmp(x.Spread.Half()), y.Spread.Range().Cmp(x.Spread.Range()))
		})
}

func (c *Comparison) pick(n int, in func(*ComparedStatement) bool, order func(x, y *ComparedStatement) int) []*ComparedStatement {
	var out []*ComparedStatement
	for i := range c.Statements {
		if in(&c.Statements[i]) {
			out = append(out, &c.Statements[i])
		}
	}
	slices.SortStableFunc(out, order)
	return out[:min(n, len(out))]
}
