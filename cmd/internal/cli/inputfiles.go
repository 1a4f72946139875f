package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// matching replaces each name with * or ? in it by the files that it stands
// for, as the shells of other systems do before a program starts; those of
// Windows do not. A name that is a file, or that stands for none, stays.
func matching(names []string) []string {
	var files []string
	for _, name := range names {
		if _, err := os.Lstat(name); err != nil && strings.ContainsAny(name, "*?") {
			if found, err := filepath.Glob(name); err == nil && len(found) > 0 {
				files = append(files, found...)
				continue
			}
		}
		files = append(files, name)
	}
	return files
}

// checkInputFile says why a file cannot be opened for reading, whatever its
// content.
func checkInputFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failf("check the name and the folder", "%s: there is no such file", path)
	case err != nil:
		return failf("check the name and your rights", "%s: the file cannot be read", path)
	case info.IsDir():
		return failf("give the name of a file in it", "%s: this is a folder, not a file", path)
	case !info.Mode().IsRegular():
		return failf("give the name of an ordinary file", "%s: this is not an ordinary file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return failf("ask its owner for the right to read it", "%s: you may not read this file", path)
	}
	return f.Close()
}

// readInputFile reads a file of at most limit bytes and one more, or the
// standard input for "-".
func (a *app) readInputFile(path string, limit int64) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(io.LimitReader(a.streams.In, limit+1))
	}
	if err := checkInputFile(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, failf("try again", "%s: the file cannot be opened", path)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, failf("check the disk or the USB stick", "%s: the file cannot be read to its end", path)
	}
	return data, nil
}

// makeFolder makes a folder for output, if it does not exist.
func makeFolder(dir string) error {
	err := os.MkdirAll(dir, 0o777)
	if err == nil {
		return nil
	}
	why := "the folder cannot be made"
	switch info, statErr := os.Stat(dir); {
	case statErr == nil && !info.IsDir():
		why = "this is a file, not a folder"
	case errors.Is(err, fs.ErrPermission):
		why += ": you may not write here"
	}
	return failf("name a folder of your own", "%s: %s", dir, why)
}
