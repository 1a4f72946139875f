package shell

import (
	"fmt"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// Rows is a long list of which a part is shown.
type Rows struct {
	Cursor int
	Page   int // how many rows were shown last
	offset int
}

// Move obeys the keys that move the cursor in a list of n rows. It reports
// whether key is one of them.
func (r *Rows) Move(key string, n int) bool {
	switch key {
	case "up":
		r.Cursor--
	case "down":
		r.Cursor++
	case "pgup":
		r.Cursor -= r.Page
	case "pgdown":
		r.Cursor += r.Page
	case "home":
		r.Cursor = 0
	case "end":
		r.Cursor = n - 1
	default:
		return false
	}
	r.Cursor = max(0, min(r.Cursor, n-1))
	return true
}

// Lines draws the rows around the cursor, and a mark when there are more.
func (r *Rows) Lines(n, height int, row func(i int, cursor bool) string) []string {
	shown, mark := n, ""
	if n <= height {
		r.offset = 0
	} else {
		shown = max(height-1, 1)
		r.offset = min(max(r.offset, r.Cursor-shown+1), r.Cursor, n-shown)
		mark = fmt.Sprintf("  ... %d of %d shown; up and down move", shown, n)
	}
	r.Page = max(shown, 1)
	var lines []string
	for i := r.offset; i < r.offset+shown; i++ {
		lines = append(lines, row(i, i == r.Cursor))
	}
	if mark != "" {
		lines = append(lines, mark)
	}
	return lines
}

// Row draws one row: a mark for the cursor, a text at the start and one at the
// end.
func Row(start, end string, width int, cursor bool) string {
	mark := "  "
	if cursor {
		mark, start = look.Accent.Render("> "), look.Strong.Render(terminal.Truncate(start, width-2))
	}
	return mark + look.Ends(start, end, width-2)
}
