package answersheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"dgca/questionnaires/strictyaml"
)

const headerHint = "begin the first line with: statement,answer,reason,confidence,evidence,comment"

// table reads a table in the form of RFC 4180.
type table struct {
	sheet    *Sheet
	lines    [][]byte
	columns  []string // the name of each column; "" for one without a name
	problems strictyaml.Problems
}

func (s *Sheet) parseTable(text []byte) strictyaml.Problems {
	text, comma := separator(text)
	t := &table{sheet: s, lines: bytes.Split(text, []byte("\n"))}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = comma
	r.FieldsPerRecord = -1
	for {
		record, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			if t.columns == nil {
				t.add(1, 1, headerHint, "the table has no first line with the names of the columns")
			}
			return t.problems.Sort()
		case errors.As(err, &bad):
			t.quote(bad)
			if t.columns == nil {
				// Without the names of the columns nothing else can be judged.
				return t.problems.Sort()
			}
		case err != nil:
			t.add(1, 1, "", "the table cannot be read: %v", err)
			return t.problems.Sort()
		case t.columns == nil:
			if !t.header(record, r) {
				return t.problems.Sort()
			}
		default:
			t.row(record, r)
		}
	}
}

// separator tells what stands between the columns. A first line such as "sep=;",
// which is for spreadsheets, says it and is emptied; otherwise it is guessed.
func separator(text []byte) ([]byte, rune) {
	first, rest, _ := bytes.Cut(bytes.TrimLeft(text, "\r\n"), []byte("\n"))
	if said, ok := bytes.CutPrefix(bytes.TrimRight(first, "\r"), []byte("sep=")); ok && len(said) == 1 && bytes.ContainsAny(said, ",;\t") {
		lines := bytes.Count(text, []byte("\n")) - bytes.Count(rest, []byte("\n"))
		return append(bytes.Repeat([]byte("\n"), lines), rest...), rune(said[0])
	}
	best, most := ',', 0
	for _, c := range ",;\t" {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return text, best
}

func (t *table) add(line, column int, hint, format string, args ...any) {
	t.problems = append(t.problems, t.sheet.problems(line, column, hint, format, args...)...)
}

// quote reports a fault of the quotation marks.
func (t *table) quote(e *csv.ParseError) {
	line, column := e.Line, 1
	if line >= 1 && line <= len(t.lines) {
		column = characters(t.lines[line-1], e.Column)
	}
	if e.StartLine != e.Line {
		t.add(e.StartLine, 1, `close the text with "`, `a text in quotation marks starts here and does not end properly (line %d)`, line)
		return
	}
	t.add(line, column, `write the whole text between two " and each " inside it twice`, `a quotation mark (") is out of place`)
}

// characters turns a byte column of a line, from 1, into one in characters.
func characters(line []byte, column int) int {
	return utf8.RuneCount(line[:min(max(column-1, 0), len(line))]) + 1
}

// place returns where a field of the current record stands.
func (t *table) place(r *csv.Reader, field int) (line, column int) {
	line, column = r.FieldPos(field)
	if line >= 1 && line <= len(t.lines) {
		column = characters(t.lines[line-1], column)
	}
	return line, column
}

// header reads the names of the columns and reports whether rows can be read.
func (t *table) header(record []string, r *csv.Reader) bool {
	bad := false
	for i, cell := range record {
		name := strings.ToLower(strings.TrimSpace(cell))
		line, column := t.place(r, i)
		switch {
		case name == "":
		case slices.Contains(skipped, name):
			name = skip
		case !slices.Contains(names, name):
			t.add(line, column, "possible columns: "+strings.Join(names, ", "), "the column %q is not known", shorten(cell))
			bad = true
		case slices.Contains(t.columns, name):
			t.add(line, column, "keep one of the two", "the column %q is here a second time", name)
			bad = true
		}
		t.columns = append(t.columns, name)
	}
	for _, name := range []string{statementName, answerName} {
		if !slices.Contains(t.columns, name) {
			line, _ := t.place(r, 0)
			t.add(line, 1, headerHint, "the column %q is missing", name)
			bad = true
		}
	}
	return !bad
}

func (t *table) row(record []string, r *csv.Reader) {
	if !slices.ContainsFunc(record, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
		return
	}
	line, column := t.place(r, 0)
	e := entry{sheet: t.sheet, line: line, column: column}
	for i, cell := range record {
		fieldLine, fieldColumn := t.place(r, i)
		switch {
		case i < len(t.columns) && t.columns[i] == skip:
		case i < len(t.columns) && t.columns[i] != "":
			e.set(t.columns[i], unguard(cell), fieldLine, fieldColumn)
		case strings.TrimSpace(cell) != "":
			e.add(fieldLine, fieldColumn, "put a text that contains the separator in quotation marks, or name the column",
				"the text %q is in a column without a name", shorten(cell))
		}
	}
	t.problems = append(t.problems, e.finish()...)
}

// skipped are the other columns of the table that "dgca show --format csv"
// writes, so that it can be read back.
var skipped = []string{
	"digest", "unit", "kind", "country", "date", "round", "session",
	"dimension", "element", "text", "weight", "status", "marked",
	"target", "default_target", "gap", "importance", "feasibility", "priority",
}

// skip stands for the name of a skipped column.
const skip = "-"

// unguard takes off the apostrophe that keeps a spreadsheet from running a text
// as a formula. A text that began with such an apostrophe of its own was given
// a second one.
func unguard(cell string) string {
	bare := strings.TrimLeft(cell, "'")
	if len(bare) < len(cell) && bare != "" && strings.IndexByte("=+-@\t\r", bare[0]) >= 0 {
		return cell[1:]
	}
	return cell
}
