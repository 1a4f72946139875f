package workshop

import (
	"fmt"
	"math/rand/v2"
)

// letterStream is the stream of random numbers for letters.
const letterStream = 0x6c6574746572

// Letters gives each unit a letter in place of its name, in an order drawn by
// the seed, so that the order of the list does not give the names away.
func (w *Workshop) Letters() map[UnitID]string {
	letters := make(map[UnitID]string, len(w.Units))
	order := rand.New(rand.NewPCG(uint64(w.Seed), letterStream)).Perm(len(w.Units))
	for i, u := range w.Units {
		letters[u.ID] = "Unit " + letter(order[i])
	}
	return letters
}

// letter returns A to Z, then A1 to Z1 and so on.
func letter(n int) string {
	const letters = 26
	if n < letters {
		return string(rune('A' + n))
	}
	return fmt.Sprintf("%c%d", 'A'+n%letters, n/letters)
}
