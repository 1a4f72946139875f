// Package demo holds invented assessments to look at and to teach with.
package demo

import (
	"embed"
	"fmt"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

//go:embed data/*.yaml
var data embed.FS

// file is what a data file says. The rest of an assessment comes from the
// questionnaire.
type file struct {
	Subject   assessment.Subject     `yaml:"unit"`
	Session   assessment.SessionInfo `yaml:"session"`
	Scope     assessment.Scope       `yaml:"scope"`
	State     assessment.State       `yaml:"state"`
	Answers   []assessment.Answer    `yaml:"answers"`
	Notes     []assessment.Note      `yaml:"notes"`
	Targets   assessment.Targets     `yaml:"targets"`
	Weighings []assessment.Weighing  `yaml:"weighing"`
	Plan      assessment.Plan        `yaml:"plan"`
}

// Assessments returns a full one with agreed answers, one that was left in the
// middle, and a quick one. They are always the same.
func Assessments(q *questionnaires.Questionnaire) ([]*assessment.Assessment, error) {
	var all []*assessment.Assessment
	for _, name := range []string{"ministry", "city", "archive"} {
		a, err := load(q, "data/"+name+".yaml")
		if err != nil {
			return nil, fmt.Errorf("the demo data are damaged: %w", err)
		}
		all = append(all, a)
	}
	return all, nil
}

// read decodes a file of the demo data.
func read[T any](name string) (T, error) {
	var into T
	content, err := data.ReadFile(name)
	if err != nil {
		return into, err
	}
	doc, err := strictyaml.Parse(name, content)
	if err != nil {
		return into, err
	}
	if problems := doc.Decode(&into); len(problems) > 0 {
		return into, fmt.Errorf("the demo data are damaged: %w", problems)
	}
	return into, nil
}

func load(q *questionnaires.Questionnaire, name string) (*assessment.Assessment, error) {
	f, err := read[file](name)
	if err != nil {
		return nil, err
	}
	a, err := assessment.New(q, f.Subject, f.Session, f.Scope)
	if err != nil {
		return nil, err
	}
	a.State, a.Notes, a.Targets, a.Weighings, a.Plan = f.State, f.Notes, f.Targets, f.Weighings, f.Plan
	for _, ans := range f.Answers {
		a.SetAnswer(ans)
	}
	return a, nil
}
