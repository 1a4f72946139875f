package markdown

import (
	"strings"

	"dgca/reports/document"
	"dgca/reports/internal/clean"
)

// inline makes a text fit to stand on one line: control and format characters
// go, except the joiners that some scripts need, line ends become spaces, and
// every sign that Markdown or HTML would obey is escaped.
func inline(s string) string { return escape(strings.Join(strings.Fields(clean.Text(s)), " ")) }

// cellText is inline for a table cell, where a line end can be kept.
func cellText(s string) string {
	lines := strings.Split(clean.Text(s), "\n")
	for i, l := range lines {
		lines[i] = escape(strings.Join(strings.Fields(l), " "))
	}
	return strings.Join(lines, "<br>")
}

// escape puts a backslash before the signs that have a meaning anywhere in a
// line, and before those that have one at its beginning. "<" and "&" become
// entities, which every reader shows as the sign.
func escape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]|~", r), i == 0 && strings.ContainsRune("#+-=>", r), (r == '.' || r == ')') && endsListNumber(s, i):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '<':
			b.WriteString("&lt;")
		case r == '&':
			b.WriteString("&amp;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// endsListNumber reports whether the sign at i would make the beginning of a line
// a number of a list, as in "1. ".
func endsListNumber(line string, i int) bool {
	return i > 0 && strings.Trim(line[:i], "0123456789") == "" && (i+1 == len(line) || line[i+1] == ' ')
}

// text writes spans with their emphasis; set makes the text of each fit. Links
// are left out: Markdown has no anchor for a row of a table.
func text(t document.Text, set func(string) string) string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(span(s, set))
	}
	return strings.TrimSpace(b.String())
}

// span keeps a space before and after an emphasis outside of it, where Markdown
// wants it.
func span(s document.Span, set func(string) string) string {
	cleaned := clean.Text(s.Text)
	core := strings.TrimSpace(cleaned)
	if core == "" {
		return " "
	}
	before, after := "", ""
	if !strings.HasPrefix(cleaned, core) {
		before = " "
	}
	if !strings.HasSuffix(cleaned, core) {
		after = " "
	}
	out := set(core)
	if s.Strong {
		out = "**" + out + "**"
	}
	return before + out + after
}
