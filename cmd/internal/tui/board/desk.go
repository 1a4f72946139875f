package board

import (
	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// desk is the task at the bottom: what is on the board.
type desk struct {
	b    *Board
	menu shell.Menu
}

func newDesk(b *Board) *desk {
	d := &desk{b: b}
	var entries []shell.Entry
	for i := range b.Items {
		it := &b.Items[i]
		entries = append(entries, shell.Entry{Name: it.Name, Do: func(sh *shell.Shell) tea.Cmd {
			if it.List != nil {
				sh.Push(&listScreen{b: b, list: it.List})
				return nil
			}
			said := it.Do()
			sh.Save()
			sh.Message = said
			return nil
		}})
	}
	entries = append(entries, shell.Entry{Name: "Save and leave", Do: func(sh *shell.Shell) tea.Cmd { return sh.Finish(func() {}, func() {}) }})
	d.menu = shell.NewMenu(-1, entries...)
	return d
}

// Assessment is none: the board keeps itself.
func (d *desk) Assessment() *assessment.Assessment { return nil }

// Save keeps everything.
func (d *desk) Save() { d.b.Save() }

func (d *desk) Title() string    { return "" }
func (d *desk) Progress() string { return d.b.Progress() }

func (d *desk) Header(width int) [2]string {
	return [2]string{look.Accent.Render(terminal.CleanLine(d.b.Name)), terminal.Truncate(d.b.Progress(), width)}
}

func (d *desk) Hints() []string {
	return []string{"digit choose", "up and down", "Enter choose", "F1 help", "Ctrl+C quit"}
}

func (d *desk) Key(sh *shell.Shell, k tea.KeyPressMsg) (tea.Cmd, bool) {
	if k.String() != "f1" {
		return nil, false
	}
	sh.Show(newHelp(d.b))
	return nil, true
}

func (d *desk) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd { return d.menu.Update(sh, msg) }

func (d *desk) Store() bool             { return false }
func (d *desk) Leave(*shell.Shell) bool { return false }

func (d *desk) Lines(_ *shell.Shell, width, height int) []string {
	for i := range d.b.Items {
		if text := d.b.Items[i].Text; text != nil {
			d.menu.SetText(i, text())
		}
	}
	lines := append(terminal.WrapLines(d.b.Intro, width), "")
	return append(lines, d.menu.Lines(width, height-len(lines))...)
}

func newHelp(b *Board) *shell.Page {
	help := &shell.Page{Name: "Help", Keys: []string{"up and down scroll", "PgDn more", "Enter close", "Ctrl+C quit"}}
	help.Parts = append(help.Parts, shell.Part{Text: []string{b.Intro}})
	var lists []string
	for _, it := range b.Items {
		if it.List != nil && it.List.Hint != "" {
			lists = append(lists, it.Name+": "+it.List.Hint)
		}
	}
	help.Parts = append(help.Parts, shell.Part{Heading: "What is what", List: true, Text: lists},
		shell.Part{Heading: "Keys", List: true, Text: []string{
			"In a list: n begins a new entry, Enter opens one, Del takes one out, Esc goes back.",
			"In an entry: a digit chooses; Enter, Tab and Shift+Tab move between fields; Esc closes it.",
			"Every change is saved at once. Ctrl+C quits; it asks first.",
		}})
	return help
}
