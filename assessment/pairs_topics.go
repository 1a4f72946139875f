package assessment

import (
	"cmp"
	"slices"
)

// HelpTopic is a statement on which one unit can help another: both answered
// the same statement, the one is below its target, and the other is above it on
// the scale.
type HelpTopic struct {
	Statement StatementID
	From, To  Level // of the helper and of the helped
	Size      int   // levels of the gap that the helper is ahead, 1 to K-1
}

// HelpTopics lists the statements of a dimension on which from can help to,
// largest help first and then in the order of the questionnaire. Statements
// are the same when their digests are (method, section 7).
func HelpTopics(from, to *Assessment, dim DimensionID) []HelpTopic {
	helper := map[string]Level{}
	for st := range from.Asked.Statements() {
		if l, ok := from.Answer(st.ID).Choice.Level(); ok {
			helper[st.Digest] = l
		}
	}
	var out []HelpTopic
	for st, place := range to.Asked.Statements() {
		if to.Asked.Dimensions[place.Dimension].ID != dim {
			continue
		}
		l, answered := to.Answer(st.ID).Choice.Level()
		h, known := helper[st.Digest]
		target, _ := to.TargetOf(st.ID, dim)
		if size := min(target-l, h-l); answered && known && size > 0 {
			out = append(out, HelpTopic{Statement: st.ID, From: h, To: l, Size: int(size)})
		}
	}
	slices.SortStableFunc(out, func(x, y HelpTopic) int { return cmp.Compare(y.Size, x.Size) })
	return out
}
