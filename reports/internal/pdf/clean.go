package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// replacement stands for a character that cannot be printed. The font has it.
const replacement = '\uFFFD'

const (
	nonJoiner = '\u200C'
	joiner    = '\u200D'
)

// clean makes a string fit to print: composed form, one kind of space and of
// line end, no control and format characters except the joiners, and a visible
// replacement for what the font lacks. It returns the number of replacements.
func clean(s string) (string, int) {
	if isPlain(s) {
		return s, 0
	}
	var b strings.Builder
	b.Grow(len(s))
	replaced := 0
	for _, r := range norm.NFC.String(s) {
		switch r = cleanRune(r); {
		case r == dropped:
		case printable(r):
			b.WriteRune(r)
		default:
			b.WriteRune(replacement)
			replaced++
		}
	}
	return b.String(), replaced
}

// isPlain reports whether a string holds nothing but visible ASCII and spaces,
// as nearly all do.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

const dropped = -1

// cleanRune maps the many spaces and line ends to the few that the layout
// knows, and control and format characters to dropped.
func cleanRune(r rune) rune {
	switch {
	case r == '\n', r == '\u2028', r == '\u2029', r == '\u0085':
		return '\n'
	case r == '\t', r == '\v', r == '\f':
		return ' '
	case r == joiner, r == nonJoiner, r == '\u00A0', r == '\u202F':
		return r
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return dropped
	}
	return r
}

// printable reports whether a rune can be put on a page: as a glyph of both
// weights, as a drawn symbol, or as a sign for the layout.
func printable(r rune) bool {
	if r == '\n' || r == joiner || r == nonJoiner {
		return true
	}
	if _, ok := symbols[r]; ok {
		return true
	}
	return regularMetrics().has(r) && boldMetrics().has(r)
}
