package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// quadrants sorts the gaps by importance and feasibility.
func (b *gapBuilder) quadrants(caption string) document.Table {
	t := document.Table{Caption: caption, Note: plQuadrantNote, Columns: []document.Column{
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
				names = append(names, fmt.Sprintf(plWithPriority, g.Statement, tenths(g.Priority), g.Importance, g.Size, g.Feasibility))
			default:
				names = append(names, string(g.Statement))
			}
		}
		if names == nil {
			names = []string{wordNone}
		}
		t.Rows = append(t.Rows, row(q.name, commas(names)))
	}
	return t
}

// roadMap lists the actions by phase.
func (b *gapBuilder) roadMap(caption string) []document.Block {
	m := b.a.RoadMap()
	if len(m.Phases) == 0 {
		return nil
	}
	t := document.Table{Caption: caption, Columns: []document.Column{
		{Title: plAction, Width: 1.1, RowHeader: true}, {Title: plWhat, Width: 4.8}, {Title: plEnds, Width: 2}, {Title: plOwner, Width: 2.4},
		{Title: plKindOfGap, Width: 1.8}, {Title: plSDG, Width: 1.6}}}
	for _, p := range m.Phases {
		t.Rows = append(t.Rows, document.Row{Group: true, Cells: []document.Cell{document.CellOf(phaseName(p.Phase, m.Start))}})
		for _, act := range p.Actions {
			quadrant := wordNone
			if act.Quadrant != assessment.NotWeighed {
				quadrant = act.Quadrant.String()
			}
			r := row(string(act.ID), act.What, orNone(shortDay(act.End)), orNone(act.Owner), quadrant, orNone(commas(act.SDGs)))
			if act.Status != assessment.Planned {
				r.Cells[1].Lines = append(r.Cells[1].Lines, cellLine(document.Small, fmt.Sprintf(plStatusIs, act.Status)))
			}
			t.Rows = append(t.Rows, r)
		}
	}
	intro := plPhaseNone
	switch {
	case m.StartGiven:
		intro = fmt.Sprintf(plPhaseCount, day(m.Start))
	case m.Start != "":
		intro = fmt.Sprintf(plPhaseFirst, day(m.Start))
	}
	return []document.Block{paragraph(document.Body, "%s", intro), t}
}

func phaseName(p assessment.Phase, start string) string {
	switch first, second := assessment.PhaseEnds(start); p {
	case assessment.FirstPhase:
		return fmt.Sprintf(plPhase1, day(first))
	case assessment.SecondPhase:
		return fmt.Sprintf(plPhase2, day(second))
	case assessment.ThirdPhase:
		return plPhase3
	}
	return plPhase0
}

// actionTable has every action with all that is said about it.
func (b *gapBuilder) actionTable(caption string) document.Table {
	t := document.Table{Caption: caption, Columns: []document.Column{{Title: plAction, Width: 6, RowHeader: true}, {Title: plWhoWhen, Width: 3}}}
	for i := range b.a.Plan.Actions {
		act := &b.a.Plan.Actions[i]
		what := document.Cell{Lines: []document.CellLine{{Text: document.Text{{Text: string(act.ID), Strong: true}, {Text: " " + act.What}}}}}
		for _, line := range actionLines(act) {
			what.Lines = append(what.Lines, cellLine(document.Small, line))
		}
		who := document.CellOf(owner(act))
		for _, line := range b.actionTerms(act) {
			who.Lines = append(who.Lines, cellLine(document.Small, line))
		}
		t.Rows = append(t.Rows, document.Row{ID: actionAnchor(act.ID), Cells: []document.Cell{what, who}})
	}
	return t
}

func owner(act *assessment.Action) string {
	if act.Owner == "" {
		return plUnnamed
	}
	return act.Owner
}

