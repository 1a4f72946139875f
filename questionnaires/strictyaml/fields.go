package strictyaml

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// field is a field of a struct that is written as a key.
type field struct {
	name      string
	index     int
	omitEmpty bool
	flow      bool
}

// structInfo is what the tags of a struct say.
type structInfo struct {
	fields     []field
	key, value int // indices of the fields tagged ",key" and ",value", or -1
}

var structInfos sync.Map // of reflect.Type to *structInfo

// infoOf reads the tags of a struct type, once. A struct with a value field
// and no key field is a mistake of the program.
func infoOf(t reflect.Type) *structInfo {
	if info, ok := structInfos.Load(t); ok {
		return info.(*structInfo)
	}
	info := &structInfo{key: -1, value: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("yaml")
		if !f.IsExported() || tag == "-" {
			continue
		}
		name, rest, _ := strings.Cut(tag, ",")
		options := strings.Split(rest, ",")
		switch {
		case slices.Contains(options, "key"):
			info.key = i
		case slices.Contains(options, "value"):
			info.value = i
		default:
			if name == "" {
				name = strings.ToLower(f.Name)
			}
			info.fields = append(info.fields, field{name: name, index: i,
				omitEmpty: slices.Contains(options, "omitempty"), flow: slices.Contains(options, "flow")})
		}
	}
	if info.value >= 0 && info.key < 0 {
		panic("strictyaml: " + t.String() + " has a value field and no key field")
	}
	structInfos.Store(t, info)
	return info
}

// field returns the field with a name, or nil.
func (s *structInfo) field(name string) *field {
	for i := range s.fields {
		if s.fields[i].name == name {
			return &s.fields[i]
		}
	}
	return nil
}

// names returns the keys in the order of the struct.
func (s *structInfo) names() []string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
	}
	return names
}

// keyed returns the tags of the elements of a keyed slice type, or nil.
func keyed(t reflect.Type) *structInfo {
	if t.Kind() != reflect.Slice || t.Elem().Kind() != reflect.Struct {
		return nil
	}
	if info := infoOf(t.Elem()); info.key >= 0 {
		return info
	}
	return nil
}

// suggest returns a hint for an unknown name: the most similar known one, or
// all of them when they are few.
func suggest(name string, known []string) string {
	best, distance := "", max(2, len(name)/3)+1
	for _, k := range known {
		if d := editDistance(strings.ToLower(name), k); d < distance && d < len(k) {
			best, distance = k, d
		}
	}
	switch {
	case best != "":
		return "did you mean " + best + "?"
	case len(known) > 0 && len(known) <= 16:
		return "possible here: " + strings.Join(known, ", ")
	}
	return ""
}

// editDistance counts the letters to insert, remove, replace or swap with their
// neighbour to turn a into b.
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 {
		return len(x)
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
