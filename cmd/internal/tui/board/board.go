// Package board is a task made of lists: of challenges, solutions, ideas, forms.
// Entries are added, changed and taken out, on a full screen or line by line.
// What may be recorded is decided by whoever gives the lists.
package board

import (
	"context"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/saving"
	"dgca/cmd/internal/tui/shell"
)

// Board is what the person works on.
type Board struct {
	Name     string
	Intro    string        // what it is about, in a few sentences
	Progress func() string // how far it has come, in a sentence
	Items    []Item
	Save     func() // keeps everything; called after each change
}

// Item is one thing on the board: a list, or something to do.
type Item struct {
	Name string
	Text func() string // how far it has come; may be nil
	List *List
	// Do does something and says what came of it.
	Do func() string
}

// List is a list of entries.
type List struct {
	Name string
	Hint string // what an entry is, in a sentence
	Rows func() []Row
	// Open returns the fields of an entry by its index. -1 is a new one.
	Open func(i int) *Record
	// Remove takes an entry out; nil where that is not possible.
	Remove func(i int) error
	Fixed  bool // no new entries
}

// Row is an entry in one line.
type Row struct{ Start, End string }

// Record is an entry that is open.
type Record struct {
	Name    string
	Notes   []string // what it is about, above the fields
	Entries []field.Entry
	// Missing says why a new entry is not kept yet, or "".
	Missing func() string
}

// Options are what working on a board needs.
type Options struct {
	shell.Options
	Board *Board
}

// RunScreen shows a board on a full screen; see shell.Run.
func RunScreen(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	return shell.Run(ctx, streams, func(width, height int) *shell.Shell { return NewShell(opts, width, height) })
}

// NewShell makes the screen of a board.
func NewShell(opts Options, width, height int) *shell.Shell {
	return shell.New(newDesk(opts.Board), opts.Options, width, height)
}

// Draft is an entry that is being written. What is not possible as a whole yet
// stays in the draft.
type Draft[T any] struct {
	value T
	index int // -1 until it is kept
	put   func(i int, v T) (int, error)
	why   error
}

// NewDraft opens an entry. put records it at an index, -1 for a new one, and
// returns its index.
func NewDraft[T any](value T, index int, put func(i int, v T) (int, error)) *Draft[T] {
	return &Draft[T]{value: value, index: index, put: put}
}

// Value returns the entry as it stands.
func (d *Draft[T]) Value() T { return d.value }

// Change changes the entry. A new one waits until it is possible as a whole; a
// change of a kept one that is not possible is an error.
func (d *Draft[T]) Change(change func(*T)) error {
	next := d.value
	change(&next)
	i, err := d.put(d.index, next)
	switch {
	case err == nil:
		d.value, d.index, d.why = next, i, nil
	case d.index < 0:
		d.value, d.why = next, err
	default:
		return err
	}
	return nil
}

// Missing says why the entry is not kept yet, or "".
func (d *Draft[T]) Missing() string {
	if d.why == nil {
		return ""
	}
	return "Not kept yet: " + terminal.CleanLine(d.why.Error()) + "."
}

// Text is a field for a text of the entry.
func (d *Draft[T]) Text(label, help string, of func(*T) *string) field.Entry {
	v := d.value
	return field.Entry{Label: label, Help: help, Text: field.NewText(label, *of(&v)),
		Set: func(text string) error { return d.Change(func(v *T) { *of(v) = text }) }}
}

// Line is a field for a text of one line.
func (d *Draft[T]) Line(label, help string, of func(*T) *string) field.Entry {
	e := d.Text(label, help, of)
	v := d.value
	e.Text = field.NewLine(label, *of(&v))
	return e
}

// Choice is a field for one of some values.
func (d *Draft[T]) Choice(label, help string, options []field.Option, values []string, of func(*T) *string) field.Entry {
	chosen := -1
	v := d.value
	for i, value := range values {
		if value == *of(&v) {
			chosen = i
		}
	}
	return field.Entry{Label: label, Help: help, Choice: field.NewChoice(label, options, chosen),
		Pick: func(i int) error { return d.Change(func(v *T) { *of(v) = values[i] }) }}
}
