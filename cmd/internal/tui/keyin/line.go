package keyin

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
)

// keyer keys a sheet in line by line.
type keyer struct {
	*lines.Asker
	opts Options
	t    *task
	k    *paper.Keying
	out  Outcome
}

// RunLine keys a sheet in line by line; see lines.Run.
func RunLine(ctx context.Context, streams *terminal.Streams, opts Options) (Outcome, error) {
	t := newTask(opts)
	l := &keyer{opts: opts, t: t, k: opts.Keying}
	err := lines.Run(ctx, streams, opts.Options, func(a *lines.Asker) error {
		l.Asker = a
		return l.run()
	})
	l.out.Differences = t.found
	return l.out, err
}

func (l *keyer) save() { l.opts.Saver.Save(l.t.Assessment().Clone()) }

const lineCommands = "Several digits may stand on one line, with - where nothing is marked. b: back. c: take the answer out. " +
	"e TEXT: evidence of the last answer. g: another page. ?: help. q: save and quit."

func (l *keyer) run() error {
	l.Say(fmt.Sprintf("Sheet %s. %s", terminal.CleanLine(l.opts.Sheet), l.t.Progress()))
	l.Say(lineCommands)
	for {
		var err error
		switch l.k.Stage() {
		case paper.WantsCode:
			err = l.code()
		case paper.WantsAnswer, paper.WantsReason:
			err = l.answer()
		default:
			var done bool
			if done, err = l.finish(); done {
				return lines.ErrLeave
			}
		}
		if err != nil {
			return err
		}
	}
}

func (l *keyer) code() error {
	l.Say(pageText(l.k))
	text, err := l.Ask("Page code: ")
	switch {
	case err != nil:
		return err
	case text == "q":
		return lines.ErrLeave
	case text == "?":
		l.Page(newHelp())
	case text == "b":
		l.k.Back()
	case strings.HasPrefix(text, "e "):
		l.evidence(text[2:])
	case text == "":
		if !l.k.Resume() {
			l.Say("Type the code at the foot of the page.")
		}
	default:
		if err := l.k.EnterCode(text); err != nil {
			l.Say("Nothing was recorded. " + sentence(err))
		}
	}
	return nil
}

func (l *keyer) answer() error {
	item := l.k.Current()
	name := terminal.CleanLine(string(item.Statement.ID))
	prompt := name + ": number of the reason, or the reason in words: "
	if l.k.Stage() == paper.WantsReason {
		l.reasons(l.k.Reasons())
	} else {
		l.Say(name + " " + terminal.CleanLine(item.Text))
		now := "Enter: nothing is marked"
		if ans := l.k.Session().Assessment().Answer(item.Statement.ID); ans.Choice != assessment.Unanswered {
			now = "Enter keeps " + keyedText(l.k.Session().Questionnaire(), ans)
		}
		prompt = fmt.Sprintf("Digit (%s): ", now)
	}
	text, err := l.Ask(prompt)
	if err != nil {
		return err
	}
	return l.obey(text)
}

func (l *keyer) reasons(reasons []string) {
	l.Say("Not applicable. Which reason is marked?")
	for i, r := range reasons {
		l.Item(strconv.Itoa(i+1), "", terminal.CleanLine(r))
	}
	l.Item("0", "", noReasonHere)
}

// obey acts on what was typed at a statement.
func (l *keyer) obey(text string) error {
	word, rest, _ := strings.Cut(text, " ")
	switch {
	case text == "" && l.k.Stage() == paper.WantsReason:
		l.Say("A reason is needed: its number, 0 for none on the paper, or words. b goes back.")
	case text == "":
		l.k.Skip()
	case text == "q":
		return lines.ErrLeave
	case text == "?":
		l.Page(newHelp())
		l.Say(lineCommands)
	case text == "b":
		l.k.Back()
	case text == "c" && l.k.Stage() == paper.WantsAnswer:
		if err := l.k.Clear(); err != nil {
			l.Say(sentence(err))
		}
		l.save()
	case text == "g":
		l.k.AskCode()
	case word == "e":
		l.evidence(rest)
	case strings.Trim(text, "0123456789- ") == "":
		l.digits(text)
	case l.k.Stage() == paper.WantsReason:
		if err := l.k.ReasonText(text); err != nil {
			l.Say("Nothing was recorded. " + sentence(err))
		}
		l.save()
	default:
		l.Say(fmt.Sprintf("%q is not a digit or a command. Nothing was recorded. %s", text, lineCommands))
	}
	return nil
}

