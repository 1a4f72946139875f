package workshop

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"dgca/assessment"
)

// groupStream is the stream of random numbers for groups, so that another
// random choice with the same seed is not the same one.
const groupStream = 0x67726f7570

// MakeGroups makes n groups and shares the participants out at random, by the
// seed: people of one country sit in different groups as far as there are
// groups, and sizes differ by at most one. Absent people get a place too: they
// may come late.
func (w *Workshop) MakeGroups(n int) {
	w.Groups = nil
	for i := range n {
		w.Groups = append(w.Groups, Group{ID: GroupID(fmt.Sprintf("G%d", i+1))})
	}
	r := rand.New(rand.NewPCG(uint64(w.Seed), groupStream))
	order := r.Perm(len(w.Participants))
	nations := map[string]int{} // number of people
	for i := range w.Participants {
		nations[w.nation(&w.Participants[i])]++
	}
	// Country after country, the largest first, dealt to one group after the
	// other.
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := w.nation(&w.Participants[a]), w.nation(&w.Participants[b])
		return cmp.Or(cmp.Compare(nations[y], nations[x]), cmp.Compare(x, y))
	})
	first := 0
	if n > 0 {
		first = r.IntN(n)
	}
	for i, p := range order {
		if n > 0 {
			w.Participants[p].Group = w.Groups[(first+i)%n].ID
		}
	}
}

// nation is the country of a participant.
func (w *Workshop) nation(p *Participant) string {
	if u := w.Unit(p.Unit); u != nil {
		return u.Nation()
	}
	return string(p.Unit)
}

// ShareDimensions gives each group its dimensions, by turns. With fewer groups
// than dimensions, some groups have several; with more, some dimensions have
// several groups. Groups that have dimensions keep them.
func (w *Workshop) ShareDimensions(dims []assessment.DimensionID) {
	var free []*Group
	for i := range w.Groups {
		if len(w.Groups[i].Dimensions) == 0 {
			free = append(free, &w.Groups[i])
		}
	}
	if len(free) == 0 || len(dims) == 0 {
		return
	}
	for i := range max(len(free), len(dims)) {
		g := free[i%len(free)]
		g.Dimensions = append(g.Dimensions, dims[i%len(dims)])
	}
	for _, g := range free {
		slices.SortFunc(g.Dimensions, func(a, b assessment.DimensionID) int {
			return cmp.Compare(slices.Index(dims, a), slices.Index(dims, b))
		})
	}
}

// Remarks says in sentences what a facilitator should know about the groups and
// the people. Nothing in it hinders the workshop.
func (w *Workshop) Remarks(dims []assessment.DimensionID) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if len(w.Participants) == 0 {
		say("There are no participants yet.")
	}
	if len(w.Groups) > 0 {
		if lone := w.Members(""); len(lone) > 0 {
			say("In no group: %s. They answer all dimensions of the workshop.", aliases(lone))
		}
		with := 0
		for i := range w.Groups {
			g := &w.Groups[i]
			if len(w.Members(g.ID)) == 0 {
				say("Nobody is in the group %s.", g.ID)
			}
			if len(g.Dimensions) > 0 {
				with++
			}
		}
		if with == len(w.Groups) {
			for _, d := range dims {
				if !slices.ContainsFunc(w.Groups, func(g Group) bool { return slices.Contains(g.Dimensions, d) }) {
					say("No group has the dimension %s.", d)
				}
			}
		}
		if with > 0 && with < len(dims) && with == len(w.Groups) {
			say("There are fewer groups (%d) than dimensions (%d): some groups have several.", len(w.Groups), len(dims))
		}
	}
	for i := range w.Units {
		if u := &w.Units[i]; len(w.Participants) > 0 && len(w.People(u.ID)) == 0 {
			say("Nobody answers about %s.", u.Name)
		}
	}
	return out
}

func aliases(people []Participant) string {
	text := ""
	for i, p := range people {
		if i > 0 {
			text += ", "
		}
		text += string(p.Alias)
	}
	return text
}
