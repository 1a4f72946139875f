package questionnaires

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

const maxStepMonths = 120

var (
	stepKinds = []string{"policy", "legal", "organisation", "people", "money", "data", "technology"}
	stepCosts = []string{"low", "medium", "high"}
)

func (c *checker) dimensionList() {
	if len(c.q.Dimensions) == 0 {
		c.add("dimensions", "write at least one dimension, or the name of a dimension file", "there is no dimension")
	}
	tags := catalogue{
		lenses:       tagSet(c.q.Lenses, func(t Tag) string { return t.ID }),
		changeLevels: tagSet(c.q.ChangeLevels, func(t Tag) string { return t.ID }),
		principles:   tagSet(c.q.Principles, func(p Principle) string { return p.ID }),
	}
	ids, titles, statements := names{}, names{}, names{}
	for i := range c.q.Dimensions {
		d := &c.q.Dimensions[i]
		at := item("dimensions", i)
		if c.unread(i) {
			continue
		}
		c.identifier(ids, at+".id", "id of the dimension", string(d.ID), wordID(), wordIDHint)
		c.name(titles, at+".title", "title of the dimension", d.Title)
		if d.Format != "" && d.Format != DimensionFormat {
			c.add(at+".format", "leave this key out", "%q is not the format of a dimension", shorten(d.Format))
		}
		if d.Code != "" {
			c.pattern(at+".code", "code of the dimension", d.Code, codePattern(), "write at most 8 capital letters and digits, such as LEA")
		}
		if len(d.Elements) == 0 {
			c.add(at+".elements", "write at least one element with its statements", "the dimension has no elements")
		}
		elements, elementTitles := names{}, names{}
		for j := range d.Elements {
			e := &d.Elements[j]
			at := item(at+".elements", j)
			c.identifier(elements, at+".id", "id of the element", string(e.ID), wordID(), wordIDHint)
			c.name(elementTitles, at+".title", "title of the element", e.Title)
			if len(e.Statements) == 0 {
				c.add(at+".statements", "write at least one statement, or remove the element", "the element has no statements")
			}
			for k := range e.Statements {
				s := &e.Statements[k]
				at := item(at+".statements", k)
				c.identifier(statements, at+".id", "id of the statement", string(s.ID), statementID(), statementIDHint)
				c.statement(at, s, tags)
			}
		}
	}
}

// catalogue holds the ids of the tags that statements may carry.
type catalogue struct{ lenses, changeLevels, principles []string }

func tagSet[T any](tags []T, id func(T) string) []string {
	ids := make([]string, len(tags))
	for i, t := range tags {
		ids[i] = id(t)
	}
	return ids
}

func (c *checker) statement(at string, s *Statement, tags catalogue) {
	c.text(at+".text", s.Text)
	c.anchors(at+".anchors", s.Anchors)
	c.nextSteps(at+".next_steps", s.NextSteps)
	c.tagged(at+".lenses", "lens", s.Lenses, tags.lenses)
	c.tagged(at+".change_levels", "level of change", s.ChangeLevels, tags.changeLevels)
	c.tagged(at+".principles", "principle", s.Principles, tags.principles)
	seen := names{}
	for i, target := range s.SDGs {
		at := item(at+".sdgs", i)
		if !sdgTarget().MatchString(target) {
			c.add(at, `write a target such as "16.6", in quotes`, "%q is not a target of the SDGs", shorten(target))
		}
		c.once(seen, at, "target", target)
	}
}

func (c *checker) text(at string, w Wording) {
	if w.ByKind == nil {
		c.required(at, "text of the statement", w.Common)
		return
	}
	var missing []string
	for _, u := range c.q.Units {
		if w.For(u.Kind) == "" {
			missing = append(missing, string(u.Kind))
		}
	}
	if len(missing) > 0 {
		c.add(at, "write one text for each kind of unit, or one text for all", "there is no text for the kind of unit %s", strings.Join(missing, ", "))
	}
}

func (c *checker) anchors(at string, anchors map[Level]string) {
	k := c.q.Levels()
	switch {
	case c.unscaled:
		return
	case len(anchors) == 0:
		c.add(at, fmt.Sprintf("write one anchor for each level, 1 to %d", k), "the statement has no anchors")
		return
	}
	var missing []string
	for l := Level(1); l <= k; l++ {
		text, ok := anchors[l]
		switch {
		case !ok:
			missing = append(missing, fmt.Sprint(int(l)))
		case text == "":
			c.add(fmt.Sprintf("%s.%d", at, l), "write what can be seen at this level", "the anchor of level %d is empty", l)
		}
	}
	if len(missing) > 0 {
		c.add(at, fmt.Sprintf("write one anchor for each level, 1 to %d", k), "there is no anchor for level %s", strings.Join(missing, ", "))
	}
	for _, l := range slices.Sorted(maps.Keys(anchors)) {
		if l < 1 || l > k {
			c.add(fmt.Sprintf("%s.%d", at, l), "remove it, or add the level to the scale", "there is an anchor for level %d, but the scale has the levels 1 to %d", l, k)
		}
	}
}

func (c *checker) nextSteps(at string, steps []NextStep) {
	k := c.q.Levels()
	before := Level(0)
	for i, s := range steps {
		at := item(at, i)
		switch {
		case c.unscaled:
		case s.From < 1 || s.From >= k:
			c.add(at+".from", fmt.Sprintf("take this step out: level %d is the highest", k), "no step leads from level %d to a higher one", s.From)
		case s.From <= before:
			c.add(at+".from", "write one step for each level, the lowest first", "the step from level %d does not belong here", s.From)
		default:
			before = s.From
		}
		c.required(at+".action", "action of the step", s.Action)
		c.oneOf(at+".kind", "kind of action", s.Kind, stepKinds)
		c.oneOf(at+".cost", "class of cost", s.Cost, stepCosts)
		if s.Months < 0 || s.Months > maxStepMonths {
			c.add(at+".months", "write the usual duration in months, at most 120", "a step cannot take %d months", s.Months)
		}
	}
}

// oneOf checks a word that may be left out.
func (c *checker) oneOf(at, what, word string, known []string) {
	if word != "" && !slices.Contains(known, word) {
		c.add(at, "possible here: "+strings.Join(known, ", "), "%q is not a %s", shorten(word), what)
	}
}

func (c *checker) tagged(at, what string, tags, known []string) {
	seen := names{}
	for i, t := range tags {
		at := item(at, i)
		if !slices.Contains(known, t) {
			c.add(at, "possible here: "+strings.Join(known, ", "), "the questionnaire has no %s %q", what, shorten(t))
			continue
		}
		c.once(seen, at, what, t)
	}
}
