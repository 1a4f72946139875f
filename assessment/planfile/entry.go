package planfile

import (
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/questionnaires/strictyaml"
)

// The columns of a table of actions, and the keys of an action in YAML.
const (
	questionnaireName = "questionnaire"
	planStartName     = "plan_start"
	actionName        = "action"
	whatName          = "what"
	entryPointName    = "entry_point"
	kindName          = "kind"
	ownerName         = "owner"
	startName         = "start"
	endName           = "end"
	resourcesName     = "resources"
	costName          = "cost"
	informName        = "inform"
	measureName       = "success_measure"
	baselineName      = "baseline"
	targetName        = "target"
	servesName        = "serves"
	afterName         = "after"
	changeLevelName   = "change_level"
	firstStepName     = "first_step"
	statusName        = "status"
	historyName       = "history"
)

// fieldNames are the fields of an action that a file can give.
var fieldNames = []string{whatName, entryPointName, kindName, ownerName, startName, endName, resourcesName, costName,
	informName, measureName, baselineName, targetName, servesName, afterName, changeLevelName, firstStepName, statusName, historyName}

// entry is one action as far as a file gives it.
type entry struct {
	file *file
	place
	action   assessment.Action
	given    map[string]place // the fields that are not empty
	history  bool             // the file has a place for the history, perhaps an empty one
	problems strictyaml.Problems
}

func (f *file) newEntry(at place) *entry {
	return &entry{file: f, place: at, given: map[string]place{}}
}

func (e *entry) add(at place, hint, format string, args ...any) {
	e.problems = append(e.problems, e.file.fault(at, hint, format, args...)...)
}

// set takes one field. An empty one says nothing.
func (e *entry) set(name, value string, at place) {
	value = strings.TrimSpace(assessment.CleanText(value))
	e.history = e.history || name == historyName
	if value == "" {
		return
	}
	e.given[name] = at
	a := &e.action
	word := strings.ToLower(value)
	switch name {
	case actionName:
		a.ID = assessment.ActionID(value)
	case whatName:
		a.What = value
	case entryPointName:
		a.EntryPoint = value
	case kindName:
		a.Kind = assessment.ActionKind(word)
	case ownerName:
		a.Owner = value
	case startName:
		a.Start = value
	case endName:
		a.End = value
	case resourcesName:
		a.Resources = value
	case costName:
		a.Cost = assessment.CostClass(word)
	case informName:
		a.Inform = value
	case measureName:
		a.Measure = value
	case baselineName:
		a.Baseline = e.level(name, value, at)
	case targetName:
		a.Target = e.level(name, value, at)
	case servesName:
		a.Serves = ids[assessment.StatementID](value)
	case afterName:
		a.After = ids[assessment.ActionID](value)
	case changeLevelName:
		a.ChangeLevel = value
	case firstStepName:
		a.FirstStep = value
	case statusName:
		if err := a.Status.UnmarshalText([]byte(word)); err != nil {
			e.add(at, "write planned, started, done or dropped", "%q is not a status", sheet.Shorten(value))
		}
	case historyName:
		e.changes(value, at)
	}
}

func (e *entry) level(name, value string, at place) assessment.Level {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		e.add(at, "write the number of a level, such as 3", "the %s %q is not a level", name, sheet.Shorten(value))
		return 0
	}
	return assessment.Level(min(n, 1000))
}

// ids takes a list of ids apart.
func ids[T ~string](value string) []T {
	var out []T
	for _, id := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(",; \n\t", r) }) {
		out = append(out, T(id))
	}
	return out
}

// changes reads changes of the status, one on each line: the day, the status
// and, after a colon, a note.
func (e *entry) changes(value string, at place) {
	for line := range strings.Lines(value) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		head, note, _ := strings.Cut(line, ":")
		words := strings.Fields(head)
		if len(words) != 2 {
			e.add(at, "write each change on a line such as: 2026-11-23 done: Signed", "%q is not a change of the status", sheet.Shorten(line))
			continue
		}
		e.change(words[0], words[1], note, at)
	}
}

func (e *entry) change(day, status, note string, at place) {
	h := assessment.StatusChange{Date: day, Note: assessment.CleanLine(note)}
	if err := h.Status.UnmarshalText([]byte(strings.ToLower(status))); err != nil {
		e.add(at, "write planned, started, done or dropped", "%q is not a status", sheet.Shorten(status))
	}
	e.action.History = append(e.action.History, h)
	e.given[historyName], e.history = at, true
}

// finish keeps the action, also with a fault, so that others can name it.
func (e *entry) finish() strictyaml.Problems {
	e.file.actions = append(e.file.actions, e)
	return e.problems
}

// copyTo puts the given fields into an action.
func (e *entry) copyTo(to *assessment.Action) {
	from := e.action.Clean()
	for name := range e.given {
		switch name {
		case whatName:
			to.What = from.What
		case entryPointName:
			to.EntryPoint = from.EntryPoint
		case kindName:
			to.Kind = from.Kind
		case ownerName:
			to.Owner = from.Owner
		case startName:
			to.Start = from.Start
		case endName:
			to.End = from.End
		case resourcesName:
			to.Resources = from.Resources
		case costName:
			to.Cost = from.Cost
		case informName:
			to.Inform = from.Inform
		case measureName:
			to.Measure = from.Measure
		case baselineName:
			to.Baseline = from.Baseline
		case targetName:
			to.Target = from.Target
		case servesName:
			to.Serves = from.Serves
		case afterName:
			to.After = from.After
		case changeLevelName:
			to.ChangeLevel = from.ChangeLevel
		case firstStepName:
			to.FirstStep = from.FirstStep
		case statusName:
			to.Status = from.Status
		case historyName:
			to.History = from.History
		}
	}
}
