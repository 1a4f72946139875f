package assessment

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// escapes matches the control sequences that a terminal would obey: CSI, OSC
// and the other string sequences, and two-character escapes.
// It is compiled at the first use, not when the program starts.
var escapes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]" +
		"|(?:\x1b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\x07\x1b\u009c]*(?:\x07|\x1b\\\\|\u009c)?" +
		"|\x1b[ -/]*[0-~]?")
})

// CleanText makes text that a person typed or pasted safe to store: line ends
// become LF, trailing blanks go, and control characters, terminal escape
// sequences and invisible direction marks are taken out. Joiners, which some
// scripts need, stay. Invalid UTF-8 becomes U+FFFD.
func CleanText(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	s = escapes().ReplaceAllString(s, "")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\u200c', r == '\u200d':
			return r
		case r == '\t':
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRightFunc(l, unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// isPlain reports whether a text is one line of printable ASCII without a
// trailing blank, as most are: CleanText has nothing to do then.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return !strings.HasSuffix(s, " ")
}

// CleanLine is CleanText for a text of one line.
func CleanLine(s string) string {
	return strings.Join(strings.Fields(CleanText(s)), " ")
}
