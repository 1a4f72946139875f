package setup

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/questionnaires"
)

// WorkshopFields is what the set-up of a workshop asks. What a field holds
// before is shown as the default; an empty field has none.
type WorkshopFields struct {
	Questionnaire *questionnaires.Questionnaire
	Line          bool // ask line by line

	Title, Date, Start, Place, Facilitator string

	Participants string // a file with the list of people; "" for people about one unit
	Unit         string
	Kind         assessment.UnitKind
	Country      string
	People       int

	Groups        int
	GroupsGiven   bool // not asked
	OwnDimensions bool
	Scope         assessment.Scope
	ScopeGiven    bool // not asked

	MostPeople, MostGroups int
	// FileProblem says in words why the list of people cannot be read, or "".
	FileProblem func(path string) string
}

// RunWorkshop asks what a new workshop needs, on a screen or line by line. The
// fields change only when every question was answered.
func RunWorkshop(ctx context.Context, streams *terminal.Streams, f *WorkshopFields) error {
	w := newWorkshopAnswers(f)
	if err := run(ctx, streams, "New workshop", f.Line, w.questions()); err != nil {
		return err
	}
	w.apply()
	return nil
}

// workshopAnswers are the values while they are asked.
type workshopAnswers struct {
	f                                      *WorkshopFields
	scopes                                 *answers // asks for the scope as for one assessment
	title, date, start, place, facilitator string
	who, file                              string
	unit, kind, country, people            string
	groups, share                          string
}

// The values of the questions with options.
const (
	fromFile    = "file"
	aboutOne    = "one"
	allOfThem   = "all"
	shareOfThem = "own"
)

func newWorkshopAnswers(f *WorkshopFields) *workshopAnswers {
	w := &workshopAnswers{f: f, title: f.Title, date: f.Date, start: f.Start, place: f.Place, facilitator: f.Facilitator,
		file: f.Participants, unit: f.Unit, kind: string(f.Kind), country: f.Country, people: number(f.People), groups: number(f.Groups)}
	inner := Fields{Questionnaire: f.Questionnaire}
	if f.ScopeGiven {
		inner.Scope = f.Scope
	}
	w.scopes = newAnswers(&inner)
	switch {
	case f.Participants != "":
		w.who = fromFile
	case f.Unit != "" || f.People > 0:
		w.who = aboutOne
	}
	if f.OwnDimensions {
		w.share = shareOfThem
	}
	return w
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (w *workshopAnswers) questions() []*question {
	one := func() bool { return w.who != aboutOne }
	list := func() bool { return w.who != fromFile }
	noGroups := func() bool { return w.count(w.groups) == 0 }
	all := []*question{
		{title: "What is the title of the workshop?", missing: "Please write a title.", text: &w.title},
		{title: "On which day does it begin?", help: "As 2026-11-23.", missing: "Please write a day.", text: &w.date, check: checkLayout("2006-01-02", "This is not a date. Please write it as 2026-11-23.")},
		{title: "At what time does the session begin? (optional)", help: "As 09:30. The plan for 90 minutes then says when each part begins.", text: &w.start, check: checkLayout("15:04", "This is not a time. Please write it as 09:30.")},
		{title: "Place (optional)", text: &w.place},
		{title: "Facilitator (optional)", text: &w.facilitator},
		{title: "Who takes part?", missing: "Please choose one of the two.", text: &w.who, options: []option{
			{fromFile, "People from a list in a file (CSV): several units or countries, names, groups"},
			{aboutOne, "A number of people about one unit"}}},
		{title: "Which file has the list?", help: "A table with the columns alias, name, unit, unit_kind, country, kind, role, group. Only unit is needed.",
			missing: "Please write the name of the file.", text: &w.file, hidden: list, check: w.f.FileProblem},
		{title: "What is the name of the unit that is assessed?", missing: "Please write the name of the unit.", text: &w.unit, hidden: one},
		{title: "What kind of unit is it?", help: "For a list: the kind of units for which the list names none.", missing: "Please choose one of the kinds.", options: w.scopes.kinds(), text: &w.kind},
		{title: "Country (optional)", text: &w.country, hidden: one},
		{title: "How many people take part?", help: "They get the aliases P01, P02 and so on.", missing: "Please write a number.", text: &w.people, hidden: one,
			check: w.checkNumber(1, w.f.MostPeople)},
	}
	if !w.f.GroupsGiven {
		all = append(all,
			&question{title: "How many groups? (optional)", help: "They are drawn at random; people of one country sit apart. Leave it empty for no groups, or when your list plans them.",
				text: &w.groups, check: w.checkNumber(0, w.f.MostGroups)})
	}
	all = append(all, &question{title: "What does each group answer?", missing: "Please choose one of the two.", text: &w.share, hidden: noGroups, options: []option{
		{allOfThem, "All dimensions"}, {shareOfThem, "Its own dimensions: they are shared out over the groups"}}})
	if !w.f.ScopeGiven {
		all = append(all,
			&question{title: "How much is answered?", missing: "Please choose how much is answered.", options: w.scopes.scopes(), text: &w.scopes.scope},
			&question{title: "Which dimensions?", missing: "Please choose at least one dimension.", options: w.scopes.dimensionOptions(), many: &w.scopes.dimensions,
				hidden: func() bool { return w.scopes.scope != someDimensions }})
	}
	return all
}

// count is a number that was typed; 0 for none.
func (w *workshopAnswers) count(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 0
	}
	return n
}

func (w *workshopAnswers) checkNumber(least, most int) func(string) string {
	return func(text string) string {
		if n, err := strconv.Atoi(text); text != "" && (err != nil || n < least || n > most) {
			return fmt.Sprintf("This is not a number from %d to %d.", least, most)
		}
		return ""
	}
}

// checkLayout refuses what is not in a layout of package time; an empty text is
// good.
func checkLayout(layout, problem string) func(string) string {
	return func(text string) string {
		if _, err := time.Parse(layout, text); text != "" && err != nil {
			return problem
		}
		return ""
	}
}

// apply writes the answers into the fields.
func (w *workshopAnswers) apply() {
	f := w.f
	for text, to := range map[*string]*string{&w.title: &f.Title, &w.date: &f.Date, &w.start: &f.Start, &w.place: &f.Place, &w.facilitator: &f.Facilitator} {
		*to = assessment.CleanLine(*text)
	}
	f.Kind, f.Participants, f.Unit, f.Country, f.People = assessment.UnitKind(w.kind), "", "", "", 0
	if w.who == fromFile {
		f.Participants = assessment.CleanLine(w.file)
	} else {
		f.Unit, f.Country, f.People = assessment.CleanLine(w.unit), assessment.CleanLine(w.country), w.count(w.people)
	}
	if !f.GroupsGiven {
		f.Groups = w.count(w.groups)
	}
	f.OwnDimensions = f.OwnDimensions || w.share == shareOfThem && w.count(w.groups) > 0
	if !f.ScopeGiven {
		var inner Fields
		w.scopes.apply(&inner)
		f.Scope = inner.Scope
	}
}
