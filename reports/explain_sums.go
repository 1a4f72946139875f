package reports

import (
	"fmt"
	"math/big"
	"slices"

	"dgca/assessment"
	"dgca/questionnaires"
)

// hasWeights reports whether a statement of a set has another weight than 1.
func hasWeights(set []*line) bool {
	return slices.ContainsFunc(set, func(l *line) bool {
		return l.asked.Weight.Units() != questionnaires.Weight(0).Units()
	})
}

// decimal writes a sum of weights as a decimal number.
func decimal(units int64) string {
	if units == 0 {
		return "0"
	}
	return questionnaires.Weight(units).String()
}

// levelSentence is the division that gives the level.
func levelSentence(score *assessment.Score, name string) string {
	s := score.Sums
	return fmt.Sprintf(exLevelIs, decimal(s.Levels), decimal(s.Answered), score.Level.RatString(), score.LevelShown(), name)
}

func coverageSentence(score *assessment.Score) string {
	s := score.Sums
	return fmt.Sprintf(exCoverageIs, decimal(s.Answered), decimal(s.Applicable), score.Coverage.RatString(), score.CoverageShown())
}

func rangeSentences(score *assessment.Score) (low, high string) {
	s := score.Sums
	k := int64(score.Levels)
	return fmt.Sprintf(exLowIs, decimal(s.Levels), decimal(s.Open()), decimal(s.Applicable), score.Low.RatString(), assessment.RoundTenths(score.Low)),
		fmt.Sprintf(exHighIs, k, decimal(s.Levels), decimal(s.Open()), k, decimal(s.Applicable), score.High.RatString(), assessment.RoundTenths(score.High))
}

func indexSentence(score *assessment.Score) string {
	index := score.Index()
	return fmt.Sprintf(exIndexIs, score.Level.RatString(), score.Levels, index.RatString(), assessment.RoundTenths(index))
}

// statusSentence names the rule that decided the status of a score.
func statusSentence(s *assessment.Score) string {
	switch {
	case s.Status == assessment.NothingApplicable:
		return exNothingApplies
	case s.Answered < s.Need:
		return fmt.Sprintf(exTooFew, s.Need, s.Answered)
	case s.Status == assessment.NotEnough:
		return fmt.Sprintf(exLowCoverage, s.CoverageShown())
	case s.Status == assessment.Preliminary:
		return fmt.Sprintf(exPreliminary, s.CoverageShown(), s.Need)
	}
	return fmt.Sprintf(exEnough, s.CoverageShown(), s.Need)
}

// exact writes a fraction, or a dash where there is none.
func exact(r *big.Rat) string {
	if r == nil {
		return wordNone
	}
	return r.RatString()
}
