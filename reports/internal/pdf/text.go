package pdf

import (
	"strings"
	"unicode"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// mmPerPoint turns type sizes into millimetres.
const mmPerPoint = 25.4 / 72

// style is the look of a piece of text.
type style struct {
	size  float64 // points
	bold  bool
	lead  float64 // distance of baselines as a share of the size
	color chart.RGB
}

// height is the height of a line.
func (s style) height() float64 { return s.size * s.lead * mmPerPoint }

// baseline is the distance from the top of a line to its baseline. The figures
// stand in the middle of the line.
func (s style) baseline() float64 { return s.height()/2 + 0.36*s.size*mmPerPoint }

// strong returns the style in bold.
func (s style) strong() style {
	s.bold = true
	return s
}

// fragment is a stretch of a line of one look: a part of one span of the text.
type fragment struct {
	text  string
	bold  bool
	link  string
	width float64
	span  int // number of the span, and where in it the fragment begins
	start int
}

// line is one line of set text.
type line struct {
	fragments []fragment
	width     float64
	spaced    bool // a space stood where the line ends
}

// block is set text: lines of one style, ready to be drawn.
type block struct {
	lines []line
	style style
	width float64 // of the space that it was set for
	align document.Align
	part  *finish.Element // of the structure; nil for what is not read out
}

func (b block) height() float64 { return float64(len(b.lines)) * b.style.height() }

// typesetter cleans, measures and wraps text. Every string of a report passes
// through it.
type typesetter struct {
	scale float64 // of the type; 0 is 1
	cut   bool    // a word was wider than a line
}

// scaled is a style in the size of the document.
func (t *typesetter) scaled(st style) style {
	if t.scale != 0 {
		st.size *= t.scale
	}
	return st
}

// measure returns the width of a string set on one line.
func (t *typesetter) measure(s string, st style) float64 {
	return widthOf(clean(s), st.bold) * t.scaled(st).size * mmPerPoint
}

// widthOf returns the width of a clean string as a share of the type size.
func widthOf(s string, bold bool) float64 {
	m := metricsOf(bold)
	w, next := 0.0, 0
	for i, r := range s {
		if i < next {
			continue
		}
		w += runeWidth(m, r)
		if lacks(r) {
			next = i + runEnd(s[i:])
		}
	}
	return w
}

func runeWidth(m *metrics, r rune) float64 {
	if r >= firstSymbol {
		if sym, ok := symbols[r]; ok {
			return sym.width
		}
	}
	switch {
	case r == '\n':
		r = ' '
	case r > '~' && !inFonts(r):
		r = replacement
	}
	return m.width(r)
}

// layout sets a text in lines of at most the given width. It breaks at spaces,
// after hyphens and slashes between letters, at line ends that the text
// brings along, and inside a word that is wider than a line.
func (t *typesetter) layout(text document.Text, st style, width float64, align document.Align) block {
	st = t.scaled(st)
	em := st.size * mmPerPoint
	w := wrapper{limit: width / em}
	for _, span := range text {
		w.add(clean(span.Text), st.bold || span.Strong, span.Link)
	}
	lines := w.finish()
	t.cut = t.cut || w.cut
	for i := range lines {
		lines[i].width *= em
		for j := range lines[i].fragments {
			lines[i].fragments[j].width *= em
		}
	}
	return block{lines: lines, style: st, width: width, align: align}
}

// balanced sets a title in lines of about the same length, so that no single
// word is left for the last one.
func (t *typesetter) balanced(text string, st style, width float64) block {
	cleaned := document.Plain(clean(text))
	set := func(w float64) block { return t.layout(cleaned, st, w, document.AlignStart) }
	best := set(width)
	if len(best.lines) < 2 {
		return best
	}
	for low, high := width/2, width; high-low > 1; {
		mid := (low + high) / 2
		if b := set(mid); len(b.lines) == len(best.lines) {
			best, high = b, mid
		} else {
			low = mid
		}
	}
	return best
}

// fit sets a string on one line and cuts it with an ellipsis if it is too
// long. It serves the running footer only; all other text wraps.
func (t *typesetter) fit(s string, st style, width float64, align document.Align) block {
	s = strings.ReplaceAll(clean(s), "\n", " ")
	if t.measure(s, st) > width {
		const ellipsis = "…"
		m, room, cut := metricsOf(st.bold), width/(t.scaled(st).size*mmPerPoint)-widthOf(ellipsis, st.bold), 0
		next := 0
		for i, r := range s {
			if i < next {
				continue
			}
			if room -= runeWidth(m, r); room < 0 {
				break
			}
			if cut = i; lacks(r) {
				next = i + runEnd(s[i:])
			}
		}
		s = strings.TrimRightFunc(s[:cut], unicode.IsSpace) + ellipsis
	}
	return t.layout(document.Plain(s), st, width, align)
}
