// Package questionnaires says what can be asked: the built-in instrument and
// the user's own questionnaire files.
//
// It reads and checks questionnaire files (format dgca.questionnaire/1 and, for
// one dimension in a file of its own, dgca.dimension/1). A file is read whole
// or refused with every problem in it, each with its line and column. The
// package knows nothing of answers, terminals or reports.
package questionnaires

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The names and versions of the file formats that this package reads.
const (
	Format          = "dgca.questionnaire/1"
	DimensionFormat = "dgca.dimension/1"
)

// StatementID names a statement, such as "LEA-01". It is never reused.
type StatementID string

// DimensionID names a dimension, such as "leadership".
type DimensionID string

// ElementID names an element within its dimension, such as
// "vision-and-commitment".
type ElementID string

// Level is a step of the scale, from 1 to the number of levels (2 to 7). The
// zero value is no level.
type Level int

// UnitKind says what sort of public body is assessed.
type UnitKind string

// The kinds of unit that the built-in questionnaire words its statements for.
const (
	Government  UnitKind = "government"
	Institution UnitKind = "institution"
	Local       UnitKind = "local"
	Other       UnitKind = "other"
)

// Questionnaire is a complete, checked instrument.
type Questionnaire struct {
	Format            string       `yaml:"format"`
	ID                string       `yaml:"id"`
	Version           string       `yaml:"version"`
	Language          string       `yaml:"language"`
	Title             string       `yaml:"title"`
	About             string       `yaml:"about,omitempty"`
	Dimensions        []Dimension  `yaml:"dimensions"`
	Units             []Unit       `yaml:"units,omitempty"`
	Scale             []ScaleLevel `yaml:"scale,omitempty"`
	ReadingRules      []string     `yaml:"reading_rules,omitempty"`
	OtherAnswers      OtherAnswers `yaml:"other_answers,omitempty"`
	Confidence        Confidence   `yaml:"confidence,omitempty"`
	DefaultTarget     Target       `yaml:"default_target,omitempty"`
	EvidenceFrom      Level        `yaml:"evidence_from_level,omitempty"` // evidence is expected from this level on
	PrerequisiteLevel Level        `yaml:"prerequisite_level,omitempty"`  // a prerequisite should reach this level
	Scopes            Scopes       `yaml:"scopes,omitempty"`
	Importance        []Grade      `yaml:"importance,omitempty"`
	Feasibility       []Grade      `yaml:"feasibility,omitempty"`
	Lenses            []Tag        `yaml:"lenses,omitempty"`
	ChangeLevels      []Tag        `yaml:"change_levels,omitempty"`
	Barriers          []Barrier    `yaml:"barriers,omitempty"`
	PrinciplesSource  string       `yaml:"principles_source,omitempty"`
	Principles        []Principle  `yaml:"principles,omitempty"`
}

// Unit is a kind of unit and the phrase that stands for it in a statement.
type Unit struct {
	Kind   UnitKind `yaml:",key"`
	Name   string   `yaml:"name"`
	Phrase string   `yaml:"phrase"` // lower case, such as "our institution"
}

// ScaleLevel is one level of the scale.
type ScaleLevel struct {
	Level   Level  `yaml:"level"`
	Name    string `yaml:"name"`
	Meaning string `yaml:"meaning,omitempty"`
}

// OtherAnswers are the two answers outside the scale.
type OtherAnswers struct {
	Unknown       OtherAnswer `yaml:"unknown,omitempty"`
	NotApplicable OtherAnswer `yaml:"not_applicable,omitempty"`
}

// OtherAnswer is the name and meaning of an answer outside the scale.
type OtherAnswer struct {
	Name    string `yaml:"name"`
	Meaning string `yaml:"meaning,omitempty"`
}

// Confidence says what each degree of confidence means.
type Confidence struct {
	Low    string `yaml:"low,omitempty"`
	Medium string `yaml:"medium,omitempty"`
	High   string `yaml:"high,omitempty"`
}

// Target is a level to reach and the months to reach it in.
type Target struct {
	Level  Level `yaml:"level"`
	Months int   `yaml:"months"`
}

// Scopes describes how much of the questionnaire can be asked.
type Scopes struct {
	Full  Scope `yaml:"full,omitempty"`
	Quick Scope `yaml:"quick,omitempty"`
}

// Scope is the name of a scope, its number of statements, and the minutes it
// takes one person and a group.
type Scope struct {
	Name         string `yaml:"name"`
	Statements   int    `yaml:"statements"`
	MinutesAlone int    `yaml:"minutes_alone,omitempty"`
	MinutesGroup int    `yaml:"minutes_group,omitempty"`
}

// Grade is a step from 1 to 5 of importance or feasibility.
type Grade struct {
	Grade   int    `yaml:",key"`
	Meaning string `yaml:",value"`
}

// Tag is an entry of a catalogue: a lens or a level of change.
type Tag struct {
	ID      string `yaml:",key"`
	Name    string `yaml:"name"`
	Meaning string `yaml:"meaning,omitempty"`
}

// Barrier is a kind of obstacle.
type Barrier struct {
	ID      string `yaml:",key"`
	Meaning string `yaml:",value"`
}

