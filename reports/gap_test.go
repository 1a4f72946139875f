package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"dgca/assessment"
	"dgca/questionnaires"
	"dgca/reports/document"
)

// input makes an assessment with the built-in questionnaire; answer says what
// to answer to the n-th statement, from 0.
func input(t testing.TB, scope assessment.Scope, answer func(n int) assessment.Answer) Input {
	t.Helper()
	q := questionnaires.BuiltIn()
	a, err := assessment.New(q, assessment.Subject{Name: "Ministry of Example", Kind: questionnaires.Institution, Country: "Exampleland"},
		assessment.SessionInfo{Type: assessment.Individual, Date: "2026-11-20", Respondent: "Heron", Role: "planning officer"}, scope)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for st := range a.Asked.Statements() {
		ans := answer(n)
		ans.Statement = st.ID
		a.SetAnswer(ans)
		n++
	}
	return Input{Assessment: a, Questionnaire: q, Created: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
		Program: "dgca test", Digest: strings.Repeat("0123456789abcdef", 4)}
}

// varied answers every statement with a mix of everything.
func varied(n int) assessment.Answer {
	ans := assessment.Answer{Choice: []assessment.Choice{3, 4, 2, 3, assessment.Unknown, 3, 2, 1, 4, 3, 5, 2, 1}[n%13], Confidence: assessment.MediumConfidence}
	switch {
	case n%17 == 16:
		ans = assessment.Answer{Choice: assessment.NotApplicable, Reason: "Decided above us"}
	case ans.Choice >= 3:
		ans.Evidence = "Decree 12 of 2024"
	}
	return ans
}

func nothing(int) assessment.Answer { return assessment.Answer{} }

func level(l assessment.Choice) func(int) assessment.Answer {
	return func(int) assessment.Answer { return assessment.Answer{Choice: l} }
}

// walk visits every text of a document, with the blocks that hold it.
func walk(blocks []document.Block, text func(document.Text), id func(string)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			id(b.ID)
			text(document.Plain(b.Text))
		case document.Paragraph:
			text(b.Text)
		case document.List:
			for _, t := range b.Items {
				text(t)
			}
		case document.Facts:
			for _, f := range b.Items {
				text(document.Plain(f.Label))
				text(f.Value)
			}
		case document.Callout:
			for _, t := range b.Lines {
				text(t)
			}
		case document.Columns:
			walk(b.Start, text, id)
			walk(b.End, text, id)
		case document.Figure:
			text(document.Plain(b.Caption))
			text(document.Plain(b.Alt))
		case document.Table:
			text(document.Plain(b.Caption))
			for _, r := range b.Rows {
				id(r.ID)
				for _, c := range r.Cells {
					for _, l := range c.Lines {
						text(l.Text)
					}
				}
			}
		default:
			panic(fmt.Sprintf("unknown block %T", b))
		}
	}
}

// checkDocument fails where a link leads nowhere, an ID is there twice, a
// section or a table is empty, or a row has another number of cells than its
// table has columns.
func checkDocument(t *testing.T, d document.Document) string {
	t.Helper()
	ids, links := map[string]bool{}, map[string]bool{}
	var all strings.Builder
	id := func(s string) {
		if s != "" && ids[s] {
			t.Errorf("the ID %q is there twice", s)
		}
		ids[s] = true
	}
	for _, s := range d.Sections {
		id(s.ID)
		if s.Title == "" || len(s.Blocks) == 0 {
			t.Errorf("the section %q is empty", s.ID)
		}
		fmt.Fprintln(&all, s.Title)
		walk(s.Blocks, func(x document.Text) {
			for _, sp := range x {
				if sp.Link != "" {
					links[sp.Link] = true
				}
			}
			fmt.Fprintln(&all, x.String())
		}, id)
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case document.Table:
				if len(b.Rows) == 0 {
					t.Errorf("the table %q in %q has no rows", b.Caption, s.ID)
				}
				for _, r := range b.Rows {
					if !r.Group && len(r.Cells) != len(b.Columns) {
						t.Errorf("a row of %q in %q has %d cells for %d columns", b.Caption, s.ID, len(r.Cells), len(b.Columns))
					}
				}
			case document.List:
				if len(b.Items) == 0 {
					t.Errorf("a list in %q is empty", s.ID)
				}
			case document.Figure:
				if b.Alt == "" || b.Caption == "" {
					t.Errorf("a figure in %q says nothing to those who do not see it", s.ID)
				}
			}
		}
	}
	for l := range links {
		if !ids[l] {
			t.Errorf("a link leads to %q, which is not there", l)
		}
	}
	if strings.Contains(all.String(), "%!") {
		t.Errorf("a format string is wrong: %s", all.String())
	}
	if strings.Contains(all.String(), "{unit}") || strings.Contains(all.String(), "{Unit}") {
		t.Error("a placeholder is left")
	}
	return all.String()
}

