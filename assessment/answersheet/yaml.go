package answersheet

import (
	"slices"
	"strings"

	"dgca/assessment/sheet"
	"dgca/questionnaires/strictyaml"
	"go.yaml.in/yaml/v3"
)

// parseYAML reads a document with one key, "answers". Below it stands either a
// mapping, as in a result file,
//
//	answers:
//	  LEA-01: {answer: 3, evidence: Decision 12}
//	  LEA-02: 4
//
// or a list of entries that each name their statement.
func (s *Sheet) parseYAML(text []byte) strictyaml.Problems {
	doc, err := strictyaml.Parse(s.File, text)
	if err != nil {
		if ps, ok := err.(strictyaml.Problems); ok {
			return ps
		}
		return s.problems(1, 1, "", "%v", err)
	}
	if line, ok := sheet.FormatLine(text); ok {
		return s.problems(line, 1, "take the answers out as a table: dgca show --format csv FILE",
			"this is no answers file but another file of dgca, such as a result")
	}
	var content struct {
		Answers yamlAnswers `yaml:"answers"`
	}
	content.Answers.sheet = s
	if ps := doc.Decode(&content); len(ps) > 0 {
		return ps
	}
	if !content.Answers.found {
		return s.problems(1, 1, `write "answers:" and below it lines such as "LEA-01: 3"`, "the file has no answers")
	}
	return nil
}

// yamlAnswers puts what stands below "answers" into its sheet.
type yamlAnswers struct {
	sheet *Sheet
	found bool
}

// UnmarshalYAML accepts a mapping or a list.
func (y *yamlAnswers) UnmarshalYAML(n *yaml.Node) error {
	var problems strictyaml.Problems
	y.found = true
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			e := &entry{sheet: y.sheet, line: key.Line, column: key.Column}
			e.set(statementName, key.Value, key.Line, key.Column)
			if value.Kind == yaml.ScalarNode {
				e.yamlField(answerName, value)
			} else {
				e.yamlFields(value, names[1:])
			}
			problems = append(problems, e.finish()...)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			e := &entry{sheet: y.sheet, line: item.Line, column: item.Column}
			e.yamlFields(item, names)
			problems = append(problems, e.finish()...)
		}
	default:
		problems = y.sheet.problems(n.Line, n.Column, `write below it lines such as "LEA-01: 3"`, "expected a mapping or a list of answers")
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// yamlFields reads the keys of one answer.
func (e *entry) yamlFields(n *yaml.Node, known []string) {
	if n.Kind != yaml.MappingNode {
		e.add(n.Line, n.Column, `write such as {answer: 3, comment: "..."}`, "expected an answer")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !slices.Contains(known, key.Value) {
			e.add(key.Line, key.Column, "possible here: "+strings.Join(known, ", "), "unknown key %q", sheet.Shorten(key.Value))
			continue
		}
		e.yamlField(key.Value, value)
	}
}

func (e *entry) yamlField(name string, n *yaml.Node) {
	switch {
	case n.Kind != yaml.ScalarNode:
		e.add(n.Line, n.Column, `put text that starts with [ or { or holds ": " in quotes`, "expected text below %q", name)
	case n.Tag == "!!null":
		e.set(name, "", n.Line, n.Column)
	default:
		e.set(name, n.Value, n.Line, n.Column)
	}
}
