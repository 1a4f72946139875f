package reports

import (
	"fmt"
	"slices"
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
		d.Sections = append(d.Sections, document.Section{ID: pairID(i), Title: p.pairName(g.Members), Blocks: p.group(g)})
	}
	return d
}

// pairing holds what the pairs are told from.
type pairing struct {
	PairsInput
	exchange
	peers   []assessment.Peer
	pairing assessment.Pairing
}

func newPairing(in PairsInput) *pairing {
	p := &pairing{PairsInput: in}
	p.exchange = exchange{titles: map[assessment.DimensionID]string{}, contacts: in.Contacts,
		offers: func(from, to int) []assessment.PeerOffer { return assessment.PeerOffers(p.peers, from, to) },
		topics: func(from, to int, dim assessment.DimensionID) []assessment.HelpTopic {
			return assessment.HelpTopics(in.Units[from].Assessment, in.Units[to].Assessment, dim)
		},
		level: p.levelOf, cases: p.casesOf}
	for _, u := range in.Units {
		p.exchange.names = append(p.exchange.names, u.Name)
		p.peers = append(p.peers, assessment.NewPeer(u.Order, u.Assessment.Score()))
		for _, d := range u.Assessment.Asked.Dimensions {
			p.titles[d.ID] = d.Title
		}
	}
	p.pairing = assessment.PairPeers(p.peers)
	return p
}

func (p *pairing) levelOf(unit int, dim assessment.DimensionID) string {
	if d := p.peerDimension(unit, dim); d != nil {
		return tenths(d.Level)
	}
	return wordNone
}

func (p *pairing) peerDimension(unit int, dim assessment.DimensionID) *assessment.PeerDimension {
	of := p.peers[unit].Dimensions
	for i := range of {
		if of[i].ID == dim {
			return &of[i]
		}
	}
	return nil
}

// casesOf are the cases of a unit in a dimension, each once: an agreed sheet
// repeats those of its people.
func (p *pairing) casesOf(unit int, dim assessment.DimensionID) []assessment.Case {
	var out []assessment.Case
	for _, n := range p.Units[unit].Notes {
		if n.Dimension == dim && n.Case != nil && !slices.Contains(out, *n.Case) {
			out = append(out, *n.Case)
		}
	}
	return out
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
	blocks := p.list(&p.pairing)
	if len(left) > 0 {
		items := document.List{}
		for _, l := range left {
			items.Items = append(items.Items, document.Text{{Text: l.Name, Strong: true}, {Text: ": " + l.Why}})
		}
		blocks = append(blocks, document.Heading{Level: 3, Text: paLeftOut}, items)
	}
	return blocks
}

// group tells of one pair or trio.
func (p *pairing) group(g *assessment.PeerGroup) []document.Block {
	blocks := p.blocks(g.Members)
	if together := p.together(g.Members); together != "" {
		blocks = append(blocks, paragraph(document.Body, paTogether, together))
	}
	return blocks
}

// together names the dimensions in which every unit of a group has a gap: they
// can work on them side by side.
func (p *pairing) together(members []int) string {
	var titles []string
	for _, d := range p.peers[members[0]].Dimensions {
		all := true
		for _, i := range members {
			other := p.peerDimension(i, d.ID)
			all = all && other != nil && other.Gap != nil && assessment.RoundTenths(other.Gap) > 0
		}
		if all {
			titles = append(titles, p.titles[d.ID])
		}
	}
	return commas(titles)
}

// The words of the paper on pairs.
const (
	paTitle    = "Who can help whom"
	paSubtitle = "Pairs of units that can learn most from each other"
	paNotice   = "This is an offer, not a ranking. A pair shows where one unit is ahead of what the other still needs."
	paDate     = "Date"
	paUnits    = "Units"
	paWho      = "The pairs"
	paLeftOut  = "Without a pair"
	paNoLevel  = "no dimension has enough answers for a level."
	paAlone    = "it is the only unit with levels; a pair needs two."
	paTogether = "Below target in all of them, to work on together: %s."
)
