package interview

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

// Lines draws the statement and the field that has the focus.
func (m *model) Lines(_ *shell.Shell, width, height int) []string {
	p := m.page
	if p.alone {
		return p.aloneLines(width, height)
	}
	lines := p.head(width)
	room := height - len(lines)
	switch {
	case p.reason != nil:
		return append(lines, p.reasonLines(width, room)...)
	case p.focused() == levelField:
		list, below := p.levelLines(width, room)
		if !below {
			lines[0] = p.titleLine(width, p.given())
		}
		return append(lines, list...)
	}
	return append(lines, p.detailLines(width, room)...)
}

// head is the statement itself.
func (p *page) head(width int) []string {
	it := p.s.Current()
	lines := []string{p.titleLine(width, "")}
	for _, l := range terminal.WrapLines(terminal.CleanLine(it.Text), width) {
		lines = append(lines, look.Strong.Render(l))
	}
	if last := previousLine(p.s); last != "" {
		lines = append(lines, terminal.Truncate(last, width))
	}
	return append(lines, "")
}

// aloneWidth is how wide a statement is set that stands alone, to be read from
// the back of a room.
const aloneWidth = 60

// aloneLines is the statement without its levels, with air around it.
func (p *page) aloneLines(width, height int) []string {
	statement := terminal.WrapLines(terminal.CleanLine(p.s.Current().Text), min(width-4, aloneWidth))
	lines := []string{p.titleLine(width, "")}
	rows := 2*len(statement) - 1
	gap, space := max((height-rows-1)/3, 1), 2
	if rows+gap+2 > height {
		gap, space = 1, 1
	}
	for range gap {
		lines = append(lines, "")
	}
	for i, l := range statement {
		if i > 0 && space == 2 {
			lines = append(lines, "")
		}
		lines = append(lines, "    "+look.Strong.Render(l))
	}
	if last := previousLine(p.s); last != "" && len(lines)+2 <= height {
		lines = append(lines, "", "    "+terminal.Truncate(last, width-4))
	}
	return lines
}

// titleLine is the code and element of the statement, and its marks.
func (p *page) titleLine(width int, mark string) string {
	it := p.s.Current()
	if p.s.Answer().Marked {
		mark = strings.TrimSpace(mark + " [x] look again")
	}
	return look.Ends(clean(p.s, string(it.Statement.ID))+"  "+clean(p.s, it.Element.Title), mark, width)
}

