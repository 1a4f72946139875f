//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"

	"github.com/gofrs/flock"
)

// rename replaces a file in one step.
func rename(from, to string) error { return os.Rename(from, to) }

// syncFolder makes a rename survive a power cut.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if errors.Is(err, os.ErrPermission) {
		return nil // a folder may be written and not read
	}
	if err != nil {
		return err
	}
	defer d.Close()
	// Some file systems, mostly of networks, cannot do this; the file is in place.
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}

// releaseLock removes the side file while it is still locked, so that nobody
// can take a lock on it in between.
func releaseLock(l *flock.Flock) error {
	err := os.Remove(l.Path())
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, l.Unlock())
}

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isNameTooLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// noLocks reports whether the file system cannot lock at all.
func noLocks(err error) bool {
	return errors.Is(err, syscall.ENOLCK) || errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENOSYS)
}
