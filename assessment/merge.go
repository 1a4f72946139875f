package assessment

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dgca/questionnaires"
)

// Part is one of the assessments of one unit that are merged. Name is how
// people know it, such as the name of its file; Digest is the SHA-256 of the
// file in hexadecimal.
type Part struct {
	Name       string
	Digest     string
	Assessment *Assessment
}

// who returns how an answer of the part is named: by alias, else by role, else
// by the name of the part.
func (p Part) who() string {
	s := p.Assessment.Session
	for _, name := range []string{s.Respondent, s.Role} {
		if name != "" {
			return name
		}
	}
	return p.Name
}

// Merge joins parts that several people answered about one unit. Where only one
// part has an answer, or all say the same, it stands. Where one part knows what
// another does not, the one who knows counts. Everything else is a conflict
// that a person decides.
type Merge struct {
	parts     []Part
	result    *Assessment
	conflicts []Conflict
	// Remarks says in sentences what was joined by a rule, and what found no
	// place in the result.
	Remarks []string
}

// Conflict is a statement to which the parts gave different answers.
type Conflict struct {
	Statement StatementID
	Offers    []Offer
	Decided   bool
}

// Offer is the answer of one part.
type Offer struct {
	Who    string
	Answer Answer
}

// NewMerge joins parts. It fails where they are not about the same unit with
// the same questionnaire.
func NewMerge(q *questionnaires.Questionnaire, parts []Part) (*Merge, error) {
	if len(parts) < 2 {
		return nil, errors.New("a merge needs two or more files")
	}
	first := parts[0].Assessment
	for _, p := range parts {
		if err := joins(q, parts[0], p); err != nil {
			return nil, err
		}
	}
	info := first.Session
	info.Type, info.Respondent, info.Role = Group, "", ""
	scope := first.Scope
	for _, p := range parts[1:] {
		scope = scope.with(p.Assessment.Scope)
	}
	a, err := New(q, first.Subject, info, scope)
	if err != nil {
		return nil, err
	}
	m := &Merge{parts: parts, result: a}
	for st := range a.Asked.Statements() {
		m.join(st.ID)
	}
	m.joinNotes()
	m.joinTargets()
	m.joinPlans()
	for _, p := range parts {
		n := 0
		for _, ans := range p.Assessment.Answers {
			if ans.Choice != Unanswered {
				n++
			}
		}
		s := p.Assessment.Session
		a.MergedFrom = append(a.MergedFrom, Source{Respondent: s.Respondent, Role: s.Role, Answers: n, Digest: p.Digest})
	}
	return m, nil
}

// joins reports why two parts cannot be merged.
func joins(q *questionnaires.Questionnaire, x, y Part) error {
	a, b := x.Assessment, y.Assessment
	switch {
	case b.Questionnaire.Digest != q.Digest():
		return fmt.Errorf("%s: %w", y.Name, ErrOtherQuestionnaire)
	case !strings.EqualFold(CleanLine(a.Subject.Name), CleanLine(b.Subject.Name)):
		return fmt.Errorf("%s is about %q, but %s is about %q: only parts about one unit are merged", x.Name, a.Subject.Name, y.Name, b.Subject.Name)
	case a.Subject.Kind != b.Subject.Kind:
		return fmt.Errorf("%s and %s have different kinds of unit (%s and %s)", x.Name, y.Name, a.Subject.Kind, b.Subject.Kind)
	case a.Session.Round != b.Session.Round:
		return fmt.Errorf("%s and %s are of different rounds (%q and %q)", x.Name, y.Name, a.Session.Round, b.Session.Round)
	}
	return nil
}

// with returns the scope that asks what either of two scopes asks.
func (s Scope) with(t Scope) Scope {
	if t.Kind == Full {
		s.Kind = Full
	}
	if len(s.Dimensions) == 0 || len(t.Dimensions) == 0 {
		s.Dimensions = nil
		return s
	}
	s.Dimensions = slices.Clone(s.Dimensions)
	for _, d := range t.Dimensions {
		if !slices.Contains(s.Dimensions, d) {
			s.Dimensions = append(s.Dimensions, d)
		}
	}
	return s
}

