//go:build !windows

package cli

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"dgca/cmd/internal/terminal"
)

// childEnv makes the test binary the real program: it holds the arguments.
const childEnv = "DGCA_CLI_CHILD"

func TestMain(m *testing.M) {
	if args, ok := os.LookupEnv(childEnv); ok {
		os.Exit(Main(context.Background(), strings.Fields(args), terminal.New(os.Stdin, os.Stdout, os.Stderr, os.Getenv), time.Now))
	}
	os.Exit(m.Run())
}

// window runs the program in a pseudo-terminal with a terminal emulator behind
// it, so that a test sees what a person would see.
type window struct {
	t        *testing.T
	file     *os.File
	cmd      *exec.Cmd
	mu       sync.Mutex
	emulator *vt.Emulator
	raw      strings.Builder
	exit     chan error
}

func openWindow(t *testing.T, dir, args string, width, height int, env ...string) *window {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "ACCESSIBLE=", "SOURCE_DATE_EPOCH=1795392000", "GORACE=atexit_sleep_ms=0", childEnv+"="+args)
	cmd.Env = append(cmd.Env, env...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		t.Skip("no pseudo-terminal:", err)
	}
	w := &window{t: t, file: closable(t, f), cmd: cmd, emulator: vt.NewEmulator(width, height), exit: make(chan error, 1)}
	go w.show()
	go w.answer()
	go func() { w.exit <- cmd.Wait() }()
	t.Cleanup(func() { cmd.Process.Kill(); w.file.Close() })
	return w
}

// filled is a folder with files of every sort.
func filled(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	fillFolder(t, dir)
	return dir
}

// closable makes a file that can be closed while it is read.
func closable(t *testing.T, f *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(f.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), "pty")
}

// show feeds the emulator.
func (w *window) show() {
	b := make([]byte, 8192)
	for {
		n, err := w.file.Read(b)
		w.mu.Lock()
		w.emulator.Write(b[:n])
		w.raw.Write(b[:n])
		w.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answer gives the program the emulator's answers to its questions.
func (w *window) answer() {
	b := make([]byte, 256)
	for {
		n, err := w.emulator.Read(b)
		w.file.Write(b[:n])
		if err != nil {
			return
		}
	}
}

func (w *window) screen() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.emulator.String()
}

// written is everything that the program wrote.
func (w *window) written() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.raw.String()
}

func (w *window) wait(text string) *window {
	w.t.Helper()
	for end := time.Now().Add(10 * time.Second); !strings.Contains(w.screen(), text); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			w.t.Fatalf("%q never came; screen:\n%s", text, w.screen())
		}
	}
	return w
}

func (w *window) send(keys string) *window { w.file.WriteString(keys); return w }

// ends waits for the program and compares its exit code.
func (w *window) ends(want int) *window {
	w.t.Helper()
	select {
	case err := <-w.exit:
		code := 0
		if exit := new(exec.ExitError); errors.As(err, &exit) {
			code = exit.ExitCode()
		}
		if code != want {
			w.t.Fatalf("exit code %d, want %d; screen:\n%s", code, want, w.screen())
		}
	case <-time.After(10 * time.Second):
		w.t.Fatalf("did not end; screen:\n%s", w.screen())
	}
	return w
}

// TestHomeTour goes through the menu: results stay readable until a key, and
// the menu comes back.
func TestHomeTour(t *testing.T) {
	t.Parallel()
	w := openWindow(t, filled(t), "", 80, 24)
	w.wait("> 1  Start a new assessment").send("3").wait("29 of 72 answered, draft.yaml").wait("Cannot be chosen: line 2").
		send("1").wait("Press any key for the menu.").send("x").wait("> 3  Show a result").
		send("4").wait("Write a report").wait("> 1  City").send("\r").wait("The report is in draft.pdf").wait("Press any key").send(" ").wait("> 4  Write a report").
		send("7").wait("What the exit codes mean").send("2").wait("128+n  stopped by the signal").wait("Press any key").send("x").wait("> 7  Help").
		send("\x1b").ends(0)
	if _, err := os.Stat(filepath.Join(w.cmd.Dir, "draft.pdf")); err != nil {
		t.Error(err)
	}
}

// TestHomeInterview takes an assessment up, leaves it and begins a new one.
func TestHomeInterview(t *testing.T) {
	t.Parallel()
	w := openWindow(t, filled(t), "", 60, 20)
	w.wait("> 1  Start a new assessment").send("2").wait("> 1  City").send("3").wait("Cannot be chosen: it is approved").
		send("1").wait("Resumed at statement 30").send("\x03").wait("Save and quit").send("1").wait("Answered: 29 of 72").wait("Press any key").
		send("x").wait("> 2  Go on").send("1").wait("question 1 of").send("\x03").wait("nothing was created").wait("Press any key").send("\x03").ends(0)
}

func TestHomeLeave(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"q", "\x1b", "\x03", "\x1b[F\r"} {
		openWindow(t, t.TempDir(), "", 80, 24).wait("q  Quit").send(key).ends(0)
	}
	w := openWindow(t, t.TempDir(), "", 80, 24).wait("q  Quit")
	w.cmd.Process.Signal(syscall.SIGTERM)
	w.ends(143)
}

// TestHomeLines is the menu by lines: by the flag, by the environment and where
// the terminal can do nothing. Ctrl+C and the end of the input leave it.
func TestHomeLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ args, env, leave string }{{"--line", "", "q\n"}, {"", "ACCESSIBLE=1", "\x04"}, {"", "TERM=dumb", "\x03"}} {
		w := openWindow(t, filled(t), c.args, 80, 24, c.env)
		w.wait("Number, or q to quit:").send("3\n").wait("2. broken.yaml. Cannot be chosen: line 2").send("1\n").wait("Press Enter for the menu").
			send("\n").wait("Number, or q to quit:").send(c.leave).ends(0)
		if strings.Contains(w.written(), "\x1b") {
			t.Errorf("%+v: an escape code was written: %q", c, w.written())
		}
	}
}

func TestHomeSmall(t *testing.T) {
	t.Parallel()
	openWindow(t, t.TempDir(), "", 40, 12).wait("This window is too small: 40 x 12.").send("1\x0c").wait("Number, or q to quit:").send("q\n").ends(0)
}

// TestHomeColor looks for colour in what is written.
func TestHomeColor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args, env string
		want      bool
	}{{"", "NO_COLOR=", true}, {"", "NO_COLOR=1", false}, {"--no-color", "NO_COLOR=", false}} {
		w := openWindow(t, t.TempDir(), c.args, 80, 24, c.env).wait("q  Quit").send("q").ends(0)
		if got := strings.Contains(w.written(), "\x1b[36;1m") || strings.Contains(w.written(), "\x1b[1;36m"); got != c.want {
			t.Errorf("%+v: colour %v in %q", c, got, w.written())
		}
	}
}
