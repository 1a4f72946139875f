package questionnaires

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"
)

func TestTemplateIsSound(t *testing.T) {
	for name, title := range map[string]string{
		"default":   "",
		"plain":     "Digital readiness of schools",
		"difficult": `A "title": with {braces, # marks and \ — über`,
	} {
		t.Run(name, func(t *testing.T) {
			noFindings(t, write(t, Template("my-schools", title)))
		})
	}
}

// A "#" with no space after it hides a key that the user may set.
var optional = pattern(`(?m)^( *)#([^ #\n]|  )`)

// The optional keys, all made visible, must be right as well.
func TestTemplateOptionalKeys(t *testing.T) {
	all := optional().ReplaceAll(Template("", ""), []byte("$1$2"))
	noFindings(t, write(t, all))
}

func TestTemplateExplainsEveryKey(t *testing.T) {
	all := optional().ReplaceAll(Template("", ""), []byte("$1$2"))
	for _, key := range keysOf(reflect.TypeFor[Questionnaire]()) {
		if !regexp.MustCompile(`(^|\W)`+key+`: `).Match(all) && !regexp.MustCompile(`(?m)^ *`+key+`:$`).Match(all) {
			t.Errorf("the key %s is not in the template", key)
		}
	}
}

func TestTemplateTitleAndID(t *testing.T) {
	q, err := Load(write(t, Template("schools", `Say "yes" \ no`)))
	if err != nil {
		t.Fatal(err)
	}
	if q.ID != "schools" || q.Title != `Say "yes" \ no` {
		t.Errorf("id %q, title %q", q.ID, q.Title)
	}
	if !ValidID("schools") || ValidID("Schools") || ValidID("") {
		t.Error("ValidID is wrong")
	}
}

// write puts a questionnaire into a file of its own folder.
func write(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "questionnaire.yaml")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func noFindings(t *testing.T, path string) {
	t.Helper()
	problems, advice := Check(path)
	for _, p := range problems {
		t.Errorf("problem: %v (%s)", p, p.Hint)
	}
	for _, p := range advice {
		t.Errorf("advice: %v (%s)", p, p.Hint)
	}
}
