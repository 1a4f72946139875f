package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/peoplefile"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/setup"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

type workshopNewOptions struct {
	dir                       string
	title, date, start, place string
	facilitator, round        string
	unit, kind, country       string
	people                    int
	participants              string
	groups                    int
	planned                   []string
	ownDimensions             bool
	seed                      int64
	quick                     bool
	dimensions                []string
	line                      bool
	questionnaire             questionnaireFlag
	titleGiven, peopleGiven   bool
	groupsGiven, scoped       bool
}

// The limits of a workshop that is made on the command line.
const (
	mostPeople = 1000
	mostGroups = 100
)

func newWorkshopNewCmd(a *app) *cobra.Command {
	var opts workshopNewOptions
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Begin a workshop: who takes part, in which groups",
		Long: `Begin a workshop in a new folder. The command asks for what
no flag gives.

The participants are people about one unit (--unit, --kind, --people), or come
from a table (--participants FILE) with these columns; only "unit" is needed:

  alias,name,unit,unit_kind,country,cluster,kind,role,group

"kind" is the kind of respondent, such as managers or staff. An alias that is
missing becomes P01, P02 and so on. Names go into names.yaml, a file of its own
that no report reads.

Groups are planned (the column "group", or --group), or drawn at random with a
fixed seed (--groups N): people of one country are then in different groups.
With --own-dimensions, each group gets some of the dimensions.`,
		Example: `  dgca workshop new room --title "Round 1" --participants people.csv --groups 6
  dgca workshop new room --title Retreat --unit Health --kind local --people 12`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.dir = args[0]
			opts.titleGiven = cmd.Flags().Changed("title")
			opts.peopleGiven = cmd.Flags().Changed("people")
			opts.groupsGiven = cmd.Flags().Changed("groups") || cmd.Flags().Changed("group")
			opts.scoped = opts.quick || len(opts.dimensions) > 0
			return a.runWorkshopNew(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.title, "title", "", "`title` of the workshop")
	f.StringVar(&opts.date, "date", "", "first `day`, as 2026-11-23 (default: today)")
	f.StringVar(&opts.start, "start", "", "`time` of the first part of the program, as 09:30")
	f.StringVar(&opts.place, "place", "", "`place` of the workshop")
	f.StringVar(&opts.facilitator, "facilitator", "", "`name` of the facilitator")
	f.StringVar(&opts.round, "round", "", "`name` of the round of assessments")
	f.StringVar(&opts.unit, "unit", "", "`name` of the unit that all answer about")
	f.StringVar(&opts.kind, "kind", "", "`kind` of unit: government, institution, local, other; for a table, of the units without one")
	f.StringVar(&opts.country, "country", "", "`name` of the country of the unit")
	f.IntVar(&opts.people, "people", 0, "`number` of participants about the unit")
	f.StringVar(&opts.participants, "participants", "", "read the participants from this CSV `file` (- for the standard input)")
	f.IntVar(&opts.groups, "groups", 0, "draw this `number` of groups at random")
	f.StringArrayVar(&opts.planned, "group", nil, "plan a group with its dimensions, as `ID=DIMENSIONS` such as G1=legal,strategy; can be given several times")
	f.BoolVar(&opts.ownDimensions, "own-dimensions", false, "give each group some of the dimensions")
	f.Int64Var(&opts.seed, "seed", 1, "`number` from which every random choice is made")
	f.BoolVar(&opts.quick, "quick", false, "ask the quick scope only")
	f.StringArrayVar(&opts.dimensions, "dimension", nil, "ask only the dimension with this `id`; can be given several times")
	f.BoolVar(&opts.line, "line", false, "ask line by line, without a full screen; good for screen readers")
	complete(cmd, "dimension", completeDimensions)
	complete(cmd, "kind", completeKinds)
	complete(cmd, "participants", completeTables)
	opts.questionnaire.addTo(cmd)
	return cmd
}

// completeTables completes the names of tables.
func completeTables(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"csv", "tsv", "txt"}, cobra.ShellCompDirectiveFilterFileExt
}

