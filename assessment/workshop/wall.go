package workshop

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dgca/assessment"
)

// WallFormat is the name and version of the file of the wall.
const WallFormat = "dgca.wall/1"

// MaxNote is the longest text on a note, in characters.
const MaxNote = 2000

// MaxChallenges is how many challenges a participant puts on the wall.
const MaxChallenges = 3

// Wall is what hangs on the wall of a workshop: challenges with the solutions
// that others found for them, areas of improvement with their dots, ideas, ways
// forward, and support asked for.
type Wall struct {
	Format       string        `yaml:"format"`
	Themes       []WallTheme   `yaml:"themes,omitempty"` // empty: StartingThemes
	Challenges   []Challenge   `yaml:"challenges,omitempty"`
	PersonRound  []Handout     `yaml:"round_two,omitempty"`   // to persons
	TeamRound    []Handout     `yaml:"round_three,omitempty"` // to teams
	Improvements []Improvement `yaml:"improvements,omitempty"`
	Ideas        []Idea        `yaml:"ideas,omitempty"`
	WaysForward  []WayForward  `yaml:"ways_forward,omitempty"`
	Support      []Support     `yaml:"support,omitempty"`
}

// The identifiers on the wall.
type (
	ChallengeID string // such as "C7"
	ThemeID     string // such as "skills"
)

// WallTheme is what several challenges are about, and the statements that ask
// about it.
type WallTheme struct {
	ID         ThemeID                  `yaml:",key"`
	Name       string                   `yaml:"name"`
	Statements []assessment.StatementID `yaml:"statements,omitempty,flow"`
}

// StartingThemes are the challenges that countries listed in March 2022, as
// themes to begin with, and the statements of the built-in questionnaire that
// ask about them.
func StartingThemes() []WallTheme {
	return []WallTheme{
		{"access", "Access to digital services and networks", []assessment.StatementID{"TEC-01"}},
		{"skills", "Supply of skills and demand for them", []assessment.StatementID{"PWD-03", "PWD-12"}},
		{"budget", "Budget and funding", []assessment.StatementID{"STR-09"}},
		{"security", "Cyber security", []assessment.StatementID{"TEC-08"}},
		{"resistance", "Resistance to change", []assessment.StatementID{"LEA-07"}},
		{"data", "Data that are up to date and broken down by groups", []assessment.StatementID{"TEC-06"}},
		{"coordination", "Coordination between institutions", []assessment.StatementID{"GOV-03"}},
		{"power", "Power supply", []assessment.StatementID{"TEC-01"}},
		{"awareness", "Low awareness at the local level", []assessment.StatementID{"PWD-05"}},
	}
}

// SupportAreas are the areas in which countries asked for support in March
// 2022, to begin with.
func SupportAreas() []string {
	return []string{
		"Skills of staff and leaders",
		"Collaboration between agencies",
		"Smart cities",
		"Open standards",
		"Devices made locally",
		"Technology transfer and investment",
	}
}

// ChallengeKind says whose challenge it is.
type ChallengeKind string

// known reports whether it is a kind, or not said.
func (k ChallengeKind) known() bool { return k == "" || k == Personal || k == Institutional }

// The kinds of challenge. The zero value is "not said".
const (
	Personal      ChallengeKind = "personal"
	Institutional ChallengeKind = "institutional"
)

// Challenge is one note on the wall.
type Challenge struct {
	ID ChallengeID `yaml:",key"`
	// By is who wrote it. It is needed so that nobody gets the own note; it is
	// shown nowhere when the note is anonymous.
	By         Alias                    `yaml:"by"`
	Anonymous  bool                     `yaml:"anonymous,omitempty"`
	Kind       ChallengeKind            `yaml:"kind,omitempty"`
	Text       string                   `yaml:"text"`
	Themes     []ThemeID                `yaml:"themes,omitempty,flow"`
	Statements []assessment.StatementID `yaml:"statements,omitempty,flow"` // besides those of its themes
	Dots       int                      `yaml:"dots,omitempty"`            // votes on this note
}

