package reports

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/reports/document"
)

// FeedbackInput is what the summary of the participants' feedback is made from.
type FeedbackInput struct {
	Workshop *workshop.Workshop
	Title    string                   // of the questionnaire
	Summary  workshop.FeedbackSummary // as it may be shown; see its ForPaper
	// Remarks are what sheets say about the statements, as they may be shown.
	Remarks []workshop.QuestionRemarks
	Titles  map[assessment.DimensionID]string // of the dimensions of the remarks
	Redact  bool                              // without what people wrote
	Created time.Time
	Program string
}

// Feedback builds the summary: for every question the number and share of each
// answer, and never a mean of words; what people wrote stands in alphabetical
// order, so that it does not tell whose it is.
func Feedback(in FeedbackInput) document.Document {
	w := in.Workshop
	d := document.Document{Title: feTitle, Subject: fmt.Sprintf("%s (%s)", w.Title, WorkshopIdentity(w)), Author: in.Program, Language: "en", Created: in.Created,
		Cover: document.Cover{Brief: true, Kicker: w.Title, Title: feTitle, Subtitle: in.Title,
			Facts: []document.Fact{{Label: paDate, Value: document.Plain(w.Date)}, {Label: feForms, Value: document.Plain(strconv.Itoa(in.Summary.Forms))},
				{Label: fePresent, Value: document.Plain(strconv.Itoa(len(w.Present())))}}},
		Running: document.Running{Start: w.Title, Page: pageOf, End: day(w.Date)},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll}}
	s := document.Section{ID: "questions", Title: feQuestions}
	if in.Summary.Forms == 0 {
		s.Blocks = append(s.Blocks, paragraph(document.Body, feNone))
	} else {
		s.Blocks = append(s.Blocks, in.scale(workshop.Satisfaction)...)
		s.Blocks = append(s.Blocks, in.scale(workshop.Rating)...)
		s.Blocks = append(s.Blocks, in.open()...)
		s.Blocks = append(s.Blocks, paragraph(document.Small, feNote))
	}
	d.Sections = []document.Section{s}
	if r := in.remarks(); len(r.Blocks) > 0 {
		d.Sections = append(d.Sections, r)
	}
	return d
}

// remarks is what the sheets say about the statements, for those who write them.
func (in *FeedbackInput) remarks() document.Section {
	s := document.Section{ID: "remarks", Title: feRemarks}
	for _, r := range in.Remarks {
		s.Blocks = append(s.Blocks, document.Heading{Level: 3, Text: in.Titles[r.Dimension]}, paragraph(document.Small, feSheets, r.Named))
		list := document.List{}
		for _, text := range r.Texts {
			list.Items = append(list.Items, document.Plain(text))
		}
		switch {
		case r.Hidden:
			s.Blocks = append(s.Blocks, paragraph(document.Small, feFewRemarks))
		case !in.Redact:
			s.Blocks = append(s.Blocks, list)
		}
	}
	return s
}

