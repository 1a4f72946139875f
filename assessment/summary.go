package assessment

import (
	"fmt"
	"slices"
)

// Summary is the block of scores in a result file. It is written for readers;
// it is recomputed on every load and never read in place of the answers.
// Levels and ranges are strings as shown; a level that may not be shown is
// absent.
type Summary struct {
	Overall    *SummaryRow    `yaml:"overall,omitempty,flow"`
	Weakest    []DimensionID  `yaml:"weakest,omitempty,flow"`
	Dimensions []DimensionRow `yaml:"dimensions,omitempty"`
}

// SummaryRow is one score as shown.
type SummaryRow struct {
	Level  string `yaml:"level,omitempty"`
	Name   string `yaml:"name,omitempty"`
	Range  string `yaml:"range,omitempty"`
	Status string `yaml:"status"`
}

// DimensionRow is the score of one dimension as shown.
type DimensionRow struct {
	Dimension DimensionID `yaml:",key"`
	Level     string      `yaml:"level,omitempty"`
	Name      string      `yaml:"name,omitempty"`
	Range     string      `yaml:"range,omitempty"`
	Status    string      `yaml:"status"`
	Answered  string      `yaml:"answered"` // n of m applicable
	Coverage  string      `yaml:"coverage"`
}

// Summarize makes the block of scores for the file.
func (a *Assessment) Summarize() *Summary {
	card := a.Score()
	s := &Summary{Weakest: card.Overall.Weakest}
	if o := &card.Overall; o.Shown() {
		s.Overall = &SummaryRow{Level: o.LevelShown().String(), Name: a.LevelNameShown(o.LevelShown()), Status: o.Status.String()}
		if o.Low.Cmp(o.High) != 0 {
			s.Overall.Range = rangeText(RoundTenths(o.Low), RoundTenths(o.High))
		}
	}
	for i := range card.Dimensions {
		d := &card.Dimensions[i]
		if d.Asked == 0 {
			continue
		}
		row := DimensionRow{Dimension: d.ID, Status: d.Status.String(), Coverage: d.CoverageShown().String(),
			Answered: fmt.Sprintf("%d of %d", d.Answered, d.Applicable)}
		if d.Shown() {
			row.Level, row.Name = d.LevelShown().String(), a.LevelNameShown(d.LevelShown())
			if d.HasRange() {
				row.Range = rangeText(RoundTenths(d.Low), RoundTenths(d.High))
			}
		}
		s.Dimensions = append(s.Dimensions, row)
	}
	return s
}

func rangeText(low, high Tenths) string { return low.String() + " to " + high.String() }

// LevelNameShown returns the name of the level that a shown value stands for:
// the nearest one, half upwards.
func (a *Assessment) LevelNameShown(t Tenths) string { return a.Asked.LevelName(Level(t.Whole())) }

// CheckSummary compares the scores written in the file with the recomputed ones
// and describes each disagreement in a sentence. A file without scores agrees.
func (a *Assessment) CheckSummary() []string {
	if a.Scores == nil {
		return nil
	}
	var diffs []string
	now := a.Summarize()
	differ := func(what string, was, is any) {
		diffs = append(diffs, fmt.Sprintf("The file says %q for %s, the answers give %q.", fmt.Sprint(was), what, fmt.Sprint(is)))
	}
	var was, is SummaryRow
	if a.Scores.Overall != nil {
		was = *a.Scores.Overall
	}
	if now.Overall != nil {
		is = *now.Overall
	}
	if was != is {
		differ("the overall level", was.words(), is.words())
	}
	if !slices.Equal(a.Scores.Weakest, now.Weakest) {
		differ("the weakest dimension", a.Scores.Weakest, now.Weakest)
	}
	old := map[DimensionID]DimensionRow{}
	for _, r := range a.Scores.Dimensions {
		old[r.Dimension] = r
	}
	for _, r := range now.Dimensions {
		if o := old[r.Dimension]; o != r {
			differ("the dimension "+string(r.Dimension), o.words(), r.words())
		}
		delete(old, r.Dimension)
	}
	for _, r := range a.Scores.Dimensions {
		if _, left := old[r.Dimension]; left {
			diffs = append(diffs, fmt.Sprintf("The file has scores for %q, which was not asked.", r.Dimension))
		}
	}
	return diffs
}

func (r SummaryRow) words() string {
	if r == (SummaryRow{}) {
		return "no level"
	}
	return words(r.Level, r.Name, r.Range, r.Status)
}

func (r DimensionRow) words() string {
	if r.Status == "" {
		return "nothing"
	}
	return words(r.Level, r.Name, r.Range, r.Status, r.Answered, r.Coverage)
}

func words(parts ...string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = p
		default:
			out += ", " + p
		}
	}
	return out
}
