// Package setup asks what is to be known before the first statement: who is
// assessed, who answers, and how much of the questionnaire is asked.
package setup

import (
	"context"
	"errors"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/questionnaires"
)

// The ways a set-up ends without a result. Nothing was created.
var (
	ErrCancelled  = errors.New("the set-up was cancelled; nothing was created")
	ErrInputEnded = errors.New("the input ended before the set-up was complete; nothing was created")
)

// Given names the fields that are known beforehand and not asked.
type Given uint

// The fields.
const (
	Name Given = 1 << iota
	Kind
	Country
	Cluster
	Type
	Respondent
	Role
	Facilitator
	Round
	Scope
	Path
)

// Fields is what the set-up asks. What a field holds before is shown as the
// default; an empty field has none.
type Fields struct {
	Questionnaire *questionnaires.Questionnaire
	Given         Given
	Line          bool // ask line by line; see terminal.Streams.Line
	Paper         bool // a sheet of paper is keyed in: its alias is needed

	Name        string // of the unit
	Kind        assessment.UnitKind
	Country     string
	Cluster     string
	Type        assessment.SessionType
	Respondent  string // an alias
	Role        string
	Facilitator string
	Round       string
	Scope       assessment.Scope

	Path string // of the new file
	// OfferPath returns the path that is offered for what was answered so far.
	OfferPath func(Fields) string
	// PathProblem says in words why no file can be made there, or "".
	PathProblem func(path string) string
}

// Run asks for the fields that are not given, on a screen or line by line. The
// fields change only when every question was answered.
func Run(ctx context.Context, streams *terminal.Streams, f *Fields) error {
	form := newAnswers(f)
	questions := form.questions()
	if err := run(ctx, streams, "New assessment", f.Line, questions); err != nil {
		return err
	}
	form.apply(f)
	return nil
}

// run asks the questions, on a screen or line by line.
func run(ctx context.Context, streams *terminal.Streams, title string, line bool, questions []*question) error {
	switch {
	case len(questions) == 0:
		return nil
	case streams.Line(line):
		return runLines(ctx, streams, title, questions)
	}
	return runScreen(ctx, streams, title, questions)
}
