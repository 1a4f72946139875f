package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/gofrs/flock"
)

func TestSecondProcessIsRefused(t *testing.T) {
	path := newPath(t)
	f := open(t, path)
	save(t, f, fixture(3))
	_, err := Open(path)
	var inUse *InUseError
	if !errors.Is(err, ErrInUse) || !errors.As(err, &inUse) || inUse.Path != path || inUse.Hint() == "" {
		t.Fatalf("got %v", err)
	}
	if _, err := Read(path); err != nil {
		t.Errorf("reading a file in use: %v", err)
	}
	f.Close()
	if err := openErr(path); err != nil {
		t.Errorf("after Close: %v", err)
	}
}

// A lock that is removed while others try to take it must never be held twice.
func TestLockIsHeldOnce(t *testing.T) {
	path := newPath(t)
	var holders, taken atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				f, err := Open(path)
				if errors.Is(err, ErrInUse) {
					runtime.Gosched()
					continue
				}
				if err != nil || holders.Add(1) != 1 {
					t.Errorf("held twice, or %v", err)
					return
				}
				taken.Add(1)
				runtime.Gosched()
				holders.Add(-1)
				f.Close()
			}
		})
	}
	wg.Wait()
	if taken.Load() == 0 || names(t, filepath.Dir(path)) != "" {
		t.Errorf("taken %d times, left: %s", taken.Load(), names(t, filepath.Dir(path)))
	}
}

func TestChangedOnDiskIsRefused(t *testing.T) {
	path := newPath(t)
	put(t, path, fixtureBytes(t, 2))
	f := open(t, path)
	edited := append(get(t, path), "# a note\n"...)
	put(t, path, edited)
	err := f.Save(fixture(5))
	var changed *ChangedError
	if !errors.Is(err, ErrChanged) || !errors.As(err, &changed) || changed.Path != path || changed.Hint() == "" {
		t.Fatalf("got %v", err)
	}
	if string(get(t, path)) != string(edited) {
		t.Error("the change was written over")
	}
	f.Close()

	fresh := newPath(t)
	f = open(t, fresh)
	put(t, fresh, edited)
	if err := f.Save(fixture(5)); !errors.Is(err, ErrChanged) {
		t.Errorf("a file that appeared: %v", err)
	}

	gone := newPath(t)
	put(t, gone, edited)
	f = open(t, gone)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	save(t, f, fixture(5))
	if a, err := Read(gone); err != nil || a.Revision != 2 {
		t.Errorf("a file that was removed: %v", err)
	}
}

func TestStaleFilesAreRemoved(t *testing.T) {
	path := newPath(t)
	dir := filepath.Dir(path)
	for _, name := range []string{".result.yaml.dgca-tmp-123", ".other.yaml.dgca-tmp-1", ".result.yaml.swp", "result.yaml.dgca-tmp-1", ".result.yaml.lock"} {
		put(t, filepath.Join(dir, name), []byte("x"))
	}
	if err := os.Mkdir(filepath.Join(dir, ".result.yaml.dgca-tmp-dir"), 0o700); err != nil {
		t.Fatal(err)
	}
	open(t, path).Close()
	if got := names(t, dir); got != ".other.yaml.dgca-tmp-1 .result.yaml.dgca-tmp-dir .result.yaml.lock .result.yaml.swp result.yaml.dgca-tmp-1" {
		t.Error(got)
	}
}

// While a file is in use, its temporary files belong to the other process.
func TestStaleFilesNeedTheLock(t *testing.T) {
	path := newPath(t)
	open(t, path)
	temp := filepath.Join(filepath.Dir(path), ".result.yaml.dgca-tmp-9")
	put(t, temp, []byte("x"))
	if err := openErr(path); !errors.Is(err, ErrInUse) {
		t.Fatal(err)
	}
	if _, err := os.Stat(temp); err != nil {
		t.Error(err)
	}
}

func TestSymlinks(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	real := filepath.Join(other, "real.yaml")
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	f := open(t, link)
	save(t, f, fixture(3)) // through a link to a file that does not exist yet
	if err := openErr(real); !errors.Is(err, ErrInUse) {
		t.Errorf("the same file by its other name: %v", err)
	}
	save(t, f, fixture(4))
	f.Close()
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Error("the link was replaced")
	}
	if a, err := Read(real); err != nil || a.Revision != 2 {
		t.Error(err)
	}
	if got := names(t, dir) + " " + names(t, other); got != "link.yaml real.yaml" {
		t.Error(got)
	}
	loop := filepath.Join(dir, "loop.yaml")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	if err := openErr(loop); err == nil || !strings.Contains(err.Error(), "symbolic links") {
		t.Errorf("a loop: %v", err)
	}
}

// Two people on a network share where locks do not work: the second one is
// told, and nothing of the first one is lost.
func TestShareWithoutLocks(t *testing.T) {
	none := func(path, _ string) (*flock.Flock, error) {
		return nil, &fs.PathError{Op: "lock", Path: path, Err: cannotLock}
	}
	path := newPath(t)
	put(t, path, fixtureBytes(t, 1))
	var open [2]*File
	for i := range open {
		f, err := openFile(path, none)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		open[i] = f
	}
	first, second := open[0], open[1]
	save(t, first, fixture(2))
	save(t, first, fixture(3))
	was := get(t, path)
	for range 2 {
		if err := second.Save(fixture(4)); !errors.Is(err, ErrChanged) {
			t.Fatalf("the second one saved over the first: %v", err)
		}
	}
	if !bytes.Equal(get(t, path), was) {
		t.Error("the file of the first one is not as it was")
	}
	if a, err := Read(path); err != nil || a.Revision != 3 {
		t.Errorf("revision %v, %v", a, err)
	}
	save(t, first, fixture(5))
}
