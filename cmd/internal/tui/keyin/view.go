package keyin

import (
	"fmt"
	"strconv"
	"strings"

	"dgca/assessment/paper"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// Lines draws the page as it lies on the table, and what is wanted now.
func (t *task) Lines(sh *shell.Shell, width, height int) []string {
	if t.check != nil {
		return t.check.lines(t, width, height)
	}
	switch t.k.Stage() {
	case paper.WantsCode:
		return t.codeLines(width)
	case paper.AllKeyed:
		return t.endLines(width, height)
	}
	below := t.wanted(width)
	page := t.pageLines(width, max(height-len(below)-1, 1))
	return append(append(page, ""), below...)
}

func (t *task) codeLines(width int) []string {
	lines := terminal.WrapLines(pageText(t.k), width)
	if item, ok := t.k.Last(); ok {
		lines = append(lines, "", terminal.Truncate(fmt.Sprintf("Last: %s = %s", terminal.CleanLine(string(item.Statement.ID)),
			keyedText(t.k.Session().Questionnaire(), t.k.Session().Assessment().Answer(item.Statement.ID))), width))
	}
	return append(lines, "", look.Strong.Render("Page code: ")+t.code+"_")
}

func (t *task) endLines(width, height int) []string {
	lines := []string{look.Strong.Render("Every page of this sheet is keyed in.")}
	if t.opts.First != nil {
		lines = []string{look.Strong.Render("The second entry is complete.")}
		said := "Both entries are the same."
		if t.found > 0 {
			said = fmt.Sprintf("Differences that were decided by the paper: %d.", t.found)
		}
		lines = append(lines, terminal.WrapLines(said, width)...)
	}
	lines = append(lines, terminal.WrapLines(summary(t.k), width)...)
	lines = append(lines, "")
	return append(lines, t.end.Lines(width, height-len(lines))...)
}

// pageLines lists the statements of the page with what was keyed. The one that
// is keyed now is always in sight.
func (t *task) pageLines(width, height int) []string {
	items, answers, at := t.k.OnPage()
	q := t.k.Session().Questionnaire()
	first := max(0, min(at-height/2, len(items)-height))
	var lines []string
	for i := first; i < len(items) && len(lines) < height; i++ {
		keyed := keyedText(q, answers[i])
		if keyed == nothingMarked {
			keyed = "."
		}
		const widest = 26
		lines = append(lines, shell.Row(terminal.CleanLine(string(items[i].Statement.ID)+"  "+items[i].Text), terminal.Truncate(keyed, widest), width, i == at))
	}
	return lines
}

// wanted says which statement is keyed now and which keys fit.
func (t *task) wanted(width int) []string {
	item := t.k.Current()
	lines := terminal.WrapLines(terminal.CleanLine(string(item.Statement.ID)+"  "+item.Text), width)
	for i := range lines {
		lines[i] = look.Strong.Render(lines[i])
	}
	lines = append(lines, "")
	if t.k.Stage() == paper.WantsReason {
		lines = append(lines, terminal.WrapLines("Not applicable. Which reason is marked?", width)...)
		return append(lines, reasonLines(t.k.Reasons(), width)...)
	}
	return append(lines, terminal.WrapLines(digitsText(t.k), width)...)
}

func reasonLines(reasons []string, width int) []string {
	var lines []string
	for i, r := range reasons {
		lines = append(lines, terminal.Hang("  "+strconv.Itoa(i+1)+"  ", terminal.CleanLine(r), width)...)
	}
	lines = append(lines, terminal.Hang("  0  ", noReasonHere, width)...)
	return append(lines, terminal.Hang("  t  ", strings.TrimSpace(ownReason), width)...)
}