func TestGapReportVariants(t *testing.T) {
	full := assessment.Scope{Kind: assessment.Full}
	for name, c := range map[string]struct {
		in      Input
		finding string
		without []string
	}{
		"varied":         {input(t, full, varied), "Ministry of Example stands at level 2.8 of 5 (Established) overall. Its weakest dimensions are", nil},
		"nothing":        {input(t, full, nothing), "Ministry of Example: no statement has been answered yet, so there is no result.", []string{"Strengths", "Largest gaps"}},
		"all the best":   {input(t, full, level(5)), "stands at level 5.0 of 5 (Continuously improved) overall. All its dimensions are at the same level.", []string{"Largest gaps", "What to find out"}},
		"all absent":     {input(t, full, level(1)), "stands at level 1.0 of 5 (Absent) overall.", []string{"Strengths to keep"}},
		"quick":          {input(t, assessment.Scope{Kind: assessment.Quick}, varied), "", nil},
		"one dimension":  {input(t, assessment.Scope{Kind: assessment.Full, Dimensions: []assessment.DimensionID{"legal"}}, varied), "Legal stands at level 2.9 of 5 (Established) in Ministry of Example. Of 11 answered statements,", nil},
		"nothing fits":   {input(t, full, func(int) assessment.Answer { return assessment.Answer{Choice: assessment.NotApplicable, Reason: "No"} }), "all 72 statements were answered as not applicable", nil},
		"half, one dim.": {input(t, full, func(n int) assessment.Answer { return assessment.Answer{Choice: assessment.Choice(min(1, n/8) * 2)} }), "Ministry of Example has no overall level: not enough answers in Leadership.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			text := checkDocument(t, Gap(c.in))
			if !strings.Contains(text, c.finding) {
				t.Errorf("the finding %q is missing in:\n%.400s", c.finding, text)
			}
			for _, w := range c.without {
				if strings.Contains(text, w) {
					t.Errorf("%q stands in the report without data for it", w)
				}
			}
			noQuestionnaire := c.in
			noQuestionnaire.Questionnaire = nil
			checkDocument(t, Gap(noQuestionnaire))
			var one, two bytes.Buffer
			if err := WritePDF(&one, Gap(c.in)); err != nil {
				t.Fatal(err)
			}
			if err := WritePDF(&two, Gap(c.in)); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(one.Bytes(), two.Bytes()) {
				t.Error("the same report has other bytes the second time")
			}
		})
	}
}

// A result where no dimension has a level says how to come to one.
func TestFirstSteps(t *testing.T) {
	full := assessment.Scope{Kind: assessment.Full}
	all := func(a assessment.Answer) func(int) assessment.Answer {
		return func(int) assessment.Answer { return a }
	}
	for name, c := range map[string]struct {
		answers func(int) assessment.Answer
		step    string
	}{
		"nothing": {nothing, "Answer the statements, one dimension after the other."},
		"too few": {func(n int) assessment.Answer {
			return assessment.Answer{Choice: assessment.Choice(max(0, 3-n))}
		}, "Answer the statements, one dimension after the other."},
		"don't know":     {all(assessment.Answer{Choice: assessment.Unknown}), "look at the documents that can tell"},
		"not applicable": {all(assessment.Answer{Choice: assessment.NotApplicable, Reason: "No"}), "whether the questionnaire is meant for this unit"},
	} {
		for _, short := range []bool{false, true} {
			in := input(t, full, c.answers)
			in.Options.SummaryOnly = short
			if text := string(print(t, "md", Gap(in))); !strings.Contains(text, c.step) || strings.Count(text, "Possible next steps") != 1 {
				t.Errorf("%s (summary only %v): the summary does not say %q", name, short, c.step)
			}
		}
	}
}