// given names the texts of the answer where there is no room to show them.
func (p *page) given() string {
	var names []string
	if p.evidence.Content() != "" {
		names = append(names, "evidence")
	}
	if p.comment.Content() != "" {
		names = append(names, "comment")
	}
	if len(names) == 0 {
		return ""
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// levelLines is the list of levels, with the texts below it where there is
// room. It reports whether there was.
func (p *page) levelLines(width, room int) (lines []string, below bool) {
	texts := p.textLines(width)
	if list := p.level.Lines(width, room-len(texts)); p.level.Opened {
		return pad(list, texts, room), true
	}
	list := p.level.Lines(width, room)
	if p.level.Opened || !field.Fits(p.level.Blocks(width), 1, room-len(texts)) {
		return list, false
	}
	return pad(p.level.Lines(width, room-len(texts)), texts, room), true
}

// pad puts the last lines below the first with one empty line between them.
func pad(first, last []string, room int) []string {
	if len(first)+1+len(last) <= room && len(last) > 0 {
		first = append(first, "")
	}
	return append(first, last...)
}

// textLines shows on a line each what was written about the answer.
func (p *page) textLines(width int) []string {
	var lines []string
	ans := p.s.Answer()
	if p.asksWhy() {
		lines = append(lines, terminal.Truncate("Reason: "+p.why.Preview(), width))
	}
	if p.evidence.Content() != "" || evidenceExpected(p.s.Questionnaire(), ans.Choice) {
		lines = append(lines, terminal.Truncate("Evidence: "+p.evidence.Preview(), width))
	}
	if ans.Choice == assessment.NotApplicable {
		lines = append(lines, terminal.Truncate("Reason: "+terminal.CleanLine(ans.Reason), width))
	}
	if p.comment.Content() != "" {
		lines = append(lines, terminal.Truncate("Comment: "+p.comment.Preview(), width))
	}
	if ans.Confidence != "" {
		lines = append(lines, "Confidence: "+string(ans.Confidence))
	}
	return lines
}

// boxLines is how many lines of a text are open at a time.
const boxLines = 3

// detailLines shows the answer in short and opens the field with the focus.
func (p *page) detailLines(width, room int) []string {
	lines := p.answerLines(width, room)
	lines = append(lines, "")
	examples := p.exampleLines(width)
	for _, f := range p.reachable()[1:] {
		switch {
		case f != p.focused():
			lines = append(lines, p.closedLine(f, width))
		case f == confidenceField:
			lines = append(lines, look.Accent.Render("> ")+look.Strong.Render("Confidence: how sure are you?"))
			lines = append(lines, p.confidence.Lines(width, max(room-len(lines), 4))...)
		default:
			text, title := p.comment, "Comment (optional)"
			if p.s.Answer().Choice == assessment.Unknown {
				title = "Comment (optional): who could know?"
			}
			switch f {
			case whyField:
				text, title = p.why, "Reason: why did you agree on this level?"
			case evidenceField:
				text, title = p.evidence, p.evidenceTitle()
			}
			if n := strings.Count(text.Content(), "\n") + 1; n > boxLines {
				title += fmt.Sprintf(" (%d lines)", n)
			}
			lines = append(lines, look.Accent.Render("> ")+look.Strong.Render(terminal.Truncate(title, width-2)))
			lines = append(lines, text.Box(width, min(max(room-len(lines)-3, 1), boxLines))...)
		}
	}
	if p.focused() == evidenceField && len(examples) > 0 {
		if left := room - len(lines) - 1; left >= 2 {
			lines = append(lines, "")
			lines = append(lines, examples[:min(len(examples), left)]...)
		}
	}
	return lines
}

// answerLines is the chosen entry with its anchor.
func (p *page) answerLines(width, room int) []string {
	i := p.level.Chosen
	if i < 0 {
		return []string{"( ) Not answered yet. Tab leads to the levels."}
	}
	one := &field.Choice{Options: p.level.Options[i : i+1], Chosen: 0, Cursor: 0}
	if p.s.Answer().Choice == assessment.NotApplicable {
		na := one.Options[0]
		na.Text, na.Brief = terminal.CleanLine(p.s.Answer().Reason), false
		one.Options = []field.Option{na}
	}
	// Below it stand an empty line, the open field with its box, and a line for
	// each other field.
	below := 1 + 1 + boxLines + len(p.reachable()) - 2
	block := field.Cut(one.Blocks(width)[0], max(room-below, 1), width-field.OptionIndent)
	return one.Styled([][]string{block})[0]
}

func (p *page) evidenceTitle() string {
	q := p.s.Questionnaire()
	if evidenceExpected(q, p.s.Answer().Choice) {
		return fmt.Sprintf("Evidence, expected from level %d on: what shows it?", q.EvidenceFrom)
	}
	return "Evidence (optional)"
}

// exampleLines are the evidence examples of the statement.
func (p *page) exampleLines(width int) []string {
	if !evidenceExpected(p.s.Questionnaire(), p.s.Answer().Choice) {
		return nil
	}
	var lines []string
	for _, e := range p.s.Current().Statement.Evidence {
		lines = append(lines, terminal.Truncate("      - "+clean(p.s, e), width))
	}
	if len(lines) > 0 {
		lines = append([]string{"    For example:"}, lines...)
	}
	return lines
}

func (p *page) closedLine(field string, width int) string {
	var text string
	switch field {
	case whyField:
		text = "Reason: " + p.why.Preview()
	case evidenceField:
		text = "Evidence: " + p.evidence.Preview()
	case commentField:
		text = "Comment: " + p.comment.Preview()
	default:
		text = "Confidence: " + nonEmpty(string(p.s.Answer().Confidence), "-")
	}
	return "  " + terminal.Truncate(text, width-2)
}

// reasonLines asks why the statement is not applicable.
func (p *page) reasonLines(width, room int) []string {
	r := p.reason
	var lines []string
	const fewest = 5 // lines that the reasons need
	why := terminal.WrapLines(naName(p.s.Questionnaire())+": why? Nothing is recorded until there is a reason.", width)
	if room < len(why)+1+fewest {
		why = []string{naName(p.s.Questionnaire()) + ": why?"}
	}
	for _, l := range why {
		lines = append(lines, look.Strong.Render(l))
	}
	if room >= len(why)+1+fewest {
		lines = append(lines, "")
	}
	if p.focused() == reasonList {
		return append(lines, r.list.Lines(width, max(room-len(lines), 2))...)
	}
	lines = append(lines, look.Accent.Render("> ")+look.Strong.Render("The reason in your own words"))
	return append(lines, r.own.Box(width, min(max(room-len(lines), 1), 3))...)
}

// Hints are the keys of the page, the most useful first.
func (m *model) Hints() []string {
	p := m.page
	k := int(p.s.Questionnaire().Levels())
	digits := fmt.Sprintf("1-%d level", k)
	var hints []string
	if p.alone {
		return []string{"Space show the levels", "PgDn next", "PgUp back", "Ctrl+G jump", "Ctrl+R review", "Ctrl+O overview", "F1 help", "Ctrl+C quit"}
	}
	switch p.focused() {
	case levelField:
		if !p.level.Opened {
			hints = []string{"up and down read"}
		}
		hints = append(hints, digits, unknownKey+" don't know", naKey+" n/a", "PgDn next", "PgUp back", "Tab texts", "Ctrl+G jump", "Ctrl+R review", "Ctrl+O overview", "F2 look again")
	case whyField:
		hints = []string{"Enter evidence", "PgDn next", "PgUp back", "Ctrl+J new line", "Tab field", "Ctrl+G jump", "Ctrl+R review"}
	case evidenceField:
		hints = []string{"Enter comment", "PgDn next", "PgUp back", "Ctrl+J new line", "Tab field", "Ctrl+G jump", "Ctrl+R review"}
	case commentField:
		tab := "Tab levels"
		if p.reachable()[len(p.reachable())-1] == confidenceField {
			tab = "Tab confidence"
		}
		hints = []string{"Enter next", tab, "PgUp back", "Ctrl+J new line", "Ctrl+G jump", "Ctrl+R review"}
	case confidenceField:
		hints = []string{"1-3 confidence", "Enter next", "Tab levels", "PgDn next"}
	case reasonList:
		hints = []string{"digit reason", "Enter choose", "Esc back"}
	case reasonOwn:
		hints = []string{"Enter record", "Esc back"}
	}
	return append(hints, "F1 help", "Ctrl+C quit")
}
