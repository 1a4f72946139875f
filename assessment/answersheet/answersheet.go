// Package answersheet reads answers that were written outside the interview: a
// table from a spreadsheet (CSV) or a YAML file.
//
// A sheet is taken whole or not at all: every fault of it is reported together
// with its line, and nothing is recorded while there is one. The package knows
// no files and no terminal; it gets bytes and an assessment.
package answersheet

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires/strictyaml"
)

// MaxBytes is the size of the largest sheet that is read.
const MaxBytes = 8 << 20

// Sheet is the answers of one file.
type Sheet struct {
	File string
	Rows []Row
}

// Row is one answer and the place it was read from, counted from 1.
type Row struct {
	Answer       assessment.Answer
	Line, Column int
}

// The names of the columns of a table and of the keys of a YAML answer.
const (
	statementName  = "statement"
	answerName     = "answer"
	reasonName     = "reason"
	confidenceName = "confidence"
	evidenceName   = "evidence"
	commentName    = "comment"
)

var names = []string{statementName, answerName, reasonName, confidenceName, evidenceName, commentName}

// Parse reads a sheet. A file whose name ends in .yaml or .yml, or that begins
// with the key "answers", is YAML; any other is a table. Rows without a fault
// are returned even beside problems, so that Check can judge them too and all
// faults are shown at once.
func Parse(file string, data []byte) (*Sheet, strictyaml.Problems) {
	sheet := &Sheet{File: file}
	if len(data) > MaxBytes {
		return sheet, sheet.problems(1, 1, "check that this is the right file", "the file is larger than %d MiB", MaxBytes>>20)
	}
	text, err := decodeText(data)
	switch {
	case err != nil:
		return sheet, sheet.problems(err.line, err.column, err.hint, "%s", err.message)
	case len(bytes.TrimSpace(text)) == 0:
		return sheet, sheet.problems(1, 1, headerHint, "the file is empty")
	case isYAML(file, text):
		return sheet, sheet.parseYAML(text)
	}
	return sheet, sheet.parseTable(text)
}

func isYAML(file string, text []byte) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".yaml", ".yml":
		return true
	case ".csv", ".tsv", ".txt":
		return false
	}
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return bytes.HasPrefix(line, []byte("answers:"))
		}
	}
	return false
}

func (s *Sheet) problems(line, column int, hint, format string, args ...any) strictyaml.Problems {
	return strictyaml.Problems{{File: s.File, Line: line, Column: column, Message: fmt.Sprintf(format, args...), Hint: hint}}
}
