package reports

import (
	"fmt"
	"io"
	"strings"

	"dgca/assessment"
	"dgca/reports/internal/icalendar"
)

// writePlanCalendar writes the first and the last day of every open action as
// events of one day. An action of one day has one event, its deadline.
func writePlanCalendar(w io.Writer, in Input) error {
	a := in.Assessment
	c := icalendar.Calendar{Product: in.Program, Name: fmt.Sprintf(plCalendar, assessment.CleanLine(a.Subject.Name)), Stamp: in.Created}
	for i := range a.Plan.Actions {
		act := &a.Plan.Actions[i]
		if !act.Open() {
			continue
		}
		for _, e := range []struct{ day, part, label string }{{act.Start, "start", plEventStart}, {act.End, "end", plEventEnd}} {
			day, ok := assessment.ParseDay(e.day)
			if !ok || e.part == "start" && act.Start == act.End {
				continue
			}
			c.Events = append(c.Events, icalendar.Event{
				// The same action of the same assessment keeps its events.
				UID:      fmt.Sprintf("%s-%s-%s@dgca", a.Identity(), act.ID, e.part),
				Sequence: a.Revision, Day: day,
				Summary:     fmt.Sprintf(e.label, assessment.CleanLine(act.What)),
				Description: eventText(a, act),
			})
		}
	}
	if len(c.Events) == 0 {
		return ErrNoDays
	}
	return icalendar.Write(w, c)
}

// eventText says what a person needs to know who sees the event.
func eventText(a *assessment.Assessment, act *assessment.Action) string {
	lines := []string{fmt.Sprintf(plEventAction, act.ID, assessment.CleanLine(a.Subject.Name))}
	add := func(format, value string) {
		if value != "" {
			lines = append(lines, fmt.Sprintf(format, clean(value)))
		}
	}
	add(plEventOwner, act.Owner)
	add(plServes, commas(act.Serves))
	add(plFirstStep, act.FirstStep)
	add(plMeasure, act.Measure)
	add(plInform, act.Inform)
	return strings.Join(lines, "\n")
}