// digits takes several digits in a row, up to the first that does not fit or
// to the end of the page.
func (l *keyer) digits(text string) {
	defer l.save()
	page, _ := l.k.Page()
	for i, r := range text {
		var err error
		switch at, _ := l.k.Page(); {
		case r == ' ':
			continue
		case at != page || l.k.Stage() == paper.WantsCode || l.k.Stage() == paper.AllKeyed:
			l.Say(fmt.Sprintf("The page ends before %q. These digits were not recorded.", text[i:]))
			return
		case r == '-' && l.k.Stage() == paper.WantsReason:
			err = errors.New("a reason is needed")
		case r == '-':
			l.k.Skip()
		default:
			err = l.k.Digit(int(r - '0'))
		}
		if err != nil {
			l.Say(fmt.Sprintf("Not recorded from %q on. %s", text[i:], sentence(err)))
			return
		}
	}
}

func (l *keyer) evidence(text string) {
	item, ok := l.k.Last()
	s := l.k.Session()
	switch {
	case !ok || s.Assessment().Answer(item.Statement.ID).Choice == assessment.Unanswered:
		l.Say("Key an answer first; then e takes its evidence.")
		return
	case l.opts.First != nil:
		l.Say("The second entry compares what is marked; evidence is not typed again.")
		return
	}
	at := s.Position()
	s.Jump(item.Number - 1)
	s.SetEvidence(text)
	s.Jump(at)
	l.save()
	l.Say("Evidence of " + terminal.CleanLine(string(item.Statement.ID)) + " recorded.")
}

// finish asks what to do with a sheet that is keyed in. It reports whether the
// sheet is done.
func (l *keyer) finish() (done bool, err error) {
	if l.opts.First != nil {
		if err := l.compare(); err != nil {
			return false, err
		}
	}
	l.Say(summary(l.k))
	prompt := "f: finish this sheet. g: look at a page again. q: leave it open. "
	if l.opts.More {
		prompt = "n: finish, and key in the next sheet. " + prompt
	}
	text, err := l.Ask(prompt)
	if err != nil {
		return false, err
	}
	switch {
	case text == "f", text == "n" && l.opts.More:
		l.t.first().Finish()
		l.save()
		l.out.Finished, l.out.Next = true, text == "n"
		return true, nil
	case text == "g":
		l.t.lookAgain(nil)
	case text == "b":
		l.k.Back()
	case strings.HasPrefix(text, "e "):
		l.evidence(text[2:])
	case text == "q":
		return false, lines.ErrLeave
	default:
		l.Say(fmt.Sprintf("%q is not one of the letters.", text))
	}
	return false, nil
}

// compare leads through the differences of two entries.
func (l *keyer) compare() error {
	if l.t.compared {
		return nil
	}
	l.t.compared = true
	c := &check{diffs: paper.Differences(l.t.first(), l.k.Session())}
	l.t.found = len(c.diffs)
	if len(c.diffs) == 0 {
		l.Say("Both entries are the same.")
		return nil
	}
	l.t.check = c
	for l.t.check != nil {
		d := c.current()
		l.Say(fmt.Sprintf("Difference %d of %d. %s %s", c.at+1, len(c.diffs), terminal.CleanLine(string(d.Item.Statement.ID)), terminal.CleanLine(d.Item.Text)))
		for _, text := range differenceText(l.k.Session().Questionnaire(), d) {
			l.Say(text)
		}
		if err := l.decide(c); err != nil {
			return err
		}
		l.save()
	}
	return nil
}

// decide asks what the paper says about one difference.
func (l *keyer) decide(c *check) error {
	at := c.at
	for c.at == at {
		prompt := "Digit (Enter: nothing is marked): "
		if c.reason {
			l.reasons(paper.Reasons(c.current().Item.Statement))
			prompt = "Number of the reason, or the reason in words: "
		}
		text, err := l.Ask(prompt)
		if err != nil {
			return err
		}
		var failed error
		switch {
		case text == "q":
			return lines.ErrLeave
		case text == "b":
			c.reason = false
		case text == "" && c.reason:
			failed = assessment.ErrReason
		case text == "":
			failed = c.resolve(l.t, assessment.Unanswered, "")
		case len(text) == 1 && text[0] >= '0' && text[0] <= '9':
			failed = c.digit(l.t, int(text[0]-'0'))
		case c.reason:
			failed = c.resolve(l.t, assessment.NotApplicable, text)
		default:
			failed = fmt.Errorf("%q is not a digit", text)
		}
		if failed != nil {
			l.Say("Nothing was recorded. " + sentence(failed))
		}
	}
	return nil
}
