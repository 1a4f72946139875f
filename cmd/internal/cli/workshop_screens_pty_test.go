//go:build !windows

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dgca/assessment/store"
	"dgca/cmd/internal/terminal/ptytest"
)

// runCommand runs the program without a terminal, to prepare a test.
func runCommand(t *testing.T, dir, args string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1795392000", childEnv+"="+args)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", args, err, out)
	}
}

// withRoom makes a folder with a workshop of four people in two groups.
func withRoom(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	runCommand(t, dir, "workshop new room --title Round --unit Health --kind institution --people 4 --groups 2 --quick")
	return dir
}

// ending is a way in which a screen ends, and its exit code.
type ending struct {
	name string
	do   func(*ptytest.Window)
	code int
}

// endings are the ways in which a full screen ends before the task is done.
var endings = []ending{
	{"Ctrl+C", func(w *ptytest.Window) { w.Send("\x03").Wait("Save and quit").Send("1") }, 0},
	{"closed terminal", func(w *ptytest.Window) { w.Close() }, 129},
	{"terminated", func(w *ptytest.Window) { w.Cmd.Process.Signal(syscall.SIGTERM) }, 143},
}

// lineEndings are the ways in which asking line by line ends.
var lineEndings = []ending{
	{"q", func(w *ptytest.Window) { w.Send("q\n") }, 0},
	{"Ctrl+C", func(w *ptytest.Window) { w.Send("\x03") }, 130},
	{"closed terminal", func(w *ptytest.Window) { w.Close() }, 129},
	{"end of input", func(w *ptytest.Window) { w.Send("\x04") }, 3},
}

// screenCase is a full-screen program and what is typed into it.
type screenCase struct {
	name, args  string
	first       string                // what the first screen shows
	type80      func(*ptytest.Window) // on the full screen
	type40      func(*ptytest.Window) // line by line, because the window is small
	file        string                // what the result is saved in
	kept        []string              // what the file holds
	againArgs   string
	againScreen string // what is seen when the program is started again
}

// written waits for a text that a small window would break.
func written(w *ptytest.Window, text string) {
	w.T.Helper()
	w.Until(text, func() bool { return strings.Contains(w.Written(), text) })
}

func screenCases() []screenCase {
	return []screenCase{
		{name: "enter", args: "enter s.yaml --quick --kind institution --unit Health --alias P01 --no-codes", first: "Key in: sheet P01",
			type80: func(w *ptytest.Window) { w.Send("234").Wait("3 of 24") },
			type40: func(w *ptytest.Window) {
				written(w, "Digit (Enter")
				w.Send("2\n3\n4\n")
				written(w, "LEA-11")
			},
			file: "s.yaml", kept: []string{"answer: 2\n", "answer: 3\n", "answer: 4\n"}, againArgs: "enter s.yaml --no-codes", againScreen: "3 of 24"},
		{name: "wall", args: "workshop wall room", first: "Challenges. On the wall: 0 of 12",
			type80: func(w *ptytest.Window) {
				w.Send("1").Wait("Nothing here yet").Send("nP01\r21").Wait("> Challenge").Send("Too little time").Wait("| Too little time")
			},
			type40: func(w *ptytest.Window) {
				written(w, "q to save and quit")
				w.Send("1\nn\nP01\n2\n1\nToo little time\n")
				written(w, "Numbers with")
			},
			file: "room/wall/wall.yaml", kept: []string{"by: P01", "kind: institutional", "Too little time"},
			againArgs: "workshop wall room", againScreen: "On the wall: 1 of 12"},
		{name: "feedback", args: "workshop feedback room --enter", first: "Forms. Keyed in: 0.",
			type80: func(w *ptytest.Window) {
				w.Send("1").Wait("Nothing here yet").Send("n1524").Wait("> Q5.").Send("A partner").Wait("| A partner")
			},
			type40: func(w *ptytest.Window) {
				written(w, "q to save and quit")
				w.Send("1\nn\n1\n5\n2\n4\nA partner\n")
				written(w, "Q6.")
			},
			file: "room/feedback/form-001.yaml", kept: []string{"Q1: \"1\"", "Q4: \"4\"", "A partner"},
			againArgs: "workshop feedback room --enter", againScreen: "Forms. Keyed in: 1."},
	}
}

