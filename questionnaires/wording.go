package questionnaires

import (
	"fmt"
	"slices"
	"strings"

	"dgca/questionnaires/strictyaml"

	"go.yaml.in/yaml/v3"
)

// unitKinds are all kinds of unit. Other programs and result files know them by
// name, so a questionnaire cannot add its own.
var unitKinds = []UnitKind{Government, Institution, Local, Other}

// UnmarshalYAML reads one text, or a mapping from kinds of unit to texts.
func (w *Wording) UnmarshalYAML(n *yaml.Node) error {
	*w = Wording{}
	switch n.Kind {
	case yaml.ScalarNode:
		w.Common = n.Value
		return nil
	case yaml.MappingNode:
	default:
		return strictyaml.Problem{Message: "expected a text, or one text for each kind of unit, found a list",
			Hint: "write the text in quotes"}
	}
	var problems strictyaml.Problems
	w.ByKind = make(map[UnitKind]string, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		kind := UnitKind(key.Value)
		if !slices.Contains(unitKinds, kind) {
			problems = append(problems, strictyaml.Problem{Line: key.Line, Column: key.Column,
				Message: fmt.Sprintf("%q is not a kind of unit", key.Value), Hint: kindHint()})
			continue
		}
		if value.Kind != yaml.ScalarNode {
			problems = append(problems, strictyaml.Problem{Line: value.Line, Column: value.Column,
				Message: "expected a text", Hint: "write the text in quotes"})
			continue
		}
		if value.Tag != "!!null" {
			w.ByKind[kind] = value.Value
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// MarshalYAML writes what UnmarshalYAML reads.
func (w Wording) MarshalYAML() (any, error) {
	if w.ByKind == nil {
		return w.Common, nil
	}
	return w.ByKind, nil
}

func kindHint() string {
	names := make([]string, len(unitKinds))
	for i, k := range unitKinds {
		names[i] = string(k)
	}
	return "possible here: " + strings.Join(names, ", ")
}
