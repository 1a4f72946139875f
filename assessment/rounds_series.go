package assessment

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// RoundResult is one result of a series.
type RoundResult struct {
	File   string // as its reader calls it
	Digest string // SHA-256 of the file, hexadecimal
	*Assessment
}

// NewRoundResult keeps of a result what a series needs: answers, scores and the
// plan, but nothing that participants said in their own words. The snapshots are
// shared by the results of one work. The assessment is not used any more after
// that.
func NewRoundResult(file, digest string, a *Assessment, known *Snapshots) RoundResult {
	a.Asked = *known.share(&a.Asked)
	a.Notes, a.Weighings, a.MergedFrom, a.Scores = nil, nil, nil, nil
	for i := range a.Answers {
		old := a.Answers[i]
		a.Answers[i] = Answer{Statement: old.Statement, Choice: old.Choice}
		if old.Evidence != "" {
			a.Answers[i].Evidence = Removed
		}
	}
	return RoundResult{File: file, Digest: digest, Assessment: a}
}

// Series is one unit over two or more rounds (method, section 8).
type Series struct {
	Name       string // of the unit
	Rounds     []SeriesRound
	Dimensions []SeriesDimension // of the last round, in its order
	// Whole compares the first round with the last one, statement by statement.
	Whole *Rounds
	// Steps compares each round with the one before it.
	Steps []*Rounds
	Done  []DoneAction // actions that were finished between two rounds
}

// SeriesRound is one round of a series.
type SeriesRound struct {
	RoundResult
	All Score // of every asked statement, as in the round's own report
}

// SeriesDimension is a dimension over all rounds.
type SeriesDimension struct {
	ID    DimensionID
	Title string
	Own   []Score // as in each round's own report; Asked is 0 where the round is missing
	// Common has, for each round in which the dimension may be shown, the score
	// over the statements with a level in all of these rounds; Asked is 0 for
	// the other rounds, which are missing.
	Common []Score
	Change *DimensionChange // from the first of these rounds to the last; nil with fewer than two
}

// DoneAction is an action that was finished between two rounds.
type DoneAction struct {
	Before     int // the round before it was finished; the next one comes after
	Action     *Action
	Date       string            // the day on which it was done; empty where nobody wrote it down
	Statements []StatementChange // those it serves, with their level in both rounds
}

// RoundsOf sorts results by unit and by date into series of two or more rounds.
// What is in no series is in the list with the reason. The order of the results
// is of no account.
func RoundsOf(results []RoundResult) ([]*Series, []LeftOut) {
	s := &sorter{}
	all := slices.Clone(results)
	slices.SortStableFunc(all, func(x, y RoundResult) int {
		return cmp.Or(compareNames(CleanLine(x.Subject.Name), CleanLine(y.Subject.Name)), compareNames(x.Subject.Country, y.Subject.Country),
			cmp.Compare(x.Subject.Kind, y.Subject.Kind), cmp.Compare(x.Session.Date, y.Session.Date),
			cmp.Compare(x.Session.Type, y.Session.Type), cmp.Compare(x.Digest, y.Digest), cmp.Compare(x.File, y.File))
	})
	all = s.withoutCopies(all)
	var units [][]RoundResult
	for _, r := range all {
		if r.Session.Date == "" {
			s.leave(r, NoDate, "")
			continue
		}
		if n := len(units); n > 0 && sameUnit(units[n-1][0].Assessment, r.Assessment) {
			units[n-1] = append(units[n-1], r)
		} else {
			units = append(units, []RoundResult{r})
		}
	}
	var out []*Series
	for _, of := range units {
		if of = s.fitting(s.oneOfADay(of)); len(of) >= 2 {
			out = append(out, newSeries(of))
		} else if len(of) == 1 {
			s.leave(of[0], OnlyRound, "")
		}
	}
	return out, s.out
}

// sorter collects what is in no series.
type sorter struct{ out []LeftOut }

func (s *sorter) leave(r RoundResult, why LeftOutReason, detail string) {
	s.out = append(s.out, LeftOut{File: r.File, Name: r.Subject.Name, Reason: why, Detail: detail})
}

