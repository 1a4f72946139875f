//go:build !windows

// Package ptytest runs a program in a pseudo-terminal with a terminal emulator
// behind it, so that a test sees what a person would see.
package ptytest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long something is waited for.
const patience = 30 * time.Second

// Window is a program in its terminal.
type Window struct {
	T   testing.TB
	Cmd *exec.Cmd

	file     *os.File
	mu       sync.Mutex
	emulator *vt.Emulator
	raw      strings.Builder
	exit     chan error
}

// Open starts a program in a window of a size. A test that has no terminal is
// skipped. The environment is that of the test with a terminal of many colours
// and env, in this order.
func Open(t testing.TB, cmd *exec.Cmd, width, height int, env ...string) *Window {
	t.Helper()
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "ACCESSIBLE=", "GORACE=atexit_sleep_ms=0")
	cmd.Env = append(cmd.Env, env...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		t.Skip("no pseudo-terminal:", err)
	}
	w := &Window{T: t, Cmd: cmd, file: closable(t, f), emulator: vt.NewEmulator(width, height), exit: make(chan error, 1)}
	go w.show()
	go w.answer()
	go func() { w.exit <- cmd.Wait() }()
	t.Cleanup(func() { cmd.Process.Kill(); w.file.Close() })
	return w
}

// closable makes a file that can be closed while it is read. No program that
// another test starts inherits it: the terminal would stay open.
func closable(t testing.TB, f *os.File) *os.File {
	t.Helper()
	syscall.ForkLock.RLock()
	fd, err := syscall.Dup(int(f.Fd()))
	syscall.CloseOnExec(fd)
	syscall.ForkLock.RUnlock()
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
func (w *Window) show() {
	b := make([]byte, 8192)
	for {
		n, err := w.file.Read(b)
		if n > 0 {
			w.mu.Lock()
			w.emulator.Write(b[:n])
			w.raw.Write(b[:n])
			w.mu.Unlock()
		}
		if err != nil {
			return
		}
	}
}

// answer gives the program the emulator's answers to its questions.
func (w *Window) answer() {
	b := make([]byte, 256)
	for {
		n, err := w.emulator.Read(b)
		if n > 0 {
			w.file.Write(b[:n])
		}
		if err != nil {
			return
		}
	}
}

// Screen is what a person sees now.
func (w *Window) Screen() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	lines := strings.Split(w.emulator.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \r")
	}
	return strings.Join(lines, "\n")
}

// Written is everything that the program wrote.
func (w *Window) Written() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.raw.String()
}

// Wait waits until the screen shows a text.
func (w *Window) Wait(text string) *Window {
	w.T.Helper()
	return w.Until(fmt.Sprintf("%q", text), func() bool { return strings.Contains(w.Screen(), text) })
}

// Until waits until something holds.
func (w *Window) Until(what string, ok func() bool) *Window {
	w.T.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			w.T.Fatalf("%s never came; screen:\n%s", what, w.Screen())
		}
	}
	return w
}

// Send types keys.
func (w *Window) Send(keys string) *Window { w.file.WriteString(keys); return w }

// Close closes the terminal under the program.
func (w *Window) Close() *Window { w.file.Close(); return w }

// Resize changes the size of the window.
func (w *Window) Resize(width, height int) *Window {
	w.mu.Lock()
	w.emulator.Resize(width, height)
	w.mu.Unlock()
	pty.Setsize(w.file, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	return w
}

// Ends waits for the program and compares its exit code.
func (w *Window) Ends(want int) *Window {
	w.T.Helper()
	select {
	case err := <-w.exit:
		code := 0
		if exit := new(exec.ExitError); errors.As(err, &exit) {
			code = exit.ExitCode()
		}
		if code != want {
			w.T.Fatalf("exit code %d, want %d; screen:\n%s", code, want, w.Screen())
		}
	case <-time.After(patience):
		w.T.Fatalf("did not end; screen:\n%s", w.Screen())
	}
	return w
}
