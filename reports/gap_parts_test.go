package reports

import (
	"bytes"
	"fmt"
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
	for _, want := range []string{"Compared with the result of 2025-11-20.", "are compared: 12 of 12.", "Legal: from 2.0 to 3.0, clear change, upwards",
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
	if strings.Contains(text.String(), "Maria") {
		t.Error("a name is there")
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

// The brief report is one page, also with logo and marking, and also where the
// words are long.
func TestBriefReportIsOnePage(t *testing.T) {
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
	for name, in := range map[string]Input{
		"everything": everything(t),
		"nothing":    input(t, assessment.Scope{Kind: assessment.Full}, nothing),
		"quick":      input(t, assessment.Scope{Kind: assessment.Quick}, varied),
	} {
		in.Options.SummaryOnly, in.Options.Logo, in.Options.Confidential = true, logo, "For official use only"
		in.Assessment.Subject.Name = "Ministry of Social Affairs, Labour, Families and Equal Opportunities"
		d := Gap(in)
		file := print(t, "pdf", d)
		if m := pageCount.FindSubmatch(file[bytes.Index(file, []byte("/Type /Pages")):]); string(m[1]) != "1" {
			t.Errorf("%s: %s pages", name, m[1])
		}
		for _, format := range Formats {
			text := string(print(t, format, d))
			if format == "pdf" {
				text = pdfText(t, []byte(text))
			}
			if !strings.Contains(text, "For official use only") {
				t.Errorf("%s, %s: the marking is missing", name, format)
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
		`applicable statements about`: input(t, full, level(assessment.Unknown)),
		"All statements about": input(t, full, func(int) assessment.Answer {
			return assessment.Answer{Choice: assessment.NotApplicable, Reason: "No"}
		}),
	} {
		for _, format := range Formats {
			text := string(print(t, format, Gap(in)))
			if format == "pdf" {
				text = pdfText(t, []byte(text))
			}
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing", format, want)
			}
		}
	}
}
