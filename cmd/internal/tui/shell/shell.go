// Package shell is the frame around a task on a full screen, such as answering
// the statements: its header and footer, the screens that lie on top of each
// other, saving beside the person who types, and leaving without loss.
package shell

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/cmd/internal/tui/saving"
)

// The smallest screen that can be read.
const (
	minWidth  = 50
	minHeight = 15
)

// The times of saving.
const (
	idleTime    = 2 * time.Second        // a text is saved after a pause as long as this
	longestWait = 5 * time.Second        // a text is saved after this, also without a pause
	pollTime    = 100 * time.Millisecond // how often the state of a save is looked at
	retryTime   = 5 * time.Second        // a failed save is tried again after this
)

// Screen is something on the screen. Those on top of the task can be closed.
type Screen interface {
	Update(s *Shell, msg tea.Msg) tea.Cmd
	// Lines draws the body into at most height lines.
	Lines(s *Shell, width, height int) []string
	Title() string   // in place of the task's own, or ""
	Hints() []string // the keys, the most useful first
}

// Task is what the person does. It is the screen at the bottom.
type Task interface {
	Screen
	// Assessment is what the task fills in.
	Assessment() *assessment.Assessment
	// Key obeys the keys that work everywhere in the task. It reports whether k
	// is one of them.
	Key(s *Shell, k tea.KeyPressMsg) (tea.Cmd, bool)
	// Header is the two lines above the rule, without the state of saving, which
	// takes the end of the first.
	Header(width int) [2]string
	// Progress says in a sentence how far the person has come.
	Progress() string
	// Store records what was typed. It reports whether anything was new.
	Store() bool
	// Leave records everything that was typed or begun, because the person, or
	// the program, goes away from it. It reports whether anything was new.
	Leave(s *Shell) bool
}

// storer is a screen with texts of its own.
type storer interface{ Store() bool }

// timed is a task that shows how the time goes.
type timed interface{ Timed() }

// unkept is a screen that can hold what cannot be recorded.
type unkept interface{ Unkept() string }

// keeper is a screen that can record more when the program ends.
type keeper interface{ Keep() bool }

// steady is a screen that stays below when another one is shown.
type steady interface{ Steady() bool }

// Options are what a task on the screen needs besides its own.
type Options struct {
	Saver   saving.Saver
	Path    string // of the file, to be shown
	NoColor bool
	// SaveAs saves to another file from now on. With it, a person whose disk is
	// full can choose another place. Nil: not offered.
	SaveAs func(path string) error
	// Elsewhere offers a path for SaveAs. Nil: that of the file.
	Elsewhere func() string
}

// Shell is a task as one Bubble Tea program. At the bottom is the task; other
// screens lie on top of it.
type Shell struct {
	Message string // to the person; kept until the next key

	mu      sync.Mutex // Update against the last resort of a signal
	opts    Options
	task    Task
	screens []Screen

	width, height int
	typed         int       // counts changes of text, to know a pause
	unstored      time.Time // since when a text is not stored
	polling       bool
	leaving       *departure // not nil: the last save is under way
	failedAt      time.Time
	told          error // a failure that trying again cannot mend, and that was said

	outcome saving.Outcome
	end     error
	done    bool
}

// departure is a way to leave, once everything is saved.
type departure struct {
	undo  func()                 // takes back what the failed save was for; may be nil
	again func(s *Shell) tea.Cmd // leaves in the same way once more
}

// The messages of the program to itself.
type (
	idleMsg   int
	pollMsg   struct{}
	tickMsg   struct{}
	flushMsg  struct{ err error }
	signalMsg int
	inputEnd  struct{}
)

// New makes the frame around a task.
func New(task Task, opts Options, width, height int) *Shell {
	return &Shell{task: task, opts: opts, width: width, height: height}
}

// Init starts the clock of a timed task, and nothing else: the first key does.
func (s *Shell) Init() tea.Cmd { return s.tick() }

// tick draws a timed task anew after a second.
func (s *Shell) tick() tea.Cmd {
	if _, ok := s.task.(timed); !ok || s.done {
		return nil
	}
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{} })
}

// Update obeys one message. Everything that a key sets off happens before the
// next key is looked at, so that keys typed ahead are obeyed in order.
func (s *Shell) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.width, s.height = msg.Width, msg.Height
	case signalMsg:
		cmd = s.stop(&saving.SignalError{Number: int(msg)})
	case inputEnd:
		cmd = s.stop(saving.ErrInputEnded)
	case flushMsg:
		cmd = s.flushed(msg.err)
	case idleMsg:
		if int(msg) == s.typed {
			s.Store()
		}
	case tickMsg:
		cmd = s.tick()
	case pollMsg:
		s.polling = false
		s.retry()
	case tea.KeyPressMsg:
		cmd = s.key(msg)
	default:
		cmd = s.Pass(msg)
	}
	return s, tea.Batch(cmd, s.poll())
}

