// Package feedback makes the board on which participants' feedback is keyed in,
// form by form.
package feedback

import (
	"fmt"
	"strconv"

	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/board"
	"dgca/cmd/internal/tui/field"
)

// Forms are the filled-in forms of a workshop.
type Forms struct {
	Questions *workshop.Feedback
	Forms     []Form
}

// Form is one filled-in form and its file.
type Form struct {
	Name    string // of the file; "" for a new one
	Answer  workshop.FeedbackAnswer
	Changed bool // not saved as it is
}

// New makes the board. save is called after each change.
func New(room *workshop.Workshop, f *Forms, save func()) *board.Board {
	return &board.Board{Name: "Feedback: " + terminal.CleanLine(room.Title), Intro: "Key in what participants think of the workshop, one form after the other. Write no names.",
		Progress: func() string { return fmt.Sprintf("Forms: %d.", len(f.Forms)) }, Save: save,
		Items: []board.Item{{Name: "Forms", Text: func() string { return fmt.Sprintf("Keyed in: %d.", len(f.Forms)) }, List: f.list()}}}
}

func (f *Forms) list() *board.List {
	return &board.List{Name: "Forms", Hint: "One entry for each form on paper. n begins the next one. For a scale, key the number that is marked; Tab goes on where nothing is.",
		Rows: func() []board.Row {
			var rows []board.Row
			for i := range f.Forms {
				rows = append(rows, board.Row{Start: fmt.Sprintf("Form %d", i+1), End: fmt.Sprintf("%d of %d answered", len(f.Forms[i].Answer.Answers), len(f.Questions.Questions))})
			}
			return rows
		},
		Open: f.open}
}

func (f *Forms) open(i int) *board.Record {
	form := Form{Answer: workshop.FeedbackAnswer{Format: workshop.FeedbackAnswerFormat}}
	number := len(f.Forms) + 1
	if i >= 0 {
		form, number = f.Forms[i], i+1
	}
	at := i
	set := func(id workshop.QuestionID, answer string) error {
		next := form.Answer
		next.Answers = append([]workshop.FeedbackEntry(nil), next.Answers...)
		if err := f.Questions.Set(&next, id, answer); err != nil {
			return err
		}
		form.Answer, form.Changed = next, true
		if at < 0 {
			f.Forms = append(f.Forms, form)
			at = len(f.Forms) - 1
			return nil
		}
		form.Name = f.Forms[at].Name
		f.Forms[at] = form
		return nil
	}
	r := &board.Record{Name: fmt.Sprintf("Form %d", number), Missing: func() string { return "" }}
	for n := range f.Questions.Questions {
		r.Entries = append(r.Entries, entry(&f.Questions.Questions[n], form.Answer.Of(f.Questions.Questions[n].ID), set))
	}
	return r
}

func entry(q *workshop.Question, now string, set func(workshop.QuestionID, string) error) field.Entry {
	label := terminal.CleanLine(fmt.Sprintf("%s. %s", q.ID, q.Text))
	if q.Kind == workshop.Open {
		return field.Entry{Label: label, Text: field.NewText(string(q.ID), now), Set: func(text string) error { return set(q.ID, text) }}
	}
	var opts []field.Option
	for i, word := range q.Options() {
		name := terminal.CleanLine(word)
		if q.Kind == workshop.Rating {
			name = terminal.CleanLine([]string{q.Low, "", "", "", q.High}[i])
		}
		opts = append(opts, field.Option{Key: strconv.Itoa(i + 1), Name: name})
	}
	opts = append(opts, field.Option{Key: "0", Name: "nothing marked"})
	chosen := -1
	if n, err := strconv.Atoi(now); err == nil && n >= 1 && n <= len(opts)-1 {
		chosen = n - 1
	}
	choice := field.NewChoice(string(q.ID), opts, chosen)
	choice.Numbers = true
	return field.Entry{Label: label, Choice: choice, Pick: func(i int) error {
		if i == len(opts)-1 {
			return set(q.ID, "")
		}
		return set(q.ID, strconv.Itoa(i+1))
	}}
}
