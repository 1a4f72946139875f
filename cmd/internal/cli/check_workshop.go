package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/questionnaires/strictyaml"
)

// workshopFormats are the formats of files that are checked with the workshop to
// which they belong.
var workshopFormats = []string{workshop.Format, workshop.WallFormat, workshop.RegisterFormat, workshop.NamesFormat, workshop.FeedbackFormat, workshop.FeedbackAnswerFormat}

// workshopOf returns the folder of the workshop that a path is or belongs to, and
// the name of the file in it, which is "" for the whole folder.
func workshopOf(path string) (dir, name string, ok bool) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path, "", fileExists(filepath.Join(path, store.WorkshopFile))
	}
	format, _, _ := strings.Cut(store.FormatOf(path), "/")
	if !slices.ContainsFunc(workshopFormats, func(f string) bool { return strings.HasPrefix(f, format+"/") }) {
		return "", "", false
	}
	for dir, name = filepath.Dir(path), filepath.Base(path); ; dir, name = filepath.Dir(dir), filepath.Base(dir)+"/"+name {
		if fileExists(filepath.Join(dir, store.WorkshopFile)) {
			return dir, name, true
		}
		if strings.Count(name, "/") == 2 {
			return "", "", false
		}
		if dir == "." {
			if dir, _ = filepath.Abs(dir); dir == "" {
				return "", "", false
			}
		}
	}
}

// workshopChecker checks the files of one workshop.
type workshopChecker struct {
	*checker
	room *room
	only string // the one file that is checked; "" for all
}

// workshop checks the folder of a workshop, or one of its files.
func (c *checker) workshop(ctx context.Context, dir, only string) error {
	w := &workshopChecker{checker: c, only: only}
	folder, err := store.ReadFolder(dir)
	workshopFile := filepath.Join(dir, store.WorkshopFile)
	if err == nil {
		w.room, err = enter(folder, nil)
	}
	if err == nil {
		err = checkFile(folder.Document(), workshopFile, w.room.w.ValidateScope(w.room.q))
	}
	if only == "" || only == store.WorkshopFile || err != nil {
		if err := c.tell(workshopFile, err, ""); err != nil {
			return err
		}
	}
	if err != nil {
		c.a.say("%s: the other files are checked when these faults are mended.", dir)
		return nil
	}
	for _, check := range []func() error{w.names, w.register, w.sheets, w.starts, w.agreed, w.wall, w.feedback} {
		if err := errors.Join(ctx.Err(), check()); err != nil {
			return err
		}
	}
	return nil
}

// wanted reports whether a file is to be checked.
func (w *workshopChecker) wanted(name string) bool { return w.only == "" || w.only == name }

// yaml checks a file of the workshop that may be missing, in its own way.
func (w *workshopChecker) yaml(name string, into any, issues func() []assessment.Issue) error {
	if !w.wanted(name) {
		return nil
	}
	doc, exists, err := w.room.ReadYAML(name, into)
	if err == nil && !exists {
		return nil
	}
	if err == nil {
		err = checkFile(doc, w.room.Path(name), issues())
	}
	return w.tell(w.room.Path(name), err, "")
}

func (w *workshopChecker) names() error {
	var n workshop.Names
	return w.yaml(store.NamesFile, &n, func() []assessment.Issue { return n.Validate(w.room.w) })
}

func (w *workshopChecker) register() error {
	if !w.wanted(store.RegisterFile) || !fileExists(w.room.Path(store.RegisterFile)) {
		return nil
	}
	register, err := w.room.Register()
	if err == nil {
		var doc *strictyaml.Document
		var again workshop.Register
		if doc, _, err = w.room.ReadYAML(store.RegisterFile, &again); err == nil {
			err = checkFile(doc, w.room.Path(store.RegisterFile), w.registerIssues(register))
		}
	}
	return w.tell(w.room.Path(store.RegisterFile), err, "")
}

