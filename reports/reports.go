// Package reports says what is said about an assessment: builders turn results
// into a document, printers turn the document into PDF, HTML, Markdown or
// text.
//
// A builder never draws; a printer never computes or sorts. Every number comes
// from package assessment.
package reports

import (
	"fmt"
	"io"
	"time"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/reports/document"
	"dgca/reports/internal/html"
	"dgca/reports/internal/markdown"
	"dgca/reports/internal/pdf"
	"dgca/reports/internal/text"
)

// Input is what a report is made from.
type Input struct {
	Assessment *assessment.Assessment
	// Questionnaire is the one that the assessment was made with, or nil when
	// it is not at hand. Without it a report knows what was asked from the
	// snapshot, but has no anchors, help and next steps.
	Questionnaire *questionnaires.Questionnaire
	Created       time.Time // when the report is made
	Program       string    // name and version of the program
	Digest        string    // SHA-256 of the result file in hexadecimal
	Options       GapOptions
	// Attach is the result file when it is to travel inside the report, or nil.
	Attach *ResultFile
}

// ResultFile is a result file as it stands on the disk.
type ResultFile struct {
	Name string // without a folder
	Data []byte
}

// attachment is what the report says about the result file inside it.
func (f *ResultFile) attachment() *document.Attachment {
	if f == nil {
		return nil
	}
	return &document.Attachment{Name: f.Name, Type: "application/yaml", Description: attachedResult, Data: f.Data}
}

// Formats are the formats of a report, by their endings. The first is the
// usual one.
var Formats = []string{"pdf", "html", "md"}

// Write prints a document in one of the Formats.
func Write(w io.Writer, format string, d document.Document) error {
	switch format {
	case "pdf":
		return WritePDF(w, d)
	case "html":
		return WriteHTML(w, d)
	case "md":
		return WriteMarkdown(w, d)
	}
	return fmt.Errorf("there is no format %q of a report", format)
}

// WritePDF prints a document as PDF.
func WritePDF(w io.Writer, d document.Document) error { return pdf.Write(w, d) }

// WriteHTML prints a document as one HTML file that needs nothing else.
func WriteHTML(w io.Writer, d document.Document) error { return html.Write(w, d, pdf.Measure) }

// WriteMarkdown prints a document as GitHub Flavored Markdown.
func WriteMarkdown(w io.Writer, d document.Document) error { return markdown.Write(w, d) }

// TextOptions says how wide a terminal is and whether it can show bold.
type TextOptions = text.Options

// WriteText prints a document for a terminal or a pipe.
func WriteText(w io.Writer, d document.Document, o TextOptions) error { return text.Write(w, d, o) }
