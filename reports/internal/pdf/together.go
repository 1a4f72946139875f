package pdf

// What belongs together stays on one page: short lists and tables whole, and of
// longer ones no less than two items on each side of a page break.
const (
	wholeItems  = 5
	wholeRows   = 6
	wholeHeight = (pageBottom - pageTop) / 3
	lowItem     = 35.0 // higher ones may stand alone
)

// together keeps the items of a list on one page where they are few and do not
// take much of it, and else at least two of them. Each item is one or more
// pieces.
func together(items [][]piece, few int) {
	height := 0.0
	for _, it := range items {
		height += stackHeight(it)
	}
	whole := len(items) <= few && height <= wholeHeight
	for i, it := range items[:max(len(items)-1, 0)] {
		edge := i == 0 || i == len(items)-2
		if whole || edge && stackHeight(it) <= lowItem {
			for j := range it {
				it[j].keep = true
			}
		}
	}
	if whole && len(items) > 0 {
		last := items[len(items)-1]
		for j := range last[:len(last)-1] {
			last[j].keep = true
		}
	}
}
