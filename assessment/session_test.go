package assessment

import (
	"errors"
	"slices"
	"testing"

	"dgca/questionnaires"
)

func builtIn(t testing.TB) *questionnaires.Questionnaire {
	t.Helper()
	return questionnaires.BuiltIn()
}

func begin(t testing.TB, scope Scope) *Session {
	t.Helper()
	q := builtIn(t)
	a, err := New(q, Subject{Name: "Ministry of Example", Kind: questionnaires.Institution}, SessionInfo{Type: Individual}, scope)
	if err != nil {
		t.Fatal(err)
	}
	s, err := NewSession(q, a)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestNewSessionInventsNothing(t *testing.T) {
	s := begin(t, Scope{Kind: Full})
	for i := range s.Items() {
		s.Jump(i)
	}
	s.Back()
	s.Next()
	if len(s.Assessment().Answers) != 0 || s.Progress() != (Progress{Total: 72, Open: 72}) {
		t.Errorf("moving about answered something: %+v", s.Progress())
	}
	for _, issue := range s.Assessment().Validate() {
		t.Errorf("a new assessment is not valid: %+v", issue)
	}
}

func TestScopes(t *testing.T) {
	if n := len(begin(t, Scope{Kind: Quick}).Items()); n != 24 {
		t.Errorf("quick asks %d statements", n)
	}
	s := begin(t, Scope{Kind: Full, Dimensions: []DimensionID{"legal", "strategy"}})
	if n := len(s.Items()); n != 24 || s.Items()[0].Dimension.ID != "strategy" || len(s.Dimensions()) != 2 {
		t.Errorf("two dimensions ask %d statements from %s", n, s.Items()[0].Dimension.ID)
	}
	if len(s.Assessment().Asked.Dimensions) != 6 {
		t.Error("the snapshot forgets the dimensions outside the scope")
	}
	if _, err := New(builtIn(t), Subject{}, SessionInfo{}, Scope{Dimensions: []DimensionID{"none"}}); err == nil {
		t.Error("an empty scope is accepted")
	}
}

func TestChoose(t *testing.T) {
	s := begin(t, Scope{Kind: Full})
	if err := s.Choose(NotApplicable, "  \n"); !errors.Is(err, ErrReason) {
		t.Errorf("not applicable without a reason: %v", err)
	}
	if err := s.Choose(6, ""); err == nil {
		t.Error("level 6 of 5 is accepted")
	}
	if s.Progress().Done() != 0 {
		t.Error("a refused answer was recorded")
	}
	if err := s.Choose(NotApplicable, "Outside our mandate"); err != nil {
		t.Fatal(err)
	}
	if err := s.Choose(3, "stale"); err != nil || s.Answer().Reason != "" {
		t.Errorf("a level keeps the reason %q (%v)", s.Answer().Reason, err)
	}
	s.SetEvidence("Decree 12\r\nof 2024 \x1b[31mred\x1b[0m")
	s.SetComment("ok")
	if err := s.Choose(4, ""); err != nil || s.Answer().Evidence != "Decree 12\nof 2024 red" || s.Answer().Comment != "ok" {
		t.Errorf("a new level loses what was written: %+v", s.Answer())
	}
	s.Jump(5)
	s.Choose(Unknown, "")
	if err := s.Choose(Unanswered, ""); err != nil || len(s.Assessment().Answers) != 1 {
		t.Errorf("an answer that was taken back is still there: %+v", s.Assessment().Answers)
	}
}

func TestMoving(t *testing.T) {
	s := begin(t, Scope{Kind: Quick})
	if s.Back() || s.Position() != 0 || s.Jump(-1) || s.Jump(24) {
		t.Error("moved outside the questionnaire")
	}
	s.Choose(3, "")
	s.Jump(2)
	s.Choose(Unknown, "")
	if i, ok := s.NextOpen(0); !ok || i != 1 {
		t.Errorf("next open %d", i)
	}
	if i, ok := s.NextOpen(2); !ok || i != 3 {
		t.Errorf("next open after the third %d", i)
	}
	again, err := NewSession(s.Questionnaire(), s.Assessment())
	if err != nil || again.Position() != 1 {
		t.Errorf("resumes at %d (%v)", again.Position(), err)
	}
	for i := range s.Items() {
		s.Jump(i)
		s.Choose(2, "")
	}
	if s.Next() {
		t.Error("moved past the end")
	}
	if _, ok := s.NextOpen(0); ok {
		t.Error("something is open after all was answered")
	}
	order := []StatementID{}
	for _, ans := range s.Assessment().Answers {
		order = append(order, ans.Statement)
	}
	want := []StatementID{}
	for _, it := range s.Items() {
		want = append(want, it.Statement.ID)
	}
	if !slices.Equal(order, want) {
		t.Errorf("answers are in the order %v", order)
	}
}

func TestFind(t *testing.T) {
	s := begin(t, Scope{Kind: Full})
	for query, want := range map[string]int{"12": 1, "tec-08": 1, "tec-": 12, "legal": 12, "": 0, "no such words": 0} {
		if got := s.Find(query); query == "legal" && len(got) < want || query != "legal" && len(got) != want {
			t.Errorf("%q finds %d statements, want %d", query, len(got), want)
		}
	}
}

func TestOtherQuestionnaire(t *testing.T) {
	s := begin(t, Scope{Kind: Quick})
	s.Choose(3, "")
	s.SetEvidence("Letter")
	s.Next()
	s.Choose(4, "")
	newer := *s.Questionnaire()
	newer.Version = "9.0.0"
	newer.Dimensions = slices.Clone(newer.Dimensions)
	newer.Dimensions[0].Elements = slices.Clone(newer.Dimensions[0].Elements)
	el := &newer.Dimensions[0].Elements[0]
	el.Statements = slices.Clone(el.Statements)
	el.Statements[0].Text = questionnaires.Wording{Common: "{Unit} has something else."}
	if _, err := NewSession(&newer, s.Assessment()); !errors.Is(err, ErrOtherQuestionnaire) {
		t.Fatalf("resumed with another version: %v", err)
	}
	up, ch, err := Upgrade(&newer, s.Assessment())
	if err != nil || len(ch.Changed) != 1 || len(ch.Kept) != 23 || len(ch.Removed)+len(ch.Added) != 0 {
		t.Fatalf("changes %+v, %v", ch, err)
	}
	first, second := up.Answer("LEA-01"), up.Answers[1]
	if first.Choice != Unanswered || first.Evidence != "Letter" || !first.Marked || second.Choice != 4 {
		t.Errorf("upgraded answers: %+v %+v", first, second)
	}
	if s.Assessment().Answer("LEA-01").Choice != 3 {
		t.Error("the upgrade changed the old assessment")
	}
}

func TestCleanText(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb \t\nc\n\n":                         "a\nb\nc",
		"\x1b[31mred\x1b[0m \x1b]0;title\x07text":  "red text",
		"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\": "link",
		"a\x00b\x07c\u202ed\u200be":                "abcde",
		"می\u200cخواهم":                            "می\u200cخواهم",
		"bad \xff byte":                            "bad \uFFFD byte",
		"\u009b31mx":                               "x",
		"\x1b":                                     "",
		"plain ":                                   "plain",
		"del\x7f":                                  "del",
		"tab\tin":                                  "tab in",
	} {
		if got := CleanText(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := CleanLine("  a\n b\t c "); got != "a b c" {
		t.Errorf("one line: %q", got)
	}
}

func FuzzCleanText(f *testing.F) {
	f.Add("a\x1b[31m\r\nb")
	f.Fuzz(func(t *testing.T, s string) {
		once := CleanText(s)
		for _, r := range once {
			if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 {
				t.Fatalf("%q keeps %q", s, r)
			}
		}
		if twice := CleanText(once); twice != once {
			t.Fatalf("%q is cleaned to %q and then to %q", s, once, twice)
		}
	})
}

// TestReason keeps the reason of a group when its level is corrected, and drops
// that of "not applicable" with it.
func TestReason(t *testing.T) {
	s := begin(t, Scope{Kind: Quick})
	s.Choose(3, "")
	s.SetReason("The decree is in force.")
	s.Choose(4, "")
	if got := s.Answer(); got.Choice != 4 || got.Reason != "The decree is in force." {
		t.Errorf("after a correction: %+v", got)
	}
	if err := s.Choose(NotApplicable, "Decided above us."); err != nil || s.Answer().Reason != "Decided above us." {
		t.Errorf("%+v, %v", s.Answer(), err)
	}
	s.SetReason("")
	if s.Answer().Reason == "" {
		t.Error("not applicable lost its reason")
	}
	s.Choose(2, "")
	if got := s.Answer(); got.Reason != "" {
		t.Errorf("the reason for not applicable stays with a level: %+v", got)
	}
}
