package chart

const cellPad = 1.0 // inside a cell, at its sides

// cellLayout is a chart of labelled rows and titled columns with its texts
// wrapped.
type cellLayout struct {
	start  float64 // edge of the cells
	column float64 // width of a column
	labels [][]string
	notes  [][]string // below the labels
	titles [][]string
}

func (k *sketch) layOutCells(labels, notes, titles []string) cellLayout {
	var l cellLayout
	width := min(max(k.widest(labelStyle, labels...), k.widest(noteStyle, notes...)), k.cellLabelLimit(titles))
	for _, s := range labels {
		l.labels = append(l.labels, k.wrap(s, labelStyle, width))
	}
	for _, s := range notes {
		l.notes = append(l.notes, k.wrap(s, noteStyle, width))
	}
	l.start = width + labelGap
	l.column = (k.width - l.start) / float64(max(len(titles), 1))
	for _, s := range titles {
		l.titles = append(l.titles, k.wrap(s, tickStyle, l.column-2*cellPad))
	}
	return l
}

// cellTitles draws the titles of the columns and returns the place below them.
// Titles of fewer lines stand at the foot.
func (k *sketch) cellTitles(l cellLayout) float64 {
	deepest := 0
	for _, lines := range l.titles {
		deepest = max(deepest, len(lines))
	}
	for i, lines := range l.titles {
		k.lines(l.middle(i), tickStyle.height(deepest)-tickStyle.height(len(lines)), lines, tickStyle)
	}
	return tickStyle.height(deepest) + 1
}

// cellLabelLimit is the most width for the labels: they are wrapped more often
// before a word of a column title is broken.
func (k *sketch) cellLabelLimit(titles []string) float64 {
	word := 0.0
	for _, s := range titles {
		word = max(word, k.widestWord(s, tickStyle))
	}
	// A trace more than the word, so that rounding does not break it.
	room := k.width - labelGap - float64(len(titles))*(word+2*cellPad+0.01)
	return min(max(room, k.width*0.15), k.width*0.27)
}

func (l cellLayout) middle(column int) float64 { return l.start + (float64(column)+0.5)*l.column }
