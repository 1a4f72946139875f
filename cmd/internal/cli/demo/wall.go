package demo

import (
	"embed"
	"fmt"

	"dgca/assessment/roomtable"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
)

//go:embed data/feedback.csv
var feedback embed.FS

// Wall returns the invented wall of the workshop.
func Wall(room *workshop.Workshop, q *questionnaires.Questionnaire) (*workshop.Wall, error) {
	const name = "data/wall.yaml"
	w, err := read[*workshop.Wall](name)
	if err != nil {
		return nil, err
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
