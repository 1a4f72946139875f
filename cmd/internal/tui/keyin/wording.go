package keyin

import (
	"fmt"
	"strings"

	"dgca/assessment"
	"dgca/assessment/paper"
	"dgca/cmd/internal/terminal"
	"dgca/questionnaires"
)

const (
	nothingMarked = "nothing marked"
	noReasonHere  = "No reason is marked or written"
	ownReason     = "Another reason is written: type it"
)

// keyedText says what was keyed in for a statement.
func keyedText(q *questionnaires.Questionnaire, ans assessment.Answer) string {
	switch l, ok := ans.Choice.Level(); {
	case ok:
		return fmt.Sprintf("%d %s", l, terminal.CleanLine(q.LevelName(l)))
	case ans.Choice == assessment.Unknown:
		return "0 " + terminal.CleanLine(q.OtherAnswers.Unknown.Name)
	case ans.Choice == assessment.NotApplicable:
		return "9 " + terminal.CleanLine(q.OtherAnswers.NotApplicable.Name) + ": " + terminal.CleanLine(ans.Reason)
	}
	return nothingMarked
}

// digitsText says which digits can be keyed.
func digitsText(k *paper.Keying) string {
	return fmt.Sprintf("Key the digit that is marked: 1 to %d, 0 for don't know, 9 for not applicable. Enter alone: nothing is marked.",
		k.Session().Assessment().Asked.Levels())
}

// pageText asks for the code of the next page.
func pageText(k *paper.Keying) string {
	page, of := k.Page()
	if page == 0 {
		return fmt.Sprintf("All %d pages are keyed in. Type the code of a page to look at it again.", of)
	}
	return fmt.Sprintf("Take page %d of %d. Type the code at its foot, then Enter.", page, of)
}

// progress says how far the sheet is keyed in.
func progress(k *paper.Keying) string {
	p := k.Session().Progress()
	return fmt.Sprintf("Keyed in: %d of %d statements.", p.Done(), p.Total)
}

// summary says what was keyed in for a whole sheet.
func summary(k *paper.Keying) string {
	p := k.Session().Progress()
	return fmt.Sprintf("Levels: %d. Don't know: %d. Not applicable: %d. Nothing marked: %d.", p.Answered, p.Unknown, p.NotApplicable, p.Open)
}

// sentence is an error as a sentence.
func sentence(err error) string {
	text := terminal.CleanLine(err.Error())
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// differenceText says where two entries differ.
func differenceText(q *questionnaires.Questionnaire, d *paper.Difference) []string {
	return []string{
		"First entry: " + keyedText(q, d.First) + ".",
		"Second entry: " + keyedText(q, d.Second) + ".",
		"Look at the paper again and key what is marked.",
	}
}
