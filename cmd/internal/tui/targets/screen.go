package targets

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// Screen is the list of dimensions with their targets.
type Screen struct {
	book   Book
	dims   []assessment.DimensionScore
	at     shell.Rows
	reason *field.Sheet // not nil: the reason of the target under the cursor is typed
}

// NewScreen makes the list.
func NewScreen(b Book) *Screen { return &Screen{book: b, dims: asked(b)} }

// Title is in the header.
func (s *Screen) Title() string { return "Targets" }

// Hints are the keys.
func (s *Screen) Hints() []string {
	if s.reason != nil {
		return []string{"Enter done", "Esc done"}
	}
	return []string{fmt.Sprintf("1-%d target", s.book.Assessment().Asked.Levels()), "left/right months", "Del default", "Tab reason", "Esc close"}
}

// Refresh closes what is being typed, because the targets have changed under it.
func (s *Screen) Refresh() bool {
	s.reason = nil
	return true
}

// Store records the reason that is being typed.
func (s *Screen) Store() bool { return s.reason != nil && s.reason.Store() }

// Update obeys one key.
func (s *Screen) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if s.reason != nil {
		return s.typeReason(sh, msg)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	id := s.dims[s.at.Cursor].ID
	switch key := k.String(); {
	case key == "esc", key == "enter" && s.at.Cursor == len(s.dims)-1:
		sh.Pop()
	case key == "enter":
		s.at.Cursor++
	case s.at.Move(key, len(s.dims)):
	case key == "0", key == "delete", key == "backspace":
		s.book.ClearTarget(id)
		sh.Save()
	case shell.IsDigit(key):
		s.change(sh, id, func(t *assessment.DimensionTarget) { t.Level = assessment.Level(key[0] - '0') })
		if d := &s.dims[s.at.Cursor]; sh.Message == "" && d.Shown() && assessment.Tenths(10*(key[0]-'0')) < d.LevelShown() {
			sh.Message = fmt.Sprintf("This target is below the level of now, %s.", d.LevelShown())
		}
	case key == "left":
		s.horizon(sh, id, -1)
	case key == "right":
		s.horizon(sh, id, 1)
	case key == "tab":
		return s.openReason(id)
	}
	return nil
}

func (s *Screen) change(sh *shell.Shell, id assessment.DimensionID, change func(*assessment.DimensionTarget)) {
	s.keep(sh, set(s.book, id, change))
}

// keep saves what was recorded, or says why nothing was.
func (s *Screen) keep(sh *shell.Shell, err error) {
	if err != nil {
		sh.Message = "Nothing was recorded: " + terminal.CleanLine(err.Error()) + "."
		return
	}
	sh.Save()
}

// horizon moves to the next usual number of months.
func (s *Screen) horizon(sh *shell.Shell, id assessment.DimensionID, by int) {
	s.change(sh, id, func(t *assessment.DimensionTarget) {
		usual := months(t.Months)
		t.Months = usual[max(0, min(slices.Index(usual, t.Months)+by, len(usual)-1))]
	})
}

func (s *Screen) openReason(id assessment.DimensionID) tea.Cmd {
	t, _ := s.book.Target(id)
	s.reason = field.NewSheet(field.Entry{Label: "Why this target?", Text: field.NewLine("reason", t.Reason), Set: func(text string) error {
		return set(s.book, id, func(t *assessment.DimensionTarget) { t.Reason = text })
	}})
	return s.reason.Open(0)
}

func (s *Screen) typeReason(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "enter", "tab", "up", "down":
			if s.reason.Store() {
				sh.Save()
			}
			s.reason = nil
			return nil
		}
	}
	r := s.reason.Update(msg)
	if r.Typed {
		return tea.Batch(r.Cmd, sh.Typed())
	}
	return r.Cmd
}

// Lines draws the list.
func (s *Screen) Lines(_ *shell.Shell, width, height int) []string {
	lines := terminal.WrapLines(about+" Without a choice the default stands: "+Default(s.book)+".", width)
	if height < 14 {
		lines = terminal.WrapLines("Optional. The default is "+Default(s.book)+".", width)
	}
	lines = append(lines, "", "  "+look.Ends("", columns("now", "target", "months", ""), width-2))
	below := 0
	if s.reason != nil {
		below = 3
	}
	lines = append(lines, s.at.Lines(len(s.dims), max(height-len(lines)-below, 1), func(i int, cursor bool) string {
		d := &s.dims[i]
		t, chosen := s.book.Target(d.ID)
		mark := "default"
		if chosen {
			mark = "chosen"
		}
		return shell.Row(title(d), columns(now(d), fmt.Sprint(t.Level), fmt.Sprint(t.Months), mark), width, cursor)
	})...)
	t, _ := s.book.Target(s.dims[s.at.Cursor].ID)
	switch {
	case s.reason != nil:
		lines = append(append(lines, ""), s.reason.Lines(width, 2)...)
	case t.Reason != "" && len(lines)+1 < height:
		lines = append(lines, "", terminal.Truncate("Reason: "+terminal.CleanLine(t.Reason), width))
	}
	return lines
}

func columns(now, target, months, mark string) string {
	return fmt.Sprintf("%4s  %6s  %6s  %-7s", now, target, months, mark)
}
