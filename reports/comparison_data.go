package reports

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dgca/assessment"
)

// ComparisonFormat is the name and version of the structure that
// WriteComparison writes as JSON. Within a version, fields are only ever added.
const ComparisonFormat = "dgca.comparison/1"

// ComparisonFormats are the formats that WriteComparison knows.
var ComparisonFormats = []string{"json", "csv", "csv-semicolon"}

// WriteComparison writes the figures of a comparison for other programs: json in
// the structure of ComparisonFormat; csv with one row for each unit and
// dimension and for each unit and statement, in the columns of
// comparisonColumns; csv-semicolon for spreadsheets that expect semicolons.
func WriteComparison(w io.Writer, format string, in ComparisonInput) error {
	switch format {
	case "json":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(comparisonFileOf(in))
	case "csv":
		return writeComparisonRows(w, ',', in.Comparison)
	case "csv-semicolon":
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
		return writeComparisonRows(w, ';', in.Comparison)
	}
	return fmt.Errorf("%q is not a format for a comparison: use %s", format, strings.Join(ComparisonFormats, ", "))
}

// comparisonFile is the whole output.
type comparisonFile struct {
	Format        string                `json:"format"`            // always dgca.comparison/1
	Program       string                `json:"program,omitempty"` // name and version of the program that wrote it
	Questionnaire comparisonReference   `json:"questionnaire"`     // what was asked
	Kind          string                `json:"kind"`              // of the units
	Scale         []scoresLevel         `json:"scale"`
	Anonymous     bool                  `json:"anonymous,omitempty"`  // letters stand for the names
	OrderedBy     string                `json:"ordered_by,omitempty"` // a dimension or overall, on request; absent for the order of names
	Subset        *comparisonSubset     `json:"subset,omitempty"`     // absent where all results have one version
	Caveats       []string              `json:"caveats"`              // in words
	LeftOut       []comparisonLeftOut   `json:"left_out"`             // files that are not compared
	Dimensions    []comparisonDimension `json:"dimensions"`
	Units         []comparisonUnit      `json:"units"`
	Statements    []comparisonStatement `json:"statements"` // those that are compared
	SharedGaps    []string              `json:"shared_gaps"`
	Uneven        []string              `json:"uneven"`
	Pairs         []comparisonPair      `json:"pairs"`
	PairsExact    bool                  `json:"pairs_exact"` // no other pairing has a larger sum
	Groups        []comparisonGroup     `json:"groups"`      // of three or more units
}

// comparisonReference names the questionnaire.
type comparisonReference struct {
	ID       string   `json:"id"`
	Versions []string `json:"versions"`
	Title    string   `json:"title"`
}

// comparisonSubset says that only some statements are compared.
type comparisonSubset struct {
	Common  int `json:"common_statements"` // that all versions have, word for word
	LeftOut int `json:"left_out_statements"`
	Changed int `json:"changed_levels"` // that differ, as shown, from the unit's own report
}

// comparisonLeftOut is a file that is not compared.
type comparisonLeftOut struct {
	File string `json:"file,omitempty"` // absent where letters stand for names
	Unit string `json:"unit,omitempty"`
	Why  string `json:"why"` // in words
}

// comparisonSpread is a distribution over units.
type comparisonSpread struct {
	Units  int           `json:"units"` // with a level
	Least  *scoresFigure `json:"lowest,omitempty"`
	Q1     *scoresFigure `json:"lower_quartile,omitempty"` // type 7
	Median *scoresFigure `json:"median,omitempty"`
	Q3     *scoresFigure `json:"upper_quartile,omitempty"`
	Most   *scoresFigure `json:"highest,omitempty"`
}

// comparisonDimension is a dimension with the spread of its levels.
type comparisonDimension struct {
	ID     string           `json:"id"`
	Title  string           `json:"title"`
	Spread comparisonSpread `json:"spread"`
}

// comparisonUnit is one unit.
type comparisonUnit struct {
	Name       string            `json:"name"`             // unique here
	File       string            `json:"file,omitempty"`   // without its folder, unless only that tells it from another file
	Digest     string            `json:"digest,omitempty"` // SHA-256 of the file
	Country    string            `json:"country,omitempty"`
	Cluster    string            `json:"cluster,omitempty"`
	Session    scoresSession     `json:"session"`
	Version    string            `json:"version"` // of the questionnaire
	State      string            `json:"state"`
	Included   bool              `json:"included_on_request,omitempty"` // usually not compared with the others
	Counts     scoresCounts      `json:"counts"`                        // of all its statements
	Dimensions []comparisonLevel `json:"dimensions"`                    // in the order of dimensions above
	Overall    *scoresFigure     `json:"overall,omitempty"`             // absent unless it may be shown
}

