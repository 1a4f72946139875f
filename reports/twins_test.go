package reports

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"dgca/assessment"
	"dgca/reports/document"
)

// numbers returns every number of a text, in order.
func numbers(text string) []string { return numberPattern.FindAllString(text, -1) }

var numberPattern = regexp.MustCompile(`\d+(?:\.\d+)*`)

// pdfText returns what the pages of a PDF file show, in the order of drawing,
// without what stands there because of the pages: running lines and repeated
// headers.
func pdfText(t testing.TB, file []byte) string {
	t.Helper()
	var b strings.Builder
	for _, m := range regexp.MustCompile(`/Contents (\d+) 0 R`).FindAllSubmatch(file, -1) {
		object := file[bytes.Index(file, []byte("\n"+string(m[1])+" 0 obj")):]
		r, err := zlib.NewReader(bytes.NewReader(object[bytes.Index(object, []byte("stream\n"))+len("stream\n"):]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		content = regexp.MustCompile(`(?s)/Artifact <</Type /Pagination.*?EMC`).ReplaceAll(content, nil)
		for _, s := range regexp.MustCompile(`(?s)\(((?:[^\\()]|\\.)*)\) ?Tj`).FindAllSubmatch(content, -1) {
			raw := regexp.MustCompile(`(?s)\\(.)`).ReplaceAllFunc(s[1], func(e []byte) []byte {
				if e[1] == 'r' {
					return []byte("\r")
				}
				return e[1:]
			})
			var units []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			b.WriteString(string(utf16.Decode(units)) + " ")
		}
	}
	return b.String()
}

// htmlText returns what the cover and the report of an HTML file show. The
// numbers of lists, which a browser makes, are added.
func htmlText(t testing.TB, file string) string {
	t.Helper()
	_, body, ok := strings.Cut(file, "<body>")
	if !ok {
		t.Fatal("no body")
	}
	for _, part := range []string{`<!--\[if mso\]>.*?<!\[endif\]-->`, `<a class="skip".*?</a>`, `<nav.*?</nav>`, `<svg class="narrow".*?</svg>`, `<footer.*?</footer>`} {
		body = regexp.MustCompile(`(?s)`+part).ReplaceAllString(body, "")
	}
	var b strings.Builder
	item, ordered := 0, false
	for _, token := range regexp.MustCompile(`(?s)<[^>]*>|[^<]+`).FindAllString(body, -1) {
		switch {
		case strings.HasPrefix(token, "<ol"):
			item, ordered = 0, true
		case strings.HasPrefix(token, "</ol"):
			ordered = false
		case strings.HasPrefix(token, "<li") && ordered:
			item++
			fmt.Fprintf(&b, "%d. ", item)
		case strings.HasPrefix(token, "<a") || token == "</a>" || token == "<strong>" || token == "</strong>":
		case strings.HasPrefix(token, "<"):
			b.WriteByte(' ')
		default:
			b.WriteString(html.UnescapeString(token))
		}
	}
	return b.String()
}

// markdownText returns a Markdown file without its last lines, which say what
// the file is.
func markdownText(file string) string {
	return file[:strings.LastIndex(file, "\n---\n")]
}

// compareNumbers fails at the first number that differs.
func compareNumbers(t *testing.T, one, two string, a, b []string) {
	t.Helper()
	for i := range max(len(a), len(b)) {
		x, y := "nothing", "nothing"
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			t.Fatalf("number %d of %d: %s has %s, %s has %s; before it %v", i+1, len(a), one, x, two, y, a[max(0, i-8):min(i, len(a))])
		}
	}
}

// withoutFigures returns a document in which each chart gives way to its words.
func withoutFigures(d document.Document) document.Document {
	d.Sections = slices.Clone(d.Sections)
	for i, s := range d.Sections {
		d.Sections[i].Blocks = nil
		for _, b := range s.Blocks {
			if f, ok := b.(document.Figure); ok {
				d.Sections[i].Blocks = append(d.Sections[i].Blocks,
					paragraph(document.Strongly, "%s", f.Caption), paragraph(document.Body, "%s", f.Alt))
				continue
			}
			d.Sections[i].Blocks = append(d.Sections[i].Blocks, b)
		}
	}
	return d
}

func print(t testing.TB, format string, d document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// everything is an input with all that a gap report can say.
func everything(t testing.TB) Input {
	in := input(t, assessment.Scope{Kind: assessment.Full}, varied)
	in.Digest = strings.Repeat("abcdef", 6) // no number, as it is broken over lines
	a := in.Assessment
	a.Session.Type = assessment.Group
	for i := range a.Answers {
		switch {
		case i%5 == 0:
			a.Answers[i].Comment = fmt.Sprintf("Comment %d & <b>more</b> | 100 %% *sure*", i)
		case i%11 == 3:
			a.Answers[i].Decided = &assessment.Decision{By: "the group", Reason: fmt.Sprintf("Reason %d", i), Among: []string{"R1: 2", "R2: 3", "R3: dk", "R4: 5"}}
		}
	}
	for i, g := range a.Gaps() {
		if i%2 == 0 {
			a.Weighings = append(a.Weighings, assessment.Weighing{Statement: g.Statement, Importance: 1 + i%5, Feasibility: 1 + i%3*2})
		}
	}
	before := a.Clone()
	before.Session.Date, before.Session.Round = "2025-11-20", "Round 1"
	for i := range before.Answers {
		if c := &before.Answers[i].Choice; i%3 == 0 && *c > 1 {
			*c--
		}
	}
	rounds, err := assessment.CompareRounds(before, a)
	if err != nil {
		t.Fatal(err)
	}
	in.Options = GapOptions{Previous: rounds, Context: malaysia(t), Confidential: "For official use, level 2"}
	return in
}

// The three printers set the same numbers in the same order. A chart is the
// same drawing in PDF and HTML; in Markdown it is said in words.
func TestTwinsHaveTheSameNumbers(t *testing.T) {
	plain := input(t, assessment.Scope{Kind: assessment.Quick}, varied)
	plain.Digest = ""
	brief := everything(t)
	brief.Options.SummaryOnly = true
	for name, in := range map[string]Input{"everything": everything(t), "quick": plain, "brief": brief} {
		t.Run(name, func(t *testing.T) {
			d := Gap(in)
			d.Guide.Contents = "" // only paper has page numbers
			paper := numbers(pdfText(t, print(t, "pdf", d)))
			if least := map[bool]int{true: 80, false: 600}[in.Options.SummaryOnly]; len(paper) < least {
				t.Fatalf("only %d numbers: the test does not see the report", len(paper))
			}
			compareNumbers(t, "PDF", "HTML", paper, numbers(htmlText(t, string(print(t, "html", d)))))
			words := withoutFigures(d)
			compareNumbers(t, "PDF without charts", "Markdown",
				numbers(pdfText(t, print(t, "pdf", words))), numbers(markdownText(string(print(t, "md", d)))))
		})
	}
}

// The test above would see one wrong number.
func TestCompareNumbersSeesADifference(t *testing.T) {
	d := Gap(everything(t))
	text := htmlText(t, string(print(t, "html", d)))
	changed := strings.Replace(text, "2.8", "2.9", 1)
	if slices.Equal(numbers(text), numbers(changed)) {
		t.Error("a changed number is not seen")
	}
}

// Redacted, a report has none of the words of people in it, in no format, in
// no property of the file and in no compressed part.
func TestRedactedReportHoldsNoWordsOfPeople(t *testing.T) {
	in := everything(t)
	a := in.Assessment
	secret := func(what string) string { return "Zqx" + what + "Zqx" }
	a.Session.Respondent, a.Session.Role, a.Session.Facilitator = secret("alias"), secret("role"), secret("facilitator")
	a.State, a.Approved = assessment.Approved, &assessment.Approval{By: secret("approver"), Date: "2026-11-21"}
	a.MergedFrom = []assessment.Source{{Respondent: secret("merged"), Role: secret("mergedrole")}}
	for i := range a.Answers {
		ans := &a.Answers[i]
		ans.Comment = secret("comment")
		if ans.Choice == assessment.NotApplicable {
			ans.Reason = secret("reason")
		}
		if ans.Evidence != "" {
			ans.Evidence = secret("evidence")
		}
		if ans.Decided != nil {
			ans.Decided = &assessment.Decision{By: secret("decider"), Reason: secret("why"), Among: []string{secret("file") + ".yaml: 2", secret("other") + ": 4"}}
		}
	}
	a.Notes = []assessment.Note{{Dimension: "legal", Improvements: []string{secret("improvement")}, Feedback: secret("feedback"),
		Case: &assessment.Case{Title: secret("case"), Done: secret("done"), Result: secret("result"), Contact: secret("contact")}}}
	a.Targets.Dimensions = []assessment.DimensionTarget{{Dimension: "legal", Level: 4, Months: 12, Reason: secret("target")}}
	a.Plan = assessment.Plan{Start: "2026-12-01", Actions: []assessment.Action{{ID: "A1", What: "Sign the decision", Owner: secret("owner"), EntryPoint: secret("entry"),
		Resources: secret("resources"), Inform: secret("inform"), Measure: secret("measure"), FirstStep: secret("first"), Start: "2026-12-01", End: "2027-03-01",
		Serves: []assessment.StatementID{"LEA-01"}, History: []assessment.StatusChange{{Date: "2026-12-02", Note: secret("history")}}}}}
	in.Attach = &ResultFile{Name: secret("name") + ".yaml", Data: []byte(secret("data"))}
	for _, format := range Formats {
		for _, brief := range []bool{false, true} {
			in.Options.SummaryOnly = brief
			in.Options.Redact = false
			if !brief && !bytes.Contains(searchable(t, format, print(t, format, Gap(in))), []byte("Zqx")) {
				t.Errorf("%s: the words are not even in the full report: the test does not see the text", format)
			}
			in.Options.Redact = true
			d := Gap(in)
			if i := bytes.Index(searchable(t, format, print(t, format, d)), []byte("Zqx")); i >= 0 {
				t.Errorf("%s, brief %v: a word that was taken out is in the file: %q", format, brief, searchable(t, format, print(t, format, d))[i:][:30])
			}
		}
	}
	// The numbers stay.
	in.Options = GapOptions{}
	full := Gap(in)
	in.Options.Redact = true
	for i, s := range Gap(in).Sections[:3] {
		if one, two := fmt.Sprint(full.Sections[i].Blocks), fmt.Sprint(s.Blocks); !slices.Equal(numbers(one), numbers(two)) {
			t.Errorf("the numbers of the section %q are others", s.Title)
		}
	}
}

// searchable returns a file with the content of its compressed parts and with
// its UTF-16 texts as plain ones.
func searchable(t testing.TB, format string, file []byte) []byte {
	t.Helper()
	all := bytes.Clone(file)
	if format == "pdf" {
		for rest := file; ; {
			_, after, found := bytes.Cut(rest, []byte("/FlateDecode"))
			if !found {
				break
			}
			_, rest, _ = bytes.Cut(after, []byte("stream\n"))
			if r, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
				content, err := io.ReadAll(r)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, content...)
			}
		}
	}
	return append(all, bytes.ReplaceAll(all, []byte{0}, nil)...)
}
