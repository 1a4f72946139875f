package planfile

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"dgca/assessment"
	"dgca/questionnaires"
)

// level2 is an assessment with the built-in questionnaire in which every
// statement is at level 2, with two actions.
func level2(t testing.TB) *assessment.Assessment {
	t.Helper()
	a, err := assessment.New(questionnaires.BuiltIn(), assessment.Subject{Name: "Ministry of Example", Kind: "institution"}, assessment.SessionInfo{Type: assessment.Individual}, assessment.Scope{Kind: assessment.Full})
	if err != nil {
		t.Fatal(err)
	}
	for st := range a.Asked.Statements() {
		a.SetAnswer(assessment.Answer{Statement: st.ID, Choice: 2})
	}
	a.Plan = assessment.Plan{Start: "2026-01-01", Actions: []assessment.Action{
		{ID: "A1", What: "First one", Owner: "Ana", Serves: []assessment.StatementID{"LEA-01"}},
		{ID: "A2", What: "Second one", End: "2026-06-30", Status: assessment.Started, History: []assessment.StatusChange{{Date: "2026-02-01", Status: assessment.Started, Note: "Begun: by letter"}}},
	}}
	return a
}

func read(t testing.TB, name, data string, a *assessment.Assessment) (*assessment.Assessment, Result) {
	t.Helper()
	next, res, problems := Read(name, []byte(data), questionnaires.BuiltIn(), a, "2026-05-31")
	if len(problems) > 0 {
		t.Fatalf("%s: %v", name, problems)
	}
	if issues := next.Validate(); len(issues) > 0 {
		t.Fatalf("%s: the result is not valid: %+v", name, issues)
	}
	if !reflect.DeepEqual(next.Answers, a.Answers) {
		t.Errorf("%s: an answer was changed", name)
	}
	return next, res
}

const table = `Action,What,Owner,Start,End,Serves,Baseline,Target,Kind,Cost,After,Status
A1,First one,,2026-04-01,2026-06-30,"LEA-01, LEA-02",2,4,Policy,LOW,,
,Third one,Ana,,,LEA-03;LEA-04,,,,,A1 A2,done
a9,"Ninth, with a comma",,,,,,,,,,
`

func checkTable(t *testing.T, name string, next *assessment.Assessment, res Result) {
	t.Helper()
	if res.Added != 2 || res.Changed != 1 || res.Same != 0 {
		t.Errorf("%s: %+v", name, res)
	}
	p := next.Plan
	a1 := p.Action("A1")
	if a1.Owner != "Ana" || a1.End != "2026-06-30" || !slices.Equal(a1.Serves, []assessment.StatementID{"LEA-01", "LEA-02"}) || a1.Baseline != 2 || a1.Target != 4 || a1.Kind != assessment.Policy || a1.Cost != assessment.LowCost || a1.Status != assessment.Planned {
		t.Errorf("%s: A1 is %+v", name, a1)
	}
	a3 := p.Action("A3")
	if a3 == nil || a3.What != "Third one" || !slices.Equal(a3.After, []assessment.ActionID{"A1", "A2"}) || !reflect.DeepEqual(a3.History, []assessment.StatusChange{{Date: "2026-05-31", Status: assessment.Done}}) {
		t.Errorf("%s: A3 is %+v", name, a3)
	}
	if p.Action("A2").What != "Second one" || p.Action("a9") == nil || p.Start != "2026-01-01" {
		t.Errorf("%s: %+v", name, p)
	}
}

func utf16le(s string) string {
	var b bytes.Buffer
	b.WriteString("\xff\xfe")
	for _, u := range utf16.Encode([]rune(s)) {
		if err := binary.Write(&b, binary.LittleEndian, u); err != nil {
			panic(err)
		}
	}
	return b.String()
}

