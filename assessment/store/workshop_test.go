package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/questionnaires"
	"dgca/questionnaires/strictyaml"
)

// room is a workshop about one ministry with some participants.
func room(people int) *workshop.Workshop {
	w := &workshop.Workshop{Format: workshop.Format, ID: "0a1b2c3d", Title: "Test", Date: "2026-11-23", Seed: 1,
		Questionnaire: assessment.Reference{ID: "test", Version: "1.10", Digest: "0"}, Scope: assessment.Scope{Kind: assessment.Full},
		Units: []workshop.Unit{{ID: "ministry", Name: "Ministry of Tests", Kind: questionnaires.Institution}}}
	for i := range people {
		w.Participants = append(w.Participants, workshop.Participant{Alias: workshop.Alias(fmt.Sprintf("P%02d", i+1)), Unit: "ministry"})
	}
	return w
}

func createRoom(t testing.TB, people int) *Folder {
	t.Helper()
	f, err := CreateFolder(filepath.Join(t.TempDir(), "room"), room(people))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestFolderRoundTrip(t *testing.T) {
	f := createRoom(t, 2)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := OpenFolder(f.Dir())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if w := again.Workshop(); w.Title != "Test" || len(w.Participants) != 2 || w.Participant("p02") == nil {
		t.Errorf("read back: %+v", w)
	}
	if _, err := OpenFolder(f.Dir()); !errors.Is(err, ErrInUse) {
		t.Errorf("a second one who changes it: %v", err)
	}
	if r, err := ReadFolder(f.Dir()); err != nil {
		t.Errorf("reading while it is changed: %v", err)
	} else if err := r.WriteFile("papers/x", nil, Refuse); err == nil {
		t.Error("a folder that is open for reading was written")
	}
	if _, err := CreateFolder(f.Dir(), room(1)); err == nil {
		t.Error("a second workshop in the same folder")
	}
	if runtime.GOOS != "windows" {
		for _, name := range []string{WorkshopFile, SheetsFolder} {
			if info, err := os.Stat(again.Path(name)); err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s can be read by others: %v", name, info.Mode())
			}
		}
	}
	// A remark of a person in the file survives.
	text := "# our first workshop\n" + string(get(t, again.Path(WorkshopFile)))
	put(t, again.Path(WorkshopFile), []byte(text))
	if err := again.load(); err != nil {
		t.Fatal(err)
	}
	w := again.Workshop()
	w.Place = "Hall 2"
	if err := again.Save(w); err != nil || !strings.Contains(string(get(t, again.Path(WorkshopFile))), "# our first workshop") {
		t.Errorf("the remark is gone: %v", err)
	}
}

func TestNoWorkshop(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a")
	put(t, file, []byte("x"))
	for path, want := range map[string]string{dir: "holds no workshop", file: "this is a file", filepath.Join(dir, "no"): "no such folder"} {
		_, err := ReadFolder(path)
		var bad *FileError
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), want) || bad.Hint() == "" {
			t.Errorf("%s: %v", path, err)
		}
	}
	put(t, filepath.Join(dir, WorkshopFile), []byte("format: dgca.workshop/1\nid: x\ntitle: T\ndate: soon\nunit: []\n"))
	_, err := ReadFolder(dir)
	var invalid *InvalidError
	if !errors.As(err, &invalid) || !strings.Contains(err.Error(), `unknown key "unit"`) {
		t.Errorf("a wrong key: %v", err)
	}
}

func TestFileNeverOverwrites(t *testing.T) {
	f := createRoom(t, 2)
	stick := filepath.Join(t.TempDir(), "sheet.yaml")
	r, err := f.Register()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"P01.yaml", "P01-2.yaml"} {
		put(t, stick, fixtureBytes(t, assessment.Choice(i+2)))
		_, digest, err := ReadSheet(stick)
		if err != nil {
			t.Fatal(err)
		}
		entry := workshop.Filed{Owner: "P01", Digest: digest, Filed: "2026-11-23", From: "sheet.yaml"}
		if err := f.File(r, stick, entry); err != nil {
			t.Fatal(err)
		}
		if got := r.Of("p01"); got.File != want || len(got.Replaced) != i {
			t.Errorf("filed as %+v", got)
		}
	}
	if string(get(t, f.Path("sheets/P01.yaml"))) != string(fixtureBytes(t, 2)) {
		t.Error("the first sheet was overwritten")
	}
	if err := f.File(r, stick, workshop.Filed{Owner: "P02", Digest: "other"}); !errors.Is(err, ErrChanged) {
		t.Errorf("a file that changed meanwhile: %v", err)
	}
	again, err := f.Register()
	if err != nil || len(again.Sheets) != 1 || again.Sheets[0].Replaced[0] != "P01.yaml" {
		t.Errorf("the register: %+v, %v", again, err)
	}
	put(t, f.Path(RegisterFile), []byte("format: dgca.sheets/1\nsheets:\n  P01:\n    file: ../../etc/passwd\n"))
	if _, err := f.Register(); err == nil {
		t.Error("a register that leads out of the folder")
	}
}

