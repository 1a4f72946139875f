package cli

import (
	"context"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/tui/setup"
	"dgca/questionnaires"
)

// completeSetup asks for what a new assessment needs and no flag says. Nothing
// is asked when the unit and its kind are given.
func (a *app) completeSetup(ctx context.Context, q *questionnaires.Questionnaire, opts *assessOptions) error {
	s := &opts.setup
	if s.date == "" {
		now, err := a.now()
		if err != nil {
			return err
		}
		s.date = now.Format(dayLayout)
	}
	var missing []string
	if s.unit == "" {
		missing = append(missing, "--unit NAME")
	}
	if s.kind == "" {
		missing = append(missing, "--kind KIND")
	}
	switch {
	case len(missing) == 0:
		return nil
	case opts.answers != "" || !a.streams.InIsTerminal():
		return usagef("add "+strings.Join(missing, " and "),
			"assess: a new assessment needs the name and the kind of the unit, and there is no terminal to ask on")
	}
	return a.askSetup(ctx, q, opts)
}

// askSetup asks a person for what no flag says.
func (a *app) askSetup(ctx context.Context, q *questionnaires.Questionnaire, opts *assessOptions) error {
	s := &opts.setup
	f := setup.Fields{Questionnaire: q, Line: opts.line, Name: s.unit, Kind: assessment.UnitKind(s.kind),
		Country: s.country, Cluster: s.cluster, Type: s.session().Type, Respondent: s.alias, Role: s.role, Facilitator: s.facilitator,
		Round: s.round, Scope: s.scope(), Path: opts.file,
		PathProblem: newFileProblem,
		OfferPath: func(f setup.Fields) string {
			path, _ := freePath("", resultName(assessment.Subject{Name: f.Name, Kind: f.Kind}, s.date), ".yaml")
			return path
		}}
	for field, given := range map[setup.Given]bool{
		setup.Name: s.unit != "", setup.Kind: s.kind != "", setup.Country: s.country != "", setup.Cluster: s.cluster != "",
		setup.Type: s.group, setup.Respondent: s.alias != "", setup.Role: s.role != "", setup.Facilitator: s.facilitator != "",
		setup.Round: s.round != "", setup.Scope: s.quick || len(s.dimensions) > 0, setup.Path: opts.file != "",
	} {
		if given {
			f.Given |= field
		}
	}
	if f.Round == "" {
		f.Round, _, _ = strings.Cut(s.date, "-") // the year, to be changed where rounds have other names
	}
	if f.Given&setup.Scope == 0 {
		f.Scope = assessment.Scope{} // the full one is not chosen beforehand
	}
	if err := setup.Run(ctx, a.streams, &f); err != nil {
		return err
	}
	s.unit, s.kind, s.country, s.cluster = f.Name, string(f.Kind), f.Country, f.Cluster
	s.group, s.alias, s.role, s.facilitator, s.round = f.Type == assessment.Group, f.Respondent, f.Role, f.Facilitator, f.Round
	opts.file = f.Path
	s.quick, s.dimensions = f.Scope.Kind == assessment.Quick, nil
	for _, id := range f.Scope.Dimensions {
		s.dimensions = append(s.dimensions, string(id))
	}
	return nil
}
