package paper

import (
	"errors"
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/questionnaires"
)

// NoReason is kept as the reason where a sheet says "not applicable" and names
// none.
const NoReason = "No reason on paper"

// The keys beside those of the levels, which are their numbers.
const (
	UnknownKey       = 0
	NotApplicableKey = 9
)

// Stage says what a sheet that is keyed in waits for.
type Stage int

// The stages.
const (
	WantsCode   Stage = iota // the code of a page
	WantsAnswer              // the digit that is marked
	WantsReason              // the number of the reason for "not applicable"
	AllKeyed                 // every page was keyed in
)

// Keying is one sheet of paper that is being keyed in, digit by digit, page by
// page. It draws nothing and saves nothing; the answers are those of its
// session.
type Keying struct {
	s     *assessment.Session
	form  Number
	pages [][]int // indexes of the items on each page; a page without statements is empty
	codes bool    // pages are told by their codes
	named bool    // the form was checked by a whole code
	keyed []bool
	page  int // index of the page that is keyed
	at    int // index in it
	stage Stage
	last  int // item that was keyed last; -1 for none
}

// NewKeying begins to key in a sheet. pages lists the statements on each page of
// the form, as they were printed. Without codes the sheet is one long page.
// Pages whose statements are all answered count as keyed in.
func NewKeying(s *assessment.Session, form Number, pages [][]assessment.StatementID, codes bool) (*Keying, error) {
	k := &Keying{s: s, form: form, codes: codes, last: -1, page: -1}
	at := map[assessment.StatementID]int{}
	for i, it := range s.Items() {
		at[it.Statement.ID] = i
	}
	if !codes {
		all := make([]assessment.StatementID, len(s.Items()))
		for i, it := range s.Items() {
			all[i] = it.Statement.ID
		}
		pages = [][]assessment.StatementID{all}
	}
	for _, page := range pages {
		var items []int
		for _, id := range page {
			i, ok := at[id]
			if !ok {
				return nil, fmt.Errorf("the form has the statement %s, which this result does not ask", id)
			}
			items = append(items, i)
			delete(at, id)
		}
		k.pages = append(k.pages, items)
		open := slices.ContainsFunc(items, func(i int) bool { return k.answer(i).Choice == assessment.Unanswered })
		k.keyed = append(k.keyed, !open)
	}
	if len(at) > 0 {
		return nil, errors.New("the form lacks statements that this result asks")
	}
	k.next()
	return k, nil
}

func (k *Keying) answer(item int) assessment.Answer {
	return k.s.Assessment().Answer(k.s.Items()[item].Statement.ID)
}

// Session returns the session that holds the answers.
func (k *Keying) Session() *assessment.Session { return k.s }

// Codes reports whether pages are told by their codes.
func (k *Keying) Codes() bool { return k.codes }

// FormKnown notes that the form was checked by a whole code already.
func (k *Keying) FormKnown() { k.named = true }

// Stage says what is wanted now.
func (k *Keying) Stage() Stage { return k.stage }

// Page returns the number of the page that is keyed or expected now, from 1,
// and the number of pages. After the last it is 0.
func (k *Keying) Page() (page, of int) { return k.page + 1, len(k.pages) }

// Code returns the code that is printed on the present page.
func (k *Keying) Code() PageCode { return PageCode{k.form, k.page + 1} }

// OnPage returns the statements of the present page with their answers, and
// which of them is keyed now.
func (k *Keying) OnPage() (items []assessment.Item, answers []assessment.Answer, at int) {
	if k.page < 0 {
		return nil, nil, 0
	}
	for _, i := range k.pages[k.page] {
		items = append(items, k.s.Items()[i])
		answers = append(answers, k.answer(i))
	}
	return items, answers, k.at
}

// Current returns the statement that is keyed now. Call it only when an answer
// or a reason is wanted.
func (k *Keying) Current() assessment.Item { return k.s.Items()[k.pages[k.page][k.at]] }

// Last returns the statement that was keyed last.
func (k *Keying) Last() (assessment.Item, bool) {
	if k.last < 0 {
		return assessment.Item{}, false
	}
	return k.s.Items()[k.last], true
}

// ErrOtherForm says that a page belongs to another form or to another version.
var ErrOtherForm = errors.New("this page belongs to another form or to another version; put it aside")

// EnterCode takes the code of the page that lies on the table. The first one
// of a sheet must be whole; then three digits are enough. Pages may come in any
// order; a page that was keyed in before is opened for correction.
func (k *Keying) EnterCode(text string) error {
	parse := func(text string) (PageCode, error) { return ParseShort(text, k.form) }
	if !k.named {
		parse = ParseCode
	}
	c, err := parse(text)
	switch {
	case err != nil:
		return err
	case c.Form != k.form:
		return ErrOtherForm
	case c.Page < 1 || c.Page > len(k.pages) || len(k.pages[c.Page-1]) == 0:
		return fmt.Errorf("page %d of this form has no statements", c.Page)
	}
	k.named = true
	k.open(c.Page - 1)
	return nil
}

func (k *Keying) open(page int) {
	k.page, k.at, k.stage = page, 0, WantsAnswer
	for n, i := range k.pages[page] {
		if k.answer(i).Choice == assessment.Unanswered {
			k.at = n
			return
		}
	}
}

