package workshop

import (
	"slices"

	"dgca/assessment"
)

// QuestionRemarks is what people say in their sheets about the statements of one
// dimension: what is unclear, not relevant, or missing. It is for those who write
// the questions.
type QuestionRemarks struct {
	Dimension assessment.DimensionID
	Texts     []string // sorted, so that their order does not tell whose they are
	Named     int      // sheets with a remark
	Hidden    bool     // of fewer than three people: see QuestionRemarksForPaper
}

// RemarksOnQuestions collects what notes say about the statements, dimension by
// dimension; those without a remark are left out.
func RemarksOnQuestions(notes []assessment.Note, dims []assessment.DimensionID) []QuestionRemarks {
	var out []QuestionRemarks
	for _, d := range dims {
		r := QuestionRemarks{Dimension: d}
		for _, n := range notes {
			if n.Dimension != d || n.Feedback == "" {
				continue
			}
			r.Named++
			if !slices.Contains(r.Texts, n.Feedback) {
				r.Texts = append(r.Texts, n.Feedback)
			}
		}
		if r.Named > 0 {
			slices.Sort(r.Texts)
			out = append(out, r)
		}
	}
	return out
}

// QuestionRemarksForPaper returns the remarks as a paper that leaves the room may
// show them: those of three people or more.
func QuestionRemarksForPaper(all []QuestionRemarks) []QuestionRemarks {
	out := slices.Clone(all)
	for i := range out {
		if out[i].Named < FewestShown {
			out[i].Texts, out[i].Hidden = nil, true
		}
	}
	return out
}

// AgreedNotes returns what the sheets about a unit note about each dimension, as
// far as an agreed sheet has room: the areas of improvement that were named most
// often, and a case. What they say about the statements is not about the unit.
func AgreedNotes(notes []assessment.Note, dims []assessment.DimensionID) []assessment.Note {
	var out []assessment.Note
	for _, d := range dims {
		one := []assessment.DimensionID{d}
		n := assessment.Note{Dimension: d}
		for _, x := range NamedImprovements(notes, one) {
			if len(n.Improvements) < assessment.MaxImprovements {
				n.Improvements = append(n.Improvements, x.Text)
			}
		}
		if cases := Cases(notes, one); len(cases) > 0 {
			n.Case = &cases[0]
		}
		if len(n.Improvements) > 0 || n.Case != nil {
			out = append(out, n)
		}
	}
	return out
}
