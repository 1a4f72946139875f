package workshop

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
)

func builtIn() *questionnaires.Questionnaire { return questionnaires.BuiltIn() }

// What holds for every number of countries, people and groups: everybody has a
// group, sizes differ by at most one, and people of one country are in as many
// groups as possible. The same seed gives the same groups.
func TestGroupsMixCountries(t *testing.T) {
	for countries := 1; countries <= 8; countries++ {
		for groups := 1; groups <= 7; groups++ {
			people := make([]int, countries)
			for i := range people {
				people[i] = 1 + (i*3+groups)%5
			}
			w, again := hall(people...), hall(people...)
			w.MakeGroups(groups)
			again.MakeGroups(groups)
			least, most := len(w.Participants), 0
			for _, g := range w.Groups {
				n := len(w.Members(g.ID))
				least, most = min(least, n), max(most, n)
			}
			if most-least > 1 {
				t.Errorf("%v in %d groups: sizes from %d to %d", people, groups, least, most)
			}
			for _, u := range w.Units {
				in := map[GroupID]int{}
				for _, p := range w.People(u.ID) {
					in[p.Group]++
				}
				if n := len(w.People(u.ID)); len(in) != min(n, groups) {
					t.Errorf("%v in %d groups: %d people of one country sit in %d groups", people, groups, n, len(in))
				}
			}
			if !slices.Equal(w.Participants, again.Participants) {
				t.Error("the same seed gives other groups")
			}
		}
	}
	w, other := hall(9, 9), hall(9, 9)
	other.Seed = 2
	w.MakeGroups(3)
	other.MakeGroups(3)
	if slices.Equal(w.Participants, other.Participants) {
		t.Error("another seed gives the same groups")
	}
}

func TestShareDimensions(t *testing.T) {
	dims := []assessment.DimensionID{"a", "b", "c", "d", "e", "f"}
	for groups, want := range map[int]string{6: "[a] [b] [c] [d] [e] [f]", 4: "[a e] [b f] [c] [d]", 8: "[a] [b] [c] [d] [e] [f] [a] [b]", 1: "[a b c d e f]"} {
		w := hall(8)
		w.MakeGroups(groups)
		w.ShareDimensions(dims)
		var got []string
		for _, g := range w.Groups {
			got = append(got, fmt.Sprint(g.Dimensions))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%d groups: %s, want %s", groups, strings.Join(got, " "), want)
		}
		if few := strings.Contains(strings.Join(w.Remarks(dims), " "), "fewer groups"); few != (groups < 6) {
			t.Errorf("%d groups: the remark about fewer groups: %v", groups, few)
		}
	}
}

