package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
	"go.yaml.in/yaml/v3"
)

func scores(t testing.TB, format string, in ...Input) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteScores(&b, format, in...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestScoresGolden(t *testing.T) {
	golden(t, "scores-worked.json", scores(t, "json", sample(t, 5, workedExample)))
	golden(t, "scores-six.yaml", scores(t, "yaml", sixDimensions(t)))
	golden(t, "scores-six.csv", scores(t, "csv", sixDimensions(t)))
}

// The figures of the method's worked example, computed by hand there.
func TestScoresOfWorkedExample(t *testing.T) {
	f := newScoresFile([]Input{sample(t, 5, workedExample)})
	s := f.Assessments[0].Dimensions[0].Score
	for what, pair := range map[string][2]*scoresFigure{
		"level": {s.Level, {"29/10", "2.9"}}, "index": {s.Index, {"95/2", "47.5"}}, "coverage": {s.Coverage, {"10/11", "91 %"}},
		"low": {s.Low, {"30/11", "2.7"}}, "high": {s.High, {"34/11", "3.1"}},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s is %v, not %v", what, pair[0], pair[1])
		}
	}
	if s.Name != "Established" || s.Status != "enough answers" || s.Counts != (scoresCounts{12, 11, 10, 1, 1, 0}) {
		t.Errorf("the score is %+v", s)
	}
}

func TestJSONAndYAMLAreTheSame(t *testing.T) {
	in := []Input{sixDimensions(t), sample(t, 3, "1 2 3 - dk"), sample(t, 5, "- - -")}
	var j, y any
	if err := json.Unmarshal([]byte(scores(t, "json", in...)), &j); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal([]byte(scores(t, "yaml", in...)), &y); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(y)
	if err != nil {
		t.Fatal(err)
	}
	var again any
	if err := json.Unmarshal(b, &again); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(j, again) {
		t.Error("JSON and YAML differ")
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := WriteScores(io.Discard, "xml"); err == nil || !strings.Contains(err.Error(), "json, yaml, csv") {
		t.Errorf("got %v", err)
	}
	if got := scores(t, "json"); !strings.Contains(got, `"assessments": []`) {
		t.Errorf("nothing to write gives %s", got)
	}
}

// Every field of the structure says in a comment what it is, and has the same
// name in both formats.
func TestScoresFieldsAreDocumented(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "scores_types.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	fields := 0
	ast.Inspect(file, func(n ast.Node) bool {
		st, ok := n.(*ast.StructType)
		if !ok {
			return true
		}
		for _, f := range st.Fields.List {
			fields++
			if strings.TrimSpace(f.Comment.Text()) == "" {
				t.Errorf("the field %s has no comment", f.Names[0])
			}
			tag := reflect.StructTag(strings.Trim(f.Tag.Value, "`"))
			if strings.TrimSuffix(tag.Get("yaml"), ",flow") != tag.Get("json") {
				t.Errorf("the field %s has the tags %s", f.Names[0], f.Tag.Value)
			}
			absent := strings.Contains(tag.Get("json"), "omitempty")
			if said := strings.Contains(f.Comment.Text(), "absent"); absent != said && !slices.Contains([]string{"Program", "Heat", "Weakest"}, f.Names[0].Name) {
				t.Errorf("the field %s: left out at times: %t, said so: %t", f.Names[0], absent, said)
			}
		}
		return true
	})
	if fields < 80 {
		t.Errorf("only %d fields were seen", fields)
	}
}

// plainText takes the apostrophe of spreadsheetText off, as a reader does.
func plainText(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && spreadsheetText(rest) != rest {
		return rest
	}
	return s
}

// readBack reads answers from the columns that a reader of answers needs.
func readBack(t testing.TB, out string, comma rune) []assessment.Answer {
	t.Helper()
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\uFEFF")))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var answers []assessment.Answer
	for _, row := range rows[1:] {
		get := func(column string) string { return plainText(row[slices.Index(rows[0], column)]) }
		ans := assessment.Answer{Statement: assessment.StatementID(get("statement")), Reason: get("reason"),
			Confidence: assessment.Confidence(get("confidence")), Evidence: get("evidence"), Comment: get("comment"), Marked: get("marked") == "yes"}
		if err := ans.Choice.UnmarshalText([]byte(get("answer"))); err != nil {
			t.Fatal(err)
		}
		answers = append(answers, ans)
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("the cell %q is a formula for a spreadsheet", cell)
			}
		}
	}
	return answers
}

