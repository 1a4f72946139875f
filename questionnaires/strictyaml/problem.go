// Package strictyaml reads and writes YAML files that people edit by hand.
//
// It is strict, so that a slip of the hand is never a silent loss: unknown and
// duplicate keys, values of the wrong type, a second document, anchors and tags
// are problems. All problems of a file are reported together, in plain words,
// each with its line and column, and nothing of a file with problems is used.
// Written files keep their order and the comments of the file they replace.
//
// Types are described by struct tags:
//
//	Name  string `yaml:"name,omitempty"` // a key; left out when empty
//	Unit  Unit   `yaml:"unit,flow"`      // written on one line
//	ID    string `yaml:",key"`           // in the element of a slice: the slice is
//	                                     // written as a mapping from this key
//	Value string `yaml:",value"`         // beside a key field: the scalar it maps to
//
// The package knows nothing of questionnaires or assessments and imports only
// the standard library and the YAML library.
package strictyaml

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Problem is one fault of a file. Line and Column count from 1, columns in
// characters; 0 means that the place is not known.
type Problem struct {
	File         string
	Line, Column int
	Message      string // what is wrong
	Hint         string // how to mend it, or ""
}

// String returns "file:line:column: message", without the hint.
func (p Problem) String() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File + ":")
	}
	if p.Line > 0 {
		b.WriteString(strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column) + ":")
	}
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	b.WriteString(p.Message)
	return b.String()
}

// Error makes a Problem an error, so that an UnmarshalYAML method can return
// one with a hint; a missing place is filled in by Decode.
func (p Problem) Error() string { return p.String() }

// Problems are the faults of one or more files.
type Problems []Problem

// Error returns one line for each problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Sort orders the problems by file, line and column and removes repetitions.
func (ps Problems) Sort() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(ps)
}
