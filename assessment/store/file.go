package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"github.com/gofrs/flock"

	"dgca/assessment"
	"dgca/questionnaires/strictyaml"
)

// backupSuffix ends the name of the previous generation.
const backupSuffix = ".bak"

// File is a result file that is open for writing. Its methods may be called by
// several goroutines.
type File struct {
	path   string   // as given, for messages
	target string   // the file itself, at the end of symbolic links
	start  *content // nil for a new file
	disk   writer
	locker locker

	mu       sync.Mutex
	lock     *flock.Flock // nil when it could not be had
	exists   bool
	hash     [sha256.Size]byte // of the bytes that were last read or written
	last     []byte            // what was last read or written, encoded without comments
	revision int
	backup   []byte // bytes that still have to be kept as the previous generation
	unkept   error  // why they could not be kept at the last save
	closed   bool
}

// Open opens a result file for writing and locks it. The file need not exist;
// nothing but the lock is made before the first Save. Temporary files that a
// killed process left are removed. The error is an *InUseError when another
// process has the file open, or one as of Read. In a folder that cannot be
// written Open succeeds and Save fails.
func Open(path string) (*File, error) { return openFile(path, acquire) }

func openFile(path string, lock locker) (*File, error) {
	target, err := resolve(path)
	if err != nil {
		return nil, err
	}
	f := &File{path: path, target: target, locker: lock}
	// Reading must work where no lock can be made. Save tries again.
	if err := f.acquire(); errors.Is(err, ErrInUse) {
		return nil, err
	}
	if err := f.load(); err != nil {
		_ = f.Close() // the first error counts
		return nil, err
	}
	return f, nil
}

// acquire takes the lock, if it is not held yet, and cleans up.
func (f *File) acquire() error {
	if f.lock != nil {
		return nil
	}
	l, err := f.locker(f.target, f.path)
	if err != nil {
		return err
	}
	f.lock = l
	removeStale(f.target)
	return nil
}

// load reads the file if it exists.
func (f *File) load() error {
	data, err := readBytes(f.target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	c, err := decode(f.path, data)
	if err != nil {
		return err
	}
	if f.last, err = encode(c.stored, 0, nil); err != nil {
		return err
	}
	f.start, f.exists, f.backup = c, true, data
	f.hash, f.revision = sha256.Sum256(data), c.stored.Revision
	return nil
}

// Path returns the path as it was given to Open.
func (f *File) Path() string { return f.path }

// Assessment returns what the file held when it was opened, with the scores
// computed anew, or nil for a new file. The caller may change it.
func (f *File) Assessment() *assessment.Assessment {
	if f.start == nil {
		return nil
	}
	return f.start.assessment()
}

// CheckWritable reports, as Save would, that nothing can be written beside the
// file, before somebody types for an hour. It changes nothing.
func (f *File) CheckWritable() error {
	if err := probe(f.target); err != nil {
		return writeError(f.path, err)
	}
	return nil
}

// CheckNew reports, as Save would, that no new file can be written at a path. It
// changes nothing.
func CheckNew(path string) error {
	target, err := resolve(path)
	if err != nil {
		return err
	}
	return (&File{path: path, target: target}).CheckWritable()
}

// Warnings returns a sentence for each place where the scores in the file
// disagreed with its answers when it was opened. The next Save mends them.
func (f *File) Warnings() []string {
	if f.start == nil {
		return nil
	}
	return f.start.stored.CheckSummary()
}

// Save writes the assessment with the next revision number and with its scores;
// a is not changed. When nothing has changed, nothing is written. It fails
// with a *ChangedError, and writes nothing, when the file on the disk is not as
// it was left, and with an *InUseError or a *FileError; the old file is then as
// it was, and the save can be tried again.
func (f *File) Save(a *assessment.Assessment) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return &FileError{Path: f.path, Message: "not saved: the file was closed", Err: fs.ErrClosed}
	}
	scored := *a
	scored.Scores = a.Summarize()
	plain, err := encode(&scored, 0, nil)
	if err != nil {
		return fmt.Errorf("%s: not saved: %w", f.path, err)
	}
	if f.exists && bytes.Equal(plain, f.last) {
		return nil
	}
	if err := f.acquire(); errors.Is(err, ErrInUse) || err != nil && !noLocks(err) {
		return f.inWords(err)
	}
	if err := f.unchanged(); err != nil {
		return err
	}
	return f.write(&scored, plain)
}

// BackupProblem returns why the generation before this one could not be kept
// beside the file, or nil.
func (f *File) BackupProblem() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.unkept == nil {
		return nil
	}
	return writeError(f.path+backupSuffix, f.unkept)
}

// unchanged reports an error when the file on the disk is not the one that was
// last read or written. A file that is gone may be written again.
func (f *File) unchanged() error {
	data, err := readBytes(f.target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return f.inWords(err)
	case !f.exists || sha256.Sum256(data) != f.hash:
		return &ChangedError{Path: f.path}
	}
	return nil
}

func (f *File) write(a *assessment.Assessment, plain []byte) error {
	var doc *strictyaml.Document
	if f.start != nil {
		doc = f.start.doc
	}
	data, err := encode(a, f.revision+1, doc)
	if err != nil {
		return fmt.Errorf("%s: not saved: %w", f.path, err)
	}
	if len(data) > MaxBytes {
		return &FileError{Path: f.path, Message: fmt.Sprintf("not saved: the file would be larger than %d MiB", MaxBytes>>20), Remedy: "shorten the longest texts"}
	}
	// New answers count for more than the old generation: when it cannot be
	// kept now, that is tried again at the next save.
	if f.backup != nil {
		if f.unkept = f.disk.replace(f.target+backupSuffix, f.backup, privateMode); f.unkept == nil {
			f.backup = nil
		}
	}
	if err := f.disk.replace(f.target, data, 0); err != nil {
		return f.inWords(err)
	}
	f.exists, f.hash, f.last = true, sha256.Sum256(data), plain
	f.revision++
	return nil
}

// inWords returns an error as one that names the file and says that it was not
// saved.
func (f *File) inWords(err error) error {
	var known *FileError
	switch {
	case errors.Is(err, ErrInUse):
		return err
	case errors.As(err, &known):
		return &FileError{Path: f.path, Message: "not saved: " + known.Message, Remedy: known.Remedy, Err: known.Err}
	}
	return writeError(f.path, err)
}

// Close gives up the lock. It saves nothing. Closing twice is no error.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	if f.lock == nil {
		return nil
	}
	l := f.lock
	f.lock = nil
	return releaseLock(l)
}
