package interview

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"dgca/assessment"
	"dgca/cmd/internal/tui/saving"
	"dgca/questionnaires"
)

// sample is a questionnaire of dims dimensions with four statements each.
func sample(dims int) *questionnaires.Questionnaire {
	q := &questionnaires.Questionnaire{
		Format: questionnaires.Format, ID: "sample", Version: "1.0.0", Language: "en", Title: "Sample",
		EvidenceFrom: 3, PrerequisiteLevel: 3, DefaultTarget: questionnaires.Target{Level: 4, Months: 24},
		Units:        []questionnaires.Unit{{Kind: questionnaires.Institution, Name: "One institution", Phrase: "our institution"}},
		ReadingRules: []string{"A level includes the levels below it. Between two levels, choose the lower one.", "Plans do not count above level 2."},
		OtherAnswers: questionnaires.OtherAnswers{
			Unknown:       questionnaires.OtherAnswer{Name: "Don't know", Meaning: "Nobody present can tell."},
			NotApplicable: questionnaires.OtherAnswer{Name: "Not applicable", Meaning: "Outside the mandate of this unit."}},
		Confidence: questionnaires.Confidence{Low: "An impression.", Medium: "Fairly sure.", High: "A document was looked at."},
	}
	for i, name := range []string{"Absent", "Emerging", "Established", "Integrated", "Continuously improved"} {
		q.Scale = append(q.Scale, questionnaires.ScaleLevel{Level: questionnaires.Level(i + 1), Name: name})
	}
	titles := []string{"Leadership", "Strategy", "Governance", "Legal framework", "Technology", "Workforce"}
	for d := range dims {
		title := titles[d%len(titles)]
		code := strings.ToUpper(title[:3])
		if d >= len(titles) {
			title, code = fmt.Sprintf("%s %d", title, d), fmt.Sprintf("%s%d", code, d)
		}
		el := questionnaires.Element{ID: "plan", Title: "Vision and plan"}
		for n := range 4 {
			st := questionnaires.Statement{
				ID: questionnaires.StatementID(fmt.Sprintf("%s-%02d", code, n+1)), Quick: n == 0,
				Text: questionnaires.Wording{Common: fmt.Sprintf("{Unit} has a written plan number %d for %s, with owners, a budget and a date for each measure.", n+1, strings.ToLower(title))},
				Anchors: map[questionnaires.Level]string{
					1: "No document names any digital measure, or the document is older than the last reform.",
					2: "A plan is drafted or waits for approval. Some measures have begun without a decision in force.",
					3: "The plan is approved, with owners and a budget, for up to two thirds of the departments.",
					4: "More than two thirds of the departments report on the plan every quarter, as routine work.",
					5: "Results are published every year. A review in the last two years changed the plan."},
				Help:       "Look for the decision that approved the plan, and for its list of measures.",
				Evidence:   []string{"Approved plan with date", "Report of the last quarter", "Budget line of the current year"},
				GoodEnough: "A small institution can write the plan on two pages.",
			}
			if n == 0 {
				st.NAReasons = []string{"Decided above us: by law another body plans for us.", "The unit was founded less than six months ago."}
			}
			el.Statements = append(el.Statements, st)
		}
		q.Dimensions = append(q.Dimensions, questionnaires.Dimension{
			ID: questionnaires.DimensionID(strings.ToLower(title)), Code: code, Title: title,
			TheoryOfChange: "If leaders share a vision, then offices work in one direction.",
			High:           "Leaders name digital goals and ask for results.", Low: "Digital work is left to one department.",
			Elements: []questionnaires.Element{el}})
	}
	return q
}

func start(t testing.TB, q *questionnaires.Questionnaire) *assessment.Session {
	t.Helper()
	a, err := assessment.New(q, assessment.Subject{Name: "Ministry of Trials", Kind: questionnaires.Institution},
		assessment.SessionInfo{Type: assessment.Individual}, assessment.Scope{Kind: assessment.Full})
	if err != nil {
		t.Fatal(err)
	}
	return open(t, q, a)
}

func open(t testing.TB, q *questionnaires.Questionnaire, a *assessment.Assessment) *assessment.Session {
	t.Helper()
	s, err := assessment.NewSession(q, a)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fileSaver keeps the answers in a file, for tests of the real program.
type fileSaver struct {
	path string
	mu   sync.Mutex
	err  error
}

// stored is the file of a fileSaver: plain fields, without the words for choices.
type stored struct {
	State   assessment.State
	Answers []storedAnswer
}

type storedAnswer struct {
	Statement, Reason, Confidence, Evidence, Comment string
	Choice                                           int8
	Marked                                           bool
}

func store(a *assessment.Assessment) stored {
	s := stored{State: a.State}
	for _, x := range a.Answers {
		s.Answers = append(s.Answers, storedAnswer{string(x.Statement), x.Reason, string(x.Confidence), x.Evidence, x.Comment, int8(x.Choice), x.Marked})
	}
	return s
}

func (s stored) answers() []assessment.Answer {
	var out []assessment.Answer
	for _, x := range s.Answers {
		out = append(out, assessment.Answer{Statement: assessment.StatementID(x.Statement), Choice: assessment.Choice(x.Choice), Reason: x.Reason,
			Confidence: assessment.Confidence(x.Confidence), Evidence: x.Evidence, Comment: x.Comment, Marked: x.Marked})
	}
	return out
}

func (f *fileSaver) Save(a *assessment.Assessment) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, err := json.Marshal(store(a))
	if err == nil {
		if err = os.WriteFile(f.path+".new", b, 0o600); err == nil {
			err = os.Rename(f.path+".new", f.path)
		}
	}
	f.err = err
}

func (f *fileSaver) Flush() error { f.mu.Lock(); defer f.mu.Unlock(); return f.err }

func (f *fileSaver) Status() saving.Status {
	if err := f.Flush(); err != nil {
		return saving.Status{State: saving.Failed, Err: err}
	}
	return saving.Status{}
}

func readStored(path string) (s stored, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return s, err
	}
	return s, json.Unmarshal(b, &s)
}
