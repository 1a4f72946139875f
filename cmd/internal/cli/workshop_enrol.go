package cli

import (
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/assessment/peoplefile"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
)

// enrol puts people, their units and their planned groups into the workshop,
// and returns their names. kind is that of units that name none.
func enrol(w *workshop.Workshop, people []peoplefile.Person, kind string) (*workshop.Names, error) {
	names := &workshop.Names{Format: workshop.NamesFormat}
	taken := map[string]bool{} // aliases that were chosen; one that is made must be another
	for _, p := range people {
		taken[strings.ToLower(string(p.Alias))] = true
	}
	next := 0
	for _, p := range people {
		for next++; p.Alias == ""; next++ {
			if alias := fmt.Sprintf("P%02d", next); !taken[strings.ToLower(alias)] {
				p.Alias = workshop.Alias(alias)
				break
			}
		}
		unit := enrolUnit(w, p)
		if p.Group != "" {
			if w.Group(p.Group) == nil {
				w.Groups = append(w.Groups, workshop.Group{ID: p.Group})
			}
			p.Group = w.Group(p.Group).ID
		}
		w.Participants = append(w.Participants, workshop.Participant{Alias: p.Alias, Unit: unit, Kind: p.Kind, Role: p.Role, Group: p.Group})
		if p.Name != "" {
			names.Names = append(names.Names, workshop.Name{Alias: p.Alias, Name: p.Name})
		}
	}
	for i := range w.Units {
		u := &w.Units[i]
		if u.Kind == "" {
			u.Kind = assessment.UnitKind(kind)
		}
		if u.Kind == "" {
			return nil, usagef("fill in the column unit_kind, or add --kind KIND", "workshop new: the kind of the unit %q is missing", u.Name)
		}
	}
	return names, nil
}

// enrolUnit finds or adds the unit of a person. Two units of one name in two
// countries are two units.
func enrolUnit(w *workshop.Workshop, p peoplefile.Person) workshop.UnitID {
	i := slices.IndexFunc(w.Units, func(u workshop.Unit) bool {
		return strings.EqualFold(u.Name, p.Unit) && (p.Country == "" || u.Country == "" || strings.EqualFold(u.Country, p.Country))
	})
	if i < 0 {
		i = len(w.Units)
		w.Units = append(w.Units, workshop.Unit{ID: freeUnitID(w, p), Name: p.Unit})
	}
	u := &w.Units[i]
	for _, f := range []struct {
		to   *string
		said string
	}{{(*string)(&u.Kind), string(p.UnitKind)}, {&u.Country, p.Country}, {&u.Cluster, p.Cluster}} {
		if *f.to == "" {
			*f.to = f.said
		}
	}
	return u.ID
}

func freeUnitID(w *workshop.Workshop, p peoplefile.Person) workshop.UnitID {
	name := slug(p.Unit)
	if !workshop.ValidID(name) {
		name = "unit"
	}
	for n := 1; ; n++ {
		id := workshop.UnitID(name)
		if n > 1 {
			id = workshop.UnitID(fmt.Sprintf("%s-%d", name, n))
		}
		if w.Unit(id) == nil {
			return id
		}
	}
}

// arrangeGroups plans or draws the groups, and gives them their dimensions.
func arrangeGroups(q *questionnaires.Questionnaire, w *workshop.Workshop, opts *workshopNewOptions) error {
	if opts.groups > 0 {
		if len(w.Groups) > 0 {
			return usagef("leave out --groups, or take the column out of the table", "workshop new: the table plans groups, and --groups draws them")
		}
		w.MakeGroups(opts.groups)
	}
	for _, plan := range opts.planned {
		id, list, given := strings.Cut(plan, "=")
		if !workshop.ValidID(id) {
			return usagef("write it as G1=legal,strategy", "workshop new: %q cannot name a group", id)
		}
		g := w.Group(workshop.GroupID(id))
		if g == nil {
			w.Groups = append(w.Groups, workshop.Group{ID: workshop.GroupID(id)})
			g = &w.Groups[len(w.Groups)-1]
		}
		dims := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
		if err := checkDimensions(q, dims); err != nil {
			return err
		}
		if given && len(dims) == 0 {
			return usagef("write it as G1=legal,strategy", "workshop new: the group %s has no dimension after the =", id)
		}
		for _, d := range dims {
			if !slices.Contains(w.Asked(q), assessment.DimensionID(d)) {
				return usagef("add --dimension "+d, "workshop new: the workshop does not ask the dimension %q of the group %s", d, id)
			}
			g.Dimensions = append(g.Dimensions, assessment.DimensionID(d))
		}
	}
	if opts.ownDimensions {
		if len(w.Groups) == 0 {
			return usagef("add --groups NUMBER", "workshop new: --own-dimensions needs groups")
		}
		w.ShareDimensions(w.Asked(q))
	}
	return nil
}
