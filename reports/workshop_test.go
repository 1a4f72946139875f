package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
	"dgca/reports/document"
)

// hall is a workshop about one ministry in the quick scope.
func hall() *workshop.Workshop {
	q := questionnaires.BuiltIn()
	return &workshop.Workshop{Format: workshop.Format, ID: "0a1b2c3d", Title: "Round 1", Date: "2026-11-23", Place: "Hall 2", Facilitator: "Amina Example",
		Questionnaire: assessment.Reference{ID: q.ID, Version: q.Version, Digest: q.Digest()}, Scope: assessment.Scope{Kind: assessment.Quick},
		Units:  []workshop.Unit{{ID: "m", Name: "Ministry of Trials", Kind: questionnaires.Institution}, {ID: "r", Name: "City of Rim", Kind: questionnaires.Local}},
		Groups: []workshop.Group{{ID: "G1", Dimensions: []assessment.DimensionID{"leadership"}, Message: "Laws first"}, {ID: "G2"}},
		Participants: []workshop.Participant{{Alias: "P01", Unit: "m", Group: "G1", Kind: "managers"}, {Alias: "P02", Unit: "m", Group: "G2", Kind: "staff"},
			{Alias: "P03", Unit: "r", Group: "G1"}}}
}

// sheetOf is a sheet with one answer after the other to the statements, from the
// start again when they end.
func sheetOf(t testing.TB, w *workshop.Workshop, a workshop.Alias, answers ...assessment.Choice) *assessment.Assessment {
	t.Helper()
	s, err := w.NewSheet(questionnaires.BuiltIn(), &workshop.Owner{Alias: a, Unit: "m"})
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for st := range s.Asked.Statements() {
		ans := assessment.Answer{Statement: st.ID, Choice: answers[i%len(answers)]}
		if ans.Choice == assessment.NotApplicable {
			ans.Reason = "not ours"
		}
		s.SetAnswer(ans)
		i++
	}
	return s
}

func spreadOf(t testing.TB, w *workshop.Workshop, sheets ...[]assessment.Choice) *workshop.Spread {
	t.Helper()
	asked := assessment.Take(questionnaires.BuiltIn(), questionnaires.Institution, w.Scope)
	tally := workshop.NewTally(w.Units[0], &asked)
	for i, answers := range sheets {
		tally.Add(sheetOf(t, w, workshop.Alias(fmt.Sprintf("SECRET%02d", i)), answers...), []string{"managers", "staff"}[i%2])
	}
	return tally.Spread()
}

func spreadInput(w *workshop.Workshop, s *workshop.Spread) SpreadInput {
	return SpreadInput{Workshop: w, Unit: w.Units[0].Name, Spread: s.ForPaper(), Scale: assessment.ScaleOf(questionnaires.BuiltIn()), Minutes: 25,
		Created: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), Program: "dgca test"}
}

