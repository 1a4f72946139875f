package reports

import (
	"fmt"
	"strings"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/reports/document"
)

// PairUnit is a unit that may learn from another one.
type PairUnit struct {
	Name       string // as it is shown
	Order      string // decides between equal pairings; usually the true name
	Assessment *assessment.Assessment
	Notes      []assessment.Note // with the cases to tell
}

// LeftOutUnit is a unit that no pair is made for, with the reason in a sentence.
type LeftOutUnit struct{ Name, Why string }

// PairsInput is what the paper on peer pairs is made from.
type PairsInput struct {
	Workshop *workshop.Workshop
	Units    []PairUnit
	LeftOut  []LeftOutUnit
	Contacts bool // tell the contacts of cases
	Created  time.Time
	Program  string
}

// Pairs builds the paper that says who can help whom with what.
func Pairs(in PairsInput) document.Document {
	w := in.Workshop
	p := newPairing(in)
	d := document.Document{Title: paTitle, Subject: fmt.Sprintf("%s (%s)", w.Title, WorkshopIdentity(w)), Author: in.Program, Language: "en", Created: in.Created,
		Cover: document.Cover{Brief: true, Kicker: w.Title, Title: paTitle, Subtitle: paSubtitle,
			Facts: []document.Fact{{Label: paDate, Value: document.Plain(w.Date)}, {Label: paUnits, Value: document.Plain(fmt.Sprint(len(in.Units) + len(in.LeftOut)))}}},
		Running:  document.Running{Start: w.Title, Page: pageOf, End: day(w.Date)},
		Missing:  document.Missing{OnPage: missingOnPage, InAll: missingInAll},
		Sections: []document.Section{{ID: "pairs", Title: paWho, Blocks: append([]document.Block{paragraph(document.Body, paNotice)}, p.summary()...)}}}
	for i := range p.pairing.Groups {
		g := &p.pairing.Groups[i]
		d.Sections = append(d.Sections, document.Section{ID: pairID(i), Title: p.names(g.Members), Blocks: p.group(g)})
	}
	return d
}

func pairID(i int) string { return fmt.Sprintf("pair-%d", i+1) }

// pairing holds what the pairs are told from.
type pairing struct {
	PairsInput
	peers   []assessment.Peer
	pairing assessment.Pairing
	titles  map[assessment.DimensionID]string
}

func newPairing(in PairsInput) *pairing {
	p := &pairing{PairsInput: in, titles: map[assessment.DimensionID]string{}}
	for _, u := range in.Units {
		p.peers = append(p.peers, assessment.NewPeer(u.Order, u.Assessment.Score()))
		for _, d := range u.Assessment.Asked.Dimensions {
			p.titles[d.ID] = d.Title
		}
	}
	p.pairing = assessment.PairPeers(p.peers)
	return p
}

func (p *pairing) names(members []int) string {
	var names []string
	for _, i := range members {
		names = append(names, p.Units[i].Name)
	}
	if len(names) == 2 {
		return fmt.Sprintf(paTwo, names[0], names[1])
	}
	return fmt.Sprintf(paThree, names[0], names[1], names[2])
}

// summary lists the pairs, how they were found, and who has none.
func (p *pairing) summary() []document.Block {
	left := p.LeftOut
	for _, i := range p.pairing.LeftOut {
		why := paNoLevel
		if p.peers[i].HasLevel() {
			why = paAlone
		}
		left = append(left, LeftOutUnit{p.Units[i].Name, why})
	}
	var blocks []document.Block
	if len(p.pairing.Groups) > 0 {
		t := document.Table{Columns: []document.Column{{Title: paPair, Width: 50, RowHeader: true}, {Title: paValue, Width: 14, Align: document.AlignDecimal}}, Note: paValueNote}
		for i := range p.pairing.Groups {
			g := &p.pairing.Groups[i]
			name := document.Cell{Lines: []document.CellLine{{Text: document.Linked(p.names(g.Members), pairID(i))}}}
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name, document.CellOf(assessment.RoundTenths(g.Value).String())}})
		}
		blocks = append(blocks, t)
		how := paExact
		if !p.pairing.Exact {
			how = fmt.Sprintf(paNotExact, assessment.ExactPeers)
		}
		blocks = append(blocks, paragraph(document.Small, how))
	} else {
		blocks = append(blocks, paragraph(document.Body, paNone))
	}
	if len(left) > 0 {
		list := document.List{}
		for _, l := range left {
			list.Items = append(list.Items, document.Text{{Text: l.Name, Strong: true}, {Text: ": " + l.Why}})
		}
		blocks = append(blocks, document.Heading{Level: 3, Text: paLeftOut}, list)
	}
	return blocks
}

// group says what the units of one pair or trio can offer each other, one
// direction after the other.
func (p *pairing) group(g *assessment.PeerGroup) []document.Block {
	var blocks []document.Block
	for _, from := range g.Members {
		for _, to := range g.Members {
			blocks = append(blocks, p.direction(from, to)...)
		}
	}
	if len(blocks) == 0 {
		blocks = append(blocks, paragraph(document.Body, paNoOffer))
	}
	if together := p.together(g.Members); together != "" {
		blocks = append(blocks, paragraph(document.Body, paTogether, together))
	}
	return blocks
}

