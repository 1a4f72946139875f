package setup

import (
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/questionnaires"
)

// question is one thing to ask: a text, one of several options, or some of
// them.
type question struct {
	title, help string
	missing     string   // what to say when there must be an answer and is none
	options     []option // none: a text
	text        *string  // the text, or the value of the chosen option
	many        *[]string
	hidden      func() bool         // nil: always asked
	offer       func() string       // nil: no offer; what stands there when the question is opened first
	offered     string              // the last offer, to tell it from what a person wrote
	check       func(string) string // nil: every text is good; says in words what is wrong
}

type option struct{ value, label string }

// problem says in words what is wrong with the answer, or "".
func (q *question) problem() string {
	switch {
	case q.many != nil && len(*q.many) == 0:
		return q.missing
	case q.many != nil:
		return ""
	case q.options != nil && q.label(*q.text) == "":
		return q.missing
	case q.missing != "" && assessment.CleanLine(*q.text) == "":
		return q.missing
	case len([]rune(*q.text)) > assessment.MaxName:
		return fmt.Sprintf("This is too long. Please use no more than %d characters.", assessment.MaxName)
	case q.check != nil:
		return q.check(assessment.CleanLine(*q.text))
	}
	return ""
}

// prepare puts the offer into a question that is about to be asked, unless the
// person wrote something else before.
func (q *question) prepare() {
	if q.offer != nil && *q.text == q.offered {
		q.offered = q.offer()
		*q.text = q.offered
	}
}

func (q *question) asked() bool { return q.hidden == nil || !q.hidden() }

// answers are the values while they are asked. The zero value of a choice is
// "not chosen yet": nothing is chosen for a person.
type answers struct {
	f                                    *Fields
	q                                    *questionnaires.Questionnaire
	given                                Given
	name, country, cluster               string
	respondent, role, facilitator, round string
	kind, session, scope                 string
	dimensions                           []string
	path                                 string
}

// someDimensions is the scope of chosen dimensions.
const someDimensions = "dimensions"

func newAnswers(f *Fields) *answers {
	a := &answers{f: f, q: f.Questionnaire, given: f.Given, name: f.Name, country: f.Country, cluster: f.Cluster, respondent: f.Respondent,
		role: f.Role, facilitator: f.Facilitator, round: f.Round, kind: string(f.Kind), session: string(f.Type), scope: string(f.Scope.Kind), path: f.Path}
	for _, d := range f.Scope.Dimensions {
		if a.q.Dimension(d) == nil {
			continue
		}
		a.scope = someDimensions
		a.dimensions = append(a.dimensions, string(d))
	}
	return a
}

func (a *answers) questions() []*question {
	all := []struct {
		field Given
		q     *question
	}{
		{Name, &question{title: "What is the name of the unit that is assessed?", help: "A government, an institution or another public organisation. Not a portal or a project.",
			missing: "Please write the name of the unit.", text: &a.name}},
		{Kind, &question{title: "What kind of unit is it?", help: "The statements are worded for it.", missing: "Please choose one of the kinds.", options: a.kinds(), text: &a.kind}},
		{Country, &question{title: "Country (optional)", text: &a.country}},
		{Cluster, &question{title: "Cluster (optional)", help: "A name for a group of similar units, such as \"social ministries\" or \"coast cities\". It helps to compare them later.", text: &a.cluster}},
		{Type, &question{title: "Who answers?", missing: "Please choose who answers.", options: sessionTypes, text: &a.session}},
		{Respondent, &question{title: "Your alias (optional)", help: "A short name or number that tells your answers from those of others, such as R07. It need not be your name.", text: &a.respondent, hidden: a.group}},
		{Respondent, &question{title: "An alias for the group (optional)", help: "A short name or number, such as G2.", text: &a.respondent, hidden: a.person}},
		{Role, &question{title: "Your role in the unit (optional)", help: "For example: head of department, IT staff.", text: &a.role, hidden: a.group}},
		{Facilitator, &question{title: "Facilitator (optional)", help: "Who leads the group. Leave it empty if there is nobody.", text: &a.facilitator, hidden: a.person}},
		{Round, &question{title: "Round (optional)", help: "A name for this assessment if it is repeated, such as 2026 or \"second round\".", text: &a.round}},
		{Scope, &question{title: "How much do you want to answer?", missing: "Please choose how much to answer.", options: a.scopes(), text: &a.scope}},
		{Scope, &question{title: "Which dimensions?", missing: "Please choose at least one dimension.", options: a.dimensionOptions(), many: &a.dimensions,
			hidden: func() bool { return a.scope != someDimensions }}},
		{Path, &question{title: "Where to save the answers?", help: "The name of a new file, ending in .yaml. It is made in this folder unless you name another one.",
			missing: "Please write the name of a file.", text: &a.path, offer: a.offerPath, check: a.f.PathProblem}},
	}
	if a.f.Paper {
		alias, role := all[5].q, all[7].q
		alias.title, alias.help = "Which alias stands on the sheet?", "A short name or number that tells this sheet from the others, such as R07."
		alias.missing = "Please write an alias. If the sheet has none, write a number on it and use that."
		role.title = "Which role stands on the sheet? (optional)"
	}
	var ask []*question
	for _, x := range all {
		if a.given&x.field == 0 {
			ask = append(ask, x.q)
		}
	}
	return ask
}

