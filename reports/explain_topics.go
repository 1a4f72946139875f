package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/reports/document"
)

// UnknownTopicError says that nothing can be explained under a name.
type UnknownTopicError struct {
	Topic string
	Near  []string // the most similar topics, best first; may be empty
}

func (e *UnknownTopicError) Error() string {
	if len(e.Near) == 0 {
		return fmt.Sprintf(exUnknown, e.Topic)
	}
	return fmt.Sprintf(exUnknownNear, e.Topic, commas(e.Near))
}

// topic is something that can be explained.
type topic struct {
	name  string
	title string
	build func() []document.Section
}

// topics lists what can be explained, in order: the general topics, then
// dimensions with their elements, statements, and tags. Every name is there
// once; where an id is taken, the name gets its kind before it, as in lens/IND.
func (x *explainer) topics() []topic {
	t := topicList{}
	for _, g := range []topic{
		{"overall", exOverallTitle, x.overall}, {"weakest", exWeakestTitle, x.weakest}, {"gaps", exGapsTitle, x.gapList},
		{"priority", exPriorityTitle, x.priority}, {"coverage", exCoverageTitle, x.coverage}, {"weights", exWeightsTitle, x.weights},
		{"targets", exTargetsTitle, x.targets}, {"plan", exPlanTitle, x.plan},
	} {
		t.add("", g.name, g.title, g.build)
	}
	for i := range x.a.Plan.Actions {
		id := x.a.Plan.Actions[i].ID
		t.add("action/", string(id), fmt.Sprintf(exActionTitle, id), func() []document.Section { return x.action(id) })
	}
	for i := range x.card.Dimensions {
		d := &x.card.Dimensions[i]
		t.add("dimension/", string(d.ID), d.Title, func() []document.Section { return x.dimension(i) })
		for j := range d.Elements {
			t.add("element/", fmt.Sprintf("%s/%s", d.ID, d.Elements[j].ID), d.Elements[j].Title, func() []document.Section { return x.element(i, j) })
		}
	}
	for i := range x.statements {
		l := &x.statements[i]
		t.add("statement/", string(l.asked.ID), string(l.asked.ID), func() []document.Section { return x.statement(i) })
	}
	for _, kind := range x.tagKinds() {
		for i := range kind.scores {
			tag := &kind.scores[i]
			t.add(kind.prefix, tag.ID, tag.Name, func() []document.Section { return x.tag(kind, tag) })
		}
	}
	return t.topics
}

type topicList struct {
	topics []topic
	taken  map[string]bool
}

func (t *topicList) add(prefix, name, title string, build func() []document.Section) {
	if t.taken == nil {
		t.taken = map[string]bool{}
	}
	if t.taken[strings.ToLower(name)] {
		name = prefix + name
	}
	t.taken[strings.ToLower(name)] = true
	t.topics = append(t.topics, topic{name, title, build})
}

// tagKind is a catalogue of tags with their scores.
type tagKind struct {
	prefix string
	scores []assessment.TagScore
	of     func(*assessment.AskedStatement) []string
	in     string // the sentence that says that a statement carries a tag
}

func (x *explainer) tagKinds() []tagKind {
	return []tagKind{
		{"lens/", x.card.Lenses, func(s *assessment.AskedStatement) []string { return s.Lenses }, exInLens},
		{"change/", x.card.ChangeLevels, func(s *assessment.AskedStatement) []string { return s.ChangeLevels }, exInChange},
		{"principle/", x.card.Principles, func(s *assessment.AskedStatement) []string { return s.Principles }, exInPrinciple},
	}
}

// find returns the topic with a name, in any case of letters.
func (x *explainer) find(name string) (topic, error) {
	name = strings.TrimSpace(name)
	if strings.EqualFold(name, "priorities") {
		name = "priority"
	}
	topics := x.topics()
	for _, t := range topics {
		if strings.EqualFold(t.name, name) {
			return t, nil
		}
	}
	return topic{}, &UnknownTopicError{Topic: name, Near: nearest(name, topics)}
}

// nearest returns up to three topics that somebody may have meant: those that
// contain the name or are named so in full, then those a few letters away.
func nearest(name string, topics []topic) []string {
	const most = 3
	type candidate struct {
		name     string
		distance int
	}
	wanted := strings.ToLower(name)
	limit := max(2, len(wanted)/3)
	var found []candidate
	for _, t := range topics {
		lower := strings.ToLower(t.name)
		d := editDistance(wanted, lower)
		if wanted != "" && (strings.Contains(lower, wanted) || strings.Contains(strings.ToLower(t.title), wanted)) {
			d = min(d, 1)
		}
		if d <= limit {
			found = append(found, candidate{t.name, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var names []string
	for _, c := range found[:min(most, len(found))] {
		names = append(names, c.name)
	}
	return names
}

// editDistance counts the letters to insert, remove or replace to turn a into
// b. Long names are not compared: nobody mistypes a whole sentence.
func editDistance(a, b string) int {
	const longest = 64
	x, y := []rune(a), []rune(b)
	if len(x) > longest || len(y) > longest {
		return max(len(x), len(y))
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(y)]
}
