package reports

import (
	"bytes"
	"fmt"
	"html"
	"image"
	"image/color"
	"regexp"
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/reports/context"
	"dgca/reports/document"
)

func malaysia(t testing.TB) *context.Country {
	t.Helper()
	c, ok := context.Find("Malaysia")
	if !ok {
		t.Fatal("no Malaysia")
	}
	return &c
}

func sectionOf(d document.Document, id string) *document.Section {
	for i := range d.Sections {
		if d.Sections[i].ID == id {
			return &d.Sections[i]
		}
	}
	return nil
}

func TestPartsStandOnlyWithTheirData(t *testing.T) {
	full, plain := Gap(everything(t)), Gap(input(t, assessment.Scope{Kind: assessment.Full}, varied))
	for _, id := range []string{"differences", "change", "context"} {
		if sectionOf(full, id) == nil {
			t.Errorf("%s is missing", id)
		}
		if sectionOf(plain, id) != nil {
			t.Errorf("%s stands without data for it", id)
		}
	}
	checkDocument(t, full)
	// An individual sheet says nothing about others, whatever is in it.
	in := everything(t)
	in.Assessment.Session.Type = assessment.Individual
	if sectionOf(Gap(in), "differences") != nil {
		t.Error("an individual sheet says where people differed")
	}
}

