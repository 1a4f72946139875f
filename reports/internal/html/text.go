package html

import (
	"html"
	"strings"

	"dgca/reports/document"
	"dgca/reports/internal/clean"
)

// escaped makes a text fit to stand in an element or in an attribute: control
// and format characters go, except the joiners that some scripts need, and the
// signs of HTML are written as entities.
func escaped(s string) string { return html.EscapeString(clean.Text(s)) }

// withBreaks keeps the line ends of a text: its writer made them.
func withBreaks(s string) string { return strings.ReplaceAll(escaped(s), "\n", "<br>") }

// text writes a text with its emphasis and links. A link that leads nowhere is
// plain text.
func (p *printer) text(t document.Text) {
	for _, s := range t {
		open, end := "", ""
		if s.Strong {
			open, end = "<strong>", "</strong>"
		}
		if s.Link != "" && p.ids[s.Link] {
			open, end = open+`<a href="#`+escaped(s.Link)+`">`, "</a>"+end
		}
		p.add(open, withBreaks(s.Text), end)
	}
}
