package pdf

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dgca/reports/document"
)

// missing counts the characters on each page that the fonts lack, and that were
// drawn as replacements.
type missing struct{ onPage []int }

func (m *missing) add(page, n int) {
	for len(m.onPage) <= page {
		m.onPage = append(m.onPage, 0)
	}
	m.onPage[page] += n
}

func (m *missing) total() int {
	sum := 0
	for _, n := range m.onPage {
		sum += n
	}
	return sum
}

// lacks reports whether a rune can neither be set nor drawn.
func lacks(r rune) bool {
	if r <= '~' || inFonts(r) {
		return false
	}
	_, drawn := symbols[r]
	return !drawn
}

// missingRun returns how many runes of the text that begins s cannot be printed,
// and where it ends. One replacement stands for all of it: words of a script that
// the fonts lack are one run, with the spaces between them.
func missingRun(s string) (n, end int) {
	for i, r := range s {
		switch {
		case lacks(r):
			n++
			end = i + utf8.RuneLen(r)
		case r != ' ':
			return n, end
		}
	}
	return n, end
}

// runEnd returns where the text that begins s and cannot be printed ends.
func runEnd(s string) int {
	_, end := missingRun(s)
	return end
}

// missingInMargins counts what the lines in the margins will lack on each page,
// before the document says how much is missing in it.
func (p *printer) missingInMargins() {
	footer := missingIn(p.doc.Running.Start) + missingIn(p.doc.Running.End)
	marking := 2 * missingIn(p.doc.Running.Notice) // above and below
	for page := coverPage; page <= p.canvas.pdf.PageCount(); page++ {
		n := marking
		if page >= p.firstFooter() {
			n += footer
		}
		if page == coverPage {
			n -= marking / 2 // what stands above is counted
		}
		p.canvas.missing.add(page, n)
	}
}

func missingIn(s string) int {
	n := 0
	for _, r := range s {
		if lacks(r) {
			n++
		}
	}
	return n
}

// missingInAll says at the end of the document how much is missing in it. It is
// printed last, when that is known.
func (p *printer) missingInAll() {
	counts := p.canvas.missing.onPage
	wording := p.doc.Missing.InAll
	if p.canvas.missing.total() == 0 || wording == "" {
		return
	}
	var pages []string
	for page, n := range counts {
		if n > 0 {
			pages = append(pages, strconv.Itoa(page))
		}
	}
	text := strings.NewReplacer("{count}", strconv.Itoa(p.canvas.missing.total()), "{pages}", strings.Join(pages, ", ")).Replace(wording)
	p.canvas.turnTo(p.canvas.pdf.PageCount())
	p.flow.place(p.callout(document.Callout{Lines: []document.Text{document.Plain(text)}}, textWidth))
}

// missingOnPages says on each page how much is missing there, in one line above
// the running footer, or in its place on the cover. A screen reader passes over
// it, as it reads the characters themselves.
func (p *printer) missingOnPages() {
	wording := p.doc.Missing.OnPage
	for page, n := range slices.Clone(p.canvas.missing.onPage) {
		if n == 0 || wording == "" {
			continue
		}
		y := pageBottom + 0.4
		if page == coverPage && !p.doc.Cover.Brief {
			y = footerTop
		}
		p.canvas.turnTo(page)
		text := strings.ReplaceAll(wording, "{count}", strconv.Itoa(n))
		p.canvas.inside(content{artifact: footer}, func() {
			p.canvas.drawBlock(p.text.fit(text, footerStyle, textWidth, document.AlignStart), margin, y)
		})
	}
}
