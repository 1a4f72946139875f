package assessment

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// compared makes the comparison of two fixtures.
func compared(t *testing.T, before, after *Assessment) *Rounds {
	t.Helper()
	r, err := CompareRounds(before, after)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// row says in one line what became of a dimension.
func (d *DimensionChange) row() string {
	if !d.Shown() {
		return fmt.Sprintf("not shown: %d compared, %s, %s", d.Compared(), d.ThenStatus, d.NowStatus)
	}
	return fmt.Sprintf("%s to %s, %s, %d up, %d down, clear %v", d.Then.LevelShown(), d.Now.LevelShown(), RoundTenths(d.Change), d.Up, d.Down, d.Clear)
}

func TestDimensionChange(t *testing.T) {
	for _, c := range []struct {
		name        string
		k           Level
		then, now   string
		want        string
		computation string
	}{
		{"clear", 5, "2 2 2 3 3 3", "3 3 3 3 3 3", "2.5 to 3.0, 0.5, 3 up, 0 down, clear true", "15/6 to 18/6; 0.5 = 4/8; 3 - 0 >= 3"},
		{"two moved far", 5, "1 1 3 3", "4 4 3 3", "2.0 to 3.5, 1.5, 2 up, 0 down, clear false", "8/4 to 14/4, but 2 - 0 < 3"},
		{"many moved little", 5, "2 2 2 3 3 3 3 3", "3 3 3 3 3 3 3 3", "2.6 to 3.0, 0.4, 3 up, 0 down, clear false", "21/8 = 2.625 to 24/8: 3/8 is shown as 0.4 < 0.5"},
		{"rounded to the threshold", 5, "2 2 2 2 2 3 3 3 3 3 3", "3 3 3 3 3 3 3 3 3 3 3", "2.5 to 3.0, 0.5, 5 up, 0 down, clear true", "28/11 to 33/11: 5/11 = 0.4545 is shown as 0.5"},
		{"against the stream", 5, "1 1 1 1 3 3", "3 3 3 3 2 2", "1.7 to 2.7, 1.0, 4 up, 2 down, clear false", "10/6 to 16/6, but 4 - 2 < 3"},
		{"worse", 5, "4 4 4", "3 3 3", "4.0 to 3.0, -1.0, 0 up, 3 down, clear true", "12/3 to 9/3"},
		{"two levels", 2, "1 1 1 1", "2 2 2 1", "1.0 to 1.8, 0.8, 3 up, 0 down, clear true", "4/4 to 7/4 = 1.75; 0.8 >= 1/8"},
		{"seven levels, too little", 7, "3 3 3 3 3 3 3 3 3 3", "4 4 4 4 4 4 4 3 3 3", "3.0 to 3.7, 0.7, 7 up, 0 down, clear false", "30/10 to 37/10: 0.7 < 6/8 = 0.75"},
		{"seven levels", 7, "3 3 3 3 3", "4 4 4 4 3", "3.0 to 3.8, 0.8, 4 up, 0 down, clear true", "15/5 to 19/5: 0.8 >= 0.75"},
		// Coverage is 80 % in both rounds, but only three statements have a
		// level in both: 3 3 2 to 3 4 5.
		{"different open ones", 5, "3 3 2 4 dk", "3 4 5 - 4", "2.7 to 4.0, 1.3, 2 up, 0 down, clear false", "8/3 to 12/3"},
		{"too few in common", 5, "3 3 2 na na", "na na 3 3 3", "not shown: 1 compared, enough answers, enough answers", "only the third has a level in both"},
		{"one round half done", 5, "3 3 2 dk dk -", "3 3 3 3 3 3", "not shown: 3 compared, not enough answers, enough answers", "coverage 50 %"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := compared(t, fixture(t, c.k, c.then), fixture(t, c.k, c.now))
			if got := r.Dimensions[0].row(); got != c.want {
				t.Errorf("got  %s\nwant %s (%s)", got, c.want, c.computation)
			}
		})
	}
}

