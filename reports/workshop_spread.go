package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/reports/document"
)

// SpreadInput is what a spread is made from.
type SpreadInput struct {
	Workshop *workshop.Workshop
	Unit     string           // the name of the unit, or the letter in its place
	Spread   *workshop.Spread // as it may be shown; see workshop.Spread.ForPaper
	Scale    []assessment.LevelName
	// Room: for people in the room alone. Nothing is hidden, and the paper says
	// so.
	Room            bool
	Minutes         int  // for the whole agenda
	ByQuestionnaire bool // the statements in the order of the questionnaire, not of the agenda
	Redact          bool // without place and facilitator
	Created         time.Time
	Program         string
}

// mostOnAgenda is how many statements the agenda has room for on one page.
const mostOnAgenda = 13

// Spread builds the paper of the second pass of one unit: the agenda on one
// page, most divided first with minutes allotted, then what was said about every
// statement as strips of dots. Nobody is named.
func Spread(in SpreadInput) document.Document {
	b := spreadBuilder{in, in.Spread.Agenda()}
	w := in.Workshop
	d := document.Document{
		Title: fmt.Sprintf("Where answers differ: %s", in.Unit), Subject: fmt.Sprintf("%s (%s)", w.Title, WorkshopIdentity(w)),
		Author: in.Program, Language: "en", Created: in.Created,
		Cover:   document.Cover{Brief: true, Kicker: w.Title, Title: in.Unit, Subtitle: "Where answers differ: agenda of the second pass", Facts: b.facts()},
		Running: document.Running{Start: in.Unit, Page: pageOf, End: day(w.Date)},
		Guide:   document.Guide{Skip: "Go to the agenda", Contents: "Contents"},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll},
	}
	if in.Room {
		d.Running.Notice = "For the people in the room only"
	}
	for _, s := range []document.Section{b.agendaSection(), b.strips(), b.kinds(), b.findOut()} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

// WorkshopIdentity names a workshop in the properties of its papers, so that a
// later paper knows its predecessor.
func WorkshopIdentity(w *workshop.Workshop) string { return "workshop " + w.ID }

type spreadBuilder struct {
	SpreadInput
	agenda []*workshop.StatementSpread
}

func (b *spreadBuilder) facts() []document.Fact {
	var facts []document.Fact
	add := func(label, value string) {
		if value != "" {
			facts = append(facts, document.Fact{Label: label, Value: document.Plain(value)})
		}
	}
	w := b.Workshop
	add("Date", w.Date)
	if !b.Redact {
		add("Place", w.Place)
		add("Facilitator", w.Facilitator)
	}
	add("Round", w.Round)
	add("Sheets", fmt.Sprint(b.Spread.Sheets))
	return facts
}

func (b *spreadBuilder) agendaSection() document.Section {
	s := document.Section{ID: "agenda", Title: "Agenda"}
	s.Blocks = append(s.Blocks, paragraph(document.Lead, "%s", b.lead()))
	t := document.Table{Columns: []document.Column{{Title: "Statement", Width: 7.4, RowHeader: true}, {Title: "Answers", Width: 2.6},
		{Title: "Median", Width: 1.2, Align: document.AlignDecimal}, {Title: "Minutes", Width: 1.3, Align: document.AlignEnd}}}
	var later, few, consensus []string
	for _, it := range workshop.Allot(b.agenda, b.Minutes) {
		id := string(it.Statement)
		switch {
		case it.ToTalkAbout() && it.InTime && len(t.Rows) < mostOnAgenda:
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{statementCell(it.StatementSpread), document.CellOf(shortAnswers(it.StatementSpread)),
				document.CellOf(it.Median().String()), document.CellOf(fmt.Sprint(it.Minutes))}})
		case it.ToTalkAbout():
			later = append(later, id)
		case it.Concluded() == assessment.TooFew:
			few = append(few, id)
		case it.Concluded() == assessment.Consensus:
			consensus = append(consensus, id)
		}
	}
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	}
	for _, l := range []struct{ title, ids string }{
		{"If time remains", commas(later)},
		{"Too few answers to conclude anything; look at them together", commas(few)},
		{"Consensus; take the median together, unless somebody objects", commas(consensus)},
	} {
		if l.ids != "" {
			s.Blocks = append(s.Blocks, document.Paragraph{Role: document.Small, Text: document.Text{{Text: l.title + ": ", Strong: true}, {Text: l.ids}}})
		}
	}
	s.Blocks = append(s.Blocks, paragraph(document.Small, "%s", b.rules()))
	return s
}

