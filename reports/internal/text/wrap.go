package text

import (
	"strings"
	"unicode"

	"dgca/reports/document"
	"github.com/charmbracelet/x/ansi"
)

// clean takes out everything that a terminal would obey and every character
// without a place of its own. A line end stays; joiners stay, since some
// scripts need them.
func clean(s string) string {
	if isPrintableASCII(s) {
		return s
	}
	s = ansi.Strip(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\u200c', r == '\u200d':
			return r
		case r == '\u2028', r == '\u2029':
			return '\n'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}

// cleanLine is clean for a text of one line.
func cleanLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

func isPrintableASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// word is text without a break in it; its parts may differ in look.
type word struct {
	line  line
	width int
}

// words splits text into paragraphs, and these into words.
func words(t document.Text, base look) [][]word {
	paragraphs := [][]word{nil}
	var current word
	flush := func() {
		if len(current.line) > 0 {
			last := &paragraphs[len(paragraphs)-1]
			*last = append(*last, current)
			current = word{}
		}
	}
	for _, span := range t {
		lk := base
		if span.Strong {
			lk = bold
		}
		for text := clean(span.Text); text != ""; {
			end := breakIn(text)
			if end > 0 {
				current.line = append(current.line, run{text[:end], lk})
				current.width += width(text[:end])
			}
			if end == len(text) {
				break
			}
			flush()
			if text[end] == '\n' {
				paragraphs = append(paragraphs, nil)
			}
			text = text[end+1:]
		}
	}
	flush()
	return paragraphs
}

// breakIn returns where the first word of a text ends. A number and its per cent
// sign are one word.
func breakIn(text string) int {
	for i := range len(text) {
		if text[i] == '\n' || text[i] == ' ' && !strings.HasPrefix(text[i+1:], "%") {
			return i
		}
	}
	return len(text)
}

// wrap breaks text into lines of at most n columns. A word that is longer is
// broken between its characters. Text without words gives no line.
func wrap(t document.Text, base look, n int) []line {
	var lines []line
	for _, paragraph := range words(t, base) {
		var current line
		used := 0
		for _, w := range paragraph {
			for _, piece := range breakWord(w, n) {
				if used > 0 && used+1+piece.width > n {
					lines = append(lines, current)
					current, used = nil, 0
				}
				if used > 0 {
					current = appendRun(current, run{" ", piece.line[0].look})
					used++
				}
				for _, r := range piece.line {
					current = appendRun(current, r)
				}
				used += piece.width
			}
		}
		if used > 0 {
			lines = append(lines, current)
		}
	}
	return lines
}

func wrapString(s string, lk look, n int) []line { return wrap(document.Plain(s), lk, n) }

// appendRun joins runs of one look, so that a bold phrase is one run.
func appendRun(l line, r run) line {
	if n := len(l); n > 0 && l[n-1].look == r.look {
		l[n-1].text += r.text
		return l
	}
	return append(l, r)
}

// breakWord cuts a word that does not fit into n columns.
func breakWord(w word, n int) []word {
	if w.width <= n {
		return []word{w}
	}
	var pieces []word
	var current word
	for _, r := range w.line {
		for text := r.text; text != ""; {
			cluster, cw := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
			if current.width+cw > n && current.width > 0 {
				pieces = append(pieces, current)
				current = word{}
			}
			current.line = appendRun(current.line, run{cluster, r.look})
			current.width += cw
			text = text[len(cluster):]
		}
	}
	return append(pieces, current)
}