// registerIssues says which entries of the register have no participant or no
// file.
func (w *workshopChecker) registerIssues(r *workshop.Register) []assessment.Issue {
	issues := r.Validate(w.room.w)
	for _, f := range r.Sheets {
		if _, err := os.Stat(w.room.Path(store.SheetsFolder + "/" + f.File)); errors.Is(err, fs.ErrNotExist) {
			issues = append(issues, assessment.Issue{Path: "sheets." + string(f.Owner) + ".file",
				Message: fmt.Sprintf("there is no file %s in %s", f.File, w.room.Path(store.SheetsFolder)), Hint: "put the file back, or take the entry out and collect the sheet again"})
		}
	}
	return issues
}

// sheets checks the sheets that are filed, and says which files are not.
func (w *workshopChecker) sheets() error {
	files, err := w.room.Files(store.SheetsFolder, ".yaml")
	if err != nil {
		return err
	}
	register, err := w.room.Register()
	if err != nil {
		return nil // it was told
	}
	for _, file := range files {
		name := store.SheetsFolder + "/" + file
		if name == store.RegisterFile || !w.wanted(name) {
			continue
		}
		filed := slices.ContainsFunc(register.Sheets, func(f workshop.Filed) bool { return f.File == file || slices.Contains(f.Replaced, file) })
		if !filed {
			w.a.say("%s: note: this sheet is in no entry of the register and is not counted; file it with: %s --collect %s", w.room.Path(name), w.room.command("sheets"), quoteArgument(w.room.Path(name)))
		}
		if err := w.result(name); err != nil {
			return err
		}
	}
	return nil
}

func (w *workshopChecker) starts() error { return w.results(store.StartFolder) }

func (w *workshopChecker) agreed() error { return w.results(store.AgreedFolder) }

// results checks the result files in a part of the workshop.
func (w *workshopChecker) results(part string) error {
	files, err := w.room.Files(part, ".yaml")
	if err != nil {
		return err
	}
	for _, file := range files {
		if w.wanted(part + "/" + file) {
			if err := w.result(part + "/" + file); err != nil {
				return err
			}
		}
	}
	return nil
}

// result checks a result file, and that it belongs to the workshop.
func (w *workshopChecker) result(name string) error {
	path := w.room.Path(name)
	result, _, err := store.ReadSheet(path)
	if err == nil {
		if belongs := w.room.w.Belongs(w.room.q, result); belongs != nil {
			err = &store.InvalidError{Path: path, Problems: strictyaml.Problems{{File: path, Line: 1, Column: 1, Message: belongs.Error(), Hint: belongs.Remedy}}}
		}
	}
	if err != nil {
		return w.tell(path, err, "")
	}
	return w.file(path)
}

func (w *workshopChecker) wall() error {
	var wall workshop.Wall
	return w.yaml(wallFile, &wall, func() []assessment.Issue { return wall.Validate(w.room.w, w.room.q) })
}

// feedback checks the questions and the forms.
func (w *workshopChecker) feedback() error {
	questions := workshop.UsualFeedback()
	name := store.FeedbackFolder + "/" + feedbackQuestions
	if fileExists(w.room.Path(name)) {
		own := new(workshop.Feedback)
		if err := w.yaml(name, own, own.Validate); err != nil {
			return err
		}
		if doc, _, err := w.room.ReadYAML(name, own); err != nil || checkFile(doc, name, own.Validate()) != nil {
			return nil // forms are checked when their questions are right
		}
		questions = own
	}
	files, err := w.room.Files(store.FeedbackFolder, ".yaml")
	if err != nil {
		return err
	}
	for _, file := range files {
		if file == feedbackQuestions {
			continue
		}
		var form workshop.FeedbackAnswer
		if err := w.yaml(store.FeedbackFolder+"/"+file, &form, func() []assessment.Issue { return questions.ValidateAnswer(&form) }); err != nil {
			return err
		}
	}
	return nil
}