// sessionTypes are the ways to answer.
var sessionTypes = []option{
	{string(assessment.Individual), "One person"},
	{string(assessment.Group), "A group that agrees on each answer"},
}

func (a *answers) group() bool  { return a.session == string(assessment.Group) }
func (a *answers) person() bool { return !a.group() }

// offerPath is the name of the file for what was answered so far.
func (a *answers) offerPath() string {
	f := *a.f
	a.apply(&f)
	return f.OfferPath(f)
}

func (a *answers) kinds() []option {
	var opts []option
	for _, u := range a.q.Units {
		opts = append(opts, option{string(u.Kind), terminal.CleanLine(u.Name)})
	}
	if len(opts) == 0 {
		opts = []option{{string(questionnaires.Government), "Whole government"}, {string(questionnaires.Institution), "One institution"},
			{string(questionnaires.Local), "Local government"}, {string(questionnaires.Other), "Another public organisation"}}
	}
	return opts
}

func (a *answers) scopes() []option {
	all, quick := 0, 0
	for st := range a.q.Statements() {
		all++
		if st.Quick {
			quick++
		}
	}
	opts := []option{{string(assessment.Full), scopeLabel("Full", all, a.q.Scopes.Full)}}
	if quick > 0 {
		opts = append(opts, option{string(assessment.Quick), scopeLabel("Quick", quick, a.q.Scopes.Quick)})
	}
	if len(a.q.Dimensions) > 1 {
		opts = append(opts, option{someDimensions, "Only some dimensions"})
	}
	return opts
}

func scopeLabel(name string, statements int, s questionnaires.Scope) string {
	if n := terminal.CleanLine(s.Name); n != "" {
		name = n
	}
	label := fmt.Sprintf("%s: %d statements", name, statements)
	if s.MinutesAlone > 0 {
		label += fmt.Sprintf(", about %d minutes", s.MinutesAlone)
	}
	return label
}

func (a *answers) dimensionOptions() []option {
	var opts []option
	for _, d := range a.q.Dimensions {
		n := 0
		for _, el := range d.Elements {
			n += len(el.Statements)
		}
		opts = append(opts, option{string(d.ID), fmt.Sprintf("%s (%d statements)", terminal.CleanLine(d.Title), n)})
	}
	return opts
}

// apply writes the answers into the fields.
func (a *answers) apply(f *Fields) {
	for text, to := range map[*string]*string{&a.name: &f.Name, &a.country: &f.Country, &a.cluster: &f.Cluster, &a.respondent: &f.Respondent,
		&a.role: &f.Role, &a.facilitator: &f.Facilitator, &a.round: &f.Round, &a.path: &f.Path} {
		*to = assessment.CleanLine(*text)
	}
	f.Kind, f.Type = assessment.UnitKind(a.kind), assessment.SessionType(a.session)
	if a.given&Scope != 0 {
		return
	}
	f.Scope = assessment.Scope{Kind: assessment.ScopeKind(a.scope)}
	if a.scope == someDimensions {
		f.Scope = assessment.Scope{Kind: assessment.Full}
		for _, d := range a.q.Dimensions { // in the order of the questionnaire
			if slices.Contains(a.dimensions, string(d.ID)) {
				f.Scope.Dimensions = append(f.Scope.Dimensions, d.ID)
			}
		}
	}
}

// label is the text of an option, or "" when the value is none of them.
func (q *question) label(value string) string {
	for _, o := range q.options {
		if o.value == value {
			return o.label
		}
	}
	return ""
}

// chosen lists the labels of the chosen options.
func (q *question) chosen() string {
	var labels []string
	for _, o := range q.options {
		if slices.Contains(*q.many, o.value) {
			labels = append(labels, o.label)
		}
	}
	return strings.Join(labels, "; ")
}
