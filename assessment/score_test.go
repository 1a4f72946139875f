package assessment

import (
	"math/big"
	"testing"

	"dgca/questionnaires"
)

const workedExample = "3 4 2 3 dk 3 na 2 4 3 3 2"

func rat(t *testing.T, what string, got *big.Rat, want string) {
	t.Helper()
	w, ok := new(big.Rat).SetString(want)
	if !ok {
		t.Fatalf("bad fraction %s", want)
	}
	if got == nil || got.Cmp(w) != 0 {
		t.Errorf("%s = %v, want %s", what, got, want)
	}
}

// The worked example of the method, section 4: ten answered of eleven
// applicable, 3+4+2+3+3+2+4+3+3+2 = 29.
func TestWorkedExample(t *testing.T) {
	d := fixture(t, 5, workedExample).Score().Dimensions[0]
	if d.Asked != 12 || d.Applicable != 11 || d.Answered != 10 || d.Unknown != 1 || d.NotApplicable != 1 || d.Unanswered != 0 {
		t.Errorf("counts: %+v", d.Score)
	}
	rat(t, "level", d.Level, "29/10")
	rat(t, "index", d.Index(), "95/2")
	rat(t, "coverage", d.Coverage, "10/11")
	rat(t, "low", d.Low, "30/11")
	rat(t, "high", d.High, "34/11")
	if d.LevelShown() != 29 || d.CoverageShown() != 91 || RoundTenths(d.Low) != 27 || RoundTenths(d.High) != 31 {
		t.Errorf("shown: %s, %s, %s to %s", d.LevelShown(), d.CoverageShown(), RoundTenths(d.Low), RoundTenths(d.High))
	}
	if d.Status != Enough || !d.HasRange() || d.SetChanged {
		t.Errorf("status %v, range %v, set changed %v", d.Status, d.HasRange(), d.SetChanged)
	}
	if a := fixture(t, 5, workedExample); a.LevelNameShown(29) != "Level 3" {
		t.Errorf("2.9 is named %q", a.LevelNameShown(29))
	}
}

// 29/20 is 1.45 exactly: binary floating point shows 1.4. 27/11 = 2.4545 is
// shown as 2.5 and takes the name of level 3; 35/44 = 79.5 % is shown as 80 %.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		want     string
	}{{29, 20, "1.5"}, {27, 11, "2.5"}, {-29, 20, "-1.5"}, {-1, 20, "-0.1"}, {-1, 30, "0.0"}, {0, 1, "0.0"}, {5, 1, "5.0"}, {24499, 10000, "2.4"}, {2450, 1000, "2.5"}} {
		if got := RoundTenths(big.NewRat(c.num, c.den)).String(); got != c.want {
			t.Errorf("%d/%d is shown as %s, want %s", c.num, c.den, got, c.want)
		}
	}
	if got := RoundPercent(big.NewRat(35, 44)); got != 80 {
		t.Errorf("35/44 is shown as %s", got)
	}
	for tenths, want := range map[Tenths]int{24: 2, 25: 3, 29: 3, 34: 3, 35: 4, 50: 5, 10: 1, -25: -3} {
		if got := tenths.Whole(); got != want {
			t.Errorf("%s is nearest to %d, want %d", tenths, got, want)
		}
	}
}

