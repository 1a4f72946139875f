package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical"

	"dgca/assessment"
	"dgca/assessment/planfile"
	"dgca/reports/document"
)

// planned is the sample of six dimensions with a plan. Weighed are STR-01 (level
// 1, target 5, importance 5, feasibility 4: priority 100 * 4/4 * 4/5 = 80) and
// LEA-03 (level 2, target 4, importance 2, feasibility 5: priority 100 * 2/5 *
// 2/4 = 20): weighted gap 5*4 + 2*2 = 24.
func planned(t testing.TB) Input {
	in := sixDimensions(t)
	a := in.Assessment
	a.Asked.Statement("STR-01").SDGs = []string{"16.6", "17.14"}
	a.Plan = assessment.Plan{Start: "2026-06-01", Actions: []assessment.Action{
		{ID: "A1", What: "Adopt the strategy", EntryPoint: "Cabinet, by a decision", Kind: assessment.Policy, Owner: "Planning unit", Start: "2026-06-01", End: "2026-11-22",
			Resources: "Two officers", Cost: assessment.LowCost, Inform: "All departments", Measure: "The decision is published", Baseline: 1, Target: 3,
			Serves: []assessment.StatementID{"STR-01"}, ChangeLevel: "I", FirstStep: "Agree the outline", Status: assessment.Started,
			History: []assessment.StatusChange{{Date: "2026-06-02", Status: assessment.Started, Note: "Kick-off, with all; = a start"}}},
		{ID: "A2", What: "Carry it out", Owner: "Planning unit", Start: "2026-11-24", End: "2028-01-31", Cost: assessment.HighCost, Baseline: 3, Target: 4,
			Serves: []assessment.StatementID{"STR-01", "STR-02", "LEA-03"}, After: []assessment.ActionID{"A1"}},
		{ID: "A3", What: "=HYPERLINK(\"x\"), \"quoted\";\ta tab", Resources: "- a list\n- of two lines", End: "2027-01-15", Serves: []assessment.StatementID{"LEA-05"}, Target: 3},
		{ID: "A4", What: "Drop this", Status: assessment.Dropped, History: []assessment.StatusChange{{Date: "2026-07-01", Status: assessment.Dropped}}},
		{ID: "A5", What: "Done already", Owner: "Planning unit", End: "2026-06-30", Measure: "Yes", Status: assessment.Done},
	}}
	for i := range a.Plan.Actions {
		a.Plan.Actions[i] = a.Plan.Actions[i].Clean()
	}
	if issues := a.Validate(); len(issues) > 0 {
		t.Fatalf("the sample is not valid: %+v", issues)
	}
	return in
}

func TestPlanDocuments(t *testing.T) {
	in := planned(t)
	golden(t, "plan.txt", render(t, Plan(in), 80))
	golden(t, "plan-status.txt", render(t, PlanStatus(in), 80))
	golden(t, "plan-what-if.txt", render(t, PlanWhatIf(in), 80))
	for _, topic := range []string{"plan", "A1", "A2", "A4"} {
		golden(t, "explain-plan-"+topic+".txt", explain(t, in, topic))
	}
}

// "priorities" is another word for the topic priority.
func TestPrioritiesTopic(t *testing.T) {
	in := planned(t)
	if explain(t, in, "priorities") != explain(t, in, "priority") {
		t.Error("the two topics differ")
	}
}

// What is written as a table reads back as the same plan, with commas and with
// semicolons, into a file without a plan and into its own file.
func TestPlanTableReadsBack(t *testing.T) {
	in := planned(t)
	for _, format := range []string{"csv", "csv-semicolon"} {
		var b bytes.Buffer
		if err := WritePlan(&b, format, in); err != nil {
			t.Fatal(err)
		}
		empty := in.Assessment.Clone()
		empty.Plan = assessment.Plan{}
		next, _, problems := planfile.Read("plan.csv", b.Bytes(), in.Questionnaire, empty, "2030-01-01")
		if len(problems) > 0 || !reflect.DeepEqual(next.Plan, in.Assessment.Plan) {
			t.Errorf("%s: %v\n%+v\nwant\n%+v", format, problems, next, in.Assessment.Plan)
		}
		next, res, problems := planfile.Read("plan.csv", b.Bytes(), in.Questionnaire, in.Assessment, "2030-01-01")
		if len(problems) > 0 || res.Same != 5 || !reflect.DeepEqual(next.Plan, in.Assessment.Plan) {
			t.Errorf("%s, into its own file: %v, %+v", format, problems, res)
		}
		comma := map[string]rune{"csv": ',', "csv-semicolon": ';'}[format]
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b.Bytes(), []byte("\ufeff"))))
		r.Comma = comma
		rows, err := r.ReadAll()
		if err != nil || len(rows) != 6 {
			t.Fatalf("%s: %d rows, %v", format, len(rows), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					t.Errorf("%s: a spreadsheet would run %q", format, cell)
				}
			}
		}
	}
	// Without a plan the table has its first line only, and reads back.
	in.Assessment.Plan = assessment.Plan{}
	var b bytes.Buffer
	if err := WritePlan(&b, "csv", in); err != nil {
		t.Fatal(err)
	}
	if next, res, problems := planfile.Read("plan.csv", b.Bytes(), in.Questionnaire, in.Assessment, "2030-01-01"); len(problems) > 0 || res.Added != 0 || !next.Plan.IsEmpty() {
		t.Errorf("%v %+v", problems, res)
	}
}

