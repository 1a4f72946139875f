package reports

import (
	"fmt"
	"strings"

	"dgca/assessment"
)

// finding is the result in a few sentences: where the unit stands and how far it
// is from its targets; or why there is no result.
func (b *gapBuilder) finding() string {
	o, all, unit := &b.card.Overall, &b.card.All, b.a.Subject.Name
	switch {
	case o.Shown():
		return strings.Join(nonEmpty(b.standing(), b.weakestFinding(), b.distance()), " ")
	case o.Counted == 1 && len(o.NotAsked) == len(b.card.Dimensions)-1:
		return strings.Join(nonEmpty(b.onlyDimension(), b.distance()), " ")
	case o.Counted > 0:
		return strings.Join(nonEmpty(b.whyNoOverall(), b.weakestFinding(), b.distance()), " ")
	case all.Applicable == 0:
		return fmt.Sprintf("%s: all %d statements were answered as not applicable, so there is no result.", unit, all.Asked)
	case all.Unknown == all.Asked:
		return fmt.Sprintf("%s: all %d statements were answered with \"don't know\", so there is no result.", unit, all.Asked)
	case all.Unanswered == all.Asked:
		return fmt.Sprintf("%s: no statement has been answered yet, so there is no result.", unit)
	}
	return fmt.Sprintf("%s: there are not enough answers yet for a result. A level was given for %s.", unit, applicableText(all))
}

func (b *gapBuilder) standing() string {
	o := &b.card.Overall
	level, k, name := o.LevelShown(), b.a.Asked.Levels(), b.a.LevelNameShown(o.LevelShown())
	switch one, preliminary := len(b.card.Dimensions) == 1, o.Status == assessment.Preliminary; {
	case one && preliminary:
		return fmt.Sprintf("%s stands at level %s of %d (%s). This is preliminary.", b.a.Subject.Name, level, k, name)
	case one:
		return fmt.Sprintf("%s stands at level %s of %d (%s).", b.a.Subject.Name, level, k, name)
	case preliminary:
		return fmt.Sprintf("%s stands at level %s of %d (%s) overall. This is preliminary.", b.a.Subject.Name, level, k, name)
	}
	return fmt.Sprintf("%s stands at level %s of %d (%s) overall.", b.a.Subject.Name, level, k, name)
}

// onlyDimension is the standing where one dimension of several was asked.
func (b *gapBuilder) onlyDimension() string {
	o := &b.card.Overall
	name, level, k := b.dimensionNames(o.Weakest), o.WeakestLevel, b.a.Asked.Levels()
	for i := range b.card.Dimensions {
		if d := &b.card.Dimensions[i]; d.Asked > 0 && d.Status == assessment.Preliminary {
			return fmt.Sprintf("%s stands at level %s of %d (%s) in %s. This is preliminary.", name, level, k, b.a.LevelNameShown(level), b.a.Subject.Name)
		}
	}
	return fmt.Sprintf("%s stands at level %s of %d (%s) in %s.", name, level, k, b.a.LevelNameShown(level), b.a.Subject.Name)
}

// weakestFinding names the weakest dimensions, or the only one that is shown.
func (b *gapBuilder) weakestFinding() string {
	o := &b.card.Overall
	names, level, k := b.dimensionNames(o.Weakest), o.WeakestLevel, b.a.Asked.Levels()
	switch n := len(o.Weakest); {
	case o.Counted == 1 && o.Shown():
		return ""
	case o.Counted == 1:
		return fmt.Sprintf("%s stands at level %s of %d (%s).", names, level, k, b.a.LevelNameShown(level))
	case n == o.Counted && o.Shown():
		return "All its dimensions are at the same level."
	case n == o.Counted:
		return fmt.Sprintf("The dimensions shown are all at level %s of %d: %s.", level, k, names)
	case o.Shown() && n == 1:
		if b.weakestHasLargestGap() {
			return fmt.Sprintf("Its weakest dimension, with the largest gap, is %s, at %s (target %s).", names, level, tenths(b.card.LargestGap()[0].Target.Mean))
		}
		return fmt.Sprintf("Its weakest dimension is %s, at %s.", names, level)
	case o.Shown() && n > 2 && n == o.Counted-1:
		return fmt.Sprintf("All its dimensions but %s are the weakest, at %s each.", b.strongestDimension(), level)
	case o.Shown():
		return fmt.Sprintf("Its weakest dimensions are %s, at %s each.", names, level)
	case n == 1 && b.weakestHasLargestGap():
		return fmt.Sprintf("Of the dimensions shown, %s is the weakest and has the largest gap, at level %s of %d (target %s).", names, level, k, tenths(b.card.LargestGap()[0].Target.Mean))
	case n == 1:
		return fmt.Sprintf("Of the dimensions shown, %s is the weakest, at level %s of %d.", names, level, k)
	}
	return fmt.Sprintf("Of the dimensions shown, these are the weakest, at level %s of %d: %s.", level, k, names)
}

