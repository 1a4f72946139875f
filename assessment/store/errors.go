package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dgca/questionnaires/strictyaml"
)

// Errors to compare with errors.Is; the values carry the path and a hint.
var (
	ErrInUse   = errors.New("the file is in use")
	ErrChanged = errors.New("the file was changed by somebody else")
	ErrExists  = errors.New("the file exists")
)

// InvalidError says that the content of a file has faults.
type InvalidError struct {
	Path     string
	Problems strictyaml.Problems // at least one
}

// Error returns one line for each fault, each with its place.
func (e *InvalidError) Error() string { return e.Problems.Error() }

// invalid turns the error of strictyaml.Parse into an *InvalidError.
func invalid(path string, err error) error {
	var problems strictyaml.Problems
	if errors.As(err, &problems) {
		return &InvalidError{Path: path, Problems: problems}
	}
	return err
}

// InUseError says that another process has the file open for writing.
type InUseError struct{ Path string }

func (e *InUseError) Error() string { return e.Path + " is open in another dgca" }

// Hint says what to do.
func (e *InUseError) Hint() string {
	return "close the other window or program, then try again"
}

// Is makes the error equal to ErrInUse.
func (e *InUseError) Is(target error) bool { return target == ErrInUse }

// ChangedError says that the file on the disk is no longer the one that was
// read. Nothing was written.
type ChangedError struct{ Path string }

func (e *ChangedError) Error() string {
	return e.Path + " was changed by somebody else since it was opened; nothing was written over it"
}

// Hint says what to do.
func (e *ChangedError) Hint() string {
	return "save what you have to another file, and compare the two"
}

// Permanent says that saving again will fail again.
func (e *ChangedError) Permanent() bool { return true }

// Is makes the error equal to ErrChanged.
func (e *ChangedError) Is(target error) bool { return target == ErrChanged }

// ExistsError says that a file is there that may not be replaced.
type ExistsError struct{ Path string }

func (e *ExistsError) Error() string { return e.Path + " exists and is left as it is" }

// Hint says what to do.
func (e *ExistsError) Hint() string { return "choose another name, or add --force to replace it" }

// Is makes the error equal to ErrExists and to fs.ErrExist.
func (e *ExistsError) Is(target error) bool { return target == ErrExists || target == fs.ErrExist }

// FileError says that a file cannot be read or written.
type FileError struct {
	Path    string
	Message string // what is wrong, without the path
	Remedy  string // what to do about it, or ""
	Err     error  // the error of the system, or nil
}

func (e *FileError) Error() string { return e.Path + ": " + e.Message }

// Hint says what to do.
func (e *FileError) Hint() string { return e.Remedy }

// Unwrap returns the error of the system.
func (e *FileError) Unwrap() error { return e.Err }

// readError puts a failed reading into words.
func readError(path string, err error) error {
	e := &FileError{Path: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Message, e.Remedy = "there is no such file", "check the name and the folder"
	case errors.Is(err, fs.ErrPermission):
		e.Message, e.Remedy = "you may not read this file", "ask its owner for the right to read it"
	case isNameTooLong(err):
		e.Message, e.Remedy = "the name of the file is too long", "give it a shorter name"
	default:
		e.Message, e.Remedy = "the file cannot be read: "+cause(err), "check the disk or the USB stick"
	}
	return e
}

// writeError puts a failed writing into words. The old file is as it was.
func writeError(path string, err error) error {
	e := &FileError{Path: path, Err: err}
	switch {
	case errors.Is(err, errProtected):
		e.Message, e.Remedy = "not saved: the file is write-protected", "take the protection off, or save to another file"
	case isNameTooLong(err):
		e.Message, e.Remedy = "not saved: the name of the file is too long", "choose a shorter name"
	case isFull(err):
		e.Message, e.Remedy = "not saved: the disk is full", "free some space, or save to another disk"
	case isReadOnly(err):
		e.Message, e.Remedy = "not saved: the disk is read-only", "remove the write protection, or save to another disk"
	case errors.Is(err, fs.ErrPermission):
		e.Message, e.Remedy = "not saved: you may not write in this folder", "save to a folder of your own"
	case errors.Is(err, fs.ErrNotExist):
		e.Message, e.Remedy = "not saved: the folder "+filepath.Dir(path)+" does not exist", "make the folder, or put the USB stick back in"
	default:
		e.Message, e.Remedy = "not saved: "+cause(err), "check the disk, or save to another one"
	}
	return e
}

// cause returns what the system says, without the operation and the temporary
// name, which mean nothing to the user.
func cause(err error) string {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, &pathErr):
		return pathErr.Err.Error()
	case errors.As(err, &linkErr):
		return linkErr.Err.Error()
	}
	return err.Error()
}

// notRegular says that a path leads to something that is not a file.
func notRegular(path string, info fs.FileInfo) error {
	if info.IsDir() {
		return &FileError{Path: path, Message: "this is a folder, not a file", Remedy: "give the name of a file in it"}
	}
	return &FileError{Path: path, Message: "this is not an ordinary file", Remedy: "give the name of an ordinary file"}
}
