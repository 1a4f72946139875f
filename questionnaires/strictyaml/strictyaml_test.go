package strictyaml

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

type code string

type grade int

// tenths is a number that reads and writes itself as text.
type tenths int

func (t tenths) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%d.%d", t/10, t%10), nil }

func (t *tenths) UnmarshalText(b []byte) error {
	var whole, part int
	if _, err := fmt.Sscanf(string(b), "%d.%d", &whole, &part); err != nil {
		return errors.New("this is no weight: write a number such as 1.5")
	}
	*t = tenths(whole*10 + part)
	return nil
}

// words is one text, or one text for each kind.
type words struct {
	common string
	byKind map[string]string
}

func (w *words) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		w.common = n.Value
		return nil
	}
	return n.Decode(&w.byKind)
}

func (w words) MarshalYAML() (any, error) {
	if w.byKind != nil {
		return w.byKind, nil
	}
	return w.common, nil
}

type unit struct {
	Kind   code   `yaml:",key"`
	Name   string `yaml:"name"`
	Phrase string `yaml:"phrase,omitempty"`
}

type stage struct {
	Grade grade  `yaml:",key"`
	Text  string `yaml:",value"`
}

type item struct {
	ID     code             `yaml:"id"`
	Quick  bool             `yaml:"quick,omitempty"`
	Text   words            `yaml:"text,omitempty"`
	Levels map[grade]string `yaml:"levels,omitempty"`
	Score  float64          `yaml:"score,omitempty"`
	Weight tenths           `yaml:"weight,omitempty"`
}

type answer struct {
	Level   *int   `yaml:"level,omitempty"`
	Comment string `yaml:"comment,omitempty"`
}

type sample struct {
	Format  string          `yaml:"format"`
	Version string          `yaml:"version,omitempty"`
	Date    string          `yaml:"date,omitempty"`
	Made    time.Time       `yaml:"made,omitempty"`
	Count   int             `yaml:"count,omitempty"`
	Tags    []string        `yaml:"tags,omitempty,flow"`
	Target  item            `yaml:"target,omitempty,flow"`
	Units   []unit          `yaml:"units,omitempty"`
	Steps   []stage         `yaml:"steps,omitempty"`
	Items   []item          `yaml:"items,omitempty"`
	Answers map[code]answer `yaml:"answers,omitempty"`
}

