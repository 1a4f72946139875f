package roomtable

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/assessment/workshop"
)

// improvement puts an area of improvement on the list of its dimension, unless it
// stands there, and its dots, if the row has any. With an error it says which
// cell is to blame.
func (r *wallReader) improvement(c cells) (at string, err error) {
	x := workshop.Improvement{Dimension: assessment.DimensionID(c.word("dimension")), Text: c.text("improvement")}
	for _, s := range words(c.text("statements")) {
		x.Statements = append(x.Statements, assessment.StatementID(s))
	}
	if d := r.q.Dimension(assessment.DimensionID(strings.ToLower(string(x.Dimension)))); d != nil {
		x.Dimension = d.ID
	}
	text := assessment.CleanLine(x.Text)
	i := slices.IndexFunc(r.wall.Improvements, func(old workshop.Improvement) bool {
		return old.Dimension == x.Dimension && strings.EqualFold(old.Text, text)
	})
	var id workshop.ImprovementID
	if i >= 0 {
		id = r.wall.Improvements[i].ID
		if !c.has("dots") {
			r.taken.Known++
		}
	} else {
		if id, err = r.wall.PutImprovement(r.room, r.q, x); err != nil {
			return r.improvementFault(c), err
		}
		r.taken.Improvements++
	}
	if !c.has("dots") {
		return "improvement", nil
	}
	return "dots", r.count(string(id), c.word("dots"))
}

// improvementFault is the cell that keeps an area of improvement off the list.
func (r *wallReader) improvementFault(c cells) string {
	switch {
	case !c.has("improvement"):
		return "improvement"
	case !slices.ContainsFunc(r.room.Asked(r.q), func(d assessment.DimensionID) bool { return strings.EqualFold(string(d), c.word("dimension")) }):
		return "dimension"
	}
	return "statements"
}

// dots records the dots that were counted on a note. With an error it says which
// cell is to blame.
func (r *wallReader) dots(c cells) (at string, err error) {
	switch {
	case !c.has("note"):
		return "dots", &workshop.ChangeError{Message: "the row says dots, but not of which note", Remedy: "write the id of the note, such as A3 or C7, into the column note"}
	case !c.has("dots"):
		return "note", &workshop.ChangeError{Message: "the row says no number of dots", Remedy: "write 0 where the note has none"}
	}
	at = "note"
	if _, err := strconv.Atoi(c.word("dots")); err != nil {
		at = "dots"
	}
	return at, r.count(c.word("note"), c.word("dots"))
}

// count records the dots on a note. A table says them once.
func (r *wallReader) count(note, dots string) error {
	n, err := strconv.Atoi(dots)
	if err != nil {
		return &workshop.ChangeError{Message: fmt.Sprintf("%q is not a number of dots", dots), Remedy: "write digits, such as 4"}
	}
	key := strings.ToLower(note)
	if r.dotted[key] {
		return &workshop.ChangeError{Message: fmt.Sprintf("the dots on %s stand twice in this table", note), Remedy: "write one row for each note, with all its dots"}
	}
	r.dotted[key] = true
	changed, err := r.wall.SetDots(note, n)
	switch {
	case err != nil:
		return err
	case changed:
		r.taken.Dots++
	default:
		r.taken.Known++
	}
	return nil
}
