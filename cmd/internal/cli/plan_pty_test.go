//go:build !windows

package cli

import (
	"fmt"
	"path/filepath"
	"syscall"
	"testing"

	"dgca/assessment"
	"dgca/assessment/store"
	"dgca/cmd/internal/cli/demo"
	"dgca/questionnaires"
)

// withDemo makes a folder with the results of the demo.
func withDemo(t *testing.T) (dir, ministry string) {
	t.Helper()
	dir = t.TempDir()
	all, err := demo.Assessments(questionnaires.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range all {
		f, err := store.Open(filepath.Join(dir, fmt.Sprintf("r%d.yaml", i)))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Save(r); err != nil {
			t.Fatal(err)
		}
		f.Close()
		if ministry == "" {
			ministry = f.Path()
		}
	}
	return dir, ministry
}

// TestPlanFlow plans as a new user would: a target, a weighed gap, a proposed
// action with its owner, the road map; and takes a step back.
func TestPlanFlow(t *testing.T) {
	t.Parallel()
	for _, size := range []struct{ width, height int }{{80, 24}, {60, 20}, {120, 40}} {
		dir, path := withDemo(t)
		before := read(t, path)
		w := openWindow(t, dir, "plan "+filepath.Base(path), size.width, size.height)
		w.Wait("Targets: what level").Send("1").Wait("months").Send("3").Wait("chosen").Send("\x1b").Wait("Gaps: weigh").
			Send("2").Wait("I: importance").Send("\r").Wait("Weigh ").Send("55").Wait("Barriers").
			Send("\x10").Wait("An action for").Send("1").Wait("What is done").Send("\tTest office").Wait("| Test office").
			Send("\x1b").Wait("Weigh ").Send("\x1b").Wait("I: importance").Send("\x1b").Wait("Targets: what level").
			Send("5").Wait("The months count").Send("\x1b").Wait("Save and leave").Send("7").Ends(0)
		after := read(t, path)
		last := after.Plan.Actions[len(after.Plan.Actions)-1]
		if len(after.Plan.Actions) != len(before.Plan.Actions)+1 || last.Owner != "Test office" || len(last.Serves) != 1 {
			t.Errorf("actions %d and %d, the last one %+v", len(before.Plan.Actions), len(after.Plan.Actions), last)
		}
		for i, ans := range after.Answers {
			if ans != before.Answers[i] {
				t.Errorf("the answer %+v became %+v", before.Answers[i], ans)
			}
		}
		weighing := after.Weighings
		found := false
		for _, x := range weighing {
			found = found || x.Statement == last.Serves[0] && x.Importance == 5 && x.Feasibility == 5
		}
		if !found {
			t.Errorf("%s is not weighed as typed: %+v", last.Serves[0], weighing)
		}
	}
}

// TestPlanBurst types ahead: every key reaches what it is meant for.
func TestPlanBurst(t *testing.T) {
	t.Parallel()
	dir, path := withDemo(t)
	w := openWindow(t, dir, "plan "+filepath.Base(path), 80, 24)
	w.Wait("Targets: what level").Send("4nTrain the staff\rHR office\r2026-12-01\r2027-03-31\rAll staff passed\r").Wait("First step").Send("\x03\r").Ends(0)
	got := read(t, path).Plan.Actions
	if last := got[len(got)-1]; last.What != "Train the staff" || last.Owner != "HR office" || last.End != "2027-03-31" || last.Measure != "All staff passed" {
		t.Errorf("%+v", last)
	}
}

// TestPlanSignal ends the program while an owner is half typed.
func TestPlanSignal(t *testing.T) {
	t.Parallel()
	dir, path := withDemo(t)
	w := openWindow(t, dir, "plan "+filepath.Base(path), 80, 24)
	w.Wait("Targets: what level").Send("4nTrain the staff\rHR off").Wait("| HR off")
	w.Cmd.Process.Signal(syscall.SIGHUP)
	w.Ends(129)
	got := read(t, path).Plan.Actions
	if last := got[len(got)-1]; last.What != "Train the staff" || last.Owner != "HR off" {
		t.Errorf("%+v", last)
	}
}

func read(t *testing.T, path string) *assessment.Assessment {
	t.Helper()
	a, err := store.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
