// Package sheet reads what people prepare in a spreadsheet or a text editor:
// tables and texts in the encodings and with the separators that such programs
// write. It says where every cell stands. What the cells mean is the
// business of its callers.
package sheet

import (
	"fmt"

	"dgca/assessment"
	"dgca/questionnaires/strictyaml"
)

// MaxBytes is the size of the largest file that is read.
const MaxBytes = 8 << 20

// Fault is one problem at a place of a file, counted from 1.
func Fault(file string, line, column int, hint, format string, args ...any) strictyaml.Problems {
	return strictyaml.Problems{{File: file, Line: line, Column: column, Message: fmt.Sprintf(format, args...), Hint: hint}}
}

// Shorten cuts a text of a file so that a message stays readable.
func Shorten(s string) string {
	const limit = 40
	s = assessment.CleanLine(s)
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "..."
	}
	return s
}
