package home

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dgca/cmd/internal/terminal"
)

// lineWidth is where line mode wraps, whatever the terminal says.
const lineWidth = 78

// liner shows the menu as plain lines, without escape codes.
type liner struct {
	ctx     context.Context
	streams *terminal.Streams
}

func (l *liner) choose(first *Page) (*Entry, error) {
	pages := []*Page{first}
	for {
		page, top := pages[len(pages)-1], len(pages) == 1
		l.present(page, top)
		e, err := l.pick(page, top)
		switch {
		case err != nil:
			return nil, err
		case e == nil && !top:
			pages = pages[:len(pages)-1]
		case e != nil && e.Page != nil:
			pages = append(pages, e.Page)
		case e != nil:
			return e, nil
		}
	}
}

// present reads a page out.
func (l *liner) present(page *Page, top bool) {
	out := l.streams.Out
	fmt.Fprintln(out)
	for _, text := range []string{page.Title, page.Corner, page.Intro} {
		if text != "" {
			fmt.Fprintln(out, terminal.Wrap(terminal.CleanLine(text), lineWidth))
		}
	}
	for i := range page.Entries {
		e := &page.Entries[i]
		l.item(strconv.Itoa(i+1), e.Title, e.End, e.below())
	}
	if !top {
		l.item("0", "Back")
	}
	l.item("q", "Quit")
}

// item writes one line of the list.
func (l *liner) item(key string, texts ...string) {
	var said []string
	for _, t := range texts {
		if t = terminal.CleanLine(t); t != "" {
			said = append(said, t)
		}
	}
	fmt.Fprintln(l.streams.Out, strings.Join(terminal.Hang("  "+key+". ", strings.Join(said, ". "), lineWidth), "\n"))
}

// pick asks until an entry is chosen. No entry means: one page back, or the
// same page again.
func (l *liner) pick(page *Page, top bool) (*Entry, error) {
	prompt := "Number, 0 for back, or q to quit: "
	if top {
		prompt = "Number, or q to quit: "
	}
	for {
		text, err := l.ask(prompt)
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(text)
		switch {
		case strings.EqualFold(text, "q"):
			return nil, errLeave
		case text == "", n == 0 && err == nil && !top:
			return nil, nil
		case err != nil || n < 1 || n > len(page.Entries):
			l.say(fmt.Sprintf("%q is not in the list. Nothing was done. Enter alone reads the list again.", text))
			continue
		}
		e := &page.Entries[n-1]
		if e.Problem == "" {
			return e, nil
		}
		l.say(terminal.CleanLine(e.refusal()))
	}
}

func (l *liner) pause() error {
	fmt.Fprintln(l.streams.Out)
	text, err := l.ask("Press Enter for the menu, or type q to quit: ")
	if err == nil && strings.EqualFold(text, "q") {
		return errLeave
	}
	return err
}

// ask reads one line. The end of the input leaves.
func (l *liner) ask(prompt string) (string, error) {
	fmt.Fprint(l.streams.Out, prompt)
	text, err := l.streams.Lines().Read(l.ctx)
	if !l.streams.InIsTerminal() || err != nil {
		fmt.Fprintln(l.streams.Out)
	}
	switch {
	case l.ctx.Err() != nil:
		return "", ErrStopped
	case errors.Is(err, io.EOF):
		return "", errLeave
	}
	return terminal.CleanLine(text), err
}

func (l *liner) say(text string) { fmt.Fprintln(l.streams.Out, terminal.Wrap(text, lineWidth)) }
