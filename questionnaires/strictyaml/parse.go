package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Limits of a file. Real files stay far below them; they keep a damaged or
// hostile file from using up memory.
const (
	MaxBytes = 8 << 20
	maxDepth = 64
)

// Document is a parsed file that has passed all checks that need no type.
type Document struct {
	file string
	root *yaml.Node // of kind DocumentNode, with exactly one child
}

// Parse reads one YAML document. The error, if any, is of type Problems. The
// file name is used in problems only. A UTF-8 byte order mark is accepted.
func Parse(file string, data []byte) (*Document, error) {
	data, bad := checkBytes(data)
	if bad != nil {
		bad.File = file
		return nil, Problems{*bad}
	}
	root, second, err := parseNodes(data)
	switch {
	case err != nil:
		p := syntaxProblem(data, err)
		p.File = file
		return nil, Problems{p}
	case root == nil || isNull(root.Content[0]):
		return nil, Problems{{File: file, Line: 1, Column: 1, Message: "the file is empty",
			Hint: "if it should hold something, take it from its backup"}}
	}
	doc := &Document{file: file, root: root}
	c := checker{doc: doc}
	c.node(root.Content[0], 1)
	if second != nil {
		c.add(second, "a second document starts here", `keep one document in a file and remove the line "---"`)
	}
	if len(c.problems) > 0 {
		return nil, c.problems.Sort()
	}
	return doc, nil
}

// checkBytes refuses what is no UTF-8 text and removes a byte order mark.
func checkBytes(data []byte) ([]byte, *Problem) {
	first := func(message, hint string) *Problem {
		return &Problem{Line: 1, Column: 1, Message: message, Hint: hint}
	}
	const saveUTF8 = "open it in an editor and save it with the encoding UTF-8"
	switch {
	case len(data) > MaxBytes:
		return nil, first(fmt.Sprintf("the file is larger than %d MiB", MaxBytes>>20), "check that this is the right file")
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return nil, first("the file is text in the encoding UTF-16, not UTF-8", saveUTF8)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	for i := 0; i < len(data); {
		if c := data[i]; c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		var p *Problem
		switch {
		case r == 0:
			p = first("this is a binary file, not a text file", "check that this is the right file")
		case r == utf8.RuneError && n == 1:
			p = first("the file is not text in the encoding UTF-8", saveUTF8)
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 && r != 0x85 || r == 0xfffe || r == 0xffff:
			p = first(fmt.Sprintf("the control character U+%04X is not allowed", r), "remove the invisible character")
		}
		if p != nil {
			p.Line, p.Column = lineColumn(data, i)
			return nil, p
		}
		i += n
	}
	return data, nil
}

// parseNodes calls the library and turns its panics into errors. It returns the
// first document, nil for an empty file, and the second one if there is one.
func parseNodes(data []byte) (root, second *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	root, second = new(yaml.Node), new(yaml.Node)
	if err = dec.Decode(root); err != nil {
		if errors.Is(err, io.EOF) {
			err = nil
		}
		return nil, nil, err
	}
	if err = dec.Decode(second); errors.Is(err, io.EOF) {
		return root, nil, nil
	}
	return root, second, err
}

// lineColumn returns the place of a byte, both counted from 1.
func lineColumn(data []byte, offset int) (line, column int) {
	before := data[:min(offset, len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// checker finds in a tree of nodes what this package does not allow.
type checker struct {
	doc      *Document
	problems Problems
}

func (c *checker) add(n *yaml.Node, message, hint string) {
	c.problems = append(c.problems, Problem{File: c.doc.file, Line: n.Line, Column: n.Column, Message: message, Hint: hint})
}

func (c *checker) node(n *yaml.Node, depth int) {
	if depth > maxDepth {
		c.add(n, fmt.Sprintf("the lists and mappings are nested more than %d deep", maxDepth), "")
		return
	}
	const quote = `if this is text, put it in quotes`
	switch {
	case n.Kind == yaml.AliasNode:
		c.add(n, "references to other places of the file (*name) are not supported", quote)
		return
	case n.Anchor != "":
		c.add(n, "names for places of the file (&name) are not supported", quote)
	case n.Style&yaml.TaggedStyle != 0:
		c.add(n, "type names (!name) are not supported", quote)
	}
	if n.Kind != yaml.MappingNode {
		for _, child := range n.Content {
			c.node(child, depth+1)
		}
		return
	}
	seen := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch line, twice := seen[key.Value]; {
		case key.Kind != yaml.ScalarNode:
			c.add(key, "a key must be a word or a number, not a list, a mapping or a reference", "text that contains { or [ needs quotes")
			continue
		case isNull(key):
			c.add(key, `there is no key before the ":"`, "")
		case key.Tag == "!!merge":
			c.add(key, `merging of mappings ("<<") is not supported`, "write the keys out")
		case twice:
			c.add(key, fmt.Sprintf("the key %q is here a second time (first in line %d)", shorten(key.Value), line), "keep one of the two")
		default:
			seen[key.Value] = key.Line
		}
		c.node(key, depth)
		c.node(n.Content[i+1], depth+1)
	}
}

// isNull reports whether a node stands for no value.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// shorten cuts a text of the file so that a message stays readable.
func shorten(s string) string {
	const limit = 40
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "..."
	}
	return s
}
