package document

// SectionLevel is the level of the heading of a section; those inside it have
// higher ones.
const SectionLevel = 1

// Ranks tells printers how deep each heading stands below others. What counts
// is which heading stands below which: a reader who moves by headings must not
// meet a gap, as where a section goes on with level 3.
type Ranks struct{ open []int }

// Depth returns how many headings the next one, of the given level, stands
// below.
func (r *Ranks) Depth(level int) int {
	for len(r.open) > 0 && r.open[len(r.open)-1] >= level {
		r.open = r.open[:len(r.open)-1]
	}
	depth := len(r.open)
	r.open = append(r.open, level)
	return depth
}
