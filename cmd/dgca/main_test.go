package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"

	"dgca/assessment/store"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dgca": main})
}

// TestScripts runs one script for each story of a user. To refresh what they
// compare with: go test ./cmd/dgca -run TestScripts with UPDATE=1.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			env.Setenv("SOURCE_DATE_EPOCH", "1795392000") // 2026-11-23
			return nil
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Getuid() == 0, nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"code":  code,
			"holds": holds,
			"bytes": writeBytes,
		},
	})
}

// code runs dgca and compares its exit code: code 2 show --nonsense. What it
// printed is in the files out and err.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: code N argument...")
	}
	dgca, err := exec.LookPath(filepath.Join(filepath.SplitList(ts.Getenv("PATH"))[0], "dgca"))
	ts.Check(err)
	cmd := exec.Command(dgca, args[1:]...)
	cmd.Dir = ts.MkAbs(".")
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "NO_COLOR", "SOURCE_DATE_EPOCH", "TERM", "ACCESSIBLE"} {
		if v := ts.Getenv(name); v != "" {
			cmd.Env = append(cmd.Env, name+"="+v)
		}
	}
	if in, err := os.Open(ts.MkAbs("input")); err == nil {
		defer in.Close()
		cmd.Stdin = in
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run()
	ts.Logf("%s%s", &out, &errs)
	ts.Check(os.WriteFile(ts.MkAbs("out"), out.Bytes(), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("err"), errs.Bytes(), 0o600))
	if got, want := cmd.ProcessState.String(), "exit status "+args[0]; got != want {
		ts.Fatalf("dgca ended with %s, want %s", got, want)
	}
	if bytes.ContainsAny(out.Bytes(), "\x1b\x07") || bytes.ContainsAny(errs.Bytes(), "\x1b\x07") {
		ts.Fatalf("a control character was printed")
	}
}

// holds opens a result file for the rest of the script, as another dgca would.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	f, err := store.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { f.Close() })
}

// writeBytes writes a file with the bytes that a Go string in the script
// spells: bytes FILE pattern count.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	patterns := map[string][]byte{"zero": {0}, "random": []byte("\x00\xff\xfe\x80PK\x03\x04"), "x": []byte("x"),
		"latin1": []byte("statement,answer,comment\nLEA-01,3,Minist\xe8re\n"), "escape": []byte("format: \"\x1b]0;owned\x07\x1b[2J\"\n")}
	n := 1
	if len(args) > 2 {
		n = 9 << 20
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(patterns[args[1]], n), 0o600))
}

// TestVersionOnSilentTerminal guards the start on a terminal that answers no
// question: a library that asks one waits for seconds.
func TestVersionOnSilentTerminal(t *testing.T) {
	dgca := buildProgram(t, "dgca", ".")
	cmd := exec.Command(dgca, "--version")
	cmd.Env = []string{"TERM=xterm-256color"}
	start := time.Now()
	tty, err := pty.Start(cmd)
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	defer tty.Close()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); d > 500*time.Millisecond {
		t.Errorf("dgca --version took %v on a silent terminal", d)
	}
}

// buildProgram builds a program of this folder and returns its path.
func buildProgram(tb testing.TB, name, dir string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if out, err := exec.Command("go", "build", "-o", path, dir).CombinedOutput(); err != nil {
		tb.Fatalf("go build %s: %v\n%s", dir, err, out)
	}
	return path
}

// BenchmarkStart compares the start of dgca with the one of a program that has
// one cobra command and nothing else.
func BenchmarkStart(b *testing.B) {
	for _, p := range []struct{ name, dir string }{{"dgca", "."}, {"bare-cobra", "./testdata/barecobra"}} {
		path := buildProgram(b, p.name, p.dir)
		b.Run(p.name, func(b *testing.B) {
			for b.Loop() {
				if err := exec.Command(path, "--version").Run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
