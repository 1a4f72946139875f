package reports

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
	"dgca/reports/document"
)

func said(t *testing.T, d document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteText(&b, d, TextOptions{Width: 160}); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func wallInput(t *testing.T) WallInput {
	t.Helper()
	room := &workshop.Workshop{ID: "w1", Title: "Trial workshop", Date: "2026-11-23",
		Units:        []workshop.Unit{{ID: "a", Name: "Unit A", Country: "Alandia"}, {ID: "b", Name: "Unit B", Country: "Borealia"}},
		Participants: []workshop.Participant{{Alias: "PX1", Unit: "a"}, {Alias: "PX2", Unit: "b"}}}
	w := &workshop.Wall{Format: workshop.WallFormat}
	for _, c := range []workshop.Challenge{
		{By: "PX1", Kind: workshop.Personal, Text: "Too little time", Themes: []workshop.ThemeID{"skills"}},
		{By: "PX2", Kind: workshop.Institutional, Text: "=HYPERLINK(1)", Anonymous: true, Themes: []workshop.ThemeID{"skills", "power"}},
		{By: "PX2", Kind: workshop.Institutional, Text: "Old law"},
	} {
		if _, err := w.Put(room, c); err != nil {
			t.Fatal(err)
		}
	}
	w.PersonRound = []workshop.Handout{{To: "PX2", Challenge: "C1", Solution: "A course of one hour"}, {To: "PX1", Challenge: "C2", OwnCountry: true}}
	w.TeamRound = []workshop.Handout{{To: "Borealia", Challenge: "C1", Solution: "A trainer for both"}}
	w.Challenges[2].Dots = 2
	w.Improvements = []workshop.Improvement{{ID: "A1", Dimension: "legal", Text: "A law on data", Named: 2, Dots: 1, Statements: []assessment.StatementID{"LEG-08"}},
		{ID: "A2", Dimension: "legal", Text: "Model contracts", Dots: 3}, {ID: "A3", Dimension: "legal", Text: "Contracts for all", Dots: 1, SameAs: "A2"}}
	w.Ideas = []workshop.Idea{{Text: "Visits", Theme: "study trips"}, {Text: "A library"}}
	w.WaysForward = []workshop.WayForward{{Team: "Alandia", Challenge: "Late budget", Way: "Ask early"}}
	w.Support = []workshop.Support{{Team: "Alandia", Area: "Smart cities"}, {Team: "Borealia", Area: "Smart cities"}}
	return WallInput{Workshop: room, Wall: w, Questionnaire: questionnaires.BuiltIn(), Team: func(name string) string { return name }, Program: "dgca"}
}

func TestWall(t *testing.T) {
	in := wallInput(t)
	text := said(t, Wall(in))
	for _, want := range []string{
		"Challenges 3 Solutions 2",
		"Supply of skills and demand for them 2 PWD-03, PWD-12", "Power supply 1 TEC-01", "Without a theme yet: 1.",
		"C1. Too little time A course of one hour PWD-03,", "By another participant", "By the team of Borealia",
		"Without a solution yet: 2 - C3. Old law (2 dots) - C2. =HYPERLINK(1)",
		"Legal A2. Model contracts 4 0 With A3: Contracts for all A1. A law on data 1 2 LEG-08",
		"because no other was left: 1.",
		"study trips 1", "Ideas without a theme: 1.",
		"Alandia Late budget Ask early",
		"Smart cities 2 Alandia, Borealia",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in:\n%s", want, text)
		}
	}
	if strings.Contains(text, "PX") {
		t.Error("the paper names who wrote a note")
	}
	in.Team = func(string) string { return "Unit Q" }
	if text := said(t, Wall(in)); strings.Contains(text, "Alandia") || strings.Contains(text, "Borealia") {
		t.Errorf("a country is named in spite of letters:\n%s", text)
	}
	in.Redact = true
	text = said(t, Wall(in))
	for _, words := range []string{"time", "course", "Visits", "library", "Late", "Unit Q", "contracts", "law on"} {
		if strings.Contains(text, words) {
			t.Errorf("%q is not taken out of:\n%s", words, text)
		}
	}
	if !strings.Contains(text, "Legal 2 5") {
		t.Errorf("the dots are taken out of:\n%s", text)
	}
	if !strings.Contains(text, "Smart cities 2") {
		t.Error("the counts are taken out")
	}
	in.Wall = &workshop.Wall{}
	if text := said(t, Wall(in)); !strings.Contains(text, "Nothing hangs on the wall yet.") {
		t.Errorf("an empty wall: %s", text)
	}
}

// One row for each solution, one for a challenge without any; a text that a
// spreadsheet would take for a formula is made harmless.
func TestWallTable(t *testing.T) {
	var b bytes.Buffer
	if err := WriteWallTable(&b, "csv", wallInput(t)); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%v, %v", rows, err)
	}
	if got := fmt.Sprint(rows[1], rows[2], rows[4]); got != "[C3 institutional   Old law   2] [C1 personal skills PWD-03, PWD-12 Too little time 2 A course of one hour 0] [C2 institutional skills, power PWD-03, PWD-12, TEC-01 '=HYPERLINK(1)   0]" {
		t.Error(got)
	}
}

