package lines

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
)

// ErrBack says that the person wants to go back from a question.
var ErrBack = errors.New("back")

// Fields asks for each entry of a sheet; save is called after each that was
// recorded. The error is ErrBack after b, ErrLeave after q, or that of the input.
func (a *Asker) Fields(entries []field.Entry, save func()) error {
	for i := range entries {
		e := &entries[i]
		help := func() {
			if e.Help != "" {
				a.Say(e.Help)
			}
		}
		label := strings.TrimSpace(e.Label)
		var err error
		switch {
		case e.Text != nil:
			err = a.Text(label, e.Text.Content(), help, a.recorded(save, e.Set))
		case e.Choice != nil:
			err = a.choice(label, e.Choice, help, a.recorded(save, func(text string) error { return pickOne(e, text) }))
		case e.Marks != nil:
			err = a.marks(label, e.Marks, help, a.recorded(save, func(text string) error { return markSome(e, text) }))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// recorded calls set, and saves or says why nothing was recorded.
func (a *Asker) recorded(save func(), set func(string) error) func(string) bool {
	return func(text string) bool {
		if err := set(text); err != nil {
			a.Say("Nothing was recorded: " + Sentence(err))
			return false
		}
		save()
		return true
	}
}

// Sentence says an error and its remedy in sentences.
func Sentence(err error) string {
	text := terminal.CleanLine(err.Error()) + "."
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) && hinted.Hint() != "" {
		text += " What to do: " + terminal.CleanLine(hinted.Hint()) + "."
	}
	return text
}

// Text asks for a text. Enter keeps what is there; single command letters are
// obeyed, because nobody means them as a text. help, which may be nil, says what
// belongs into it. set reports whether the text is possible; if not, it is asked
// for again.
func (a *Asker) Text(name, now string, help func(), set func(string) bool) error {
	enter := "Enter for none"
	if now = terminal.CleanLine(now); now != "" {
		a.Say(name + " so far: " + now)
		enter = "Enter keeps it, - takes it out"
	}
	return a.until(fmt.Sprintf("%s (%s): ", name, enter), help,
		"Type one line of text. Enter alone goes on. b goes back, q saves and quits.", func(text string) bool {
			if text == "-" {
				text = ""
			}
			return set(text)
		})
}

// choice asks for one entry of a list, by its digit.
func (a *Asker) choice(name string, c *field.Choice, help func(), set func(string) bool) error {
	a.Say(name + ":")
	for _, o := range c.Options {
		a.Item(o.Key, o.Name, o.Text)
	}
	enter := "Enter for none"
	if c.Chosen >= 0 {
		enter = "Enter keeps " + c.Options[c.Chosen].Key
	}
	return a.until(fmt.Sprintf("Number (%s): ", enter), help, "Type the number before an entry. Enter alone goes on. b goes back, q saves and quits.", set)
}

func pickOne(e *field.Entry, text string) error {
	for i, o := range e.Choice.Options {
		if text == o.Key {
			return e.Pick(i)
		}
	}
	return fmt.Errorf("%q is not one of the numbers", text)
}

// marks asks for any number of entries of a list.
func (a *Asker) marks(name string, m *field.Marks, help func(), set func(string) bool) error {
	a.Say(name + ":")
	for i, o := range m.Options {
		a.Item(strconv.Itoa(i+1), o.Name, o.Text)
	}
	return a.until(fmt.Sprintf("Numbers with spaces between them (now: %s; Enter keeps it, 0 takes all out): ", m.Preview()), help,
		"Type the numbers of all entries that fit. Enter alone goes on. b goes back, q saves and quits.", set)
}

func markSome(e *field.Entry, text string) error {
	marked := make([]bool, len(e.Marks.Options))
	for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 0 || n > len(marked) || n == 0 && text != "0" {
			return fmt.Errorf("%q is not a number from 1 to %d", word, len(marked))
		}
		if n > 0 {
			marked[n-1] = true
		}
	}
	return e.Mark(marked)
}

// until asks until Enter alone, a command, or a text that take accepts.
func (a *Asker) until(prompt string, help func(), keys string, take func(string) bool) error {
	for {
		text, err := a.Ask(prompt)
		if err != nil {
			return err
		}
		switch text {
		case "":
			return nil
		case "b":
			return ErrBack
		case "q":
			return ErrLeave
		case "?":
			if help != nil {
				help()
			}
			a.Say(keys)
			continue
		}
		if take(text) {
			return nil
		}
	}
}
