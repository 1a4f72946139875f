// Package wall makes the board of a workshop's wall: challenges, the rounds in
// which they are handed out, themes, ideas, ways forward and support, and areas
// of improvement with the dots that they got.
package wall

import (
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/board"
	"dgca/cmd/internal/tui/field"
	"dgca/questionnaires"
)

// Notes returns what sheets note beside their answers.
type Notes func() ([]assessment.Note, error)

// desk is the wall while people work on it.
type desk struct {
	room  *workshop.Workshop
	q     *questionnaires.Questionnaire
	w     *workshop.Wall
	notes Notes
}

const intro = "Three challenges from everybody; then each is put into somebody else's hands for a solution or a course of action. Areas of improvement are voted on with dots."

// New makes the board of a wall. notes are those of the collected sheets. save
// is called after each change.
func New(room *workshop.Workshop, q *questionnaires.Questionnaire, w *workshop.Wall, notes Notes, save func()) *board.Board {
	d := &desk{room, q, w, notes}
	return &board.Board{Name: "Wall: " + terminal.CleanLine(room.Title), Intro: intro, Progress: d.progress, Save: save, Items: []board.Item{
		{Name: "Challenges", Text: d.challengeCount, List: d.challenges()},
		{Name: "Round two: hand the challenges out to persons", Text: d.roundText(workshop.PersonRound), Do: d.handOut(workshop.PersonRound)},
		{Name: "Solutions of round two", Text: d.solvedText(workshop.PersonRound), List: d.handouts(workshop.PersonRound)},
		{Name: "Round three: hand challenges out to teams", Text: d.roundText(workshop.TeamRound), Do: d.handOut(workshop.TeamRound)},
		{Name: "Solutions of round three", Text: d.solvedText(workshop.TeamRound), List: d.handouts(workshop.TeamRound)},
		{Name: "Ideas: what a network should do", Text: func() string { return count(len(w.Ideas)) }, List: d.ideas()},
		{Name: "Challenges and ways forward of a country", Text: func() string { return count(len(w.WaysForward)) }, List: d.ways()},
		{Name: "Support asked for", Text: func() string { return count(len(w.Support)) }, List: d.support()},
		{Name: "Gather areas of improvement from the sheets", Do: d.gather},
		{Name: "Areas of improvement", Text: func() string { return count(len(w.Improvements)) }, List: d.improvements()},
		{Name: "Dots: key in the votes", Text: func() string { return fmt.Sprintf("Dots: %d.", d.dots()) }, List: d.votes()},
	}}
}

func count(n int) string { return fmt.Sprintf("Entries: %d.", n) }

func (d *desk) progress() string {
	return fmt.Sprintf("Challenges: %d. Solutions: %d. Ideas: %d. Dots: %d.", len(d.w.Challenges), d.solutions(workshop.PersonRound)+d.solutions(workshop.TeamRound), len(d.w.Ideas), d.dots())
}

func (d *desk) solutions(r workshop.Round) int {
	n := 0
	for _, h := range d.w.Handouts(r) {
		if h.Solution != "" {
			n++
		}
	}
	return n
}

func (d *desk) challengeCount() string {
	text := fmt.Sprintf("On the wall: %d of %d.", len(d.w.Challenges), workshop.MaxChallenges*len(d.room.Present()))
	var missing []string
	for _, p := range d.w.Missing(d.room) {
		missing = append(missing, string(p.Alias))
	}
	const most = 6
	if len(missing) > 0 && len(missing) <= most {
		text += " Fewer than three: " + strings.Join(missing, ", ") + "."
	}
	return text
}

// challenges is the list of notes on the wall.
func (d *desk) challenges() *board.List {
	return &board.List{Name: "Challenges", Hint: "Three from each participant, personal or institutional, anonymous if wished. Sort them into themes here, too.",
		Rows: func() []board.Row {
			var rows []board.Row
			for i := range d.w.Challenges {
				c := &d.w.Challenges[i]
				rows = append(rows, board.Row{Start: fmt.Sprintf("%s  %s", c.ID, terminal.CleanLine(c.Text)), End: strings.Join(ids(c.Themes), ", ")})
			}
			return rows
		},
		Open:   d.openChallenge,
		Remove: func(i int) error { return d.w.TakeDown(d.w.Challenges[i].ID) },
	}
}

func ids(themes []workshop.ThemeID) []string {
	var out []string
	for _, t := range themes {
		out = append(out, string(t))
	}
	return out
}

// note is a challenge while it is written.
type note struct {
	workshop.Challenge
	by, kind, anonymous string
}

