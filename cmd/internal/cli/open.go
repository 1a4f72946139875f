package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dgca/assessment/store"
)

// openNew opens a result file that must not exist yet.
func openNew(path string) (*store.File, error) {
	if reservedNames.MatchString(filepath.Base(path)) {
		return nil, usagef("choose another name", "%s: this name is reserved on Windows", path)
	}
	f, err := store.Open(path)
	if err != nil {
		return nil, err
	}
	if f.Assessment() != nil {
		return nil, errors.Join(&store.ExistsError{Path: path}, f.Close())
	}
	return f, nil
}

// openExisting opens a result file for changing it; there must be one.
func openExisting(path string) (*store.File, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, failf("check the name and the folder", "%s: there is no such file", path)
	}
	return store.Open(path)
}