func (a *app) runWorkshopNew(ctx context.Context, opts workshopNewOptions) error {
	now, err := a.now()
	if err != nil {
		return err
	}
	q, err := opts.questionnaire.load()
	if err != nil {
		return err
	}
	if path := filepath.Join(opts.dir, store.WorkshopFile); fileExists(path) {
		return failf("name another folder", "%s exists; there is a workshop in this folder already", path)
	}
	if opts.date == "" {
		opts.date = now.Format(dayLayout)
	}
	if err := opts.check(q); err != nil {
		return err
	}
	if err := a.completeWorkshopSetup(ctx, q, &opts); err != nil {
		if errors.Is(err, setup.ErrCancelled) {
			a.say("%v", err)
			return nil
		}
		return err
	}
	w, names, err := a.planWorkshop(q, &opts)
	if err != nil {
		return err
	}
	return a.createWorkshop(q, w, names, opts)
}

func fileExists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// check refuses what cannot be, before anything is asked.
func (o *workshopNewOptions) check(q *questionnaires.Questionnaire) error {
	for _, v := range []*string{&o.title, &o.place, &o.facilitator, &o.round, &o.unit, &o.country} {
		*v = assessment.CleanLine(*v)
		if utf8.RuneCountInString(*v) > assessment.MaxName {
			return usagef(fmt.Sprintf("use at most %d characters", assessment.MaxName), "workshop new: the text %q... is too long", string([]rune(*v)[:40]))
		}
	}
	if _, err := time.Parse(dayLayout, o.date); err != nil {
		return usagef("write it as 2026-11-23", "workshop new: %q is not a date", o.date)
	}
	if _, err := time.Parse("15:04", o.start); o.start != "" && err != nil {
		return usagef("write it as 09:30", "workshop new: %q is not a time", o.start)
	}
	switch {
	case o.titleGiven && o.title == "":
		return usagef("give the workshop a title", "workshop new: --title is empty")
	case o.people < 0 || o.people > mostPeople || o.peopleGiven && o.people == 0:
		return usagef(fmt.Sprintf("possible: 1 to %d", mostPeople), "workshop new: --people %d is not possible", o.people)
	case o.groups < 0 || o.groups > mostGroups:
		return usagef(fmt.Sprintf("possible: 1 to %d", mostGroups), "workshop new: %d groups are not possible", o.groups)
	case o.participants != "" && (o.unit != "" || o.people > 0):
		return usagef("leave one of them out", "workshop new: --participants names the units and the people; --unit and --people do so too")
	case o.groups > 0 && len(o.planned) > 0:
		return usagef("leave one of them out", "workshop new: --groups draws groups, --group plans them")
	}
	if o.kind != "" {
		if err := checkKind(q, o.kind); err != nil {
			return err
		}
	}
	return checkDimensions(q, o.dimensions)
}

// completeWorkshopSetup asks for what no flag says.
func (a *app) completeWorkshopSetup(ctx context.Context, q *questionnaires.Questionnaire, opts *workshopNewOptions) error {
	var missing []string
	if opts.title == "" {
		missing = append(missing, "--title TITLE")
	}
	switch {
	case opts.participants != "":
	case opts.unit == "" && opts.people == 0:
		missing = append(missing, "--participants FILE (or --unit, --kind and --people)")
	default:
		for _, f := range []struct {
			given bool
			words string
		}{{opts.unit != "", "--unit NAME"}, {opts.kind != "", "--kind KIND"}, {opts.people > 0, "--people NUMBER"}} {
			if !f.given {
				missing = append(missing, f.words)
			}
		}
	}
	switch {
	case len(missing) == 0:
		return nil
	case !opts.line && !a.streams.InIsTerminal():
		return usagef("add "+strings.Join(missing, " and "), "workshop new: something that a workshop needs is missing, and there is no terminal to ask on")
	}
	f := setup.WorkshopFields{Questionnaire: q, Line: opts.line, Title: opts.title, Date: opts.date, Start: opts.start, Place: opts.place,
		Facilitator: opts.facilitator, Participants: opts.participants, Unit: opts.unit, Kind: assessment.UnitKind(opts.kind),
		Country: opts.country, People: opts.people, Groups: opts.groups, GroupsGiven: opts.groupsGiven, OwnDimensions: opts.ownDimensions,
		Scope: opts.scope(), ScopeGiven: opts.scoped, MostPeople: mostPeople, MostGroups: mostGroups,
		FileProblem: func(path string) string {
			if err := checkInputFile(path); err != nil {
				return "This file cannot be read: " + err.Error()
			}
			return ""
		}}
	if err := setup.RunWorkshop(ctx, a.streams, &f); err != nil {
		return err
	}
	opts.title, opts.date, opts.start, opts.place, opts.facilitator = f.Title, f.Date, f.Start, f.Place, f.Facilitator
	opts.participants, opts.unit, opts.kind, opts.country, opts.people = f.Participants, f.Unit, string(f.Kind), f.Country, f.People
	opts.groups, opts.ownDimensions = f.Groups, f.OwnDimensions
	opts.quick, opts.dimensions = f.Scope.Kind == assessment.Quick, nil
	for _, d := range f.Scope.Dimensions {
		opts.dimensions = append(opts.dimensions, string(d))
	}
	return nil
}

