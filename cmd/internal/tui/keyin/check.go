package keyin

import (
	"fmt"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// check leads through the statements where two entries differ. What the paper
// says is keyed once more; neither entry is taken by itself.
type check struct {
	diffs  []paper.Difference
	at     int
	reason bool // the reason for "not applicable" is asked
}

func (c *check) current() *paper.Difference { return &c.diffs[c.at] }

func (c *check) update(sh *shell.Shell, t *task, key string) {
	switch {
	case key == "esc" && c.reason, key == "backspace" && c.reason:
		c.reason = false
	case key == "enter" && c.reason, key == "t" && c.reason:
		sh.Push(newReason(t, func(text string) error { return c.resolve(t, assessment.NotApplicable, text) }))
	case key == "enter":
		c.say(sh, c.resolve(t, assessment.Unanswered, ""))
	case shell.IsDigit(key):
		c.say(sh, c.digit(t, int(key[0]-'0')))
	}
}

func (c *check) say(sh *shell.Shell, err error) {
	if err != nil {
		sh.Message = sentence(err)
		return
	}
	sh.Save()
}

// digit takes what is marked on the paper.
func (c *check) digit(t *task, d int) error {
	reasons := paper.Reasons(c.current().Item.Statement)
	levels := int(t.first().Assessment().Asked.Levels())
	switch {
	case c.reason && d == 0:
		return c.resolve(t, assessment.NotApplicable, paper.NoReason)
	case c.reason && d > len(reasons):
		return fmt.Errorf("there is no reason %d", d)
	case c.reason:
		return c.resolve(t, assessment.NotApplicable, reasons[d-1])
	case d == paper.UnknownKey:
		return c.resolve(t, assessment.Unknown, "")
	case d == paper.NotApplicableKey:
		c.reason = true
		return nil
	case d > levels:
		return fmt.Errorf("there is no box %d", d)
	}
	return c.resolve(t, assessment.Choice(d), "")
}

// resolve records what is marked and goes on; after the last difference the
// sheet is done.
func (c *check) resolve(t *task, choice assessment.Choice, reason string) error {
	if err := c.current().Resolve(t.first(), choice, reason); err != nil {
		return err
	}
	c.reason = false
	if c.at++; c.at == len(c.diffs) {
		t.check = nil
	}
	return nil
}

func (c *check) lines(t *task, width, height int) []string {
	d := c.current()
	q := t.k.Session().Questionnaire()
	lines := []string{look.Strong.Render(fmt.Sprintf("Difference %d of %d", c.at+1, len(c.diffs))), ""}
	lines = append(lines, terminal.WrapLines(string(d.Item.Statement.ID)+"  "+d.Item.Text, width)...)
	lines = append(lines, "")
	for _, text := range differenceText(q, d) {
		lines = append(lines, terminal.WrapLines(text, width)...)
	}
	lines = append(lines, "")
	if c.reason {
		return append(lines, reasonLines(paper.Reasons(d.Item.Statement), width)...)
	}
	return append(lines, terminal.WrapLines(digitsText(t.k), width)...)
}
