package assessment

import (
	"fmt"
	"slices"
	"strings"
)

// Comparison sets the results of several units side by side (method, section
// 7). It ranks nobody: units are in the order of their names.
type Comparison struct {
	Title         string // of the questionnaire
	Questionnaire Reference
	Scale         []LevelName
	Kind          UnitKind
	Units         []ComparedUnit
	LeftOut       []LeftOut
	Caveats       []Caveat
	Subset        *Subset // where versions differ; nil otherwise
	Dimensions    []ComparedDimension
	Statements    []ComparedStatement // in the order of the questionnaire
	Groups        []UnitGroup         // by country, cluster and kind
	Pairing       *Pairing            // positions in Units; nil beyond MostPaired units
	// Anonymous: letters stand for the names, and what tells who is who was
	// taken out. Own: the first unit has kept its name; the comparison is its
	// copy.
	Anonymous, Own bool
	Ordered        string // what the units are ordered by: a DimensionID or OrderOverall; empty for names

	peers []Peer
}

// MostPaired is how many units are paired at most. A pairing compares each unit
// with each other one.
const MostPaired = 250

// ComparedUnit is one unit of a comparison.
type ComparedUnit struct {
	*Profile
	Label      string           // unique in the comparison
	Dimensions []DimensionScore // one for each of Comparison.Dimensions; not asked where Asked is 0
	Overall    Overall
	Answers    []Choice // one for each of Comparison.Statements; Unanswered also where it was not asked
	Targets    []Level  // in the same way; 0 where the statement was not asked
	Insisted   *LeftOut // compared only because a person insists: why it would be left out; nil otherwise
	Foreign    bool     // another questionnaire: its statements are not compared
}

// ComparedDimension is a dimension with the spread of the levels that may be
// shown.
type ComparedDimension struct {
	ID     DimensionID
	Title  string
	Spread Spread
}

// ComparedStatement is a statement with what all units answered.
type ComparedStatement struct {
	ID        StatementID
	Dimension DimensionID
	Text      string
	Asked     int   // units that were asked
	Counts    []int // of the answers of each level, from level 1
	Below     int   // units below their target
	Distance  int   // sum of the levels that they lack
	Spread    Spread
}

// Answered is the number of units with a level.
func (s *ComparedStatement) Answered() int { return s.Spread.N }

// Reached is the number of units at or above their target.
func (s *ComparedStatement) Reached() int { return s.Spread.N - s.Below }

// Subset says that only some statements are compared, because the results were
// made with several versions of the questionnaire.
type Subset struct {
	Versions []string // in order
	Common   int      // statements that all versions have, word for word
	LeftOut  int      // statements that only some have
	Changed  []SubsetChange
}

// SubsetChange is a level that differs, as shown, from that in the unit's own
// report.
type SubsetChange struct {
	Unit      int // position in Units
	Dimension int // position in Dimensions
	Own, Here *Score
}

// Compare compares the results of several units. Of each unit one result is
// taken, and only results that can be compared; insist, which may be nil, names
// the files that are compared all the same. The others are in LeftOut with the
// reason. The order of the profiles is of no account.
func Compare(profiles []*Profile, insist func(file string) bool) *Comparison {
	chosen, out := choose(profiles, insist)
	c := &Comparison{LeftOut: out}
	if len(chosen) == 0 {
		return c
	}
	main := mainProfile(chosen)
	c.Title, c.Questionnaire, c.Scale, c.Kind = main.asked.Title, main.Questionnaire, main.asked.Scale, main.Subject.Kind
	for i, label := range labels(chosen) {
		p := chosen[i]
		c.Units = append(c.Units, ComparedUnit{Profile: p.Profile, Label: label, Insisted: p.include,
			Foreign: p.Questionnaire.ID != main.Questionnaire.ID})
	}
	keep := c.commonStatements()
	c.score(main, keep)
	c.matrix(main, keep)
	c.subsetChanges()
	c.caveats()
	c.group()
	c.pair()
	return c
}

// mainProfile is the result whose questionnaire gives the order and the words:
// one of those that belong together, with the most statements.
func mainProfile(chosen []candidate) *Profile {
	var main *candidate
	for i := range chosen {
		c := &chosen[i]
		switch {
		case main == nil, main.include != nil && c.include == nil:
			main = c
		case (c.include == nil) == (main.include == nil) && len(c.answers) > len(main.answers):
			main = c
		}
	}
	return main.Profile
}

