package assessment

import (
	"math/big"
	"slices"

	"dgca/questionnaires"
)

// Scorecard holds every score of one assessment, in the order of its
// questionnaire.
type Scorecard struct {
	All          Score // every asked statement, for counts; its level is not a result
	Overall      Overall
	Dimensions   []DimensionScore
	Lenses       []TagScore
	ChangeLevels []TagScore
	Principles   []TagScore
	Groups       []string  // of principles, in order
	Heat         [][]Score // dimension x group of principles
}

// DimensionScore is the score of a dimension with its target and elements. A
// dimension outside the scope has Asked = 0.
type DimensionScore struct {
	ID       DimensionID
	Title    string
	Elements []ElementScore
	Target   DimensionGap
	Score
}

// ElementScore is the score of an element.
type ElementScore struct {
	ID    ElementID
	Title string
	Score
}

// TagScore is the score of the statements that carry a tag.
type TagScore struct {
	ID    string
	Name  string
	Group string // of a principle
	Score
}

// Overall is the mean of the dimension levels (method, section 4). Level, Low
// and High are nil unless Shown.
type Overall struct {
	Level, Low, High *big.Rat
	Sum, Weights     *big.Rat // Level = Sum / Weights
	Status           Status   // the worst of the dimensions
	Counted          int      // dimensions with a level that may be shown
	Weakest          []DimensionID
	WeakestLevel     Tenths        // of each of Weakest, as shown
	NotAsked         []DimensionID // outside the scope
	NotShown         []DimensionID // asked, but with not enough answers
	LeftOut          []DimensionID // not applicable: outside the mean
	// Target is the mean of the dimensions' mean targets, weighted like Level;
	// Gap is max(0, Target - Level). Both are nil unless Shown.
	Target, Gap *big.Rat
}

// Shown reports whether there is an overall level.
func (o *Overall) Shown() bool { return o.Level != nil }

// LevelShown returns the overall level as it is shown.
func (o *Overall) LevelShown() Tenths { return RoundTenths(o.Level) }

// AddsUp reports whether the gap as shown is the difference between the target
// and the level as shown, or none. Call it only when Shown.
func (o *Overall) AddsUp() bool {
	return o.Gap.Sign() == 0 || RoundTenths(o.Target)-o.LevelShown() == RoundTenths(o.Gap)
}

// BelowTarget counts the answered statements of all dimensions that are below
// their target.
func (c *Scorecard) BelowTarget() int {
	n := 0
	for i := range c.Dimensions {
		n += c.Dimensions[i].Target.BelowTarget
	}
	return n
}

// LargestGap returns the dimensions with the largest gap as shown among those
// whose level may be shown, in the order of the questionnaire; none where no
// gap is above 0.
func (c *Scorecard) LargestGap() []*DimensionScore {
	var largest []*DimensionScore
	most := Tenths(0)
	for i := range c.Dimensions {
		d := &c.Dimensions[i]
		if d.Asked == 0 || !d.Shown() {
			continue
		}
		switch g := RoundTenths(d.Target.Gap); {
		case g > most:
			largest, most = []*DimensionScore{d}, g
		case g == most && g > 0:
			largest = append(largest, d)
		}
	}
	return largest
}

// Score computes all scores of an assessment from its snapshot.
func (a *Assessment) Score() *Scorecard { return a.compute().card }

// computation keeps the resolved items beside the scores made from them.
type computation struct {
	a     *Assessment
	items []*item
	card  *Scorecard
}

func (a *Assessment) compute() *computation {
	c := &computation{a: a, items: a.resolve(), card: &Scorecard{}}
	c.card.All = c.score(minAnswered, func(*item) bool { return true })
	c.dimensions()
	c.card.Overall = overallOf(&a.Asked, c.card.Dimensions, nil)
	c.tags()
	return c
}

// resolve joins each asked statement with its answer, target and weighing.
func (a *Assessment) resolve() []*item {
	answers := make(map[StatementID]Answer, len(a.Answers))
	for _, ans := range a.Answers {
		answers[ans.Statement] = ans
	}
	weighings := make(map[StatementID]Weighing, len(a.Weighings))
	for _, w := range a.Weighings {
		weighings[w.Statement] = w
	}
	targets := make(map[StatementID]Level, len(a.Targets.Statements))
	for _, t := range a.Targets.Statements {
		targets[t.Statement] = t.Level
	}
	var items []*item
	dimTargets := make([]Level, len(a.Asked.Dimensions))
	for i := range a.Asked.Dimensions {
		dimTargets[i], _, _ = a.dimensionTarget(a.Asked.Dimensions[i].ID)
	}
	for st, place := range a.Asked.Statements() {
		it := &item{statement: st, place: place, weight: st.Weight.Units(),
			answer: answers[st.ID], weighing: weighings[st.ID], target: dimTargets[place.Dimension]}
		it.answer.Statement = st.ID
		if t, ok := targets[st.ID]; ok {
			it.target, it.ownTarget = t, true
		}
		items = append(items, it)
	}
	return items
}

// score scores the items that a set contains.
func (c *computation) score(need int, in func(*item) bool) Score {
	return scoreOf(c.pick(in), c.a.Asked.Levels(), c.a.Asked.EvidenceFrom, need)
}

// dimensionScore scores a dimension, or a part of one: all statements must be
// answered where it asks for fewer than minAnswered.
func (c *computation) dimensionScore(in func(*item) bool) Score {
	return c.score(min(minAnswered, len(c.pick(in))), in)
}

