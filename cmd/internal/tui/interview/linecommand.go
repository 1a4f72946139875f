package interview

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/targets"
)

// jumpHelp says what belongs to the command j.
const jumpHelp = "Type j and a number, a code or words, such as j 12, j STR-04 or j budget."

// jump goes to the one statement that a query names. It reports whether the
// statement is to be read out.
func (l *liner) jump(query string) bool {
	found := l.s.Find(query)
	switch len(found) {
	case 0:
		l.Say(fmt.Sprintf("No statement %q. Type a number from 1 to %d, a code such as %s, or words.",
			query, len(l.s.Items()), clean(l.s, string(l.s.Items()[0].Statement.ID))))
		return false
	case 1:
		return l.s.Jump(found[0])
	}
	l.Say(fmt.Sprintf("%d statements contain %q:", len(found), query))
	l.list(found)
	return false
}

func (l *liner) list(items []int) {
	for _, i := range items {
		it := l.s.Items()[i]
		why := ""
		if ans := l.s.Assessment().Answer(it.Statement.ID); ans.Marked {
			why = "look again, "
		}
		l.Item(fmt.Sprint(it.Number), "", fmt.Sprintf("%s, %s%s: %s", clean(l.s, string(it.Statement.ID)), why,
			shortName(l.q, l.s.Assessment().Answer(it.Statement.ID)), shortText(l.s, it)))
	}
}

// review lists what needs another look.
func (l *liner) review() {
	p := l.s.Progress()
	l.Say(progressLine(l.s))
	var items []int
	for i, it := range l.s.Items() {
		if openness(l.s, it) != "" {
			items = append(items, i)
		}
	}
	if len(items) == 0 {
		l.Say("Nothing is open, and nothing is marked.")
		return
	}
	l.list(items)
	l.Say(fmt.Sprintf("Not answered: %d. %s: %d. Look again: %d. Type j and a number to go there.", p.Open, unknownName(l.q), p.Unknown, p.Marked))
}

// overview lists the dimensions with their progress.
func (l *liner) overview() {
	for _, d := range l.s.Dimensions() {
		p := l.s.DimensionProgress(d.ID)
		first := l.s.Items()[firstOpen(l.s, d.ID)]
		l.Say(fmt.Sprintf("- %s: %d of %d answered. Type j %d to go there.", clean(l.s, d.Title), p.Done(), p.Total, first.Number))
	}
}

func (l *liner) mark() {
	on := !l.s.Answer().Marked
	l.s.Mark(on)
	l.save()
	if on {
		l.Say("Marked to look at again.")
	} else {
		l.Say("The mark is taken back.")
	}
}

func (l *liner) confidence(word string) {
	if _, ok := l.s.Answer().Choice.Level(); !ok {
		l.Say("Give a level first, then your confidence in it. Nothing was recorded.")
		return
	}
	for _, c := range confidences {
		if strings.HasPrefix(string(c), word) {
			l.s.SetConfidence(c)
			l.save()
			l.Say("Recorded: confidence " + string(c) + ".")
			return
		}
	}
	l.Say(fmt.Sprintf("%q is not a confidence. Type c low, c medium or c high. Nothing was recorded.", word))
}

// help explains the statement and the commands. The question is not repeated.
func (l *liner) help() {
	help := &shell.Page{Parts: append(statementHelp(l.s), answersHelp(l.s), shell.Part{Heading: "Commands", List: true, Text: []string{
		fmt.Sprintf("1 to %d: the level", l.q.Levels()),
		"d: don't know. n: not applicable; a reason is asked",
		"Enter: keep the answer and go on. s: leave it open and go on",
		"b: the statement before. j 12 or j STR-04: jump there. j budget: find words",
		"r: list what is open. o: list the dimensions. m: mark to look at again",
		"a: note something about the dimension: confidence, improvements, a case, feedback",
		"c low, c medium, c high: your confidence in the answer",
		"q: save and quit"}})}
	l.Page(help)
}

// finish says what is missing before the assessment is set to complete.
func (l *liner) finish() error {
	l.Say("")
	l.Say("This was the last statement.")
	for _, f := range findings(l.s) {
		l.Say(f)
	}
	dims, overall := meanings(l.s)
	for _, d := range dims {
		l.Say(fmt.Sprintf("- %s: %s answered, %s.", d.title, d.detail, d.status))
	}
	l.Say(overall)
	l.Say(targetsChosen(l.s))
	sure := false
	for {
		text, err := l.Ask("f: I have finished. t: targets. j and a number: go there. q: quit (? help): ")
		if err != nil {
			return err
		}
		word, rest, _ := strings.Cut(strings.ToLower(text), " ")
		switch word {
		case "":
			l.Say("Type f, t, j and a number, or q. Type ? for help.")
		case "f":
			if l.s.Progress().Done() == 0 && !sure {
				sure = true
				l.Say("No statement is answered. Type f again if you have finished all the same.")
				continue
			}
			if l.s.Assessment().State == assessment.Draft {
				l.undo = l.s.Reopen
			}
			l.s.Finish()
			l.outcome.Finished = true
			l.save()
			return lines.ErrLeave
		case "q":
			return lines.ErrLeave
		case "t":
			if err := targets.Ask(l.Asker, l.s, l.save); err != nil {
				return err
			}
			l.Say(targetsChosen(l.s))
		case "r":
			l.review()
		case "o":
			l.overview()
		case "b":
			return nil
		case "j":
			if rest == "" {
				l.Say(jumpHelp)
			} else if l.jump(rest) {
				return nil
			}
		case "?":
			l.Say("f: the assessment is complete; it can still be changed later. t: choose targets; this is optional. b: back to the last statement. r: list what is open. o: list the dimensions. j 12: jump. q: save and quit; it stays a draft.")
		default:
			l.Say(fmt.Sprintf("%q is not a command here.", text))
		}
	}
}
