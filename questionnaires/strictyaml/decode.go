package strictyaml

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// Decode puts the document into a struct, map or slice that into points to and
// returns all problems, or nil. Where there are problems, what into holds must
// not be used. A key without a value leaves the zero value, and so does an
// empty list or mapping. Types may implement yaml.Unmarshaler or
// encoding.TextUnmarshaler. A type that cannot be decoded is a mistake of the
// program and panics.
func (d *Document) Decode(into any) Problems {
	v := reflect.ValueOf(into)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		panic("strictyaml: Decode needs a pointer")
	}
	dec := decoder{file: d.file}
	dec.value(d.root.Content[0], v.Elem())
	return dec.problems.Sort()
}

type decoder struct {
	file     string
	problems Problems
}

func (d *decoder) add(n *yaml.Node, hint, format string, args ...any) {
	d.problems = append(d.problems, Problem{File: d.file, Line: n.Line, Column: n.Column,
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (d *decoder) expected(n *yaml.Node, what, hint string) {
	d.add(n, hint, "expected %s, found %s", what, kindName(n))
}

const (
	listHint    = `write each entry on a line of its own that starts with "- "`
	mappingHint = `write each entry as "key: value" on a line of its own, indented below its key`
)

func (d *decoder) value(n *yaml.Node, v reflect.Value) {
	if isNull(n) {
		v.SetZero()
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem())
		return
	}
	switch u := v.Addr().Interface().(type) {
	case yaml.Unmarshaler:
		d.custom(n, func() error { return u.UnmarshalYAML(n) })
		return
	case encoding.TextUnmarshaler:
		if n.Kind != yaml.ScalarNode {
			d.expected(n, "one value", "")
			return
		}
		d.custom(n, func() error { return u.UnmarshalText([]byte(n.Value)) })
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(n, v, infoOf(v.Type()))
	case reflect.Map:
		d.mapping(n, v)
	case reflect.Slice:
		if info := keyed(v.Type()); info != nil {
			d.keyedSlice(n, v, info)
			return
		}
		d.slice(n, v)
	default:
		d.scalar(n, v)
	}
}

// custom runs a method of a type that decodes itself. A panic in it, which the
// library does not always prevent, is a problem of the file.
func (d *decoder) custom(n *yaml.Node, decode func() error) {
	err := func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("this value cannot be read: %v", r)
			}
		}()
		return decode()
	}()
	if err == nil {
		return
	}
	var many Problems
	var one Problem
	var types *yaml.TypeError
	var date *time.ParseError
	switch {
	case errors.As(err, &many):
	case errors.As(err, &one):
		many = Problems{one}
	case errors.As(err, &types):
		many = Problems{{Message: "this value does not fit here: " + strings.Join(types.Errors, "; ")}}
	case errors.As(err, &date):
		d.expected(n, "a date with time", "write it such as 2027-01-31T14:00:00Z")
	default:
		many = Problems{{Message: err.Error()}}
	}
	for _, p := range many {
		if p.File == "" {
			p.File = d.file
		}
		if p.Line == 0 {
			p.Line, p.Column = n.Line, n.Column
		}
		d.problems = append(d.problems, p)
	}
}

// isMapping reports whether the node is a mapping, and a problem if it is not.
func (d *decoder) isMapping(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		d.expected(n, `a mapping (lines of "key: value")`, mappingHint)
		return false
	}
	return true
}

func (d *decoder) structure(n *yaml.Node, v reflect.Value, info *structInfo) {
	if !d.isMapping(n) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		f := info.field(key.Value)
		if f == nil {
			d.add(key, suggest(key.Value, info.names()), "unknown key %q", shorten(key.Value))
			continue
		}
		d.value(n.Content[i+1], v.Field(f.index))
	}
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value) {
	if !d.isMapping(n) {
		return
	}
	v.SetZero()
	if len(n.Content) == 0 {
		return
	}
	t := v.Type()
	m := reflect.MakeMapWithSize(t, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		problems := len(d.problems)
		d.value(n.Content[i], key)
		if len(d.problems) == problems && m.MapIndex(key).IsValid() {
			d.add(n.Content[i], "keep one of the two", "the key %q is here a second time", n.Content[i].Value)
		}
		d.value(n.Content[i+1], value)
		m.SetMapIndex(key, value)
	}
	v.Set(m)
}

func (d *decoder) slice(n *yaml.Node, v reflect.Value) {
	v.SetZero()
	if n.Kind != yaml.SequenceNode {
		d.expected(n, "a list", listHint)
		return
	}
	if len(n.Content) == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, item := range n.Content {
		d.value(item, v.Index(i))
	}
}

func (d *decoder) keyedSlice(n *yaml.Node, v reflect.Value, info *structInfo) {
	v.SetZero()
	if !d.isMapping(n) || len(n.Content) == 0 {
		return
	}
	count := len(n.Content) / 2
	v.Set(reflect.MakeSlice(v.Type(), count, count))
	for i := range count {
		key, value, element := n.Content[2*i], n.Content[2*i+1], v.Index(i)
		d.value(key, element.Field(info.key))
		switch {
		case info.value >= 0:
			d.value(value, element.Field(info.value))
		case !isNull(value):
			d.structure(value, element, info)
		}
	}
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if n.Kind != yaml.ScalarNode {
			d.expected(n, "text", "put text that starts with [ or { or holds \": \" in quotes")
			return
		}
		v.SetString(n.Value)
	case reflect.Bool:
		switch {
		case n.Kind != yaml.ScalarNode || quoted(n):
			d.expected(n, "true or false", "")
		case strings.EqualFold(n.Value, "true"), strings.EqualFold(n.Value, "yes"):
			v.SetBool(true)
		case strings.EqualFold(n.Value, "false"), strings.EqualFold(n.Value, "no"):
			v.SetBool(false)
		default:
			d.expected(n, "true or false", "")
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		i, err := strconv.ParseInt(n.Value, 10, v.Type().Bits())
		switch {
		case n.Kind == yaml.ScalarNode && errors.Is(err, strconv.ErrRange):
			d.add(n, "", "the number %s is too large", shorten(n.Value))
		case n.Kind != yaml.ScalarNode || err != nil || quoted(n):
			d.expected(n, "a whole number", "write digits only, without quotes")
		default:
			v.SetInt(i)
		}
	case reflect.Float32, reflect.Float64:
		f, err := strconv.ParseFloat(n.Value, v.Type().Bits())
		if n.Kind != yaml.ScalarNode || err != nil || quoted(n) || math.IsInf(f, 0) || math.IsNaN(f) || strings.ContainsAny(n.Value, "_xXpP") {
			d.expected(n, "a number", "write a number such as 12 or 0.5, without quotes")
			return
		}
		v.SetFloat(f)
	default:
		panic("strictyaml: cannot decode into " + v.Type().String())
	}
}

// quoted reports whether a scalar was written as text on purpose.
func quoted(n *yaml.Node) bool {
	const textStyles = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Style&textStyles != 0
}

// kindName names what a node is, for messages.
func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return `a mapping (lines of "key: value")`
	}
	value := strconv.Quote(shorten(n.Value))
	switch {
	case isNull(n):
		return "nothing"
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return "the text " + value + " in quotes"
	case n.Tag == "!!int", n.Tag == "!!float":
		return "the number " + n.Value
	case n.Tag == "!!bool":
		return n.Value
	case n.Tag == "!!timestamp":
		return "the date " + n.Value
	}
	return "the text " + value
}
