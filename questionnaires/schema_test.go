package questionnaires

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// keysOf returns the keys of a type and of the types in it, sorted.
func keysOf(t reflect.Type) []string {
	keys := make(map[string]bool)
	eachStruct(t, make(map[reflect.Type]bool), func(s reflect.Type) {
		for _, k := range ownKeys(s) {
			keys[k] = true
		}
	})
	var sorted []string
	for k := range keys {
		sorted = append(sorted, k)
	}
	slices.Sort(sorted)
	return sorted
}

func eachStruct(t reflect.Type, seen map[reflect.Type]bool, visit func(reflect.Type)) {
	switch t.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer:
		eachStruct(t.Elem(), seen, visit)
	case reflect.Struct:
		if seen[t] || t == wordingType {
			return
		}
		seen[t] = true
		visit(t)
		for f := range t.Fields() {
			eachStruct(f.Type, seen, visit)
		}
	}
}

// ownKeys returns the keys of a struct, sorted.
func ownKeys(t reflect.Type) []string {
	var keys []string
	for f := range t.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); name != "" {
			keys = append(keys, name)
		}
	}
	slices.Sort(keys)
	return keys
}

// Every struct has a definition of its name, with the same keys.
func TestSchemaKeys(t *testing.T) {
	type definition struct {
		Description string
		Closed      *bool `json:"additionalProperties"`
		Properties  map[string]struct{ Description string }
	}
	var schema struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	eachStruct(reflect.TypeFor[Questionnaire](), make(map[reflect.Type]bool), func(s reflect.Type) {
		want := ownKeys(s)
		if len(want) == 0 {
			return // the keys are data, as for grades
		}
		name := strings.ToLower(s.Name()[:1]) + s.Name()[1:]
		var d definition
		if err := json.Unmarshal(schema.Defs[name], &d); err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		var got []string
		for key, p := range d.Properties {
			got = append(got, key)
			if p.Description == "" {
				t.Errorf("%s.%s has no description", name, key)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %v, the type %v", name, got, want)
		}
		if d.Closed == nil || *d.Closed {
			t.Errorf("%s: the schema allows other keys", name)
		}
	})
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	const id = "urn:dgca:schema:questionnaire:1"
	c := jsonschema.NewCompiler()
	if err := c.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	if schema.DraftVersion != 2020 || schema.ID != id {
		t.Errorf("draft %d, id %s", schema.DraftVersion, schema.ID)
	}
	return schema
}

func TestSchemaAcceptsGoodFiles(t *testing.T) {
	schema := compileSchema(t)
	var files []string
	for _, pattern := range []string{"data/*.yaml", "testdata/ok/*.yaml", "testdata/ok/*/*.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) < 9 {
		t.Fatalf("only %d files found", len(files))
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file) == "template.yaml" {
			content = Template("", "")
		}
		if err := schema.Validate(instance(t, content)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// instance turns YAML into what a JSON file would hold: all keys are strings.
func instance(t *testing.T, content []byte) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(content, &n); err != nil {
		t.Fatal(err)
	}
	var convert func(n *yaml.Node) any
	convert = func(n *yaml.Node) any {
		switch n.Kind {
		case yaml.MappingNode:
			m := make(map[string]any)
			for i := 0; i+1 < len(n.Content); i += 2 {
				m[n.Content[i].Value] = convert(n.Content[i+1])
			}
			return m
		case yaml.SequenceNode:
			list := make([]any, 0, len(n.Content))
			for _, c := range n.Content {
				list = append(list, convert(c))
			}
			return list
		}
		switch n.Tag {
		case "!!int", "!!float":
			return json.Number(n.Value)
		case "!!bool":
			return n.Value == "true"
		case "!!null":
			return nil
		}
		return n.Value
	}
	return convert(n.Content[0])
}
