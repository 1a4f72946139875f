package demo

import (
	"fmt"

	"dgca/assessment"
	"dgca/questionnaires"
)

// Course is material to teach with: results to compare, and the earlier rounds
// of the first of them.
type Course struct {
	Units  []*assessment.Assessment // eight institutions of three countries
	Rounds []*assessment.Assessment // of the first unit, the earliest first; the last is Units[0]
}

// courseFile is what the data file says.
type courseFile struct {
	Units  []courseUnit `yaml:"units"`
	Rounds []courseUnit `yaml:"rounds"`
}

// courseUnit is one result in short. Of each dimension it has a sign for each
// statement: a level, d for don't know, n for not applicable.
type courseUnit struct {
	Subject assessment.Subject     `yaml:"unit"`
	Session assessment.SessionInfo `yaml:"session"`
	Answers map[string]string      `yaml:"answers"`
	Cases   map[string]courseCase  `yaml:"cases"`
	Plan    assessment.Plan        `yaml:"plan"`
}

type courseCase struct {
	Title   string `yaml:"title"`
	Done    string `yaml:"done"`
	Result  string `yaml:"result"`
	Contact string `yaml:"contact"`
}

// NewCourse returns the material. It is always the same.
func NewCourse(q *questionnaires.Questionnaire) (Course, error) {
	const name = "data/course.yaml"
	f, err := read[courseFile](name)
	if err != nil {
		return Course{}, err
	}
	var c Course
	for _, u := range f.Units {
		a, err := u.assessment(q)
		if err != nil {
			return Course{}, err
		}
		c.Units = append(c.Units, a)
	}
	for _, u := range f.Rounds {
		a, err := u.assessment(q)
		if err != nil {
			return Course{}, err
		}
		c.Rounds = append(c.Rounds, a)
	}
	c.Rounds = append(c.Rounds, c.Units[0])
	return c, nil
}

func (u *courseUnit) assessment(q *questionnaires.Questionnaire) (*assessment.Assessment, error) {
	a, err := assessment.New(q, u.Subject, u.Session, assessment.Scope{Kind: assessment.Full})
	if err != nil {
		return nil, err
	}
	a.State, a.Plan = assessment.Agreed, u.Plan
	next := map[assessment.DimensionID]int{}
	for st, place := range a.Asked.Statements() {
		d := a.Asked.Dimensions[place.Dimension].ID
		signs := u.Answers[string(d)]
		if next[d] == len(signs) {
			return nil, fmt.Errorf("the demo data are damaged: %s has no answer of %s", st.ID, u.Subject.Name)
		}
		a.SetAnswer(courseAnswer(st.ID, signs[next[d]], next[d]%3 > 0))
		next[d]++
	}
	for _, d := range a.Asked.Dimensions {
		if c, ok := u.Cases[string(d.ID)]; ok {
			a.Notes = append(a.Notes, assessment.Note{Dimension: d.ID, Case: &assessment.Case{Title: c.Title, Done: c.Done, Result: c.Result, Contact: c.Contact}})
		}
	}
	return a, nil
}

// courseAnswer reads one sign. From level 3 on, evidence is expected.
func courseAnswer(id assessment.StatementID, sign byte, evidence bool) assessment.Answer {
	ans := assessment.Answer{Statement: id}
	switch sign {
	case 'd':
		ans.Choice = assessment.Unknown
	case 'n':
		ans.Choice, ans.Reason = assessment.NotApplicable, "Another authority does this (invented)"
	default:
		if ans.Choice = assessment.Choice(sign - '0'); ans.Choice >= 3 && evidence {
			ans.Evidence = "Invented for the demo"
		}
	}
	return ans
}
