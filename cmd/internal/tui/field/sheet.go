package field

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
)

// Entry is one line of a Sheet: a text, a choice, marks, or, without a field,
// something to do. An error of its functions says why the value is not possible;
// it is not recorded then.
type Entry struct {
	Label  string
	Help   string // shown below the label while the entry is open
	Text   *Text
	Choice *Choice
	Marks  *Marks
	// Set records the text; it is called when the text has changed.
	Set func(text string) error
	// Pick records the index of the entry that was chosen in Choice.
	Pick func(i int) error
	// Mark records which entries of Marks are marked.
	Mark func(marked []bool) error
	// Do is for something to do.
	Do func() tea.Cmd
}

func (e *Entry) field() huh.Field {
	switch {
	case e.Text != nil:
		return e.Text
	case e.Choice != nil:
		return e.Choice
	case e.Marks != nil:
		return e.Marks
	}
	return nil
}

// Sheet is a list of fields of which one is open and the others show in one
// line what they hold.
type Sheet struct {
	entries []Entry
	at      int
	offset  int
	width   int // when it was drawn last
	problem error
}

// Result says what came out of a message to a Sheet.
type Result struct {
	Stored bool // something was recorded
	Typed  bool // a text has changed and is not recorded yet
	Done   bool // Enter on something to do without a function, or behind the last entry
	// Problem says why what was just entered is not recorded.
	Problem error
	Cmd     tea.Cmd
}

// NewSheet makes a sheet; the first entry is open.
func NewSheet(entries ...Entry) *Sheet {
	s := &Sheet{entries: entries}
	for i := range entries {
		if t := entries[i].Text; t != nil {
			t.WithKeyMap(keyMap())
			t.WithTheme(look.Theme)
		}
		if c := entries[i].Choice; c != nil {
			c.Dense = true
		}
	}
	s.open(0)
	return s
}

// Len is the number of entries.
func (s *Sheet) Len() int { return len(s.entries) }

// At is the index of the open entry.
func (s *Sheet) At() int { return s.at }

// Open opens an entry, and closes the one that was open.
func (s *Sheet) Open(i int) tea.Cmd {
	if f := s.entries[s.at].field(); f != nil {
		f.Blur()
	}
	return s.open(i)
}

func (s *Sheet) open(i int) tea.Cmd {
	s.at = i
	if f := s.entries[i].field(); f != nil {
		return f.Focus()
	}
	return nil
}

// Typing reports whether a text takes the keys.
func (s *Sheet) Typing() bool { return s.entries[s.at].Text != nil }

// Store records the texts that the person changed. It reports whether any was
// recorded. A text that is not possible stays as it was typed, and is tried
// again, because another one can make it possible; see Problem.
func (s *Sheet) Store() bool {
	stored := false
	for again := true; again; {
		again, s.problem = false, nil
		for i := range s.entries {
			e := &s.entries[i]
			if e.Text == nil || !e.Text.Changed() {
				continue
			}
			if err := e.Set(e.Text.Content()); err != nil {
				if s.problem == nil {
					s.problem = err
				}
				continue
			}
			e.Text.Stored()
			stored, again = true, true
		}
	}
	return stored
}

// Problem says why a text could not be recorded at the last Store, or nil.
func (s *Sheet) Problem() error { return s.problem }

// Update obeys one message. Tab and Shift+Tab move, Enter goes on; up and down
// move too where the open entry has no use for them.
func (s *Sheet) Update(msg tea.Msg) Result {
	e := &s.entries[s.at]
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch key := k.String(); {
		case key == "ctrl+v": // the terminal pastes; a program need not read the clipboard
			return Result{}
		case key == "tab", key == "down" && s.leaves(1), key == "enter" && e.Text != nil:
			return s.step(1, key == "enter")
		case key == "shift+tab", key == "up" && s.leaves(-1):
			return s.step(-1, false)
		case key == "enter" && e.field() == nil && e.Do != nil:
			stored := s.Store()
			return Result{Stored: stored, Problem: s.problem, Cmd: e.Do()}
		case key == "enter" && e.field() == nil:
			stored := s.Store()
			return Result{Stored: stored, Problem: s.problem, Done: true}
		case key == "enter" && e.Marks != nil:
			return s.step(1, true)
		}
	}
	f := e.field()
	if f == nil {
		return Result{}
	}
	var before string
	var marked []bool
	switch {
	case e.Text != nil:
		before = e.Text.Content()
	case e.Marks != nil:
		marked = slices.Clone(e.Marks.Marked)
	}
	_, cmd := f.Update(msg)
	switch {
	case e.Text != nil:
		return Result{Typed: e.Text.Content() != before, Cmd: cmd}
	case e.Marks != nil && e.Marks.TakeChange():
		err := e.Mark(e.Marks.Marked)
		if err != nil {
			e.Marks.Marked = marked
		}
		return Result{Stored: err == nil, Problem: err, Cmd: cmd}
	case e.Choice != nil && e.Choice.TakeEmpty():
		return s.step(1, true)
	case e.Choice != nil:
		if i, ok := e.Choice.TakePick(); ok {
			return s.pick(e, i)
		}
	}
	return Result{Cmd: cmd}
}

