package terminal

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestLineMode(t *testing.T) {
	tty := func(env map[string]string) *Streams {
		s, _, _ := Buffers("", env)
		s.inTTY, s.outTTY, s.errTTY = true, true, true
		return s
	}
	pipe, _, _ := Buffers("", nil)
	noOut := tty(nil)
	noOut.outTTY = false
	for name, c := range map[string]struct {
		s          *Streams
		flag, want bool
	}{
		"terminal":           {tty(nil), false, false},
		"flag":               {tty(nil), true, true},
		"ACCESSIBLE=1":       {tty(map[string]string{"ACCESSIBLE": "1"}), false, true},
		"ACCESSIBLE=0":       {tty(map[string]string{"ACCESSIBLE": "0"}), false, false},
		"ACCESSIBLE=false":   {tty(map[string]string{"ACCESSIBLE": "false"}), false, false},
		"TERM=dumb":          {tty(map[string]string{"TERM": "dumb"}), false, true},
		"no terminal":        {pipe, false, true},
		"output to a file":   {noOut, false, true},
		"flag, ACCESSIBLE=0": {tty(map[string]string{"ACCESSIBLE": "0"}), true, true},
	} {
		if got := c.s.Line(c.flag); got != c.want {
			t.Errorf("%s: Line = %v, want %v", name, got, c.want)
		}
	}
}

func TestColor(t *testing.T) {
	for _, c := range []struct {
		noColor, tty, flag, want bool
	}{{false, true, false, true}, {true, true, false, false}, {false, false, false, false}, {false, true, true, false}} {
		env := map[string]string{}
		if c.noColor {
			env["NO_COLOR"] = "0" // any value that is not empty
		}
		s, _, _ := Buffers("", env)
		s.outTTY, s.NoColor = c.tty, c.flag
		if got := s.Color(); got != c.want {
			t.Errorf("%+v: Color = %v", c, got)
		}
	}
}

func TestSize(t *testing.T) {
	s, _, _ := Buffers("", map[string]string{"COLUMNS": "100", "LINES": "-3"})
	if w, h := s.Size(); w != 100 || h != DefaultHeight {
		t.Errorf("Size = %d, %d", w, h)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain text\nline two":             "plain text\nline two",
		"a\x1b[31mred\x1b[0m b":            "ared b",
		"\x1b]0;title\x07after":            "after",
		"\x1b]8;;http://x\x1b\\l\x1b]8;;0": "l",
		"bell\a back\b null\x00":           "bell back null",
		"\u202eright to left\u2066x":       "right to leftx",
		"\u009b31mc1":                      "31mc1",
		"tab\there\r\nend":                 "tab here\nend",
		"na\u00efve \u0645\u200c\u06cc":    "na\u00efve \u0645\u200c\u06cc",
		"bad \xff utf8":                    "bad \uFFFD utf8",
		"a\u2028b":                         "a\nb",
		"soft\u00adhyphen\ufeff":           "softhyphen",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := CleanLine(" a\n b\t\x1b[2Jc "); got != "a b c" {
		t.Errorf("CleanLine = %q", got)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("\x1b\x1b[[31m\u009d\u0090x")
	f.Add("\x1b]0;\u202e\x9c")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if strings.ContainsAny(got, "\x1b\r\x07\x00\u009b\u202e\u2066") {
			t.Errorf("Clean(%q) = %q", s, got)
		}
		if again := Clean(got); again != got {
			t.Errorf("Clean is not stable: %q, %q", got, again)
		}
	})
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"", 5, []string{""}},
		{"a\n\nb", 5, []string{"a", "", "b"}},
		{"abcdefghij k", 4, []string{"abcd", "efgh", "ij k"}},
		{"\u56fd\u5bb6\u56fd\u5bb6", 4, []string{"\u56fd\u5bb6", "\u56fd\u5bb6"}},
		{"\u56fd x", 1, []string{"\u56fd", "x"}},
	} {
		if got := WrapLines(c.in, c.width); !slices.Equal(got, c.want) {
			t.Errorf("WrapLines(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
	if got := Hang("  1. ", "one two three", 12); !slices.Equal(got, []string{"  1. one two", "     three"}) {
		t.Errorf("Hang = %q", got)
	}
	if got := Truncate("a long line", 8); got != "a lon..." {
		t.Errorf("Truncate = %q", got)
	}
}

func TestLineReader(t *testing.T) {
	s, _, _ := Buffers("one\r\n\ntwo", nil)
	for _, want := range []string{"one", "", "two"} {
		if got, err := s.Lines().Read(t.Context()); got != want || err != nil {
			t.Fatalf("Read = %q, %v, want %q", got, err, want)
		}
	}
	if _, err := s.Lines().Read(t.Context()); !errors.Is(err, io.EOF) {
		t.Fatalf("at the end: %v", err)
	}
}

func TestLineReaderKeepsALateLine(t *testing.T) {
	in, w := io.Pipe()
	s := &Streams{In: in}
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := s.Lines().Read(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("Read without input: %v", err)
	}
	go io.WriteString(w, "late\n")
	if got, err := s.Lines().Read(t.Context()); got != "late" || err != nil {
		t.Fatalf("Read = %q, %v", got, err)
	}
}

func TestLineReaderLimit(t *testing.T) {
	s := &Streams{In: strings.NewReader(strings.Repeat("x", maxLine+2))}
	if _, err := s.Lines().Read(t.Context()); !errors.Is(err, ErrLineTooLong) {
		t.Fatalf("Read = %v", err)
	}
}
