package workshop

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
)

// published are the counts in Annex III of the report on the workshop of
// November 2022: eight responses to eight questions. Of the last one only two
// figures are printed; six people wrote an answer to the open one.
var published = map[QuestionID][]int{
	"Q1": {2, 6, 0, 0, 0},
	"Q2": {0, 0, 2, 3, 3},
	"Q3": {1, 7, 0, 0, 0},
	"Q4": {0, 0, 2, 4, 2},
	"Q6": {4, 2, 1, 1, 0},
	"Q7": {4, 4, 0, 0, 0},
	"Q8": {3, 5, 0, 0, 0},
}

// publishedForms are eight forms with these counts.
func publishedForms(t testing.TB) []FeedbackAnswer {
	t.Helper()
	f := UsualFeedback()
	forms := make([]FeedbackAnswer, 8)
	for i := range forms {
		forms[i].Format = FeedbackAnswerFormat
	}
	for id, counts := range published {
		form := 0
		for step, n := range counts {
			for range n {
				if err := f.Set(&forms[form], id, fmt.Sprint(step+1)); err != nil {
					t.Fatal(err)
				}
				form++
			}
		}
	}
	for i := range 6 {
		if err := f.Set(&forms[i], "Q5", fmt.Sprintf("takeaway %d", 6-i)); err != nil {
			t.Fatal(err)
		}
	}
	return forms
}

func TestPublishedCounts(t *testing.T) {
	f := UsualFeedback()
	s := f.Summarize(publishedForms(t))
	if s.Forms != 8 || len(s.Questions) != 8 {
		t.Fatalf("%d forms, %d questions", s.Forms, len(s.Questions))
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Kind == Open {
			if q.Answered != 6 || !slices.IsSorted(q.Texts) || q.Texts[0] != "takeaway 1" {
				t.Errorf("%s: %d answers, %v", q.ID, q.Answered, q.Texts)
			}
			continue
		}
		if !slices.Equal(q.Counts, published[q.ID]) || q.Answered != 8 {
			t.Errorf("%s: %v of %d, want %v", q.ID, q.Counts, q.Answered, published[q.ID])
		}
	}
	// Shares of Q6: 4, 2, 1 and 1 of 8 are 50, 25, 12.5 and 12.5 per cent, shown
	// half away from zero.
	for step, want := range []string{"50 %", "25 %", "13 %", "13 %", "0 %"} {
		if got := assessment.RoundPercent(s.Questions[5].Share(step + 1)).String(); got != want {
			t.Errorf("share %d of Q6: %s, want %s", step+1, got, want)
		}
	}
}

func TestFeedbackSet(t *testing.T) {
	f := UsualFeedback()
	var a FeedbackAnswer
	for _, x := range []struct{ id, answer, want, wrong string }{
		{"q3", "Very satisfied", "1", ""},
		{"Q1", "unsatisfied", "4", ""},
		{"Q2", "5 (very useful)", "5", ""},
		{"Q2", "6", "5", "not an answer to Q2"},
		{"Q2", "very satisfied", "5", "not an answer to Q2"},
		{"Q5", " it was\x1b[31m good ", " it was good", ""},
		{"Q5", strings.Repeat("x", 2001), " it was good", "more than 2000"},
		{"Q9", "1", "", "no question"},
		{"Q1", "", "", ""},
	} {
		err := f.Set(&a, QuestionID(x.id), x.answer)
		if x.wrong == "" && err != nil || x.wrong != "" && (err == nil || !strings.Contains(err.Error(), x.wrong)) {
			t.Errorf("%s %q: %v", x.id, x.answer, err)
		}
		if got := a.Of(QuestionID(x.id)); got != x.want {
			t.Errorf("%s: %q, want %q", x.id, got, x.want)
		}
	}
	// In the order of the questionnaire, whatever the order of typing.
	var ids []string
	for _, e := range a.Answers {
		ids = append(ids, string(e.Question))
	}
	if got := strings.Join(ids, " "); got != "Q2 Q3 Q5" {
		t.Errorf("order %s", got)
	}
}

// An empty form is no response; an answer that is none, edited into a file, is a
// fault and counts nowhere.
func TestFeedbackForms(t *testing.T) {
	f := UsualFeedback()
	bad := FeedbackAnswer{Format: FeedbackAnswerFormat, Answers: []FeedbackEntry{{"Q1", "9"}, {"Q77", "1"}, {"Q2", "3"}}}
	s := f.Summarize([]FeedbackAnswer{{}, bad})
	if s.Forms != 1 || s.Questions[0].Answered != 0 || s.Questions[1].Answered != 1 || s.Questions[0].Share(1) != nil {
		t.Errorf("%+v", s)
	}
	var paths []string
	for _, i := range f.ValidateAnswer(&bad) {
		paths = append(paths, i.Path)
	}
	if got := strings.Join(paths, " "); got != "answers.Q1 answers.Q77" {
		t.Errorf("faults at %s", got)
	}
	if got := f.ValidateAnswer(&FeedbackAnswer{Format: "dgca.assessment/1"}); len(got) != 1 {
		t.Errorf("another file: %v", got)
	}
	if got := f.Validate(); len(got) > 0 {
		t.Errorf("the usual questionnaire: %v", got)
	}
	own := &Feedback{Format: FeedbackFormat, Questions: []Question{{ID: "A", Kind: Open, Text: "x"}, {ID: "a", Kind: "stars"}}}
	if got := own.Validate(); len(got) != 3 {
		t.Errorf("a questionnaire of its own: %v", got)
	}
}

// Two answers to Q1 and three to Q2 of three forms: on a paper that leaves the
// room the two are not shown.
func TestFeedbackForPaper(t *testing.T) {
	f := UsualFeedback()
	forms := make([]FeedbackAnswer, 3)
	for i := range forms {
		if err := f.Set(&forms[i], "Q2", "4"); err != nil {
			t.Fatal(err)
		}
		if i < 2 {
			_ = f.Set(&forms[i], "Q1", "1")
			_ = f.Set(&forms[i], "Q5", "secret")
		}
	}
	all := f.Summarize(forms)
	s := all.ForPaper()
	if q := s.Questions[0]; !q.Hidden || q.Answered != 2 || q.Counts[0] != 0 || q.Share(1) != nil {
		t.Errorf("Q1: %+v", q)
	}
	if q := s.Questions[1]; q.Hidden || q.Counts[3] != 3 {
		t.Errorf("Q2: %+v", q)
	}
	if q := s.Questions[4]; !q.Hidden || len(q.Texts) > 0 {
		t.Errorf("Q5: %+v", q)
	}
	if all.Questions[0].Counts[0] != 2 || len(all.Questions[4].Texts) != 2 {
		t.Error("the summary for the room was changed")
	}
}