// join brings the answers to one statement together.
func (m *Merge) join(id StatementID) {
	var offers, known []Offer
	var silent []Answer // no choice, but a text or a mark
	for _, p := range m.parts {
		ans := p.Assessment.Answer(id)
		switch {
		case ans == Answer{Statement: id}:
		case ans.Choice == Unanswered:
			silent = append(silent, ans)
		default:
			o := Offer{p.who(), ans}
			offers = append(offers, o)
			if ans.Choice != Unknown {
				known = append(known, o)
			}
		}
	}
	texts := silent
	for _, o := range offers {
		texts = append(texts, o.Answer)
	}
	joined := joinTexts(id, texts)
	if len(known) == 0 && len(offers) > 0 {
		known = offers // nobody knew
	}
	switch agree := allSay(known); {
	case len(offers) == 0:
	case !agree:
		m.conflicts = append(m.conflicts, Conflict{Statement: id, Offers: offers})
		joined.Decided = &Decision{Among: among(offers)} // without a choice: not decided yet
	default:
		joined.Choice, joined.Reason, joined.Confidence = known[0].Answer.Choice, known[0].Answer.Reason, lowest(known)
		if len(known) < len(offers) {
			joined.Decided = &Decision{Reason: "The others did not know.", Among: among(offers)}
		}
	}
	if joined != (Answer{Statement: id}) {
		m.result.SetAnswer(joined)
	}
}

func allSay(offers []Offer) bool {
	for _, o := range offers {
		if o.Answer.Choice != offers[0].Answer.Choice {
			return false
		}
	}
	return true
}

// lowest returns the lowest confidence that was given.
func lowest(offers []Offer) Confidence {
	for _, c := range []Confidence{LowConfidence, MediumConfidence, HighConfidence} {
		for _, o := range offers {
			if o.Answer.Confidence == c {
				return c
			}
		}
	}
	return ""
}

func among(offers []Offer) []string {
	out := make([]string, len(offers))
	for i, o := range offers {
		out[i] = o.Who + ": " + o.Answer.Choice.String()
	}
	return out
}

// joinTexts keeps every different evidence and comment.
func joinTexts(id StatementID, answers []Answer) Answer {
	out := Answer{Statement: id}
	add := func(to *string, text string) {
		switch {
		case text == "" || slices.Contains(strings.Split(*to, "\n"), text):
		case *to == "":
			*to = text
		default:
			*to += "\n" + text
		}
	}
	for _, a := range answers {
		add(&out.Evidence, a.Evidence)
		add(&out.Comment, a.Comment)
		out.Marked = out.Marked || a.Marked
	}
	return out
}

// joinNotes keeps the notes of all parts as far as a dimension has room.
func (m *Merge) joinNotes() {
	for _, d := range m.result.Asked.Dimensions {
		n := Note{Dimension: d.ID}
		var notes []Offer // only the confidence counts here
		for _, p := range m.parts {
			from := p.Assessment.Note(d.ID)
			notes = append(notes, Offer{Answer: Answer{Confidence: from.Confidence}})
			for _, text := range from.Improvements {
				switch {
				case slices.Contains(n.Improvements, text):
				case len(n.Improvements) < MaxImprovements:
					n.Improvements = append(n.Improvements, text)
				default:
					m.remark("%s: this improvement has no room, %d are possible: %s (%s)", d.Title, MaxImprovements, text, p.who())
				}
			}
			switch {
			case from.Case == nil:
			case n.Case == nil:
				n.Case = from.Case
			case *n.Case != *from.Case:
				m.remark("%s: a second case has no room: %s (%s)", d.Title, from.Case.Title, p.who())
			}
			if from.Feedback != "" && !slices.Contains(strings.Split(n.Feedback, "\n"), from.Feedback) {
				n.Feedback = strings.TrimPrefix(n.Feedback+"\n"+from.Feedback, "\n")
			}
		}
		n.Confidence = lowest(notes)
		if n.Confidence != "" || n.Improvements != nil || n.Case != nil || n.Feedback != "" {
			m.result.Notes = append(m.result.Notes, n)
		}
	}
}

