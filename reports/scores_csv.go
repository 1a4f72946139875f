package reports

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"dgca/assessment"
)

// answerColumns are the columns of the long form. A reader of answers needs
// statement, answer, reason, confidence, evidence and comment; answer is a
// level, dk for don't know, na for not applicable, or empty.
var answerColumns = []string{
	"digest", "unit", "kind", "country", "date", "round", "session", // of the assessment
	"dimension", "element", "statement", "text", "weight", // of the statement
	"answer", "status", "reason", "confidence", "evidence", "comment", "marked", // of the answer; status is the answer in words
	"target", "default_target", "gap", "importance", "feasibility", "priority", // gap is empty without a level
}

// writeAnswers writes one row for each statement that was asked.
func writeAnswers(w io.Writer, comma rune, in []Input) error {
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = comma, true
	if err := out.Write(answerColumns); err != nil {
		return err
	}
	for _, i := range in {
		for _, row := range answerRows(i) {
			for j := range row {
				row[j] = spreadsheetText(clean(row[j]))
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func answerRows(in Input) [][]string {
	a := in.Assessment
	gaps := map[assessment.StatementID]*assessment.Gap{}
	for _, g := range a.Gaps() {
		gaps[g.Statement] = &g
	}
	var rows [][]string
	for st, place := range a.Asked.Statements() {
		d := &a.Asked.Dimensions[place.Dimension]
		ans := a.Answer(st.ID)
		row := []string{shortDigest(in.Digest), a.Subject.Name, string(a.Subject.Kind), a.Subject.Country, a.Session.Date, a.Session.Round, string(a.Session.Type),
			string(d.ID), string(d.Elements[place.Element].ID), string(st.ID), st.Text, st.Weight.String(),
			ans.Choice.String(), statusWord(ans.Choice), ans.Reason, string(ans.Confidence), ans.Evidence, ans.Comment, yesWord(ans.Marked)}
		target, isDefault := a.TargetOf(st.ID, d.ID)
		row = append(row, strconv.Itoa(int(target)), yesWord(isDefault))
		rows = append(rows, append(row, gapColumns(ans, gaps[st.ID])...))
	}
	return rows
}

// gapColumns are gap, importance, feasibility and priority. An answered
// statement that is not among the gaps meets its target.
func gapColumns(ans assessment.Answer, g *assessment.Gap) []string {
	if _, answered := ans.Choice.Level(); !answered {
		return []string{"", "", "", ""}
	}
	if g == nil {
		return []string{"0", "", "", ""}
	}
	grade := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	priority := ""
	if g.Priority != nil {
		priority = tenths(g.Priority)
	}
	return []string{strconv.Itoa(g.Size), grade(g.Importance), grade(g.Feasibility), priority}
}

func statusWord(c assessment.Choice) string {
	if _, ok := c.Level(); ok {
		return "answered"
	}
	return choiceWord(c)
}

func yesWord(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// spreadsheetText puts an apostrophe before a text that a spreadsheet would run
// as a formula. A text that begins with such an apostrophe of its own gets
// another one: so a reader that takes one off gives every text back.
func spreadsheetText(s string) string {
	if bare := strings.TrimLeft(s, "'"); bare != "" && strings.IndexByte("=+-@\t\r", bare[0]) >= 0 {
		return "'" + s
	}
	return s
}
