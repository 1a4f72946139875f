package questionnaires

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestBuiltInHasNoFindings(t *testing.T) {
	noFindings(t, "data/dgca.yaml")
}

// The embedded files, read with the checks, give what BuiltIn gives without.
func TestBuiltInNeedsNoDefaults(t *testing.T) {
	q, err := Load("data/dgca.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(q, BuiltIn()) {
		t.Error("the built-in questionnaire relies on defaults or has white space around a text")
	}
}

func TestBuiltInForm(t *testing.T) {
	q := BuiltIn()
	if q.ID != "dgca" || len(q.Dimensions) != 6 || q.Levels() != 5 {
		t.Errorf("id %s, %d dimensions, %d levels", q.ID, len(q.Dimensions), q.Levels())
	}
	if n := q.count(false); n != 72 {
		t.Errorf("%d statements", n)
	}
	elements := 0
	for _, d := range q.Dimensions {
		elements += len(d.Elements)
		quick := 0
		for _, e := range d.Elements {
			for _, s := range e.Statements {
				if s.Quick {
					quick++
				}
			}
		}
		if quick != 4 {
			t.Errorf("%s has %d quick statements", d.ID, quick)
		}
		for what, text := range map[string]string{"theory of change": d.TheoryOfChange, "high": d.High, "low": d.Low, "why": d.Why, "opening": d.Opening} {
			if text == "" {
				t.Errorf("%s has no %s", d.ID, what)
			}
		}
		if len(d.FollowUps) != 2 {
			t.Errorf("%s has %d follow-up questions", d.ID, len(d.FollowUps))
		}
	}
	if elements != 30 {
		t.Errorf("%d elements", elements)
	}
}

// The statements are those of the skeleton, in its order and its elements.
func TestBuiltInFollowsSkeleton(t *testing.T) {
	f, err := os.Open("testdata/skeleton.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var want, got []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		want = append(want, lines.Text())
	}
	for i, d := range BuiltIn().Dimensions {
		for j, e := range d.Elements {
			for _, s := range e.Statements {
				scope := "full"
				if s.Quick {
					scope = "quick"
				}
				got = append(got, fmt.Sprintf("%s %d.%d %s", s.ID, i+1, j+1, scope))
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestBuiltInStatements(t *testing.T) {
	form := pattern(`^[A-Z]{3}-\d\d$`)
	anchors := make(map[string]StatementID)
	for s := range BuiltIn().Statements() {
		if !form().MatchString(string(s.ID)) {
			t.Errorf("the id %q has not the form ABC-01", s.ID)
		}
		for _, level := range slices.Sorted(maps.Keys(s.Anchors)) {
			text := strings.ToLower(oneLine(s.Anchors[level]))
			if other, twice := anchors[text]; twice {
				t.Errorf("%s and %s have the same anchor: %s", s.ID, other, text)
			}
			anchors[text] = s.ID
		}
		for what, text := range map[string]string{"help": s.Help, "good_enough": s.GoodEnough} {
			if text == "" {
				t.Errorf("%s has no %s", s.ID, what)
			}
		}
		for what, tags := range map[string][]string{"lens": s.Lenses, "level of change": s.ChangeLevels, "principle": s.Principles, "source": s.Sources} {
			if len(tags) == 0 {
				t.Errorf("%s has no %s", s.ID, what)
			}
		}
		if n := len(s.SDGs); n < 1 || n > 3 {
			t.Errorf("%s has %d SDG targets", s.ID, n)
		}
		for _, step := range s.NextSteps {
			if step.Kind == "" || step.Owner == "" || step.Months == 0 || step.Cost == "" {
				t.Errorf("%s: the step from level %d is incomplete", s.ID, step.From)
			}
		}
	}
	if len(anchors) != 360 { // 72 statements of 5 levels
		t.Errorf("%d different anchors", len(anchors))
	}
}

func TestBuiltInNeeds(t *testing.T) {
	want := map[StatementID][]StatementID{
		"GOV-03": {"GOV-01"}, "STR-04": {"STR-01"}, "STR-06": {"STR-03"},
		"TEC-03": {"LEG-08"}, "TEC-04": {"LEG-02"}, "TEC-06": {"GOV-05"},
		"TEC-07": {"TEC-06"}, "LEG-08": {"LEG-03"}, "PWD-04": {"PWD-02"},
	}
	got := make(map[StatementID][]StatementID)
	for s := range BuiltIn().Statements() {
		if len(s.Needs) > 0 {
			got[s.ID] = s.Needs
		}
	}
	if !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBuiltInReasonsForNotApplicable(t *testing.T) {
	for _, id := range []StatementID{"GOV-01", "GOV-07", "LEG-01", "LEG-03", "LEG-04", "LEG-06", "LEG-07", "STR-11"} {
		s := BuiltIn().Statement(id)
		if s == nil || !slices.ContainsFunc(s.NAReasons, func(r string) bool { return strings.HasPrefix(r, "Decided above us") }) {
			t.Errorf("%s lacks the reason that it is decided above the unit", id)
		}
	}
}
