package assessment

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// peer is a unit with the given levels and gaps, in tenths; -1 is no level.
func peer(name string, levelsAndGaps ...int64) Peer {
	p := Peer{Name: name}
	for i := 0; i < len(levelsAndGaps); i += 2 {
		d := PeerDimension{ID: DimensionID(fmt.Sprintf("d%d", i/2+1))}
		if levelsAndGaps[i] >= 0 {
			d.Level, d.Gap = big.NewRat(levelsAndGaps[i], 10), big.NewRat(levelsAndGaps[i+1], 10)
		}
		p.Dimensions = append(p.Dimensions, d)
	}
	return p
}

func groupsOf(p Pairing) [][]int {
	var out [][]int
	for _, g := range p.Groups {
		out = append(out, g.Members)
	}
	return out
}

// Target 4 everywhere, two dimensions.
//
//	      d1   gap   d2   gap
//	A    2.0   2.0   4.0   0
//	B    4.0   0     2.0   2.0
//	C    3.0   1.0   3.0   1.0
//	D    3.5   0.5   1.0   3.0
//
// A-B: B offers A min(2, 2) = 2 in d1, A offers B 2 in d2: 4.0
// A-C: C offers A min(2, 1) = 1 in d1, A offers C min(1, 1) = 1 in d2: 2.0
// A-D: D offers A min(2, 1.5) = 1.5 in d1, A offers D min(3, 3) = 3 in d2: 4.5
// B-C: B offers C 1 in d1, C offers B 1 in d2: 2.0
// B-D: B offers D 0.5 in d1; in d2 B offers D min(3, 1) = 1: 1.5
// C-D: D offers C min(1, 0.5) = 0.5 in d1, C offers D min(3, 2) = 2 in d2: 2.5
//
// AB+CD = 6.5, AC+BD = 3.5, AD+BC = 6.5: a tie, and A-B comes first by name.
func TestPairsByHand(t *testing.T) {
	a, b, c, d := peer("A", 20, 20, 40, 0), peer("B", 40, 0, 20, 20), peer("C", 30, 10, 30, 10), peer("D", 35, 5, 10, 30)
	four := []Peer{a, b, c, d}
	for _, v := range []struct {
		x, y int
		want *big.Rat
	}{{0, 1, big.NewRat(4, 1)}, {0, 2, big.NewRat(2, 1)}, {0, 3, big.NewRat(9, 2)}, {1, 2, big.NewRat(2, 1)}, {1, 3, big.NewRat(3, 2)}, {2, 3, big.NewRat(5, 2)}} {
		if got := PairValue(four, v.x, v.y); got.Cmp(v.want) != 0 || PairValue(four, v.y, v.x).Cmp(v.want) != 0 {
			t.Errorf("value of %d and %d: %v, want %v", v.x, v.y, got, v.want)
		}
	}
	p := PairPeers(four)
	if got := groupsOf(p); !reflect.DeepEqual(got, [][]int{{0, 1}, {2, 3}}) || p.Total.Cmp(big.NewRat(13, 2)) != 0 || !p.Exact {
		t.Errorf("groups %v, total %v, exact %v", got, p.Total, p.Exact)
	}
	// In another order of the list, the same units are paired, named first to last.
	p = PairPeers([]Peer{d, c, b, a})
	if got := groupsOf(p); !reflect.DeepEqual(got, [][]int{{3, 2}, {1, 0}}) {
		t.Errorf("reversed: %v", got)
	}
}

// One dimension; the best pairing is not the first by name.
//
//	      d1   gap
//	A    1.0   3.0
//	B    2.0   1.0
//	C    4.0   0
//	D    3.0   0
//
// A-B: 1, A-C: 3, A-D: 2, B-C: min(1, 2) = 1, B-D: 1, C-D: 0 since D has no gap.
// AB+CD = 1, AC+BD = 4, AD+BC = 3.
func TestPairsBest(t *testing.T) {
	p := PairPeers([]Peer{peer("A", 10, 30), peer("B", 20, 10), peer("C", 40, 0), peer("D", 30, 0)})
	if got := groupsOf(p); !reflect.DeepEqual(got, [][]int{{0, 2}, {1, 3}}) || p.Total.Cmp(big.NewRat(4, 1)) != 0 {
		t.Errorf("groups %v, total %v", got, p.Total)
	}
}

