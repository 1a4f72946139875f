package reports

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dgca/assessment"
	"dgca/reports/document"
)

// Words that several reports share. Every entry is a whole sentence or a whole
// label, so that it can be translated as it stands.
const (
	wordUnknown       = "don't know"
	wordNotApplicable = "not applicable"
	wordUnanswered    = "not answered"
	wordDefault       = "default"
	wordNone          = "-"

	noteDefaultTarget     = "default target: nobody has chosen a target yet, so the questionnaire's default stands"
	sentenceDefaultTarget = "A default target stands where nobody has chosen one."
	noteDefaultMark       = "An asterisk (*) marks a default target: nobody has chosen one."
	noteRounding          = "Figures may not add due to rounding."

	pageOf = "Page {page} of {pages}"

	missingOnPage = "Characters on this page that the fonts lack: {count}. Each is shown as \uFFFD. The last page says where to find them."
	missingInAll  = "Characters in this report that its fonts lack: {count}, on these pages: {pages}. Each is shown as \uFFFD. Nothing is lost: the characters can be copied from this report, a screen reader reads them, and the result file has them."

	attachedResult = "The result file that this report was made from: all answers, with evidence and comments"

	sentenceRedacted = "Names, reasons, comments and evidence have been taken out."
	sentenceAligned  = "This is a self-assessment, aligned with the six dimensions of the UN DESA Digital Government Capability Assessment."
	sentenceOwnWords = "The statements are this project's own."
	sentenceCustom   = "This is a self-assessment with a questionnaire of its own: %s, version %s."
	sentencePurpose  = "It is made for shared understanding and for deciding where to invest. It is not made for ranking."
)

// chartKey names the marks of a chart of dimensions.
var chartKey = document.Key{Now: "now", Preliminary: "now, preliminary", Target: "target", Range: "range of what is possible"}

// choiceWord returns what stands in place of a level.
func choiceWord(c assessment.Choice) string {
	switch c {
	case assessment.Unknown:
		return wordUnknown
	case assessment.NotApplicable:
		return wordNotApplicable
	case assessment.Unanswered:
		return wordUnanswered
	}
	return c.String()
}

// list joins names; the comma needs no language.
func list[T ~string](names []T) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = string(n)
	}
	return strings.Join(out, ", ")
}

// enumeration joins names as a sentence does. Names that hold an "and" of their
// own are kept apart by semicolons.
func enumeration(names []string) string {
	n := len(names)
	switch {
	case n < 2:
		return strings.Join(names, "")
	case slices.ContainsFunc(names, func(s string) bool { return strings.Contains(s, " and ") }):
		return strings.Join(names, "; ")
	}
	return fmt.Sprintf("%s and %s", strings.Join(names[:n-1], ", "), names[n-1])
}

// dayText writes a day for readers, such as 31 August 2026.
func dayText(day string) string {
	t, ok := assessment.ParseDay(day)
	if !ok {
		return day
	}
	return t.Format("2 January 2006")
}

// semicolons joins parts that hold commas themselves.
func semicolons(parts []string) string { return strings.Join(parts, "; ") }

// levelText returns the level of a score, or a dash where it is not shown.
func levelText(s *assessment.Score) string {
	if !s.Shown() {
		return wordNone
	}
	return s.LevelShown().String()
}

// rangeText returns the range that stands beside a level, or "".
func rangeText(s *assessment.Score) string {
	if !s.Shown() || !s.HasRange() {
		return ""
	}
	return fmt.Sprintf("%s to %s", assessment.RoundTenths(s.Low), assessment.RoundTenths(s.High))
}

// tenths shows a value that may be absent.
func tenths(r *big.Rat) string {
	if r == nil {
		return wordNone
	}
	return assessment.RoundTenths(r).String()
}

// answeredText returns "10 of 11".
func answeredText(s *assessment.Score) string {
	return fmt.Sprintf("%d of %d", s.Answered, s.Applicable)
}

// applicableText returns "10 of 11 applicable statements (91 %)".
func applicableText(s *assessment.Score) string {
	if s.Applicable == 0 {
		return "no statement is applicable"
	}
	return fmt.Sprintf("%d of %d applicable statements (%s)", s.Answered, s.Applicable, s.CoverageShown())
}

// answeredShare returns "10 of 11 (91 %)".
func answeredShare(s *assessment.Score) string {
	if s.Applicable == 0 {
		return wordNone
	}
	return fmt.Sprintf("%d of %d (%s)", s.Answered, s.Applicable, s.CoverageShown())
}

// capital begins a word of the questionnaire with a capital letter.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
