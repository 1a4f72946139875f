package agree

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dgca/assessment"
	"dgca/assessment/workshop"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
	"dgca/questionnaires"
)

// agreement is the second pass over five sheets of the quick scope: LEA-01 is
// divided (1 1 5 5 3), all others say 3.
func agreement(t testing.TB) *workshop.Agreement {
	t.Helper()
	q := questionnaires.BuiltIn()
	w := &workshop.Workshop{Format: workshop.Format, ID: "1", Title: "Trial", Date: "2026-11-23", Scope: assessment.Scope{Kind: assessment.Quick},
		Units: []workshop.Unit{{ID: "m", Name: "Ministry of Trials", Kind: questionnaires.Institution}}}
	asked := assessment.Take(q, questionnaires.Institution, w.Scope)
	tally := workshop.NewTally(w.Units[0], &asked)
	for i := range 5 {
		w.Participants = append(w.Participants, workshop.Participant{Alias: workshop.Alias(fmt.Sprintf("P%d", i)), Unit: "m"})
		s, err := w.NewSheet(q, w.Owner(w.Participants[i].Alias))
		if err != nil {
			t.Fatal(err)
		}
		for st := range s.Asked.Statements() {
			c := assessment.Choice(3)
			if st.ID == "LEA-01" {
				c = []assessment.Choice{1, 1, 5, 5, 3}[i]
			}
			s.SetAnswer(assessment.Answer{Statement: st.ID, Choice: c})
		}
		tally.Add(s, "")
	}
	a, err := w.NewAgreed(q, "m")
	if err != nil {
		t.Fatal(err)
	}
	g, err := workshop.NewAgreement(q, a, tally.Spread(), nil, 25)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

type driver struct {
	shelltest.Driver
	g   *workshop.Agreement
	now time.Time
}

func drive(t testing.TB) *driver {
	d := &driver{g: agreement(t), now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
	d.T, d.Saver = t, &shelltest.Memory{}
	_, d.Shell = newScreen(Options{Agreement: d.g, Title: "Trial", Clock: func() time.Time { return d.now }, Options: shell.Options{Saver: d.Saver, Path: "m.yaml"}}, 80, 24)
	return d
}

func TestScreen(t *testing.T) {
	d := drive(t)
	d.Shows("Second pass: Trial", "Ministry of Trials. Sheets: 5.", "Take the median of 23 statements with consensus")
	d.Press("1")
	d.Shows("LEA-01", "Alone (5 sheets): level 1: 2, level 3: 1, level 5: 2.", "Median 3.0, middle half 1.0 to 5.0: discuss.", "Absent [oo]", "Point 1 of 24", "0:00 of 6 min")
	d.Lacks("P0")
	// The time goes, and says when it is up.
	d.now = d.now.Add(90 * time.Second)
	d.Shows("1:30 of 6 min")
	d.now = d.now.Add(5 * time.Minute)
	d.Shows("6:30 of 6 min: TIME IS UP")
	// A digit agrees; another answer than the median asks for the reason.
	d.Press("4")
	d.Shows("Reason: why another answer than the median?")
	d.Press("Law 12<enter>One disagrees<enter>Gazette<enter>")
	a := d.Saver.Last().Answer("LEA-01")
	if a.Choice != 4 || a.Reason != "Law 12" || a.Decided.Dissent != "One disagrees" || a.Evidence != "Gazette" {
		t.Fatalf("recorded: %+v, %+v", a, a.Decided)
	}
	d.Shows("Point 2 of 24 (consensus)")
	// The median needs no reason.
	d.Press("3")
	d.Shows("Reason (optional)")
	// Parked, and listed.
	d.Press("<pgdown><f2>")
	d.Shows("Parked for later.", "Point 4 of 24")
	d.Press("<ctrl+g>")
	d.Shows("All points", "Agreed: 2 of 24. Parked: 1. Open: 21.", "agreed: 4", "parked")
	d.Press("<home><enter>")
	d.Shows("Point 1 of 24", "Agreed answer")
	// The overview takes the medians of what is open and not parked, and changes
	// the order.
	d.Press("<ctrl+o>3")
	d.Shows("Agreed on the median: 21 statements.", "Agreed: 23 of 24. Parked: 1. Open: 0.")
	d.Press("1")
	d.Shows("[x] parked")
	d.Press("3<pgdown><ctrl+o>")
	d.Shows("Close the second pass. Everything is agreed.")
	d.Press("3")
	if !d.Ended || d.Saver.Last().State != assessment.Agreed {
		t.Errorf("ended %v, %s", d.Ended, d.Saver.Last().State)
	}
}

// Not applicable is recorded with its reason and never before.
func TestNotApplicable(t *testing.T) {
	d := drive(t)
	d.Press("19")
	d.Shows("Not applicable: type the reason", "Reason: why not applicable?")
	if a := d.g.Assessment().Answer("LEA-01"); a.Choice != 0 {
		t.Fatalf("recorded without a reason: %s", a.Choice)
	}
	d.Press("<enter>")
	if a := d.g.Assessment().Answer("LEA-01"); a.Choice != 0 {
		t.Fatalf("recorded with an empty reason: %s", a.Choice)
	}
	d.Press("<shift+tab>outside our law<enter>")
	if a := d.Saver.Last().Answer("LEA-01"); a.Choice != assessment.NotApplicable || a.Reason != "outside our law" {
		t.Errorf("recorded: %+v", a)
	}
}

// Half-typed text survives: by leaving the page, by Ctrl+C, by the overview.
func TestNothingIsLost(t *testing.T) {
	for _, leave := range []string{"<pgdown>", "<ctrl+o>", "<ctrl+g>", "<ctrl+c><enter>", "<f2>", "<esc>"} {
		d := drive(t)
		d.Press("14half a rea" + leave)
		if a := d.g.Assessment().Answer("LEA-01"); a.Reason != "half a rea" {
			t.Errorf("after %s: %q", leave, a.Reason)
		}
	}
	// Dissent without an answer becomes a comment when people go on.
	for _, leave := range []string{"<pgdown>", "<pgup>", "<f2>", "<ctrl+g><enter>", "<ctrl+c><enter>"} {
		d := drive(t)
		d.Press("1<tab><tab>never!" + leave)
		if a := d.g.Assessment().Answer("LEA-01"); a.Comment != "Dissent: never!" {
			t.Errorf("after %s: %+v", leave, a)
		}
	}
	// Dissent without an answer is not possible, is said, and stays typed.
	d := drive(t)
	d.Press("1<tab><tab>no!<enter>")
	d.Shows("Not recorded: agree on an answer first.")
	d.Press("<shift+tab><shift+tab><shift+tab>2")
	if a := d.g.Assessment().Answer("LEA-01"); a.Decided == nil || a.Decided.Dissent != "no!" {
		d.Press("<enter>")
		if a = d.g.Assessment().Answer("LEA-01"); a.Decided == nil || a.Decided.Dissent != "no!" {
			t.Errorf("the dissent is gone: %+v\n%s", a.Decided, d.Screen())
		}
	}
}

func TestSizes(t *testing.T) {
	for _, keys := range []string{"", "1", "14", "14long " + strings.Repeat("reason ", 40), "19", "1<ctrl+g>", "1<f1>", "1<ctrl+c>"} {
		d := drive(t)
		d.Press(keys)
		d.FitsAll(keys)
	}
	d := drive(t)
	d.Shell.Resize(60, 20)
	d.Press("1")
	d.Shows("LEA-01", "Median 3.0", "( ) 5  Continuously", "( ) 9  Not applicable")
}

func TestLines(t *testing.T) {
	for name, c := range map[string]struct {
		input string
		says  []string
		check func(*workshop.Agreement) string
	}{
		"agree": {"4|Law 12|One disagrees|Gazette|q|", []string{"Point 1 of 24: discuss.", "Alone (5 sheets): level 1: 2, level 3: 1, level 5: 2.", "Recorded. Agreed: 1 of 24."},
			func(g *workshop.Agreement) string {
				a := g.Assessment().Answer("LEA-01")
				return fmt.Sprint(a.Choice, a.Reason, a.Decided.Dissent, a.Evidence)
			}},
		"no reason":       {"5||||q|", []string{"The reason is missing."}, nil},
		"na":              {"9|q|", []string{"Not applicable needs a reason.", "Reason: why not applicable?"}, nil},
		"na, no reason":   {"9||q|", []string{"Nothing was recorded: not applicable needs a reason."}, nil},
		"medians":         {"m|l|q|", []string{"Statements with consensus: 23.", "Agreed on the median: 23 statements.", "LEA-01  discuss         open"}, nil},
		"park and return": {"p|m|q|", []string{"Parked for later.", "Point 1 of 24: discuss. Leadership. parked."}, nil},
		"jump":            {"j PWD-10|j PWD|j nothing|b|q|", []string{"PWD-10. ", "These points fit.", `There is no point "nothing".`}, nil},
		"order and time":  {"o|o|t|a|?|q|", []string{"The order is that of the questionnaire now.", "The order is that of the agenda now", "Time: 0:00 of 6 min", "Keys"}, nil},
		"wrong":           {"7|x||q|", []string{`"7" is not an answer. Nothing was recorded.`, `"x" is not an answer.`, "Type a digit or a letter."}, nil},
		"all":             {"3||||m|q|", []string{"No point is open.", "Agreed: 24 of 24."}, func(g *workshop.Agreement) string { return string(g.Assessment().State) }},
	} {
		t.Run(name, func(t *testing.T) {
			g, saver := agreement(t), &shelltest.Memory{}
			streams, out, _ := terminal.Buffers(strings.ReplaceAll(c.input, "|", "\n"), nil)
			now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
			_, err := RunLine(t.Context(), streams, Options{Agreement: g, Clock: func() time.Time { return now }, Options: shell.Options{Saver: saver}})
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			for _, s := range c.says {
				if !strings.Contains(strings.ReplaceAll(out.String(), "\n", " "), s) {
					t.Errorf("%q is not said:\n%s", s, out)
				}
			}
			want := map[string]string{"agree": "4Law 12One disagreesGazette", "all": "agreed"}[name]
			if c.check != nil && c.check(g) != want {
				t.Errorf("got %q, want %q", c.check(g), want)
			}
			if strings.Contains(out.String(), "\x1b") {
				t.Error("an escape code is printed")
			}
		})
	}
}

// The input ends in the middle: what was agreed is saved.
func TestInputEnds(t *testing.T) {
	g, saver := agreement(t), &shelltest.Memory{}
	streams, _, _ := terminal.Buffers("4\nhalf", nil)
	_, err := RunLine(t.Context(), streams, Options{Agreement: g, Clock: time.Now, Options: shell.Options{Saver: saver}})
	if err == nil || saver.Last().Answer("LEA-01").Choice != 4 {
		t.Errorf("%v, %+v", err, saver.Last())
	}
}
