package interview

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

func progressLine(s *assessment.Session) string {
	p := s.Progress()
	return fmt.Sprintf("%d answered, %d left.", p.Done(), p.Open)
}

// finishScreen is the page behind the last statement: what is missing, and what
// it means for the scores.
type finishScreen struct{ menu }

func newFinish(s *assessment.Session) *finishScreen {
	var entries []entry
	if _, open := s.NextOpen(0); open {
		entries = append(entries, entry{"Go to the first open statement", "", func(m *model) tea.Cmd {
			if i, ok := m.s.NextOpen(0); ok {
				m.goTo(i)
			}
			return nil
		}})
	}
	done := entry{"Complete: I have finished", "It can still be changed later.", func(m *model) tea.Cmd { return m.finish() }}
	if s.Assessment().State != assessment.Draft {
		done = entry{"Save and leave", "It is already " + string(s.Assessment().State) + ".", func(m *model) tea.Cmd { return m.finish() }}
	}
	entries = append(entries, done)
	if s.Assessment().State == assessment.Draft {
		entries = append(entries, entry{"Not yet: save and quit", "", quitNow})
	}
	entries = append(entries, entry{"Back to the statements", "", closeTop})
	f := &finishScreen{newMenu(-1, entries...)}
	f.list.careful = true // digits typed ahead must not finish anything
	return f
}

func (*finishScreen) title() string { return "The end of the statements" }
func (f *finishScreen) hints() []string {
	return []string{"digit, then Enter", "PgUp back", "Ctrl+R review", "Ctrl+O overview", "F1 help", "Ctrl+C quit"}
}

func (f *finishScreen) update(m *model, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "pgup":
			return closeTop(m)
		}
	}
	return f.menu.update(m, msg)
}

func (f *finishScreen) lines(m *model, width, height int) []string {
	options := f.list.lines(width, max(height/2, 5))
	room := height - len(options) - 1
	var lines []string
	for _, t := range findings(m.s) {
		lines = append(lines, terminal.WrapLines(t, width)...)
	}
	dims, overall := meanings(m.s)
	lines = append(lines, terminal.WrapLines(overall, width)...)
	if len(lines)+1+len(dims) <= room {
		lines = append(lines, "")
		for _, d := range dims {
			lines = append(lines, look.Ends("  "+d.title, fmt.Sprintf("%8s  %-18s", d.detail, d.status), width))
		}
	}
	lines = append(lines[:min(len(lines), max(room, 0))], "")
	return append(lines, options...)
}
