package planfile

import (
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/questionnaires/strictyaml"
)

// parseActions reads a table of actions. The columns that are skipped are those
// that "dgca plan export --format csv" adds for readers.
func (f *file) parseActions(content []byte) strictyaml.Problems {
	columns := sheet.Columns{
		Known:      append([]string{unitName, questionnaireName, planStartName, actionName}, fieldNames...),
		Required:   []string{whatName},
		Skipped:    []string{"phase", "quadrant", "priority", "sdg_targets"},
		HeaderHint: headerHint,
	}
	return sheet.ReadTable(f.name, content, columns, func(r sheet.Row) strictyaml.Problems {
		e := f.newEntry(place{r.Line, r.Column})
		e.problems = r.Problems
		for _, c := range r.Cells {
			at := place{c.Line, c.Column}
			switch c.Name {
			case unitName:
				f.about(c.Text, at)
			case questionnaireName:
				e.reference(c.Text, at)
			case planStartName:
				e.planStart(c.Text, at)
			default:
				e.set(c.Name, c.Text, at)
			}
		}
		return e.finish()
	})
}

// unitName is the column that says which unit a row is about.
const unitName = "unit"

// about notes the unit that a row is about; one of them is enough to tell that
// the table belongs to another result.
func (f *file) about(name string, at place) {
	if name = assessment.CleanLine(name); name != "" {
		f.units = append(f.units, text{name, at})
	}
}

// otherUnit finds the first row that is about another unit.
func (f *file) otherUnit(a *assessment.Assessment) strictyaml.Problems {
	for _, u := range f.units {
		if u.value != assessment.CleanLine(a.Subject.Name) {
			return f.fault(u.place, "use the table of this unit, or take the column \"unit\" out",
				"the row is about the unit %q; this result is about %q", sheet.Shorten(u.value), sheet.Shorten(a.Subject.Name))
		}
	}
	return nil
}

// reference reads "id version". The cells of all rows must agree.
func (e *entry) reference(value string, at place) {
	id, version, _ := strings.Cut(assessment.CleanLine(value), " ")
	switch was := e.file.questionnaire; {
	case id == "":
	case was.id == "":
		e.file.questionnaire = reference{id, version, at}
	case was.id != id || was.version != version:
		e.add(at, "put the plans of different questionnaires into different files",
			"the row is for the questionnaire %q, but the first one is for %q", sheet.Shorten(value), was.id+" "+was.version)
	}
}

// planStart reads the start of the plan. The cells of all rows must agree.
func (e *entry) planStart(value string, at place) {
	value = assessment.CleanLine(value)
	switch was := e.file.start.value; {
	case value == "":
	case was == "":
		e.file.start = text{value, at}
	case was != value:
		e.add(at, "write the same day in every row, or in the first row only", "the plan starts on %q here, but on %q in line %d", sheet.Shorten(value), was, e.file.start.line)
	}
}

// parseWeighing reads a table of weighed gaps, such as the one that "dgca show
// --format csv" writes: its other columns are skipped.
func (f *file) parseWeighing(content []byte) strictyaml.Problems {
	columns := sheet.Columns{
		Known:      []string{unitName, "statement", "importance", "feasibility", "barriers"},
		Required:   []string{"statement"},
		HeaderHint: headerHint,
		Skipped: []string{"digest", "kind", "country", "date", "round", "session", "dimension", "element", "text", "weight",
			"answer", "status", "reason", "confidence", "evidence", "comment", "marked", "target", "default_target", "gap", "priority"},
	}
	first := map[assessment.StatementID]int{}
	return sheet.ReadTable(f.name, content, columns, func(r sheet.Row) strictyaml.Problems {
		var w assessment.Weighing
		problems := r.Problems
		places := map[string]place{"": {r.Line, r.Column}}
		grade := func(c sheet.Cell) int {
			word := strings.TrimSpace(c.Text)
			n, err := strconv.Atoi(word)
			if word != "" && (err != nil || n < 1) {
				problems = append(problems, f.fault(place{c.Line, c.Column}, "write a number from 1 to 5, or leave it empty", "the %s %q is not a grade", c.Name, sheet.Shorten(c.Text))...)
			}
			return min(n, 1000)
		}
		for _, c := range r.Cells {
			places["."+c.Name] = place{c.Line, c.Column}
			switch c.Name {
			case unitName:
				f.about(c.Text, place{c.Line, c.Column})
			case "statement":
				w.Statement = assessment.StatementID(assessment.CleanLine(c.Text))
			case "importance":
				w.Importance = grade(c)
			case "feasibility":
				w.Feasibility = grade(c)
			case "barriers":
				w.Barriers = ids[string](assessment.CleanText(c.Text))
			}
		}
		says := w.Importance != 0 || w.Feasibility != 0 || w.Barriers != nil
		switch line, twice := first[w.Statement]; {
		case len(problems) > 0 || !says:
			return problems
		case w.Statement == "":
			return f.fault(place{r.Line, r.Column}, "write the id of the statement, such as LEA-01", "the row does not say which gap it weighs")
		case twice:
			return f.fault(place{r.Line, r.Column}, "keep one of the two", "the gap %s is weighed a second time (first in line %d)", w.Statement, line)
		}
		first[w.Statement] = r.Line
		for end, at := range places {
			f.places["weighing."+string(w.Statement)+end] = at
		}
		f.weighings = append(f.weighings, w)
		return nil
	})
}
