package terminal

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Clean makes a text that others wrote harmless for a terminal: escape
// sequences, control characters and marks that change the direction of writing
// are taken out. Line ends stay, a tab becomes a space.
func Clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '\n' && (c < ' ' || c > '~') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(s)
	s = ansi.Strip(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\u200c', r == '\u200d': // some scripts need the joiners
			return r
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}

// CleanLine is Clean for a text that must stay on one line.
func CleanLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// Width returns how many columns a line takes on a screen.
func Width(s string) int { return ansi.StringWidth(s) }

// Truncate cuts a line to a width in columns and marks the cut with three dots.
func Truncate(s string, width int) string {
	if width < 4 {
		return ansi.Truncate(s, max(width, 0), "")
	}
	return ansi.Truncate(s, width, "...")
}

// Wrap breaks a text at spaces into lines that take no more than width columns.
// Line ends in the text stay; a word that is too long is cut.
func Wrap(s string, width int) string { return strings.Join(WrapLines(s, width), "\n") }

// WrapLines is Wrap that returns the lines.
func WrapLines(s string, width int) []string {
	width = max(width, 1)
	var lines []string
	for _, para := range strings.Split(s, "\n") {
		line, w := "", 0
		for _, word := range strings.Fields(para) {
			n := Width(word)
			if w > 0 && w+1+n > width {
				lines = append(lines, line)
				line, w = "", 0
			}
			for ; n > width; n = Width(word) {
				head := ansi.Truncate(word, width, "")
				if head == "" { // one character is wider than the line
					break
				}
				lines = append(lines, head)
				word = word[len(head):]
			}
			if w > 0 {
				line += " "
				w++
			}
			line += word
			w += n
		}
		lines = append(lines, line)
	}
	return lines
}

// Hang wraps a text behind a mark such as "- " or "  1. "; the following lines
// are indented under the text.
func Hang(mark, text string, width int) []string {
	indent := strings.Repeat(" ", Width(mark))
	lines := WrapLines(text, width-len(indent))
	for i, l := range lines {
		if i == 0 {
			lines[i] = mark + l
		} else {
			lines[i] = indent + l
		}
	}
	return lines
}