// report prints problems as a person sees them.
func report(err error) string {
	var ps Problems
	if !errors.As(err, &ps) {
		return fmt.Sprint(err)
	}
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.String())
		if p.Hint != "" {
			b.WriteString("\n\thint: " + p.Hint)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func decodeSample(file string, data []byte) (sample, *Document, error) {
	doc, err := Parse(file, data)
	if err != nil {
		return sample{}, nil, err
	}
	var s sample
	if ps := doc.Decode(&s); ps != nil {
		return sample{}, nil, ps
	}
	return s, doc, nil
}

func encode(t testing.TB, v any, old *Document) string {
	t.Helper()
	out, err := Encode(v, old)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func decode(t testing.TB, data string) (sample, *Document) {
	t.Helper()
	s, doc, err := decodeSample("f.yaml", []byte(data))
	if err != nil {
		t.Fatalf("%s\n%s", report(err), data)
	}
	return s, doc
}

// TestErrorFiles compares the problems of each file in testdata/err with the
// text beside it. UPDATE=1 writes the texts anew.
func TestErrorFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/err/*.yaml")
	if err != nil || len(files) < 30 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, _, problems := decodeSample(filepath.Base(file), data)
			if problems == nil {
				t.Fatal("no problem found")
			}
			got, want := report(problems), strings.TrimSuffix(file, ".yaml")+".txt"
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			text, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if got != strings.ReplaceAll(string(text), "\r\n", "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, text)
			}
		})
	}
}

// TestOKFiles decodes each file of testdata/ok, writes it and expects the same
// bytes: these files are in the form that Encode gives them.
func TestOKFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/ok/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, doc := decode(t, string(data))
		if out := encode(t, s, doc); out != string(data) {
			t.Errorf("%s: got\n%s\nwant\n%s", file, out, data)
		}
	}
}

func TestBytes(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "f:1:1: the file is empty"},
		{"blank", "\n \n# only a comment\n", "f:1:1: the file is empty"},
		{"null", "~\n", "f:1:1: the file is empty"},
		{"binary", "a: 1\nPK\x00\x03", "f:2:3: this is a binary file, not a text file"},
		{"utf16le", "\xff\xfea\x00", "f:1:1: the file is text in the encoding UTF-16, not UTF-8"},
		{"utf16be", "\xfe\xff\x00a", "f:1:1: the file is text in the encoding UTF-16, not UTF-8"},
		{"latin1", "format: x\nname: Z\xfcrich\n", "f:2:8: the file is not text in the encoding UTF-8"},
		{"control", "a: é\x1b[1m\n", "f:1:5: the control character U+001B is not allowed"},
		{"large", strings.Repeat("#", MaxBytes+1), "f:1:1: the file is larger than 8 MiB"},
	} {
		_, err := Parse("f", []byte(c.data))
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
	for _, ok := range []string{"\xef\xbb\xbfformat: x\n", "format: x\r\n", "---\nformat: x\n...\n", "format: x"} {
		if s, _ := decode(t, ok); s.Format != "x" {
			t.Errorf("%q: %+v", ok, s)
		}
	}
}

// The library of 2022 panicked on this input; see its issue 666 and others.
func TestLibraryPanic(t *testing.T) {
	if _, err := Parse("f", []byte("? [x]\n: 1\n<<: {[y]: 1}")); err == nil {
		t.Error("no problem found")
	}
}

// In a very large file the place of an error is less exact, and quickly found.
func TestSyntaxErrorInLargeFile(t *testing.T) {
	_, err := Parse("f", []byte(strings.Repeat("- a\n", 300_000)+"- a: b: c\n"))
	if err == nil || err.Error() != `f:300001:1: a ":" is not allowed here` {
		t.Error(err)
	}
}

func TestDecodeKeepsText(t *testing.T) {
	s, _ := decode(t, "format: 1.10\nversion: yes\ndate: 2025-01-02\nmade: 2025-01-02T03:04:05Z\ntags: [007, 1e3, null, ~]\nanswers: {LEA-01: }\n")
	want := sample{Format: "1.10", Version: "yes", Date: "2025-01-02", Made: time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC),
		Tags: []string{"007", "1e3", "", ""}, Answers: map[code]answer{"LEA-01": {}}}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got %+v", s)
	}
}

func TestDecodeNull(t *testing.T) {
	s, _ := decode(t, "format:\ncount: ~\ntags:\nitems: [~, {id: a}]\nunits:\n  local:\nsteps: {1: }\n")
	want := sample{Items: []item{{}, {ID: "a"}}, Units: []unit{{Kind: "local"}}, Steps: []stage{{Grade: 1}}}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got %+v", s)
	}
}

func TestPosition(t *testing.T) {
	_, doc := decode(t, `format: x
items:
  - id: a
    levels:
      1: one
  - id: b
    score:
answers:
  LEA-01: {level: 2}
  LEA.02:
    level: 3
units:
  local: {name: L}
`)
	for _, c := range []struct{ path, want string }{
		{"", "1:1"}, {"format", "1:9"}, {"nothing", "1:1"}, {"items", "3:3"},
		{"items[0].id", "3:9"}, {"items[0].levels.1", "5:10"}, {"items[0].levels.2", "4:5"},
		{"items[1]", "6:5"}, {"items[1].text", "6:5"}, {"items[1].score", "7:5"}, {"items[7].id", "2:1"},
		{"answers.LEA-01.level", "9:19"}, {"answers.LEA-01.comment", "9:3"}, {"answers.LEA-01.level.x.y", "9:12"},
		{"answers.LEA.02.level", "11:12"}, {"answers.GOV-01", "8:1"},
		{"units[0].name", "13:17"}, {"units.local.name", "13:17"}, {"units.local.phrase", "13:3"}, {"items[x", "2:1"},
	} {
		l, col := doc.Position(c.path)
		if got := fmt.Sprintf("%d:%d", l, col); got != c.want {
			t.Errorf("%s: got %s, want %s", c.path, got, c.want)
		}
	}
	if got := doc.Problem("items[1].id", "the id %q is used twice", "b").String(); got != `f.yaml:6:9: the id "b" is used twice` {
		t.Error(got)
	}
}

func TestEncodeStrings(t *testing.T) {
	for _, s := range []string{"", " ", "a", "yes", "No", "null", "~", "1", "1.10", "0x1F", "1_000", "12:30:00", "2025-01-02", ".5", "-", "- a", "a: b",
		"a #b", "#b", "*a", "&a", "!a", "%a", "@a", "`a", "'a'", `"a"`, `a "b" 'c'`, "{a}", "[a]", "a,b", "? a", ": a", "a:", "=", "<<", "---", "...",
		"é", "日本", "😀", "a\u200cb", "\ufeff", "\u2028", "\u0085", "\x00\x1b\x7f", "a\tb", "\ta", " a", "a ",
		"a\nb", "a\nb\n", "a\n\nb", "a\nb\n\n", "\na", " a\nb", "a \nb", "a\n b", "a\n\tb", "\n", "\n\n", "a\r\nb", "a\rb", "# a\n# b", "- a\n- b", "a\n---\nb", "a\n...\n",
		strings.Repeat("long ", 60) + "end", strings.Repeat("x", 300)} {
		want := sample{Format: s, Tags: []string{s}, Items: []item{{Text: words{common: s + "x"}}}, Answers: map[code]answer{code(s): {Comment: s}}}
		out := encode(t, want, nil)
		got, doc := decode(t, out)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v from\n%s", s, got, out)
		}
		if again := encode(t, got, doc); again != out {
			t.Errorf("%q: not stable:\n%s\n%s", s, out, again)
		}
	}
	if got, _ := decode(t, encode(t, sample{Format: "a\xffb"}, nil)); got.Format != "a\uFFFDb" {
		t.Errorf("got %q", got.Format)
	}
}

func TestEncodeQuotesOnlyWhatNeedsIt(t *testing.T) {
	for s, want := range map[string]string{"1.0.0": "1.0.0", "12 of 12": "12 of 12", "3 %": "3 %", "521c8ffea3b859e0": "521c8ffea3b859e0",
		"12e4567890123456": `"12e4567890123456"`, "1.10": `"1.10"`, "2026-11-23": `"2026-11-23"`, "12:30": `"12:30"`, "yes": `"yes"`, "0o17": `"0o17"`} {
		if got := encode(t, sample{Format: s}, nil); got != "format: "+want+"\n" {
			t.Errorf("%s: got %s", s, got)
		}
	}
}

func TestEncodeFloats(t *testing.T) {
	for _, f := range []float64{1, 3, -2, 0.1, 1e21, 1e-9, 123456789} {
		want := sample{Items: []item{{Score: f}}}
		if got, _ := decode(t, encode(t, want, nil)); !reflect.DeepEqual(got, want) {
			t.Errorf("%v became %v", f, got.Items)
		}
	}
}

func TestEncodeErrors(t *testing.T) {
	nan := 0.0
	nan /= nan
	for _, v := range []any{nan, map[[2]int]string{{}: ""}, make(chan int), struct{ V onlyReads }{}} {
		if out, err := Encode(v, nil); err == nil {
			t.Errorf("%T: written as %s", v, out)
		}
	}
}

type onlyReads int

func (*onlyReads) UnmarshalText([]byte) error { return nil }
