// Package look holds what all screens share: a few calm styles and the ASCII
// parts that screens are built of. Meaning never depends on a style.
package look

import (
	"fmt"
	"strings"
	"sync"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"

	"dgca/cmd/internal/terminal"
)

// The styles. The 16 colours of the terminal are used, so that they fit the
// person's own dark or light setting.
var (
	Strong = lipgloss.NewStyle().Bold(true)
	Accent = lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Cyan)
	Good   = lipgloss.NewStyle().Foreground(lipgloss.Green)
	Alarm  = lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Red)
)

// Bar draws part of a whole with ASCII characters, such as "[####------]". Only
// the whole fills it, and a single part already shows.
func Bar(part, whole, width int) string {
	inner := max(width-2, 1)
	n := 0
	if whole > 0 {
		n = part * inner / whole
		if part > 0 && n == 0 {
			n = 1
		}
	}
	return "[" + strings.Repeat("#", n) + strings.Repeat("-", inner-n) + "]"
}

// Ends puts one text at the start of a line and one at its end. When both do
// not fit, the first is cut.
func Ends(start, end string, width int) string {
	if end == "" {
		return terminal.Truncate(start, width)
	}
	room := width - terminal.Width(end) - 2
	if room < 8 {
		return terminal.Truncate(start+"  "+end, width)
	}
	start = terminal.Truncate(start, room)
	return start + strings.Repeat(" ", width-terminal.Width(start)-terminal.Width(end)) + end
}

// Rule is a line across the screen.
func Rule(width int) string { return strings.Repeat("-", max(width, 0)) }

// Hints joins hints on keys, the most important first, as long as they fit the
// width. The last ones are always kept.
func Hints(width, keep int, hints ...string) string {
	keep = min(keep, len(hints))
	last := strings.Join(hints[len(hints)-keep:], "   ")
	line := ""
	for _, h := range hints[:len(hints)-keep] {
		next := line + h + "   "
		if terminal.Width(next)+terminal.Width(last) > width {
			continue
		}
		line = next
	}
	return terminal.Truncate(line+last, width)
}

// Theme dresses the fields of huh: no frames, no drawn glyphs beyond ASCII. It
// is made once, because huh asks for it at every drawing.
var Theme = huh.ThemeFunc(func(bool) *huh.Styles { return styles() })

var styles = sync.OnceValue(func() *huh.Styles {
	t := huh.ThemeBase(false)
	plain := lipgloss.NewStyle()
	for _, f := range []*huh.FieldStyles{&t.Focused, &t.Blurred} {
		f.Base, f.Card = plain, plain
		f.Title, f.NoteTitle = Strong, Strong
		f.Description = plain
		f.ErrorIndicator = plain.SetString("")
		f.ErrorMessage = Alarm
		f.SelectSelector = Strong.SetString("> ")
		f.MultiSelectSelector = Strong.SetString("> ")
		f.SelectedPrefix = plain.SetString("[x] ")
		f.UnselectedPrefix = plain.SetString("[ ] ")
		f.SelectedOption = Strong
		f.NextIndicator, f.PrevIndicator = plain.SetString(""), plain.SetString("")
		f.TextInput = huh.TextInputStyles{Cursor: plain, CursorText: plain, Placeholder: plain, Prompt: plain.SetString(""), Text: plain}
	}
	t.Blurred.SelectSelector = plain.SetString("  ")
	t.Blurred.MultiSelectSelector = plain.SetString("  ")
	return t
})

// Count is a number with its noun.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
