package chart

// keyItem is a mark of the key with its name.
type keyItem struct {
	name string
	mark func(x, y float64) // draws the mark around the point x, y
	wide float64            // what the mark takes beyond the usual width
}

const (
	keyMark = 5.0 // width that a mark of the key takes
	keyGap  = 6.0 // between two items
	keyLine = 5.0 // height that a mark of the key takes
)

// key draws the items side by side, wrapped over the width, and returns the
// place below them.
func (k *sketch) key(items []keyItem, top float64) float64 {
	st := style{size: Small, fill: ink}
	x, y, drawn := 0.0, top, false
	for _, it := range items {
		if it.name == "" {
			continue
		}
		mark := keyMark + it.wide
		lines := k.wrap(it.name, st, k.width-mark-1)
		w := mark + 1 + k.widest(st, lines...)
		if x > 0 && x+w > k.width {
			x, y = 0, y+keyLine
		}
		it.mark(x+mark/2, y+keyLine/2)
		k.lines(x+mark+1, y+keyLine/2+st.size.middle()-st.size.Millimetres()*ascent, lines, st)
		if extra := len(lines) - 1; extra > 0 {
			y += float64(extra) * st.size.lineHeight()
		}
		x += w + keyGap
		drawn = true
	}
	if !drawn {
		return top
	}
	return y + keyLine + 1.5
}
