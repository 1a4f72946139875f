package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

// TestMain turns the test program into the child of the kill storm when it is
// asked to.
func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		saveForever(path)
	}
	os.Exit(m.Run())
}

// fixture is an assessment of six dimensions with 12 statements each, as long
// as a real one. With an answer, all statements have it, with a comment.
func fixture(answer assessment.Choice) *assessment.Assessment {
	a := &assessment.Assessment{Format: assessment.Format, Method: assessment.Method, State: assessment.Draft,
		Questionnaire: assessment.Reference{ID: "test", Version: "1.10", Digest: "0"},
		Subject:       assessment.Subject{Name: "Ministry of Tests", Kind: questionnaires.Institution},
		Session:       assessment.SessionInfo{Type: assessment.Individual, Date: "2026-11-23"},
		Scope:         assessment.Scope{Kind: assessment.Full}}
	for l := assessment.Level(1); l <= 5; l++ {
		a.Asked.Scale = append(a.Asked.Scale, assessment.LevelName{Level: l, Name: fmt.Sprintf("Level %d", l)})
	}
	a.Asked.Title, a.Asked.EvidenceFrom, a.Asked.PrerequisiteLevel = "Test", 3, 3
	a.Asked.DefaultTarget = questionnaires.Target{Level: 4, Months: 24}
	for d := range 6 {
		dim := assessment.AskedDimension{ID: assessment.DimensionID(fmt.Sprintf("d%d", d+1)), Title: "Dimension"}
		for e := range 4 {
			el := assessment.AskedElement{ID: assessment.ElementID(fmt.Sprintf("e%d", e+1)), Title: "Element"}
			for s := range 3 {
				id := assessment.StatementID(fmt.Sprintf("D%d-%02d", d+1, 3*e+s+1))
				el.Statements = append(el.Statements, assessment.AskedStatement{ID: id, Digest: "0123456789abcdef",
					Text: "Our institution has one named senior leader who answers personally for progress on its digital agenda."})
				if answer != assessment.Unanswered {
					a.Answers = append(a.Answers, assessment.Answer{Statement: id, Choice: answer, Comment: comment(answer)})
				}
			}
			dim.Elements = append(dim.Elements, el)
		}
		a.Asked.Dimensions = append(a.Asked.Dimensions, dim)
	}
	return a
}

// comment is a text that belongs to an answer, so that a mixture shows.
func comment(c assessment.Choice) string {
	return strings.Repeat("The level is "+c.String()+". ", 10) + "\nEnd of level " + c.String() + "."
}