// Levels 1 and 3 of five in twelve statements each: 24/12 = 2 then, 36/12 = 3
// now; 12 statements moved up.
func TestChangeSection(t *testing.T) {
	full := assessment.Scope{Kind: assessment.Full, Dimensions: []assessment.DimensionID{"legal"}}
	in, before := input(t, full, level(3)), input(t, full, level(2)).Assessment
	before.Session.Date = "2025-11-20"
	r, err := assessment.CompareRounds(before, in.Assessment)
	if err != nil {
		t.Fatal(err)
	}
	in.Options.Previous = r
	text := checkDocument(t, Gap(in))
	for _, want := range []string{"Compared with the result of 20 November 2025.", "are compared: 12 of 12.", "Legal: from 2.0 to 3.0, clear change, upwards",
		"+1.0", "Most improved", "(from 2 to 3)", "at least 0.5 of a level"} {
		if !strings.Contains(text+sectionOf(Gap(in), "change").Blocks[2].(document.Table).Note, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Contains(text, "Of concern") {
		t.Error("a heading without statements")
	}
}

func TestContextSectionCitesItsSources(t *testing.T) {
	in := input(t, assessment.Scope{Kind: assessment.Quick}, varied)
	in.Options.Context = malaysia(t)
	text := checkDocument(t, Gap(in))
	for _, want := range []string{"0.8111", "very high", "Source: United Nations", "Source: World Bank", "CC BY 4.0", "no part of this assessment", "is no trend"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Contains(text, "Local Online Service") {
		t.Error("an institution gets an index of cities")
	}
}

// Answers 2, 3, don't know and 5, agreed 4: a spread of 3, nobody named.
func TestDifferencesNameNobody(t *testing.T) {
	in := input(t, assessment.Scope{Kind: assessment.Full}, level(4))
	in.Assessment.Session.Type = assessment.Group
	in.Assessment.Answers[0].Decided = &assessment.Decision{By: "Head", Reason: "In force", Among: []string{"Maria: 2", "Ali: 3", "R3: dk", "R4: 5"}}
	in.Assessment.Answers[1].Decided = &assessment.Decision{By: "Head", Among: []string{"Maria: 2", "Ali: 3"}}
	s := sectionOf(Gap(in), "differences")
	d := document.Document{Sections: []document.Section{*s}}
	var text strings.Builder
	walk(d.Sections[0].Blocks, func(x document.Text) { text.WriteString(x.String() + "\n") }, func(string) {})
	for _, want := range []string{"level 2: 1, level 3: 1, level 5: 1, don't know: 1", "In force", "2 different answers"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is missing in\n%s", want, text.String())
		}
	}
	// One figure, with the three levels of the first statement; two answers are
	// not shown apart.
	rows := s.Blocks[1].(document.Figure).Chart.(document.Strips).Rows
	if len(rows) != 1 || fmt.Sprint(rows[0].Dots) != "[{2 1} {3 1} {5 1}]" || rows[0].Text != "agreed: 4" {
		t.Errorf("%+v", rows)
	}
	for _, all := range []string{text.String(), checkDocument(t, Gap(in))} {
		if strings.Contains(all, "Maria") || strings.Contains(all, "R4") {
			t.Error("a name is there")
		}
	}
}

// Every weighed gap stands once in the chart, at its importance and
// feasibility.
func TestScatterHasEveryWeighedGap(t *testing.T) {
	in := everything(t)
	b := newGapBuilder(in)
	fig, ok := b.gapScatter()
	if !ok {
		t.Fatal("no chart")
	}
	weighed := map[string][2]int{}
	for _, w := range in.Assessment.Weighings {
		weighed[string(w.Statement)] = [2]int{w.Importance, w.Feasibility}
	}
	items := fig.Chart.(document.Scatter).Items
	if len(items) != len(weighed) {
		t.Errorf("%d items for %d weighed gaps", len(items), len(weighed))
	}
	for _, it := range items {
		if weighed[it.Label] != [2]int{it.Up, it.Across} || !strings.Contains(fig.Alt, it.Label) {
			t.Errorf("%+v", it)
		}
	}
	if _, ok := newGapBuilder(input(t, assessment.Scope{Kind: assessment.Full}, varied)).gapScatter(); ok {
		t.Error("a chart without a weighed gap")
	}
}

var pageCount = regexp.MustCompile(`/Count (\d+)`)

// pages counts the pages of a PDF file.
func pages(t testing.TB, file []byte) string {
	t.Helper()
	return string(pageCount.FindSubmatch(file[bytes.Index(file, []byte("/Type /Pages")):])[1])
}

// variants are inputs of every sort of result.
func variants(t testing.TB) map[string]Input {
	full := assessment.Scope{Kind: assessment.Full}
	in := map[string]Input{
		"everything":    everything(t),
		"plan":          planned(t),
		"nothing":       input(t, full, nothing),
		"varied":        input(t, full, varied),
		"unknown":       input(t, full, level(assessment.Unknown)),
		"absent":        input(t, full, level(1)),
		"best":          input(t, full, level(5)),
		"few":           input(t, full, func(n int) assessment.Answer { return assessment.Answer{Choice: assessment.Choice(n%7 - 2)} }),
		"quick":         input(t, assessment.Scope{Kind: assessment.Quick}, varied),
		"one dimension": input(t, assessment.Scope{Kind: assessment.Full, Dimensions: []assessment.DimensionID{"workforce"}}, varied),
		"two levels":    sample(t, 2, "1 2 2 1 1", "2 2 dk 1", "1 1 1 2"),
		"seven levels":  sample(t, 7, "1 7 5 4 3", "6 2 dk 1 na", "- - 3", "7 7 7 6"),
	}
	return in
}

// The summary is one page, in the full report and alone, also with logo and
// marking, without the words of people, and where the name of the unit is long.
func TestSummaryIsOnePage(t *testing.T) {
	p := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for i := range p.Pix {
		p.Pix[i] = 0xff
	}
	for x := range 300 {
		p.Set(x, 100, color.Black)
	}
	logo, err := Logo(pngOf(t, p), "Logo of Example")
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("Directorate for Interoperability and Shared Registers ", 4)[:200]
	word := strings.Repeat("Digitalverwaltungsmodernisierung", 7)[:200]
	for _, unit := range []string{"Ministry of Social Affairs, Labour, Families and Equal Opportunities", long, word} {
		summaryIsOnePage(t, unit, logo)
	}
}

func summaryIsOnePage(t *testing.T, unit string, logo *document.Image) {
	t.Helper()
	for name, in := range variants(t) {
		in.Options.Logo, in.Options.Confidential = logo, "For official use only"
		in.Assessment.Subject.Name = unit
		full := Gap(in)
		full.Sections = full.Sections[:1]
		if n := pages(t, print(t, "pdf", full)); n != "2" {
			t.Errorf("%s: cover and summary have %s pages", name, n)
		}
		for _, redact := range []bool{false, true} {
			in.Options.SummaryOnly, in.Options.Redact = true, redact
			d := Gap(in)
			file := print(t, "pdf", d)
			if n := pages(t, file); n != "1" {
				t.Errorf("%s, redacted %v: the summary alone has %s pages", name, redact, n)
			}
			for _, format := range Formats {
				text := string(print(t, format, d))
				if format == "pdf" {
					text = pdfText(t, file)
				}
				if !strings.Contains(text, "For official use only") {
					t.Errorf("%s, %s: the marking is missing", name, format)
				}
				if strings.Contains(text, "is confidential") {
					t.Errorf("%s, %s: the marking stands beside another one", name, format)
				}
			}
		}
	}
}

// A result that is less than a complete, full one says so on its first page.
func TestSummarySaysWhatTheResultIs(t *testing.T) {
	draft := input(t, assessment.Scope{Kind: assessment.Full}, nothing)
	part := input(t, assessment.Scope{Kind: assessment.Quick, Dimensions: []assessment.DimensionID{"legal"}}, level(3))
	part.Assessment.State = assessment.Complete
	whole := input(t, assessment.Scope{Kind: assessment.Full}, level(3))
	whole.Assessment.State = assessment.Agreed
	for want, in := range map[string]Input{
		"This is a draft: 72 of 72 statements have no answer yet.":                                draft,
		"Only a part was asked: 1 of 6 dimensions. This is a quick assessment with 4 statements.": part,
		"": whole,
	} {
		if got := newGapBuilder(in).limits(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Only the built-in questionnaire is called aligned with that of UN DESA, and
// every format prints other scales.
func TestReportOfAnotherQuestionnaireSaysSo(t *testing.T) {
	for _, in := range []Input{sample(t, 2, "1 2 2 1 1", "2 2 dk 1", "1 1 1 2"), sample(t, 7, "1 7 5 4 3", "6 2 dk 1 na", "- - 3", "7 7 7 6")} {
		for _, brief := range []bool{false, true} {
			in.Options.SummaryOnly = brief
			d := Gap(in)
			for _, format := range Formats {
				text := string(print(t, format, d))
				if format == "pdf" {
					text = pdfText(t, []byte(text))
				}
				text = strings.Join(strings.Fields(text), " ")
				if strings.Contains(text, "UN DESA") || !strings.Contains(text, "a questionnaire of its own") {
					t.Errorf("%s, brief %v: says the wrong thing about its questionnaire", format, brief)
				}
			}
		}
	}
}

// Reports without any level print in every format, and say why there is none.
func TestReportsWithoutLevels(t *testing.T) {
	full := assessment.Scope{Kind: assessment.Full}
	for want, in := range map[string]Input{
		"Ministry of Example: all 72 statements were answered with \"don't know\", so there is no result.": input(t, full, level(assessment.Unknown)),
		"Ministry of Example: all 72 statements were answered as not applicable, so there is no result.": input(t, full, func(int) assessment.Answer {
			return assessment.Answer{Choice: assessment.NotApplicable, Reason: "No"}
		}),
	} {
		for _, format := range Formats {
			text := string(print(t, format, Gap(in)))
			if format == "pdf" {
				text = pdfText(t, []byte(text))
			}
			text = strings.Join(strings.Fields(html.UnescapeString(text)), " ")
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing", format, want)
			}
		}
	}
}

func TestLists(t *testing.T) {
	for want, names := range map[string][]string{
		"": nil, "A": {"A"}, "A and B": {"A", "B"}, "A, B and C": {"A", "B", "C"}, "A; B and C": {"A", "B and C"}, "A; B, C": {"A", "B, C"},
	} {
		if got := list(names); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCutEndsAtAWord(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{{"short", 5, "short"}, {"one two, three", 12, "one two..."}, {"Unbreakable", 8, "Unbre..."}, {"\u00e9t\u00e9 \u00e9t\u00e9", 7, "\u00e9t\u00e9 \u00e9t\u00e9"}} {
		if got := cut(c.text, c.n); got != c.want {
			t.Errorf("%q at %d: got %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

// The largest first; of equal ones, one of each dimension before a second.
func TestTakingTurns(t *testing.T) {
	type gap struct {
		dim  assessment.DimensionID
		size int
	}
	got := taking([]gap{{"a", 2}, {"a", 2}, {"a", 3}, {"b", 2}, {"c", 1}, {"b", 2}}, func(g gap) int { return g.size }, func(g gap) assessment.DimensionID { return g.dim })
	if want := "[{a 3} {a 2} {b 2} {a 2} {b 2} {c 1}]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// Once something is weighed, a gap that nobody has weighed is no priority, not
// even where a weighed one needs it first.
func TestPriorityGapsAreWeighed(t *testing.T) {
	in := input(t, assessment.Scope{Kind: assessment.Full}, level(2))
	in.Assessment.Weighings = []assessment.Weighing{{Statement: "TEC-06", Importance: 5, Feasibility: 4}}
	in.Assessment.Plan.Actions = []assessment.Action{{ID: "A1", What: "Clean the registers", Serves: []assessment.StatementID{"TEC-06"}, Target: 3, End: "2027-05-31"}}
	needs := in.Assessment.Asked.Statement("TEC-06").Needs
	if len(needs) == 0 {
		t.Fatal("TEC-06 needs nothing: choose another statement")
	}
	var text strings.Builder
	walk(newGapBuilder(in).summary().Blocks, func(x document.Text) { text.WriteString(x.String() + "\n") }, func(string) {})
	for _, want := range []string{fmt.Sprintf("TEC-06 (now 2, target 4; first: %s; action A1)", commas(needs)), "Clean the registers (for TEC-06; A1; owner not named; until 31 May 2027)",
		"Of 72 answered statements, 72 are below their target.", "If all actions of the plan reach their targets, this many statements rise to a higher level: 1. The overall level stays at 2.0."} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is missing in\n%s", want, text.String())
		}
	}
	b := newGapBuilder(in)
	if first := b.firstGaps(); len(first) != 1 || len(b.listedGaps()) != 1+len(needs) {
		t.Errorf("%d first gaps, %d with a row", len(first), len(b.listedGaps()))
	}
}

// A redacted plan leaves out the lines whose words were taken out.
func TestRedactedPlanHasNoEmptyLines(t *testing.T) {
	in := planned(t)
	in.Options.Redact = true
	if text := checkDocument(t, Gap(in)); strings.Contains(text, assessment.Removed) {
		t.Errorf("%q stands in the report", assessment.Removed)
	}
}

// What nobody has decided yet stands first, and is said.
func TestUndecidedDifferences(t *testing.T) {
	in := input(t, assessment.Scope{Kind: assessment.Full}, level(3))
	in.Assessment.Session.Type = assessment.Group
	in.Assessment.SetAnswer(assessment.Answer{Statement: "STR-02", Decided: &assessment.Decision{Among: []string{"R1: 2", "R2: 4", "R3: 4"}}})
	in.Assessment.SetAnswer(assessment.Answer{Statement: "LEA-01", Choice: 3, Decided: &assessment.Decision{By: "all", Among: []string{"R1: 1", "R2: 5", "R3: 5"}}})
	text := checkDocument(t, Gap(in))
	for _, want := range []string{"Not decided yet: 1.", "not decided yet", "has the answers of 3 people, with those who did not know.", "Different answers, not decided yet.", "level 2: 1, level 4: 2",
		// Leadership: 11 statements at 3, and LEA-01 at 1 or 5: 34/12 and 38/12.
		"2.8 to 3.2"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, alias := range []string{"R1", "R2", "R3"} {
		if strings.Contains(text, alias) {
			t.Errorf("the sheet %s is named", alias)
		}
	}
	if first := sectionOf(Gap(in), "differences"); !strings.Contains(fmt.Sprint(first.Blocks[len(first.Blocks)-1].(document.Table).Rows[0]), "STR-02") {
		t.Error("the statement that nobody has decided is not the first")
	}
}

// A word of a part that the report does not have is not explained.
func TestGlossaryKnowsOnlyWhatIsThere(t *testing.T) {
	terms := func(in Input) string { return fmt.Sprint(newGapBuilder(in).glossary().Blocks) }
	// Two statements with each lens: too few for a row.
	few, many := terms(sample(t, 5, "3 3 3 3")), terms(sample(t, 5, "3 3 3 3 3 3"))
	for _, term := range []string{"{Lens ", "{Principle "} {
		if strings.Contains(few, term) || !strings.Contains(many, term) {
			t.Errorf("%s: %v with few, %v with many", term, strings.Contains(few, term), strings.Contains(many, term))
		}
	}
}
