package strictyaml

import "go.yaml.in/yaml/v3"

// copyNode copies a tree, so that the comments put into it can be given up.
func copyNode(n *yaml.Node) *yaml.Node {
	c := *n
	c.Content = make([]*yaml.Node, len(n.Content))
	for i, child := range n.Content {
		c.Content[i] = copyNode(child)
	}
	return &c
}

// carryComments copies the comments of old to the same places in n and reports
// whether there were any. A list or mapping on one line that gets a comment is
// spread over several lines, where comments have room.
func carryComments(n, old *yaml.Node) bool {
	n.HeadComment, n.LineComment, n.FootComment = old.HeadComment, old.LineComment, old.FootComment
	found := old.HeadComment != "" || old.LineComment != "" || old.FootComment != ""
	inside := false
	if n.Kind == old.Kind {
		switch n.Kind {
		case yaml.DocumentNode:
			inside = carryComments(n.Content[0], old.Content[0])
		case yaml.MappingNode:
			inside = carryPairs(n, old)
		case yaml.SequenceNode:
			inside = carryItems(n, old)
		}
	}
	if inside {
		n.Style &^= yaml.FlowStyle
	}
	return found || inside
}

func carryPairs(n, old *yaml.Node) bool {
	found := false
	places := make(map[string]int, len(old.Content)/2)
	for i := 0; i+1 < len(old.Content); i += 2 {
		places[old.Content[i].Value] = i
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		j, ok := places[n.Content[i].Value]
		if !ok {
			continue
		}
		key := carryComments(n.Content[i], old.Content[j])
		value := carryComments(n.Content[i+1], old.Content[j+1])
		liftLineComment(n.Content[i], n.Content[i+1])
		found = found || key || value
	}
	return found
}

func carryItems(n, old *yaml.Node) bool {
	found := false
	byID := make(map[string]*yaml.Node)
	for _, item := range old.Content {
		if id := idOf(item); id != "" {
			byID[id] = item
		}
	}
	for i, item := range n.Content {
		var match *yaml.Node
		if id := idOf(item); id != "" {
			match = byID[id]
		} else if i < len(old.Content) && idOf(old.Content[i]) == "" {
			match = old.Content[i]
		}
		if match != nil && carryComments(item, match) {
			found = true
			liftLineComment(nil, item)
		}
	}
	return found
}

// liftLineComment moves the comment at the end of a list or mapping that was on
// one line, and now is on several, to its key or, in a list, above it.
func liftLineComment(key, value *yaml.Node) {
	block := value.Kind != yaml.ScalarNode && value.Style&yaml.FlowStyle == 0 && len(value.Content) > 0
	switch {
	case !block || value.LineComment == "":
	case key != nil && key.LineComment == "":
		key.LineComment, value.LineComment = value.LineComment, ""
	case value.HeadComment == "":
		value.HeadComment, value.LineComment = value.LineComment, ""
	default:
		value.HeadComment, value.LineComment = value.HeadComment+"\n"+value.LineComment, ""
	}
}

// idOf returns the value of the key "id" of a mapping, or "".
func idOf(n *yaml.Node) string {
	if n.Kind != yaml.MappingNode {
		return ""
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "id" {
			return n.Content[i+1].Value
		}
	}
	return ""
}
