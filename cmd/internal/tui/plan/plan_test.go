package plan

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
	"dgca/questionnaires"
)

// planning is of an institution with the levels of the quick scope given in
// order; the others are open.
func planning(t testing.TB, levels ...assessment.Choice) *assessment.Planning {
	t.Helper()
	q := questionnaires.BuiltIn()
	a, err := assessment.New(q, assessment.Subject{Name: "Ministry of Trials", Kind: questionnaires.Institution},
		assessment.SessionInfo{Type: assessment.Individual}, assessment.Scope{Kind: assessment.Quick})
	if err != nil {
		t.Fatal(err)
	}
	s, err := assessment.NewSession(q, a)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range levels {
		s.Jump(i)
		if err := s.Choose(c, ""); err != nil {
			t.Fatal(err)
		}
	}
	p, err := assessment.NewPlanning(q, a, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func pages(p *assessment.Planning) Pages {
	return Pages{
		RoadMap: func(width int) string { return fmt.Sprintf("road map of %d actions", len(p.Plan().Actions)) },
		WhatIf:  func(width int) string { return "what if" },
		Talk: func(id assessment.ActionID) []string {
			if p.Plan().Action(id).Owner == "" {
				return []string{"Without an owner: " + string(id) + "."}
			}
			return nil
		},
	}
}

type driver struct {
	shelltest.Driver
	p *assessment.Planning
}

func open(t testing.TB, p *assessment.Planning) *driver {
	d := &driver{p: p}
	d.T, d.Saver = t, &shelltest.Memory{}
	d.Shell = newScreen(Options{Options: shell.Options{Saver: d.Saver, Path: "r.yaml"}, Planning: p, Pages: pages(p)}, 80, 24)
	return d
}

// describe says what is planned.
func describe(a *assessment.Assessment) string {
	var out []string
	for _, w := range a.Weighings {
		out = append(out, fmt.Sprintf("%s I%d F%d %s", w.Statement, w.Importance, w.Feasibility, strings.Join(w.Barriers, ",")))
	}
	for _, t := range a.Targets.Statements {
		out = append(out, fmt.Sprintf("target %s %d %s", t.Statement, t.Level, t.Reason))
	}
	if a.Plan.Start != "" {
		out = append(out, "from "+a.Plan.Start)
	}
	for _, x := range a.Plan.Actions {
		out = append(out, fmt.Sprintf("%s %q %s %s..%s %v %d->%d after%v %s", x.ID, x.What, x.Owner, x.Start, x.End, x.Serves, x.Baseline, x.Target, x.After, x.Status))
	}
	for i, s := range out {
		out[i] = strings.TrimSpace(s)
	}
	return strings.Join(out, "; ")
}

// TestKeys types keys and looks at what is planned. The gaps are LEA-01 (1 to
// 4), LEA-04 (2 to 4) and LEA-07 (3 to 4), in this order.
func TestKeys(t *testing.T) {
	for name, c := range map[string]struct{ keys, want string }{
		"nothing":             {"2<down><up><esc>4<esc>", ""},
		"weigh":               {"2<enter>45", "LEA-01 I4 F5"},
		"weigh two":           {"2<enter>45<pgdown>32", "LEA-01 I4 F5; LEA-04 I3 F2"},
		"half weighed":        {"2<enter>4<esc>", "LEA-01 I4 F0"},
		"barriers":            {"2<enter>4526<space>", "LEA-01 I4 F5 organisation"},
		"own target":          {"2<enter><enter><enter><enter>2Small body<enter>", "target LEA-01 2 Small body"},
		"target taken back":   {"2<enter><enter><enter><enter>2<up>0", ""},
		"weighing taken back": {"2<enter>45<up><up>0", "LEA-01 I4 F0"},
		"target of any":       {"2t<end><enter>5By law<esc>", "target LEA-11 5 By law"},
		"proposal at once":    {"32026-12-01<enter>2p1<ctrl+c>1", `from 2026-12-01; A1 "Decide in a management meeting which senior leader will answer for digital work, and draft the duties on one page."  2026-12-01..2026-12-31 [LEA-01] 1->2 after[] planned`},
		"undo":                {"2<enter>45<ctrl+z>", "LEA-01 I4 F0"},
		"undo twice":          {"2<enter>45<ctrl+z><ctrl+z><ctrl+z>", ""},
		"start":               {"32026-12-01<enter>", "from 2026-12-01"},
		"start, wrong":        {"31.12.2026<enter><esc>", ""},
		"own action":          {"4nTrain staff<enter>HR office<enter>2026-12-01<enter>2027-03-31<enter><esc>", `A1 "Train staff" HR office 2026-12-01..2027-03-31 [] 0->0 after[] planned`},
		"action without what": {"4n<enter>HR office<enter><esc><esc>", ""},
		"half typed, kept":    {"4nTrain staff<ctrl+c>1", `A1 "Train staff"  .. [] 0->0 after[] planned`},
		"end before start":    {"4nTrain<enter><enter>2027-01-01<enter>2026-01-01<enter><esc><esc>", `A1 "Train"  2027-01-01.. [] 0->0 after[] planned`},
		"dates in any order":  {"4nTrain<enter><enter>2027-01-01<enter>2027-02-01<enter><up><up>" + strings.Repeat("<backspace>", 10) + "2027-03-01<enter>" + strings.Repeat("<backspace>", 10) + "2027-04-01<enter><esc>", `A1 "Train"  2027-03-01..2027-04-01 [] 0->0 after[] planned`},
		"serves":              {"4nTrain<enter>" + strings.Repeat("<tab>", 10) + "lea-04, LEA-01<enter>", `A1 "Train"  .. [LEA-04 LEA-01] 0->0 after[] planned`},
		"serves nothing":      {"4nTrain<enter>" + strings.Repeat("<tab>", 10) + "XYZ-1<enter><esc><esc>", `A1 "Train"  .. [] 0->0 after[] planned`},
		"taken out":           {"4nTrain<enter><esc><delete>", ""},
		"taken out, undone":   {"4nTrain<enter><esc><delete><ctrl+z>", `A1 "Train"  .. [] 0->0 after[] planned`},
		"undo closes it":      {"4nTrain<enter><ctrl+z>", ""},
		"after":               {"4nOne<enter><esc>nTwo<enter>" + strings.Repeat("<tab>", 14) + "1", `A1 "One"  .. [] 0->0 after[] planned; A2 "Two"  .. [] 0->0 after[A1] planned`},
		"status":              {"4nOne<enter>" + strings.Repeat("<tab>", 14) + "3", `A1 "One"  .. [] 0->0 after[] done`},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, planning(t, 1, 2, 3, 4))
			before := fmt.Sprint(d.p.Assessment().Answers)
			d.Press(c.keys)
			if got := describe(d.p.Assessment()); got != c.want {
				t.Errorf("planned %q, want %q:\n%s", got, c.want, d.Screen())
			}
			if last := d.Saver.Last(); c.want != "" && describe(last) != c.want {
				t.Errorf("saved %q", describe(last))
			}
			if fmt.Sprint(d.p.Assessment().Answers) != before {
				t.Error("planning changed an answer")
			}
		})
	}
}

