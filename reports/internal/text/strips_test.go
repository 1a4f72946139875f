package text

import (
	"bytes"
	"strings"
	"testing"

	"dgca/reports/document"
)

// How many dots stand at each level, in columns that line up; a value between two
// levels counts for the higher one.
func TestStrips(t *testing.T) {
	chart := document.Strips{Axis: document.Axis{Max: 5}, Rows: []document.StripRow{
		{Label: "LEA-01 A statement that is long enough to be broken", Dots: []document.Dots{{At: 1, Count: 2}, {At: 3, Count: 120}, {At: 4.5, Count: 1}}, Text: "median 3.0"},
		{Label: "LEA-02", Note: "fewer than three answers, not shown", Text: "too few answers"},
	}}
	d := document.Document{Sections: []document.Section{{Blocks: []document.Block{document.Figure{Chart: chart}}}}}
	for width := 40; width <= 200; width += 20 {
		var b bytes.Buffer
		if err := Write(&b, d, Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		words := strings.Join(strings.Fields(b.String()), " ")
		for _, want := range []string{"1 2 3 4 5", "2 . 120 . 1", "not shown"} {
			if !strings.Contains(words, want) && width > 60 {
				t.Errorf("width %d: %q is not in\n%s", width, want, b.String())
			}
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if len(line) > width {
				t.Errorf("width %d: %q", width, line)
			}
		}
	}
}
