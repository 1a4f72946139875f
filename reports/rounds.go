package reports

import (
	"cmp"
	"fmt"
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
	// Confidential is a marking of the user's own that stands on every page;
	// empty for none.
	Confidential string
}

// mostUnitSections is how many units have a section of their own. A report on more
// would have hundreds of pages that nobody reads.
const mostUnitSections = 100

// RoundsIdentity names the rounds of some units in the properties of their
// report, so that a later report about the same units knows its predecessor.
func RoundsIdentity(series []*assessment.Series) string {
	return "rounds " + assessment.RoundsIdentity(series)
}

// Rounds builds the report on how one or more units have changed from round to
// round.
func Rounds(in RoundsInput) document.Document {
	b := newRoundsBuilder(in)
	title := fmt.Sprintf(roTitle, len(in.Series))
	if len(in.Series) == 1 {
		title = fmt.Sprintf(roTitleOne, in.Series[0].Name, len(in.Series[0].Rounds))
	}
	d := document.Document{Title: title, Subject: identified(b.last.Asked.Title, RoundsIdentity(in.Series)), Author: in.Program, Language: "en", Created: in.Created,
		Cover: document.Cover{Kicker: b.last.Asked.Title, Title: title, Subtitle: roSubtitle, Notice: sentencePurpose,
			Facts: []document.Fact{{Label: coMade, Value: document.Plain(day(in.Created.Format(time.DateOnly)))}}},
		Running: document.Running{Start: title, Page: pageOf, End: day(in.Created.Format(time.DateOnly)), Notice: in.Confidential},
		Guide:   document.Guide{Skip: "Go to the report", Contents: "Contents"},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll},
	}
	which := b.which()
	if len(in.Series) == 1 {
		which.NewPage = true
		d.Sections = append(d.Sections, which, b.unit(0, in.Series[0]), b.method())
		return d
	}
	d.Sections = append(d.Sections, b.together())
	if len(in.Series) <= mostUnitSections {
		for i, s := range in.Series {
			d.Sections = append(d.Sections, b.unit(i, s))
		}
	}
	d.Sections = append(d.Sections, which, b.method())
	return d
}

// The words of the report on rounds.
const (
	roTitle    = "Rounds of %d units"
	roTitleOne = "%s: %d rounds"
	roSubtitle = "Report on rounds"
	roMissing  = "missing"
	roNotShown = "not shown"
	roWhich    = "Which rounds are compared"
	roChanges  = "Change of each unit from the first round to the last"
	roTogether = "Units with two or more rounds: %d. Rounds: %d. Files that are not compared: %d."
	roMany     = "With more than %d units, the statements and actions of each unit are in the tables for programs (dgca rounds --format json or csv), or in a report on fewer units."
	roFilesIn  = "All files are listed in the section: "
)

// roundsBuilder holds what every part of the report needs.
type roundsBuilder struct {
	RoundsInput
	last  *assessment.Assessment // of the first unit: for the scale and the title
	files fileNames
}

// newRoundsBuilder names the files as a report does.
func newRoundsBuilder(in RoundsInput) *roundsBuilder {
	var paths []string
	for _, s := range in.Series {
		for i := range s.Rounds {
			paths = append(paths, s.Rounds[i].File)
		}
	}
	for _, l := range in.LeftOut {
		paths = append(paths, l.File)
	}
	b := &roundsBuilder{RoundsInput: in, last: in.Series[0].Rounds[len(in.Series[0].Rounds)-1].Assessment, files: newFileNames(paths)}
	b.LeftOut = b.files.leftOutFiles(in.LeftOut)
	return b
}

// which lists the rounds that are compared, and the files that are not.
func (b *roundsBuilder) which() document.Section {
	s := document.Section{ID: "which", Title: roWhich}
	t := document.Table{Caption: "Rounds, the earliest first", Columns: []document.Column{{Title: "Date", Width: 2, RowHeader: true}, {Title: "Round", Width: 2}, {Title: "Answers", Width: 2},
		{Title: "Answered", Width: 2.2, Align: document.AlignEnd}, {Title: "Version", Width: 1.2}, {Title: "File", Width: 4.4}}}
	for _, sr := range b.Series {
		if len(b.Series) > 1 {
			t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(sr.Name)}})
		}
		for i := range sr.Rounds {
			r := &sr.Rounds[i]
			t.Rows = append(t.Rows, document.Row{Cells: cells([]string{shortDay(r.Session.Date), r.Session.Round, sessionAndState(r.Session.Type, r.State),
				answeredShare(&r.All), r.Questionnaire.Version, b.files.of(r.File)})})
		}
	}
	s.Blocks = append(s.Blocks, t)
	if len(b.LeftOut) > 0 {
		s.Blocks = append(s.Blocks, leftOutTable(b.LeftOut))
	}
	return s
}

// together shows all units at once: how many have clearly changed, their slopes
// side by side, and their changes in one table.
func (b *roundsBuilder) together() document.Section {
	rounds := 0
	for _, s := range b.Series {
		rounds += len(s.Rounds)
	}
	s := document.Section{ID: "together", Title: "All units", NewPage: true, Blocks: []document.Block{
		paragraph(document.Lead, roTogether, len(b.Series), rounds, len(b.LeftOut)),
		document.Paragraph{Text: document.Text{{Text: roFilesIn}, {Text: roWhich, Link: "which"}}}}}
	if len(b.Series) > mostUnitSections {
		s.Blocks = append(s.Blocks, paragraph(document.Body, roMany, mostUnitSections))
	}
	s.Blocks = append(s.Blocks, b.clearChanges(), b.slopes(), b.changes())
	return s
}

