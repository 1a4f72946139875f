package assessment

import "time"

// ParseDay reads a day as it is written in a result file, YYYY-MM-DD. It
// reports whether the text is one.
func ParseDay(s string) (time.Time, bool) {
	t, err := time.Parse(dayLayout, s)
	return t, err == nil
}

// MonthsSince returns the full months from a day to another one, negative
// before it. A month that is too short for the day ends with its last day: one
// month after 31 August is 30 September.
func MonthsSince(from, to time.Time) int {
	if to.Before(from) {
		return -MonthsSince(to, from) - 1
	}
	n := 12*(to.Year()-from.Year()) + int(to.Month()-from.Month())
	lastDay := time.Date(to.Year(), to.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if to.Day() < min(from.Day(), lastDay) {
		n--
	}
	return n
}

// AddMonths returns the day some months after a day, or the last day of a month
// that is too short for it.
func AddMonths(from time.Time, months int) time.Time {
	lastDay := time.Date(from.Year(), from.Month()+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC)
	return time.Date(lastDay.Year(), lastDay.Month(), min(from.Day(), lastDay.Day()), 0, 0, 0, 0, time.UTC)
}
