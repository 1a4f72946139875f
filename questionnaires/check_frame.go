package questionnaires

import (
	"slices"
)

const (
	minLevels = 2
	maxLevels = 7
	maxGrade  = 5
)

// horizons are the months that people can choose for a target.
var horizons = []int{12, 24, 36}

func (c *checker) units() {
	seen := names{}
	for i, u := range c.q.Units {
		at := item("units", i)
		if !slices.Contains(unitKinds, u.Kind) {
			c.add(at, kindHint(), "%q is not a kind of unit", shorten(string(u.Kind)))
		}
		c.name(seen, at+".name", "name of the unit", u.Name)
		c.required(at+".phrase", "phrase of the unit", u.Phrase)
	}
}

func (c *checker) scale() {
	if n := len(c.q.Scale); n < minLevels || n > maxLevels {
		c.unscaled = true
		c.add("scale", "write 2 to 7 levels", "the scale has %d levels", n)
	}
	seen := names{}
	for i, l := range c.q.Scale {
		at := item("scale", i)
		if int(l.Level) != i+1 {
			c.add(at+".level", "number the levels 1, 2, 3 and so on, the lowest first", "this is level %d of the scale, but it has the number %d", i+1, l.Level)
		}
		c.name(seen, at+".name", "name of the level", l.Name)
	}
}

// levels checks the places outside the scale that name a level of it.
func (c *checker) levels() {
	c.level("default_target.level", "default target", c.q.DefaultTarget.Level, c.given.DefaultTarget.Level)
	c.level("evidence_from_level", "level from which evidence is expected", c.q.EvidenceFrom, c.given.EvidenceFrom)
	c.level("prerequisite_level", "level of prerequisites", c.q.PrerequisiteLevel, c.given.PrerequisiteLevel)
	months := c.q.DefaultTarget.Months
	if g := c.given.DefaultTarget.Months; g != nil {
		months = *g
	}
	if !slices.Contains(horizons, months) {
		c.add("default_target.months", "write 12, 24 or 36", "a target cannot be set for %d months", months)
	}
}

// level checks a level in use, or the one that the file gives: a zero in the
// file would otherwise pass for a value that was left out.
func (c *checker) level(path, what string, l Level, given *Level) {
	if given != nil {
		l = *given
	}
	if k := c.q.Levels(); !c.unscaled && (l < 1 || l > k) {
		c.add(path, "write a level of the scale", "the %s is %d, but the scale has the levels 1 to %d", what, l, k)
	}
}

func (c *checker) catalogues() {
	q := c.q
	c.required("other_answers.unknown.name", "name of the answer", q.OtherAnswers.Unknown.Name)
	c.required("other_answers.not_applicable.name", "name of the answer", q.OtherAnswers.NotApplicable.Name)
	c.required("confidence.low", "meaning of low confidence", q.Confidence.Low)
	c.required("confidence.medium", "meaning of medium confidence", q.Confidence.Medium)
	c.required("confidence.high", "meaning of high confidence", q.Confidence.High)
	c.grades("importance", q.Importance)
	c.grades("feasibility", q.Feasibility)
	c.tags("lenses", "lens", q.Lenses)
	c.tags("change_levels", "level of change", q.ChangeLevels)
	ids, seen := names{}, names{}
	for i, b := range q.Barriers {
		at := item("barriers", i)
		c.identifier(ids, at, "id of the barrier", b.ID, tagID(), tagIDHint)
		c.name(seen, at, "meaning of the barrier", b.Meaning)
	}
	ids, seen = names{}, names{}
	for i, p := range q.Principles {
		at := item("principles", i)
		c.identifier(ids, at, "id of the principle", p.ID, tagID(), tagIDHint)
		c.name(seen, at+".name", "name of the principle", p.Name)
		c.required(at+".group", "group of the principle", p.Group)
	}
}

func (c *checker) grades(path string, grades []Grade) {
	if len(grades) != maxGrade {
		c.add(path, "write the grades 1, 2, 3, 4 and 5, each with its meaning", "there are %d grades of %s", len(grades), path)
	}
	for i, g := range grades {
		if g.Grade != i+1 && i < maxGrade {
			c.add(item(path, i), "write the grades 1 to 5 in this order", "the grade %d is expected here, not %d", i+1, g.Grade)
		}
		c.required(item(path, i), "meaning of the grade", g.Meaning)
	}
}

func (c *checker) tags(path, what string, tags []Tag) {
	ids, seen := names{}, names{}
	for i, t := range tags {
		at := item(path, i)
		c.identifier(ids, at, "id of the "+what, t.ID, tagID(), tagIDHint)
		c.name(seen, at+".name", "name of the "+what, t.Name)
	}
}

// scopes checks the numbers of statements that the file gives: people plan the
// length of a meeting by them.
func (c *checker) scopes() {
	c.scope("scopes.full", c.q.Scopes.Full, c.q.count(false))
	c.scope("scopes.quick", c.q.Scopes.Quick, c.q.count(true))
}

func (c *checker) scope(path string, s Scope, statements int) {
	if s == (Scope{}) {
		return
	}
	c.required(path+".name", "name of the scope", s.Name)
	if s.Statements != statements {
		c.add(path+".statements", "leave this key out, and it is counted", "the scope has %d statements, not %d", statements, s.Statements)
	}
	if s.MinutesAlone < 0 || s.MinutesGroup < 0 {
		c.add(path, "leave the minutes out, and they are estimated", "minutes cannot be negative")
	}
}
