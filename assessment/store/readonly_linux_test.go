package store

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// dropRights takes the rights of the administrator, who may write anywhere, away
// from the thread of this goroutine. The thread ends with the goroutine.
func dropRights() error {
	if os.Getuid() != 0 {
		return nil
	}
	runtime.LockOSThread()
	return syscall.Setfsuid(65534)
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "result.yaml")
	put(t, path, fixtureBytes(t, 2))
	secret := filepath.Join(dir, "secret.yaml")
	put(t, secret, fixtureBytes(t, 2))
	// The folder that holds the folders of a test is private, too.
	for name, mode := range map[string]os.FileMode{path: 0o644, secret: 0, dir: 0o555, filepath.Dir(dir): 0o755} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := dropRights(); err != nil {
			t.Error(err)
			return
		}
		checkReadOnly(t, path, secret)
	}()
	<-done
	if got := names(t, dir); got != "result.yaml secret.yaml" {
		t.Errorf("left: %s", got)
	}
}

func checkReadOnly(t *testing.T, path, secret string) {
	f, err := Open(path)
	if err != nil {
		t.Error(err)
		return
	}
	defer f.Close()
	if a := f.Assessment(); a == nil || a.Answer("D1-01").Choice != 2 {
		t.Error("not read")
	}
	if err := f.CheckWritable(); err == nil || !strings.Contains(err.Error(), "you may not write in this folder") {
		t.Errorf("checking: %v", err)
	}
	if err := f.Save(f.Assessment()); err != nil {
		t.Errorf("a save without a change: %v", err)
	}
	if err := f.Save(fixture(3)); err == nil || !strings.Contains(err.Error(), "you may not write in this folder") {
		t.Errorf("got %v", err)
	}
	if err := readErr(secret); err == nil || !strings.Contains(err.Error(), "you may not read this file") {
		t.Errorf("got %v", err)
	}
}
