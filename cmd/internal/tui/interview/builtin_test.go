package interview

import (
	"strings"
	"testing"

	"dgca/questionnaires"
)

// TestBuiltInFits shows every statement of the built-in questionnaire on the
// smallest usual screens: all entries of the list are there, wherever the cursor
// is.
func TestBuiltInFits(t *testing.T) {
	d := newDriver(t, questionnaires.BuiltIn(), 60, 20, false)
	var scrolled, folded int
	for i := range d.m.s.Items() {
		d.m.goTo(d.Shell, i)
		for cursor := range d.m.page.level.Options {
			d.m.page.level.Cursor = cursor
			d.Shell.Resize(60, 20)
			if strings.Contains(d.Screen(), "more line") {
				scrolled++
				t.Logf("60x20: %s, entry %d is scrolled", d.m.s.Current().Statement.ID, cursor+1)
			}
			d.Shell.Resize(80, 24)
			d.lacks("more line")
		}
		if !d.m.page.level.Opened {
			folded++
		}
	}
	if scrolled > 0 {
		t.Errorf("%d of %d positions are scrolled at 60x20", scrolled, 7*len(d.m.s.Items()))
	}
	t.Logf("at 80x24, %d of %d statements do not show all anchors at once", folded, len(d.m.s.Items()))
}
