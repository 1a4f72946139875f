package interview

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dgca/assessment"
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
	for _, e := range noteEntries(l.s, d.ID) {
		help := func() {
			if e.Help != "" {
				l.Say(e.Help)
			}
		}
		var err error
		if e.Text != nil {
			err = l.text(strings.TrimSpace(e.Label), e.Text.Content(), help, e.Set)
		} else {
			err = l.noteConfidence(d.ID, help, e.Pick)
		}
		if errors.Is(err, errBack) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	l.Say("The notes are recorded.")
	return nil
}

// noteConfidence asks how sure the person is of the answers of a dimension.
func (l *liner) noteConfidence(id assessment.DimensionID, help func(), pick func(int)) error {
	enter := "Enter for none"
	if c := l.s.Note(id).Confidence; c != "" {
		enter = "Enter keeps " + string(c)
	}
	for {
		text, err := l.Ask(fmt.Sprintf("Confidence: 1 low, 2 medium, 3 high (%s): ", enter))
		if err != nil {
			return err
		}
		switch text {
		case "":
			return nil
		case "b":
			return errBack
		case "q":
			return lines.ErrLeave
		case "?":
			help()
			continue
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(confidences) {
			pick(n - 1)
			l.save()
			return nil
		}
		l.Say(fmt.Sprintf("%q is not a number from 1 to %d. Nothing was recorded.", text, len(confidences)))
	}
}
