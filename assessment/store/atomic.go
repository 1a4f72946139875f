package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Overwrite says what to do with a file that exists.
type Overwrite bool

// The choices of Overwrite.
const (
	Refuse  Overwrite = false
	Replace Overwrite = true
)

// privateMode is the mode of new files: results and reports name people.
const privateMode fs.FileMode = 0o600

// WriteFile writes an output file, such as a report, whole or not at all. A
// file that exists is replaced only with Replace, and keeps its mode; the error
// is otherwise an *ExistsError. An output that is one of the input files, under
// whatever name, is refused in any case.
func WriteFile(path string, data []byte, overwrite Overwrite, inputs ...string) error {
	target, err := resolve(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return writeError(path, err)
	default:
		for _, in := range inputs {
			if other, err := os.Stat(in); err == nil && os.SameFile(info, other) {
				return &FileError{Path: path, Message: "this file is read and would be written over", Remedy: "choose another name for the output"}
			}
		}
		if !info.Mode().IsRegular() {
			return notRegular(path, info)
		}
		if overwrite == Refuse {
			return &ExistsError{Path: path}
		}
	}
	if err := (writer{}).replace(target, data, 0); err != nil {
		return writeError(path, err)
	}
	return nil
}

// writer writes files; tests put failures into it.
type writer struct {
	write func(f *os.File, data []byte) error // nil: f.Write
}

// tempMark is in the name of every temporary file, which begins with a point
// and the name of the file that it becomes.
const tempMark = ".dgca-tmp-"

// replace puts data in the place of a file in one step. The mode 0 stands for
// the mode of the file that is there, or privateMode for a new one. When replace
// fails, the old file is as it was.
func (w writer) replace(path string, data []byte, mode fs.FileMode) (err error) {
	f, mode, err := temporary(path, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if mode != privateMode { // the mode that CreateTemp gives
		if err := f.Chmod(mode); err != nil {
			return err
		}
	}
	write := w.write
	if write == nil {
		write = func(f *os.File, data []byte) error { _, err := f.Write(data); return err }
	}
	if err := write(f, data); err != nil {
		return err
	}
	// Without this, a power cut after the rename can leave an empty file.
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// temporary makes the file that will become path, and returns the mode that it
// is to have.
func temporary(path string, mode fs.FileMode) (*os.File, fs.FileMode, error) {
	if mode == 0 {
		mode = privateMode
		if info, err := os.Stat(path); err == nil {
			mode = info.Mode().Perm()
		}
	}
	if mode&0o200 == 0 {
		return nil, 0, &fs.PathError{Op: "write", Path: path, Err: errProtected}
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+tempMark+"*")
	return f, mode, err
}

// probe makes the file that would become path, and removes it.
func probe(path string) error {
	f, _, err := temporary(path, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// errProtected keeps a file whose owner took away the right to write from being
// replaced, which the system would allow.
var errProtected = errors.New("the file is write-protected")

// removeStale removes temporary files of path that a killed process left. It
// needs the lock of the file.
func removeStale(path string) {
	dir, base := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), "."+base+tempMark) && e.Type().IsRegular() {
			// A file that cannot be removed harms nobody and is tried again.
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}