// The paper for voting has every note by its id, and says what to do without
// any.
func TestBallot(t *testing.T) {
	in := wallInput(t)
	text := said(t, Ballot(in))
	for _, want := range []string{"Legal", "A2 Model contracts", "A1 A law on data"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Contracts for all") {
		t.Error("a note that was merged into another one is voted on")
	}
	in.Wall = &workshop.Wall{}
	if text := said(t, Ballot(in)); !strings.Contains(text, "There is no area of improvement on the wall yet.") {
		t.Errorf("without notes: %s", text)
	}
}

// The actions that a unit takes from the wall: solutions for its own challenges,
// and its ways forward; what the plan has already is not proposed again.
func TestWallProposals(t *testing.T) {
	in := wallInput(t)
	q := questionnaires.BuiltIn()
	a, err := assessment.New(q, assessment.Subject{Name: "Unit A", Kind: questionnaires.Institution}, assessment.SessionInfo{Type: assessment.Group},
		assessment.Scope{Kind: assessment.Quick})
	if err != nil {
		t.Fatal(err)
	}
	asked := a.Asked.Statement("PWD-12") != nil
	got := in.Wall.Proposals(in.Workshop, "Alandia", a)
	var what []string
	for _, x := range got {
		what = append(what, x.What)
		for _, id := range x.Serves {
			if a.Asked.Statement(id) == nil {
				t.Errorf("%s was not asked", id)
			}
		}
	}
	if strings.Join(what, "; ") != "A course of one hour; A trainer for both; Ask early" {
		t.Errorf("%v (PWD-12 asked: %v)", what, asked)
	}
	a.Plan.Actions = []assessment.Action{{ID: "A1", What: "ask EARLY"}}
	if again := in.Wall.Proposals(in.Workshop, "Alandia", a); len(again) != 2 {
		t.Errorf("proposed again: %v", again)
	}
	if other := in.Wall.Proposals(in.Workshop, "Borealia", a); len(other) != 0 {
		t.Errorf("of another country: %v", other)
	}
}

// The published counts of the workshop of 2022 as they stand on the page, and
// no mean beside them.
func TestFeedback(t *testing.T) {
	f := workshop.UsualFeedback()
	var forms []workshop.FeedbackAnswer
	for i := range 8 {
		a := workshop.FeedbackAnswer{Format: workshop.FeedbackAnswerFormat}
		set := func(id workshop.QuestionID, steps string) {
			if err := f.Set(&a, id, steps[i:i+1]); err != nil {
				t.Fatal(err)
			}
		}
		set("Q1", "11222222")
		set("Q2", "33444555")
		set("Q6", "11112234")
		if i < 6 {
			_ = f.Set(&a, "Q5", fmt.Sprintf("takeaway %d", i))
		}
		forms = append(forms, a)
	}
	in := FeedbackInput{Workshop: &workshop.Workshop{ID: "w1", Title: "Trial", Date: "2026-11-23"}, Title: f.Title, Summary: f.Summarize(forms), Program: "dgca"}
	text := said(t, Feedback(in))
	for _, want := range []string{
		"2 (25 %) 6 (75 %) 0 (0 %) 0 (0 %) 0 (0 %) 8 of 8",
		"0 (0 %) 0 (0 %) 2 (25 %) 3 (38 %) 3 (38 %) 8 of 8",
		"4 (50 %) 2 (25 %) 1 (13 %) 1 (13 %) 0 (0 %) 8 of 8",
		"0 0 0 0 0 0 of 8", "Answered: 6 of 8.", "takeaway 5", "Forms filled in 8", "1: not useful. 5: very useful.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in:\n%s", want, text)
		}
	}
	for _, word := range []string{"average", "1.8", "4.1"} { // the means of Q1 and Q2 would be 1.8 and 4.1
		if strings.Contains(text, word) {
			t.Errorf("a mean is said: %s", word)
		}
	}
	in.Remarks = []workshop.QuestionRemarks{{Dimension: "legal", Texts: []string{"LEG-03 is hard to understand"}, Named: 3}, {Dimension: "strategy", Named: 2, Hidden: true}}
	in.Titles = map[assessment.DimensionID]string{"legal": "Legal", "strategy": "Strategy"}
	if text := said(t, Feedback(in)); !strings.Contains(text, "Legal Sheets with a remark: 3. - LEG-03 is hard to understand Strategy Sheets with a remark: 2. Remarks of fewer than three people are not shown.") {
		t.Errorf("remarks on the statements:\n%s", text)
	}
	in.Redact = true
	if text := said(t, Feedback(in)); strings.Contains(text, "takeaway") || strings.Contains(text, "hard to") {
		t.Error("what people wrote is not taken out")
	}
	in.Redact, in.Summary = false, f.Summarize(nil)
	if text := said(t, Feedback(in)); !strings.Contains(text, "No form is filled in yet.") {
		t.Errorf("no form: %s", text)
	}
	var b bytes.Buffer
	in.Summary = f.Summarize(forms)
	if err := WriteFeedbackTable(&b, "csv-semicolon", in); err != nil || !strings.HasPrefix(b.String(), "\uFEFFquestion;kind;") || !strings.Contains(b.String(), ";very satisfied;2;25;8;8") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestFeedbackForm(t *testing.T) {
	var b bytes.Buffer
	err := WriteFeedbackForm(&b, FeedbackFormInput{Workshop: &workshop.Workshop{Title: "Trial"}, Questions: workshop.UsualFeedback(), Program: "dgca"})
	if err != nil || !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) {
		t.Error(err)
	}
}
