package interview

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dgca/assessment"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// TestKeys types keys and looks at what is recorded.
func TestKeys(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"quick":                         {"3<enter><enter>4<enter><enter>", "LEA-01=3; LEA-02=4"},
		"enter too often":               {"3<enter><enter><enter><enter><enter>", "LEA-01=3"},
		"page down straight on":         {"2<pgdown>5<pgdown>", "LEA-01=2; LEA-02=5"},
		"cursor alone records nothing":  {"<down><down><up><pgdown><down><ctrl+g>3<enter>", ""},
		"cursor and enter":              {"<down><down><enter>", "LEA-01=2"},
		"cursor and space":              {"<down><space>", "LEA-01=1"},
		"texts":                         {"3Decree 12<enter>as agreed<enter>4", "LEA-01=3 ev:Decree 12 com:as agreed; LEA-02=4"},
		"letters of commands in a text": {"3d n q ? 0 9 j<enter><enter>", "LEA-01=3 ev:d n q ? 0 9 j"},
		"two lines":                     {"3one<ctrl+j>two<enter><enter>", "LEA-01=3 ev:one\ntwo"},
		"don't know":                    {"0ask finance<enter>", "LEA-01=dk com:ask finance"},
		"d moves, enter chooses":        {"d<enter>", "LEA-01=dk"},
		"d alone records nothing":       {"dnDN<pgdown>", ""},
		"not applicable, suggested":     {"91<enter>2", "LEA-01=na why:Decided above us: by law another body plans for us.; LEA-02=2"},
		"not applicable, own words":     {"93not ours<enter><enter>", "LEA-01=na why:not ours"},
		"not applicable, no list":       {"<pgdown>9not ours<enter>", "LEA-02=na why:not ours"},
		"not applicable, no reason":     {"<pgdown>9<enter><enter>  <enter>", ""},
		"not applicable, only a digit":  {"<pgdown>91<enter><backspace>not ours<enter>", "LEA-02=na why:not ours"},
		"not applicable, taken back":    {"9<esc>2", "LEA-01=2"},
		"reason begun, then left": {"<pgdown>9half a rea<pgdown>4",
			"LEA-02= com:Reason for not applicable, not confirmed: half a rea; LEA-03=4"},
		"reason begun, then Esc":        {"<pgdown>9half<esc>3", "LEA-02=3 com:Reason for not applicable, not confirmed: half"},
		"changed answer":                {"3Decree<enter><enter><pgup>2", "LEA-01=2 ev:Decree"},
		"kept answer":                   {"3<enter><enter><pgup><enter><enter><enter>4", "LEA-01=3; LEA-02=4"},
		"confidence":                    {"3<tab><tab>3", "LEA-01=3 conf:high"},
		"no confidence without a level": {"0<tab>2", "LEA-01=2"},
		"mark":                          {"3<f2>", "LEA-01=3 marked"},
		"mark without an answer":        {"<f2>", "LEA-01= marked"},
		"mark taken back":               {"3<f2><f2>", "LEA-01=3"},
		"mark by the other key":         {"3half<ctrl+l><enter>", "LEA-01=3 ev:half marked"},
		"unknown digits":                {"678", ""},
		"jump by number":                {"<ctrl+g>5<enter>2", "STR-01=2"},
		"jump by code":                  {"<ctrl+g>str-03<enter>4", "STR-03=4"},
		"jump with a choice":            {"<ctrl+g>strategy<down><enter>4", "STR-02=4"},
		"jump to nothing":               {"<ctrl+g>zzz<enter><esc>4", "LEA-01=4"},
		"review":                        {"3<enter><enter>0<enter>4<ctrl+r><home><enter>5", "LEA-01=3; LEA-02=5; LEA-03=4"},
		"overview":                      {"<ctrl+o><down><enter>1", "STR-01=1"},
		"help":                          {"?3<esc>4<f1><enter>text<enter>", "LEA-01=4 ev:text"},
		"quit, go on":                   {"3<ctrl+c><esc>text<enter>", "LEA-01=3 ev:text"},
		"text kept at quit":             {"3half<ctrl+c>1", "LEA-01=3 ev:half"},
		"clipboard key":                 {"3<ctrl+v>x<enter>", "LEA-01=3 ev:x"},
	} {
		t.Run(name, func(t *testing.T) {
			newDriver(t, sample(2), 80, 24, false).press(c.keys).wants(c.want)
		})
	}
}

