package interview

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
	"dgca/questionnaires"
)

// model is the interview as a task on the screen: the page of the current
// statement, with other screens on top of it.
type model struct {
	s       *assessment.Session
	page    *page
	noIntro bool
	group   bool                                // see Options.Presenter
	shown   map[questionnaires.DimensionID]bool // opening pages that were shown
	closed  map[questionnaires.DimensionID]bool // closing pages that were shown
}

// newScreen makes the interview in its frame.
func newScreen(opts Options, width, height int) (*model, *shell.Shell) {
	m := &model{s: opts.Session, noIntro: opts.NoIntro, group: opts.Presenter, shown: map[questionnaires.DimensionID]bool{}, closed: map[questionnaires.DimensionID]bool{}}
	m.page = newPage(m.s, m.group)
	sh := shell.New(m, opts.Options, width, height)
	sh.Message = resumed(m.s)
	m.openDimension(sh)
	if _, open := m.s.NextOpen(0); !open {
		m.finish(sh)
	}
	if isNew(m.s) && !opts.NoIntro {
		sh.Push(newRules(m.s))
	}
	return m, sh
}

// Assessment is what the interview fills in.
func (m *model) Assessment() *assessment.Assessment { return m.s.Assessment() }

// Title is in the header.
func (m *model) Title() string { return "" }

// Progress says how far the person has come.
func (m *model) Progress() string { return progressLine(m.s) }

// Header says where the person is.
func (m *model) Header(width int) [2]string {
	it, p := m.s.Current(), m.s.Progress()
	dims := m.s.Dimensions()
	n := 0
	for i, d := range dims {
		if d == it.Dimension {
			n = i + 1
		}
	}
	where := fmt.Sprintf("Statement %d of %d", it.Number, p.Total)
	counts := fmt.Sprintf("%d answered, %d left", p.Done(), p.Open)
	bar := look.Bar(p.Done(), p.Total, min(42, width-terminal.Width(where)-terminal.Width(counts)-4))
	return [2]string{
		look.Accent.Render(clean(m.s, it.Dimension.Title)) + fmt.Sprintf(" (dimension %d of %d)", n, len(dims)),
		look.Ends(where+"  "+bar, counts, width),
	}
}

// Key obeys the keys that work everywhere in the interview.
func (m *model) Key(sh *shell.Shell, k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "f1":
		sh.Show(newHelp(m.s))
	case "ctrl+g":
		sh.Show(newJump(m))
	case "ctrl+n":
		sh.Store()
		if !sh.BackTo(func(s shell.Screen) bool { _, ok := s.(*closingScreen); return ok }) {
			sh.Show(newClosing(m, m.s.Current().Dimension, false))
		}
	case "ctrl+r":
		sh.Store()
		sh.Show(newReview(m))
	case "ctrl+o":
		sh.Store()
		sh.Show(newOverview(m))
	default:
		return nil, false
	}
	return nil, true
}

// Update gives a message to the page.
func (m *model) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, ok := m.pageKey(sh, k); ok {
			return cmd
		}
	}
	before := m.page.typed()
	r := m.page.update(msg)
	if m.page.message != "" {
		sh.Message = m.page.message
	}
	if r.changed {
		sh.Save()
	}
	if r.next {
		return tea.Batch(r.cmd, m.next(sh))
	}
	if m.page.typed() != before {
		return tea.Batch(r.cmd, sh.Typed())
	}
	return r.cmd
}

// pageKey obeys the keys that lead away from a page.
func (m *model) pageKey(sh *shell.Shell, k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "pgdown":
		return m.next(sh), true
	case "pgup":
		return m.back(sh), true
	case "f2", "ctrl+l":
		sh.Store()
		m.s.Mark(!m.s.Answer().Marked)
		sh.Save()
	case "?":
		if m.page.typing() {
			return nil, false
		}
		sh.Show(newHelp(m.s))
	default:
		return nil, false
	}
	return nil, true
}

// Store records the texts of the page.
func (m *model) Store() bool { return m.page.store() }

// Leave records everything that was typed on the page. A reason that was never
// confirmed is kept as a comment.
func (m *model) Leave(sh *shell.Shell) bool {
	if m.page.draft() != "" {
		sh.Message = notConfirmed
	}
	left := m.page.leave()
	m.page.reason = nil
	return left
}

// next goes to the next statement. At the end of a dimension its closing page
// comes first, once, if something was answered.
func (m *model) next(sh *shell.Shell) tea.Cmd {
	d := m.s.Current().Dimension
	if !m.s.LastOfDimension() || m.closed[d.ID] || m.s.DimensionProgress(d.ID).Done() == 0 {
		return m.goOn(sh)
	}
	m.closed[d.ID] = true
	sh.Leave()
	sh.Show(newClosing(m, d, true))
	return nil
}

// back goes to the statement before.
func (m *model) back(sh *shell.Shell) tea.Cmd {
	if m.s.Position() == 0 {
		sh.Message = "This is the first statement."
		return nil
	}
	m.goTo(sh, m.s.Position()-1)
	return nil
}

// goOn goes to the next statement; behind the last one is the finish page.
func (m *model) goOn(sh *shell.Shell) tea.Cmd {
	if m.s.Position()+1 == len(m.s.Items()) {
		m.finish(sh)
		return nil
	}
	m.goTo(sh, m.s.Position()+1)
	m.openDimension(sh)
	return nil
}

// finish opens the page behind the last statement.
func (m *model) finish(sh *shell.Shell) {
	sh.Leave()
	sh.Show(newFinish(m))
}

// goTo leaves the page and opens another statement.
func (m *model) goTo(sh *shell.Shell, i int) {
	sh.Leave()
	sh.Close()
	m.s.Jump(i)
	m.page = newPage(m.s, m.group)
}

// openDimension shows the opening page of a dimension at its first statement,
// once, as long as nothing in it is answered.
func (m *model) openDimension(sh *shell.Shell) {
	it := m.s.Current()
	i := m.s.Position()
	first := i == 0 || m.s.Items()[i-1].Dimension != it.Dimension
	if m.noIntro || !first || m.shown[it.Dimension.ID] || m.s.DimensionProgress(it.Dimension.ID).Done() > 0 {
		return
	}
	m.shown[it.Dimension.ID] = true
	sh.Push(newOpening(m.s))
}
