package workshop

import (
	"errors"
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/questionnaires"
)

// Agreement is the second pass of one unit: which statement is talked about
// now, and what was agreed so far. It draws nothing and saves nothing. What it
// fills in is an ordinary assessment of the type "agreed", which says for each
// answer what people had said alone.
type Agreement struct {
	s      *assessment.Session
	spread *Spread
	agenda []AgendaItem
	order  []int // indexes of the session, in the order in which they are talked about
	at     int
	byPlan bool // in the order of the questionnaire
}

// The words for who decided.
const (
	decidedByPeople = "the people of the unit"
	reasonConsensus = "The people of the unit took the median of all statements with consensus."
)

// NewAgreed makes an empty agreed sheet of a unit.
func (w *Workshop) NewAgreed(q *questionnaires.Questionnaire, id UnitID) (*assessment.Assessment, error) {
	u := w.Unit(id)
	if u == nil {
		return nil, &ChangeError{fmt.Sprintf("there is no unit %q", id), "see the units in workshop.yaml"}
	}
	info := w.session()
	info.Type = assessment.Group
	return assessment.New(q, u.Subject(), info, w.Scope)
}

// NewAgreement opens the second pass over what the people of the unit said
// alone. a is the agreed sheet as far as it has come, and sources are the sheets
// that were counted. minutes is the time for the whole agenda. It opens at the
// first statement of the agenda that is not agreed.
func NewAgreement(q *questionnaires.Questionnaire, a *assessment.Assessment, spread *Spread, sources []assessment.Source, minutes int) (*Agreement, error) {
	s, err := assessment.NewSession(q, a)
	if err != nil {
		return nil, err
	}
	a.MergedFrom = sources
	g := &Agreement{s: s, spread: spread, agenda: Allot(spread.Agenda(), minutes)}
	g.sort()
	if i, ok := g.NextOpen(0); ok {
		g.at = i
	}
	g.s.Jump(g.order[g.at])
	return g, nil
}

// sort puts the statements into the order in which they are talked about.
func (g *Agreement) sort() {
	index := map[assessment.StatementID]int{}
	for i, it := range g.s.Items() {
		index[it.Statement.ID] = i
	}
	g.order = g.order[:0]
	if g.byPlan {
		for i := range g.s.Items() {
			g.order = append(g.order, i)
		}
		return
	}
	for _, it := range g.agenda {
		if i, ok := index[it.Statement]; ok {
			g.order = append(g.order, i)
			delete(index, it.Statement)
		}
	}
	for i, it := range g.s.Items() { // asked, but in no sheet
		if _, left := index[it.Statement.ID]; left {
			g.order = append(g.order, i)
		}
	}
}

// ByQuestionnaire chooses the order of the questionnaire, or that of the agenda.
// The current statement stays.
func (g *Agreement) ByQuestionnaire(on bool) {
	now := g.order[g.at]
	g.byPlan = on
	g.sort()
	g.at = slices.Index(g.order, now)
}

// InQuestionnaireOrder reports which order was chosen.
func (g *Agreement) InQuestionnaireOrder() bool { return g.byPlan }

// Questionnaire returns the questionnaire.
func (g *Agreement) Questionnaire() *questionnaires.Questionnaire { return g.s.Questionnaire() }

// Assessment returns the agreed sheet that is filled in.
func (g *Agreement) Assessment() *assessment.Assessment { return g.s.Assessment() }

// Spread returns what people said alone.
func (g *Agreement) Spread() *Spread { return g.spread }

// SetToday tells the day, as YYYY-MM-DD, for changes after completion.
func (g *Agreement) SetToday(day string) { g.s.SetToday(day) }

// Len returns how many statements there are.
func (g *Agreement) Len() int { return len(g.order) }

// Position returns the index of the current statement in the chosen order, from
// 0.
func (g *Agreement) Position() int { return g.at }

// Point is one statement with what people said about it.
type Point struct {
	assessment.Item
	AgendaItem // its StatementSpread is never nil
	Answer     assessment.Answer
}

// Differs reports whether the agreed answer is another one than the median.
func (p *Point) Differs() bool { return p.AgendaItem.Differs(p.Answer.Choice) }

// NeedsReason reports whether the agreed answer is another one than the median,
// and it is not said why.
func (p *Point) NeedsReason() bool { return p.Differs() && p.Answer.Reason == "" }

// Current returns the statement that is talked about now.
func (g *Agreement) Current() Point { return g.Point(g.at) }

// Point returns the statement at an index of the chosen order, from 0.
func (g *Agreement) Point(i int) Point {
	it := g.s.Items()[g.order[i]]
	p := Point{Item: it, Answer: g.Assessment().Answer(it.Statement.ID)}
	if n := slices.IndexFunc(g.agenda, func(a AgendaItem) bool { return a.Statement == it.Statement.ID }); n >= 0 {
		p.AgendaItem = g.agenda[n]
		return p
	}
	p.StatementSpread = &StatementSpread{Number: it.Number, Statement: it.Statement.ID, Text: it.Text, Dimension: it.Dimension.ID,
		DimensionTitle: it.Dimension.Title, Distribution: assessment.NewDistribution(g.Questionnaire().Levels())}
	return p
}

// Jump moves to the statement at an index of the chosen order, from 0. It
// reports whether there is one.
func (g *Agreement) Jump(i int) bool {
	if i < 0 || i >= len(g.order) {
		return false
	}
	g.at = i
	return g.s.Jump(g.order[i])
}

// Next moves to the next statement. It reports whether there was one.
func (g *Agreement) Next() bool { return g.Jump(g.at + 1) }

