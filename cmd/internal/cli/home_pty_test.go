//go:build !windows

package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/terminal/ptytest"
)

// childEnv makes the test binary the real program: it holds the arguments.
const childEnv = "DGCA_CLI_CHILD"

func TestMain(m *testing.M) {
	if args, ok := os.LookupEnv(childEnv); ok {
		os.Exit(Main(context.Background(), strings.Fields(args), terminal.New(os.Stdin, os.Stdout, os.Stderr, os.Getenv), time.Now))
	}
	os.Exit(m.Run())
}

// openWindow runs the program in a folder.
func openWindow(t *testing.T, dir, args string, width, height int, env ...string) *ptytest.Window {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Dir = dir
	return ptytest.Open(t, cmd, width, height, append([]string{"SOURCE_DATE_EPOCH=1795392000", childEnv + "=" + args}, env...)...)
}

// filled is a folder with files of every sort.
func filled(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	fillFolder(t, dir)
	return dir
}

// TestHomeTour goes through the menu: results stay readable until a key, and
// the menu comes back.
func TestHomeTour(t *testing.T) {
	t.Parallel()
	w := openWindow(t, filled(t), "", 80, 24)
	w.Wait("> 1  Start a new assessment").Send("3").Wait("29 of 72 answered, draft.yaml").Wait("Cannot be chosen: line 2").
		Send("1").Wait("Press any key for the menu.").Send("x").Wait("> 3  Show a result").
		Send("4").Wait("Write a report").Wait("> 1  City").Send("\r").Wait("The report is in draft.pdf").Wait("Press any key").Send(" ").Wait("> 4  Write a report").
		Send("9").Wait("What the exit codes mean").Send("3").Wait("128+n  stopped by the signal").Wait("Press any key").Send("x").Wait("> 9  The questionnaire, and help").
		Send("\x1b").Ends(0)
	if _, err := os.Stat(filepath.Join(w.Cmd.Dir, "draft.pdf")); err != nil {
		t.Error(err)
	}
}

// TestHomeInterview takes an assessment up, leaves it and begins a new one.
func TestHomeInterview(t *testing.T) {
	t.Parallel()
	w := openWindow(t, filled(t), "", 60, 20)
	w.Wait("> 1  Start a new assessment").Send("2").Wait("> 1  City").Send("3").Wait("Cannot be chosen: it is approved").
		Send("1").Wait("Resumed at statement 30").Send("\x03").Wait("Save and quit").Send("1").Wait("Answered: 29 of 72").Wait("Press any key").
		Send("x").Wait("> 2  Go on").Send("1").Wait("question 1 of").Send("\x03").Wait("nothing was created").Wait("Press any key").Send("\x03").Ends(0)
}

func TestHomeLeave(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"q", "\x1b", "\x03", "\x1b[F\r"} {
		openWindow(t, t.TempDir(), "", 80, 24).Wait("q  Quit").Send(key).Ends(0)
	}
	w := openWindow(t, t.TempDir(), "", 80, 24).Wait("q  Quit")
	w.Cmd.Process.Signal(syscall.SIGTERM)
	w.Ends(143)
}

// TestHomeLines is the menu by lines: by the flag, by the environment and where
// the terminal can do nothing. Ctrl+C and the end of the input leave it.
func TestHomeLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ args, env, leave string }{{"--line", "", "q\n"}, {"", "ACCESSIBLE=1", "\x04"}, {"", "TERM=dumb", "\x03"}} {
		w := openWindow(t, filled(t), c.args, 80, 24, c.env)
		w.Wait("Number, or q to quit:").Send("3\n").Wait("2. broken.yaml. Cannot be chosen: line 2").Send("1\n").Wait("Press Enter for the menu").
			Send("\n").Wait("Number, or q to quit:").Send(c.leave).Ends(0)
		if strings.Contains(w.Written(), "\x1b") {
			t.Errorf("%+v: an escape code was written: %q", c, w.Written())
		}
	}
}

func TestHomeSmall(t *testing.T) {
	t.Parallel()
	openWindow(t, t.TempDir(), "", 40, 12).Wait("This window is too small: 40 x 12.").Send("1\x0c").Wait("Number, or q to quit:").Send("q\n").Ends(0)
}

// TestHomeColor looks for colour in what is written.
func TestHomeColor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args, env string
		want      bool
	}{{"", "NO_COLOR=", true}, {"", "NO_COLOR=1", false}, {"--no-color", "NO_COLOR=", false}} {
		w := openWindow(t, t.TempDir(), c.args, 80, 24, c.env).Wait("q  Quit").Send("q").Ends(0)
		if got := strings.Contains(w.Written(), "\x1b[36;1m") || strings.Contains(w.Written(), "\x1b[1;36m"); got != c.want {
			t.Errorf("%+v: colour %v in %q", c, got, w.Written())
		}
	}
}
