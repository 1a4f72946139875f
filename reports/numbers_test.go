package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
)

var markup = regexp.MustCompile(`<[^>]*>|[|*\\]`)

// plainWords is a text without markup and with single blanks, so that the cells of a
// row stand one after the other in every format.
func plainWords(s string) string {
	return strings.Join(strings.Fields(html.UnescapeString(markup.ReplaceAllString(s, " "))), " ")
}

// levelsOf are the levels of a unit as its own report shows them.
func levelsOf(card *assessment.Scorecard) []string {
	var out []string
	for i := range card.Dimensions {
		d := &card.Dimensions[i]
		switch {
		case !d.Shown():
			out = append(out, "too few")
		case d.Status == assessment.Preliminary:
			out = append(out, d.LevelShown().String()+" p")
		default:
			out = append(out, d.LevelShown().String())
		}
	}
	return out
}

// Each output of a comparison has the numbers of each unit's own report, to the
// last digit.
func TestComparisonHasTheNumbersOfTheOwnReports(t *testing.T) {
	all := institutions(t, 9)
	cards := map[string]*assessment.Scorecard{}
	for i, a := range all {
		a.Subject.Name = fmt.Sprintf("U%02d", i)
		if i%3 == 1 { // preliminary, and not enough
			for j := range a.Answers {
				if j%3 == 0 || j < 6 {
					a.Answers[j].Choice = assessment.Unknown
				}
			}
		}
		cards[a.Subject.Name] = a.Score()
	}
	c := comparisonOf(all)
	outputs := comparisonOutputs(t, comparisonInput(t, c))
	var file comparisonFile
	if err := json.Unmarshal([]byte(outputs["json"]), &file); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(outputs["csv"])).ReadAll()
	if err != nil || len(c.Units) != len(all) || len(file.Units) != len(all) {
		t.Fatal(len(c.Units), len(file.Units), err)
	}
	seen := map[string]bool{}
	for _, u := range file.Units {
		card := cards[u.Name]
		levels := levelsOf(card)
		row := u.Name + " " + strings.Join(levels, " ")
		for _, format := range []string{"text", "md", "html", "pdf"} {
			want := row
			if format != "text" { // it has no room for the overall level
				want += " " + tenths(card.Overall.Level)
			}
			if !strings.Contains(plainWords(outputs[format]), want) {
				t.Errorf("%s: no row %q", format, want)
			}
		}
		for d := range card.Dimensions {
			own := &card.Dimensions[d]
			got := u.Dimensions[d].Score
			if own.Shown() != (got.Level != nil) || own.Shown() && got.Level.Exact != own.Level.RatString() {
				t.Errorf("json: %s %s: %+v, its own report has %s", u.Name, own.ID, got.Level, own.Level)
			}
			exact := ""
			if own.Shown() {
				exact = own.Level.RatString()
			}
			if !slices.ContainsFunc(rows, func(r []string) bool {
				return r[0] == u.Name && r[6] == "dimension" && r[7] == string(own.ID) && r[11] == exact && r[12] == own.Status.String()
			}) {
				t.Errorf("csv: %s %s has not %q", u.Name, own.ID, exact)
			}
			seen[own.Status.String()] = true
		}
	}
	for _, status := range []assessment.Status{assessment.Enough, assessment.Preliminary, assessment.NotEnough} {
		if !seen[status.String()] {
			t.Errorf("no dimension is: %s", status)
		}
	}
}

// Levels over some statements alone are labelled as such in every output.
func TestSubsetFiguresAreLabelled(t *testing.T) {
	all := institutions(t, 3)
	for i := range all {
		all[i].Subject.Name = fmt.Sprintf("U%02d", i)
	}
	other := all[2]
	other.Questionnaire.Version, other.Questionnaire.Digest = "2.0.0", strings.Repeat("9", 64)
	other.Asked = *assessmentWithOtherWords(t, other)
	c := comparisonOf(all)
	if c.Subset == nil || len(c.Subset.Changed) == 0 {
		t.Fatal("no level has changed")
	}
	in := comparisonInput(t, c)
	if d := Comparison(in); d.Running.Notice != coMarkSubset {
		t.Error(d.Running.Notice)
	}
	for format, text := range comparisonOutputs(t, in) {
		switch format {
		case "json":
			var f comparisonFile
			if err := json.Unmarshal([]byte(text), &f); err != nil || f.Subset == nil || f.Subset.Changed != len(c.Subset.Changed) {
				t.Error(err, f.Subset)
			}
		case "csv":
			if !strings.Contains(text, ",common statements\r\n") || strings.Contains(text, ",all statements\r\n") {
				t.Error("the table does not say what its levels are over")
			}
		case "text", "md", "html", "pdf":
			if !strings.Contains(plainWords(text), "that were asked in all versions, word for word, are compared") {
				t.Errorf("%s does not say it", format)
			}
		}
	}
}

// assessmentWithOtherWords is what an assessment was asked, with other words in
// its first statement of each dimension.
func assessmentWithOtherWords(t *testing.T, a *assessment.Assessment) *assessment.Snapshot {
	t.Helper()
	asked := a.Clone().Asked
	asked.Dimensions = slices.Clone(asked.Dimensions)
	for d := range asked.Dimensions {
		dim := &asked.Dimensions[d]
		dim.Elements = slices.Clone(dim.Elements)
		el := &dim.Elements[0]
		el.Statements = slices.Clone(el.Statements)
		el.Statements[0].Digest = strings.Repeat("8", 63) + fmt.Sprint(d)
	}
	return &asked
}

// Each output on rounds has the numbers of each round's own report.
func TestRoundsHaveTheNumbersOfTheOwnReports(t *testing.T) {
	in := roundsSample(t)
	var b bytes.Buffer
	if err := WriteRounds(&b, "json", in); err != nil {
		t.Fatal(err)
	}
	var file roundsFile
	if err := json.Unmarshal(b.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	b.Reset()
	if err := WriteRounds(&b, "csv", in); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	d := Rounds(in)
	outputs := map[string]string{"text": render(t, d, 80), "md": string(print(t, "md", d)), "html": string(print(t, "html", d)), "pdf": pdfText(t, print(t, "pdf", d))}
	for n, s := range in.Series {
		for at := range s.Dimensions {
			row := s.Dimensions[at].Title
			for i := range s.Rounds {
				own := &s.Rounds[i].Score().Dimensions[at]
				level, exact := "", ""
				if own.Shown() {
					level, exact = own.LevelShown().String(), own.Level.RatString()
				}
				row += " " + strings.Join(nonEmpty(level, statusUnlessEnough(own.Status), fmt.Sprintf("(%s)", answeredText(&own.Score))), " ")
				if got := file.Units[n].Dimensions[at].Own[i]; own.Shown() != (got.Level != nil) || own.Shown() && got.Level.Exact != exact {
					t.Errorf("json: %s %s: %+v", s.Name, own.ID, got)
				}
				if !slices.ContainsFunc(rows, func(r []string) bool {
					return r[0] == s.Name && r[2] == s.Rounds[i].Session.Date && r[5] == string(own.ID) && r[8] == level && r[10] == own.Status.String()
				}) {
					t.Errorf("csv: %s %s %s has not %q", s.Name, s.Rounds[i].Session.Date, own.ID, level)
				}
			}
			for format, text := range outputs {
				if format != "text" && !strings.Contains(plainWords(text), row) {
					t.Errorf("%s: no row %q", format, row)
				}
			}
		}
	}
}

func statusUnlessEnough(s assessment.Status) string {
	if s == assessment.Enough {
		return ""
	}
	return s.String()
}
