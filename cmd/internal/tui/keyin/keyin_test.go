package keyin

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/shell"
	"dgca/cmd/internal/tui/shell/shelltest"
	"dgca/questionnaires"
)

// The form of the tests has number 123456: page 2 holds LEG-01 and LEG-03, page
// 3 LEG-08 and LEG-09.
const form = 123456

func code(page int) string { return paper.PageCode{Form: form, Page: page}.String() }

func short(page int) string {
	c := strings.ReplaceAll(code(page), "-", "")
	return c[6:]
}

func options(t testing.TB, codes bool) Options {
	t.Helper()
	q := questionnaires.BuiltIn()
	a, err := assessment.New(q, assessment.Subject{Name: "Ministry of Trials", Kind: questionnaires.Institution},
		assessment.SessionInfo{Type: assessment.Individual}, assessment.Scope{Kind: assessment.Quick, Dimensions: []assessment.DimensionID{"legal"}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := assessment.NewSession(q, a)
	if err != nil {
		t.Fatal(err)
	}
	return Options{Sheet: "R07", Keying: keyingOf(t, s, codes), More: true}
}

func keyingOf(t testing.TB, s *assessment.Session, codes bool) *paper.Keying {
	t.Helper()
	k, err := paper.NewKeying(s, form, [][]assessment.StatementID{nil, {"LEG-01", "LEG-03"}, {"LEG-08", "LEG-09"}}, codes)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

type driver struct {
	shelltest.Driver
	task *task
}

func open(t testing.TB, opts Options) *driver {
	d := &driver{task: newTask(opts)}
	d.T, d.Saver = t, &shelltest.Memory{}
	opts.Options = shell.Options{Saver: d.Saver, Path: "r.yaml"}
	d.Shell = shell.New(d.task, opts.Options, 80, 24)
	return d
}

func describe(a *assessment.Assessment) string {
	var out []string
	if a == nil {
		return ""
	}
	for _, ans := range a.Answers {
		text := fmt.Sprintf("%s=%s", strings.TrimPrefix(string(ans.Statement), "LEG-"), ans.Choice)
		for _, more := range []string{ans.Reason, ans.Evidence} {
			if more != "" {
				text += "(" + more + ")"
			}
		}
		if ans.Decided != nil {
			text += fmt.Sprint(ans.Decided.Among)
		}
		out = append(out, text)
	}
	if a.State != assessment.Draft {
		out = append(out, string(a.State))
	}
	return strings.Join(out, " ")
}

const mandate = "None of our services needs documents or data held by another public body."

func TestKeys(t *testing.T) {
	first := code(2) + "<enter>"
	for name, c := range map[string]struct{ keys, want string }{
		"no page yet":            {"33333<enter>", ""},
		"a page":                 {first + "30", "01=3 03=dk"},
		"two pages":              {first + "30" + short(3) + "<enter>12", "01=3 03=dk 08=1 09=2"},
		"finish":                 {first + "30" + short(3) + "<enter>122<enter>", "01=3 03=dk 08=1 09=2 complete"},
		"a digit chooses no end": {first + "30" + short(3) + "<enter>1222", "01=3 03=dk 08=1 09=2"},
		"typed without hyphen":   {strings.ReplaceAll(code(2), "-", "") + "<enter>4", "01=4"},
		"code corrected":         {code(2) + "9<backspace><enter>4", "01=4"},
		"no such box":            {first + "678", ""},
		"nothing marked":         {first + "<enter>2", "03=2"},
		"back and again":         {first + "3<backspace>5", "01=5"},
		"taken out":              {first + "3<up><delete>", ""},
		"reason by number":       {first + "12" + short(3) + "<enter>91", "01=1 03=2 08=na(" + mandate + ")"},
		"no such reason":         {first + "12" + short(3) + "<enter>95", "01=1 03=2"},
		"no reason on paper":     {first + "90", "01=na(No reason on paper)"},
		"reason typed":           {first + "9tIn the law<enter>5", "01=na(In the law) 03=5"},
		"reason given up":        {first + "9<esc>3", "01=3"},
		"empty reason":           {first + "9t<enter><esc>3", "01=3"},
		"evidence":               {first + "3eAct 12<enter>4", "01=3(Act 12) 03=4"},
		"evidence, half typed":   {first + "3eAct 1<ctrl+c>1", "01=3(Act 1)"},
		"evidence of nothing":    {first + "eAct", ""},
		"other page first":       {code(3) + "<enter>12" + short(2) + "<enter>34", "01=3 03=4 08=1 09=2"},
		"page again":             {first + "12g" + short(2) + "<enter>5", "01=5 03=2"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, options(t, true))
			d.Press(c.keys)
			if got := describe(d.Saver.Last()); got != c.want {
				t.Errorf("recorded %q, want %q; the screen:\n%s", got, c.want, d.Screen())
			}
		})
	}
}

func TestScreens(t *testing.T) {
	d := open(t, options(t, true))
	d.Shows("Take page 2 of 3. Type the code at its foot", "sheet R07", "0 of 4")
	d.Press("123456-02-0<enter>")
	d.Shows("This is not a page code: a digit is wrong")
	d.Press(paper.PageCode{Form: form + 1, Page: 2}.String() + "<enter>")
	d.Shows("This page belongs to another form")
	d.Press(code(2) + "<enter>")
	d.Shows("> LEG-01", "Key the digit that is marked: 1 to 5, 0 for don't know")
	d.Press("7")
	d.Shows("There is no box 7")
	d.Press("9")
	d.Shows("Which reason is marked?", "0  No reason is marked or written")
	d.Press("03")
	d.Shows("Take page 3 of 3.", "Last: LEG-03 = 3 Established")
	d.Press(short(3) + "<enter><enter><enter>")
	d.Shows("Every page of this sheet is keyed in.", "Levels: 1. Don't know: 0. Not applicable: 1. Nothing marked: 2.", "key in the next one")
	d.Press("<f1>")
	d.Shows("How sheets are keyed in")
	for _, keys := range []string{"", "<esc>", "<pgup>"} {
		d.Press(keys)
		d.FitsAll(keys)
		d.Shell.Resize(80, 24)
	}
}

func TestNextSheet(t *testing.T) {
	d := open(t, options(t, false))
	d.Press("12341<enter>")
	out, err := d.Shell.End()
	if got := d.task.ended(out); err != nil || !got.Finished || !got.Next || !d.Ended {
		t.Errorf("%+v, %v", got, err)
	}
}

// Without codes, up to the end and back again for a correction.
func TestWithoutCodes(t *testing.T) {
	d := open(t, options(t, false))
	d.Press("12343<enter>5<esc>2<enter>")
	if got := describe(d.Saver.Last()); got != "01=5 03=2 08=3 09=4 complete" {
		t.Errorf("recorded %q; the screen:\n%s", got, d.Screen())
	}
}

// secondOptions are for a second entry of a sheet with 1, 2, na and nothing.
func secondOptions(t testing.TB) Options {
	opts := options(t, false)
	for _, d := range []int{1, 2, 9, 0} {
		if err := opts.Keying.Digit(d); err != nil {
			t.Fatal(err)
		}
	}
	first := opts.Keying.Session()
	second, err := paper.Second(first.Questionnaire(), first.Assessment())
	if err != nil {
		t.Fatal(err)
	}
	opts.First, opts.Keying, opts.More = &First{first}, keyingOf(t, second, false), false
	return opts
}

func TestSecondEntry(t *testing.T) {
	d := open(t, secondOptions(t))
	d.Shows("Second entry: sheet R07")
	d.Press("13904")
	d.Shows("Difference 1 of 2", "First entry: 2 Emerging.", "Second entry: 3 Established.")
	d.FitsAll("difference")
	d.Shell.Resize(80, 24)
	d.Press("3")
	d.Shows("Difference 2 of 2", "First entry: nothing marked.")
	d.Press("9tNo data<enter>")
	d.Shows("The second entry is complete.", "decided by the paper: 2")
	want := "01=1 03=3[first entry: 2 second entry: 3] 08=na(No reason on paper) 09=na(No data)[first entry: nothing second entry: 4]"
	if got := describe(d.Saver.Last()); got != want {
		t.Errorf("recorded %q", got)
	}
	d.Press("1<enter>")
	if got := describe(d.Saver.Last()); got != want+" complete" {
		t.Errorf("recorded %q", got)
	}
}

// A second entry that is left changes nothing.
func TestSecondEntryLeft(t *testing.T) {
	opts := secondOptions(t)
	d := open(t, opts)
	d.Press("55<ctrl+c>1")
	if got := describe(opts.First.Session.Assessment()); got != "01=1 03=2 08=na(No reason on paper)" {
		t.Errorf("recorded %q", got)
	}
}

// A signal keeps even a half-typed reason.
func TestSignal(t *testing.T) {
	d := open(t, options(t, false))
	d.Press("19tIn the la")
	d.Shell.Stop(15)
	if got := describe(d.Saver.Last()); got != "01=1 03=na(In the la)" {
		t.Errorf("recorded %q", got)
	}
}

func TestFailedSave(t *testing.T) {
	d := open(t, options(t, false))
	d.Saver.Fail(errors.New("the disk is full"))
	d.Press("1")
	d.Shows("NOT SAVED")
	d.Saver.Fail(nil)
	d.Press("2342<enter>")
	if got := describe(d.Saver.Last()); got != "01=1 03=2 08=3 09=4 complete" {
		t.Errorf("recorded %q", got)
	}
}

func TestLines(t *testing.T) {
	for name, c := range map[string]struct{ input, want, says string }{
		"a sheet":            {code(2) + "|30|" + short(3) + "|-2|f", "01=3 03=dk 09=2 complete", "Nothing marked: 1."},
		"one by one":         {code(2) + "|3|4|b|5|q", "01=3 03=5", "Enter: nothing is marked"},
		"wrong code":         {"123456020|q", "", "Nothing was recorded. This is not a page code"},
		"wrong digit":        {code(2) + "|38|q", "01=3", "There is no box 8"},
		"too many digits":    {code(2) + "|345|q", "01=3 03=4", `The page ends before "5".`},
		"reason":             {code(2) + "|93|0|q", "01=na(No reason on paper)", "There is no reason 3"},
		"reason in words":    {code(2) + "|9|In the law|q", "01=na(In the law)", "Which reason is marked?"},
		"reason not skipped": {code(2) + "|9||b|2|q", "01=2", "A reason is needed"},
		"evidence":           {code(2) + "|3|e Act 12|q", "01=3(Act 12)", "Evidence of LEG-01 recorded."},
		"no evidence":        {code(2) + "|e Act 12|q", "", "Key an answer first"},
		"taken out":          {code(2) + "|3|b|c|q", "", "Enter keeps 3 Established"},
		"other page":         {code(2) + "|g|" + short(3) + "|1|q", "08=1", "Take page"},
		"not a command":      {code(2) + "|hello|q", "", `"hello" is not a digit or a command.`},
		"help":               {"?|q", "", "Nothing is guessed."},
	} {
		t.Run(name, func(t *testing.T) {
			streams, out, _ := terminal.Buffers(strings.ReplaceAll(c.input, "|", "\n")+"\n", nil)
			saver := &shelltest.Memory{}
			opts := options(t, true)
			opts.Options = shell.Options{Saver: saver}
			if _, err := RunLine(context.Background(), streams, opts); err != nil {
				t.Fatalf("%v; output:\n%s", err, out)
			}
			if got := describe(saver.Last()); got != c.want {
				t.Errorf("recorded %q, want %q; output:\n%s", got, c.want, out)
			}
			text := strings.Join(strings.Fields(out.String()), " ")
			if !strings.Contains(text, c.says) || strings.Contains(text, "\x1b") {
				t.Errorf("%q is not said, or an escape code is:\n%s", c.says, out)
			}
		})
	}
}

func TestSecondEntryLineByLine(t *testing.T) {
	streams, out, _ := terminal.Buffers("1 3 9 0 4\n9\n\nNo data\nx\n\nf\n", nil)
	saver := &shelltest.Memory{}
	opts := secondOptions(t)
	opts.Options = shell.Options{Saver: saver}
	got, err := RunLine(context.Background(), streams, opts)
	if err != nil || !got.Finished || got.Differences != 2 {
		t.Fatalf("%+v, %v; output:\n%s", got, err, out)
	}
	want := "01=1 03=na(No data)[first entry: 2 second entry: 3] 08=na(No reason on paper) complete"
	if got := describe(saver.Last()); got != want {
		t.Errorf("recorded %q; output:\n%s", got, out)
	}
}