// joinTargets takes the first target that was chosen for each dimension and
// statement, and the first weighing of each gap.
func (m *Merge) joinTargets() {
	t := &m.result.Targets
	for _, p := range m.parts {
		for _, x := range p.Assessment.Targets.Dimensions {
			i := slices.IndexFunc(t.Dimensions, func(y DimensionTarget) bool { return y.Dimension == x.Dimension })
			switch {
			case i < 0:
				t.Dimensions = append(t.Dimensions, x)
			case t.Dimensions[i].Level != x.Level || t.Dimensions[i].Months != x.Months:
				m.remark("The target of %s differs: %d in %d months stands, %s said %d in %d months.",
					x.Dimension, t.Dimensions[i].Level, t.Dimensions[i].Months, p.who(), x.Level, x.Months)
			}
		}
		for _, x := range p.Assessment.Targets.Statements {
			i := slices.IndexFunc(t.Statements, func(y StatementTarget) bool { return y.Statement == x.Statement })
			switch {
			case i < 0 && m.result.Asked.Statement(x.Statement) != nil:
				t.Statements = append(t.Statements, x)
			case i >= 0 && t.Statements[i].Level != x.Level:
				m.remark("The target of %s differs: %d stands, %s said %d.", x.Statement, t.Statements[i].Level, p.who(), x.Level)
			}
		}
		for _, x := range p.Assessment.Weighings {
			i := slices.IndexFunc(m.result.Weighings, func(y Weighing) bool { return y.Statement == x.Statement })
			switch {
			case i < 0 && m.result.Asked.Statement(x.Statement) != nil:
				m.result.Weighings = append(m.result.Weighings, x)
			case i >= 0 && (m.result.Weighings[i].Importance != x.Importance || m.result.Weighings[i].Feasibility != x.Feasibility):
				m.remark("The weighing of %s differs: importance %d and feasibility %d stand, %s said %d and %d.", x.Statement,
					m.result.Weighings[i].Importance, m.result.Weighings[i].Feasibility, p.who(), x.Importance, x.Feasibility)
			}
		}
	}
}

func (m *Merge) remark(format string, args ...any) {
	m.Remarks = append(m.Remarks, fmt.Sprintf(format, args...))
}

// Conflicts returns all conflicts, decided ones too, in the order of the
// questionnaire.
func (m *Merge) Conflicts() []Conflict { return m.conflicts }

// Open returns how many conflicts are not decided yet.
func (m *Merge) Open() int {
	n := 0
	for _, c := range m.conflicts {
		if !c.Decided {
			n++
		}
	}
	return n
}

// Decide settles the i-th conflict, from 0: choice is one of the offers or
// another answer, by says who decided. Evidence and comments of all parts stay.
func (m *Merge) Decide(i int, choice Choice, naReason, by, why string) error {
	by = CleanLine(by)
	switch l, ok := choice.Level(); {
	case i < 0 || i >= len(m.conflicts):
		return fmt.Errorf("there is no conflict %d", i+1)
	case by == "":
		return errors.New("say who decides")
	case ok && l > m.result.Asked.Levels(), choice == Unanswered, choice < NotApplicable:
		return fmt.Errorf("the answer %d is not on the scale of 1 to %d", choice, m.result.Asked.Levels())
	}
	c := &m.conflicts[i]
	ans := m.result.Answer(c.Statement)
	ans.Choice, ans.Reason = choice, ""
	if choice == NotApplicable {
		ans.Reason = CleanText(naReason)
		for _, o := range c.Offers {
			if ans.Reason == "" && o.Answer.Choice == NotApplicable {
				ans.Reason = o.Answer.Reason
			}
		}
		if ans.Reason == "" {
			return ErrReason
		}
	}
	ans.Confidence = ""
	for _, o := range c.Offers {
		if o.Answer.Choice == choice && ans.Confidence == "" {
			ans.Confidence = o.Answer.Confidence
		}
	}
	ans.Decided = &Decision{By: by, Reason: CleanText(why), Among: among(c.Offers)}
	c.Decided = true
	m.result.SetAnswer(ans)
	return nil
}

// Result returns the merged assessment as it stands. A conflict that is not
// decided leaves its statement unanswered, with the evidence and comments of
// all parts.
func (m *Merge) Result() *Assessment { return m.result }
