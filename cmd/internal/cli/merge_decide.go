package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/saving"
	"dgca/questionnaires"
)

// errInputEnded says that the input ended before all conflicts were decided;
// what was decided is kept.
var errInputEnded = fmt.Errorf("%w; the conflicts that are left have no answer", saving.ErrInputEnded)

// lineWidth is how wide the texts of a conflict are set.
const lineWidth = 78

// decideByHand asks a person about each conflict, line by line.
func (a *app) decideByHand(ctx context.Context, m *assessment.Merge, q *questionnaires.Questionnaire, by string) error {
	a.say("Conflicts to decide: %d. For each one, type an answer (a level, dk or na),\ns to leave it open, or q to stop and leave the rest open.", m.Open())
	for assessment.CleanLine(by) == "" {
		line, err := a.ask(ctx, "Who decides? Name or role: ")
		if err != nil {
			return err
		}
		by = line
	}
	for i, c := range m.Conflicts() {
		if c.Decided {
			continue
		}
		a.say("\nConflict %d of %d", i+1, len(m.Conflicts()))
		a.sayConflict(m.Result(), q, c)
		stop, err := a.decideOne(ctx, m, i, by)
		if err != nil || stop {
			return err
		}
	}
	return nil
}

// sayConflict shows the statement, its levels and what each part said.
func (a *app) sayConflict(result *assessment.Assessment, q *questionnaires.Questionnaire, c assessment.Conflict) {
	a.say("%s", terminal.Wrap(fmt.Sprintf("%s %s", c.Statement, result.Asked.Statement(c.Statement).Text), lineWidth))
	if st := q.Statement(c.Statement); st != nil {
		for _, l := range q.Scale {
			a.say("%s", terminal.Wrap(fmt.Sprintf("  %d %s: %s", l.Level, l.Name, q.Fill(st.Anchors[l.Level], result.Subject.Kind)), lineWidth))
		}
	}
	for _, o := range c.Offers {
		a.say("%s says %s.", o.Who, o.Answer.Choice)
		for _, text := range []struct{ label, value string }{{"reason", o.Answer.Reason}, {"evidence", o.Answer.Evidence},
			{"comment", o.Answer.Comment}, {"confidence", string(o.Answer.Confidence)}} {
			if text.value != "" {
				a.say("%s", terminal.Wrap(fmt.Sprintf("  %s: %s", text.label, text.value), lineWidth))
			}
		}
	}
}

// decideOne asks until one conflict is decided or left open. It reports whether
// the person stops.
func (a *app) decideOne(ctx context.Context, m *assessment.Merge, i int, by string) (stop bool, err error) {
	for {
		line, err := a.ask(ctx, "Agreed answer: ")
		if err != nil {
			return true, err
		}
		var choice assessment.Choice
		switch word := strings.ToLower(line); word {
		case "s":
			return false, nil
		case "q":
			return true, nil
		default:
			if err := choice.UnmarshalText([]byte(word)); err != nil || choice == assessment.Unanswered {
				a.say("%q is not an answer. Nothing was decided. Type a level, dk, na, s or q.", line)
				continue
			}
		}
		if l, ok := choice.Level(); ok && l > m.Result().Asked.Levels() {
			a.say("The levels are 1 to %s. Nothing was decided.", strconv.Itoa(int(m.Result().Asked.Levels())))
			continue
		}
		why, err := a.ask(ctx, "Why? (Enter for no reason): ")
		if err != nil {
			return true, err
		}
		if err := m.Decide(i, choice, why, by, why); err != nil {
			a.say("Nothing was decided: %v.", err)
			continue
		}
		return false, nil
	}
}

// ask writes a prompt and returns the line that is typed.
func (a *app) ask(ctx context.Context, prompt string) (string, error) {
	if _, err := io.WriteString(a.streams.Err, prompt); err != nil {
		return "", err
	}
	line, err := a.streams.Lines().Read(ctx)
	if errors.Is(err, io.EOF) {
		return "", errInputEnded
	}
	return strings.TrimSpace(line), err
}
