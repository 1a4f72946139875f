package reports

import (
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/reports/document"
)

// Gap builds the gap report of one assessment: where the unit stands, where it
// wants to be, and what to do first. A part without data is left out.
func Gap(in Input) document.Document {
	in = in.redacted()
	b := newGapBuilder(in)
	a := in.Assessment
	d := document.Document{
		Title:    fmt.Sprintf("Capability gap report: %s", a.Subject.Name),
		Subject:  a.Asked.Title,
		Author:   in.Program,
		Language: b.language(),
		Created:  in.Created,
		Cover:    b.cover(),
		Running: document.Running{
			// The date stands apart from the name: a long name is cut.
			Start:  a.Subject.Name,
			Page:   pageOf,
			End:    commas(nonEmpty(day(a.Session.Date), shortDigest(in.Digest))),
			Notice: in.Options.Confidential,
		},
		Guide:      document.Guide{Skip: "Go to the report", Contents: "Contents", Back: "Back to the summary"},
		Missing:    document.Missing{OnPage: missingOnPage, InAll: missingInAll},
		Attachment: in.Attach.attachment(),
	}
	if in.Options.SummaryOnly {
		d.Cover = b.briefCover()
		d.Sections = []document.Section{b.brief()}
		return d
	}
	d.Sections = append(d.Sections, b.summary(), b.reading(), b.profile())
	for i := range b.card.Dimensions {
		if b.card.Dimensions[i].Asked > 0 && b.hasSections() {
			d.Sections = append(d.Sections, b.dimension(&b.card.Dimensions[i]))
		}
	}
	for _, s := range []document.Section{b.differences(), b.priorities(), b.plan(), b.crossCutting(), b.change(), b.published(),
		b.openQuestions(), b.allAnswers(), b.method(), b.glossary()} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

// gapBuilder holds what every part of the report needs, computed once.
type gapBuilder struct {
	Input
	a           *assessment.Assessment
	card        *assessment.Scorecard
	gaps        []assessment.Gap
	sensitivity assessment.Sensitivity
	statements  []line
	byID        map[assessment.StatementID]*line
	titles      map[assessment.DimensionID]string
	decisions   decisions
}

// line is one asked statement with its answer, and with its text in the
// questionnaire where that is at hand.
type line struct {
	asked   *assessment.AskedStatement
	element string
	dim     assessment.DimensionID
	answer  assessment.Answer
	full    *questionnaires.Statement
}

func newGapBuilder(in Input) *gapBuilder {
	a := in.Assessment
	b := &gapBuilder{Input: in, a: a, card: a.Score(), gaps: a.Gaps(), sensitivity: a.Sensitivity(),
		byID: map[assessment.StatementID]*line{}, titles: map[assessment.DimensionID]string{}}
	full := map[assessment.StatementID]*questionnaires.Statement{}
	if in.Questionnaire != nil {
		for s := range in.Questionnaire.Statements() {
			full[s.ID] = s
		}
	}
	for _, d := range a.Asked.Dimensions {
		b.titles[d.ID] = d.Title
	}
	for st, place := range a.Asked.Statements() {
		d := &a.Asked.Dimensions[place.Dimension]
		b.statements = append(b.statements, line{asked: st, element: d.Elements[place.Element].Title, dim: d.ID,
			answer: a.Answer(st.ID), full: full[st.ID]})
	}
	for i := range b.statements {
		b.byID[b.statements[i].asked.ID] = &b.statements[i]
	}
	b.decisions = decisionsOf(b.statements)
	return b
}

func (b *gapBuilder) language() string {
	if l := b.a.Questionnaire.Language; l != "" {
		return l
	}
	return "en"
}

// hasSections reports whether the dimensions have sections of their own: where no
// statement has a level, these would be empty.
func (b *gapBuilder) hasSections() bool { return b.card.All.Answered > 0 }

// shortDigest is enough of a digest to tell two files apart.
func shortDigest(digest string) string {
	const digits = 12
	return digest[:min(digits, len(digest))]
}

func (b *gapBuilder) target(l *line) assessment.Level {
	level, _ := b.a.TargetOf(l.asked.ID, l.dim)
	return level
}

// anchor returns the anchor of a level of a statement, or "" when the
// questionnaire is not at hand.
func (b *gapBuilder) anchor(l *line, level assessment.Level) string {
	if l.full == nil {
		return ""
	}
	return b.Questionnaire.Fill(l.full.Anchors[level], b.a.Subject.Kind)
}

// nextStep returns the questionnaire's action that leads from the present level
// to the next, or nil.
func (b *gapBuilder) nextStep(l *line, from assessment.Level) *questionnaires.NextStep {
	if l.full == nil {
		return nil
	}
	for i := range l.full.NextSteps {
		if l.full.NextSteps[i].From == from {
			return &l.full.NextSteps[i]
		}
	}
	return nil
}

// stepWho returns who would begin a step, how long it takes, and its cost.
func stepWho(s *questionnaires.NextStep) string {
	var parts []string
	if s.Owner != "" {
		parts = append(parts, fmt.Sprintf("possible owner: %s", s.Owner))
	}
	switch {
	case s.Months == 1:
		parts = append(parts, "about 1 month")
	case s.Months > 1:
		parts = append(parts, fmt.Sprintf("about %d months", s.Months))
	}
	if s.Cost != "" {
		parts = append(parts, fmt.Sprintf("%s cost", s.Cost))
	}
	return strings.Join(parts, "; ")
}

func (b *gapBuilder) shade(level int) document.Shade {
	return document.Shade{Step: level, Of: int(b.a.Asked.Levels())}
}

// scoreCell is a level in its shade, or a dash where it is not shown.
func (b *gapBuilder) scoreCell(s *assessment.Score) document.Cell {
	c := document.CellOf(levelText(s))
	if s.Shown() {
		c.Shade = b.shade(s.LevelShown().Whole())
	}
	return c
}

func (b *gapBuilder) axis() document.Axis {
	ax := document.Axis{Max: int(b.a.Asked.Levels())}
	for _, l := range b.a.Asked.Scale {
		ax.Names = append(ax.Names, l.Name)
	}
	return ax
}

// sectionID and statementID are the targets of links.
func sectionID(d assessment.DimensionID) string   { return "dimension-" + string(d) }
func statementID(s assessment.StatementID) string { return "statement-" + string(s) }

// withoutLastColumn takes out a column that would be empty in every row.
// withoutEmptyColumns leaves out the columns that have nothing in any row.
func withoutEmptyColumns(t document.Table) document.Table {
	full := make([]bool, len(t.Columns))
	for i := range t.Columns {
		full[i] = t.Columns[i].RowHeader || slices.ContainsFunc(t.Rows, func(r document.Row) bool {
			return !r.Group && i < len(r.Cells) && slices.ContainsFunc(r.Cells[i].Lines, func(l document.CellLine) bool { return l.Text.String() != "" })
		})
	}
	var columns []document.Column
	for i, c := range t.Columns {
		if full[i] {
			columns = append(columns, c)
		}
	}
	for r := range t.Rows {
		if t.Rows[r].Group {
			continue
		}
		var cells []document.Cell
		for i, c := range t.Rows[r].Cells {
			if full[i] {
				cells = append(cells, c)
			}
		}
		t.Rows[r].Cells = cells
	}
	t.Columns = columns
	return t
}

func withoutLastColumn(t document.Table) document.Table {
	t.Columns = t.Columns[:len(t.Columns)-1]
	for i := range t.Rows {
		t.Rows[i].Cells = t.Rows[i].Cells[:len(t.Columns)]
	}
	return t
}

func paragraph(role document.Role, format string, args ...any) document.Paragraph {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	return document.Paragraph{Role: role, Text: document.Plain(format)}
}

func cellLine(role document.Role, text string) document.CellLine {
	return document.CellLine{Role: role, Text: document.Plain(text)}
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
