package interview

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/targets"
)

func progressLine(s *assessment.Session) string {
	p := s.Progress()
	return fmt.Sprintf("%d answered, %d left.", p.Done(), p.Open)
}

// finishScreen is the page behind the last statement: what is missing, and what
// it means for the scores.
type finishScreen struct {
	m       *model
	menu    shell.Menu
	targets int // the entry that leads to the targets
}

func newFinish(m *model) *finishScreen {
	s := m.s
	var entries []shell.Entry
	if _, open := s.NextOpen(0); open {
		entries = append(entries, shell.Entry{Name: "Go to the first open statement", Do: func(sh *shell.Shell) tea.Cmd {
			if i, ok := s.NextOpen(0); ok {
				m.goTo(sh, i)
			}
			return nil
		}})
	}
	f := &finishScreen{m: m, targets: len(entries)}
	entries = append(entries, shell.Entry{Name: "Choose targets (optional)", Do: func(sh *shell.Shell) tea.Cmd { sh.Push(targets.NewScreen(s)); return nil }})
	if s.Assessment().State == assessment.Draft {
		entries = append(entries,
			shell.Entry{Name: "Complete: I have finished", Text: "It can still be changed later.",
				Do: func(sh *shell.Shell) tea.Cmd { return sh.Finish(s.Finish, s.Reopen) }},
			shell.Entry{Name: "Not yet: save and quit", Do: shell.Quit})
	} else {
		entries = append(entries, shell.Entry{Name: "Save and leave", Text: "It is already " + string(s.Assessment().State) + ".",
			Do: func(sh *shell.Shell) tea.Cmd { return sh.Finish(s.Finish, func() {}) }})
	}
	entries = append(entries, shell.Entry{Name: "Back to the statements", Do: shell.CloseTop})
	f.menu = shell.NewMenu(-1, entries...).Careful() // digits typed ahead must not finish anything
	return f
}

// Steady keeps the page below what is shown over it.
func (*finishScreen) Steady() bool { return true }

func (*finishScreen) Title() string { return "The end of the statements" }

func (f *finishScreen) Hints() []string {
	return []string{"digit, then Enter", "PgUp back", "Ctrl+R review", "Ctrl+O overview", "F1 help", "Ctrl+C quit"}
}

func (f *finishScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "pgup":
			return shell.CloseTop(sh)
		}
	}
	return f.menu.Update(sh, msg)
}

func (f *finishScreen) Lines(_ *shell.Shell, width, height int) []string {
	f.menu.SetText(f.targets, targetsChosen(f.m.s))
	options := f.menu.Lines(width, max(height/2, 5))
	room := height - len(options) - 1
	var lines []string
	for _, t := range findings(f.m.s) {
		lines = append(lines, terminal.WrapLines(t, width)...)
	}
	dims, overall := meanings(f.m.s)
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
