package home

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dgca/cmd/internal/terminal"
)

// sample is a menu with a page of files, one of which is broken.
func sample() *Page {
	files := &Page{Title: "Show a result", Intro: "The newest first.", Entries: []Entry{
		{Title: "broken.yaml", Problem: "the file is empty"},
		{Title: "Ministry of \x1b[31mTrials", End: "2026-11-23, draft", Detail: "12 of 72 answered, a.yaml", Args: []string{"show", "a.yaml"}},
		{Title: "City", End: "2026-11-20, complete", Detail: "72 of 72 answered, b.yaml", Args: []string{"show", "b.yaml"}},
	}}
	return &Page{Title: "Capability", Corner: "dgca 1", Intro: "Folder: here", Entries: []Entry{
		{Title: "Start", Args: []string{"assess"}}, {Title: "Show", End: "3 files", Page: files}}}
}

var named = map[string]tea.KeyPressMsg{
	"<enter>": {Code: tea.KeyEnter}, "<esc>": {Code: tea.KeyEscape}, "<up>": {Code: tea.KeyUp}, "<down>": {Code: tea.KeyDown},
	"<end>": {Code: tea.KeyEnd}, "<ctrl+c>": {Code: 'c', Mod: tea.ModCtrl}, "<ctrl+l>": {Code: 'l', Mod: tea.ModCtrl},
}

// press types keys such as "2 <down> <enter>".
func press(m tea.Model, keys string) {
	for _, k := range strings.Fields(keys) {
		if msg, ok := named[k]; ok {
			m.Update(msg)
			continue
		}
		m.Update(tea.KeyPressMsg{Code: rune(k[0]), Text: k})
	}
}

func TestModel(t *testing.T) {
	for name, c := range map[string]struct {
		keys, args string
		end        error
		shows      string
	}{
		"nothing":          {"", "", nil, "> 1  Start"},
		"digit":            {"1", "assess", nil, ""},
		"enter":            {"<enter>", "assess", nil, ""},
		"arrows":           {"<down> <enter>", "", nil, "Show a result"},
		"first usable":     {"2", "", nil, "> 2  Ministry of Trials"},
		"file":             {"2 <down> <enter>", "show b.yaml", nil, ""},
		"file by digit":    {"2 2", "show a.yaml", nil, ""},
		"broken":           {"2 1", "", nil, "Cannot be chosen: the file is empty"},
		"broken by enter":  {"2 <up> <enter>", "", nil, "Cannot be chosen: the file is empty"},
		"broken has a -":   {"2", "", nil, "  -  broken.yaml"},
		"no such number":   {"2 9", "", nil, "There is no such number in the list."},
		"esc goes back":    {"2 <esc>", "", nil, "> 2  Show"},
		"0 goes back":      {"2 0", "", nil, "> 2  Show"},
		"last line":        {"2 <end> <enter>", "", nil, "> 2  Show"},
		"0 is no way out":  {"0", "", nil, "> 1  Start"},
		"q":                {"q", "", errLeave, ""},
		"q in a page":      {"2 q", "", errLeave, ""},
		"esc":              {"<esc>", "", errLeave, ""},
		"ctrl+c":           {"2 <ctrl+c>", "", errLeave, ""},
		"quit by its line": {"<end> <enter>", "", errLeave, ""},
		"up stops":         {"<up> <up> <enter>", "assess", nil, ""},
		"typed ahead":      {"2 3 1 q", "show b.yaml", nil, ""},
		"large is large":   {"<ctrl+l>", "", nil, "> 1  Start"},
	} {
		t.Run(name, func(t *testing.T) {
			m := newModel(sample(), 0, 80, 24)
			press(m, c.keys)
			args := ""
			if m.chosen != nil {
				args = strings.Join(m.chosen.Args, " ")
			}
			view := ansi.Strip(m.draw())
			if args != c.args || m.end != c.end || m.done != (c.args != "" || c.end != nil) || !strings.Contains(view, c.shows) {
				t.Errorf("chose %q, end %v, done %v; screen:\n%s", args, m.end, m.done, view)
			}
		})
	}
}

func TestSmall(t *testing.T) {
	m := newModel(sample(), 0, 49, 15)
	press(m, "1 <enter>")
	if m.done || !strings.Contains(m.draw(), "This window is too small: 49 x 15.") {
		t.Errorf("done %v: %s", m.done, m.draw())
	}
	press(m, "<ctrl+l>")
	if m.end != errToLines {
		t.Errorf("end %v", m.end)
	}
}

