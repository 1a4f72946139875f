package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// replacement stands for a character that cannot be printed. The fonts have it.
const replacement = '\uFFFD'

const (
	nonJoiner      = '\u200C'
	joiner         = '\u200D'
	graphemeJoiner = '\u034F' // puts in order what it stands between, and shows nothing
)

// clean makes a string fit to print: composed form, one kind of space and of
// line end, and no control and format characters except the joiners. What the
// fonts lack stays: it is drawn as a replacement, but read and copied as it is.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFC.String(s) {
		if r = cleanRune(r); r != dropped {
			b.WriteRune(r)
		}
	}
	return b.String()
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
	case r == graphemeJoiner, unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return dropped
	case unicode.Is(unicode.Co, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
		return replacement // no two readers agree on what it is
	}
	return r
}

// inFonts reports whether both weights have a glyph for a rune.
func inFonts(r rune) bool { return regularMetrics().has(r) && boldMetrics().has(r) }
