// Package workshop holds the rules of a room: who takes part, who sits in which
// group, which sheets belong to it, where answers differ, and in which order
// people talk about that. The sections quoted in comments are those of the
// measurement method.
//
// The package is pure: no terminal, no clock and no files. Names of people are
// not in its types; see Names.
package workshop

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
)

// Format is the name and version of the file workshop.yaml.
const Format = "dgca.workshop/1"

// The identifiers of a workshop. Each is also a part of file names: letters,
// digits, hyphen and underscore, and unique whatever the case.
type (
	Alias   string // of a participant, such as "P01"
	UnitID  string // of a unit, such as "ministry-of-health"
	GroupID string // of a group, such as "G1"
)

// Workshop is the content of workshop.yaml.
type Workshop struct {
	Format        string               `yaml:"format"`
	ID            string               `yaml:"id"` // stands in every sheet of the workshop
	Title         string               `yaml:"title"`
	Date          string               `yaml:"date"`            // first day, YYYY-MM-DD
	Start         string               `yaml:"start,omitempty"` // time of the first part of the program, HH:MM
	Place         string               `yaml:"place,omitempty"`
	Facilitator   string               `yaml:"facilitator,omitempty"`
	Round         string               `yaml:"round,omitempty"`
	Questionnaire assessment.Reference `yaml:"questionnaire"`
	Scope         assessment.Scope     `yaml:"scope"`
	Seed          int64                `yaml:"seed"` // of every random choice
	Units         []Unit               `yaml:"units"`
	Groups        []Group              `yaml:"groups,omitempty"`
	Participants  []Participant        `yaml:"participants,omitempty"`
	Program       []Slot               `yaml:"program,omitempty"`
}

// Unit is what is assessed. Answers about different units are never averaged.
type Unit struct {
	ID      UnitID              `yaml:"id"`
	Name    string              `yaml:"name"`
	Kind    assessment.UnitKind `yaml:"kind"`
	Country string              `yaml:"country,omitempty"`
	Cluster string              `yaml:"cluster,omitempty"`
}

// Subject returns the unit as it stands in a result file.
func (u *Unit) Subject() assessment.Subject {
	return assessment.Subject{Name: u.Name, Kind: u.Kind, Country: u.Country, Cluster: u.Cluster}
}

// Nation returns the country of a unit; for one that names none its own name,
// so that people of one unit count as people of one country.
func (u *Unit) Nation() string {
	if u.Country != "" {
		return u.Country
	}
	return u.Name
}

// Participant is one person, by alias. Names are kept apart.
type Participant struct {
	Alias  Alias   `yaml:",key"`
	Unit   UnitID  `yaml:"unit"`
	Kind   string  `yaml:"kind,omitempty"` // kind of respondent, such as "managers"; the same word for all of a kind
	Role   string  `yaml:"role,omitempty"`
	Group  GroupID `yaml:"group,omitempty"`
	Absent bool    `yaml:"absent,omitempty"`
}

// Group sits together. Without dimensions it has those of the workshop.
type Group struct {
	ID           GroupID                  `yaml:",key"`
	Name         string                   `yaml:"name,omitempty"`
	Dimensions   []assessment.DimensionID `yaml:"dimensions,omitempty,flow"`
	Message      string                   `yaml:"message,omitempty"`      // to the plenary
	Improvements []string                 `yaml:"improvements,omitempty"` // the three that the group chose
}

// Title returns the name of a group, or its id.
func (g *Group) Title() string {
	if g.Name != "" {
		return g.Name
	}
	if n, numbered := strings.CutPrefix(string(g.ID), "G"); numbered && strings.Trim(n, "0123456789") == "" {
		return "Group " + n
	}
	return "Group " + string(g.ID)
}

// Slot is one part of the program.
type Slot struct {
	Minutes int      `yaml:"minutes"`
	Title   string   `yaml:"title"`
	Part    SlotPart `yaml:"part,omitempty"`
}

// SlotPart says what a slot is for, where the program needs to know it.
type SlotPart string

// The parts that are known.
const (
	AlonePart   SlotPart = "sheets"  // everybody answers alone
	AgreePart   SlotPart = "agree"   // differences are talked about
	PlenaryPart SlotPart = "plenary" // groups report
)

// MaxImprovements is how many areas of improvement a group takes to the
// plenary.
const MaxImprovements = 3

// MakeID returns an identifier made from what names a workshop.
func MakeID(title, date, place string, seed int64) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %d", title, date, place, seed))
	return hex.EncodeToString(sum[:4])
}

// Unit returns the unit with an id, or nil.
func (w *Workshop) Unit(id UnitID) *Unit {
	return find(w.Units, func(u *Unit) bool { return u.ID == id })
}

// UnitNamed returns the unit that a word names by its id or name, whatever the
// capital letters; the only unit for ""; or nil.
func (w *Workshop) UnitNamed(word string) *Unit {
	if word == "" && len(w.Units) == 1 {
		return &w.Units[0]
	}
	if u := find(w.Units, func(u *Unit) bool { return strings.EqualFold(string(u.ID), word) }); u != nil {
		return u
	}
	return find(w.Units, func(u *Unit) bool { return strings.EqualFold(u.Name, word) })
}

// Participant returns the participant with an alias, or nil. Capital letters
// do not matter.
func (w *Workshop) Participant(a Alias) *Participant {
	return find(w.Participants, func(p *Participant) bool { return strings.EqualFold(string(p.Alias), string(a)) })
}

// Group returns the group with an id, or nil. Capital letters do not matter.
func (w *Workshop) Group(id GroupID) *Group {
	return find(w.Groups, func(g *Group) bool { return strings.EqualFold(string(g.ID), string(id)) })
}

func find[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

// Members returns the participants of a group who are not absent, in order; for
// "" those in no group.
func (w *Workshop) Members(id GroupID) []Participant {
	return w.present(func(p *Participant) bool { return p.Group == id })
}

// Present returns the participants who are not absent, in order.
func (w *Workshop) Present() []Participant {
	return w.present(func(*Participant) bool { return true })
}

// People returns the participants about a unit who are not absent, in order.
func (w *Workshop) People(id UnitID) []Participant {
	return w.present(func(p *Participant) bool { return p.Unit == id })
}

func (w *Workshop) present(in func(*Participant) bool) []Participant {
	var out []Participant
	for i := range w.Participants {
		if p := &w.Participants[i]; !p.Absent && in(p) {
			out = append(out, *p)
		}
	}
	return out
}

// Asked returns the dimensions that the workshop asks, in the order of the
// questionnaire.
func (w *Workshop) Asked(q *questionnaires.Questionnaire) []assessment.DimensionID {
	var dims []assessment.DimensionID
	for _, d := range q.Dimensions {
		if len(w.Scope.Dimensions) == 0 || slices.Contains(w.Scope.Dimensions, d.ID) {
			dims = append(dims, d.ID)
		}
	}
	return dims
}

// GroupScope returns what a group answers: the dimensions of its own, as far as
// the workshop has them, else all of the workshop.
func (w *Workshop) GroupScope(id GroupID) assessment.Scope {
	s := assessment.Scope{Kind: w.Scope.Kind, Dimensions: slices.Clone(w.Scope.Dimensions)}
	if g := w.Group(id); g != nil && len(g.Dimensions) > 0 {
		s.Dimensions = slices.Clone(g.Dimensions)
	}
	return s
}
