package reports

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/reports/document"
	"dgca/reports/internal/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The twelve answers of the method's worked example: answered 10, applicable
// 11, level 29/10, index 47.5, coverage 91 %, range 30/11 to 34/11.
const workedExample = "3 4 2 3 dk 3 na 2 4 3 3 2"

// sample makes an assessment of a small questionnaire with k levels: one
// dimension for each string of answers, in the words of a result file, "-" for
// unanswered; an element for each six statements.
func sample(t testing.TB, k assessment.Level, dims ...string) Input {
	t.Helper()
	titles := []string{"Leadership", "Strategy", "Governance", "Legal", "Technology", "Professional and workforce development"}
	q := &questionnaires.Questionnaire{Format: questionnaires.Format, ID: "sample", Version: "1.0.0", Language: "en", Title: "Sample questionnaire",
		DefaultTarget: questionnaires.Target{Level: min(4, k), Months: 24}, EvidenceFrom: min(3, k), PrerequisiteLevel: min(3, k),
		Units:        []questionnaires.Unit{{Kind: questionnaires.Institution, Name: "One institution", Phrase: "our institution"}},
		Lenses:       []questionnaires.Tag{{ID: "IND", Name: "Individual capacities"}, {ID: "ORG", Name: "Coordination structures"}},
		ChangeLevels: []questionnaires.Tag{{ID: "I", Name: "Individual"}},
		Principles:   []questionnaires.Principle{{ID: "E1", Group: "effectiveness", Name: "Competence"}, {ID: "A1", Group: "accountability", Name: "Integrity"}},
	}
	for l := assessment.Level(1); l <= k; l++ {
		names := map[assessment.Level][]string{3: {"No", "Partly", "Yes"}, 5: {"Absent", "Emerging", "Established", "Integrated", "Continuously improved"}}[k]
		name := fmt.Sprintf("Step %d", l)
		if names != nil {
			name = names[l-1]
		}
		q.Scale = append(q.Scale, questionnaires.ScaleLevel{Level: l, Name: name})
	}
	var answers []assessment.Answer
	for d, words := range dims {
		title := titles[d%len(titles)]
		dim := questionnaires.Dimension{ID: assessment.DimensionID(strings.ToLower(strings.Fields(title)[0])), Title: title}
		for i, word := range strings.Fields(words) {
			if i%6 == 0 {
				dim.Elements = append(dim.Elements, questionnaires.Element{ID: assessment.ElementID(fmt.Sprintf("part-%d", i/6+1)), Title: fmt.Sprintf("Part %d", i/6+1)})
			}
			el := &dim.Elements[len(dim.Elements)-1]
			id := assessment.StatementID(fmt.Sprintf("%s-%02d", strings.ToUpper(title[:3]), i+1))
			st := questionnaires.Statement{ID: id, Text: questionnaires.Wording{Common: fmt.Sprintf("{Unit} does what statement %d of %s asks for.", i+1, title)},
				Anchors: map[assessment.Level]string{}, Lenses: []string{[]string{"IND", "ORG"}[i%2]}, ChangeLevels: []string{"I"}, Principles: []string{[]string{"E1", "A1"}[i%2]}}
			for l := assessment.Level(1); l <= k; l++ {
				st.Anchors[l] = fmt.Sprintf("What level %d looks like in {unit}.", l)
			}
			el.Statements = append(el.Statements, st)
			ans := assessment.Answer{Statement: id}
			if word != "-" {
				if err := ans.Choice.UnmarshalText([]byte(word)); err != nil {
					t.Fatal(err)
				}
			}
			if ans.Choice == assessment.NotApplicable {
				ans.Reason = "Outside our mandate"
			}
			answers = append(answers, ans)
		}
		q.Dimensions = append(q.Dimensions, dim)
	}
	a, err := assessment.New(q, assessment.Subject{Name: "Ministry of Works", Kind: questionnaires.Institution, Country: "Sampleland"},
		assessment.SessionInfo{Type: assessment.Individual, Date: "2026-11-23", Round: "1"}, assessment.Scope{Kind: assessment.Full})
	if err != nil {
		t.Fatal(err)
	}
	for _, ans := range answers {
		a.SetAnswer(ans)
	}
	return Input{Assessment: a, Questionnaire: q, Created: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), Program: "dgca test", Digest: strings.Repeat("ab", 32)}
}

// sixDimensions has every state of a dimension: enough answers, preliminary,
// not enough, not applicable, and targets chosen and not.
func sixDimensions(t testing.TB) Input {
	in := sample(t, 5, workedExample, "1 2 2 dk - 1 2 2 na 3 1 2", "5 4 4 4 3 4 5 4 4 4 5 4",
		"2 - - - - - - - - - - 3", "3 3 3 - dk - 2 2 3 3 2 -", "na na na na na na na na na na na na")
	a := in.Assessment
	a.Targets.Dimensions = []assessment.DimensionTarget{{Dimension: "leadership", Level: 4, Months: 12, Reason: "The minister asked for it"}, {Dimension: "strategy", Level: 3}}
	a.Targets.Statements = []assessment.StatementTarget{{Statement: "STR-01", Level: 5, Reason: "Everything depends on it"}}
	a.Weighings = []assessment.Weighing{{Statement: "STR-01", Importance: 5, Feasibility: 4}, {Statement: "LEA-03", Importance: 2, Feasibility: 5, Barriers: []string{"money"}}, {Statement: "LEA-08", Importance: 4}}
	ans := a.Answer("LEA-02")
	ans.Evidence, ans.Comment, ans.Confidence, ans.Marked = "Signed order 12/2025", "=Agreed, after a \"long\" talk;\nsee the minutes", assessment.HighConfidence, true
	a.SetAnswer(ans)
	st := a.Asked.Statement("STR-02")
	st.Needs = []assessment.StatementID{"STR-06"}
	a.Asked.Statement("STR-03").Weight = 5000
	return in
}

func render(t testing.TB, d document.Document, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := text.Write(&b, d, text.Options{Width: width}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares with a file in testdata; a missing file fails.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got:\n%s\nwant:\n%s", name, got, want)
	}
}