// words prints a document as text on one line.
func words(t testing.TB, d document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteText(&b, d, TextOptions{Width: 200}); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestSpreadPaper(t *testing.T) {
	w := hall()
	// Statement by statement: 1 5 2 5 3 is divided, 3 3 3 3 3 is consensus.
	in := spreadInput(w, spreadOf(t, w, []assessment.Choice{1, 3}, []assessment.Choice{5, 3}, []assessment.Choice{2, 3}, []assessment.Choice{5, 3}, []assessment.Choice{3, 3}))
	text := words(t, Spread(in))
	for _, want := range []string{"Where answers differ: agenda of the second pass", "To discuss: 12 of 24 statements, in 25 minutes.", "1 2 3 5 5 3.0 2",
		"Consensus; take the median together, unless somebody objects: LEA-04", "Answers of fewer than three people are not shown.", "Sheets 5", "Hall 2"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "SECRET") {
		t.Error("an alias is in the paper")
	}
	in.Redact = true
	if text := words(t, Spread(in)); strings.Contains(text, "Amina") || strings.Contains(text, "Hall 2") {
		t.Error("place and facilitator are in a redacted paper")
	}
}

// With one, two and a thousand sheets, in every format.
func TestSpreadSizes(t *testing.T) {
	w := hall()
	for _, n := range []int{0, 1, 2, 3, 1000} {
		var sheets [][]assessment.Choice
		for i := range n {
			sheets = append(sheets, []assessment.Choice{assessment.Choice(i%5 + 1), assessment.Unknown, assessment.NotApplicable, 3})
		}
		s := spreadOf(t, w, sheets...)
		room := spreadInput(w, s)
		room.Room, room.Spread = true, s
		for _, in := range []SpreadInput{spreadInput(w, s), room} {
			for _, format := range Formats {
				var b bytes.Buffer
				if err := Write(&b, format, Spread(in)); err != nil || b.Len() < 500 {
					t.Errorf("%d sheets as %s: %v", n, format, err)
				}
			}
			text := words(t, Spread(in))
			if n > 0 && n < 3 && strings.Contains(text, "median 1.0") != in.Room && strings.Contains(text, "median 1.5") != in.Room {
				t.Errorf("%d sheets, room %v:\n%s", n, in.Room, text)
			}
			if hidden := n < 3 && !in.Room; n > 0 && strings.Contains(text, "To find out: no answer with a level") == hidden {
				t.Errorf("%d sheets, room %v: what nobody answered is listed or not:\n%s", n, in.Room, text)
			}
		}
	}
}

func TestSpreadData(t *testing.T) {
	w := hall()
	w.Units[0].Name = "=Ministry"
	in := spreadInput(w, spreadOf(t, w, []assessment.Choice{1, 3}, []assessment.Choice{2, 3}, []assessment.Choice{2, 3}, []assessment.Choice{5, assessment.Unknown}))
	in.Unit = w.Units[0].Name
	for format, comma := range map[string]rune{"csv": ',', "csv-semicolon": ';'} {
		var b bytes.Buffer
		if err := WriteSpread(&b, format, in); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF")))
		r.Comma = comma
		rows, err := r.ReadAll()
		if err != nil || len(rows) != 25 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		// 1 2 2 5: median 2, quartiles 1 + 0.75 = 1.75 and 2 + 0.25*3 = 2.75. Two
		// managers and two staff: no kind is shown.
		got := strings.Join(rows[1], "|")
		if !strings.HasPrefix(got, "'=Ministry|LEA-01|leadership|") || !strings.HasSuffix(got, "|1|2|discuss|4|4|2|1.75|2.75|1|5|1|2|0|0|1|0|0|0") {
			t.Errorf("the first row: %s", got)
		}
	}
	var b bytes.Buffer
	if err := WriteSpread(&b, "json", in); err != nil {
		t.Fatal(err)
	}
	var f spreadFile
	if err := json.Unmarshal(b.Bytes(), &f); err != nil {
		t.Fatal(err)
	}
	if s := f.Units[0].Statements; len(s) != 24 || s[0].Median != "2" || s[0].UpperQuartile != "2.75" || s[1].Conclusion != "consensus" || *s[1].Unknown != 1 || f.Format != SpreadFormat {
		t.Errorf("the first statements: %+v", s[:2])
	}
	if err := WriteSpread(&b, "xml"); err == nil {
		t.Error("an unknown format")
	}
}

// A hidden statement gives nothing away, in data and on paper: not the sheets less
// the don't knows either. The second statement has two answers and two don't
// knows.
func TestHiddenData(t *testing.T) {
	w := hall()
	dk, na := assessment.Unknown, assessment.NotApplicable
	in := spreadInput(w, spreadOf(t, w, []assessment.Choice{3, 1}, []assessment.Choice{3, 5}, []assessment.Choice{3, dk}, []assessment.Choice{3, na}))
	var b bytes.Buffer
	for _, format := range SpreadFormats {
		b.Reset()
		if err := WriteSpread(&b, format, in); err != nil {
			t.Fatal(err)
		}
		hidden := map[string]string{"json": `"statement": "LEA-04",`, "csv": "LEA-04,", "csv-semicolon": "LEA-04;"}[format]
		_, row, _ := strings.Cut(b.String(), hidden)
		end := map[string]string{"json": "}", "csv": "\r\n", "csv-semicolon": "\r\n"}[format]
		row, _, _ = strings.Cut(row, end)
		for _, told := range []string{"dont_know\": 1", "not_applicable\": 1", "n\": 2", ",1,1,", ";1;1;"} {
			if strings.Contains(row, told) {
				t.Errorf("%s tells %s: %s", format, told, row)
			}
		}
	}
	text := words(t, Spread(in))
	if !strings.Contains(text, "LEA-04 Our institution makes sure that its senior leaders can fewer than three too few") || strings.Contains(text, "don't know 1") || strings.Contains(text, "n/a 1") {
		t.Errorf("the paper tells what is hidden:\n%s", text)
	}
	in = spreadInput(w, spreadOf(t, w, []assessment.Choice{1}, []assessment.Choice{5}))
	b.Reset()
	if err := WriteSpread(&b, "json", in); err != nil {
		t.Fatal(err)
	}
	var f spreadFile
	if err := json.Unmarshal(b.Bytes(), &f); err != nil {
		t.Fatal(err)
	}
	s := f.Units[0].Statements[0]
	if !s.Hidden || s.N != nil || !strings.Contains(b.String(), `"n": null`) || s.Sheets != 2 || s.Levels != nil || s.Median != "" || s.Min != 0 || len(s.Kinds) != 0 {
		t.Errorf("%+v", s)
	}
}

func plenaryOf(t testing.TB, w *workshop.Workshop) PlenaryInput {
	t.Helper()
	in := PlenaryInput{Workshop: w, Scale: assessment.ScaleOf(questionnaires.BuiltIn()), Created: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), Program: "dgca test",
		Notes: map[workshop.GroupID][]assessment.Note{"G1": {{Dimension: "leadership", Improvements: []string{"Name the owners"}, Case: &assessment.Case{Title: "One page", Result: "Faster"}}}}}
	for _, d := range questionnaires.BuiltIn().Dimensions {
		in.Dimensions = append(in.Dimensions, PlenaryDimension{d.ID, d.Title})
	}
	spread := spreadOf(t, w, []assessment.Choice{1, 3}, []assessment.Choice{5, 3}, []assessment.Choice{2, 3}).ForPaper()
	agreed := sheetOf(t, w, "", 2, 3)
	agreed.State = assessment.Agreed
	in.Units = []PlenaryUnit{{ID: "r", Name: "City of Rim", Spread: spreadOf(t, w).ForPaper()}, {ID: "m", Name: "Ministry of Trials", Spread: spread, Agreed: agreed}}
	return in
}

