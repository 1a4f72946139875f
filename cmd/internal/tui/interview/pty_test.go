//go:build !windows

package interview

import (
	"dgca/cmd/internal/terminal/ptytest"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// terminalOf is an interview in its terminal, with the file of its answers.
type terminalOf struct {
	*ptytest.Window
	path string
}

func run(t *testing.T, path string, width, height int, env ...string) *terminalOf {
	t.Helper()
	return &terminalOf{ptytest.Open(t, exec.Command(os.Args[0]), width, height, append([]string{childEnv + "=" + path}, env...)...), path}
}

func (x *terminalOf) wait(text string) *terminalOf { x.T.Helper(); x.Wait(text); return x }

func (x *terminalOf) send(keys string) *terminalOf { x.Send(keys); return x }

func (x *terminalOf) ends(code int) *terminalOf { x.T.Helper(); x.Ends(code); return x }

func (x *terminalOf) stored(want string) *terminalOf {
	x.T.Helper()
	s, err := readStored(x.path)
	if err != nil {
		x.T.Fatal(err)
	}
	if got := describe(s.answers()); got != want {
		x.T.Fatalf("stored %q, want %q", got, want)
	}
	return x
}

const noIntro = childEnv + "_FLAGS=nointro"

func TestTerminalAnswerQuitResume(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "answers")
	x := run(t, path, 80, 24)
	x.wait("Before you start").send("\r").wait("How it works").send("\r").wait("Statement 1 of 8").send("3").wait("Recorded: 3 Established.")
	x.send("Decree 12").wait("| Decree 12").send("\r").wait("> Comment").send("\r").wait("LEA-02").send("\x03").wait("Save and quit").send("1").ends(0)
	x.stored("LEA-01=3 ev:Decree 12").wait("finished=false err=<nil>")

	x = run(t, path, 60, 20)
	x.wait("Resumed at statement 2; 1 answered.").send("4\x1b[5~").wait("Evidence: Decree 12").send("\x07").wait("Number, code or words").send("8\r").wait("Statement 8 of 8").
		send("\x1b[6~").wait("The end of the statements").send("3").wait("> 3").send("\r").ends(0).wait("finished=true err=<nil>").
		stored("LEA-01=3 ev:Decree 12; LEA-02=4")
}

// TestTerminalWhole goes from the rules to the end at three sizes, with a note on
// a dimension and a target.
func TestTerminalWhole(t *testing.T) {
	t.Parallel()
	for _, size := range []struct{ width, height int }{{80, 24}, {120, 40}, {60, 20}} {
		x := run(t, filepath.Join(t.TempDir(), "answers"), size.width, size.height, childEnv+"_DIMENSIONS=1")
		x.wait("Before you start").send("\r").wait("How it works").send("\r").wait("Statement 1 of 4")
		for i := range 4 {
			x.wait(fmt.Sprintf("LEA-%02d", i+1)).send("4").wait("Recorded: 4 Integrated.").send("\x1b[6~")
		}
		x.wait("Leadership: notes").wait("Level so far: 4.0 Integrated (enough answers).").send("\t2").wait("Confidence: Medium").
			send("Train the staff\r").wait("To improve, 1: Train the staff").send("\x1b[6~").
			wait("The end of the statements").wait("Targets chosen: 0 of 1").send("1\r").wait("Without a choice").send("5").wait("chosen").send("\r").
			wait("Targets chosen: 1 of 1").send("2\r").ends(0).wait("finished=true")
	}
}

// TestTerminalBurst writes many answers in one go, as fast as a terminal takes
// them.
func TestTerminalBurst(t *testing.T) {
	t.Parallel()
	var keys strings.Builder
	var want []string
	ids := func(i int) string {
		return fmt.Sprintf("%s-%02d", []string{"LEA", "STR", "GOV", "LEG", "TEC", "WOR"}[i/4], i%4+1)
	}
	for i := range 23 {
		level := i*7%5 + 1
		fmt.Fprintf(&keys, "%dnote %d jk\r", level, i)
		text := fmt.Sprintf("%s=%d ev:note %d jk", ids(i), level, i)
		if i%3 == 0 {
			fmt.Fprintf(&keys, "said %d", i)
			text += fmt.Sprintf(" com:said %d", i)
		}
		keys.WriteString("\r")
		want = append(want, text)
	}
	for n := range 30 {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			env := []string{childEnv + "_DIMENSIONS=6"}
			if n%2 == 0 {
				env = append(env, noIntro)
			}
			x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, env...).wait("of 24")
			if n < 3 {
				x.send(keys.String()).wait("Statement 24 of 24").send("\x03\r").ends(0).stored(strings.Join(want, "; "))
				return
			}
			x.send("\r\r3good evidence, jk 2024\r\r4second note\r\r").wait("Statement 3 of 24").send("\x03\r").ends(0).
				stored("LEA-01=3 ev:good evidence, jk 2024; LEA-02=4 ev:second note")
		})
	}
}

