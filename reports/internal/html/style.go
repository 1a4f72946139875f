package html

import (
	"cmp"
	_ "embed" // the style sheet is part of the program
	"fmt"
	"maps"
	"slices"
	"strings"

	"dgca/reports/document"
	"dgca/reports/internal/chart"
	"dgca/reports/internal/clean"
)

//go:embed style.css
var styleSheet string

// style returns the style sheet with the colours of the reports in it. They are
// written out, because word processors know no variables.
func (p *printer) style() string {
	colours := strings.NewReplacer(
		"$ink", chart.Ink.Hex(), "$muted", chart.Muted.Hex(), "$accent", chart.Accent.Hex(), "$grid", chart.Grid.Hex(),
		"$band", chart.Band.Hex(), "$tint", chart.Tint.Hex(), "$paper", chart.Paper.Hex())
	var b strings.Builder
	b.WriteString(colours.Replace(styleSheet))
	used := slices.SortedFunc(maps.Keys(p.shades), func(x, y document.Shade) int {
		return cmp.Or(cmp.Compare(x.Of, y.Of), cmp.Compare(x.Step, y.Step))
	})
	for _, s := range used {
		text := chart.OnRamp(s.Step, s.Of).Hex()
		fmt.Fprintf(&b, ".%s, .%s a, .%s .small { background-color: %s; color: %s; }\n", shadeClass(s), shadeClass(s), shadeClass(s), chart.Ramp(s.Step, s.Of).Hex(), text)
	}
	if s := p.doc.Running.Notice; s != "" {
		// On paper the marking stands at the head and at the foot of each page.
		box := fmt.Sprintf("{ content: \"%s\"; color: %s; font-family: sans-serif; font-size: 8pt; font-weight: bold; white-space: nowrap; }", cssText(s), chart.Ink.Hex())
		fmt.Fprintf(&b, "@page { @top-center %s @bottom-center %s }\n", box, box)
	}
	return b.String()
}

// cssText makes a text fit to stand in a string of a style sheet: all but
// letters, digits and spaces of ASCII become their number.
func cssText(s string) string {
	var b strings.Builder
	for _, r := range clean.Text(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == ' ':
			b.WriteRune(r)
		case r == '\n':
			b.WriteByte(' ')
		default:
			fmt.Fprintf(&b, "\\%06X", r)
		}
	}
	return b.String()
}

// shadeClass is the class of a cell on the ramp of levels.
func shadeClass(s document.Shade) string { return fmt.Sprintf("level-%d-of-%d", s.Step, s.Of) }
