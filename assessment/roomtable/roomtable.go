// Package roomtable reads what was typed from the paper of a workshop into a
// spreadsheet: the wall, and the participants' feedback. A table is taken as a
// whole or not at all, and every problem has its place.
package roomtable

import (
	"errors"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

// MaxBytes is the size of the largest table that is read.
const MaxBytes = sheet.MaxBytes

const wallHeader = `the first line names the columns: "alias,kind,challenge" for challenges, "to,solution" for solutions, "dimension,improvement", "note,dots" for votes, "idea,theme", "team,challenge,way_forward", or "team,area" for support`

// wallColumns are the columns of a table of the wall. One table may hold rows
// of several kinds; what a row is follows from the columns that are filled.
var wallColumns = []string{"alias", "kind", "anonymous", "challenge", "themes", "statements",
	"to", "challenge_id", "solution", "dimension", "improvement", "note", "dots", "idea", "theme", "team", "way_forward", "area"}

// Taken counts what was taken from a table. Known rows stood on the wall before,
// and are not added again: a table can be read once more when rows came to it.
// Dots are counts that are new or have changed.
type Taken struct{ Challenges, Solutions, Ideas, WaysForward, Support, Improvements, Dots, Known int }

// ReadWall adds the rows of a table to a wall, those that stand there already
// excepted. With problems the wall that is returned must not be used.
func ReadWall(file string, data []byte, room *workshop.Workshop, q *questionnaires.Questionnaire, wall *workshop.Wall) (*workshop.Wall, Taken, strictyaml.Problems) {
	text, problems := sheet.Text(file, data, wallHeader)
	if len(problems) > 0 {
		return nil, Taken{}, problems
	}
	r := &wallReader{file: file, room: room, q: q, wall: wall.Clone(), before: wall.Clone(), dotted: map[string]bool{}}
	problems = sheet.ReadTable(file, text, sheet.Columns{Known: wallColumns, HeaderHint: wallHeader}, r.row)
	return r.wall, r.taken, problems
}

type wallReader struct {
	file   string
	room   *workshop.Workshop
	q      *questionnaires.Questionnaire
	wall   *workshop.Wall
	before *workshop.Wall  // what stood there before the table, and has met no row yet
	dotted map[string]bool // notes whose dots the table has said
	taken  Taken
}

// met reports whether something stood on the wall before, and counts it. Each
// meets one row only: the same note twice in a table is two notes.
func met[T any](r *wallReader, before *[]T, same func(T) bool) bool {
	at := slices.IndexFunc(*before, same)
	if at < 0 {
		return false
	}
	*before = slices.Delete(*before, at, at+1)
	r.taken.Known++
	return true
}

// added counts the last entry of a list of the wall, to which a row was added,
// or takes it off again where it stood there before.
func added[T comparable](r *wallReader, list, before *[]T, count *int) {
	last := len(*list) - 1
	if met(r, before, func(old T) bool { return old == (*list)[last] }) {
		*list = (*list)[:last]
		return
	}
	*count++
}

// cells are the filled cells of a row by column.
type cells map[string]sheet.Cell

func (c cells) text(name string) string { return c[name].Text }
func (c cells) has(name string) bool    { return assessment.CleanLine(c[name].Text) != "" }
func (c cells) word(name string) string { return assessment.CleanLine(c[name].Text) }

func (r *wallReader) row(row sheet.Row) strictyaml.Problems {
	problems := row.Problems
	c := cells{}
	for _, cell := range row.Cells {
		c[cell.Name] = cell
	}
	var err error
	at := "challenge"
	switch {
	case c.has("solution"):
		at, err = "solution", r.solution(c)
	case c.has("improvement"), c.has("dimension"):
		at, err = r.improvement(c)
	case c.has("note") || c.has("dots") && !c.has("challenge"):
		at, err = r.dots(c)
	case c.has("idea"):
		at, err = "idea", r.idea(workshop.Idea{Text: c.text("idea"), Theme: c.text("theme")})
	case c.has("area") && !c.has("team"), c.has("way_forward") && !c.has("team"):
		at, err = "area", &workshop.ChangeError{Message: "the row says no country", Remedy: "write it into the column team"}
	case c.has("area"):
		at, err = "area", r.support(workshop.Support{Team: c.word("team"), Area: c.text("area")})
	case c.has("way_forward"), c.has("team") && !c.has("alias"):
		at, err = "team", r.wayForward(workshop.WayForward{Team: c.word("team"), Challenge: c.text("challenge"), Way: c.text("way_forward")})
	default:
		at, err = r.challenge(c)
	}
	if err != nil {
		problems = append(problems, r.problem(row, c, at, err)...)
	}
	return problems
}

func (r *wallReader) problem(row sheet.Row, c cells, at string, err error) strictyaml.Problems {
	line, column := row.Line, row.Column
	if cell, ok := c[at]; ok && cell.Line > 0 {
		line, column = cell.Line, cell.Column
	}
	hint := ""
	var change *workshop.ChangeError
	if errors.As(err, &change) {
		hint = change.Remedy
	}
	return sheet.Fault(r.file, line, column, hint, "%s", err)
}

// challenge puts a note on the wall. With an error it says which cell is to
// blame.
func (r *wallReader) challenge(c cells) (at string, err error) {
	if !c.has("alias") {
		return "alias", &workshop.ChangeError{Message: "the row says nobody's alias", Remedy: "write who put the note on the wall; mark it as anonymous if it is to be"}
	}
	note := workshop.Challenge{By: workshop.Alias(c.word("alias")), Text: c.text("challenge")}
	switch kind := strings.ToLower(c.word("kind")); kind {
	case "institution", "institutional":
		note.Kind = workshop.Institutional
	default:
		note.Kind = workshop.ChallengeKind(kind)
	}
	switch word := strings.ToLower(c.word("anonymous")); word {
	case "", "no", "n", "0":
	case "yes", "y", "1", "x":
		note.Anonymous = true
	default:
		return "anonymous", &workshop.ChangeError{Message: "the column anonymous has " + sheet.Shorten(word), Remedy: "write yes or no"}
	}
	for _, t := range words(c.text("themes")) {
		note.Themes = append(note.Themes, workshop.ThemeID(t))
	}
	for _, s := range words(c.text("statements")) {
		st := r.q.Statement(assessment.StatementID(s))
		if st == nil {
			return "statements", &workshop.ChangeError{Message: "the questionnaire has no statement " + sheet.Shorten(s), Remedy: "see the ids with: dgca questionnaire show"}
		}
		note.Statements = append(note.Statements, st.ID)
	}
	if c.has("dots") {
		return "dots", &workshop.ChangeError{Message: "dots do not stand in the row of a challenge", Remedy: "write them in a row of their own, in the columns note and dots"}
	}
	at = "challenge"
	switch {
	case r.room.Participant(note.By) == nil:
		at = "alias"
	case note.Kind != "" && note.Kind != workshop.Personal && note.Kind != workshop.Institutional:
		at = "kind"
	case slices.ContainsFunc(note.Themes, func(id workshop.ThemeID) bool { return r.wall.Theme(id) == nil }):
		at = "themes"
	}
	// Asked first: who has put up all notes that one may is not told of too many.
	if met(r, &r.before.Challenges, func(old workshop.Challenge) bool {
		return strings.EqualFold(string(old.By), string(note.By)) && old.Text == assessment.CleanText(note.Text)
	}) {
		return at, nil
	}
	r.taken.Challenges++
	_, err = r.wall.Put(r.room, note)
	return at, err
}

func (r *wallReader) idea(idea workshop.Idea) error {
	if err := r.wall.PutIdea(-1, idea); err != nil {
		return err
	}
	added(r, &r.wall.Ideas, &r.before.Ideas, &r.taken.Ideas)
	return nil
}

func (r *wallReader) support(s workshop.Support) error {
	if err := r.wall.PutSupport(r.room, -1, s); err != nil {
		return err
	}
	added(r, &r.wall.Support, &r.before.Support, &r.taken.Support)
	return nil
}

func (r *wallReader) wayForward(w workshop.WayForward) error {
	if err := r.wall.PutWay(r.room, -1, w); err != nil {
		return err
	}
	added(r, &r.wall.WaysForward, &r.before.WaysForward, &r.taken.WaysForward)
	return nil
}

// words are separated by commas, semicolons or blanks.
func words(text string) []string {
	return strings.FieldsFunc(assessment.CleanLine(text), func(c rune) bool { return c == ',' || c == ';' || c == ' ' })
}

// solution records a solution in the round in which its writer has a challenge:
// a person in round two, a team in round three.
func (r *wallReader) solution(c cells) error {
	to := c.word("to")
	if to == "" {
		return &workshop.ChangeError{Message: "the solution says not whose it is", Remedy: "write an alias or a team into the column to"}
	}
	round := workshop.TeamRound
	if r.room.Participant(workshop.Alias(to)) != nil {
		round = workshop.PersonRound
	}
	r.taken.Solutions++
	return r.wall.Solve(round, to, workshop.ChallengeID(c.word("challenge_id")), c.text("solution"))
}

// ReadFeedback reads one filled-in form from each row of a table whose columns
// are the ids of the questions. A row without an answer is no form.
func ReadFeedback(file string, data []byte, questions *workshop.Feedback) ([]workshop.FeedbackAnswer, strictyaml.Problems) {
	var ids []string
	for _, q := range questions.Questions {
		ids = append(ids, strings.ToLower(string(q.ID)))
	}
	header := "the first line names the questions: " + strings.Join(ids, ",")
	text, problems := sheet.Text(file, data, header)
	if len(problems) > 0 {
		return nil, problems
	}
	var forms []workshop.FeedbackAnswer
	problems = sheet.ReadTable(file, text, sheet.Columns{Known: ids, HeaderHint: header}, func(row sheet.Row) strictyaml.Problems {
		problems := row.Problems
		form := workshop.FeedbackAnswer{Format: workshop.FeedbackAnswerFormat}
		for _, cell := range row.Cells {
			if err := questions.Set(&form, workshop.QuestionID(cell.Name), cell.Text); err != nil {
				hint := ""
				var change *workshop.ChangeError
				if errors.As(err, &change) {
					hint = change.Remedy
				}
				problems = append(problems, sheet.Fault(file, cell.Line, cell.Column, hint, "%s", err)...)
			}
		}
		if len(form.Answers) > 0 {
			forms = append(forms, form)
		}
		return problems
	})
	return forms, problems
}
