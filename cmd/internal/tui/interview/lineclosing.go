package interview

import (
	"errors"
	"fmt"
	"strings"

	"dgca/cmd/internal/tui/lines"
	"dgca/questionnaires"
)

// closing says where a dimension stands, and offers to note something about it.
// It reports whether to go on to the next statement.
func (l *liner) closing(d *questionnaires.Dimension) (onward bool, err error) {
	l.Say("")
	l.Say(fmt.Sprintf("This was the last statement of the dimension %s.", clean(l.s, d.Title)))
	for _, f := range dimensionFacts(l.s, d) {
		l.Say(f)
	}
	for {
		text, err := l.Ask("Enter goes on. a: notes on this dimension, all optional (? for help): ")
		if err != nil {
			return false, err
		}
		switch word, rest, _ := strings.Cut(strings.ToLower(text), " "); {
		case word == "":
			return true, nil
		case word == "a":
			if err := l.notes(d); err != nil {
				return false, err
			}
		case word == "b":
			return false, nil
		case word == "q":
			return false, lines.ErrLeave
		case word == "r":
			l.review()
		case word == "o":
			l.overview()
		case word == "j" && rest != "":
			if l.jump(rest) {
				return false, nil
			}
		case word == "?":
			l.Say("a: your confidence in the answers, what should improve, a case worth sharing, feedback on the statements. b: back to the last statement. r: list what is open. o: list the dimensions. j 12: jump. q: save and quit.")
		default:
			l.Say(fmt.Sprintf("%q is not a command here. Enter goes on to the next statement. Nothing was recorded.", text))
		}
	}
}

// notes asks for each note on a dimension; b ends the questions.
func (l *liner) notes(d *questionnaires.Dimension) error {
	l.Say(fmt.Sprintf("Notes on %s. All are optional. Enter goes to the next one, b ends.", clean(l.s, d.Title)))
	err := l.Fields(noteEntries(l.s, d.ID), l.save)
	switch {
	case errors.Is(err, lines.ErrBack):
		return nil
	case err == nil:
		l.Say("The notes are recorded.")
	}
	return err
}
