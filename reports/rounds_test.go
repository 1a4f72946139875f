package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
)

// roundsSample is one unit over three rounds, in the second of which Strategy
// was left half done, and another one over two.
func roundsSample(t testing.TB) RoundsInput {
	t.Helper()
	var results []assessment.RoundResult
	add := func(name, date string, dims ...string) *assessment.Assessment {
		a := sample(t, 5, dims...).Assessment
		a.Subject.Name, a.Session.Date, a.Session.Round = name, date, ""
		file := fmt.Sprintf("%s-%s.yaml", name, date)
		results = append(results, assessment.RoundResult{File: file, Digest: file, Assessment: a})
		return a
	}
	first := add("Works", "2024-01-01", "1 2 2 3 4", "2 2 2 2")
	first.Plan.Actions = []assessment.Action{{ID: "A1", What: "Write the strategy", Status: assessment.Done, Serves: []assessment.StatementID{"LEA-01"},
		History: []assessment.StatusChange{{Date: "2024-05-01", Status: assessment.Done}}}}
	add("Works", "2025-01-01", "2 3 3 3 4", "4 - - -")
	add("Works", "2026-01-01", "3 3 4 3 3", "2 2 2 2")
	add("Roads", "2025-01-01", "4 4 4", "1 1 1")
	add("Roads", "2026-01-01", "3 3 3", "1 1 dk")
	add("Alone", "2026-01-01", "3 3 3")
	series, out := assessment.RoundsOf(results)
	return RoundsInput{Series: series, LeftOut: out, Created: sample(t, 5, workedExample).Created, Program: "dgca test"}
}

func TestRoundsReport(t *testing.T) {
	in := roundsSample(t)
	one := in
	one.Series = in.Series[1:]
	for _, in := range []RoundsInput{in, one} {
		d := Rounds(in)
		text := checkDocument(t, d)
		for _, want := range []string{"No clear change: Leadership, Strategy.", "LEA-01 (from 1 to 3)", "LEA-05 (from 4 to 3)", "Write the strategy",
			"the unit has no other round", "not enough answers"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not there", want)
			}
		}
		for _, format := range Formats {
			if len(print(t, format, d)) == 0 {
				t.Error(format)
			}
		}
		render(t, d, 80)
	}
	// Roads: 4 4 4 to 3 3 3.
	if text := checkDocument(t, Rounds(in)); !strings.Contains(text, "Clear change downwards: Leadership.") {
		t.Error("the fall is not said")
	}
}

// Level of Works in Leadership: common 12/5, 3, 16/5; Strategy: missing in 2025.
func TestRoundsData(t *testing.T) {
	in := roundsSample(t)
	var b bytes.Buffer
	if err := WriteRounds(&b, "json", in); err != nil {
		t.Fatal(err)
	}
	var f roundsFile
	if err := json.Unmarshal(b.Bytes(), &f); err != nil {
		t.Fatal(err)
	}
	works := f.Units[1]
	lea, str := works.Dimensions[0], works.Dimensions[1]
	if lea.Common[0].Exact != "12/5" || lea.Common[1].Exact != "3" || lea.Common[2].Exact != "16/5" || lea.Change.Shown != "0.8" || lea.Up != 3 || lea.Down != 1 || lea.Clear {
		t.Errorf("%+v", lea)
	}
	if str.Common[1] != nil || str.Own[1].Level != nil || str.Common[0].Exact != "2" || str.Compare != 4 {
		t.Errorf("%+v", str)
	}
	if len(works.Done) != 1 || works.Done[0].Statements[0] != (roundsMoved{"LEA-01", 1, 2}) || works.Done[0].After != "2024-01-01" {
		t.Errorf("%+v", works.Done)
	}
	b.Reset()
	if err := WriteRounds(&b, "csv", in); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, r := range rows {
		if r[0] == "Works" && r[2] == "2025-01-01" && r[4] == "dimension" && r[5] == "strategy" {
			found = true
			if r[8] != "" || r[9] != "" || r[10] != "not enough answers" {
				t.Error(r)
			}
		}
	}
	if !found {
		t.Error("no row for the missing round")
	}
	if err := WriteRounds(&b, "docx", in); err == nil {
		t.Error("no error")
	}
}

// With very many units there is one table of slopes, and no section for each.
func TestRoundsOfManyUnits(t *testing.T) {
	var results []assessment.RoundResult
	for i := range mostUnitSections + 1 {
		for _, date := range []string{"2025-01-01", "2026-01-01"} {
			a := sample(t, 5, "2 3 3", "1 2 2").Assessment
			a.Subject.Name, a.Session.Date = fmt.Sprintf("Unit %03d", i), date
			name := fmt.Sprintf("%d-%s.yaml", i, date)
			results = append(results, assessment.RoundResult{File: name, Digest: name, Assessment: a})
		}
	}
	in := RoundsInput{Created: sample(t, 5, workedExample).Created, Program: "dgca test"}
	in.Series, in.LeftOut = assessment.RoundsOf(results)
	d := Rounds(in)
	if text := checkDocument(t, d); len(d.Sections) != 3 || !strings.Contains(text, "With more than 100 units") {
		t.Errorf("%d sections", len(d.Sections))
	}
	in.Series = in.Series[1:]
	if d := Rounds(in); len(d.Sections) != 3+mostUnitSections {
		t.Errorf("%d sections", len(d.Sections))
	}
}
