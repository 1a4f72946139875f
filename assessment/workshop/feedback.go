package workshop

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dgca/assessment"
)

// The names and versions of the files of the participants' feedback: what is
// asked, and one filled-in form.
const (
	FeedbackFormat       = "dgca.feedback/1"
	FeedbackAnswerFormat = "dgca.feedback-answer/1"
)

// Feedback is the questionnaire by which participants judge a workshop. It is
// filled in without a name or an alias.
type Feedback struct {
	Format    string     `yaml:"format"`
	Title     string     `yaml:"title"`
	Questions []Question `yaml:"questions"`
}

// The identifier of a question, such as "Q1".
type QuestionID string

// QuestionKind says how a question is answered.
type QuestionKind string

// The kinds of question.
const (
	Satisfaction QuestionKind = "satisfaction" // one of five words, from very satisfied to very unsatisfied
	Rating       QuestionKind = "rating"       // 1 to 5, with words for the ends
	Open         QuestionKind = "open"         // in one's own words
)

// SatisfactionWords are the five answers of a Satisfaction question, in order.
func SatisfactionWords() []string {
	return []string{"very satisfied", "satisfied", "neither satisfied nor unsatisfied", "unsatisfied", "very unsatisfied"}
}

// scaleSteps is the number of answers of a Satisfaction or Rating question.
const scaleSteps = 5

// Question is one question. Low and High are the words for 1 and 5 of a Rating.
type Question struct {
	ID   QuestionID   `yaml:",key"`
	Kind QuestionKind `yaml:"kind"`
	Text string       `yaml:"text"`
	Low  string       `yaml:"low,omitempty"`
	High string       `yaml:"high,omitempty"`
}

// Options returns the words for the answers 1 to 5, or nil for an open question.
func (q *Question) Options() []string {
	switch q.Kind {
	case Satisfaction:
		return SatisfactionWords()
	case Rating:
		return []string{endWord("1", q.Low), "2", "3", "4", endWord("5", q.High)}
	}
	return nil
}

func endWord(digit, word string) string {
	if word == "" {
		return digit
	}
	return fmt.Sprintf("%s (%s)", digit, word)
}

// UsualFeedback is the questionnaire that is used when the workshop has none of
// its own.
func UsualFeedback() *Feedback {
	return &Feedback{Format: FeedbackFormat, Title: "Your opinion of this workshop", Questions: []Question{
		{ID: "Q1", Kind: Satisfaction, Text: "How satisfied are you with the people who led and spoke: did they know their subject, and was it the right one for you?"},
		{ID: "Q2", Kind: Rating, Text: "How useful is what you learned for your work?", Low: "not useful", High: "very useful"},
		{ID: "Q3", Kind: Satisfaction, Text: "How satisfied are you with what participants contributed?"},
		{ID: "Q4", Kind: Rating, Text: "How much did the workshop raise your awareness of digital government capability?", Low: "not at all", High: "very much"},
		{ID: "Q5", Kind: Open, Text: "What do you take home from this workshop?"},
		{ID: "Q6", Kind: Satisfaction, Text: "How satisfied are you with the room, the sound and the equipment?"},
		{ID: "Q7", Kind: Satisfaction, Text: "How satisfied are you with how the sessions were led and timed?"},
		{ID: "Q8", Kind: Satisfaction, Text: "How satisfied are you with the documents and the material?"},
	}}
}

// Question returns a question, or nil. Capital letters do not matter.
func (f *Feedback) Question(id QuestionID) *Question {
	return find(f.Questions, func(q *Question) bool { return strings.EqualFold(string(q.ID), string(id)) })
}

// FeedbackAnswer is one filled-in form.
type FeedbackAnswer struct {
	Format  string          `yaml:"format"`
	Answers []FeedbackEntry `yaml:"answers,omitempty"`
}

// FeedbackEntry is the answer to one question: a number from 1 to 5, or a text.
type FeedbackEntry struct {
	Question QuestionID `yaml:",key"`
	Answer   string     `yaml:",value"`
}

// Blank returns a form with every question and no answer, to be filled in.
func (f *Feedback) Blank() *FeedbackAnswer {
	a := &FeedbackAnswer{Format: FeedbackAnswerFormat}
	for _, q := range f.Questions {
		a.Answers = append(a.Answers, FeedbackEntry{Question: q.ID})
	}
	return a
}

// Of returns the answer to a question, or "".
func (a *FeedbackAnswer) Of(id QuestionID) string {
	if e := find(a.Answers, func(e *FeedbackEntry) bool { return strings.EqualFold(string(e.Question), string(id)) }); e != nil {
		return e.Answer
	}
	return ""
}

// Set records the answer to a question; "" takes it out. A scale takes a number
// from 1 to 5 or one of its words.
func (f *Feedback) Set(a *FeedbackAnswer, id QuestionID, answer string) error {
	q := f.Question(id)
	if q == nil {
		return &ChangeError{fmt.Sprintf("there is no question %q", id), "possible: " + f.ids()}
	}
	answer = assessment.CleanText(answer)
	if answer != "" {
		var err error
		if answer, err = q.read(answer); err != nil {
			return err
		}
	}
	i := slices.IndexFunc(a.Answers, func(e FeedbackEntry) bool { return strings.EqualFold(string(e.Question), string(q.ID)) })
	switch {
	case answer == "" && i >= 0:
		a.Answers = slices.Delete(a.Answers, i, i+1)
	case answer == "":
	case i >= 0:
		a.Answers[i].Answer = answer
	default:
		a.Answers = append(a.Answers, FeedbackEntry{q.ID, answer})
		slices.SortStableFunc(a.Answers, func(x, y FeedbackEntry) int { return f.place(x.Question) - f.place(y.Question) })
	}
	return nil
}

