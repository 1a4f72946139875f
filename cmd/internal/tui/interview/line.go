package interview

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/saving"
	"dgca/questionnaires"
)

// liner is an interview line by line.
type liner struct {
	*lines.Asker
	opts      Options
	s         *assessment.Session
	q         *questionnaires.Questionnaire
	dimension questionnaires.DimensionID          // the last one that was announced
	closed    map[questionnaires.DimensionID]bool // whose notes were offered
	undo      func()                              // takes the end of the interview back, if it cannot be saved
	outcome   saving.Outcome
}

// RunLine asks line by line; see lines.Run.
func RunLine(ctx context.Context, streams *terminal.Streams, opts Options) (saving.Outcome, error) {
	l := &liner{opts: opts, s: opts.Session, q: opts.Session.Questionnaire(), closed: map[questionnaires.DimensionID]bool{}, undo: func() {}}
	err := lines.Run(ctx, streams, opts.Options, func(a *lines.Asker) error {
		l.Asker = a
		return l.run()
	})
	if errors.As(err, new(*saving.SaveError)) {
		l.undo()
		l.outcome.Finished = false
	}
	if err == nil {
		l.Say("Saved. " + progressLine(l.s))
	}
	return l.outcome, err
}

func (l *liner) run() error {
	l.welcome()
	if _, open := l.s.NextOpen(0); !open {
		if err := l.finish(); err != nil {
			return err
		}
	}
	for {
		if err := l.statement(); err != nil {
			return err
		}
	}
}

func (l *liner) welcome() {
	if text := resumed(l.s); text != "" {
		l.Say(text)
	} else if !l.opts.NoIntro {
		l.Page(newRules(l.s))
	}
	l.Say("Type ? for help, and q to save and quit.")
}

// statement asks the current statement until the interview moves elsewhere.
func (l *liner) statement() error {
	at := l.s.Position()
	l.present()
	if l.opts.Presenter && l.s.Answer().Choice == assessment.Unanswered {
		if moved, err := l.reveal(); err != nil || moved {
			return err
		}
	}
	l.levels()
	for l.s.Position() == at {
		text, err := l.Ask(l.prompt())
		if err != nil {
			return err
		}
		moved, err := l.obey(text)
		if err != nil || moved {
			return err
		}
	}
	return nil
}

// present reads a statement out.
func (l *liner) present() {
	it := l.s.Current()
	if it.Dimension.ID != l.dimension {
		l.dimension = it.Dimension.ID
		l.Say("")
		l.Say(fmt.Sprintf("Dimension: %s.", clean(l.s, it.Dimension.Title)))
		first := l.s.DimensionProgress(it.Dimension.ID).Done() == 0
		if first && !l.opts.NoIntro {
			l.Page(newOpening(l.s))
		}
	}
	l.Say("")
	l.Say(fmt.Sprintf("Statement %d of %d. %s. %s.", it.Number, len(l.s.Items()), clean(l.s, it.Dimension.Title), clean(l.s, string(it.Statement.ID))))
	l.Say(terminal.CleanLine(it.Text))
}

// reveal waits until somebody wants the levels of a statement that stands
// alone. It reports whether the interview moved elsewhere.
func (l *liner) reveal() (moved bool, err error) {
	at := l.s.Position()
	for {
		text, err := l.Ask("Enter shows the levels (? for help): ")
		if err != nil || text == "" {
			return false, err
		}
		if _, err := strconv.Atoi(text); err == nil || text == "d" || text == "n" {
			l.Say("The levels come first. Nothing was recorded.")
			return false, nil
		}
		if moved, err = l.obey(text); err != nil || moved || l.s.Position() != at {
			return true, err
		}
	}
}

// levels reads out what can be answered, and what was.
func (l *liner) levels() {
	it := l.s.Current()
	for level := assessment.Level(1); level <= l.q.Levels(); level++ {
		l.Item(fmt.Sprint(level), terminal.CleanLine(l.q.LevelName(level)), clean(l.s, it.Statement.Anchors[level]))
	}
	l.Item("d", unknownName(l.q), "")
	l.Item("n", naName(l.q), "")
	if last := previousLine(l.s); last != "" {
		l.Say(last)
	}
	if l.s.Answer().Marked {
		l.Say("Marked to look at again.")
	}
	if ans := l.s.Answer(); ans.Choice != assessment.Unanswered {
		l.Say("Current answer: " + choiceName(l.q, ans) + ".")
	}
}

func (l *liner) prompt() string {
	p := fmt.Sprintf("Answer 1 to %d, d or n (? for help): ", l.q.Levels())
	if ans := l.s.Answer(); ans.Choice != assessment.Unanswered {
		p = fmt.Sprintf("Answer 1 to %d, d or n (Enter keeps %s; ? for help): ", l.q.Levels(), shortName(l.q, ans))
	}
	return p
}

// shortName is an answer without its reason.
func shortName(q *questionnaires.Questionnaire, ans assessment.Answer) string {
	if ans.Choice == assessment.NotApplicable {
		return naName(q)
	}
	return choiceName(q, ans)
}

// next moves on. At the end of a dimension its notes are offered once, if
// something was answered; behind the last statement is the end.
func (l *liner) next() error {
	d := l.s.Current().Dimension
	if l.s.LastOfDimension() && !l.closed[d.ID] && l.s.DimensionProgress(d.ID).Done() > 0 {
		l.closed[d.ID] = true
		if onward, err := l.closing(d); err != nil || !onward {
			return err
		}
	}
	if l.s.Next() {
		return nil
	}
	return l.finish()
}

func (l *liner) save() { l.opts.Saver.Save(l.s.Assessment().Clone()) }
