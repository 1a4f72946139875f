package assessment

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dgca/questionnaires"
)

// New makes an empty assessment of a unit with a scope of a questionnaire.
// Nothing is answered in it.
func New(q *questionnaires.Questionnaire, subject Subject, info SessionInfo, scope Scope) (*Assessment, error) {
	a := &Assessment{
		Format: Format, Method: Method, State: Draft,
		Questionnaire: Reference{ID: q.ID, Version: q.Version, Language: q.Language, Digest: q.Digest()},
		Subject:       subject, Session: info, Scope: scope,
		Asked: Take(q, subject.Kind, scope),
	}
	for range a.Asked.Statements() {
		return a, nil
	}
	return nil, errors.New("this scope asks no statement of the questionnaire")
}

// Session is an interview in progress: which statement is asked now, and what
// was answered so far. It draws nothing and saves nothing. An answer counts
// only when a person gave it; moving never answers.
type Session struct {
	q        *questionnaires.Questionnaire
	a        *Assessment
	items    []Item
	position int
	today    string
	previous *Assessment
}

// Item is one statement of an interview.
type Item struct {
	Number    int // 1-based, in the order of asking
	Dimension *questionnaires.Dimension
	Element   *questionnaires.Element
	Statement *questionnaires.Statement
	Text      string // worded for the unit
}

// ErrOtherQuestionnaire says that an assessment was made with another
// questionnaire, or with another version of it.
var ErrOtherQuestionnaire = errors.New("the assessment was made with another version of the questionnaire")

// NewSession opens an interview at the first open statement, or at the first
// one when none is open. It fails with ErrOtherQuestionnaire when the
// questionnaire is not the one that the assessment was made with; see Upgrade.
func NewSession(q *questionnaires.Questionnaire, a *Assessment) (*Session, error) {
	if a.Questionnaire.Digest != q.Digest() {
		return nil, fmt.Errorf("%w: it says %s %s, this is %s %s", ErrOtherQuestionnaire,
			a.Questionnaire.ID, a.Questionnaire.Version, q.ID, q.Version)
	}
	s := &Session{q: q, a: a}
	asked := a.Asked.order()
	for i := range q.Dimensions {
		d := &q.Dimensions[i]
		for j := range d.Elements {
			el := &d.Elements[j]
			for n := range el.Statements {
				st := &el.Statements[n]
				if _, ok := asked[st.ID]; ok {
					s.items = append(s.items, Item{len(s.items) + 1, d, el, st, q.Text(st, a.Subject.Kind)})
				}
			}
		}
	}
	if len(s.items) == 0 {
		return nil, errors.New("the assessment asks no statement of this questionnaire")
	}
	if i, ok := s.NextOpen(0); ok {
		s.position = i
	}
	return s, nil
}

// Questionnaire returns the questionnaire of the interview.
func (s *Session) Questionnaire() *questionnaires.Questionnaire { return s.q }

// Assessment returns the assessment that the interview fills in.
func (s *Session) Assessment() *Assessment { return s.a }

// Items returns all statements of the interview in the order of asking. The
// caller must not change them.
func (s *Session) Items() []Item { return s.items }

// Position returns the index of the current statement, from 0.
func (s *Session) Position() int { return s.position }

// Current returns the statement that is asked now.
func (s *Session) Current() Item { return s.items[s.position] }

// Answer returns the answer to the current statement.
func (s *Session) Answer() Answer { return s.a.Answer(s.Current().Statement.ID) }

// Next moves to the next statement. It reports whether there was one.
func (s *Session) Next() bool { return s.Jump(s.position + 1) }

// Back moves to the statement before. It reports whether there was one.
func (s *Session) Back() bool { return s.Jump(s.position - 1) }

// Jump moves to the statement with the given index, from 0. It reports whether
// there is one; if not, nothing moves.
func (s *Session) Jump(i int) bool {
	if i < 0 || i >= len(s.items) {
		return false
	}
	s.position = i
	return true
}

// LastOfDimension reports whether the current statement is the last one of its
// dimension.
func (s *Session) LastOfDimension() bool {
	next := s.position + 1
	return next == len(s.items) || s.items[next].Dimension != s.Current().Dimension
}

// NextOpen returns the index of the first unanswered statement at or after a
// position, then from the start. It reports whether there is one.
func (s *Session) NextOpen(from int) (int, bool) {
	for n := range s.items {
		i := (from + n) % len(s.items)
		if s.a.Answer(s.items[i].Statement.ID).Choice == Unanswered {
			return i, true
		}
	}
	return 0, false
}

// Find returns the indexes of the statements that a query names: a number, an
// id or a part of one, or words of the text, element or dimension. An exact
// number or id is the only result.
func (s *Session) Find(query string) []int {
	query = strings.ToLower(strings.TrimSpace(query))
	if query == "" {
		return nil
	}
	var found []int
	for i, it := range s.items {
		if query == fmt.Sprint(it.Number) || query == strings.ToLower(string(it.Statement.ID)) {
			return []int{i}
		}
		text := strings.ToLower(strings.Join([]string{string(it.Statement.ID), it.Text, it.Element.Title, it.Dimension.Title}, "\n"))
		if !slices.ContainsFunc(strings.Fields(query), func(w string) bool { return !strings.Contains(text, w) }) {
			found = append(found, i)
		}
	}
	return found
}

