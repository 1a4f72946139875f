package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// readBytes reads a regular file of at most MaxBytes; a longer one is returned
// with one byte more, which the parser refuses.
func readBytes(path string) ([]byte, error) {
	// Asked before opening: to open a pipe would wait for its other end.
	info, err := os.Stat(path)
	if err != nil {
		return nil, readError(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, notRegular(path, info)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, readError(path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, readError(path, err)
	}
	return data, nil
}

// FormatOf returns what a file says about its format, such as "dgca.wall/1"; ""
// when it says nothing or cannot be read.
func FormatOf(path string) string {
	data, err := readBytes(path)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if said, ok := strings.CutPrefix(line, "format:"); ok {
			said, _, _ = strings.Cut(said, " #")
			return strings.Trim(strings.TrimSpace(said), `"'`)
		}
	}
	return ""
}

// maxLinks is how many symbolic links in a row are followed.
const maxLinks = 40

// resolve follows symbolic links to the file itself, which need not exist, so
// that a save replaces the file and not the link, and so that all names of a
// file share one lock.
func resolve(path string) (string, error) {
	target := path
	for range maxLinks {
		info, err := os.Lstat(target)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return resolveFolder(target)
		}
		next, err := os.Readlink(target)
		if err != nil {
			return "", readError(path, err)
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(target), next)
		}
		target = next
	}
	return "", readError(path, errors.New("too many symbolic links"))
}

// resolveFolder follows the symbolic links in the folders of a path.
func resolveFolder(path string) (string, error) {
	dir, err := filepath.EvalSymlinks(filepath.Dir(path))
	if errors.Is(err, fs.ErrNotExist) {
		return "", writeError(path, err)
	}
	if err != nil {
		return "", readError(path, err)
	}
	return filepath.Join(dir, filepath.Base(path)), nil
}
