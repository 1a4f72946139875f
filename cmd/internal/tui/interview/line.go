package interview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/questionnaires"
)

// lineWidth is where line mode wraps, whatever the terminal says: a screen
// reader and a printed log have no width.
const lineWidth = 78

// errLeave says that the person asked to leave.
var errLeave = errors.New("leave")

// liner is an interview line by line: for screen readers, pipes and terminals
// that cannot move a cursor. It writes no escape codes.
type liner struct {
	ctx        context.Context
	in         *terminal.LineReader
	out        io.Writer
	echo       bool // the input is not seen on the output: end the line of a prompt
	opts       Options
	s          *assessment.Session
	q          *questionnaires.Questionnaire
	dimension  questionnaires.DimensionID // the last one that was announced
	warned     bool                       // the failed save was announced
	completing bool                       // the person set the draft to complete
	outcome    Outcome
}

// RunLine asks line by line. Without an error, everything is saved. The error
// is ErrInputEnded, a *SignalError, a *SaveError, or that of the input.
func RunLine(ctx context.Context, streams *terminal.Streams, opts Options) (Outcome, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, stopSignals...)
	defer signal.Stop(signals)
	go func() {
		select {
		case sig := <-signals:
			cancel(&SignalError{number(sig)})
		case <-ctx.Done():
		}
	}()
	l := &liner{ctx: ctx, in: streams.Lines(), out: streams.Out, echo: !streams.InIsTerminal(),
		opts: opts, s: opts.Session, q: opts.Session.Questionnaire()}
	return l.close(l.run())
}

// close saves and says in words how it ended.
func (l *liner) close(err error) (Outcome, error) {
	switch {
	case errors.Is(err, errLeave):
		err = nil
	case errors.Is(err, io.EOF):
		err = ErrInputEnded
	}
	if flushErr := l.opts.Saver.Flush(); flushErr != nil {
		if l.completing {
			l.s.Reopen()
		}
		l.outcome.Finished = false
		return l.outcome, errors.Join(err, &SaveError{flushErr})
	}
	if err == nil {
		l.say("Saved. " + progressLine(l.s))
	}
	return l.outcome, err
}

func (l *liner) run() error {
	l.welcome()
	for {
		if err := l.statement(); err != nil {
			return err
		}
	}
}

func (l *liner) welcome() {
	if text := resumed(l.s); text != "" {
		l.say(text)
	} else if !l.opts.NoIntro {
		l.sayPage(newRules(l.s))
	}
	l.say("Type ? for help, and q to save and quit.")
}

// statement asks the current statement until the interview moves elsewhere.
func (l *liner) statement() error {
	l.present()
	at := l.s.Position()
	for l.s.Position() == at {
		text, err := l.ask(l.prompt())
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
		l.say("")
		l.say(fmt.Sprintf("Dimension: %s.", clean(l.s, it.Dimension.Title)))
		first := l.s.DimensionProgress(it.Dimension.ID).Done() == 0
		if first && !l.opts.NoIntro {
			l.sayPage(newOpening(l.s))
		}
	}
	l.say("")
	l.say(fmt.Sprintf("Statement %d of %d. %s. %s.", it.Number, len(l.s.Items()), clean(l.s, it.Dimension.Title), clean(l.s, string(it.Statement.ID))))
	l.say(terminal.CleanLine(it.Text))
	for level := assessment.Level(1); level <= l.q.Levels(); level++ {
		l.item(fmt.Sprint(level), terminal.CleanLine(l.q.LevelName(level)), clean(l.s, it.Statement.Anchors[level]))
	}
	l.item("d", unknownName(l.q), "")
	l.item("n", naName(l.q), "")
	if last := previousLine(l.s); last != "" {
		l.say(last)
	}
	if l.s.Answer().Marked {
		l.say("Marked to look at again.")
	}
	if ans := l.s.Answer(); ans.Choice != assessment.Unanswered {
		l.say("Current answer: " + choiceName(l.q, ans) + ".")
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

// next moves on; behind the last statement is the end.
func (l *liner) next() error {
	if l.s.Next() {
		return nil
	}
	return l.finish()
}

// ask reads one line. A failed save is announced before the next question.
func (l *liner) ask(prompt string) (string, error) {
	if st := l.opts.Saver.Status(); st.State == Failed && !l.warned {
		l.say("NOT SAVED: " + reasonOf(st.Err))
		l.warned = true
	} else if st.State == Saved {
		l.warned = false
	}
	fmt.Fprint(l.out, prompt)
	text, err := l.in.Read(l.ctx)
	if l.echo || err != nil {
		fmt.Fprintln(l.out)
	}
	if l.ctx.Err() != nil {
		return "", context.Cause(l.ctx)
	}
	return assessment.CleanLine(text), err
}

func (l *liner) save() { l.opts.Saver.Save(l.s.Assessment().Clone()) }

// say writes a paragraph.
func (l *liner) say(text string) { fmt.Fprintln(l.out, terminal.Wrap(text, lineWidth)) }

// item writes an entry of a list, with its text indented under its name.
func (l *liner) item(key, name, text string) {
	if text != "" && name != "" {
		name += ". "
	}
	fmt.Fprintln(l.out, strings.Join(terminal.Hang("  "+key+". ", name+text, lineWidth), "\n"))
}

// sayPage writes a page of text.
func (l *liner) sayPage(t *textScreen) {
	for _, line := range t.text(lineWidth, false) {
		fmt.Fprintln(l.out, line)
	}
}
