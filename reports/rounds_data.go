package reports

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dgca/assessment"
)

// RoundsFormat is the name and version of the structure that WriteRounds writes
// as JSON. Within a version, fields are only ever added.
const RoundsFormat = "dgca.rounds/1"

// RoundsFormats are the formats that WriteRounds knows.
var RoundsFormats = []string{"json", "csv", "csv-semicolon"}

// WriteRounds writes the figures of rounds for other programs: json in the
// structure of RoundsFormat; csv with one row for each unit, round and
// dimension, and for each unit, round and statement, in the columns of
// roundsColumns; csv-semicolon for spreadsheets that expect semicolons.
func WriteRounds(w io.Writer, format string, in RoundsInput) error {
	switch format {
	case "json":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(roundsFileOf(in))
	case "csv":
		return writeRoundsRows(w, ',', in)
	case "csv-semicolon":
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
		return writeRoundsRows(w, ';', in)
	}
	return fmt.Errorf("%q is not a format for rounds: use %s", format, strings.Join(RoundsFormats, ", "))
}

// roundsFile is the whole output.
type roundsFile struct {
	Format  string              `json:"format"`            // always dgca.rounds/1
	Program string              `json:"program,omitempty"` // name and version of the program that wrote it
	LeftOut []comparisonLeftOut `json:"left_out"`          // files that are in no series
	Units   []roundsUnit        `json:"units"`
}

// roundsUnit is one unit with its rounds, the earliest first.
type roundsUnit struct {
	Unit       scoresUnit        `json:"unit"`
	Rounds     []roundsRound     `json:"rounds"`
	Dimensions []roundsDimension `json:"dimensions"`
	Improved   []roundsMoved     `json:"improved"` // from the first round to the last, the most first
	Concern    []roundsMoved     `json:"concern"`  // fallen, the most first
	Done       []roundsAction    `json:"done"`     // actions that were finished between two rounds
}

// roundsRound is one round.
type roundsRound struct {
	File    string        `json:"file"`   // without its folder, unless only that tells it from another file
	Digest  string        `json:"digest"` // SHA-256 of the file
	Session scoresSession `json:"session"`
	Version string        `json:"version"` // of the questionnaire
	State   string        `json:"state"`
	Counts  scoresCounts  `json:"counts"`
	New     []string      `json:"new"`          // statements that the round before did not ask
	Retired []string      `json:"retired"`      // statements of the round before that are no longer asked
	Neither []string      `json:"not_compared"` // asked in both, but without a level in one of them
}

// roundsDimension is a dimension over all rounds.
type roundsDimension struct {
	ID      string          `json:"id"`
	Own     []scoresScore   `json:"own"`              // one for each round, as in its own report
	Common  []*scoresFigure `json:"common"`           // one for each round, over the statements that the shown rounds share; null where it is missing
	Change  *scoresFigure   `json:"change,omitempty"` // from the first shown round to the last; absent unless it may be shown
	Clear   bool            `json:"clear_change"`
	Up      int             `json:"up"` // compared statements that rose
	Down    int             `json:"down"`
	Compare int             `json:"compared"` // statements
}

// roundsMoved is a statement that rose or fell.
type roundsMoved struct {
	Statement string `json:"statement"`
	Then      int    `json:"then"`
	Now       int    `json:"now"`
}

// roundsAction is an action that was done.
type roundsAction struct {
	ID         string        `json:"id"`
	What       string        `json:"what"`
	Date       string        `json:"date,omitempty"`
	After      string        `json:"after_round"` // its date
	Statements []roundsMoved `json:"statements"`  // 0 for no level
}

func roundsFileOf(in RoundsInput) roundsFile {
	b := newRoundsBuilder(in)
	f := roundsFile{Format: RoundsFormat, Program: in.Program, LeftOut: []comparisonLeftOut{}}
	for _, l := range b.LeftOut {
		f.LeftOut = append(f.LeftOut, comparisonLeftOut{clean(l.File), clean(l.Name), clean(LeftOutWords(l))})
	}
	for _, s := range in.Series {
		f.Units = append(f.Units, b.unitFigures(s))
	}
	return f
}

