package assessment

import (
	"strings"
	"testing"
)

func TestValidate(t *testing.T) {
	for _, c := range []struct {
		change  func(*Assessment)
		path    string
		message string
	}{
		{func(a *Assessment) { a.Format = "" }, "", "not a result file"},
		{func(a *Assessment) { a.Format = "dgca.assessment/2" }, "format", "this version of dgca reads"},
		{func(a *Assessment) { a.Format = "other/1" }, "format", "not a result file"},
		{func(a *Assessment) { a.Method = "dgca-method/2" }, "method", "dgca-method/2"},
		{func(a *Assessment) { a.State = "done" }, "state", `"done"`},
		{func(a *Assessment) { a.State = Approved }, "state", "by whom"},
		{func(a *Assessment) { a.Subject.Name = " " }, "unit.name", "missing"},
		{func(a *Assessment) { a.Subject.Name = strings.Repeat("x", 301) }, "unit.name", "301 characters"},
		{func(a *Assessment) { a.Session.Date = "23.11.2026" }, "session.date", "not a date"},
		{func(a *Assessment) { a.Scope.Dimensions = []DimensionID{"x"} }, "scope.dimensions[0]", "no dimension"},
		{func(a *Assessment) { a.Answers[0].Choice = 6 }, "answers.D1-01.answer", "level 6"},
		{func(a *Assessment) { a.Answers[0].Choice = NotApplicable }, "answers.D1-01.answer", "reason"},
		{func(a *Assessment) { a.Answers[0].Confidence = "sure" }, "answers.D1-01.confidence", `"sure"`},
		{func(a *Assessment) { a.Answers[0].Statement = "X-1" }, "answers.X-1", "not asked"},
		{func(a *Assessment) { a.Notes = []Note{{Dimension: "d1", Improvements: make([]string, 4)}} }, "notes.d1.improvements", "4 improvements"},
		{func(a *Assessment) { a.Targets.Dimensions = []DimensionTarget{{Dimension: "d1", Level: 9}} }, "targets.dimensions.d1.level", "level 9"},
		{func(a *Assessment) { a.Targets.Statements = []StatementTarget{{Statement: "X", Level: 3}} }, "targets.statements.X", "not asked"},
		{func(a *Assessment) { a.Weighings = []Weighing{{Statement: "D1-01", Importance: 6}} }, "weighing.D1-01.importance", "6"},
		{func(a *Assessment) { a.Asked.Scale = a.Asked.Scale[:1] }, "asked.scale", "1 levels"},
		{func(a *Assessment) { a.Asked.Dimensions = nil; a.Answers = nil }, "asked.dimensions", "what was asked"},
	} {
		a := fixture(t, 5, "3 4 2")
		if issues := a.Validate(); len(issues) != 0 {
			t.Fatalf("the fixture is not valid: %+v", issues)
		}
		c.change(a)
		issues := a.Validate()
		found := false
		for _, i := range issues {
			found = found || i.Path == c.path && strings.Contains(i.Message, c.message)
		}
		if !found {
			t.Errorf("want %s: %s; got %+v", c.path, c.message, issues)
		}
	}
}

// A file that was cut off before its last part gets one issue, and no advice to
// take answers out.
func TestValidateCutOff(t *testing.T) {
	a := fixture(t, 5, "3 4 2")
	a.Asked = Snapshot{}
	if issues := a.Validate(); len(issues) != 1 || !strings.Contains(issues[0].Message, "the end of the file is missing") || !strings.Contains(issues[0].Hint, ".bak") {
		t.Errorf("%+v", issues)
	}
}
