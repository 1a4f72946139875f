package interview

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"dgca/assessment"
	"dgca/questionnaires"
)

// The smallest screen that can be read.
const (
	minWidth  = 50
	minHeight = 15
)

// The times of saving.
const (
	idleTime  = 2 * time.Second        // a text is saved after a pause as long as this
	pollTime  = 100 * time.Millisecond // how often the state of a save is looked at
	retryTime = 5 * time.Second        // a failed save is tried again after this
)

// The directions between statements.
const (
	backward = -1
	forward  = 1
)

// model is the whole interview as one Bubble Tea program. At the bottom is the
// page of the current statement; other screens lie on top of it.
type model struct {
	mu sync.Mutex // Update against the last resort of a signal

	opts    Options
	s       *assessment.Session
	page    *page
	screens []screen
	shown   map[questionnaires.DimensionID]bool // opening pages that were shown

	width, height int
	message       string // kept until the next key
	typed         int    // counts changes of text, to know a pause
	polling       bool
	leaving       bool // the last save is under way
	completing    bool // it is the one that sets the assessment to complete
	failedAt      time.Time

	outcome Outcome
	end     error
	done    bool
}

// screen is something on top of the page.
type screen interface {
	update(m *model, msg tea.Msg) tea.Cmd
	// lines draws the body into at most height lines.
	lines(m *model, width, height int) []string
	title() string
	hints() []string
}

// The messages of the program to itself.
type (
	idleMsg   int
	pollMsg   struct{}
	flushMsg  struct{ err error }
	signalMsg int
	inputEnd  struct{}
)

func newModel(opts Options, width, height int) *model {
	m := &model{opts: opts, s: opts.Session, width: width, height: height,
		shown: map[questionnaires.DimensionID]bool{}}
	m.page = newPage(m.s)
	m.message = resumed(m.s)
	m.openDimension()
	if isNew(m.s) && !opts.NoIntro {
		m.push(newRules(m.s))
	}
	return m
}

// Init starts nothing: the first key does.
func (m *model) Init() tea.Cmd { return nil }

// Update obeys one message. Everything that a key sets off happens before the
// next key is looked at, so that keys typed ahead are obeyed in order.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case signalMsg:
		cmd = m.stop(&SignalError{int(msg)})
	case inputEnd:
		cmd = m.stop(ErrInputEnded)
	case flushMsg:
		cmd = m.flushed(msg.err)
	case idleMsg:
		if int(msg) == m.typed && m.page.store() {
			m.save()
		}
	case pollMsg:
		m.polling = false
		m.retry()
	case tea.KeyPressMsg:
		cmd = m.key(msg)
	default:
		cmd = m.pass(msg)
	}
	return m, tea.Batch(cmd, m.poll())
}

// key obeys a key: first those that work everywhere, then the screen on top.
func (m *model) key(k tea.KeyPressMsg) tea.Cmd {
	if m.leaving || m.done {
		return nil
	}
	m.message = ""
	if m.tooSmall() {
		return m.smallKey(k)
	}
	if _, stuck := m.top().(*failedScreen); !stuck {
		if cmd, ok := m.globalKey(k); ok {
			return cmd
		}
	}
	return m.pass(k)
}

func (m *model) globalKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "ctrl+c":
		if _, ok := m.top().(*quitScreen); ok {
			return m.quit(), true
		}
		m.push(newQuit())
	case "f1":
		m.show(newHelp(m.s))
	case "ctrl+g":
		m.show(newJump())
	case "ctrl+r":
		m.storeAll()
		m.show(newReview(m.s))
	case "ctrl+o":
		m.storeAll()
		m.show(newOverview(m.s))
	case "ctrl+s":
		m.storeAll()
		if m.opts.Saver.Status().State == Failed {
			m.save()
			break
		}
		m.message = "Every answer is saved at once. There is nothing more to do."
	default:
		return nil, false
	}
	return nil, true
}

// pass gives a message to the screen on top, or to the page.
func (m *model) pass(msg tea.Msg) tea.Cmd {
	if s := m.top(); s != nil {
		return s.update(m, msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, ok := m.pageKey(k); ok {
			return cmd
		}
	}
	before := m.page.evidence.value + m.page.comment.value
	r := m.page.update(msg)
	if r.changed {
		m.save()
	}
	if r.next {
		return tea.Batch(r.cmd, m.move(forward))
	}
	if m.page.evidence.value+m.page.comment.value != before {
		return tea.Batch(r.cmd, m.idle())
	}
	return r.cmd
}

// pageKey obeys the keys that lead away from a page.
func (m *model) pageKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "pgdown":
		return m.move(forward), true
	case "pgup":
		return m.move(backward), true
	case "f2", "ctrl+l":
		m.storeAll()
		m.s.Mark(!m.s.Answer().Marked)
		m.save()
	case "?":
		if m.page.typing() {
			return nil, false
		}
		m.show(newHelp(m.s))
	default:
		return nil, false
	}
	return nil, true
}

func (m *model) idle() tea.Cmd {
	m.typed++
	n := m.typed
	return tea.Tick(idleTime, func(time.Time) tea.Msg { return idleMsg(n) })
}

// storeAll records what was typed on the page, and saves it.
func (m *model) storeAll() {
	if m.page.store() {
		m.save()
	}
}

// move goes to the next statement or the one before; behind the last one is the
// finish page.
func (m *model) move(by int) tea.Cmd {
	to := m.s.Position() + by
	switch {
	case to < 0:
		m.message = "This is the first statement."
		return nil
	case to >= len(m.s.Items()):
		m.leavePage()
		m.show(newFinish(m.s))
		return nil
	}
	m.goTo(to)
	if by > 0 {
		m.openDimension()
	}
	return nil
}

// goTo leaves the page and opens another statement.
func (m *model) goTo(i int) {
	m.leavePage()
	m.screens = nil
	m.s.Jump(i)
	m.page = newPage(m.s)
}

func (m *model) leavePage() {
	if m.page.draft() != "" {
		m.message = "\"Not applicable\" is not recorded. Your text is in the comment."
	}
	if m.page.leave() {
		m.save()
	}
	m.page.reason = nil
}

// openDimension shows the opening page of a dimension at its first statement,
// once, as long as nothing in it is answered.
func (m *model) openDimension() {
	it := m.s.Current()
	i := m.s.Position()
	first := i == 0 || m.s.Items()[i-1].Dimension != it.Dimension
	if m.opts.NoIntro || !first || m.shown[it.Dimension.ID] || m.s.DimensionProgress(it.Dimension.ID).Done() > 0 {
		return
	}
	m.shown[it.Dimension.ID] = true
	m.push(newOpening(m.s))
}

func (m *model) top() screen {
	if len(m.screens) == 0 {
		return nil
	}
	return m.screens[len(m.screens)-1]
}

func (m *model) push(s screen) { m.screens = append(m.screens, s) }

func (m *model) pop() { m.screens = m.screens[:len(m.screens)-1] }

// show puts a screen on top. The screens that can be opened from everywhere
// replace each other, so that one Esc leads back.
func (m *model) show(s screen) {
	for len(m.screens) > 0 {
		text, isText := m.top().(*textScreen)
		_, stays := m.top().(*finishScreen)
		if stays || isText && text.opening {
			break
		}
		m.pop()
	}
	m.push(s)
}