// Handout is a challenge in somebody else's hands, and the solution or course of
// action that came of it.
type Handout struct {
	To        string      `yaml:"to"` // an alias, or the name of a team
	Challenge ChallengeID `yaml:"challenge"`
	// OwnCountry: no challenge of another country was left to hand out.
	OwnCountry bool   `yaml:"own_country,omitempty"`
	Solution   string `yaml:"solution,omitempty"`
}

// Idea is an entry of the room's list of ideas: what a network should do.
type Idea struct {
	Text  string `yaml:"text"`
	Theme string `yaml:"theme,omitempty"` // in the room's own words, such as "training"
}

// WayForward is one line of a country's own list.
type WayForward struct {
	Team      string `yaml:"team,omitempty"` // a country, or a unit that names none; "" is not said
	Challenge string `yaml:"challenge"`
	Way       string `yaml:"way_forward"`
}

// Support is what a team asks the organiser for.
type Support struct {
	Team string `yaml:"team,omitempty"` // "" is not said
	Area string `yaml:"area"`
}

// ThemeList returns the themes of the wall.
func (w *Wall) ThemeList() []WallTheme {
	if len(w.Themes) > 0 {
		return w.Themes
	}
	return StartingThemes()
}

// Theme returns a theme, or nil.
func (w *Wall) Theme(id ThemeID) *WallTheme {
	return find(w.ThemeList(), func(t *WallTheme) bool { return strings.EqualFold(string(t.ID), string(id)) })
}

// Challenge returns a challenge, or nil. Capital letters do not matter.
func (w *Wall) Challenge(id ChallengeID) *Challenge {
	return find(w.Challenges, func(c *Challenge) bool { return strings.EqualFold(string(c.ID), string(id)) })
}

// Of returns the challenges of a participant.
func (w *Wall) Of(by Alias) []Challenge {
	var out []Challenge
	for _, c := range w.Challenges {
		if strings.EqualFold(string(c.By), string(by)) {
			out = append(out, c)
		}
	}
	return out
}

