package assessment

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// Rounds compares two rounds of one unit (method, section 8). Only statements
// with a level in both rounds and the same identity are compared, so that a
// change never comes from another set of statements.
type Rounds struct {
	Before, After *Assessment
	Dimensions    []DimensionChange // of the later round, in its order, those asked in both
	Statements    []StatementChange // all that are compared, in the order of the later round
	New           []StatementID     // asked in the later round only
	Retired       []StatementID     // asked in the earlier round only
	// NotCompared were asked in both rounds, but have no level in one of them.
	NotCompared []StatementID
}

// DimensionChange is how a dimension has moved. Then and Now are its scores over
// the compared statements alone; each may be another level than that in the
// report of its own round.
type DimensionChange struct {
	ID         DimensionID
	Title      string
	Then, Now  Score
	ThenStatus Status // of the dimension in each round as a whole
	NowStatus  Status
	Change     *big.Rat // Now - Then; nil unless Shown
	Up, Down   int      // compared statements that moved up, and down
	Clear      bool     // a clear change; see Change for its direction
}

// Shown reports whether the change may be shown: both rounds have enough
// answers, and so have the compared statements.
func (d *DimensionChange) Shown() bool { return d.Change != nil }

// Compared is the number of statements with a level in both rounds.
func (d *DimensionChange) Compared() int { return d.Now.Answered }

// StatementChange is a statement with a level in both rounds.
type StatementChange struct {
	Statement StatementID // as the later round calls it
	Dimension DimensionID
	Then, Now Level
}

// Delta is the change of the level: positive is better.
func (s StatementChange) Delta() int { return int(s.Now) - int(s.Then) }

// CompareRounds compares an earlier round with a later one. It fails where the
// two are not of one unit, one questionnaire, one scale and one method, and
// where the earlier one has the later date.
func CompareRounds(before, after *Assessment) (*Rounds, error) {
	if err := roundsOfOneUnit(before, after); err != nil {
		return nil, err
	}
	return compareRounds(scoreRound(before), scoreRound(after)), nil
}

// scoredRound is a round with what is computed from it once, however often it is
// compared.
type scoredRound struct {
	*Assessment
	items      []*item
	dimensions []DimensionScore // without elements
	all        Score
}

func scoreRound(a *Assessment) scoredRound {
	r := scoredRound{Assessment: a, items: a.resolve()}
	r.dimensions, _, r.all = dimensionScores(a, r.items)
	return r
}

// compareRounds compares two rounds that can be compared.
func compareRounds(before, after scoredRound) *Rounds {
	r := &Rounds{Before: before.Assessment, After: after.Assessment}
	c := &roundComparison{then: identities(before.items), now: after.items}
	r.Statements, r.New, r.NotCompared = c.statements(after.Assessment)
	known := identities(c.now)
	for _, it := range before.items {
		if known[it.statement.Digest] == nil {
			r.Retired = append(r.Retired, it.statement.ID)
		}
	}
	for i := range after.dimensions {
		now := &after.dimensions[i]
		j := slices.IndexFunc(before.dimensions, func(d DimensionScore) bool { return d.ID == now.ID })
		if now.Asked == 0 || j < 0 || before.dimensions[j].Asked == 0 {
			continue
		}
		r.Dimensions = append(r.Dimensions, c.dimension(after.Assessment, i, &before.dimensions[j], now))
	}
	return r
}

func roundsOfOneUnit(before, after *Assessment) error {
	switch b, a := before, after; {
	case !strings.EqualFold(CleanLine(b.Subject.Name), CleanLine(a.Subject.Name)):
		return fmt.Errorf("the rounds are about different units: %q and %q", b.Subject.Name, a.Subject.Name)
	case b.Subject.Kind != a.Subject.Kind:
		return fmt.Errorf("the rounds are about different kinds of unit: %s and %s", b.Subject.Kind, a.Subject.Kind)
	case b.Questionnaire.ID != a.Questionnaire.ID:
		return fmt.Errorf("the rounds were made with different questionnaires: %s and %s", b.Questionnaire.ID, a.Questionnaire.ID)
	case b.Asked.Levels() != a.Asked.Levels():
		return fmt.Errorf("the rounds have different scales: %d and %d levels", b.Asked.Levels(), a.Asked.Levels())
	case b.Method != a.Method:
		return fmt.Errorf("the rounds were scored by different methods: %s and %s", b.Method, a.Method)
	case b.Session.Date > a.Session.Date && a.Session.Date != "":
		return fmt.Errorf("the previous round is the later one: %s is after %s", b.Session.Date, a.Session.Date)
	}
	return nil
}

