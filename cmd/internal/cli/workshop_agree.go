package cli

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/tui/agree"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

type workshopAgreeOptions struct {
	dir     string
	unit    string
	order   string
	minutes int
	line    bool
	medians bool
}

func newWorkshopAgreeCmd(a *app) *cobra.Command {
	var opts workshopAgreeOptions
	cmd := &cobra.Command{
		Use:   "agree DIR",
		Short: "Agree on one answer for each statement",
		Long: `Lead the people of one unit through the second pass, on the full screen of a
projector or line by line: each statement with its levels, what people answered
alone, without names, and then the agreed answer, the reason where it is not the
median, dissent and evidence. A point can be parked for later; the command goes
on where you stopped.

The agreed answers are an ordinary result file, DIR/agreed/UNIT.yaml, for dgca
show, report, plan and compare. It keeps the reasons, the dissent, what people
said without names, and the digests of the sheets. It begins with the areas of
improvement that the sheets name most often, and with their cases.

Without a terminal, --take-medians agrees on the median of every statement with
consensus that is still open, and leaves the others to the people.`,
		Example: `  dgca workshop agree room
  dgca workshop agree room --unit ministry-of-health --line`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.dir = args[0]
			return a.runWorkshopAgree(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.unit, "unit", "", "`id` or name of the unit that agrees")
	f.StringVar(&opts.order, "order", agendaOrder, "`order` of the statements: agenda, questionnaire")
	f.IntVar(&opts.minutes, "minutes", 0, "`number` of minutes for the whole agenda (default: as in the program of the workshop)")
	f.BoolVar(&opts.line, "line", false, "ask line by line, without a full screen; good for screen readers")
	f.BoolVar(&opts.medians, "take-medians", false, "ask nothing: take the median of every open statement with consensus")
	complete(cmd, "order", cobra.FixedCompletions([]string{agendaOrder, questionnaireOrder}, cobra.ShellCompDirectiveNoFileComp))
	cmd.MarkFlagsMutuallyExclusive("line", "take-medians")
	return cmd
}

func (a *app) runWorkshopAgree(ctx context.Context, opts workshopAgreeOptions) (err error) {
	now, err := a.now()
	if err != nil {
		return err
	}
	switch {
	case opts.order != agendaOrder && opts.order != questionnaireOrder:
		return usagef("possible: agenda, questionnaire", "workshop agree: there is no order %q", opts.order)
	case opts.minutes < 0 || opts.minutes > workshop.MaxMinutes:
		return usagef(fmt.Sprintf("possible: 1 to %d", workshop.MaxMinutes), "workshop agree: %d minutes are not possible", opts.minutes)
	}
	r, err := a.readWorkshop(opts.dir)
	if err != nil {
		return err
	}
	u, err := r.unitOf(opts.unit, "agree")
	if err != nil {
		return err
	}
	counted, err := a.tally(r, func(o *workshop.Owner) bool { return o.Unit == u.ID })
	if err != nil {
		return err
	}
	sheets := counted.units[u.ID]
	if sheets.spread.Sheets == 0 {
		a.say("No sheet about %s can be counted yet: nothing is known of what people think alone.", u.Name)
	}
	if opts.minutes == 0 {
		opts.minutes = r.agendaMinutes()
	}
	if err := os.MkdirAll(r.Path(store.AgreedFolder), 0o700); err != nil {
		return failf("check the folder of the workshop", "%s: the folder cannot be made", r.Path(store.AgreedFolder))
	}
	f, err := store.Open(r.Path(store.AgreedFile(u.ID)))
	if err != nil {
		return err
	}
	s := newSaver(f)
	defer func() { err = errors.Join(err, s.close(a.say)) }()
	result := f.Assessment()
	switch {
	case result == nil:
		if result, err = r.w.NewAgreed(r.q, u.ID); err != nil {
			return err
		}
		result.Notes = workshop.AgreedNotes(sheets.notes, r.dimensions())
	case result.State == assessment.Approved:
		return failf("to change it, set \"state: draft\" in the file", "%s: the result was approved by %s; it is not changed", f.Path(), result.Approved.By)
	}
	if n := newSheets(result.MergedFrom, sheets.sources); n > 0 && len(result.Answers) > 0 {
		a.say("Sheets that came, or changed, since the last time: %d. What was agreed stands; its numbers are those of that time.", n)
	}
	g, err := workshop.NewAgreement(r.q, result, sheets.spread, sheets.sources, opts.minutes)
	if err != nil {
		return invalidf("rename the file to begin anew", "%s: %w", f.Path(), err)
	}
	g.SetToday(now.Format(dayLayout))
	g.ByQuestionnaire(opts.order == questionnaireOrder)
	if opts.medians {
		return a.takeMedians(r, u, g, f)
	}
	return a.agreeWithPeople(ctx, r, u, g, f, s, opts.line)
}

// newSheets counts the sources that were not there before.
func newSheets(was, is []assessment.Source) int {
	known := map[string]bool{}
	for _, s := range was {
		known[s.Digest] = true
	}
	n := 0
	for _, s := range is {
		if !known[s.Digest] {
			n++
		}
	}
	return n
}

// takeMedians agrees on what needs no talk.
func (a *app) takeMedians(r *room, u *workshop.Unit, g *workshop.Agreement, f *store.File) error {
	n := g.TakeMedians()
	g.Close()
	if err := f.Save(g.Assessment()); err != nil {
		return err
	}
	a.say("Agreed on the median: %d", n)
	a.sayStanding(r, u, g, f.Path())
	return nil
}

func (a *app) sayStanding(r *room, u *workshop.Unit, g *workshop.Agreement, path string) {
	s := g.Standing()
	a.say("Agreed: %d of %d statements. Parked: %d. Open: %d. Reasons that are missing: %d.", s.Agreed, s.Total, s.Parked, s.Open, s.WithoutReason)
	usual := r.Path(store.AgreedFile(u.ID))
	switch {
	case path != usual:
		a.say("They are NOT in the workshop. To go on with them, put %s in the place of %s", path, usual)
	case !s.Finished():
		a.say("Go on with: %s --unit %s", r.command("agree"), u.ID)
	}
	a.say("The agreed answers are in %s\nMake the report: dgca report %s%s", path, quoteArgument(path), r.questionnaireWords())
}

// agreeWithPeople asks the people in the room.
func (a *app) agreeWithPeople(ctx context.Context, r *room, u *workshop.Unit, g *workshop.Agreement, f *store.File, s *saver, line bool) error {
	// An unwritable folder shows now, not after the first answer.
	if err := f.CheckWritable(); err != nil {
		return err
	}
	result := g.Assessment()
	s.Save(result)
	if err := s.Flush(); err != nil {
		return err
	}
	options := agree.Options{Agreement: g, Title: r.w.Title, Clock: a.clock,
		Options: shell.Options{Saver: s, Path: s.path(), NoColor: a.streams.NoColor,
			SaveAs: func(path string) error { return s.saveAs(path, result) }, Elsewhere: s.elsewhere}}
	ctx = context.WithoutCancel(ctx) // the second pass minds the signals itself
	if _, err := a.runAgreement(ctx, options, line); err != nil {
		return err
	}
	a.sayStanding(r, u, g, s.path())
	return nil
}

func (a *app) runAgreement(ctx context.Context, options agree.Options, line bool) (saving.Outcome, error) {
	if a.streams.Line(line) {
		return agree.RunLine(ctx, a.streams, options)
	}
	out, err := agree.RunScreen(ctx, a.streams, options)
	if err == nil && out.LineMode {
		return agree.RunLine(ctx, a.streams, options)
	}
	return out, err
}
