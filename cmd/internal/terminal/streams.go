// Package terminal knows the terminal: the program's streams, whether a person
// can be asked something, how wide the screen is, whether to use colour, and
// how to show a text that others wrote without harm.
package terminal

import (
	"bytes"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/charmbracelet/x/term"
)

// The size that is assumed when there is no terminal to ask.
const (
	DefaultWidth  = 80
	DefaultHeight = 24
)

// Streams are the three streams of the program with what is known about them.
// One Streams serves a whole run, because it keeps what was read ahead of the
// line that was asked for.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Env      func(string) string // looks up the environment; nil is an empty one
	NoColor  bool                // the flag --no-color

	inTTY, outTTY, errTTY bool
	size                  func() (width, height int, err error)

	once  sync.Once
	lines *LineReader
}

// New returns the streams over three files, usually those of the process.
func New(in, out, err *os.File, env func(string) string) *Streams {
	return &Streams{
		In: in, Out: out, Err: err, Env: env,
		inTTY: term.IsTerminal(in.Fd()), outTTY: term.IsTerminal(out.Fd()), errTTY: term.IsTerminal(err.Fd()),
		size: func() (int, int, error) { return term.GetSize(out.Fd()) },
	}
}

// Buffers returns streams without a terminal for tests: the input is given, and
// what is written can be read from the buffers.
func Buffers(input string, env map[string]string) (s *Streams, out, err *bytes.Buffer) {
	out, err = new(bytes.Buffer), new(bytes.Buffer)
	return &Streams{In: strings.NewReader(input), Out: out, Err: err,
		Env: func(name string) string { return env[name] }}, out, err
}

// Getenv looks up a name in the environment of the streams.
func (s *Streams) Getenv(name string) string {
	if s.Env == nil {
		return ""
	}
	return s.Env(name)
}

// Environ returns the variables that say what the terminal can do, in the form
// of os.Environ, for libraries that want a list.
func (s *Streams) Environ() []string {
	var env []string
	for _, name := range []string{"TERM", "COLORTERM", "TERM_PROGRAM", "TMUX", "STY", "SSH_TTY", "WT_SESSION", "ConEmuANSI", "ANSICON", "ANSICON_VER",
		"NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES"} {
		if value := s.Getenv(name); value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// CanPrompt reports whether a person can be asked on a screen: input, output
// and error output are terminals that can move a cursor.
func (s *Streams) CanPrompt() bool {
	return s.inTTY && s.outTTY && s.errTTY && s.Getenv("TERM") != "dumb"
}

// InIsTerminal reports whether the input comes from a terminal, so that a
// person may be typing.
func (s *Streams) InIsTerminal() bool { return s.inTTY }

// OutIsTerminal reports whether the output goes to a terminal.
func (s *Streams) OutIsTerminal() bool { return s.outTTY }

// ErrIsTerminal reports whether messages go to a terminal, so that a line can be
// written over.
func (s *Streams) ErrIsTerminal() bool { return s.errTTY && s.Getenv("TERM") != "dumb" }

// Line reports whether to ask line by line instead of on a full screen: by the
// flag --line, by the environment variable ACCESSIBLE, or because there is no
// terminal that could show a screen.
func (s *Streams) Line(flag bool) bool {
	switch s.Getenv("ACCESSIBLE") {
	case "", "0", "false", "FALSE", "False":
		return flag || !s.CanPrompt()
	}
	return true
}

// DiscardTyped drops what was typed before a screen opens: nobody can have meant
// it for what the screen asks, and half of a burst of keys may already be gone.
func (s *Streams) DiscardTyped() {
	if f, ok := s.In.(*os.File); ok && s.inTTY {
		discardTyped(f.Fd())
	}
}

// Color reports whether colour may be used on the output: it is a terminal, and
// neither --no-color nor NO_COLOR says otherwise.
func (s *Streams) Color() bool {
	return s.outTTY && !s.NoColor && s.Getenv("NO_COLOR") == "" && s.Getenv("TERM") != "dumb"
}

// Size returns the width and height of the output, or COLUMNS and LINES, or 80
// by 24.
func (s *Streams) Size() (width, height int) {
	if s.size != nil {
		if w, h, err := s.size(); err == nil && w > 0 && h > 0 {
			return w, h
		}
	}
	return s.number("COLUMNS", DefaultWidth), s.number("LINES", DefaultHeight)
}

func (s *Streams) number(name string, otherwise int) int {
	if n, err := strconv.Atoi(s.Getenv(name)); err == nil && n > 0 && n < 10_000 {
		return n
	}
	return otherwise
}

// Lines returns the reader of lines for the input. It is always the same one.
func (s *Streams) Lines() *LineReader {
	s.once.Do(func() { s.lines = newLineReader(s.In) })
	return s.lines
}
