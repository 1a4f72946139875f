package assessment

import (
	"fmt"
	"reflect"
	"time"

	"dgca/questionnaires"
)

// Planning leads from levels to a plan: targets, the weighing of gaps, and
// actions. It is to the plan what a Session is to the answers: it draws nothing
// and saves nothing, and what cannot be done is an error in words that leaves
// everything as it was. It never changes an answer. Every step can be undone.
type Planning struct {
	q     *questionnaires.Questionnaire // nil when it is not at hand
	a     *Assessment
	today string
	steps []undoStep
}

// undoStep is a step and what was chosen before it.
type undoStep struct {
	step   Step
	before choices
}

// choices are the parts of an assessment that a plan is made of.
type choices struct {
	targets   Targets
	weighings []Weighing
	plan      Plan
}

// Step names something that was done and can be undone.
type Step struct {
	Kind    StepKind
	Subject string // id of the dimension, statement or action; empty for StartStep
}

// StepKind is what a step did.
type StepKind int

// The kinds of step.
const (
	DimensionTargetStep StepKind = iota + 1
	StatementTargetStep
	WeighStep
	StartStep
	AddStep
	EditStep
	RemoveStep
	StatusStep
)

// PlanError says why a step is not possible. Nothing was changed.
type PlanError struct {
	Field   string // key of the field in the file, such as "end"; empty where no field is to blame
	Message string
	Remedy  string // what to do, or ""
}

func (e *PlanError) Error() string { return e.Message }

// Hint returns what to do about it.
func (e *PlanError) Hint() string { return e.Remedy }

func planError(field, remedy, format string, args ...any) error {
	return &PlanError{Field: field, Message: fmt.Sprintf(format, args...), Remedy: remedy}
}

// NewPlanning opens the planning of an assessment on a day. The questionnaire
// may be nil when it is not at hand: then there are no proposals, ideas and
// catalogues. It fails with ErrOtherQuestionnaire when the questionnaire is not
// the one that the assessment was made with.
func NewPlanning(q *questionnaires.Questionnaire, a *Assessment, today time.Time) (*Planning, error) {
	if q != nil && q.Digest() != a.Questionnaire.Digest {
		return nil, fmt.Errorf("%w: it says %s %s, this is %s %s", ErrOtherQuestionnaire,
			a.Questionnaire.ID, a.Questionnaire.Version, q.ID, q.Version)
	}
	return &Planning{q: q, a: a, today: today.Format(dayLayout)}, nil
}

// Questionnaire returns the questionnaire, or nil when it is not at hand.
func (p *Planning) Questionnaire() *questionnaires.Questionnaire { return p.q }

// Assessment returns the assessment that is planned for. To save it while
// planning goes on, save a Clone.
func (p *Planning) Assessment() *Assessment { return p.a }

// Today returns the day of the planning, YYYY-MM-DD.
func (p *Planning) Today() string { return p.today }

// CanUndo returns the step that Undo would take back, and whether there is one.
func (p *Planning) CanUndo() (Step, bool) {
	if len(p.steps) == 0 {
		return Step{}, false
	}
	return p.steps[len(p.steps)-1].step, true
}

// Undo takes the last step back and returns it. It reports whether there was
// one.
func (p *Planning) Undo() (Step, bool) {
	step, ok := p.CanUndo()
	if ok {
		before := p.steps[len(p.steps)-1].before
		p.a.Targets, p.a.Weighings, p.a.Plan = before.targets, before.weighings, before.plan
		p.steps = p.steps[:len(p.steps)-1]
	}
	return step, ok
}

// change does a step. Where it fails, everything stays as it was; where it
// changes nothing, there is nothing to undo.
func (p *Planning) change(kind StepKind, subject string, do func() error) error {
	before := p.a.choices()
	if err := do(); err != nil {
		p.a.Targets, p.a.Weighings, p.a.Plan = before.targets, before.weighings, before.plan
		return err
	}
	if !reflect.DeepEqual(before, p.a.choices()) {
		p.steps = append(p.steps, undoStep{Step{kind, subject}, before})
	}
	return nil
}

// choices returns a deep copy of what a plan is made of.
func (a *Assessment) choices() choices {
	c := a.Clone()
	return choices{c.Targets, c.Weighings, c.Plan}
}
