package cli

import (
	"context"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/reports"
)

func newWorkshopShowCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "show DIR",
		Short: "Show a workshop: program, groups, and how far it has come",
		Long: `Show the program of a workshop with its times, the groups with their dimensions,
and for each unit how many sheets are there and what is agreed.`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.runWorkshopShow(cmd.Context(), args[0]) },
	}
}

func (a *app) runWorkshopShow(_ context.Context, dir string) error {
	now, err := a.now()
	if err != nil {
		return err
	}
	r, err := a.readWorkshop(dir)
	if err != nil {
		return err
	}
	register, err := r.Register()
	if err != nil {
		return err
	}
	in := reports.WorkshopInput{Workshop: r.w, Dimensions: r.titles(), Delivered: map[workshop.UnitID]int{}, Created: now, Program: programName}
	for _, f := range register.Sheets {
		if o := r.w.Owner(f.Owner); o != nil {
			in.Delivered[o.Unit]++
		}
	}
	if in.Agreed, err = a.agreed(r); err != nil {
		return err
	}
	if err := reports.WriteText(a.streams.Out, reports.WorkshopOverview(in), a.textOptions()); err != nil {
		return err
	}
	for _, remark := range r.w.Remarks(r.dimensions()) {
		a.say("%s", remark)
	}
	return nil
}

// titles are those of the dimensions of the questionnaire.
func (r *room) titles() map[assessment.DimensionID]string {
	titles := map[assessment.DimensionID]string{}
	for _, d := range r.q.Dimensions {
		titles[d.ID] = d.Title
	}
	return titles
}

// agreed reads the agreed sheets of all units. One that cannot be read is said
// and left out.
func (a *app) agreed(r *room) (map[workshop.UnitID]*assessment.Assessment, error) {
	all := map[workshop.UnitID]*assessment.Assessment{}
	for _, u := range r.w.Units {
		result, err := r.Agreed(u.ID)
		switch {
		case err != nil && ExitCode(err) == ExitInvalid:
			a.say("NOT READ: the agreed sheet of %s.", u.Name)
			a.explainError(err)
		case err != nil:
			return nil, err
		case result != nil:
			all[u.ID] = result
		}
	}
	return all, nil
}
