package workshop

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dgca/assessment"
)

// PutIdea adds an idea, or changes the one at an index; -1 adds.
func (w *Wall) PutIdea(i int, idea Idea) error {
	idea.Text, idea.Theme = assessment.CleanText(idea.Text), assessment.CleanLine(idea.Theme)
	if err := note("the idea", idea.Text); err != nil {
		return err
	}
	return put(&w.Ideas, i, idea)
}

// PutWay adds a line to a country's list of challenges and ways forward, or
// changes the one at an index; -1 adds.
func (w *Wall) PutWay(room *Workshop, i int, f WayForward) error {
	f.Challenge, f.Way = assessment.CleanText(f.Challenge), assessment.CleanText(f.Way)
	team, err := room.team(f.Team)
	if err != nil {
		return err
	}
	f.Team = team
	if err := note("the challenge", f.Challenge); err != nil {
		return err
	}
	if utf8.RuneCountInString(f.Way) > MaxNote {
		return tooLong("the way forward")
	}
	return put(&w.WaysForward, i, f)
}

// PutSupport adds what a team asks for, or changes the entry at an index; -1
// adds.
func (w *Wall) PutSupport(room *Workshop, i int, s Support) error {
	s.Area = assessment.CleanLine(s.Area)
	team, err := room.team(s.Team)
	if err != nil {
		return err
	}
	s.Team = team
	if err := note("the support", s.Area); err != nil {
		return err
	}
	return put(&w.Support, i, s)
}

// note reports why a text cannot be on a note.
func note(what, text string) error {
	switch {
	case text == "":
		return &ChangeError{what + " has no text", "write it in a few words"}
	case utf8.RuneCountInString(text) > MaxNote:
		return tooLong(what)
	}
	return nil
}

func tooLong(what string) error {
	return &ChangeError{fmt.Sprintf("%s has more than %d characters", what, MaxNote), "say it in a few words"}
}

func put[T any](list *[]T, i int, v T) error {
	switch {
	case i < 0:
		*list = append(*list, v)
	case i < len(*list):
		(*list)[i] = v
	default:
		return &ChangeError{fmt.Sprintf("there is no entry %d", i+1), "see the list"}
	}
	return nil
}

// Take removes an entry of a list by its index.
func Take[T any](list *[]T, i int) {
	if i >= 0 && i < len(*list) {
		*list = slices.Delete(*list, i, i+1)
	}
}

// team returns the name of a team as the workshop writes it; "" stays "". A unit
// stands for its country.
func (w *Workshop) team(name string) (string, error) {
	name = assessment.CleanLine(name)
	if name == "" {
		return "", nil // not said yet: what was typed beside it is kept
	}
	var known []string
	for i := range w.Units {
		u := &w.Units[i]
		for _, is := range []string{u.Nation(), u.Name, string(u.ID)} {
			if strings.EqualFold(is, name) {
				return u.Nation(), nil
			}
		}
		if !slices.Contains(known, u.Nation()) {
			known = append(known, u.Nation())
		}
	}
	return "", &ChangeError{fmt.Sprintf("there is no team %q", name), "possible: " + strings.Join(known, ", ")}
}
