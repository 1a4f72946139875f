package interview

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
)

// jumpHelp says what belongs to the command j.
const jumpHelp = "Type j and a number, a code or words, such as j 12, j STR-04 or j budget."

// jump goes to the one statement that a query names. It reports whether the
// statement is to be read out.
func (l *liner) jump(query string) bool {
	found := l.s.Find(query)
	switch len(found) {
	case 0:
		l.say(fmt.Sprintf("No statement %q. Type a number from 1 to %d, a code such as %s, or words.",
			query, len(l.s.Items()), clean(l.s, string(l.s.Items()[0].Statement.ID))))
		return false
	case 1:
		return l.s.Jump(found[0])
	}
	l.say(fmt.Sprintf("%d statements contain %q:", len(found), query))
	l.list(found)
	return false
}

// maxListed is how many statements are read out at once.
const maxListed = 20

func (l *liner) list(items []int) {
	for n, i := range items {
		if n == maxListed {
			l.say(fmt.Sprintf("  ... and %d more.", len(items)-n))
			break
		}
		it := l.s.Items()[i]
		why := ""
		if ans := l.s.Assessment().Answer(it.Statement.ID); ans.Marked {
			why = "look again, "
		}
		line := fmt.Sprintf("  %d. %s, %s%s: %s", it.Number, clean(l.s, string(it.Statement.ID)), why,
			shortName(l.q, l.s.Assessment().Answer(it.Statement.ID)), terminal.CleanLine(it.Text))
		fmt.Fprintln(l.out, terminal.Truncate(line, lineWidth))
	}
}

// review lists what needs another look.
func (l *liner) review() {
	p := l.s.Progress()
	l.say(progressLine(l.s))
	var items []int
	for _, r := range newReview(l.s).rows {
		items = append(items, r.index)
	}
	if len(items) == 0 {
		l.say("Nothing is open, and nothing is marked.")
		return
	}
	l.list(items)
	l.say(fmt.Sprintf("Not answered: %d. %s: %d. Look again: %d. Type j and a number to go there.", p.Open, unknownName(l.q), p.Unknown, p.Marked))
}

func (l *liner) mark() {
	on := !l.s.Answer().Marked
	l.s.Mark(on)
	l.save()
	if on {
		l.say("Marked to look at again.")
	} else {
		l.say("The mark is taken back.")
	}
}

func (l *liner) confidence(word string) {
	if _, ok := l.s.Answer().Choice.Level(); !ok {
		l.say("Give a level first, then your confidence in it. Nothing was recorded.")
		return
	}
	for _, c := range confidences {
		if strings.HasPrefix(string(c), word) {
			l.s.SetConfidence(c)
			l.save()
			l.say("Recorded: confidence " + string(c) + ".")
			return
		}
	}
	l.say(fmt.Sprintf("%q is not a confidence. Type c low, c medium or c high. Nothing was recorded.", word))
}

// help explains the statement and the commands. The question is not repeated.
func (l *liner) help() {
	help := &textScreen{parts: append(statementHelp(l.s), answersHelp(l.s), part{heading: "Commands", list: true, text: []string{
		fmt.Sprintf("1 to %d: the level", l.q.Levels()),
		"d: don't know. n: not applicable; a reason is asked",
		"Enter: keep the answer and go on. s: leave it open and go on",
		"b: the statement before. j 12 or j STR-04: jump there. j budget: find words",
		"r: list what is open. m: mark to look at again",
		"c low, c medium, c high: your confidence in the answer",
		"q: save and quit"}})}
	l.sayPage(help)
}

// finish says what is missing before the assessment is set to complete.
func (l *liner) finish() error {
	l.say("")
	l.say("This was the last statement.")
	for _, f := range findings(l.s) {
		l.say(f)
	}
	dims, overall := meanings(l.s)
	for _, d := range dims {
		l.say(fmt.Sprintf("- %s: %s answered, %s.", d.title, d.detail, d.status))
	}
	l.say(overall)
	for {
		text, err := l.ask("Type f when you have finished, j and a number to go there, or q (? for help): ")
		if err != nil {
			return err
		}
		word, rest, _ := strings.Cut(strings.ToLower(text), " ")
		switch word {
		case "f":
			l.completing = l.s.Assessment().State == assessment.Draft
			l.s.Finish()
			l.outcome.Finished = true
			l.save()
			return errLeave
		case "q":
			return errLeave
		case "r":
			l.review()
		case "b":
			return nil
		case "j":
			if rest == "" {
				l.say(jumpHelp)
			} else if l.jump(rest) {
				return nil
			}
		case "?":
			l.say("f: the assessment is complete; it can still be changed later. b: back to the last statement. r: list what is open. j 12: jump. q: save and quit; it stays a draft.")
		default:
			l.say(fmt.Sprintf("%q is not a command here.", text))
		}
	}
}