// fileMany files n sheets of one unit.
func fileMany(t testing.TB, f *Folder, n int) *workshop.Register {
	t.Helper()
	r := &workshop.Register{Format: workshop.RegisterFormat}
	for i := range n {
		data := fixtureBytes(t, assessment.Choice(i%5+1))
		name := fmt.Sprintf("S%04d.yaml", i)
		put(t, f.Path(SheetsFolder+"/"+name), data)
		r.Sheets = append(r.Sheets, workshop.Filed{Owner: workshop.Alias(fmt.Sprintf("S%04d", i)), File: name, Digest: hexDigest(data), Filed: "2026-11-23"})
	}
	return r
}

func TestSheetsComeInOrder(t *testing.T) {
	f := createRoom(t, 0)
	r := fileMany(t, f, 40)
	put(t, f.Path("sheets/S0007.yaml"), []byte("damaged: ["))
	put(t, f.Path("sheets/S0008.yaml"), fixtureBytes(t, 5))
	if err := os.Remove(f.Path("sheets/S0009.yaml")); err != nil {
		t.Fatal(err)
	}
	i := 0
	f.Sheets(r, func(s Sheet) {
		var invalid *InvalidError
		switch {
		case s.Filed.File != fmt.Sprintf("S%04d.yaml", i):
			t.Fatalf("sheet %d is %s", i, s.Filed.File)
		case i == 7 && !errors.As(s.Err, &invalid), i == 8 && !s.Changed(), i == 9 && !errors.Is(s.Err, fs.ErrNotExist):
			t.Errorf("sheet %d: changed %v, %v", i, s.Changed(), s.Err)
		case i < 7 && (s.Err != nil || s.Changed() || s.Assessment.Answer("D1-01").Choice != assessment.Choice(i%5+1)):
			t.Errorf("sheet %d: %v", i, s.Err)
		}
		i++
	})
	if i != 40 {
		t.Errorf("%d sheets", i)
	}
}

// What is held does not grow with the number of sheets: the bytes after each
// hundred are reported, to be seen.
func BenchmarkSheets1000(b *testing.B) {
	f := createRoom(b, 0)
	r := fileMany(b, f, 1000)
	var most uint64
	for b.Loop() {
		n := 0
		var tally *workshop.Tally
		f.Sheets(r, func(s Sheet) {
			if tally == nil {
				tally = workshop.NewTally(workshop.Unit{ID: "ministry"}, &s.Assessment.Asked)
			}
			tally.Add(s.Assessment, "")
			if n++; n%100 == 0 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapInuse)
			}
		})
		tally.Spread()
	}
	b.ReportMetric(float64(most)/(1<<20), "MB-heap")
}

// Whatever stands in the files of a workshop: no panic, and what is read without
// a fault can be written and read again as the same.
func FuzzWorkshop(f *testing.F) {
	good, err := strictyaml.Encode(room(2), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte("format: dgca.workshop/1\nid: x\ntitle: T\ndate: 2026-01-01\nunits: [{id: a, name: b, kind: c}]\nparticipants: {P: {unit: a}}\n"))
	f.Add([]byte("format: dgca.sheets/1\nsheets:\n  P01: {file: P01.yaml, digest: d, filed: x}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var names workshop.Names
		var register workshop.Register
		var w workshop.Workshop
		doc, err := strictyaml.Parse("x.yaml", data)
		if err != nil {
			return
		}
		_, _ = doc.Decode(&names), doc.Decode(&register)
		if len(doc.Decode(&w)) > 0 || len(w.Validate()) > 0 {
			return
		}
		w.Remarks(nil)
		w.Letters()
		w.Times()
		for _, o := range append(w.Owners(false), w.Owners(true)...) {
			w.GroupScope(o.Group)
		}
		out, err := strictyaml.Encode(&w, doc)
		if err != nil {
			t.Fatal(err)
		}
		doc, err = strictyaml.Parse("x.yaml", out)
		if err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
		var again workshop.Workshop
		if problems := doc.Decode(&again); len(problems) > 0 || len(again.Validate()) > 0 {
			t.Errorf("written and read again: %v, %v", problems, again.Validate())
		}
	})
}

// A workshop that cannot be made as a whole leaves nothing behind, and nothing
// that was there before is touched.
func TestCreateFolderWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	ours := NewFile{Name: NamesFile, Data: []byte("names: []\n")}
	theirs := NewFile{Name: QuestionnaireFile, Data: []byte("id: new\n")}
	put(t, filepath.Join(dir, QuestionnaireFile), []byte("id: old\n"))
	if _, err := CreateFolder(dir, room(1), ours, theirs); !errors.Is(err, ErrExists) {
		t.Errorf("got %v", err)
	}
	if got := names(t, dir); got != QuestionnaireFile {
		t.Errorf("left: %s", got)
	}
	if string(get(t, filepath.Join(dir, QuestionnaireFile))) != "id: old\n" {
		t.Error("a file that was there is overwritten")
	}
	sub := filepath.Join(dir, "room")
	if _, err := CreateFolder(sub, room(1), ours, NewFile{Name: "missing/x", Data: []byte("x")}); err == nil {
		t.Error("a file in a folder that is not there was written")
	}
	if _, err := os.Lstat(sub); !errors.Is(err, os.ErrNotExist) {
		t.Error("the folder is left")
	}
	f, err := CreateFolder(sub, room(1), ours)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if got := names(t, sub); got != "agreed feedback names.yaml papers sheets wall workshop.yaml" {
		t.Errorf("made: %s", got)
	}
}
