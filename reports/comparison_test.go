package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
)

// institutions are n results with random answers. Those after the first hold the
// word SECRET in every text that tells whose they are.
func institutions(t testing.TB, n int) []*assessment.Assessment {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 6))
	words := []string{"1", "2", "3", "4", "5", "2", "3", "4", "dk", "na"}
	var all []*assessment.Assessment
	for i := range n {
		dims := make([]string, 6)
		for d := range dims {
			for range 8 {
				dims[d] += " " + words[r.IntN(len(words))]
			}
		}
		a := sample(t, 5, dims...).Assessment
		a.Subject.Name = "Our Ministry"
		a.Notes = []assessment.Note{{Dimension: "leadership", Case: &assessment.Case{Title: "Our case", Contact: "us@example.org"}}}
		if i > 0 {
			a.Subject = assessment.Subject{Name: fmt.Sprintf("SECRET %02d", i), Kind: a.Subject.Kind, Country: "SECRETLAND", Cluster: "SECRET cluster"}
			a.Session.Date, a.Session.Round, a.Questionnaire.Language = "2020-01-02", "SECRET round", "SECRET"
			a.Notes[0].Case = &assessment.Case{Title: "SECRET case", Done: "SECRET", Result: "SECRET", Contact: "SECRET"}
			a.Targets.Dimensions = []assessment.DimensionTarget{{Dimension: "legal", Level: 5, Reason: "SECRET"}}
		}
		all = append(all, a)
	}
	return all
}

func comparisonOf(all []*assessment.Assessment) *assessment.Comparison {
	var known assessment.Snapshots
	var profiles []*assessment.Profile
	for i, a := range all {
		file, digest := fmt.Sprintf("SECRET-%d.yaml", i), strings.Repeat(fmt.Sprintf("5ec%04x", i), 8)
		if i == 0 {
			file, digest = "ours.yaml", strings.Repeat("00", 32)
		}
		profiles = append(profiles, assessment.NewProfile(file, digest, a, &known))
	}
	return assessment.Compare(profiles, nil)
}

func comparisonInput(t testing.TB, c *assessment.Comparison) ComparisonInput {
	return ComparisonInput{Comparison: c, Created: sample(t, 5, workedExample).Created, Program: "dgca test"}
}

// outputs are all that is ever made of a comparison, as text.
func comparisonOutputs(t testing.TB, in ComparisonInput) map[string]string {
	t.Helper()
	out := map[string]string{"text": render(t, ComparisonOverview(in), 80)}
	for _, format := range ComparisonFormats {
		var b bytes.Buffer
		if err := WriteComparison(&b, format, in); err != nil {
			t.Fatal(err)
		}
		out[format] = b.String()
	}
	d := Comparison(in)
	file := print(t, "pdf", d)
	out["pdf"] = pdfText(t, file)
	// Titles, outline and descriptions are text strings outside the pages.
	out["pdf file"] = strings.ReplaceAll(string(file), "\x00", "")
	out["html"], out["md"] = string(print(t, "html", d)), string(print(t, "md", d))
	return out
}

func TestComparisonVariants(t *testing.T) {
	for _, n := range []int{2, 3, 8, 41} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			c := comparisonOf(institutions(t, n))
			if len(c.Units) != n {
				t.Fatalf("%d units", len(c.Units))
			}
			checkDocument(t, ComparisonOverview(comparisonInput(t, c)))
			text := checkDocument(t, Comparison(comparisonInput(t, c)))
			if !strings.Contains(text, "not made for ranking") || strings.Contains(text, "1st") {
				t.Error("the purpose is not said")
			}
			ordered, err := c.OrderBy("overall")
			if err != nil {
				t.Fatal(err)
			}
			d := Comparison(comparisonInput(t, ordered))
			if text := checkDocument(t, d); !strings.Contains(text, coOrderNote) || d.Running.Notice != coMarkOrdered {
				t.Error("the order is not said")
			}
		})
	}
}