func (d *desk) openChallenge(i int) *board.Record {
	n := note{}
	name := "New challenge"
	if i >= 0 {
		n.Challenge = d.w.Challenges[i]
		n.by, n.kind, n.anonymous = string(n.By), string(n.Kind), yesNo(n.Anonymous)
		name = "Challenge " + string(n.ID)
	}
	draft := board.NewDraft(n, i, func(i int, n note) (int, error) {
		c := n.Challenge
		c.By, c.Kind, c.Anonymous, c.Themes = workshop.Alias(n.by), workshop.ChallengeKind(n.kind), n.anonymous == yes, slices.Clone(c.Themes)
		if i >= 0 {
			c.ID = d.w.Challenges[i].ID
		}
		id, err := d.w.Put(d.room, c)
		return d.indexOf(id), err
	})
	r := &board.Record{Name: name, Missing: draft.Missing}
	if i < 0 || !n.Anonymous {
		r.Entries = append(r.Entries, draft.Line("By (alias)", "The program must know it, so that nobody gets their own challenge. It is shown nowhere when the note is anonymous.", func(n *note) *string { return &n.by }))
	}
	r.Entries = append(r.Entries,
		draft.Choice("Whose challenge", "", []field.Option{{Key: "1", Name: "Personal"}, {Key: "2", Name: "Of the institution"}},
			[]string{string(workshop.Personal), string(workshop.Institutional)}, func(n *note) *string { return &n.kind }),
		draft.Choice("Anonymous", "", []field.Option{{Key: "1", Name: "No"}, {Key: "2", Name: "Yes"}}, []string{no, yes}, func(n *note) *string { return &n.anonymous }),
		draft.Text("Challenge", "", func(n *note) *string { return &n.Text }),
		d.themes(draft))
	return r
}

const (
	yes = "yes"
	no  = "no"
)

func yesNo(on bool) string {
	if on {
		return yes
	}
	return no
}

func (d *desk) indexOf(id workshop.ChallengeID) int {
	return slices.IndexFunc(d.w.Challenges, func(c workshop.Challenge) bool { return c.ID == id })
}

func (d *desk) themes(draft *board.Draft[note]) field.Entry {
	list := d.w.ThemeList()
	var opts []field.Option
	marked := make([]bool, len(list))
	for i, t := range list {
		key := " "
		if i < 9 {
			key = string(rune('1' + i))
		}
		opts = append(opts, field.Option{Key: key, Name: t.Name})
		marked[i] = slices.Contains(draft.Value().Themes, t.ID)
	}
	return field.Entry{Label: "Themes", Help: "All that fit.", Marks: field.NewMarks("themes", opts, marked), Mark: func(marked []bool) error {
		return draft.Change(func(n *note) {
			n.Themes = nil
			for i, on := range marked {
				if on {
					n.Themes = append(n.Themes, list[i].ID)
				}
			}
		})
	}}
}

func (d *desk) roundText(r workshop.Round) func() string {
	return func() string {
		own := 0
		for _, h := range d.w.Handouts(r) {
			if h.OwnCountry {
				own++
			}
		}
		if own > 0 {
			return fmt.Sprintf("Handed out: %d. From their own country, because no other was left: %d.", len(d.w.Handouts(r)), own)
		}
		return fmt.Sprintf("Handed out: %d.", len(d.w.Handouts(r)))
	}
}

func (d *desk) solvedText(r workshop.Round) func() string {
	return func() string { return fmt.Sprintf("Solved: %d of %d.", d.solutions(r), len(d.w.Handouts(r))) }
}

func (d *desk) handOut(r workshop.Round) func() string {
	return func() string {
		if len(d.w.Challenges) == 0 {
			return "There is no challenge on the wall yet."
		}
		before := len(d.w.Handouts(r))
		without := d.w.HandOut(d.room, r)
		said := fmt.Sprintf("Handed out now: %d.", len(d.w.Handouts(r))-before)
		if len(without) > 0 {
			said += " No challenge of somebody else is left for: " + strings.Join(without, ", ") + "."
		}
		return said
	}
}

// handouts is the list of what was handed out in a round.
func (d *desk) handouts(r workshop.Round) *board.List {
	title, who := "Solutions of round two", "Each person answers one challenge of somebody else: a solution, or a course of action."
	if r == workshop.TeamRound {
		title, who = "Solutions of round three", "Each team answers one challenge of another team."
	}
	return &board.List{Name: title, Hint: who, Fixed: true,
		Rows: func() []board.Row {
			var rows []board.Row
			for _, h := range d.w.Handouts(r) {
				state := "open"
				if h.Solution != "" {
					state = "solved"
				}
				rows = append(rows, board.Row{Start: fmt.Sprintf("%s: %s  %s", h.To, h.Challenge, d.text(h.Challenge)), End: state})
			}
			return rows
		},
		Open: func(i int) *board.Record {
			h := d.w.Handouts(r)[i]
			draft := board.NewDraft(h, i, func(i int, h workshop.Handout) (int, error) { return i, d.w.Solve(r, h.To, h.Challenge, h.Solution) })
			notes := []string{fmt.Sprintf("%s: %s", h.Challenge, d.text(h.Challenge))}
			if h.OwnCountry {
				notes = append(notes, "It is from their own country: no other was left.")
			}
			return &board.Record{Name: "In the hands of " + h.To, Notes: notes, Missing: draft.Missing,
				Entries: []field.Entry{draft.Text("Solution or course of action", "", func(h *workshop.Handout) *string { return &h.Solution })}}
		}}
}

