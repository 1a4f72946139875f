package assessment

import (
	"fmt"
	"slices"
	"strings"
)

// Plan is what the people of the unit decided to do about their gaps. It never
// changes an answer or a level.
type Plan struct {
	Start   string   `yaml:"start,omitempty"`   // the first day, YYYY-MM-DD; the phases count from it
	Actions []Action `yaml:"actions,omitempty"` // in the order in which they were added
}

// ActionID names an action within its plan, such as "A1".
type ActionID string

// Action is one thing to do. Only ID and What are required: what is missing is
// reported by CheckPlan, because a plan is filled in over several meetings.
type Action struct {
	ID          ActionID       `yaml:",key"`
	What        string         `yaml:"what"`
	EntryPoint  string         `yaml:"entry_point,omitempty"` // who can decide it, and by which instrument
	Kind        ActionKind     `yaml:"kind,omitempty"`
	Owner       string         `yaml:"owner,omitempty"`
	Start       string         `yaml:"start,omitempty"` // the first day, YYYY-MM-DD
	End         string         `yaml:"end,omitempty"`   // the last day, YYYY-MM-DD
	Resources   string         `yaml:"resources,omitempty"`
	Cost        CostClass      `yaml:"cost,omitempty"`
	Inform      string         `yaml:"inform,omitempty"`          // whom to inform
	Measure     string         `yaml:"success_measure,omitempty"` // how we will know that it worked
	Baseline    Level          `yaml:"baseline,omitempty"`        // 1 to K, when the action was planned; 0 is not said
	Target      Level          `yaml:"target,omitempty"`          // 1 to K, of the statements it serves, when it is done; 0 is not said
	Serves      []StatementID  `yaml:"serves,omitempty,flow"`
	After       []ActionID     `yaml:"after,omitempty,flow"`   // prerequisites: the actions that must be finished first
	ChangeLevel string         `yaml:"change_level,omitempty"` // id of a level of change of the questionnaire
	FirstStep   string         `yaml:"first_step,omitempty"`   // what is done this month
	Status      ActionStatus   `yaml:"status"`
	History     []StatusChange `yaml:"history,omitempty"` // every change of the status, the oldest first
}

// ActionKind says what sort of change an action is. The zero value is "not
// said".
type ActionKind string

// The kinds of action, those of the next steps of a questionnaire.
const (
	Policy       ActionKind = "policy"
	Legal        ActionKind = "legal"
	Organisation ActionKind = "organisation"
	People       ActionKind = "people"
	Money        ActionKind = "money"
	Data         ActionKind = "data"
	Technology   ActionKind = "technology"
)

// ActionKinds lists the kinds of action.
func ActionKinds() []ActionKind {
	return []ActionKind{Policy, Legal, Organisation, People, Money, Data, Technology}
}

// CostClass says roughly what an action costs. The zero value is "not said".
type CostClass string

// The classes of cost.
const (
	LowCost    CostClass = "low"
	MediumCost CostClass = "medium"
	HighCost   CostClass = "high"
)

// CostClasses lists the classes of cost, the cheapest first.
func CostClasses() []CostClass { return []CostClass{LowCost, MediumCost, HighCost} }

// ActionStatus says how far an action has come. The zero value is planned.
type ActionStatus string

// The statuses of an action. In files the zero value is the word planned.
const (
	Planned ActionStatus = ""
	Started ActionStatus = "started"
	Done    ActionStatus = "done"
	Dropped ActionStatus = "dropped"
)

// ActionStatuses lists the statuses in the usual order.
func ActionStatuses() []ActionStatus { return []ActionStatus{Planned, Started, Done, Dropped} }

// String returns the word for the status in files and outputs.
func (s ActionStatus) String() string {
	if s == Planned {
		return "planned"
	}
	return string(s)
}

// MarshalText returns the word of String.
func (s ActionStatus) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the words of String; an empty text is planned.
func (s *ActionStatus) UnmarshalText(b []byte) error {
	word := string(b)
	for _, known := range ActionStatuses() {
		if word == known.String() || word == "" {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("%q is not a status: write planned, started, done or dropped", word)
}

// StatusChange is one change of the status of an action.
type StatusChange struct {
	Date   string       `yaml:"date"` // YYYY-MM-DD
	Status ActionStatus `yaml:"status"`
	Note   string       `yaml:"note,omitempty"` // one line
}

// Open reports whether the action is neither done nor dropped.
func (a *Action) Open() bool { return a.Status == Planned || a.Status == Started }

// Serves reports whether an action that was not dropped serves a statement.
func (p *Plan) Serves(id StatementID) bool { return len(p.serving(id)) > 0 }

// IsEmpty reports whether nothing was planned yet.
func (p *Plan) IsEmpty() bool { return p.Start == "" && len(p.Actions) == 0 }

// Action returns the action with the given id, or nil.
func (p *Plan) Action(id ActionID) *Action {
	if i := p.index(id); i >= 0 {
		return &p.Actions[i]
	}
	return nil
}

func (p *Plan) index(id ActionID) int {
	return slices.IndexFunc(p.Actions, func(a Action) bool { return a.ID == id })
}

// NextID returns the first id of A1, A2, A3 and so on that comes after all ids
// of this form.
func (p *Plan) NextID() ActionID {
	most := 0
	for _, a := range p.Actions {
		var n int
		if _, err := fmt.Sscanf(string(a.ID), "A%d", &n); err == nil && a.ID == ActionID(fmt.Sprintf("A%d", n)) {
			most = max(most, n)
		}
	}
	return ActionID(fmt.Sprintf("A%d", most+1))
}

// Clone returns a deep copy.
func (p *Plan) Clone() Plan {
	c := *p
	c.Actions = slices.Clone(p.Actions)
	for i := range c.Actions {
		c.Actions[i] = c.Actions[i].Clone()
	}
	return c
}

// Clone returns a deep copy.
func (a Action) Clone() Action {
	a.Serves, a.After, a.History = slices.Clone(a.Serves), slices.Clone(a.After), slices.Clone(a.History)
	return a
}

// Clean makes the texts of an action safe to store and takes repeated
// statements and prerequisites out.
func (a Action) Clean() Action {
	a = a.Clone()
	for _, s := range []*string{&a.What, &a.Owner, &a.Start, &a.End} {
		*s = CleanLine(*s)
	}
	for _, s := range []*string{&a.EntryPoint, &a.Resources, &a.Inform, &a.Measure, &a.FirstStep} {
		*s = strings.TrimSpace(CleanText(*s))
	}
	a.Serves, a.After = unique(a.Serves), unique(a.After)
	for i := range a.History {
		a.History[i].Note = CleanLine(a.History[i].Note)
	}
	return a
}

// unique takes repetitions out of a short list.
func unique[T comparable](list []T) []T {
	var out []T
	for _, x := range list {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}