// The copy of one unit tells nothing about the others.
func TestOwnCopyNamesNobodyElse(t *testing.T) {
	for _, n := range []int{3, 8, 45} {
		all := institutions(t, n)
		twice := *all[1] // a file that is left out
		c := comparisonOf(append(all, &twice))
		own := slices.IndexFunc(c.Units, func(u assessment.ComparedUnit) bool { return u.Label == "Our Ministry" })
		if n > 3 && (len(c.LeftOut) == 0 || own < 0) {
			t.Fatal("nothing is left out")
		}
		leaks := func(format, s string) string {
			words := []string{"SECRET", "5ec0", "2020", "01-02"}
			if format == "pdf file" { // its offsets are numbers that may hold a year
				words = []string{"SECRET", "5ec0", "D:2020", "2020-01-02"}
			}
			for _, word := range words {
				if at := strings.Index(s, word); at >= 0 {
					return s[max(0, at-60):min(len(s), at+60)]
				}
			}
			return ""
		}
		named := comparisonOutputs(t, comparisonInput(t, c))
		for _, format := range []string{"text", "json", "csv", "pdf", "html", "md"} {
			if leaks(format, named[format]) == "" {
				t.Errorf("%s: the search finds no name where all are named", format)
			}
		}
		hidden, key := c.Anonymized(rand.Perm(len(c.Units)), own)
		for format, text := range comparisonOutputs(t, comparisonInput(t, hidden)) {
			if leak := leaks(format, text); leak != "" {
				t.Errorf("%d units, %s: %q", n, format, leak)
			}
			if format != "pdf file" && !strings.Contains(text, "Our Ministry") {
				t.Errorf("%s: the own name is not there", format)
			}
			if guess := "can be guessed"; format == "html" && (len(c.Units) < assessment.Guessable) != strings.Contains(text, guess) {
				t.Errorf("%d units: %q is wrong", n, guess)
			}
		}
		if len(key) != len(c.Units)-1 {
			t.Errorf("the key has %d entries", len(key))
		}
		letters, _ := c.Anonymized(rand.Perm(len(c.Units)), -1)
		for format, text := range comparisonOutputs(t, comparisonInput(t, letters)) {
			if leak := leaks(format, text); leak != "" || strings.Contains(text, "Our Ministry") || strings.Contains(text, "Our case") {
				t.Errorf("letters, %s: %q", format, leak)
			}
		}
	}
}