func TestTables(t *testing.T) {
	semicolons := strings.NewReplacer("LEA-03;LEA-04", "LEA-03 LEA-04").Replace(table)
	semicolons = strings.NewReplacer(`"LEA-01, LEA-02"`, "LEA-01 LEA-02", `"Ninth, with a comma"`, "Ninth, with a comma", ", with", ", with", ",", ";").Replace(semicolons)
	tabs := strings.ReplaceAll(semicolons, ";", "\t")
	for name, data := range map[string]string{
		"comma.csv": table, "semicolon.csv": semicolons, "tab.tsv": tabs, "bom.csv": "\ufeff" + table, "utf16.csv": utf16le(table),
		"crlf.csv": strings.ReplaceAll(table, "\n", "\r\n"), "sep.csv": "sep=;\n" + semicolons, "noending": table,
	} {
		next, res := read(t, name, data, level2(t))
		checkTable(t, name, next, res)
	}
}

func TestYAML(t *testing.T) {
	const mapping = `
plan:
  actions:
    A1: {what: First one, start: 2026-04-01, end: 2026-06-30, serves: [LEA-01, LEA-02], baseline: 2, target: 4, kind: policy, cost: low}
    A3: {what: Third one, owner: Ana, serves: "LEA-03, LEA-04", after: [A1, A2], status: done}
    a9: {what: "Ninth, with a comma"}
`
	next, res := read(t, "mapping.yaml", mapping, level2(t))
	checkTable(t, "mapping", next, res)
	const list = `
plan:
  actions:
    - {what: FIRST one, start: 2026-04-01, end: 2026-06-30, serves: [LEA-01, LEA-02], baseline: 2, target: 4, kind: policy, cost: low}
    - {what: Third one, owner: Ana, serves: "LEA-03, LEA-04", after: [A1, A2], status: done}
    - {action: a9, what: "Ninth, with a comma"}
`
	next, res = read(t, "list", "# a comment\n"+list[1:], level2(t))
	if next.Plan.Action("A1").What != "FIRST one" {
		t.Errorf("an action without an id is not found by its words: %+v", next.Plan)
	}
	checkTable(t, "list", next, res)

	const all = `
questionnaire: {id: dgca, version: 1.0.0}
targets:
  dimensions:
    legal: {level: 3, months: 12, reason: Enough}
  statements:
    LEA-01: {level: 5}
weighing:
  LEA-01: {importance: 5, feasibility: 4, barriers: [law, law]}
  LEG-01: {importance: 3, feasibility: 3}
plan:
  start: 2026-02-01
  actions:
    A2: {history: [{date: 2026-02-01, status: started}, {date: 2026-03-01, status: done, note: "Signed: all"}], status: done}
`
	a := level2(t)
	a.Weighings = []assessment.Weighing{{Statement: "LEA-01", Importance: 1, Feasibility: 1, Barriers: []string{"money"}}}
	a.SetAnswer(assessment.Answer{Statement: "LEG-01", Choice: 4})
	next, res = read(t, "all.yaml", all, a)
	if res.Weighed != 2 || res.Targets != 2 || res.Changed != 1 || !slices.Equal(res.WithoutGap, []assessment.StatementID{"LEG-01"}) {
		t.Errorf("%+v", res)
	}
	if w := next.Weighings[0]; w.Importance != 5 || !slices.Equal(w.Barriers, []string{"law"}) {
		t.Errorf("%+v", next.Weighings)
	}
	if l, _ := next.TargetOf("LEA-01", "leadership"); l != 5 || next.Targets.Dimensions[0].Reason != "Enough" || next.Plan.Start != "2026-02-01" {
		t.Errorf("%+v, %+v", next.Targets, next.Plan)
	}
	if h := next.Plan.Action("A2").History; len(h) != 2 || h[1].Note != "Signed: all" {
		t.Errorf("history %+v", h)
	}
}

// A status that is changed in a table is dated, unless the history of the table
// dates it already.
func TestStatusInTable(t *testing.T) {
	for _, c := range []struct{ data, last string }{
		{"action,what,status,history\nA2,Second one,done,2026-02-01 started: Begun\n", "2026-05-31"},
		{"action,what,status,history\nA2,Second one,done,\n", "2026-05-31"},
		{"action,what,status\nA2,Second one,done\n", "2026-05-31"},
		{"action,what,status,history\nA2,Second one,done,\"2026-02-01 started: Begun\n2026-04-01 done\"\n", "2026-04-01"},
		{"action,what,status,history\nA7,New,done,\n", ""},
		{"action,what,status\nA7,New,done\n", "2026-05-31"},
	} {
		next, _ := read(t, "a.csv", c.data, level2(t))
		act := next.Plan.Actions[len(next.Plan.Actions)-1]
		last := ""
		if n := len(act.History); n > 0 {
			last = act.History[n-1].Date
		}
		if act.Status != assessment.Done || last != c.last {
			t.Errorf("%q: %+v", c.data, act)
		}
	}
}

