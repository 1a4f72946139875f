package questionnaires

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The longest texts, in words, that people read through in a meeting.
const (
	textWords       = 25
	anchorWords     = 22
	helpWords       = 40
	goodEnoughWords = 30
	minEvidence     = 2
	maxEvidence     = 4
)

// wording gives advice on a questionnaire without problems.
func (c *checker) wording() {
	c.eachStatement(c.statementWording)
	c.quickEverywhere()
	if own := BuiltIn(); c.q.ID == own.ID && c.q.Digest() != own.Digest() {
		c.advise("id", "choose an id of your own", "the id %q is that of the built-in questionnaire, but this one differs from it", c.q.ID)
	}
}

func (c *checker) statementWording(d *Dimension, at string, s *Statement) {
	id := s.ID
	if d.Code != "" && !strings.HasPrefix(string(id), d.Code+"-") {
		c.advise(at+".id", "begin it with "+d.Code+"-", "the id %s does not begin with the code of its dimension", id)
	}
	c.words(at+".text", "text of "+string(id), s.Text.Common, textWords)
	for _, kind := range slices.Sorted(maps.Keys(s.Text.ByKind)) {
		c.words(fmt.Sprintf("%s.text.%s", at, kind), "text of "+string(id), s.Text.ByKind[kind], textWords)
	}
	seen := names{}
	for l := Level(1); l <= c.q.Levels(); l++ {
		at := fmt.Sprintf("%s.anchors.%d", at, l)
		c.words(at, fmt.Sprintf("anchor %d of %s", l, id), s.Anchors[l], anchorWords)
		if seen.twice(oneLine(s.Anchors[l])) != "" {
			c.advise(at, "say what is different at this level", "the anchor %d of %s says the same as a lower one", l, id)
		}
	}
	c.words(at+".help", "help of "+string(id), s.Help, helpWords)
	c.words(at+".good_enough", "good_enough of "+string(id), s.GoodEnough, goodEnoughWords)
	if n := len(s.Evidence); n < minEvidence || n > maxEvidence {
		c.advise(at+".evidence", "name two to four documents or data that would show the level", "%s names %d pieces of evidence", id, n)
	}
	if n, want := len(s.NextSteps), int(c.q.Levels())-1; n != want {
		c.advise(at+".next_steps", fmt.Sprintf("write one step from each level to the next, %d in all", want), "%s has %d next steps", id, n)
	}
}

// words counts a placeholder as one word, as its writer sees it.
func (c *checker) words(at, what, text string, most int) {
	if n := len(strings.Fields(text)); n > most {
		c.advise(at, "shorten it", "the %s has %d words; at most %d are read with ease", what, n, most)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// quickEverywhere looks for dimensions that the quick scope leaves out.
func (c *checker) quickEverywhere() {
	if c.q.count(true) == 0 {
		return
	}
	for i := range c.q.Dimensions {
		d := &c.q.Dimensions[i]
		quick := false
		for _, e := range d.Elements {
			quick = quick || slices.ContainsFunc(e.Statements, func(s Statement) bool { return s.Quick })
		}
		if !quick {
			c.advise(item("dimensions", i), "mark some of its statements with quick: true",
				"the quick scope asks nothing in the dimension %q, so it has no overall level", string(d.ID))
		}
	}
}
