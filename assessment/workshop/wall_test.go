package workshop

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
)

// wallRoom is a workshop with the given numbers of people from countries A, B, C
// and so on; each person has n challenges on the wall.
func wallRoom(t testing.TB, n int, people ...int) (*Workshop, *Wall) {
	t.Helper()
	room, wall := &Workshop{Format: Format, Seed: 7}, &Wall{Format: WallFormat}
	for c, count := range people {
		country := string(rune('A' + c))
		room.Units = append(room.Units, Unit{ID: UnitID("unit-" + country), Name: "Unit " + country, Country: country})
		for i := range count {
			room.Participants = append(room.Participants, Participant{Alias: Alias(fmt.Sprintf("%s%d", country, i+1)), Unit: UnitID("unit-" + country)})
		}
	}
	for _, p := range room.Participants {
		for i := range n {
			if _, err := wall.Put(room, Challenge{By: p.Alias, Kind: Personal, Text: fmt.Sprintf("%s says %d", p.Alias, i+1)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return room, wall
}

func TestChallenges(t *testing.T) {
	room, w := wallRoom(t, 0, 2, 1)
	put := func(c Challenge) error { _, err := w.Put(room, c); return err }
	for i := range 3 {
		if err := put(Challenge{By: "a1", Kind: Institutional, Text: fmt.Sprintf("  text %d\x1b[31m ", i), Themes: []ThemeID{"Skills"}}); err != nil {
			t.Fatal(err)
		}
	}
	for what, c := range map[string]Challenge{
		"has 3 challenges":   {By: "A1", Kind: Personal, Text: "x"},
		"no participant":     {By: "Z9", Kind: Personal, Text: "x"},
		"has no text":        {By: "A2", Kind: Personal, Text: " \n"},
		"not a kind":         {By: "A2", Kind: "both", Text: "x"},
		"no theme":           {By: "A2", Kind: Personal, Text: "x", Themes: []ThemeID{"weather"}},
		"more than 2000":     {By: "A2", Kind: Personal, Text: strings.Repeat("x", 2001)},
		`no challenge "C99"`: {ID: "C99", By: "A2", Kind: Personal, Text: "x"},
	} {
		if err := put(c); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if c := w.Challenge("c2"); c.By != "A1" || c.Text != "  text 1" && c.Text != "text 1" || c.Themes[0] != "skills" {
		t.Errorf("kept: %+v", c)
	}
	// A change keeps the id and the number.
	if err := put(Challenge{ID: "C2", By: "A1", Kind: Personal, Text: "changed", Anonymous: true}); err != nil || w.Challenge("C2").Text != "changed" || len(w.Challenges) != 3 {
		t.Errorf("%v, %+v", err, w.Challenges)
	}
	if got := w.Missing(room); len(got) != 2 {
		t.Errorf("missing: %v", got)
	}
	if issues := w.Validate(room, questionnaires.BuiltIn()); len(issues) > 0 {
		t.Errorf("%v", issues)
	}
}

// The two statements of a theme, and one of the challenge itself; TEC-01 stands
// for two themes and comes once.
func TestLinks(t *testing.T) {
	_, w := wallRoom(t, 1, 1)
	c := &w.Challenges[0]
	c.Themes, c.Statements = []ThemeID{"access", "skills", "power"}, []assessment.StatementID{"LEG-01", "TEC-01"}
	var got []string
	for _, id := range w.Links(c) {
		got = append(got, string(id))
	}
	if want := "TEC-01 PWD-03 PWD-12 LEG-01"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// Each person gets a challenge of another country, and all are different.
func TestHandOut(t *testing.T) {
	room, w := wallRoom(t, 3, 2, 2, 2, 2, 2, 2, 2)
	if without := w.HandOut(room, PersonRound); len(without) > 0 {
		t.Errorf("without: %v", without)
	}
	seen := map[ChallengeID]bool{}
	for _, h := range w.PersonRound {
		c := w.Challenge(h.Challenge)
		if room.nationOf(c.By) == room.nationOf(Alias(h.To)) || h.OwnCountry || seen[c.ID] {
			t.Errorf("%s gets %s of %s", h.To, c.ID, c.By)
		}
		seen[c.ID] = true
	}
	if len(w.PersonRound) != 14 {
		t.Errorf("%d were handed out", len(w.PersonRound))
	}
	// Once more changes nothing; who comes late gets one too.
	before := slices.Clone(w.PersonRound)
	room.Participants = append(room.Participants, Participant{Alias: "A3", Unit: "unit-A"})
	w.HandOut(room, PersonRound)
	if !reflect.DeepEqual(before, w.PersonRound[:14]) || len(w.PersonRound) != 15 || w.PersonRound[14].To != "A3" {
		t.Errorf("after a late arrival: %v", w.PersonRound)
	}
	// The same seed gives the same draw, another one another.
	again, w2 := wallRoom(t, 3, 2, 2, 2, 2, 2, 2, 2)
	w2.HandOut(again, PersonRound)
	if !reflect.DeepEqual(before, w2.PersonRound) {
		t.Error("the same seed gives another draw")
	}
	again.Seed, w2.PersonRound = 8, nil
	w2.HandOut(again, PersonRound)
	if reflect.DeepEqual(before, w2.PersonRound) {
		t.Error("another seed gives the same draw")
	}
}

// Ten of one country and one of another: the ten share the three notes of the
// one, rather than get one of their own country.
func TestHandOutSharesNotes(t *testing.T) {
	room, w := wallRoom(t, 3, 10, 1)
	w.HandOut(room, PersonRound)
	times := map[ChallengeID]int{}
	for _, h := range w.PersonRound {
		times[h.Challenge]++
		if h.OwnCountry {
			t.Errorf("%s gets one of the own country", h.To)
		}
	}
	var of []int
	for _, c := range w.Of("B1") {
		of = append(of, times[c.ID])
	}
	slices.Sort(of)
	if !slices.Equal(of, []int{3, 3, 4}) {
		t.Errorf("the notes of B1 were given %v times", of)
	}
}

// One country alone: its people get each other's notes, and that is said.
// A single person gets none.
func TestHandOutOwnCountry(t *testing.T) {
	room, w := wallRoom(t, 1, 3)
	if without := w.HandOut(room, PersonRound); len(without) > 0 {
		t.Errorf("without: %v", without)
	}
	for _, h := range w.PersonRound {
		if !h.OwnCountry || string(w.Challenge(h.Challenge).By) == h.To {
			t.Errorf("%+v", h)
		}
	}
	if without := w.HandOut(room, TeamRound); !slices.Equal(without, []string{"A"}) {
		t.Errorf("a team alone: %v", without)
	}
	room, w = wallRoom(t, 3, 1)
	if without := w.HandOut(room, PersonRound); !slices.Equal(without, []string{"A1"}) {
		t.Errorf("a person alone: %v", without)
	}
}

// Teams get what nobody solved, of another team.
func TestHandOutToTeams(t *testing.T) {
	room, w := wallRoom(t, 1, 2, 2, 2)
	w.HandOut(room, PersonRound)
	for _, h := range w.PersonRound[:4] {
		if err := w.Solve(PersonRound, h.To, h.Challenge, "a way"); err != nil {
			t.Fatal(err)
		}
	}
	if without := w.HandOut(room, TeamRound); len(without) > 0 || len(w.TeamRound) != 3 {
		t.Fatalf("without %v, %v", without, w.TeamRound)
	}
	unsolved := 0
	for _, h := range w.TeamRound {
		if room.nationOf(w.Challenge(h.Challenge).By) == h.To {
			t.Errorf("%s gets its own", h.To)
		}
		if !w.solved(h.Challenge) {
			unsolved++
		}
	}
	// Two are unsolved; both are of some country, so at least one team of
	// another country can have each.
	if unsolved != 2 {
		t.Errorf("%d of the two unsolved ones were handed out", unsolved)
	}
	pairs := w.Pairs()
	if len(pairs) != 6 {
		t.Errorf("%d pairs", len(pairs))
	}
	if err := w.Solve(TeamRound, "Z", "", "x"); err == nil {
		t.Error("a team that is not there solved something")
	}
}

// assign against all possibilities.
func TestAssignAgainstBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 9))
	for range 300 {
		takers, notes := 1+rng.IntN(5), 1+rng.IntN(4)
		costs := make([][]int64, takers)
		for i := range costs {
			costs[i] = make([]int64, notes)
			for j := range costs[i] {
				costs[i][j] = rng.Int64N(50) + costOwn*int64(rng.IntN(2))
				if rng.IntN(4) == 0 {
					costs[i][j] = forbidden
				}
			}
		}
		total := func(given []int) (sum int64, without int) {
			times := make([]int64, notes)
			for i, j := range given {
				if j < 0 {
					without++
					continue
				}
				if costs[i][j] == forbidden {
					return 0, takers + 1
				}
				sum += costs[i][j] + times[j]*costAgain
				times[j]++
			}
			return sum, without
		}
		given := make([]int, takers)
		bestSum, bestWithout := int64(0), takers+1
		var try func(i int)
		try = func(i int) {
			if i == takers {
				if s, w := total(given); w < bestWithout || w == bestWithout && s < bestSum {
					bestSum, bestWithout = s, w
				}
				return
			}
			for j := -1; j < notes; j++ {
				given[i] = j
				try(i + 1)
			}
		}
		try(0)
		got := assign(costs, notes)
		if s, w := total(got); s != bestSum || w != bestWithout {
			t.Fatalf("costs %v: %v costs %d without %d, best %d without %d", costs, got, s, w, bestSum, bestWithout)
		}
	}
}

// Row 23 of the workshop: four notes on two themes, one on both, one without.
func TestCounts(t *testing.T) {
	room, w := wallRoom(t, 1, 5)
	for i, themes := range [][]ThemeID{{"skills"}, {"budget", "skills"}, {"skills"}, {"budget"}, nil} {
		if err := w.SortInto(w.Challenges[i].ID, themes); err != nil {
			t.Fatal(err)
		}
	}
	counts, unsorted := w.CountThemes()
	if want := []Count{{"Supply of skills and demand for them", 3}, {"Budget and funding", 2}}; !slices.Equal(counts, want) || unsorted != 1 {
		t.Errorf("%v, %d without", counts, unsorted)
	}
	for _, theme := range []string{"Training", "study trips", "training", ""} {
		if err := w.PutIdea(-1, Idea{"an idea", theme}); err != nil {
			t.Fatal(err)
		}
	}
	ideas, without := w.CountIdeas()
	if want := []Count{{"Training", 2}, {"study trips", 1}}; !slices.Equal(ideas, want) || without != 1 {
		t.Errorf("%v, %d without", ideas, without)
	}
	// A team that asks twice for the same counts once.
	for _, s := range []Support{{"A", "Smart cities"}, {"unit-a", "smart cities"}, {"Unit A", "Open standards"}} {
		if err := w.PutSupport(room, -1, s); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := w.CountSupport(), []Count{{"Smart cities", 1}, {"Open standards", 1}}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if err := w.PutSupport(room, -1, Support{"Atlantis", "x"}); err == nil {
		t.Error("a team that is not there asked for support")
	}
	if err := w.PutWay(room, -1, WayForward{"A", "challenge", "way"}); err != nil || len(w.WaysForward) != 1 {
		t.Errorf("%v", err)
	}
	if id, err := w.AddTheme("Procurement", nil); err != nil || w.Theme(id) == nil || len(w.ThemeList()) != 10 {
		t.Errorf("%v", err)
	}
}

func TestWallValidate(t *testing.T) {
	room, w := wallRoom(t, 1, 2, 2)
	w.HandOut(room, PersonRound)
	w.Challenges[1].ID, w.Challenges[2].By, w.Challenges[3].Kind = "c1", "Z", "other"
	w.PersonRound[0].To, w.PersonRound[1].Challenge = "nobody", "C77"
	w.Ideas, w.Support = []Idea{{}}, []Support{{Team: "Atlantis", Area: "x"}}
	var got []string
	for _, i := range w.Validate(room, questionnaires.BuiltIn()) {
		got = append(got, i.Path)
	}
	for _, p := range []string{"challenges.c1", "challenges.C3.by", "challenges.C4.kind", "round_two[0].to", "round_two[1].challenge", "ideas[0].text", "support[0].team"} {
		if !slices.Contains(got, p) {
			t.Errorf("no fault at %s; there are %v", p, got)
		}
	}
	if issues := (&Wall{Format: "dgca.wall/2"}).Validate(room, questionnaires.BuiltIn()); len(issues) != 1 || !strings.Contains(issues[0].Hint, "newer") {
		t.Errorf("%v", issues)
	}
}

// The areas of improvement of two sheets, merged and voted on.
func TestImprovements(t *testing.T) {
	room, w := wallRoom(t, 1, 2)
	q := questionnaires.BuiltIn()
	notes := []assessment.Note{
		{Dimension: "legal", Improvements: []string{"A law on data", "Model contracts"}},
		{Dimension: "legal", Improvements: []string{"a  LAW on data", "Data act"}},
		{Dimension: "strategy", Improvements: []string{"Model contracts"}},
	}
	dims := room.Asked(q)
	if n := w.Gather(notes, dims); n != 4 {
		t.Errorf("gathered %d", n)
	}
	if n := w.Gather(notes, dims); n != 0 || len(w.Improvements) != 4 {
		t.Errorf("gathered again: %d, %v", n, w.Improvements)
	}
	list := func(dims ...assessment.DimensionID) string {
		var out []string
		for _, v := range w.Voted(dims...) {
			out = append(out, fmt.Sprintf("%s %d dots %d named %d merged %v", v.Text, v.Dots, v.Named, len(v.Merged), v.Statements))
		}
		return strings.Join(out, "; ")
	}
	if got := list("legal"); got != "A law on data 0 dots 2 named 0 merged []; Model contracts 0 dots 1 named 0 merged []; Data act 0 dots 1 named 0 merged []" {
		t.Error(got)
	}
	put := func(id ImprovementID, change func(*Improvement)) error {
		x := *w.Improvement(id)
		change(&x)
		_, err := w.PutImprovement(room, q, x)
		return err
	}
	ids := map[string]ImprovementID{}
	for _, x := range w.Improvements {
		ids[string(x.Dimension)+" "+x.Text] = x.ID
	}
	law, contracts, act := ids["legal A law on data"], ids["legal Model contracts"], ids["legal Data act"]
	for _, err := range []error{
		put(act, func(x *Improvement) { x.SameAs, x.Dots = law, 3 }),
		put(law, func(x *Improvement) { x.Statements, x.Dots = []assessment.StatementID{"leg-01"}, 2 }),
		put(contracts, func(x *Improvement) { x.Dots = 4 }),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	if got := list("legal"); got != "A law on data 5 dots 3 named 1 merged [LEG-01]; Model contracts 4 dots 1 named 0 merged []" {
		t.Error(got)
	}
	// What is merged goes along when its own entry is merged.
	if err := put(law, func(x *Improvement) { x.SameAs = contracts }); err != nil || w.Improvement(act).SameAs != contracts {
		t.Errorf("%v, %v", err, w.Improvements)
	}
	if got := list("legal"); got != "Model contracts 9 dots 4 named 2 merged [LEG-01]" {
		t.Error(got)
	}
	for name, wrong := range map[string]error{
		"into itself":       put(contracts, func(x *Improvement) { x.SameAs = contracts }),
		"in a circle":       put(contracts, func(x *Improvement) { x.SameAs = law }),
		"another dimension": put(contracts, func(x *Improvement) { x.SameAs = ids["strategy Model contracts"] }),
		"into nothing":      put(contracts, func(x *Improvement) { x.SameAs = "A99" }),
		"dots":              put(contracts, func(x *Improvement) { x.Dots = -1 }),
		"statement":         put(contracts, func(x *Improvement) { x.Statements = []assessment.StatementID{"XYZ-1"} }),
		"dimension":         put(contracts, func(x *Improvement) { x.Dimension = "weather" }),
		"text":              put(contracts, func(x *Improvement) { x.Text = " " }),
	} {
		if wrong == nil {
			t.Errorf("%s is possible", name)
		}
	}
	if issues := w.Validate(room, q); len(issues) > 0 {
		t.Error(issues)
	}
	if err := w.TakeImprovement(contracts); err != nil || list("legal") != "Data act 3 dots 1 named 0 merged []; A law on data 2 dots 2 named 0 merged [LEG-01]" {
		t.Errorf("taken out: %v, %s", err, list("legal"))
	}
	w.Improvements[0].SameAs, w.Improvements[1].Dimension, w.Improvements[2].Dots = w.Improvements[0].ID, "weather", -3
	if issues := w.Validate(room, q); len(issues) < 3 {
		t.Error(issues)
	}
}

func BenchmarkHandOut(b *testing.B) {
	room, w := wallRoom(b, 3, 9, 9, 9, 9, 8, 8, 8)
	for b.Loop() {
		w.PersonRound = nil
		w.HandOut(room, PersonRound)
	}
}