// Digit takes a digit from the paper. It fails, and records nothing, for a
// digit that cannot be marked.
func (k *Keying) Digit(d int) error {
	switch k.stage {
	case WantsReason:
		return k.reason(d)
	case WantsAnswer:
	default:
		return errors.New("no answer is wanted now")
	}
	switch {
	case d == UnknownKey:
		return k.record(assessment.Unknown, "")
	case d == NotApplicableKey:
		k.stage = WantsReason
		return nil
	case d > int(k.s.Assessment().Asked.Levels()):
		return fmt.Errorf("there is no box %d: key 1 to %d, 0 for don't know, or 9 for not applicable", d, k.s.Assessment().Asked.Levels())
	}
	return k.record(assessment.Choice(d), "")
}

// Reasons lists the printed reasons for "not applicable" of the present
// statement; reason n is printed as n+1.
func (k *Keying) Reasons() []string { return Reasons(k.Current().Statement) }

// mostReasons is how many reasons have a number of one digit.
const mostReasons = 9

// Reasons lists the reasons for "not applicable" that are printed on paper.
func Reasons(st *questionnaires.Statement) []string {
	return st.NAReasons[:min(len(st.NAReasons), mostReasons)]
}

func (k *Keying) reason(d int) error {
	reasons := k.Reasons()
	switch {
	case d == 0:
		return k.record(assessment.NotApplicable, NoReason)
	case d > len(reasons) && len(reasons) == 0:
		return errors.New("no numbered reason is printed for this statement: key 0, or type the reason")
	case d > len(reasons):
		return fmt.Errorf("there is no reason %d: key 1 to %d, or 0 when no reason is marked", d, len(reasons))
	}
	return k.record(assessment.NotApplicable, reasons[d-1])
}

// ReasonText records "not applicable" with a reason that somebody wrote by
// hand.
func (k *Keying) ReasonText(text string) error {
	if k.stage != WantsReason {
		return errors.New("no reason is wanted now")
	}
	return k.record(assessment.NotApplicable, text)
}

func (k *Keying) record(c assessment.Choice, reason string) error {
	item := k.pages[k.page][k.at]
	k.s.Jump(item)
	if err := k.s.Choose(c, reason); err != nil {
		return err
	}
	k.last = item
	k.forward()
	return nil
}

// AskCode waits for the code of another page, in place of the present one.
func (k *Keying) AskCode() {
	if k.codes {
		k.stage = WantsCode
	}
}

// Resume leaves a page that was opened for correction. It reports whether
// nothing is left to key in.
func (k *Keying) Resume() bool {
	if len(k.NotKeyed()) > 0 {
		return false
	}
	k.next()
	return true
}

// Skip goes on where nothing is marked on paper. What was keyed before stays.
func (k *Keying) Skip() {
	if k.stage == WantsAnswer {
		k.forward()
	}
}

// Clear takes the answer to the present statement out, for a correction.
func (k *Keying) Clear() error {
	if k.stage != WantsAnswer {
		return nil
	}
	k.s.Jump(k.pages[k.page][k.at])
	return k.s.Choose(assessment.Unanswered, "")
}

// Back goes to the statement before, also from a reason or the next page. It
// reports whether there was one.
func (k *Keying) Back() bool {
	switch {
	case k.stage == WantsReason:
		k.stage = WantsAnswer
		return true
	case k.stage == WantsAnswer && k.at > 0:
		k.at--
		return true
	case k.stage != WantsAnswer && k.last >= 0:
		for p, items := range k.pages {
			if n := slices.Index(items, k.last); n >= 0 {
				k.page, k.at, k.stage = p, n, WantsAnswer
				return true
			}
		}
	}
	return false
}

// Move goes to another statement of the page. It reports whether there is one.
func (k *Keying) Move(by int) bool {
	if k.stage != WantsAnswer || k.at+by < 0 || k.at+by >= len(k.pages[k.page]) {
		return false
	}
	k.at += by
	return true
}

func (k *Keying) forward() {
	k.stage = WantsAnswer
	if k.at++; k.at < len(k.pages[k.page]) {
		return
	}
	k.keyed[k.page] = true
	k.next()
}

// next looks for a page that was not keyed in, first after the present one.
func (k *Keying) next() {
	for n := range k.pages {
		if p := (k.page + 1 + n) % len(k.pages); !k.keyed[p] {
			k.page, k.stage = p, WantsCode
			if !k.codes {
				k.open(p)
			}
			return
		}
	}
	k.page, k.stage = -1, AllKeyed
}

// NotKeyed lists the pages, from 1, that were not keyed in.
func (k *Keying) NotKeyed() []int {
	var pages []int
	for p, done := range k.keyed {
		if !done {
			pages = append(pages, p+1)
		}
	}
	return pages
}

// OpenPage opens a page, from 1, for correction. It reports whether it has
// statements.
func (k *Keying) OpenPage(page int) bool {
	if page < 1 || page > len(k.pages) || len(k.pages[page-1]) == 0 {
		return false
	}
	k.page, k.at, k.stage = page-1, 0, WantsAnswer
	return true
}