func (o *workshopNewOptions) scope() assessment.Scope {
	s := setupOptions{quick: o.quick, dimensions: o.dimensions}
	return s.scope()
}

// planWorkshop makes the workshop and the names of its people.
func (a *app) planWorkshop(q *questionnaires.Questionnaire, opts *workshopNewOptions) (*workshop.Workshop, *workshop.Names, error) {
	w := &workshop.Workshop{Format: workshop.Format, Title: opts.title, Date: opts.date, Start: opts.start, Place: opts.place,
		Facilitator: opts.facilitator, Round: opts.round, Scope: opts.scope(), Seed: opts.seed, Program: workshop.Template(),
		Questionnaire: assessment.Reference{ID: q.ID, Version: q.Version, Language: q.Language, Digest: q.Digest()},
		ID:            workshop.MakeID(opts.title, opts.date, opts.place, opts.seed)}
	people, err := a.workshopPeople(q, opts)
	if err != nil {
		return nil, nil, err
	}
	names, err := enrol(w, people, opts.kind)
	if err != nil {
		return nil, nil, err
	}
	if err := arrangeGroups(q, w, opts); err != nil {
		return nil, nil, err
	}
	if issues := w.Validate(); len(issues) > 0 {
		return nil, nil, usagef(issues[0].Hint, "workshop new: %s", issues[0].Message)
	}
	return w, names, nil
}

// workshopPeople reads the participants, or makes them from their number.
func (a *app) workshopPeople(q *questionnaires.Questionnaire, opts *workshopNewOptions) ([]peoplefile.Person, error) {
	if opts.participants == "" {
		person := peoplefile.Person{Unit: opts.unit, UnitKind: assessment.UnitKind(opts.kind), Country: opts.country}
		return slices.Repeat([]peoplefile.Person{person}, opts.people), nil
	}
	data, err := a.readInputFile(opts.participants, peoplefile.MaxBytes)
	if err != nil {
		return nil, err
	}
	var kinds []assessment.UnitKind
	for _, u := range q.Units {
		kinds = append(kinds, u.Kind)
	}
	people, problems := peoplefile.Read(opts.participants, data, kinds)
	if len(problems) > 0 {
		a.explainError(problems)
		return nil, invalidf("correct the lines above; no workshop was made", "%s: faults in the list of participants: %d", opts.participants, len(problems))
	}
	return people, nil
}

// createWorkshop writes the folder and says what comes next.
func (a *app) createWorkshop(q *questionnaires.Questionnaire, w *workshop.Workshop, names *workshop.Names, opts workshopNewOptions) (err error) {
	var files []store.NewFile
	if len(names.Names) > 0 {
		data, err := strictyaml.Encode(names, nil)
		if err != nil {
			return err
		}
		files = append(files, store.NewFile{Name: store.NamesFile, Data: data})
	}
	if opts.questionnaire.path != "" {
		data, err := a.readInputFile(opts.questionnaire.path, store.MaxBytes)
		if err != nil {
			return err
		}
		files = append(files, store.NewFile{Name: store.QuestionnaireFile, Data: data})
	}
	f, err := store.CreateFolder(opts.dir, w, files...)
	if existsError(err) {
		return failf("name another folder", "%w", err)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	dir := quoteArgument(opts.dir)
	a.say("The workshop is in the folder %s: %s about %s.", dir, look.Count(len(w.Participants), "participant", "participants"), look.Count(len(w.Units), "unit", "units"))
	if len(names.Names) > 0 {
		a.say("Names are in %s only. No report reads this file.", f.Path(store.NamesFile))
	}
	for _, remark := range w.Remarks(w.Asked(q)) {
		a.say("%s", remark)
	}
	a.say("Next, make the sheets to fill in: dgca workshop sheets %s", dir)
	return nil
}