func TestPlenary(t *testing.T) {
	w := hall()
	in := plenaryOf(t, w)
	// Leadership asks four statements, answered 2 3 2 3: level 2.5. Two of them
	// are divided.
	text := words(t, PlenaryPage(in, "G1"))
	for _, want := range []string{"Group 1", "Our one message", "Laws first", "Ministry of Trials 2.5 2 of 4", "City of Rim - too few", "Name the owners", "One page: Faster"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Strategy") {
		t.Error("the page of a group has a dimension of another")
	}
	all := words(t, PlenaryWall(in))
	for _, want := range []string{"All groups", "Group 1: Laws first", "Name the owners", "Ministry of Trials 2.5 2.5"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	in.Alias = true
	if text := words(t, PlenaryPage(in, "G1")); strings.Contains(text, "One page") {
		t.Error("a case tells which unit it is")
	}
	in.Redact = true
	if text := words(t, PlenaryPage(in, "G1")) + words(t, PlenaryWall(in)); strings.Contains(text, "Laws first") || strings.Contains(text, "Name the owners") {
		t.Error("words of people are in a redacted page")
	}
	w.Groups = nil
	if ids := PlenaryGroups(w); !slices.Equal(ids, []workshop.GroupID{""}) {
		t.Errorf("a room without groups reports as %v", ids)
	}
	if text := words(t, PlenaryPage(plenaryOf(t, w), "")); !strings.Contains(text, "All groups") {
		t.Error(text)
	}
}

// A page for the plenary is one page, whatever people write, up to what no type
// could hold.
func TestPlenaryIsOnePage(t *testing.T) {
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("pdfinfo is not there")
	}
	w := hall()
	for _, message := range []string{"Short", strings.Repeat("A message that does not want to end. ", 8), strings.Repeat("x", 200)} {
		w.Groups[0].Message = message
		w.Groups[0].Improvements = slices.Repeat([]string{message}, 3)
		for _, d := range []document.Document{PlenaryPage(plenaryOf(t, w), "G1"), PlenaryWall(plenaryOf(t, w))} {
			var b bytes.Buffer
			if err := WritePDF(&b, d); err != nil {
				t.Fatal(err)
			}
			info := exec.Command("pdfinfo", "-")
			info.Stdin = &b
			out, err := info.Output()
			if err != nil || !strings.Contains(strings.Join(strings.Fields(string(out)), " "), "Pages: 1 ") {
				t.Errorf("%q: %v\n%s", message, err, out)
			}
		}
	}
}