// lead says in a sentence what the agenda is about.
func (b *spreadBuilder) lead() string {
	sp := b.Spread
	discuss := sp.Count(assessment.Discuss)
	switch {
	case sp.Sheets == 0:
		return "No sheet has been delivered yet."
	case discuss > 0:
		return fmt.Sprintf("To discuss: %d of %d statements, in %d minutes.", discuss, len(sp.Statements), b.Minutes)
	case sp.Count(assessment.Consensus) == 0:
		return "Too few answers to say where people differ. Look at the answers together."
	}
	return "Nothing to discuss: where enough people answered, they agree."
}

// rules says how the page came about.
func (b *spreadBuilder) rules() string {
	parts := []string{"Consensus: at least 75 % of the answers within one level of the median, an interquartile range of at most 1, a range of at most 2 (1 with fewer than five answers), and nobody says that the statement does not apply.",
		"The most divided statements come first."}
	if b.Room {
		parts = append(parts, "Answers of one or two people are shown: this paper stays in the room.")
	} else {
		parts = append(parts, "Answers of fewer than three people are not shown.")
	}
	if n := b.Spread.Foreign; n > 0 {
		parts = append(parts, fmt.Sprintf("Answers to statements that the workshop does not ask, and that are not counted: %d.", n))
	}
	return strings.Join(parts, " ")
}

// statementCell is the id and the text of a statement.
func statementCell(s *workshop.StatementSpread) document.Cell {
	return document.Cell{Lines: []document.CellLine{{Text: document.Text{{Text: string(s.Statement), Strong: true}, {Text: " " + s.Text}}}}}
}

// mostListed is how many answers are listed one by one; more are counted.
const mostListed = 12

// shortAnswers are the answers themselves, in order, such as "1 2 2 3; n/a 1".
func shortAnswers(s *workshop.StatementSpread) string {
	if s.Hidden() || s.N() == 0 || s.N() > mostListed {
		return answersText(s)
	}
	var levels []string
	for i, n := range s.Levels {
		levels = append(levels, slices.Repeat([]string{strconv.Itoa(i + 1)}, n)...)
	}
	return semicolons(append([]string{strings.Join(levels, " ")}, offScale(s)...))
}

// offScale counts the answers beside the levels.
func offScale(s *workshop.StatementSpread) []string {
	var parts []string
	if s.Unknown > 0 {
		parts = append(parts, fmt.Sprintf("don't know %d", s.Unknown))
	}
	if s.NotApplicable > 0 {
		parts = append(parts, fmt.Sprintf("n/a %d", s.NotApplicable))
	}
	return parts
}

// answersText counts the answers of each kind, such as "level 2: 3, level 4: 1,
// don't know: 2".
func answersText(s *workshop.StatementSpread) string {
	if !s.Hidden() {
		return distributionText(&s.Distribution)
	}
	return "fewer than three answers, not shown"
}

func distributionText(d *assessment.Distribution) string {
	var parts []string
	for i, n := range d.Levels {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("level %d: %d", i+1, n))
		}
	}
	for _, o := range []struct {
		word string
		n    int
	}{{wordUnknown, d.Unknown}, {wordNotApplicable, d.NotApplicable}, {wordUnanswered, d.Unanswered}} {
		if o.n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", o.word, o.n))
		}
	}
	if len(parts) == 0 {
		return wordNone
	}
	return strings.Join(parts, ", ")
}