// Back moves to the statement before. It reports whether there was one.
func (g *Agreement) Back() bool { return g.Jump(g.at - 1) }

// NextOpen returns the index of the first statement at or after a position,
// then from the start, that is neither agreed nor parked; without one, of the
// first that is parked. It reports whether there is one.
func (g *Agreement) NextOpen(from int) (int, bool) {
	for _, parked := range []bool{false, true} {
		for n := range g.order {
			i := (from + n) % len(g.order)
			if a := g.Point(i).Answer; a.Choice == assessment.Unanswered && a.Marked == parked {
				return i, true
			}
		}
	}
	return 0, false
}

// Find returns the indexes, in the chosen order, of the statements that a query
// names; see assessment.Session.Find.
func (g *Agreement) Find(query string) []int {
	var out []int
	for _, i := range g.s.Find(query) {
		out = append(out, slices.Index(g.order, i))
	}
	slices.Sort(out)
	return out
}

// Agree records the agreed answer to the current statement. Not applicable
// needs a reason; assessment.ErrReason says that it is missing. The statement is
// no longer parked.
func (g *Agreement) Agree(c assessment.Choice, reason string) error {
	if c != assessment.Unanswered && c == g.s.Answer().Choice && c != assessment.NotApplicable {
		g.s.Mark(false)
		return nil // said again; what was decided stands
	}
	dissent := ""
	if was := g.s.Answer().Decided; was != nil {
		dissent = was.Dissent
	}
	if err := g.s.Choose(c, reason); err != nil {
		return err
	}
	g.s.Mark(false)
	if c != assessment.Unanswered {
		g.s.SetDecision(assessment.Decision{By: decidedByPeople, Dissent: dissent, Said: g.said()})
	}
	return nil
}

// said is what people said alone about the current statement. The agreed sheet
// leaves the room: answers of one or two people are not in it.
func (g *Agreement) said() *assessment.Distribution {
	d := g.Current().StatementSpread.Distribution
	if d.N() < FewestShown {
		return nil
	}
	d.Levels = slices.Clone(d.Levels)
	return &d
}

// SetReason records why the current answer was agreed. That of "not applicable"
// is never taken out.
func (g *Agreement) SetReason(text string) { g.s.SetReason(text) }

// ErrNotAgreed says that there is no agreed answer yet.
var ErrNotAgreed = errors.New("agree on an answer first")

// SetDissent records what those who disagree want to be kept.
func (g *Agreement) SetDissent(text string) error {
	was := g.s.Answer().Decided
	text = assessment.CleanText(text)
	switch {
	case was == nil && text == "":
		return nil
	case was == nil && g.s.Answer().Choice == assessment.Unanswered:
		return ErrNotAgreed
	case was == nil:
		was = &assessment.Decision{By: decidedByPeople, Said: g.said()}
	case was.Dissent == text:
		return nil
	}
	d := *was
	d.Dissent = text
	g.s.SetDecision(d)
	return nil
}

// SetEvidence records what document or data supports the current answer.
func (g *Agreement) SetEvidence(text string) { g.s.SetEvidence(text) }

// AddComment adds a remark to those on the current answer.
func (g *Agreement) AddComment(text string) {
	if was := g.s.Answer().Comment; was != "" {
		text = was + "\n" + text
	}
	g.s.SetComment(text)
}

// Park leaves the current statement for later, or takes that back. An agreed
// statement can be parked too: it is looked at again.
func (g *Agreement) Park(on bool) { g.s.Mark(on) }

// Medians returns how many statements with consensus are not agreed yet and
// have a median that is a level.
func (g *Agreement) Medians() int { return len(g.medians()) }

func (g *Agreement) medians() []int {
	var out []int
	for i := range g.order {
		p := g.Point(i)
		if p.Concluded() == assessment.Consensus && p.Median()%4 == 0 && p.Answer.Choice == assessment.Unanswered && !p.Answer.Marked {
			out = append(out, i)
		}
	}
	return out
}

// TakeMedians agrees on the median of every statement with consensus that is
// not agreed and not parked, and returns how many. A median between two levels
// is left to the people.
func (g *Agreement) TakeMedians() int {
	back, all := g.at, g.medians()
	for _, i := range all {
		g.Jump(i)
		// A median of levels is on their scale.
		_ = g.s.Choose(assessment.Choice(g.Current().Median()/4), "")
		g.s.SetDecision(assessment.Decision{Reason: reasonConsensus, Said: g.said()})
	}
	g.Jump(back)
	return len(all)
}

// Standing counts how far the second pass has come.
type Standing struct {
	Total         int
	Agreed        int // with any answer
	Parked        int // without an answer, for later
	Open          int // neither
	WithoutReason int // agreed on another answer than the median, without a reason
}

// Standing counts the statements.
func (g *Agreement) Standing() Standing {
	s := Standing{Total: len(g.order)}
	for i := range g.order {
		p := g.Point(i)
		switch {
		case p.Answer.Choice != assessment.Unanswered:
			s.Agreed++
		case p.Answer.Marked:
			s.Parked++
		default:
			s.Open++
		}
		if p.NeedsReason() {
			s.WithoutReason++
		}
	}
	return s
}

// Finished reports whether nothing is left to talk about: the sheet can be
// called agreed.
func (s Standing) Finished() bool { return s.Agreed == s.Total && s.WithoutReason == 0 }

// Close sets the state of the sheet: agreed when nothing is left, or else a
// draft. An approved sheet stays approved.
func (g *Agreement) Close() {
	a := g.Assessment()
	switch done := g.Standing().Finished(); {
	case a.State == assessment.Approved:
	case done:
		a.State = assessment.Agreed
	default:
		a.State = assessment.Draft
	}
}
