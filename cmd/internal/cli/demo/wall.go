package demo

import (
	"embed"
	"fmt"

	"dgca/assessment/roomtable"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

//go:embed data/feedback.csv
var feedback embed.FS

// Wall returns the invented wall of the workshop.
func Wall(room *workshop.Workshop, q *questionnaires.Questionnaire) (*workshop.Wall, error) {
	const name = "data/wall.yaml"
	content, err := data.ReadFile(name)
	if err != nil {
		return nil, err
	}
	doc, err := strictyaml.Parse(name, content)
	if err != nil {
		return nil, err
	}
	w := new(workshop.Wall)
	if problems := doc.Decode(w); len(problems) > 0 {
		return nil, fmt.Errorf("the demo data are damaged: %w", problems)
	}
	if issues := w.Validate(room, q); len(issues) > 0 {
		return nil, fmt.Errorf("the demo data are damaged: %s: %s", issues[0].Path, issues[0].Message)
	}
	return w, nil
}

// Feedback returns invented forms with the usual questions.
func Feedback() ([]workshop.FeedbackAnswer, error) {
	const name = "data/feedback.csv"
	content, err := feedback.ReadFile(name)
	if err != nil {
		return nil, err
	}
	forms, problems := roomtable.ReadFeedback(name, content, workshop.UsualFeedback())
	if len(problems) > 0 {
		return nil, fmt.Errorf("the demo data are damaged: %w", problems)
	}
	return forms, nil
}
