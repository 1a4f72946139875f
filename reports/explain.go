package reports

import (
	"dgca/assessment"
	"dgca/reports/document"
)

// Explain says how a number came about, with the answers of the assessment: the
// summands, the sum, the exact fraction, the value as shown, and the rule that
// decided its status. The topics are those of Topics. A name that is none gives
// an *UnknownTopicError.
//
// A number that may not be shown is not explained either: the answers and the
// rule stand in its place.
func Explain(in Input, name string) (document.Document, error) {
	x := newExplainer(in)
	t, err := x.find(name)
	if err != nil {
		return document.Document{}, err
	}
	return document.Document{
		Title: t.title, Subject: x.a.Asked.Title, Author: in.Program, Language: x.language(), Created: in.Created,
		Cover:    document.Cover{Kicker: x.a.Subject.Name, Title: t.title},
		Sections: t.build(),
	}, nil
}

// Topics lists what Explain can explain about an assessment: overall, weakest,
// gaps, priority, coverage, weights, targets and plan; each action of the plan;
// each dimension by its id and each element as dimension/element; each
// statement; each lens, level of change and principle.
func Topics(in Input) []string {
	var names []string
	for _, t := range newExplainer(in).topics() {
		names = append(names, t.name)
	}
	return names
}

// explainer holds what the explanations need beside the results.
type explainer struct {
	*gapBuilder
	places []assessment.Place // of the statements, in their order
}

func newExplainer(in Input) *explainer {
	x := &explainer{gapBuilder: newGapBuilder(in)}
	for _, p := range x.a.Asked.Statements() {
		x.places = append(x.places, p)
	}
	return x
}

// pick returns the statements of a set.
func (x *explainer) pick(in func(l *line, p assessment.Place) bool) []*line {
	var set []*line
	for i := range x.statements {
		if in(&x.statements[i], x.places[i]) {
			set = append(set, &x.statements[i])
		}
	}
	return set
}

// items collects sentences for a list.
type items []document.Text

func (s *items) add(sentence string) { *s = append(*s, document.Plain(sentence)) }

func (s items) blocks() []document.Block {
	if len(s) == 0 {
		return nil
	}
	return []document.Block{document.List{Items: s}}
}

func section(title string, blocks ...document.Block) document.Section {
	return document.Section{Title: title, Blocks: blocks}
}

// row makes a table row of plain cells.
func row(cells ...string) document.Row {
	var r document.Row
	for _, c := range cells {
		r.Cells = append(r.Cells, document.CellOf(c))
	}
	return r
}

// yesNo is the word for a condition.
func yesNo(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}
