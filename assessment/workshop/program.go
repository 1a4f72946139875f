package workshop

import "time"

// Template is the program of a session of 90 minutes.
func Template() []Slot {
	return []Slot{
		{5, "Welcome; what is said here stays here", ""},
		{10, "The six dimensions, explained with examples", ""},
		{25, "Everybody answers alone", AlonePart},
		{5, "Sheets are collected; a short break", ""},
		{25, "Groups talk about what divides them, and agree", AgreePart},
		{15, "Plenary: each group says its one message", PlenaryPart},
		{5, "What next; feedback", ""},
	}
}

// Minutes returns how long the program is.
func (w *Workshop) Minutes() int {
	n := 0
	for _, s := range w.Program {
		n += s.Minutes
	}
	return n
}

// PartMinutes returns how many minutes the program has for a part; 0 when it
// does not name it.
func (w *Workshop) PartMinutes(part SlotPart) int {
	n := 0
	for _, s := range w.Program {
		if s.Part == part {
			n += s.Minutes
		}
	}
	return n
}

// Times returns when each slot begins, as HH:MM; without a start of the
// workshop, as hours and minutes since its begin.
func (w *Workshop) Times() []string {
	at, err := time.Parse(timeLayout, w.Start)
	if err != nil {
		at = time.Time{}
	}
	times := make([]string, len(w.Program))
	for i, s := range w.Program {
		times[i] = at.Format(timeLayout)
		at = at.Add(time.Duration(s.Minutes) * time.Minute)
	}
	return times
}

// The minutes of one point of an agenda.
const (
	UsualMinutes = 25 // for the whole agenda, where the program does not say
	leastMinutes = 2
	mostMinutes  = 6
)

// AgendaItem is a point of the second pass with its time. Points that take no
// time of their own have 0 minutes.
type AgendaItem struct {
	*StatementSpread
	Minutes int
	InTime  bool // it fits into the time of the whole agenda
}

// Allot shares the minutes of the second pass out: what is to be discussed gets
// the same time each, from 2 to 6 minutes, in the order of the agenda, as long as
// there is time. Where people agree, or too few answered, no time is set aside.
func Allot(agenda []*StatementSpread, minutes int) []AgendaItem {
	discuss := 0
	for _, st := range agenda {
		if st.ToTalkAbout() {
			discuss++
		}
	}
	each := 0
	if discuss > 0 {
		each = max(leastMinutes, min(mostMinutes, minutes/discuss))
	}
	items := make([]AgendaItem, len(agenda))
	for i, st := range agenda {
		items[i] = AgendaItem{StatementSpread: st, InTime: true}
		if st.ToTalkAbout() {
			items[i].Minutes = each
			items[i].InTime = minutes >= each
			minutes -= each
		}
	}
	return items
}
