package questionnaires

import (
	"fmt"
	"strings"
)

// needs checks that every needed statement exists and that no statement needs
// itself by way of others, for then nobody could say what comes first.
func (c *checker) needs() {
	g := needsGraph{at: make(map[StatementID]string), needs: make(map[StatementID][]StatementID)}
	c.eachStatement(func(_ *Dimension, at string, s *Statement) {
		if _, twice := g.at[s.ID]; s.ID != "" && !twice {
			g.order = append(g.order, s.ID)
			g.at[s.ID], g.needs[s.ID] = at+".needs", s.Needs
		}
	})
	byFold := make(map[string]StatementID, len(g.order))
	for _, id := range g.order {
		byFold[strings.ToLower(string(id))] = id
	}
	incomplete := c.incomplete()
	c.eachStatement(func(_ *Dimension, at string, s *Statement) {
		seen := names{}
		for i, id := range s.Needs {
			at := item(at+".needs", i)
			if _, ok := g.at[id]; ok {
				c.once(seen, at, "statement", string(id))
				continue
			}
			if incomplete {
				continue
			}
			hint := "write the id of a statement of this questionnaire"
			if like := byFold[strings.ToLower(string(id))]; like != "" {
				hint = fmt.Sprintf("did you mean %s?", like)
			}
			c.add(at, hint, "there is no statement %q", shorten(string(id)))
		}
	})
	for _, cycle := range g.cycles() {
		c.add(g.at[cycle[0]], "remove one of these needs", "these statements need each other in a circle: %s", circle(cycle))
	}
}

// eachStatement visits the statements with their dimensions and places.
func (c *checker) eachStatement(visit func(d *Dimension, at string, s *Statement)) {
	for i := range c.q.Dimensions {
		d := &c.q.Dimensions[i]
		for j := range d.Elements {
			e := &d.Elements[j]
			for k := range e.Statements {
				visit(d, fmt.Sprintf("dimensions[%d].elements[%d].statements[%d]", i, j, k), &e.Statements[k])
			}
		}
	}
}

// circle writes a cycle out, its middle left out when it is long.
func circle(ids []StatementID) string {
	const limit = 12
	words := make([]string, 0, limit+2)
	for i, id := range ids {
		if len(ids) > limit && i == limit {
			words = append(words, "...")
			break
		}
		words = append(words, string(id))
	}
	return strings.Join(append(words, string(ids[0])), " needs ")
}

// needsGraph says which statement needs which.
type needsGraph struct {
	order []StatementID
	at    map[StatementID]string
	needs map[StatementID][]StatementID
}

// cycles returns the circles that a walk in the order of the questionnaire
// closes: none if, and only if, there is none.
func (g *needsGraph) cycles() [][]StatementID {
	const (
		open = 1 + iota
		done
	)
	state := make(map[StatementID]int, len(g.order))
	var path []StatementID
	var found [][]StatementID
	var walk func(id StatementID)
	walk = func(id StatementID) {
		state[id] = open
		path = append(path, id)
		for _, need := range g.needs[id] {
			switch state[need] {
			case open:
				found = append(found, cycleFrom(path, need))
			case done:
			default:
				if _, ok := g.at[need]; ok {
					walk(need)
				}
			}
		}
		path = path[:len(path)-1]
		state[id] = done
	}
	for _, id := range g.order {
		if state[id] == 0 {
			walk(id)
		}
	}
	return found
}

// cycleFrom copies the end of a path, from the given statement on.
func cycleFrom(path []StatementID, start StatementID) []StatementID {
	for i, id := range path {
		if id == start {
			return append([]StatementID(nil), path[i:]...)
		}
	}
	return nil
}
