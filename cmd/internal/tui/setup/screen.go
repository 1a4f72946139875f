package setup

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/program"
)

// screen runs one stock form with a page for each question. It moves between
// the pages itself, at once: left to the form, keys typed ahead would reach the
// page before.
type screen struct {
	title         string
	questions     []*question
	form          *huh.Form
	fields        []huh.Field
	groups        []*huh.Group
	at            int
	width, height int
	problem       string
	cancelled     bool
	done          bool
}

func runScreen(ctx context.Context, streams *terminal.Streams, title string, questions []*question) error {
	width, height := streams.Size()
	s := newScreen(questions, width, height)
	s.title = title
	gone, err := program.Run(ctx, streams, s)
	if gone {
		return ErrInputEnded
	}
	switch {
	case s.done:
		return nil
	case err == nil, errors.Is(err, tea.ErrInterrupted):
		return ErrCancelled
	}
	return err
}

func newScreen(questions []*question, width, height int) *screen {
	s := &screen{questions: questions, width: width, height: height}
	for _, q := range questions {
		f := q.field()
		s.fields, s.groups = append(s.fields, f), append(s.groups, huh.NewGroup(f))
	}
	keys := huh.NewDefaultKeyMap()
	none := key.NewBinding()
	keys.Quit = none
	keys.Select.Filter, keys.MultiSelect.Filter = none, none
	s.form = huh.NewForm(s.groups...).WithKeyMap(keys).WithTheme(look.Theme).WithShowHelp(false).WithShowErrors(false)
	s.form.Init()
	s.resize()
	return s
}

// field makes the stock field of a question. A choice begins with an entry that
// chooses nothing.
func (q *question) field() huh.Field {
	switch {
	case q.many != nil:
		opts := make([]huh.Option[string], len(q.options))
		for i, o := range q.options {
			opts[i] = huh.NewOption(o.label, o.value)
		}
		return huh.NewMultiSelect[string]().Title(q.title).Description("Space marks a line.").Options(opts...).
			Height(len(opts) + 2).Value(q.many) // without a height, entries are hidden
	case q.options != nil:
		var opts []huh.Option[string]
		if q.label(*q.text) == "" { // nothing is chosen for a person
			*q.text = ""
			opts = append(opts, huh.NewOption("(choose one)", ""))
		}
		for _, o := range q.options {
			opts = append(opts, huh.NewOption(o.label, o.value))
		}
		return huh.NewSelect[string]().Title(q.title).Description(q.help).Options(opts...).Value(q.text)
	}
	return huh.NewInput().Title(q.title).Description(q.help).Prompt("> ").Value(q.text)
}

// Init starts nothing.
func (s *screen) Init() tea.Cmd { return nil }

// Update obeys one message before the next is looked at.
func (s *screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.width, s.height = msg.Width, msg.Height
		s.resize()
		return s, nil
	case tea.PasteMsg:
		msg.Content = terminal.CleanLine(msg.Content)
		_, cmd := s.form.Update(msg)
		return s, cmd
	case tea.KeyPressMsg:
		if s.done || s.cancelled {
			return s, nil
		}
		s.problem = ""
		switch msg.String() {
		case "ctrl+c":
			s.cancelled = true
			return s, tea.Quit
		case "enter", "tab", "pgdown":
			return s, s.next()
		case "shift+tab", "pgup":
			return s, s.back()
		case "ctrl+v": // the terminal pastes; a program need not read the clipboard
			return s, nil
		}
	}
	_, cmd := s.form.Update(msg)
	return s, cmd
}

// next goes to the next question that is asked, if this one has an answer that
// is good.
func (s *screen) next() tea.Cmd {
	field := s.form.GetFocusedField()
	field.Blur() // hands over the value
	if s.problem = s.questions[s.at].problem(); s.problem != "" {
		return field.Focus()
	}
	for i := s.at + 1; i < len(s.questions); i++ {
		if s.questions[i].asked() {
			return s.goTo(i)
		}
	}
	s.done = true
	return tea.Quit
}

func (s *screen) back() tea.Cmd {
	for i := s.at - 1; i >= 0; i-- {
		if s.questions[i].asked() {
			s.form.GetFocusedField().Blur()
			return s.goTo(i)
		}
	}
	return nil
}

func (s *screen) goTo(to int) tea.Cmd {
	var cmds []tea.Cmd
	for ; s.at < to; s.at++ {
		cmds = append(cmds, s.form.NextGroup())
	}
	for ; s.at > to; s.at-- {
		cmds = append(cmds, s.form.PrevGroup())
	}
	if q := s.questions[to]; q.offer != nil {
		q.prepare()
		s.fields[to].(*huh.Input).Value(q.text) // shows the offer
	}
	return tea.Batch(cmds...)
}

func (s *screen) resize() {
	s.form.WithWidth(min(s.columns(), 90)).WithHeight(max(s.height-5, 3))
	for i, q := range s.questions {
		if q.options == nil { // View shortens these: the line to type on must be seen
			s.groups[i].WithHeight(wholeText)
		}
	}
}

// wholeText is more lines than a question with a text has on any screen.
const wholeText = 20

func (s *screen) columns() int { return max(s.width-2, 10) }

// View draws the question between a header and the keys.
func (s *screen) View() tea.View {
	lines := []string{look.Ends(look.Accent.Render(s.title), fmt.Sprintf("question %d of %d", s.number(s.at), s.number(len(s.questions)-1)), s.columns()),
		look.Rule(s.columns()), ""}
	body := strings.Split(strings.TrimRight(s.form.View(), "\n "), "\n")
	room := max(s.height-len(lines)-2, 1)
	if s.questions[s.at].options == nil && len(body) > room {
		body = append(body[:room-1], body[len(body)-1])
	}
	for i := range room {
		if i < len(body) {
			lines = append(lines, body[i])
		} else {
			lines = append(lines, "")
		}
	}
	hints := []string{"Enter next", "Shift+Tab back", "Ctrl+C cancel"}
	if q := s.questions[s.at]; q.options != nil {
		hints = append([]string{"up and down"}, hints...)
		if q.many != nil {
			hints = append([]string{"Space mark"}, hints...)
		}
	}
	lines = append(lines, look.Alarm.Render(s.problem), look.Hints(s.columns(), 1, hints...))
	for i, l := range lines {
		lines[i] = " " + terminal.Truncate(l, s.columns())
	}
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen = true
	if s.done || s.cancelled {
		v.SetContent("")
	}
	return v
}

// number counts the questions that are asked up to an index.
func (s *screen) number(i int) int {
	n := 0
	for _, q := range s.questions[:i+1] {
		if q.asked() {
			n++
		}
	}
	return n
}
