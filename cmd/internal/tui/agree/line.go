package agree

import (
	"errors"
	"fmt"
	"strings"

	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/saving"
)

// liner is agreeing line by line.
type liner struct {
	*lines.Asker
	g       *workshop.Agreement
	opts    Options
	timer   *timer
	outcome saving.Outcome
}

func (l *liner) save() { l.opts.Saver.Save(l.g.Assessment().Clone()) }

const lineCommands = "A digit agrees: a level, 0 for don't know, 9 for not applicable. p: park for later. n: next point. b: back. j LEA-03: jump. " +
	"l: list all points. a: say the anchors again. m: take the median of all statements with consensus. o: change the order. t: time. q: save and quit."

func (l *liner) run() error {
	l.Say(fmt.Sprintf("Second pass about %s. Sheets: %d. %s", terminal.CleanLine(l.g.Assessment().Subject.Name), l.g.Spread().Sheets, progress(l.g)))
	l.Say(lineCommands)
	if n := l.g.Medians(); n > 0 {
		l.Say(fmt.Sprintf("Statements with consensus: %d. If nobody objects, m takes their medians together.", n))
	}
	for {
		l.present()
		if err := l.point(); err != nil {
			return err
		}
	}
}

// present says the current point.
func (l *liner) present() {
	p := l.g.Current()
	l.timer.start(p.Item.Statement.ID)
	l.Say("")
	l.Say(fmt.Sprintf("Point %d of %d: %s. %s. %s.", l.g.Position()+1, l.g.Len(), p.Concluded(), clean(l.g, p.Item.Dimension.Title), stateWord(&p)))
	l.Say(fmt.Sprintf("%s. %s", terminal.CleanLine(string(p.Item.Statement.ID)), terminal.CleanLine(p.Item.Text)))
	l.anchors()
	l.Say(said(&p))
	l.Say(conclusion(&p))
}

func (l *liner) anchors() {
	for _, o := range options(l.g) {
		text := o.Text
		if o.Brief {
			text = ""
		}
		l.Item(o.Key, o.Name, text)
	}
}

// point asks about the current point until it is left.
func (l *liner) point() error {
	for {
		text, err := l.Ask("Agreed answer (? for help): ")
		if err != nil {
			return err
		}
		left, err := l.obey(text)
		if err != nil || left {
			return err
		}
	}
}

// obey acts on a line. It reports whether another point is to be shown. Wrong
// input says so and records nothing.
func (l *liner) obey(text string) (left bool, err error) {
	word, rest, _ := strings.Cut(strings.ToLower(text), " ")
	switch word {
	case "":
		l.Say("Type a digit or a letter. " + lineCommands)
	case "?":
		l.Page(newHelp())
		l.Say(lineCommands)
	case "q":
		was := l.g.Assessment().State
		l.g.Close()
		if l.g.Assessment().State != was {
			l.save()
		}
		l.outcome.Finished = l.g.Standing().Finished()
		return false, lines.ErrLeave
	case "p":
		l.g.Park(true)
		l.save()
		l.Say("Parked for later.")
		return l.next(), nil
	case "n":
		return l.next(), nil
	case "b":
		if l.g.Back() {
			return true, nil
		}
		l.Say("This is the first point.")
	case "j":
		return l.jump(rest), nil
	case "l":
		l.list()
	case "a":
		l.anchors()
	case "m":
		n := l.g.TakeMedians()
		l.save()
		l.Say(fmt.Sprintf("Agreed on the median: %s. %s", look.Count(n, "statement", "statements"), progress(l.g)))
		return l.toOpen(), nil
	case "o":
		l.g.ByQuestionnaire(!l.g.InQuestionnaireOrder())
		if l.g.InQuestionnaireOrder() {
			l.Say("The order is that of the questionnaire now.")
		} else {
			l.Say("The order is that of the agenda now: the most divided first.")
		}
	case "t":
		l.Say("Time: " + l.timer.text(l.g.Current().Minutes))
	default:
		return l.answer(text)
	}
	return false, nil
}

// answer agrees on what a digit stands for, and asks for the texts.
func (l *liner) answer(text string) (left bool, err error) {
	at := -1
	for i, o := range options(l.g) {
		if o.Key == text {
			at = i
		}
	}
	if at < 0 {
		l.Say(fmt.Sprintf("%q is not an answer. Nothing was recorded. Type ? for help.", text))
		return false, nil
	}
	t := &table{g: l.g, timer: l.timer}
	switch err := t.pick(at); {
	case errors.Is(err, errReasonFirst):
		l.Say("Not applicable needs a reason.")
	case err != nil:
		l.Say(notRecorded(err))
		return false, nil
	default:
		l.save()
	}
	entries := t.entries()
	err = l.Fields(entries[reasonEntry:dissentEntry], l.save)
	if err == nil && t.notApplicable {
		l.Say("Nothing was recorded: not applicable needs a reason.")
		return false, nil
	}
	if err == nil {
		err = l.Fields(entries[dissentEntry:], l.save)
	}
	switch {
	case errors.Is(err, lines.ErrBack):
		return true, nil
	case err != nil:
		return false, err
	}
	if p := l.g.Current(); p.NeedsReason() {
		l.Say("The reason is missing. It can be added later: come back to this point.")
	}
	l.Say("Recorded. " + progress(l.g))
	return l.next(), nil
}

// next goes to the next point; behind the last one to the first open one.
func (l *liner) next() bool { return l.g.Next() || l.toOpen() }

// toOpen goes to the first open point. When there is none, it says so.
func (l *liner) toOpen() bool {
	i, open := l.g.NextOpen(0)
	if !open {
		l.Say("No point is open. " + progress(l.g) + " q saves and closes the second pass.")
		return false
	}
	return l.g.Jump(i)
}

func (l *liner) jump(query string) bool {
	found := l.g.Find(query)
	switch len(found) {
	case 0:
		l.Say(fmt.Sprintf("There is no point %q. Type j and a code, such as j LEA-03.", query))
		return false
	case 1:
		return l.g.Jump(found[0])
	}
	l.Say("These points fit. Type j and one of the codes.")
	for _, i := range found {
		p := l.g.Point(i)
		l.Line(pointLine(i, &p))
	}
	return false
}

func (l *liner) list() {
	for i := range l.g.Len() {
		p := l.g.Point(i)
		l.Line(fmt.Sprintf("%3d  %-7s %-15s %s", i+1, terminal.CleanLine(string(p.Item.Statement.ID)), p.Concluded(), stateWord(&p)))
	}
	l.Say(progress(l.g))
}
