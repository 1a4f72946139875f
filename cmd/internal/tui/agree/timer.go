package agree

import (
	"fmt"
	"time"

	"dgca/assessment"
)

// timer knows how long each statement has been talked about. The time of a
// statement goes on when people come back to it.
type timer struct {
	clock func() time.Time
	spent map[assessment.StatementID]time.Duration
	now   assessment.StatementID
	since time.Time
}

func newTimer(clock func() time.Time) *timer {
	return &timer{clock: clock, spent: map[assessment.StatementID]time.Duration{}}
}

// start turns to a statement.
func (t *timer) start(id assessment.StatementID) {
	t.stop()
	t.now, t.since = id, t.clock()
}

func (t *timer) stop() {
	if t.now != "" {
		t.spent[t.now] += t.clock().Sub(t.since)
		t.now = ""
	}
}

// text is the time of the present statement, and how much it has; "" when the
// clock stands still.
func (t *timer) text(minutes int) string {
	if t.now == "" {
		return ""
	}
	d := t.spent[t.now] + t.clock().Sub(t.since)
	spent := fmt.Sprintf("%d:%02d", int(d.Minutes()), int(d.Seconds())%60)
	switch {
	case minutes == 0:
		return spent
	case d >= time.Duration(minutes)*time.Minute:
		return fmt.Sprintf("%s of %d min: TIME IS UP", spent, minutes)
	}
	return fmt.Sprintf("%s of %d min", spent, minutes)
}
