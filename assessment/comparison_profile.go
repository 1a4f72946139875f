package assessment

import (
	"reflect"
	"sync"
)

// Profile is what a comparison keeps of one result: enough to score it again,
// and little enough to hold thousands of them. Nothing that people said in
// their own words is in it, but the cases that they want to share.
type Profile struct {
	File          string // as its reader calls it
	Digest        string // SHA-256 of the file, hexadecimal
	Method        string
	State         State
	Questionnaire Reference
	Subject       Subject
	Session       SessionInfo // type, round and date alone
	Scope         Scope
	Cases         []DimensionCase // in the order of the dimensions
	All           Score           // every asked statement, for counts and coverage

	asked      *Snapshot // shared with other profiles; not to be changed
	targets    Targets
	answers    []profileAnswer  // of the asked statements, in order
	dimensions []DimensionScore // as in the unit's own report, without elements
	overall    Overall
}

// DimensionCase is a case that a unit recorded about a dimension.
type DimensionCase struct {
	Dimension DimensionID
	Case      Case
}

// profileAnswer is what scoring needs to know of an answer.
type profileAnswer struct {
	choice   Choice
	evidence bool
}

// NewProfile takes from an assessment what a comparison needs. The snapshots
// are shared by the profiles of one comparison.
func NewProfile(file, digest string, a *Assessment, known *Snapshots) *Profile {
	p := &Profile{File: file, Digest: digest, Method: a.Method, State: a.State, Questionnaire: a.Questionnaire, Subject: a.Subject,
		Session: SessionInfo{Type: a.Session.Type, Round: a.Session.Round, Date: a.Session.Date}, Scope: a.Scope,
		asked: known.share(&a.Asked)}
	for _, t := range a.Targets.Dimensions {
		t.Reason = ""
		p.targets.Dimensions = append(p.targets.Dimensions, t)
	}
	for _, t := range a.Targets.Statements {
		t.Reason = ""
		p.targets.Statements = append(p.targets.Statements, t)
	}
	for _, n := range a.Notes {
		if n.Case != nil {
			p.Cases = append(p.Cases, DimensionCase{n.Dimension, *n.Case})
		}
	}
	items := a.resolve()
	p.answers = make([]profileAnswer, len(items))
	for i, it := range items {
		p.answers[i] = profileAnswer{it.answer.Choice, it.answer.Evidence != ""}
	}
	p.dimensions, p.overall, p.All = dimensionScores(a, items)
	return p
}

// dimensionScores are the scores of an assessment that a comparison shows.
func dimensionScores(a *Assessment, items []*item) ([]DimensionScore, Overall, Score) {
	c := &computation{a: a, items: items, card: &Scorecard{}}
	c.dimensions()
	dims := c.card.Dimensions
	for i := range dims {
		dims[i].Elements = nil
	}
	return dims, overallOf(&a.Asked, dims, nil), c.score(minAnswered, func(*item) bool { return true })
}

// Levels returns K, the number of levels of the scale.
func (p *Profile) Levels() Level { return p.asked.Levels() }

// hasShown reports whether a dimension has enough answers to be shown.
func (p *Profile) hasShown() bool {
	for i := range p.dimensions {
		if d := &p.dimensions[i]; d.Asked > 0 && d.Shown() {
			return true
		}
	}
	return false
}

// statementKey is the identity of a statement where versions of a questionnaire
// differ: its place in the questionnaire, and its text, anchors and scale.
type statementKey struct {
	id     StatementID
	digest string
}

func (s *AskedStatement) key() statementKey { return statementKey{s.ID, s.Digest} }

// restore returns the assessment as far as it is kept, with the statements that
// only contains, or all of them where it is nil.
func (p *Profile) restore(only map[statementKey]bool) *Assessment {
	a := &Assessment{Method: p.Method, Subject: p.Subject, Session: p.Session, Scope: p.Scope, Questionnaire: p.Questionnaire,
		Targets: p.targets, Asked: *p.asked}
	n := 0
	for st := range p.asked.Statements() {
		if got := p.answers[n]; (only == nil || only[st.key()]) && got.choice != Unanswered {
			ans := Answer{Statement: st.ID, Choice: got.choice}
			if got.evidence {
				ans.Evidence = Removed
			}
			a.Answers = append(a.Answers, ans)
		}
		n++
	}
	if only != nil {
		a.Asked.Dimensions = p.asked.only(only)
	}
	return a
}

// only returns the dimensions with nothing but the given statements.
func (s *Snapshot) only(keep map[statementKey]bool) []AskedDimension {
	var dims []AskedDimension
	for _, d := range s.Dimensions {
		kept := AskedDimension{ID: d.ID, Title: d.Title, Weight: d.Weight}
		for _, e := range d.Elements {
			el := AskedElement{ID: e.ID, Title: e.Title}
			for _, st := range e.Statements {
				if keep[st.key()] {
					el.Statements = append(el.Statements, st)
				}
			}
			if len(el.Statements) > 0 {
				kept.Elements = append(kept.Elements, el)
			}
		}
		dims = append(dims, kept)
	}
	return dims
}

// Snapshots holds each snapshot once, however many results were asked the same.
// Several readers may use it at the same time.
type Snapshots struct {
	mu    sync.Mutex
	known map[snapshotKey][]*Snapshot
}

// snapshotKey tells most snapshots apart without comparing them.
type snapshotKey struct {
	title, last string
	statements  int
}

// share returns the snapshot that is equal to the given one and was seen first.
func (s *Snapshots) share(asked *Snapshot) *Snapshot {
	key := snapshotKey{title: asked.Title}
	for st := range asked.Statements() {
		key.statements++
		key.last = st.Text
	}
	s.mu.Lock()
	candidates := s.known[key]
	s.mu.Unlock()
	for _, k := range candidates {
		if reflect.DeepEqual(k, asked) {
			return k
		}
	}
	own := *asked
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil {
		s.known = map[snapshotKey][]*Snapshot{}
	}
	s.known[key] = append(s.known[key], &own)
	return &own
}
