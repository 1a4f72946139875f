package reports

import (
	"fmt"
	"math/big"
	"time"

	"dgca/assessment"
	"dgca/reports/document"
)

// ComparisonInput is what a comparison report is made from.
type ComparisonInput struct {
	Comparison *assessment.Comparison // of two or more units
	Created    time.Time              // when the report is made
	Program    string                 // name and version of the program
	Contacts   bool                   // tell the contacts of cases
	// Confidential is a marking of the user's own that stands on every page;
	// empty for none.
	Confidential string
}

// The sizes from which the layout changes: a profile and a row in the matrix for
// each unit are of use as long as a reader can look at all of them.
const (
	mostProfiles  = 40 // units with a small profile each, and a row in the matrix of answers
	mostOnCover   = 12 // units that are named on the cover
	topStatements = 10 // shared gaps and uneven statements that are listed
	fewStatements = 3  // those in the summary
)

// Comparison builds the report that sets several units side by side: first
// whether their numbers can be compared at all, then what they have in common,
// where they differ, and who can learn from whom. It ranks nobody.
func Comparison(in ComparisonInput) document.Document {
	b := newComparisonBuilder(in)
	c := b.c
	title := fmt.Sprintf(coTitle, len(c.Units))
	if c.Own {
		title = fmt.Sprintf(coTitleFor, c.Units[0].Label)
	}
	d := document.Document{
		Title: title, Subject: identified(c.Title, ComparisonIdentity(c)), Author: in.Program, Language: "en", Created: in.Created,
		Cover:   b.cover(title),
		Running: document.Running{Start: title, Page: pageOf, End: day(in.Created.Format(time.DateOnly)), Notice: sentences(in.Confidential, b.marking())},
		Guide:   document.Guide{Skip: "Go to the report", Contents: "Contents"},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll},
	}
	for _, s := range []document.Section{b.comparability(b.comparedTable()), b.summary(), b.levels(), b.profiles(), b.statementLists(), b.pairs(), b.groups(),
		b.allStatements(), b.matrix(), b.method(), b.fileList()} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

// ComparisonIdentity names a comparison in the properties of its report, so that a
// later report about the same units knows its predecessor; empty where letters
// stand for the units.
func ComparisonIdentity(c *assessment.Comparison) string {
	if id := c.Identity(); id != "" {
		return "comparison " + id
	}
	return ""
}

// identified is what a report is about, with its identity where it has one.
func identified(subject, identity string) string {
	if identity == "" {
		return subject
	}
	return fmt.Sprintf("%s (%s)", subject, identity)
}