func TestPropose(t *testing.T) {
	d := open(t, planning(t, 1, 2, 3, 4))
	d.Press("32026-12-01<enter>2<enter><ctrl+p>")
	d.Shows("An action for LEA-01", "From level 1 to 2.", "About 1 month. Cost: low.", "An action of your own", "Idea.")
	d.Press("1")
	d.Shows("Action A1", "Without an owner: A1.", "Serves: LEA-01", "Level now: 1 Absent")
	a := d.p.Plan().Action("A1")
	if a == nil || a.Start != "2026-12-01" || a.End == "" || a.Baseline != 1 || a.Target != 2 || a.Owner != "" {
		t.Fatalf("%+v", a)
	}
	d.Press("<tab>")
	d.Shows("Usually: Minister, mayor or head of institution.")
	d.Press("Cabinet office<esc>")
	d.Shows("Weigh LEA-01")
	d.Lacks("Without an owner")
}

// TestLiveOrder weighs the last gap so that it becomes the first: the list
// shows it there, with the cursor on it.
func TestLiveOrder(t *testing.T) {
	d := open(t, planning(t, 1, 2, 3, 4))
	d.Press("2<end><enter>55")
	d.Shows("Weigh LEA-07 (3 of 3)", "Priority 25.0 = 100 x 5/5 x 1/4 x 5/5: quick win.")
	d.Press("<esc>")
	d.Shows("> LEA-07   3->4   5 5   25.0  quick win")
	if first := strings.Index(d.Screen(), "LEA-07"); first > strings.Index(d.Screen(), "LEA-01") {
		t.Errorf("the order is not the one of the priorities:\n%s", d.Screen())
	}
}

