package reports

import (
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

// Plan builds the plan of one assessment for a terminal: priorities, road map,
// actions, and what there is to talk about.
func Plan(in Input) document.Document {
	b := newGapBuilder(in)
	d := b.planDocument(plTitle)
	d.Cover.Facts = b.planFacts()
	if len(b.gaps) > 0 {
		d.Sections = append(d.Sections, document.Section{ID: "priorities", Title: plPriorities, Blocks: []document.Block{b.quadrants("")}})
	}
	switch {
	case len(b.a.Plan.Actions) > 0:
		d.Sections = append(d.Sections,
			document.Section{ID: "road-map", Title: plRoadMap, Blocks: b.roadMap("")},
			document.Section{ID: "actions", Title: plActions, Blocks: []document.Block{b.actionTable("")}},
			document.Section{ID: "talk", Title: plTalk, Blocks: b.talk()})
	case len(b.gaps) == 0 && b.card.All.Answered > 0:
		d.Sections = append(d.Sections, section("", paragraph(document.Body, plNothingToDo)))
	default:
		d.Sections = append(d.Sections, section("", paragraph(document.Body, plNothing), paragraph(document.Body, plHowTo)))
	}
	return d
}

// planDocument is a document about the plan, without its content.
func (b *gapBuilder) planDocument(title string) document.Document {
	return document.Document{Title: title, Subject: b.a.Asked.Title, Author: b.Program, Language: b.language(), Created: b.Created,
		Cover: document.Cover{Kicker: b.a.Subject.Name, Title: title}}
}

func (b *gapBuilder) planFacts() []document.Fact {
	m := b.a.RoadMap()
	start := plNoStart
	switch {
	case m.StartGiven:
		start = day(m.Start)
	case m.Start != "":
		start = fmt.Sprintf(plStartDerived, day(m.Start))
	}
	planned, started, done, dropped := planCounts(&b.a.Plan)
	return []document.Fact{
		{Label: plStart, Value: document.Plain(start)},
		{Label: plGaps, Value: document.Plain(fmt.Sprintf(plGapsValue, b.card.BelowTarget(), b.weighedGaps()))},
		{Label: plCount, Value: document.Plain(fmt.Sprintf(plCountValue, planned, started, done, dropped))},
	}
}

// talk lists the findings, or says that there are none.
func (b *gapBuilder) talk() []document.Block {
	if found := findings(b.a, b.a.CheckPlan()); len(found) > 0 {
		return found.blocks()
	}
	return []document.Block{paragraph(document.Body, plNothingToSay)}
}

// RoadMap builds the phases of the plan and what there is to talk about.
func RoadMap(in Input) document.Document {
	b := newGapBuilder(in)
	d := b.planDocument(plRoadMap)
	if len(b.a.Plan.Actions) == 0 {
		d.Sections = append(d.Sections, section("", paragraph(document.Body, plNothing)))
		return d
	}
	d.Sections = append(d.Sections, section("", b.roadMap("")...), section(plTalk, b.talk()...))
	return d
}

// TalkAbout says what there is to talk about for one action, in sentences.
func TalkAbout(a *assessment.Assessment, id assessment.ActionID) []string {
	var own []assessment.Finding
	for _, f := range a.CheckPlan() {
		if f.Action == id || slices.Contains(f.Actions, id) {
			own = append(own, f)
		}
	}
	var lines []string
	for _, t := range findings(a, own) {
		lines = append(lines, t.String())
	}
	return lines
}
