// Package peoplefile reads the list of the participants of a workshop: a table
// from a spreadsheet (CSV).
//
// A file is taken whole or not at all: every fault of it is reported together
// with its place. The package knows no files; it gets bytes.
package peoplefile

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/assessment/workshop"
	"dgca/questionnaires/strictyaml"
)

// MaxBytes is the size of the largest file that is read.
const MaxBytes = sheet.MaxBytes

// Person is one row. What is empty was not said.
type Person struct {
	Alias    workshop.Alias
	Name     string
	Unit     string // name of the unit
	UnitKind assessment.UnitKind
	Country  string
	Cluster  string
	Kind     string // kind of respondent
	Role     string
	Group    workshop.GroupID
}

const headerHint = "begin the first line with: alias,name,unit,unit_kind,country,cluster,kind,role,group - only unit is needed"

// Read returns the people of a table in its order, or every fault of it. The
// name of the file is for messages. kinds are the possible kinds of unit; empty:
// any.
func Read(name string, data []byte, kinds []assessment.UnitKind) ([]Person, strictyaml.Problems) {
	content, problems := sheet.Text(name, data, headerHint)
	if problems != nil {
		return nil, problems
	}
	columns := sheet.Columns{
		Known:      []string{"alias", "name", "unit", "unit_kind", "country", "cluster", "kind", "role", "group"},
		Required:   []string{"unit"},
		HeaderHint: headerHint,
	}
	r := reader{name: name, kinds: kinds, lines: map[string]int{}}
	problems = sheet.ReadTable(name, content, columns, r.row)
	if len(problems) == 0 && len(r.people) == 0 {
		problems = sheet.Fault(name, 1, 1, "write one line for each person", "the table names no person")
	}
	return r.people, problems
}

type reader struct {
	name   string
	kinds  []assessment.UnitKind
	lines  map[string]int // of each alias
	people []Person
}

func (r *reader) row(row sheet.Row) strictyaml.Problems {
	var p Person
	problems := row.Problems
	fault := func(c sheet.Cell, hint, format string, args ...any) {
		problems = append(problems, sheet.Fault(r.name, c.Line, c.Column, hint, format, args...)...)
	}
	for _, c := range row.Cells {
		text := assessment.CleanLine(c.Text)
		if utf8.RuneCountInString(text) > assessment.MaxName {
			fault(c, fmt.Sprintf("use at most %d characters", assessment.MaxName), "the text in the column %q is too long", c.Name)
			continue
		}
		switch c.Name {
		case "alias":
			p.Alias = workshop.Alias(text)
			r.checkAlias(text, c, fault)
		case "name":
			p.Name = text
		case "unit":
			p.Unit = text
		case "unit_kind":
			p.UnitKind = assessment.UnitKind(strings.ToLower(text))
			if text != "" && len(r.kinds) > 0 && !contains(r.kinds, p.UnitKind) {
				fault(c, "possible: "+join(r.kinds), "there is no kind of unit %q", sheet.Shorten(text))
			}
		case "country":
			p.Country = text
		case "cluster":
			p.Cluster = text
		case "kind":
			p.Kind = text
		case "role":
			p.Role = text
		case "group":
			p.Group = workshop.GroupID(text)
			if text != "" && !workshop.ValidID(text) {
				fault(c, "use letters, digits, - and _, such as G1", "%q cannot name a group", sheet.Shorten(text))
			}
		}
	}
	if p.Unit == "" { // the cell may be missing, too
		problems = append(problems, sheet.Fault(r.name, row.Line, row.Column, "write the name of the unit that the person answers about", "the unit is missing")...)
	}
	if len(problems) == 0 {
		r.people = append(r.people, p)
	}
	return problems
}

func (r *reader) checkAlias(text string, c sheet.Cell, fault func(sheet.Cell, string, string, ...any)) {
	key := strings.ToLower(text)
	switch line, twice := r.lines[key]; {
	case text == "":
		return
	case !workshop.ValidID(text):
		fault(c, "use letters, digits, - and _, such as P07", "%q cannot be an alias", sheet.Shorten(text))
	case twice:
		fault(c, "give each person an alias of their own", "the alias %q is there twice (first in line %d)", text, line)
	}
	r.lines[key] = c.Line
}

func contains(kinds []assessment.UnitKind, k assessment.UnitKind) bool {
	for _, x := range kinds {
		if x == k {
			return true
		}
	}
	return false
}

func join(kinds []assessment.UnitKind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return strings.Join(words, ", ")
}
