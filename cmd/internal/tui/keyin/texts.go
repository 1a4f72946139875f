package keyin

import (
	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/shell"
)

// textScreen is a page for one text that stands on the paper.
type textScreen struct {
	title string
	about string
	sheet *field.Sheet
	keep  bool // the text is stored as it is typed
	done  func(*shell.Shell)
}

func (s *textScreen) Title() string   { return s.title }
func (s *textScreen) Hints() []string { return []string{"Enter done", "Esc close", "Ctrl+C quit"} }

// Store keeps a half-typed text, where that is possible.
func (s *textScreen) Store() bool { return s.keep && s.sheet.Store() }

// Keep records a half-typed text, because the program ends.
func (s *textScreen) Keep() bool { return s.sheet.Store() }

func (s *textScreen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		sh.Pop()
		return nil
	}
	r := s.sheet.Update(msg)
	switch {
	case r.Problem != nil:
		sh.Message = sentence(r.Problem)
	case r.Done:
		sh.Pop()
		sh.Save()
		if s.done != nil {
			s.done(sh)
		}
	}
	if r.Typed && s.keep {
		return tea.Batch(r.Cmd, sh.Typed())
	}
	return r.Cmd
}

func (s *textScreen) Lines(_ *shell.Shell, width, height int) []string {
	lines := append(terminal.WrapLines(s.about, width), "")
	return append(lines, s.sheet.Lines(width, max(height-len(lines), 1))...)
}

// newReason is the page for a reason that somebody wrote by hand. Nothing is
// recorded before Enter.
func newReason(t *task, take func(string) error) *textScreen {
	return &textScreen{title: "Not applicable", about: "Type the reason as it stands on the paper.",
		done: t.compare, sheet: field.NewSheet(field.Entry{Label: "Reason", Text: field.NewLine("reason", ""), Set: take})}
}

// openEvidence opens the page for the evidence of the statement that was keyed
// last.
func (t *task) openEvidence(sh *shell.Shell) tea.Cmd {
	item, ok := t.k.Last()
	if !ok {
		sh.Message = "Key an answer first; then e takes its evidence."
		return nil
	}
	if t.opts.First != nil {
		sh.Message = "The second entry compares what is marked; evidence is not typed again."
		return nil
	}
	s := t.k.Session()
	set := func(text string) error {
		at := s.Position()
		s.Jump(item.Number - 1)
		s.SetEvidence(text)
		s.Jump(at)
		return nil
	}
	ans := s.Assessment().Answer(item.Statement.ID)
	if ans.Choice == assessment.Unanswered {
		sh.Message = "Key an answer first; then e takes its evidence."
		return nil
	}
	sh.Push(&textScreen{title: "Evidence", about: terminal.CleanLine(string(item.Statement.ID) + "  " + item.Text), keep: true,
		sheet: field.NewSheet(field.Entry{Label: "Evidence on the paper", Text: field.NewLine("evidence", ans.Evidence), Set: set})})
	return nil
}