func (s *sorter) withoutCopies(all []RoundResult) []RoundResult {
	first := map[string]string{}
	return slices.DeleteFunc(all, func(r RoundResult) bool {
		other, ok := first[r.Digest]
		if ok {
			s.leave(r, SameFile, other)
		} else {
			first[r.Digest] = r.File
		}
		return ok
	})
}

func sameUnit(a, b *Assessment) bool { return unitKey(a.Subject) == unitKey(b.Subject) }

// oneOfADay keeps one result of each day: the agreed one, where there is one
// alone.
func (s *sorter) oneOfADay(of []RoundResult) []RoundResult {
	var kept []RoundResult
	for len(of) > 0 {
		n := 1
		for n < len(of) && of[n].Session.Date == of[0].Session.Date {
			n++
		}
		day := of[:n]
		of = of[n:]
		agreed := slices.DeleteFunc(slices.Clone(day), func(r RoundResult) bool { return r.Session.Type != Group })
		switch {
		case n == 1:
			kept = append(kept, day[0])
		case len(agreed) == 1:
			kept = append(kept, agreed[0])
		}
		for _, r := range day {
			switch {
			case n == 1 || len(agreed) == 1 && r.Session.Type == Group:
			case len(agreed) > 0 && r.Session.Type != Group:
				s.leave(r, OneOfAgreed, r.Session.Date)
			case len(agreed) == 0:
				s.leave(r, SeveralSheets, r.Session.Date)
			default:
				s.leave(r, SameRound, r.Session.Date)
			}
		}
	}
	return kept
}

// fitting keeps the rounds that can be compared with the last one.
func (s *sorter) fitting(of []RoundResult) []RoundResult {
	if len(of) == 0 {
		return nil
	}
	last := of[len(of)-1]
	return slices.DeleteFunc(of, func(r RoundResult) bool {
		switch {
		case r.Questionnaire.ID != last.Questionnaire.ID:
			s.leave(r, OtherQuestionnaire, r.Questionnaire.ID)
		case r.Asked.Levels() != last.Asked.Levels():
			s.leave(r, OtherScale, fmt.Sprint(r.Asked.Levels()))
		case r.Method != last.Method:
			s.leave(r, OtherMethod, r.Method)
		default:
			return false
		}
		return true
	})
}

func newSeries(of []RoundResult) *Series {
	s := &Series{Name: of[len(of)-1].Subject.Name}
	scored := make([]scoredRound, len(of))
	for i, r := range of {
		scored[i] = scoreRound(r.Assessment)
		s.Rounds = append(s.Rounds, SeriesRound{r, scored[i].all})
	}
	for i := 1; i < len(of); i++ {
		s.Steps = append(s.Steps, compareRounds(scored[i-1], scored[i]))
	}
	if len(s.Steps) == 1 {
		s.Whole = s.Steps[0]
	} else {
		s.Whole = compareRounds(scored[0], scored[len(of)-1])
	}
	for d := range scored[len(of)-1].dimensions {
		s.Dimensions = append(s.Dimensions, followDimension(scored, d))
	}
	s.doneActions()
	return s
}

// followDimension follows one dimension of the last round through all rounds.
func followDimension(rounds []scoredRound, index int) SeriesDimension {
	last := rounds[len(rounds)-1].dimensions[index]
	d := SeriesDimension{ID: last.ID, Title: last.Title, Common: make([]Score, len(rounds))}
	var shown []int
	for i := range rounds {
		own := Score{Levels: last.Levels}
		if at := slices.IndexFunc(rounds[i].dimensions, func(x DimensionScore) bool { return x.ID == d.ID }); at >= 0 {
			own = rounds[i].dimensions[at].Score
		}
		d.Own = append(d.Own, own)
		if own.Asked > 0 && own.Shown() {
			shown = append(shown, i)
		}
	}
	if len(shown) >= 2 {
		d.common(rounds, shown)
	}
	return d
}