// weakestHasLargestGap reports whether one dimension is both: then one sentence
// says it.
func (b *gapBuilder) weakestHasLargestGap() bool {
	o, largest := &b.card.Overall, b.card.LargestGap()
	return o.Counted > 1 && len(o.Weakest) == 1 && len(largest) == 1 && largest[0].ID == o.Weakest[0]
}

// strongestDimension is the one that is shown and is not among the weakest; call
// it only where there is one.
func (b *gapBuilder) strongestDimension() string {
	weak := map[assessment.DimensionID]bool{}
	for _, id := range b.card.Overall.Weakest {
		weak[id] = true
	}
	for i := range b.card.Dimensions {
		if d := &b.card.Dimensions[i]; d.Asked > 0 && d.Shown() && !weak[d.ID] {
			return d.Title
		}
	}
	return ""
}

// distance says how far the unit is from its targets.
func (b *gapBuilder) distance() string {
	below, answered := b.card.BelowTarget(), b.card.All.Answered
	if below == 0 {
		return ""
	}
	count := fmt.Sprintf("Of %d answered statements, %d are below their target.", answered, below)
	if below == 1 {
		count = fmt.Sprintf("Of %d answered statements, 1 is below its target.", answered)
	}
	largest := b.card.LargestGap()
	if len(largest) != 1 || b.card.Overall.Counted < 2 || b.weakestHasLargestGap() {
		return count
	}
	d := largest[0]
	if !b.card.Overall.Shown() {
		return fmt.Sprintf("%s Of the dimensions shown, the largest gap is in %s (%s, target %s).", count, d.Title, d.LevelShown(), tenths(d.Target.Mean))
	}
	return fmt.Sprintf("%s The largest gap is in %s (%s, target %s).", count, d.Title, d.LevelShown(), tenths(d.Target.Mean))
}

// planOutlook says what the plan would bring.
func (b *gapBuilder) planOutlook() string {
	if len(b.a.Plan.Actions) == 0 {
		return ""
	}
	w := b.a.WhatIf()
	if len(w.Raised) == 0 || !w.Now.Overall.Shown() || !w.Then.Overall.Shown() {
		return ""
	}
	if now, then := w.Now.Overall.LevelShown(), w.Then.Overall.LevelShown(); now != then {
		return fmt.Sprintf("If all actions of the plan reach their targets, the overall level rises from %s to %s.", now, then)
	}
	return fmt.Sprintf("If all actions of the plan reach their targets, this many statements rise to a higher level: %d. The overall level stays at %s.", len(w.Raised), w.Now.Overall.LevelShown())
}

// changeFinding says in a sentence what has changed since the round before.
func (b *gapBuilder) changeFinding() string {
	r := b.Options.Previous
	if r == nil {
		return ""
	}
	var up, down []string
	for i := range r.Dimensions {
		switch d := &r.Dimensions[i]; {
		case !d.Shown() || !d.Clear:
		case d.Change.Sign() > 0:
			up = append(up, d.Title)
		default:
			down = append(down, d.Title)
		}
	}
	before, moved := beforeName(r), ""
	if rose, fell := len(r.Improved(len(r.Statements))), len(r.Concern(len(r.Statements))); rose+fell > 0 {
		moved = fmt.Sprintf(" Statements at a higher level: %d; at a lower level: %d.", rose, fell)
	}
	switch {
	case up != nil && down != nil:
		return fmt.Sprintf("Since %s, clearly higher: %s. Clearly lower: %s.%s", before, list(up), list(down), moved)
	case up != nil:
		return fmt.Sprintf("Since %s, clearly higher: %s.%s", before, list(up), moved)
	case down != nil:
		return fmt.Sprintf("Since %s, clearly lower: %s.%s", before, list(down), moved)
	}
	return fmt.Sprintf("Since %s, no dimension has changed clearly.%s", before, moved)
}

func (b *gapBuilder) whyNoOverall() string {
	o := &b.card.Overall
	if len(o.NotAsked) > 0 {
		return fmt.Sprintf("%s has no overall level: not all dimensions were asked (%d of %d).", b.a.Subject.Name, len(b.card.Dimensions)-len(o.NotAsked), len(b.card.Dimensions))
	}
	const named = 2
	if n := len(o.NotShown); n > named {
		return fmt.Sprintf("%s has no overall level: not enough answers in %d of %d dimensions.", b.a.Subject.Name, n, len(b.card.Dimensions))
	}
	return fmt.Sprintf("%s has no overall level: not enough answers in %s.", b.a.Subject.Name, b.dimensionNames(o.NotShown))
}

func (b *gapBuilder) dimensionNames(ids []assessment.DimensionID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = b.titles[id]
	}
	return list(names)
}