// TestScreensKeep types into the screens, ends them in every way, and looks for
// what was typed: in the file, and on the screen when it is opened again.
func TestScreensKeep(t *testing.T) {
	t.Parallel()
	for _, c := range screenCases() {
		for _, end := range endings {
			t.Run(c.name+"/80x24/"+end.name, func(t *testing.T) {
				t.Parallel()
				w := openWindow(t, withRoom(t), c.args, 80, 24).Wait(c.first)
				c.type80(w)
				end.do(w)
				w.Ends(end.code)
				c.check(t, w.Cmd.Dir)
			})
		}
		for _, end := range lineEndings {
			t.Run(c.name+"/40x12/"+end.name, func(t *testing.T) {
				t.Parallel()
				w := openWindow(t, withRoom(t), c.args, 40, 12).Wait("This window is too small: 40 x 12.").Send("1\x0c")
				c.type40(w)
				end.do(w)
				w.Ends(end.code)
				c.check(t, w.Cmd.Dir)
			})
		}
	}
}

// check looks for what was typed.
func (c *screenCase) check(t *testing.T, dir string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, c.file))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range c.kept {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s does not hold %q:\n%s", c.file, want, text)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*", ".*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	openWindow(t, dir, c.againArgs, 80, 24).Wait(c.againScreen).Send("\x03").Wait("Save and quit").Send("1").Ends(0)
}

// TestScreensSmall leaves a window that is too small: nothing is made up.
func TestScreensSmall(t *testing.T) {
	t.Parallel()
	for _, c := range screenCases() {
		w := openWindow(t, withRoom(t), c.args, 40, 12).Wait("Ctrl+L: go on line by line").Send("1").Send("\x03").Ends(0)
		if text, err := os.ReadFile(filepath.Join(w.Cmd.Dir, c.file)); err == nil && strings.Contains(string(text), c.kept[0]) {
			t.Errorf("%s: something was recorded in a window in which nothing can be seen:\n%s", c.name, text)
		}
	}
}

// TestScreensRescue takes the folder of a workshop away while people work on a
// screen. They save to another file, and nothing is lost; the workshop takes it.
func TestScreensRescue(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args, typed, shown, file, kept, back string
	}{
		{"workshop wall room", "1nP01\r21Too little time\r", "> Themes", "wall-rescued.yaml", "Too little time", "is in wall-rescued.yaml, and NOT in"},
		{"workshop feedback room --enter", "1n1524A partner\r", "> Q6.", "feedback-rescued.csv", "1,5,2,4,A partner,,,", "room --from feedback-rescued.csv"},
	} {
		dir := withRoom(t)
		w := openWindow(t, dir, c.args, 80, 24).Wait("Save and leave")
		if err := os.Rename(filepath.Join(dir, "room"), filepath.Join(dir, "gone")); err != nil {
			t.Fatal(err)
		}
		w.Send(c.typed).Wait(c.shown).Wait("NOT SAVED: room: the folder of the workshop is no longer there")
		w.Send("\x03").Wait("Save and quit").Send("1").Wait("put the folder or the USB stick back").Send("2").Wait(c.file).Send("\r").Ends(0)
		written(w, c.back)
		text, err := os.ReadFile(filepath.Join(dir, c.file))
		if err != nil || !strings.Contains(string(text), c.kept) {
			t.Errorf("%s: %v\n%s", c.file, err, text)
		}
		if _, err := os.Stat(filepath.Join(dir, "room")); err == nil {
			t.Error("the folder was made again, without its workshop")
		}
	}
}