// ComparisonOverview builds the part of a comparison that fits on a few
// screens.
func ComparisonOverview(in ComparisonInput) document.Document {
	b := newComparisonBuilder(in)
	title := fmt.Sprintf(coTitle, len(b.c.Units))
	d := document.Document{Title: title, Subject: b.c.Title, Author: in.Program, Language: "en", Created: in.Created,
		Cover: document.Cover{Title: title, Subtitle: b.c.Title}}
	levels := document.Section{ID: "levels", Title: coLevels, Blocks: append(b.orderNote(), b.shortLevelTable(), b.spreadTable())}
	for _, s := range []document.Section{b.comparability(b.shortComparedTable()), levels, b.statementLists(), b.pairs(), b.groups()} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

// comparisonBuilder holds what every part of the report needs.
type comparisonBuilder struct {
	ComparisonInput
	c      *assessment.Comparison // its left out files are named as files are
	titles map[assessment.DimensionID]string
	files  fileNames
}

func newComparisonBuilder(in ComparisonInput) *comparisonBuilder {
	b := &comparisonBuilder{ComparisonInput: in, titles: map[assessment.DimensionID]string{}}
	for _, d := range in.Comparison.Dimensions {
		b.titles[d.ID] = d.Title
	}
	var paths []string
	for i := range in.Comparison.Units {
		paths = append(paths, in.Comparison.Units[i].File)
	}
	for _, l := range in.Comparison.LeftOut {
		paths = append(paths, l.File)
	}
	b.files = newFileNames(paths)
	c := *in.Comparison
	c.LeftOut = b.files.leftOutFiles(c.LeftOut)
	b.c = &c
	return b
}

func (b *comparisonBuilder) cover(title string) document.Cover {
	c := b.c
	cover := document.Cover{Kicker: c.Title, Title: title, Subtitle: coSubtitle, Notice: sentencePurpose}
	add := func(label, value string) {
		if value != "" {
			cover.Facts = append(cover.Facts, document.Fact{Label: label, Value: document.Plain(value)})
		}
	}
	add(coUnitsCompared, fmt.Sprint(len(c.Units)))
	if !c.Anonymous && len(c.Units) <= mostOnCover {
		names := make([]string, len(c.Units))
		for i := range c.Units {
			names[i] = c.Units[i].Label
		}
		add(coNames, semicolons(names))
	}
	if n := len(c.LeftOut); n > 0 {
		add(coFilesLeftOut, fmt.Sprint(n))
	}
	add(coKind, string(c.Kind))
	add(coQuestionnaire, fmt.Sprintf("%s, version %s", c.Questionnaire.ID, commas(b.versions())))
	add(coMade, day(b.Created.Format(time.DateOnly)))
	if c.Anonymous {
		cover.Notice = b.secrecy() + " " + cover.Notice
	}
	return cover
}

func (b *comparisonBuilder) versions() []string {
	if s := b.c.Subset; s != nil {
		return s.Versions
	}
	return []string{b.c.Questionnaire.Version}
}

// secrecy says what the letters hide, and what they cannot hide.
func (b *comparisonBuilder) secrecy() string {
	s := coLetters
	if b.c.Own {
		s = fmt.Sprintf(coOwnCopy, b.c.Units[0].Label)
	}
	if len(b.c.Units) < assessment.Guessable {
		s += " " + fmt.Sprintf(coGuessable, len(b.c.Units))
	}
	return s
}

// marking is what stands on every page of a comparison that is not as the method
// has it.
func (b *comparisonBuilder) marking() string {
	switch insisted := b.insisted() != nil; {
	case insisted && b.c.Ordered != "":
		return coMarkBoth
	case insisted:
		return coMarkIncluded
	case b.c.Ordered != "":
		return coMarkOrdered
	case b.c.Subset != nil && b.c.Subset.LeftOut > 0:
		return coMarkSubset
	}
	return ""
}

// orderNote says what an order that was asked for is not.
func (b *comparisonBuilder) orderNote() []document.Block {
	if b.c.Ordered == "" {
		return nil
	}
	by := coByOverall
	if t, ok := b.titles[assessment.DimensionID(b.c.Ordered)]; ok {
		by = fmt.Sprintf(coByDimension, t)
	}
	return []document.Block{document.Callout{Title: coOrderTitle, Lines: []document.Text{document.Plain(by), document.Plain(coOrderNote)}}}
}

func (b *comparisonBuilder) axis() document.Axis {
	ax := document.Axis{Max: int(b.c.K())}
	for _, l := range b.c.Scale {
		ax.Names = append(ax.Names, l.Name)
	}
	return ax
}

// levelCell is a level in its shade, or why there is none.
func (b *comparisonBuilder) levelCell(s *assessment.Score) document.Cell {
	if s.Asked == 0 || !s.Shown() {
		return document.CellOf(noLevel(s))
	}
	cell := document.CellOf(s.LevelShown().String())
	if s.Status == assessment.Preliminary {
		cell.Lines[0].Text[0].Text += coPreliminaryMark
	}
	cell.Shade = document.Shade{Step: s.LevelShown().Whole(), Of: int(b.c.K())}
	return cell
}

// noLevel says in a word why a score has no level.
func noLevel(s *assessment.Score) string {
	switch {
	case s.Asked == 0:
		return coNotAsked
	case s.Status == assessment.NothingApplicable:
		return coNA
	}
	return coTooFew
}

// exactPlace is an exact value for the geometry of a chart.
func exactPlace(r *big.Rat) float64 {
	v, _ := r.Float64()
	return v
}