// labels names the units so that no two have the same name: by country, then by
// date and round, then by number.
func labels(units []candidate) []string {
	out := make([]string, len(units))
	for _, way := range []func(p *Profile) string{
		func(p *Profile) string { return p.Subject.Name },
		func(p *Profile) string { return named(p.Subject.Name, p.Subject.Country) },
		func(p *Profile) string {
			return named(p.Subject.Name, p.Subject.Country, p.Session.Date, p.Session.Round)
		},
	} {
		same := occurrences(out)
		for i := range units {
			if out[i] == "" || same[out[i]] > 1 {
				out[i] = way(units[i].Profile)
			}
		}
	}
	same, number := occurrences(out), map[string]int{}
	for i, label := range out {
		if same[label] > 1 {
			number[label]++
			out[i] = fmt.Sprintf("%s, no. %d", label, number[label])
		}
	}
	return out
}

func occurrences(names []string) map[string]int {
	n := map[string]int{}
	for _, name := range names {
		n[name]++
	}
	return n
}

func named(name string, more ...string) string {
	more = slices.DeleteFunc(more, func(s string) bool { return s == "" })
	if len(more) == 0 {
		return name
	}
	return name + " (" + strings.Join(more, ", ") + ")"
}

// commonStatements returns the statements that every version of the
// questionnaire has, or nil where there is one version. A version has what any
// of its results was asked: a narrower scope is no other version.
func (c *Comparison) commonStatements() map[statementKey]bool {
	versions := map[string]map[statementKey]bool{}
	names := map[string]bool{}
	seen := map[*Snapshot]bool{}
	for _, u := range c.Units {
		if u.Foreign {
			continue
		}
		names[u.Questionnaire.Version] = true
		id := u.Questionnaire.Digest
		if versions[id] == nil {
			versions[id] = map[statementKey]bool{}
		} else if seen[u.asked] {
			continue
		}
		seen[u.asked] = true
		for st := range u.asked.Statements() {
			versions[id][st.key()] = true
		}
	}
	if len(versions) < 2 {
		return nil
	}
	in := map[statementKey]int{}
	for _, v := range versions {
		for key := range v {
			in[key]++
		}
	}
	common := map[statementKey]bool{}
	for key, n := range in {
		if n == len(versions) {
			common[key] = true
		}
	}
	c.Subset = &Subset{Versions: sorted(names), Common: len(common), LeftOut: len(in) - len(common)}
	return common
}

// sorted returns the keys of a set in order.
func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// score takes the scores of each unit, over the common statements where there
// are several versions.
func (c *Comparison) score(main *Profile, keep map[statementKey]bool) {
	for _, d := range main.asked.Dimensions {
		c.Dimensions = append(c.Dimensions, ComparedDimension{ID: d.ID, Title: d.Title})
	}
	for i := range c.Units {
		u := &c.Units[i]
		dims, overall := u.dimensions, u.overall
		if keep != nil && !u.Foreign {
			a := u.restore(keep)
			dims, overall, _ = dimensionScores(a, a.resolve())
		}
		u.Overall = overall
		for _, d := range c.Dimensions {
			at := slices.IndexFunc(dims, func(x DimensionScore) bool { return x.ID == d.ID })
			if at < 0 {
				u.Dimensions = append(u.Dimensions, DimensionScore{ID: d.ID, Title: d.Title})
				continue
			}
			u.Dimensions = append(u.Dimensions, dims[at])
		}
	}
	everybody := make([]int, len(c.Units))
	for i := range everybody {
		everybody[i] = i
	}
	for d := range c.Dimensions {
		c.Dimensions[d].Spread = spreadOf(c.levels(d, everybody))
	}
}

// subsetChanges notes what leaving out statements has changed.
func (c *Comparison) subsetChanges() {
	if c.Subset == nil {
		return
	}
	for i := range c.Units {
		u := &c.Units[i]
		for d := range c.Dimensions {
			here := &u.Dimensions[d].Score
			at := slices.IndexFunc(u.dimensions, func(x DimensionScore) bool { return x.ID == c.Dimensions[d].ID })
			if at < 0 || u.dimensions[at].Asked == 0 {
				continue
			}
			own := &u.dimensions[at].Score
			if own.Shown() != here.Shown() || own.Shown() && own.LevelShown() != here.LevelShown() {
				c.Subset.Changed = append(c.Subset.Changed, SubsetChange{Unit: i, Dimension: d, Own: own, Here: here})
			}
		}
	}
}

// K returns the number of levels of the scale.
func (c *Comparison) K() Level { return Level(len(c.Scale)) }

// Shown reports whether a unit has a level in a dimension that may be shown.
func (u *ComparedUnit) Shown(dimension int) bool {
	d := &u.Dimensions[dimension]
	return d.Asked > 0 && d.Shown()
}
