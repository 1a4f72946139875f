package assessment

import (
	"slices"

	"dgca/questionnaires"
)

// Snapshot is a compact copy of what was asked: enough to open, score and
// report a result without its questionnaire file, in the same way for ever.
type Snapshot struct {
	Title             string                `yaml:"title"`
	Scale             []LevelName           `yaml:"scale"`
	EvidenceFrom      Level                 `yaml:"evidence_from_level"`
	PrerequisiteLevel Level                 `yaml:"prerequisite_level"`
	DefaultTarget     questionnaires.Target `yaml:"default_target,flow"`
	Lenses            []TagName             `yaml:"lenses,omitempty"`
	ChangeLevels      []TagName             `yaml:"change_levels,omitempty"`
	Principles        []PrincipleName       `yaml:"principles,omitempty"`
	Dimensions        []AskedDimension      `yaml:"dimensions"` // all of the questionnaire, also those outside the scope
}

// LevelName is the name of one level of the scale.
type LevelName struct {
	Level Level  `yaml:",key"`
	Name  string `yaml:",value"`
}

// TagName is the name of a lens or a level of change.
type TagName struct {
	ID   string `yaml:",key"`
	Name string `yaml:",value"`
}

// PrincipleName is the name and group of a principle.
type PrincipleName struct {
	ID    string `yaml:",key"`
	Group string `yaml:"group"`
	Name  string `yaml:"name"`
}

// AskedDimension is a dimension of the questionnaire, with the elements that
// have statements in the scope. Without elements it was not asked.
type AskedDimension struct {
	ID       DimensionID           `yaml:"id"`
	Title    string                `yaml:"title"`
	Weight   questionnaires.Weight `yaml:"weight,omitempty"`
	Elements []AskedElement        `yaml:"elements,omitempty"`
}

// AskedElement is an element with the statements that were asked.
type AskedElement struct {
	ID         ElementID        `yaml:"id"`
	Title      string           `yaml:"title"`
	Statements []AskedStatement `yaml:"statements"`
}

// AskedStatement is a statement as it was asked about this unit.
type AskedStatement struct {
	ID           StatementID           `yaml:"id"`
	Text         string                `yaml:"text"`
	Digest       string                `yaml:"digest"` // identity of text, anchors and scale
	Weight       questionnaires.Weight `yaml:"weight,omitempty"`
	Lenses       []string              `yaml:"lenses,omitempty,flow"`
	ChangeLevels []string              `yaml:"change_levels,omitempty,flow"`
	Principles   []string              `yaml:"principles,omitempty,flow"`
	SDGs         []string              `yaml:"sdgs,omitempty,flow"` // targets, such as "16.6"
	Needs        []StatementID         `yaml:"needs,omitempty,flow"`
}

// Take makes the snapshot of what a scope of a questionnaire asks about a kind
// of unit.
func Take(q *questionnaires.Questionnaire, kind UnitKind, scope Scope) Snapshot {
	s := Snapshot{
		Title:             q.Title,
		EvidenceFrom:      q.EvidenceFrom,
		PrerequisiteLevel: q.PrerequisiteLevel,
		DefaultTarget:     q.DefaultTarget,
	}
	s.Scale = ScaleOf(q)
	for _, t := range q.Lenses {
		s.Lenses = append(s.Lenses, TagName{t.ID, t.Name})
	}
	for _, t := range q.ChangeLevels {
		s.ChangeLevels = append(s.ChangeLevels, TagName{t.ID, t.Name})
	}
	for _, p := range q.Principles {
		s.Principles = append(s.Principles, PrincipleName{p.ID, p.Group, p.Name})
	}
	for _, d := range q.Dimensions {
		ad := AskedDimension{ID: d.ID, Title: d.Title, Weight: d.Weight}
		if len(scope.Dimensions) == 0 || slices.Contains(scope.Dimensions, d.ID) {
			for i := range d.Elements {
				if el := takeElement(q, &d.Elements[i], kind, scope.Kind); len(el.Statements) > 0 {
					ad.Elements = append(ad.Elements, el)
				}
			}
		}
		s.Dimensions = append(s.Dimensions, ad)
	}
	return s
}

func takeElement(q *questionnaires.Questionnaire, el *questionnaires.Element, kind UnitKind, scope ScopeKind) AskedElement {
	out := AskedElement{ID: el.ID, Title: el.Title}
	for i := range el.Statements {
		st := &el.Statements[i]
		if scope == Quick && !st.Quick {
			continue
		}
		out.Statements = append(out.Statements, AskedStatement{
			ID: st.ID, Text: q.Text(st, kind), Digest: q.StatementDigest(st), Weight: st.Weight,
			Lenses: st.Lenses, ChangeLevels: st.ChangeLevels, Principles: st.Principles, SDGs: st.SDGs, Needs: st.Needs,
		})
	}
	return out
}

// Levels returns K, the number of levels of the scale.
func (s *Snapshot) Levels() Level { return Level(len(s.Scale)) }

// LevelName returns the name of a level, or "" outside the scale.
func (s *Snapshot) LevelName(l Level) string {
	if l < 1 || int(l) > len(s.Scale) {
		return ""
	}
	return s.Scale[l-1].Name
}

// Statements goes through the statements that were asked, in order, each with
// the indexes of its dimension and of its element in that dimension.
func (s *Snapshot) Statements() func(yield func(*AskedStatement, Place) bool) {
	return func(yield func(*AskedStatement, Place) bool) {
		for d := range s.Dimensions {
			for e := range s.Dimensions[d].Elements {
				el := &s.Dimensions[d].Elements[e]
				for i := range el.Statements {
					if !yield(&el.Statements[i], Place{d, e}) {
						return
					}
				}
			}
		}
	}
}

// Place is the position of a statement: indexes into Snapshot.Dimensions and
// into the Elements of that dimension.
type Place struct{ Dimension, Element int }

// Statement returns the asked statement with the given id, or nil.
func (s *Snapshot) Statement(id StatementID) *AskedStatement {
	for st := range s.Statements() {
		if st.ID == id {
			return st
		}
	}
	return nil
}

// Dimension returns a dimension, or nil.
func (s *Snapshot) Dimension(id DimensionID) *AskedDimension {
	for i := range s.Dimensions {
		if s.Dimensions[i].ID == id {
			return &s.Dimensions[i]
		}
	}
	return nil
}

func (s *Snapshot) order() map[StatementID]int {
	m := map[StatementID]int{}
	for st := range s.Statements() {
		m[st.ID] = len(m)
	}
	return m
}

// ScaleOf returns the names of the levels of a questionnaire.
func ScaleOf(q *questionnaires.Questionnaire) []LevelName {
	var scale []LevelName
	for _, l := range q.Scale {
		scale = append(scale, LevelName{l.Level, l.Name})
	}
	return scale
}
