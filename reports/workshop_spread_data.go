package reports

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/assessment/workshop"
)

// SpreadFormat is the name and version of the structure that WriteSpread writes
// as JSON. Within a version, fields are only ever added.
const SpreadFormat = "dgca.spread/1"

// SpreadFormats are the formats that WriteSpread knows.
var SpreadFormats = []string{"json", "csv", "csv-semicolon"}

// WriteSpread writes the spreads of units for other programs: json in the
// structure of SpreadFormat, csv with one row for each statement of each unit
// and, below it, for each kind of respondent.
func WriteSpread(w io.Writer, format string, in ...SpreadInput) error {
	switch format {
	case "json":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(newSpreadFile(in))
	case "csv":
		return writeSpreadTable(w, ',', in)
	case "csv-semicolon":
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
		return writeSpreadTable(w, ';', in)
	}
	return fmt.Errorf("%q is not a format for a spread: use %s", format, strings.Join(SpreadFormats, ", "))
}

// spreadFile is the whole output.
type spreadFile struct {
	Format   string       `json:"format"` // always dgca.spread/1
	Program  string       `json:"program,omitempty"`
	Method   string       `json:"method"`
	Workshop string       `json:"workshop"` // id
	Title    string       `json:"title"`
	Date     string       `json:"date"`
	Units    []spreadUnit `json:"units"`
}

type spreadUnit struct {
	Unit       string            `json:"unit"`
	Sheets     int               `json:"sheets"`
	NotCounted int               `json:"answers_not_counted,omitempty"` // to statements that the workshop does not ask
	Statements []spreadStatement `json:"statements"`                    // in the order of the questionnaire
	Perception []spreadGap       `json:"perception,omitempty"`
}

type spreadStatement struct {
	Statement string `json:"statement"`
	Text      string `json:"text"`
	Dimension string `json:"dimension"`
	Agenda    int    `json:"agenda"` // place in the second pass, from 1
	Minutes   int    `json:"minutes,omitempty"`
	spreadCounts
	Kinds []spreadKind `json:"kinds,omitempty"`
}

type spreadCounts struct {
	N             *int   `json:"n"`                // answers with a level; null where hidden
	Hidden        bool   `json:"hidden,omitempty"` // fewer than three answers, not shown
	Sheets        int    `json:"sheets"`
	Levels        []int  `json:"levels,omitempty"` // answers on level 1 and up; absent where hidden
	Unknown       *int   `json:"dont_know"`        // null where hidden, as the next two
	NotApplicable *int   `json:"not_applicable"`
	Unanswered    *int   `json:"unanswered"`
	Median        string `json:"median,omitempty"` // exact, as 2.5; absent without shown answers
	LowerQuartile string `json:"lower_quartile,omitempty"`
	UpperQuartile string `json:"upper_quartile,omitempty"`
	Min           int    `json:"min,omitempty"`
	Max           int    `json:"max,omitempty"`
	Conclusion    string `json:"conclusion,omitempty"` // discuss, too few answers, consensus or find out
}

type spreadKind struct {
	Kind string `json:"kind"`
	spreadCounts
}

type spreadGap struct {
	Statement string `json:"statement"`
	Lower     string `json:"lower"`
	Higher    string `json:"higher"`
	Sure      bool   `json:"sure"`
}

func newSpreadFile(in []SpreadInput) spreadFile {
	f := spreadFile{Format: SpreadFormat, Method: assessment.Method, Units: []spreadUnit{}}
	for i := range in {
		w := in[i].Workshop
		f.Program, f.Workshop, f.Title, f.Date = in[i].Program, w.ID, w.Title, w.Date
		f.Units = append(f.Units, newSpreadUnit(&in[i]))
	}
	return f
}