// A change of weights alone is no change of the unit.
func TestWeightsOfTheLaterRoundCount(t *testing.T) {
	before, after := fixture(t, 5, "1 3 3"), fixture(t, 5, "1 3 3")
	after.statement(t, "D1-01").Weight = 40_000 // 4
	r := compared(t, before, after)
	// (4*1 + 3 + 3) / 6 = 10/6 in both rounds.
	if got := r.Dimensions[0].row(); got != "1.7 to 1.7, 0.0, 0 up, 0 down, clear false" {
		t.Error(got)
	}
}

func TestStatementsOfTwoRounds(t *testing.T) {
	before := fixture(t, 5, "1 2 3 4 5 dk", "3 3")
	after := fixture(t, 5, "3 3 3 3 3 3 1", "- 3")
	before.statement(t, "D1-02").Digest = "other words"
	r := compared(t, before, after)
	if got := fmt.Sprint(r.New, r.Retired, r.NotCompared); got != "[D1-02 D1-07] [D1-02] [D1-06 D2-01]" {
		t.Error(got)
	}
	ids := func(list []StatementChange) string {
		var out []string
		for _, s := range list {
			out = append(out, fmt.Sprintf("%s %d", s.Statement, s.Delta()))
		}
		return strings.Join(out, ", ")
	}
	if got := ids(r.Improved(5)); got != "D1-01 2" {
		t.Error(got)
	}
	if got := ids(r.Concern(5)); got != "D1-05 -2, D1-04 -1" {
		t.Error(got)
	}
	if got := ids(r.Concern(1)); got != "D1-05 -2" {
		t.Error(got)
	}
}

// A statement is known by its digest, also where its place has changed.
func TestStatementMovesAndKeepsItsIdentity(t *testing.T) {
	before, after := fixture(t, 5, "1 2 3"), fixture(t, 5, "4 5 3")
	before.statement(t, "D1-01").Digest, before.statement(t, "D1-02").Digest = "D1-02", "D1-01"
	r := compared(t, before, after)
	// D1-01 was 2 and is 4; D1-02 was 1 and is 5.
	if d := []int{r.Statements[0].Delta(), r.Statements[1].Delta()}; !slices.Equal(d, []int{2, 4}) {
		t.Error(d)
	}
}

func TestRoundsThatCannotBeCompared(t *testing.T) {
	for want, change := range map[string]func(a *Assessment){
		"different units":          func(a *Assessment) { a.Subject.Name = "Other" },
		"different kinds of unit":  func(a *Assessment) { a.Subject.Kind = "local" },
		"different questionnaires": func(a *Assessment) { a.Questionnaire.ID = "other" },
		"different scales":         func(a *Assessment) { a.Asked.Scale = a.Asked.Scale[:4] },
		"different methods":        func(a *Assessment) { a.Method = "dgca-method/2" },
		"round is the later one":   func(a *Assessment) { a.Session.Date = "2026-01-02" },
	} {
		before, after := fixture(t, 5, "1 2 3"), fixture(t, 5, "1 2 3")
		after.Session.Date = "2026-01-01"
		change(before)
		if _, err := CompareRounds(before, after); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	before, after := fixture(t, 5, "1 2 3"), fixture(t, 5, "1 2 3")
	before.Subject.Name = "  TEST "
	compared(t, before, after)
}

// Going round the other way turns every change about.
func TestRoundsAreSymmetric(t *testing.T) {
	for _, c := range [][2]string{{"1 2 3 4", "2 3 3 3"}, {"2 2 2 3 3 3", "3 3 3 3 3 3"}, {"1 1 1 1 3 3", "3 3 3 3 2 2"}} {
		there := compared(t, fixture(t, 5, c[0]), fixture(t, 5, c[1])).Dimensions[0]
		back := compared(t, fixture(t, 5, c[1]), fixture(t, 5, c[0])).Dimensions[0]
		if RoundTenths(there.Change) != -RoundTenths(back.Change) || there.Clear != back.Clear || there.Up != back.Down {
			t.Errorf("%v: %s and back %s", c, there.row(), back.row())
		}
	}
}