// roundComparison holds the items of both rounds. Statements are the same where
// their digests are: their text, anchors and scale.
type roundComparison struct {
	then map[string]*item
	now  []*item
}

func identities(items []*item) map[string]*item {
	m := make(map[string]*item, len(items))
	for _, it := range items {
		m[it.statement.Digest] = it
	}
	return m
}

// before returns the item of the earlier round that is compared with one of the
// later round, or nil.
func (c *roundComparison) before(now *item) *item {
	then := c.then[now.statement.Digest]
	if then == nil {
		return nil
	}
	_, was := then.answer.Choice.Level()
	_, is := now.answer.Choice.Level()
	if !was || !is {
		return nil
	}
	return then
}

func (c *roundComparison) statements(after *Assessment) (moved []StatementChange, added, notCompared []StatementID) {
	for _, now := range c.now {
		then := c.before(now)
		switch id := now.statement.ID; {
		case c.then[now.statement.Digest] == nil:
			added = append(added, id)
		case then == nil:
			notCompared = append(notCompared, id)
		default:
			was, _ := then.answer.Choice.Level()
			is, _ := now.answer.Choice.Level()
			moved = append(moved, StatementChange{id, after.Asked.Dimensions[now.place.Dimension].ID, was, is})
		}
	}
	return moved, added, notCompared
}

// dimension compares one dimension. Both levels are weighted as in the later
// round: a change of weights is no change of the unit.
func (c *roundComparison) dimension(after *Assessment, index int, then, now *DimensionScore) DimensionChange {
	d := DimensionChange{ID: now.ID, Title: now.Title, ThenStatus: then.Status, NowStatus: now.Status}
	var was, is []*item
	for _, it := range c.now {
		old := c.before(it)
		if it.place.Dimension != index || old == nil {
			continue
		}
		weighted := *old
		weighted.weight = it.weight
		was, is = append(was, &weighted), append(is, it)
		switch delta := it.answer.Choice - old.answer.Choice; {
		case delta > 0:
			d.Up++
		case delta < 0:
			d.Down++
		}
	}
	k, from := after.Asked.Levels(), after.Asked.EvidenceFrom
	d.Then, d.Now = scoreOf(was, k, from, now.Need), scoreOf(is, k, from, now.Need)
	if then.Shown() && now.Shown() && d.Then.Shown() && d.Now.Shown() {
		d.Change = new(big.Rat).Sub(d.Now.Level, d.Then.Level)
		d.Clear = clearChange(RoundTenths(d.Change), k, len(is), d.Up, d.Down)
	}
	return d
}

// The least numbers for a clear change: of compared statements, and of those
// that moved its way more than moved the other way.
const (
	clearStatements = 3
	clearMajority   = 3
)

// ClearFrom returns the least change as shown that can be clear on a scale of k
// levels: (k-1)/8 of a level, or the next tenth above it.
func ClearFrom(k Level) Tenths { return Tenths((10*int(k-1) + 7) / 8) }

// clearChange reports whether a change as shown is large enough and rests on
// enough statements.
func clearChange(change Tenths, k Level, compared, up, down int) bool {
	if change < 0 {
		change, up, down = -change, down, up
	}
	return change >= ClearFrom(k) && compared >= clearStatements && up-down >= clearMajority
}

// Improved returns the up to n statements that rose most. Equal ones keep the
// order of the questionnaire.
func (r *Rounds) Improved(n int) []StatementChange {
	return r.moved(n, func(s StatementChange) int { return s.Delta() })
}

// Concern returns the up to n statements that fell most, in the same way.
func (r *Rounds) Concern(n int) []StatementChange {
	return r.moved(n, func(s StatementChange) int { return -s.Delta() })
}

func (r *Rounds) moved(n int, by func(StatementChange) int) []StatementChange {
	var out []StatementChange
	for _, s := range r.Statements {
		if by(s) > 0 {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(x, y StatementChange) int { return cmp.Compare(by(y), by(x)) })
	return out[:min(n, len(out))]
}
