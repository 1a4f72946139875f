package workshop

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dgca/assessment"
	"dgca/questionnaires"
)

// Validate returns every fault of a wall that was read from a file, in the order
// of the file.
func (w *Wall) Validate(room *Workshop, q *questionnaires.Questionnaire) []assessment.Issue {
	v := &wallValidator{w: w, room: room, q: q}
	if i := formatIssue(w.Format, WallFormat, "the file of a wall"); i != nil {
		return []assessment.Issue{*i}
	}
	v.challenges()
	v.handouts("round_two", w.PersonRound, func(to string) bool { return room.Participant(Alias(to)) != nil })
	v.handouts("round_three", w.TeamRound, func(to string) bool { team, err := room.team(to); return err == nil && team != "" })
	v.improvements()
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
	q      *questionnaires.Questionnaire
	issues []assessment.Issue
}

func (v *wallValidator) add(path, hint, format string, args ...any) {
	v.issues = append(v.issues, assessment.Issue{Path: path, Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (v *wallValidator) text(path, text string) {
	if err := note("this entry", assessment.CleanText(text)); err != nil {
		v.fault(path, err)
	}
}

func (v *wallValidator) team(path, name string) {
	if _, err := v.room.team(name); err != nil {
		v.fault(path, err)
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
		v.statements(at+".statements", c.Statements)
		if err := possibleDots(c.Dots); err != nil {
			v.fault(at+".dots", err)
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

// statements checks that the questionnaire has the statements of a note.
func (v *wallValidator) statements(path string, ids []assessment.StatementID) {
	if _, err := knownStatements(v.q, ids); err != nil {
		v.fault(path, err)
	}
}

// fault notes an error with its remedy.
func (v *wallValidator) fault(path string, err error) {
	v.add(path, err.(*ChangeError).Remedy, "%s", err)
}
