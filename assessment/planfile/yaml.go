package planfile

import (
	"slices"
	"strings"

	"dgca/assessment"
	"dgca/assessment/sheet"
	"dgca/questionnaires/strictyaml"
	"go.yaml.in/yaml/v3"
)

// parseYAML reads a document with the keys targets, weighing and plan, as in a
// result file:
//
//	plan:
//	  start: 2026-04-01
//	  actions:
//	    A1: {what: Appoint the owner, end: 2026-06-30, serves: [GOV-02]}
//
// The actions may also be a list of entries, with or without an id.
func (f *file) parseYAML(content []byte) strictyaml.Problems {
	doc, err := strictyaml.Parse(f.name, content)
	if err != nil {
		if ps, ok := err.(strictyaml.Problems); ok {
			return ps
		}
		return f.fault(place{1, 1}, "", "%v", err)
	}
	if line, ok := sheet.FormatLine(content); ok {
		return f.fault(place{line, 1}, "take the plan out as a table: dgca plan export FILE --format csv",
			"this is no plan file but another file of dgca, such as a result")
	}
	var c struct {
		Questionnaire assessment.Reference  `yaml:"questionnaire"`
		Targets       assessment.Targets    `yaml:"targets"`
		Weighings     []assessment.Weighing `yaml:"weighing"`
		Plan          struct {
			Start   string      `yaml:"start"`
			Actions yamlActions `yaml:"actions"`
		} `yaml:"plan"`
	}
	c.Plan.Actions.file = f
	problems := doc.Decode(&c)
	f.doc, f.targets, f.weighings = doc, c.Targets, c.Weighings
	at := func(path string) place {
		line, column := doc.Position(path)
		return place{line, column}
	}
	f.start = text{assessment.CleanLine(c.Plan.Start), at("plan.start")}
	f.questionnaire = reference{c.Questionnaire.ID, c.Questionnaire.Version, at("questionnaire")}
	if len(problems) == 0 && f.empty() {
		return f.fault(place{1, 1}, `write "plan:" and below it "actions:"`, "the file has no plan, no weighing and no targets")
	}
	return problems
}

func (f *file) empty() bool {
	return f.start.value == "" && len(f.actions)+len(f.weighings)+len(f.targets.Dimensions)+len(f.targets.Statements) == 0
}

// yamlActions puts what stands below "actions" into its file.
type yamlActions struct{ file *file }

// UnmarshalYAML accepts a mapping from ids, or a list.
func (y *yamlActions) UnmarshalYAML(n *yaml.Node) error {
	var problems strictyaml.Problems
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			e := y.file.newEntry(place{key.Line, key.Column})
			e.set(actionName, key.Value, e.place)
			e.fields(n.Content[i+1], fieldNames)
			problems = append(problems, e.finish()...)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			e := y.file.newEntry(place{item.Line, item.Column})
			e.fields(item, append([]string{actionName}, fieldNames...))
			problems = append(problems, e.finish()...)
		}
	default:
		problems = y.file.fault(place{n.Line, n.Column}, `write below it lines such as "A1: {what: Appoint the owner}"`, "expected a mapping or a list of actions")
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// fields reads the keys of one action.
func (e *entry) fields(n *yaml.Node, known []string) {
	if n.Kind != yaml.MappingNode {
		e.add(place{n.Line, n.Column}, `write such as {what: Appoint the owner, end: 2026-06-30}`, "expected an action")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at := place{value.Line, value.Column}
		switch {
		case !slices.Contains(known, key.Value):
			e.add(place{key.Line, key.Column}, "possible here: "+strings.Join(known, ", "), "unknown key %q", sheet.Shorten(key.Value))
		case key.Value == historyName && value.Kind == yaml.SequenceNode:
			e.changeList(value)
		case value.Kind == yaml.SequenceNode && (key.Value == servesName || key.Value == afterName):
			var list []string
			for _, item := range value.Content {
				if item.Kind != yaml.ScalarNode {
					e.add(place{item.Line, item.Column}, "write ids such as [LEA-01, LEA-02]", "expected an id")
				}
				list = append(list, item.Value)
			}
			e.set(key.Value, strings.Join(list, ", "), at)
		case value.Kind != yaml.ScalarNode:
			e.add(at, `put text that starts with [ or { or holds ": " in quotes`, "expected text below %q", key.Value)
		case value.Tag != "!!null":
			e.set(key.Value, value.Value, at)
		}
	}
}

// changeList reads the history in the form of a result file.
func (e *entry) changeList(n *yaml.Node) {
	for _, item := range n.Content {
		at := place{item.Line, item.Column}
		fields := map[string]string{}
		for i := 0; i+1 < len(item.Content); i += 2 {
			fields[item.Content[i].Value] = item.Content[i+1].Value
		}
		if item.Kind != yaml.MappingNode || fields["date"] == "" || fields["status"] == "" {
			e.add(at, "write such as {date: 2026-11-23, status: done, note: Signed}", "expected a change of the status")
			continue
		}
		e.change(fields["date"], fields["status"], fields["note"], at)
	}
}
