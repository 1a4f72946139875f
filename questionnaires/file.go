package questionnaires

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"dgca/questionnaires/strictyaml"
)

// besides returns a reader of the files in the folder of path. The file of path
// itself is shown as the user wrote it.
func besides(path string) func(name string) (string, []byte, *strictyaml.Problem) {
	return func(name string) (string, []byte, *strictyaml.Problem) {
		shown := path
		if name != filepath.Base(path) {
			shown = filepath.Join(filepath.Dir(path), name)
		}
		content, err := readFile(shown)
		if err == nil {
			return shown, content, nil
		}
		p := &strictyaml.Problem{File: shown, Message: err.Error()}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			p.Message, p.Hint = "there is no such file", "check the name and the folder"
		case errors.Is(err, fs.ErrPermission):
			p.Message, p.Hint = "you may not read this file", "check its permissions, or whether another program has it open"
		}
		return shown, nil, p
	}
}

// readFile reads at most one byte more than a questionnaire file may have: that
// is enough for the parser to refuse it.
func readFile(path string) ([]byte, error) {
	// Asked before opening, because to open a named pipe would wait for ever.
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("this is a folder, not a file")
	case !info.Mode().IsRegular():
		return nil, errors.New("this is not a regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, strictyaml.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("the file cannot be read to its end: %w", err)
	}
	return content, nil
}
