package workshop

import (
	"cmp"
	"slices"

	"dgca/assessment"
)

// Tally counts the sheets about one unit, one after the other. What it holds
// does not grow with their number.
type Tally struct {
	unit       Unit
	sheets     int
	statements []StatementSpread
	index      map[assessment.StatementID]int
	foreign    int
}

// NewTally counts what was asked about a unit.
func NewTally(u Unit, asked *assessment.Snapshot) *Tally {
	t := &Tally{unit: u, index: map[assessment.StatementID]int{}}
	for st, place := range asked.Statements() {
		d := &asked.Dimensions[place.Dimension]
		t.index[st.ID] = len(t.statements)
		t.statements = append(t.statements, StatementSpread{Number: len(t.statements) + 1, Statement: st.ID, Text: st.Text,
			Dimension: d.ID, DimensionTitle: d.Title, digest: st.Digest, Distribution: assessment.NewDistribution(asked.Levels())})
	}
	return t
}

// Add counts a sheet of a person of some kind of respondent; "" is no kind.
// Statements that were not asked in the sheet are not counted as unanswered.
func (t *Tally) Add(sheet *assessment.Assessment, kind string) {
	t.sheets++
	answers := make(map[assessment.StatementID]assessment.Choice, len(sheet.Answers))
	for i := range sheet.Answers {
		answers[sheet.Answers[i].Statement] = sheet.Answers[i].Choice
	}
	for st := range sheet.Asked.Statements() {
		i, ok := t.index[st.ID]
		if !ok || t.statements[i].digest != st.Digest {
			t.foreign++
			continue
		}
		t.statements[i].add(answers[st.ID], kind)
	}
}

// Spread returns what was counted so far.
func (t *Tally) Spread() *Spread {
	s := &Spread{Unit: t.unit, Sheets: t.sheets, Foreign: t.foreign, Statements: slices.Clone(t.statements)}
	for i := range s.Statements {
		st := &s.Statements[i]
		st.Levels = slices.Clone(st.Levels)
		st.Kinds = slices.Clone(st.Kinds)
		for j := range st.Kinds {
			st.Kinds[j].Levels = slices.Clone(st.Kinds[j].Levels)
		}
	}
	return s
}

// Spread is what the people of one unit answered alone (method, section 6).
type Spread struct {
	Unit       Unit
	Sheets     int
	Foreign    int               // answers about statements that the workshop does not ask; they are not counted
	Statements []StatementSpread // in the order of the questionnaire
}

// StatementSpread is what was answered to one statement.
type StatementSpread struct {
	Number         int // 1-based, in the order of the questionnaire
	Statement      assessment.StatementID
	Text           string
	Dimension      assessment.DimensionID
	DimensionTitle string
	assessment.Distribution
	Kinds []KindSpread // by kind of respondent, in alphabetical order; those without a kind are left out

	digest string
	hidden int // answers that may not be shown
}

// KindSpread is what one kind of respondent answered.
type KindSpread struct {
	Kind string
	assessment.Distribution
}

func (s *StatementSpread) add(c assessment.Choice, kind string) {
	s.Distribution.Add(c)
	if kind == "" {
		return
	}
	i, found := slices.BinarySearchFunc(s.Kinds, kind, func(k KindSpread, kind string) int { return cmp.Compare(k.Kind, kind) })
	if !found {
		s.Kinds = slices.Insert(s.Kinds, i, KindSpread{kind, assessment.NewDistribution(assessment.Level(len(s.Levels)))})
	}
	s.Kinds[i].Add(c)
}

// Statement returns the spread of a statement, or nil.
func (s *Spread) Statement(id assessment.StatementID) *StatementSpread {
	return find(s.Statements, func(st *StatementSpread) bool { return st.Statement == id })
}

// Count returns how many statements came to an accord.
func (s *Spread) Count(a assessment.Accord) int {
	n := 0
	for i := range s.Statements {
		if s.Statements[i].Concluded() == a {
			n++
		}
	}
	return n
}

// Agenda returns the statements in the order of the second pass: what is to be
// discussed, too few answers, consensus, and what nobody answered; inside, the
// most divided first: by interquartile range, range, share of don't know, and
// the order of the questionnaire (method, section 6).
func (s *Spread) Agenda() []*StatementSpread {
	out := make([]*StatementSpread, len(s.Statements))
	for i := range s.Statements {
		out[i] = &s.Statements[i]
	}
	slices.SortStableFunc(out, func(a, b *StatementSpread) int {
		return cmp.Or(cmp.Compare(a.Concluded(), b.Concluded()), cmp.Compare(b.IQR(), a.IQR()), cmp.Compare(b.Range(), a.Range()),
			compareUnknown(b, a), cmp.Compare(a.Number, b.Number))
	})
	return out
}

// compareUnknown compares the shares of don't know, exactly.
func compareUnknown(a, b *StatementSpread) int {
	return cmp.Compare(a.Unknown*max(b.Sheets(), 1), b.Unknown*max(a.Sheets(), 1))
}

// ToTalkAbout reports whether the second pass needs time for a statement.
func (s *StatementSpread) ToTalkAbout() bool { return s.Concluded() == assessment.Discuss }