func TestFilter(t *testing.T) {
	levels := make([]assessment.Choice, 24)
	for i := range levels {
		levels[i] = assessment.Choice(i%3 + 1)
	}
	d := open(t, planning(t, levels...))
	d.Press("2f")
	d.Shows("Filter the gaps", "All gaps", "Theme: Skills and mindsets")
	d.Press("<down><enter>")
	d.Shows("Filter: Theme: Skills and mindsets.")
	d.Press("f<delete>")
	d.Shows("Filter: none, all gaps.")
	if got := len(facets(d.p)); got < 15 {
		t.Errorf("only %d things to filter by", got)
	}
	for _, f := range facets(d.p) {
		if f.count(d.p, assessment.GapFilter{}) == 0 {
			t.Errorf("%s lets no gap pass", f.words())
		}
	}
}

// TestNoGaps: a file in which everything is at its target says so.
func TestNoGaps(t *testing.T) {
	d := open(t, planning(t, 4, 5, 4, 4))
	d.Shows(noGaps)
	d.Press("2")
	d.Shows("Targets: what level")
}

func TestSizes(t *testing.T) {
	d := open(t, planning(t, 1, 2, 3, 4))
	for _, keys := range []string{"", "1", "<esc>2", "f", "<esc><enter>", "4", "3", "<ctrl+p>", "1", "<tab><tab>", "<f1>", "<esc><esc><esc><esc>4", "<enter>", "<esc><esc>5", "<esc>6", "<esc><ctrl+c>"} {
		d.Press(keys)
		d.FitsAll(keys)
		d.Shell.Resize(80, 24)
	}
}

// TestUnkept leaves while a date is not possible: Esc says so once, also when the
// cursor blinks in between, and the page for quitting says it too.
func TestUnkept(t *testing.T) {
	d := open(t, planning(t, 1, 2, 3, 4))
	d.Press("4nTrain<enter><enter>1.5.2026<enter><esc>")
	d.Shows("Not recorded:", "Esc again leaves it out.")
	d.Send(struct{}{})
	d.Press("<esc>")
	d.Shows("Actions", "> A1")
	d.Press("<enter><enter><enter>1.5.2026<ctrl+c>")
	d.Shows("Quit?", "Not recorded:")
	d.Press("<esc>")
	d.Shows("Action A1")
}

// TestUnwritten ends the program while an action has an owner and no words: it is
// kept.
func TestUnwritten(t *testing.T) {
	d := open(t, planning(t, 1, 2, 3, 4))
	d.Press("4n<enter>HR office")
	d.Shell.Stop(15)
	if got := describe(d.Saver.Last()); got != `A1 "(not written yet)" HR office .. [] 0->0 after[] planned` {
		t.Errorf("saved %q", got)
	}
}

// TestUndoOfATarget takes a target back while its reason is typed: nothing on the
// screen pretends otherwise.
func TestUndoOfATarget(t *testing.T) {
	d := open(t, planning(t, 1, 2, 3, 4))
	d.Press("13<tab>abc<ctrl+z>")
	d.Shows("Taken back: target of Leadership.")
	d.Lacks("abc")
}