// direction says what one unit can offer another.
func (p *pairing) direction(from, to int) []document.Block {
	t := document.Table{Columns: []document.Column{{Title: paWhat, Width: 34, RowHeader: true}, {Title: paHelper, Width: 12, Align: document.AlignDecimal},
		{Title: paHelped, Width: 12, Align: document.AlignDecimal}, {Title: paCovers, Width: 12, Align: document.AlignDecimal}, {Title: paExample, Width: 52}}}
	var cases []document.Text
	for _, o := range assessment.PeerOffers(p.peers, from, to) {
		if !o.Shown() {
			continue
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.CellOf(p.titles[o.Dimension]), document.CellOf(p.level(from, o.Dimension)),
			document.CellOf(p.level(to, o.Dimension)), document.CellOf(assessment.RoundTenths(o.Size).String()), document.CellOf(p.topics(&o))}})
		for _, n := range p.Units[from].Notes {
			if n.Dimension == o.Dimension && n.Case != nil {
				cases = append(cases, p.caseText(o.Dimension, n.Case))
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	blocks := []document.Block{document.Heading{Level: 3, Text: fmt.Sprintf(paDirection, p.Units[from].Name, p.Units[to].Name)}, t}
	if len(cases) > 0 {
		blocks = append(blocks, paragraph(document.Strongly, paCases), document.List{Items: cases})
	}
	return blocks
}

// mostTopics is how many statements are named for an offer.
const mostTopics = 3

// topics names the statements with the most help, with both levels.
func (p *pairing) topics(o *assessment.PeerOffer) string {
	var names []string
	topics := assessment.HelpTopics(p.Units[o.From].Assessment, p.Units[o.To].Assessment, o.Dimension)
	for _, h := range topics[:min(len(topics), mostTopics)] {
		names = append(names, fmt.Sprintf(paTopic, h.Statement, h.From, h.To))
	}
	return commas(names)
}

func (p *pairing) level(unit int, id assessment.DimensionID) string {
	for _, d := range p.peers[unit].Dimensions {
		if d.ID == id {
			return tenths(d.Level)
		}
	}
	return wordNone
}

// together names the dimensions in which every unit of a group has a gap: they
// can work on them side by side.
func (p *pairing) together(members []int) string {
	var titles []string
	for _, d := range p.peers[members[0]].Dimensions {
		all := true
		for _, i := range members {
			all = all && p.hasGap(i, d.ID)
		}
		if all {
			titles = append(titles, p.titles[d.ID])
		}
	}
	return commas(titles)
}

func (p *pairing) hasGap(unit int, id assessment.DimensionID) bool {
	for _, d := range p.peers[unit].Dimensions {
		if d.ID == id {
			return d.Gap != nil && assessment.RoundTenths(d.Gap) > 0
		}
	}
	return false
}

func (p *pairing) caseText(id assessment.DimensionID, c *assessment.Case) document.Text {
	parts := nonEmpty(c.Title, c.Done, c.Result)
	if p.Contacts && c.Contact != "" {
		parts = append(parts, fmt.Sprintf(paContact, c.Contact))
	}
	for i := range parts {
		parts[i] = strings.TrimRight(strings.Join(strings.Fields(parts[i]), " "), ".") + "."
	}
	return document.Text{{Text: p.titles[id] + ": ", Strong: true}, {Text: strings.Join(parts, " ")}}
}

// The words of the paper on pairs.
const (
	paTitle     = "Who can help whom"
	paSubtitle  = "Pairs of units that can learn most from each other"
	paNotice    = "This is an offer, not a ranking. A pair shows where one unit is ahead of what the other still needs."
	paDate      = "Date"
	paUnits     = "Units"
	paWho       = "The pairs"
	paPair      = "Pair"
	paValue     = "Value"
	paValueNote = "The value is the sum, over all dimensions and both ways, of what the lead of the helper covers of the gap of the helped, in levels. " + noteRounding
	paExact     = "These pairs have the largest total value that is possible. Between equal ones the names decide."
	paNotExact  = "With more than %d units not every pairing was tried. The pairs were made better, a few at a time, as long as that was possible. A better pairing may exist."
	paNone      = "There are no pairs yet."
	paLeftOut   = "Without a pair"
	paNoLevel   = "no dimension has enough answers for a level."
	paAlone     = "it is the only unit with levels; a pair needs two."
	paTwo       = "%s and %s"
	paThree     = "%s, %s and %s"
	paDirection = "%s can help %s"
	paWhat      = "With what"
	paHelper    = "Helper"
	paHelped    = "Helped"
	paCovers    = "Covers"
	paExample   = "For example (level of helper, of helped)"
	paTopic     = "%s (%d, %d)"
	paCases     = "Cases to ask about"
	paNoOffer   = "Neither is ahead where the other is below its target. They can still exchange experience."
	paContact   = "Contact: %s"
	paTogether  = "Below target in all of them, to work on together: %s."
)
