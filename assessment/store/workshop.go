package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires/strictyaml"
)

// The layout of the folder of a workshop.
const (
	WorkshopFile      = "workshop.yaml"
	NamesFile         = "names.yaml"         // who is who; read by no report
	QuestionnaireFile = "questionnaire.yaml" // a copy, when it is not the built-in one
	SheetsFolder      = "sheets"             // what participants delivered
	StartFolder       = "sheets/start"       // sheets to be filled in
	RegisterFile      = "sheets/register.yaml"
	AgreedFolder      = "agreed"   // one result file for each unit
	WallFolder        = "wall"     // challenges and ideas
	FeedbackFolder    = "feedback" // what participants thought of the workshop
	PapersFolder      = "papers"   // what is printed
)

// privateFolder is the mode of the folders of a workshop.
const privateFolder fs.FileMode = 0o700

// Folder is the folder of a workshop. One that was opened for changes holds the
// lock of the workshop; keep it open only as long as a change takes. Result
// files in it have locks of their own; see Open.
type Folder struct {
	dir      string
	workshop *workshop.Workshop
	doc      *strictyaml.Document
	lock     *flock.Flock
	writable bool
}

// NewFile is a file that a new workshop has from its beginning.
type NewFile struct {
	Name string // with slashes, such as NamesFile
	Data []byte
}

// CreateFolder makes the folder of a new workshop with some files in it. A folder
// that holds a workshop, or another file of a name that is needed, is left alone,
// with an *ExistsError. workshop.yaml comes last: a folder that holds it is whole.
// After an error, nothing is left of what was made.
func CreateFolder(dir string, w *workshop.Workshop, files ...NewFile) (f *Folder, err error) {
	var made []string
	defer func() {
		if err == nil {
			return
		}
		if f != nil {
			err = errors.Join(err, f.Close())
		}
		for _, path := range slices.Backward(made) {
			// A folder in which somebody has put something is not removed.
			_ = os.Remove(path)
		}
		f = nil
	}()
	for _, sub := range []string{"", SheetsFolder, StartFolder, AgreedFolder, WallFolder, FeedbackFolder, PapersFolder} {
		path := filepath.Join(dir, filepath.FromSlash(sub))
		if _, statErr := os.Lstat(path); errors.Is(statErr, fs.ErrNotExist) {
			made = append(made, path)
		}
		if err := makePrivate(path); err != nil {
			return nil, err
		}
	}
	if f, err = lockFolder(dir); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(f.Path(WorkshopFile)); err == nil {
		return f, &ExistsError{Path: f.Path(WorkshopFile)}
	}
	for _, x := range files {
		if _, statErr := os.Lstat(f.Path(x.Name)); errors.Is(statErr, fs.ErrNotExist) {
			made = append(made, f.Path(x.Name))
		}
		if err := f.WriteFile(x.Name, x.Data, Refuse); err != nil {
			return f, err
		}
	}
	return f, f.Save(w)
}

// makePrivate makes a folder, unless there is one.
func makePrivate(dir string) error {
	err := os.MkdirAll(dir, privateFolder)
	if err == nil {
		return nil
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return &FileError{Path: dir, Message: "this is a file, not a folder", Remedy: "name another folder", Err: err}
	}
	return &FileError{Path: dir, Message: "the folder cannot be made: " + cause(err), Remedy: "name a folder of your own", Err: err}
}

