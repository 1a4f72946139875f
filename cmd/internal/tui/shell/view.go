package shell

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/saving"
)

// The lines around the body: two lines of header and a rule above, a message
// and the keys below.
const (
	headerLines = 3
	footerLines = 2
)

// maxColumns is the widest text that is pleasant to read.
const maxColumns = 100

// View draws the whole screen.
func (s *Shell) View() tea.View {
	v := tea.NewView(s.Screen())
	v.AltScreen = true
	return v
}

// Screen is the whole screen as text.
func (s *Shell) Screen() string {
	if s.done {
		return ""
	}
	if s.tooSmall() {
		return s.smallScreen()
	}
	width, height := min(s.width, maxColumns), s.height-headerLines-footerLines
	var top Screen = s.task
	if t := s.Top(); t != nil {
		top = t
	}
	note := terminal.WrapLines(s.note(), width-2)
	note = note[:min(len(note), 2)]
	height -= len(note) - 1
	body, hints := top.Lines(s, width-2, height), top.Hints()
	keep := 2
	if len(hints) < 3 {
		keep = len(hints)
	}
	lines := s.header(width - 2)
	for i := range height {
		if i < len(body) {
			lines = append(lines, body[i])
		} else {
			lines = append(lines, "")
		}
	}
	for _, n := range note {
		lines = append(lines, look.Good.Render(n))
	}
	lines = append(lines, look.Hints(width-2, keep, hints...))
	for i, l := range lines {
		lines[i] = " " + terminal.Truncate(l, width-1)
	}
	return strings.Join(lines, "\n")
}

// note is the message above the keys.
func (s *Shell) note() string {
	if s.leaving != nil {
		return "Saving ..."
	}
	return s.Message
}

func (s *Shell) header(width int) []string {
	status := s.opts.Saver.Status()
	right := map[saving.State]string{saving.Saved: "Saved", saving.Saving: "Saving ...", saving.Failed: look.Alarm.Render("NOT SAVED")}[status.State]
	rule := look.Rule(width)
	if status.State == saving.Failed {
		rule = look.Alarm.Render(terminal.Truncate("NOT SAVED: "+saving.Reason(status.Err), width))
	}
	head := s.task.Header(width)
	if top := s.Top(); top != nil && top.Title() != "" {
		head[0] = look.Accent.Render(top.Title())
	}
	return []string{look.Ends(head[0], right, width), head[1], rule}
}

func (s *Shell) tooSmall() bool { return s.width < minWidth || s.height < minHeight }

func (s *Shell) smallScreen() string {
	text := fmt.Sprintf("This window is too small: %d x %d.\nIt needs %d x %d. Please make it larger.\n\n"+
		"Ctrl+L: go on line by line\nCtrl+C: save and quit", s.width, s.height, minWidth, minHeight)
	if st := s.opts.Saver.Status(); st.State == saving.Failed {
		text += "\n\nNOT SAVED: " + saving.Reason(st.Err)
	}
	lines := terminal.WrapLines(text, max(s.width-1, 1))
	return strings.Join(lines[:min(len(lines), max(s.height, 1))], "\n")
}

// smallKey obeys the only two keys of a window that is too small. What cannot
// be seen cannot be answered.
func (s *Shell) smallKey(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "ctrl+c":
		if _, stuck := s.Top().(*failedScreen); stuck {
			return s.exit()
		}
		return s.Quit()
	case "ctrl+l":
		s.outcome.LineMode = true
		return s.Quit()
	}
	return nil
}
