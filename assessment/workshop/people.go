package workshop

import (
	"fmt"
	"slices"
	"strings"
)

// ChangeError says why something about a workshop cannot be changed.
type ChangeError struct {
	Message string
	Remedy  string
}

func (e *ChangeError) Error() string { return e.Message }

// Hint says what to do.
func (e *ChangeError) Hint() string { return e.Remedy }

// Join adds a participant who has come late, and returns the alias. An empty
// alias is the next free one; an empty group is the one with the fewest people
// of the same country, then the smallest.
func (w *Workshop) Join(p Participant) (Alias, error) {
	if w.Unit(p.Unit) == nil {
		return "", &ChangeError{fmt.Sprintf("there is no unit %q", p.Unit), "possible: " + strings.Join(w.unitIDs(), ", ")}
	}
	switch {
	case p.Alias == "":
		p.Alias = w.freeAlias()
	case !ValidID(string(p.Alias)):
		return "", &ChangeError{fmt.Sprintf("%q cannot be an alias", p.Alias), "use letters, digits, - and _"}
	case w.Owner(p.Alias) != nil:
		return "", &ChangeError{fmt.Sprintf("there is a participant %s already", p.Alias), "choose another alias, or leave it out"}
	}
	if p.Group == "" && len(w.Groups) > 0 {
		p.Group = w.groupFor(&p)
	}
	if err := w.knownGroup(p.Group); err != nil {
		return "", err
	}
	w.Participants = append(w.Participants, p)
	return p.Alias, nil
}

func (w *Workshop) freeAlias() Alias {
	for n := len(w.Participants) + 1; ; n++ {
		if a := Alias(fmt.Sprintf("P%02d", n)); w.Owner(a) == nil {
			return a
		}
	}
}

func (w *Workshop) groupFor(p *Participant) GroupID {
	nation := w.nation(p)
	best, bestCountrymen, bestSize := GroupID(""), 0, 0
	for _, g := range w.Groups {
		members := w.Members(g.ID)
		countrymen := 0
		for i := range members {
			if w.nation(&members[i]) == nation {
				countrymen++
			}
		}
		if best == "" || countrymen < bestCountrymen || countrymen == bestCountrymen && len(members) < bestSize {
			best, bestCountrymen, bestSize = g.ID, countrymen, len(members)
		}
	}
	return best
}

// Move puts a participant into another group; "" is none.
func (w *Workshop) Move(a Alias, to GroupID) error {
	p, err := w.known(a)
	if err != nil {
		return err
	}
	if err := w.knownGroup(to); err != nil {
		return err
	}
	p.Group = to
	if g := w.Group(to); g != nil {
		p.Group = g.ID
	}
	return nil
}

// SetAbsent notes that a participant did not come, or came after all.
func (w *Workshop) SetAbsent(a Alias, absent bool) error {
	p, err := w.known(a)
	if err == nil {
		p.Absent = absent
	}
	return err
}

func (w *Workshop) known(a Alias) (*Participant, error) {
	if p := w.Participant(a); p != nil {
		return p, nil
	}
	return nil, &ChangeError{fmt.Sprintf("there is no participant %q", a), "see the aliases in workshop.yaml"}
}

func (w *Workshop) knownGroup(id GroupID) error {
	if id == "" || w.Group(id) != nil {
		return nil
	}
	var ids []string
	for _, g := range w.Groups {
		ids = append(ids, string(g.ID))
	}
	if len(ids) == 0 {
		return &ChangeError{fmt.Sprintf("there is no group %q", id), "this workshop has no groups"}
	}
	return &ChangeError{fmt.Sprintf("there is no group %q", id), "possible: " + strings.Join(ids, ", ")}
}

func (w *Workshop) unitIDs() []string {
	ids := make([]string, len(w.Units))
	for i, u := range w.Units {
		ids[i] = string(u.ID)
	}
	return ids
}

// Kinds returns the kinds of respondents, in alphabetical order.
func (w *Workshop) Kinds() []string {
	var kinds []string
	for _, p := range w.Participants {
		if p.Kind != "" && !slices.Contains(kinds, p.Kind) {
			kinds = append(kinds, p.Kind)
		}
	}
	slices.Sort(kinds)
	return kinds
}