// OpenFolder opens the folder of a workshop for changes and locks it. The error
// is an *InUseError when another process changes it at this moment, or one as
// of ReadFolder.
func OpenFolder(dir string) (*Folder, error) {
	if err := isWorkshop(dir); err != nil {
		return nil, err
	}
	f, err := lockFolder(dir)
	if err != nil {
		return nil, err
	}
	if err := f.load(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// ReadFolder opens the folder of a workshop for reading, without a lock. The
// error is an *InvalidError when workshop.yaml has faults and a *FileError when
// it cannot be read.
func ReadFolder(dir string) (*Folder, error) {
	if err := isWorkshop(dir); err != nil {
		return nil, err
	}
	f := &Folder{dir: dir}
	return f, f.load()
}

// isWorkshop reports why a folder is not that of a workshop.
func isWorkshop(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &FileError{Path: dir, Message: "there is no such folder", Remedy: "check the name, or make a workshop: dgca workshop new " + dir, Err: err}
	case err != nil:
		return readError(dir, err)
	case !info.IsDir():
		return &FileError{Path: dir, Message: "this is a file, not the folder of a workshop", Remedy: "give the name of the folder that holds " + WorkshopFile}
	}
	if _, err = os.Stat(filepath.Join(dir, WorkshopFile)); errors.Is(err, fs.ErrNotExist) {
		return &FileError{Path: dir, Message: "this folder holds no workshop: there is no " + WorkshopFile, Remedy: "check the name, or make a workshop: dgca workshop new " + dir, Err: err}
	}
	return nil
}

func lockFolder(dir string) (*Folder, error) {
	f := &Folder{dir: dir, writable: true}
	target, err := resolve(f.Path(WorkshopFile))
	if err != nil {
		return nil, err
	}
	switch f.lock, err = acquire(target, f.Path(WorkshopFile)); {
	case errors.Is(err, ErrInUse):
		return nil, err
	case err != nil && !noLocks(err):
		return nil, writeError(f.Path(WorkshopFile), err)
	}
	removeStale(target)
	return f, nil
}

func (f *Folder) load() error {
	w := new(workshop.Workshop)
	doc, err := f.decode(WorkshopFile, w)
	if err != nil {
		return err
	}
	var problems strictyaml.Problems
	for _, issue := range w.Validate() {
		p := doc.Problem(issue.Path, "%s", issue.Message)
		p.Hint = issue.Hint
		problems = append(problems, p)
	}
	if len(problems) > 0 {
		return &InvalidError{Path: f.Path(WorkshopFile), Problems: problems.Sort()}
	}
	f.workshop, f.doc = w, doc
	return nil
}

// Dir returns the folder as it was given.
func (f *Folder) Dir() string { return f.dir }

// Path returns the path of a file of the folder, from its name with slashes
// such as "wall/challenges.yaml".
func (f *Folder) Path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// Workshop returns the content of workshop.yaml. The caller may change it and
// give it to Save.
func (f *Folder) Workshop() *workshop.Workshop { return f.workshop }

// Document returns workshop.yaml as it was read, for the places of faults.
func (f *Folder) Document() *strictyaml.Document { return f.doc }

// Save writes workshop.yaml. The comments in it stay.
func (f *Folder) Save(w *workshop.Workshop) error {
	f.workshop = w
	return f.write(WorkshopFile, w, f.doc)
}

// ReadYAML decodes a file of the folder. It reports whether the file exists; a
// file that does not leaves the value as it was. Faults are an *InvalidError.
// The document may be given to WriteYAML.
func (f *Folder) ReadYAML(name string, into any) (doc *strictyaml.Document, exists bool, err error) {
	doc, err = f.decode(name, into)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	return doc, err == nil, err
}

func (f *Folder) decode(name string, into any) (*strictyaml.Document, error) {
	path := f.Path(name)
	data, err := readBytes(path)
	if err != nil {
		return nil, err
	}
	doc, err := strictyaml.Parse(path, data)
	if err != nil {
		return nil, invalid(path, err)
	}
	if problems := doc.Decode(into); len(problems) > 0 {
		return nil, &InvalidError{Path: path, Problems: problems.Sort()}
	}
	return doc, nil
}

// WriteYAML writes a file of the folder, which must be open for changes, whole
// or not at all. It replaces a file that is there; the comments of its document,
// which may be nil, stay.
func (f *Folder) WriteYAML(name string, v any, doc *strictyaml.Document) error {
	return f.write(name, v, doc)
}

func (f *Folder) write(name string, v any, doc *strictyaml.Document) error {
	data, err := strictyaml.Encode(v, doc)
	if err != nil {
		return &FileError{Path: f.Path(name), Message: "not saved: " + err.Error(), Err: err}
	}
	return f.WriteFile(name, data, Replace)
}

// WriteFile writes a file of the folder, which must be open for changes. When
// the file holds these bytes already, nothing is written.
func (f *Folder) WriteFile(name string, data []byte, overwrite Overwrite) error {
	path := f.Path(name)
	if !f.writable {
		return &FileError{Path: path, Message: "not saved: the workshop is open for reading only"}
	}
	if old, err := readBytes(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return WriteFile(path, data, overwrite)
}

// CheckWritable reports, before anything is typed, why a file of the folder could
// not be written. The folder must be open for changes.
func (f *Folder) CheckWritable(name string) error {
	if err := probe(f.Path(name)); err != nil {
		return writeError(f.Path(name), err)
	}
	return nil
}

// Files returns the names of the files in a part of the folder with an ending
// such as ".yaml", in alphabetical order. Hidden files are left out.
func (f *Folder) Files(part, ending string) ([]string, error) {
	entries, err := os.ReadDir(f.Path(part))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, readError(f.Path(part), err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && strings.HasSuffix(strings.ToLower(e.Name()), ending) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

// Close gives up the lock. It saves nothing. Closing twice is no error.
func (f *Folder) Close() error {
	f.writable = false
	if f.lock == nil {
		return nil
	}
	l := f.lock
	f.lock = nil
	return releaseLock(l)
}

// AgreedFile returns the name of the file with the agreed answers of a unit.
func AgreedFile(id workshop.UnitID) string { return AgreedFolder + "/" + string(id) + ".yaml" }

// Agreed returns the agreed answers of a unit, or nil when there are none yet.
func (f *Folder) Agreed(id workshop.UnitID) (*assessment.Assessment, error) {
	a, err := Read(f.Path(AgreedFile(id)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return a, err
}
