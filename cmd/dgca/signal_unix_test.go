//go:build !windows

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dgca/assessment/store"
)

// A signal ends the interview with its own exit code, and keeps the answers.
func TestSignalKeepsAnswers(t *testing.T) {
	dgca := buildProgram(t, "dgca", ".")
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			dir := t.TempDir()
			cmd := exec.Command(dgca, "assess", "r.yaml", "--unit", "U", "--kind", "local", "--line", "--no-intro")
			cmd.Dir = dir
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			var errs bytes.Buffer
			cmd.Stderr = &errs
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			defer cmd.Process.Kill()
			if _, err := io.WriteString(in, "3\n\n\n4\n"); err != nil {
				t.Fatal(err)
			}
			waitFor(t, out, "Recorded: 4")
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			go io.Copy(io.Discard, out)
			err = cmd.Wait()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 128+int(sig) {
				t.Errorf("ended with %v, want exit code %d", err, 128+int(sig))
			}
			if !strings.Contains(errs.String(), "saved") {
				t.Errorf("it does not say that the answers are saved: %s", &errs)
			}
			a, err := store.Read(filepath.Join(dir, "r.yaml"))
			if err != nil || len(a.Answers) != 2 {
				t.Errorf("in the file are %+v, %v", a, err)
			}
			if _, err := os.Stat(filepath.Join(dir, "r.yaml.lock")); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the lock was left behind: %v", err)
			}
		})
	}
}

// waitFor reads until a text has come.
func waitFor(t *testing.T, r io.Reader, text string) {
	t.Helper()
	found := make(chan bool, 1)
	go func() {
		var seen bytes.Buffer
		buf := make([]byte, 4096)
		for !strings.Contains(seen.String(), text) {
			n, err := r.Read(buf)
			seen.Write(buf[:n])
			if err != nil {
				found <- false
				return
			}
		}
		found <- true
	}()
	select {
	case ok := <-found:
		if !ok {
			t.Fatalf("the output ended before %q", text)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("no %q within 10 s", text)
	}
}
