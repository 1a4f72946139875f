package interview

import (
	"strings"
	"testing"

	"dgca/assessment"
)

// withPrevious is an interview with an earlier round: one answer to a statement
// that is the same, one to a statement that was worded differently.
func withPrevious(t *testing.T) *assessment.Session {
	old := sample(2)
	old.Dimensions[0].Elements[0].Statements[1].Text.Common = "{Unit} had another text."
	was := start(t, old)
	was.Choose(2, "")
	was.SetEvidence("Decree 12")
	was.SetComment("As agreed")
	was.Next()
	was.Choose(4, "")
	was.Assessment().Session.Round = "Round 1"
	s := start(t, sample(2))
	s.SetPrevious(was.Assessment())
	return s
}

func TestPreviousRound(t *testing.T) {
	d := newDriver(t, sample(2), 60, 20, false)
	d.open(Options{Session: withPrevious(t), NoIntro: true}, 60, 20)
	d.shows("Last time (Round 1): 2 Emerging").lacks("(*)").lacks("> (").press("<f1>")
	d.Shell.Resize(80, 60)
	d.shows("Evidence then: Decree 12", "Comment then: As agreed")
	d.press("<enter><pgdown>").wants("").shows("it was worded differently then").lacks("4 Integrated").press("<pgdown>").lacks("Last time")
}

func TestPreviousRoundInLines(t *testing.T) {
	s := withPrevious(t)
	out, _, _, _ := runLines(t, s, "?\n\ns\ns\nq\n", false)
	if got := describe(s.Assessment().Answers); got != "" {
		t.Fatalf("the earlier round answered %q", got)
	}
	for _, want := range []string{"Last time (Round 1): 2 Emerging", "Evidence then: Decree 12", "it was worded differently then."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
}
