package reports

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// PlanFormat is the name and version of the structure that WritePlan writes as
// JSON. Within a version, fields are only ever added.
const PlanFormat = "dgca.plan/1"

// PlanFormats are the formats that WritePlan knows.
var PlanFormats = []string{"json", "csv", "csv-semicolon", "ics"}

// ErrNoDays says that a calendar would be empty.
var ErrNoDays = errors.New("no open action has a first or a last day, so there is nothing for a calendar")

// WritePlan writes the plan of an assessment for other programs.
//
//   - json holds the plan in the structure of PlanFormat, with phases, findings
//     and what each action closes.
//   - csv holds one row for each action in the columns of planColumns. It can be
//     read back as a plan. csv-semicolon is the same with semicolons, and begins
//     with a byte order mark.
//   - ics is a calendar file with the first and last days of the open actions;
//     it fails with ErrNoDays when there are none.
func WritePlan(w io.Writer, format string, in Input) error {
	switch format {
	case "json":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(newPlanFile(in))
	case "csv":
		return writePlanTable(w, ',', in)
	case "csv-semicolon":
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
		return writePlanTable(w, ';', in)
	case "ics":
		return writePlanCalendar(w, in)
	}
	return fmt.Errorf("%q is not a format for plans: use %s", format, strings.Join(PlanFormats, ", "))
}
