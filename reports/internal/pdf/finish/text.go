package finish

import (
	"bytes"
	"unicode/utf16"
)

// textString returns a text string: UTF-16 with a mark at its beginning, which
// every reader knows.
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
	for _, u := range utf16.Encode([]rune(s)) {
		put(byte(u >> 8))
		put(byte(u))
	}
	return append(o, ')')
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
