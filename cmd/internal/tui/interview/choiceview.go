package interview

import (
	"fmt"
	"strings"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// Where the text of an entry starts: behind "> (*) 3  ", or behind "> 3  ".
const (
	optionIndent = 9
	plainIndent  = 5
)

// lines draws the list into a number of lines. When everything fits, all
// entries are open, with air between them if there is room. Otherwise each
// entry is cut to as few lines as needed, and the one under the cursor is open;
// what still does not fit is scrolled, with a mark that says how much is hidden.
func (c *choice) lines(width, height int) []string {
	blocks := c.blocks(width)
	total := sum(blocks)
	c.opened = total <= height
	switch {
	case total+len(blocks)-1 <= height:
		return join(c.styled(blocks), true)
	case c.opened:
		return join(c.styled(blocks), false)
	}
	most := 1
	for n := 2; n < 4 && fits(blocks, n, height); n++ {
		most = n
	}
	for i, b := range blocks {
		if i != c.cursor && len(b) > most {
			blocks[i] = cut(b, most, width-c.indent())
		}
	}
	lines := join(c.styled(blocks), false)
	if len(lines) <= height {
		return lines
	}
	first, last := 0, 0
	for i, b := range blocks {
		if i < c.cursor {
			first += len(b)
		}
		if i == max(c.cursor, 0) {
			last = first + len(b)
		}
	}
	return c.scroll(lines, first, last, height)
}

// fits reports whether the list fits when entries are cut to n lines, wherever
// the cursor is, so that moving it does not change the others.
func fits(blocks [][]string, n, height int) bool {
	total, extra := 0, 0
	for _, b := range blocks {
		total += min(len(b), n)
		extra = max(extra, len(b)-n)
	}
	return total+extra <= height
}

// cut keeps the first n lines of a text and marks the cut, after a whole word.
func cut(block []string, n, width int) []string {
	if len(block) <= n {
		return block
	}
	kept := append([]string{}, block[:n]...)
	last := kept[n-1]
	for terminal.Width(last)+3 > width {
		i := strings.LastIndexByte(last, ' ')
		if i < 0 {
			last = terminal.Truncate(last, width-3)
			break
		}
		last = last[:i]
	}
	kept[n-1] = strings.TrimRight(last, ".,;: ") + "..."
	return kept
}

// scroll shows a window of the lines that contains those from first to last.
func (c *choice) scroll(lines []string, first, last, height int) []string {
	room := max(height-1, 1) // the last line says what is hidden
	if last > c.offset+room {
		c.offset = last - room
	}
	c.offset = max(0, min(c.offset, first, len(lines)-room))
	end := min(c.offset+room, len(lines))
	above, below := c.offset, len(lines)-end
	mark := fmt.Sprintf("      ... %s below; up and down move", count(below, "more line", "more lines"))
	switch {
	case below == 0:
		mark = fmt.Sprintf("      ... %s above", count(above, "more line", "more lines"))
	case above > 0:
		mark = fmt.Sprintf("      ... %s above, %d below", count(above, "more line", "more lines"), below)
	}
	return append(append([]string{}, lines[c.offset:end]...), mark)
}

// blocks wraps the whole text of each entry.
func (c *choice) blocks(width int) [][]string {
	blocks := make([][]string, len(c.options))
	for i, o := range c.options {
		label := o.name
		if o.text != "" && (!o.brief || i == c.cursor) {
			label = strings.TrimSuffix(o.name, ".") + ". " + o.text
			if o.name == "" {
				label = o.text
			}
		}
		blocks[i] = terminal.WrapLines(label, width-c.indent())
	}
	return blocks
}

// styled puts the marks before the entries.
func (c *choice) styled(blocks [][]string) [][]string {
	for i, b := range blocks {
		lines := make([]string, len(b))
		for n, t := range b {
			lines[n] = c.style(i, n, c.options[i], t)
		}
		blocks[i] = lines
	}
	return blocks
}

// style puts the marks before a line of an entry and makes its name stand out.
func (c *choice) style(i, n int, o option, text string) string {
	if n > 0 {
		return strings.Repeat(" ", c.indent()) + text
	}
	cursor, mark := "  ", "( )"
	if i == c.cursor && c.focused {
		cursor = look.Accent.Render("> ")
	}
	if i == c.chosen {
		mark = look.Strong.Render("(*)")
	}
	if name, rest, ok := strings.Cut(text, ". "); ok && name == strings.TrimSuffix(o.name, ".") {
		text = look.Strong.Render(name+".") + " " + rest
	} else if text == o.name {
		text = look.Strong.Render(text)
	}
	if c.plain {
		return cursor + o.key + "  " + text
	}
	return cursor + mark + " " + o.key + "  " + text
}

func (c *choice) indent() int {
	if c.plain {
		return plainIndent
	}
	return optionIndent
}

func sum(blocks [][]string) int {
	n := 0
	for _, b := range blocks {
		n += len(b)
	}
	return n
}

func join(blocks [][]string, air bool) []string {
	var lines []string
	for i, b := range blocks {
		if air && i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, b...)
	}
	return lines
}
