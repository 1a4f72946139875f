package pdf

import (
	"cmp"
	"slices"

	"dgca/reports/document"
	"dgca/reports/internal/pdf/finish"
)

// linkTable knows where links lead, and the parts of the structure that they
// are.
type linkTable struct {
	targets map[string]*linkTarget // by the ID of a part of the document
	parts   map[linkPlace]*finish.Element
}

// linkTarget is a part of the document that some link leads to. Its title is
// empty where it has none.
type linkTarget struct {
	title string
	place finish.Target
}

// linkPlace is a span of a text: a link that runs over lines and pages is one
// part of the structure.
type linkPlace struct {
	text *finish.Element
	span int
}

func newLinkTable() linkTable {
	return linkTable{targets: make(map[string]*linkTarget), parts: make(map[linkPlace]*finish.Element)}
}

// target returns the target of an ID, or nil.
func (t *linkTable) target(id string) *linkTarget { return t.targets[id] }

// part returns the part of a link in a text.
func (t *linkTable) part(text *finish.Element, span int) *finish.Element {
	at := linkPlace{text, span}
	if t.parts[at] == nil {
		t.parts[at] = text.Child(finish.LinkPart)
	}
	return t.parts[at]
}

// link makes the link on a stretch of text.
func (c *canvas) link(x, y, w, h float64, text string, to *linkTarget) *finish.Link {
	return &finish.Link{Page: c.pdf.PageNo(), Place: rectangle(x, y, w, h), Contents: cmp.Or(to.title, text), To: &to.place}
}

// resolveLinks makes a target for each part of the document that some link
// names, and notes the links that lead nowhere. Those print as plain text.
func (p *printer) resolveLinks() {
	titles := make(map[string]string)
	for _, s := range p.doc.Sections {
		titles[s.ID] = s.Title
		collectIDs(s.Blocks, titles)
	}
	delete(titles, "")
	use := func(id string) {
		title, known := titles[id]
		switch {
		case id == "":
		case !known:
			if !slices.Contains(p.deadLinks, id) {
				p.deadLinks = append(p.deadLinks, id)
			}
		case p.canvas.links.targets[id] == nil:
			p.canvas.links.targets[id] = &linkTarget{title: clean(title)}
		}
	}
	if p.doc.Guide.Contents != "" && len(p.doc.Sections) >= fewestSections {
		for _, s := range p.doc.Sections {
			use(s.ID)
		}
	}
	for _, f := range p.doc.Cover.Facts {
		useLinks(f.Value, use)
	}
	for _, s := range p.doc.Sections {
		eachText(s.Blocks, func(t document.Text) { useLinks(t, use) })
	}
}

func useLinks(t document.Text, use func(id string)) {
	for _, s := range t {
		use(s.Link)
	}
}

// collectIDs gathers the IDs of the headings and rows in some blocks, and the
// titles of the headings.
func collectIDs(blocks []document.Block, titles map[string]string) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			titles[b.ID] = b.Text
		case document.Table:
			for _, r := range b.Rows {
				titles[r.ID] = ""
			}
		case document.Columns:
			collectIDs(b.Start, titles)
			collectIDs(b.End, titles)
		}
	}
}

// eachText calls visit for each text of some blocks that may hold links.
func eachText(blocks []document.Block, visit func(document.Text)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			visit(b.Text)
		case document.List:
			for _, t := range b.Items {
				visit(t)
			}
		case document.Facts:
			for _, f := range b.Items {
				visit(f.Value)
			}
		case document.Callout:
			for _, t := range b.Lines {
				visit(t)
			}
		case document.Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					for _, l := range c.Lines {
						visit(l.Text)
					}
				}
			}
		case document.Columns:
			eachText(b.Start, visit)
			eachText(b.End, visit)
		}
	}
}
