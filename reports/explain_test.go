package reports

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func explain(t testing.TB, in Input, topic string) string {
	t.Helper()
	d, err := Explain(in, topic)
	if err != nil {
		t.Fatal(err)
	}
	return render(t, d, 80)
}

func TestExplainGolden(t *testing.T) {
	in := sixDimensions(t)
	for _, topic := range []string{"overall", "weakest", "gaps", "priority", "coverage", "weights", "targets",
		"leadership", "strategy", "legal", "professional", "leadership/part-1", "LEA-02", "LEA-05", "LEA-07", "STR-01", "IND"} {
		golden(t, "explain-"+strings.ReplaceAll(topic, "/", "-")+".txt", explain(t, in, topic))
	}
	golden(t, "explain-weights-shown.txt", explain(t, sample(t, 5, workedExample, "4 4 4 3", "2 2 3 2"), "weights"))
	golden(t, "explain-overall-shown.txt", explain(t, sample(t, 5, workedExample, "4 4 4 3", "2 2 3 2"), "overall"))
}

// The sums of the worked example, by hand: 29 over 10 answered and 11
// applicable.
func TestExplainWorkedExample(t *testing.T) {
	got := explain(t, sample(t, 5, workedExample), "leadership")
	for _, want := range []string{
		"Level 2.9, Established (enough answers).",
		"Level = 29 / 10 = 29/10, shown as 2.9.",
		"Index = 100 x (29/10 - 1) / (5 - 1) = 95/2, shown as 47.5.",
		"Coverage = answered / applicable = 10 / 11 = 10/11, shown as 91 %.",
		"(29 + 1 x 1) / 11 = 30/11, shown as 2.7.",
		"(29 + 1 x 5) / 11 = 34/11, shown as 3.1.",
		"Don't know (1): LEA-05.", "Not applicable (1): LEA-07.",
		"Gap = target - level = 4 - 29/10 = 11/10, shown as 1.1.",
		"Statements below target: 8 of 10 answered.",
	} {
		if !strings.Contains(strings.Join(strings.Fields(got), " "), want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
}

func TestExplainEveryTopic(t *testing.T) {
	for _, in := range []Input{sixDimensions(t), sample(t, 3, "1 2 3 - dk"), sample(t, 2, "- - -", "na na na"), sample(t, 7, "7")} {
		bare := in
		bare.Questionnaire = nil
		for _, topic := range Topics(in) {
			for _, i := range []Input{in, bare} {
				if out := explain(t, i, strings.ToUpper(topic)); strings.Contains(out, "%!") || !strings.HasPrefix(out, "Ministry") {
					t.Errorf("%s: %s", topic, out)
				}
			}
		}
	}
}

func TestTopicsAreUnique(t *testing.T) {
	in := sample(t, 5, "3 3 3")
	asked := &in.Assessment.Asked
	asked.Dimensions[0].ID = "overall"
	asked.ChangeLevels[0].ID = "IND"
	got := Topics(in)
	for _, want := range []string{"overall", "dimension/overall", "overall/part-1", "LEA-01", "IND", "change/IND", "E1"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is missing in %v", want, got)
		}
	}
	seen := map[string]bool{}
	for _, name := range got {
		if seen[name] {
			t.Errorf("%s is there twice", name)
		}
		seen[name] = true
	}
}

func TestUnknownTopic(t *testing.T) {
	in := sixDimensions(t)
	for topic, want := range map[string]string{"leadershp": "leadership", "LEA-99": "LEA-09", "coordination": "ORG", "overal": "overall", "": "", "zzzzzzzzzzzz": "", strings.Repeat("x", 1000): ""} {
		_, err := Explain(in, topic)
		var unknown *UnknownTopicError
		if !errors.As(err, &unknown) {
			t.Fatalf("%q: %v", topic, err)
		}
		if want == "" && topic != "" && len(unknown.Near) > 0 || want != "" && !slices.Contains(unknown.Near, want) {
			t.Errorf("%q: near are %v", topic, unknown.Near)
		}
		if len(unknown.Near) > 3 || !strings.Contains(err.Error(), "no topic") {
			t.Errorf("%q: %v", topic, err)
		}
	}
}

// The sum that the explanation of the overall prints gives its level.
// A level that may not be shown is in no row and no explanation.
func TestHiddenNumbersAreNotPrinted(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	hidden := 0
	for range 200 {
		in := randomInput(t, rng, 5)
		card := in.Assessment.Score()
		rows := map[string]string{}
		for _, l := range strings.Split(render(t, Overview(in), 120), "\n") {
			for _, d := range card.Dimensions {
				if strings.HasPrefix(l, d.Title+" ") {
					rows[d.Title] += l + "\n"
				}
			}
		}
		for i := range card.Dimensions {
			d := &card.Dimensions[i]
			if d.Shown() || d.Level == nil {
				continue
			}
			hidden++
			level := d.LevelShown().String()
			// 4.0 is the target of every dimension here.
			if level != "4.0" && strings.Contains(rows[d.Title], level) {
				t.Errorf("the hidden level %s is in the overview:\n%s", level, rows[d.Title])
			}
			out := explain(t, in, string(d.ID))
			for _, secret := range []string{"Level " + level, "Level =", "Index =", "Lowest", "Highest", "Gap =", "shown as " + level, "\nSum "} {
				if strings.Contains(out, secret) {
					t.Errorf("%q of a hidden level is in:\n%s", secret, out)
				}
			}
		}
		if o := &card.Overall; !o.Shown() && strings.Contains(explain(t, in, "overall"), "Overall =") {
			t.Error("a hidden overall level is explained")
		}
	}
	if hidden == 0 {
		t.Error("no level was hidden")
	}
}

// Exactly as many answers as are needed are enough.
func TestExplainFewestAnswers(t *testing.T) {
	if got := explain(t, sample(t, 5, "3 3 3 na"), "leadership"); strings.Contains(got, "are needed") || !strings.Contains(got, "enough answers") {
		t.Error(got)
	}
}
