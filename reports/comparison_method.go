package reports

import (
	"fmt"

	"dgca/reports/document"
)

// method says how the numbers were made.
func (b *comparisonBuilder) method() document.Section {
	s := document.Section{ID: "method", Title: "How the numbers were made", NewPage: true}
	own := "Each level is that of the unit's own report, to the last digit."
	if b.c.Subset != nil {
		own = "The results were made with several versions of the questionnaire. Each level is over the statements that were asked in all versions with the same words; it can differ from the unit's own report."
	}
	rules := []string{
		own,
		"Files are grouped by questionnaire, scale, kind of unit and method. The group with the most units is compared. Of each unit one result is taken: the latest agreed one, or else the latest of one person.",
		"A level is shown where at least 60 % of the applicable statements were answered, and at least three. Nothing is shown for the others, and nothing is assumed.",
		"Shared gaps: the statements with the most units below their target. Of equal ones, those with the larger share of the answers come first, then those that lack the most levels.",
		"Uneven statements: those with the largest distance between the quartiles of the units, then the largest range.",
		"Pairs: in each dimension one unit can offer another the part of its gap that the difference of their levels covers. The pairs, with a group of three for an odd number, are those with the largest sum.",
		"Groups: from three units on.",
		"Levels are exact fractions until they are shown, with one decimal, rounded half away from zero.",
	}
	var l document.List
	for _, r := range rules {
		l.Items = append(l.Items, document.Plain(r))
	}
	s.Blocks = append(s.Blocks, l, paragraph(document.Body, "%s", sentencePurpose))
	return s
}

// fileList lists what the report was made from, so that each number can be traced.
func (b *comparisonBuilder) fileList() document.Section {
	s := document.Section{ID: "files", Title: "Files of this report"}
	if b.c.Anonymous {
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: "Unit", Width: 4.2, RowHeader: true}, {Title: "File", Width: 4.4},
		{Title: "Date", Width: 2}, {Title: "Version", Width: 1.3}, {Title: "Digest", Width: 2.1}}}
	for i := range b.c.Units {
		u := &b.c.Units[i]
		t.Rows = append(t.Rows, document.Row{Cells: cells([]string{u.Label, b.files.of(u.File), shortDay(u.Session.Date), u.Questionnaire.Version, shortDigest(u.Digest)})})
	}
	s.Blocks = append(s.Blocks, paragraph(document.Body, fmt.Sprintf("Results compared: %d.", len(b.c.Units))), t)
	return s
}
