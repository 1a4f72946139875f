package reports

import (
	"cmp"
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

// strongest returns the answered statements that meet their target, of one
// dimension or of all: the highest level first.
func (b *gapBuilder) strongest(dim assessment.DimensionID) []*line {
	below := map[assessment.StatementID]bool{}
	for _, g := range b.gaps {
		below[g.Statement] = g.Size > 0
	}
	var best []*line
	for i := range b.statements {
		l := &b.statements[i]
		if level, ok := l.answer.Choice.Level(); ok && level > 1 && !below[l.asked.ID] && (dim == "" || l.dim == dim) {
			best = append(best, l)
		}
	}
	return taking(best, func(l *line) int { return int(l.answer.Choice) }, func(l *line) assessment.DimensionID { return l.dim })
}

// strengthItems sets statements into a list; room is the characters of an entry,
// 0 for the whole text.
func (b *gapBuilder) strengthItems(best []*line, room int) []document.Text {
	items := make([]document.Text, len(best))
	for i, l := range best {
		about := fmt.Sprintf(" (level %s) ", l.answer.Choice)
		text := l.asked.Text
		if room > 0 {
			text = cut(text, room-len(string(l.asked.ID))-len(about))
		}
		items[i] = document.Text{{Text: string(l.asked.ID), Strong: true, Link: statementID(l.asked.ID)}, {Text: about + text}}
	}
	return items
}

// firstGaps returns the gaps to look at first. Once something is weighed, these
// are the weighed gaps by priority; what one of them needs first is named beside
// it. Otherwise they are the gaps by size.
func (b *gapBuilder) firstGaps() []assessment.Gap {
	var first []assessment.Gap
	weighed := b.anyWeighed()
	for _, g := range b.gaps {
		if g.Size > 0 && (g.Priority != nil || !weighed) {
			first = append(first, g)
		}
	}
	if weighed {
		return first
	}
	return taking(first, func(g assessment.Gap) int { return g.Size }, func(g assessment.Gap) assessment.DimensionID { return g.Dimension })
}

// taking sorts by a rank, the highest first, and takes from equal ones one of
// each dimension before a second of any, so that the first dimension of the
// questionnaire does not fill a short list.
func taking[T any](list []T, rank func(T) int, dim func(T) assessment.DimensionID) []T {
	type place struct{ rank, turn int }
	seen := map[int]map[assessment.DimensionID]int{}
	type entry struct {
		place
		item T
	}
	entries := make([]entry, len(list))
	for i, x := range list {
		r := rank(x)
		if seen[r] == nil {
			seen[r] = map[assessment.DimensionID]int{}
		}
		entries[i] = entry{place{r, seen[r][dim(x)]}, x}
		seen[r][dim(x)]++
	}
	slices.SortStableFunc(entries, func(x, y entry) int { return cmp.Or(cmp.Compare(y.rank, x.rank), cmp.Compare(x.turn, y.turn)) })
	out := make([]T, len(entries))
	for i, e := range entries {
		out[i] = e.item
	}
	return out
}