func TestPlanJSON(t *testing.T) {
	in := planned(t)
	var b bytes.Buffer
	if err := WritePlan(&b, "json", in); err != nil {
		t.Fatal(err)
	}
	golden(t, "plan.json", b.String())
	var f planFile
	dec := json.NewDecoder(&b)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		t.Fatal(err)
	}
	if f.Format != PlanFormat || len(f.Actions) != 5 || f.Actions[0].Priority.Shown != "80.0" || f.WeightedGap != (planGap{24, 5}) {
		t.Errorf("%+v", f)
	}
}

// The calendar has the days of the open actions and only those: A1 and A2 with
// two days each, A3 with its last day.
func TestPlanCalendar(t *testing.T) {
	in := planned(t)
	var b bytes.Buffer
	if err := WritePlan(&b, "ics", in); err != nil {
		t.Fatal(err)
	}
	golden(t, "plan.ics", b.String())
	cal, err := ical.NewDecoder(&b).Decode()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, e := range cal.Events() {
		uid, err1 := e.Props.Text(ical.PropUID)
		summary, err2 := e.Props.Text(ical.PropSummary)
		day := e.Props.Get(ical.PropDateTimeStart).Value
		if _, twice := seen[uid]; twice || err1 != nil || err2 != nil {
			t.Errorf("%s is there twice, or %v, %v", uid, err1, err2)
		}
		seen[uid] = day + " " + summary
	}
	id := in.Assessment.Identity()
	want := map[string]string{
		id + "-A1-start@dgca": "20260601 Start: Adopt the strategy", id + "-A1-end@dgca": "20261122 Deadline: Adopt the strategy",
		id + "-A2-start@dgca": "20261124 Start: Carry it out", id + "-A2-end@dgca": "20280131 Deadline: Carry it out",
		id + "-A3-end@dgca": "20270115 Deadline: =HYPERLINK(\"x\"), \"quoted\"; a tab",
	}
	if !reflect.DeepEqual(seen, want) {
		t.Errorf("got %v\nwant %v", seen, want)
	}
	in.Assessment.Plan.Actions = in.Assessment.Plan.Actions[3:]
	if err := WritePlan(&b, "ics", in); !errors.Is(err, ErrNoDays) {
		t.Errorf("an empty calendar: %v", err)
	}
	if WritePlan(&b, "docx", in) == nil {
		t.Error("an unknown format is accepted")
	}
}

// The report has the plan: a section with every action, and the summary its
// first steps; without a plan it has neither.
func TestGapReportHasPlan(t *testing.T) {
	in := planned(t)
	var text strings.Builder
	for _, s := range Gap(in).Sections {
		if s.ID != "plan" && s.ID != "summary" {
			continue
		}
		text.WriteString("# " + s.ID + "\n")
		walk(s.Blocks, func(t document.Text) { text.WriteString(t.String() + "\n") }, func(string) {})
	}
	for _, want := range []string{"# plan", "A1 Adopt the strategy", "Months 1 to 6, until 30 November 2026", "A2", "Carry it out", plStepsTitle, "Without an owner: A3.", "Planning unit; until 22 November 2026"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not in the report:\n%s", want, &text)
		}
	}
	in.Assessment.Plan = assessment.Plan{}
	for _, s := range Gap(in).Sections {
		if s.ID == "plan" {
			t.Error("a report without a plan has the section")
		}
	}
}

// Files without a gap, without an answer, of two levels: every document is made
// and says why there is nothing.
func TestPlanUnusual(t *testing.T) {
	for name, in := range map[string]Input{"no gap": sample(t, 5, "4 5 4"), "two levels": sample(t, 2, "1 2 1"), "nothing": sample(t, 5, "- - -")} {
		in.Questionnaire = nil
		text := render(t, Plan(in), 80) + render(t, PlanStatus(in), 80) + render(t, PlanWhatIf(in), 80)
		want := plNothing
		if name == "no gap" {
			want = "no answered statement is below its target"
		}
		if !strings.Contains(strings.ReplaceAll(text, "\n", " "), want) {
			t.Errorf("%s does not say %q:\n%s", name, want, text)
		}
		in.Assessment.Plan.Actions = []assessment.Action{{ID: "A1", What: "x", Serves: []assessment.StatementID{"LEA-01"}, Target: 2}}
		if text := render(t, PlanWhatIf(in), 80); name != "two levels" && !strings.Contains(text, "raise no level: A1") {
			t.Errorf("%s:\n%s", name, text)
		}
		render(t, Plan(in), 40)
		render(t, Gap(in), 80)
	}
}