func TestCSVReadsBack(t *testing.T) {
	in := sixDimensions(t)
	for format, comma := range map[string]rune{"csv": ',', "csv-semicolon": ';'} {
		out := scores(t, format, in)
		if strings.Contains(strings.ReplaceAll(out, "\r\n", ""), "\n") {
			t.Errorf("%s: a line does not end in CR LF", format)
		}
		for i, ans := range readBack(t, out, comma) {
			if want := in.Assessment.Answer(ans.Statement); ans != want {
				t.Errorf("%s: row %d is %+v, not %+v", format, i, ans, want)
			}
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"", "=1+1", "'=1+1", "''@x", "+\"a\",b;c", "-\r\nx", "\t=x", " =x", "a\nb", "\x1b[31mred", "\\.", "\xff", "\ufeffx"} {
		f.Add(s, s+"x")
	}
	f.Fuzz(func(t *testing.T, evidence, comment string) {
		in := sample(t, 5, "3 4 na")
		for i := range in.Assessment.Answers {
			// A file holds clean text only.
			in.Assessment.Answers[i].Evidence = assessment.CleanText(evidence)
			in.Assessment.Answers[i].Comment = assessment.CleanText(comment)
		}
		for format, comma := range map[string]rune{"csv": ',', "csv-semicolon": ';'} {
			got := readBack(t, scores(t, format, in), comma)
			if !slices.Equal(got, in.Assessment.Answers) {
				t.Fatalf("%s: got %+v, want %+v", format, got, in.Assessment.Answers)
			}
		}
	})
}

// randomInput has random answers in three dimensions.
func randomInput(t testing.TB, rng *rand.Rand, k int) Input {
	var dims []string
	for range 3 {
		open := rng.Float64()
		words := make([]string, 1+rng.IntN(12))
		for i := range words {
			words[i] = string(rune('1' + rng.IntN(k)))
			if rng.Float64() < open {
				words[i] = []string{"-", "dk", "na"}[rng.IntN(3)]
			}
		}
		dims = append(dims, strings.Join(words, " "))
	}
	return sample(t, assessment.Level(k), dims...)
}

// A score that may not be shown has no figure but its coverage.
func TestScoresHideWhatIsNotShown(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	hidden := 0
	for range 300 {
		in := randomInput(t, rng, 2+rng.IntN(6))
		card := in.Assessment.Score()
		r := scoresOf(in)
		check := func(what string, shown bool, s *scoresScore) {
			if !shown {
				hidden++
			}
			if has := s.Level != nil; has != shown {
				t.Errorf("%s: shown %t, level there %t", what, shown, has)
			}
			if !shown && (s.Name != "" || s.Index != nil || s.Low != nil || s.High != nil || s.EvidenceShare != nil || s.Distribution != nil) {
				t.Errorf("%s: something of the level is told: %+v", what, s)
			}
		}
		for i := range card.Dimensions {
			d := &card.Dimensions[i]
			check(string(d.ID), d.Shown(), &r.Dimensions[i].Score)
			if tg := r.Dimensions[i].Target; (tg.Gap != nil) != d.Shown() || (tg.Mean != nil) != d.Shown() {
				t.Errorf("%s: the gap of a hidden level is told: %+v", d.ID, tg)
			}
			for j := range d.Elements {
				check(string(d.Elements[j].ID), d.Elements[j].Shown(), &r.Dimensions[i].Elements[j].Score)
			}
			for g := range card.Groups {
				check("heat", card.Heat[i][g].Shown(), &r.Heat[i*len(card.Groups)+g].Score)
			}
		}
		for i := range card.Lenses {
			check("lens", card.Lenses[i].Shown(), &r.Lenses[i].Score)
		}
		if (r.Overall.Level != nil) != card.Overall.Shown() {
			t.Error("overall")
		}
	}
	if hidden == 0 {
		t.Error("no score was hidden")
	}
}

func BenchmarkWriteScores(b *testing.B) {
	in := sixDimensions(b)
	for _, format := range ScoreFormats[:3] {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				if err := WriteScores(io.Discard, format, in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
