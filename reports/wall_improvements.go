package reports

import (
	"fmt"
	"strconv"

	"dgca/assessment/workshop"
	"dgca/reports/document"
)

// improvements is the list of areas of improvement of every dimension, the most
// dots first. Without what people wrote it only counts.
func (in *WallInput) improvements() document.Section {
	s := document.Section{ID: "improvements", Title: imTitle}
	if len(in.Wall.Improvements) == 0 {
		return s
	}
	if in.Redact {
		t := document.Table{Columns: []document.Column{{Title: imDimension, Width: 60, RowHeader: true},
			{Title: imAreas, Width: 20, Align: document.AlignEnd}, {Title: imDots, Width: 12, Align: document.AlignEnd}}}
		for _, id := range in.Workshop.Asked(in.Questionnaire) {
			voted, dots := in.Wall.Voted(id), 0
			for _, v := range voted {
				dots += v.Dots
			}
			if len(voted) > 0 {
				t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(in.Questionnaire.Dimension(id).Title),
					document.CellOf(strconv.Itoa(len(voted))), document.CellOf(strconv.Itoa(dots))}})
			}
		}
		s.Blocks = []document.Block{t}
		return s
	}
	t := document.Table{Columns: []document.Column{{Title: imArea, Width: 64, RowHeader: true}, {Title: imDots, Width: 10, Align: document.AlignEnd},
		{Title: imNamed, Width: 14, Align: document.AlignEnd}, {Title: waLinks, Width: 20}}, Note: imNote}
	for _, id := range in.Workshop.Asked(in.Questionnaire) {
		voted := in.Wall.Voted(id)
		if len(voted) > 0 {
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(in.Questionnaire.Dimension(id).Title)}})
		}
		for _, v := range voted {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{improvementCell(&v), document.CellOf(strconv.Itoa(v.Dots)),
				document.CellOf(strconv.Itoa(v.Named)), document.CellOf(in.known(v.Statements))}})
		}
	}
	s.Blocks = []document.Block{t}
	return s
}

// improvementCell is an area of improvement, and below it what was merged into
// it.
func improvementCell(v *workshop.Voted) document.Cell {
	c := document.Cell{Lines: []document.CellLine{cellLine(document.Body, fmt.Sprintf(feText, v.ID, v.Text))}}
	for _, m := range v.Merged {
		c.Lines = append(c.Lines, cellLine(document.Small, fmt.Sprintf(imMerged, m.ID, m.Text)))
	}
	return c
}

func dotsText(n int) string {
	if n == 1 {
		return imOneDot
	}
	return fmt.Sprintf(imManyDots, n)
}

// Ballot builds the paper on which people vote with dots: every area of
// improvement with its id and room for the dots, dimension by dimension.
func Ballot(in WallInput) document.Document {
	w := in.Workshop
	d := document.Document{Title: imBallot, Subject: fmt.Sprintf("%s (%s)", w.Title, WorkshopIdentity(w)), Author: in.Program, Language: "en", Created: in.Created,
		Cover:   document.Cover{Brief: true, Kicker: w.Title, Title: imBallot, Subtitle: imBallotHow},
		Running: document.Running{Start: w.Title, Page: pageOf, End: day(w.Date)},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll}}
	t := document.Table{Columns: []document.Column{{Title: imID, Width: 9, RowHeader: true}, {Title: imArea, Width: 55}, {Title: imDots, Width: 36}}}
	for _, id := range in.Workshop.Asked(in.Questionnaire) {
		voted := in.Wall.Voted(id)
		if len(voted) > 0 {
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(in.Questionnaire.Dimension(id).Title)}})
		}
		for _, v := range voted {
			text := v.Text
			if in.Redact {
				text = ""
			}
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{ballotCell(string(v.ID)), ballotCell(text), ballotCell("")}})
		}
	}
	s := document.Section{ID: "ballot", Title: imBallot, Blocks: []document.Block{t}}
	if len(t.Rows) == 0 {
		s.Blocks = []document.Block{paragraph(document.Body, imEmpty)}
	}
	d.Sections = []document.Section{s}
	return d
}

// ballotCell is a cell of a row that is high enough for dots.
func ballotCell(text string) document.Cell {
	return document.Cell{Lines: []document.CellLine{cellLine(document.Lead, text), cellLine(document.Lead, "\u00a0")}}
}

// The words of the areas of improvement and of the paper for voting.
const (
	imTitle     = "Areas of improvement"
	imArea      = "Area of improvement"
	imAreas     = "Areas"
	imDimension = "Dimension"
	imDots      = "Dots"
	imOneDot    = "1 dot"
	imManyDots  = "%d dots"
	imNamed     = "Named"
	imMerged    = "With %s: %s"
	imNote      = "The most dots come first. Named: how often it stands in the sheets of participants. Notes that say the same were merged by the room; their dots are added."
	imBallot    = "Vote with dots"
	imBallotHow = "Put your dots beside what matters most. Then count the dots of each row, and key them in by the id."
	imID        = "Id"
	imEmpty     = "There is no area of improvement on the wall yet."
)