// The four of TestPairsByHand and E with 4.0 and no gap in both dimensions:
// A-E 2, B-E 2, C-E 1+1 = 2, D-E 0.5+3 = 3.5. Trios with the pair left over:
//
//	ABC 8 + DE 3.5 = 11.5   ABD 10 + CE 2 = 12     ABE 8 + CD 2.5 = 10.5
//	ACD 9 + BE 2   = 11     ACE 6 + BD 1.5 = 7.5   ADE 10 + BC 2  = 12
//	BCD 6 + AE 2   = 8      BCE 6 + AD 4.5 = 10.5  BDE 7 + AC 2   = 9
//	CDE 8 + AB 4   = 12
//
// Three with 12: A with B alone comes first.
func TestTrioByHand(t *testing.T) {
	peers := []Peer{peer("A", 20, 20, 40, 0), peer("B", 40, 0, 20, 20), peer("C", 30, 10, 30, 10), peer("D", 35, 5, 10, 30),
		peer("E", 40, 0, 40, 0)}
	p := PairPeers(peers)
	if got := groupsOf(p); !reflect.DeepEqual(got, [][]int{{0, 1}, {2, 3, 4}}) || p.Total.Cmp(big.NewRat(12, 1)) != 0 {
		t.Errorf("groups %v, total %v", got, p.Total)
	}
	if v := p.Groups[1].Value; v.Cmp(big.NewRat(8, 1)) != 0 {
		t.Errorf("the value of the trio is %v", v)
	}
	p = PairPeers(peers[:3])
	if got := groupsOf(p); !reflect.DeepEqual(got, [][]int{{0, 1, 2}}) || p.Total.Cmp(big.NewRat(8, 1)) != 0 {
		t.Errorf("three units: groups %v, total %v", got, p.Total)
	}
}

// A unit without a level is left out and said; so is a single one.
func TestPairsLeftOut(t *testing.T) {
	p := PairPeers([]Peer{peer("A", -1, -1, -1, -1), peer("B", 20, 20, -1, -1), peer("C", 30, 10, 20, 10)})
	if got := groupsOf(p); !reflect.DeepEqual(got, [][]int{{1, 2}}) || !reflect.DeepEqual(p.LeftOut, []int{0}) {
		t.Errorf("groups %v, left out %v", got, p.LeftOut)
	}
	// d2 has a level on one side only: nothing is offered there.
	if v := p.Total; v.Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("total %v", v)
	}
	p = PairPeers([]Peer{peer("A", 20, 20)})
	if len(p.Groups) != 0 || !reflect.DeepEqual(p.LeftOut, []int{0}) || p.Total.Sign() != 0 {
		t.Errorf("one unit: %+v", p)
	}
}

