package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"dgca/cmd/internal/terminal"
)

// run runs a command line as the program does.
func run(t testing.TB, args ...string) (code int, out, messages string) {
	t.Helper()
	s, o, e := terminal.Buffers("", nil)
	code = Main(t.Context(), args, s, newTestApp().clock)
	return code, o.String(), e.String()
}

func TestEachDoesAllOnce(t *testing.T) {
	var times [1000]atomic.Int32
	if err := newTestApp().each(t.Context(), len(times), "Working", func(i int) { times[i].Add(1) }); err != nil {
		t.Fatal(err)
	}
	for i := range times {
		if n := times[i].Load(); n != 1 {
			t.Fatalf("%d was done %d times", i, n)
		}
	}
	if err := newTestApp().each(t.Context(), 0, "Working", func(int) { t.Error("done") }); err != nil {
		t.Error(err)
	}
}

func TestEachEndsWhenItIsTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var n atomic.Int32
	err := newTestApp().each(ctx, 1000, "Working", func(int) {
		if n.Add(1) == 10 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || n.Load() > 100 {
		t.Error(err, n.Load())
	}
}

// The line is written over itself, so it must not become shorter.
func TestProgressLine(t *testing.T) {
	for _, n := range []int{1, 7, 1000} {
		for done := range n + 1 {
			if got, want := len(progressLine("Reading", done, n)), len(progressLine("Reading", n, n)); got != want {
				t.Fatalf("%d of %d: %d characters, at the end %d", done, n, got, want)
			}
		}
	}
	if got := progressLine("Reading", 500, 1000); got != "Reading [##########..........]  500 of 1000" {
		t.Error(got)
	}
}

// Many files at once give what they give one by one.
func TestManyAtOnce(t *testing.T) {
	dir := t.TempDir()
	paths := inventedResults(t, dir, 12)
	code, table, messages := run(t, "compare", "--format", "csv", dir)
	if code != ExitDone {
		t.Fatal(code, messages)
	}
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	levels := map[string]string{}
	for _, r := range rows {
		if r[6] == "dimension" {
			levels[r[0]+" "+r[7]] = r[10]
		}
	}
	slices.Reverse(paths)
	if _, again, _ := run(t, append([]string{"compare", "--format", "csv"}, paths...)...); again != table {
		t.Error("the order of the files changes the output")
	}
	for i, path := range paths {
		_, shown, _ := run(t, "show", path)
		for _, d := range []string{"Leadership", "Strategy", "Governance", "Legal", "Technology"} {
			level := levels[fmt.Sprintf("Institution %05d %s", len(paths)-i, strings.ToLower(d))]
			fields := strings.Fields(shown[strings.Index(shown, "\n"+d+" "):])
			if level == "" || fields[1] != level {
				t.Errorf("%s %s: compare has %q, show has %q", path, d, level, fields[1])
			}
		}
	}
	if code, _, messages := run(t, "report", "--all", dir); code != ExitDone || !strings.Contains(messages, "Reports written: 12 of 12") {
		t.Error(code, messages)
	}
}

// A folder stands for its results, whatever else is in it.
func TestFolderOfResults(t *testing.T) {
	dir := t.TempDir()
	inventedResults(t, dir, 2)
	for _, name := range []string{"notes.txt", "other.yaml", "institution-00001.yaml.bak"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("some: text\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.yaml"), 0o700); err != nil {
		t.Fatal(err)
	}
	files, err := batchFiles([]string{dir})
	if err != nil || len(files) != 2 {
		t.Error(files, err)
	}
}

// Each copy has letters of its own.
func TestLettersAreDrawnAnew(t *testing.T) {
	dir := t.TempDir()
	inventedResults(t, dir, 12)
	seen := map[string]bool{}
	for i := range 3 {
		key := filepath.Join(dir, fmt.Sprintf("key-%d.csv", i))
		if code, out, messages := run(t, "compare", "--format", "csv", "--alias", key, dir); code != ExitDone || strings.Contains(out, "Institution") {
			t.Fatal(code, messages)
		}
		content, err := os.ReadFile(key)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(content, []byte("Institution")) != 12 {
			t.Errorf("%s", content)
		}
		seen[string(content)] = true
	}
	if len(seen) != 3 { // by chance, once in 12! draws
		t.Error("the same letters twice")
	}
}

// Reading and comparing, and the whole way to a PDF, by the number of full
// results. See the time for each of them.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			inventedResults(b, dir, n)
			out := filepath.Join(dir, "comparison.pdf")
			b.ReportAllocs()
			for b.Loop() {
				s, _, e := terminal.Buffers("", nil)
				s.Out = io.Discard
				if code := Main(b.Context(), []string{"compare", "--force", "-o", out, dir}, s, newTestApp().clock); code != ExitDone {
					b.Fatal(e)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "us/file")
		})
	}
}