// pick records what was chosen, and goes on if it is possible.
func (s *Sheet) pick(e *Entry, i int) Result {
	if err := e.Pick(i); err != nil {
		e.Choice.Cursor = e.Choice.Chosen
		return Result{Problem: err}
	}
	e.Choice.Chosen = i
	r := s.step(1, true)
	r.Stored = true
	return r
}

// leaves reports whether up or down leads out of the open entry.
func (s *Sheet) leaves(by int) bool {
	switch e := &s.entries[s.at]; {
	case e.Text != nil:
		return e.Text.OneRow(s.width)
	case e.Choice != nil && by < 0:
		return e.Choice.Cursor <= 0
	case e.Choice != nil:
		return e.Choice.Cursor == len(e.Choice.Options)-1
	case e.Marks != nil && by < 0:
		return e.Marks.cursor == 0
	case e.Marks != nil:
		return e.Marks.cursor == len(e.Marks.Options)-1
	}
	return true
}

// step moves by one entry. Behind the last one, Enter is done.
func (s *Sheet) step(by int, enter bool) Result {
	r := Result{Stored: s.Store()}
	r.Problem = s.problem
	switch to := s.at + by; {
	case to >= len(s.entries) && enter:
		r.Done = true
	case to >= 0 && to < len(s.entries):
		r.Cmd = s.Open(to)
	}
	return r
}

// Lines draws the sheet; the open entry is always in sight.
func (s *Sheet) Lines(width, height int) []string {
	s.width = width
	var lines []string
	first, last := 0, 0
	for i := range s.entries {
		if i == s.at {
			first = len(lines)
			lines = append(lines, s.opened(width, height)...)
			last = len(lines)
			continue
		}
		lines = append(lines, "  "+s.entries[i].closed(width-2))
	}
	if len(lines) <= height {
		s.offset = 0
		return lines
	}
	if last > s.offset+height {
		s.offset = last - height
	}
	s.offset = max(0, min(s.offset, first, len(lines)-height))
	return lines[s.offset : s.offset+height]
}

// closed is the entry in one line. Of a long label, the end gives way to what the
// entry holds.
func (e *Entry) closed(width int) string {
	held := ""
	switch {
	case e.Text != nil:
		held = ": " + e.Text.Preview()
	case e.Choice != nil:
		held = ": " + e.Choice.Preview()
	case e.Marks != nil:
		held = ": " + e.Marks.Preview()
	}
	held = terminal.Truncate(held, max(width-terminal.Width(e.Label), width/2))
	return terminal.Truncate(e.Label, width-terminal.Width(held)) + held
}

// opened draws the open entry into at most height lines.
func (s *Sheet) opened(width, height int) []string {
	e := &s.entries[s.at]
	label := []string{terminal.Truncate(e.Label, width-2)}
	if height > 6 && terminal.Width(e.Label) > width-2 {
		label = terminal.WrapLines(e.Label, width-2)
	}
	lines := []string{look.Accent.Render("> ") + look.Strong.Render(label[0])}
	for _, l := range label[1:] {
		lines = append(lines, "  "+look.Strong.Render(l))
	}
	if height > 6 && e.Help != "" {
		for _, l := range terminal.WrapLines(e.Help, width-2) {
			lines = append(lines, "  "+l)
		}
	}
	room := max(height-len(lines), 1)
	switch {
	case e.Text != nil:
		rows := 3
		if e.Text.oneLine && terminal.Width(e.Text.Content()) < width-boxMargin {
			rows = 1
		}
		lines = append(lines, e.Text.Box(width, min(rows, room))...)
	case e.Choice != nil:
		lines = append(lines, e.Choice.Lines(width, max(room, 2))...)
	case e.Marks != nil:
		lines = append(lines, e.Marks.Lines(width, room)...)
	}
	return lines[:min(len(lines), height)]
}
