package questionnaires

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A digest is the first 16 hexadecimal digits of the SHA-256 sum of a listing.
// A listing is a row of strings, each written as its length in bytes in
// decimal, a colon, and the string itself, so that no two different rows give
// the same bytes. A list inside a row is preceded by its number of entries. In
// texts every run of white space counts as one space: to wrap a line elsewhere
// changes no identity.
//
// The listings are part of the result file's format. A change of one of them
// needs a new name in its first string.

const digestDigits = 16

// StatementDigest identifies what a statement asks: its text for all kinds of
// unit, its anchors, and the names of the scale's levels. Two statements with
// one digest can be compared; help, evidence, next steps, tags and weights are
// no part of it.
//
// The listing: "dgca.statement/1"; the number of texts, and for each its kind of
// unit ("" for the text of all other kinds, which comes first; then by name) and
// the text; the number of anchors, and for each its level and text; the number
// of levels, and for each its number and name.
func (q *Questionnaire) StatementDigest(s *Statement) string {
	l := newListing("dgca.statement/1")
	if s.Text.Common == "" {
		l.number(len(s.Text.ByKind))
	} else {
		l.number(1 + len(s.Text.ByKind))
		l.add("")
		l.text(s.Text.Common)
	}
	for _, kind := range slices.Sorted(maps.Keys(s.Text.ByKind)) {
		l.add(string(kind))
		l.text(s.Text.ByKind[kind])
	}
	l.number(len(s.Anchors))
	for _, level := range slices.Sorted(maps.Keys(s.Anchors)) {
		l.number(int(level))
		l.text(s.Anchors[level])
	}
	l.scale(q.Scale)
	return l.digest()
}

// Digest identifies the questionnaire by everything that is asked and that
// bears on a figure. Titles, help and other explanations are no part of it.
//
// The listing: "dgca.questionnaire/1"; id; version; the scale as in
// StatementDigest; level and months of the default target; the level from which
// evidence is expected; the level of prerequisites; the number of dimensions,
// and for each its id, its weight, the number of its elements, and for each of
// these its id and its number of statements. A statement is listed as its id,
// its weight in ten-thousandths, "quick" or "", its lenses, levels of change,
// principles, SDG targets and needs (each list sorted), and its digest.
func (q *Questionnaire) Digest() string {
	l := newListing("dgca.questionnaire/1")
	l.add(q.ID)
	l.add(q.Version)
	l.scale(q.Scale)
	l.number(int(q.DefaultTarget.Level))
	l.number(q.DefaultTarget.Months)
	l.number(int(q.EvidenceFrom))
	l.number(int(q.PrerequisiteLevel))
	l.number(len(q.Dimensions))
	for i := range q.Dimensions {
		d := &q.Dimensions[i]
		l.add(string(d.ID))
		l.weight(d.Weight)
		l.number(len(d.Elements))
		for j := range d.Elements {
			e := &d.Elements[j]
			l.add(string(e.ID))
			l.number(len(e.Statements))
			for k := range e.Statements {
				q.listStatement(l, &e.Statements[k])
			}
		}
	}
	return l.digest()
}

func (q *Questionnaire) listStatement(l *listing, s *Statement) {
	l.add(string(s.ID))
	l.weight(s.Weight)
	if s.Quick {
		l.add("quick")
	} else {
		l.add("")
	}
	listSet(l, s.Lenses)
	listSet(l, s.ChangeLevels)
	listSet(l, s.Principles)
	listSet(l, s.SDGs)
	listSet(l, s.Needs)
	l.add(q.StatementDigest(s))
}

// listing is a row of strings whose bounds cannot be mistaken.
type listing struct{ row, words []byte }

func newListing(name string) *listing {
	l := &listing{row: make([]byte, 0, 4096)}
	l.add(name)
	return l
}

func (l *listing) add(s string) {
	l.row = strconv.AppendInt(l.row, int64(len(s)), 10)
	l.row = append(l.row, ':')
	l.row = append(l.row, s...)
}

// text adds a text with every run of white space as one space.
func (l *listing) text(s string) {
	l.words = l.words[:0]
	for word := range strings.FieldsSeq(s) {
		if len(l.words) > 0 {
			l.words = append(l.words, ' ')
		}
		l.words = append(l.words, word...)
	}
	l.add(string(l.words))
}

func (l *listing) number(n int)    { l.add(strconv.Itoa(n)) }
func (l *listing) weight(w Weight) { l.add(strconv.FormatInt(w.Units(), 10)) }

func (l *listing) scale(levels []ScaleLevel) {
	l.number(len(levels))
	for _, level := range levels {
		l.number(int(level.Level))
		l.text(level.Name)
	}
}

// listSet lists entries whose order has no meaning.
func listSet[S ~string](l *listing, entries []S) {
	l.number(len(entries))
	for _, e := range slices.Sorted(slices.Values(entries)) {
		l.add(string(e))
	}
}

func (l *listing) digest() string {
	sum := sha256.Sum256(l.row)
	return hex.EncodeToString(sum[:digestDigits/2])
}
