package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// look is how a stretch of text stands out where the terminal can show it.
type look int

const (
	plain look = iota
	bold
	faint
)

// run is a stretch of text of one look, already clean.
type run struct {
	text string
	look look
}

// line is one printed line, or one line of a table cell.
type line []run

func lineOf(s string) line { return line{{text: s}} }

func (l line) width() int {
	n := 0
	for _, r := range l {
		n += width(r.text)
	}
	return n
}

// width counts the columns that clean text takes. Most of it is ASCII, which
// needs no tables.
func width(s string) int {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

func spaces(n int) line { return repeated(' ', n) }

func repeated(mark byte, n int) line {
	if n <= 0 {
		return nil
	}
	return lineOf(strings.Repeat(string(mark), n))
}

// join sets lines beside each other.
func join(parts ...line) line {
	var l line
	for _, p := range parts {
		l = append(l, p...)
	}
	return l
}

// padEnd and padStart fill a line to a width.
func padEnd(l line, n int) line   { return join(l, spaces(n-l.width())) }
func padStart(l line, n int) line { return join(spaces(n-l.width()), l) }

func centred(l line, n int) line {
	return padEnd(join(spaces((n-l.width())/2), l), n)
}

// indent puts a mark before the first line and as much space before the others.
func indent(mark string, lines []line) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		if i == 0 {
			out[i] = join(lineOf(mark), l)
			continue
		}
		out[i] = join(spaces(width(mark)), l)
	}
	return out
}

// appendTo writes the line without blanks at its end.
func (l line) appendTo(out []byte, color bool) []byte {
	start := len(out)
	for _, r := range l {
		if color && r.look != plain && strings.TrimSpace(r.text) != "" {
			code := "\x1b[1m"
			if r.look == faint {
				code = "\x1b[2m"
			}
			out = append(out, code...)
			out = append(out, r.text...)
			out = append(out, "\x1b[22m"...)
			continue
		}
		out = append(out, r.text...)
	}
	for len(out) > start && out[len(out)-1] == ' ' {
		out = out[:len(out)-1]
	}
	return out
}
