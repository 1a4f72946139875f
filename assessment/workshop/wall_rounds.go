package workshop

import (
	"math/rand/v2"
	"slices"
)

// Round is one of the rounds in which challenges are handed out.
type Round int

// The rounds: to every person, and to every team of a country.
const (
	PersonRound Round = 2
	TeamRound   Round = 3
)

// wallStream is the stream of random numbers for handing out.
const wallStream = 0x77616c6c

func (w *Wall) round(r Round) *[]Handout {
	if r == TeamRound {
		return &w.TeamRound
	}
	return &w.PersonRound
}

// Handouts returns the challenges that were handed out in a round.
func (w *Wall) Handouts(r Round) []Handout { return *w.round(r) }

// taker is who gets a challenge.
type taker struct {
	name   string
	alias  Alias // of a person; "" for a team
	nation string
}

// HandOut gives every person who is present, or every team, somebody else's
// challenge, drawn by the seed of the workshop: never an own one; not one of
// the own country where another can be had; as few challenges twice as
// possible; and for teams first those that nobody solved. Those who have one
// keep it. It returns the names for whom no challenge is left.
func (w *Wall) HandOut(room *Workshop, r Round) (without []string) {
	list := w.round(r)
	var takers []taker
	for _, t := range w.takers(room, r) {
		if !slices.ContainsFunc(*list, func(h Handout) bool { return h.To == t.name }) {
			takers = append(takers, t)
		}
	}
	rng := rand.New(rand.NewPCG(uint64(room.Seed), wallStream+uint64(r)))
	chosen := assign(w.costs(room, r, takers, rng), len(w.Challenges))
	for i, t := range takers {
		if chosen[i] < 0 {
			without = append(without, t.name)
			continue
		}
		c := &w.Challenges[chosen[i]]
		*list = append(*list, Handout{To: t.name, Challenge: c.ID, OwnCountry: room.nationOf(c.By) == t.nation})
	}
	return without
}

func (w *Wall) takers(room *Workshop, r Round) []taker {
	var out []taker
	for _, p := range room.Present() {
		nation := room.nationOf(p.Alias)
		if r == PersonRound {
			out = append(out, taker{string(p.Alias), p.Alias, nation})
		} else if !slices.ContainsFunc(out, func(t taker) bool { return t.nation == nation }) {
			out = append(out, taker{name: nation, nation: nation})
		}
	}
	return out
}

// nationOf returns the country of a participant.
func (w *Workshop) nationOf(a Alias) string {
	if p := w.Participant(a); p != nil {
		if u := w.Unit(p.Unit); u != nil {
			return u.Nation()
		}
	}
	return ""
}

// Teams lists the countries of those who are present, in the order of the
// participants.
func (w *Workshop) Teams() []string {
	var out []string
	for _, p := range w.Present() {
		if n := w.nationOf(p.Alias); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// The costs of a choice. What is worse outweighs everything that is less bad,
// for up to ten thousand people.
const (
	costDraw   = 10_000 // the random part is below this
	costSolved = 100_000_000
	costAgain  = 1_000_000_000_000
	costOwn    = 1_000_000_000_000_000
	forbidden  = int64(-1)
)

// costs says what it costs to give each taker each challenge; forbidden where
// that is not possible.
func (w *Wall) costs(room *Workshop, r Round, takers []taker, rng *rand.Rand) [][]int64 {
	out := make([][]int64, len(takers))
	for i, t := range takers {
		out[i] = make([]int64, len(w.Challenges))
		for j := range w.Challenges {
			c := &w.Challenges[j]
			cost := rng.Int64N(costDraw)
			own := room.nationOf(c.By) == t.nation
			switch {
			case c.By == t.alias, own && r == TeamRound:
				cost = forbidden
			case own:
				cost += costOwn
			}
			if cost != forbidden && r == TeamRound && w.solved(c.ID) {
				cost += costSolved
			}
			out[i][j] = cost
		}
	}
	return out
}

func (w *Wall) solved(id ChallengeID) bool {
	return slices.ContainsFunc(w.PersonRound, func(h Handout) bool { return h.Challenge == id && h.Solution != "" })
}

// assign chooses a challenge for every taker so that the sum of the costs is
// smallest; -1 where all are forbidden. A challenge that is given k times costs
// costAgain more each time. It finds cheapest augmenting paths, taker by taker.
func assign(costs [][]int64, notes int) []int {
	given := make([]int, len(costs))
	for i := range given {
		given[i] = -1
	}
	holders := make([][]int, notes)
	for start := range costs {
		dist := make([]int64, notes) // of the cheapest path that ends at a note
		from := make([]int, notes)   // taker who would take it
		known := make([]bool, notes)
		reach := func(t int, base int64) bool {
			changed := false
			for j, c := range costs[t] {
				if c != forbidden && given[t] != j && (!known[j] || base+c < dist[j]) {
					dist[j], from[j], known[j] = base+c, t, true
					changed = true
				}
			}
			return changed
		}
		// Bellman and Ford: from a note a holder of it may move on to another.
		for changed := reach(start, 0); changed; {
			changed = false
			for j := range notes {
				if !known[j] {
					continue
				}
				for _, t := range holders[j] {
					changed = reach(t, dist[j]-costs[t][j]) || changed
				}
			}
		}
		best := -1
		end := func(j int) int64 { return dist[j] + int64(len(holders[j]))*costAgain }
		for j := range notes {
			if known[j] && (best < 0 || end(j) < end(best)) {
				best = j
			}
		}
		for j := best; j >= 0; {
			t := from[j]
			next := given[t]
			if next >= 0 {
				holders[next] = slices.DeleteFunc(holders[next], func(x int) bool { return x == t })
			}
			given[t] = j
			holders[j] = append(holders[j], t)
			if t == start {
				break
			}
			j = next
		}
	}
	return given
}