// actionLines say what an action is for and how it is done.
func actionLines(act *assessment.Action) []string {
	var lines []string
	add := func(format, value string) {
		if value != "" && value != assessment.Removed {
			lines = append(lines, fmt.Sprintf(format, value))
		}
	}
	add(plServes, commas(act.Serves))
	add(plAfter, commas(act.After))
	add(plEntry, act.EntryPoint)
	add(plResources, act.Resources)
	add(plInform, act.Inform)
	add(plMeasure, act.Measure)
	if act.Open() {
		add(plFirstStep, act.FirstStep)
	}
	for _, h := range act.History {
		if h.Note == "" {
			lines = append(lines, fmt.Sprintf(plHistory, day(h.Date), h.Status))
		} else {
			lines = append(lines, fmt.Sprintf(plNote, day(h.Date), h.Status, h.Note))
		}
	}
	return lines
}

// actionTerms say when an action takes place and of what sort it is.
func (b *gapBuilder) actionTerms(act *assessment.Action) []string {
	var lines []string
	add := func(format, value string) {
		if value != "" {
			lines = append(lines, fmt.Sprintf(format, value))
		}
	}
	switch {
	case act.Start != "" && act.End != "":
		lines = append(lines, fmt.Sprintf(plFromTo, shortDay(act.Start), shortDay(act.End)))
	case act.End != "":
		lines = append(lines, fmt.Sprintf(plUntil, day(act.End)))
	case act.Start != "":
		lines = append(lines, fmt.Sprintf(plSince, day(act.Start)))
	}
	add(plStatusIs, act.Status.String())
	switch {
	case act.Baseline != 0 && act.Target != 0:
		lines = append(lines, fmt.Sprintf(plLevelFromTo, act.Baseline, act.Target))
	case act.Target != 0:
		lines = append(lines, fmt.Sprintf(plLevelTo, act.Target))
	case act.Baseline != 0:
		lines = append(lines, fmt.Sprintf(plLevelFrom, act.Baseline))
	}
	add(plKind, string(act.Kind))
	add(plCost, string(act.Cost))
	add(plChange, b.changeLevelName(act.ChangeLevel))
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

func actionAnchor(id assessment.ActionID) string { return "action-" + string(id) }

func orNone(s string) string {
	if s == "" {
		return wordNone
	}
	return s
}

// findings puts what there is to talk about into sentences.
func findings(a *assessment.Assessment, all []assessment.Finding) items {
	var out items
	lacking := map[assessment.FindingKind][]assessment.ActionID{}
	for _, f := range all {
		lacking[f.Kind] = append(lacking[f.Kind], f.Action)
	}
	for _, k := range []struct {
		kind     assessment.FindingKind
		sentence string
	}{{assessment.NoOwner, plNoOwner}, {assessment.NoDates, plNoDates}, {assessment.NoMeasure, plNoMeasure}, {assessment.NoStatement, plNoServes}} {
		if ids := lacking[k.kind]; ids != nil {
			out.add(fmt.Sprintf(k.sentence, commas(ids)))
		}
	}
	var passed []string
	for _, f := range all {
		if f.Kind == assessment.NoAction {
			passed = append(passed, a.Asked.Dimension(f.Dimension).Title)
		}
	}
	if passed != nil {
		out.add(fmt.Sprintf(plNoAction, commas(passed)))
	}
	for _, f := range all {
		switch f.Kind {
		case assessment.EndsBeforePrerequisite:
			out.add(fmt.Sprintf(plEndsBefore, f.Action, day(a.Plan.Action(f.Action).End), f.Other, day(a.Plan.Action(f.Other).End)))
		case assessment.WaitsForDropped:
			out.add(fmt.Sprintf(plWaits, f.Action, f.Other))
		case assessment.StatementNeeds:
			out.add(fmt.Sprintf(plNeeds, f.Action, f.Statement, f.Needs, f.Needs, a.Asked.PrerequisiteLevel))
		case assessment.Overload:
			out.add(fmt.Sprintf(plOverload, f.Owner, len(f.Actions), day(f.Day), commas(f.Actions), assessment.MaxOpenActions))
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
