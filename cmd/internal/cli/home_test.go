package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"dgca/assessment"
	"dgca/cmd/internal/cli/demo"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/home"
	"dgca/questionnaires"
)

// fillFolder makes files of every sort; each next one is older.
func fillFolder(t *testing.T, dir string) {
	t.Helper()
	all, err := demo.Assessments(questionnaires.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	approved, other := all[0].Clone(), all[2].Clone()
	approved.State, approved.Approved = assessment.Approved, &assessment.Approval{By: "Director"}
	other.Questionnaire.ID = "our-services"
	for name, a := range map[string]*assessment.Assessment{"draft.yaml": all[1], "approved.yml": approved, "other.yaml": other} {
		if err := saveNew(filepath.Join(dir, name), a); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{
		"broken.yaml":                 "format: dgca.assessment/1\nstate: [\n",
		"empty-2026-01-01-local.yaml": "",
		"large.yaml":                  "format: dgca.assessment/1\n" + strings.Repeat("#\n", maxListed),
		"services.yaml":               "services: {}\n",
		"notes.txt":                   "format: dgca.assessment/1\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.yaml"), 0o700); err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	for i, name := range []string{"draft.yaml", "services.yaml", "broken.yaml", "approved.yml", "empty-2026-01-01-local.yaml", "other.yaml", "large.yaml"} {
		when := now.Add(-time.Duration(i) * time.Hour)
		if err := os.Chtimes(filepath.Join(dir, name), when, when); err != nil {
			t.Fatal(err)
		}
	}
}

func describeEntries(p *home.Page) string {
	var lines []string
	for _, e := range p.Entries {
		lines = append(lines, fmt.Sprintf("%s|%s|%s|%s|%s", e.Title, e.End, e.Problem, e.Detail, strings.Join(e.Args, " ")))
	}
	return strings.Join(lines, "\n")
}

func TestListResults(t *testing.T) {
	t.Chdir(t.TempDir())
	fillFolder(t, ".")
	list := listResults(".")
	// The demo's city has 43 of 72 statements open.
	const broken = `broken.yaml||line 2: this is not YAML: did not find expected node content||`
	if got, want := describeEntries(list.page("", toRead, "show")), `City of Port Selin (demo)|2026-03-18, draft||29 of 72 answered, draft.yaml|show draft.yaml
`+broken+`
Ministry of Social Services (demo)|2026-03-11, approved||72 of 72 answered, approved.yml|show approved.yml
empty-2026-01-01-local.yaml||line 1: the file is empty||
National Archive (demo)|2026-03-20, complete||24 of 24 answered, other.yaml|show other.yaml
large.yaml||too large for this list||`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	resume := list.page("", toResume, "assess").Entries
	for i, want := range map[int]string{0: "", 2: "it is approved", 4: "it needs --questionnaire FILE"} {
		if resume[i].Problem != want {
			t.Errorf("%s: %q", resume[i].Title, resume[i].Problem)
		}
	}
}

func TestListResultsLimits(t *testing.T) {
	dir := t.TempDir()
	if list := listResults(filepath.Join(dir, "missing")); list.count() != "no file yet" || !strings.HasPrefix(list.page("", toRead, "show").Intro, "There is no result file") {
		t.Errorf("a folder that is not there: %+v", list)
	}
	for i := range mostListed + 1 {
		name := filepath.Join(dir, fmt.Sprintf("unit-2026-01-0%d-local.yaml", i+1))
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list := listResults(dir)
	if len(list.entries) != mostListed || list.count() != "7 newest files" || !strings.Contains(list.page("", toRead, "show").Intro, "dgca show FILE") {
		t.Errorf("%d files, %q", len(list.entries), list.count())
	}
}

// A name that looks like a flag is not one.
func TestListResultsFlag(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("-x-2026-01-01-local.yaml", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if list := listResults("."); len(list.entries) != 1 || strings.HasPrefix(list.entries[0].path, "-") {
		t.Errorf("%+v", list)
	}
}

// The menu holds what the program has, and every word in it is a command.
func TestHomePage(t *testing.T) {
	t.Chdir(t.TempDir())
	root := newRootCmd(newTestApp())
	root.InitDefaultHelpCmd()
	page := homePage(root, "here", results{})
	var walkPage func(p *home.Page)
	walkPage = func(p *home.Page) {
		for _, e := range p.Entries {
			if (e.Page == nil) == (e.Args == nil) {
				t.Errorf("%s: neither a page nor a command, or both", e.Title)
			}
			if e.Page != nil {
				walkPage(e.Page)
			} else if cmd, _, err := root.Find(e.Args); err != nil || !cmd.HasParent() {
				t.Errorf("%s: %v is no command", e.Title, e.Args)
			}
		}
	}
	walkPage(page)
	titles := func(p *home.Page) string {
		var all []string
		for _, e := range p.Entries {
			all = append(all, e.Title)
		}
		return strings.Join(all, "; ")
	}
	if got, want := titles(page), "Start a new assessment; Go on with an assessment; Show a result; Write a report; Plan what to do; Compare the results in this folder; Run a workshop; Write an example to look at; The questionnaire, and help"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := titles(page.Entries[8].Page); !strings.Contains(got, "What the exit codes mean") {
		t.Errorf("the help has %q", got)
	}
	bare := &cobra.Command{Use: "dgca", Args: cobra.ArbitraryArgs}
	bare.AddCommand(&cobra.Command{Use: "show", Run: func(*cobra.Command, []string) {}})
	if got := titles(homePage(bare, "here", results{})); got != "Show a result" {
		t.Errorf("a program with one command offers %q", got)
	}
}

// When the demo was written, the menu shows it.
func TestHomeDemo(t *testing.T) {
	t.Chdir(t.TempDir())
	a := newTestApp()
	if err := a.runChosen(t.Context(), false, []string{"demo"}); err != nil {
		t.Fatal(err)
	}
	e := demoEntry(true)
	if e.Page == nil || len(e.Page.Entries) != 3 || !strings.HasPrefix(e.Page.Entries[0].Args[1], demoFolder) {
		t.Errorf("%+v", e)
	}
}

// A command that fails says so and does not end the menu; a flag of the menu
// reaches the command.
func TestRunChosen(t *testing.T) {
	t.Chdir(t.TempDir())
	streams, _, errs := terminal.Buffers("", nil)
	a := &app{streams: streams, clock: time.Now}
	streams.NoColor = true
	if err := a.runChosen(t.Context(), true, []string{"show", "my file.yaml"}); err != nil {
		t.Error(err)
	}
	if got := errs.String(); !strings.Contains(got, "dgca show \"my file.yaml\"\n") || !strings.Contains(got, "dgca: my file.yaml: there is no such file") {
		t.Errorf("said %q", got)
	}
	if err := a.runChosen(t.Context(), true, []string{"assess"}); err != nil || !strings.Contains(errs.String(), "dgca assess --line\n") {
		t.Errorf("%v: said %q", err, errs)
	}
	if !streams.NoColor {
		t.Error("--no-color is forgotten")
	}
}

func TestHoldWindow(t *testing.T) {
	for closes, want := range map[bool]string{true: "Press Enter to close this window.", false: ""} {
		streams, _, errs := terminal.Buffers("\n", nil)
		(&app{streams: streams}).holdWindow(closes)
		if got := strings.TrimSpace(errs.String()); got != want {
			t.Errorf("closes %v: said %q", closes, got)
		}
	}
}