// clearChanges counts the units with a clear change in each dimension.
func (b *roundsBuilder) clearChanges() document.Table {
	t := document.Table{Caption: "Units with a clear change from the first round to the last", Columns: []document.Column{{Title: "Dimension", Width: 4, RowHeader: true},
		{Title: "Upwards", Width: 1.5, Align: document.AlignEnd}, {Title: "None", Width: 1.5, Align: document.AlignEnd},
		{Title: "Downwards", Width: 1.5, Align: document.AlignEnd}, {Title: "Not shown", Width: 1.5, Align: document.AlignEnd}},
		Note: clearRule(b.last.Asked.Levels())}
	for _, d := range b.Series[0].Dimensions {
		up, none, down, hidden := 0, 0, 0, 0
		for _, s := range b.Series {
			switch c := changeOf(s, d.ID); {
			case c == nil:
				hidden++
			case !c.Clear:
				none++
			case c.Change.Sign() > 0:
				up++
			default:
				down++
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells([]string{d.Title, fmt.Sprint(up), fmt.Sprint(none), fmt.Sprint(down), fmt.Sprint(hidden)})})
	}
	return t
}

// slopes sets the slopes of all units side by side.
func (b *roundsBuilder) slopes() document.Figure {
	c := document.SmallSlopes{Axis: document.Axis{Max: int(b.last.Asked.Levels())}}
	for _, d := range b.Series[0].Dimensions {
		c.Columns = append(c.Columns, d.Title)
	}
	for _, s := range b.Series {
		first, last := s.Rounds[0].Session.Date, s.Rounds[len(s.Rounds)-1].Session.Date
		row := document.SlopeRow{Label: s.Name, Note: fmt.Sprintf("%d rounds, %s to %s", len(s.Rounds), month(first), month(last))}
		for _, d := range b.Series[0].Dimensions {
			row.Cells = append(row.Cells, slopeCell(s, d.ID))
		}
		c.Rows = append(c.Rows, row)
	}
	return document.Figure{Caption: fmt.Sprintf("Level of each unit from round to round, on a scale from 1 at the foot to %d at the top of each picture", c.Axis.Max), Chart: c,
		Alt: fmt.Sprintf("A small line for each unit and dimension, with the first and the last level, over the statements that all rounds share. A thick line is a clear change. The changes stand in the table %q.", roChanges)}
}

func slopeCell(s *assessment.Series, id assessment.DimensionID) document.SlopeCell {
	cell := document.SlopeCell{Note: roNotShown}
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		if d.ID != id || d.Change == nil || !d.Change.Shown() {
			continue
		}
		cell.Strong = d.Change.Clear
		for r := range d.Common {
			cell.Points = append(cell.Points, slopePoint(&d.Common[r]))
		}
	}
	return cell
}

// slopePoint is the level of a round; one that cannot be shown is missing.
func slopePoint(sc *assessment.Score) document.SlopePoint {
	if sc.Asked == 0 || !sc.Shown() {
		return document.SlopePoint{}
	}
	return document.SlopePoint{Known: true, Value: exactPlace(sc.Level), Text: sc.LevelShown().String()}
}

// changes are the changes of all units in one table.
func (b *roundsBuilder) changes() document.Table {
	t := document.Table{Caption: roChanges, Columns: []document.Column{{Title: "Unit", Width: 3.4, RowHeader: true}},
		Note: "In bold: a clear change. A dash: not shown, because there are not enough answers in two rounds. " + noteRounding}
	for _, d := range b.Series[0].Dimensions {
		t.Columns = append(t.Columns, document.Column{Title: d.Title, Width: 1.5, Align: document.AlignCenter})
	}
	for _, sr := range b.Series {
		row := document.Row{Cells: []document.Cell{document.CellOf(sr.Name)}}
		for _, d := range b.Series[0].Dimensions {
			row.Cells = append(row.Cells, changeCell(sr, d.ID))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// changeOf is the change of a dimension, or nil where it may not be shown.
func changeOf(s *assessment.Series, id assessment.DimensionID) *assessment.DimensionChange {
	for i := range s.Dimensions {
		if c := s.Dimensions[i].Change; s.Dimensions[i].ID == id && c != nil && c.Shown() {
			return c
		}
	}
	return nil
}

func changeCell(s *assessment.Series, id assessment.DimensionID) document.Cell {
	c := changeOf(s, id)
	if c == nil {
		return document.CellOf(wordNone)
	}
	role := document.Body
	if c.Clear {
		role = document.Strongly
	}
	return document.Cell{Lines: []document.CellLine{cellLine(role, signed(assessment.RoundTenths(c.Change)))}}
}

// slope draws the levels of the dimensions over the rounds.
func slope(s *assessment.Series) document.Figure {
	last := s.Rounds[len(s.Rounds)-1]
	c := document.Slope{Axis: document.Axis{Max: int(last.Asked.Levels())}}
	for _, l := range last.Asked.Scale {
		c.Axis.Names = append(c.Axis.Names, l.Name)
	}
	for i := range s.Rounds {
		c.Rounds = append(c.Rounds, shortDay(s.Rounds[i].Session.Date))
	}
	var parts []string
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		line := document.SlopeLine{Label: d.Title, Strong: d.Change != nil && d.Change.Clear}
		var levels []string
		for r := range d.Common {
			p := slopePoint(&d.Common[r])
			levels = append(levels, cmp.Or(p.Text, roMissing))
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