// Links returns the statements that a challenge is about: those of its themes
// and its own, once each.
func (w *Wall) Links(c *Challenge) []assessment.StatementID {
	var out []assessment.StatementID
	add := func(ids []assessment.StatementID) {
		for _, id := range ids {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	for _, t := range c.Themes {
		if theme := w.Theme(t); theme != nil {
			add(theme.Statements)
		}
	}
	add(c.Statements)
	return out
}

// Put adds a challenge, or, where it has an id, changes the one with this id. It
// returns the id. Text is cleaned.
func (w *Wall) Put(room *Workshop, c Challenge) (ChallengeID, error) {
	c.Text = assessment.CleanText(c.Text)
	p := room.Participant(c.By)
	switch {
	case p == nil:
		return "", &ChangeError{fmt.Sprintf("there is no participant %q", c.By), "see the participants in workshop.yaml"}
	case c.Text == "":
		return "", &ChangeError{"the challenge has no text", "write it in a few words"}
	case utf8.RuneCountInString(c.Text) > MaxNote:
		return "", &ChangeError{fmt.Sprintf("the challenge has more than %d characters", MaxNote), "say it in a few words"}
	case !c.Kind.known():
		return "", &ChangeError{fmt.Sprintf("%q is not a kind of challenge", c.Kind), "write personal or institutional"}
	}
	if err := possibleDots(c.Dots); err != nil {
		return "", err
	}
	c.By = p.Alias
	for i, id := range c.Themes {
		t := w.Theme(id)
		if t == nil {
			return "", &ChangeError{fmt.Sprintf("there is no theme %q", id), "possible: " + w.themeIDs()}
		}
		c.Themes[i] = t.ID
	}
	old := w.Challenge(c.ID)
	others := 0
	for _, x := range w.Of(c.By) {
		if old == nil || x.ID != old.ID {
			others++
		}
	}
	if others >= MaxChallenges {
		return "", &ChangeError{fmt.Sprintf("%s has %d challenges on the wall already", c.By, MaxChallenges), "change one of them, or take one down"}
	}
	if old != nil {
		c.ID = old.ID
		*old = c
		return c.ID, nil
	}
	if c.ID != "" {
		return "", &ChangeError{fmt.Sprintf("there is no challenge %q", c.ID), "see the list of challenges"}
	}
	c.ID = w.freeID()
	w.Challenges = append(w.Challenges, c)
	return c.ID, nil
}

func (w *Wall) themeIDs() string {
	var ids []string
	for _, t := range w.ThemeList() {
		ids = append(ids, string(t.ID))
	}
	return strings.Join(ids, ", ")
}

func (w *Wall) freeID() ChallengeID {
	for n := len(w.Challenges) + 1; ; n++ {
		if id := ChallengeID(fmt.Sprintf("C%d", n)); w.Challenge(id) == nil && w.Improvement(ImprovementID(id)) == nil {
			return id
		}
	}
}

// TakeDown removes a challenge. One that was handed out stays.
func (w *Wall) TakeDown(id ChallengeID) error {
	c := w.Challenge(id)
	if c == nil {
		return &ChangeError{fmt.Sprintf("there is no challenge %q", id), "see the list of challenges"}
	}
	for _, h := range slices.Concat(w.PersonRound, w.TeamRound) {
		if h.Challenge == c.ID {
			return &ChangeError{fmt.Sprintf("%s was handed out to %s", c.ID, h.To), "change its text instead"}
		}
	}
	w.Challenges = slices.DeleteFunc(w.Challenges, func(x Challenge) bool { return x.ID == c.ID })
	return nil
}

// SortInto says which themes a challenge belongs to.
func (w *Wall) SortInto(id ChallengeID, themes []ThemeID) error {
	c := w.Challenge(id)
	if c == nil {
		return &ChangeError{fmt.Sprintf("there is no challenge %q", id), "see the list of challenges"}
	}
	for _, t := range themes {
		if w.Theme(t) == nil {
			return &ChangeError{fmt.Sprintf("there is no theme %q", t), "possible: " + w.themeIDs()}
		}
	}
	c.Themes = slices.Clone(themes)
	return nil
}

// AddTheme adds a theme of the room's own to those that it has.
func (w *Wall) AddTheme(name string, statements []assessment.StatementID) (ThemeID, error) {
	name = assessment.CleanLine(name)
	if name == "" {
		return "", &ChangeError{"the theme has no name", "write a word or two"}
	}
	for _, t := range w.ThemeList() {
		if strings.EqualFold(t.Name, name) {
			return t.ID, nil
		}
	}
	if len(w.Themes) == 0 {
		w.Themes = StartingThemes()
	}
	id := ThemeID(fmt.Sprintf("theme-%d", len(w.Themes)+1))
	w.Themes = append(w.Themes, WallTheme{id, name, statements})
	return id, nil
}

// Solve records what came of a handed out challenge.
func (w *Wall) Solve(round Round, to string, id ChallengeID, solution string) error {
	solution = assessment.CleanText(solution)
	if utf8.RuneCountInString(solution) > MaxNote {
		return &ChangeError{fmt.Sprintf("the solution has more than %d characters", MaxNote), "say it in a few words"}
	}
	list := w.round(round)
	for i := range *list {
		h := &(*list)[i]
		if strings.EqualFold(h.To, to) && (id == "" || strings.EqualFold(string(h.Challenge), string(id))) {
			h.Solution = solution
			return nil
		}
	}
	return &ChangeError{fmt.Sprintf("%s has no challenge in this round", to), "hand the challenges out first"}
}

// Solved is a challenge with one solution to it.
type Solved struct {
	Challenge *Challenge
	Handout   Handout
	Round     Round
}

// Pairs lists the challenges with their solutions, those with the most dots
// first, else in the order of the wall; a challenge that nobody solved stands
// once, without a solution.
func (w *Wall) Pairs() []Solved {
	var challenges []*Challenge
	for i := range w.Challenges {
		challenges = append(challenges, &w.Challenges[i])
	}
	slices.SortStableFunc(challenges, func(a, b *Challenge) int { return cmp.Compare(b.Dots, a.Dots) })
	var out []Solved
	for _, c := range challenges {
		solved := false
		for _, round := range []Round{PersonRound, TeamRound} {
			for _, h := range *w.round(round) {
				if h.Challenge == c.ID && h.Solution != "" {
					out = append(out, Solved{c, h, round})
					solved = true
				}
			}
		}
		if !solved {
			out = append(out, Solved{Challenge: c})
		}
	}
	return out
}

// Count is how often something was named.
type Count struct {
	Name string
	N    int
}

// CountThemes counts the challenges of each theme that has any, most first and
// then in the order of the themes, and those without a theme. A challenge with
// two themes counts in both.
func (w *Wall) CountThemes() (counts []Count, unsorted int) {
	for _, t := range w.ThemeList() {
		n := 0
		for _, c := range w.Challenges {
			if slices.Contains(c.Themes, t.ID) {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, Count{t.Name, n})
		}
	}
	for _, c := range w.Challenges {
		if len(c.Themes) == 0 {
			unsorted++
		}
	}
	mostFirst(counts)
	return counts, unsorted
}

// CountIdeas counts the ideas of each theme, most first, and those without one.
func (w *Wall) CountIdeas() (counts []Count, unsorted int) {
	var themes []string
	for _, i := range w.Ideas {
		if i.Theme == "" {
			unsorted++
		} else {
			themes = append(themes, i.Theme)
		}
	}
	return tallyWords(themes), unsorted
}

// CountSupport counts the teams that ask for each kind of support, most first.
func (w *Wall) CountSupport() []Count {
	var areas []string
	seen := map[string]bool{}
	for _, s := range w.Support {
		key := strings.ToLower(s.Team + "\n" + s.Area)
		if !seen[key] {
			seen[key] = true
			areas = append(areas, s.Area)
		}
	}
	return tallyWords(areas)
}

// tallyWords counts equal words, whatever their case; the first spelling
// stands.
func tallyWords(words []string) []Count {
	var counts []Count
	for _, word := range words {
		if c := find(counts, func(c *Count) bool { return strings.EqualFold(c.Name, word) }); c != nil {
			c.N++
		} else {
			counts = append(counts, Count{word, 1})
		}
	}
	mostFirst(counts)
	return counts
}

func mostFirst(counts []Count) {
	slices.SortStableFunc(counts, func(x, y Count) int { return y.N - x.N })
}

// Missing lists the participants who are present and have fewer than three
// challenges on the wall.
func (w *Wall) Missing(room *Workshop) []Participant {
	return room.present(func(p *Participant) bool { return len(w.Of(p.Alias)) < MaxChallenges })
}

// Clone returns a deep copy.
func (w *Wall) Clone() *Wall {
	c := *w
	c.Themes = slices.Clone(w.Themes)
	c.Challenges = slices.Clone(w.Challenges)
	for i := range c.Challenges {
		x := &c.Challenges[i]
		x.Themes, x.Statements = slices.Clone(x.Themes), slices.Clone(x.Statements)
	}
	c.Improvements = slices.Clone(w.Improvements)
	for i := range c.Improvements {
		c.Improvements[i].Statements = slices.Clone(w.Improvements[i].Statements)
	}
	c.PersonRound, c.TeamRound = slices.Clone(w.PersonRound), slices.Clone(w.TeamRound)
	c.Ideas, c.WaysForward, c.Support = slices.Clone(w.Ideas), slices.Clone(w.WaysForward), slices.Clone(w.Support)
	return &c
}
