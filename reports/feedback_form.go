package reports

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"dgca/assessment/workshop"
	"dgca/reports/document"
	"dgca/reports/internal/pdf"
)

// FeedbackFormInput is what the blank form of the participants' feedback is made
// from.
type FeedbackFormInput struct {
	Workshop  *workshop.Workshop
	Questions *workshop.Feedback
	Created   time.Time
	Program   string
}

// WriteFeedbackForm prints the blank form as PDF. It has no line for a name.
func WriteFeedbackForm(w io.Writer, in FeedbackFormInput) error {
	title := in.Questions.Title
	f := document.Form{Title: title, Subject: fmt.Sprintf("%s (%s)", in.Workshop.Title, WorkshopIdentity(in.Workshop)), Author: in.Program, Language: "en", Created: in.Created,
		Kicker: in.Workshop.Title, Guide: []document.Block{paragraph(document.Body, ffGuide)},
		Running: document.Running{Start: in.Workshop.Title, Page: pageOf}}
	part := document.FormPart{ID: "questions", Title: feQuestions, Here: true}
	for i := range in.Questions.Questions {
		q := &in.Questions.Questions[i]
		asked := document.Question{ID: string(q.ID), Text: q.Text, NoLines: q.Kind != workshop.Open}
		for step, word := range q.Options() {
			c := document.Choice{Key: strconv.Itoa(step + 1), Text: capital(word)}
			if q.Kind == workshop.Rating {
				c.Text = []string{capital(q.Low), "", "", "", capital(q.High)}[step]
			}
			asked.Choices = append(asked.Choices, c)
		}
		part.Questions = append(part.Questions, asked)
	}
	f.Parts = []document.FormPart{part}
	_, err := pdf.WriteForm(w, f)
	return err
}

// ffGuide stands at the head of the form.
const ffGuide = "Mark one box for each question, or leave it out. Do not write your name. Your answers are counted together with those of the others."
