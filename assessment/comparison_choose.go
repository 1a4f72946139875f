package assessment

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// LeftOutReason says why a file is not compared.
type LeftOutReason int

// The reasons. Those from OtherKind on can be set aside by a person who insists.
const (
	Unreadable         LeftOutReason = iota // damaged, or no result file
	SameFile                                // the same content as another file
	OtherScale                              // another number of levels
	OtherKind                               // another kind of unit
	OtherQuestionnaire                      // another questionnaire
	OtherMethod                             // other rules of scoring
	EarlierRound                            // the unit has a later result
	OneOfAgreed                             // one person's answers; the unit has agreed ones
	SeveralSheets                           // one of several people's answers; the unit has no agreed ones
	SameRound                               // the unit has several agreed results of this date
	NothingShown                            // no dimension has enough answers
	NoDate                                  // a round without a date has no place among the others
	OnlyRound                               // the unit has no other round
)

// Insistable reports whether a person may have the file compared all the same.
func (r LeftOutReason) Insistable() bool { return r >= OtherKind }

// LeftOut is a file that is not compared.
type LeftOut struct {
	File   string
	Name   string // of the unit; empty where the file cannot be read
	Reason LeftOutReason
	Detail string // what is other in this file, the file it equals, or what is wrong with it; may be empty
}

// candidate is a result that may be compared.
type candidate struct {
	*Profile
	insisted bool
	include  *LeftOut // compared only because a person insists: why it would be left out
}

// choose decides which results are compared (method, section 7). The order of
// the results is of no account.
func choose(profiles []*Profile, insist func(file string) bool) (units []candidate, out []LeftOut) {
	all := make([]candidate, len(profiles))
	for i, p := range profiles {
		all[i] = candidate{Profile: p, insisted: insist != nil && insist(p.File)}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return compareProfiles(x.Profile, y.Profile) })
	leave := func(c *candidate, why LeftOutReason, detail string) (compared bool) {
		l := LeftOut{File: c.File, Name: c.Subject.Name, Reason: why, Detail: detail}
		if c.insisted && why.Insistable() {
			if c.include == nil {
				c.include = &l
			}
			return true
		}
		out = append(out, l)
		return false
	}
	all = withoutCopies(all, leave)
	all = largestGroup(all, leave)
	all = onePerUnit(all, leave)
	for i := range all {
		if all[i].hasShown() || leave(&all[i], NothingShown, "") {
			units = append(units, all[i])
		}
	}
	return units, out
}

// leaver puts a result among those left out, unless a person insists; it reports
// whether the result is compared.
type leaver func(c *candidate, why LeftOutReason, detail string) bool

// compareProfiles orders results by name; the rest makes the order complete.
func compareProfiles(x, y *Profile) int {
	return cmp.Or(
		compareNames(x.Subject.Name, y.Subject.Name),
		compareNames(x.Subject.Country, y.Subject.Country),
		cmp.Compare(x.Session.Date, y.Session.Date),
		cmp.Compare(x.Session.Round, y.Session.Round),
		cmp.Compare(x.Digest, y.Digest),
		cmp.Compare(x.File, y.File))
}

// compareNames orders names as a reader does, without regard to case.
func compareNames(x, y string) int {
	return cmp.Or(cmp.Compare(strings.ToLower(x), strings.ToLower(y)), cmp.Compare(x, y))
}

func withoutCopies(all []candidate, leave leaver) []candidate {
	first := map[string]string{}
	var kept []candidate
	for i := range all {
		if other, ok := first[all[i].Digest]; ok && all[i].Digest != "" {
			leave(&all[i], SameFile, other)
			continue
		}
		first[all[i].Digest] = all[i].File
		kept = append(kept, all[i])
	}
	return kept
}

// unitKey names a unit: two results with the same key are about the same one.
func unitKey(s Subject) string {
	return strings.ToLower(fmt.Sprintf("%q %q %q", CleanLine(s.Name), s.Kind, CleanLine(s.Country)))
}

func (p *Profile) unitKey() string { return unitKey(p.Subject) }

// family is what results must have in common to be compared.
type family struct {
	questionnaire string
	levels        Level
	kind          UnitKind
	method        string
}

func (p *Profile) family() family {
	return family{p.Questionnaire.ID, p.Levels(), p.Subject.Kind, p.Method}
}

func (f family) compare(g family) int {
	return cmp.Or(cmp.Compare(f.questionnaire, g.questionnaire), cmp.Compare(f.levels, g.levels),
		cmp.Compare(f.kind, g.kind), cmp.Compare(f.method, g.method))
}

// largestGroup keeps the results of the family with the most units, of equal
// ones the first by name.
func largestGroup(all []candidate, leave leaver) []candidate {
	units := map[family]map[string]bool{}
	for _, c := range all {
		f := c.family()
		if units[f] == nil {
			units[f] = map[string]bool{}
		}
		units[f][c.unitKey()] = true
	}
	var main family
	for f, in := range units {
		if n := len(units[main]); len(in) > n || len(in) == n && f.compare(main) < 0 {
			main = f
		}
	}
	var kept []candidate
	for i := range all {
		if fits(&all[i], main, leave) {
			kept = append(kept, all[i])
		}
	}
	return kept
}

func fits(c *candidate, main family, leave leaver) bool {
	switch f := c.family(); {
	case f.levels != main.levels:
		return leave(c, OtherScale, fmt.Sprint(f.levels))
	case f.questionnaire != main.questionnaire:
		return leave(c, OtherQuestionnaire, f.questionnaire)
	case f.kind != main.kind:
		return leave(c, OtherKind, string(f.kind))
	case f.method != main.method:
		return leave(c, OtherMethod, f.method)
	}
	return true
}

// onePerUnit keeps one result of each unit: the latest agreed one, or else the
// latest one person's. Where two could be meant, neither is taken: a person has
// to say which.
func onePerUnit(all []candidate, leave leaver) []candidate {
	byUnit := map[string][]*candidate{}
	for i := range all {
		key := all[i].unitKey()
		byUnit[key] = append(byUnit[key], &all[i])
	}
	chosen := map[*candidate]bool{}
	for _, of := range byUnit {
		best, only := of[0], true
		for _, c := range of[1:] {
			switch d := c.outranks(best); {
			case d > 0:
				best, only = c, true
			case d == 0:
				only = false
			}
		}
		if only {
			chosen[best] = true
		}
	}
	var kept []candidate
	for i := range all {
		c := &all[i]
		if chosen[c] || leave(c, c.whyNot(byUnit[c.unitKey()]), c.Session.Date) {
			kept = append(kept, *c)
		}
	}
	return kept
}

// outranks is positive where c stands for the unit rather than other, and 0
// where nobody can tell.
func (c *candidate) outranks(other *candidate) int {
	agreed := func(c *candidate) int {
		if c.Session.Type == Group {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(agreed(c), agreed(other)), cmp.Compare(c.Session.Date, other.Session.Date))
}

// whyNot says why a result does not stand for its unit.
func (c *candidate) whyNot(of []*candidate) LeftOutReason {
	why := SameRound
	if c.Session.Type != Group {
		why = SeveralSheets
	}
	for _, other := range of {
		switch {
		case other.outranks(c) <= 0:
		case other.Session.Type != c.Session.Type:
			return OneOfAgreed
		default:
			why = EarlierRound
		}
	}
	return why
}
