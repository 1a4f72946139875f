package workshop

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dgca/assessment"
)

// The agenda of hand-made answers. The first statements of the quick scope are
// LEA-01, LEA-04, LEA-07, LEA-11, STR-01, STR-04 and STR-06.
//
//	LEA-01  3 3 3 3 3     consensus, range 0
//	LEA-04  1 5 1 5 3     discuss, IQR 5-1 = 4
//	LEA-07  2 4 2 4 4     discuss, IQR 4-2 = 2, range 2
//	LEA-11  1 1 1 1 4     discuss, IQR 0, range 3
//	STR-01  3 dk dk dk 3  too few: 2 answers
//	STR-04  dk dk dk dk - nobody: find out
//	STR-06  2 3 2 3 3     consensus, IQR 1
func TestAgenda(t *testing.T) {
	w := hall(5)
	s := counted(t, w, nil,
		"3 1 2 1 3 dk 2",
		"3 5 4 1 dk dk 3",
		"3 1 2 1 dk dk 2",
		"3 5 4 1 dk dk 3",
		"3 3 4 4 3 - 3")
	var got []string
	for _, st := range s.Agenda()[:7] {
		got = append(got, fmt.Sprintf("%s %s", st.Statement, st.Concluded()))
	}
	want := "LEA-04 discuss; LEA-07 discuss; LEA-11 discuss; STR-01 too few answers; STR-06 consensus; LEA-01 consensus; STR-04 find out"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	// The other statements were asked and not answered.
	if st := s.Statement("STR-09"); st.Unanswered != 5 || st.Concluded() != assessment.FindOut || s.Sheets != 5 {
		t.Errorf("an unanswered statement: %+v", st.Distribution)
	}
	// 25 minutes for three points: 6 each at the most.
	items := Allot(s.Agenda(), 25)
	if items[0].Minutes != 6 || items[2].Minutes != 6 || items[3].Minutes != 0 || !items[2].InTime {
		t.Errorf("minutes %d %d %d", items[0].Minutes, items[2].Minutes, items[3].Minutes)
	}
	// 5 minutes: 2 each at the least; the third does not fit.
	if items = Allot(s.Agenda(), 5); items[0].Minutes != 2 || !items[1].InTime || items[2].InTime {
		t.Errorf("in five minutes: %+v", items[:3])
	}
}

// Equal in everything but the share of don't know: the larger share first. With
// 2 of 6 against 1 of 5 sheets, 1/3 is more than 1/5, whatever the counts.
func TestDontKnowDecides(t *testing.T) {
	a := &StatementSpread{Number: 1, Distribution: assessment.Distribution{Levels: []int{0, 0, 4, 0, 0}, Unknown: 1}}
	b := &StatementSpread{Number: 2, Distribution: assessment.Distribution{Levels: []int{0, 0, 4, 0, 0}, Unknown: 2}}
	s := &Spread{Statements: []StatementSpread{*a, *b}}
	if got := s.Agenda(); got[0].Number != 2 {
		t.Errorf("first is %d", got[0].Number)
	}
}

func TestOrderOfSheetsDoesNotMatter(t *testing.T) {
	w := hall(3)
	r := rand.New(rand.NewPCG(3, 4))
	words := []string{"1", "2", "3", "4", "5", "dk", "na", "-"}
	for range 40 {
		var sheets, kinds []string
		for range 1 + r.IntN(9) {
			var list []string
			for range 24 {
				list = append(list, words[r.IntN(len(words))])
			}
			sheets = append(sheets, strings.Join(list, " "))
			kinds = append(kinds, []string{"", "managers", "staff"}[r.IntN(3)])
		}
		first := counted(t, w, kinds, sheets...)
		r.Shuffle(len(sheets), func(i, j int) {
			sheets[i], sheets[j] = sheets[j], sheets[i]
			kinds[i], kinds[j] = kinds[j], kinds[i]
		})
		if second := counted(t, w, kinds, sheets...); !reflect.DeepEqual(first, second) {
			t.Fatal("the order of the sheets matters")
		}
		for i := range first.Statements {
			if st := &first.Statements[i]; st.Sheets() != len(sheets) {
				t.Fatalf("%s: %d of %d sheets counted", st.Statement, st.Sheets(), len(sheets))
			}
		}
		checkPaper(t, first)
	}
}