// ErrReason says that "not applicable" was chosen without a reason.
var ErrReason = errors.New("not applicable needs a reason")

// Choose records an answer to the current statement. Not applicable needs a
// reason; with any other choice a reason for not applicable is dropped, and that
// of a group stays.
func (s *Session) Choose(c Choice, reason string) error {
	ans := s.Answer()
	reason = CleanText(reason)
	switch l, ok := c.Level(); {
	case ok && l > s.a.Asked.Levels(), c < NotApplicable:
		return fmt.Errorf("the answer %d is not on the scale of 1 to %d", c, s.a.Asked.Levels())
	case c == NotApplicable && reason == "":
		return ErrReason
	case c == NotApplicable:
		ans.Reason = reason
	case c == Unanswered, ans.Choice == NotApplicable:
		ans.Reason = ""
	}
	if c != ans.Choice {
		ans.Decided = nil // it told how another answer came about
	}
	ans.Choice = c
	s.record(ans)
	return nil
}

// SetReason records why a group agreed on the current answer. That of "not
// applicable" is never taken out.
func (s *Session) SetReason(text string) {
	ans := s.Answer()
	if text = CleanText(text); text != "" || ans.Choice != NotApplicable {
		ans.Reason = text
	}
	s.record(ans)
}

// SetDecision records how a group came to the current answer. A later change of
// the answer takes it out.
func (s *Session) SetDecision(d Decision) {
	ans := s.Answer()
	ans.Decided = &d
	s.record(ans)
}

// SetEvidence records what document or data supports the current answer.
func (s *Session) SetEvidence(text string) {
	ans := s.Answer()
	ans.Evidence = CleanText(text)
	s.record(ans)
}

// SetComment records a remark on the current answer.
func (s *Session) SetComment(text string) {
	ans := s.Answer()
	ans.Comment = CleanText(text)
	s.record(ans)
}

// SetConfidence records how sure the respondent is; "" takes it back.
func (s *Session) SetConfidence(c Confidence) {
	ans := s.Answer()
	ans.Confidence = c
	s.record(ans)
}

// Mark notes that the current statement is to be looked at again, or takes the
// note back.
func (s *Session) Mark(on bool) {
	ans := s.Answer()
	ans.Marked = on
	s.record(ans)
}

// record keeps an answer. After completion the file says which answers were
// changed, and when.
func (s *Session) record(ans Answer) {
	if ans == s.Answer() {
		return
	}
	if s.a.State != Draft {
		ch := Change{Date: s.today}
		if s.a.Changed != nil {
			ch.Statements = slices.Clone(s.a.Changed.Statements)
		}
		if !slices.Contains(ch.Statements, ans.Statement) {
			ch.Statements = append(ch.Statements, ans.Statement)
		}
		s.a.Changed = &ch
	}
	s.a.SetAnswer(ans)
}

// SetToday tells the interview the day, as YYYY-MM-DD, for changes after
// completion.
func (s *Session) SetToday(day string) { s.today = day }

// Progress counts the answers of an interview or of one dimension of it.
type Progress struct {
	Total         int
	Answered      int // with a level
	Unknown       int
	NotApplicable int
	Open          int // unanswered
	Marked        int
}

func (p *Progress) count(ans Answer) {
	p.Total++
	if ans.Marked {
		p.Marked++
	}
	switch ans.Choice {
	case Unanswered:
		p.Open++
	case Unknown:
		p.Unknown++
	case NotApplicable:
		p.NotApplicable++
	default:
		p.Answered++
	}
}

// Done returns how many statements have any answer.
func (p Progress) Done() int { return p.Total - p.Open }

// Progress counts the whole interview.
func (s *Session) Progress() Progress { return s.progress(func(Item) bool { return true }) }

// DimensionProgress counts one dimension.
func (s *Session) DimensionProgress(id DimensionID) Progress {
	return s.progress(func(it Item) bool { return it.Dimension.ID == id })
}

func (s *Session) progress(in func(Item) bool) Progress {
	var p Progress
	for _, it := range s.items {
		if in(it) {
			p.count(s.a.Answer(it.Statement.ID))
		}
	}
	return p
}

// Dimensions returns the dimensions that have statements in the interview, in
// order.
func (s *Session) Dimensions() []*questionnaires.Dimension {
	var dims []*questionnaires.Dimension
	for _, it := range s.items {
		if len(dims) == 0 || dims[len(dims)-1] != it.Dimension {
			dims = append(dims, it.Dimension)
		}
	}
	return dims
}

// Finish sets the state to complete. A statement may still be open: coverage
// and status say so.
func (s *Session) Finish() {
	if s.a.State == Draft {
		s.a.State = Complete
	}
}

// Reopen takes Finish back, for a completion that could not be saved.
func (s *Session) Reopen() {
	if s.a.State == Complete {
		s.a.State = Draft
	}
}