// scale is one table of all questions with the same scale: the number of each
// answer, and its share among those who answered.
func (in *FeedbackInput) scale(kind workshop.QuestionKind) []document.Block {
	t := document.Table{Columns: []document.Column{{Title: feQuestion, Width: 62, RowHeader: true}}}
	words := []string{"1", "2", "3", "4", "5"}
	if kind == workshop.Satisfaction {
		words = workshop.SatisfactionWords()
	}
	for _, word := range words {
		t.Columns = append(t.Columns, document.Column{Title: capital(word), Width: 19, Align: document.AlignEnd})
	}
	t.Columns = append(t.Columns, document.Column{Title: feAnswered, Width: 15, Align: document.AlignEnd})
	for i := range in.Summary.Questions {
		q := &in.Summary.Questions[i]
		if q.Kind != kind {
			continue
		}
		asked := document.Cell{Lines: []document.CellLine{cellLine(document.Body, fmt.Sprintf(feText, q.ID, q.Text))}}
		if kind == workshop.Rating && q.Low != "" && q.High != "" {
			asked.Lines = append(asked.Lines, cellLine(document.Small, fmt.Sprintf(feEnds, q.Low, q.High)))
		}
		row := document.Row{Cells: []document.Cell{asked}}
		for step := range words {
			cell := strconv.Itoa(q.Counts[step])
			if q.Hidden {
				cell = wordNone
			}
			if r := q.Share(step + 1); r != nil {
				cell = fmt.Sprintf(feShare, q.Counts[step], assessment.RoundPercent(r))
			}
			row.Cells = append(row.Cells, document.CellOf(cell))
		}
		t.Rows = append(t.Rows, document.Row{Cells: append(row.Cells, document.CellOf(fmt.Sprintf(feOf, q.Answered, in.Summary.Forms)))})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if slices.ContainsFunc(in.Summary.Questions, func(q workshop.QuestionSummary) bool { return q.Kind == kind && q.Hidden }) {
		t.Note = feHidden
	}
	return []document.Block{t}
}

// open lists what people wrote.
func (in *FeedbackInput) open() []document.Block {
	var blocks []document.Block
	for i := range in.Summary.Questions {
		q := &in.Summary.Questions[i]
		if q.Kind != workshop.Open {
			continue
		}
		blocks = append(blocks, document.Heading{Level: 3, Text: fmt.Sprintf(feText, q.ID, q.Text)}, paragraph(document.Small, fmt.Sprintf(feWrote, q.Answered, in.Summary.Forms)))
		if q.Hidden {
			blocks = append(blocks, paragraph(document.Small, feHidden))
		}
		if in.Redact || len(q.Texts) == 0 {
			continue
		}
		list := document.List{}
		for _, text := range q.Texts {
			list.Items = append(list.Items, document.Plain(text))
		}
		blocks = append(blocks, list)
	}
	return blocks
}

// WriteFeedbackTable writes one row for each answer to each question, with its
// number and share, and one for each text, as csv or csv-semicolon.
func WriteFeedbackTable(w io.Writer, format string, in FeedbackInput) error {
	rows := [][]string{{"question", "kind", "text", "answer", "count", "share_percent", "answered", "forms"}}
	for i := range in.Summary.Questions {
		q := &in.Summary.Questions[i]
		row := func(answer, count, share string) {
			rows = append(rows, []string{string(q.ID), string(q.Kind), q.Text, answer, count, share, strconv.Itoa(q.Answered), strconv.Itoa(in.Summary.Forms)})
		}
		for step, word := range q.Options() {
			count, share := strconv.Itoa(q.Counts[step]), ""
			if q.Hidden {
				count = ""
			}
			if r := q.Share(step + 1); r != nil {
				share = strconv.Itoa(int(assessment.RoundPercent(r)))
			}
			row(word, count, share)
		}
		if q.Kind == workshop.Open && !in.Redact {
			for _, text := range q.Texts {
				row(text, "1", "")
			}
		}
	}
	for _, r := range in.Remarks {
		for _, text := range r.Texts {
			if !in.Redact {
				rows = append(rows, []string{string(r.Dimension), "remark", in.Titles[r.Dimension], text, "", "", strconv.Itoa(r.Named), ""})
			}
		}
	}
	return writeTable(w, format, rows)
}

// The words of the summary of feedback.
const (
	feTitle      = "What participants think of the workshop"
	feForms      = "Forms filled in"
	fePresent    = "Participants"
	feQuestions  = "Answers"
	feQuestion   = "Question"
	feAnswered   = "Answered"
	feText       = "%s. %s"
	feEnds       = "1: %s. 5: %s."
	feShare      = "%d (%s)"
	feOf         = "%d of %d"
	feWrote      = "Answered: %d of %d."
	feHidden     = "Answers of fewer than three people are not shown."
	feRemarks    = "What sheets say about the statements, for those who write them"
	feSheets     = "Sheets with a remark: %d."
	feFewRemarks = "Remarks of fewer than three people are not shown."
	feNone       = "No form is filled in yet."
	feNote       = "Each figure is the number of people who gave the answer, with the share of those who answered the question. No mean is shown: the answers are words in an order. Texts are in alphabetical order."
)