func TestWeighingTable(t *testing.T) {
	a := level2(t)
	a.Weighings = []assessment.Weighing{{Statement: "LEA-02", Importance: 4, Feasibility: 4, Barriers: []string{"money"}}}
	next, res := read(t, "w.csv", "statement,text,importance,feasibility,barriers,gap\nLEA-01,x,5,4,law people,2\nLEA-02,x,,2,,2\nLEA-03,x,,,,2\n", a)
	want := []assessment.Weighing{{Statement: "LEA-01", Importance: 5, Feasibility: 4, Barriers: []string{"law", "people"}}, {Statement: "LEA-02", Importance: 4, Feasibility: 2, Barriers: []string{"money"}}}
	if res.Weighed != 2 || !reflect.DeepEqual(next.Weighings, want) {
		t.Errorf("%+v %+v", res, next.Weighings)
	}
}

// Every fault is reported with its place, all together, and nothing is applied.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a.csv", "", "a.csv:1:1: the file is empty"},
		{"a.csv", "what,colour\nx,red\n", `a.csv:1:6: the column "colour" is not known`},
		{"a.csv", "action,owner\nA1,Ana\n", `a.csv:1:1: the column "what" is missing`},
		{"a.csv", "what,end\nx,31.12.2026\n", `a.csv:2:3: "31.12.2026" is not a date`},
		{"a.csv", "what,end\nx,12/31/2026\n", `a.csv:2:3: "12/31/2026" is not a date`},
		{"a.csv", "what,end\nx,2026-02-29\n", `a.csv:2:3: "2026-02-29" is not a date`},
		{"a.csv", "what,end\nx,next year\n", `a.csv:2:3: "next year" is not a date`},
		{"a.csv", "what,start,end\nx,2026-05-02,2026-05-01\n", "a.csv:2:14: the action A3 ends on 2026-05-01, before it starts on 2026-05-02"},
		{"a.csv", "what,end,start\nNew,,2026-05-02\nSecond one,,2026-07-01\n", "a.csv:3:1: the action A2 ends on 2026-06-30, before it starts on 2026-07-01"},
		{"a.csv", "what,serves\nx,LEA-99\n", `a.csv:2:3: the statement "LEA-99" was not asked in this assessment`},
		{"a.csv", "what,serves\nx,lea-01\n", `a.csv:2:3: the statement "lea-01" was not asked in this assessment`},
		{"a.csv", "action,what\nA5,x\nA5,y\n", "a.csv:3:1: the action A5 is here a second time (first in line 2)"},
		{"a.csv", "action,what\nA5,x\na5,y\n", `a.csv:3:1: the action "a5" has the same id as "A5"`},
		{"a.csv", "action,what\na1,x\n", `a.csv:2:1: the action "a1" has the same id as "A1"`},
		{"a.csv", "action,what\nA 5,x\n", `a.csv:2:1: "A 5" cannot be the id of an action`},
		{"a.csv", "action,what\nA5,\n", `a.csv:2:1: "what" is missing`},
		{"a.csv", "action,what,after\nA5,x,A6\nA6,y,A5\n", "a.csv:2:6: these actions wait for each other in a circle: A5 needs A6 needs A5"},
		{"a.csv", "what,after\nx,A7\n", `a.csv:2:3: the plan has no action "A7"`},
		{"a.csv", "action,what,after\nA5,x,A5\n", "a.csv:2:6: the action A5 needs itself"},
		{"a.csv", "what,status\nx,finished\n", `a.csv:2:3: "finished" is not a status`},
		{"a.csv", "what,history\nx,2026-05-01\n", `a.csv:2:3: "2026-05-01" is not a change of the status`},
		{"a.csv", "what,history\nx,yesterday done\n", `a.csv:2:3: "yesterday" is not a date`},
		{"a.csv", "what,kind\nx,magic\n", `a.csv:2:3: "magic" is not known here`},
		{"a.csv", "what,cost\nx,huge\n", `a.csv:2:3: "huge" is not known here`},
		{"a.csv", "what,change_level\nx,Z\n", `a.csv:2:3: "Z" is not known here`},
		{"a.csv", "what,target\nx,6\n", "a.csv:2:3: the level 6 is not on the scale"},
		{"a.csv", "what,target\nx,high\n", `a.csv:2:3: the target "high" is not a level`},
		{"a.csv", "what,baseline,target\nx,4,3\n", "a.csv:2:5: the action A3 leads from level 4 down to level 3"},
		{"a.csv", "what,plan_start\nx,2026-01-01\ny,2026-02-01\n", `a.csv:3:3: the plan starts on "2026-02-01" here, but on "2026-01-01" in line 2`},
		{"a.csv", "what,plan_start\nx,soon\n", `a.csv:2:3: "soon" is not a date`},
		{"a.csv", "what,questionnaire\nx,other 1.0.0\n", "a.csv:2:3: the plan is for the questionnaire other 1.0.0, but the assessment was made with dgca 1.0.0"},
		{"a.csv", "what,questionnaire\nx,dgca 1.0.0\ny,dgca 2.0.0\n", `a.csv:3:3: the row is for the questionnaire "dgca 2.0.0", but the first one is for "dgca 1.0.0"`},
		{"a.csv", "what,owner\nx,y,z\n", `a.csv:2:5: the text "z" is in a column without a name`},
		{"a.csv", "what\n\"x\n", "a.csv:2:3: a quotation mark (\") is out of place"},
		{"w.csv", "statement,importance\nLEA-01,6\n", "w.csv:2:8: 6 is not a grade"},
		{"w.csv", "statement,importance\nLEA-01,0\n", `w.csv:2:8: the importance "0" is not a grade`},
		{"w.csv", "statement,importance\nLEA-01,high\n", `w.csv:2:8: the importance "high" is not a grade`},
		{"w.csv", "statement,importance\nLEA-99,5\n", `w.csv:2:1: the statement "LEA-99" was not asked in this assessment`},
		{"w.csv", "statement,importance\nLEA-01,5\nLEA-01,4\n", "w.csv:3:1: the gap LEA-01 is weighed a second time (first in line 2)"},
		{"w.csv", "statement,importance,barriers\nLEA-01,5,weather\n", `w.csv:2:10: LEA-01: "weather" is not a barrier of the questionnaire`},
		{"w.csv", "statement,importance\n,5\n", "w.csv:2:1: the row does not say which gap it weighs"},
		{"y.yaml", "plan:\n  actions:\n    A5: {what: x, end: 2026-13-01}\n", `y.yaml:3:24: "2026-13-01" is not a date`},
		{"y.yaml", "plan:\n  actions:\n    A5: {what: x, colour: red}\n", `y.yaml:3:19: unknown key "colour"`},
		{"y.yaml", "plan:\n  actions:\n    A5: x\n", "y.yaml:3:9: expected an action"},
		{"y.yaml", "plan:\n  actions: 5\n", "y.yaml:2:12: expected a mapping or a list of actions"},
		{"y.yaml", "plan:\n  actions:\n    A5: {what: [x]}\n", `y.yaml:3:16: expected text below "what"`},
		{"y.yaml", "plan:\n  actions:\n    A5: {what: x, history: [{date: 2026-01-01}]}\n", "y.yaml:3:29: expected a change of the status"},
		{"y.yaml", "plan:\n  actions:\n    A5: {what: x}\n    A5: {what: y}\n", "y.yaml:4:5: "},
		{"y.yaml", "plan:\n  start: 1.1.2026\n", `y.yaml:2:10: "1.1.2026" is not a date`},
		{"y.yaml", "weighing:\n  LEA-01: {importance: 9}\n", "y.yaml:2:24: 9 is not a grade"},
		{"y.yaml", "weighing:\n  LEA-99: {importance: 5}\n", `y.yaml:2:11: the statement "LEA-99" was not asked`},
		{"y.yaml", "targets:\n  dimensions:\n    legal: {level: 9}\n", "y.yaml:3:20: the level 9 is not on the scale"},
		{"y.yaml", "targets:\n  dimensions:\n    none: {level: 3}\n", `y.yaml:3:11: the questionnaire has no dimension "none"`},
		{"y.yaml", "questionnaire: {id: other, version: 2.0.0}\nplan:\n  start: 2026-01-01\n", "y.yaml:1:16: the plan is for the questionnaire other 2.0.0"},
		{"y.yaml", "format: dgca.assessment/1\nplan:\n  start: 2026-01-01\n", "y.yaml:1:1: this is no plan file but another file of dgca"},
		{"y.yaml", "plan: {}\n", "y.yaml:1:1: the file has no plan, no weighing and no targets"},
		{"y.yaml", "answers:\n  LEA-01: 3\n", `y.yaml:1:1: unknown key "answers"`},
	} {
		a := level2(t)
		before := a.Clone()
		next, _, problems := Read(c.name, []byte(c.data), questionnaires.BuiltIn(), a, "2026-05-31")
		if next != nil || !reflect.DeepEqual(a, before) {
			t.Errorf("%q was applied", c.data)
		}
		found := false
		for _, p := range problems {
			found = found || strings.HasPrefix(p.String(), c.want) && (p.Hint != "" || strings.HasPrefix(c.want, "y.yaml:4:5"))
		}
		if !found {
			t.Errorf("%q: want %s, got %v", c.data, c.want, problems)
		}
		if len(problems) != 1 {
			t.Errorf("%q: one fault gives %d messages: %v", c.data, len(problems), problems)
		}
	}
	// Faults of the reading and of the judging, all at once.
	_, _, problems := Read("a.csv", []byte("action,what,end,target,after\nA5,x,soon,9,\nA6,y,,high,A5\n"), questionnaires.BuiltIn(), level2(t), "2026-05-31")
	if len(problems) != 3 {
		t.Errorf("want three faults, got %v", problems)
	}
}