// comparisonLevel is the level of a unit in a dimension.
type comparisonLevel struct {
	Dimension string        `json:"dimension"` // id
	Score     scoresScore   `json:"score"`     // over the compared statements
	Target    *scoresFigure `json:"target,omitempty"`
	Gap       *scoresFigure `json:"gap,omitempty"`
}

// comparisonStatement is a statement with the answers of all units.
type comparisonStatement struct {
	ID        string           `json:"id"`
	Dimension string           `json:"dimension"`
	Text      string           `json:"text"`
	Asked     int              `json:"asked"`
	Counts    []int            `json:"counts"` // units on each level, from level 1
	Below     int              `json:"below_target"`
	Spread    comparisonSpread `json:"spread"`
}

// comparisonPair is a pair or a group of three.
type comparisonPair struct {
	Units  []string          `json:"units"`
	Value  scoresFigure      `json:"value"`
	Offers []comparisonOffer `json:"offers"`
}

// comparisonOffer is what one unit can offer another.
type comparisonOffer struct {
	From       string       `json:"from"`
	To         string       `json:"to"`
	Dimension  string       `json:"dimension"` // id
	Size       scoresFigure `json:"size"`
	Statements []string     `json:"statements"` // where the helper is ahead and the other below its target
}

// comparisonGroup is three or more units with something in common.
type comparisonGroup struct {
	By         string             `json:"by"` // country, cluster or kind
	Name       string             `json:"name"`
	Units      []string           `json:"units"`
	Dimensions []comparisonSpread `json:"dimensions"` // in the order of dimensions above; empty with fewer than three levels
}

func comparisonFileOf(in ComparisonInput) comparisonFile {
	b := newComparisonBuilder(in)
	c := b.c
	f := comparisonFile{Format: ComparisonFormat, Program: in.Program, Kind: clean(string(c.Kind)), Anonymous: c.Anonymous, OrderedBy: c.Ordered,
		Questionnaire: comparisonReference{clean(c.Questionnaire.ID), ids(b.versions()), clean(c.Title)}, Caveats: []string{}, LeftOut: []comparisonLeftOut{},
		Statements: []comparisonStatement{}, SharedGaps: []string{}, Uneven: []string{}, Pairs: []comparisonPair{}, Groups: []comparisonGroup{}}
	for _, l := range c.Scale {
		f.Scale = append(f.Scale, scoresLevel{int(l.Level), clean(l.Name)})
	}
	for _, t := range b.caveats() {
		f.Caveats = append(f.Caveats, clean(t.String()))
	}
	for _, l := range c.LeftOut {
		f.LeftOut = append(f.LeftOut, comparisonLeftOut{clean(l.File), clean(l.Name), clean(LeftOutWords(l))})
	}
	if s := c.Subset; s != nil {
		f.Subset = &comparisonSubset{s.Common, s.LeftOut, len(s.Changed)}
	}
	for _, d := range c.Dimensions {
		f.Dimensions = append(f.Dimensions, comparisonDimension{clean(string(d.ID)), clean(d.Title), spreadFigures(&d.Spread)})
	}
	for i := range c.Units {
		f.Units = append(f.Units, b.unitFigures(&c.Units[i]))
	}
	for i := range c.Statements {
		s := &c.Statements[i]
		f.Statements = append(f.Statements, comparisonStatement{clean(string(s.ID)), clean(string(s.Dimension)), clean(s.Text), s.Asked, s.Counts, s.Below, spreadFigures(&s.Spread)})
	}
	for _, s := range c.SharedGaps(topStatements) {
		f.SharedGaps = append(f.SharedGaps, clean(string(s.ID)))
	}
	for _, s := range c.Uneven(topStatements) {
		f.Uneven = append(f.Uneven, clean(string(s.ID)))
	}
	b.pairFigures(&f)
	for i := range c.Groups {
		f.Groups = append(f.Groups, b.groupFigures(&c.Groups[i]))
	}
	return f
}

func spreadFigures(s *assessment.Spread) comparisonSpread {
	return comparisonSpread{s.N, figure(s.Least), figure(s.Q1), figure(s.Median), figure(s.Q3), figure(s.Most)}
}

func (b *comparisonBuilder) unitFigures(u *assessment.ComparedUnit) comparisonUnit {
	out := comparisonUnit{Name: clean(u.Label), File: clean(b.files.of(u.File)), Digest: u.Digest, Country: clean(u.Subject.Country), Cluster: clean(u.Subject.Cluster),
		Session: scoresSession{string(u.Session.Type), clean(u.Session.Round), u.Session.Date}, Version: clean(u.Questionnaire.Version), State: string(u.State),
		Included: u.Insisted != nil, Counts: countsOf(&u.All), Overall: figure(u.Overall.Level)}
	scale := &assessment.Assessment{Asked: assessment.Snapshot{Scale: b.c.Scale}}
	for d := range u.Dimensions {
		s := &u.Dimensions[d]
		level := comparisonLevel{Dimension: clean(string(s.ID)), Score: scoreFigures(scale, &s.Score, s.Shown())}
		if u.Shown(d) {
			level.Target, level.Gap = figure(s.Target.Mean), figure(s.Target.Gap)
		}
		out.Dimensions = append(out.Dimensions, level)
	}
	return out
}

