//go:build !windows

package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// manyCopies writes n results of different units, and a damaged file between
// them: enough work for the line that shows how far it is.
func manyCopies(t *testing.T, dir string, n int) {
	t.Helper()
	text, err := os.ReadFile(inventedResults(t, t.TempDir(), 1)[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		one := bytes.ReplaceAll(text, []byte("Institution 00001"), fmt.Appendf(nil, "Institution %05d", i))
		if i == n/2 {
			one = one[:len(one)/2]
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("unit-%05d.yaml", i)), one, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// On a terminal a line says how far long work is. It is gone at the end, also
// when a file could not be read and when a person ends the work.
func TestProgressOnATerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many files")
	}
	t.Parallel()
	dir := t.TempDir()
	manyCopies(t, dir, 1500)
	w := openWindow(t, dir, "compare . -o out.csv", 80, 24)
	w.Wait("Reading [").Wait("files that cannot be read and were left out: 1").Ends(ExitInvalid)
	w.Until("the line is gone and the fault is told", func() bool {
		return !strings.Contains(w.Screen(), "Reading [") && strings.Contains(w.Screen(), "dgca: unit-00750.yaml: ")
	})
	if table, err := os.ReadFile(filepath.Join(dir, "out.csv")); err != nil || bytes.Contains(table, []byte("Reading")) {
		t.Error("the line is in the output", err)
	}
	w = openWindow(t, dir, "compare .", 80, 24)
	w.Wait("Reading [").Send("\x03").Ends(130)
	w.Until("the line is gone", func() bool { return !strings.Contains(w.Screen(), "Reading [") })
}