// Nothing that anybody can write crashes the reader; what is accepted is valid
// and changes no answer; reading it again changes nothing more.
func FuzzRead(f *testing.F) {
	for _, s := range []string{table, "statement,importance,barriers\nLEA-01,5,law\n", "plan:\n  actions:\n    A1: {what: x, after: [A2], history: [{date: 2026-01-01, status: done}]}\n",
		"targets:\n  statements:\n    LEA-01: 5\nweighing:\n  LEA-01: {importance: 5}\n", utf16le(table), "sep=;\nwhat;end\n'=x;2026-01-01\n", "plan:\n  actions:\n  - what: x\n  - what: y\n    after: A1\n"} {
		f.Add([]byte(s), "a.csv")
		f.Add([]byte(s), "a.yaml")
		f.Add([]byte(s), "-")
	}
	a := level2(f)
	before := a.Clone()
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		next, _, problems := Read(name, data, questionnaires.BuiltIn(), a, "2026-05-31")
		if !reflect.DeepEqual(a, before) {
			t.Fatal("the assessment was changed")
		}
		if (next == nil) == (len(problems) == 0) {
			t.Fatalf("neither or both: %v", problems)
		}
		if next == nil {
			return
		}
		if issues := next.Validate(); len(issues) > 0 || !reflect.DeepEqual(next.Answers, a.Answers) {
			t.Fatalf("accepted, but not valid: %+v", issues)
		}
		again, _, problems := Read(name, data, questionnaires.BuiltIn(), next, "2026-05-31")
		if len(problems) > 0 || !reflect.DeepEqual(again.Plan, next.Plan) || !reflect.DeepEqual(again.Weighings, next.Weighings) {
			t.Fatalf("read a second time: %v\n%+v\n%+v", problems, next.Plan, again.Plan)
		}
	})
}