func TestTypeAheadThroughOpenings(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, true)
	d.shows("Before you start")
	for i := range 8 {
		d.press(fmt.Sprintf("%d<enter><enter>", i%5+1))
	}
	d.wants("LEA-01=1; LEA-02=2; LEA-03=3; LEA-04=4; STR-01=5; STR-02=1; STR-03=2; STR-04=3")
	d.shows("Strategy: notes").press("<enter>").shows("The end of the statements").press("3")
	if d.Ended || d.m.s.Assessment().State != assessment.Draft {
		t.Fatal("a digit typed ahead finished the assessment")
	}
	d.shows("All 8 statements answered.", "enough answers")
	d.press("2<enter>")
	if !d.Ended || !d.Shell.Outcome().Finished || d.Saver.Last().State != assessment.Complete {
		t.Fatalf("not finished:\n%s", d.Screen())
	}
}

func TestOpeningPages(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, true)
	d.shows("Before you start", "How to choose a level", "8 statements about Ministry of Trials").press("<enter>")
	d.shows("Leadership", "4 statements, about", "How it works", "Where it is strong").press("<enter>")
	d.shows("Statement 1 of 8", "dimension 1 of 2", "( ) 1  Absent").press("<pgdown><pgdown><pgdown><pgdown>")
	d.shows("Strategy", "How it works").seen().press("<pgdown>").shows("STR-01").press("<pgup><pgdown>").shows("STR-01")
}

// seen lets the time pass that a person needs to see a page between statements.
func (d *driver) seen() *driver {
	switch p := d.Shell.Top().(type) {
	case *shell.Page:
		p.Ahead = shell.Ahead{}
	case *closingScreen:
		p.ahead = shell.Ahead{}
	}
	return d
}

func TestHelpOnAnOpeningPage(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, true)
	d.press("<f1>").shows("Help").press("<ctrl+o>").shows("Overview").press("<esc>").shows("Before you start").press("<enter>").shows("How it works")
}

// TestSkippingAhead leaves statements open without looking: the opening page of
// a dimension swallows no key.
func TestSkippingAhead(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, true)
	d.press("1<pgdown><pgdown>3<pgdown><pgdown><pgdown>2<pgdown>3")
	d.wants("LEA-01=1; LEA-03=3; STR-02=2; STR-03=3")
}

func TestResumed(t *testing.T) {
	q := sample(2)
	s := start(t, q)
	s.Choose(3, "")
	d := newDriver(t, q, 80, 24, true)
	d.open(Options{Session: open(t, q, s.Assessment())}, 80, 24)
	d.shows("Resumed at statement 2; 1 answered.", "LEA-02", "1 answered, 7 left")
}

func TestPaste(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, false)
	d.Send(tea.PasteMsg{Content: "3\r4\r5"})
	d.wants("")
	d.press("3")
	d.Send(tea.PasteMsg{Content: "one\x1b[31m\r\ntwo\u202e"})
	d.press("<enter>").wants("LEA-01=3 ev:one\ntwo")
	d.press("<enter>4")
	d.Send(tea.PasteMsg{Content: strings.Repeat("line\n", 150) + "last"})
	d.press("<enter>")
	if got := d.m.s.Assessment().Answer("LEA-02").Evidence; strings.Count(got, "line") != 150 || !strings.Contains(got, "last") {
		t.Fatalf("a long paste was cut: %d lines", strings.Count(got, "line"))
	}
}