// Coverage is judged as shown: 35 of 44 statements are 79.5 %, shown as 80 %,
// and are enough; 34 of 44 are 77 % and preliminary. 25 of 42 are 59.5 %, shown
// as 60 %; 25 of 43 are 58 %.
func TestStatusThresholds(t *testing.T) {
	for _, c := range []struct {
		answered, open int
		want           Status
	}{{35, 9, Enough}, {34, 10, Preliminary}, {25, 17, Preliminary}, {25, 18, NotEnough},
		{2, 0, NotEnough}, {3, 0, Enough}, {3, 2, Preliminary}, {0, 5, NotEnough}} {
		words := ""
		for range c.answered {
			words += "3 "
		}
		// One statement more than is answered keeps "asks fewer than three" out.
		for range c.open {
			words += "- "
		}
		if c.answered == 2 {
			words += "na"
		}
		if got := fixture(t, 5, words).Score().Dimensions[0].Status; got != c.want {
			t.Errorf("%d answered, %d open: %v, want %v", c.answered, c.open, got, c.want)
		}
	}
	// A custom dimension with two statements needs both; one with one needs it.
	for words, want := range map[string]Status{"3 3": Enough, "3 -": NotEnough, "4": Enough, "na na na": NothingApplicable} {
		if got := fixture(t, 5, words).Score().Dimensions[0].Status; got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
	// An element needs two answers.
	d := fixture(t, 5, "3 - - - 3 4 - -").Score().Dimensions[0]
	if d.Elements[0].Status != NotEnough || d.Elements[1].Status != NotEnough {
		t.Errorf("elements: %v %v", d.Elements[0].Status, d.Elements[1].Status)
	}
	// An element that asks for one statement is never shown.
	if d := fixture(t, 5, "3 3 3 3 5").Score().Dimensions[0]; d.Elements[1].Status != NotEnough || d.Status != Enough {
		t.Errorf("element with one statement: %v", d.Elements[1].Status)
	}
	if d := fixture(t, 5, "3 4 - 2").Score().Dimensions[0]; d.Elements[0].Status != Preliminary {
		t.Errorf("element with three of four: %v", d.Elements[0].Status)
	}
}

// Weights 2, 0.5 and 1 on levels 3, 5 and 2: (6 + 2.5 + 2) / 3.5 = 10.5/3.5 = 3.
// With an open statement of weight 1.5: coverage 3.5/5 = 70 %, low
// (10.5+1.5)/5 = 2.4, high (10.5+7.5)/5 = 3.6.
func TestWeights(t *testing.T) {
	a := fixture(t, 5, "3 5 2 dk")
	for id, w := range map[StatementID]string{"D1-01": "2", "D1-02": "0.5", "D1-04": "1.5"} {
		weight, err := questionnaires.ParseWeight(w)
		if err != nil {
			t.Fatal(err)
		}
		a.statement(t, id).Weight = weight
	}
	d := a.Score().Dimensions[0]
	rat(t, "level", d.Level, "3")
	rat(t, "coverage", d.Coverage, "7/10")
	rat(t, "low", d.Low, "12/5")
	rat(t, "high", d.High, "18/5")
	if d.Status != Preliminary {
		t.Errorf("status %v", d.Status)
	}
}

func TestEvidenceShare(t *testing.T) {
	a := fixture(t, 5, "3 4 2 5")
	a.Answers[0].Evidence = "Decree 12"
	a.Answers[2].Evidence = "A draft, which does not count: level 2"
	rat(t, "evidence share", a.Score().Dimensions[0].EvidenceShare, "1/3")
	if s := fixture(t, 5, "1 2 2").Score().Dimensions[0].EvidenceShare; s != nil {
		t.Errorf("evidence share of low levels = %v, want none", s)
	}
}

func TestComparisonSetChanged(t *testing.T) {
	for words, want := range map[string]bool{"3 3 3 na": false, "3 3 na na": true, "3 3 3 3 3 3 na na": false, "3 3 3 3 3 na na na": true} {
		if got := fixture(t, 5, words).Score().Dimensions[0].SetChanged; got != want {
			t.Errorf("%q: set changed %v, want %v", words, got, want)
		}
	}
}

// Dimension levels 3, 2 and 7/3: overall (3 + 2 + 7/3)/3 = 22/9 = 2.4.
func TestOverall(t *testing.T) {
	a := fixture(t, 5, "3 3 3", "2 2 2", "2 2 3")
	o := a.Score().Overall
	rat(t, "overall", o.Level, "22/9")
	if len(o.Weakest) != 1 || o.Weakest[0] != "d2" || o.Status != Enough {
		t.Errorf("overall %+v", o)
	}

	// A dimension weight of 2 for the first: (6 + 2 + 7/3)/4 = 31/12.
	a.Asked.Dimensions[0].Weight = 20_000
	rat(t, "weighted overall", a.Score().Overall.Level, "31/12")

	// The range is the mean of the lows and of the highs; the status is the
	// worst. Second dimension: 4 of 6 = 67 %; low 10/6... 2*4+2 = 10, high
	// 8+10 = 18: 5/3 and 3.
	for _, dims := range [][]string{{"3 3 3", "2 2 2 2 dk -"}, {"2 2 2 2 dk -", "3 3 3"}} {
		o = fixture(t, 5, dims...).Score().Overall
		rat(t, "low", o.Low, "7/3")
		rat(t, "high", o.High, "3")
		if o.Status != Preliminary || o.Counted != 2 || o.WeakestLevel != 20 {
			t.Errorf("%+v", o)
		}
	}
}

func TestOverallHidden(t *testing.T) {
	a := fixture(t, 5, "3 3 3", "2 - -")
	if o := a.Score().Overall; o.Shown() || len(o.NotShown) != 1 || o.Status != NotEnough {
		t.Errorf("a dimension with not enough answers: %+v", o)
	}
	a = fixture(t, 5, "3 3 3", "na na na")
	o := a.Score().Overall
	rat(t, "without the dimension that is not applicable", o.Level, "3")
	if len(o.LeftOut) != 1 || o.Status != Enough {
		t.Errorf("%+v", o)
	}
	a = fixture(t, 5, "3 3 3", "")
	if o := a.Score().Overall; o.Shown() || len(o.NotAsked) != 1 || o.Status != NotEnough {
		t.Errorf("a dimension outside the scope: %+v", o)
	}
	if o := fixture(t, 5, "na na", "na").Score().Overall; o.Shown() || o.Status != NothingApplicable {
		t.Errorf("nothing applicable: %+v", o)
	}
	if o := fixture(t, 5, "- - -", "- - -").Score().Overall; o.Shown() || o.Weakest != nil {
		t.Errorf("nothing answered: %+v", o)
	}
}

// Levels 11/5 and 20/9 are both shown as 2.2: both are the weakest.
func TestWeakestAsShown(t *testing.T) {
	o := fixture(t, 5, "2 2 2 2 3", "2 2 2 2 2 2 2 3 3", "4 4 4").Score().Overall
	if len(o.Weakest) != 2 || o.Weakest[0] != "d1" || o.Weakest[1] != "d2" {
		t.Errorf("weakest: %v", o.Weakest)
	}
}

func TestTags(t *testing.T) {
	a := fixture(t, 5, "3 4 2 dk", "5 1 - na")
	a.Asked.Lenses = []TagName{{"IND", "Individual"}, {"ORG", "Organisation"}}
	a.Asked.Principles = []PrincipleName{{"E1", "effectiveness", "Competence"}, {"A1", "accountability", "Integrity"}, {"E2", "effectiveness", "Policy"}}
	for _, id := range []StatementID{"D1-01", "D1-02", "D2-01"} {
		a.statement(t, id).Lenses = []string{"IND"}
	}
	for _, id := range []StatementID{"D1-01", "D1-02", "D1-03"} {
		a.statement(t, id).Principles = []string{"E1", "E2"}
	}
	a.statement(t, "D1-04").Principles = []string{"A1"}
	c := a.Score()
	rat(t, "lens IND", c.Lenses[0].Level, "4")
	if !c.Lenses[0].Shown() || c.Lenses[1].Shown() || c.Lenses[1].Asked != 0 {
		t.Errorf("lenses: %+v", c.Lenses)
	}
	// A statement with two principles of one group counts once in the group.
	if h := c.Heat[0][0]; h.Answered != 3 {
		t.Errorf("heat cell counts %d", h.Answered)
	}
	rat(t, "heat", c.Heat[0][0].Level, "3")
	if c.Heat[0][1].Shown() || c.Heat[1][0].Shown() {
		t.Error("a cell without three answers is shown")
	}
	if len(c.Groups) != 2 || c.Groups[0] != "effectiveness" {
		t.Errorf("groups %v", c.Groups)
	}
}

func TestTwoLevelScale(t *testing.T) {
	d := fixture(t, 2, "1 2 2 2").Score().Dimensions[0]
	rat(t, "level", d.Level, "7/4")
	rat(t, "index", d.Index(), "75")
	d = fixture(t, 7, "1 7 4 dk").Score().Dimensions[0]
	rat(t, "level of seven", d.Level, "4")
	rat(t, "index of seven", d.Index(), "50")
	rat(t, "high of seven", d.High, "19/4")
}

func TestSummaryIsChecked(t *testing.T) {
	a := fixture(t, 5, workedExample, "3 3 3")
	a.Scores = a.Summarize()
	if diffs := a.CheckSummary(); len(diffs) != 0 {
		t.Fatalf("a fresh summary disagrees: %v", diffs)
	}
	if r := a.Scores.Dimensions[0]; r.Level != "2.9" || r.Range != "2.7 to 3.1" || r.Coverage != "91 %" || r.Answered != "10 of 11" || r.Name != "Level 3" {
		t.Errorf("row %+v", r)
	}
	a.Scores.Dimensions[0].Level = "3.9"
	if diffs := a.CheckSummary(); len(diffs) != 1 {
		t.Errorf("a changed level gives %v", diffs)
	}
}
