package reports

import (
	"fmt"

	"dgca/reports/document"
)

// glossary explains the words of the report, those of parts that it has.
func (b *gapBuilder) glossary() document.Section {
	var facts []document.Fact
	add := func(when bool, term, meaning string) {
		if when {
			facts = append(facts, document.Fact{Label: term, Value: document.Plain(meaning)})
		}
	}
	k := b.a.Asked.Levels()
	weighed := b.anyWeighed()
	add(true, "Unit", "What is assessed: a government, an institution, a local government or another public organisation.")
	add(true, "Dimension", "A part of digital government capability, such as leadership. It has elements, and each element has statements.")
	add(true, "Statement", "One sentence about the unit. The answer is a level.")
	add(true, "Level", fmt.Sprintf("Where the unit stands, from 1 to %d. A level includes those below it.", k))
	add(b.Questionnaire != nil, "Anchor", "The words that say what a level means for one statement.")
	add(true, "Target", "The level that the unit wants to reach, and in how many months.")
	add(true, "Gap", "The distance from the level now to the target.")
	add(true, "Coverage", "The share of the applicable statements that have a level.")
	add(true, "Preliminary", "A level with a coverage from 60 % to 79 %.")
	add(true, "Range", "Where a level would lie if every open statement were at the lowest or at the highest level.")
	add(true, "Evidence", "A document or figure that shows that an answer is right.")
	add(weighed, "Importance, feasibility", "What closing a gap would bring, and how easy it is, from 1 to 5 each.")
	add(weighed, "Priority", "A number from 0 to 100, made of importance, gap and feasibility.")
	add(anyShown(b.card.Lenses), "Lens", "A subject that runs through all dimensions.")
	add(anyShown(b.card.ChangeLevels), "Level of change", "Whether a statement is about people, about one organisation, or about the rules and systems of all.")
	add(anyShown(b.card.Principles), "Principle", "One of the principles of effective governance for sustainable development.")
	add(b.Options.Previous != nil, "Round", "One assessment of a unit that is assessed again and again.")
	return document.Section{ID: "glossary", Title: "Glossary", Blocks: []document.Block{document.Facts{Items: facts}}}
}
