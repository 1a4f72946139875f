package paper

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"dgca/assessment"
	"dgca/questionnaires"
)

// The check digit of 572 is 4 in Damm's thesis, page 111.
func TestCheckDigitOfTheThesis(t *testing.T) {
	if got := checkDigit("572"); got != 4 {
		t.Errorf("check digit of 572: %d, want 4", got)
	}
}

// Every wrong digit and every two neighbours that changed places are found.
func TestCheckDigitFindsSlips(t *testing.T) {
	for _, c := range []PageCode{{482137, 3}, {0, 1}, {999999, 99}, {102030, 40}, {112233, 44}} {
		digits := onlyDigits(c.String())
		try := func(slip string) {
			if slip == digits {
				return
			}
			if got, err := ParseCode(slip); !errors.Is(err, ErrCodeDigit) {
				t.Errorf("%s typed for %s is taken for %v, %v", slip, digits, got, err)
			}
		}
		for i := range digits {
			for d := '0'; d <= '9'; d++ {
				try(digits[:i] + string(d) + digits[i+1:])
			}
			if i > 0 {
				try(digits[:i-1] + digits[i:i+1] + digits[i-1:i] + digits[i+1:])
			}
		}
	}
}

func TestParseCode(t *testing.T) {
	c := PageCode{Form: 4821, Page: 3}
	if want := "004821-03-"; c.String()[:10] != want {
		t.Errorf("%s", c)
	}
	spaced := c.String()[:3] + " " + c.String()[3:]
	for _, typed := range []string{c.String(), onlyDigits(c.String()), spaced} {
		if got, err := ParseCode(typed); err != nil || got != c {
			t.Errorf("%q: %v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", "3", "00482103", "0048210355", "00482l-03-5", "abcdefghi"} {
		if _, err := ParseCode(typed); !errors.Is(err, ErrCodeLength) {
			t.Errorf("%q: %v", typed, err)
		}
	}
	short := onlyDigits(c.String())[6:]
	if got, err := ParseShort(short, c.Form); err != nil || got != c {
		t.Errorf("%q: %v, %v", short, got, err)
	}
	// The same last digits on another form: nine of ten are found.
	found := 0
	for other := range Number(1000) {
		if _, err := ParseShort(short, other); err != nil {
			found++
		}
	}
	if found != 900 {
		t.Errorf("of 1000 other forms %d are found", found)
	}
}

// The forms of the built-in questionnaire that people print have different
// numbers: every kind of unit, both scopes, all dimensions or one of them.
func TestNumbersOfTheBuiltIn(t *testing.T) {
	q := questionnaires.BuiltIn()
	seen := map[Number]Form{}
	for _, u := range q.Units {
		for _, scope := range []assessment.ScopeKind{assessment.Full, assessment.Quick} {
			forms := []Form{{u.Kind, assessment.Scope{Kind: scope}}}
			for _, d := range q.Dimensions {
				forms = append(forms, Form{u.Kind, assessment.Scope{Kind: scope, Dimensions: []assessment.DimensionID{d.ID}}})
			}
			for _, f := range forms {
				n := f.Number(q)
				if other, twice := seen[n]; twice {
					t.Errorf("%v and %v have the number %d", f, other, n)
				}
				seen[n] = f
				found := Forms(q, n)
				if len(found) != 1 || !reflect.DeepEqual(found[0], f) {
					t.Errorf("the number %d of %v stands for %v", n, f, found)
				}
			}
		}
	}
	all := Form{questionnaires.Local, assessment.Scope{Kind: assessment.Full}}
	named := all
	for i := len(q.Dimensions) - 1; i >= 0; i-- {
		named.Scope.Dimensions = append(named.Scope.Dimensions, q.Dimensions[i].ID)
	}
	if named.Number(q) != all.Number(q) {
		t.Error("all dimensions, named one by one, are another form")
	}
}

// keying begins a sheet of the dimension "legal", quick scope, with two
// statements on each page after the first.
func keying(t *testing.T, codes bool) (*Keying, []assessment.StatementID, Number) {
	t.Helper()
	q := questionnaires.BuiltIn()
	form := Form{questionnaires.Institution, assessment.Scope{Kind: assessment.Quick, Dimensions: []assessment.DimensionID{"legal"}}}
	a, err := assessment.New(q, assessment.Subject{Name: "Test", Kind: form.Kind}, assessment.SessionInfo{Type: assessment.Individual}, form.Scope)
	if err != nil {
		t.Fatal(err)
	}
	s, err := assessment.NewSession(q, a)
	if err != nil {
		t.Fatal(err)
	}
	var ids []assessment.StatementID
	for _, it := range s.Items() {
		ids = append(ids, it.Statement.ID)
	}
	if len(ids) != 4 {
		t.Fatalf("the quick scope of legal has %d statements", len(ids))
	}
	k, err := NewKeying(s, form.Number(q), [][]assessment.StatementID{nil, ids[:2], ids[2:]}, codes)
	if err != nil {
		t.Fatal(err)
	}
	return k, ids, form.Number(q)
}

func (k *Keying) mustCode(t *testing.T, text string) {
	t.Helper()
	if err := k.EnterCode(text); err != nil {
		t.Fatalf("code %q: %v", text, err)
	}
}

func (k *Keying) mustDigits(t *testing.T, digits ...int) {
	t.Helper()
	for _, d := range digits {
		if err := k.Digit(d); err != nil {
			t.Fatalf("digit %d: %v", d, err)
		}
	}
}

func (k *Keying) has(t *testing.T, id assessment.StatementID, want assessment.Answer) {
	t.Helper()
	want.Statement = id
	if got := k.s.Assessment().Answer(id); !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %+v, want %+v", id, got, want)
	}
}

func TestKeyingASheet(t *testing.T) {
	k, ids, n := keying(t, true)
	if page, of := k.Page(); k.Stage() != WantsCode || page != 2 || of != 3 {
		t.Fatalf("begins at page %d of %d, stage %d", page, of, k.Stage())
	}
	code := func(page int) string { return PageCode{n, page}.String() }
	// The first code must be whole, and of this form.
	if err := k.EnterCode(onlyDigits(code(2))[6:]); !errors.Is(err, ErrCodeLength) {
		t.Errorf("a short first code: %v", err)
	}
	if err := k.EnterCode(PageCode{n + 1, 2}.String()); !errors.Is(err, ErrOtherForm) {
		t.Errorf("a page of another form: %v", err)
	}
	if err := k.EnterCode(code(1)); err == nil {
		t.Error("a page without statements was opened")
	}
	if err := k.Digit(3); err == nil || len(k.s.Assessment().Answers) > 0 {
		t.Errorf("a digit without a page: %v", err)
	}
	k.mustCode(t, code(2))
	if err := k.Digit(8); err == nil {
		t.Error("8 is no box")
	}
	k.mustDigits(t, 3, 0)
	k.has(t, ids[0], assessment.Answer{Choice: 3})
	k.has(t, ids[1], assessment.Answer{Choice: assessment.Unknown})
	if page, _ := k.Page(); k.Stage() != WantsCode || page != 3 {
		t.Fatalf("after page 2: stage %d, page %d", k.Stage(), page)
	}
	k.mustCode(t, onlyDigits(code(3))[6:])
	k.Skip() // nothing is marked
	k.mustDigits(t, 9)
	if k.Stage() != WantsReason {
		t.Fatal("9 asks for no reason")
	}
	k.has(t, ids[3], assessment.Answer{})
	k.mustDigits(t, 0)
	k.has(t, ids[3], assessment.Answer{Choice: assessment.NotApplicable, Reason: NoReason})
	k.has(t, ids[2], assessment.Answer{})
	if page, _ := k.Page(); k.Stage() != AllKeyed || page != 0 || len(k.NotKeyed()) > 0 {
		t.Errorf("at the end: stage %d, page %d, not keyed %v", k.Stage(), page, k.NotKeyed())
	}
	// A page is opened again for correction.
	k.mustCode(t, code(2))
	k.mustDigits(t, 5)
	k.has(t, ids[0], assessment.Answer{Choice: 5})
	if k.Stage() != WantsAnswer {
		t.Errorf("stage %d", k.Stage())
	}
}

func TestKeyingBackAndAnyOrder(t *testing.T) {
	k, ids, n := keying(t, true)
	if k.Back() {
		t.Error("there is nothing before the first page")
	}
	k.mustCode(t, PageCode{n, 3}.String())
	k.mustDigits(t, 1, 2)
	if page, _ := k.Page(); page != 2 {
		t.Errorf("after page 3, page %d is expected", page)
	}
	if !k.Back() || k.Current().Statement.ID != ids[3] {
		t.Errorf("back leads to %s", k.Current().Statement.ID)
	}
	k.mustDigits(t, 9)
	if !k.Back() || k.Stage() != WantsAnswer {
		t.Error("back does not leave the reason")
	}
	k.has(t, ids[3], assessment.Answer{Choice: 2})
	if err := k.Clear(); err != nil {
		t.Error(err)
	}
	k.has(t, ids[3], assessment.Answer{})
	if !k.Move(-1) || k.Move(-1) || k.Current().Statement.ID != ids[2] {
		t.Error("moving on a page")
	}
	if fmt.Sprint(k.NotKeyed()) != "[2]" {
		t.Errorf("not keyed: %v", k.NotKeyed())
	}
}

func TestKeyingReasons(t *testing.T) {
	q := questionnaires.BuiltIn()
	k, _, n := keying(t, true)
	k.mustCode(t, PageCode{n, 2}.String())
	for k.Stage() == WantsAnswer {
		st := q.Statement(k.Current().Statement.ID)
		k.mustDigits(t, 9)
		if err := k.Digit(len(st.NAReasons) + 1); err == nil {
			t.Errorf("%s: a reason that is not printed was taken", st.ID)
		}
		if err := k.ReasonText("  \t"); !errors.Is(err, assessment.ErrReason) {
			t.Errorf("an empty reason: %v", err)
		}
		if len(st.NAReasons) > 0 {
			k.mustDigits(t, 1)
			k.has(t, st.ID, assessment.Answer{Choice: assessment.NotApplicable, Reason: st.NAReasons[0]})
		} else if err := k.ReasonText("another law"); err != nil {
			t.Error(err)
		} else {
			k.has(t, st.ID, assessment.Answer{Choice: assessment.NotApplicable, Reason: "another law"})
		}
	}
}

func TestKeyingWithoutCodes(t *testing.T) {
	k, ids, _ := keying(t, false)
	k.mustDigits(t, 1, 2, 3, 4)
	k.has(t, ids[3], assessment.Answer{Choice: 4})
	if k.Stage() != AllKeyed {
		t.Errorf("stage %d", k.Stage())
	}
}

// A sheet that was left goes on at the first page with an open statement.
func TestKeyingResumes(t *testing.T) {
	k, ids, n := keying(t, true)
	k.mustCode(t, PageCode{n, 2}.String())
	k.mustDigits(t, 1, 1)
	again, err := NewKeying(k.s, n, [][]assessment.StatementID{nil, ids[:2], ids[2:]}, true)
	if err != nil {
		t.Fatal(err)
	}
	if page, _ := again.Page(); page != 3 || again.Stage() != WantsCode {
		t.Errorf("goes on at page %d", page)
	}
	if _, err := NewKeying(k.s, n, [][]assessment.StatementID{nil, ids[:2]}, true); err == nil {
		t.Error("a form with too few statements was taken")
	}
	if _, err := NewKeying(k.s, n, [][]assessment.StatementID{ids, {"LEA-01"}}, true); err == nil {
		t.Error("a form with another statement was taken")
	}
}

func TestSecondEntry(t *testing.T) {
	k, ids, _ := keying(t, false)
	k.mustDigits(t, 1, 2, 9, 0)
	k.Skip()
	q := k.s.Questionnaire()
	second, err := Second(q, k.s.Assessment())
	if err != nil {
		t.Fatal(err)
	}
	if len(second.Assessment().Answers) > 0 || len(k.s.Assessment().Answers) != 3 {
		t.Fatal("the second entry begins without answers, and keeps the first")
	}
	k2, err := NewKeying(second, 0, nil, false)
	if err != nil {
		t.Fatal(err)
	}
	k2.mustDigits(t, 1, 3, 9)
	if err := k2.ReasonText("Other"); err != nil {
		t.Fatal(err)
	}
	k2.mustDigits(t, 4)
	diffs := Differences(k.s, second)
	var got []assessment.StatementID
	for _, d := range diffs {
		got = append(got, d.Item.Statement.ID)
	}
	if !reflect.DeepEqual(got, ids[1:]) {
		t.Fatalf("differences at %v", got)
	}
	if err := diffs[0].Resolve(k.s, 3, ""); err != nil {
		t.Fatal(err)
	}
	k.has(t, ids[1], assessment.Answer{Choice: 3, Decided: &assessment.Decision{Reason: "The paper was looked at again.",
		Among: []string{"first entry: 2", "second entry: 3"}}})
	if err := diffs[2].Resolve(k.s, assessment.Unanswered, ""); err != nil {
		t.Fatal(err)
	}
	k.has(t, ids[3], assessment.Answer{})
	if err := diffs[1].Resolve(k.s, assessment.NotApplicable, ""); !errors.Is(err, assessment.ErrReason) {
		t.Errorf("not applicable without a reason: %v", err)
	}
}

func FuzzParseCode(f *testing.F) {
	f.Add("482137-03-0")
	f.Add("035")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseShort(text, 482137)
		if err != nil {
			return
		}
		if again, err := ParseCode(c.String()); err != nil || again != c || c.Form < 0 || c.Form >= numbers || c.Page < 0 || c.Page > MaxPages {
			t.Errorf("%q: %v and %v, %v", text, c, again, err)
		}
	})
}

// Whatever is keyed, only answers of the scale are recorded, and not applicable
// never without a reason.
func FuzzKeying(f *testing.F) {
	f.Add("34<9015", true)
	f.Add("s9tb2", false)
	f.Fuzz(func(t *testing.T, keys string, codes bool) {
		k, ids, n := keying(t, codes)
		for _, r := range keys {
			switch {
			case r >= '0' && r <= '9':
				_ = k.Digit(int(r - '0'))
			case r == 's':
				k.Skip()
			case r == 'b':
				k.Back()
			case r == 'c':
				_ = k.Clear()
			case r == 't':
				_ = k.ReasonText(keys)
			case r == 'g':
				k.AskCode()
			case r == 'r':
				k.Resume()
			case r == '<':
				_ = k.EnterCode(PageCode{n, 2}.String())
			case r == '>':
				_ = k.EnterCode(PageCode{n, 3}.String())
			case r == 'u':
				k.Move(-1)
			}
		}
		for _, id := range ids {
			ans := k.s.Assessment().Answer(id)
			if l, ok := ans.Choice.Level(); ok && l > 5 || ans.Choice == assessment.NotApplicable && ans.Reason == "" {
				t.Errorf("%s: %+v", id, ans)
			}
		}
	})
}