func TestLongTextIsNotCut(t *testing.T) {
	q := sample(1)
	s := start(t, q)
	long := strings.TrimSuffix(strings.Repeat("line\n", 200), "\n")
	s.Choose(3, "")
	s.SetEvidence(long)
	s.Jump(0)
	d := newDriver(t, q, 80, 24, false)
	d.open(Options{Session: s, NoIntro: true}, 80, 24)
	d.press("<tab>x<pgdown><pgup><tab>y<enter>")
	if got := d.m.s.Assessment().Answer("LEA-01"); got.Evidence != long || got.Comment != "xy" && got.Comment != "yx" {
		t.Fatalf("evidence has %d lines, comment %q", strings.Count(got.Evidence, "\n")+1, got.Comment)
	}
}

func TestIdleSavesText(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false).press("3half a sent")
	if got := d.Saver.Last().Answer("LEA-01").Evidence; got != "" {
		t.Fatalf("saved too early: %q", got)
	}
	d.Shell.Pause()
	if got := d.Saver.Last().Answer("LEA-01").Evidence; got != "half a sent" {
		t.Fatalf("after a pause %q is saved", got)
	}
}

func TestSignalKeepsText(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"evidence": {"3half", "LEA-01=3 ev:half"},
		"comment":  {"3<enter>half", "LEA-01=3 com:half"},
		"reason":   {"93half", "LEA-01= com:Reason for not applicable, not confirmed: half"},
		"below":    {"3half<ctrl+g>x", "LEA-01=3 ev:half"},
	} {
		d := newDriver(t, sample(1), 80, 24, false).press(c.keys)
		d.Shell.Stop(15)
		if _, err := d.Shell.End(); !errors.As(err, new(*saving.SignalError)) {
			t.Errorf("%s: %v", name, err)
		}
		if got := describe(d.Saver.Last().Answers); got != c.want {
			t.Errorf("%s: saved %q, want %q", name, got, c.want)
		}
	}
}

func TestNotSaved(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false)
	d.Saver.Fail(errors.New("no space left on device"))
	d.press("3").shows("NOT SAVED: no space left on device").lacks("Saved ")
	d.press("<ctrl+s>").lacks("saved at once")
	d.press("<ctrl+c>1").shows("The last changes are NOT saved", "Try again").lacks("another file")
	if d.Ended {
		t.Fatal("left although nothing is saved")
	}
	d.press("<enter>").shows("Nothing is chosen yet").press("1").shows("NOT saved")
	d.Saver.Fail(nil)
	d.press("1")
	if !d.Ended || describe(d.Saver.Last().Answers) != "LEA-01=3" {
		t.Fatalf("after the disk is back: quit %v", d.Ended)
	}
}

func TestSaveElsewhere(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false)
	d.open(Options{Session: d.m.s, NoIntro: true, Options: shell.Options{SaveAs: func(path string) error {
		if path != "new.yaml" {
			return errors.New("cannot write " + path)
		}
		d.Saver.Fail(nil)
		return nil
	}}}, 80, 24)
	d.Saver.Fail(errors.New("read-only"))
	d.press("3<ctrl+c><enter>2").shows("Save to this file:", "result.yaml")
	d.press("<enter>").shows("cannot write result.yaml")
	d.press(strings.Repeat("<backspace>", 20) + "new.yaml<enter>")
	if !d.Ended || describe(d.Saver.Last().Answers) != "LEA-01=3" {
		t.Fatalf("not saved elsewhere:\n%s", d.Screen())
	}
}

// full is an error of a save that knows what to do.
type full struct{}

func (full) Error() string { return "result.yaml: not saved: the disk is full" }
func (full) Hint() string  { return "free some space" }

// TestRemedy looks for the advice on the page of a failed save.
func TestRemedy(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false)
	d.Saver.Fail(full{})
	d.press("3<ctrl+c>1").shows("NOT saved. result.yaml: the disk is full", "What to do: free some space.")
	d.lacks("Tried again").press("1").shows("Tried again", "NOT saved.")
}

// changed is an error of a save that trying again cannot mend.
type changed struct{}

