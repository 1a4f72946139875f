package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Measure returns the width of a line of text in millimetres.
type Measure func(s string, size Size, bold bool) float64

// sketch collects the shapes of a drawing.
type sketch struct {
	measure Measure
	width   float64
	first   int // rows to draw
	end     int
	shapes  []Shape
}

func (k *sketch) add(s ...Shape) { k.shapes = append(k.shapes, s...) }

// style is the look of a piece of text in a sketch.
type style struct {
	size   Size
	bold   bool
	fill   Paint
	anchor Anchor
}

func (k *sketch) textWidth(s string, st style) float64 { return k.measure(s, st.size, st.bold) }

// text sets one line with its baseline at y.
func (k *sketch) text(x, y float64, s string, st style) {
	if strings.TrimSpace(s) == "" {
		return
	}
	k.add(Text{X: x, Y: y, S: s, Anchor: st.anchor, Size: st.size, Bold: st.bold, Fill: st.fill})
}

// lines sets wrapped lines below top.
func (k *sketch) lines(x, top float64, lines []string, st style) {
	y := top + st.size.Millimetres()*ascent
	for _, l := range lines {
		k.text(x, y, l, st)
		y += st.size.lineHeight()
	}
}

// height is the space that n lines take.
func (st style) height(n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(n-1)*st.size.lineHeight() + st.size.Millimetres()*(ascent+descent)
}

// widest returns the width of the widest of some texts.
func (k *sketch) widest(st style, texts ...string) float64 {
	w := 0.0
	for _, s := range texts {
		w = max(w, k.textWidth(s, st))
	}
	return w
}

// wrap breaks a text into lines of at most the given width: between words, and
// inside a word only when it is wider than a line.
func (k *sketch) wrap(s string, st style, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		if line != "" {
			if joined := line + " " + word; k.textWidth(joined, st) <= width {
				line = joined
				continue
			}
			lines = append(lines, line)
		}
		for k.textWidth(word, st) > width {
			head := k.fitting(word, st, width)
			if head == len(word) {
				break
			}
			lines = append(lines, word[:head])
			word = word[head:]
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fitting returns how many bytes of a word fit into a width: at least one
// letter with the marks on it.
func (k *sketch) fitting(word string, st style, width float64) int {
	end := 0
	for end < len(word) {
		next := end + letter(word[end:])
		if end > 0 && k.textWidth(word[:next], st) > width {
			break
		}
		end = next
	}
	return end
}

// letter returns the length in bytes of the first letter of s with the
// combining marks and joiners after it.
func letter(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Cf, r) {
			break
		}
		n += size
	}
	return n
}

// widestWord returns the width of the widest word of a text.
func (k *sketch) widestWord(s string, st style) float64 {
	return k.widest(st, strings.Fields(s)...)
}
