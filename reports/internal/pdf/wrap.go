package pdf

import "unicode"

// wrapper fills lines with words. Widths are shares of the type size. A word
// may run over several spans of text, so it is collected before it is placed.
type wrapper struct {
	limit float64
	spans []string // clean text of the spans
	lines []line
	line  line     // the line being filled
	word  line     // the word being collected
	gap   fragment // the space between the two
	last  [2]rune  // last two runes of the word
	hard  bool     // a line end of the text stands before the word
	cut   bool     // a word was wider than a line
}

// add appends clean text of one look.
func (w *wrapper) add(s string, bold bool, link string) {
	m := metricsOf(bold)
	look := fragment{bold: bold, link: link, span: len(w.spans)}
	w.spans = append(w.spans, s)
	start, width := 0, 0.0
	take := func(end int) {
		if end > start {
			w.append(&w.word, look.part(s, start, end, width))
		}
		start, width = end, 0
	}
	next := 0
	for i, r := range s {
		switch {
		case i < next:
			continue // in a run that one replacement stands for
		case r == '\n':
			take(i)
			w.place()
			w.hard = true
			start = i + 1
		case r == ' ':
			take(i)
			w.place()
			w.gap = look.part(s, i, i+1, m.width(' '))
			start = i + 1
		default:
			if breaksBetween(w.last, r) {
				take(i)
				w.place()
			}
			width += runeWidth(m, r)
			if lacks(r) {
				next = i + runEnd(s[i:])
			}
			w.last = [2]rune{w.last[1], r}
			continue
		}
		w.last = [2]rune{}
	}
	take(len(s))
}

// part returns the stretch of a span from start to end in the look of f.
func (f fragment) part(s string, start, end int, width float64) fragment {
	f.text, f.start, f.width = s[start:end], start, width
	return f
}

// breaksBetween reports whether a line may end in a word before the rune next:
// after a dash or slash between letters. Figures such as 2-3 and dates stay
// whole.
func breaksBetween(last [2]rune, next rune) bool {
	switch last[1] {
	case '-', '–', '—', '/', '\u2010':
		return unicode.IsLetter(last[0]) && unicode.IsLetter(next)
	}
	return false
}

// place puts the collected word on the line, or on the next one.
func (w *wrapper) place() {
	if len(w.word.fragments) == 0 {
		return
	}
	filled := len(w.line.fragments) > 0
	switch {
	case w.hard && filled, filled && w.line.width+w.gap.width+w.word.width > w.limit:
		w.line.spaced = w.hard || w.gap.text != ""
		w.endLine()
	case filled && w.gap.text != "":
		w.append(&w.line, w.gap)
	}
	if w.word.width > w.limit {
		w.cut = true
		w.placeLong()
	} else {
		for _, f := range w.word.fragments {
			w.append(&w.line, f)
		}
	}
	w.word = line{fragments: w.word.fragments[:0]}
	w.gap, w.hard = fragment{}, false
}

// placeLong breaks a word that is wider than a line. A letter stays with the
// marks on it.
func (w *wrapper) placeLong() {
	for _, f := range w.word.fragments {
		m := metricsOf(f.bold)
		start, width, next := 0, 0.0, 0
		for i, r := range f.text {
			if i < next {
				continue
			}
			if lacks(r) {
				next = i + runEnd(f.text[i:])
			}
			rw := runeWidth(m, r)
			full := w.line.width+width+rw > w.limit && (i > start || len(w.line.fragments) > 0)
			if full && !joins(r) {
				if i > start {
					w.append(&w.line, w.piece(f, start, i, width))
				}
				w.endLine()
				start, width = i, 0
			}
			width += rw
		}
		w.append(&w.line, w.piece(f, start, len(f.text), width))
	}
}

// joins reports whether a rune belongs to the letter before it. A mark that the
// fonts lack is drawn as a sign of its own.
func joins(r rune) bool {
	return r == joiner || r == nonJoiner || unicode.Is(unicode.M, r) && inFonts(r)
}

// piece returns a stretch of a fragment.
func (w *wrapper) piece(f fragment, start, end int, width float64) fragment {
	return f.part(w.spans[f.span], f.start+start, f.start+end, width)
}

func (w *wrapper) endLine() {
	w.lines = append(w.lines, w.line)
	w.line = line{}
}

// finish places the last word and returns the lines.
func (w *wrapper) finish() []line {
	w.place()
	if len(w.line.fragments) > 0 {
		w.endLine()
	}
	return w.lines
}

// append adds a fragment to a line. One that follows the last in its span
// becomes part of it, which saves most of the drawing.
func (w *wrapper) append(l *line, f fragment) {
	l.width += f.width
	if n := len(l.fragments); n > 0 {
		p := &l.fragments[n-1]
		if p.span == f.span && p.start+len(p.text) == f.start {
			p.text = w.spans[f.span][p.start : f.start+len(f.text)]
			p.width += f.width
			return
		}
	}
	l.fragments = append(l.fragments, f)
}