// Late arrivals, people who do not come, and people who move.
func TestChangesOfPeople(t *testing.T) {
	w := hall(2, 2, 2)
	w.MakeGroups(2)
	alias, err := w.Join(Participant{Unit: "u1"})
	if err != nil || alias != "P07" || w.Participant("p07") == nil || w.Participant("P07").Group == "" {
		t.Fatalf("%s, %v", alias, err)
	}
	if err := w.Move("P01", "g2"); err != nil || w.Participant("P01").Group != "G2" {
		t.Errorf("moved to %q, %v", w.Participant("P01").Group, err)
	}
	if err := w.SetAbsent("P02", true); err != nil || len(w.Present()) != 6 || len(w.People("u1")) != 2 {
		t.Errorf("present %d, %v", len(w.Present()), err)
	}
	if err := w.Move("P02", ""); err != nil {
		t.Error(err)
	}
	if err := w.SetAbsent("P02", false); err != nil || !strings.Contains(strings.Join(w.Remarks(nil), " "), "In no group: P02") {
		t.Errorf("a person in no group: %v", w.Remarks(nil))
	}
	if len(w.Validate()) > 0 {
		t.Error(w.Validate())
	}
	for what, err := range map[string]error{
		"no unit":       second(w.Join(Participant{Unit: "u9"})),
		"alias taken":   second(w.Join(Participant{Unit: "u1", Alias: "p01"})),
		"sheet's name":  second(w.Join(Participant{Unit: "u1", Alias: "G1-u2"})),
		"bad alias":     second(w.Join(Participant{Unit: "u1", Alias: "../x"})),
		"no group":      w.Move("P01", "G9"),
		"nobody":        w.Move("P99", "G1"),
		"nobody absent": w.SetAbsent("P99", true),
	} {
		var change *ChangeError
		if !errors.As(err, &change) || change.Hint() == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func second(_ Alias, err error) error { return err }

func TestOwnersOfGroupSheets(t *testing.T) {
	w := hall(2, 2)
	w.MakeGroups(2)
	w.ShareDimensions([]assessment.DimensionID{"leadership", "legal"})
	owners := w.Owners(true)
	if len(owners) != 4 || owners[0].Alias != "G1-u1" || !owners[0].Together {
		t.Fatalf("%+v", owners)
	}
	s, err := w.NewSheet(builtIn(), &owners[0])
	if err != nil || s.Session.Type != assessment.Group || s.Session.Workshop != w.ID || s.Session.Respondent != "G1-u1" {
		t.Fatalf("%+v, %v", s.Session, err)
	}
	for _, d := range s.Asked.Dimensions {
		if (len(d.Elements) > 0) != (d.ID == "leadership") {
			t.Errorf("%s is asked: %v", d.ID, len(d.Elements) > 0)
		}
	}
}

// Every way in which a file does not become a sheet, in words.
func TestJudge(t *testing.T) {
	w := hall(3, 1)
	w.Participants[2].Absent = true
	r := &Register{Format: RegisterFormat, Sheets: []Filed{{Owner: "P02", File: "P02.yaml", Digest: "d2", Filed: "2026-11-23"}}}
	with := func(change func(*assessment.Assessment)) Candidate {
		s := sheet(t, w, "P01", strings.Repeat("3 ", 24))
		change(s)
		return Candidate{Sheet: s, Digest: "new"}
	}
	as := func(a Alias, replace bool) Candidate {
		c := with(func(s *assessment.Assessment) {})
		c.As, c.Replace = a, replace
		return c
	}
	for _, c := range []struct {
		name      string
		candidate Candidate
		want      string // of the error, or of the remarks
		ok        bool
	}{
		{"good", with(func(*assessment.Assessment) {}), "", true},
		{"filed before", Candidate{Sheet: with(func(*assessment.Assessment) {}).Sheet, Digest: "d2"}, "", true},
		{"another workshop", with(func(s *assessment.Assessment) { s.Session.Workshop = "ffffffff" }), "another workshop", false},
		{"another questionnaire", with(func(s *assessment.Assessment) { s.Questionnaire.ID = "mine" }), "another questionnaire (mine", false},
		{"another version", with(func(s *assessment.Assessment) { s.Questionnaire.Digest, s.Questionnaire.Version = "x", "2" }), "another version", false},
		{"nobody", with(func(s *assessment.Assessment) { s.Session.Respondent = "X" }), `no participant "X"`, false},
		{"no alias", with(func(s *assessment.Assessment) { s.Session.Respondent = "" }), "does not say whose sheet", false},
		{"another unit", with(func(s *assessment.Assessment) { s.Subject.Name = "Elsewhere" }), `about "Elsewhere", but P01 answers about "Unit 1"`, false},
		{"agreed", with(func(s *assessment.Assessment) { s.Session.Type = assessment.Group }), "agreed answers", false},
		{"empty", with(func(s *assessment.Assessment) { s.Answers = nil }), "it is empty", false},
		{"other words", with(func(s *assessment.Assessment) { s.Asked.Dimensions[0].Elements[0].Statements[0].Text = "All is well." }),
			"the statement LEA-01 has other words", false},
		{"another weight", with(func(s *assessment.Assessment) {
			s.Asked.Dimensions[0].Elements[0].Statements[0].Weight = s.Asked.Dimensions[0].Weight
			s.Asked.Dimensions[0].Elements[0].Statements[0].Digest = "00"
		}), "the statement LEA-01 has another digest, weight or tag", false},
		{"a statement less", with(func(s *assessment.Assessment) { s.Asked.Dimensions[1].Elements = s.Asked.Dimensions[1].Elements[1:] }),
			"the statement STR-01 is missing", false},
		{"another title", with(func(s *assessment.Assessment) { s.Asked.Dimensions[1].Title = "Plans" }), "titles, order or rules", false},
		{"another scale", with(func(s *assessment.Assessment) { s.Asked.Scale[0].Name = "Bad" }), "the levels are not those", false},
		{"twice", as("P02", false), "P02 has delivered another sheet already (P02.yaml", false},
		{"twice, replaced", as("p02", true), "", true},
		{"plain", with(func(s *assessment.Assessment) { s.Session.Workshop = "" }), "is adopted as the sheet of P01", true},
		{"half done", with(func(s *assessment.Assessment) { s.Answers = s.Answers[:20] }), "4 of 24 statements have no answer", true},
		{"changed", with(func(s *assessment.Assessment) {
			s.Changed = &assessment.Change{Date: "2026-11-24", Statements: []assessment.StatementID{"LEA-01"}}
		}),
			"changed after it was complete (1 answer, on 2026-11-24)", true},
		{"from the future", with(func(s *assessment.Assessment) { s.Session.Date = "2027-01-01" }), "is after today", true},
		{"was absent", as("P03", false), "P03 was marked as absent", true},
	} {
		v, err := w.Judge(questionnaires.BuiltIn(), r, c.candidate, "2026-11-24")
		said := strings.Join(v.Remarks, " ")
		var change *ChangeError
		if err != nil {
			said = err.Error()
			if !errors.As(err, &change) || change.Hint() == "" {
				t.Errorf("%s: no hint: %v", c.name, err)
			}
		}
		if (err == nil) != c.ok || !strings.Contains(said, c.want) || c.want == "" && said != "" {
			t.Errorf("%s: %q, want %q", c.name, said, c.want)
		}
	}
	// One who answers more than the group's dimensions is told.
	w.MakeGroups(2)
	w.ShareDimensions([]assessment.DimensionID{"leadership", "legal"})
	plain := hall(3, 1)
	v, err := w.Judge(questionnaires.BuiltIn(), r, Candidate{Sheet: sheet(t, plain, "P01", strings.Repeat("3 ", 24)), Digest: "new"}, "2026-11-24")
	if err != nil || !strings.Contains(strings.Join(v.Remarks, " "), "more than the dimensions of the group") {
		t.Errorf("%v, %v", v.Remarks, err)
	}
}

// What sheets note beside their answers reaches the agreed sheet and those who
// write the statements; on a paper only from three people on.
func TestNotesOfSheets(t *testing.T) {
	c := &assessment.Case{Title: "One page"}
	notes := []assessment.Note{
		{Dimension: "legal", Improvements: []string{"A", "B"}, Feedback: "unclear"},
		{Dimension: "legal", Improvements: []string{"c", "b", "D"}, Case: c, Feedback: "a word is missing"},
		{Dimension: "legal", Feedback: "unclear"},
		{Dimension: "strategy", Feedback: "too long"},
		{Dimension: "technology", Improvements: []string{"outside the scope"}},
	}
	dims := []assessment.DimensionID{"strategy", "legal"}
	got := AgreedNotes(notes, dims)
	if len(got) != 1 || !slices.Equal(got[0].Improvements, []string{"B", "A", "c"}) || *got[0].Case != *c || got[0].Feedback != "" {
		t.Errorf("%+v", got)
	}
	remarks := RemarksOnQuestions(notes, dims)
	if len(remarks) != 2 || remarks[0].Named != 1 || remarks[1].Named != 3 || !slices.Equal(remarks[1].Texts, []string{"a word is missing", "unclear"}) {
		t.Errorf("%+v", remarks)
	}
	paper := QuestionRemarksForPaper(remarks)
	if !paper[0].Hidden || len(paper[0].Texts) > 0 || paper[1].Hidden || len(remarks[0].Texts) != 1 {
		t.Errorf("%+v, %+v", paper, remarks)
	}
}

func TestProgram(t *testing.T) {
	w := hall(1)
	if w.Minutes() != 90 || w.PartMinutes(AgreePart) != 25 {
		t.Errorf("the template takes %d minutes, %d to agree", w.Minutes(), w.PartMinutes(AgreePart))
	}
	// 09:00 + 5 + 10 + 25 + 5 = 09:45
	if times := w.Times(); times[0] != "09:00" || times[4] != "09:45" {
		t.Errorf("times %v", times)
	}
	w.Start = ""
	if times := w.Times(); times[0] != "00:00" || times[2] != "00:15" {
		t.Errorf("without a start: %v", times)
	}
}

func TestValidate(t *testing.T) {
	if issues := hall(2, 2).Validate(); len(issues) > 0 {
		t.Fatal(issues)
	}
	for path, change := range map[string]func(*Workshop){
		"format":                 func(w *Workshop) { w.Format = "dgca.workshop/2" },
		"id":                     func(w *Workshop) { w.ID = "" },
		"title":                  func(w *Workshop) { w.Title = " " },
		"date":                   func(w *Workshop) { w.Date = "soon" },
		"start":                  func(w *Workshop) { w.Start = "9am" },
		"scope.kind":             func(w *Workshop) { w.Scope.Kind = "" },
		"units":                  func(w *Workshop) { w.Units = nil },
		"units[1].id":            func(w *Workshop) { w.Units[1].ID = "U1" },
		"units[0].kind":          func(w *Workshop) { w.Units[0].Kind = "" },
		"groups.G1":              func(w *Workshop) { w.Groups = []Group{{ID: "g1"}, {ID: "G1"}} },
		"groups.G1.improvements": func(w *Workshop) { w.Groups = []Group{{ID: "G1", Improvements: make([]string, 4)}} },
		"participants.P01":       func(w *Workshop) { w.Participants[1].Alias = "P01" },
		"participants.con":       func(w *Workshop) { w.Participants[1].Alias = "con" },
		"participants.P01.unit":  func(w *Workshop) { w.Participants[0].Unit = "no" },
		"participants.P01.group": func(w *Workshop) { w.Participants[0].Group = "G7" },
		"program[0].minutes":     func(w *Workshop) { w.Program[0].Minutes = -1 },
		"place":                  func(w *Workshop) { w.Place = strings.Repeat("x", 301) },
	} {
		w := hall(2, 2)
		change(w)
		issues := w.Validate()
		if !slices.ContainsFunc(issues, func(i assessment.Issue) bool { return i.Path == path }) {
			t.Errorf("%s: %v", path, issues)
		}
	}
}

func TestLetters(t *testing.T) {
	w := hall(slices.Repeat([]int{1}, 30)...)
	seen := map[string]bool{}
	inOrder := true
	letters := w.Letters()
	for i, u := range w.Units {
		l := letters[u.ID]
		inOrder = inOrder && l == "Unit "+letter(i)
		if seen[l] || !strings.HasPrefix(l, "Unit ") {
			t.Errorf("%s has %q", u.ID, l)
		}
		seen[l] = true
	}
	if inOrder {
		t.Error("the letters follow the order of the list and give it away")
	}
}

func TestImprovementsAndCases(t *testing.T) {
	c := assessment.Case{Title: "One stop"}
	notes := []assessment.Note{
		{Dimension: "legal", Improvements: []string{"A law on data", "Signatures"}},
		{Dimension: "legal", Improvements: []string{"signatures"}, Case: &c},
		{Dimension: "legal", Case: &assessment.Case{Title: "One stop"}},
		{Dimension: "strategy", Improvements: []string{"Signatures"}},
		{Dimension: "technology", Improvements: []string{"Backups"}, Case: &assessment.Case{Done: "no title"}},
	}
	dims := []assessment.DimensionID{"legal", "technology"}
	if got := fmt.Sprint(NamedImprovements(notes, dims)); got != "[{legal Signatures 2} {legal A law on data 1} {technology Backups 1}]" {
		t.Error(got)
	}
	if got := Cases(notes, dims); len(got) != 1 || got[0] != c {
		t.Error(got)
	}
}
