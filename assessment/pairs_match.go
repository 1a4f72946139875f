package assessment

import (
	"cmp"
	"math/big"
	"math/bits"
	"slices"
)

// ExactPeers is the largest number of units whose pairing is exact.
const ExactPeers = 20

// matcher finds the pairing of the largest value. The values are whole numbers,
// the exact ones times their common denominator, so that equal is equal.
type matcher struct {
	value [][]*big.Int // of the pair of i and j; value[i][i] is nil
}

func newMatcher(values [][]*big.Rat) *matcher {
	denominator := big.NewInt(1)
	for i := range values {
		for j := range i {
			d := values[i][j].Denom()
			common := new(big.Int).GCD(nil, nil, denominator, d)
			denominator.Mul(denominator, new(big.Int).Quo(d, common))
		}
	}
	m := &matcher{value: make([][]*big.Int, len(values))}
	for i := range values {
		m.value[i] = make([]*big.Int, len(values))
		for j := range i {
			v := new(big.Int).Quo(denominator, values[i][j].Denom())
			m.value[i][j] = v.Mul(v, values[i][j].Num())
			m.value[j][i] = m.value[i][j]
		}
	}
	return m
}

// match returns groups of two, one of them of three for an odd number; members
// ascend, and groups by their first member.
func (m *matcher) match() [][]int {
	all := make([]int, len(m.value))
	for i := range all {
		all[i] = i
	}
	if len(all) <= ExactPeers {
		return m.exact(all)
	}
	return m.improve(m.greedy(all))
}

// of returns the value of a group.
func (m *matcher) of(group ...int) *big.Int {
	sum := new(big.Int)
	for n, i := range group {
		for _, j := range group[:n] {
			sum.Add(sum, m.value[i][j])
		}
	}
	return sum
}

// exact returns the best pairing of the members, which ascend; of equal ones
// the first in the order of members.
func (m *matcher) exact(members []int) [][]int {
	t := &table{m: m, members: members, best: make([]*big.Int, 1<<len(members))}
	t.best[0] = new(big.Int)
	var groups [][]int
	for rest := uint32(1)<<len(members) - 1; rest != 0; {
		want := t.value(rest)
		for group := range t.withFirst(rest) {
			left := rest
			for _, i := range group {
				left &^= 1 << i
			}
			got := t.of(group...)
			if got.Add(got, t.value(left)).Cmp(want) == 0 {
				groups = append(groups, t.names(group))
				rest = left
				break
			}
		}
	}
	return groups
}

// table holds the value of the best pairing of every even subset that was asked
// for. A subset is a set of bits, one for each of the members.
type table struct {
	m       *matcher
	members []int
	best    []*big.Int
}

func (t *table) of(group ...int) *big.Int { return t.m.of(t.names(group)...) }

func (t *table) names(group []int) []int {
	out := make([]int, len(group))
	for n, i := range group {
		out[n] = t.members[i]
	}
	return out
}

// value returns the value of the best pairing of a subset. For an odd subset
// this is the best trio with the best pairing of the others.
func (t *table) value(set uint32) *big.Int {
	if bits.OnesCount32(set)%2 == 0 {
		return t.even(set)
	}
	best := big.NewInt(-1)
	for trio := range trios(set) {
		rest := set &^ (1<<trio[0] | 1<<trio[1] | 1<<trio[2])
		if v := t.of(trio[:]...); v.Add(v, t.even(rest)).Cmp(best) > 0 {
			best = v
		}
	}
	return best
}

// even pairs the first of the subset with each of the others in turn.
func (t *table) even(set uint32) *big.Int {
	if t.best[set] != nil {
		return t.best[set]
	}
	best, sum := big.NewInt(-1), new(big.Int)
	i := bits.TrailingZeros32(set)
	for others := set &^ (1 << i); others != 0; others &= others - 1 {
		j := bits.TrailingZeros32(others)
		sum.Add(t.m.value[t.members[i]][t.members[j]], t.even(set&^(1<<i|1<<j)))
		if sum.Cmp(best) > 0 {
			best, sum = sum, best
		}
	}
	t.best[set] = best
	return best
}

