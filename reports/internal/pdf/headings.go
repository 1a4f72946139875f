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
	back := p.back(number)
	room := textWidth - indent
	if len(back.lines) > 0 {
		room -= back.lines[0].width + 4
	}
	title := p.text.balanced(s.Title, sectionStyle, room)
	num.part = p.part.Child("")
	title.part = num.part
	backPart := p.part.Child(finish.P)
	const below = 3.2
	h := max(num.height(), title.height()) + below
	return []piece{{
		gap: gapSection, height: h, keep: true, fresh: s.NewPage || number == 1,
		draw: func(x, y float64) {
			p.begin(title.part, digits+"  "+s.Title, 1, y)
			p.canvas.anchor(s.ID, y)
			p.canvas.drawBlock(num, x, y)
			p.canvas.drawBlock(title, x+indent, y)
			if number <= len(p.sections) { // a form lists none
				p.sections[number-1].place = p.canvas.target(y)
			}
			p.drawBack(back, backPart, x+textWidth, y+sectionStyle.baseline()-backStyle.baseline())
			p.canvas.rule(x, y+h-1, textWidth, chart.Accent, 0.35)
		},
	}}
}

// heading lays out a heading inside a section.
func (p *printer) heading(h document.Heading, width float64) []piece {
	st, gap, level := headingStyle, gapHeading, 2
	if h.Level > 2 {
		st, gap, level = minorStyle, gapMinor, 3
	}
	st = p.density.closer(st)
	text := p.text.balanced(h.Text, st, width)
	if len(text.lines) == 0 {
		return nil
	}
	text.part = p.part.Child("")
	return []piece{{
		gap: gap, height: text.height(), keep: true,
		draw: func(x, y float64) {
			p.begin(text.part, h.Text, level, y)
			if h.ID != "" {
				p.canvas.anchor(h.ID, y)
			}
			p.canvas.drawBlock(text, x, y)
		},
	}}
}

// headingTypes are those of the title on the cover and of what stands below it.
var headingTypes = [...]finish.Type{finish.H1, finish.H2, finish.H3, finish.H4}

// begin gives a heading its place among the others: its type in the structure
// and its line in the outline. Level 1 is a section.
func (p *printer) begin(heading *finish.Element, title string, level int, y float64) {
	depth := p.ranks.Depth(level)
	p.outline = append(p.outline, finish.Bookmark{Title: clean(title), Level: depth, To: p.canvas.target(y)})
	if p.titled {
		depth++
	}
	heading.Type = headingTypes[depth]
}
