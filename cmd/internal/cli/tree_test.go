package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dgca/assessment/store"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/setup"
	"dgca/questionnaires/strictyaml"
)

func newTestApp() *app {
	s, _, _ := terminal.Buffers("", nil)
	return &app{streams: s, clock: func() time.Time { return time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC) }}
}

// walk visits a command and all below it.
func walk(cmd *cobra.Command, visit func(*cobra.Command)) {
	cmd.InitDefaultHelpFlag()
	visit(cmd)
	for _, sub := range cmd.Commands() {
		walk(sub, visit)
	}
}

func flagsOf(cmd *cobra.Command) []*pflag.Flag {
	var flags []*pflag.Flag
	cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f) })
	return flags
}

// Every command and flag explains itself, and the listing in testdata has them
// all. To refresh it: UPDATE=1 go test ./cmd/internal/cli
func TestEveryFlagIsDocumented(t *testing.T) {
	var listing strings.Builder
	walk(newRootCmd(newTestApp()), func(cmd *cobra.Command) {
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s: the short help is %q", cmd.CommandPath(), cmd.Short)
		}
		if cmd.HasParent() && !cmd.Parent().HasParent() && cmd.Runnable() && cmd.GroupID == "" && cmd.Name() != "help" {
			t.Errorf("%s: in no group", cmd.CommandPath())
		}
		for _, line := range strings.Split(cmd.Long+"\n"+cmd.Example, "\n") {
			if len(line) > 80 {
				t.Errorf("%s: a line of the help has %d characters: %s", cmd.CommandPath(), len(line), line)
			}
		}
		fmt.Fprintf(&listing, "%s\n    %s\n", cmd.UseLine(), cmd.Short)
		page := manPage(cmd)
		for _, f := range flagsOf(cmd) {
			if f.Usage == "" {
				t.Errorf("%s --%s: no help", cmd.CommandPath(), f.Name)
			}
			name, usage := pflag.UnquoteUsage(f)
			fmt.Fprintf(&listing, "    %s\n        %s\n", strings.TrimSpace("--"+f.Name+" "+name), usage)
			if cmd.Runnable() && !strings.Contains(page, roff("--"+f.Name)) {
				t.Errorf("%s --%s: not in the manual page", cmd.CommandPath(), f.Name)
			}
		}
	})
	golden := filepath.Join("testdata", "commands.txt")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(listing.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if listing.String() != string(want) {
		t.Errorf("%s is not up to date; the commands are now\n%s", golden, listing.String())
	}
}

// The help topic names every exit code, and no other.
func TestExitCodesAreDocumented(t *testing.T) {
	var got []int
	for _, m := range regexp.MustCompile(`(?m)^  (\d+) `).FindAllStringSubmatch(exitCodesTopic, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, n)
	}
	if want := []int{ExitDone, ExitFailed, ExitUsage, ExitIncomplete, ExitInvalid, ExitInUse}; !slices.Equal(got, want) {
		t.Errorf("the topic has %v, want %v", got, want)
	}
	if !strings.Contains(exitCodesTopic, "128+n") {
		t.Error("the topic does not explain signals")
	}
}

func TestExitCode(t *testing.T) {
	problems := strictyaml.Problems{{File: "f", Line: 1, Column: 2, Message: "wrong", Hint: "mend it"}}
	for _, c := range []struct {
		err  error
		code int
		text string
	}{
		{nil, ExitDone, ""},
		{errors.New("x"), ExitFailed, "dgca: x"},
		{failf("do y", "x"), ExitFailed, "dgca: x|hint: do y"},
		{usagef("do y", "x"), ExitUsage, "dgca: x|hint: do y"},
		{problems, ExitInvalid, "dgca: f:1:2: wrong|hint: mend it"},
		{&store.InvalidError{Path: "f", Problems: problems}, ExitInvalid, "dgca: f:1:2: wrong|hint: mend it"},
		{&store.InUseError{Path: "f"}, ExitInUse, "dgca: f is open in another dgca|hint: close the other window or program, then try again"},
		{saving.ErrInputEnded, ExitIncomplete, "dgca: " + saving.ErrInputEnded.Error()},
		{setup.ErrInputEnded, ExitIncomplete, "dgca: " + setup.ErrInputEnded.Error()},
		{&saving.SignalError{Number: 15}, 143, "dgca: stopped by signal 15; everything entered so far is saved"},
		{signalError{2, "interrupt"}, 130, `dgca: stopped by signal 2 (interrupt)`},
		{errors.Join(&saving.SignalError{Number: 1}, &saving.SaveError{Err: errors.New("full")}), 129, ""},
	} {
		if got := ExitCode(c.err); got != c.code {
			t.Errorf("ExitCode(%v) = %d, want %d", c.err, got, c.code)
		}
		if got := strings.Join(describe(c.err), "|"); c.text != "" && got != c.text {
			t.Errorf("describe = %q, want %q", got, c.text)
		}
	}
}

// What others wrote does not reach the terminal as a command.
func TestMessagesAreClean(t *testing.T) {
	s, out, errs := terminal.Buffers("", nil)
	if code := Main(t.Context(), []string{"show", "a\x1b]0;owned\x07\x1b[2Jb"}, s, time.Now); code != ExitFailed {
		t.Errorf("exit code %d", code)
	}
	if strings.ContainsAny(out.String()+errs.String(), "\x1b\x07") || !strings.Contains(errs.String(), "ab: there is no such file") {
		t.Errorf("printed %q", errs.String())
	}
}

// Two runs in one process do not share anything.
func TestMainTwice(t *testing.T) {
	for range 2 {
		s, out, _ := terminal.Buffers("", nil)
		if code := Main(t.Context(), []string{"help", "exit-codes"}, s, time.Now); code != ExitDone || !strings.Contains(out.String(), "128+n") {
			t.Errorf("exit code %d, printed %q", code, out)
		}
	}
}

func TestManualPagesAreTheSame(t *testing.T) {
	a, b := manPage(newRootCmd(newTestApp())), manPage(newRootCmd(newTestApp()))
	if a != b || !strings.HasPrefix(a, ".TH DGCA 1 \""+manDate+"\"") || !strings.Contains(a, ".SH EXIT STATUS") {
		t.Error(a)
	}
}
