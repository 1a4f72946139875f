package agree

import (
	"fmt"
	"strconv"
	"strings"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/field"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/look"
)

// The keys of the answers outside the scale. A scale has at most 7 levels.
const (
	unknownKey = "0"
	naKey      = "9"
)

func progress(g *workshop.Agreement) string {
	s := g.Standing()
	text := fmt.Sprintf("Agreed: %d of %d. Parked: %d. Open: %d.", s.Agreed, s.Total, s.Parked, s.Open)
	if s.WithoutReason > 0 {
		text += fmt.Sprintf(" A reason is missing: %d.", s.WithoutReason)
	}
	return text
}

func notRecorded(err error) string { return "Not recorded: " + lines.Sentence(err) }

// clean is a text of the questionnaire, worded for the unit and harmless.
func clean(g *workshop.Agreement, text string) string {
	return terminal.CleanLine(g.Questionnaire().Fill(text, g.Assessment().Subject.Kind))
}

// options are the answers to agree on, each with how many people gave it alone.
func options(g *workshop.Agreement) []field.Option {
	q, p := g.Questionnaire(), g.Current()
	var opts []field.Option
	for l := assessment.Level(1); l <= q.Levels(); l++ {
		opts = append(opts, field.Option{Key: strconv.Itoa(int(l)), Name: people(terminal.CleanLine(q.LevelName(l)), p.Levels[l-1]), Text: clean(g, p.Item.Statement.Anchors[l])})
	}
	return append(opts,
		field.Option{Key: unknownKey, Name: people("Don't know", p.Unknown), Text: clean(g, q.OtherAnswers.Unknown.Meaning), Brief: true},
		field.Option{Key: naKey, Name: people("Not applicable", p.NotApplicable), Text: clean(g, q.OtherAnswers.NotApplicable.Meaning), Brief: true})
}

// people puts a mark for each person behind the name of an answer.
func people(name string, n int) string {
	const most = 12
	switch {
	case n == 0:
		return name
	case n > most:
		return fmt.Sprintf("%s [%d]", name, n)
	}
	return name + " [" + strings.Repeat("o", n) + "]"
}

// index is the entry of the options for a choice, or -1.
func index(g *workshop.Agreement, c assessment.Choice) int {
	k := int(g.Questionnaire().Levels())
	switch {
	case c == assessment.Unknown:
		return k
	case c == assessment.NotApplicable:
		return k + 1
	case c > 0 && int(c) <= k:
		return int(c) - 1
	}
	return -1
}

// choiceAt is the reverse of index.
func choiceAt(g *workshop.Agreement, i int) assessment.Choice {
	switch k := int(g.Questionnaire().Levels()); {
	case i == k:
		return assessment.Unknown
	case i > k:
		return assessment.NotApplicable
	}
	return assessment.Choice(i + 1)
}

// said is what people answered alone, in one sentence each: the numbers, and
// what follows from them.
func said(p *workshop.Point) string {
	if p.Sheets() == 0 {
		return "Alone: no sheet answers this statement."
	}
	var parts []string
	for i, n := range p.Levels {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("level %d: %d", i+1, n))
		}
	}
	for _, o := range []struct {
		word string
		n    int
	}{{"don't know", p.Unknown}, {"not applicable", p.NotApplicable}, {"not answered", p.Unanswered}} {
		if o.n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", o.word, o.n))
		}
	}
	return fmt.Sprintf("Alone (%s): %s.", look.Count(p.Sheets(), "sheet", "sheets"), strings.Join(parts, ", "))
}

// conclusion is what follows from the answers.
func conclusion(p *workshop.Point) string {
	if p.N() == 0 {
		return "Nobody gave a level: find out, or agree on what you know now."
	}
	low, up := p.Quartiles()
	return fmt.Sprintf("Median %s, middle half %s to %s: %s.", p.Median(), low, up, p.Concluded())
}

// stateWord says how far a statement has come.
func stateWord(p *workshop.Point) string {
	switch {
	case p.NeedsReason():
		return "reason is missing"
	case p.Answer.Marked && p.Answer.Choice != assessment.Unanswered:
		return "agreed, parked"
	case p.Answer.Marked:
		return "parked"
	case p.Answer.Choice == assessment.Unanswered:
		return "open"
	case p.Answer.Choice > 0:
		return fmt.Sprintf("agreed: %d", p.Answer.Choice)
	}
	return "agreed: " + p.Answer.Choice.String()
}

// reasonLabel says whether a reason is needed; asked: it is being asked for "not
// applicable".
func reasonLabel(p *workshop.Point, asked bool) string {
	switch {
	case asked, p.Answer.Choice == assessment.NotApplicable:
		return "Reason: why not applicable?"
	case p.Differs():
		return "Reason: why another answer than the median?"
	}
	return "Reason (optional)"
}
