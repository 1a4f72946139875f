package html

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
)

// Write prints a document. The measure is the one that charts are laid out
// with; it is that of the PDF printer, so that a chart is the same in both.
func Write(w io.Writer, d document.Document, measure chart.Measure) error {
	p := &printer{doc: d, measure: measure, ids: map[string]bool{}, shades: map[document.Shade]bool{}}
	for _, s := range d.Sections {
		p.ids[s.ID] = true
		p.collect(s.Blocks)
	}
	delete(p.ids, "")
	p.body()
	body := p.out
	p.out = bytes.Buffer{}
	p.head()
	for _, part := range [][]byte{p.out.Bytes(), body.Bytes()} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("writing the HTML file: %w", err)
		}
	}
	return nil
}

// printer writes one document.
type printer struct {
	doc     document.Document
	measure chart.Measure
	out     bytes.Buffer
	ids     map[string]bool // targets of links
	shades  map[document.Shade]bool
	ranks   document.Ranks // of the headings
	heading string         // ID of the last heading, which names a table without a caption
	made    int            // IDs that were made here
}

func (p *printer) add(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
}

// collect gathers the IDs and shades of some blocks.
func (p *printer) collect(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			p.ids[b.ID] = true
		case document.Table:
			for _, r := range b.Rows {
				p.ids[r.ID] = true
				for _, c := range r.Cells {
					if c.Shade.Step > 0 {
						p.shades[c.Shade] = true
					}
				}
			}
		case document.Columns:
			p.collect(b.Start)
			p.collect(b.End)
		}
	}
}

// head writes all that comes before the body.
func (p *printer) head() {
	d := p.doc
	lang := d.Language
	if lang == "" {
		lang = "en"
	}
	// The policy lets no script run and nothing be fetched, whatever a text of
	// a user holds.
	p.add("<!DOCTYPE html>\n<html lang=\"", escaped(lang), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`, "\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="color-scheme" content="light">`, "\n",
		`<meta name="generator" content="`, escaped(d.Author), "\">\n",
		`<meta name="description" content="`, escaped(d.Subject), "\">\n")
	if !d.Created.IsZero() {
		p.add(`<meta name="date" content="`, d.Created.UTC().Format("2006-01-02T15:04:05Z"), "\">\n")
	}
	p.add("<title>", escaped(d.Title), "</title>\n<style>\n", p.style(), "</style>\n</head>\n")
}

func (p *printer) body() {
	p.add("<body>\n")
	if skip := p.doc.Guide.Skip; skip != "" {
		p.add(`<a class="skip" href="#report">`, escaped(skip), "</a>\n")
	}
	p.cover()
	p.contents()
	p.add("<main id=\"report\" tabindex=\"-1\">\n")
	for i, s := range p.doc.Sections {
		p.section(i+1, s)
	}
	p.add("</main>\n")
	p.footer()
	p.add("</body>\n</html>\n")
}

// longTitle is how many characters a title has that is set smaller.
const longTitle = 90

// cover writes what stands before the first section.
func (p *printer) cover() {
	c := p.doc.Cover
	class := "cover"
	if c.Brief {
		class = "cover brief"
	}
	title := c.Title
	if title == "" {
		title = p.doc.Title
	}
	if utf8.RuneCountInString(title) > longTitle {
		class += " long"
	}
	p.add("<header class=\"", class, "\">\n")
	p.confidential()
	if c.Logo != nil {
		p.logo(c.Logo)
	}
	if c.Kicker != "" {
		p.add("<p class=\"kicker\">", withBreaks(c.Kicker), "</p>\n")
	}
	p.add("<h1 dir=\"auto\">", withBreaks(title), "</h1>\n")
	if c.Subtitle != "" {
		p.add("<p class=\"subtitle\">", withBreaks(c.Subtitle), "</p>\n")
	}
	if len(c.Facts) > 0 {
		p.facts(document.Facts{Items: c.Facts})
	}
	if c.Notice != "" {
		p.callout(document.Callout{Lines: []document.Text{document.Plain(c.Notice)}})
	}
	p.add("</header>\n")
}

// confidential writes the line that the institution wants on every page.
func (p *printer) confidential() {
	if s := p.doc.Running.Notice; s != "" {
		p.add("<p class=\"marking\" dir=\"auto\">", withBreaks(s), "</p>\n")
	}
}

// contents writes the links to the sections. The list makes the numbers.
func (p *printer) contents() {
	if len(p.doc.Sections) < 2 || p.doc.Guide.Contents == "" {
		return
	}
	p.add("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">", escaped(p.doc.Guide.Contents), "</h2>\n<ol>\n")
	for _, s := range p.doc.Sections {
		p.add(`<li><a href="#`, escaped(s.ID), `">`, escaped(s.Title), "</a></li>\n")
	}
	p.add("</ol>\n</nav>\n")
}

func (p *printer) section(number int, s document.Section) {
	var classes []string
	if s.NewPage && number > 1 {
		classes = append(classes, "page")
	}
	if s.OnePage {
		classes = append(classes, "one")
	}
	class := classAttribute(strings.Join(classes, " "))
	switch {
	case p.doc.Cover.Brief && number == 1:
		p.add(`<section id="`, escaped(s.ID), `" aria-label="`, escaped(s.Title), `"`, class, ">\n")
	case p.doc.Cover.Brief:
		p.add(`<section aria-labelledby="`, escaped(s.ID), `"`, class, ">\n", `<h2 id="`, escaped(s.ID), `">`, escaped(s.Title), "</h2>\n")
		p.ranks.Depth(document.SectionLevel)
		p.heading = s.ID
	default:
		p.add(`<section aria-labelledby="`, escaped(s.ID), `"`, class, ">\n",
			`<h2 id="`, escaped(s.ID), `"><span class="number">`, strconv.Itoa(number), "</span> ", escaped(s.Title), "</h2>\n")
		p.back(number)
		p.ranks.Depth(document.SectionLevel)
		p.heading = s.ID
	}
	p.blocks(s.Blocks)
	p.add("</section>\n")
}

// back writes the link to the first section.
func (p *printer) back(number int) {
	if number > 1 && p.doc.Guide.Back != "" {
		p.add(`<p class="back"><a href="#`, escaped(p.doc.Sections[0].ID), `">`, escaped(p.doc.Guide.Back), "</a></p>\n")
	}
}

func (p *printer) footer() {
	r := p.doc.Running
	if r.Start == "" && r.End == "" {
		return
	}
	p.add("<footer>\n")
	p.confidential()
	for _, s := range []string{r.Start, r.End} {
		if s != "" {
			p.add("<p dir=\"auto\">", escaped(s), "</p>\n")
		}
	}
	p.add("</footer>\n")
}
