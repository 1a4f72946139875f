package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/reports"
	"dgca/reports/document"
)

type workshopSpreadOptions struct {
	dir     string
	unit    string
	format  string
	output  string
	force   bool
	order   string
	minutes int
	room    bool
	paper   paperFlags
}

// paperFlags are what papers of a workshop have in common.
type paperFlags struct{ redact, alias bool }

func (p *paperFlags) addTo(cmd *cobra.Command, what string) {
	cmd.Flags().BoolVar(&p.redact, "redact", false, "take out "+what)
	cmd.Flags().BoolVar(&p.alias, "alias", false, "put letters in the place of the names of units")
}

// The orders of statements.
const (
	agendaOrder        = "agenda"
	questionnaireOrder = "questionnaire"
)

func spreadFormats() []string {
	return slices.Concat([]string{textFormat}, reports.SpreadFormats, reports.Formats)
}

func newWorkshopSpreadCmd(a *app) *cobra.Command {
	var opts workshopSpreadOptions
	cmd := &cobra.Command{
		Use:   "spread DIR",
		Short: "Show where answers differ: the agenda of the second pass",
		Long: `Show, for each unit, what people answered alone: for every statement the number
of answers, the median, the quartiles, and whether it is to be discussed. The
most divided statements come first, with minutes allotted. Sheets of different
units are never mixed, and nobody is named.

On the screen everything is shown, for the people in the room. Papers and tables
leave the room: they show answers from three people on only, and no kind of
respondent with fewer than three, unless you give --room.

pdf, html and md are written to DIR/papers, one file for each unit; the other
formats are printed.`,
		Example: `  dgca workshop spread room
  dgca workshop spread room --format pdf
  dgca workshop spread room --unit ministry-of-health --format csv > spread.csv`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.dir = args[0]
			return a.runWorkshopSpread(cmd.Context(), opts)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.unit, "unit", "", "`id` or name of the one unit to show (default: all)")
	f.StringVar(&opts.format, "format", "", "`format`: "+strings.Join(spreadFormats(), ", ")+" (default: by the ending of the output file, else text)")
	f.StringVarP(&opts.output, "output", "o", "", "write into this `file`")
	f.BoolVar(&opts.force, "force", false, "replace the output file, whatever it is")
	f.StringVar(&opts.order, "order", agendaOrder, "`order` of the statements: agenda, questionnaire")
	f.IntVar(&opts.minutes, "minutes", 0, "`number` of minutes for the whole agenda (default: as in the program of the workshop)")
	f.BoolVar(&opts.room, "room", false, "show everything: the paper stays in the room")
	opts.paper.addTo(cmd, "place, facilitator and kinds of respondents")
	complete(cmd, "format", cobra.FixedCompletions(spreadFormats(), cobra.ShellCompDirectiveNoFileComp))
	complete(cmd, "order", cobra.FixedCompletions([]string{agendaOrder, questionnaireOrder}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (a *app) runWorkshopSpread(_ context.Context, opts workshopSpreadOptions) error {
	now, err := a.now()
	if err != nil {
		return err
	}
	if opts.format == "" {
		opts.format = textFormat
		if ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(opts.output)), "."); slices.Contains(spreadFormats(), ext) {
			opts.format = ext
		}
	}
	switch {
	case !slices.Contains(spreadFormats(), opts.format):
		return usagef("possible: "+strings.Join(spreadFormats(), ", "), "workshop spread: there is no format %q", opts.format)
	case opts.order != agendaOrder && opts.order != questionnaireOrder:
		return usagef("possible: agenda, questionnaire", "workshop spread: there is no order %q", opts.order)
	case opts.minutes < 0 || opts.minutes > workshop.MaxMinutes:
		return usagef(fmt.Sprintf("possible: 1 to %d", workshop.MaxMinutes), "workshop spread: %d minutes are not possible", opts.minutes)
	}
	r, err := a.readWorkshop(opts.dir)
	if err != nil {
		return err
	}
	only := ""
	if opts.unit != "" {
		u, err := r.unitOf(opts.unit, "spread")
		if err != nil {
			return err
		}
		only = string(u.ID)
	}
	counted, err := a.tally(r, nil)
	if err != nil {
		return err
	}
	var units []unitPaper
	letters := r.w.Letters()
	for _, u := range r.w.Units {
		if only != "" && string(u.ID) != only || only == "" && counted.units[u.ID].spread.Sheets == 0 {
			continue
		}
		in := reports.SpreadInput{Workshop: r.w, Unit: u.Name, Spread: counted.units[u.ID].spread, Scale: assessment.ScaleOf(r.q),
			Room: opts.room || opts.format == textFormat, Minutes: opts.minutes, ByQuestionnaire: opts.order == questionnaireOrder,
			Redact: opts.paper.redact, Created: now, Program: programName}
		if in.Minutes == 0 {
			in.Minutes = r.agendaMinutes()
		}
		if !in.Room {
			in.Spread = in.Spread.ForPaper()
		}
		name := string(u.ID)
		if opts.paper.alias {
			in.Unit = letters[u.ID]
			name = slug(in.Unit)
		}
		units = append(units, unitPaper{name, in})
	}
	if len(units) == 0 {
		a.say("No sheet can be counted yet. Collect some: %s --collect PATH", r.command("sheets"))
	}
	if err := a.putSpread(r, units, opts); err != nil {
		return err
	}
	return counted.problem("spread")
}

// unitPaper is the spread of one unit, and its part of the name of a file.
type unitPaper struct {
	name string
	in   reports.SpreadInput
}

// agendaMinutes is the time for the second pass in the program.
func (r *room) agendaMinutes() int {
	if n := r.w.PartMinutes(workshop.AgreePart); n > 0 {
		return n
	}
	return workshop.UsualMinutes
}

// putSpread prints or writes the spreads.
func (a *app) putSpread(r *room, units []unitPaper, opts workshopSpreadOptions) error {
	if slices.Contains(reports.Formats, opts.format) {
		if opts.output != "" && len(units) > 1 {
			return usagef("add --unit ID, or leave out --output", "workshop spread: each unit has a paper of its own, and --output names one file")
		}
		for _, u := range units {
			out := opts.output
			if out == "" {
				out = r.Path(store.PapersFolder + "/spread-" + u.name + "." + opts.format)
			}
			if err := a.writePaper(r, reports.Spread(u.in), opts.format, out, opts.force); err != nil {
				return err
			}
		}
		return nil
	}
	var b bytes.Buffer
	if opts.format == textFormat {
		for i, u := range units {
			if i > 0 {
				b.WriteString("\n\n")
			}
			if err := reports.WriteText(&b, reports.Spread(u.in), a.exportTextOptions(opts.output)); err != nil {
				return err
			}
		}
	} else {
		var all []reports.SpreadInput
		for _, u := range units {
			all = append(all, u.in)
		}
		if err := reports.WriteSpread(&b, opts.format, all...); err != nil {
			return err
		}
	}
	if opts.output == "" {
		_, err := a.streams.Out.Write(b.Bytes())
		return err
	}
	return a.writeOutput(opts.output, b.Bytes(), opts.force)
}

// writePaper writes a paper of a workshop. It replaces an earlier paper of the
// same workshop; any other file is left alone unless force is set.
func (a *app) writePaper(r *room, doc document.Document, format, path string, force bool) error {
	var b bytes.Buffer
	if err := reports.Write(&b, format, doc); err != nil {
		return fmt.Errorf("%s: the paper could not be made: %w", path, err)
	}
	old, err := os.ReadFile(path)
	ours := err == nil && len(old) < maxReport && isReport(old, reports.WorkshopIdentity(r.w))
	return a.writeOutput(path, b.Bytes(), force || ours)
}
