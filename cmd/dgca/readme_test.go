package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readmeMark stands on the line before a block of commands that are run.
const readmeMark = "<!-- tested -->"

// interactive are commands of the README that ask a person.
var interactive = []string{"dgca", "dgca assess"}

// readmeCommands returns the commands of the blocks that are marked.
func readmeCommands(text string) []string {
	var commands []string
	lines := strings.Split(text, "\n")
	for i := 0; i+1 < len(lines); i++ {
		if strings.TrimSpace(lines[i]) != readmeMark || strings.TrimSpace(lines[i+1]) != "```sh" {
			continue
		}
		for i += 2; i < len(lines) && strings.TrimSpace(lines[i]) != "```"; i++ {
			line := strings.TrimSpace(lines[i])
			line = strings.TrimSpace(strings.TrimPrefix(line, "$ "))
			if rest, ok := strings.CutPrefix(line, "go run ./cmd/dgca"); ok {
				line = "dgca" + rest
			}
			if line == "dgca" || strings.HasPrefix(line, "dgca ") {
				commands = append(commands, line)
			}
		}
	}
	return commands
}

// TestReadme runs the commands of the README one after the other in an empty
// folder.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("there is no README.md yet")
	} else if err != nil {
		t.Fatal(err)
	}
	commands := readmeCommands(string(text))
	if len(commands) == 0 {
		t.Fatalf("README.md has no commands to run: put %s before a block of sh", readmeMark)
	}
	dgca := buildProgram(t, "dgca", ".")
	dir := t.TempDir()
	for _, command := range commands {
		plain, _, _ := strings.Cut(command, "#")
		if isInteractive(strings.TrimSpace(plain)) {
			continue
		}
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(dgca)+string(os.PathListSeparator)+os.Getenv("PATH"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
	}
}

func isInteractive(command string) bool {
	for _, i := range interactive {
		if command == i {
			return true
		}
	}
	// To resume asks, unless the answers come from a file.
	return strings.HasPrefix(command, "dgca assess ") && !strings.Contains(command, "--answers")
}

func TestReadmeCommands(t *testing.T) {
	got := readmeCommands("a\n```sh\ndgca no\n```\n" + readmeMark + "\n```sh\n$ dgca demo\nls\ngo run ./cmd/dgca show x   # look\n```\ndgca no\n")
	if strings.Join(got, "|") != "dgca demo|dgca show x   # look" {
		t.Errorf("%q", got)
	}
}
