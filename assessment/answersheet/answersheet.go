// Package answersheet reads answers that were written outside the interview: a
// table from a spreadsheet (CSV) or a YAML file.
//
// A sheet is taken whole or not at all: every fault of it is reported together
// with its line, and nothing is recorded while there is one. The package knows
// no files and no terminal; it gets bytes and an assessment.
package answersheet

import (
	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/questionnaires/strictyaml"
)

// MaxBytes is the size of the largest sheet that is read.
const MaxBytes = sheet.MaxBytes

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
	s := &Sheet{File: file}
	text, problems := sheet.Text(file, data, headerHint)
	switch {
	case problems != nil:
		return s, problems
	case sheet.IsYAML(file, text, "answers"):
		return s, s.parseYAML(text)
	}
	return s, sheet.ReadTable(file, text, columns(), func(r sheet.Row) strictyaml.Problems {
		e := entry{sheet: s, line: r.Line, column: r.Column, problems: r.Problems}
		for _, c := range r.Cells {
			e.set(c.Name, c.Text, c.Line, c.Column)
		}
		return e.finish()
	})
}

const headerHint = "begin the first line with: statement,answer,reason,confidence,evidence,comment"

// columns of a table. Those that are skipped are the other columns of the table
// that "dgca show --format csv" writes, so that it can be read back.
func columns() sheet.Columns {
	return sheet.Columns{Known: names, Required: []string{statementName, answerName}, HeaderHint: headerHint, Skipped: []string{
		"digest", "unit", "kind", "country", "date", "round", "session",
		"dimension", "element", "text", "weight", "status", "marked",
		"target", "default_target", "gap", "importance", "feasibility", "priority",
	}}
}

func (s *Sheet) problems(line, column int, hint, format string, args ...any) strictyaml.Problems {
	return sheet.Fault(s.File, line, column, hint, format, args...)
}