// Every output has the numbers of the unit's own report.
func TestComparisonNumbersAreThoseOfShow(t *testing.T) {
	all := institutions(t, 5)
	in := comparisonInput(t, comparisonOf(all))
	out := comparisonOutputs(t, in)
	var file comparisonFile
	if err := json.Unmarshal([]byte(out["json"]), &file); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(out["csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]string{} // unit and dimension: level and exact level
	answers := map[string]string{}
	for _, r := range rows[1:] {
		switch r[6] {
		case "dimension":
			table[r[0]+" "+r[7]] = r[10] + " " + r[11] + " " + r[12]
		case "statement":
			answers[r[0]+" "+r[8]] = r[9]
		}
	}
	for _, a := range all {
		var show scoresFile
		if err := json.Unmarshal([]byte(scores(t, "json", Input{Assessment: a})), &show); err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(file.Units, func(u comparisonUnit) bool { return u.Name == a.Subject.Name })
		line := a.Subject.Name
		for d, want := range show.Assessments[0].Dimensions {
			got := file.Units[at].Dimensions[d].Score
			if fmt.Sprint(figureText(got.Level), got.Status) != fmt.Sprint(figureText(want.Score.Level), want.Score.Status) {
				t.Errorf("%s %s: %v, show has %v", a.Subject.Name, want.ID, figureText(got.Level), figureText(want.Score.Level))
			}
			level, exact, shown := "", "", want.Score.Level
			if shown != nil {
				level, exact = shown.Shown, shown.Exact
				line += " " + shown.Shown
			} else {
				line += " too few"
			}
			if want.Score.Status == assessment.Preliminary.String() {
				line += " p"
			}
			if row := table[a.Subject.Name+" "+want.ID]; row != level+" "+exact+" "+want.Score.Status {
				t.Errorf("csv has %q, show has %s %s", row, level, exact)
			}
		}
		for _, format := range []string{"text", "pdf", "md"} {
			text := strings.Join(strings.FieldsFunc(out[format], func(r rune) bool { return r == ' ' || r == '\n' || r == '|' }), " ")
			if !strings.Contains(text, line) {
				t.Errorf("%s has no line %q", format, line)
			}
		}
		for _, ans := range a.Answers {
			if got := answers[a.Subject.Name+" "+string(ans.Statement)]; got != ans.Choice.String() {
				t.Errorf("%s: %q", ans.Statement, got)
			}
		}
	}
	d := Comparison(in)
	compareNumbers(t, "html", "md", numbers(htmlText(t, string(print(t, "html", withoutFigures(d))))), numbers(markdownText(string(print(t, "md", withoutFigures(d))))))
}

func figureText(f *scoresFigure) string {
	if f == nil {
		return "none"
	}
	return f.Exact + " " + f.Shown
}

func TestLeftOutWords(t *testing.T) {
	for want, l := range map[string]assessment.LeftOut{
		"another kind of unit":                                {Reason: assessment.OtherKind},
		"another kind of unit: local":                         {Reason: assessment.OtherKind, Detail: "local"},
		"another scale; it cannot be compared":                {Reason: assessment.OtherScale},
		"another scale, with 4 levels; it cannot be compared": {Reason: assessment.OtherScale, Detail: "4"},
		"line 1: not YAML":                                    {Reason: assessment.Unreadable, Detail: "line 1: not YAML"},
		"the same content as a.yaml":                          {Reason: assessment.SameFile, Detail: "a.yaml"},
		"the unit has a later result (this one: 2025-01-01)":  {Reason: assessment.EarlierRound, Detail: "2025-01-01"},
	} {
		if got := LeftOutWords(l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The folders of the computer stay off the reports.
func TestReportsNameNoFolder(t *testing.T) {
	all := institutions(t, 3)
	again := *all[1]
	c := comparisonOf(append(all, &again))
	hide := func(file string) string { return `C:\Users\maria\` + file }
	for i := range c.Units {
		c.Units[i].File = hide(c.Units[i].File)
	}
	for i := range c.LeftOut {
		c.LeftOut[i].File = hide(c.LeftOut[i].File)
	}
	text := checkDocument(t, Comparison(comparisonInput(t, c)))
	if len(c.LeftOut) == 0 || strings.Contains(text, "maria") {
		t.Error("a folder is named, or no file was left out")
	}
	if file := lastParts(c.Units[0].File, 1); !strings.Contains(text, file) {
		t.Errorf("the file %s is not named", file)
	}
}

// Files are named without the folders of a computer, unless only those tell them
// apart.
func TestFileNames(t *testing.T) {
	names := newFileNames([]string{"/home/anna/r/a.yaml", "/home/anna/r/b.yaml", "/home/anna/s/b.yaml", `C:\Users\anna\c.yaml`, "d.yaml", "x/d.yaml", "y/x/d.yaml"})
	for path, want := range map[string]string{"/home/anna/r/a.yaml": "a.yaml", "/home/anna/r/b.yaml": "r/b.yaml", "/home/anna/s/b.yaml": "s/b.yaml",
		`C:\Users\anna\c.yaml`: "c.yaml", "d.yaml": "d.yaml", "x/d.yaml": "x/d.yaml", "y/x/d.yaml": "y/x/d.yaml", "/not/known.yaml": "known.yaml"} {
		if got := names.of(path); got != want {
			t.Errorf("%s is called %q, not %q", path, got, want)
		}
	}
	l := names.leftOut(assessment.LeftOut{File: "/home/anna/r/a.yaml", Reason: assessment.SameFile, Detail: "/home/anna/r/b.yaml"})
	if l.File != "a.yaml" || l.Detail != "r/b.yaml" {
		t.Error(l)
	}
}
