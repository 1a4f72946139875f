package answersheet

import (
	"strings"
	"unicode/utf8"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/questionnaires/strictyaml"
)

// entry collects the fields of one answer and their faults.
type entry struct {
	sheet        *Sheet
	line, column int
	answer       assessment.Answer
	reasonLine   int
	reasonColumn int
	problems     strictyaml.Problems
}

func (e *entry) add(line, column int, hint, format string, args ...any) {
	e.problems = append(e.problems, e.sheet.problems(line, column, hint, format, args...)...)
}

// set takes one field of the answer.
func (e *entry) set(name, value string, line, column int) {
	switch name {
	case statementName:
		e.answer.Statement = assessment.StatementID(assessment.CleanLine(value))
	case answerName:
		word := strings.ToLower(strings.TrimSpace(value))
		if err := e.answer.Choice.UnmarshalText([]byte(word)); err != nil {
			e.add(line, column, "write a level such as 3, dk for don't know, or na for not applicable", "%q is not an answer", sheet.Shorten(value))
		}
	case reasonName:
		e.answer.Reason = e.text(name, value, line, column)
		e.reasonLine, e.reasonColumn = line, column
	case confidenceName:
		c := assessment.Confidence(strings.ToLower(strings.TrimSpace(value)))
		switch c {
		case "", assessment.LowConfidence, assessment.MediumConfidence, assessment.HighConfidence:
			e.answer.Confidence = c
		default:
			e.add(line, column, "write low, medium or high, or leave it empty", "%q is not a confidence", sheet.Shorten(value))
		}
	case evidenceName:
		e.answer.Evidence = e.text(name, value, line, column)
	case commentName:
		e.answer.Comment = e.text(name, value, line, column)
	}
}

func (e *entry) text(name, value string, line, column int) string {
	text := assessment.CleanText(value)
	if n := utf8.RuneCountInString(text); n > assessment.MaxText {
		e.add(line, column, "shorten it", "the %s has %d characters; %d are possible", name, n, assessment.MaxText)
	}
	return text
}

// finish judges the answer as a whole and keeps it when it has no fault.
func (e *entry) finish() strictyaml.Problems {
	a := &e.answer
	if a.Statement == "" {
		e.add(e.line, e.column, "write the id of the statement, such as LEA-01", "the row does not say which statement it answers")
	}
	if len(e.problems) == 0 {
		switch {
		case a.Choice == assessment.NotApplicable && a.Reason == "":
			e.add(e.line, e.column, "say in the column \"reason\" why the statement is outside the mandate of the unit",
				"%s is not applicable, but the reason is missing", a.Statement)
		case a.Choice != assessment.NotApplicable && a.Reason != "":
			e.add(e.reasonLine, e.reasonColumn, "write it as a comment, or answer na",
				"%s has a reason, but a reason belongs to the answer na only", a.Statement)
		}
	}
	if len(e.problems) == 0 {
		e.sheet.Rows = append(e.sheet.Rows, Row{Answer: *a, Line: e.line, Column: e.column})
	}
	return e.problems
}