func (changed) Error() string   { return "result.yaml was changed by somebody else" }
func (changed) Permanent() bool { return true }

// TestChangedFile: somebody else changed the file. It is said at once, and no key
// that is typed meanwhile leaves without the answers.
func TestChangedFile(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false)
	moved := ""
	d.open(Options{Session: d.m.s, NoIntro: true, Options: shell.Options{Elsewhere: func() string { return "result-2.yaml" },
		SaveAs: func(path string) error { moved = path; d.Saver.Fail(nil); return nil }}}, 80, 24)
	d.Saver.Fail(changed{})
	d.press("3")
	d.Shell.Poll()
	d.shows("NOT SAVED", "was changed by somebody else", "Save to another file").lacks("Try again").press("3Decree").lacks("Decree")
	if d.Ended {
		t.Fatal("left without the answers")
	}
	d.press("<esc>").shows("Evidence, expected").press("Decree 12")
	d.Shell.Poll()
	d.shows("| Decree 12").press("<ctrl+c>1").shows("Save to another file").press("<ctrl+c>").shows("Choose what to do first.")
	d.press("1<enter>").shows("result-2.yaml").press("<enter>")
	if !d.Ended || moved != "result-2.yaml" || describe(d.Saver.Last().Answers) != "LEA-01=3 ev:Decree 12" {
		t.Fatalf("moved to %q:\n%s", moved, d.Screen())
	}
}

// TestUnsavedAtSignal: the disk is full when a signal comes. Nothing says that
// the answers are saved.
func TestUnsavedAtSignal(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false)
	d.Saver.Fail(errors.New("the disk is full"))
	d.press("3half")
	d.Shell.Stop(15)
	_, err := d.Shell.End()
	if !errors.As(err, new(*saving.SignalError)) || strings.Contains(err.Error(), "everything entered so far is saved") || !strings.Contains(err.Error(), "NOT saved") {
		t.Errorf("%v", err)
	}
}

// TestNotesTwice asks for the notes while they are open: there is one page of
// them, which holds what was typed.
func TestNotesTwice(t *testing.T) {
	d := newDriver(t, sample(2), 80, 24, false).press("3<ctrl+n><tab><tab>one<ctrl+n>-two<ctrl+r><ctrl+n><tab>more<pgup>")
	d.shows("LEA-01")
	if got := strings.Join(d.m.s.Note("leadership").Improvements, "|"); got != "one-two|more" {
		t.Errorf("noted %q", got)
	}
}

// TestResumeAtTheEnd opens an interview in which nothing is open.
func TestResumeAtTheEnd(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false).press("3<pgdown>3<pgdown>3<pgdown>3")
	d.m.s.Finish()
	d.open(Options{Session: open(t, d.m.s.Questionnaire(), d.m.s.Assessment())}, 80, 24)
	d.shows("Resumed. All 4 statements have an answer.", "The end of the statements", "The state is complete. An answer that you change now is noted")
	d.press("<ctrl+r>").shows("Nothing is open.").press("<enter>").shows("The end of the statements").press("<ctrl+o>1").shows("LEA-01")
}

func TestLeaveUnsaved(t *testing.T) {
	d := newDriver(t, sample(1), 80, 24, false)
	d.Saver.Fail(errors.New("read-only"))
	d.press("3<ctrl+c>13")
	out, err := d.Shell.End()
	if !d.Ended || out.Finished || !errors.As(err, new(*saving.SaveError)) {
		t.Fatalf("quit %v, %+v, %v", d.Ended, out, err)
	}
}

func TestHostileTexts(t *testing.T) {
	q := sample(1)
	st := &q.Dimensions[0].Elements[0].Statements[0]
	st.Text.Common = "A \x1b[2Jtext \u202ewith\a marks"
	st.Anchors[1] = "\x1b]0;title\aanchor"
	q.Scale[0].Name, q.Dimensions[0].Title = "Ab\x1b[31msent", "Lead\x9bership"
	d := newDriver(t, q, 80, 24, true)
	for _, keys := range []string{"", "<enter>", "<enter>", "1", "<f1>", "<enter><ctrl+r>", "<esc><ctrl+g>text"} {
		if s := ansi.Strip(d.press(keys).Shell.Screen()); strings.ContainsAny(s, "\x1b\a\u202e\u009b") {
			t.Fatalf("after %q: %q", keys, s)
		}
	}
}