// checkPaper holds a paper to the rules of privacy, for any answers: whatever can
// be computed from what is shown is about nobody, or about three people or more.
func checkPaper(t *testing.T, s *Spread) {
	t.Helper()
	for i, st := range s.ForPaper().Statements {
		whole, asked := s.Statements[i].N(), s.Statements[i].Sheets()
		if st.Asked() != asked {
			t.Fatalf("%s: %d sheets became %d", st.Statement, asked, st.Asked())
		}
		if whole > 0 && whole < 3 || asked > 0 && asked < 3 {
			if st.N() != 0 || !st.Hidden() || len(st.Kinds) != 0 || st.Concluded() != assessment.TooFew || st.Sheets() != 0 {
				t.Fatalf("%s shows %d answers of %d", st.Statement, whole, asked)
			}
			continue
		}
		if st.N() != whole {
			t.Fatalf("%s: %d answers became %d", st.Statement, whole, st.N())
		}
		left := whole
		for _, k := range st.Kinds {
			if n := k.N(); n < 3 || whole-n > 0 && whole-n < 3 {
				t.Fatalf("%s: %d of %d answers are shown as a kind", st.Statement, n, whole)
			}
			left -= k.N()
		}
		if left > 0 && left < 3 {
			t.Fatalf("%s: what is left of %d is %d", st.Statement, whole, left)
		}
	}
}

// 4 managers and 3 staff and 2 without a kind: both kinds have a complement of
// three or more, but what is left when both are taken away is two answers. The
// smaller kind is hidden too.
func TestWhatIsLeftIsHidden(t *testing.T) {
	kinds := []string{"managers", "managers", "managers", "managers", "staff", "staff", "staff", "", ""}
	s := counted(t, hall(9), kinds, slices.Repeat([]string{"3"}, 9)...)
	if p := s.ForPaper().Statements[0]; len(p.Kinds) != 1 || p.Kinds[0].Kind != "managers" {
		t.Errorf("shown: %+v", p.Kinds)
	}
	if len(s.Statements[0].Kinds) != 2 {
		t.Error("the whole spread was changed")
	}
}

// Quartile ranges by hand, type 7: 1 1 2 2 2 has 1 to 2, 3 3 4 4 4 has 3 to 4.
func TestPerceptions(t *testing.T) {
	for _, c := range []struct {
		a, b string // answers of managers and of staff
		want string
	}{
		{"3 3 4 4 4", "1 1 2 2 2", "staff below managers true"},
		{"1 1 2 2 2", "3 3 4 4 4", "managers below staff true"},
		{"2 2 3 3 3", "1 1 2 2 2", ""}, // both have 2
		{"3 3 3", "2 2 2", "staff below managers false"},
		{"3 3 3 3", "3 3 2", ""},                               // medians are equal
		{"5 5", "1 1 1 1 1", ""},                               // two answers say nothing
		{"3 3 4 4 4", "1 1 2 2", "staff below managers false"}, // four answers: only may differ; medians 4 and 1.5
	} {
		var kinds, sheets []string
		for kind, list := range map[string]string{"managers": c.a, "staff": c.b} {
			for _, word := range strings.Fields(list) {
				kinds, sheets = append(kinds, kind), append(sheets, word)
			}
		}
		got := ""
		for _, p := range counted(t, hall(10), kinds, sheets...).Perceptions() {
			got += fmt.Sprintf("%s below %s %v", p.Low.Kind, p.High.Kind, p.Sure)
		}
		if got != c.want {
			t.Errorf("managers %s, staff %s: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// A statement that the workshop does not ask is counted apart, never among the
// others.
func TestForeignStatements(t *testing.T) {
	w := hall(2)
	full := hall(2)
	full.Scope.Kind = assessment.Full
	asked := assessment.Take(builtIn(), w.Units[0].Kind, w.Scope)
	tally := NewTally(w.Units[0], &asked)
	tally.Add(sheet(t, full, "P01", "1 2 3"), "")
	if s := tally.Spread(); s.Foreign != 72-24 || len(s.Statements) != 24 || s.Statements[0].Levels[0] != 1 || s.Statements[1].Unanswered != 1 {
		t.Errorf("foreign %d; the second statement: %+v", s.Foreign, s.Statements[1].Distribution)
	}
}
