package store

import (
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"
	"golang.org/x/sys/windows"
)

// renameWait is how long a file is waited for that another program, mostly a
// virus scanner or an indexer, holds open.
const renameWait = 2 * time.Second

// rename replaces a file in one step.
func rename(from, to string) error {
	pause := 5 * time.Millisecond
	for waited := time.Duration(0); ; waited += pause {
		err := os.Rename(from, to)
		busy := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
			errors.Is(err, windows.ERROR_LOCK_VIOLATION)
		if !busy || waited >= renameWait {
			return err
		}
		if waited > 0 && pause < 100*time.Millisecond {
			pause *= 2
		}
		time.Sleep(pause)
	}
}

// syncFolder does nothing: folders cannot be synced on Windows, where the file
// system writes renames to its journal.
func syncFolder(string) error { return nil }

// releaseLock removes the side file after unlocking it, since an open file
// cannot be removed; when another process opened it in between, it stays.
func releaseLock(l *flock.Flock) error {
	err := l.Unlock()
	_ = os.Remove(l.Path())
	return err
}

func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isNameTooLong(err error) bool {
	return errors.Is(err, windows.ERROR_FILENAME_EXCED_RANGE) || errors.Is(err, windows.ERROR_INVALID_NAME)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// noLocks reports whether the file system cannot lock at all.
func noLocks(err error) bool {
	return errors.Is(err, windows.ERROR_NOT_SUPPORTED) || errors.Is(err, windows.ERROR_INVALID_FUNCTION)
}
