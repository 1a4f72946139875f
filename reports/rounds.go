package reports

import (
	"fmt"
	"slices"
	"time"

	"dgca/assessment"
	"dgca/reports/document"
)

// RoundsInput is what a report on rounds is made from.
type RoundsInput struct {
	Series  []*assessment.Series // one for each unit, at least one
	LeftOut []assessment.LeftOut // files that are in no series
	Created time.Time            // when the report is made
	Program string               // name and version of the program
}

// Rounds builds the report on how one or more units have changed from round to
// round.
func Rounds(in RoundsInput) document.Document {
	b := &roundsBuilder{RoundsInput: in, last: in.Series[0].Rounds[len(in.Series[0].Rounds)-1].Assessment}
	title := fmt.Sprintf(roTitle, len(in.Series))
	if len(in.Series) == 1 {
		title = fmt.Sprintf(roTitleOne, in.Series[0].Name, len(in.Series[0].Rounds))
	}
	d := document.Document{Title: title, Subject: b.last.Asked.Title, Author: in.Program, Language: "en", Created: in.Created,
		Cover: document.Cover{Kicker: b.last.Asked.Title, Title: title, Subtitle: roSubtitle, Notice: sentencePurpose,
			Facts: []document.Fact{{Label: coMade, Value: document.Plain(day(in.Created.Format(time.DateOnly)))}}},
		Running: document.Running{Start: title, Page: pageOf, End: in.Created.Format(time.DateOnly)},
		Guide:   document.Guide{Skip: "Go to the report", Contents: "Contents"},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll},
	}
	d.Sections = append(d.Sections, b.which())
	if len(in.Series) > 1 {
		d.Sections = append(d.Sections, b.together())
	}
	for i, s := range in.Series {
		d.Sections = append(d.Sections, b.unit(i, s))
	}
	d.Sections = append(d.Sections, b.method())
	return d
}

// The words of the report on rounds.
const (
	roTitle    = "Rounds of %d units"
	roTitleOne = "%s: %d rounds"
	roSubtitle = "Report on rounds"
	roMissing  = "missing"
)

// roundsBuilder holds what every part of the report needs.
type roundsBuilder struct {
	RoundsInput
	last *assessment.Assessment // of the first unit: for the scale and the title
}

// which lists the rounds that are compared, and the files that are not.
func (b *roundsBuilder) which() document.Section {
	s := document.Section{ID: "which", Title: "Which rounds are compared", NewPage: true}
	t := document.Table{Caption: "Rounds, the earliest first", Columns: []document.Column{{Title: "Round", Width: 3, RowHeader: true}, {Title: "Answers", Width: 1.6},
		{Title: "Answered", Width: 2, Align: document.AlignEnd}, {Title: "Version", Width: 1.3}, {Title: "State", Width: 1.4}, {Title: "File", Width: 4}}}
	for _, sr := range b.Series {
		if len(b.Series) > 1 {
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(sr.Name)}})
		}
		for i := range sr.Rounds {
			r := &sr.Rounds[i]
			t.Rows = append(t.Rows, document.Row{Cells: cells([]string{roundName(r.Assessment), sessionWord(r.Session.Type), answeredShare(&r.Card.All),
				r.Questionnaire.Version, string(r.State), fileName(r.File)})})
		}
	}
	s.Blocks = append(s.Blocks, t)
	if len(b.LeftOut) > 0 {
		s.Blocks = append(s.Blocks, leftOutTable(b.LeftOut))
	}
	return s
}

// together sets the slopes of several units side by side, and their changes in
// one table.
func (b *roundsBuilder) together() document.Section {
	s := document.Section{ID: "together", Title: "All units", NewPage: true,
		Blocks: []document.Block{paragraph(document.Body, "Each picture is one unit: its level in each round, over the statements that all rounds share. A thick line is a clear change. The units are in the order of their names.")}}
	for i := 0; i < len(b.Series); i += 2 {
		pair := document.Columns{Start: []document.Block{smallSlope(b.Series[i])}}
		if i+1 < len(b.Series) {
			pair.End = []document.Block{smallSlope(b.Series[i+1])}
		}
		s.Blocks = append(s.Blocks, pair)
	}
	t := document.Table{Caption: "Change of each unit from the first round to the last", Columns: []document.Column{{Title: "Unit", Width: 3.4, RowHeader: true}},
		Note: "In bold: a clear change. A dash: not shown, because there are not enough answers in two rounds."}
	for _, d := range b.Series[0].Dimensions {
		t.Columns = append(t.Columns, document.Column{Title: d.Title, Width: 1.5, Align: document.AlignCenter})
	}
	for _, sr := range b.Series {
		row := document.Row{Cells: []document.Cell{document.CellOf(sr.Name)}}
		for _, first := range b.Series[0].Dimensions {
			row.Cells = append(row.Cells, changeCell(sr, first.ID))
		}
		t.Rows = append(t.Rows, row)
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

func changeCell(s *assessment.Series, id assessment.DimensionID) document.Cell {
	for i := range s.Dimensions {
		if c := s.Dimensions[i].Change; s.Dimensions[i].ID == id && c != nil && c.Shown() {
			role := document.Body
			if c.Clear {
				role = document.Strongly
			}
			return document.Cell{Lines: []document.CellLine{cellLine(role, signed(assessment.RoundTenths(c.Change)))}}
		}
	}
	return document.CellOf(wordNone)
}

// smallSlope is a slope for half the width of a page: with the name of the unit,
// the years of the rounds where they differ, and the ids of the dimensions.
func smallSlope(s *assessment.Series) document.Figure {
	f := slope(s)
	c := f.Chart.(document.Slope)
	years := make([]string, len(c.Rounds))
	for i, date := range c.Rounds {
		years[i] = date[:len("2006")]
	}
	if len(slices.Compact(slices.Clone(years))) == len(years) { // they are in order
		c.Rounds = years
	}
	for i := range c.Lines {
		c.Lines[i].Label = string(s.Dimensions[i].ID)
	}
	f.Caption, f.Chart = s.Name, c
	return f
}

// slope draws the levels of the dimensions over the rounds.
func slope(s *assessment.Series) document.Figure {
	last := s.Rounds[len(s.Rounds)-1]
	c := document.Slope{Axis: document.Axis{Max: int(last.Asked.Levels())}}
	for _, l := range last.Asked.Scale {
		c.Axis.Names = append(c.Axis.Names, l.Name)
	}
	for i := range s.Rounds {
		c.Rounds = append(c.Rounds, s.Rounds[i].Session.Date)
	}
	var parts []string
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		line := document.SlopeLine{Label: d.Title, Strong: d.Change != nil && d.Change.Clear}
		var levels []string
		for r := range d.Common {
			p := document.SlopePoint{}
			levels = append(levels, roMissing)
			if sc := &d.Common[r]; sc.Asked > 0 && sc.Shown() {
				p = document.SlopePoint{Known: true, Value: exactPlace(sc.Level), Text: sc.LevelShown().String()}
				levels[r] = p.Text
			}
			line.Points = append(line.Points, p)
		}
		if d.Change == nil || !d.Change.Shown() {
			line.Note = "not enough answers in two rounds"
		}
		c.Lines = append(c.Lines, line)
		parts = append(parts, fmt.Sprintf("%s: %s", d.Title, commas(levels)))
	}
	return document.Figure{Caption: fmt.Sprintf("%s: level in each round, over the statements that all rounds share", s.Name), Chart: c,
		Alt: fmt.Sprintf("Levels from 1 to %d in the rounds %s. %s.", c.Axis.Max, commas(c.Rounds), semicolons(parts))}
}
