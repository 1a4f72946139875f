package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	out, in := filepath.Join(dir, "report.pdf"), filepath.Join(dir, "result.yaml")
	put(t, in, []byte("input"))
	if err := WriteFile(out, []byte("one"), Refuse, in); err != nil {
		t.Fatal(err)
	}
	err := WriteFile(out, []byte("two"), Refuse)
	var exists *ExistsError
	if !errors.Is(err, ErrExists) || !errors.Is(err, fs.ErrExist) || !errors.As(err, &exists) || exists.Hint() == "" || string(get(t, out)) != "one" {
		t.Errorf("Refuse: %v, %s", err, get(t, out))
	}
	if err := WriteFile(out, []byte("three"), Replace, in); err != nil || string(get(t, out)) != "three" {
		t.Errorf("Replace: %v, %s", err, get(t, out))
	}
	names := []string{in, filepath.Join(dir, ".", "..", filepath.Base(dir), "result.yaml")}
	if link := filepath.Join(dir, "link"); os.Symlink(in, link) == nil {
		names = append(names, link)
	}
	for _, name := range names {
		if err := WriteFile(name, []byte("x"), Replace, out, in); err == nil || string(get(t, in)) != "input" {
			t.Errorf("%s: the input was written over", name)
		}
	}
	for _, bad := range []string{dir, os.DevNull, filepath.Join(dir, "no", "x.pdf"), ""} {
		var file *FileError
		if err := WriteFile(bad, nil, Replace); !errors.As(err, &file) || file.Hint() == "" {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestModeIsKept(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	path := newPath(t)
	put(t, path, fixtureBytes(t, 2))
	if err := os.Chmod(path, 0o664); err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	save(t, f, fixture(3))
	info, err := os.Stat(path)
	if err != nil || info.Mode() != 0o664 {
		t.Errorf("got %v, %v", info.Mode(), err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(fixture(4)); err == nil || !strings.Contains(err.Error(), "write-protected") {
		t.Errorf("a protected file: %v", err)
	}
}

// A disk that fails half-way leaves the old file and nothing else, and the same
// save works when the disk does again.
func TestFailingDisk(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{diskFull, "not saved: the disk is full"},
		{diskReadOnly, "not saved: the disk is read-only"},
		{errors.New("crc error"), "not saved: crc error"},
	} {
		path := newPath(t)
		old := fixtureBytes(t, 2)
		put(t, path, old)
		f := open(t, path)
		f.disk.write = func(file *os.File, data []byte) error {
			_, _ = file.Write(data[:len(data)/2])
			return &fs.PathError{Op: "write", Path: file.Name(), Err: c.err}
		}
		err := f.Save(fixture(3))
		var file *FileError
		if !errors.As(err, &file) || !strings.Contains(err.Error(), c.want) || !errors.Is(err, c.err) || strings.Contains(err.Error(), tempMark) {
			t.Errorf("got %v", err)
		}
		if !bytes.Equal(get(t, path), old) || names(t, filepath.Dir(path)) != "result.yaml result.yaml.lock" {
			t.Errorf("%v left: %s", c.err, names(t, filepath.Dir(path)))
		}
		f.disk.write = nil
		save(t, f, fixture(3))
		if a, err := Read(path); err != nil || a.Revision != 2 || !bytes.Equal(get(t, path+".bak"), old) {
			t.Errorf("after the failure: %v", err)
		}
		f.Close()
	}
}

// A USB stick that is taken out and put back in.
func TestFolderGone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "result.yaml")
	f := open(t, path)
	save(t, f, fixture(2))
	if err := os.Rename(dir, dir+"-out"); err != nil {
		t.Skip(err)
	}
	if err := f.Save(fixture(3)); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("got %v", err)
	}
	if err := os.Rename(dir+"-out", dir); err != nil {
		t.Fatal(err)
	}
	save(t, f, fixture(3))
}

// TestBackupProblem: a folder stands where the previous generation would go. The
// new answers are saved, and the problem is said.
func TestBackupProblem(t *testing.T) {
	path := newPath(t)
	put(t, path, fixtureBytes(t, 1))
	if err := os.Mkdir(path+".bak", 0o700); err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	defer f.Close()
	if err := f.BackupProblem(); err != nil {
		t.Fatal(err)
	}
	save(t, f, fixture(2))
	if err := f.BackupProblem(); err == nil || !strings.Contains(err.Error(), ".bak: not saved") {
		t.Errorf("the problem is not said: %v", err)
	}
	if err := os.Remove(path + ".bak"); err != nil {
		t.Fatal(err)
	}
	save(t, f, fixture(3))
	if err := f.BackupProblem(); err != nil {
		t.Errorf("after the folder is gone: %v", err)
	}
}
