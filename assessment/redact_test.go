package assessment

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// kept are the texts that stay in a redacted assessment: what was asked, about
// which unit, when, and how far it has come. Every other text must be removed,
// also one that is added later.
var kept = []string{
	"Format", "Method", "State", "Questionnaire.", "Subject.", "Session.Type", "Session.Round", "Session.Date", "Scope.",
	"Approved.Date", "Changed.", "Scores.", "Asked.", "Answers.Statement", "Answers.Confidence",
	"Notes.Dimension", "Notes.Confidence", "Targets.Dimensions.Dimension", "Targets.Statements.Statement", "Weighings.Statement",
	"Plan.Start", "Plan.Actions.ID", "Plan.Actions.What", "Plan.Actions.Kind", "Plan.Actions.Start", "Plan.Actions.End", "Plan.Actions.Cost",
	"Plan.Actions.Serves", "Plan.Actions.After", "Plan.Actions.ChangeLevel", "Plan.Actions.Status", "Plan.Actions.History.Date", "Plan.Actions.History.Status",
}

// fill gives every text below v its own path as a value, and every other field
// something that is not its zero value.
func fill(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), path)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), path)
	case reflect.String:
		v.SetString(path)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	default:
		panic(fmt.Sprintf("%s is a %s", path, v.Kind()))
	}
}

// texts calls visit with each text below v.
func texts(v reflect.Value, path string, visit func(path, text string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), path, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), path, visit)
		}
	case reflect.String:
		visit(path, v.String())
	}
}

func TestRedactedLeavesNoTextOfPeople(t *testing.T) {
	a := &Assessment{}
	fill(reflect.ValueOf(a).Elem(), "")
	before := fmt.Sprintf("%+v", a.Answers[0])
	seen := 0
	texts(reflect.ValueOf(a.Redacted()).Elem(), "", func(path, text string) {
		seen++
		if text == "" || text == Removed || path == "Plan.Actions.Owner" && text == "owner A" {
			return
		}
		if !slices.ContainsFunc(kept, func(k string) bool { return path == k || strings.HasSuffix(k, ".") && strings.HasPrefix(path, k) }) {
			t.Errorf("%s is still there: remove it in Redacted, or say here that it tells nothing about people", path)
		}
	})
	if seen < 40 {
		t.Errorf("only %d texts: the test does not see the assessment", seen)
	}
	if got := fmt.Sprintf("%+v", a.Answers[0]); got != before {
		t.Error("the original has changed")
	}
}

func TestRedactedKeepsTheNumbers(t *testing.T) {
	a := fixture(t, 5, "3 4 2 3 dk 3 na 2 4 3 3 2", "5 4 3 3")
	for i := range a.Answers {
		a.Answers[i].Comment = "Ask Maria"
		if i%2 == 0 {
			a.Answers[i].Evidence = "Decree"
		}
	}
	if was, is := fmt.Sprintf("%+v", a.Score()), fmt.Sprintf("%+v", a.Redacted().Score()); was != is {
		// Pointers are printed as values by Rat's own String method.
		t.Errorf("the scores differ:\n%s\n%s", was, is)
	}
}

// The actions of one owner still belong together.
func TestRedactedOwners(t *testing.T) {
	a := fixture(t, 5, "3 4 2")
	for _, owner := range []string{"Ada", "", "Ben", "Ada"} {
		a.Plan.Actions = append(a.Plan.Actions, Action{Owner: owner})
	}
	var got []string
	for _, act := range a.Redacted().Plan.Actions {
		got = append(got, act.Owner)
	}
	if want := []string{"owner A", "", "owner B", "owner A"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 701: "ZZ", 702: "AAA"} {
		if got := letters(n); got != want {
			t.Errorf("%d gives %s, want %s", n, got, want)
		}
	}
}