func (b *comparisonBuilder) pairFigures(f *comparisonFile) {
	p := b.c.Pairing
	if p == nil {
		return
	}
	f.PairsExact = p.Exact
	for _, g := range p.Groups {
		pair := comparisonPair{Value: *figure(g.Value), Offers: []comparisonOffer{}}
		for _, from := range g.Members {
			pair.Units = append(pair.Units, clean(b.c.Units[from].Label))
			for _, to := range g.Members {
				if from != to {
					pair.Offers = append(pair.Offers, b.offerFigures(from, to)...)
				}
			}
		}
		f.Pairs = append(f.Pairs, pair)
	}
}

func (b *comparisonBuilder) offerFigures(from, to int) []comparisonOffer {
	var out []comparisonOffer
	for _, o := range b.c.Offers(from, to) {
		offer := comparisonOffer{clean(b.c.Units[from].Label), clean(b.c.Units[to].Label), clean(string(o.Dimension)), *figure(o.Size), []string{}}
		for _, t := range b.c.Topics(from, to, o.Dimension) {
			offer.Statements = append(offer.Statements, clean(string(t.Statement)))
		}
		out = append(out, offer)
	}
	return out
}

func (b *comparisonBuilder) groupFigures(g *assessment.UnitGroup) comparisonGroup {
	out := comparisonGroup{By: [...]string{"country", "cluster", "kind"}[g.Field], Name: clean(g.Name)}
	for _, i := range g.Units {
		out.Units = append(out.Units, clean(b.c.Units[i].Label))
	}
	for d := range g.Dimensions {
		s := &g.Dimensions[d]
		if s.N < assessment.GroupFrom {
			s = &assessment.Spread{N: s.N}
		}
		out.Dimensions = append(out.Dimensions, spreadFigures(s))
	}
	return out
}

// comparisonColumns are the columns of the long form. Of a dimension, answer is
// empty and the figures of its score follow; of a statement, answer is a level,
// dk for don't know, na for not applicable, or empty.
var comparisonColumns = []string{
	"unit", "country", "cluster", "date", "round", "included_on_request", // of the unit
	"what", "dimension", "statement", // dimension, overall or statement
	"answer", "level", "exact", "status", "answered", "applicable", "target", "gap",
	"level_over", // all statements, or the common statements of several versions
}

func writeComparisonRows(w io.Writer, comma rune, c *assessment.Comparison) error {
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = comma, true
	if err := out.Write(comparisonColumns); err != nil {
		return err
	}
	for i := range c.Units {
		for _, row := range unitRows(c, &c.Units[i]) {
			for j := range row {
				row[j] = spreadsheetText(clean(row[j]))
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func unitRows(c *assessment.Comparison, u *assessment.ComparedUnit) [][]string {
	var rows [][]string
	add := func(cells ...string) {
		head := []string{u.Label, u.Subject.Country, u.Subject.Cluster, u.Session.Date, u.Session.Round, yesWord(u.Insisted != nil)}
		rows = append(rows, append(head, cells...))
	}
	over := "all statements"
	if c.Subset != nil && !u.Foreign {
		over = "common statements"
	}
	for d := range u.Dimensions {
		s := &u.Dimensions[d]
		status := s.Status.String()
		if s.Asked == 0 {
			status = ovNotAskedStatus
		}
		level, exact, target, gap := "", "", "", ""
		if u.Shown(d) {
			level, exact, target, gap = s.LevelShown().String(), s.Level.RatString(), tenths(s.Target.Mean), tenths(s.Target.Gap)
		}
		add("dimension", string(s.ID), "", "", level, exact, status, strconv.Itoa(s.Answered), strconv.Itoa(s.Applicable), target, gap, over)
	}
	level, exact := "", ""
	if u.Overall.Shown() {
		level, exact = u.Overall.LevelShown().String(), u.Overall.Level.RatString()
	}
	add("overall", "", "", "", level, exact, u.Overall.Status.String(), "", "", "", "", over)
	for i := range c.Statements {
		s := &c.Statements[i]
		if u.Targets[i] == 0 {
			continue // not asked
		}
		choice, gap := u.Answers[i], ""
		if l, ok := choice.Level(); ok {
			gap = strconv.Itoa(max(0, int(u.Targets[i]-l)))
		}
		add("statement", string(s.Dimension), string(s.ID), choice.String(), "", "", statusWord(choice), "", "", strconv.Itoa(int(u.Targets[i])), gap, "")
	}
	return rows
}

// SpreadsheetText returns a text of a user as it is safe in a table that a
// spreadsheet opens.
func SpreadsheetText(s string) string { return spreadsheetText(clean(s)) }