// common scores the statements that have a level in all the given rounds. All
// levels are weighted as in the last of them: a change of weights is no change
// of the unit.
func (d *SeriesDimension) common(rounds []scoredRound, shown []int) {
	newest := shown[len(shown)-1]
	now := rounds[newest]
	place := now.place(d.ID)
	items := make([]map[string]*item, len(shown))
	for n, i := range shown {
		items[n] = identities(rounds[i].items)
	}
	sets := make([][]*item, len(shown))
	for _, it := range now.items {
		if it.place.Dimension != place {
			continue
		}
		row := make([]*item, len(shown))
		for n := range shown {
			old := items[n][it.statement.Digest]
			if old == nil {
				break
			}
			if _, ok := old.answer.Choice.Level(); !ok {
				break
			}
			weighted := *old
			weighted.weight = it.weight
			row[n] = &weighted
		}
		if !slices.Contains(row, nil) {
			for n := range row {
				sets[n] = append(sets[n], row[n])
			}
		}
	}
	need := d.Own[newest].Need
	for n, i := range shown {
		d.Common[i] = scoreOf(sets[n], now.Asked.Levels(), now.Asked.EvidenceFrom, need)
	}
	then := shown[0]
	c := &DimensionChange{ID: d.ID, Title: d.Title, Then: d.Common[then], Now: d.Common[newest], ThenStatus: d.Own[then].Status, NowStatus: d.Own[newest].Status}
	for k, was := range sets[0] {
		switch delta := sets[len(sets)-1][k].answer.Choice - was.answer.Choice; {
		case delta > 0:
			c.Up++
		case delta < 0:
			c.Down++
		}
	}
	if c.Then.Shown() && c.Now.Shown() {
		c.Change = new(big.Rat).Sub(c.Now.Level, c.Then.Level)
		c.Clear = clearChange(RoundTenths(c.Change), now.Asked.Levels(), len(sets[0]), c.Up, c.Down)
	}
	d.Change = c
}

// doneActions finds the actions that were finished between two rounds, beside
// the statements that they served. A plan that goes on in the next file is
// counted once.
func (s *Series) doneActions() {
	type known struct {
		id   ActionID
		what string
	}
	seen := map[known]bool{}
	for i := range s.Rounds[:len(s.Rounds)-1] {
		plan := &s.Rounds[i].Plan
		for a := range plan.Actions {
			act := &plan.Actions[a]
			at, date := s.doneBetween(i, act)
			if at < 0 || seen[known{act.ID, act.What}] {
				continue
			}
			seen[known{act.ID, act.What}] = true
			s.Done = append(s.Done, DoneAction{Before: at, Action: act, Date: date, Statements: s.served(i, at, act)})
		}
	}
	slices.SortStableFunc(s.Done, func(x, y DoneAction) int { return cmp.Compare(x.Before, y.Before) })
}

// doneBetween returns the round after which an action of a round was done and
// before the next, and the day; -1 where it was not, or after the last round.
// Without a day, it was done before the next round.
func (s *Series) doneBetween(round int, act *Action) (before int, date string) {
	if act.Status != Done {
		return -1, ""
	}
	for _, h := range act.History {
		if h.Status == Done {
			date = h.Date
		}
	}
	if date == "" {
		return round, ""
	}
	for i := round; i+1 < len(s.Rounds); i++ {
		if date <= s.Rounds[i+1].Session.Date {
			return i, date
		}
	}
	return -1, ""
}

// served are the statements of an action with their levels before and after.
// A level that is missing is 0.
func (s *Series) served(planned, before int, act *Action) []StatementChange {
	then, now := identities(s.Rounds[before].resolve()), identities(s.Rounds[before+1].resolve())
	level := func(it *item) Level {
		if it == nil {
			return 0
		}
		l, ok := it.answer.Choice.Level()
		if !ok {
			return 0
		}
		return l
	}
	var out []StatementChange
	for _, id := range act.Serves {
		for st, place := range s.Rounds[planned].Asked.Statements() {
			if st.ID == id {
				out = append(out, StatementChange{Statement: id, Dimension: s.Rounds[planned].Asked.Dimensions[place.Dimension].ID,
					Then: level(then[st.Digest]), Now: level(now[st.Digest])})
			}
		}
	}
	return out
}
