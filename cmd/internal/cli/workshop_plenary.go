package cli

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/reports"
)

type workshopPlenaryOptions struct {
	dir          string
	groups       []string
	format       string
	force        bool
	messages     []string
	improvements []string
	paper        paperFlags
}

func newWorkshopPlenaryCmd(a *app) *cobra.Command {
	var opts workshopPlenaryOptions
	cmd := &cobra.Command{
		Use:   "plenary DIR",
		Short: "Write one page for each group, and one for all",
		Long: `Write the papers of the plenary into DIR/papers: for each group one page in
large type, with its dimensions, the agreed levels of its units side by side,
where people differed, three areas of improvement, cases and one message; and
one page for all. Units are neither averaged nor ranked.

--message and --improvement keep what a group wants to say. Without chosen ones,
the page shows the areas of improvement with the most dots on the wall; without
dots, those that people named most often in their sheets.`,
		Example: `  dgca workshop plenary room --message "G1=Laws first"
  dgca workshop plenary room --improvement "G1=A law on data"
  dgca workshop plenary room --format html --redact`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.dir = args[0]
			return a.runWorkshopPlenary(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&opts.groups, "group", nil, "write only the page of the group with this `id`; can be given several times")
	f.StringVar(&opts.format, "format", usualFormat, "`format` of the pages: "+strings.Join(reports.Formats, ", "))
	f.BoolVar(&opts.force, "force", false, "replace files of the same name, whatever they are")
	f.StringArrayVar(&opts.messages, "message", nil, "keep the one message of a group, as `GROUP=TEXT`; can be given several times")
	f.StringArrayVar(&opts.improvements, "improvement", nil, "add an area of improvement that a group chose, as `GROUP=TEXT`; up to three each")
	opts.paper.addTo(cmd, "what people said in their own words")
	complete(cmd, "format", cobra.FixedCompletions(reports.Formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (a *app) runWorkshopPlenary(_ context.Context, opts workshopPlenaryOptions) error {
	now, err := a.now()
	if err != nil {
		return err
	}
	if !slices.Contains(reports.Formats, opts.format) {
		return usagef("possible: "+strings.Join(reports.Formats, ", "), "workshop plenary: there is no format %q", opts.format)
	}
	if len(opts.messages)+len(opts.improvements) > 0 {
		if err := a.keepGroupWords(opts); err != nil {
			return err
		}
	}
	r, err := a.readWorkshop(opts.dir)
	if err != nil {
		return err
	}
	counted, err := a.tally(r, nil)
	if err != nil {
		return err
	}
	in, err := a.plenaryInput(r, counted, opts.paper, now)
	if err != nil {
		return err
	}
	if err := a.writePlenary(r, in, opts); err != nil {
		return err
	}
	return counted.problem("plenary")
}

// plenaryInput gathers what the pages show.
func (a *app) plenaryInput(r *room, counted *counted, paper paperFlags, created time.Time) (reports.PlenaryInput, error) {
	agreed, err := a.agreed(r)
	if err != nil {
		return reports.PlenaryInput{}, err
	}
	wall, err := a.plenaryWall(r)
	if err != nil {
		return reports.PlenaryInput{}, err
	}
	in := reports.PlenaryInput{Workshop: r.w, Notes: counted.notes, Wall: wall, Scale: assessment.ScaleOf(r.q), Redact: paper.redact, Alias: paper.alias,
		Created: created, Program: programName}
	titles := r.titles()
	for _, d := range r.dimensions() {
		in.Dimensions = append(in.Dimensions, reports.PlenaryDimension{ID: d, Title: titles[d]})
	}
	letters := r.w.Letters()
	for _, u := range r.w.Units {
		name := u.Name
		if paper.alias {
			name = letters[u.ID]
		}
		in.Units = append(in.Units, reports.PlenaryUnit{ID: u.ID, Name: name, Spread: counted.units[u.ID].spread.ForPaper(), Agreed: agreed[u.ID]})
	}
	slices.SortStableFunc(in.Units, func(x, y reports.PlenaryUnit) int {
		return cmp.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name))
	})
	return in, nil
}

// plenaryWall is the wall, for its dots. One with faults is said and left out.
func (a *app) plenaryWall(r *room) (*workshop.Wall, error) {
	h, err := a.openWall(r)
	switch {
	case err != nil && ExitCode(err) == ExitInvalid:
		a.say("NOT READ: the wall. The pages are made without its dots.")
		a.explainError(err)
		return nil, nil
	case err != nil:
		return nil, err
	}
	return h.wall, nil
}

// writePlenary writes the pages of the chosen groups, or those of all and the
// one for all.
func (a *app) writePlenary(r *room, in reports.PlenaryInput, opts workshopPlenaryOptions) error {
	groups := reports.PlenaryGroups(r.w)
	if len(opts.groups) > 0 {
		groups = nil
		for _, id := range opts.groups {
			g := r.w.Group(workshop.GroupID(id))
			if g == nil {
				return usagef("see the groups with: "+r.command("show"), "workshop plenary: there is no group %q", id)
			}
			groups = append(groups, g.ID)
		}
	}
	for _, id := range groups {
		name := "plenary-" + cmp.Or(string(id), "room")
		if err := a.writePaper(r, reports.PlenaryPage(in, id), opts.format, r.Path(store.PapersFolder+"/"+name+"."+opts.format), opts.force); err != nil {
			return err
		}
	}
	if len(opts.groups) > 0 {
		return nil
	}
	return a.writePaper(r, reports.PlenaryWall(in), opts.format, r.Path(store.PapersFolder+"/plenary-all."+opts.format), opts.force)
}

// keepGroupWords writes the messages and chosen improvements of groups into
// workshop.yaml.
func (a *app) keepGroupWords(opts workshopPlenaryOptions) (err error) {
	r, err := a.openWorkshop(opts.dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	for _, m := range opts.messages {
		g, text, err := r.groupWords("message", m)
		if err != nil {
			return err
		}
		g.Message = text
	}
	for _, m := range opts.improvements {
		g, text, err := r.groupWords("improvement", m)
		if err != nil {
			return err
		}
		if !slices.Contains(g.Improvements, text) {
			g.Improvements = append(g.Improvements, text)
		}
	}
	if issues := r.w.Validate(); len(issues) > 0 {
		return usagef(issues[0].Hint, "workshop plenary: %s", issues[0].Message)
	}
	return r.Save(r.w)
}

// groupWords reads GROUP=TEXT.
func (r *room) groupWords(flag, value string) (*workshop.Group, string, error) {
	id, text, ok := strings.Cut(value, "=")
	g := r.w.Group(workshop.GroupID(id))
	switch {
	case !ok:
		return nil, "", usagef("write it as G1=TEXT", "workshop plenary: --%s %q names no group", flag, value)
	case g == nil:
		return nil, "", usagef("see the groups with: "+r.command("show"), "workshop plenary: there is no group %q", id)
	}
	return g, assessment.CleanLine(text), nil
}
