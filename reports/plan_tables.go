package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// quadrants sorts the gaps by importance and feasibility.
func (b *gapBuilder) quadrants() document.Table {
	t := document.Table{Caption: plQuadrantsTitle, Note: plQuadrantNote, Columns: []document.Column{
		{Title: plImportant, Width: 2, RowHeader: true}, {Title: plStatements, Width: 5}}}
	for _, q := range []struct {
		quadrant assessment.Quadrant
		name     string
	}{{assessment.QuickWin, plQuickWins}, {assessment.MajorProject, plMajor}, {assessment.SmallStep, plSmall}, {assessment.Later, plLater}, {assessment.NotWeighed, plNotWeighed}} {
		var names []string
		for _, g := range b.gaps {
			switch {
			case g.Quadrant != q.quadrant:
			case g.Priority != nil:
				names = append(names, fmt.Sprintf(plWithPriority, g.Statement, tenths(g.Priority)))
			default:
				names = append(names, string(g.Statement))
			}
		}
		if names == nil {
			names = []string{wordNone}
		}
		t.Rows = append(t.Rows, row(q.name, list(names)))
	}
	return t
}

// roadMap lists the actions by phase.
func (b *gapBuilder) roadMap() []document.Block {
	m := b.a.RoadMap()
	if len(m.Phases) == 0 {
		return nil
	}
	t := document.Table{Caption: plRoadMap, Columns: []document.Column{
		{Title: plAction, Width: 1.1, RowHeader: true}, {Title: plWhat, Width: 5}, {Title: plEnds, Width: 1.7}, {Title: plOwner, Width: 2.4},
		{Title: plKindOfGap, Width: 1.8}, {Title: plSDG, Width: 1.6}}}
	for _, p := range m.Phases {
		t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(phaseName(p.Phase, m.Start))}})
		for _, act := range p.Actions {
			quadrant := wordNone
			if act.Quadrant != assessment.NotWeighed {
				quadrant = act.Quadrant.String()
			}
			t.Rows = append(t.Rows, row(string(act.ID), act.What, orNone(act.End), orNone(act.Owner), quadrant, orNone(list(act.SDGs))))
		}
	}
	intro := plPhaseNone
	switch {
	case m.StartGiven:
		intro = fmt.Sprintf(plPhaseCount, m.Start)
	case m.Start != "":
		intro = fmt.Sprintf(plPhaseFirst, m.Start)
	}
	return []document.Block{paragraph(document.Body, "%s", intro), t}
}

func phaseName(p assessment.Phase, start string) string {
	switch first, second := assessment.PhaseEnds(start); p {
	case assessment.FirstPhase:
		return fmt.Sprintf(plPhase1, first)
	case assessment.SecondPhase:
		return fmt.Sprintf(plPhase2, second)
	case assessment.ThirdPhase:
		return plPhase3
	}
	return plPhase0
}

// actionTable has every action with all that is said about it.
func (b *gapBuilder) actionTable() document.Table {
	t := document.Table{Caption: plActions, Columns: []document.Column{
		{Title: plAction, Width: 6.5, RowHeader: true}, {Title: plOwner, Width: 2.2}, {Title: plFrom, Width: 1.6}, {Title: plTo, Width: 1.6},
		{Title: plLevels, Width: 1.1, Align: document.AlignCenter}, {Title: plStatus, Width: 1.4}}}
	for i := range b.a.Plan.Actions {
		act := &b.a.Plan.Actions[i]
		name := document.Cell{Lines: []document.CellLine{{Text: document.Text{{Text: string(act.ID), Strong: true}, {Text: " " + act.What}}}}}
		for _, line := range b.actionLines(act) {
			name.Lines = append(name.Lines, cellLine(document.Small, line))
		}
		r := row("", orNone(act.Owner), orNone(act.Start), orNone(act.End), levelsText(act), act.Status.String())
		r.ID, r.Cells[0] = actionAnchor(act.ID), name
		t.Rows = append(t.Rows, r)
	}
	return t
}

