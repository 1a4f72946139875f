package pdf

import (
	"strconv"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/pdf/finish"
)

// numberWidth is the column of the section number.
const numberWidth = 11.0

// sectionHeading lays out the title of a section with its number.
func (p *printer) sectionHeading(number int, s document.Section) []piece {
	digits := strconv.Itoa(number)
	indent := max(numberWidth, p.text.measure(digits, sectionStyle)+3)
	num := p.text.layout(document.Plain(digits), sectionStyle, indent, document.AlignStart)
	for i := range num.lines {
		num.lines[i].spaced = true // the title follows
	}
	title := p.text.balanced(s.Title, sectionStyle, textWidth-indent)
	num.part = p.part.Child("")
	title.part = num.part
	const below = 3.2
	h := max(num.height(), title.height()) + below
	return []piece{{
		gap: gapSection, height: h, keep: true, fresh: s.NewPage || number == 1,
		draw: func(x, y float64) {
			title.part.Type = p.headingType(0)
			p.bookmark(digits+"  "+s.Title, 0, y)
			p.canvas.anchor(s.ID, y)
			p.canvas.drawBlock(num, x, y)
			p.canvas.drawBlock(title, x+indent, y)
			p.canvas.rule(x, y+h-1, textWidth, chart.Accent, 0.35)
		},
	}}
}

// heading lays out a heading inside a section.
func (p *printer) heading(h document.Heading, width float64) []piece {
	st, gap, level := headingStyle, gapHeading, 1
	if h.Level > 2 {
		st, gap, level = minorStyle, gapMinor, 2
	}
	text := p.text.balanced(h.Text, st, width)
	if len(text.lines) == 0 {
		return nil
	}
	text.part = p.part.Child("")
	return []piece{{
		gap: gap, height: text.height(), keep: true,
		draw: func(x, y float64) {
			text.part.Type = p.headingType(level)
			p.bookmark(h.Text, level, y)
			if h.ID != "" {
				p.canvas.anchor(h.ID, y)
			}
			p.canvas.drawBlock(text, x, y)
		},
	}}
}

// headingTypes are those of the title on the cover and of what stands below it.
var headingTypes = [...]finish.Type{finish.H1, finish.H2, finish.H3, finish.H4}

// headingType returns the type of the next heading: 0 stands for a section.
// A level is at most one below that of the heading before it, whatever its
// looks, because a reader who moves by headings must not meet a gap.
func (p *printer) headingType(level int) finish.Type {
	if p.titled {
		level++
	}
	level = min(level, p.deepest)
	p.deepest = level + 1
	return headingTypes[level]
}

// bookmark adds a line to the outline of the file. A level is at most one
// below that of the line before it.
func (p *printer) bookmark(title string, level int, y float64) {
	if n := len(p.outline); n == 0 {
		level = 0
	} else {
		level = min(level, p.outline[n-1].Level+1)
	}
	p.outline = append(p.outline, finish.Bookmark{Title: clean(title), Level: level, To: p.canvas.target(y)})
}
