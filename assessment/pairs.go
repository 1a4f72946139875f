package assessment

import (
	"cmp"
	"math/big"
	"slices"
)

// Peer is what the pairing needs to know of one unit: its shown levels and
// gaps.
type Peer struct {
	Name       string // decides between equal pairings; need not be shown
	Dimensions []PeerDimension
}

// PeerDimension is the level of a dimension and its distance from the target,
// 0 to K-1. Both are nil where no level may be shown.
type PeerDimension struct {
	ID    DimensionID
	Level *big.Rat
	Gap   *big.Rat
}

// NewPeer takes the levels that may be shown, and their gaps, from the scores
// of a unit.
func NewPeer(name string, card *Scorecard) Peer {
	p := Peer{Name: name}
	for i := range card.Dimensions {
		d := &card.Dimensions[i]
		pd := PeerDimension{ID: d.ID}
		if d.Asked > 0 && d.Shown() {
			pd.Level, pd.Gap = d.Level, d.Target.Gap
		}
		p.Dimensions = append(p.Dimensions, pd)
	}
	return p
}

// HasLevel reports whether anything is known of the unit.
func (p *Peer) HasLevel() bool {
	return slices.ContainsFunc(p.Dimensions, func(d PeerDimension) bool { return d.Level != nil })
}

// PeerOffer is what one unit can offer another in a dimension: the part of the
// other's gap that the difference of their levels covers (method, section 7).
type PeerOffer struct {
	From, To  int // positions in the list that was paired
	Dimension DimensionID
	Size      *big.Rat // min(gap, difference of levels), above 0
}

// Shown reports whether the offer is more than 0.0 as shown.
func (o *PeerOffer) Shown() bool { return RoundTenths(o.Size) > 0 }

// PeerOffers returns what the unit at position from can offer the unit at position
// to, largest first and then in the order of the dimensions.
func PeerOffers(peers []Peer, from, to int) []PeerOffer {
	levels := make(map[DimensionID]*big.Rat, len(peers[from].Dimensions))
	for _, d := range peers[from].Dimensions {
		levels[d.ID] = d.Level
	}
	var out []PeerOffer
	for _, need := range peers[to].Dimensions {
		level := levels[need.ID]
		if level == nil || need.Level == nil {
			continue
		}
		size := new(big.Rat).Sub(level, need.Level)
		if need.Gap.Cmp(size) < 0 {
			size = need.Gap
		}
		if size.Sign() > 0 {
			out = append(out, PeerOffer{From: from, To: to, Dimension: need.ID, Size: size})
		}
	}
	slices.SortStableFunc(out, func(x, y PeerOffer) int { return y.Size.Cmp(x.Size) })
	return out
}

// PairValue is the sum of all that two units can offer each other, both ways.
func PairValue(peers []Peer, a, b int) *big.Rat {
	sum := new(big.Rat)
	for _, o := range slices.Concat(PeerOffers(peers, a, b), PeerOffers(peers, b, a)) {
		sum.Add(sum, o.Size)
	}
	return sum
}

// Pairing says who learns from whom.
type Pairing struct {
	Groups  []PeerGroup // ordered by the name of their first member
	Total   *big.Rat    // sum of the values of the groups
	Exact   bool        // no other pairing has a larger total; false beyond ExactPeers
	LeftOut []int       // units without any level that may be shown; nothing is known of them
}

// PeerGroup is a pair, or the one trio of an odd number of units.
type PeerGroup struct {
	Members []int    // positions in the list that was paired, in the order of names
	Value   *big.Rat // of a trio: the sum over its three pairs
}

// PairPeers chooses the pairs, with one trio for an odd number, whose total
// value is the largest (method, section 7). Up to ExactPeers units this is
// exact, and of equal pairings the first by name is taken: the first unit with
// the earliest possible partner, and so on. Beyond, see improve. Fewer than two
// units make no group. Units of the same name keep the order of the list.
func PairPeers(peers []Peer) Pairing {
	p := Pairing{Total: new(big.Rat), Exact: true}
	var order []int
	for i := range peers {
		if peers[i].HasLevel() {
			order = append(order, i)
		} else {
			p.LeftOut = append(p.LeftOut, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(peers[x].Name, peers[y].Name) })
	if len(order) < 2 {
		p.LeftOut = append(p.LeftOut, order...)
		slices.Sort(p.LeftOut)
		return p
	}
	values := make([][]*big.Rat, len(order))
	for i := range order {
		values[i] = make([]*big.Rat, len(order))
		for j := range i {
			values[i][j] = PairValue(peers, order[i], order[j])
			values[j][i] = values[i][j]
		}
	}
	m := newMatcher(values)
	p.Exact = len(order) <= ExactPeers
	for _, group := range m.match() {
		g := PeerGroup{Value: new(big.Rat)}
		for n, i := range group {
			g.Members = append(g.Members, order[i])
			for _, j := range group[:n] {
				g.Value.Add(g.Value, values[i][j])
			}
		}
		p.Groups = append(p.Groups, g)
		p.Total.Add(p.Total, g.Value)
	}
	return p
}
