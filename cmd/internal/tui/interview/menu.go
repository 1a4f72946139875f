package interview

import (
	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
)

// menu is a list of things to do. As in every list, Enter chooses only what the
// cursor is on.
type menu struct {
	list    *choice
	actions []func(*model) tea.Cmd
}

// entry is one line of a menu.
type entry struct {
	name, text string
	do         func(*model) tea.Cmd
}

func newMenu(cursor int, entries ...entry) menu {
	var opts []option
	var actions []func(*model) tea.Cmd
	for i, e := range entries {
		opts = append(opts, option{key: string(rune('1' + i)), name: e.name, text: e.text})
		actions = append(actions, e.do)
	}
	list := newChoice("menu", opts, -1)
	list.cursor, list.plain = cursor, true
	list.Focus()
	return menu{list, actions}
}

func (n menu) update(m *model, msg tea.Msg) tea.Cmd {
	n.list.Update(msg)
	if i, ok := n.list.takePick(); ok {
		return n.actions[i](m)
	}
	if n.list.takeEmpty() {
		m.message = "Nothing is chosen yet. Press a digit, or move with up and down."
		if n.list.careful {
			m.message = "Press a digit or move with up and down, then Enter."
		}
	}
	return nil
}

func closeTop(m *model) tea.Cmd { m.pop(); return nil }

func quitNow(m *model) tea.Cmd { return m.quit() }

// quitScreen asks before the interview is left.
type quitScreen struct{ menu }

func newQuit() *quitScreen {
	return &quitScreen{newMenu(0,
		entry{"Save and quit", "Start again later; it goes on where you stopped.", quitNow},
		entry{"Go on answering", "", closeTop})}
}

func (*quitScreen) title() string { return "Quit?" }
func (*quitScreen) hints() []string {
	return []string{"1-2 choose", "Enter choose", "Esc go on"}
}

func (q *quitScreen) update(m *model, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return closeTop(m)
	}
	return q.menu.update(m, msg)
}

func (q *quitScreen) lines(m *model, width, height int) []string {
	lines := terminal.WrapLines(progressLine(m.s), width)
	if m.opts.Path != "" {
		lines = append(lines, terminal.Truncate("File: "+terminal.CleanLine(m.opts.Path), width))
	}
	lines = append(lines, "")
	return append(lines, q.list.lines(width, height-len(lines))...)
}
