package interview

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
)

// The fields of a page, in order.
const (
	levelField      = "level"
	evidenceField   = "evidence"
	commentField    = "comment"
	confidenceField = "confidence"
)

var fieldOrder = []string{levelField, evidenceField, commentField, confidenceField}

// The keys of the answers outside the scale. A scale has at most 7 levels.
const (
	unknownKey = "0"
	naKey      = "9"
)

// page is one statement on the screen: a form of its list of levels, evidence,
// comment and confidence.
type page struct {
	s                 *assessment.Session
	form              *huh.Form
	level, confidence *choice
	evidence, comment *textField
	reason            *reasonPart // not nil: the reason for "not applicable" is asked
	message           string
}

// reasonPart asks why a statement is not applicable.
type reasonPart struct {
	form *huh.Form
	list *choice // nil: no reasons are suggested
	own  *textField
}

const (
	reasonList = "reasons"
	reasonOwn  = "own"
)

var confidences = []assessment.Confidence{assessment.LowConfidence, assessment.MediumConfidence, assessment.HighConfidence}

func newPage(s *assessment.Session) *page {
	p := &page{s: s}
	ans := s.Answer()
	p.level = newChoice(levelField, p.levelOptions(), p.index(ans.Choice))
	p.evidence = newTextField(evidenceField, ans.Evidence)
	p.comment = newTextField(commentField, ans.Comment)
	p.confidence = newChoice(confidenceField, p.confidenceOptions(), confidenceIndex(ans.Confidence))
	p.form = newForm(p.level, p.evidence, p.comment, p.confidence)
	return p
}

func (p *page) levelOptions() []option {
	q, st := p.s.Questionnaire(), p.s.Current().Statement
	var opts []option
	for l := assessment.Level(1); l <= q.Levels(); l++ {
		opts = append(opts, option{key: strconv.Itoa(int(l)), name: terminal.CleanLine(q.LevelName(l)), text: clean(p.s, st.Anchors[l])})
	}
	return append(opts,
		option{key: unknownKey, letter: "d", name: unknownName(q), text: clean(p.s, q.OtherAnswers.Unknown.Meaning), brief: true},
		option{key: naKey, letter: "n", name: naName(q), text: clean(p.s, q.OtherAnswers.NotApplicable.Meaning), brief: true})
}

func (p *page) confidenceOptions() []option {
	c := p.s.Questionnaire().Confidence
	return []option{
		{key: "1", name: "Low", text: clean(p.s, c.Low)},
		{key: "2", name: "Medium", text: clean(p.s, c.Medium)},
		{key: "3", name: "High", text: clean(p.s, c.High)},
	}
}

func confidenceIndex(c assessment.Confidence) int {
	for i, o := range confidences {
		if o == c {
			return i
		}
	}
	return -1
}

// index is the entry of the list for a choice, or -1.
func (p *page) index(c assessment.Choice) int {
	k := int(p.s.Questionnaire().Levels())
	switch {
	case c == assessment.Unknown:
		return k
	case c == assessment.NotApplicable:
		return k + 1
	case c > 0 && int(c) <= k:
		return int(c) - 1
	}
	return -1
}

// choiceAt is the reverse of index.
func (p *page) choiceAt(i int) assessment.Choice {
	switch k := int(p.s.Questionnaire().Levels()); {
	case i < 0:
		return assessment.Unanswered
	case i == k:
		return assessment.Unknown
	case i > k:
		return assessment.NotApplicable
	}
	return assessment.Choice(i + 1)
}

// focused is the field that takes the keys.
func (p *page) focused() string {
	if p.reason != nil {
		return p.reason.form.GetFocusedField().GetKey()
	}
	return p.form.GetFocusedField().GetKey()
}

// typing reports whether a text field takes the keys.
func (p *page) typing() bool {
	switch p.focused() {
	case evidenceField, commentField, reasonOwn:
		return true
	}
	return false
}

// reachable lists the fields that make sense for the current answer.
func (p *page) reachable() []string {
	var fields []string
	for _, id := range fieldOrder {
		_, hasLevel := p.s.Answer().Choice.Level()
		switch {
		case id == confidenceField && !hasLevel,
			id == evidenceField && p.evidence.long, id == commentField && p.comment.long:
		default:
			fields = append(fields, id)
		}
	}
	return fields
}

// step moves the focus by one reachable field, around the ends.
func (p *page) step(by int) tea.Cmd {
	fields := p.reachable()
	at := 0
	for i, id := range fields {
		if id == p.focused() {
			at = i
		}
	}
	return p.focus(fields[(at+by+len(fields))%len(fields)])
}

// focus moves to a field, or to the next reachable one.
func (p *page) focus(id string) tea.Cmd {
	fields := p.reachable()
	for i, f := range fieldOrder {
		if f != id {
			continue
		}
		for _, want := range fieldOrder[i:] {
			for _, have := range fields {
				if want == have {
					return focusField(p.form, fieldOrder, want)
				}
			}
		}
	}
	return focusField(p.form, fieldOrder, levelField)
}

// store records the texts that the person changed. It reports whether there
// were any.
func (p *page) store() bool {
	stored := false
	if p.evidence.changed() {
		p.s.SetEvidence(p.evidence.value)
		p.evidence.loaded, stored = p.evidence.value, true
	}
	if p.comment.changed() {
		p.s.SetComment(p.comment.value)
		p.comment.loaded, stored = p.comment.value, true
	}
	return stored
}

// askReason opens the question why the statement is not applicable. Nothing is
// recorded until there is a reason.
func (p *page) askReason() tea.Cmd {
	st, ans := p.s.Current().Statement, p.s.Answer()
	r := &reasonPart{}
	own := ans.Reason
	var fields []huh.Field
	if len(st.NAReasons) > 0 {
		chosen := -1
		var opts []option
		for i, reason := range st.NAReasons[:min(len(st.NAReasons), 8)] {
			text := clean(p.s, reason)
			if text == ans.Reason {
				chosen, own = i, ""
			}
			opts = append(opts, option{key: strconv.Itoa(i + 1), text: text})
		}
		if own != "" {
			chosen = len(opts)
		}
		opts = append(opts, option{key: strconv.Itoa(len(opts) + 1), name: "Another reason, in your own words"})
		r.list = newChoice(reasonList, opts, chosen)
		fields = append(fields, r.list)
	}
	r.own = newTextField(reasonOwn, own)
	r.form = newForm(append(fields, r.own)...)
	p.reason = r
	return nil
}

// ownReason moves to the text field for a reason in the person's own words.
func (r *reasonPart) ownReason() tea.Cmd {
	return focusField(r.form, []string{reasonList, reasonOwn}, reasonOwn)
}

// draft is a reason that was typed but not confirmed.
func (p *page) draft() string {
	if p.reason == nil || !p.reason.own.changed() {
		return ""
	}
	return assessment.CleanText(p.reason.own.value)
}
