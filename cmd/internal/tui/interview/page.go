package interview

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
)

// The fields of a page, in order.
const (
	levelField      = "level"
	whyField        = "why"
	evidenceField   = "evidence"
	commentField    = "comment"
	confidenceField = "confidence"
)

var fieldOrder = []string{levelField, whyField, evidenceField, commentField, confidenceField}

// The keys of the answers outside the scale. A scale has at most 7 levels.
const (
	unknownKey = "0"
	naKey      = "9"
)

// page is one statement on the screen: a form of its list of levels, evidence,
// comment and confidence; for a group also of the reason for the level.
type page struct {
	s                      *assessment.Session
	group                  bool // a group at one screen; see Options.Presenter
	alone                  bool // the statement stands alone; the levels are not shown yet
	form                   *field.Form
	level, confidence      *field.Choice
	why, evidence, comment *field.Text
	reason                 *reasonPart // not nil: the reason for "not applicable" is asked
	message                string
}

// reasonPart asks why a statement is not applicable.
type reasonPart struct {
	form *field.Form
	list *field.Choice // nil: no reasons are suggested
	own  *field.Text
}

const (
	reasonList = "reasons"
	reasonOwn  = "own"
)

var confidences = []assessment.Confidence{assessment.LowConfidence, assessment.MediumConfidence, assessment.HighConfidence}

func newPage(s *assessment.Session, group bool) *page {
	p := &page{s: s, group: group}
	ans := s.Answer()
	p.alone = group && ans.Choice == assessment.Unanswered
	p.level = field.NewChoice(levelField, p.levelOptions(), p.index(ans.Choice))
	p.why = field.NewText(whyField, "")
	if ans.Choice != assessment.NotApplicable {
		p.why = field.NewText(whyField, ans.Reason)
	}
	p.evidence = field.NewText(evidenceField, ans.Evidence)
	p.comment = field.NewText(commentField, ans.Comment)
	p.confidence = field.NewChoice(confidenceField, confidenceOptions(s), confidenceIndex(ans.Confidence))
	p.makeForm()
	return p
}

func (p *page) makeForm() {
	p.form = field.NewForm(p.level, p.why, p.evidence, p.comment, p.confidence)
}

func (p *page) levelOptions() []field.Option {
	q, st := p.s.Questionnaire(), p.s.Current().Statement
	var opts []field.Option
	for l := assessment.Level(1); l <= q.Levels(); l++ {
		opts = append(opts, field.Option{Key: strconv.Itoa(int(l)), Name: terminal.CleanLine(q.LevelName(l)), Text: clean(p.s, st.Anchors[l])})
	}
	return append(opts,
		field.Option{Key: unknownKey, Letter: "d", Name: unknownName(q), Text: clean(p.s, q.OtherAnswers.Unknown.Meaning), Brief: true},
		field.Option{Key: naKey, Letter: "n", Name: naName(q), Text: clean(p.s, q.OtherAnswers.NotApplicable.Meaning), Brief: true})
}

func confidenceOptions(s *assessment.Session) []field.Option {
	c := s.Questionnaire().Confidence
	return []field.Option{
		{Key: "1", Name: "Low", Text: clean(s, c.Low)},
		{Key: "2", Name: "Medium", Text: clean(s, c.Medium)},
		{Key: "3", Name: "High", Text: clean(s, c.High)},
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
		return p.reason.form.Focused()
	}
	return p.form.Focused()
}

// typed is what was typed, to know whether a key changed it.
func (p *page) typed() string { return p.why.Content() + p.evidence.Content() + p.comment.Content() }

// typing reports whether a text field takes the keys.
func (p *page) typing() bool {
	switch p.focused() {
	case whyField, evidenceField, commentField, reasonOwn:
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
		case id == confidenceField && !hasLevel, id == whyField && !p.asksWhy(), p.text(id) != nil && p.text(id).Long():
		default:
			fields = append(fields, id)
		}
	}
	return fields
}

// asksWhy reports whether the reason for the answer belongs to the page.
func (p *page) asksWhy() bool {
	_, hasLevel := p.s.Answer().Choice.Level()
	return hasLevel && (p.group || p.why.Content() != "")
}

// text is the text field with an id, or nil.
func (p *page) text(id string) *field.Text {
	switch id {
	case whyField:
		return p.why
	case evidenceField:
		return p.evidence
	case commentField:
		return p.comment
	}
	return nil
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
					return p.form.Focus(want)
				}
			}
		}
	}
	return p.form.Focus(levelField)
}

// store records the texts that the person changed. It reports whether there
// were any.
func (p *page) store() bool {
	stored := false
	for _, t := range []struct {
		text *field.Text
		set  func(string)
	}{{p.why, p.s.SetReason}, {p.evidence, p.s.SetEvidence}, {p.comment, p.s.SetComment}} {
		if t.text.Changed() {
			t.set(t.text.Content())
			t.text.Stored()
			stored = true
		}
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
		var opts []field.Option
		for i, reason := range st.NAReasons[:min(len(st.NAReasons), 8)] {
			text := clean(p.s, reason)
			if text == ans.Reason {
				chosen, own = i, ""
			}
			opts = append(opts, field.Option{Key: strconv.Itoa(i + 1), Text: text})
		}
		if own != "" {
			chosen = len(opts)
		}
		opts = append(opts, field.Option{Key: strconv.Itoa(len(opts) + 1), Name: "Another reason, in your own words"})
		r.list = field.NewChoice(reasonList, opts, chosen)
		fields = append(fields, r.list)
	}
	r.own = field.NewText(reasonOwn, own)
	r.form = field.NewForm(append(fields, r.own)...)
	p.reason = r
	return nil
}

// ownReason moves to the text field for a reason in the person's own words.
func (r *reasonPart) ownReason() tea.Cmd {
	return r.form.Focus(reasonOwn)
}

// draft is a reason that was typed but not confirmed.
func (p *page) draft() string {
	if p.reason == nil || !p.reason.own.Changed() {
		return ""
	}
	return assessment.CleanText(p.reason.own.Content())
}
