package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dgca/assessment/store"
	"dgca/cmd/internal/tui/home"
	"dgca/cmd/internal/tui/look"
)

// newRoom is the folder that the menu offers for a new workshop.
const newRoom = "workshop"

// workshopEntry leads to the workshops of a folder, and to a new one.
func workshopEntry(root *cobra.Command, dir string) home.Entry {
	p := &home.Page{Title: "Run a workshop", Intro: "Many sheets, one agreed answer. Each workshop is a folder."}
	found := 0
	for _, path := range workshopFolders(dir) {
		p.Entries = append(p.Entries, workshopFolderEntry(root, path))
		found++
	}
	if name, err := freePath(dir, newRoom, ""); err == nil {
		p.Entries = append(p.Entries, home.Entry{Title: "Begin a new workshop", End: "in the folder " + filepath.Base(name), Args: []string{"workshop", "new", name}})
	}
	e := home.Entry{Title: "Run a workshop", Page: p}
	if found > 0 {
		e.End = look.Count(found, "workshop", "workshops")
	}
	return e
}

// workshopFolders returns the folders below dir that hold a workshop, in
// alphabetical order, as many as are listed.
func workshopFolders(dir string) []string {
	entries, _ := os.ReadDir(dir) // a folder that cannot be read has nothing to offer
	var paths []string
	for i, e := range entries {
		if i == mostLooked || len(paths) == mostListed {
			break
		}
		path := filepath.Join(dir, e.Name())
		if strings.HasPrefix(path, "-") { // it would be a flag
			path = "." + string(filepath.Separator) + path
		}
		if fileExists(filepath.Join(path, store.WorkshopFile)) {
			paths = append(paths, path)
		}
	}
	return paths
}

// workshopFolderEntry leads to what can be done with one workshop.
func workshopFolderEntry(root *cobra.Command, path string) home.Entry {
	f, err := store.ReadFolder(path)
	if err != nil {
		return home.Entry{Title: path, Problem: shortReason(err)}
	}
	w := f.Workshop()
	p := &home.Page{Title: w.Title, Intro: "Folder: " + path}
	add := func(title string, words ...string) {
		if hasCommand(root, words[:2]...) {
			p.Entries = append(p.Entries, home.Entry{Title: title, Args: append(words, path)})
		}
	}
	add("Show the program and how far it has come", "workshop", "show")
	add("Make sheets; see who has delivered", "workshop", "sheets")
	add("Show where answers differ", "workshop", "spread")
	if len(w.Units) == 1 {
		add("Agree on the answers", "workshop", "agree")
	} else {
		agree := &home.Page{Title: "Agree on the answers", Intro: "Which unit agrees?"}
		for _, u := range w.Units {
			agree.Entries = append(agree.Entries, home.Entry{Title: u.Name, Args: []string{"workshop", "agree", path, "--unit", string(u.ID)}})
		}
		p.Entries = append(p.Entries, home.Entry{Title: agree.Title, Page: agree})
	}
	add("Write the pages of the plenary", "workshop", "plenary")
	return home.Entry{Title: w.Title, End: fmt.Sprintf("%s, folder %s", w.Date, path), Page: p}
}
