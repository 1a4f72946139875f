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
		Country: s.country, Respondent: s.alias, Role: s.role, Round: s.round, Scope: s.scope()}
	for field, given := range map[setup.Given]bool{
		setup.Name: s.unit != "", setup.Kind: s.kind != "", setup.Country: s.country != "", setup.Respondent: s.alias != "",
		setup.Role: s.role != "", setup.Round: s.round != "", setup.Scope: s.quick || len(s.dimensions) > 0,
	} {
		if given {
			f.Given |= field
		}
	}
	if f.Given&setup.Scope == 0 {
		f.Scope = assessment.Scope{} // the full one is not chosen beforehand
	}
	if err := setup.Run(ctx, a.streams, &f); err != nil {
		return err
	}
	s.unit, s.kind, s.country, s.alias, s.role, s.round = f.Name, string(f.Kind), f.Country, f.Respondent, f.Role, f.Round
	s.quick, s.dimensions = f.Scope.Kind == assessment.Quick, nil
	for _, id := range f.Scope.Dimensions {
		s.dimensions = append(s.dimensions, string(id))
	}
	return nil
}