func BenchmarkSpreadPDF(b *testing.B) {
	w := hall()
	var sheets [][]assessment.Choice
	for i := range 60 {
		sheets = append(sheets, []assessment.Choice{assessment.Choice(i%5 + 1), 3, assessment.Choice(i%3 + 2)})
	}
	in := spreadInput(w, spreadOf(b, w, sheets...))
	b.ReportAllocs()
	for b.Loop() {
		if err := WritePDF(&bytes.Buffer{}, Spread(in)); err != nil {
			b.Fatal(err)
		}
	}
}

// Everybody and every sheet is in the list, whatever happened to it.
func TestDelivered(t *testing.T) {
	w := hall()
	w.Participants[2].Absent = true
	w.Participants = append(w.Participants, workshop.Participant{Alias: "P04", Unit: "r"}, workshop.Participant{Alias: "P05", Unit: "r"})
	in := DeliveryInput{Workshop: w, Register: &workshop.Register{Sheets: []workshop.Filed{{Owner: "P01", File: "P01.yaml"}, {Owner: "P02", File: "P02.yaml"},
		{Owner: "P99", File: "P99.yaml"}, {Owner: "G1-m", File: "G1-m.yaml"}}},
		Sheets: map[workshop.Alias]SheetState{"P01": {Progress: "24 of 24", Changed: true}, "P02": {Damaged: true}, "P04": {Begun: true, Progress: "3 of 24"}}}
	text := words(t, Delivered(in))
	for _, want := range []string{"Delivered: 3 of 5. Absent: 1.", "P01 Ministry of Trials G1 24 of 24; changed since it was filed", "P02 Ministry of Trials G2 P02.yaml is damaged",
		"P03 City of Rim G1 absent", "P04 City of Rim begun, 3 of 24; not filed yet", "P05 City of Rim not delivered", "G1-m Ministry of Trials G1",
		"P99 - P99.yaml is not counted: nobody in the workshop has this alias"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestWorkshopOverview(t *testing.T) {
	w := hall()
	w.Program, w.Start = workshop.Template(), "09:00"
	agreed := sheetOf(t, w, "", 3)
	in := WorkshopInput{Workshop: w, Dimensions: map[assessment.DimensionID]string{"leadership": "Leadership"}, Delivered: map[workshop.UnitID]int{"m": 2},
		Agreed: map[workshop.UnitID]*assessment.Assessment{"m": agreed}}
	text := words(t, WorkshopOverview(in))
	for _, want := range []string{"09:45 25 Groups talk", "take 90 minutes", "Group 1 G1 Leadership P01, P03", "Group 2 G2 all P02", "Ministry of Trials m 2 2 24 of 24 statements", "City of Rim r 1 0 not begun"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	agreed.State = assessment.Agreed
	if text := words(t, WorkshopOverview(in)); !strings.Contains(text, "agreed, 24 statements") {
		t.Error(text)
	}
}
