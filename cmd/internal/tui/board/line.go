package board

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/saving"
)

// worker works on a board line by line.
type worker struct {
	*lines.Asker
	b *Board
}

// RunLine shows a board line by line; see lines.Run.
func RunLine(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	w := &worker{b: opts.Board}
	var out saving.Outcome
	err := lines.Run(ctx, streams, opts.Options, func(a *lines.Asker) error {
		w.Asker = a
		return w.run()
	})
	if err == nil {
		out.Finished = true
		w.Say("Saved. " + w.b.Progress())
	}
	return out, err
}

func (w *worker) run() error {
	w.Say(terminal.CleanLine(w.b.Name) + ". " + w.b.Intro)
	w.menu()
	for {
		text, err := w.Ask("Number, ? for the list, q to save and quit: ")
		if err != nil {
			return err
		}
		n, numberErr := strconv.Atoi(text)
		switch {
		case text == "q":
			return lines.ErrLeave
		case text == "?", text == "":
			w.menu()
			continue
		case numberErr != nil || n < 1 || n > len(w.b.Items):
			w.Say(fmt.Sprintf("%q is not a number from 1 to %d. Nothing was recorded.", text, len(w.b.Items)))
			continue
		}
		it := &w.b.Items[n-1]
		if it.List == nil {
			said := it.Do()
			w.b.Save()
			w.Say(said)
			continue
		}
		if err := w.list(it.List); err != nil && !errors.Is(err, lines.ErrBack) {
			return err
		}
	}
}

func (w *worker) menu() {
	for i, it := range w.b.Items {
		text := ""
		if it.Text != nil {
			text = it.Text()
		}
		w.Item(strconv.Itoa(i+1), it.Name, text)
	}
}

// list works on one list until the person goes back.
func (w *worker) list(l *List) error {
	w.Say(l.Name + ". " + l.Hint)
	w.rows(l)
	for {
		text, err := w.Ask(l.Name + ": " + l.commands() + ": ")
		if err != nil {
			return err
		}
		word, rest, _ := strings.Cut(text, " ")
		n, numberErr := strconv.Atoi(rest)
		known := numberErr == nil && n >= 1 && n <= len(l.Rows())
		switch {
		case text == "q":
			return lines.ErrLeave
		case text == "b":
			return lines.ErrBack
		case text == "l", text == "?", text == "":
			w.rows(l)
		case text == "n" && !l.Fixed:
			err = w.record(l.Open(-1))
		case word == "e" && known:
			err = w.record(l.Open(n - 1))
		case word == "x" && known && l.Remove != nil:
			w.remove(l, n-1)
		case word == "e" || word == "x":
			w.Say(fmt.Sprintf("There is no entry %q. Type l for the list.", rest))
		default:
			w.Say(fmt.Sprintf("%q is not a command. Nothing was recorded. %s.", text, l.commands()))
		}
		if err != nil && !errors.Is(err, lines.ErrBack) {
			return err
		}
	}
}

func (l *List) commands() string {
	commands := []string{"e 1 open entry 1"}
	if !l.Fixed {
		commands = append([]string{"n new"}, commands...)
	}
	if l.Remove != nil {
		commands = append(commands, "x 1 take it out")
	}
	return strings.Join(append(commands, "l list", "b back", "q quit"), ", ")
}

func (w *worker) rows(l *List) {
	rows := l.Rows()
	if len(rows) == 0 {
		w.Say("Nothing here yet.")
	}
	for i, r := range rows {
		w.Item(strconv.Itoa(i+1), "", strings.TrimSpace(terminal.CleanLine(r.Start)+" "+terminal.CleanLine(r.End)))
	}
}

func (w *worker) remove(l *List, i int) {
	if err := l.Remove(i); err != nil {
		w.Say(problem(err))
		return
	}
	w.b.Save()
	w.done("Taken out.")
}

func (w *worker) record(r *Record) error {
	w.Say(r.Name)
	for _, n := range r.Notes {
		w.Say(terminal.CleanLine(n))
	}
	err := w.Fields(r.Entries, w.b.Save)
	if why := r.Missing(); why != "" {
		w.Say(why + " It is left out.")
	} else if err == nil {
		w.done("Recorded.")
	}
	return err
}

// done says that a change was made, or that it is not saved.
func (w *worker) done(said string) {
	if !w.SaySaveFailed() {
		w.Say(said)
	}
}