func fixtureBytes(t testing.TB, answer assessment.Choice) []byte {
	t.Helper()
	a := fixture(answer)
	a.Scores = a.Summarize()
	data, err := encode(a, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func put(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// newPath returns the path of a file that does not exist.
func newPath(t testing.TB) string { return filepath.Join(t.TempDir(), "result.yaml") }

func open(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func save(t testing.TB, f *File, a *assessment.Assessment) {
	t.Helper()
	if err := f.Save(a); err != nil {
		t.Fatal(err)
	}
}

// names returns the names of all files in a folder.
func names(t testing.TB, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return strings.Join(list, " ")
}

func TestSaveAndRead(t *testing.T) {
	path := newPath(t)
	f := open(t, path)
	if f.Assessment() != nil || f.Warnings() != nil {
		t.Error("a new file has content")
	}
	if got := names(t, filepath.Dir(path)); got != "result.yaml.lock" {
		t.Errorf("before the first save: %s", got)
	}
	a := fixture(3)
	save(t, f, a)
	a.SetAnswer(assessment.Answer{Statement: "D1-01", Choice: assessment.Unknown})
	save(t, f, a)
	if a.Revision != 0 || a.Scores != nil {
		t.Error("Save changed the assessment")
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if got := names(t, filepath.Dir(path)); got != "result.yaml" {
		t.Errorf("at the end: %s", got)
	}
	got, warnings, err := ReadChecked(path)
	if err != nil || warnings != nil {
		t.Fatal(err, warnings)
	}
	if got.Revision != 2 || got.Answer("D1-01").Choice != assessment.Unknown || got.Answer("D6-12").Comment != comment(3) || got.Scores == nil {
		t.Errorf("got revision %d, %+v", got.Revision, got.Answer("D1-01"))
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Error(info.Mode(), err)
	}
	if err := f.Save(a); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("a closed file: %v", err)
	}
}

// TestCheckWritable leaves nothing behind, and no right to write is an error.
func TestCheckWritable(t *testing.T) {
	path := newPath(t)
	put(t, path, fixtureBytes(t, 2))
	f := open(t, path)
	if err := f.CheckWritable(); err != nil {
		t.Error(err)
	}
	if got := names(t, filepath.Dir(path)); got != "result.yaml result.yaml.lock" {
		t.Errorf("in the folder: %s", got)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := f.CheckWritable(); err == nil || !strings.Contains(err.Error(), "write-protected") {
		t.Errorf("a protected file: %v", err)
	}
}

func TestSaveWithoutChange(t *testing.T) {
	path := newPath(t)
	// Written by hand: other quotes, flow style, comments.
	data := bytes.Replace(fixtureBytes(t, 2), []byte("state: draft"), []byte(`state: "draft"   # not yet`), 1)
	data = bytes.Replace(data, []byte("\nunit:"), []byte("\n\n\n# The unit\nunit:"), 1)
	put(t, path, data)
	before, _ := os.Stat(path)
	f := open(t, path)
	save(t, f, f.Assessment())
	save(t, f, f.Assessment())
	f.Close()
	if !bytes.Equal(get(t, path), data) || names(t, filepath.Dir(path)) != "result.yaml" {
		t.Errorf("a save without a change wrote: %s", names(t, filepath.Dir(path)))
	}
	if after, _ := os.Stat(path); !os.SameFile(before, after) {
		t.Error("the file was replaced")
	}
}

func TestCommentsAndBackup(t *testing.T) {
	path := newPath(t)
	data := bytes.Replace(fixtureBytes(t, 2), []byte("  D1-02:\n"), []byte("  # Ask the registry\n  D1-02: # open\n"), 1)
	put(t, path, data)
	for level := assessment.Choice(3); level <= 5; level++ {
		before := get(t, path)
		f := open(t, path)
		a := f.Assessment()
		for range 2 { // only the first save keeps the generation before
			a.SetAnswer(assessment.Answer{Statement: "D1-02", Choice: level})
			save(t, f, a)
			a.SetAnswer(assessment.Answer{Statement: "D1-03", Choice: level})
		}
		f.Close()
		if !bytes.Equal(get(t, path+".bak"), before) {
			t.Errorf("level %d: the backup is not the generation before", level)
		}
		if want := fmt.Sprintf("  # Ask the registry\n  D1-02: # open\n    answer: %d\n", level); !strings.Contains(string(get(t, path)), want) {
			t.Errorf("level %d: the comments are lost:\n%.3000s", level, get(t, path))
		}
	}
	if info, _ := os.Stat(path + ".bak"); runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Error(info.Mode())
	}
	if err := os.Remove(path + ".bak"); err != nil {
		t.Fatal(err)
	}
	// A backup that cannot be written does not keep answers from the disk.
	if err := os.Mkdir(path+".bak", 0o700); err != nil {
		t.Fatal(err)
	}
	save(t, open(t, path), fixture(1))
}

func TestWarnings(t *testing.T) {
	path := newPath(t)
	data := fixtureBytes(t, 2)
	put(t, path, bytes.Replace(data, []byte("answer: 2"), []byte("answer: 5"), 3))
	a, warnings, err := ReadChecked(path)
	if err != nil || len(warnings) == 0 || a.CheckSummary() != nil {
		t.Errorf("got %q, %v", warnings, err)
	}
	f := open(t, path)
	if len(f.Warnings()) != len(warnings) {
		t.Errorf("got %q", f.Warnings())
	}
	save(t, f, f.Assessment())
	if _, warnings, err = ReadChecked(path); err != nil || warnings != nil {
		t.Errorf("after a save: %q, %v", warnings, err)
	}
}

func TestReadErrors(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	put(t, at("empty"), nil)
	put(t, at("binary"), []byte("PK word\x00\x01"))
	put(t, at("report"), []byte("%PDF-1.7\x00\x01"))
	put(t, at("large"), bytes.Repeat([]byte("# line\n"), MaxBytes/7+1))
	put(t, at("broken"), []byte("format: \"dgca\n"))
	put(t, at("other"), []byte("format: dgca.questionnaire/1\n"))
	put(t, at("key"), bytes.Replace(fixtureBytes(t, 1), []byte("D1-02:\n    answer: 1"), []byte("D1-02:\n    answr: 1"), 1))
	put(t, at("level"), bytes.Replace(fixtureBytes(t, 1), []byte("D1-02:\n    answer: 1"), []byte("D1-02:\n    answer: 6"), 1))
	for _, c := range []struct{ name, want, hint string }{
		{"empty", "empty:1:1: the file is empty", "backup"},
		{"binary", "binary:1:8: this is a binary file, not a text file", "right file"},
		{"report", "report:1:1: this is a PDF report, not a result file", "YAML file"},
		{"large", "large:1:1: the file is larger than 8 MiB", "right file"},
		{"broken", "broken:1:9: a quotation mark opens here and is never closed", "closing"},
		{"other", "", ""},
		{"key", `unknown key "answr"`, "answer?"},
		{"level", "the level 6 is not on the scale", "1 to 5"},
	} {
		for name, err := range map[string]error{"Read": readErr(at(c.name)), "Open": openErr(at(c.name))} {
			var invalid *InvalidError
			if !errors.As(err, &invalid) || !strings.Contains(err.Error(), c.want) || !strings.Contains(invalid.Problems[0].Hint, c.hint) || invalid.Path != at(c.name) {
				t.Errorf("%s %s: %v", name, c.name, err)
			}
		}
	}
	if got := names(t, dir); strings.Contains(got, ".lock") {
		t.Errorf("locks were left: %s", got)
	}
	for _, c := range []struct{ path, want string }{
		{dir, "this is a folder"},
		{os.DevNull, os.DevNull + ": this is not an ordinary file"},
		{at("missing"), "there is no such file"},
	} {
		var file *FileError
		if err := readErr(c.path); !errors.As(err, &file) || !strings.Contains(err.Error(), c.want) || file.Hint() == "" || file.Path != c.path {
			t.Errorf("%s: %v", c.path, err)
		}
	}
	if !errors.Is(readErr(at("missing")), fs.ErrNotExist) {
		t.Error("a missing file is not fs.ErrNotExist")
	}
	if err := openErr(filepath.Join(dir, "no", "result.yaml")); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("a missing folder: %v", err)
	}
}

func readErr(path string) error {
	_, err := Read(path)
	return err
}

func openErr(path string) error {
	f, err := Open(path)
	if err == nil {
		f.Close()
	}
	return err
}

// FuzzDecode checks that no content panics, and that what is accepted can be
// scored, written and read again.
func FuzzDecode(f *testing.F) {
	f.Add(fixtureBytes(f, assessment.Unanswered))
	f.Add(fixtureBytes(f, 4))
	small := fixture(2)
	small.Asked.Dimensions = small.Asked.Dimensions[:1]
	small.Asked.Dimensions[0].Elements = small.Asked.Dimensions[0].Elements[:1]
	small.Answers = small.Answers[:2]
	data, err := encode(small, 1, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := decode("f.yaml", data)
		if err != nil {
			var invalid *InvalidError
			if !errors.As(err, &invalid) || len(invalid.Problems) == 0 {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		a := c.assessment()
		for _, doc := range []*strictyaml.Document{nil, c.doc} {
			out, err := encode(a, a.Revision, doc)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := decode("f.yaml", out); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := fixtureBytes(b, 3)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := decode("f.yaml", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	c, err := decode("f.yaml", fixtureBytes(b, 3))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := encode(c.stored, 1, c.doc); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSave(b *testing.B) {
	f := open(b, newPath(b))
	contents := []*assessment.Assessment{fixture(3), fixture(4)}
	for i := 0; b.Loop(); i++ {
		save(b, f, contents[i%2])
	}
}