// TestSizes looks at every screen in many sizes: never more lines or columns
// than there are.
func TestSizes(t *testing.T) {
	for _, at := range []string{"", "<enter>", "<enter><enter>", "3", "3x<enter>", "3<tab><tab>", "9", "93", "<f1>", "<ctrl+g>plan", "<ctrl+r>", "<ctrl+o>", "<ctrl+c>",
		"<ctrl+g>8<enter><pgdown>", "<ctrl+n>", "<ctrl+n><tab>", "<ctrl+n><tab><tab>word", "<down><down><down><down><down>"} {
		d := newDriver(t, sample(2), 80, 24, true)
		if !strings.HasPrefix(at, "<enter>") && at != "" {
			d.press("<enter><enter>")
		}
		d.press(at)
		d.FitsAll(at)
	}
}

// TestRandomKeys types random keys. An answer is recorded only by a digit,
// Enter or Space on the list of that statement, and nothing ever breaks.
func TestRandomKeys(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(20, 26))
	pool := []string{"0", "1", "3", "5", "7", "9", "<enter>", "<enter>", "<space>", "<up>", "<down>", "<pgup>", "<pgdown>", "<tab>", "<shift+tab>", "<esc>", "<f1>",
		"<ctrl+g>", "<ctrl+r>", "<ctrl+o>", "<ctrl+l>", "<ctrl+s>", "<ctrl+j>", "<ctrl+c>", "a", "d", "n", "q", "?", "j", "<home>", "<end>", "<backspace>", "<left>", "<ctrl+v>"}
	for run := range 300 {
		d := newDriver(t, sample(2), 60+run%40, 15+run%20, run%2 == 0)
		var typed strings.Builder
		for n := range 40 {
			key := pool[random.IntN(len(pool))]
			typed.WriteString(key)
			before := choices(d)
			at, listed := d.m.s.Current().Statement.ID, d.answering()
			d.press(key)
			if n%8 == 0 {
				d.Shell.Screen()
			}
			for id, c := range choices(d) {
				if before[id] == c {
					continue
				}
				if id != at || !listed || !strings.ContainsAny(key, "0123459") && key != "<enter>" && key != "<space>" {
					t.Fatalf("%q recorded %s = %v on:\n%s", typed.String(), id, c, d.Screen())
				}
			}
			if d.Ended {
				break
			}
		}
	}
}

// answering reports whether a list can take an answer, perhaps behind an
// opening page, or the reason for "not applicable" is being given.
func (d *driver) answering() bool {
	if p, ok := d.Shell.Top().(*shell.Page); d.Shell.Top() != nil && (!ok || !p.Opening) {
		return false
	}
	return d.m.page.reason != nil || d.m.page.focused() == levelField
}

func choices(d *driver) map[assessment.StatementID]assessment.Choice {
	out := map[assessment.StatementID]assessment.Choice{}
	for _, a := range d.m.s.Assessment().Answers {
		if a.Choice != assessment.Unanswered {
			out[a.Statement] = a.Choice
		}
	}
	return out
}

