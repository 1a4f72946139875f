// Package planfile reads a plan that was prepared outside the program: a table
// of actions or of weighed gaps from a spreadsheet (CSV), or a YAML file with
// targets, weighing and plan in the same form as in a result file.
//
// A file is taken whole or not at all: every fault of it is reported together
// with its place, and nothing is applied while there is one. It never changes
// an answer. The package knows no files and no clock; it gets bytes and an
// assessment.
package planfile

import (
	"bytes"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

// MaxBytes is the size of the largest file that is read.
const MaxBytes = sheet.MaxBytes

// Read returns a copy of an assessment with what a file says, or every fault of
// the file. The name of the file is for messages. The questionnaire may be nil
// when it is not at hand. today is the day of changes of the status that the
// file does not date, YYYY-MM-DD.
//
// A file whose name ends in .yaml or .yml, or that begins with a key of such a
// file, is YAML; any other is a table: of weighed gaps where it has a column
// "importance" and none "what", else of actions.
//
// An action with the id of one of the plan changes that one; without an id it
// is the one with the same words, or else a new one. What the file does not
// say stays as it was; actions that it does not name stay in the plan.
func Read(name string, data []byte, q *questionnaires.Questionnaire, a *assessment.Assessment, today string) (*assessment.Assessment, Result, strictyaml.Problems) {
	f := &file{name: name, places: map[string]place{}}
	faults := f.parse(data)
	faults = append(faults, f.otherUnit(a)...)
	if len(faults) > 0 && f.empty() {
		return nil, Result{}, faults
	}
	next, res, problems := f.apply(q, a, today)
	// A fault that follows from one of the reading is not said a second time.
	for _, p := range problems {
		if !slices.ContainsFunc(faults, func(x strictyaml.Problem) bool { return x.Line == p.Line && x.Column == p.Column }) {
			faults = append(faults, p)
		}
	}
	if len(faults) > 0 {
		return nil, Result{}, faults.Sort()
	}
	return next, res, nil
}

// file is what a file says.
type file struct {
	name          string
	questionnaire reference
	start         text
	units         []text // the units that rows are about
	actions       []*entry
	targets       assessment.Targets
	weighings     []assessment.Weighing
	doc           *strictyaml.Document // nil for a table
	places        map[string]place     // of what a table says, by the path of the result file
}

// place is a line and a column, counted from 1.
type place struct{ line, column int }

// text is a value and its place.
type text struct {
	value string
	place
}

// reference names the questionnaire that a plan was made for.
type reference struct {
	id, version string
	place
}

const headerHint = "begin the first line of a table of actions with: action,what,owner,start,end,serves - or that of weighed gaps with: statement,importance,feasibility"

func (f *file) parse(data []byte) strictyaml.Problems {
	content, problems := sheet.Text(f.name, data, headerHint)
	switch {
	case problems != nil:
		return problems
	case sheet.IsYAML(f.name, content, "plan", "targets", "weighing", "questionnaire", "format"):
		return f.parseYAML(content)
	case isWeighing(content):
		return f.parseWeighing(content)
	}
	return f.parseActions(content)
}

// isWeighing looks at the first line of a table with text in it.
func isWeighing(content []byte) bool {
	for line := range bytes.Lines(content) {
		names := strings.FieldsFunc(strings.ToLower(string(line)), func(r rune) bool { return strings.ContainsRune(",;\t\"\r\n ", r) })
		if len(names) == 0 || strings.HasPrefix(names[0], "sep=") {
			continue
		}
		has := map[string]bool{}
		for _, n := range names {
			has[n] = true
		}
		return has["importance"] && !has["what"]
	}
	return false
}

func (f *file) fault(at place, hint, format string, args ...any) strictyaml.Problems {
	return sheet.Fault(f.name, at.line, at.column, hint, format, args...)
}
