package html

import (
	"strconv"

	"dgca/reports/document"
)

func (p *printer) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			p.headline(b)
		case document.Paragraph:
			p.paragraph(b)
		case document.List:
			p.list(b)
		case document.Facts:
			p.facts(b)
		case document.Table:
			p.table(b)
		case document.Figure:
			p.figure(b)
		case document.Callout:
			p.callout(b)
		case document.Columns:
			p.columns(b)
		}
	}
}

// headline writes a heading inside a section. Its look follows its level.
func (p *printer) headline(h document.Heading) {
	p.heading = h.ID
	if h.ID == "" {
		p.heading = p.newID()
	}
	tag := "h" + strconv.Itoa(belowTitle+p.ranks.Depth(h.Level))
	class := ""
	if h.Level > 2 {
		class = ` class="minor"`
	}
	p.add("<", tag, ` id="`, escaped(p.heading), `"`, class, ">", escaped(h.Text), "</", tag, ">\n")
}

// belowTitle is the rank of the headings directly below the title.
const belowTitle = 2

// newID makes an ID that no part of the document has.
func (p *printer) newID() string {
	for {
		p.made++
		if id := "part-" + strconv.Itoa(p.made); !p.ids[id] {
			return id
		}
	}
}

var roleClasses = map[document.Role]string{
	document.Lead: "lead", document.Small: "small", document.Quote: "quote", document.Strongly: "strongly",
}

// attribute returns a class attribute, or nothing.
func classAttribute(class string) string {
	if class == "" {
		return ""
	}
	return ` class="` + class + `"`
}

func (p *printer) paragraph(b document.Paragraph) {
	tag := "p"
	if b.Role == document.Quote {
		tag = "blockquote"
	}
	p.add("<", tag, classAttribute(roleClasses[b.Role]), " dir=\"auto\">")
	p.text(b.Text)
	p.add("</", tag, ">\n")
}

func (p *printer) list(l document.List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	p.add("<", tag, classAttribute(roleClasses[l.Role]), ">\n")
	for _, item := range l.Items {
		p.add("<li dir=\"auto\">")
		p.text(item)
		p.add("</li>\n")
	}
	p.add("</", tag, ">\n")
}

func (p *printer) facts(f document.Facts) {
	p.add("<dl>\n")
	for _, item := range f.Items {
		p.add("<div><dt>", withBreaks(item.Label), "</dt><dd dir=\"auto\">")
		p.text(item.Value)
		p.add("</dd></div>\n")
	}
	p.add("</dl>\n")
}

func (p *printer) callout(b document.Callout) {
	p.add("<div class=\"callout\" role=\"note\">\n")
	if b.Title != "" {
		p.add("<p class=\"title\">", withBreaks(b.Title), "</p>\n")
	}
	for _, l := range b.Lines {
		p.add("<p dir=\"auto\">")
		p.text(l)
		p.add("</p>\n")
	}
	p.add("</div>\n")
}

func (p *printer) columns(b document.Columns) {
	p.add("<div class=\"columns\">\n<div>\n")
	p.blocks(b.Start)
	p.add("</div>\n<div>\n")
	p.blocks(b.End)
	p.add("</div>\n</div>\n")
}
