package reports

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/questionnaires"
	"dgca/reports/document"
	"dgca/reports/internal/pdf"
)

// FormInput is what a blank questionnaire on paper is made from.
type FormInput struct {
	Questionnaire *questionnaires.Questionnaire
	Form          paper.Form
	Event         string // title of a workshop; may be empty
	Unit          string // name of the unit, printed on the first page; may be empty
	Created       time.Time
	Program       string
}

// WriteForm prints the blank questionnaire as PDF.
func WriteForm(w io.Writer, in FormInput) error {
	f := newForm(in)
	pages, err := pdf.FormPages(f)
	if err != nil {
		return err
	}
	if len(pages) > paper.MaxPages {
		return fmt.Errorf("the form has %d pages; %d are possible", len(pages), paper.MaxPages)
	}
	number := in.Form.Number(in.Questionnaire)
	for i := range pages {
		f.Codes = append(f.Codes, paper.PageCode{Form: number, Page: i + 1}.String())
	}
	_, err = pdf.WriteForm(w, f)
	return err
}

// FormPages returns the statements on each page of the form as WriteForm prints
// it, so that sheets are keyed in page by page.
func FormPages(in FormInput) ([][]assessment.StatementID, error) {
	pages, err := pdf.FormPages(newForm(in))
	if err != nil {
		return nil, err
	}
	out := make([][]assessment.StatementID, len(pages))
	for i, ids := range pages {
		for _, id := range ids {
			out[i] = append(out[i], assessment.StatementID(id))
		}
	}
	return out, nil
}

func newForm(in FormInput) document.Form {
	q := in.Questionnaire
	version := fmt.Sprintf("%s %s", q.Title, q.Version)
	f := document.Form{
		Title: q.Title, Subject: version, Author: in.Program, Language: q.Language, Created: in.Created,
		Kicker:   in.Event,
		Subtitle: formScope(q, in.Form),
		Blanks:   []document.Blank{{Label: foAlias}, {Label: foUnit, Value: in.Unit}, {Label: foRole}, {Label: foDate}},
		Guide:    formGuide(q),
		Loose:    foLoose,
		Running:  document.Running{Start: version, Page: pageOf},
		CodeName: foCode,
	}
	asked := assessment.Take(q, in.Form.Kind, in.Form.Scope)
	for _, d := range asked.Dimensions {
		full := q.Dimension(d.ID)
		part := document.FormPart{ID: sectionID(d.ID), Title: d.Title, Opening: full.Opening}
		for _, el := range d.Elements {
			for _, st := range el.Statements {
				part.Questions = append(part.Questions, formQuestion(q, q.Statement(st.ID), in.Form.Kind))
			}
		}
		if len(part.Questions) > 0 {
			f.Parts = append(f.Parts, part)
		}
	}
	return f
}

func formScope(q *questionnaires.Questionnaire, form paper.Form) string {
	n := 0
	s := assessment.Take(q, form.Kind, form.Scope)
	for range s.Statements() {
		n++
	}
	kind := string(form.Kind)
	for _, u := range q.Units {
		if u.Kind == form.Kind {
			kind = u.Name
		}
	}
	return fmt.Sprintf(foScope, n, kind)
}

func formGuide(q *questionnaires.Questionnaire) []document.Block {
	k := int(q.Levels())
	how := []string{
		fmt.Sprintf(foMarkOne, k), foUnknown, foNotApplicable,
		fmt.Sprintf(foEvidenceRule, q.EvidenceFrom), foChange, foPrivate,
	}
	list := document.List{Role: document.Small}
	for _, h := range how {
		list.Items = append(list.Items, document.Plain(h))
	}
	scale := document.Table{Caption: foScale, Columns: []document.Column{
		{Title: foLevel, Width: 6, RowHeader: true, Align: document.AlignCenter}, {Title: foName, Width: 20}, {Title: foMeaning, Width: 60}}}
	for _, l := range q.Scale {
		scale.Rows = append(scale.Rows, document.Row{Cells: []document.Cell{
			document.CellOf(strconv.Itoa(int(l.Level))), document.CellOf(l.Name), document.CellOf(l.Meaning)}})
	}
	blocks := []document.Block{document.Heading{Level: 2, Text: foHow}, list, scale}
	if len(q.ReadingRules) > 0 {
		rules := document.List{Role: document.Small}
		for _, r := range q.ReadingRules {
			rules.Items = append(rules.Items, document.Plain(r))
		}
		blocks = append(blocks, document.Heading{Level: 3, Text: foRules}, rules)
	}
	return blocks
}

func formQuestion(q *questionnaires.Questionnaire, st *questionnaires.Statement, kind assessment.UnitKind) document.Question {
	out := document.Question{ID: string(st.ID), Text: q.Text(st, kind), ReasonLabel: foReason, Blank: foEvidence}
	for _, l := range q.Scale {
		out.Choices = append(out.Choices, document.Choice{Key: strconv.Itoa(int(l.Level)), Name: l.Name, Text: q.Fill(st.Anchors[l.Level], kind)})
	}
	out.Others = []document.Choice{
		{Key: strconv.Itoa(paper.UnknownKey), Name: q.OtherAnswers.Unknown.Name},
		{Key: strconv.Itoa(paper.NotApplicableKey), Name: q.OtherAnswers.NotApplicable.Name},
	}
	for i, r := range paper.Reasons(st) {
		out.Reasons = append(out.Reasons, document.Choice{Key: strconv.Itoa(i + 1), Text: r})
	}
	return out
}

// The words of the form.
const (
	foAlias    = "Alias (a short name or number, not your name)"
	foUnit     = "Unit (government, institution or organisation)"
	foRole     = "Role in the unit"
	foDate     = "Date"
	foLoose    = "Alias"
	foCode     = "Page code"
	foScope    = "Statements: %d. Worded for: %s."
	foHow      = "How to fill it in"
	foScale    = "The levels"
	foLevel    = "Level"
	foName     = "Name"
	foMeaning  = "Meaning"
	foRules    = "Rules for a good answer"
	foEvidence = "Evidence, or the reason for 9"
	foReason   = "Number of the reason:"

	foMarkOne       = "Mark one box for each statement. Boxes 1 to %d are the levels: choose the highest one of which everything is true."
	foUnknown       = "Mark 0, don't know, when you cannot tell. It is an answer, and better than a guess."
	foNotApplicable = "Mark 9, not applicable, only outside the mandate of your unit. Write the number of the reason, or a reason."
	foEvidenceRule  = "From level %d on, write which document or data shows it."
	foChange        = "To change an answer, cross it out and draw a circle around the right box."
	foPrivate       = "Do not write your name. Write your alias at the head of every page, so that the pages stay together."
)