func TestTerminalSignals(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, noIntro)
		x.wait("Statement 1 of 8").send("3half a sen").wait("half a sen")
		x.Cmd.Process.Signal(sig)
		x.ends(128 + int(sig)).stored("LEA-01=3 ev:half a sen")
	}
}

func TestTerminalClosed(t *testing.T) {
	t.Parallel()
	x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, noIntro)
	x.wait("Statement 1 of 8").send("3half a sen").wait("half a sen")
	x.Close()
	x.ends(129).stored("LEA-01=3 ev:half a sen")
}

func TestTerminalPaste(t *testing.T) {
	t.Parallel()
	x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, noIntro)
	x.wait("Statement 1 of 8").send("\x1b[200~4\r5\r\x1b[201~").send("3").wait("> Evidence").send("\x1b[200~one\rtwo\x1b[201~").wait("| two")
	x.send("\r\r").wait("LEA-02").send("\x03\r").ends(0).stored("LEA-01=3 ev:one\ntwo")
}

// TestTerminalPasteLines pastes lines that end in each of the ways of the world.
func TestTerminalPasteLines(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"\n", "\r", "\r\n"} {
		x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, noIntro)
		x.wait("Statement 1 of 8").send("3").wait("> Evidence").send("\x1b[200~one" + end + "two" + end + "three\x1b[201~").wait("three")
		x.send("\x03").wait("Save and quit").send("\r").ends(0).stored("LEA-01=3 ev:one\ntwo\nthree")
	}
}

func TestTerminalResize(t *testing.T) {
	t.Parallel()
	x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, noIntro)
	x.wait("older than the last reform")
	x.resize(60, 20).wait("Absent. No document names any digital measure...")
	x.resize(40, 10).wait("This window is too small: 40 x 10.").send("3")
	time.Sleep(100 * time.Millisecond) // what cannot be seen cannot be answered
	x.resize(100, 30).wait("older than the last").send("4").wait("Recorded: 4 Integrated.").send("\x03\r").ends(0).stored("LEA-01=4")
}

func (x *terminalOf) resize(width, height int) *terminalOf { x.Resize(width, height); return x }

func TestTerminalSmallToLines(t *testing.T) {
	t.Parallel()
	x := run(t, filepath.Join(t.TempDir(), "answers"), 40, 10)
	x.wait("too small").send("\x0c").wait("Answer 1 to 5").send("3\n").wait("Evidence (Enter for none)").send("q\n").ends(0).stored("LEA-01=3")
}

// TestTerminalColor looks for colour in what is written, with and without
// NO_COLOR.
func TestTerminalColor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		env  string
		want bool
	}{{"NO_COLOR=", true}, {"NO_COLOR=0", false}} {
		x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, noIntro, c.env)
		x.wait("Statement 1 of 8").send("3").wait("Recorded").send("\x03\r").ends(0)
		if got := strings.Contains(x.Written(), "\x1b[36;1m"); got != c.want {
			t.Errorf("%s: colour %v in %q", c.env, got, x.Written())
		}
	}
}

// TestTerminalLines is line mode in a terminal that can do nothing.
func TestTerminalLines(t *testing.T) {
	t.Parallel()
	x := run(t, filepath.Join(t.TempDir(), "answers"), 80, 24, "TERM=dumb")
	x.wait("Answer 1 to 5").send("3\n").wait("Evidence (Enter for none)").send("Decree\n").wait("Comment").send("\x03").ends(130).stored("LEA-01=3 ev:Decree")
	if strings.Contains(x.Written(), "\x1b") {
		t.Error("line mode wrote an escape code")
	}
}
