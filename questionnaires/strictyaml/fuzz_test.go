package strictyaml

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// FuzzParse checks that no input panics and that what can be read is the same
// after it was written with and without its comments.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/ok/*.yaml", "testdata/err/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Add([]byte("? [x]\n: 1\n<<: {[y]: 1}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, doc, err := decodeSample("f.yaml", data)
		if err != nil {
			for _, p := range err.(Problems) {
				if p.Line < 1 || p.Column < 1 || p.Message == "" {
					t.Fatalf("a problem without place or message: %+v", p)
				}
			}
			return
		}
		for _, old := range []*Document{nil, doc} {
			out := encode(t, s, old)
			again, _, err := decodeSample("again.yaml", []byte(out))
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if second := encode(t, again, nil); second != encode(t, s, nil) {
				t.Fatalf("%s\nbecame\n%s", encode(t, s, nil), second)
			}
		}
	})
}

// FuzzString checks that any text comes back from wherever it is put.
func FuzzString(f *testing.F) {
	for _, s := range []string{"a\nb", "1.10", "# x", "", "LSA=", " x\n"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, "?"), strings.ToValidUTF8(b, "?")
		want := sample{Format: a, Version: b, Items: []item{{ID: code(a), Levels: map[grade]string{1: b, -2: a}}},
			Answers: map[code]answer{code(a): {Comment: b}, "x": {Comment: a}}, Units: []unit{{Kind: code(b), Name: a}}}
		if b == "x" || a == "x" {
			return
		}
		out := encode(t, want, nil)
		var loose struct{ Format any }
		if err := yaml.Unmarshal([]byte(out), &loose); err != nil || loose.Format != a {
			t.Fatalf("another reader sees %v, %v in\n%s", loose.Format, err, out)
		}
		got, _ := decode(t, out)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

// big is a sample of some 270 kB.
func big() sample {
	const text = "This is a sentence."
	s := sample{Format: "x", Answers: map[code]answer{}}
	for i := range 1000 {
		level := i % 5
		id := code(fmt.Sprintf("LEA-%04d", i))
		s.Answers[id] = answer{Level: &level, Comment: strings.Repeat(text+" ", 6) + "\nSecond line."}
		s.Items = append(s.Items, item{ID: id, Text: words{common: text}, Levels: map[grade]string{1: "a", 2: "b", 3: "c"}})
	}
	return s
}

func BenchmarkParseDecode(b *testing.B) {
	data := []byte(encode(b, big(), nil))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := decodeSample("f", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	s := big()
	out := encode(b, s, nil)
	_, doc := decode(b, out)
	b.SetBytes(int64(len(out)))
	for b.Loop() {
		encode(b, s, doc)
	}
}
