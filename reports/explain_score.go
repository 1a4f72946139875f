package reports

import (
	"fmt"
	"slices"

	"dgca/assessment"
	"dgca/reports/document"
)

func (x *explainer) dimension(i int) []document.Section {
	d := &x.card.Dimensions[i]
	if d.Asked == 0 {
		return []document.Section{section("", paragraph(document.Lead, exDimensionNotAsked))}
	}
	set := x.pick(func(_ *line, p assessment.Place) bool { return p.Dimension == i })
	out := x.set(set, &d.Score)
	out = append(out, x.dimensionTarget(d))
	t := document.Table{Columns: []document.Column{{Title: exElement, Width: 3, RowHeader: true}, {Title: exLevel, Width: 1, Align: document.AlignDecimal},
		{Title: exAnswered, Width: 1, Align: document.AlignEnd}, {Title: exStatus, Width: 2}, {Title: exTopic, Width: 3}}}
	for j := range d.Elements {
		e := &d.Elements[j]
		t.Rows = append(t.Rows, row(e.Title, levelText(&e.Score), answeredText(&e.Score), e.Status.String(), fmt.Sprintf("%s/%s", d.ID, e.ID)))
	}
	return append(out, section(exElements, t, paragraph(document.Small, exElementsNote)))
}

func (x *explainer) element(i, j int) []document.Section {
	e := &x.card.Dimensions[i].Elements[j]
	set := x.pick(func(_ *line, p assessment.Place) bool { return p == assessment.Place{Dimension: i, Element: j} })
	return x.set(set, &e.Score)
}

func (x *explainer) tag(kind tagKind, tag *assessment.TagScore) []document.Section {
	set := x.pick(func(l *line, _ assessment.Place) bool { return slices.Contains(kind.of(l.asked), tag.ID) })
	if len(set) == 0 {
		return []document.Section{section("", paragraph(document.Lead, exTagNotAsked))}
	}
	return x.set(set, &tag.Score)
}

// set explains the score of a set of statements.
func (x *explainer) set(set []*line, s *assessment.Score) []document.Section {
	shown := s.Shown()
	weighted := hasWeights(set)
	lead := exNoLevel
	if shown {
		lead = fmt.Sprintf(exLevelAndName, s.LevelShown(), x.a.LevelNameShown(s.LevelShown()), s.Status)
	}
	summands := section(exSummands, paragraph(document.Body, yesNo(weighted, exFormulaWeighted, exFormula)), summandTable(set, s, weighted, shown))
	var steps items
	if shown {
		steps.add(levelSentence(s, x.a.LevelNameShown(s.LevelShown())))
		steps.add(indexSentence(s))
	}
	if s.Coverage != nil {
		steps.add(coverageSentence(s))
	}
	steps.add(statusSentence(s))
	switch {
	case shown && s.HasRange():
		low, high := rangeSentences(s)
		steps.add(low)
		steps.add(high)
	case shown:
		steps.add(exNoRange)
	}
	if shown && s.EvidenceShare != nil {
		steps.add(fmt.Sprintf(exEvidenceShare, x.a.Asked.EvidenceFrom, exact(s.EvidenceShare), assessment.RoundPercent(s.EvidenceShare)))
	}
	out := []document.Section{section("", paragraph(document.Lead, "%s", lead)), summands, section(exSteps, steps.blocks()...)}
	if without := withoutLevel(set, s); len(without) > 0 {
		out = append(out, section(exWithout, without.blocks()...))
	}
	return out
}

func summandTable(set []*line, s *assessment.Score, weighted, shown bool) document.Table {
	t := document.Table{Columns: []document.Column{{Title: exStatement, Width: 1, RowHeader: true}, {Title: exText, Width: 5}, {Title: exAnswer, Width: 1.5, Align: document.AlignEnd}}}
	if weighted {
		t.Columns = append(t.Columns, document.Column{Title: exWeight, Width: 1, Align: document.AlignDecimal})
		if shown {
			t.Columns = append(t.Columns, document.Column{Title: exProduct, Width: 1, Align: document.AlignDecimal})
		}
	}
	for _, l := range set {
		r := row(string(l.asked.ID), l.asked.Text, choiceWord(l.answer.Choice))
		if weighted {
			product := wordNone
			if level, ok := l.answer.Choice.Level(); ok {
				product = decimal(l.asked.Weight.Units() * int64(level))
			}
			r.Cells = append(r.Cells, document.CellOf(l.asked.Weight.String()))
			if shown {
				r.Cells = append(r.Cells, document.CellOf(product))
			}
		}
		t.Rows = append(t.Rows, r)
	}
	switch {
	case shown && weighted:
		t.Rows = append(t.Rows, row(exSum, "", "", decimal(s.Sums.Answered), decimal(s.Sums.Levels)))
		t.Note = exSumNote
	case shown:
		t.Rows = append(t.Rows, row(exSum, "", decimal(s.Sums.Levels)))
	}
	return t
}

// withoutLevel says what became of the statements that have no level.
func withoutLevel(set []*line, s *assessment.Score) items {
	ids := map[assessment.Choice][]assessment.StatementID{}
	for _, l := range set {
		ids[l.answer.Choice] = append(ids[l.answer.Choice], l.asked.ID)
	}
	var out items
	for _, c := range []struct {
		choice   assessment.Choice
		sentence string
	}{{assessment.Unknown, exUnknownDid}, {assessment.Unanswered, exUnansweredDid}, {assessment.NotApplicable, exNotApplicableDid}} {
		if found := ids[c.choice]; len(found) > 0 {
			out.add(fmt.Sprintf(c.sentence, len(found), commas(found)))
		}
	}
	if s.SetChanged {
		out.add(fmt.Sprintf(exSetChanged, s.NotApplicable, s.Asked))
	}
	return out
}

// dimensionTarget explains the target of a dimension and the gap to it.
func (x *explainer) dimensionTarget(d *assessment.DimensionScore) document.Section {
	var out items
	out.add(targetSentence(d))
	if d.Target.Reason != "" {
		out.add(fmt.Sprintf(exTargetReason, d.Target.Reason))
	}
	if d.Shown() {
		out.add(fmt.Sprintf(exMeanTarget, d.Target.Mean.RatString(), tenths(d.Target.Mean)))
		if d.Target.Gap.Sign() > 0 {
			out.add(fmt.Sprintf(exGapIs, d.Target.Mean.RatString(), d.Level.RatString(), d.Target.Gap.RatString(), tenths(d.Target.Gap)))
		} else {
			out.add(exNoGapIs)
		}
	}
	if d.Target.Answered > 0 {
		out.add(fmt.Sprintf(exBelowTarget, d.Target.BelowTarget, d.Target.Answered))
	}
	return section(exTargetTitle, out.blocks()...)
}

func targetSentence(d *assessment.DimensionScore) string {
	if d.Target.Default {
		return fmt.Sprintf(exTargetDefault, d.Target.Level, d.Target.Months)
	}
	return fmt.Sprintf(exTargetChosen, d.Target.Level, d.Target.Months)
}