// A level with not enough answers appears nowhere.
func TestHiddenLevelsStayHidden(t *testing.T) {
	// Two levels in Leadership: 5 and 4, mean 4.5; nothing else.
	in := input(t, assessment.Scope{Kind: assessment.Full}, func(n int) assessment.Answer {
		if n < 2 {
			return assessment.Answer{Choice: assessment.Choice(5 - n)}
		}
		return assessment.Answer{}
	})
	if text := checkDocument(t, Gap(in)); strings.Contains(text, "4.5\n") || strings.Contains(text, "9/2") {
		t.Error("the level 4.5 of two answers is shown")
	}
}

// What hangs on a level that is not shown does not stand in the report either.
func TestWithoutLevelNothingHangsOnIt(t *testing.T) {
	full := assessment.Scope{Kind: assessment.Full}
	two := checkDocument(t, Gap(input(t, full, func(n int) assessment.Answer {
		if n < 2 {
			return assessment.Answer{Choice: 4, Evidence: "Decree"}
		}
		return assessment.Answer{Choice: assessment.NotApplicable, Reason: "No"}
	})))
	none := checkDocument(t, Gap(input(t, full, func(int) assessment.Answer {
		return assessment.Answer{Choice: assessment.NotApplicable, Reason: "No"}
	})))
	for _, text := range []string{two, none} {
		for _, hidden := range []string{"of the answers at level 3 or higher\n", "compare with care", "0 of 0", wordNone + ": not applicable"} {
			if strings.Contains(text, hidden) {
				t.Errorf("%q stands in the report", hidden)
			}
		}
	}
	if strings.Contains(none, "(0 %)") || strings.Contains(none, "\n0 %") {
		t.Error("a coverage of nothing is shown")
	}
}

func TestFindingSaysWhatIsPreliminary(t *testing.T) {
	in := input(t, assessment.Scope{Kind: assessment.Full}, func(n int) assessment.Answer {
		if n%3 == 0 {
			return assessment.Answer{}
		}
		return assessment.Answer{Choice: 3}
	})
	want := "Ministry of Example stands at level 3.0 of 5 (Established) overall. This is preliminary. All its dimensions are at the same level."
	if text := checkDocument(t, Gap(in)); !strings.Contains(text, want) {
		t.Errorf("the finding is not %q:\n%.300s", want, text)
	}
}

// A long name is cut in the running footer; the date is not.
func TestRunningFooterKeepsTheDate(t *testing.T) {
	if r := Gap(input(t, assessment.Scope{Kind: assessment.Full}, nothing)).Running; r.Start != "Ministry of Example" || !strings.HasPrefix(r.End, "20 November 2026, ") {
		t.Errorf("%+v", r)
	}
}