// actionLines are the further fields of an action that are filled in.
func (b *gapBuilder) actionLines(act *assessment.Action) []string {
	var lines []string
	add := func(format, value string) {
		if value != "" {
			lines = append(lines, fmt.Sprintf(format, value))
		}
	}
	add(plServes, list(act.Serves))
	add(plAfter, list(act.After))
	add(plEntry, act.EntryPoint)
	add(plKind, string(act.Kind))
	add(plChange, b.changeLevelName(act.ChangeLevel))
	add(plCost, string(act.Cost))
	add(plResources, act.Resources)
	add(plInform, act.Inform)
	add(plMeasure, act.Measure)
	if act.Open() {
		add(plFirstStep, act.FirstStep)
	}
	for _, h := range act.History {
		if h.Note == "" {
			lines = append(lines, fmt.Sprintf(plHistory, h.Date, h.Status))
		} else {
			lines = append(lines, fmt.Sprintf(plNote, h.Date, h.Status, h.Note))
		}
	}
	return lines
}

func (b *gapBuilder) changeLevelName(id string) string {
	for _, t := range b.a.Asked.ChangeLevels {
		if t.ID == id {
			return t.Name
		}
	}
	return id
}

// levelsText is where an action starts from and leads to.
func levelsText(act *assessment.Action) string {
	switch {
	case act.Baseline != 0 && act.Target != 0:
		return fmt.Sprintf(plLevelFromTo, act.Baseline, act.Target)
	case act.Target != 0:
		return fmt.Sprintf(plLevelTo, act.Target)
	case act.Baseline != 0:
		return fmt.Sprintf(plLevelFrom, act.Baseline)
	}
	return wordNone
}

func actionAnchor(id assessment.ActionID) string { return "action-" + string(id) }

func orNone(s string) string {
	if s == "" {
		return wordNone
	}
	return s
}

// findings puts what there is to talk about into sentences.
func (b *gapBuilder) findings() items {
	var out items
	lacking := map[assessment.FindingKind][]assessment.ActionID{}
	all := b.a.CheckPlan()
	for _, f := range all {
		lacking[f.Kind] = append(lacking[f.Kind], f.Action)
	}
	for _, k := range []struct {
		kind     assessment.FindingKind
		sentence string
	}{{assessment.NoOwner, plNoOwner}, {assessment.NoDates, plNoDates}, {assessment.NoMeasure, plNoMeasure}, {assessment.NoStatement, plNoServes}} {
		if ids := lacking[k.kind]; ids != nil {
			out.add(fmt.Sprintf(k.sentence, list(ids)))
		}
	}
	for _, f := range all {
		switch f.Kind {
		case assessment.EndsBeforePrerequisite:
			out.add(fmt.Sprintf(plEndsBefore, f.Action, b.a.Plan.Action(f.Action).End, f.Other, b.a.Plan.Action(f.Other).End))
		case assessment.WaitsForDropped:
			out.add(fmt.Sprintf(plWaits, f.Action, f.Other))
		case assessment.StatementNeeds:
			out.add(fmt.Sprintf(plNeeds, f.Action, f.Statement, f.Needs, f.Needs, b.a.Asked.PrerequisiteLevel))
		case assessment.Overload:
			out.add(fmt.Sprintf(plOverload, f.Owner, len(f.Actions), f.Day, list(f.Actions), assessment.MaxOpenActions))
		}
	}
	return out
}

// planCounts returns how many actions have each status.
func planCounts(p *assessment.Plan) (planned, started, done, dropped int) {
	for _, a := range p.Actions {
		switch a.Status {
		case assessment.Started:
			started++
		case assessment.Done:
			done++
		case assessment.Dropped:
			dropped++
		default:
			planned++
		}
	}
	return planned, started, done, dropped
}
