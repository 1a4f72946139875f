package assessment

import (
	"math/big"
)

// The thresholds of the method, section 4, in per cent of the weight of the
// applicable statements, as shown.
const (
	enoughCoverage      Percent = 80
	preliminaryCoverage Percent = 60
)

// minAnswered is how many answered statements a score needs; a dimension that
// asks for fewer needs all of them. An element needs minAnsweredElement.
const (
	minAnswered        = 3
	minAnsweredElement = 2
)

// Status says whether a score has enough answers to be shown.
type Status int

// The statuses, from best to worst; NothingApplicable stands apart.
const (
	Enough Status = iota
	Preliminary
	NotEnough
	NothingApplicable
)

// String returns the word for the status in files and outputs.
func (s Status) String() string {
	return [...]string{"enough answers", "preliminary", "not enough answers", "not applicable"}[s]
}

// Score is the result of a set of statements (method, section 4). Levels run
// from 1 to K. Exact values are nil where there is nothing to divide by; use
// Shown before printing a level or a range.
type Score struct {
	Levels        Level // K
	Asked         int
	Applicable    int
	Answered      int
	Unknown       int
	NotApplicable int
	Unanswered    int
	Distribution  []int // number of answers on each level; index 0 is level 1

	Need          int // answered statements that the set needs to be shown
	Sums          Sums
	Level         *big.Rat // sum(w*l) / sum(w) over answered statements
	Coverage      *big.Rat // sum(w answered) / sum(w applicable), 0 to 1
	Low, High     *big.Rat // the level if every open statement were 1, or K
	EvidenceShare *big.Rat // with evidence / all, of answers at or above the evidence level; 0 to 1
	Status        Status
	// SetChanged: more than a quarter of the asked statements are not
	// applicable, so the score is about another set than for other units.
	SetChanged bool
}

// Sums are the whole numbers behind a score, in ten-thousandths of a weight.
type Sums struct {
	Levels     int64 // sum of weight x level over answered statements
	Answered   int64 // sum of weights over answered statements
	Applicable int64 // sum of weights over applicable statements
}

// Open returns the weight of the applicable statements without a level.
func (s Sums) Open() int64 { return s.Applicable - s.Answered }

// Shown reports whether the level may be shown: the set has enough answers,
// perhaps preliminary.
func (s *Score) Shown() bool { return s.Status == Enough || s.Status == Preliminary }

// LevelShown returns the level as it is shown. Call it only when Level is not
// nil.
func (s *Score) LevelShown() Tenths { return RoundTenths(s.Level) }

// CoverageShown returns the coverage as it is shown; 0 when nothing is
// applicable.
func (s *Score) CoverageShown() Percent {
	if s.Coverage == nil {
		return 0
	}
	return RoundPercent(s.Coverage)
}

// HasRange reports whether the range stands beside the level: the exact
// coverage is below 100 %.
func (s *Score) HasRange() bool { return s.Coverage != nil && s.Answered < s.Applicable }

// Index returns the level on a scale of 0 to 100: 100 * (level-1) / (K-1).
func (s *Score) Index() *big.Rat {
	if s.Level == nil {
		return nil
	}
	x := new(big.Rat).Sub(s.Level, big.NewRat(1, 1))
	return x.Mul(x, big.NewRat(100, int64(s.Levels-1)))
}

// item is one asked statement with its answer, resolved once for all sets.
type item struct {
	statement *AskedStatement
	place     Place
	weight    int64 // in ten-thousandths
	answer    Answer
	target    Level
	ownTarget bool // the target was set for this statement alone
	weighing  Weighing
}

// scoreOf is the scoring function. Every number that anybody sees comes from
// here. need is how many answers the set needs at least.
func scoreOf(items []*item, k, evidenceFrom Level, need int) Score {
	s := Score{Levels: k, Asked: len(items), Need: need, Distribution: make([]int, k)}
	var withEvidence, evidenceBase int64
	for _, it := range items {
		switch l, ok := it.answer.Choice.Level(); {
		case ok:
			s.Answered++
			s.Distribution[l-1]++
			s.Sums.Levels += it.weight * int64(l)
			s.Sums.Answered += it.weight
			s.Sums.Applicable += it.weight
			if l >= evidenceFrom {
				evidenceBase++
				if it.answer.Evidence != "" {
					withEvidence++
				}
			}
		case it.answer.Choice == NotApplicable:
			s.NotApplicable++
		case it.answer.Choice == Unknown:
			s.Unknown++
			s.Sums.Applicable += it.weight
		default:
			s.Unanswered++
			s.Sums.Applicable += it.weight
		}
	}
	s.Applicable = s.Asked - s.NotApplicable
	s.SetChanged = 4*s.NotApplicable > s.Asked
	if s.Sums.Answered > 0 {
		s.Level = big.NewRat(s.Sums.Levels, s.Sums.Answered)
	}
	if all := s.Sums.Applicable; all > 0 {
		s.Coverage = big.NewRat(s.Sums.Answered, all)
		s.Low = big.NewRat(s.Sums.Levels+s.Sums.Open(), all)
		s.High = big.NewRat(s.Sums.Levels+s.Sums.Open()*int64(k), all)
	}
	if evidenceBase > 0 {
		s.EvidenceShare = big.NewRat(withEvidence, evidenceBase)
	}
	s.Status = statusOf(&s)
	return s
}

func statusOf(s *Score) Status {
	switch c := s.CoverageShown(); {
	case s.Applicable == 0:
		return NothingApplicable
	case s.Answered < s.Need || c < preliminaryCoverage:
		return NotEnough
	case c < enoughCoverage:
		return Preliminary
	}
	return Enough
}
