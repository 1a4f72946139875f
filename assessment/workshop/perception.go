package workshop

import "dgca/assessment"

// The numbers of answers that a comparison of kinds of respondents needs
// (method, section 6).
const (
	fewestForGap   = 5
	fewestForMaybe = 3
)

// Perception is a statement that two kinds of respondents see differently.
type Perception struct {
	Statement *StatementSpread
	Low, High *KindSpread // by their medians
	Sure      bool        // quartile ranges that do not overlap, with five or more answers each; else they may differ
}

// Perceptions returns what kinds of respondents see differently: a perception
// gap when each has five or more answers and their quartile ranges do not
// overlap; with three or four answers "may differ", when the medians are a level
// or more apart. They come in the order of the questionnaire.
func (s *Spread) Perceptions() []Perception {
	var out []Perception
	for i := range s.Statements {
		st := &s.Statements[i]
		for a := range st.Kinds {
			for b := a + 1; b < len(st.Kinds); b++ {
				if p, ok := compareKinds(&st.Kinds[a], &st.Kinds[b]); ok {
					p.Statement = st
					out = append(out, p)
				}
			}
		}
	}
	return out
}

func compareKinds(a, b *KindSpread) (Perception, bool) {
	p := Perception{Low: a, High: b}
	if b.Median() < a.Median() {
		p.Low, p.High = b, a
	}
	_, up := p.Low.Quartiles()
	low, _ := p.High.Quartiles()
	switch fewest := min(a.N(), b.N()); {
	case fewest >= fewestForGap:
		p.Sure = true
		return p, up < low
	case fewest >= fewestForMaybe:
		return p, p.High.Median()-p.Low.Median() >= assessment.Quarters(4)
	}
	return p, false
}