func newSpreadUnit(in *SpreadInput) spreadUnit {
	u := spreadUnit{Unit: in.Unit, Sheets: in.Spread.Sheets, NotCounted: in.Spread.Foreign, Statements: make([]spreadStatement, len(in.Spread.Statements))}
	for place, it := range workshop.Allot(in.Spread.Agenda(), in.Minutes) {
		s := spreadStatement{Statement: string(it.Statement), Text: it.Text, Dimension: string(it.Dimension), Agenda: place + 1,
			spreadCounts: spreadCountsOf(&it.Distribution)}
		if it.InTime {
			s.Minutes = it.Minutes
		}
		s.Conclusion = it.Concluded().String()
		if it.Hidden() {
			s.spreadCounts = spreadCounts{Hidden: true, Sheets: it.Asked(), Conclusion: s.Conclusion}
		}
		if !in.Redact {
			for i := range it.Kinds {
				s.Kinds = append(s.Kinds, spreadKind{it.Kinds[i].Kind, spreadCountsOf(&it.Kinds[i].Distribution)})
			}
		}
		u.Statements[it.Number-1] = s
	}
	if in.Redact {
		return u
	}
	for _, p := range in.Spread.Perceptions() {
		u.Perception = append(u.Perception, spreadGap{string(p.Statement.Statement), p.Low.Kind, p.High.Kind, p.Sure})
	}
	return u
}

func spreadCountsOf(d *assessment.Distribution) spreadCounts {
	n := d.N()
	c := spreadCounts{N: &n, Sheets: d.Sheets(), Levels: d.Levels, Unknown: &d.Unknown, NotApplicable: &d.NotApplicable, Unanswered: &d.Unanswered}
	if n > 0 {
		low, up := d.Quartiles()
		c.Median, c.LowerQuartile, c.UpperQuartile = exactQuarters(d.Median()), exactQuarters(low), exactQuarters(up)
		first, last := d.Ends()
		c.Min, c.Max = int(first), int(last)
	}
	return c
}

// exactQuarters writes a number of quarters without rounding, such as 2.25.
func exactQuarters(q assessment.Quarters) string {
	return strconv.FormatFloat(q.Float(), 'f', -1, 64)
}

func writeSpreadTable(w io.Writer, comma rune, in []SpreadInput) error {
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = comma, true
	most := 0
	for i := range in {
		most = max(most, len(in[i].Scale))
	}
	header := []string{"unit", "statement", "dimension", "text", "kind", "agenda", "minutes", "conclusion", "n", "sheets", "median", "lower_quartile", "upper_quartile", "min", "max"}
	for l := range most {
		header = append(header, fmt.Sprintf("level_%d", l+1))
	}
	if err := out.Write(append(header, "dont_know", "not_applicable", "unanswered")); err != nil {
		return err
	}
	for i := range in {
		u := newSpreadUnit(&in[i])
		for _, s := range u.Statements {
			first := []string{u.Unit, s.Statement, s.Dimension, s.Text}
			if err := writeCells(out, append(append(first[:4:4], "", strconv.Itoa(s.Agenda), strconv.Itoa(s.Minutes), s.Conclusion), s.cells(most)...)); err != nil {
				return err
			}
			for _, k := range s.Kinds {
				if err := writeCells(out, append(append(first[:4:4], k.Kind, "", "", ""), k.cells(most)...)); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

// writeCells writes a row that is safe in a spreadsheet.
func writeCells(out *csv.Writer, row []string) error {
	for i := range row {
		row[i] = spreadsheetText(clean(row[i]))
	}
	return out.Write(row)
}

// cells are the numbers; those of hidden answers are empty.
func (c *spreadCounts) cells(levels int) []string {
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	shown := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	row := []string{shown(c.N), strconv.Itoa(c.Sheets), c.Median, c.LowerQuartile, c.UpperQuartile, number(c.Min), number(c.Max)}
	for l := range levels {
		cell := ""
		if l < len(c.Levels) {
			cell = strconv.Itoa(c.Levels[l])
		}
		row = append(row, cell)
	}
	return append(row, shown(c.Unknown), shown(c.NotApplicable), shown(c.Unanswered))
}
