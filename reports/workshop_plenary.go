package reports

import (
	"fmt"
	"strings"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/reports/document"
)

// PlenaryInput is what the pages for the plenary are made from.
type PlenaryInput struct {
	Workshop   *workshop.Workshop
	Dimensions []PlenaryDimension // that the workshop asks, in order
	Units      []PlenaryUnit      // in the order in which they are shown
	Notes      map[workshop.GroupID][]assessment.Note
	Wall       *workshop.Wall // may be nil
	Scale      []assessment.LevelName
	Redact     bool // without what people said in their own words
	Alias      bool // letters stand in the place of units; without cases, which tell who it is
	Created    time.Time
	Program    string
}

// PlenaryDimension is a dimension by name.
type PlenaryDimension struct {
	ID    assessment.DimensionID
	Title string
}

// PlenaryUnit is a unit with what it answered alone and what it agreed.
type PlenaryUnit struct {
	ID     workshop.UnitID
	Name   string
	Spread *workshop.Spread       // as a paper may show it
	Agreed *assessment.Assessment // nil when nothing is agreed yet
}

// wholeGroup stands for all people of a workshop without groups.
const wholeGroup = workshop.GroupID("")

// PlenaryGroups are the groups that report: those of the workshop, or the whole
// room.
func PlenaryGroups(w *workshop.Workshop) []workshop.GroupID {
	if len(w.Groups) == 0 {
		return []workshop.GroupID{wholeGroup}
	}
	var ids []workshop.GroupID
	for _, g := range w.Groups {
		ids = append(ids, g.ID)
	}
	return ids
}

// PlenaryPage builds the page of one group in large type: its dimensions, the
// agreed levels of its units side by side, where people differed, three areas of
// improvement, cases, and one message. Units are never averaged.
func PlenaryPage(in PlenaryInput, id workshop.GroupID) document.Document {
	b := plenaryBuilder{PlenaryInput: in, scores: scorecards(in.Units)}
	g := in.Workshop.Group(id)
	if g == nil {
		g = &workshop.Group{Name: "All groups"}
	}
	dims := b.dimensionsOf(g)
	var titles []string
	for _, d := range dims {
		titles = append(titles, d.Title)
	}
	d := b.document(g.Title(), commas(titles))
	d.Large = true
	s := document.Section{ID: "group", Title: g.Title()}
	if g.Message != "" && !in.Redact {
		s.Blocks = append(s.Blocks, document.Callout{Title: "Our one message", Lines: []document.Text{document.Strong(g.Message)}})
	}
	s.Blocks = append(s.Blocks, b.levels(dims, b.unitsOf(id), true))
	if !in.Redact {
		s.Blocks = append(s.Blocks, b.improvements(g, id, dims)...)
		if !in.Alias {
			s.Blocks = append(s.Blocks, b.cases(id, dims)...)
		}
	}
	s.Blocks = append(s.Blocks, paragraph(document.Small, "%s %s", plenaryRule, differentRule))
	d.Sections = []document.Section{s}
	return d
}

const (
	plenaryRule   = "A level is what the people of the unit agreed on; a dash, that not enough is agreed yet. Units are shown side by side; they are neither averaged nor ranked."
	differentRule = "Differed: statements on which people of the unit had answered alone in different ways; shown from three answers on."
)

// PlenaryWall builds the one page for all: the agreed levels of all units, and
// what each group says.
func PlenaryWall(in PlenaryInput) document.Document {
	b := plenaryBuilder{PlenaryInput: in, scores: scorecards(in.Units)}
	d := b.document("All groups", "What the units agreed, side by side")
	d.Large = true
	s := document.Section{ID: "all", Title: "All groups"}
	all := make([]int, len(in.Units))
	for i := range all {
		all[i] = i
	}
	s.Blocks = append(s.Blocks, b.levels(in.Dimensions, all, false))
	if !in.Redact {
		var l document.List
		for _, g := range in.Workshop.Groups {
			if g.Message != "" {
				l.Items = append(l.Items, document.Text{{Text: g.Title() + ": ", Strong: true}, {Text: g.Message}})
			}
		}
		if len(l.Items) > 0 {
			s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: "What the groups say"}, l)
		}
		title, most := plenaryVoted, document.List{Role: document.Small, Items: b.mostVoted(b.Dimensions, mostOnWall)}
		if len(most.Items) == 0 {
			title, most = plenaryNamed, b.mostNamed()
		}
		if len(most.Items) > 0 {
			s.Blocks = append(s.Blocks, document.Heading{Level: 2, Text: title}, most)
		}
	}
	s.Blocks = append(s.Blocks, paragraph(document.Small, "%s", plenaryRule))
	d.Sections = []document.Section{s}
	return d
}

