package assessment

// Months returns the months in which an action runs, both included and counted
// from 1 with the start of the road map: to is 0 where it has no last day. An
// action without a first day, or with one before the plan, runs from its last
// month or the first one. It reports false for an action without any day.
func (m *RoadMap) Months(a *Action) (from, to int, ok bool) {
	start, counted := ParseDay(m.Start)
	first, begins := ParseDay(a.Start)
	last, ends := ParseDay(a.End)
	if !counted || !begins && !ends {
		return 0, 0, false
	}
	if ends {
		to = max(MonthsSince(start, last)+1, 1)
	}
	switch {
	case begins:
		from = max(MonthsSince(start, first)+1, 1)
	default:
		from = to
	}
	if ends && from > to {
		from = to
	}
	return from, to, true
}