// strips is what was said about every statement.
func (b *spreadBuilder) strips() document.Section {
	s := document.Section{ID: "statements", Title: "What was said about every statement", NewPage: true}
	if !slices.ContainsFunc(b.Spread.Statements, func(st workshop.StatementSpread) bool { return st.N() > 0 }) {
		return s // all answers are hidden, or there are none
	}
	axis := document.Axis{Max: len(b.Scale)}
	for _, l := range b.Scale {
		axis.Names = append(axis.Names, l.Name)
	}
	most := 0
	for i := range b.Spread.Statements {
		most = max(most, b.Spread.Statements[i].N())
	}
	each := (most + mostDots - 1) / mostDots // answers for one dot
	dot := "one answer"
	if each > 1 {
		dot = fmt.Sprintf("up to %d answers", each)
	}
	chart := func(caption string, rows []*workshop.StatementSpread) {
		strips := document.Strips{Axis: axis, Key: document.StripKey{Dot: dot, Median: "median", Half: "middle half of the answers"}}
		var alt []string
		for _, st := range rows {
			strips.Rows = append(strips.Rows, stripRow(st, max(each, 1)))
			alt = append(alt, fmt.Sprintf("%s: %s, %s.", st.Statement, answersText(st), st.Concluded()))
		}
		if len(rows) > 0 {
			s.Blocks = append(s.Blocks, document.Figure{Caption: caption, Alt: strings.Join(alt, " "), Chart: strips})
		}
	}
	if !b.ByQuestionnaire {
		chart("In the order of the agenda", b.agenda)
		return s
	}
	var rows []*workshop.StatementSpread
	for i := range b.Spread.Statements {
		st := &b.Spread.Statements[i]
		if len(rows) > 0 && rows[0].Dimension != st.Dimension {
			chart(rows[0].DimensionTitle, rows)
			rows = nil
		}
		rows = append(rows, st)
	}
	if len(rows) > 0 {
		chart(rows[0].DimensionTitle, rows)
	}
	return s
}

// mostDots is how many dots a strip has room for. With more answers, a dot stands
// for several.
const mostDots = 40

// stripRow is the strip of a statement, with one dot for each so many answers.
func stripRow(st *workshop.StatementSpread, each int) document.StripRow {
	r := document.StripRow{Label: fmt.Sprintf("%s %s", st.Statement, st.Text), Text: sideText(st)}
	for i, n := range st.Levels {
		if n > 0 {
			r.Dots = append(r.Dots, document.Dots{At: float64(i + 1), Count: (n + each - 1) / each})
		}
	}
	if len(r.Dots) == 0 {
		r.Note = answersText(st)
		return r
	}
	low, up := st.Quartiles()
	r.HasHalf, r.Low, r.Median, r.High = true, low.Float(), st.Median().Float(), up.Float()
	return r
}

// sideText stands beside a strip: the median, the conclusion, and answers off
// the scale.
func sideText(st *workshop.StatementSpread) string {
	var parts []string
	if st.N() > 0 {
		parts = append(parts, fmt.Sprintf("median %s", st.Median()))
	}
	return semicolons(append(append(parts, st.Concluded().String()), offScale(st)...))
}

// kinds is where kinds of respondents see a statement differently.
func (b *spreadBuilder) kinds() document.Section {
	s := document.Section{ID: "kinds", Title: "Where kinds of respondents differ"}
	all := b.Spread.Perceptions()
	if len(all) == 0 || b.Redact {
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: "Statement", Width: 5, RowHeader: true}, {Title: "Lower", Width: 2.4}, {Title: "Higher", Width: 2.4}, {Title: "Conclusion", Width: 1.8}}}
	for _, p := range all {
		word := "may differ"
		if p.Sure {
			word = "perception gap"
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{statementCell(p.Statement), document.CellOf(kindText(p.Low)), document.CellOf(kindText(p.High)), document.CellOf(word)}})
	}
	s.Blocks = append(s.Blocks, paragraph(document.Body, "A perception gap: each kind has five or more answers, and the middle halves of their answers do not overlap. May differ: three or four answers each, and medians a level or more apart."), t)
	return s
}

func kindText(k *workshop.KindSpread) string {
	low, up := k.Quartiles()
	return fmt.Sprintf("%s: median %s, middle half %s to %s, %d answers", k.Kind, k.Median(), low, up, k.N())
}

// findOut lists what nobody could answer.
func (b *spreadBuilder) findOut() document.Section {
	s := document.Section{ID: "find-out", Title: "To find out: no answer with a level"}
	var l document.List
	for _, st := range b.agenda {
		if b.Spread.Sheets > 0 && st.Concluded() == assessment.FindOut {
			l.Items = append(l.Items, document.Text{{Text: string(st.Statement), Strong: true}, {Text: fmt.Sprintf(" %s (%s)", st.Text, answersText(st))}})
		}
	}
	if len(l.Items) > 0 {
		s.Blocks = append(s.Blocks, l)
	}
	return s
}