type plenaryBuilder struct {
	PlenaryInput
	scores []*assessment.Scorecard // nil for a unit that has agreed nothing
}

func scorecards(units []PlenaryUnit) []*assessment.Scorecard {
	cards := make([]*assessment.Scorecard, len(units))
	for i, u := range units {
		if u.Agreed != nil {
			cards[i] = u.Agreed.Score()
		}
	}
	return cards
}

// score is that of a dimension of a unit, or nil.
func (b *plenaryBuilder) score(unit int, id assessment.DimensionID) *assessment.DimensionScore {
	if card := b.scores[unit]; card != nil {
		for i := range card.Dimensions {
			if card.Dimensions[i].ID == id {
				return &card.Dimensions[i]
			}
		}
	}
	return nil
}

func (b *plenaryBuilder) document(title, subtitle string) document.Document {
	w := b.Workshop
	d := document.Document{
		Title: fmt.Sprintf("Plenary: %s", title), Subject: fmt.Sprintf("%s (%s)", w.Title, WorkshopIdentity(w)), Author: b.Program, Language: "en", Created: b.Created,
		Cover:   document.Cover{Brief: true, Kicker: w.Title, Title: title, Subtitle: subtitle},
		Running: document.Running{Start: w.Title, Page: pageOf, End: day(w.Date)},
		Missing: document.Missing{OnPage: missingOnPage, InAll: missingInAll},
	}
	if b.Redact {
		d.Cover.Facts = []document.Fact{{Label: "Redacted", Value: document.Plain("What people said in their own words has been taken out.")}}
	}
	return d
}

func (b *plenaryBuilder) dimensionsOf(g *workshop.Group) []PlenaryDimension {
	if len(g.Dimensions) == 0 {
		return b.Dimensions
	}
	var out []PlenaryDimension
	for _, d := range b.Dimensions {
		for _, own := range g.Dimensions {
			if own == d.ID {
				out = append(out, d)
			}
		}
	}
	return out
}