func TestWeighedGapsComeFirst(t *testing.T) {
	in := input(t, assessment.Scope{Kind: assessment.Full}, varied)
	in.Assessment.Weighings = []assessment.Weighing{{Statement: "PWD-02", Importance: 5, Feasibility: 5, Barriers: []string{"money"}}}
	text := checkDocument(t, Gap(in))
	for _, want := range []string{"Priority gaps", "Weighed gaps: 1 of", "quick win", "Barriers: money."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestReportSaysHowAnswersCameAbout(t *testing.T) {
	in := input(t, assessment.Scope{Kind: assessment.Full}, varied)
	a := in.Assessment
	a.Answers[0].Decided = &assessment.Decision{By: "Head of office", Reason: "In force", Among: []string{"R1: 2", "R2: 3"}}
	a.Answers[1].Decided = &assessment.Decision{Among: []string{"R1: dk", "R2: 4"}}
	a.Changed = &assessment.Change{Date: "2026-12-01", Statements: []assessment.StatementID{"LEA-01"}}
	a.MergedFrom = []assessment.Source{{Respondent: "R1"}, {Respondent: "R2"}}
	d := Gap(in)
	text := checkDocument(t, d)
	for _, f := range d.Cover.Facts {
		text += f.Value.String() + "\n"
	}
	for _, alias := range []string{"R1", "R2"} {
		if strings.Contains(text, alias) {
			t.Errorf("the sheet %s is named", alias)
		}
	}
	for _, want := range []string{"Decided by: Head of office", "Why: In force", "Joined from different answers.",
		"answers changed after completion: 1, the last on 1 December 2026", "files of people of this unit: 2"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// Who decided, and by what rule, stands once where it is the same for all.
func TestReportSaysOnceWhoDecided(t *testing.T) {
	const who, rule = "the people of the unit", "The median of all statements with consensus"
	for name, c := range map[string]struct {
		other  string
		onEach int
	}{"the same": {who, 0}, "two": {"the director", 2}} {
		in := input(t, assessment.Scope{Kind: assessment.Full}, varied)
		a := in.Assessment
		a.Answers[0].Decided = &assessment.Decision{By: who, Reason: "In force"}
		a.Answers[1].Decided = &assessment.Decision{By: c.other}
		a.Answers[2].Decided = &assessment.Decision{Reason: rule}
		a.Answers[3].Decided = &assessment.Decision{Reason: rule}
		d := Gap(in)
		text, cover := checkDocument(t, d), ""
		for _, f := range d.Cover.Facts {
			cover += f.Label + ": " + f.Value.String() + "\n"
		}
		if n := strings.Count(text, "Decided by: "); n != c.onEach {
			t.Errorf("%s: who decided stands beside %d answers, want %d", name, n, c.onEach)
		}
		if has := strings.Contains(cover, "Decided by: "+who+" (statements: 2)"); has != (c.onEach == 0) {
			t.Errorf("%s: on the cover is %v: %s", name, has, cover)
		}
		if !strings.Contains(cover, "Decided by rule: "+rule+" (statements: 2)") || strings.Contains(text, rule) || !strings.Contains(text, "Why: In force") {
			t.Errorf("%s: the rule does not stand once, on the cover", name)
		}
	}
}

func BenchmarkGapReport(b *testing.B) {
	in := input(b, assessment.Scope{Kind: assessment.Full}, varied)
	b.ReportAllocs()
	for b.Loop() {
		var buf bytes.Buffer
		if err := WritePDF(&buf, Gap(in)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGapReportHTML(b *testing.B) {
	in := input(b, assessment.Scope{Kind: assessment.Full}, varied)
	b.ReportAllocs()
	for b.Loop() {
		var buf bytes.Buffer
		if err := WriteHTML(&buf, Gap(in)); err != nil {
			b.Fatal(err)
		}
	}
}

// The level 9/4 is shown as 2.3, the gap to 4 as 1.8: the page says that they
// do not add up.
func TestSummaryNotesRounding(t *testing.T) {
	for want, words := range map[bool]string{true: "2 2 2 3", false: "2 2 3"} {
		for _, s := range Gap(sample(t, 5, words)).Sections {
			for _, b := range s.Blocks {
				if table, ok := b.(document.Table); ok && s.ID == "summary" && strings.Contains(table.Note, noteRounding) != want {
					t.Errorf("%q: the note is %q", words, table.Note)
				}
			}
		}
		if got := strings.Contains(render(t, Overview(sample(t, 5, words)), 80), noteRounding); got != want {
			t.Errorf("%q: the overview notes rounding: %v", words, got)
		}
	}
}

// With one dimension shown, nothing is said about the weakest one.
func TestOneDimensionIsNotTheWeakest(t *testing.T) {
	if text := checkDocument(t, Gap(sample(t, 5, "2 2 3", "- - -"))); strings.Contains(text, "is the weakest") || strings.Contains(text, "stays the weakest") {
		t.Error("the only dimension is called the weakest")
	}
}

// Without a level there is no mark to explain and no radar.
func TestProfileWithoutLevels(t *testing.T) {
	for _, b := range newGapBuilder(sample(t, 5, "- - -", "- - -", "- - -")).profile().Blocks {
		switch c := b.(document.Figure).Chart.(type) {
		case document.Radar:
			t.Error("an empty radar")
		case document.DotPlot:
			if c.Key != (document.Key{}) {
				t.Errorf("the key explains %+v", c.Key)
			}
		}
	}
}
