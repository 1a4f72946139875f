package reports

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dgca/assessment"
)

// planColumns are the columns of the table of actions. A reader of plans needs
// those from questionnaire to history; unit and the last four are for people.
var planColumns = []string{
	"unit", "questionnaire", "plan_start",
	"action", "what", "entry_point", "kind", "owner", "start", "end", "resources", "cost", "inform", "success_measure",
	"baseline", "target", "serves", "after", "change_level", "first_step", "status", "history",
	"phase", "quadrant", "priority", "sdg_targets",
}

// writePlanTable writes one row for each action, in the order of the plan.
func writePlanTable(w io.Writer, comma rune, in Input) error {
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = comma, true
	if err := out.Write(planColumns); err != nil {
		return err
	}
	a := in.Assessment
	phases := phasesOf(a)
	for _, act := range a.PlannedActions() {
		quadrant, priority := "", ""
		if act.Priority != nil {
			quadrant, priority = act.Quadrant.String(), tenths(act.Priority)
		}
		row := []string{a.Subject.Name, fmt.Sprintf("%s %s", a.Questionnaire.ID, a.Questionnaire.Version), a.Plan.Start,
			string(act.ID), act.What, act.EntryPoint, string(act.Kind), act.Owner, act.Start, act.End, act.Resources, string(act.Cost), act.Inform, act.Measure,
			levelNumber(act.Baseline), levelNumber(act.Target), commas(act.Serves), commas(act.After), act.ChangeLevel, act.FirstStep, act.Status.String(), historyLines(act.History),
			phases[act.ID], quadrant, priority, commas(act.SDGs)}
		for j := range row {
			row[j] = spreadsheetText(clean(row[j]))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// phasesOf returns the name of the phase of each action that is in one.
func phasesOf(a *assessment.Assessment) map[assessment.ActionID]string {
	names := map[assessment.ActionID]string{}
	for _, p := range a.RoadMap().Phases {
		for _, act := range p.Actions {
			names[act.ID] = p.Phase.String()
		}
	}
	return names
}

func levelNumber(l assessment.Level) string {
	if l == 0 {
		return ""
	}
	return strconv.Itoa(int(l))
}

// historyLines has a line for each change of the status: the day, the status
// and, after a colon, the note.
func historyLines(history []assessment.StatusChange) string {
	var lines []string
	for _, h := range history {
		line := fmt.Sprintf("%s %s", h.Date, h.Status)
		if h.Note != "" {
			line = fmt.Sprintf("%s: %s", line, assessment.CleanLine(h.Note))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