// TestGolden compares whole screens.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, keys    string
		width, height int
	}{
		{"rules-80x24", "", 80, 24},
		{"opening-80x24", "<enter>", 80, 24},
		{"list-80x24", "<enter><enter><down><down>", 80, 24},
		{"list-60x20", "<enter><enter><down><down>", 60, 20},
		{"list-50x15", "<enter><enter><down><down><down><down>", 50, 15},
		{"small-40x10", "", 40, 10},
		{"evidence-80x24", "<enter><enter>3", 80, 24},
		{"evidence-60x20", "<enter><enter>3", 60, 20},
		{"reason-60x20", "<enter><enter>9", 60, 20},
		{"own-reason-60x20", "<enter><enter>93", 60, 20},
		{"confidence-60x20", "<enter><enter>4<tab><tab>", 60, 20},
		{"answered-80x24", "<enter><enter>4Decree<enter>As seen<enter><pgup>", 80, 24},
		{"help-80x24", "<enter><enter><f1>", 80, 24},
		{"jump-60x20", "<enter><enter><ctrl+g>plan", 60, 20},
		{"review-60x20", "<enter><enter>0<enter>3<ctrl+l><ctrl+r>", 60, 20},
		{"overview-60x20", "<enter><enter>3<ctrl+o>", 60, 20},
		{"presenter-80x24", "", 80, 24},
		{"presenter-60x20", "", 60, 20},
		{"presenter-why-80x24", "<space>3As agreed", 80, 24},
		{"quit-60x20", "<enter><enter>3<ctrl+c>", 60, 20},
		{"closing-80x24", "<enter><enter>3<pgdown>3<pgdown>3<pgdown>0<pgdown>", 80, 24},
		{"closing-60x20", "<enter><enter>3<pgdown>3<pgdown>3<pgdown>0<pgdown><tab>2Train the leaders<enter><enter><enter>A register", 60, 20},
		{"closing-50x15", "<enter><enter>3<pgdown>3<pgdown>3<pgdown>0<pgdown><tab><tab><tab><tab><tab><tab>What was done", 50, 15},
		{"finish-80x24", "<enter><enter>3<pgdown>3<pgdown>3<pgdown>0<pgdown><ctrl+g>8<enter><pgdown>", 80, 24},
		{"finish-60x20", "<enter><enter>3<pgdown>3<pgdown>3<pgdown>0<pgdown><ctrl+g>8<enter><pgdown>", 60, 20},
	} {
		d := newDriver(t, sample(2), c.width, c.height, true)
		if strings.HasPrefix(c.name, "presenter") {
			d = newPresenter(t, c.width, c.height)
		}
		got := d.press(c.keys).Screen() + "\n"
		file := filepath.Join("testdata", c.name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
			t.Errorf("%s has changed (go test -update writes it anew):\n%s", c.name, got)
		}
	}
}

// The benchmarks are of a questionnaire with 500 statements, all answered.

func newLong(b *testing.B) *driver {
	d := newDriver(b, sample(125), 80, 24, false)
	for i := range d.m.s.Items() {
		d.m.s.Jump(i)
		if err := d.m.s.Choose(assessment.Choice(i%5+1), ""); err != nil {
			b.Fatal(err)
		}
	}
	d.m.goTo(d.Shell, 0)
	return d
}

func BenchmarkKey(b *testing.B) {
	d := newLong(b)
	d.press("3")
	i := 0
	for b.Loop() {
		d.press(string(rune('a' + i%26)))
		d.Shell.Screen()
		if i++; i%60 == 0 {
			d.press("<enter>")
		}
	}
}

func BenchmarkAnswer(b *testing.B) {
	d := newLong(b)
	i := 0
	for b.Loop() {
		d.press(string(rune('1'+i%5)) + "<tab><tab><tab>")
		d.Shell.Screen()
		i++
	}
}

func BenchmarkOpenStatement(b *testing.B) {
	d := newLong(b)
	i := 0
	for b.Loop() {
		d.m.goTo(d.Shell, i%500)
		d.Shell.Screen()
		i++
	}
}

func BenchmarkScreens(b *testing.B) {
	for name, keys := range map[string]string{"review": "<ctrl+r>", "overview": "<ctrl+o>", "search": "<ctrl+g>plan", "notes": "<ctrl+n>", "help": "<f1>"} {
		b.Run(name, func(b *testing.B) {
			d := newLong(b)
			for b.Loop() {
				d.press(keys)
				d.Shell.Screen()
				d.press("<esc>")
			}
		})
	}
}
