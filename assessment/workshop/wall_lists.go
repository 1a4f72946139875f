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

// Validate returns every fault of a wall that was read from a file, in the order
// of the file.
func (w *Wall) Validate(room *Workshop) []assessment.Issue {
	v := &wallValidator{w: w, room: room}
	switch f := w.Format; {
	case f == WallFormat:
	case strings.HasPrefix(f, "dgca.wall/"):
		v.add("format", "get a newer version of dgca", "the file has the format %q; this version of dgca reads %q", f, WallFormat)
		return v.issues
	default:
		v.add("format", `the file begins with "format: `+WallFormat+`"`, "this is not the file of a wall: its format is %q", f)
		return v.issues
	}
	v.challenges()
	v.handouts("round_two", w.PersonRound, func(to string) bool { return room.Participant(Alias(to)) != nil })
	v.handouts("round_three", w.TeamRound, func(to string) bool { team, err := room.team(to); return err == nil && team != "" })
	for i, x := range w.Ideas {
		v.text(fmt.Sprintf("ideas[%d].text", i), x.Text)
	}
	for i, x := range w.WaysForward {
		at := fmt.Sprintf("ways_forward[%d]", i)
		v.team(at+".team", x.Team)
		v.text(at+".challenge", x.Challenge)
	}
	for i, x := range w.Support {
		at := fmt.Sprintf("support[%d]", i)
		v.team(at+".team", x.Team)
		v.text(at+".area", x.Area)
	}
	return v.issues
}

type wallValidator struct {
	w      *Wall
	room   *Workshop
	issues []assessment.Issue
}

func (v *wallValidator) add(path, hint, format string, args ...any) {
	v.issues = append(v.issues, assessment.Issue{Path: path, Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (v *wallValidator) text(path, text string) {
	if err := note("this entry", assessment.CleanText(text)); err != nil {
		v.add(path, err.(*ChangeError).Remedy, "%s", err)
	}
}

func (v *wallValidator) team(path, name string) {
	if _, err := v.room.team(name); err != nil {
		v.add(path, err.(*ChangeError).Remedy, "%s", err)
	}
}

func (v *wallValidator) challenges() {
	seen := map[string]bool{}
	of := map[string]int{}
	for _, c := range v.w.Challenges {
		at := "challenges." + string(c.ID)
		if !ValidID(string(c.ID)) {
			v.add(at, "use letters, digits, hyphen and underscore", "%q is not an id of a challenge", c.ID)
		}
		if id := strings.ToLower(string(c.ID)); seen[id] {
			v.add(at, "give each challenge an id of its own", "the id %s stands twice", c.ID)
		} else {
			seen[id] = true
		}
		if v.room.Participant(c.By) == nil {
			v.add(at+".by", "see the participants in workshop.yaml", "there is no participant %q", c.By)
		}
		if by := strings.ToLower(string(c.By)); of[by] == MaxChallenges {
			v.add(at+".by", "take one down", "%s has more than %d challenges", c.By, MaxChallenges)
		} else {
			of[by]++
		}
		if !c.Kind.known() {
			v.add(at+".kind", "write personal or institutional", "%q is not a kind of challenge", c.Kind)
		}
		v.text(at+".text", c.Text)
		for _, t := range c.Themes {
			if v.w.Theme(t) == nil {
				v.add(at+".themes", "possible: "+v.w.themeIDs(), "there is no theme %q", t)
			}
		}
	}
}

func (v *wallValidator) handouts(key string, list []Handout, known func(string) bool) {
	for i, h := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		if !known(h.To) {
			v.add(at+".to", "see workshop.yaml", "%q takes no part in the workshop", h.To)
		}
		if v.w.Challenge(h.Challenge) == nil {
			v.add(at+".challenge", "see the list of challenges", "there is no challenge %q", h.Challenge)
		}
		if utf8.RuneCountInString(h.Solution) > MaxNote {
			v.add(at+".solution", "say it in a few words", "the solution has more than %d characters", MaxNote)
		}
	}
}
