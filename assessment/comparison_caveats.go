package assessment

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// CaveatKind says in what the compared results differ.
type CaveatKind int

// The kinds of caveat (method, section 7).
const (
	DifferentScopes CaveatKind = iota
	DifferentClusters
	DifferentVersions
	DifferentLanguages
	DifferentSessions // one person's answers and agreed ones
	DifferentStates   // drafts beside complete ones
	DifferentCoverage // Low and High, in per cent
	DifferentEvidence // Low and High, in per cent
	DistantDates      // the first and the last date, more than twelve months apart
	UnknownDates      // results without a date
)

// Caveat is a reason to compare with care.
type Caveat struct {
	Kind      CaveatKind
	Values    []CaveatValue // what there is, the most frequent first; of dates, the first and the last
	Low, High Percent       // of coverage and evidence
	Units     int           // of UnknownDates
}

// CaveatValue is a value and the number of units that have it.
type CaveatValue struct {
	Value string // empty for "not given"
	Units int
}

// monthsApart is how far dates may be apart without a caveat.
const monthsApart = 12

func (c *Comparison) caveats() {
	for kind, value := range map[CaveatKind]func(u *ComparedUnit) string{
		DifferentScopes:    func(u *ComparedUnit) string { return u.Scope.words() },
		DifferentClusters:  func(u *ComparedUnit) string { return u.Subject.Cluster },
		DifferentVersions:  func(u *ComparedUnit) string { return u.Questionnaire.ID + " " + u.Questionnaire.Version },
		DifferentLanguages: func(u *ComparedUnit) string { return u.Questionnaire.Language },
		DifferentSessions:  func(u *ComparedUnit) string { return string(u.Session.Type) },
		DifferentStates: func(u *ComparedUnit) string {
			if u.State == Draft {
				return string(Draft)
			}
			return string(Complete)
		},
	} {
		if values := c.values(value); len(values) > 1 {
			c.Caveats = append(c.Caveats, Caveat{Kind: kind, Values: values})
		}
	}
	c.shareCaveat(DifferentCoverage, func(u *ComparedUnit) *big.Rat { return u.All.Coverage })
	c.shareCaveat(DifferentEvidence, func(u *ComparedUnit) *big.Rat { return u.All.EvidenceShare })
	c.dateCaveats()
	slices.SortFunc(c.Caveats, func(x, y Caveat) int { return cmp.Compare(x.Kind, y.Kind) })
}

// words names a scope: its kind, and its dimensions where it has not all.
func (s Scope) words() string {
	if len(s.Dimensions) == 0 {
		return string(s.Kind)
	}
	ids := make([]string, len(s.Dimensions))
	for i, d := range s.Dimensions {
		ids[i] = string(d)
	}
	slices.Sort(ids)
	return string(s.Kind) + ": " + strings.Join(ids, ", ")
}

func (c *Comparison) values(of func(u *ComparedUnit) string) []CaveatValue {
	count := map[string]int{}
	for i := range c.Units {
		count[of(&c.Units[i])]++
	}
	var out []CaveatValue
	for v, n := range count {
		out = append(out, CaveatValue{v, n})
	}
	slices.SortFunc(out, func(x, y CaveatValue) int {
		return cmp.Or(cmp.Compare(y.Units, x.Units), cmp.Compare(x.Value, y.Value))
	})
	return out
}

func (c *Comparison) shareCaveat(kind CaveatKind, share func(u *ComparedUnit) *big.Rat) {
	low, high := Percent(101), Percent(-1)
	for i := range c.Units {
		if s := share(&c.Units[i]); s != nil {
			low, high = min(low, RoundPercent(s)), max(high, RoundPercent(s))
		}
	}
	if low < high {
		c.Caveats = append(c.Caveats, Caveat{Kind: kind, Low: low, High: high})
	}
}

func (c *Comparison) dateCaveats() {
	var days []string
	without := 0
	for i := range c.Units {
		if date := c.Units[i].Session.Date; date != "" {
			days = append(days, date)
		} else {
			without++
		}
	}
	if without > 0 {
		c.Caveats = append(c.Caveats, Caveat{Kind: UnknownDates, Units: without})
	}
	if len(days) < 2 {
		return
	}
	first, last := slices.Min(days), slices.Max(days)
	from, ok1 := ParseDay(first)
	to, ok2 := ParseDay(last)
	if ok1 && ok2 && AddMonths(from, monthsApart).Before(to) {
		c.Caveats = append(c.Caveats, Caveat{Kind: DistantDates, Values: []CaveatValue{{Value: first}, {Value: last}}})
	}
}
