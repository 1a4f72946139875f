package field

import (
	"fmt"
	"strings"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// Where the text of an entry starts: behind "> (*) 3  ", or behind "> 3  ".
const (
	OptionIndent = 9
	plainIndent  = 5
)

// Lines draws the list into a number of lines. When everything fits, all
// entries are open, with air between them if there is room. Otherwise each
// entry is cut to as few lines as needed, and the one under the cursor is open;
// what still does not fit is scrolled, with a mark that says how much is hidden.
func (c *Choice) Lines(width, height int) []string {
	blocks := c.Blocks(width)
	total := sum(blocks)
	c.Opened = total <= height
	switch {
	case total+len(blocks)-1 <= height && !c.Dense:
		return join(c.Styled(blocks), true)
	case c.Opened:
		return join(c.Styled(blocks), false)
	}
	most := 1
	for n := 2; n < 4 && Fits(blocks, n, height); n++ {
		most = n
	}
	for i, b := range blocks {
		if i != c.Cursor && len(b) > most {
			blocks[i] = Cut(b, most, width-c.indent())
		}
	}
	lines := join(c.Styled(blocks), false)
	if len(lines) <= height {
		return lines
	}
	first, last := 0, 0
	for i, b := range blocks {
		if i < c.Cursor {
			first += len(b)
		}
		if i == max(c.Cursor, 0) {
			last = first + len(b)
		}
	}
	return c.scroll(lines, first, last, height)
}

// Fits reports whether the list fits when entries are cut to n lines, wherever
// the cursor is, so that moving it does not change the others.
func Fits(blocks [][]string, n, height int) bool {
	total, extra := 0, 0
	for _, b := range blocks {
		total += min(len(b), n)
		extra = max(extra, len(b)-n)
	}
	return total+extra <= height
}

// Cut keeps the first n lines of a text and marks the cut, after a whole word.
func Cut(block []string, n, width int) []string {
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
func (c *Choice) scroll(lines []string, first, last, height int) []string {
	room := max(height-1, 1) // the last line says what is hidden
	if last > c.offset+room {
		c.offset = last - room
	}
	c.offset = max(0, min(c.offset, first, len(lines)-room))
	end := min(c.offset+room, len(lines))
	above, below := c.offset, len(lines)-end
	mark := fmt.Sprintf("      ... %s below; up and down move", look.Count(below, "more line", "more lines"))
	switch {
	case below == 0:
		mark = fmt.Sprintf("      ... %s above", look.Count(above, "more line", "more lines"))
	case above > 0:
		mark = fmt.Sprintf("      ... %s above, %d below", look.Count(above, "more line", "more lines"), below)
	}
	return append(append([]string{}, lines[c.offset:end]...), mark)
}

// Blocks wraps the whole text of each entry.
func (c *Choice) Blocks(width int) [][]string {
	blocks := make([][]string, len(c.Options))
	for i, o := range c.Options {
		label := o.Name
		if o.Text != "" && (!o.Brief || i == c.Cursor) {
			label = strings.TrimSuffix(o.Name, ".") + ". " + o.Text
			if o.Name == "" {
				label = o.Text
			}
		}
		blocks[i] = terminal.WrapLines(label, width-c.indent())
	}
	return blocks
}

// Styled puts the marks before the entries.
func (c *Choice) Styled(blocks [][]string) [][]string {
	for i, b := range blocks {
		lines := make([]string, len(b))
		for n, t := range b {
			lines[n] = c.style(i, n, c.Options[i], t)
		}
		blocks[i] = lines
	}
	return blocks
}

// style puts the marks before a line of an entry and makes its name stand out.
func (c *Choice) style(i, n int, o Option, text string) string {
	if n > 0 {
		return strings.Repeat(" ", c.indent()) + text
	}
	cursor, mark := "  ", "( )"
	if i == c.Cursor && c.focused {
		cursor = look.Accent.Render("> ")
	}
	if i == c.Chosen {
		mark = look.Strong.Render("(*)")
	}
	if name, rest, ok := strings.Cut(text, ". "); ok && name == strings.TrimSuffix(o.Name, ".") {
		text = look.Strong.Render(name+".") + " " + rest
	} else if text == o.Name {
		text = look.Strong.Render(text)
	}
	if c.Plain {
		return cursor + o.Key + "  " + text
	}
	return cursor + mark + " " + o.Key + "  " + text
}

func (c *Choice) indent() int {
	if c.Plain {
		return plainIndent
	}
	return OptionIndent
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
