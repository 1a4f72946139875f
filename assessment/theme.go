package assessment

import "slices"

// ThemeID names one of the four themes that workshops choose priorities by.
type ThemeID string

// The themes.
const (
	SkillsTheme       ThemeID = "skills"
	CoordinationTheme ThemeID = "coordination"
	LocalTheme        ThemeID = "local"
	PartnershipsTheme ThemeID = "partnerships"
)

// Theme is a view on the gaps by the tags of their statements.
type Theme struct {
	ID   ThemeID
	Name string
	Rule string // which statements belong to it, in words
	any  []tagSet
}

// tagSet is met by a statement that carries all of its tags; empty ones ask for
// nothing.
type tagSet struct{ lens, change, principle string }

func (t tagSet) metBy(st *AskedStatement) bool {
	return (t.lens == "" || slices.Contains(st.Lenses, t.lens)) &&
		(t.change == "" || slices.Contains(st.ChangeLevels, t.change)) &&
		(t.principle == "" || slices.Contains(st.Principles, t.principle))
}

// allThemes are defined by the tags of the built-in questionnaire, which a
// questionnaire of the user shares unless it sets its own. The lens ORG alone
// is on most statements, so coordination asks for the principle E3 too.
var allThemes = []Theme{
	{SkillsTheme, "Skills and mindsets", "the lens IND, or the level of change I", []tagSet{{lens: "IND"}, {change: "I"}}},
	{CoordinationTheme, "Institutional coordination", "the lens ORG together with the principle E3 (collaboration)", []tagSet{{lens: "ORG", principle: "E3"}}},
	{LocalTheme, "Local government and smart cities", "the lens LOC, or the principle I4 (subsidiarity)", []tagSet{{lens: "LOC"}, {principle: "I4"}}},
	{PartnershipsTheme, "Partnerships and technology transfer", "the lens PAR", []tagSet{{lens: "PAR"}}},
}

// Themes returns the themes that at least one asked statement belongs to. A
// questionnaire with other tags may have none.
func (s *Snapshot) Themes() []Theme {
	var out []Theme
	for _, t := range allThemes {
		for st := range s.Statements() {
			if t.ID.covers(st) {
				out = append(out, t)
				break
			}
		}
	}
	return out
}

// covers reports whether a statement belongs to the theme.
func (id ThemeID) covers(st *AskedStatement) bool {
	for _, t := range allThemes {
		if t.ID == id {
			return slices.ContainsFunc(t.any, func(tags tagSet) bool { return tags.metBy(st) })
		}
	}
	return false
}