func (c *computation) pick(in func(*item) bool) []*item {
	var set []*item
	for _, it := range c.items {
		if in(it) {
			set = append(set, it)
		}
	}
	return set
}

func (c *computation) dimensions() {
	for d, ad := range c.a.Asked.Dimensions {
		inDim := func(it *item) bool { return it.place.Dimension == d }
		ds := DimensionScore{ID: ad.ID, Title: ad.Title, Score: c.dimensionScore(inDim)}
		for e, ae := range ad.Elements {
			ds.Elements = append(ds.Elements, ElementScore{ID: ae.ID, Title: ae.Title,
				Score: c.score(minAnsweredElement, func(it *item) bool { return it.place == Place{d, e} })})
		}
		ds.Target = c.dimensionGap(ad.ID, c.pick(inDim), ds.Level)
		c.card.Dimensions = append(c.card.Dimensions, ds)
	}
}

func (c *computation) tags() {
	asked := &c.a.Asked
	for _, t := range asked.Lenses {
		c.card.Lenses = append(c.card.Lenses, TagScore{ID: t.ID, Name: t.Name,
			Score: c.score(minAnswered, func(it *item) bool { return slices.Contains(it.statement.Lenses, t.ID) })})
	}
	for _, t := range asked.ChangeLevels {
		c.card.ChangeLevels = append(c.card.ChangeLevels, TagScore{ID: t.ID, Name: t.Name,
			Score: c.score(minAnswered, func(it *item) bool { return slices.Contains(it.statement.ChangeLevels, t.ID) })})
	}
	groupOf := map[string]string{}
	for _, p := range asked.Principles {
		groupOf[p.ID] = p.Group
		if !slices.Contains(c.card.Groups, p.Group) {
			c.card.Groups = append(c.card.Groups, p.Group)
		}
		c.card.Principles = append(c.card.Principles, TagScore{ID: p.ID, Name: p.Name, Group: p.Group,
			Score: c.score(minAnswered, func(it *item) bool { return slices.Contains(it.statement.Principles, p.ID) })})
	}
	for d := range asked.Dimensions {
		row := make([]Score, 0, len(c.card.Groups))
		for _, g := range c.card.Groups {
			row = append(row, c.score(minAnswered, func(it *item) bool {
				return it.place.Dimension == d && slices.ContainsFunc(it.statement.Principles, func(p string) bool { return groupOf[p] == g })
			}))
		}
		c.card.Heat = append(c.card.Heat, row)
	}
}

// overallOf is the weighted mean of the dimension levels. weights replaces the
// weights of the questionnaire when it is not nil; a weight of 0 leaves a
// dimension out.
func overallOf(asked *Snapshot, dims []DimensionScore, weights []int64) Overall {
	o := Overall{}
	level, low, high, sum, target := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	for i := range dims {
		d := &dims[i]
		w := asked.Dimensions[i].Weight.Units()
		if weights != nil {
			w = weights[i]
		}
		switch {
		case d.Asked == 0:
			o.NotAsked = append(o.NotAsked, d.ID)
		case d.Status == NothingApplicable:
			o.LeftOut = append(o.LeftOut, d.ID)
		default:
			o.Status = max(o.Status, d.Status)
			if !d.Shown() {
				o.NotShown = append(o.NotShown, d.ID)
				continue
			}
			o.Counted++
			wr := big.NewRat(w, questionnaires.Weight(0).Units())
			sum.Add(sum, wr)
			level.Add(level, new(big.Rat).Mul(wr, d.Level))
			low.Add(low, new(big.Rat).Mul(wr, d.Low))
			high.Add(high, new(big.Rat).Mul(wr, d.High))
			target.Add(target, new(big.Rat).Mul(wr, d.Target.Mean))
		}
	}
	o.Weakest, o.WeakestLevel = weakest(dims, func(d *DimensionScore) *big.Rat { return d.Level })
	switch {
	case len(o.LeftOut) == len(dims):
		o.Status = NothingApplicable
	case len(o.NotAsked) > 0:
		o.Status = NotEnough
	case len(o.NotShown) == 0 && sum.Sign() > 0:
		o.Sum, o.Weights = new(big.Rat).Set(level), sum
		o.Level, o.Low, o.High = level.Quo(level, sum), low.Quo(low, sum), high.Quo(high, sum)
		o.Target, o.Gap = overallGap(target.Quo(target, sum), o.Level)
	}
	return o
}

func overallGap(target, level *big.Rat) (mean, gap *big.Rat) {
	gap = new(big.Rat).Sub(target, level)
	if gap.Sign() < 0 {
		gap.SetInt64(0)
	}
	return target, gap
}

// weakest returns the dimensions with the lowest shown value among those that
// are shown, and that value. Equal as shown is equal: all of them are named.
func weakest(dims []DimensionScore, value func(*DimensionScore) *big.Rat) (ids []DimensionID, lowest Tenths) {
	for i := range dims {
		d := &dims[i]
		if d.Asked == 0 || !d.Shown() {
			continue
		}
		switch v := RoundTenths(value(d)); {
		case len(ids) == 0 || v < lowest:
			ids, lowest = []DimensionID{d.ID}, v
		case v == lowest:
			ids = append(ids, d.ID)
		}
	}
	return ids, lowest
}
