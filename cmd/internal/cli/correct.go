package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/questionnaires"
)

type correctOptions struct {
	file          string
	setup         setupOptions
	full          bool
	allDimensions bool
	yes           bool
	changed       []string
	questionnaire questionnaireFlag
}

func newCorrectCmd(a *app) *cobra.Command {
	var opts correctOptions
	cmd := &cobra.Command{
		Use:   "correct FILE",
		Short: "Correct the unit, the session or the scope of an assessment",
		Long: `Correct what was entered at the beginning: name and kind of the unit, country,
alias, role, round, date, or how much is asked. All answers to statements that
are still asked stay. What the change does is said before it is made.

A quick assessment becomes a full one with --full: the answers stay, and the
other statements are open. Where answers would be left out, the corrected
assessment goes into a new file and the old one stays as it is.`,
		Example: `  dgca correct unit.yaml --unit "Ministry of Health"
  dgca correct unit.yaml --full`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeOneYAML,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.file = args[0]
			opts.changed = opts.setup.given(cmd)
			return a.runCorrect(cmd.Context(), opts)
		},
	}
	opts.setup.addTo(cmd)
	cmd.Flags().BoolVar(&opts.full, "full", false, "ask the full scope")
	cmd.Flags().BoolVar(&opts.allDimensions, "all-dimensions", false, "ask all dimensions")
	cmd.Flags().BoolVar(&opts.yes, "yes", false, "make the change without asking")
	cmd.MarkFlagsMutuallyExclusive("full", "quick")
	cmd.MarkFlagsMutuallyExclusive("all-dimensions", "dimension")
	opts.questionnaire.addTo(cmd)
	return cmd
}

func (a *app) runCorrect(ctx context.Context, opts correctOptions) (err error) {
	if len(opts.changed) == 0 && !opts.full && !opts.allDimensions {
		return usagef("for example: dgca correct "+quoteArgument(opts.file)+" --full", "correct: say what is to be corrected")
	}
	f, err := openExisting(opts.file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	old := f.Assessment()
	if old.State == assessment.Approved {
		return failf("set it back first: dgca state "+quoteArgument(opts.file)+" draft", "%s: the result was approved by %s; it is not changed", opts.file, old.Approved.By)
	}
	q, err := opts.questionnaire.load()
	if err != nil {
		return err
	}
	if err := opts.setup.check(q); err != nil {
		return err
	}
	corrected, changes, err := opts.apply(q, old)
	if errors.Is(err, assessment.ErrOtherQuestionnaire) {
		return failf("name its file with --questionnaire, or bring the result to this version: dgca assess --upgrade "+quoteArgument(opts.file), "%s: %w", opts.file, err)
	}
	if err != nil {
		return usagef("choose another scope", "correct: %w", err)
	}
	a.sayChanges(old, corrected, changes)
	if !opts.yes {
		if !a.streams.InIsTerminal() {
			return usagef("add --yes", "correct: nothing was changed, because there is no terminal to ask on")
		}
		if yes, err := a.confirm(ctx, "Make this change?"); err != nil || !yes {
			a.say("Nothing was changed.")
			return err
		}
	}
	if len(changes.Lost) > 0 {
		return a.saveCorrectedAside(opts.file, corrected)
	}
	if err := f.Save(corrected); err != nil {
		return err
	}
	a.say("Corrected: %s. The file as it was is in %s.bak", opts.file, opts.file)
	return nil
}

// apply makes the corrected assessment; what no flag names stays as it was.
func (o *correctOptions) apply(q *questionnaires.Questionnaire, old *assessment.Assessment) (*assessment.Assessment, assessment.Changes, error) {
	subject, info, scope := old.Subject, old.Session, old.Scope
	for _, name := range o.changed {
		switch s := &o.setup; name {
		case "unit":
			subject.Name = s.unit
		case "kind":
			subject.Kind = assessment.UnitKind(s.kind)
		case "country":
			subject.Country = s.country
		case "cluster":
			subject.Cluster = s.cluster
		case "alias":
			info.Respondent = s.alias
		case "role":
			info.Role = s.role
		case "round":
			info.Round = s.round
		case "date":
			info.Date = s.date
		case "facilitator":
			info.Facilitator = s.facilitator
		case "group":
			info.Type = s.session().Type
		case "quick":
			scope.Kind = s.scope().Kind
		case "dimension":
			scope.Dimensions = s.scope().Dimensions
		}
	}
	if o.full {
		scope.Kind = assessment.Full
	}
	if o.allDimensions {
		scope.Dimensions = nil
	}
	if strings.TrimSpace(subject.Name) == "" {
		return nil, assessment.Changes{}, errors.New("the name of the unit cannot be empty")
	}
	return assessment.Correct(q, old, subject, info, scope)
}

// sayChanges tells what a correction does.
func (a *app) sayChanges(old, corrected *assessment.Assessment, ch assessment.Changes) {
	differ := func(what, was, is string) {
		if was != is {
			a.say("%s: %q becomes %q", what, was, is)
		}
	}
	differ("Unit", old.Subject.Name, corrected.Subject.Name)
	differ("Kind", string(old.Subject.Kind), string(corrected.Subject.Kind))
	differ("Country", old.Subject.Country, corrected.Subject.Country)
	differ("Cluster", old.Subject.Cluster, corrected.Subject.Cluster)
	differ("Type of session", string(old.Session.Type), string(corrected.Session.Type))
	differ("Alias", old.Session.Respondent, corrected.Session.Respondent)
	differ("Role", old.Session.Role, corrected.Session.Role)
	differ("Round", old.Session.Round, corrected.Session.Round)
	differ("Date", old.Session.Date, corrected.Session.Date)
	differ("Facilitator", old.Session.Facilitator, corrected.Session.Facilitator)
	if ch.Reworded {
		a.say("The statements are worded for another kind of unit. The answers stay; look through them.")
	}
	if len(ch.Added) > 0 {
		a.say("Statements that are asked in addition: %d. They are open.", len(ch.Added))
	}
	if len(ch.Removed) > 0 {
		a.say("Statements that are no longer asked: %d", len(ch.Removed))
	}
	if len(ch.Lost) > 0 {
		a.say("Of these, answered: %d (%s). The corrected assessment goes into a new file; this one keeps them.", len(ch.Lost), someIDs(ch.Lost))
	}
	if len(ch.Plan) > 0 {
		a.say("Actions of the plan that were for a statement that is no longer asked: %s. They stay, without it.", someIDs(ch.Plan))
	}
	if old.State != corrected.State {
		a.say("State: %s becomes %s", old.State, corrected.State)
	}
	if len(ch.Added)+len(ch.Removed) > 0 {
		a.say("The scores are about another set of statements than before.")
	}
}

// someIDs lists the first statements of a longer list.
func someIDs[T ~string](ids []T) string {
	const most = 6
	var words []string
	for _, id := range ids[:min(most, len(ids))] {
		words = append(words, string(id))
	}
	if len(ids) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(words, ", "), len(ids)-most)
	}
	return strings.Join(words, ", ")
}

// saveCorrectedAside keeps the old file with its answers.
func (a *app) saveCorrectedAside(old string, corrected *assessment.Assessment) error {
	dir, base := filepath.Split(old)
	path, err := freePath(dir, strings.TrimSuffix(base, filepath.Ext(base))+"-corrected", ".yaml")
	if err != nil {
		return err
	}
	corrected.Revision = 0
	f, err := openNew(path)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Save(corrected), f.Close()); err != nil {
		return err
	}
	a.say("The corrected assessment is in %s. %s stays as it is.", path, old)
	return nil
}