// withFirst goes through the groups that the first of a subset can be in, in
// order: each pair, and for an odd subset after it the trios that begin with it.
func (t *table) withFirst(set uint32) func(yield func([]int) bool) {
	return func(yield func([]int) bool) {
		in := ones(set)
		odd := len(in)%2 == 1
		for n, j := range in[1:] {
			if len(in) != 3 && !yield([]int{in[0], j}) {
				return
			}
			if !odd {
				continue
			}
			for _, k := range in[n+2:] {
				if !yield([]int{in[0], j, k}) {
					return
				}
			}
		}
	}
}

func trios(set uint32) func(yield func([3]int) bool) {
	return func(yield func([3]int) bool) {
		in := ones(set)
		for a := range in {
			for b := a + 1; b < len(in); b++ {
				for c := b + 1; c < len(in); c++ {
					if !yield([3]int{in[a], in[b], in[c]}) {
						return
					}
				}
			}
		}
	}
}

func ones(set uint32) []int {
	var out []int
	for ; set != 0; set &= set - 1 {
		out = append(out, bits.TrailingZeros32(set))
	}
	return out
}

// greedy takes the most valuable pair of those left, again and again; of equal
// ones the first. The last one of an odd number joins the pair where it adds
// most.
func (m *matcher) greedy(members []int) [][]int {
	var pairs [][]int
	for i := range members {
		for j := i + 1; j < len(members); j++ {
			pairs = append(pairs, []int{members[i], members[j]})
		}
	}
	slices.SortStableFunc(pairs, func(x, y []int) int { return m.value[y[0]][y[1]].Cmp(m.value[x[0]][x[1]]) })
	taken := make([]bool, len(m.value))
	var groups [][]int
	for _, p := range pairs {
		if !taken[p[0]] && !taken[p[1]] {
			taken[p[0]], taken[p[1]] = true, true
			groups = append(groups, p)
		}
	}
	if last := slices.Index(taken, false); last >= 0 {
		to, most := 0, big.NewInt(-1)
		for i, g := range groups {
			if adds := new(big.Int).Add(m.value[last][g[0]], m.value[last][g[1]]); adds.Cmp(most) > 0 {
				to, most = i, adds
			}
		}
		groups[to] = append(groups[to], last)
		slices.Sort(groups[to])
	}
	return inOrder(groups)
}

// manyGroups is where improve looks at two groups together instead of three, so
// that hundreds of units take no longer than a second.
const manyGroups = 30

// improve pairs the members of any three groups anew, exactly, as long as that
// makes the total larger. The result cannot be made better by changing three
// groups; a better one may still exist. It depends on the values and names
// alone.
func (m *matcher) improve(groups [][]int) [][]int {
	together := 3
	if len(groups) > manyGroups {
		together = 2
	}
	for better := true; better; {
		better = false
		for chosen := range combinations(len(groups), together) {
			var members []int
			before := new(big.Int)
			for _, c := range chosen {
				members = append(members, groups[c]...)
				before.Add(before, m.of(groups[c]...))
			}
			slices.Sort(members)
			again := m.exact(members)
			after := new(big.Int)
			for _, g := range again {
				after.Add(after, m.of(g...))
			}
			if after.Cmp(before) > 0 {
				for n, c := range chosen {
					groups[c] = again[n]
				}
				better = true
			}
		}
	}
	return inOrder(groups)
}

func inOrder(groups [][]int) [][]int {
	slices.SortFunc(groups, func(x, y []int) int { return cmp.Compare(x[0], y[0]) })
	return groups
}

// combinations goes through the sets of k of the first n numbers, in order.
func combinations(n, k int) func(yield func([]int) bool) {
	return func(yield func([]int) bool) {
		chosen := make([]int, k)
		var from func(at, least int) bool
		from = func(at, least int) bool {
			if at == k {
				return yield(chosen)
			}
			for i := least; i < n; i++ {
				if chosen[at] = i; !from(at+1, i+1) {
					return false
				}
			}
			return true
		}
		from(0, 0)
	}
}
