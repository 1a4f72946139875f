package assessment

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func round(t testing.TB, name, date string, dims ...string) RoundResult {
	a := unit(t, name, dims...)
	a.Session.Date = date
	return RoundResult{File: name + date, Digest: name + date + fmt.Sprint(dims), Assessment: a}
}

func (d *SeriesDimension) levels() string {
	var out []string
	for _, s := range d.Common {
		if s.Asked == 0 || !s.Shown() {
			out = append(out, "missing")
			continue
		}
		out = append(out, s.Level.RatString())
	}
	return strings.Join(out, " ")
}

// D1-01 to D1-05 over three rounds; the second has no level in D1-04 and D1-05
// is new in the last one, so D1-01, D1-02 and D1-03 are common:
// (1+2+2)/3 = 5/3, (2+2+3)/3 = 7/3, (3+3+3)/3 = 3. Up 3, down 0, change 4/3.
//
// D2 was half done in the second round: it is missing there, and all four
// statements are common: 8/4 to 8/4.
func TestSeriesByHand(t *testing.T) {
	one := round(t, "A", "2024-01-01", "1 2 2 4", "2 2 2 2")
	two := round(t, "A", "2025-01-01", "2 2 3 dk", "4 4 - -")
	three := round(t, "A", "2026-01-01", "3 3 3 1 5", "2 2 2 2")
	series, out := RoundsOf([]RoundResult{three, one, two})
	if len(series) != 1 || len(out) != 0 {
		t.Fatal(series, out)
	}
	s := series[0]
	d := s.Dimensions[0]
	if got := d.levels(); got != "5/3 7/3 3" {
		t.Error(got)
	}
	if c := d.Change; c.Change.RatString() != "4/3" || c.Up != 3 || c.Down != 0 || !c.Clear || c.Compared() != 3 {
		t.Errorf("%+v", c)
	}
	if got := s.Dimensions[1].levels(); got != "2 missing 2" {
		t.Error(got)
	}
	if s.Dimensions[1].Change.Clear || s.Dimensions[1].Change.Change.Sign() != 0 {
		t.Errorf("%+v", s.Dimensions[1].Change)
	}
	if fmt.Sprint(s.Whole.New, s.Whole.Retired, s.Whole.Concern(1)[0].Statement) != "[D1-05] []D1-04" || len(s.Steps) != 2 {
		t.Error(s.Whole.New, s.Whole.Retired)
	}
	if s.Dimensions[0].Own[1].Coverage.RatString() != "3/4" {
		t.Error(s.Dimensions[0].Own[1].Coverage)
	}
}

// Two rounds as a series are two rounds.
func TestTwoRoundsAsASeries(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		all := randomUnits(t, r, 2, false)
		all[1].Subject.Name = all[0].Subject.Name
		all[0].Session.Date = "2025-01-01"
		want := compared(t, all[0], all[1])
		series, _ := RoundsOf([]RoundResult{{"b", "b", all[1]}, {"a", "a", all[0]}})
		for _, d := range series[0].Dimensions {
			at := slices.IndexFunc(want.Dimensions, func(w DimensionChange) bool { return w.ID == d.ID })
			if w := want.Dimensions[at]; w.Shown() != (d.Change != nil && d.Change.Shown()) || w.Shown() && w.row() != d.Change.row() {
				t.Fatalf("%s: %+v, want %s", d.ID, d.Change, w.row())
			}
		}
		if !reflect.DeepEqual(series[0].Whole, series[0].Steps[0]) {
			t.Fatal("the one step is not the whole")
		}
	}
}

func TestWhatIsInNoSeries(t *testing.T) {
	agreed := round(t, "A", "2026-01-01", "3 3 3")
	agreed.Session.Type = Group
	single := round(t, "A", "2026-01-01", "2 3 3")
	undated := round(t, "A", "", "3 3 3")
	custom := round(t, "A", "2023-01-01", "3 3 3")
	custom.Questionnaire.ID = "own"
	alone := round(t, "B", "2026-01-01", "3 3 3")
	twiceA, twiceB := round(t, "A", "2024-01-01", "3 3 3"), round(t, "A", "2024-01-01", "3 3 4")
	first := round(t, "A", "2022-01-01", "1 1 1")
	copied := first
	copied.File = "copy"
	series, out := RoundsOf([]RoundResult{agreed, single, undated, custom, alone, twiceA, twiceB, first, copied})
	if len(series) != 1 || len(series[0].Rounds) != 2 || series[0].Rounds[1].Session.Type != Group {
		t.Fatalf("%+v", series)
	}
	var got []string
	for _, l := range out {
		got = append(got, fmt.Sprintf("%s %d", l.File, l.Reason))
	}
	slices.Sort(got)
	want := []string{fmt.Sprintf("A %d", NoDate), fmt.Sprintf("A2023-01-01 %d", OtherQuestionnaire), fmt.Sprintf("A2024-01-01 %d", SeveralSheets),
		fmt.Sprintf("A2024-01-01 %d", SeveralSheets), fmt.Sprintf("A2026-01-01 %d", OneOfAgreed), fmt.Sprintf("B2026-01-01 %d", OnlyRound), fmt.Sprintf("copy %d", SameFile)}
	slices.Sort(want)
	// Of two files with the same content, the first by name stays.
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestDoneActions(t *testing.T) {
	one, two, three := round(t, "A", "2024-01-01", "1 2 2"), round(t, "A", "2025-01-01", "2 2 dk"), round(t, "A", "2026-01-01", "3 4 3")
	done := func(id ActionID, date string, serves ...StatementID) Action {
		return Action{ID: id, What: string(id), Status: Done, Serves: serves, History: []StatusChange{{Date: date, Status: Done}}}
	}
	one.Plan.Actions = []Action{done("late", "2025-06-01", "D1-02"), done("on time", "2024-06-01", "D1-01", "D1-03"), {ID: "open", Status: Started}, done("after", "2027-01-01"), {ID: "no day", Status: Done}}
	two.Plan.Actions = []Action{done("late", "2025-06-01", "D1-02")} // the same, in the next file
	series, _ := RoundsOf([]RoundResult{one, two, three})
	var got []string
	for _, d := range series[0].Done {
		got = append(got, fmt.Sprint(d.Before, " ", d.Action.ID, " ", d.Date, d.Statements))
	}
	want := []string{"0 on time 2024-06-01[{D1-01 d1 1 2} {D1-03 d1 2 0}]", "0 no day []", "1 late 2025-06-01[{D1-02 d1 2 4}]"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
