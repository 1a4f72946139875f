// Package program runs the small screens that have nothing to save, such as the
// menu and the set-up.
package program

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dgca/cmd/internal/terminal"
)

// Run shows a model until it ends by itself, by the end of the context, or
// because the terminal is gone, which it reports.
func Run(ctx context.Context, streams *terminal.Streams, m tea.Model, opts ...tea.ProgramOption) (gone bool, err error) {
	in, closed := streams.Watched()
	opts = append(opts, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(streams.Out), tea.WithEnvironment(streams.Environ()))
	if !streams.Color() {
		opts = append(opts, tea.WithColorProfile(colorprofile.ASCII))
	}
	streams.DiscardTyped()
	program := tea.NewProgram(m, opts...)
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		select {
		case <-closed:
			program.Kill()
		case <-ended:
		}
	}()
	_, err = program.Run()
	select {
	case <-closed:
		return true, nil
	default:
		return false, err
	}
}
