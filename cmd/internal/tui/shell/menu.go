package shell

import (
	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/look"
)

// Menu is a list of things to do. As in every list, Enter chooses only what the
// cursor is on.
type Menu struct {
	list    *field.Choice
	actions []func(*Shell) tea.Cmd
}

// Entry is one line of a menu.
type Entry struct {
	Name, Text string
	Do         func(*Shell) tea.Cmd
}

// NewMenu makes a menu with the cursor on an entry, or on none with -1.
func NewMenu(cursor int, entries ...Entry) Menu {
	var opts []field.Option
	var actions []func(*Shell) tea.Cmd
	for i, e := range entries {
		key := " "
		if i < 9 {
			key = string(rune('1' + i))
		}
		opts = append(opts, field.Option{Key: key, Name: e.Name, Text: e.Text})
		actions = append(actions, e.Do)
	}
	list := field.NewChoice("menu", opts, -1)
	list.Cursor, list.Plain = cursor, true
	list.Focus()
	return Menu{list, actions}
}

// Careful makes the digits only move the cursor, so that digits typed ahead
// choose nothing.
func (n Menu) Careful() Menu {
	n.list.Careful = true
	return n
}

// SetText says something else about an entry.
func (n Menu) SetText(i int, text string) { n.list.Options[i].Text = text }

// Update obeys one key.
func (n Menu) Update(s *Shell, msg tea.Msg) tea.Cmd {
	n.list.Update(msg)
	if i, ok := n.list.TakePick(); ok {
		return n.actions[i](s)
	}
	if n.list.TakeEmpty() {
		s.Message = "Nothing is chosen yet. Press a digit, or move with up and down."
		if n.list.Careful {
			s.Message = "Press a digit or move with up and down, then Enter."
		}
	}
	return nil
}

// Lines draws the entries.
func (n Menu) Lines(width, height int) []string { return n.list.Lines(width, height) }

// CloseTop closes the screen on top.
func CloseTop(s *Shell) tea.Cmd { s.Pop(); return nil }

// Quit leaves when everything is saved.
func Quit(s *Shell) tea.Cmd { return s.Quit() }

// quitScreen asks before the task is left.
type quitScreen struct {
	menu   Menu
	unkept []string // what cannot be recorded
}

func newQuit(unkept []string) *quitScreen {
	return &quitScreen{menu: NewMenu(0,
		Entry{"Save and quit", "Start again later; it goes on where you stopped.", Quit},
		Entry{"Go on", "", CloseTop}), unkept: unkept}
}

func (*quitScreen) Title() string   { return "Quit?" }
func (*quitScreen) Hints() []string { return []string{"1-2 choose", "Enter choose", "Esc go on"} }

func (q *quitScreen) Update(s *Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return CloseTop(s)
	}
	return q.menu.Update(s, msg)
}

func (q *quitScreen) Lines(s *Shell, width, height int) []string {
	lines := terminal.WrapLines(s.task.Progress(), width)
	if s.opts.Path != "" {
		lines = append(lines, terminal.Truncate("File: "+terminal.CleanLine(s.opts.Path), width))
	}
	for _, u := range q.unkept {
		for _, l := range terminal.WrapLines(u, width) {
			lines = append(lines, look.Alarm.Render(l))
		}
	}
	lines = append(lines, "")
	return append(lines, q.menu.Lines(width, height-len(lines))...)
}