// key obeys a key: first those that work everywhere, then the screen on top.
func (s *Shell) key(k tea.KeyPressMsg) tea.Cmd {
	if s.leaving != nil || s.done {
		return nil
	}
	s.Message = ""
	if s.tooSmall() {
		return s.smallKey(k)
	}
	if _, stuck := s.Top().(*failedScreen); stuck && k.String() == "ctrl+c" {
		s.Message = "Choose what to do first."
		return nil
	} else if !stuck {
		if cmd, ok := s.globalKey(k); ok {
			return cmd
		}
	}
	return s.Pass(k)
}

func (s *Shell) globalKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "ctrl+c":
		if _, ok := s.Top().(*quitScreen); ok {
			return s.Quit(), true
		}
		s.Push(newQuit(s.unkept()))
	case "ctrl+s":
		s.Store()
		if s.opts.Saver.Status().State == saving.Failed {
			s.Save()
			break
		}
		s.Message = "Everything is saved at once. There is nothing more to do."
	default:
		return s.task.Key(s, k)
	}
	return nil, true
}

// Pass gives a message to the screen on top, or to the task.
func (s *Shell) Pass(msg tea.Msg) tea.Cmd {
	if top := s.Top(); top != nil {
		return top.Update(s, msg)
	}
	return s.task.Update(s, msg)
}

// Typed notes that a text changed: it is stored after a pause, and after a while
// also without one.
func (s *Shell) Typed() tea.Cmd {
	s.typed++
	if s.unstored.IsZero() {
		s.unstored = time.Now()
	}
	if time.Since(s.unstored) > longestWait {
		s.Store()
		return nil
	}
	n := s.typed
	return tea.Tick(idleTime, func(time.Time) tea.Msg { return idleMsg(n) })
}

// Store records what was typed, anywhere, and saves it.
func (s *Shell) Store() {
	if s.store() {
		s.Save()
	}
}

func (s *Shell) store() bool {
	s.unstored = time.Time{}
	stored := s.task.Store()
	for _, screen := range s.screens {
		if t, ok := screen.(storer); ok {
			stored = t.Store() || stored
		}
	}
	return stored
}

// unkept says what was typed and cannot be recorded.
func (s *Shell) unkept() []string {
	s.Store()
	var out []string
	for _, screen := range s.screens {
		if u, ok := screen.(unkept); ok && u.Unkept() != "" {
			out = append(out, u.Unkept())
		}
	}
	return out
}

// keepAll records what can be recorded only in part, because the program ends.
func (s *Shell) keepAll() {
	kept := false
	for _, screen := range s.screens {
		if k, ok := screen.(keeper); ok {
			kept = k.Keep() || kept
		}
	}
	if kept {
		s.Save()
	}
}

// Leave records everything that was typed or begun, and saves it.
func (s *Shell) Leave() {
	stored := s.store()
	if s.task.Leave(s) || stored {
		s.Save()
	}
}

// Top is the screen on top of the task, or nil.
func (s *Shell) Top() Screen {
	if len(s.screens) == 0 {
		return nil
	}
	return s.screens[len(s.screens)-1]
}

// Push puts a screen on top.
func (s *Shell) Push(screen Screen) { s.screens = append(s.screens, screen) }

// Pop closes the screen on top, and records what was typed in it.
func (s *Shell) Pop() {
	if t, ok := s.Top().(storer); ok && t.Store() {
		s.Save()
	}
	s.screens = s.screens[:len(s.screens)-1]
}

// Close closes all screens.
func (s *Shell) Close() {
	for len(s.screens) > 0 {
		s.Pop()
	}
}

// BackTo closes the screens above the topmost one of a kind. It reports whether
// there is one.
func (s *Shell) BackTo(kind func(Screen) bool) bool {
	for i := len(s.screens) - 1; i >= 0; i-- {
		if kind(s.screens[i]) {
			for len(s.screens) > i+1 {
				s.Pop()
			}
			return true
		}
	}
	return false
}

// Show puts a screen on top. The screens that can be opened from everywhere
// replace each other, so that one Esc leads back.
func (s *Shell) Show(screen Screen) {
	for len(s.screens) > 0 {
		if st, ok := s.Top().(steady); ok && st.Steady() {
			break
		}
		s.Pop()
	}
	s.Push(screen)
}

// Refresh tells the screens, from the bottom, that what they show has changed.
// Those that have nothing left to show are closed, with all above them.
func (s *Shell) Refresh(keep func(Screen) bool) {
	for i, screen := range s.screens {
		if !keep(screen) {
			s.screens = s.screens[:i]
			return
		}
	}
}
