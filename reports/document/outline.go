package document

// Outline finds how deep each heading of a document stands. What counts is which
// heading stands below which: a reader who moves by headings must not meet a
// gap, as where a section goes on with level 3, and headings of one level below
// one heading stand equally deep.
type Outline struct {
	open []int // the levels of the headings that the next one may stand below
}

// Depth returns the number of headings above the next one, whose level is that
// of a Heading, or 1 for the title of a section.
func (o *Outline) Depth(level int) int {
	for len(o.open) > 0 && o.open[len(o.open)-1] >= level {
		o.open = o.open[:len(o.open)-1]
	}
	o.open = append(o.open, level)
	return len(o.open) - 1
}
