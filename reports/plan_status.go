package reports

import (
	"fmt"

	"dgca/assessment"
	"dgca/reports/document"
)

// PlanStatus builds the state of the plan on the day of in.Created: what is
// overdue, what comes next, what else is open and what is closed.
func PlanStatus(in Input) document.Document {
	b := newGapBuilder(in)
	d := b.planDocument(fmt.Sprintf(plStatusTitle, in.Created.Format(dayLayout)))
	planned, started, done, dropped := planCounts(&b.a.Plan)
	if len(b.a.Plan.Actions) == 0 {
		d.Sections = []document.Section{section("", paragraph(document.Body, plNothing))}
		return d
	}
	d.Cover.Facts = []document.Fact{{Label: plCount, Value: document.Plain(fmt.Sprintf(plCountValue, planned, started, done, dropped))}}
	t := b.a.Plan.Track(in.Created)
	if len(t.Overdue) == 0 {
		d.Sections = append(d.Sections, section("", paragraph(document.Body, plNothingLate)))
	}
	for _, part := range []struct {
		title   string
		actions []assessment.Tracked
	}{{plOverdue, t.Overdue}, {fmt.Sprintf(plNext, assessment.NextDays), t.Next}, {plOpen, t.Open}, {plClosed, t.Closed}} {
		if len(part.actions) > 0 {
			d.Sections = append(d.Sections, section(part.title, trackTable(part.actions)))
		}
	}
	return d
}

const dayLayout = "2006-01-02"

func trackTable(actions []assessment.Tracked) document.Table {
	t := document.Table{Columns: []document.Column{{Title: plAction, Width: 1, RowHeader: true}, {Title: plWhat, Width: 5},
		{Title: plOwner, Width: 2.2}, {Title: plStatus, Width: 1.2}, {Title: plWhen, Width: 2.8}}}
	for i := range actions {
		x := &actions[i]
		what := document.CellOf(x.What)
		if len(x.Waits) > 0 {
			what.Lines = append(what.Lines, cellLine(document.Small, fmt.Sprintf(plWaitsFor, commas(x.Waits))))
		}
		if n := len(x.History); n > 0 && x.History[n-1].Note != "" {
			what.Lines = append(what.Lines, cellLine(document.Small, fmt.Sprintf(plHistory, shortDay(x.History[n-1].Date), x.History[n-1].Note)))
		}
		r := row(string(x.ID), "", orNone(x.Owner), x.Status.String(), whenText(x))
		r.Cells[1] = what
		t.Rows = append(t.Rows, r)
	}
	return t
}

// whenText says what happens when.
func whenText(x *assessment.Tracked) string {
	switch {
	case x.Event == assessment.Changed:
		return fmt.Sprintf(plChangedOn, x.Status, shortDay(x.Date))
	case x.Event == assessment.NoEvent:
		return plNoDate
	case x.Event == assessment.Begins && x.Days < 0:
		return fmt.Sprintf(plLateBegin, shortDay(x.Date))
	case x.Event == assessment.Begins && x.Days == 0:
		return plBeginsNow
	case x.Event == assessment.Begins && x.Days == 1:
		return fmt.Sprintf(plBeginsOne, shortDay(x.Date))
	case x.Event == assessment.Begins:
		return fmt.Sprintf(plBeginsIn, shortDay(x.Date), x.Days)
	case x.Days == -1:
		return fmt.Sprintf(plEndedOne, shortDay(x.Date))
	case x.Days < 0:
		return fmt.Sprintf(plEndedAgo, shortDay(x.Date), -x.Days)
	case x.Days == 0:
		return plEndsNow
	case x.Days == 1:
		return fmt.Sprintf(plEndsOne, shortDay(x.Date))
	}
	return fmt.Sprintf(plEndsIn, shortDay(x.Date), x.Days)
}
