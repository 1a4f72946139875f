// Package targets asks for the level that each dimension is to reach, and by
// when, on the screen and line by line. Nobody needs to choose: without a choice
// the default of the questionnaire stands, and is named as default.
package targets

import (
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
)

// Book is where targets are kept.
type Book interface {
	Assessment() *assessment.Assessment
	// Target is the target of a dimension; chosen is false for the default.
	Target(assessment.DimensionID) (t assessment.DimensionTarget, chosen bool)
	SetTarget(assessment.DimensionTarget) error
	ClearTarget(assessment.DimensionID)
}

// Chosen counts the dimensions whose target was chosen, of all that were asked.
func Chosen(b Book) (chosen, all int) {
	for _, d := range asked(b) {
		all++
		if _, ok := b.Target(d.ID); ok {
			chosen++
		}
	}
	return chosen, all
}

// Default says the default target in words.
func Default(b Book) string {
	t := b.Assessment().Asked.DefaultTarget
	return fmt.Sprintf("level %d in %d months", t.Level, t.Months)
}

// asked are the dimensions of the assessment, with their scores.
func asked(b Book) []assessment.DimensionScore {
	return slices.DeleteFunc(b.Assessment().Score().Dimensions, func(d assessment.DimensionScore) bool { return d.Asked == 0 })
}

// now is the level of a dimension as it is shown, or "-".
func now(d *assessment.DimensionScore) string {
	if !d.Shown() {
		return "-"
	}
	return d.LevelShown().String()
}

// months are the usual horizons; another one that stands in the file is kept in
// its place among them.
func months(current int) []int {
	usual := []int{12, 24, 36}
	if !slices.Contains(usual, current) && current > 0 {
		usual = append(usual, current)
		slices.Sort(usual)
	}
	return usual
}

// set records a change of a target; from the default, the first change makes it
// a chosen one.
func set(b Book, id assessment.DimensionID, change func(*assessment.DimensionTarget)) error {
	t, _ := b.Target(id)
	change(&t)
	return b.SetTarget(t)
}

func title(d *assessment.DimensionScore) string { return terminal.CleanLine(d.Title) }

const about = "What level should each dimension reach, and by when? This is optional: not everything needs the highest level."
