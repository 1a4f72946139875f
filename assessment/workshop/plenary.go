package workshop

import (
	"cmp"
	"slices"
	"strings"

	"dgca/assessment"
)

// NamedImprovement is an area of improvement with how often it was named.
type NamedImprovement struct {
	Dimension assessment.DimensionID // for which it was named first
	Text      string
	Named     int
}

// NamedImprovements counts the areas of improvement in notes on some dimensions:
// the same words count together, whatever their capital letters. The most often
// named come first, equal ones in the order of the notes.
func NamedImprovements(notes []assessment.Note, dims []assessment.DimensionID) []NamedImprovement {
	var all []NamedImprovement
	for _, n := range notes {
		if !slices.Contains(dims, n.Dimension) {
			continue
		}
		for _, text := range n.Improvements {
			words := assessment.CleanLine(text)
			i := slices.IndexFunc(all, func(x NamedImprovement) bool { return strings.EqualFold(x.Text, words) })
			switch {
			case words == "":
			case i >= 0:
				all[i].Named++
			default:
				all = append(all, NamedImprovement{n.Dimension, words, 1})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b NamedImprovement) int { return cmp.Compare(b.Named, a.Named) })
	return all
}

// CountNamed returns how many areas of improvement notes on some dimensions name,
// equal ones too.
func CountNamed(notes []assessment.Note, dims []assessment.DimensionID) int {
	n := 0
	for _, x := range NamedImprovements(notes, dims) {
		n += x.Named
	}
	return n
}

// Cases returns the cases worth sharing in notes on some dimensions, each once,
// in the order of the notes.
func Cases(notes []assessment.Note, dims []assessment.DimensionID) []assessment.Case {
	var out []assessment.Case
	for _, n := range notes {
		if n.Case != nil && n.Case.Title != "" && slices.Contains(dims, n.Dimension) && !slices.Contains(out, *n.Case) {
			out = append(out, *n.Case)
		}
	}
	return out
}
