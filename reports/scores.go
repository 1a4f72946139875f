package reports

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dgca/questionnaires/strictyaml"
)

// ScoresFormat is the name and version of the structure that WriteScores writes
// as JSON and YAML. Within a version, fields are only ever added.
const ScoresFormat = "dgca.scores/1"

// ScoreFormats are the formats that WriteScores knows.
var ScoreFormats = []string{"json", "yaml", "csv", "csv-semicolon"}

// WriteScores writes the figures of assessments for other programs.
//
//   - json and yaml hold every score in the structure of ScoresFormat, with the
//     exact fractions beside the values as shown. A figure that may not be shown
//     is absent.
//   - csv holds one row for each statement, with its answer, in the columns of
//     answerColumns, separated by commas, as RFC 4180 has it. It can be read
//     back as answers.
//   - csv-semicolon is the same with semicolons, and begins with a byte order
//     mark: spreadsheets that expect semicolons need it to see UTF-8.
func WriteScores(w io.Writer, format string, in ...Input) error {
	switch format {
	case "json":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(newScoresFile(in))
	case "yaml":
		out, err := strictyaml.Encode(newScoresFile(in), nil)
		if err != nil {
			return err
		}
		_, err = w.Write(out)
		return err
	case "csv":
		return writeAnswers(w, ',', in)
	case "csv-semicolon":
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
		return writeAnswers(w, ';', in)
	}
	return fmt.Errorf("%q is not a format for scores: use %s", format, strings.Join(ScoreFormats, ", "))
}
