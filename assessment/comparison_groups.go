package assessment

import (
	"slices"
	"strings"
)

// GroupField is what units are grouped by.
type GroupField int

// The fields.
const (
	ByCountry GroupField = iota
	ByCluster
	ByKind
)

// GroupFrom is how many units make a group: of fewer, each could be guessed.
const GroupFrom = 3

// UnitGroup is three or more units with the same country, cluster or kind.
type UnitGroup struct {
	Field      GroupField
	Name       string
	Units      []int    // positions in Comparison.Units
	Dimensions []Spread // one for each of Comparison.Dimensions
}

// group makes the groups of three or more units. A field in which all units
// are the same makes none.
func (c *Comparison) group() {
	for field, value := range []func(s Subject) string{
		func(s Subject) string { return s.Country },
		func(s Subject) string { return s.Cluster },
		func(s Subject) string { return string(s.Kind) },
	} {
		members := map[string][]int{}
		var keys []string
		for i := range c.Units {
			name := CleanLine(value(c.Units[i].Subject))
			key := strings.ToLower(name)
			if key == "" {
				continue
			}
			if members[key] == nil {
				keys = append(keys, key)
			}
			members[key] = append(members[key], i)
		}
		slices.Sort(keys)
		for _, key := range keys {
			of := members[key]
			if len(of) < GroupFrom || len(of) == len(c.Units) {
				continue
			}
			g := UnitGroup{Field: GroupField(field), Name: CleanLine(value(c.Units[of[0]].Subject)), Units: of}
			for d := range c.Dimensions {
				g.Dimensions = append(g.Dimensions, spreadOf(c.levels(d, of)))
			}
			c.Groups = append(c.Groups, g)
		}
	}
}

// pair chooses who can learn most from whom.
func (c *Comparison) pair() {
	for i := range c.Units {
		u := &c.Units[i]
		c.peers = append(c.peers, NewPeer(u.Label, &Scorecard{Dimensions: u.Dimensions}))
	}
	if len(c.Units) <= MostPaired {
		p := PairPeers(c.peers)
		c.Pairing = &p
	}
}

// Offers returns what the unit at position from can offer the one at position
// to, largest first.
func (c *Comparison) Offers(from, to int) []PeerOffer { return PeerOffers(c.peers, from, to) }

// Topics returns the statements of a dimension on which the unit at position
// from can help the one at position to.
func (c *Comparison) Topics(from, to int, dim DimensionID) []HelpTopic {
	return HelpTopics(c.Units[from].restore(nil), c.Units[to].restore(nil), dim)
}

// CasesOf returns the cases that a unit recorded about a dimension.
func (u *ComparedUnit) CasesOf(dim DimensionID) []Case {
	var out []Case
	for _, c := range u.Cases {
		if c.Dimension == dim {
			out = append(out, c.Case)
		}
	}
	return out
}
