package questionnaires

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dgca/questionnaires/strictyaml"
)

func TestLoadOfWhatIsNoFile(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large.yaml")
	if err := os.WriteFile(large, bytes.Repeat([]byte("# a\n"), strictyaml.MaxBytes/4+1), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "none.yaml"): "there is no such file",
		folder:                             "this is a folder, not a file",
		large:                              "the file is larger than 8 MiB",
		os.DevNull:                         "this is not a regular file",
	} {
		_, err := Load(path)
		var problems strictyaml.Problems
		if !errors.As(err, &problems) || len(problems) != 1 {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if p := problems[0]; p.File != path || p.Message != want {
			t.Errorf("%s: got %q in %s, want %q", path, p.Message, p.File, want)
		}
	}
}

// The table is computed by hand: 0.8 K and 0.6 K, rounded up.
func TestDefaultLevels(t *testing.T) {
	for _, test := range []struct{ k, target, evidence Level }{
		{2, 2, 2}, {3, 3, 2}, {4, 4, 3}, {5, 4, 3}, {6, 5, 4}, {7, 6, 5},
	} {
		q := &Questionnaire{Scale: make([]ScaleLevel, test.k)}
		q.setDefaults(BuiltIn())
		if q.DefaultTarget != (Target{test.target, 24}) || q.EvidenceFrom != test.evidence || q.PrerequisiteLevel != test.evidence {
			t.Errorf("%d levels: target %v, evidence from %d, prerequisites %d", test.k, q.DefaultTarget, q.EvidenceFrom, q.PrerequisiteLevel)
		}
	}
}

func TestDefaultParts(t *testing.T) {
	q, err := Load("testdata/ok/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	own := BuiltIn()
	for name, pair := range map[string][2]any{
		"language":      {q.Language, "en"},
		"units":         {q.Units, own.Units},
		"confidence":    {q.Confidence, own.Confidence},
		"other answers": {q.OtherAnswers, own.OtherAnswers},
		"importance":    {q.Importance, own.Importance},
		"feasibility":   {q.Feasibility, own.Feasibility},
		"lenses":        {q.Lenses, own.Lenses},
		"change levels": {q.ChangeLevels, own.ChangeLevels},
		"barriers":      {q.Barriers, own.Barriers},
		"principles":    {q.Principles, own.Principles},
		"source":        {q.PrinciplesSource, own.PrinciplesSource},
		"quick scope":   {q.Scopes.Quick, Scope{}},
		// 2 of 72 statements: 100*2/72 = 2.8 and 180*2/72 = 5 minutes, in steps of 5.
		"full scope": {q.Scopes.Full, Scope{Name: "Full", Statements: 2, MinutesAlone: 5, MinutesGroup: 5}},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s: got %v, want %v", name, pair[0], pair[1])
		}
	}
	if len(q.ReadingRules) != 0 || len(q.Scale) != 2 {
		t.Error("reading rules or scale were replaced")
	}
}

func TestOwnParts(t *testing.T) {
	q, err := Load("testdata/ok/seven-levels.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s := q.Statement("Q.1")
	if q.Levels() != 7 || q.DefaultTarget != (Target{5, 24}) || q.EvidenceFrom != 2 || q.PrerequisiteLevel != 5 {
		t.Errorf("levels: %d %v %d %d", q.Levels(), q.DefaultTarget, q.EvidenceFrom, q.PrerequisiteLevel)
	}
	if len(q.Units) != 2 || len(q.Lenses) != 2 || q.Lenses[1].ID != "yard" || q.OtherAnswers.Unknown.Name != "No idea" {
		t.Error("own parts are lost")
	}
	if q.OtherAnswers.NotApplicable != BuiltIn().OtherAnswers.NotApplicable {
		t.Error("the other answer that was left out has no default")
	}
	if s.Weight != 2500 || q.Dimensions[0].Weight != 25000 || q.Text(s, Local) != "Our municipality knows its residents." {
		t.Errorf("weights %v %v, text %q", s.Weight, q.Dimensions[0].Weight, q.Text(s, Local))
	}
	if got := q.Scopes.Full; got.MinutesAlone != 7 || got.Statements != 1 || got.Name != "Full" {
		t.Errorf("full scope: %+v", got)
	}
}

func TestSplitFilesKeepTheirOrder(t *testing.T) {
	q, err := Load("testdata/ok/split/questionnaire.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, d := range q.Dimensions {
		ids = append(ids, string(d.ID))
	}
	if got := strings.Join(ids, " "); got != "first second third" {
		t.Error(got)
	}
}

// What Load accepts can be written and read again without a change.
func FuzzLoad(f *testing.F) {
	for _, folder := range []string{"testdata/ok", "testdata/err"} {
		for _, file := range cases(f, folder) {
			content, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(content)
		}
	}
	f.Add(Template("", ""))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := write(t, content)
		problems, _ := Check(path)
		q, err := Load(path)
		if (err == nil) != (len(problems) == 0) {
			t.Fatalf("Load: %v; Check: %v", err, problems)
		}
		if err != nil {
			return
		}
		written, err := strictyaml.Encode(q, nil)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Load(write(t, written))
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if q.Digest() != again.Digest() {
			t.Errorf("the digest changed:\n%s", written)
		}
	})
}

func BenchmarkBuiltIn(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l := &loader{read: readEmbedded, main: "dgca.yaml"}
		l.frame()
		l.dimensions()
		l.mustBeSound()
	}
}

func TestFindingsAreLimited(t *testing.T) {
	content := "format: dgca.questionnaire/1\nreading_rules: [" + strings.Repeat(`"", `, 2*maxFindings) + "]\n"
	problems, _ := Check(write(t, []byte(content)))
	if n := len(problems); n != maxFindings {
		t.Errorf("%d problems", n)
	}
}
