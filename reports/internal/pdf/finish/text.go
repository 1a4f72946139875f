package finish

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// longestString is the number of UTF-16 units that a text string may have: no
// string of PDF/A is longer than 32767 bytes.
const longestString = 16_380

// textString returns a text string: UTF-16 with a mark at its beginning, which
// every reader knows. What is longer than a string may be is cut.
func textString(s string) []byte {
	o := []byte("(\xfe\xff")
	put := func(c byte) {
		switch c {
		case '(', ')', '\\':
			o = append(o, '\\', c)
		case '\r':
			o = append(o, '\\', 'r')
		default:
			o = append(o, c)
		}
	}
	units := utf16.Encode([]rune(s))
	if len(units) > longestString {
		units = utf16.Encode([]rune(s)[:longestString/2]) // a rune has at most two units
	}
	for _, u := range units {
		put(byte(u >> 8))
		put(byte(u))
	}
	return append(o, ')')
}

// isLanguage reports whether s has the form of a language code: parts of one to
// eight letters and digits, the first of letters alone, with hyphens between.
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		for _, c := range []byte(part) {
			letter := 'a' <= c|0x20 && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
		if len(part) < 1 || len(part) > 8 {
			return false
		}
	}
	return true
}

// name returns s as a name object; what is not a plain character is written by
// its code.
func name(s string) []byte {
	o := []byte("/")
	for _, c := range []byte(s) {
		if c > ' ' && c < 0x7F && !bytes.ContainsRune([]byte("#()<>[]{}/%"), rune(c)) {
			o = append(o, c)
			continue
		}
		const digits = "0123456789ABCDEF"
		o = append(o, '#', digits[c>>4], digits[c&15])
	}
	return o
}
