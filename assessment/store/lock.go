package store

import (
	"os"

	"github.com/gofrs/flock"
)

// lockSuffix ends the name of the side file that is locked. The data file
// itself is replaced by each save, so a lock on it would be lost.
const lockSuffix = ".lock"

// lockAttempts is how often a lock is tried whose side file another process
// removes at the same moment.
const lockAttempts = 10

// locker is acquire, or what a test puts in its place.
type locker func(path, shown string) (*flock.Flock, error)

// acquire takes the lock of a file or returns an *InUseError, without waiting.
func acquire(path, shown string) (*flock.Flock, error) {
	name := path + lockSuffix
	for range lockAttempts {
		l := flock.New(name, flock.SetPermissions(privateMode))
		locked, err := l.TryLock()
		if err != nil {
			return nil, err
		}
		if !locked {
			return nil, &InUseError{Path: shown}
		}
		// Another process may have removed the side file after we opened it: the
		// lock would then be on a file that nobody else can see.
		mine, err1 := l.Stat()
		seen, err2 := os.Stat(name)
		if err1 == nil && err2 == nil && os.SameFile(mine, seen) {
			return l, nil
		}
		_ = l.Unlock()
	}
	return nil, &InUseError{Path: shown}
}
