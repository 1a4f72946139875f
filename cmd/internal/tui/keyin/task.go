package keyin

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// First is the first entry of a sheet that is keyed in a second time.
type First struct{ Session *assessment.Session }

// task is the sheet that is keyed in.
type task struct {
	opts  Options
	k     *paper.Keying
	code  string // what was typed of a page code
	check *check // not nil: two entries are compared
	end   shell.Menu
	next  bool
	found int // differences between two entries
	// compared is set when the two entries were compared.
	compared bool
}

func newTask(opts Options) *task {
	t := &task{opts: opts, k: opts.Keying}
	t.end = t.endMenu()
	return t
}

// endMenu is what can be done when every page was keyed in.
func (t *task) endMenu() shell.Menu {
	finish := func(next bool) func(*shell.Shell) tea.Cmd {
		return func(sh *shell.Shell) tea.Cmd {
			t.next = next
			s := t.first()
			return sh.Finish(s.Finish, s.Reopen)
		}
	}
	var entries []shell.Entry
	if t.opts.More {
		entries = append(entries, shell.Entry{Name: "Finish this sheet, and key in the next one", Do: finish(true)})
	}
	entries = append(entries,
		shell.Entry{Name: "Finish this sheet, and leave", Do: finish(false)},
		shell.Entry{Name: "Look at a page again", Text: "To correct what was keyed.", Do: func(sh *shell.Shell) tea.Cmd { t.lookAgain(sh); return nil }})
	return shell.NewMenu(-1, entries...).Careful()
}

// lookAgain opens a page again, by its code or, without codes, the only one.
func (t *task) lookAgain(sh *shell.Shell) {
	if t.k.Codes() {
		t.k.AskCode()
		return
	}
	t.k.OpenPage(1)
}

// first is the session that is saved.
func (t *task) first() *assessment.Session {
	if t.opts.First != nil {
		return t.opts.First.Session
	}
	return t.k.Session()
}

func (t *task) ended(out saving.Outcome) Outcome {
	return Outcome{Outcome: out, Next: out.Finished && t.next, Differences: t.found}
}

// Assessment is what is saved.
func (t *task) Assessment() *assessment.Assessment { return t.first().Assessment() }

// Title is in the header.
func (t *task) Title() string { return "" }

// Header names the sheet and its page.
func (t *task) Header(width int) [2]string {
	name := fmt.Sprintf("Key in: sheet %s", terminal.CleanLine(t.opts.Sheet))
	if t.opts.First != nil {
		name = fmt.Sprintf("Second entry: sheet %s", terminal.CleanLine(t.opts.Sheet))
	}
	p := t.k.Session().Progress()
	page, of := t.k.Page()
	where := ""
	if t.k.Codes() && page > 0 {
		where = fmt.Sprintf("Page %d of %d  ", page, of)
	}
	done := fmt.Sprintf("  %d of %d", p.Done(), p.Total)
	bar := look.Bar(p.Done(), p.Total, max(width-len(where)-len(done), 10))
	return [2]string{look.Accent.Render(name), terminal.Truncate(where+bar+done, width)}
}

// Progress says how far the sheet is keyed in.
func (t *task) Progress() string {
	if t.opts.First != nil {
		return "The second entry is compared at the end. Whoever leaves before begins it again; the first entry stays as it is."
	}
	return progress(t.k)
}

// Hints are the keys.
func (t *task) Hints() []string {
	switch {
	case t.check != nil:
		return []string{"digit key it", "Esc back", "F1 help", "Ctrl+C quit"}
	case t.k.Stage() == paper.WantsCode:
		return []string{"Enter take it", "PgUp back", "F1 help", "Ctrl+C quit"}
	case t.k.Stage() == paper.WantsReason:
		return []string{"digit choose", "t type a reason", "Esc back", "Ctrl+C quit"}
	case t.k.Stage() == paper.AllKeyed:
		return []string{"digit move", "Enter choose", "PgUp back", "Ctrl+C quit"}
	}
	return []string{"digit key it", "Enter nothing marked", "up and down", "Del take out", "e evidence", "g other page", "F1 help", "Ctrl+C quit"}
}

