package setup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
)

const lineWidth = 78

// runLines asks the same questions in plain lines.
func runLines(ctx context.Context, streams *terminal.Streams, title string, questions []*question) error {
	out := streams.Out
	fmt.Fprintln(out, title+". Type b to go back, ? for help, and q to cancel; nothing is created then.")
	for i := 0; i < len(questions); {
		if !questions[i].asked() {
			i++
			continue
		}
		back, err := questions[i].ask(ctx, streams)
		switch {
		case err != nil:
			return err
		case back:
			i = before(questions, i)
		default:
			i++
		}
	}
	return nil
}

// before is the question that was asked before another one, or the first.
func before(questions []*question, i int) int {
	for n := i - 1; n >= 0; n-- {
		if questions[n].asked() {
			return n
		}
	}
	return i
}

// ask asks until there is a good answer. It reports whether the person wants to
// go back.
func (q *question) ask(ctx context.Context, streams *terminal.Streams) (back bool, err error) {
	out := streams.Out
	q.prepare()
	q.present(out)
	for {
		fmt.Fprint(out, q.prompt())
		text, err := streams.Lines().Read(ctx)
		if !streams.InIsTerminal() || err != nil {
			fmt.Fprintln(out)
		}
		if errors.Is(err, io.EOF) {
			return false, ErrInputEnded
		}
		if err != nil {
			return false, err
		}
		switch text = assessment.CleanLine(text); text {
		case "q":
			return false, ErrCancelled
		case "b":
			return true, nil
		case "?":
			fmt.Fprintln(out, terminal.Wrap("Type your answer and press Enter. Enter alone takes what stands in brackets. b goes back, q cancels.", lineWidth))
			continue
		}
		problem := q.take(text)
		if problem == "" {
			return false, nil
		}
		fmt.Fprintln(out, terminal.Wrap(problem, lineWidth))
	}
}

func (q *question) present(out io.Writer) {
	fmt.Fprintln(out)
	fmt.Fprintln(out, terminal.Wrap(strings.TrimSpace(q.title), lineWidth))
	if q.help != "" {
		fmt.Fprintln(out, terminal.Wrap(q.help, lineWidth))
	}
	for i, o := range q.options {
		fmt.Fprintln(out, strings.Join(terminal.Hang(fmt.Sprintf("  %d. ", i+1), o.label, lineWidth), "\n"))
	}
}

// prompt asks, and says what Enter alone would keep.
func (q *question) prompt() string {
	now := ""
	switch {
	case q.many != nil:
		now = q.chosen()
	case q.options != nil:
		now = q.label(*q.text)
	default:
		now = terminal.CleanLine(*q.text)
	}
	enter := ""
	switch {
	case now != "":
		enter = " (Enter keeps " + now + ")"
	case q.missing == "":
		enter = " (Enter for none)"
	}
	switch {
	case q.many != nil:
		return "Numbers, with spaces between them" + enter + ": "
	case q.options != nil:
		return fmt.Sprintf("Number 1 to %d%s: ", len(q.options), enter)
	}
	return "Answer" + enter + ": "
}

// take sets the answer, or says what is wrong with it and sets nothing.
func (q *question) take(text string) string {
	switch {
	case text == "":
		return q.problem()
	case q.options == nil:
		was := *q.text
		*q.text = text
		problem := q.problem()
		if problem != "" {
			*q.text = was
		}
		return problem
	}
	var values []string
	for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > len(q.options) {
			return fmt.Sprintf("%q is not a number from 1 to %d. Nothing was recorded.", word, len(q.options))
		}
		values = append(values, q.options[n-1].value)
	}
	switch {
	case len(values) == 0:
		return q.missing
	case q.many != nil:
		*q.many = values
	case len(values) > 1:
		return "Please type one number only. Nothing was recorded."
	default:
		*q.text = values[0]
	}
	return ""
}
