package reports

import (
	"io"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/reports/internal/text"
)

func TestOverviewGolden(t *testing.T) {
	for name, in := range map[string]Input{
		"overview-worked.txt": sample(t, 5, workedExample),
		"overview-six.txt":    sixDimensions(t),
		"overview-three.txt":  sample(t, 3, "1 2 3 2 2 3", "3 3 2 2 1 1"),
		"overview-empty.txt":  sample(t, 5, "- - - - -", "- - - - -"),
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, render(t, Overview(in), 80)) })
	}
}

func TestOverviewWords(t *testing.T) {
	all := strings.Repeat("3 ", 4)
	for _, c := range []struct {
		name, want string
		in         Input
	}{
		{"nothing applies", ovNothingApplicable, sample(t, 5, "na na na")},
		{"all the same", "All dimensions that are shown are at 3.0.", sample(t, 5, all, all)},
		{"two weakest", "Weakest dimensions: Leadership and Strategy, at 3.0 each.", sample(t, 5, all, all, "5 5 5")},
		{"preliminary", "Overall level 3.0 of 5, Established (preliminary). With the open answers it lies between 2.3 and 3.7.", sample(t, 5, "3 3 - -"+" 3 3")},
		{"left out", "Not applicable, and outside the overall level: Strategy.", sample(t, 5, all, "na na na")},
		{"set changed", "The set of statements has changed in Leadership:", sample(t, 5, "3 3 3 na na")},
	} {
		got := strings.Join(strings.Fields(render(t, Overview(c.in), 200)), " ")
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %q is missing in %s", c.name, c.want, got)
		}
	}
}

func TestOverviewOfPartOfTheDimensions(t *testing.T) {
	in := sixDimensions(t)
	in.Assessment.Asked = assessment.Take(in.Questionnaire, in.Assessment.Subject.Kind, assessment.Scope{Kind: assessment.Full, Dimensions: []assessment.DimensionID{"legal", "strategy"}})
	got := render(t, Overview(in), 120)
	for _, want := range []string{"No overall level is shown: this scope asks 2 of 6 dimensions.", "not asked"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
}

func BenchmarkOverview(b *testing.B) {
	in := sixDimensions(b)
	for b.Loop() {
		if err := text.Write(io.Discard, Overview(in), text.Options{Width: 80}); err != nil {
			b.Fatal(err)
		}
	}
}