// Key obeys the keys that work everywhere.
func (t *task) Key(sh *shell.Shell, k tea.KeyPressMsg) (tea.Cmd, bool) {
	if k.String() != "f1" {
		return nil, false
	}
	sh.Show(newHelp())
	return nil, true
}

// Store has nothing of its own: every digit is recorded at once.
func (t *task) Store() bool { return false }

// Leave has nothing of its own.
func (t *task) Leave(*shell.Shell) bool { return false }

// Update obeys one key.
func (t *task) Update(sh *shell.Shell, msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case t.check != nil:
		t.check.update(sh, t, k.String())
	case t.k.Stage() == paper.WantsCode:
		t.codeKey(sh, k.String())
	case t.k.Stage() == paper.AllKeyed:
		if key := k.String(); key == "pgup" || key == "backspace" {
			t.k.Back()
			return nil
		}
		return t.end.Update(sh, msg)
	case t.k.Stage() == paper.WantsReason:
		t.reasonKey(sh, k.String())
	default:
		return t.answerKey(sh, k.String())
	}
	return nil
}

// longestCode is more than a page code with its hyphens and spaces.
const longestCode = 15

func (t *task) codeKey(sh *shell.Shell, key string) {
	switch {
	case key == "enter":
		t.enterCode(sh)
	case key == "backspace" && t.code != "":
		t.code = t.code[:len(t.code)-1]
	case key == "backspace", key == "pgup", key == "up":
		t.code = ""
		t.k.Back()
	case key == "esc":
		t.code = ""
	case (shell.IsDigit(key) || key == "-" || key == "space") && len(t.code) < longestCode:
		if key == "space" {
			key = " "
		}
		t.code += key
	}
}

func (t *task) enterCode(sh *shell.Shell) {
	if t.code == "" {
		if !t.k.Resume() {
			sh.Message = "Type the code at the foot of the page."
		}
		return
	}
	err := t.k.EnterCode(t.code)
	t.code = ""
	if err != nil {
		sh.Message = sentence(err)
	}
}

func (t *task) answerKey(sh *shell.Shell, key string) tea.Cmd {
	switch key {
	case "enter":
		t.k.Skip()
		t.compare(sh)
	case "up", "shift+tab":
		t.k.Move(-1)
	case "down", "tab":
		t.k.Move(1)
	case "pgup", "backspace":
		t.k.Back()
	case "delete":
		if err := t.k.Clear(); err != nil {
			sh.Message = sentence(err)
		}
		sh.Save()
	case "e":
		return t.openEvidence(sh)
	case "g":
		t.k.AskCode()
	case "esc":
		t.k.Resume()
	default:
		if shell.IsDigit(key) {
			t.digit(sh, key)
		}
	}
	return nil
}

func (t *task) digit(sh *shell.Shell, key string) {
	if err := t.k.Digit(int(key[0] - '0')); err != nil {
		sh.Message = sentence(err)
		return
	}
	sh.Save()
	t.compare(sh)
}

func (t *task) reasonKey(sh *shell.Shell, key string) {
	switch {
	case shell.IsDigit(key):
		t.digit(sh, key)
	case key == "t", key == "enter":
		sh.Push(newReason(t, t.k.ReasonText))
	case key == "esc", key == "backspace", key == "pgup":
		t.k.Back()
	}
}

// compare looks at the differences when the second entry is complete.
func (t *task) compare(sh *shell.Shell) {
	if t.opts.First == nil || t.compared || t.k.Stage() != paper.AllKeyed {
		return
	}
	t.compared = true
	if d := paper.Differences(t.first(), t.k.Session()); len(d) > 0 {
		t.check = &check{diffs: d}
		t.found = len(d)
		sh.Message = fmt.Sprintf("The two entries differ at %s.", look.Count(len(d), "statement", "statements"))
	}
}