func (f *Feedback) place(id QuestionID) int {
	return slices.IndexFunc(f.Questions, func(q Question) bool { return q.ID == id })
}

func (f *Feedback) ids() string {
	var ids []string
	for _, q := range f.Questions {
		ids = append(ids, string(q.ID))
	}
	return strings.Join(ids, ", ")
}

// read returns an answer as it is kept.
func (q *Question) read(answer string) (string, error) {
	if q.Kind == Open {
		if utf8.RuneCountInString(answer) > MaxNote {
			return "", tooLong("the answer")
		}
		return answer, nil
	}
	for i, word := range q.Options() {
		if strings.EqualFold(answer, word) || answer == strconv.Itoa(i+1) {
			return strconv.Itoa(i + 1), nil
		}
	}
	return "", &ChangeError{fmt.Sprintf("%q is not an answer to %s", answer, q.ID), "write a number from 1 to 5"}
}

// FeedbackSummary counts what a number of forms say.
type FeedbackSummary struct {
	Forms     int // filled in, with at least one answer
	Questions []QuestionSummary
}

// QuestionSummary counts the answers to one question. A scale has Counts, an
// open question Texts. There is no mean: the answers of a scale are words in an
// order, and a mean of few of them says nothing.
type QuestionSummary struct {
	Question
	Answered int
	Counts   []int    // of the answers 1 to 5
	Texts    []string // sorted, so that their order does not tell whose they are
	Hidden   bool     // answered by fewer than three people: see ForPaper
}

// ForPaper returns the summary as a paper that leaves the room may show it:
// answers to a question only from three people on.
func (s FeedbackSummary) ForPaper() FeedbackSummary {
	s.Questions = slices.Clone(s.Questions)
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Answered > 0 && q.Answered < FewestShown {
			q.Hidden, q.Texts = true, nil
			q.Counts = make([]int, len(q.Counts))
		}
	}
	return s
}

// Share returns the share of an answer, 1 to 5, among those who answered the
// question, or nil when nobody did or the answers are hidden.
func (s *QuestionSummary) Share(step int) *big.Rat {
	if s.Answered == 0 || s.Hidden {
		return nil
	}
	return big.NewRat(int64(s.Counts[step-1]), int64(s.Answered))
}

// Summarize counts forms. A form without any answer does not count.
func (f *Feedback) Summarize(forms []FeedbackAnswer) FeedbackSummary {
	var s FeedbackSummary
	for i := range forms {
		if len(forms[i].Answers) > 0 {
			s.Forms++
		}
	}
	for _, q := range f.Questions {
		qs := QuestionSummary{Question: q}
		if q.Kind != Open {
			qs.Counts = make([]int, scaleSteps)
		}
		for i := range forms {
			answer := forms[i].Of(q.ID)
			switch n, err := strconv.Atoi(answer); {
			case answer == "":
			case q.Kind == Open:
				qs.Answered++
				qs.Texts = append(qs.Texts, answer)
			case err == nil && n >= 1 && n <= scaleSteps:
				qs.Answered++
				qs.Counts[n-1]++
			}
		}
		slices.Sort(qs.Texts)
		s.Questions = append(s.Questions, qs)
	}
	return s
}

// Validate returns every fault of a feedback questionnaire that was read from a
// file.
func (f *Feedback) Validate() []assessment.Issue {
	var issues []assessment.Issue
	add := func(path, hint, format string, args ...any) {
		issues = append(issues, assessment.Issue{Path: path, Message: fmt.Sprintf(format, args...), Hint: hint})
	}
	if i := formatIssue(f.Format, FeedbackFormat, "the file of the questions of feedback"); i != nil {
		return append(issues, *i)
	}
	if len(f.Questions) == 0 {
		add("questions", `write each question with its id, "kind:" and "text:"`, "there is no question")
	}
	seen := map[string]bool{}
	for _, q := range f.Questions {
		at := "questions." + string(q.ID)
		if !ValidID(string(q.ID)) {
			add(at, "use letters, digits, hyphen and underscore", "%q is not an id of a question", q.ID)
		}
		if id := strings.ToLower(string(q.ID)); seen[id] {
			add(at, "give each question an id of its own", "the id %s stands twice", q.ID)
		} else {
			seen[id] = true
		}
		if !slices.Contains([]QuestionKind{Satisfaction, Rating, Open}, q.Kind) {
			add(at+".kind", "write satisfaction, rating or open", "%q is not a kind of question", q.Kind)
		}
		if err := note("the question", assessment.CleanText(q.Text)); err != nil {
			add(at+".text", err.(*ChangeError).Remedy, "%s", err)
		}
	}
	return issues
}

// ValidateAnswer returns every fault of a filled-in form that was read from a
// file.
func (f *Feedback) ValidateAnswer(a *FeedbackAnswer) []assessment.Issue {
	if i := formatIssue(a.Format, FeedbackAnswerFormat, "a filled-in form of feedback"); i != nil {
		return []assessment.Issue{*i}
	}
	var issues []assessment.Issue
	for _, e := range a.Answers {
		if err := f.Set(&FeedbackAnswer{}, e.Question, e.Answer); err != nil {
			issues = append(issues, assessment.Issue{Path: "answers." + string(e.Question), Message: err.Error(), Hint: err.(*ChangeError).Remedy})
		}
	}
	return issues
}
