// Package clean takes out of a text what a reader cannot see and a medium might
// obey. It imports the standard library only.
package clean

import (
	"strings"
	"unicode"
)

// Text returns a text without control, format and private characters, except
// the joiners that some scripts need. Line ends become one kind, tabs become
// spaces, and what is no UTF-8 becomes U+FFFD.
func Text(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		const nonJoiner, joiner = '\u200C', '\u200D'
		switch {
		case r == '\n', r == nonJoiner, r == joiner:
			return r
		case r == '\u2028', r == '\u2029', r == '\u0085':
			return '\n'
		case r == '\t', r == '\v', r == '\f':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
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
