package assessment

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// OrderOverall orders by the overall level.
const OrderOverall = "overall"

// OrderBy returns the comparison with its units ordered by the level of a
// dimension, or by OrderOverall, the highest as shown first; equal ones keep
// the order of names, and units without such a level come last. The order is no
// result of the method: whoever prints it says so.
func (c *Comparison) OrderBy(by string) (*Comparison, error) {
	dim := c.dimension(DimensionID(by))
	if by != OrderOverall && dim < 0 {
		return nil, fmt.Errorf("there is no dimension %q", by)
	}
	level := func(i int) *big.Rat {
		u := &c.Units[i]
		switch {
		case by == OrderOverall:
			return u.Overall.Level
		case u.Shown(dim):
			return u.Dimensions[dim].Level
		}
		return nil
	}
	order := make([]int, len(c.Units))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := level(x), level(y)
		switch {
		case a == nil || b == nil:
			return cmp.Compare(btoi(a == nil), btoi(b == nil))
		}
		return cmp.Compare(RoundTenths(b), RoundTenths(a))
	})
	o := c.permuted(order)
	o.Ordered = by
	return o, nil
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// permuted returns a copy whose units stand in another order: order holds the
// old positions.
func (c *Comparison) permuted(order []int) *Comparison {
	o := *c
	place := make([]int, len(order))
	o.Units, o.peers = nil, nil
	for to, from := range order {
		place[from] = to
		o.Units = append(o.Units, c.Units[from])
		o.peers = append(o.peers, c.peers[from])
	}
	moved := func(at []int) []int {
		var out []int
		for _, i := range at {
			out = append(out, place[i])
		}
		slices.Sort(out)
		return out
	}
	o.Groups = slices.Clone(c.Groups)
	for i := range o.Groups {
		o.Groups[i].Units = moved(o.Groups[i].Units)
	}
	if c.Pairing != nil {
		p := *c.Pairing
		p.LeftOut = moved(p.LeftOut)
		p.Groups = slices.Clone(p.Groups)
		for i := range p.Groups {
			p.Groups[i].Members = moved(p.Groups[i].Members)
		}
		slices.SortFunc(p.Groups, func(x, y PeerGroup) int { return cmp.Compare(x.Members[0], y.Members[0]) })
		o.Pairing = &p
	}
	if c.Subset != nil {
		s := *c.Subset
		s.Changed = slices.Clone(s.Changed)
		for i := range s.Changed {
			s.Changed[i].Unit = place[s.Changed[i].Unit]
		}
		slices.SortFunc(s.Changed, func(x, y SubsetChange) int {
			return cmp.Or(cmp.Compare(x.Unit, y.Unit), cmp.Compare(x.Dimension, y.Dimension))
		})
		o.Subset = &s
	}
	return &o
}

// Guessable is the number of units below which letters hide nobody: with so
// few, each can be guessed.
const Guessable = 5

// Alias is a unit and the letters that stand for it.
type Alias struct{ Letters, Name string }

// Anonymized returns a copy in which letters stand for the units, in the order
// that deal gives: deal[i] is the place of unit i among the letters, and the
// units follow the letters. The unit at position own, or none for -1, keeps its
// name and comes first. Whatever tells who the others are is taken out: files,
// digests, countries, clusters, dates, rounds, languages, cases and groups. The
// key is for the person who deals the letters.
func (c *Comparison) Anonymized(deal []int, own int) (o *Comparison, key []Alias) {
	order := make([]int, 0, len(deal))
	if own >= 0 {
		order = append(order, own)
	}
	byPlace := make([]int, len(deal))
	for unit, place := range deal {
		byPlace[place] = unit
	}
	for _, unit := range byPlace {
		if unit != own {
			order = append(order, unit)
		}
	}
	o = c.permuted(order)
	o.Anonymous, o.Own, o.Groups, o.Ordered = true, own >= 0, nil, ""
	first := 0
	if own >= 0 {
		first = 1
		// What tells it from a namesake would tell that there is one.
		if u := &o.Units[0]; u.Subject.Name != "" {
			u.Label = u.Subject.Name
		}
	}
	for i := first; i < len(o.Units); i++ {
		u := &o.Units[i]
		u.Label = letters(i - first)
		key = append(key, Alias{u.Label, c.Units[order[i]].Label})
		u.Profile = u.Profile.anonymous(u.Label)
		if u.Insisted != nil {
			u.Insisted = &LeftOut{Reason: u.Insisted.Reason}
		}
	}
	o.hideLeftOut()
	o.hideCaveats()
	return o, key
}

// anonymous returns a copy without what tells whose it is.
func (p *Profile) anonymous(name string) *Profile {
	o := *p
	o.File, o.Digest, o.Cases = "", "", nil
	o.Subject = Subject{Name: name, Kind: p.Subject.Kind}
	o.Session = SessionInfo{Type: p.Session.Type}
	o.Questionnaire.Language = ""
	return &o
}

// Redacted returns a copy without what people said in their own words: the cases
// that they recorded.
func (c *Comparison) Redacted() *Comparison {
	o := *c
	o.Units = slices.Clone(c.Units)
	for i := range o.Units {
		p := *o.Units[i].Profile
		p.Cases = nil
		o.Units[i].Profile = &p
	}
	return &o
}

// hideLeftOut keeps of the files that are not compared the reasons alone.
func (c *Comparison) hideLeftOut() {
	out := make([]LeftOut, len(c.LeftOut))
	for i, l := range c.LeftOut {
		out[i] = LeftOut{Reason: l.Reason}
	}
	slices.SortFunc(out, func(x, y LeftOut) int { return cmp.Compare(x.Reason, y.Reason) })
	c.LeftOut = out
}

// hideCaveats keeps the number of values where a value could tell whose it is.
func (c *Comparison) hideCaveats() {
	c.Caveats = slices.Clone(c.Caveats)
	for i := range c.Caveats {
		switch cv := &c.Caveats[i]; cv.Kind {
		case DifferentClusters, DifferentLanguages, DistantDates:
			cv.Values = make([]CaveatValue, len(cv.Values))
		}
	}
}
