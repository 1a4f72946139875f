package cli

import (
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
)

// counted is what the sheets of a workshop say.
type counted struct {
	units   map[workshop.UnitID]*unitSheets
	notes   map[workshop.GroupID][]assessment.Note // of the people of each group
	skipped int                                    // sheets that cannot be counted
}

// unitSheets is what was counted about one unit.
type unitSheets struct {
	spread  *workshop.Spread
	sources []assessment.Source
	notes   []assessment.Note
}

// allNotes are the notes of the people of all groups, and of those in none.
func (c *counted) allNotes(w *workshop.Workshop) []assessment.Note {
	all := slices.Clone(c.notes[""])
	for _, g := range w.Groups {
		all = append(all, c.notes[g.ID]...)
	}
	return all
}

// problem is the error of a command that left some sheets out, or nil.
func (c *counted) problem(command string) error {
	if c.skipped == 0 {
		return nil
	}
	return invalidf("see above what is wrong with each; the others are counted", "workshop %s: sheets that were not counted: %d", command, c.skipped)
}

// tally counts the sheets of the workshop, unit by unit. A sheet that cannot be
// counted is said, and the rest goes on. only, which may be nil, chooses whose
// sheets are counted.
func (a *app) tally(r *room, only func(*workshop.Owner) bool) (*counted, error) {
	register, err := r.Register()
	if err != nil {
		return nil, err
	}
	c := &counted{units: map[workshop.UnitID]*unitSheets{}, notes: map[workshop.GroupID][]assessment.Note{}}
	tallies := map[workshop.UnitID]*workshop.Tally{}
	for _, u := range r.w.Units {
		asked := assessment.Take(r.q, u.Kind, r.w.Scope)
		tallies[u.ID], c.units[u.ID] = workshop.NewTally(u, &asked), &unitSheets{}
	}
	r.Sheets(register, func(s store.Sheet) {
		path := r.Path(store.SheetsFolder + "/" + s.Filed.File)
		o := r.w.Owner(s.Filed.Owner)
		why := ""
		switch {
		case s.Err != nil:
			why = "it cannot be read"
		case o == nil:
			why = fmt.Sprintf("the workshop has no participant %s", s.Filed.Owner)
		case s.Assessment.Questionnaire.Digest != r.w.Questionnaire.Digest:
			why = "it was made with another version of the questionnaire"
		case only != nil && !only(o):
			return
		case s.Changed() && len(s.Assessment.AskedOtherwise(r.q)) > 0:
			why = "its part \"asked\" was changed by hand: " + strings.Join(s.Assessment.AskedOtherwise(r.q), "; ")
		}
		if why != "" {
			c.skipped++
			a.say("NOT COUNTED %s: %s.", path, why)
			a.explainError(s.Err)
			return
		}
		if s.Changed() {
			a.say("%s was changed after it was filed; it is counted as it is now.", path)
		}
		tallies[o.Unit].Add(s.Assessment, o.Kind)
		done, _ := s.Assessment.Done()
		u := c.units[o.Unit]
		u.sources = append(u.sources, assessment.Source{Answers: done, Digest: s.Digest})
		u.notes = append(u.notes, s.Assessment.Notes...)
		c.notes[o.Group] = append(c.notes[o.Group], s.Assessment.Notes...)
	})
	for id, t := range tallies {
		c.units[id].spread = t.Spread()
	}
	return c, nil
}

// unitOf returns the unit that a flag names: by its id or name, or the only one.
func (r *room) unitOf(name, command string) (*workshop.Unit, error) {
	if u := r.w.UnitNamed(name); u != nil {
		return u, nil
	}
	var ids []string
	for _, u := range r.w.Units {
		ids = append(ids, string(u.ID))
	}
	hint := "possible: " + strings.Join(ids, ", ")
	if name == "" {
		return nil, usagef("add --unit ID; "+hint, "workshop %s: the workshop has %d units; choose one", command, len(r.w.Units))
	}
	return nil, usagef(hint, "workshop %s: there is no unit %q", command, name)
}