// Principle is one of the principles of effective governance, with the
// strategies commonly used for it.
type Principle struct {
	ID         string   `yaml:",key"`
	Group      string   `yaml:"group"`
	Name       string   `yaml:"name"`
	Strategies []string `yaml:"strategies,omitempty"`
}

// Dimension is an enabler of digital government with its theory of change.
type Dimension struct {
	Format         string      `yaml:"format,omitempty"` // DimensionFormat, in a file of its own
	ID             DimensionID `yaml:"id"`
	Code           string      `yaml:"code,omitempty"` // prefix of its statement ids
	Title          string      `yaml:"title"`
	Weight         Weight      `yaml:"weight,omitempty"`
	TheoryOfChange string      `yaml:"theory_of_change,omitempty"`
	High           string      `yaml:"high,omitempty"` // a high-capability setting
	Low            string      `yaml:"low,omitempty"`  // a low-capability setting
	Why            string      `yaml:"why,omitempty"`
	Opening        string      `yaml:"opening,omitempty"` // the facilitator's first question
	FollowUps      []string    `yaml:"follow_ups,omitempty"`
	Elements       []Element   `yaml:"elements"`
}

// Element is a group of statements inside a dimension.
type Element struct {
	ID         ElementID   `yaml:"id"`
	Title      string      `yaml:"title"`
	Statements []Statement `yaml:"statements"`
}

// Statement describes a desired state, with one anchor for each level.
type Statement struct {
	ID           StatementID      `yaml:"id"`
	Quick        bool             `yaml:"quick,omitempty"` // part of the quick scope
	Weight       Weight           `yaml:"weight,omitempty"`
	Text         Wording          `yaml:"text"`
	Anchors      map[Level]string `yaml:"anchors"`
	Help         string           `yaml:"help,omitempty"`
	Evidence     []string         `yaml:"evidence,omitempty"`
	GoodEnough   string           `yaml:"good_enough,omitempty"`
	NextSteps    []NextStep       `yaml:"next_steps,omitempty"`
	Lenses       []string         `yaml:"lenses,omitempty"`
	ChangeLevels []string         `yaml:"change_levels,omitempty"`
	Principles   []string         `yaml:"principles,omitempty"`
	SDGs         []string         `yaml:"sdgs,omitempty"` // SDG targets, such as "16.6"
	Needs        []StatementID    `yaml:"needs,omitempty"`
	NAReasons    []string         `yaml:"na_reasons,omitempty"`
	Sources      []string         `yaml:"sources,omitempty"`
}

// NextStep is a concrete action that leads from one level to the next.
type NextStep struct {
	From   Level  `yaml:"from"`
	Action string `yaml:"action"`
	Kind   string `yaml:"kind,omitempty"` // policy, legal, organisation, people, money, data or technology
	Owner  string `yaml:"owner,omitempty"`
	Months int    `yaml:"months,omitempty"`
	Cost   string `yaml:"cost,omitempty"` // low, medium or high
}

// Wording is a text that is the same for every kind of unit, or one text for
// each kind where a language needs it.
type Wording struct {
	Common string
	ByKind map[UnitKind]string
}

// For returns the text for a kind of unit, placeholders not yet filled.
func (w Wording) For(kind UnitKind) string {
	if s, ok := w.ByKind[kind]; ok {
		return s
	}
	return w.Common
}

// Levels returns K, the number of levels of the scale.
func (q *Questionnaire) Levels() Level { return Level(len(q.Scale)) }

// LevelName returns the name of a level, or "" outside the scale.
func (q *Questionnaire) LevelName(l Level) string {
	if l < 1 || int(l) > len(q.Scale) {
		return ""
	}
	return q.Scale[l-1].Name
}

// Fill replaces {unit} and {Unit} in a text of the questionnaire by the phrase
// for a kind of unit.
func (q *Questionnaire) Fill(text string, kind UnitKind) string {
	if !strings.Contains(text, "{") {
		return text
	}
	phrase := "our organisation"
	for _, u := range q.Units {
		if u.Kind == kind {
			phrase = u.Phrase
		}
	}
	r, n := utf8.DecodeRuneInString(phrase)
	return strings.NewReplacer("{unit}", phrase, "{Unit}", string(unicode.ToUpper(r))+phrase[n:]).Replace(text)
}

// Text returns the wording of a statement for a kind of unit.
func (q *Questionnaire) Text(s *Statement, kind UnitKind) string {
	return q.Fill(s.Text.For(kind), kind)
}

// Dimension returns the dimension with the given id, or nil.
func (q *Questionnaire) Dimension(id DimensionID) *Dimension {
	for i := range q.Dimensions {
		if q.Dimensions[i].ID == id {
			return &q.Dimensions[i]
		}
	}
	return nil
}

// Statement returns the statement with the given id, or nil.
func (q *Questionnaire) Statement(id StatementID) *Statement {
	for s := range q.Statements() {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Statements goes through all statements in the order of the questionnaire.
func (q *Questionnaire) Statements() func(yield func(*Statement) bool) {
	return func(yield func(*Statement) bool) {
		for i := range q.Dimensions {
			for j := range q.Dimensions[i].Elements {
				el := &q.Dimensions[i].Elements[j]
				for k := range el.Statements {
					if !yield(&el.Statements[k]) {
						return
					}
				}
			}
		}
	}
}