// The screen fits every size, and the cursor is always on it.
func TestSizes(t *testing.T) {
	long := &Page{Title: strings.Repeat("Title ", 30), Corner: "dgca 1", Intro: strings.Repeat("word ", 20)}
	for i := range 12 {
		long.Entries = append(long.Entries, Entry{Title: fmt.Sprint("File ", i, strings.Repeat(" long", i*3)), End: "2026-11-23, complete", Detail: strings.Repeat("detail ", i*3)})
	}
	for w := 20; w < 130; w += 15 {
		for h := 5; h < 45; h += 5 {
			m := newModel(long, 0, w, h)
			for step := range 26 {
				lines := strings.Split(m.draw(), "\n")
				if len(lines) > h {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
				for _, l := range lines {
					if ansi.StringWidth(l) > w {
						t.Fatalf("%dx%d: too wide: %q", w, h, l)
					}
				}
				if !m.tooSmall() && strings.Count(ansi.Strip(m.draw()), "\n > ") != 1 {
					t.Fatalf("%dx%d: the cursor is not seen:\n%s", w, h, m.draw())
				}
				if step < 13 {
					press(m, "<down>")
				} else {
					press(m, "<up>")
				}
			}
		}
	}
}

func TestPauser(t *testing.T) {
	for key, want := range map[string]error{"x": nil, "q": nil, "<enter>": nil, "<ctrl+c>": errLeave} {
		p := &pauser{}
		p.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		if p.done || !strings.Contains(p.View().Content, "Press any key") {
			t.Error("it does not wait")
		}
		if press(p, key); !p.done || p.end != want {
			t.Errorf("%s: done %v, end %v", key, p.done, p.end)
		}
	}
}

func TestLines(t *testing.T) {
	for name, c := range map[string]struct{ input, ran, says string }{
		"start":           {"1||q|", "assess", "1. Start"},
		"file":            {"2|2||q|", "show a.yaml", "2. Ministry of Trials. 2026-11-23, draft. 12 of 72 answered, a.yaml"},
		"two things":      {"2|3||1||q|", "show b.yaml; assess", "Press Enter for the menu"},
		"broken":          {"2|1|q|", "", "1. broken.yaml. Cannot be chosen: the file is empty"},
		"back":            {"2|0|1||q|", "assess", "0. Back"},
		"no such number":  {"7|x|0|q|", "", `"x" is not in the list. Nothing was done.`},
		"enter repeats":   {"2||q|", "", "Show a result"},
		"end of input":    {"", "", "Number, or q to quit: "},
		"end in a page":   {"2|", "", "Number, 0 for back, or q to quit: "},
		"end in a pause":  {"1|", "assess", ""},
		"quit in a pause": {"1|q|2|2|", "assess", ""},
	} {
		t.Run(name, func(t *testing.T) {
			streams, out, _ := terminal.Buffers(strings.ReplaceAll(c.input, "|", "\n"), nil)
			var ran []string
			err := Run(t.Context(), streams, Options{Load: sample, Run: func(_ context.Context, line bool, args []string) error {
				if !line {
					t.Error("the command is not told to ask by lines")
				}
				ran = append(ran, strings.Join(args, " "))
				return nil
			}})
			if got := strings.Join(ran, "; "); err != nil || got != c.ran {
				t.Errorf("ran %q: %v; output:\n%s", got, err, out)
			}
			if !strings.Contains(out.String(), c.says) || strings.Contains(out.String(), "\x1b") {
				t.Errorf("%q is not said, or an escape code is:\n%q", c.says, out)
			}
		})
	}
}

func TestRunEnds(t *testing.T) {
	broken := errors.New("broken")
	streams, _, _ := terminal.Buffers("1\n", nil)
	err := Run(t.Context(), streams, Options{Load: sample, Run: func(context.Context, bool, []string) error { return broken }})
	if !errors.Is(err, broken) {
		t.Errorf("the error of a command gives %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	streams, _, _ = terminal.Buffers("1\n", nil)
	if err := Run(ctx, streams, Options{Load: sample}); !errors.Is(err, ErrStopped) {
		t.Errorf("the end of the context gives %v", err)
	}
}
