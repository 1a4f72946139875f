package strictyaml

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Encode writes a value as YAML: fields in the order of the struct, maps sorted
// by key, text of several lines as a block. The same value gives the same
// bytes. If old is not nil, its comments are carried over to the same places;
// entries of lists are matched by their key "id" where they have one. Decoding
// the result gives the value again, except that an empty list or map comes back
// as nil and bytes that are no UTF-8 come back as U+FFFD.
//
// It fails for a number that is infinite or not a number and for a type that
// cannot be written.
func Encode(v any, old *Document) ([]byte, error) {
	node, err := build(reflect.ValueOf(v))
	if err != nil {
		return nil, err
	}
	plain := &yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{node}}
	if old != nil {
		commented := copyNode(plain)
		carryComments(commented, old.root)
		// The library misplaces some comments so badly that values change. The
		// values matter more than the comments.
		if out, err := emit(commented); err == nil && holds(out, plain) {
			return out, nil
		}
	}
	out, err := emit(plain)
	if err == nil && !holds(out, plain) {
		err = errors.New("strictyaml: the YAML library did not write the value faithfully")
	}
	return out, err
}

func emit(n *yaml.Node) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("strictyaml: %v", r)
		}
	}()
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(n); err != nil {
		return nil, err
	}
	if err := enc.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// holds reports whether data, read again, is the tree of nodes want.
func holds(data []byte, want *yaml.Node) bool {
	got, err := Parse("", data)
	return err == nil && sameTree(got.root, want)
}

func sameTree(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || len(a.Content) != len(b.Content) {
		return false
	}
	if isNull(a) != isNull(b) {
		return false
	}
	for i := range a.Content {
		if !sameTree(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

// build turns a value into nodes.
func build(v reflect.Value) (*yaml.Node, error) {
	if !v.IsValid() || (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil() {
		return scalarNode("!!null", "null"), nil
	}
	if v.Kind() == reflect.Interface {
		return build(v.Elem())
	}
	switch m := v.Interface().(type) {
	case *yaml.Node:
		n := copyNode(m)
		if n.Kind == yaml.ScalarNode && n.Tag != "!!str" {
			n.Tag = "" // or else the library writes 1 as "!!float 1"
		}
		return n, nil
	case yaml.Marshaler:
		inner, err := m.MarshalYAML()
		if err != nil {
			return nil, err
		}
		return build(reflect.ValueOf(inner))
	case encoding.TextMarshaler:
		text, err := m.MarshalText()
		if err != nil {
			return nil, err
		}
		return textNode(string(text)), nil
	}
	if t := v.Type(); t.PkgPath() != "" && reflect.PointerTo(t).Implements(textUnmarshaler) {
		return nil, fmt.Errorf("strictyaml: %s has UnmarshalText and no MarshalText", v.Type())
	}
	switch v.Kind() {
	case reflect.Pointer:
		return build(v.Elem())
	case reflect.String:
		return stringNode(v.String()), nil
	case reflect.Bool:
		return scalarNode("!!bool", strconv.FormatBool(v.Bool())), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return scalarNode("!!int", strconv.FormatInt(v.Int(), 10)), nil
	case reflect.Float32, reflect.Float64:
		return floatNode(v)
	case reflect.Struct:
		return buildStruct(v, infoOf(v.Type()))
	case reflect.Map:
		return buildMap(v)
	case reflect.Slice:
		return buildSlice(v)
	}
	return nil, fmt.Errorf("strictyaml: cannot write a value of type %s", v.Type())
}

func buildStruct(v reflect.Value, info *structInfo) (*yaml.Node, error) {
	m := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, f := range info.fields {
		fv := v.Field(f.index)
		if f.omitEmpty && isEmpty(fv) {
			continue
		}
		child, err := build(fv)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		if f.flow && child.Kind != yaml.ScalarNode {
			child.Style |= yaml.FlowStyle
		}
		m.Content = append(m.Content, stringNode(f.name), child)
	}
	return m, nil
}

func buildMap(v reflect.Value) (*yaml.Node, error) {
	m := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	type pair struct{ key, value *yaml.Node }
	var pairs []pair
	for it := v.MapRange(); it.Next(); {
		key, err := build(it.Key())
		if err != nil {
			return nil, err
		}
		if key.Kind != yaml.ScalarNode {
			return nil, fmt.Errorf("strictyaml: %s cannot be a key", it.Key().Type())
		}
		value, err := build(it.Value())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key.Value, err)
		}
		pairs = append(pairs, pair{key, value})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return compareKeys(a.key.Value, b.key.Value) })
	for _, p := range pairs {
		m.Content = append(m.Content, p.key, p.value)
	}
	return m, nil
}

// compareKeys orders numbers by size, before text, and text by its bytes.
func compareKeys(a, b string) int {
	x, errA := strconv.ParseInt(a, 10, 64)
	y, errB := strconv.ParseInt(b, 10, 64)
	switch {
	case errA == nil && errB == nil && x != y:
		if x < y {
			return -1
		}
		return 1
	case errA == nil && errB != nil:
		return -1
	case errA != nil && errB == nil:
		return 1
	}
	return strings.Compare(a, b)
}

func buildSlice(v reflect.Value) (*yaml.Node, error) {
	info := keyed(v.Type())
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	if info != nil {
		list = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	}
	for i := range v.Len() {
		element := v.Index(i)
		if info == nil {
			child, err := build(element)
			if err != nil {
				return nil, fmt.Errorf("[%d]: %w", i, err)
			}
			list.Content = append(list.Content, child)
			continue
		}
		key, err := build(element.Field(info.key))
		if err != nil {
			return nil, err
		}
		var value *yaml.Node
		if info.value >= 0 {
			value, err = build(element.Field(info.value))
		} else {
			value, err = buildStruct(element, info)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key.Value, err)
		}
		list.Content = append(list.Content, key, value)
	}
	return list, nil
}

// isEmpty reports whether omitempty leaves a value out.
func isEmpty(v reflect.Value) bool {
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok && !(v.Kind() == reflect.Pointer && v.IsNil()) {
		return z.IsZero()
	}
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanInterface() && !isEmpty(f) || !f.CanInterface() && !f.IsZero() {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

func floatNode(v reflect.Value) (*yaml.Node, error) {
	f := v.Float()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("strictyaml: %v is not a number that can be written", f)
	}
	return scalarNode("", strconv.FormatFloat(f, 'g', -1, v.Type().Bits())), nil
}
