package strictyaml

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Position returns the line and column, counted from 1, of the value at a path
// such as "dimensions[0].elements[1].id" or "answers.LEA-01.answer". An index
// into a mapping, as of a keyed slice, counts its keys. Where the path does not
// exist, or has no value, it is the place of the nearest key above it.
func (d *Document) Position(path string) (line, column int) {
	n, key := d.root.Content[0], (*yaml.Node)(nil)
	for path != "" {
		k, v, rest := step(n, path)
		if v == nil {
			if key != nil {
				return key.Line, key.Column
			}
			return n.Line, n.Column
		}
		// An entry of a list has no key: its own place stands for it.
		n, key, path = v, k, rest
	}
	if key != nil && isNull(n) {
		return key.Line, key.Column
	}
	return n.Line, n.Column
}

// step follows the first part of a path from a node. It returns the key, if
// there is one, the value, nil if there is none, and the rest of the path.
func step(n *yaml.Node, path string) (key, value *yaml.Node, rest string) {
	path = strings.TrimPrefix(path, ".")
	if strings.HasPrefix(path, "[") {
		text, rest, _ := strings.Cut(path[1:], "]")
		i, err := strconv.Atoi(text)
		switch {
		case err != nil || i < 0:
		case n.Kind == yaml.SequenceNode && i < len(n.Content):
			return nil, n.Content[i], rest
		case n.Kind == yaml.MappingNode && i < len(n.Content)/2:
			return n.Content[2*i], n.Content[2*i+1], rest
		}
		return nil, nil, ""
	}
	if n.Kind != yaml.MappingNode {
		return nil, nil, ""
	}
	// A key may itself hold a point, such as 16.6: the longest one that fits.
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		after, ok := strings.CutPrefix(path, k.Value)
		if !ok || after != "" && after[0] != '.' && after[0] != '[' {
			continue
		}
		if key == nil || len(k.Value) > len(key.Value) {
			key, value, rest = k, n.Content[i+1], after
		}
	}
	return key, value, rest
}

// Problem returns a problem at the position of a path; the rest is as for
// fmt.Sprintf.
func (d *Document) Problem(path, format string, args ...any) Problem {
	line, column := d.Position(path)
	return Problem{File: d.file, Line: line, Column: column, Message: fmt.Sprintf(format, args...)}
}
