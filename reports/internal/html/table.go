package html

import (
	"fmt"
	"strconv"
	"strings"

	"dgca/reports/document"
)

var alignClasses = map[document.Align]string{
	document.AlignEnd: "end", document.AlignCenter: "center", document.AlignDecimal: "end",
}

// table writes a table in a box that scrolls by itself where the screen is too
// narrow, by keyboard too.
func (p *printer) table(t document.Table) {
	label := `aria-labelledby="` + escaped(p.heading) + `"`
	if t.Caption != "" {
		label = `aria-label="` + escaped(t.Caption) + `"`
	}
	p.add(`<div class="scroll" role="group" tabindex="0" `, label, ">\n<table")
	if t.Caption == "" {
		p.add(" ", label)
	}
	p.add(">\n")
	if t.Caption != "" {
		p.add("<caption>", withBreaks(t.Caption), "</caption>\n")
	}
	p.columnWidths(t.Columns)
	p.add("<thead>\n<tr>")
	for _, c := range t.Columns {
		if c.Title == "" {
			p.add("<td></td>")
			continue
		}
		p.add(`<th scope="col"`, classAttribute(alignClasses[c.Align]), ">", withBreaks(c.Title), "</th>")
	}
	p.add("</tr>\n</thead>\n<tbody>\n")
	for i, r := range t.Rows {
		if r.Group && i > 0 {
			p.add("</tbody>\n<tbody>\n")
		}
		p.row(t.Columns, r)
	}
	p.add("</tbody>\n</table>\n</div>\n")
	if t.Note != "" {
		p.add("<p class=\"note\" dir=\"auto\">", withBreaks(t.Note), "</p>\n")
	}
}

// columnWidths writes the shares of the columns.
func (p *printer) columnWidths(columns []document.Column) {
	total := 0.0
	for _, c := range columns {
		total += c.Width
	}
	if total == 0 {
		return
	}
	p.add("<colgroup>")
	for _, c := range columns {
		p.add(fmt.Sprintf(`<col style="width:%.1f%%">`, 100*c.Width/total))
	}
	p.add("</colgroup>\n")
}

func (p *printer) row(columns []document.Column, r document.Row) {
	p.add("<tr")
	if r.ID != "" {
		p.add(` id="`, escaped(r.ID), `"`)
	}
	p.add(">")
	if r.Group && len(r.Cells) > 0 {
		p.add(`<th scope="rowgroup" class="group" colspan="`, strconv.Itoa(len(columns)), `">`)
		p.cell(r.Cells[0])
		p.add("</th></tr>\n")
		return
	}
	for i, c := range r.Cells {
		tag, scope, class := "td", "", ""
		if i < len(columns) {
			class = alignClasses[columns[i].Align]
			if columns[i].RowHeader {
				tag, scope, class = "th", ` scope="row"`, strings.TrimSpace("name "+class)
			}
		}
		p.add("<", tag, scope, classAttribute(class), ">")
		if c.Shade.Step > 0 {
			// The shade is as high as its text, so that a high row does not make
			// one level weigh more than another.
			p.add(`<div class="shade `, shadeClass(c.Shade), `">`)
			p.cell(c)
			p.add("</div>")
		} else {
			p.cell(c)
		}
		p.add("</", tag, ">")
	}
	p.add("</tr>\n")
}

// cell writes the lines of a cell.
func (p *printer) cell(c document.Cell) {
	if len(c.Lines) == 1 && c.Lines[0].Role == document.Body {
		p.text(c.Lines[0].Text)
		return
	}
	for _, l := range c.Lines {
		p.add("<p", classAttribute(roleClasses[l.Role]), " dir=\"auto\">")
		p.text(l.Text)
		p.add("</p>")
	}
}
