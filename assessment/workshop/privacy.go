package workshop

import (
	"slices"

	"dgca/assessment"
)

// FewestShown is how many answers a distribution needs on a paper that leaves
// the room (method, section 6).
const FewestShown = 3

// ForPaper returns the spread as a paper that leaves the room may show it: a
// distribution only from three answers, no kind of respondent under three, and
// none whose complement would be under three. Where one or two people gave a
// level, the answers beside the scale are hidden with them: the number of sheets
// less those would tell how many they are. See Hidden.
func (s *Spread) ForPaper() *Spread {
	out := *s
	out.Statements = slices.Clone(s.Statements)
	for i := range out.Statements {
		out.Statements[i].protect()
	}
	return &out
}

// Hidden reports whether the answers to a statement may not be shown. None of
// them is in the distribution then, or in its number of sheets.
func (s *StatementSpread) Hidden() bool { return s.hidden > 0 }

// Asked returns how many sheets asked a statement, with the hidden ones.
func (s *StatementSpread) Asked() int { return s.Sheets() + s.hidden }

func (s *StatementSpread) protect() {
	n, sheets := s.N(), s.Sheets()
	s.Kinds = shownKinds(s.Kinds, n)
	if few := n > 0 && n < FewestShown; few || sheets > 0 && sheets < FewestShown {
		s.hidden = sheets
		s.Distribution = assessment.NewDistribution(assessment.Level(len(s.Levels)))
	}
}

// shownKinds returns the kinds that may be shown beside the whole of n answers.
// What is left when all shown ones are taken from the whole must not be one or
// two answers either.
func shownKinds(kinds []KindSpread, n int) []KindSpread {
	var shown []KindSpread
	left := n
	for _, k := range kinds {
		if m := k.N(); m >= FewestShown && (n == m || n-m >= FewestShown) {
			shown = append(shown, k)
			left -= m
		}
	}
	for left > 0 && left < FewestShown && len(shown) > 0 {
		least := 0
		for i := range shown {
			if shown[i].N() < shown[least].N() {
				least = i
			}
		}
		left += shown[least].N()
		shown = slices.Delete(shown, least, least+1)
	}
	return shown
}

// Concluded returns what may be concluded from the answers. Hidden ones are too
// few.
func (s *StatementSpread) Concluded() assessment.Accord {
	if s.Hidden() {
		return assessment.TooFew
	}
	return s.Accord()
}
