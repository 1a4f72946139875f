package pdf

// density says how closely a part is set: 0 as everywhere, 1 as close as it
// stays readable. A part that must fit on one page is set as loosely as it can.
type density float64

// The steps that are tried, and what the closest one comes to.
var densities = [...]density{0, 0.25, 0.5, 0.75, 1}

const (
	leastSize     = 8.5  // points
	leastLeadSize = 9.5  // of the finding of a page
	leastLead     = 1.18 // distance of baselines as a share of the size
	leastPad      = 0.35 // millimetres above and below the text of a row
)

// closer returns a style at this density.
func (d density) closer(st style) style { return d.toward(st, leastSize) }

// toward returns a style at this density, with the size that the closest one
// has.
func (d density) toward(st style, least float64) style {
	st.size += float64(d) * (min(least, st.size) - st.size)
	st.lead += float64(d) * (min(leastLead, st.lead) - st.lead)
	return st
}

// pad returns the space above and below the text of a row.
func (d density) pad(usual float64) float64 {
	return usual + float64(d)*(min(leastPad, usual)-usual)
}

// onePage lays out a part so that it fits into a height: as usual where that is
// enough, else with less white space between the pieces and, if its type may
// shrink, with smaller type and closer lines, step by step. What is too long even
// so is set as usual, and runs on.
func (p *printer) onePage(height float64, shrink bool, lay func() []piece) []piece {
	// At each step the gaps may shrink by half before the type does, and at
	// the last one by more.
	const half, least = 0.5, 0.3
	defer func() { p.density = 0 }()
	steps := densities[:]
	if !shrink {
		steps = steps[:1]
	}
	for i, d := range steps {
		p.density = d
		pieces := lay()
		floor := half
		if i == len(steps)-1 {
			floor = least
		}
		if squeeze(pieces, height, floor) {
			return pieces
		}
	}
	p.density = 0
	return lay()
}

// squeeze takes from the gaps between pieces what these need to fit into a
// height, but leaves a share of them, and reports whether that is enough.
func squeeze(pieces []piece, height, floor float64) bool {
	gaps := 0.0
	for _, it := range pieces[min(1, len(pieces)):] { // that of the first falls away at the top of a page
		gaps += it.gap
	}
	over := stackHeight(pieces) - height
	if over > gaps*(1-floor) {
		return false
	}
	if over > 0 {
		for i := range pieces {
			pieces[i].gap *= 1 - over/gaps
		}
	}
	return true
}
