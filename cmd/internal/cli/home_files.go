package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/cmd/internal/tui/home"
	"dgca/questionnaires"
)

// The limits of the list of files, so that the menu opens at once in any folder.
const (
	mostListed  = 7       // result files that are listed
	mostLooked  = 500     // files whose beginning is looked at
	maxListed   = 1 << 20 // size of a result file that is read; usual ones have 40 kB
	headOfAFile = 4 << 10 // where the format of a result file stands
)

// use is what a listed file is chosen for.
type use int

// The uses.
const (
	toRead use = iota
	toResume
)

// results are the result files of a folder, the newest first.
type results struct {
	entries []resultEntry
	more    bool // there are older ones
}

// resultEntry is a result file in the menu.
type resultEntry struct {
	path   string
	result *assessment.Assessment // nil: it cannot be used
	reason string                 // why
}

// listResults looks for result files in a folder. What cannot be read is
// listed with the reason; what is no result file is left out.
func listResults(dir string) results {
	var found results
	for i, path := range yamlFiles(dir) {
		switch {
		case i == mostLooked:
			return found
		case !looksLikeResult(path):
			continue
		case len(found.entries) == mostListed:
			found.more = true
			return found
		}
		found.entries = append(found.entries, readEntry(path))
	}
	return found
}

// yamlFiles returns the YAML files of a folder, the newest first.
func yamlFiles(dir string) []string {
	entries, _ := os.ReadDir(dir) // a folder that cannot be read has nothing to offer
	times := map[string]time.Time{}
	var paths []string
	for _, e := range entries {
		if ext := strings.ToLower(filepath.Ext(e.Name())); ext != ".yaml" && ext != ".yml" {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if strings.HasPrefix(path, "-") { // it would be a flag
			path = "." + string(filepath.Separator) + path
		}
		// Asked before opening: to open a pipe would wait for its other end.
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			paths = append(paths, path)
			times[path] = info.ModTime()
		}
	}
	slices.SortStableFunc(paths, func(a, b string) int { return times[b].Compare(times[a]) })
	return paths
}

// resultNames are names as dgca gives them: unit, date and kind.
var resultNames = regexp.MustCompile(`-\d{4}-\d\d-\d\d-[a-z]+(-\d+|-merged|-corrected)*\.ya?ml$`)

// looksLikeResult tells a result file from other YAML files by its first lines,
// or by its name when there is nothing to be read in it.
func looksLikeResult(path string) bool {
	// A pipe could be waited for without end.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return false
	}
	if resultNames.MatchString(path) {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, headOfAFile)) // an error ends the head
	format, _, _ := strings.Cut(assessment.Format, "/")
	return bytes.Contains(head, []byte(format+"/"))
}

func readEntry(path string) resultEntry {
	if info, err := os.Stat(path); err == nil && info.Size() > maxListed {
		return resultEntry{path: path, reason: "too large for this list"}
	}
	result, err := store.Read(path)
	return resultEntry{path, result, shortReason(err)}
}

// shortReason says in a few words why a file cannot be used.
func shortReason(err error) string {
	var invalid *store.InvalidError
	var unread *store.FileError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &invalid):
		first := invalid.Problems[0]
		return fmt.Sprintf("line %d: %s", first.Line, first.Message)
	case errors.As(err, &unread):
		return unread.Message
	}
	return err.Error()
}

// count says how many files there are.
func (r results) count() string {
	switch n := len(r.entries); {
	case r.more:
		return fmt.Sprintf("%d newest files", n)
	case n == 1:
		return "1 file"
	case n > 1:
		return fmt.Sprintf("%d files", n)
	}
	return "no file yet"
}

// page lists the files for a command.
func (r results) page(title string, u use, command string) *home.Page {
	p := &home.Page{Title: title, Intro: "The newest file comes first."}
	switch {
	case len(r.entries) == 0:
		p.Intro = "There is no result file in this folder. Start a new assessment, or start dgca in the folder of your files."
	case r.more:
		p.Intro = "The newest files. For an older one: dgca " + command + " FILE"
	}
	for _, e := range r.entries {
		p.Entries = append(p.Entries, e.entry(u, command))
	}
	return p
}

// entry is the line of one file.
func (e *resultEntry) entry(u use, command string) home.Entry {
	name := filepath.Base(e.path)
	if e.result == nil {
		return home.Entry{Title: name, Problem: e.reason}
	}
	all := e.result.Score().All
	line := home.Entry{
		Title:  e.result.Subject.Name,
		End:    fmt.Sprintf("%s, %s", e.result.Session.Date, e.result.State),
		Detail: fmt.Sprintf("%d of %d answered, %s", all.Asked-all.Unanswered, all.Asked, name),
		Args:   []string{command, e.path},
	}
	if u == toResume {
		line.Problem = notResumable(e.result)
	}
	return line
}

// notResumable says why the menu cannot go on with a result.
func notResumable(a *assessment.Assessment) string {
	switch {
	case a.State == assessment.Approved:
		return "it is approved"
	case a.Questionnaire.ID != questionnaires.BuiltIn().ID:
		return "it needs --questionnaire FILE"
	}
	return ""
}
