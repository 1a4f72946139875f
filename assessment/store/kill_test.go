package store

import (
	"bufio"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dgca/assessment"
)

// childEnv names the file that the child process of the kill storm saves.
const childEnv = "DGCA_STORE_TEST_CHILD"

// saveForever saves contents in turn until the process is killed. It tells its
// parent when the first one is on the disk.
func saveForever(path string) {
	f, err := Open(path)
	if err != nil {
		panic(err)
	}
	for i := 0; ; i++ {
		if err := f.Save(fixture(assessment.Choice(i%5 + 1))); err != nil {
			panic(err)
		}
		if i == 1 {
			os.Stdout.WriteString("saved\n")
		}
	}
}

// TestKillStorm kills a saving process at random moments. Whatever the moment,
// the file is whole: all its answers are from one save.
func TestKillStorm(t *testing.T) {
	path := newPath(t)
	dir := filepath.Dir(path)
	revision, stale, kills := 0, 0, 0
	// 60 kills take less than 3 s; with the race detector on there are fewer.
	for end := time.Now().Add(3 * time.Second); kills < 60 && (kills < 10 || time.Now().Before(end)); kills++ {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childEnv+"="+path)
		child.Stderr = os.Stderr
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "saved\n" {
			t.Fatalf("the child said %q, %v", line, err)
		}
		time.Sleep(time.Duration(rand.IntN(15_000)) * time.Microsecond)
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait() // "signal: killed"
		stale += strings.Count(names(t, dir), tempMark)
		revision = checkWhole(t, path, revision)
		checkWhole(t, path+backupSuffix, 0)
	}
	t.Logf("%d kills, %d saves, %d temporary files left and removed", kills, revision, stale)
	open(t, path).Close()
	if got := names(t, dir); got != "result.yaml result.yaml.bak" {
		t.Errorf("left: %s", got)
	}
}

// checkWhole returns the revision of a file that is whole and not older.
func checkWhole(t *testing.T, path string, older int) int {
	t.Helper()
	a, err := Read(path)
	if errors.Is(err, fs.ErrNotExist) && strings.HasSuffix(path, backupSuffix) {
		return 0
	}
	if err != nil {
		t.Fatal(err)
	}
	c := a.Answers[0].Choice
	for _, ans := range a.Answers {
		if ans.Choice != c || ans.Comment != comment(c) {
			t.Fatalf("%s: answers of two saves are mixed", path)
		}
	}
	if len(a.Answers) != 72 || a.Revision < older {
		t.Fatalf("%s: %d answers, revision %d after %d", path, len(a.Answers), a.Revision, older)
	}
	return a.Revision
}
