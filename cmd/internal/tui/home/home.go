// Package home is the menu that opens when dgca is started alone: pages of
// things to do, on a full screen or line by line. It knows no command and no
// file: the command line makes the pages and runs what is chosen.
package home

import (
	"context"
	"errors"

	"dgca/cmd/internal/terminal"
)

// Page is a list of things to choose from.
type Page struct {
	Title   string
	Corner  string // in the upper right corner of the screen
	Intro   string // above the list
	Entries []Entry
}

// Entry is one line of a page. It opens a page or runs a command.
type Entry struct {
	Title   string
	End     string // at the end of its line
	Detail  string // in a line below
	Problem string // why it cannot be chosen, or "": it can
	Page    *Page
	Args    []string // the words of the command
}

// below is the text of the second line of an entry.
func (e *Entry) below() string {
	switch {
	case e.Problem == "":
		return e.Detail
	case e.Detail == "":
		return e.refusal()
	}
	return e.refusal() + ". " + e.Detail
}

// refusal says that an entry cannot be chosen.
func (e *Entry) refusal() string { return "Cannot be chosen: " + e.Problem }

// Options are what the menu needs.
type Options struct {
	Line bool // list by lines; see terminal.Streams.Line
	// Load makes the first page anew before it is shown: files come and go.
	Load func() *Page
	// Run runs a command; line says whether it asks line by line. What went
	// wrong is said by Run; its error ends the menu.
	Run func(ctx context.Context, line bool, args []string) error
}

// ErrStopped says that the context ended while the menu waited for a choice.
// Nothing was under way.
var ErrStopped = errors.New("stopped at the menu")

// errLeave says that the person asked to leave.
var errLeave = errors.New("leave")

// Run shows the menu until the person leaves it, which is no error.
func Run(ctx context.Context, streams *terminal.Streams, opts Options) error {
	line := streams.Line(opts.Line)
	cursor := 0
	for {
		var show shower = &liner{ctx, streams}
		if !line {
			show = &screen{ctx, streams, &cursor}
		}
		e, err := show.choose(opts.Load())
		if errors.Is(err, errToLines) {
			line = true
			continue
		}
		if err == nil {
			err = opts.Run(ctx, line, e.Args)
		}
		if err == nil {
			err = show.pause()
		}
		switch {
		case errors.Is(err, errLeave):
			return nil
		case err != nil:
			return err
		}
	}
}

// shower is a way to show the menu.
type shower interface {
	// choose returns the entry that was chosen.
	choose(*Page) (*Entry, error)
	// pause waits until the person has read what a command printed.
	pause() error
}
