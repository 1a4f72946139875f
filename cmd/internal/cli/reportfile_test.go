package cli

import (
	"os"
	"path/filepath"
	"testing"

	"dgca/cmd/internal/cli/demo"
	"dgca/questionnaires"
	"dgca/reports"
)

func writeTestFile(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A report is known by what it was made from, whatever its name is and however
// far the assessment went on.
func TestIsReportOf(t *testing.T) {
	q := questionnaires.BuiltIn()
	all, err := demo.Assessments(q)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	in := reports.Input{Assessment: all[2], Questionnaire: q, Created: demoDate, Program: programName}
	path := filepath.Join(dir, "some name.pdf")
	if err := writeReport(in, usualFormat, filepath.Join(dir, "r.yaml"), path, false); err != nil {
		t.Fatal(err)
	}
	later := all[2].Clone()
	later.Answers = later.Answers[:3]
	if !isReportOf(path, later) {
		t.Error("an earlier report of the same assessment is not known")
	}
	otherRound := all[2].Clone()
	otherRound.Session.Round = "Round 2"
	for _, other := range []struct {
		name  string
		known bool
	}{
		{"another unit", isReportOf(path, all[0])},
		{"another round", isReportOf(path, otherRound)},
		{"no file", isReportOf(filepath.Join(dir, "none.pdf"), all[2])},
		{"a folder", isReportOf(dir, all[2])},
	} {
		if other.known {
			t.Errorf("%s is taken for an earlier report", other.name)
		}
	}
	// The words alone, in a file that is no PDF, are not enough.
	text := filepath.Join(dir, "text.pdf")
	if err := os.WriteFile(text, append([]byte("/Creator (\xfe\xff"), utf16Text("dgca "+identity(all[2]))...), 0o600); err != nil {
		t.Fatal(err)
	}
	if isReportOf(text, all[2]) {
		t.Error("a text is taken for a report")
	}
}
