package home

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/program"
)

// errToLines says that the person asked for the menu by lines.
var errToLines = errors.New("by lines")

// screen shows the menu on a full screen.
type screen struct {
	ctx     context.Context
	streams *terminal.Streams
	cursor  *int // on the first page, kept from one showing to the next
}

func (s *screen) choose(first *Page) (*Entry, error) {
	width, height := s.streams.Size()
	m := newModel(first, *s.cursor, width, height)
	if err := s.run(m); err != nil {
		return nil, err
	}
	*s.cursor = m.open[0].cursor
	return m.chosen, m.end
}

func (s *screen) pause() error {
	p := &pauser{}
	if err := s.run(p); err != nil {
		return err
	}
	return p.end
}

// run runs a program until it ends by itself or by the end of the context. The
// signals are minded by whoever made the context.
func (s *screen) run(m tea.Model) error {
	gone, err := program.Run(s.ctx, s.streams, m, tea.WithoutSignalHandler())
	if gone || s.ctx.Err() != nil {
		return ErrStopped
	}
	return err
}

// pauser waits for a key below what a command printed.
type pauser struct {
	done bool
	end  error
}

// Init starts nothing.
func (p *pauser) Init() tea.Cmd { return nil }

// Update ends at any key; Ctrl+C leaves the menu too.
func (p *pauser) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p, nil
	}
	if k.String() == "ctrl+c" {
		p.end = errLeave
	}
	p.done = true
	return p, tea.Quit
}

// View is one line, not a screen: the output above it stays.
func (p *pauser) View() tea.View {
	if p.done {
		return tea.NewView("")
	}
	return tea.NewView("\nPress any key for the menu.")
}