func TestOffersAreOrdered(t *testing.T) {
	peers := []Peer{peer("A", 40, 0, 50, 0, 30, 10, 20, 20), peer("B", 30, 10, 30, 20, 29, 11, 30, 10)}
	var got []string
	for _, o := range PeerOffers(peers, 0, 1) {
		got = append(got, fmt.Sprint(o.Dimension, " ", RoundTenths(o.Size)))
	}
	if want := []string{"d2 2.0", "d1 1.0", "d3 0.1"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// randomPeers draws levels and gaps from few values, so that ties are common.
func randomPeers(rng *rand.Rand, n int) []Peer {
	peers := make([]Peer, n)
	for i := range peers {
		var lg []int64
		for range 1 + rng.IntN(3) {
			l := 10 + 5*rng.Int64N(7)
			lg = append(lg, l, max(0, 40-l))
			if rng.IntN(4) == 0 {
				lg[len(lg)-1] = 5 * rng.Int64N(4)
			}
		}
		peers[i] = peer(fmt.Sprintf("%c", 'A'+i), lg...)
	}
	return peers
}

// pairings lists all ways to make pairs, and one trio of an odd number, in the
// order that decides between equal ones.
func pairings(rest []int) [][][]int {
	if len(rest) == 0 {
		return [][][]int{nil}
	}
	var out [][][]int
	with := func(group ...int) {
		left := slices.DeleteFunc(slices.Clone(rest), func(i int) bool { return slices.Contains(group, i) })
		for _, p := range pairings(left) {
			out = append(out, append([][]int{group}, p...))
		}
	}
	for j := 1; j < len(rest); j++ {
		if len(rest) != 3 {
			with(rest[0], rest[j])
		}
		for k := j + 1; k < len(rest) && len(rest)%2 == 1; k++ {
			with(rest[0], rest[j], rest[k])
		}
	}
	return out
}

func totalOf(peers []Peer, groups [][]int) *big.Rat {
	sum := new(big.Rat)
	for _, g := range groups {
		for n, i := range g {
			for _, j := range g[:n] {
				sum.Add(sum, PairValue(peers, i, j))
			}
		}
	}
	return sum
}

func TestPairsAgainstBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for round := range 200 {
		n := 2 + round%7
		peers := randomPeers(rng, n)
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		var want [][]int
		best := big.NewRat(-1, 1)
		for _, p := range pairings(all) {
			if total := totalOf(peers, p); total.Cmp(best) > 0 {
				want, best = p, total
			}
		}
		p := PairPeers(peers)
		if got := groupsOf(p); !reflect.DeepEqual(got, want) || p.Total.Cmp(best) != 0 {
			t.Fatalf("%v: groups %v with %v, want %v with %v", peers, got, p.Total, want, best)
		}
		// The order of the list does not matter, names do.
		shuffled := slices.Clone(peers)
		rng.Shuffle(n, func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		again := PairPeers(shuffled)
		for g := range again.Groups {
			for m, i := range again.Groups[g].Members {
				if shuffled[i].Name != peers[want[g][m]].Name {
					t.Fatalf("another order of the list: %v", groupsOf(again))
				}
			}
		}
	}
}

// Beyond ExactPeers every unit is in one group, no three groups can be paired
// better, and the order of the list does not matter.
func TestManyPeers(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{21, 22, 41, 75} {
		peers := randomPeers(rng, n)
		for i := range peers {
			peers[i].Name = fmt.Sprintf("unit %03d", i)
		}
		p := PairPeers(peers)
		if p.Exact {
			t.Errorf("%d units: said to be exact", n)
		}
		seen := map[int]int{}
		trios := 0
		for _, g := range p.Groups {
			if len(g.Members) == 3 {
				trios++
			}
			for _, i := range g.Members {
				seen[i]++
			}
		}
		if len(seen) != n || trios != n%2 {
			t.Errorf("%d units: %d in groups, %d trios", n, len(seen), trios)
		}
		if total := totalOf(peers, groupsOf(p)); total.Cmp(p.Total) != 0 {
			t.Errorf("%d units: total %v, the groups have %v", n, p.Total, total)
		}
		for i := range p.Groups[:3] {
			var members []Peer
			value := new(big.Rat)
			for _, g := range []int{i, i + 1, i + 3} {
				for _, m := range p.Groups[g].Members {
					members = append(members, peers[m])
				}
				value.Add(value, p.Groups[g].Value)
			}
			if n <= 2*manyGroups && PairPeers(members).Total.Cmp(value) > 0 {
				t.Errorf("%d units: three groups can be paired better", n)
			}
		}
		slices.Reverse(peers)
		for g, group := range groupsOf(PairPeers(peers)) {
			for m, i := range group {
				if n-1-i != p.Groups[g].Members[m] {
					t.Fatalf("%d units: another order of the list gives other groups", n)
				}
			}
		}
	}
}

// Levels that may not be shown are not offered: the second dimension of the
// helper has too few answers.
func TestNewPeer(t *testing.T) {
	helper, helped := fixture(t, 5, "4 4 4 5", "5 dk dk dk"), fixture(t, 5, "2 3 1 2", "1 1 1 1")
	peers := []Peer{NewPeer("helper", helper.Score()), NewPeer("helped", helped.Score())}
	offers := PeerOffers(peers, 0, 1)
	// d1: 17/4 against 8/4 with a target of 4: min(2, 9/4) = 2.
	if len(offers) != 1 || offers[0].Dimension != "d1" || offers[0].Size.Cmp(big.NewRat(2, 1)) != 0 || !offers[0].Shown() {
		t.Errorf("%+v", offers)
	}
	// Statement by statement: 4 against 2, 4 against 3, 4 against 1, 5 against 2
	// with a target of 4.
	want := []HelpTopic{{"D1-03", 4, 1, 3}, {"D1-01", 4, 2, 2}, {"D1-04", 5, 2, 2}, {"D1-02", 4, 3, 1}}
	if got := HelpTopics(helper, helped, "d1"); !slices.Equal(got, want) {
		t.Errorf("topics %v, want %v", got, want)
	}
	helped.statement(t, "D1-03").Digest = "another text"
	if got := HelpTopics(helper, helped, "d1"); !slices.Equal(got, want[1:]) {
		t.Errorf("a changed statement is not the same: %v", got)
	}
}

func BenchmarkPairs(b *testing.B) {
	for _, n := range []int{7, 19, 20, 40, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(7, 8))
			peers := make([]Peer, n)
			for i := range peers {
				// Weights with decimals give denominators of many digits.
				peers[i].Name = fmt.Sprintf("%03d", i)
				for d := range 6 {
					level := big.NewRat(100000+rng.Int64N(300000), 90001+rng.Int64N(10000))
					gap := new(big.Rat).Sub(big.NewRat(4, 1), level)
					if gap.Sign() < 0 {
						gap.SetInt64(0)
					}
					peers[i].Dimensions = append(peers[i].Dimensions, PeerDimension{DimensionID(fmt.Sprint(d)), level, gap})
				}
			}
			for b.Loop() {
				PairPeers(peers)
			}
		})
	}
}