// TestLinesRescue is the same line by line, also where the person changes the
// mind, and where the folder comes back.
func TestLinesRescue(t *testing.T) {
	t.Parallel()
	dir := withRoom(t)
	gone := filepath.Join(dir, "gone")
	w := openWindow(t, dir, "workshop wall room --line", 80, 24).Wait("q to save and quit")
	if err := os.Rename(filepath.Join(dir, "room"), gone); err != nil {
		t.Fatal(err)
	}
	w.Send("1\nn\nP01\n2\n1\nToo little time\n\n").Wait("NOT SAVED: room: the folder").Wait("q quit:")
	if strings.Contains(w.Written(), "Recorded.") {
		t.Error("it is said to be recorded")
	}
	w.Send("q\n").Wait("2. Save to another file").Send("1\n").Until("a second question", func() bool {
		return strings.Count(w.Written(), "Number: ") == 2
	})
	if err := os.Rename(gone, filepath.Join(dir, "room")); err != nil {
		t.Fatal(err)
	}
	w.Send("1\n").Wait("Saved. Challenges: 1.").Ends(0)
	w = openWindow(t, dir, "enter room/s.yaml --quick --kind institution --unit Health --alias P01 --no-codes --line", 80, 24).Wait("Digit (Enter")
	if err := os.Rename(filepath.Join(dir, "room"), gone); err != nil {
		t.Fatal(err)
	}
	w.Send("2\n").Wait("LEA-04").Send("q\n").Wait("2. Save to another file").Send("2\n").Wait("Save to this file").Send("rescued.yaml\n").
		Wait("Go on with: dgca enter rescued.yaml").Ends(0)
	if got := read(t, filepath.Join(dir, "rescued.yaml")).Answers; len(got) != 1 {
		t.Errorf("rescued: %+v", got)
	}
	if err := os.Rename(gone, filepath.Join(dir, "room")); err != nil {
		t.Fatal(err)
	}
	w = openWindow(t, dir, "enter room/s.yaml --no-codes --line", 80, 24).Wait("Digit (Enter")
	if err := os.Rename(filepath.Join(dir, "room"), gone); err != nil {
		t.Fatal(err)
	}
	w.Send("3\n").Wait("LEA-04").Send("q\n").Wait("3. Leave without").Send("3\n").Wait("dgca: the last changes are NOT saved").Ends(1)
}

// TestWallChangedBelow changes the wall while people work on it: neither is
// written over.
func TestWallChangedBelow(t *testing.T) {
	t.Parallel()
	dir := withRoom(t)
	w := openWindow(t, dir, "workshop wall room", 80, 24).Wait("Save and leave")
	if err := os.WriteFile(filepath.Join(dir, "ideas.csv"), []byte("idea,theme\nA common school,training\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	runCommand(t, dir, "workshop wall room --from ideas.csv")
	w.Send("1nP01\r21Too little time\r").Wait("changed by somebody else").Wait("Save to another file").Send("1\r").
		Wait("wall-rescued.yaml").Send("\r").Wait("from now on").Send("\x03").Wait("Save and quit").Send("1").Ends(0)
	for file, want := range map[string]string{"room/wall/wall.yaml": "A common school", "wall-rescued.yaml": "Too little time"} {
		if text, err := os.ReadFile(filepath.Join(dir, file)); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %v\n%s", file, err, text)
		}
	}
}

// TestFeedbackIsReadWhileOthersWrite counts feedback while the workshop is
// locked, as in a folder that cannot be written.
func TestFeedbackIsReadWhileOthersWrite(t *testing.T) {
	t.Parallel()
	dir := withRoom(t)
	f, err := store.OpenFolder(filepath.Join(dir, "room"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	runCommand(t, dir, "workshop feedback room")
}

// TestAgreeRescue takes the folder away during the second pass.
func TestAgreeRescue(t *testing.T) {
	t.Parallel()
	dir := withRoom(t)
	w := openWindow(t, dir, "workshop agree room --order questionnaire", 80, 24).Wait("Go on with the first open point")
	if err := os.RemoveAll(filepath.Join(dir, "room")); err != nil {
		t.Fatal(err)
	}
	w.Send("1").Wait("> Agreed answer").Send("3").Wait("NOT SAVED").Send("\x03").Wait("Save and quit").Send("1").Wait("Try again").
		Send("2").Wait("> health.yaml").Send("\r").Ends(0)
	written(w, "They are NOT in the workshop.")
	if got := read(t, filepath.Join(dir, "health.yaml")).Answers; len(got) != 1 || strings.Contains(w.Written(), "unharmed") {
		t.Errorf("rescued: %+v", got)
	}
}
