//go:build !windows

package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dgca/assessment/store"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
)

// withWorkshop makes a folder with a workshop of four people from two countries
// in it, with the name "room".
func withWorkshop(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	people := filepath.Join(dir, "people.csv")
	if err := os.WriteFile(people, []byte("unit,unit_kind,country\nUnit A,government,Alandia\nUnit A,,\nUnit B,government,Borealia\nUnit B,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	streams, _, said := terminal.Buffers("", nil)
	if code := Main(context.Background(), []string{"workshop", "new", filepath.Join(dir, "room"), "--title", "Trial", "--participants", people, "--quick"}, streams, time.Now); code != 0 {
		t.Fatal(said)
	}
	return dir
}

// readRoom decodes a file of the workshop.
func readRoom[T any](t *testing.T, dir, name string) *T {
	t.Helper()
	f, err := store.ReadFolder(filepath.Join(dir, "room"))
	if err != nil {
		t.Fatal(err)
	}
	v := new(T)
	if _, exists, err := f.ReadYAML(name, v); err != nil || !exists {
		t.Fatalf("%s: %v, there: %v", name, err, exists)
	}
	return v
}

// TestWallTour puts two notes on the wall, hands them out, writes a solution,
// and votes on an area of improvement with dots.
func TestWallTour(t *testing.T) {
	t.Parallel()
	for _, size := range []struct{ width, height int }{{80, 24}, {60, 20}, {120, 40}} {
		dir := withWorkshop(t)
		w := openWindow(t, dir, "workshop wall room", size.width, size.height)
		w.Wait("On the wall: 0 of 12").Send("1").Wait("Press n for the first entry").
			Send("n").Wait("By (alias)").Send("p01\r11Late budget\r").Wait("> Themes").Send("\r").Wait("C1 Late budget").
			Send("n").Wait("By (alias)").Send("P03\r22No power\r").Wait("> Themes").Send("\r").Wait("C2 No power").
			Send("\x1b").Wait("On the wall: 2 of 12").Send("2").Wait("Handed out now: 4.").
			Send("3").Wait("P01: C2").Send("\r").Wait("Solution or course").Send("Solar panels\r").Wait("solved").Send("\x1b").Wait("Solved: 1 of 4").
			Send(strings.Repeat("\x1b[B", 7) + "\r").Wait("What the room wants to improve").
			Send("n4A law on data\r\r\r7\r").Wait("legal, 7 dots").Send("\x1b").Wait("Support asked for. Entries: 0.").
			Send("\x03").Wait("Quit?").Send("\r").Ends(0)
		wall := readRoom[workshop.Wall](t, dir, wallFile)
		if len(wall.Challenges) != 2 || wall.Challenges[1].By != "P03" || !wall.Challenges[1].Anonymous || len(wall.PersonRound) != 4 || wall.PersonRound[0].Solution != "Solar panels" {
			t.Errorf("%+v", wall)
		}
		if len(wall.Improvements) != 1 || wall.Improvements[0].Dimension != "legal" || wall.Improvements[0].Dots != 7 {
			t.Errorf("%+v", wall.Improvements)
		}
	}
}

// TestWallBurst types ahead, and the terminal hangs up while a note is half
// typed: every key reached what it was meant for.
func TestWallBurst(t *testing.T) {
	t.Parallel()
	dir := withWorkshop(t)
	w := openWindow(t, dir, "workshop wall room", 80, 24)
	w.Wait("On the wall: 0 of 12").Send("1np01\r11Late budget\r\rnp02\r21No power\r8\rnp03\r11Half a no").Wait("Half a no")
	w.Cmd.Process.Signal(syscall.SIGHUP)
	w.Ends(129)
	wall := readRoom[workshop.Wall](t, dir, wallFile)
	if len(wall.Challenges) != 3 || wall.Challenges[0].Text != "Late budget" || len(wall.Challenges[1].Themes) != 1 || wall.Challenges[2].Text != "Half a no" {
		t.Errorf("%+v", wall.Challenges)
	}
}

// TestWallFolderMoved moves the folder away while the wall is open: the screen
// says that nothing is saved, and leaving tries again.
func TestWallFolderMoved(t *testing.T) {
	t.Parallel()
	dir := withWorkshop(t)
	w := openWindow(t, dir, "workshop wall room", 80, 24)
	w.Wait("On the wall: 0 of 12").Send("6nFirst idea\r\r").Wait("First idea")
	here, away := filepath.Join(dir, "room"), filepath.Join(dir, "away")
	if err := os.Rename(here, away); err != nil {
		t.Fatal(err)
	}
	w.Send("nSecond idea\r\r").Wait("NOT SAVED")
	if err := os.Rename(away, here); err != nil {
		t.Fatal(err)
	}
	w.Send("\x1b").Wait("Save and leave").Send("\x03").Wait("Quit?").Send("\r").Ends(0)
	if wall := readRoom[workshop.Wall](t, dir, wallFile); len(wall.Ideas) != 2 {
		t.Errorf("%+v", wall.Ideas)
	}
}

// TestFeedbackTour keys in two forms; the second is left half done.
func TestFeedbackTour(t *testing.T) {
	t.Parallel()
	dir := withWorkshop(t)
	w := openWindow(t, dir, "workshop feedback room --enter", 80, 24)
	w.Wait("Keyed in: 0.").Send("1").Wait("Press n for the first entry").Send("n").Wait("> Q1").
		Send("1524A partner\r123").Wait("Form 1").Send("n").Wait("> Q1").Send("25").Wait("> Q3").
		Send("\x1b").Wait("2 of 8 answered").Send("\x03").Wait("Quit?").Send("\r").Ends(0)
	first, second := readRoom[workshop.FeedbackAnswer](t, dir, "feedback/form-001.yaml"), readRoom[workshop.FeedbackAnswer](t, dir, "feedback/form-002.yaml")
	if len(first.Answers) != 8 || first.Of("Q5") != "A partner" || first.Of("Q8") != "3" || len(second.Answers) != 2 || second.Of("Q2") != "5" {
		t.Errorf("%+v, %+v", first, second)
	}
}

// TestEnterTour keys in a sheet from paper, is told of a digit that is no box,
// and goes on after the terminal has hung up.
func TestEnterTour(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := openWindow(t, dir, "enter --no-codes --quick --kind local --unit Rim --alias R01 r01.yaml", 80, 24)
	w.Wait("LEA-01").Send("3").Wait("LEA-04").Send("7").Wait("There is no box 7").Send("0").Wait("2 of 24")
	w.Cmd.Process.Signal(syscall.SIGHUP)
	w.Ends(129)
	path := filepath.Join(dir, "r01.yaml")
	if got := read(t, path); got.Answer("LEA-01").Choice != 3 || len(got.Answers) != 2 {
		t.Errorf("after the hang-up: %+v", got.Answers)
	}
	w = openWindow(t, dir, "enter --no-codes r01.yaml", 80, 24)
	w.Wait("2 of 24").Send(strings.Repeat("2", 22)).Wait("Every page of this sheet").Send("1\r").Ends(0)
	got := read(t, path)
	if done, all := got.Done(); done != 24 || all != 24 || got.Answer("PWD-10").Choice != 2 {
		t.Errorf("%d of %d; %+v", done, all, got.Answers)
	}
}
