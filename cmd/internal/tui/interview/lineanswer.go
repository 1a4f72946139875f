package interview

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/tui/lines"
)

// obey acts on what was typed at a statement. It reports whether to leave the
// statement. Wrong input says so and records nothing.
func (l *liner) obey(text string) (moved bool, err error) {
	word, rest, _ := strings.Cut(strings.ToLower(text), " ")
	rest = strings.TrimSpace(rest)
	switch {
	case text == "":
		if l.s.Answer().Choice == assessment.Unanswered {
			l.Say("Nothing is recorded: this statement has no answer yet. Type s to leave it open and go on.")
			return false, nil
		}
		return true, l.next()
	case word == "j" && rest != "":
		return l.jump(rest), nil
	case word == "c" && rest != "":
		l.confidence(rest)
		return false, nil
	case rest != "":
		return false, l.wrong(text)
	case word == "j":
		l.Say(jumpHelp)
		return false, nil
	case word == "c":
		l.Say("Type c low, c medium or c high. Nothing was recorded.")
		return false, nil
	}
	switch word {
	case "?":
		l.help()
	case "b":
		if !l.s.Back() {
			l.Say("This is the first statement.")
			return false, nil
		}
		return true, nil
	case "s":
		return true, l.next()
	case "q":
		return false, lines.ErrLeave
	case "r":
		l.review()
	case "m":
		l.mark()
	case "o":
		l.overview()
	case "a":
		return false, l.notes(l.s.Current().Dimension)
	case "d", unknownKey:
		return true, l.answer(assessment.Unknown, "")
	case "n", naKey:
		return l.notApplicable()
	default:
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > int(l.q.Levels()) || word != strconv.Itoa(n) {
			return false, l.wrong(text)
		}
		return true, l.answer(assessment.Choice(n), "")
	}
	return false, nil
}

func (l *liner) wrong(text string) error {
	l.Say(fmt.Sprintf("%q is not an answer. Type a number from 1 to %d, d, n, or ? for help. Nothing was recorded.", text, l.q.Levels()))
	return nil
}

// answer records a choice, asks for what belongs to it, and moves on.
func (l *liner) answer(c assessment.Choice, reason string) error {
	if err := l.s.Choose(c, reason); err != nil {
		l.Say(err.Error())
		return nil
	}
	l.save()
	l.Say("Recorded: " + choiceName(l.q, l.s.Answer()) + ".")
	if err := l.texts(c); err != nil {
		return l.back(err)
	}
	return l.next()
}

// texts asks for what belongs to an answer.
func (l *liner) texts(c assessment.Choice) error {
	if _, ok := c.Level(); ok && l.opts.Presenter {
		help := func() { l.Say("Say in one line why you agreed on this level. The report shows it.") }
		if err := l.text("Reason", l.s.Answer().Reason, help, l.s.SetReason); err != nil {
			return err
		}
	}
	if evidenceExpected(l.q, c) {
		if err := l.text("Evidence", l.s.Answer().Evidence, l.evidenceHelp, l.s.SetEvidence); err != nil {
			return err
		}
	}
	return l.text("Comment", l.s.Answer().Comment, nil, l.s.SetComment)
}

// text asks for a text that belongs to the answer.
func (l *liner) text(name, now string, help func(), set func(string)) error {
	return l.Text(name, clean(l.s, now), help, func(text string) bool {
		set(text)
		l.save()
		return true
	})
}

// back ends the questions after b at a text.
func (l *liner) back(err error) error {
	if errors.Is(err, lines.ErrBack) {
		return nil
	}
	return err
}

func (l *liner) evidenceHelp() {
	l.Say("Name the document or data that shows this level. For example:")
	for _, e := range l.s.Current().Statement.Evidence {
		l.Say("- " + clean(l.s, e))
	}
}

// notApplicable asks for the reason first; without one nothing is recorded.
func (l *liner) notApplicable() (moved bool, err error) {
	reasons := l.s.Current().Statement.NAReasons
	l.Say(naName(l.q) + " needs a reason. Why is this outside the mandate of the unit?")
	for i, r := range reasons {
		l.Item(strconv.Itoa(i+1), "", clean(l.s, r))
	}
	prompt := "Reason in your own words (Enter goes back): "
	if len(reasons) > 0 {
		prompt = "Number of a reason, or your own words (Enter goes back): "
	}
	for {
		text, err := l.Ask(prompt)
		switch {
		case err != nil:
			return false, err
		case text == "" || text == "b":
			l.Say("Nothing was recorded.")
			return false, nil
		case text == "q":
			return false, lines.ErrLeave
		case text == "?":
			l.Say("Say in one line why this statement is not a task of the unit.")
			continue
		}
		if n, err := strconv.Atoi(text); err == nil {
			if n < 1 || n > len(reasons) {
				l.Say(fmt.Sprintf("There is no reason number %d. Nothing was recorded.", n))
				continue
			}
			text = clean(l.s, reasons[n-1])
		}
		if !hasWord(text) {
			l.Say("A reason in words is needed. Nothing was recorded.")
			continue
		}
		return true, l.answer(assessment.NotApplicable, text)
	}
}
