package interview

import (
	"strings"
	"testing"

	"dgca/assessment"
	"dgca/cmd/internal/tui/shell/shelltest"
	"dgca/questionnaires"
)

// driver types keys into an interview and reads its screen.
type driver struct {
	shelltest.Driver
	m *model
}

func newDriver(t testing.TB, q *questionnaires.Questionnaire, width, height int, intro bool) *driver {
	d := &driver{}
	d.T, d.Saver = t, &shelltest.Memory{}
	return d.open(Options{Session: start(t, q), NoIntro: !intro}, width, height)
}

// open begins anew with another interview.
func (d *driver) open(opts Options, width, height int) *driver {
	opts.Options.Saver, opts.Path = d.Saver, "result.yaml"
	d.m, d.Shell = newScreen(opts, width, height)
	return d
}

func (d *driver) press(text string) *driver { d.Press(text); return d }

func (d *driver) shows(want ...string) *driver { d.T.Helper(); d.Shows(want...); return d }

func (d *driver) lacks(text string) *driver { d.T.Helper(); d.Lacks(text); return d }

// answers describes what is recorded, one answer after the other.
func describe(answers []assessment.Answer) string {
	var out []string
	for _, a := range answers {
		text := string(a.Statement) + "=" + a.Choice.String()
		for _, part := range []struct{ name, value string }{{"why", a.Reason}, {"conf", string(a.Confidence)}, {"ev", a.Evidence}, {"com", a.Comment}} {
			if part.value != "" {
				text += " " + part.name + ":" + part.value
			}
		}
		if a.Marked {
			text += " marked"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

func (d *driver) recorded() string { return describe(d.m.s.Assessment().Answers) }

func (d *driver) wants(want string) *driver {
	d.T.Helper()
	if got := d.recorded(); got != want {
		d.T.Fatalf("recorded %q, want %q; screen:\n%s", got, want, d.Screen())
	}
	return d
}
