package look

import (
	"testing"

	"dgca/cmd/internal/terminal"
)

func TestBar(t *testing.T) {
	for _, c := range []struct {
		part, whole, width int
		want               string
	}{{0, 10, 12, "[----------]"}, {1, 100, 12, "[#---------]"}, {99, 100, 12, "[#########-]"}, {10, 10, 12, "[##########]"}, {0, 0, 6, "[----]"}} {
		if got := Bar(c.part, c.whole, c.width); got != c.want {
			t.Errorf("Bar(%d, %d, %d) = %q, want %q", c.part, c.whole, c.width, got, c.want)
		}
	}
}

func TestEnds(t *testing.T) {
	for width := 1; width < 60; width++ {
		if line := Ends("Leadership (dimension 1 of 6)", "NOT SAVED", width); terminal.Width(line) > width {
			t.Errorf("width %d: %q", width, line)
		}
	}
	if got := Ends("left", "right", 20); got != "left           right" {
		t.Errorf("Ends = %q", got)
	}
}

func TestHints(t *testing.T) {
	hints := []string{"1-5 level", "PgDn next", "F1 help", "Ctrl+C quit"}
	if got := Hints(80, 2, hints...); got != "1-5 level   PgDn next   F1 help   Ctrl+C quit" {
		t.Errorf("Hints = %q", got)
	}
	if got := Hints(36, 2, hints...); got != "1-5 level   F1 help   Ctrl+C quit" {
		t.Errorf("narrow: %q", got)
	}
}
