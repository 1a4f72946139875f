package pdf

import (
	"slices"

	"dgca/reports/document"
)

// resolveLinks makes a target for each part of the document that some link
// names, and notes the links that lead nowhere. Those print as plain text.
func (p *printer) resolveLinks() {
	ids := make(map[string]bool)
	for _, s := range p.doc.Sections {
		ids[s.ID] = true
		collectIDs(s.Blocks, ids)
	}
	delete(ids, "")
	use := func(id string) {
		switch {
		case id == "":
		case !ids[id]:
			if !slices.Contains(p.deadLinks, id) {
				p.deadLinks = append(p.deadLinks, id)
			}
		default:
			if _, known := p.canvas.links[id]; !known {
				p.canvas.links[id] = p.canvas.pdf.AddLink()
			}
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

// collectIDs gathers the IDs of the headings and rows in some blocks.
func collectIDs(blocks []document.Block, ids map[string]bool) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			ids[b.ID] = true
		case document.Table:
			for _, r := range b.Rows {
				ids[r.ID] = true
			}
		case document.Columns:
			collectIDs(b.Start, ids)
			collectIDs(b.End, ids)
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
