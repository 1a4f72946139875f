package reports

import "dgca/assessment"

// The structure of dgca.plan/1.

// planFile is the whole output.
type planFile struct {
	Format        string          `json:"format"`            // always dgca.plan/1
	Program       string          `json:"program,omitempty"` // name and version of the program that wrote it
	Digest        string          `json:"digest,omitempty"`  // SHA-256 of the result file in hexadecimal; absent when not known
	Questionnaire scoresReference `json:"questionnaire"`     // what was asked
	Unit          scoresUnit      `json:"unit"`              // whose plan it is
	Start         string          `json:"start,omitempty"`   // the day from which the phases count, YYYY-MM-DD; absent without any date
	StartGiven    bool            `json:"start_given"`       // false: the first date of an action stands for the start
	Actions       []planAction    `json:"actions"`           // in the order of the plan
	Findings      []planFinding   `json:"findings"`          // what there is to talk about
	WeightedGap   planGap         `json:"weighted_gap"`      // sum of importance x gap over the weighed gaps
	Gaps          []scoresGap     `json:"gaps"`              // statements below target, by priority, then by size
}

// planAction is one action. A field that nothing is said about is absent.
type planAction struct {
	ID          string        `json:"id"`
	What        string        `json:"what"`
	EntryPoint  string        `json:"entry_point,omitempty"`
	Kind        string        `json:"kind,omitempty"`
	Owner       string        `json:"owner,omitempty"`
	Start       string        `json:"start,omitempty"` // YYYY-MM-DD
	End         string        `json:"end,omitempty"`   // YYYY-MM-DD
	Resources   string        `json:"resources,omitempty"`
	Cost        string        `json:"cost,omitempty"` // low, medium or high
	Inform      string        `json:"inform,omitempty"`
	Measure     string        `json:"success_measure,omitempty"`
	Baseline    int           `json:"baseline,omitempty"` // level
	Target      int           `json:"target,omitempty"`   // level
	Serves      []string      `json:"serves,omitempty"`   // ids of statements
	After       []string      `json:"after,omitempty"`    // ids of actions that must be finished first
	ChangeLevel string        `json:"change_level,omitempty"`
	FirstStep   string        `json:"first_step,omitempty"`
	Status      string        `json:"status"`            // planned, started, done or dropped
	History     []planChange  `json:"history,omitempty"` // the oldest first
	Phase       string        `json:"phase,omitempty"`   // absent for a dropped action
	Quadrant    string        `json:"quadrant,omitempty"`
	Priority    *scoresFigure `json:"priority,omitempty"`    // the highest of its gaps, 0 to 100
	SDGs        []string      `json:"sdg_targets,omitempty"` // of its statements
	Closes      int           `json:"closes"`                // of the weighted gap, when it alone reaches its target
}

// planChange is a change of the status.
type planChange struct {
	Date   string `json:"date"`
	Status string `json:"status"`
	Note   string `json:"note,omitempty"`
}

// planFinding is something to talk about.
type planFinding struct {
	Kind      string   `json:"kind"`                // a word of findingWords
	Action    string   `json:"action,omitempty"`    // absent for overload and no action
	Other     string   `json:"other,omitempty"`     // the prerequisite
	Statement string   `json:"statement,omitempty"` // that needs another one
	Needs     string   `json:"needs,omitempty"`     // the statement that it needs
	Dimension string   `json:"dimension,omitempty"` // for no action
	Owner     string   `json:"owner,omitempty"`     // for overload
	Day       string   `json:"day,omitempty"`       // for overload: the first day with most open actions
	Actions   []string `json:"actions,omitempty"`   // for overload: open on that day
}

var findingWords = map[assessment.FindingKind]string{
	assessment.NoOwner: "no owner", assessment.NoDates: "no dates", assessment.NoMeasure: "no measure", assessment.NoStatement: "no statement",
	assessment.EndsBeforePrerequisite: "ends before prerequisite", assessment.WaitsForDropped: "waits for dropped",
	assessment.StatementNeeds: "statement needs another", assessment.NoAction: "no action for a dimension", assessment.Overload: "overload",
}

// planGap is the weighted gap today and when all actions reach their targets.
type planGap struct {
	Now  int `json:"now"`
	Then int `json:"then"`
}

func newPlanFile(in Input) planFile {
	a := in.Assessment
	m, w := a.RoadMap(), a.WhatIf()
	f := planFile{Format: PlanFormat, Program: in.Program, Digest: in.Digest, Start: m.Start, StartGiven: m.StartGiven,
		Questionnaire: referenceOf(a), Unit: unitOf(a),
		Actions: []planAction{}, Findings: []planFinding{}, WeightedGap: planGap{w.GapNow, w.GapThen}, Gaps: []scoresGap{}}
	closes := map[assessment.ActionID]int{}
	for _, c := range w.Closes {
		closes[c.Action] = c.Closes
	}
	phases := phasesOf(a)
	for _, act := range a.PlannedActions() {
		p := planAction{ID: string(act.ID), What: clean(act.What), EntryPoint: clean(act.EntryPoint), Kind: string(act.Kind), Owner: clean(act.Owner),
			Start: act.Start, End: act.End, Resources: clean(act.Resources), Cost: string(act.Cost), Inform: clean(act.Inform), Measure: clean(act.Measure),
			Baseline: int(act.Baseline), Target: int(act.Target), Serves: ids(act.Serves), After: ids(act.After), ChangeLevel: clean(act.ChangeLevel),
			FirstStep: clean(act.FirstStep), Status: act.Status.String(), Phase: phases[act.ID], SDGs: ids(act.SDGs), Closes: closes[act.ID]}
		if act.Priority != nil {
			p.Quadrant, p.Priority = act.Quadrant.String(), figure(act.Priority)
		}
		for _, h := range act.History {
			p.History = append(p.History, planChange{h.Date, h.Status.String(), clean(h.Note)})
		}
		f.Actions = append(f.Actions, p)
	}
	for _, x := range a.CheckPlan() {
		f.Findings = append(f.Findings, planFinding{findingWords[x.Kind], string(x.Action), string(x.Other), string(x.Statement), string(x.Needs), string(x.Dimension),
			clean(x.Owner), x.Day, ids(x.Actions)})
	}
	for _, g := range a.Gaps() {
		f.Gaps = append(f.Gaps, gapFigures(&g))
	}
	return f
}
