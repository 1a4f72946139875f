package questionnaires

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dgca/questionnaires/strictyaml"
)

var update = flag.Bool("update", false, "write the expected messages anew")

// cases returns the questionnaires of a folder: files, and files named
// questionnaire.yaml in a folder with their dimension files.
func cases(t testing.TB, folder string) []string {
	t.Helper()
	single, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	split, err := filepath.Glob(filepath.Join(folder, "*", "questionnaire.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(single) == 0 || len(split) == 0 {
		t.Fatalf("cases are missing in %s", folder)
	}
	return slices.Concat(single, split)
}

// expect compares findings with the text file beside a case.
func expect(t *testing.T, file string, findings strictyaml.Problems) {
	t.Helper()
	var b strings.Builder
	for _, p := range findings {
		p.File = filepath.Base(p.File)
		b.WriteString(filepath.ToSlash(p.String()) + "\n")
		if p.Hint != "" {
			b.WriteString("    " + p.Hint + "\n")
		}
	}
	golden := strings.TrimSuffix(file, ".yaml") + ".txt"
	if *update && b.Len() > 0 {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil && (b.Len() > 0 || !os.IsNotExist(err)) {
		t.Fatal(err)
	}
	if got := b.String(); got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestFilesOK(t *testing.T) {
	for _, file := range cases(t, "testdata/ok") {
		t.Run(filepath.ToSlash(file), func(t *testing.T) {
			q, err := Load(file)
			if err != nil {
				t.Fatal(err)
			}
			if q.Digest() == "" || q.count(false) == 0 {
				t.Error("nothing was loaded")
			}
			_, advice := Check(file)
			expect(t, file, advice)
		})
	}
}

// unseen are faults that a JSON Schema cannot see.
var unseen = map[string]bool{
	"anchor-extra":  true, // the scale of another file may have the level
	"duplicate-key": true,
	"ids-twice":     true,
	"needs-circle":  true,
	"needs-itself":  true,
	"placeholder":   true,
	"questionnaire": true, // the faults are in its dimension files
	"scale-names":   true,
	"scale-order":   true,
	"scope-count":   true,
	"tag-own":       true,
}

func TestFilesErr(t *testing.T) {
	schema := compileSchema(t)
	for _, file := range cases(t, "testdata/err") {
		t.Run(filepath.ToSlash(file), func(t *testing.T) {
			problems, advice := Check(file)
			if len(problems) == 0 {
				t.Fatal("no problem was found")
			}
			if len(advice) > 0 {
				t.Errorf("advice on a file with problems: %v", advice)
			}
			expect(t, file, problems)
			if q, err := Load(file); err == nil || q != nil {
				t.Error("Load accepts the file")
			}
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(filepath.Base(file), ".yaml")
			if unreadable[name] {
				return
			}
			switch err := schema.Validate(instance(t, content)); {
			case err == nil && !unseen[name]:
				t.Error("the schema accepts the file")
			case err != nil && unseen[name]:
				t.Errorf("the schema sees this: %v", err)
			}
		})
	}
}

// unreadable are files that hold no YAML to which a schema could be applied.
var unreadable = map[string]bool{"binary": true, "empty": true, "utf16": true}
