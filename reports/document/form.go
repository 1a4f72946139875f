package document

import "time"

// Form is a questionnaire to be filled in by hand. It is made for paper only.
type Form struct {
	Title    string
	Subject  string // one line for the document properties
	Author   string // the program, never a person
	Language string // BCP 47, such as "en"
	Created  time.Time

	Kicker   string  // one line; its room is kept where it is empty
	Subtitle string  // one line
	Blanks   []Blank // what the person writes on the first page
	Guide    []Block // how to fill it in
	Parts    []FormPart

	Loose    string   // what the person writes at the head of every page, should they come apart; empty for nothing
	Running  Running  // End is not used: the code stands there
	CodeName string   // what stands before the code of a page
	Codes    []string // one for each page; may be missing while the pages are counted
}

// FormPart is a numbered part of a form.
type FormPart struct {
	ID        string
	Title     string
	Here      bool // begins below what stands before, without a heading
	Opening   string
	Questions []Question
}

// Question is one statement with a box for every answer to it.
type Question struct {
	ID      string
	Text    string
	Choices []Choice // the levels
	Others  []Choice // answers outside the scale
	// ReasonLabel stands before the box for the number of one of the Reasons for
	// the last of Others.
	ReasonLabel string
	Reasons     []Choice
	Blank       string // label of the lines to write on
	NoLines     bool   // there is nothing to write
}

// Blank is a line to write on. With a Value it is filled in already.
type Blank struct{ Label, Value string }

// Choice is a box with the digit by which it is keyed in.
type Choice struct{ Key, Name, Text string }
