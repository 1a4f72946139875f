// Package document is the model of a printed report: what is said, in which
// order and with which meaning, without any layout.
//
// A builder in package reports fills a Document from results; a printer turns
// it into PDF, HTML or Markdown. A printer never computes, sorts or rounds:
// every number arrives as the string that a reader sees. A builder never
// places, colours or measures.
//
// The package imports the standard library only.
package document

import "time"

// Document is one report.
type Document struct {
	Title    string
	Subject  string // one line for the document properties
	Author   string // the program, never a person
	Language string // BCP 47, such as "en"
	Created  time.Time
	Cover    Cover
	Sections []Section
	// Large sets the type as large as lets the document stay on one page, to be
	// read from afar; it is for papers of one page with a brief cover.
	Large   bool
	Running Running
	Guide   Guide
	Missing Missing
	// Attachment is a file that travels inside the report, where the medium
	// allows; nil for none.
	Attachment *Attachment
}

// Missing is what a printer says about characters that it cannot print: OnPage
// at the foot of each page that has some, InAll once at the end. Their number
// takes the place of {count}, the page numbers that of {pages}. A printer that
// can print everything says nothing.
type Missing struct{ OnPage, InAll string }

// Attachment is a file that a report was made from.
type Attachment struct {
	Name        string // file name without a folder
	Type        string // media type, such as "application/yaml"
	Description string
	Data        []byte
}

// Guide holds the words by which a reader moves about. Skip is for media that
// have no pages.
type Guide struct {
	Skip     string // link past the cover to the report
	Contents string // title of the list of sections
	Back     string // link from a section to the first one
}

// Cover is the first page. A brief one is the head of the first page: the first
// section stands below it without a heading of its own, and the others have
// headings without numbers.
type Cover struct {
	Brief    bool
	Logo     *Image // of the institution; nil for none
	Kicker   string // small line above the title
	Title    string
	Subtitle string
	Facts    []Fact
	Notice   string // confidentiality and state, one or two sentences
}

// Image is a picture: an opaque PNG with 8 bits a colour, its size in pixels,
// and what it shows in words.
type Image struct {
	PNG           []byte
	Width, Height int
	Alt           string
}

// Running is what stands on every page after the cover. The printer adds the
// page number: Page is its wording, with {page} and {pages} in place of the
// numbers, such as "Page {page} of {pages}"; empty for the numbers alone.
type Running struct {
	Notice string // a marking such as "Confidential", on the cover too; empty for none
	Start  string // unit; cut where it is too long
	Page   string
	End    string // date and short digest of the result
}

// Fact is a label and its value.
type Fact struct {
	Label string
	Value Text
}

// Section is a numbered part of the report with a heading of level 1.
type Section struct {
	ID      string // target of links; unique in the document
	Title   string
	NewPage bool
	OnePage bool // stands alone on one page, set more closely where it must be
	Blocks  []Block
}

// Block is one of Heading, Paragraph, List, Facts, Table, Figure, Callout and
// Columns.
type Block interface{ block() }

// Text is a line of text made of spans. A span is never a fragment of a
// translatable sentence: it is emphasis or a link inside a whole one.
type Text []Span

// Span is a stretch of text of one look.
type Span struct {
	Text   string
	Strong bool
	Link   string // ID of a Section, Heading or Row; empty for none
}

// Plain makes a Text of one plain span.
func Plain(s string) Text { return Text{{Text: s}} }

// Strong makes a Text of one emphasised span.
func Strong(s string) Text { return Text{{Text: s, Strong: true}} }

// Linked makes a Text of one span that leads to the part with the given ID.
func Linked(s, id string) Text { return Text{{Text: s, Link: id}} }

// String returns the text without its looks.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].Text
	}
	var s string
	for _, sp := range t {
		s += sp.Text
	}
	return s
}

// Heading is a heading inside a section, of level 2 or 3.
type Heading struct {
	Level int
	ID    string // may be empty
	Text  string
}

// Role is the part that a paragraph, a cell line or a callout plays.
type Role int

// The roles. Lead is the one finding of a page; Small is for notes, sources
// and evidence; Quote is what a participant wrote.
const (
	Body Role = iota
	Lead
	Small
	Quote
	Strongly // a line that stands out inside a cell
)

// Paragraph is running text.
type Paragraph struct {
	Role Role
	Text Text
}

// List is a bulleted or numbered list. Its Role is Body or, for a compact list,
// Small.
type List struct {
	Role    Role
	Ordered bool
	Items   []Text
}

// Facts is a list of labels and values.
type Facts struct{ Items []Fact }

// Callout is a boxed remark that a reader must not miss.
type Callout struct {
	Title string
	Lines []Text
}

// Columns sets two groups of blocks side by side where the medium allows.
type Columns struct{ Start, End []Block }

// Align says where the text of a column stands. Start and End follow the
// direction of the language.
type Align int

// The alignments. Decimal lines numbers up on the decimal sign.
const (
	AlignStart Align = iota
	AlignEnd
	AlignCenter
	AlignDecimal
)

// Table is a table with one header row.
type Table struct {
	Caption string // also the accessible name; may be empty
	Columns []Column
	Rows    []Row
	Note    string // small line below, such as the rounding note
}

// Column is a table column. Width is a share: the printer divides the line
// among the columns in proportion.
type Column struct {
	Title     string
	Align     Align
	Width     float64
	RowHeader bool // its cells name their row
}

// Row is a table row.
type Row struct {
	ID    string // target of links; may be empty
	Group bool   // a heading inside the table that spans all columns; Cells has one cell
	Cells []Cell
}

// Cell is a table cell: one or more lines of text.
type Cell struct {
	Lines []CellLine
	Shade Shade
}

// CellLine is one paragraph of a cell.
type CellLine struct {
	Role Role
	Text Text
}

// Shade places a cell on the ramp of levels: Step of Of, 1-based. The zero
// value is no shade. The number itself always stands in the cell too.
type Shade struct{ Step, Of int }

// CellOf makes a cell of one plain line.
func CellOf(s string) Cell { return Cell{Lines: []CellLine{{Text: Plain(s)}}} }

// Figure is a chart with its caption. Alt states what the chart shows, in
// words, so that nothing is lost to a reader who does not see it.
type Figure struct {
	Caption string
	Alt     string
	Chart   Chart
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Facts) block()     {}
func (Table) block()     {}
func (Figure) block()    {}
func (Callout) block()   {}
func (Columns) block()   {}
