package assessment

import (
	"cmp"
	"slices"
	"time"
)

// NextDays is how many days ahead an action is listed as next.
const NextDays = 60

// Tracking sorts the actions of a plan by what there is to do on a day.
type Tracking struct {
	Overdue []Tracked // open, and the last day is over; the longest overdue first
	Next    []Tracked // open, with a first or last day up to NextDays ahead, or late to begin; by that day
	Open    []Tracked // the other open ones, in the order of the plan
	Closed  []Tracked // done or dropped, in the order of the plan
}

// Tracked is an action with the day that counts now.
type Tracked struct {
	*Action
	Event TrackEvent
	Date  string // of the event, YYYY-MM-DD; empty for NoEvent
	Days  int    // until the event; negative when it is over
	// Waits names the prerequisites that are still open.
	Waits []ActionID
}

// TrackEvent says what happens on the day that counts.
type TrackEvent int

// The events.
const (
	NoEvent TrackEvent = iota // no date
	Begins
	Ends
	Changed // the last change of the status of a closed action
)

// Track sorts the actions by a day.
func (p *Plan) Track(today time.Time) Tracking {
	var t Tracking
	today = time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)
	for i := range p.Actions {
		x := p.tracked(&p.Actions[i], today)
		switch {
		case !x.Open():
			t.Closed = append(t.Closed, x)
		case x.Event == Ends && x.Days < 0:
			t.Overdue = append(t.Overdue, x)
		case x.Event != NoEvent && x.Days <= NextDays:
			t.Next = append(t.Next, x)
		default:
			t.Open = append(t.Open, x)
		}
	}
	byDay := func(x, y Tracked) int { return cmp.Compare(x.Days, y.Days) }
	slices.SortStableFunc(t.Overdue, byDay)
	slices.SortStableFunc(t.Next, byDay)
	return t
}

// tracked finds the day that counts: the last day when it is over or the action
// has started, else the first day.
func (p *Plan) tracked(a *Action, today time.Time) Tracked {
	t := Tracked{Action: a}
	set := func(event TrackEvent, s string) bool {
		day, ok := ParseDay(s)
		if ok {
			t.Event, t.Date, t.Days = event, s, days(today, day)
		}
		return ok
	}
	if !a.Open() {
		if n := len(a.History); n > 0 {
			set(Changed, a.History[n-1].Date)
		}
		return t
	}
	for _, id := range a.After {
		if other := p.Action(id); other != nil && other.Open() {
			t.Waits = append(t.Waits, id)
		}
	}
	if set(Ends, a.End) && t.Days < 0 {
		return t
	}
	if a.Status == Planned {
		set(Begins, a.Start)
	}
	return t
}

// days counts the days from one day to another.
func days(from, to time.Time) int { return int(to.Sub(from) / (24 * time.Hour)) }
