package assessment

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// Difference is a statement on which people of the unit differed before one
// answer was agreed.
type Difference struct {
	Statement StatementID
	Dimension DimensionID
	Said      []Choice // what each of them said: levels in order, then don't know, then not applicable
	Agreed    Choice   // Unanswered where nobody has decided yet
	By        string   // who decided; empty where a rule did
	Reason    string
	Dissent   string
}

// Levels returns how many people gave a level.
func (d *Difference) Levels() int {
	n := 0
	for _, c := range d.Said {
		if c > 0 {
			n++
		}
	}
	return n
}

// Spread is the distance between the highest and the lowest level that were
// said; 0 where fewer than two gave a level.
func (d *Difference) Spread() int {
	var levels []Choice
	for _, c := range d.Said {
		if c > 0 {
			levels = append(levels, c)
		}
	}
	if len(levels) == 0 {
		return 0
	}
	return int(slices.Max(levels) - slices.Min(levels))
}

// Differences returns the statements on which the people of the unit differed:
// those that nobody has decided yet first, then those with the widest spread,
// equal ones in the order of the questionnaire. Answers that all were the same are no difference.
func (a *Assessment) Differences() []Difference {
	var all []Difference
	for st, place := range a.Asked.Statements() {
		ans := a.Answer(st.ID)
		if ans.Decided == nil {
			continue
		}
		said := ans.Decided.choices()
		if len(said) < 2 || !slices.ContainsFunc(said, func(c Choice) bool { return c != said[0] }) {
			continue
		}
		all = append(all, Difference{Statement: st.ID, Dimension: a.Asked.Dimensions[place.Dimension].ID,
			Said: said, Agreed: ans.Choice, By: ans.Decided.By, Reason: ans.whyDecided(), Dissent: ans.Decided.Dissent})
	}
	slices.SortStableFunc(all, func(x, y Difference) int {
		return cmp.Or(compareBool(x.Agreed == Unanswered, y.Agreed == Unanswered), cmp.Compare(y.Spread(), x.Spread()))
	})
	return all
}

// whyDecided is why people decided on an answer: for one that a group agreed on
// in a second pass its reason, unless it has none of its own.
func (a *Answer) whyDecided() string {
	if a.Decided.Among == nil && a.Reason != "" {
		return a.Reason
	}
	return a.Decided.Reason
}

// SaidRange returns where the level of a dimension would lie if each statement
// had the lowest, or the highest, level that somebody said. Statements with
// fewer than fewest said levels keep their answer, so that few people cannot be
// told apart. It reports false where nothing then differs.
func (a *Assessment) SaidRange(id DimensionID, fewest int) (low, high *big.Rat, differ bool) {
	var lows, highs []*item
	for _, it := range a.resolve() {
		if a.Asked.Dimensions[it.place.Dimension].ID != id {
			continue
		}
		lo, hi := *it, *it
		if d := it.answer.Decided; d != nil {
			said := slices.DeleteFunc(d.choices(), func(c Choice) bool { return c < 1 || c > Choice(a.Asked.Levels()) })
			if _, answered := it.answer.Choice.Level(); answered && len(said) >= fewest {
				lo.answer.Choice, hi.answer.Choice = said[0], said[len(said)-1]
				differ = differ || said[0] != said[len(said)-1]
			}
		}
		lows, highs = append(lows, &lo), append(highs, &hi)
	}
	if !differ {
		return nil, nil, false
	}
	k, from := a.Asked.Levels(), a.Asked.EvidenceFrom
	return scoreOf(lows, k, from, 1).Level, scoreOf(highs, k, from, 1).Level, true
}

// choices reads what was said out of entries such as "R07: 3". An entry of
// another form, which a person may have written, says nothing here.
func (d *Decision) choices() []Choice {
	if d.Said != nil {
		return d.Said.choices()
	}
	var said []Choice
	for _, entry := range d.Among {
		at := strings.LastIndex(entry, ": ")
		if at < 0 {
			continue
		}
		var c Choice
		if err := c.UnmarshalText([]byte(entry[at+2:])); err == nil && c != Unanswered {
			said = append(said, c)
		}
	}
	slices.SortFunc(said, func(x, y Choice) int { return cmp.Compare(x.rank(), y.rank()) })
	return said
}

// rank orders levels before don't know before not applicable.
func (c Choice) rank() int {
	if c > 0 {
		return int(c)
	}
	return 100 - int(c)
}
