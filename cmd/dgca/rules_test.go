package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pkg is what "go list -json" says about a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string
}

func list(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports"}, args...)...)
	cmd.Dir = "../.."
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		t.Fatalf("go list: %s", exit.Stderr)
	} else if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// Groups of imports for the rules below.
var (
	yaml       = []string{"go.yaml.in/yaml/v3"}
	lockHelper = []string{"github.com/gofrs/flock", "golang.org/x/sys/..."}
	text       = []string{"golang.org/x/text/..."}
	console    = []string{"github.com/charmbracelet/x/...", "golang.org/x/sys/...", "golang.org/x/term"}
	widgets    = []string{"charm.land/...", "github.com/charmbracelet/..."}
)

// allowed says what each package may import besides the standard library: the
// table of the architecture. A name that ends in "/..." stands for everything
// below it. The longest matching name rules a package.
var allowed = map[string][]string{
	"dgca/questionnaires":            join(yaml, "dgca/questionnaires/strictyaml"),
	"dgca/questionnaires/strictyaml": yaml,
	"dgca/assessment":                join(yaml, "dgca/questionnaires"),
	"dgca/assessment/workshop":       {"dgca/assessment", "dgca/questionnaires"},
	"dgca/assessment/paper":          {"dgca/assessment", "dgca/questionnaires"},
	"dgca/assessment/store":          join(append(lockHelper, yaml...), "dgca/assessment", "dgca/assessment/workshop", "dgca/questionnaires", "dgca/questionnaires/strictyaml"),
	"dgca/assessment/sheet":          {"dgca/assessment", "dgca/questionnaires/strictyaml"},
	"dgca/assessment/answersheet":    join(yaml, "dgca/assessment", "dgca/assessment/sheet", "dgca/questionnaires", "dgca/questionnaires/strictyaml"),
	"dgca/assessment/peoplefile":     {"dgca/assessment", "dgca/assessment/sheet", "dgca/assessment/workshop", "dgca/questionnaires/strictyaml"},
	"dgca/assessment/roomtable":      join(yaml, "dgca/assessment", "dgca/assessment/sheet", "dgca/assessment/workshop", "dgca/questionnaires", "dgca/questionnaires/strictyaml"),
	"dgca/assessment/planfile":       join(yaml, "dgca/assessment", "dgca/assessment/sheet", "dgca/questionnaires", "dgca/questionnaires/strictyaml"),
	"dgca/reports/document":          {},
	"dgca/reports": {"dgca/questionnaires", "dgca/questionnaires/strictyaml", "dgca/assessment", "dgca/assessment/paper", "dgca/assessment/workshop",
		"dgca/reports/document", "dgca/reports/context", "dgca/reports/internal/..."},
	"dgca/reports/context":            {},
	"dgca/reports/internal/clean":     {},
	"dgca/reports/internal/chart":     {"dgca/reports/document"},
	"dgca/reports/internal/html":      {"dgca/reports/document", "dgca/reports/internal/chart", "dgca/reports/internal/clean"},
	"dgca/reports/internal/markdown":  {"dgca/reports/document", "dgca/reports/internal/clean"},
	"dgca/reports/internal/icalendar": {},
	"dgca/reports/internal/text": join(append(text, console...), "dgca/reports/document", "dgca/reports/internal/chart",
		"github.com/mattn/go-runewidth", "github.com/rivo/uniseg", "github.com/clipperhouse/..."),
	"dgca/reports/internal/pdf": join(text, "dgca/reports/document", "dgca/reports/internal/chart", "dgca/reports/internal/pdf/finish",
		"github.com/jung-kurt/gofpdf"),
	"dgca/reports/internal/pdf/finish":   {},
	"dgca/reports/internal/pdf/pdftest":  {},
	"dgca/cmd/internal/terminal":         console,
	"dgca/cmd/internal/terminal/ptytest": join(console, "github.com/creack/pty"),
	"dgca/cmd/internal/tui/...": join(widgets, "dgca/questionnaires", "dgca/assessment", "dgca/assessment/paper", "dgca/assessment/workshop",
		"dgca/cmd/internal/terminal", "dgca/cmd/internal/tui/..."),
	"dgca/cmd/internal/cli/...": join(text, "dgca/...", "github.com/spf13/..."),
	"dgca/cmd/dgca":             {"dgca/cmd/internal/cli", "dgca/cmd/internal/terminal"},
}

func join(list []string, more ...string) []string { return slices.Concat(list, more) }

func matches(pattern, path string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "/..."); ok {
		return path == prefix || strings.HasPrefix(path, prefix+"/")
	}
	return pattern == path
}

// TestImports keeps the rooms apart.
func TestImports(t *testing.T) {
	standard := map[string]bool{}
	for _, p := range list(t, "-deps", "./...") {
		standard[p.ImportPath] = p.Standard
	}
	seen := map[string]bool{}
	for _, p := range list(t, "./...") {
		rule, found := "", false
		for pattern := range allowed {
			if matches(pattern, p.ImportPath) && len(pattern) > len(rule) {
				rule, found = pattern, true
			}
		}
		if !found {
			t.Errorf("%s has no rule: add it to the table of the architecture and to this test", p.ImportPath)
			continue
		}
		seen[rule] = true
		for _, imported := range p.Imports {
			if standard[imported] || imported == "C" {
				continue
			}
			if !slices.ContainsFunc(allowed[rule], func(a string) bool { return matches(a, imported) }) {
				t.Errorf("%s must not import %s", p.ImportPath, imported)
			}
		}
	}
	if len(seen) < 8 {
		t.Errorf("only %d rules were used: the test does not see the packages", len(seen))
	}
}

// TestOffline proves that the program cannot talk to a network by HTTP.
func TestOffline(t *testing.T) {
	deps := list(t, "-deps", "./cmd/dgca")
	if len(deps) < 50 {
		t.Fatalf("only %d packages: the test does not see the program", len(deps))
	}
	for _, p := range deps {
		if p.ImportPath == "net/http" || p.ImportPath == "crypto/tls" {
			t.Errorf("the program contains %s", p.ImportPath)
		}
	}
}

// TestOnePlace keeps the process's own streams, arguments and exit in main, and
// the clock in one place.
func TestOnePlace(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", `{{if not .Standard}}{{range .GoFiles}}{{$.ImportPath}} {{$.Dir}}/{{.}}{{"\n"}}{{end}}{{end}}`, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	var files []string // of the program itself, without what only tests use
	for line := range strings.Lines(string(out)) {
		if path, file, _ := strings.Cut(strings.TrimSpace(line), " "); strings.HasPrefix(path, "dgca/") {
			files = append(files, file)
		}
	}
	if len(files) < 50 {
		t.Fatalf("only %d files: the test does not see the program", len(files))
	}
	for _, file := range files {
		if strings.HasSuffix(file, "/cmd/dgca/main.go") {
			continue
		}
		for _, use := range usesIn(t, file) {
			t.Errorf("%s uses %s: it belongs into main", file, use)
		}
	}
}
