// Package paper holds the rules of the questionnaire on paper: the number of a
// form, the code of each of its pages, and how marked sheets are keyed in.
//
// The package is pure: it draws no page, asks nothing and saves nothing. How the
// statements of a form fall on pages comes from whoever prints it.
package paper

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
)

// layout is raised when a form is divided into pages in another way, so that
// paper printed before is not keyed in by the wrong pages.
const layout = 2

// Form is one way to print a questionnaire: how much of it, and worded for
// which kind of unit.
type Form struct {
	Kind  assessment.UnitKind
	Scope assessment.Scope
}

// Normal returns the form with its dimensions in the order of the
// questionnaire, and none where all are asked: the same paper is the same form.
func (f Form) Normal(q *questionnaires.Questionnaire) Form {
	var dims []assessment.DimensionID
	for _, d := range q.Dimensions {
		if slices.Contains(f.Scope.Dimensions, d.ID) {
			dims = append(dims, d.ID)
		}
	}
	if len(dims) == len(q.Dimensions) {
		dims = nil
	}
	f.Scope.Dimensions = dims
	return f
}

// Number names a form and the version of its questionnaire, 0 to 999999.
type Number int

const numbers = 1_000_000

// Number returns the number of a form of a questionnaire. It changes with every
// wording of the questionnaire. Two forms have the same number by chance once
// in a million.
func (f Form) Number(q *questionnaires.Questionnaire) Number {
	return f.Normal(q).number(q.Digest())
}

func (f Form) number(digest string) Number {
	parts := []string{fmt.Sprint(layout), digest, string(f.Kind), string(f.Scope.Kind)}
	for _, d := range f.Scope.Dimensions {
		parts = append(parts, string(d))
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return Number(binary.BigEndian.Uint64(sum[:8]) % numbers)
}

// Forms lists the forms of a questionnaire that have a number; usually there is
// one, or none. It looks at the full and the quick scope for every kind of unit,
// of all dimensions and, where there are at most mostSubsets of them, of any
// choice of dimensions.
func Forms(q *questionnaires.Questionnaire, n Number) []Form {
	kinds := []assessment.UnitKind{questionnaires.Government, questionnaires.Institution, questionnaires.Local, questionnaires.Other}
	if len(q.Units) > 0 {
		kinds = nil
		for _, u := range q.Units {
			kinds = append(kinds, u.Kind)
		}
	}
	digest := q.Digest()
	var found []Form
	for _, kind := range kinds {
		for _, scope := range []assessment.ScopeKind{assessment.Full, assessment.Quick} {
			for _, dims := range choices(q) {
				if f := (Form{kind, assessment.Scope{Kind: scope, Dimensions: dims}}); f.number(digest) == n {
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// mostSubsets is the number of dimensions up to which every choice of them is
// looked at; with more, all of them and each one alone.
const mostSubsets = 8

func choices(q *questionnaires.Questionnaire) [][]assessment.DimensionID {
	n := len(q.Dimensions)
	out := [][]assessment.DimensionID{nil}
	if n > mostSubsets {
		for _, d := range q.Dimensions {
			out = append(out, []assessment.DimensionID{d.ID})
		}
		return out
	}
	for set := 1; set < 1<<n-1; set++ {
		var dims []assessment.DimensionID
		for i, d := range q.Dimensions {
			if set>>i&1 == 1 {
				dims = append(dims, d.ID)
			}
		}
		out = append(out, dims)
	}
	return out
}