// unitsOf are the indexes of the units whose people are in a group.
func (b *plenaryBuilder) unitsOf(id workshop.GroupID) []int {
	var out []int
	for i, u := range b.Units {
		for _, p := range b.Workshop.Participants {
			if p.Unit == u.ID && (id == wholeGroup || p.Group == id) {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// levels is a table with one row for each unit, if wanted with the number of
// statements on which people differed.
func (b *plenaryBuilder) levels(dims []PlenaryDimension, units []int, withDiffered bool) document.Table {
	t := document.Table{Columns: []document.Column{{Title: "Unit", Width: 3.2, RowHeader: true}}}
	for _, d := range dims {
		t.Columns = append(t.Columns, document.Column{Title: d.Title, Width: 1.6, Align: document.AlignCenter})
	}
	if withDiffered {
		t.Columns = append(t.Columns, document.Column{Title: "Differed", Width: 1.6, Align: document.AlignCenter})
	}
	for _, i := range units {
		row := document.Row{Cells: []document.Cell{document.CellOf(b.Units[i].Name)}}
		for _, d := range dims {
			c := document.CellOf(wordNone)
			if score := b.score(i, d.ID); score != nil && score.Shown() {
				c = document.CellOf(score.LevelShown().String())
				c.Shade = document.Shade{Step: score.LevelShown().Whole(), Of: len(b.Scale)}
				if text := rangeText(&score.Score); text != "" {
					c.Lines = append(c.Lines, cellLine(document.Small, text))
				}
			}
			row.Cells = append(row.Cells, c)
		}
		if withDiffered {
			row.Cells = append(row.Cells, document.CellOf(differed(b.Units[i].Spread, dims)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// differed counts the statements of some dimensions on which people differed.
func differed(s *workshop.Spread, dims []PlenaryDimension) string {
	discuss, shown := 0, 0
	for i := range s.Statements {
		st := &s.Statements[i]
		for _, d := range dims {
			if d.ID == st.Dimension && st.N() >= workshop.FewestShown {
				shown++
				if st.ToTalkAbout() {
					discuss++
				}
			}
		}
	}
	if shown == 0 {
		return "too few"
	}
	return fmt.Sprintf("%d of %d", discuss, shown)
}

// improvements are those that the group chose, or else the three with the most
// dots, or that its people named most often.
func (b *plenaryBuilder) improvements(g *workshop.Group, id workshop.GroupID, dims []PlenaryDimension) []document.Block {
	l := document.List{Ordered: true}
	for _, text := range g.Improvements {
		l.Items = append(l.Items, b.withDots(text, dims))
	}
	title := plenaryChosen
	if len(l.Items) == 0 {
		title = plenaryVoted
		l.Items = b.mostVoted(dims, workshop.MaxImprovements)
	}
	if len(l.Items) == 0 {
		title = plenaryNamed
		for _, x := range workshop.NamedImprovements(b.notes(id), dimensionIDs(dims)) {
			if len(l.Items) < workshop.MaxImprovements {
				l.Items = append(l.Items, document.Plain(x.Text))
			}
		}
	}
	if len(l.Items) == 0 {
		return nil
	}
	return []document.Block{document.Heading{Level: 2, Text: title}, l}
}

func (b *plenaryBuilder) notes(id workshop.GroupID) []assessment.Note {
	if id != wholeGroup {
		return b.Notes[id]
	}
	var all []assessment.Note
	for _, g := range append(PlenaryGroups(b.Workshop), wholeGroup) {
		all = append(all, b.Notes[g]...)
		if g == wholeGroup {
			break
		}
	}
	return all
}

func dimensionIDs(dims []PlenaryDimension) []assessment.DimensionID {
	ids := make([]assessment.DimensionID, len(dims))
	for i, d := range dims {
		ids[i] = d.ID
	}
	return ids
}

// mostCases is how many cases a page has room for.
const mostCases = 3

func (b *plenaryBuilder) cases(id workshop.GroupID, dims []PlenaryDimension) []document.Block {
	var l document.List
	for _, c := range workshop.Cases(b.notes(id), dimensionIDs(dims)) {
		if len(l.Items) == mostCases {
			break
		}
		text := document.Text{{Text: c.Title, Strong: true}}
		if c.Result != "" {
			text = append(text, document.Span{Text: ": " + c.Result})
		}
		l.Items = append(l.Items, text)
	}
	if len(l.Items) == 0 {
		return nil
	}
	return []document.Block{document.Heading{Level: 2, Text: "Cases worth sharing"}, l}
}

// mostOnWall is how many areas of improvement the page for all has room for.
const mostOnWall = 6

// The headings of areas of improvement.
const (
	plenaryChosen = "Three areas of improvement"
	plenaryVoted  = "Areas of improvement with the most dots"
	plenaryNamed  = "Areas of improvement that were named most often"
)

// mostVoted are the areas of improvement on some dimensions that got dots, the
// most first.
func (b *plenaryBuilder) mostVoted(dims []PlenaryDimension, most int) []document.Text {
	var items []document.Text
	if b.Wall == nil {
		return nil
	}
	for _, v := range b.Wall.Voted(dimensionIDs(dims)...) {
		if v.Dots > 0 && len(items) < most {
			items = append(items, document.Text{{Text: v.Text}, {Text: " (" + dotsText(v.Dots) + ")", Strong: true}})
		}
	}
	return items
}

// withDots is an area of improvement that a group chose, with the dots that it
// got on the wall.
func (b *plenaryBuilder) withDots(text string, dims []PlenaryDimension) document.Text {
	if b.Wall != nil {
		for _, v := range b.Wall.Voted(dimensionIDs(dims)...) {
			if v.Dots > 0 && strings.EqualFold(v.Text, text) {
				return document.Text{{Text: text}, {Text: " (" + dotsText(v.Dots) + ")", Strong: true}}
			}
		}
	}
	return document.Plain(text)
}

// mostNamed are the areas of improvement of all groups.
func (b *plenaryBuilder) mostNamed() document.List {
	l := document.List{Role: document.Small}
	for _, x := range workshop.NamedImprovements(b.notes(wholeGroup), dimensionIDs(b.Dimensions)) {
		if len(l.Items) < mostOnWall {
			l.Items = append(l.Items, document.Plain(x.Text))
		}
	}
	return l
}
