package pdf

// piece is a part of a page that has a height before it has a place.
type piece struct {
	gap    float64 // space above it, except at the top of a page
	height float64
	keep   bool // stays on one page with the piece after it
	draw   func(x, y float64)
	// repeat is drawn above the piece when a page begins with it.
	repeat *piece
	// split divides a piece that is higher than a page into a part of at most
	// the given height and the rest. It reports false when nothing fits.
	split func(room float64) (part, rest piece, ok bool)
	// intact is the room below which the piece goes to the next page rather than
	// be divided, where it fits there.
	intact float64
	// fresh pieces begin a page.
	fresh bool
	// whole is the height of the section that the piece begins.
	whole float64
	// least is the room that must be left on the page for the piece and what
	// follows it; 0 for what it needs itself.
	least float64
}

// flow places pieces on pages, one below the other.
type flow struct {
	canvas *canvas
	y      float64
	atTop  bool
	closed bool // however empty it is, no section that should begin a page goes on it
}

func (f *flow) newPage() {
	f.canvas.addPage()
	f.y, f.atTop, f.closed = pageTop, true, false
}

func (f *flow) room() float64 { return pageBottom - f.y }

// slack forgives rounding when a height is compared with the room for it.
const slack = 1e-6

// place puts pieces on the page and begins new pages as needed.
func (f *flow) place(pieces []piece) {
	for len(pieces) > 0 {
		n := 1
		for n < len(pieces) && pieces[n-1].keep {
			n++
		}
		f.placeTogether(pieces[:n])
		pieces = pieces[n:]
	}
}

// placeTogether places a group of pieces that belong on one page.
func (f *flow) placeTogether(group []piece) {
	if f.begins(group[0]) {
		f.newPage()
	}
	if f.needs(group) <= f.room()+slack {
		f.drawAll(group)
		return
	}
	if f.divideTall(group) {
		return
	}
	if onNewPage(group) <= pageBottom-pageTop+slack {
		f.newPage()
		f.drawAll(group)
		return
	}
	// Too high for any page: the last piece is divided, in the room that is
	// left if the rest of the group and some of the piece fit into it.
	head, last := group[:len(group)-1], group[len(group)-1]
	if !f.dividesHere(head, last) && !f.atTop {
		f.newPage()
	}
	if f.dividesHere(head, last) {
		f.drawAll(head)
		f.divide(last)
		return
	}
	for _, p := range group {
		f.divide(p)
	}
}

// begins reports whether a piece begins a page. A section that should goes on
// below the end of another one where most of the page would else be empty. No
// section leaves a few lines alone on a page.
func (f *flow) begins(p piece) bool {
	if f.atTop {
		return false
	}
	if f.closed && p.fresh {
		return true
	}
	const page = pageBottom - pageTop
	if p.least > f.room() {
		return true
	}
	if mostlyEmpty := f.y-pageTop <= page*0.4; mostlyEmpty {
		return false
	}
	rest := p.gap + p.whole - f.room()
	return p.fresh || p.whole <= page && rest > 0 && rest < page*0.2
}

// tall is the height of a piece that may be divided although it would fit on a
// page: to keep it whole would leave too much of a page empty.
const tall = (pageBottom - pageTop) / 3

// divideTall divides the first tall piece of a group where that fills the page,
// and reports whether it did.
func (f *flow) divideTall(group []piece) bool {
	for i, p := range group {
		if p.height < tall || p.split == nil {
			continue
		}
		fits := onNewPage(group) <= pageBottom-pageTop+slack
		if fits && f.room() < p.intact || !f.dividesHere(group[:i], p) {
			return false
		}
		f.drawAll(group[:i])
		f.divide(p)
		if rest := group[i+1:]; len(rest) > 0 {
			f.placeTogether(rest)
		}
		return true
	}
	return false
}

// needs returns the height of a group at the present place.
func (f *flow) needs(group []piece) float64 {
	h := 0.0
	for i, p := range group {
		if i > 0 || !f.atTop {
			h += p.gap
		}
		h += p.height
	}
	if f.atTop && group[0].repeat != nil {
		h += group[0].repeat.height
	}
	return h
}

// onNewPage returns the height of a group at the top of a page.
func onNewPage(group []piece) float64 {
	return (&flow{y: pageTop, atTop: true}).needs(group)
}

// dividesHere reports whether a group fits on this page when its last piece is
// divided.
func (f *flow) dividesHere(head []piece, last piece) bool {
	if last.split == nil {
		return false
	}
	room := f.room()
	if len(head) > 0 {
		room -= f.needs(head) + last.gap
	} else if !f.atTop {
		room -= last.gap
	}
	_, _, ok := last.split(room)
	return ok
}

func (f *flow) drawAll(group []piece) {
	for _, p := range group {
		f.drawOne(p)
	}
}

func (f *flow) drawOne(p piece) {
	if f.atTop {
		if p.repeat != nil {
			p.repeat.draw(margin, f.y)
			f.y += p.repeat.height
		}
	} else {
		f.y += p.gap
	}
	p.draw(margin, f.y)
	f.y += p.height
	f.atTop = false
}

// divide places a piece that may be higher than the room, in parts.
func (f *flow) divide(p piece) {
	for f.needs([]piece{p}) > f.room()+slack {
		if p.split != nil {
			above := f.needs([]piece{p}) - p.height
			if part, rest, ok := p.split(f.room() - above); ok {
				part.gap, part.repeat, rest.repeat = p.gap, p.repeat, p.repeat
				f.drawOne(part)
				f.newPage()
				p = rest
				continue
			}
		}
		if f.atTop {
			break // it cannot get more room than a whole page
		}
		f.newPage()
	}
	f.drawOne(p)
}