func (d *desk) text(id workshop.ChallengeID) string {
	if c := d.w.Challenge(id); c != nil {
		return terminal.CleanLine(c.Text)
	}
	return ""
}

func (d *desk) ideas() *board.List {
	return &board.List{Name: "Ideas", Hint: "What a network should do, if money were no limit. Give ideas of one kind the same theme, such as training.",
		Rows: func() []board.Row {
			var rows []board.Row
			for _, x := range d.w.Ideas {
				rows = append(rows, board.Row{Start: x.Text, End: x.Theme})
			}
			return rows
		},
		Remove: func(i int) error { workshop.Take(&d.w.Ideas, i); return nil },
		Open: func(i int) *board.Record {
			var x workshop.Idea
			if i >= 0 {
				x = d.w.Ideas[i]
			}
			draft := board.NewDraft(x, i, func(i int, x workshop.Idea) (int, error) {
				return kept(i, len(d.w.Ideas)), d.w.PutIdea(i, x)
			})
			return &board.Record{Name: "Idea", Missing: draft.Missing, Entries: []field.Entry{
				draft.Text("Idea", "", func(x *workshop.Idea) *string { return &x.Text }),
				draft.Line("Theme", "A word or two, the same for ideas of one kind.", func(x *workshop.Idea) *string { return &x.Theme })}}
		}}
}

// kept is the index of an entry that was put at i in a list of n.
func kept(i, n int) int {
	if i < 0 {
		return n
	}
	return i
}

func (d *desk) ways() *board.List {
	return &board.List{Name: "Challenges and ways forward", Hint: "What a country presents: a challenge, and the way forward.",
		Rows: func() []board.Row {
			var rows []board.Row
			for _, x := range d.w.WaysForward {
				rows = append(rows, board.Row{Start: fmt.Sprintf("%s: %s", x.Team, x.Challenge), End: state(x.Way)})
			}
			return rows
		},
		Remove: func(i int) error { workshop.Take(&d.w.WaysForward, i); return nil },
		Open: func(i int) *board.Record {
			var x workshop.WayForward
			if i >= 0 {
				x = d.w.WaysForward[i]
			}
			draft := board.NewDraft(x, i, func(i int, x workshop.WayForward) (int, error) {
				return kept(i, len(d.w.WaysForward)), d.w.PutWay(d.room, i, x)
			})
			return &board.Record{Name: "Challenge and way forward", Missing: draft.Missing, Entries: []field.Entry{
				team(d, draft, func(x *workshop.WayForward) *string { return &x.Team }),
				draft.Text("Challenge", "", func(x *workshop.WayForward) *string { return &x.Challenge }),
				draft.Text("Way forward", "", func(x *workshop.WayForward) *string { return &x.Way })}}
		}}
}

func state(way string) string {
	if way == "" {
		return "no way forward yet"
	}
	return ""
}

// team is the field for a team: a list as long as digits are enough, else a
// text.
func team[T any](d *desk, draft *board.Draft[T], of func(*T) *string) field.Entry {
	teams := d.room.Teams()
	if len(teams) > 9 {
		return draft.Line("Country", "", of)
	}
	var opts []field.Option
	for i, t := range teams {
		opts = append(opts, field.Option{Key: string(rune('1' + i)), Name: terminal.CleanLine(t)})
	}
	return draft.Choice("Country", "", opts, teams, of)
}

func (d *desk) support() *board.List {
	areas := workshop.SupportAreas()
	return &board.List{Name: "Support asked for", Hint: "What a country asks the organiser for. Choose an area, or write another one.",
		Rows: func() []board.Row {
			var rows []board.Row
			for _, x := range d.w.Support {
				rows = append(rows, board.Row{Start: fmt.Sprintf("%s: %s", x.Team, x.Area)})
			}
			return rows
		},
		Remove: func(i int) error { workshop.Take(&d.w.Support, i); return nil },
		Open: func(i int) *board.Record {
			var x workshop.Support
			if i >= 0 {
				x = d.w.Support[i]
			}
			draft := board.NewDraft(x, i, func(i int, x workshop.Support) (int, error) {
				return kept(i, len(d.w.Support)), d.w.PutSupport(d.room, i, x)
			})
			var opts []field.Option
			for n, a := range areas {
				opts = append(opts, field.Option{Key: string(rune('1' + n)), Name: a})
			}
			area := func(x *workshop.Support) *string { return &x.Area }
			return &board.Record{Name: "Support", Missing: draft.Missing, Entries: []field.Entry{
				team(d, draft, func(x *workshop.Support) *string { return &x.Team }),
				draft.Choice("Area", "", opts, areas, area),
				draft.Line("Another area", "In your own words, in place of one of the list.", area)}}
		}}
}
