package targets

import (
	"fmt"
	"strconv"

	"dgca/assessment"
	"dgca/cmd/internal/tui/lines"
)

// Ask asks for the targets line by line; save is called after each change. Enter
// leaves a target as it is; b ends the questions.
func Ask(a *lines.Asker, b Book, save func()) error {
	a.Say(about)
	a.Say("Without a choice the default stands: " + Default(b) + ". Type b to stop.")
	dims := asked(b)
	for i := range dims {
		d := &dims[i]
		t, chosen := b.Target(d.ID)
		how := "default"
		if chosen {
			how = "chosen"
		}
		a.Say(fmt.Sprintf("%s: now %s. Target %d in %d months (%s).", title(d), now(d), t.Level, t.Months, how))
		done, err := askOne(a, b, d, save)
		if err != nil || done {
			return err
		}
	}
	return nil
}

// askOne asks for the target of one dimension. It reports whether the person
// wants no more questions.
func askOne(a *lines.Asker, b Book, d *assessment.DimensionScore, save func()) (done bool, err error) {
	k := int(b.Assessment().Asked.Levels())
	level, done, err := number(a, fmt.Sprintf("Level 1 to %d (Enter keeps it, 0 takes the default): ", k), 0, k)
	switch {
	case err != nil || done || level < 0:
		return done, err
	case level == 0:
		b.ClearTarget(d.ID)
		save()
		return false, nil
	}
	if err := set(b, d.ID, func(t *assessment.DimensionTarget) { t.Level = assessment.Level(level) }); err != nil {
		return false, err
	}
	save()
	t, _ := b.Target(d.ID)
	horizon, done, err := number(a, fmt.Sprintf("In how many months, such as 12, 24 or 36 (Enter keeps %d): ", t.Months), 1, assessment.MaxMonths)
	if err != nil || done {
		return done, err
	}
	if horizon > 0 {
		t.Months = horizon
	}
	reason, err := a.Ask("Reason (Enter for none): ")
	if err != nil {
		return false, err
	}
	if reason != "" {
		t.Reason = reason
	}
	if err := b.SetTarget(t); err != nil {
		return false, err
	}
	save()
	a.Say(fmt.Sprintf("Recorded: level %d in %d months.", t.Level, t.Months))
	return false, nil
}

// number asks for a number; -1 stands for Enter alone.
func number(a *lines.Asker, prompt string, low, high int) (n int, done bool, err error) {
	for {
		text, err := a.Ask(prompt)
		switch {
		case err != nil:
			return 0, false, err
		case text == "":
			return -1, false, nil
		case text == "b":
			return 0, true, nil
		case text == "q":
			return 0, false, lines.ErrLeave
		}
		if n, err := strconv.Atoi(text); err == nil && n >= low && n <= high {
			return n, false, nil
		}
		a.Say(fmt.Sprintf("%q is not a number from %d to %d. Nothing was recorded.", text, low, high))
	}
}
