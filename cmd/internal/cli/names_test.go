package cli

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
)

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Ministry of Health":                "ministry-of-health",
		"  A & B / C ":                      "a-b-c",
		"T.C. Sağlık Bakanlığı İl":          "t-c-saglik-bakanligi-il",
		"Straße Œuvre Øster Łódź Đà":        "strasse-oeuvre-oster-lodz-da",
		"Hausa: Ɓauchi Ƙasa":                "hausa-bauchi-kasa",
		"O'Brien’s":                         "obriens",
		"../../x":                           "x",
		"a\x00b\x1b[31mc":                   "a-b-31mc",
		"ﬁnance ①":                          "finance-1",
		"وزارة الصحة":                       "",
		"保健部":                               "",
		"":                                  "",
		strings.Repeat("ab ", 100):          strings.Repeat("ab-", 19) + "ab-a",
		"x" + strings.Repeat("\u0301", 500): "x",
	} {
		if got := slug(in); got != want {
			t.Errorf("slug(%q) = %q, want %q", in, got, want)
		}
	}
}

var safeName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,140}$`)

func FuzzResultName(f *testing.F) {
	for _, s := range []string{"con", "NUL", "aux.", "", "..", "C:\\x", "Ünit", strings.Repeat("x", 500)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, unit string) {
		got := resultName(assessment.Subject{Name: unit, Kind: questionnaires.Local}, "2026-11-23")
		if !safeName.MatchString(got) || !strings.HasSuffix(got, "-2026-11-23-local") {
			t.Errorf("resultName(%q) = %q", unit, got)
		}
	})
}

func TestFreePath(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"a.yaml", "a-2.yaml", "a-3.yaml"} {
		path, err := freePath(dir, "a", ".yaml")
		if err != nil || path != filepath.Join(dir, want) {
			t.Fatalf("freePath = %s, %v, want %s", path, err, want)
		}
		writeTestFile(t, path)
	}
}

func TestQuoteArgument(t *testing.T) {
	for in, want := range map[string]string{"a-b/c_1.yaml": "a-b/c_1.yaml", "a b": `"a b"`, "résumé": "résumé", "": `""`, "a&b": `"a&b"`} {
		if got := quoteArgument(in); got != want {
			t.Errorf("quoteArgument(%q) = %s, want %s", in, got, want)
		}
	}
}
