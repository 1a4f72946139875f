package cli

import (
	"fmt"

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
	paper    paperFlags
}

func newWorkshopPairsCmd(a *app) *cobra.Command {
	var opts workshopPairsOptions
	cmd := &cobra.Command{
		Use:   "pairs DIR",
		Short: "Pair units that can learn most from each other",
		Long: `Show who can help whom with what: pairs of units, and one group of three for an
odd number, such that the leads of the ones cover as much as possible of the gaps
of the others. The cases that people recorded are told with them.

What counts for a unit is its agreed sheet. A unit without one takes part when
its sheets do not contradict each other, as when each was about other dimensions.

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
	cmd.Flags().BoolVar(&opts.contacts, "contacts", false, "tell the contacts of the recorded cases too")
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
	in := reports.PairsInput{Workshop: r.w, Contacts: opts.contacts, Created: created, Program: programName}
	results, left, err := a.unitResults(r)
	if err != nil {
		return err
	}
	letters := r.w.Letters()
	for _, u := range r.w.Units {
		name := u.Name
		if opts.paper.alias {
			name = letters[u.ID]
		}
		result := results[u.ID]
		if result == nil {
			in.LeftOut = append(in.LeftOut, reports.LeftOutUnit{Name: name, Why: left[u.ID]})
			continue
		}
		if opts.paper.redact || opts.paper.alias {
			result = result.Redacted() // a case tells which unit it is
		}
		in.Units = append(in.Units, reports.PairUnit{Name: name, Order: u.Name, Assessment: result})
	}
	return a.putPaper(r, reports.Pairs(in), "pairs", opts.out)
}

// unitResults returns what counts for each unit: its agreed sheet, or else its
// sheets joined where they do not contradict each other. For a unit without
// a result it says why.
func (a *app) unitResults(r *room) (map[workshop.UnitID]*assessment.Assessment, map[workshop.UnitID]string, error) {
	results, err := a.agreed(r)
	if err != nil {
		return nil, nil, err
	}
	register, err := r.Register()
	if err != nil {
		return nil, nil, err
	}
	parts := map[workshop.UnitID][]assessment.Part{}
	r.Sheets(register, func(s store.Sheet) {
		o := r.w.Owner(s.Filed.Owner)
		switch {
		case s.Err != nil:
			a.say("NOT COUNTED: a sheet that cannot be read.")
			a.explainError(s.Err)
		case o != nil && results[o.Unit] == nil && s.Assessment.Questionnaire.Digest == r.w.Questionnaire.Digest:
			parts[o.Unit] = append(parts[o.Unit], assessment.Part{Name: s.Filed.File, Digest: s.Digest, Assessment: s.Assessment})
		}
	})
	left := map[workshop.UnitID]string{}
	for _, u := range r.w.Units {
		if results[u.ID] != nil {
			continue
		}
		switch p := parts[u.ID]; len(p) {
		case 0:
			left[u.ID] = "there is no sheet yet."
		case 1:
			results[u.ID] = p[0].Assessment
		default:
			m, err := assessment.NewMerge(r.q, p)
			if err != nil {
				left[u.ID] = fmt.Sprintf("its sheets cannot be joined: %v.", err)
			} else if n := len(m.Conflicts()); n > 0 {
				left[u.ID] = fmt.Sprintf("its people have not agreed yet; their sheets differ at %d statements.", n)
			} else {
				results[u.ID] = m.Result()
			}
		}
	}
	return results, left, nil
}
