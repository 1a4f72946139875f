package sheet

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

// Columns says which columns a table may have. Capital letters in the names of
// a file do not matter.
type Columns struct {
	Known      []string
	Required   []string
	Skipped    []string // columns that may be there and are not read
	HeaderHint string   // how to begin the first line
}

// Row is a line of a table that has any text.
type Row struct {
	Line, Column int
	Cells        []Cell // of the columns that are read
	Problems     strictyaml.Problems
}

// Cell is one field and its place. Text is as the table has it, without the
// apostrophe that protects a spreadsheet.
type Cell struct {
	Name         string
	Text         string
	Line, Column int
}

// ReadTable reads a table in the form of RFC 4180, separated by commas,
// semicolons or tabs, and hands each row over. It returns all problems, those
// of the rows too. Without a sound first line no row is read.
func ReadTable(file string, text []byte, columns Columns, row func(Row) strictyaml.Problems) strictyaml.Problems {
	text, comma := separator(text)
	t := &table{file: file, known: columns, lines: bytes.Split(text, []byte("\n"))}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = comma
	r.FieldsPerRecord = -1
	for {
		record, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			if t.columns == nil {
				t.add(1, 1, columns.HeaderHint, "the table has no first line with the names of the columns")
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
			if !slices.ContainsFunc(record, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
				continue
			}
			t.problems = append(t.problems, row(t.row(record, r))...)
		}
	}
}

// table reads a table in the form of RFC 4180.
type table struct {
	file     string
	known    Columns
	lines    [][]byte
	columns  []string // the name of each column; "" for one without a name
	problems strictyaml.Problems
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
	t.problems = append(t.problems, Fault(t.file, line, column, hint, format, args...)...)
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

// skip stands for the name of a skipped column.
const skip = "-"

// header reads the names of the columns and reports whether rows can be read.
func (t *table) header(record []string, r *csv.Reader) bool {
	bad := false
	for i, cell := range record {
		name := strings.ToLower(strings.TrimSpace(cell))
		line, column := t.place(r, i)
		switch {
		case name == "":
		case slices.Contains(t.known.Skipped, name):
			name = skip
		case !slices.Contains(t.known.Known, name):
			t.add(line, column, "possible columns: "+strings.Join(t.known.Known, ", "), "the column %q is not known", Shorten(cell))
			bad = true
		case slices.Contains(t.columns, name):
			t.add(line, column, "keep one of the two", "the column %q is here a second time", name)
			bad = true
		}
		t.columns = append(t.columns, name)
	}
	for _, name := range t.known.Required {
		if !slices.Contains(t.columns, name) {
			line, _ := t.place(r, 0)
			t.add(line, 1, t.known.HeaderHint, "the column %q is missing", name)
			bad = true
		}
	}
	return !bad
}

func (t *table) row(record []string, r *csv.Reader) Row {
	var out Row
	out.Line, out.Column = t.place(r, 0)
	for i, cell := range record {
		line, column := t.place(r, i)
		switch {
		case i < len(t.columns) && t.columns[i] == skip:
		case i < len(t.columns) && t.columns[i] != "":
			out.Cells = append(out.Cells, Cell{t.columns[i], unguard(cell), line, column})
		case strings.TrimSpace(cell) != "":
			out.Problems = append(out.Problems, Fault(t.file, line, column,
				"put a text that contains the separator in quotation marks, or name the column",
				"the text %q is in a column without a name", Shorten(cell))...)
		}
	}
	return out
}

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
