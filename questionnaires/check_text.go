package questionnaires

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const maxText = 2000 // characters

// texts tidies every text of the questionnaire and checks what holds for all of
// them. It finds them by the structure of the types, so that no new field can be
// forgotten.
func (c *checker) texts() {
	c.walk("", "", reflect.ValueOf(c.q).Elem())
}

var wordingType = reflect.TypeFor[Wording]()

// walk goes through a value whose place is path; field is the nearest key.
func (c *checker) walk(path, field string, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(c.tidy(path, field, v.String()))
	case reflect.Slice:
		for i := range v.Len() {
			at := item(path, i)
			c.walk(at, field, v.Index(i))
			if entry := v.Index(i); entry.Kind() == reflect.String && entry.Len() == 0 {
				c.add(at, "write a text or remove the entry", "this entry is empty")
			}
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, key := range keys {
			text := c.tidy(fmt.Sprintf("%s.%v", path, key), field, v.MapIndex(key).String())
			v.SetMapIndex(key, reflect.ValueOf(text).Convert(v.Type().Elem()))
		}
	case reflect.Struct:
		if v.Type() == wordingType {
			c.walk(path, field, v.FieldByName("Common"))
			c.walk(path, field, v.FieldByName("ByKind"))
			return
		}
		for i := range v.NumField() {
			name, option, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			switch {
			case name == "" && (option == "key" || option == "value"):
				c.walk(path, field, v.Field(i))
			case path == "":
				c.walk(name, name, v.Field(i))
			default:
				c.walk(path+"."+name, name, v.Field(i))
			}
		}
	}
}

// filled are the fields in which {unit} is replaced.
var filled = []string{"text", "anchors", "help", "evidence", "good_enough", "action", "na_reasons",
	"theory_of_change", "high", "low", "why", "opening", "follow_ups", "reading_rules"}

var placeholder = pattern(`\{[^{}]*\}`)

// tidy returns the text without white space around it and reports what no text
// may hold.
func (c *checker) tidy(path, field, s string) string {
	s = strings.TrimSpace(s)
	if n := utf8.RuneCountInString(s); n > maxText {
		c.add(path, "shorten it", "the text has %d characters; at most %d are possible", n, maxText)
	}
	for _, r := range s {
		if forbidden(r) {
			c.add(path, "write the text again without it", "the text holds the invisible control character U+%04X", r)
			break
		}
	}
	for _, p := range placeholder().FindAllString(s, -1) {
		switch {
		case p != "{unit}" && p != "{Unit}":
			c.add(path, "possible here: {unit}, and {Unit} at the beginning of a sentence", "%s is not a placeholder", shorten(p))
		case !slices.Contains(filled, field):
			c.add(path, "write the words out", "%s is not replaced here", p)
		}
	}
	return s
}

// forbidden reports characters that could move the cursor of a terminal, or make
// a text look like another one. Joiners and direction marks, which some
// languages need, are allowed.
func forbidden(r rune) bool {
	switch {
	case r == '\n':
		return false
	case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp):
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // change of direction
		return true
	case r == 0xfeff, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}
