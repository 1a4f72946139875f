package reports

import (
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

// statement explains one statement: its answer, what it counts into, and its
// gap.
func (x *explainer) statement(i int) []document.Section {
	l, place := &x.statements[i], x.places[i]
	level, answered := l.answer.Choice.Level()
	lead := fmt.Sprintf(exAnswerIs, choiceWord(l.answer.Choice))
	if answered {
		lead = fmt.Sprintf(exAnswerLevel, level, x.a.Asked.LevelName(level))
	}
	first := section("", paragraph(document.Lead, "%s", lead), paragraph(document.Quote, "%s", l.asked.Text))
	if facts := statementFacts(l, answered && level >= x.a.Asked.EvidenceFrom); len(facts) > 0 {
		first.Blocks = append(first.Blocks, document.Facts{Items: facts})
	}
	out := []document.Section{first}
	if l.full != nil {
		out = append(out, section(exAnchors, x.anchors(l)))
	}
	return append(out, section(exCountsInto, x.countsInto(l, place).blocks()...), section(exTargetTitle, x.statementGap(l, place).blocks()...))
}

func statementFacts(l *line, evidenceExpected bool) []document.Fact {
	var facts []document.Fact
	add := func(label, value string) {
		if value != "" {
			facts = append(facts, document.Fact{Label: label, Value: document.Plain(value)})
		}
	}
	add(exReason, l.answer.Reason)
	add(exConfidence, string(l.answer.Confidence))
	evidence := l.answer.Evidence
	if evidence == "" && evidenceExpected {
		evidence = exNoEvidence
	}
	add(exEvidence, evidence)
	add(exComment, l.answer.Comment)
	return facts
}

// anchors lists what each level means, with the chosen one marked.
func (x *explainer) anchors(l *line) document.Table {
	t := document.Table{Columns: []document.Column{{Title: exChosen, Width: 1}, {Title: exLevel, Width: 2.5, RowHeader: true}, {Title: exAnchor, Width: 8}}}
	for _, step := range x.a.Asked.Scale {
		mark := ""
		if chosen, ok := l.answer.Choice.Level(); ok && chosen == step.Level {
			mark = exChosenMark
		}
		t.Rows = append(t.Rows, row(mark, fmt.Sprintf(exLevelName, step.Level, step.Name), x.anchor(l, step.Level)))
	}
	return t
}

// countsInto names the scores that the answer is part of.
func (x *explainer) countsInto(l *line, place assessment.Place) items {
	var out items
	d := &x.a.Asked.Dimensions[place.Dimension]
	switch l.answer.Choice {
	case assessment.Unknown, assessment.Unanswered:
		out.add(exOpenCounts)
	case assessment.NotApplicable:
		out.add(exNotApplicableCounts)
	default:
		out.add(fmt.Sprintf(exWeightIs, l.asked.Weight))
	}
	out.add(fmt.Sprintf(exInDimension, d.Title, d.ID))
	out.add(fmt.Sprintf(exInElement, d.Elements[place.Element].Title, d.ID, d.Elements[place.Element].ID))
	for _, kind := range x.tagKinds() {
		for _, tag := range kind.scores {
			if slices.Contains(kind.of(l.asked), tag.ID) {
				out.add(fmt.Sprintf(kind.in, tag.Name, tag.ID))
			}
		}
	}
	return out
}

// statementGap explains the target of a statement, its gap and its priority.
func (x *explainer) statementGap(l *line, place assessment.Place) items {
	var out items
	d := &x.card.Dimensions[place.Dimension]
	target, sentence := d.Target.Level, fmt.Sprintf(yesNo(d.Target.Default, exFromDefault, exFromDimension), d.Target.Level)
	for _, t := range x.a.Targets.Statements {
		if t.Statement == l.asked.ID {
			target, sentence = t.Level, fmt.Sprintf(exFromStatement, t.Level)
		}
	}
	out.add(sentence)
	level, answered := l.answer.Choice.Level()
	if !answered {
		out.add(exNoGapWithoutLevel)
		return out
	}
	if level >= target {
		out.add(fmt.Sprintf(exMeetsTarget, level, target))
	}
	for i := range x.gaps {
		g := &x.gaps[i]
		if g.Statement != l.asked.ID {
			continue
		}
		if g.Size > 0 {
			out.add(fmt.Sprintf(exStatementGap, g.Target, g.Level, g.Size))
		}
		switch {
		case g.Priority != nil:
			out.add(x.prioritySentence(g))
		case g.Size > 0:
			out.add(exGapNotWeighed)
		}
		if len(g.Before) > 0 {
			out.add(fmt.Sprintf(exPrerequisite, g.Statement, list(g.Before), x.a.Asked.PrerequisiteLevel))
		}
	}
	if len(l.asked.Needs) > 0 {
		out.add(fmt.Sprintf(exNeeds, list(l.asked.Needs)))
	}
	return out
}
