package cli

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/reports"
)

type workshopPairsOptions struct {
	dir      string
	out      paperOutput
	contacts bool
	room     bool
	paper    paperFlags
}

func newWorkshopPairsCmd(a *app) *cobra.Command {
	var opts workshopPairsOptions
	cmd := &cobra.Command{
		Use:   "pairs DIR",
		Short: "Pair units that can learn most from each other",
		Long: `Show who can help whom with what: pairs of units, and one group of three where
the number of units is odd. The units of a pair are chosen so that each is ahead
where the other has gaps, as far as possible. The cases that people recorded are
shown with them.

What counts for a unit is its agreed sheet. In the room, on the screen or with
--room, a unit without one takes part when its sheets do not contradict each
other, as when each was about other dimensions. A paper that leaves the room
has agreed sheets only.

pdf, html and md are written to DIR/papers; text is printed.`,
		Example: `  dgca workshop pairs room
  dgca workshop pairs room --format pdf
  dgca workshop pairs room --format pdf --alias -o pairs.pdf`,
		Args:              arguments(1, 1),
		ValidArgsFunction: completeWorkshop,
		RunE: func(_ *cobra.Command, args []string) error {
			opts.dir = args[0]
			return a.runWorkshopPairs(opts)
		},
	}
	opts.out.addTo(cmd)
	cmd.Flags().BoolVar(&opts.contacts, "contacts", false, "show the contacts of the recorded cases too")
	cmd.Flags().BoolVar(&opts.room, "room", false, "also use sheets that are not agreed: the paper stays in the room")
	opts.paper.addTo(cmd, "the recorded cases")
	return cmd
}

func (a *app) runWorkshopPairs(opts workshopPairsOptions) error {
	created, err := a.now()
	if err != nil {
		return err
	}
	if err := opts.out.check("workshop pairs"); err != nil {
		return err
	}
	r, err := a.readWorkshop(opts.dir)
	if err != nil {
		return err
	}
	opts.room = opts.room || opts.out.format == textFormat
	in, err := a.pairsInput(r, opts, created)
	if err != nil {
		return err
	}
	return a.putPaper(r, reports.Pairs(in), "pairs", opts.out)
}

// pairsInput is what the paper on pairs is made from.
func (a *app) pairsInput(r *room, opts workshopPairsOptions, created time.Time) (reports.PairsInput, error) {
	in := reports.PairsInput{Workshop: r.w, Contacts: opts.contacts, Created: created, Program: programName}
	results, err := a.unitResults(r, opts.room)
	if err != nil {
		return in, err
	}
	letters := r.w.Letters()
	for _, u := range r.w.Units {
		name, result := u.Name, results[u.ID]
		if opts.paper.alias {
			name = letters[u.ID]
		}
		if result.assessment == nil {
			in.LeftOut = append(in.LeftOut, reports.LeftOutUnit{Name: name, Why: result.why})
			continue
		}
		unit := reports.PairUnit{Name: name, Order: u.Name, Assessment: result.assessment}
		if !opts.paper.redact && !opts.paper.alias { // a case tells which unit it is
			unit.Notes = result.notes
		}
		in.Units = append(in.Units, unit)
	}
	return in, nil
}

// unitResult is what counts for a unit, and what its people noted about the
// dimensions; without an assessment, why says the reason.
type unitResult struct {
	assessment *assessment.Assessment
	notes      []assessment.Note
	why        string
}

// unitResults returns what counts for each unit: its agreed sheet, or else, in
// the room alone, its sheets joined where they do not contradict each other.
func (a *app) unitResults(r *room, inRoom bool) (map[workshop.UnitID]unitResult, error) {
	agreed, err := a.agreed(r)
	if err != nil {
		return nil, err
	}
	register, err := r.Register()
	if err != nil {
		return nil, err
	}
	parts := map[workshop.UnitID][]assessment.Part{}
	r.Sheets(register, func(s store.Sheet) {
		o := r.w.Owner(s.Filed.Owner)
		switch {
		case s.Err != nil:
			a.say("NOT COUNTED: a sheet that cannot be read.")
			a.explainError(s.Err)
		case o != nil && s.Assessment.Questionnaire.Digest == r.w.Questionnaire.Digest:
			parts[o.Unit] = append(parts[o.Unit], assessment.Part{Name: s.Filed.File, Digest: s.Digest, Assessment: s.Assessment})
		}
	})
	results := map[workshop.UnitID]unitResult{}
	for _, u := range r.w.Units {
		result := unitResult{assessment: agreed[u.ID]}
		if result.assessment == nil {
			result = unitResult{why: "its people have not agreed yet."}
			if inRoom || len(parts[u.ID]) == 0 {
				result = r.joined(parts[u.ID])
			}
		} else {
			result.notes = slices.Clone(result.assessment.Notes)
		}
		for _, p := range parts[u.ID] {
			result.notes = append(result.notes, p.Assessment.Notes...)
		}
		results[u.ID] = result
	}
	return results, nil
}

// joined returns the sheets of a unit as one, where they do not contradict each
// other.
func (r *room) joined(parts []assessment.Part) unitResult {
	switch len(parts) {
	case 0:
		return unitResult{why: "there is no sheet yet."}
	case 1:
		return unitResult{assessment: parts[0].Assessment}
	}
	m, err := assessment.NewMerge(r.q, parts)
	if err != nil {
		return unitResult{why: fmt.Sprintf("its sheets cannot be joined: %v.", err)}
	}
	if n := len(m.Conflicts()); n > 0 {
		return unitResult{why: fmt.Sprintf("its people have not agreed yet; their sheets differ at %d statements.", n)}
	}
	return unitResult{assessment: m.Result()}
}