// TestSignal ends the program while an owner is half typed.
func TestSignal(t *testing.T) {
	d := open(t, planning(t, 1))
	d.Press("4nTrain<enter>HR off")
	d.Shell.Stop(1)
	if got := d.Saver.Last().Plan.Actions[0].Owner; got != "HR off" {
		t.Errorf("owner %q", got)
	}
}

func TestLines(t *testing.T) {
	for name, c := range map[string]struct{ input, want, says string }{
		"weigh":           {"w lea-01|4|5|2 6|||q", "LEA-01 I4 F5 organisation,law", "Priority 60.0 = 100 x 4/5 x 3/4 x 5/5: quick win."},
		"no gap":          {"w lea-11|q", "", "LEA-11 has no gap"},
		"no statement":    {"w xyz|q", "", `There is no statement "xyz".`},
		"grade, wrong":    {"w lea-01|6|b|q", "", `"6" is not one of the numbers.`},
		"filter":          {"f|1|g|q", "", "Filter: Theme: Skills and mindsets."},
		"filter, wrong":   {"f 999|q", "", `"999" is not a number`},
		"start":           {"s|1.12.2026|2026-12-01|q", "from 2026-12-01", "Nothing was recorded:"},
		"propose":         {"s|2026-12-01|p lea-01|99|1||Cabinet|b|q", `from 2026-12-01; A1 "*" Cabinet 2026-12-01..* [LEA-01] 1->2 after[] planned`, "Recorded: A1"},
		"own":             {"n|Train staff|HR|2027-01-01|2026-01-01|2027-02-01|b|a|q", `A1 "Train staff" HR 2027-01-01..2027-02-01 [] 0->0 after[] planned`, "Owner: HR. Until: 2027-02-01. Status: planned."},
		"not kept":        {"n||HR|b|q", "", "This action is not kept"},
		"out and undo":    {"n|Train|b|x a1|u|q", `A1 "Train"  .. [] 0->0 after[] planned`, "Taken back: removal of A1."},
		"change":          {"n|Train|b|e A1||HR|b|q", `A1 "Train" HR .. [] 0->0 after[] planned`, ""},
		"no such action":  {"e A7|q", "", `There is no action "A7".`},
		"nothing to undo": {"u|q", "", "There is nothing to take back."},
		"pages":           {"r|i|?|q", "", "road map of 0 actions"},
		"wrong command":   {"weigh|q", "", `"weigh" is not a command.`},
		"target":          {"t|3|12|||b|q", "", "Recorded: level 3 in 12 months."},
	} {
		t.Run(name, func(t *testing.T) {
			p := planning(t, 1, 2, 3, 4)
			streams, out, _ := terminal.Buffers(strings.ReplaceAll(c.input, "|", "\n")+"\n", nil)
			saver := &shelltest.Memory{}
			if _, err := RunLine(context.Background(), streams, Options{Options: shell.Options{Saver: saver}, Planning: p, Pages: pages(p)}); err != nil {
				t.Fatalf("%v; output:\n%s", err, out)
			}
			if got := describe(p.Assessment()); !like(got, c.want) {
				t.Errorf("planned %q, want %q; output:\n%s", got, c.want, out)
			}
			text := strings.Join(strings.Fields(out.String()), " ")
			if !strings.Contains(text, c.says) || strings.Contains(text, "\x1b") {
				t.Errorf("%q is not said, or an escape code is:\n%s", c.says, out)
			}
		})
	}
}

// like compares with a text in which * stands for anything.
func like(got, want string) bool {
	for i, part := range strings.Split(want, "*") {
		at := strings.Index(got, part)
		if at < 0 || i == 0 && at != 0 {
			return false
		}
		got = got[at+len(part):]
	}
	return got == "" || strings.HasSuffix(want, "*")
}
