package plan

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
	"dgca/cmd/internal/tui/lines"
	"dgca/cmd/internal/tui/look"
	"dgca/cmd/internal/tui/shell"
)

const noGaps = "No answered statement is below its target."

// progress counts what is planned.
func progress(p *assessment.Planning) string {
	gaps := p.Gaps(assessment.GapFilter{})
	return fmt.Sprintf("Gaps: %d. Weighed: %d. %s", len(gaps), weighed(gaps), actionCount(p.Plan()))
}

func weighed(gaps []assessment.Gap) int {
	n := 0
	for i := range gaps {
		if gaps[i].Priority != nil {
			n++
		}
	}
	return n
}

func actionCount(plan *assessment.Plan) string {
	open := 0
	for i := range plan.Actions {
		if plan.Actions[i].Open() {
			open++
		}
	}
	return fmt.Sprintf("Actions: %d, open: %d.", len(plan.Actions), open)
}

// stepName names a step that was taken back.
func stepName(p *assessment.Planning, s assessment.Step) string {
	subject := s.Subject
	for _, d := range p.Assessment().Asked.Dimensions {
		if s.Kind == assessment.DimensionTargetStep && string(d.ID) == subject {
			subject = d.Title
		}
	}
	format := map[assessment.StepKind]string{
		assessment.DimensionTargetStep: "target of %s",
		assessment.StatementTargetStep: "target of %s",
		assessment.WeighStep:           "weighing of %s",
		assessment.StartStep:           "first day of the plan%s",
		assessment.AddStep:             "new action %s",
		assessment.EditStep:            "change of %s",
		assessment.RemoveStep:          "removal of %s",
		assessment.StatusStep:          "status of %s",
	}[s.Kind]
	return terminal.CleanLine(fmt.Sprintf(format, subject))
}

// shortText is a statement without the words that every statement begins with.
func shortText(p *assessment.Planning, id assessment.StatementID) string {
	text := statementText(p, id)
	if q := p.Questionnaire(); q != nil {
		text = strings.TrimPrefix(text, terminal.CleanLine(q.Fill("{Unit}", p.Assessment().Subject.Kind))+" ")
	}
	return text
}

// statementText is a statement worded for the unit.
func statementText(p *assessment.Planning, id assessment.StatementID) string {
	if st := p.Assessment().Asked.Statement(id); st != nil {
		return terminal.CleanLine(st.Text)
	}
	return ""
}

func levelName(p *assessment.Planning, l assessment.Level) string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", l, terminal.CleanLine(p.Assessment().Asked.LevelName(l))))
}

// standingOf says where a gap stands: level, target and how it is weighed.
func standingOf(p *assessment.Planning, g *assessment.Gap) []string {
	kind := ""
	if g.Default {
		kind = " (default target)"
	}
	out := []string{fmt.Sprintf("Now %s. Target %s%s.", levelName(p, g.Level), levelName(p, g.Target), kind)}
	if len(g.Before) > 0 {
		out = append(out, fmt.Sprintf("Needed first for: %s.", joinIDs(g.Before)))
	}
	k := int64(p.Assessment().Asked.Levels())
	switch {
	case g.Priority != nil:
		out = append(out, fmt.Sprintf("Priority %s = 100 x %d/5 x %d/%d x %d/5: %s.", assessment.RoundTenths(g.Priority), g.Importance, g.Size, k-1, g.Feasibility, g.Quadrant))
	default:
		out = append(out, fmt.Sprintf("Gap %d. Not yet weighed: it needs importance and feasibility.", g.Size))
	}
	return out
}

func joinIDs[T ~string](ids []T) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = terminal.CleanLine(string(id))
	}
	return strings.Join(words, ", ")
}

// keep saves what was recorded, or says why nothing was.
func keep(sh *shell.Shell, err error) bool {
	if err != nil {
		sh.Message = notRecorded(err)
		return false
	}
	sh.Save()
	return true
}

func notRecorded(err error) string { return "Not recorded: " + lines.Sentence(err) }

// gapHeader names the columns of gapLine.
const gapHeader = "Code     Level  I F  Prio.  Kind             Statement"

// gapLine is a gap in columns: code, level and target, importance, feasibility,
// priority, kind of gap; and where there is room the statement.
func gapLine(p *assessment.Planning, g *assessment.Gap) string {
	grade := func(n int) string {
		if n == 0 {
			return "-"
		}
		return fmt.Sprint(n)
	}
	priority, kind := "-", g.Quadrant.String()
	switch {
	case g.Priority != nil:
		priority = assessment.RoundTenths(g.Priority).String()
	case len(g.Before) > 0:
		kind = "needed first"
	}
	return fmt.Sprintf("%-7s  %d->%d   %s %s  %5s  %-15s  %s", terminal.CleanLine(string(g.Statement)), g.Level, g.Target,
		grade(g.Importance), grade(g.Feasibility), priority, kind, shortText(p, g.Statement))
}

// ownerWidth is the column for an owner in the list of actions.
const ownerWidth = 14

// actionLine is an action in one line.
func actionLine(a *assessment.Action) (start, end string) {
	day := a.End
	if day == "" {
		day = "no date"
	}
	owner := terminal.Truncate(terminal.CleanLine(a.Owner), ownerWidth)
	owner += strings.Repeat(" ", ownerWidth-terminal.Width(owner))
	return fmt.Sprintf("%-4s %s", terminal.CleanLine(string(a.ID)), terminal.CleanLine(a.What)), fmt.Sprintf("%s  %-10s  %-7s", owner, day, a.Status)
}

func countGaps(n int) string { return look.Count(n, "gap", "gaps") }
