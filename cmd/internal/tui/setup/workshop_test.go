package setup

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dgca/assessment"
	"dgca/cmd/internal/terminal"
)

func workshopFields(f WorkshopFields) WorkshopFields {
	f.Questionnaire = sample()
	f.MostPeople, f.MostGroups = 100, 10
	if f.Date == "" {
		f.Date = "2026-11-23"
	}
	f.FileProblem = func(path string) string {
		if strings.HasSuffix(path, ".csv") {
			return ""
		}
		return "There is no such list."
	}
	return f
}

func (f *WorkshopFields) describe() string {
	return fmt.Sprintf("%s|%s %s|%s|%s|%s|%s %s %s %d|%d %v|%s %v", f.Title, f.Date, f.Start, f.Place, f.Facilitator, f.Participants,
		f.Unit, f.Kind, f.Country, f.People, f.Groups, f.OwnDimensions, f.Scope.Kind, f.Scope.Dimensions)
}

func TestWorkshopLines(t *testing.T) {
	for name, c := range map[string]struct {
		fields      WorkshopFields
		input, want string
		says        string
		err         error
	}{
		"one unit":   {input: "Retreat||09:30|Hall|Amina|2|Ministry|2|Freeland|12|3|2|2|", want: "Retreat|2026-11-23 09:30|Hall|Amina||Ministry institution Freeland 12|3 true|quick []"},
		"a list":     {input: "Round||||| 1|people.csv|1||1|", want: "Round|2026-11-23 |||people.csv| government  0|0 false|full []"},
		"dimensions": {input: "Round|||||2|City|1||4|0|3|1 3|", want: "Round|2026-11-23 ||||City government  4|0 false|full [leadership legal]"},
		"mistakes": {input: "|Round|soon|2026-12-01|9am|09:00|||3|2|City|1||none|0|101|4|99|2|1|1|",
			want: "Round|2026-12-01 09:00||||City government  4|2 false|full []", says: "This is not a number from 1 to 100."},
		"no list":    {input: "Round|||||1|list|people.csv|1||1|", want: "Round|2026-11-23 |||people.csv| government  0|0 false|full []", says: "There is no such list."},
		"given":      {fields: WorkshopFields{Title: "T", GroupsGiven: true, Groups: 4, ScopeGiven: true, Scope: assessment.Scope{Kind: assessment.Quick}}, input: "|||||2|City|1||4|1|", want: "T|2026-11-23 ||||City government  4|4 false|quick []"},
		"cancelled":  {input: "Round|q|", want: "|2026-11-23 ||||   0|0 false| []", err: ErrCancelled},
		"input ends": {input: "Round|", want: "|2026-11-23 ||||   0|0 false| []", err: ErrInputEnded},
	} {
		t.Run(name, func(t *testing.T) {
			f := workshopFields(c.fields)
			streams, out, _ := terminal.Buffers(strings.ReplaceAll(c.input, "|", "\n"), nil)
			if err := RunWorkshop(t.Context(), streams, &f); !errors.Is(err, c.err) {
				t.Fatalf("%v; output:\n%s", err, out)
			}
			if got := f.describe(); got != c.want {
				t.Errorf("got %q, want %q; output:\n%s", got, c.want, out)
			}
			if !strings.Contains(out.String(), c.says) || strings.Contains(out.String(), "\x1b") {
				t.Errorf("%q is not said, or an escape code is:\n%q", c.says, out)
			}
		})
	}
}

func TestWorkshopScreen(t *testing.T) {
	f := workshopFields(WorkshopFields{})
	w := newWorkshopAnswers(&f)
	s := newScreen(w.questions(), 80, 24)
	s.title = "New workshop"
	typeInto(s, "Retreat\r\r09:30\rHall\r\r\v\v\rMinistry\r\v\v\rFreeland\r12\r3\r\v\v\r\v\v\r")
	view := ansi.Strip(s.View().Content)
	if !s.done {
		t.Fatalf("not done:\n%s", view)
	}
	w.apply()
	if got := f.describe(); got != "Retreat|2026-11-23 09:30|Hall|||Ministry institution Freeland 12|3 true|quick []" {
		t.Error(got)
	}
}