func (b *roundsBuilder) unitFigures(s *assessment.Series) roundsUnit {
	last := s.Rounds[len(s.Rounds)-1].Assessment
	u := roundsUnit{Unit: unitOf(last), Improved: movedFigures(s.Whole.Improved(mostMoved)), Concern: movedFigures(s.Whole.Concern(mostMoved)), Done: []roundsAction{}}
	for i := range s.Rounds {
		r := &s.Rounds[i]
		round := roundsRound{File: clean(b.files.of(r.File)), Digest: r.Digest, Session: scoresSession{string(r.Session.Type), clean(r.Session.Round), r.Session.Date},
			Version: clean(r.Questionnaire.Version), State: string(r.State), Counts: countsOf(&r.All), New: []string{}, Retired: []string{}, Neither: []string{}}
		if i > 0 {
			step := s.Steps[i-1]
			round.New, round.Retired, round.Neither = append(round.New, ids(step.New)...), append(round.Retired, ids(step.Retired)...), append(round.Neither, ids(step.NotCompared)...)
		}
		u.Rounds = append(u.Rounds, round)
	}
	for i := range s.Dimensions {
		u.Dimensions = append(u.Dimensions, roundsDimensionOf(last, &s.Dimensions[i]))
	}
	for _, d := range s.Done {
		u.Done = append(u.Done, roundsAction{clean(string(d.Action.ID)), clean(d.Action.What), d.Date, s.Rounds[d.Before].Session.Date, movedFigures(d.Statements)})
	}
	return u
}

func roundsDimensionOf(last *assessment.Assessment, d *assessment.SeriesDimension) roundsDimension {
	out := roundsDimension{ID: clean(string(d.ID))}
	for i := range d.Own {
		out.Own = append(out.Own, scoreFigures(last, &d.Own[i], d.Own[i].Shown()))
		if c := &d.Common[i]; c.Asked > 0 && c.Shown() {
			out.Common = append(out.Common, figure(c.Level))
		} else {
			out.Common = append(out.Common, nil)
		}
	}
	if c := d.Change; c != nil {
		out.Change, out.Clear, out.Up, out.Down, out.Compare = figure(c.Change), c.Clear, c.Up, c.Down, c.Compared()
	}
	return out
}

func movedFigures(of []assessment.StatementChange) []roundsMoved {
	out := []roundsMoved{}
	for _, m := range of {
		out = append(out, roundsMoved{clean(string(m.Statement)), int(m.Then), int(m.Now)})
	}
	return out
}

// roundsColumns are the columns of the long form. Of a dimension, level is that
// of the round's own report, and common that over the statements that the
// rounds share; both are empty where the round is missing.
var roundsColumns = []string{"unit", "country", "date", "round", "what", "dimension", "statement", "answer", "level", "common", "status", "answered", "applicable"}

func writeRoundsRows(w io.Writer, comma rune, in RoundsInput) error {
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = comma, true
	if err := out.Write(roundsColumns); err != nil {
		return err
	}
	for _, s := range in.Series {
		for i := range s.Rounds {
			for _, row := range roundRows(s, i) {
				for j := range row {
					row[j] = SpreadsheetText(row[j])
				}
				if err := out.Write(row); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

func roundRows(s *assessment.Series, i int) [][]string {
	var rows [][]string
	r := &s.Rounds[i]
	add := func(cells ...string) {
		rows = append(rows, append([]string{s.Name, r.Subject.Country, r.Session.Date, r.Session.Round}, cells...))
	}
	for d := range s.Dimensions {
		dim := &s.Dimensions[d]
		own, common := &dim.Own[i], &dim.Common[i]
		level, shared, status := "", "", own.Status.String()
		if own.Asked == 0 {
			status = ovNotAskedStatus
		} else if own.Shown() {
			level = own.LevelShown().String()
		}
		if common.Asked > 0 && common.Shown() {
			shared = common.LevelShown().String()
		}
		add("dimension", string(dim.ID), "", "", level, shared, status, fmt.Sprint(own.Answered), fmt.Sprint(own.Applicable))
	}
	for st, place := range r.Asked.Statements() {
		choice := r.Answer(st.ID).Choice
		add("statement", string(r.Asked.Dimensions[place.Dimension].ID), string(st.ID), choice.String(), "", "", statusWord(choice), "", "")
	}
	return rows
}
